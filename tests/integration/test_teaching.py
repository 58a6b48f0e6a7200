"""Mailboxes that teach, and labels given one by one: the user has the last word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from support.log_examples import judged
from support.mail import acknowledgement, note, rejection
from support.sure import sure_judge

from pipeline import bootstrap, resources
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox
from pipeline.core.application import Facts
from pipeline.core.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.verdict import Decision, Label
from pipeline.tasks.judge import Judge
from pipeline.tasks.rejudge import rejudge
from pipeline.tasks.run import Run

_PLAIN = "Thank you for applying. Unfortunately, we have decided to move forward with other candidates. All the best."
_NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def log() -> SqliteLog:
    """An empty log."""
    return SqliteLog.open(None)


def _run(log: SqliteLog) -> Run:
    judge = Judge(bootstrap.classifier(), resources.SENDERS)
    return Run(parser=bootstrap.parser(), judge=judge, log=log, policy=Policy(), look_back=lambda _: timedelta(days=90))


def test_what_is_filed_as_no_rejection_is_none(log: SqliteLog) -> None:
    """A rejection that the user files into a mailbox for others stops counting as one."""
    data = rejection("one")
    mailbox, teaching = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Not")
    mailbox.append(data, _NOW)
    _run(log)([mailbox], now=_NOW)
    assert len(log.rejections()) == 1

    teaching.append(data, _NOW)
    _run(log)([mailbox], now=_NOW, teaching=[(teaching, Label.OTHER)])

    assert log.rejections() == []
    assert log.message(1)["user_label"] == "other"


def test_what_is_filed_as_a_rejection_is_one_with_its_text_and_a_letter(log: SqliteLog) -> None:
    """Private mail keeps no text, but once the user files it as a rejection it is learnt from and written about."""
    mailbox, teaching = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Rejection")
    data = note("two")
    mailbox.append(data, _NOW)
    _run(log)([mailbox], now=_NOW)
    assert [message.text for message, _, _ in log.labelled()] == []

    teaching.append(data, _NOW)
    _run(log)([mailbox], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    ((message, _, label),) = log.labelled()
    assert label is Label.REJECTION
    assert "garden" in message.text
    assert [(row["kind"], row["about"]) for row in log.outbox()] == [(LetterKind.DEBRIEF, "two@mail.example")]


def test_mail_that_is_only_in_the_teaching_mailbox_is_logged_and_labelled(log: SqliteLog) -> None:
    """A message that was moved before it was ever read is known all the same."""
    teaching = MemoryMailbox("home/Rejection")
    teaching.append(acknowledgement("three"), _NOW)

    _run(log)([], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    assert [one.message_id for one in log.rejections()] == ["three@mail.example"]


def test_the_least_sure_come_first_and_a_label_can_be_taken_back(log: SqliteLog) -> None:
    """Labelled messages leave the queue and come back when the label is withdrawn."""
    mailbox = MemoryMailbox("home/INBOX")
    for number in range(3):
        mailbox.append(acknowledgement(f"ack-{number}"), _NOW)
    _run(log)([mailbox], now=_NOW)
    first, *rest = log.closest(limit=10)

    log.set_label(first.id, Label.OTHER, by="user", at=_NOW)
    assert [one.id for one in log.closest(limit=10)] == [one.id for one in rest]

    log.withdraw_label(first.id)
    assert first.id in {one.id for one in log.closest(limit=10)}


def test_uncertain_messages_are_judged_again_by_a_new_model(log: SqliteLog) -> None:
    """A message that waited for a label is settled by a model that knows it, with its facts and a letter."""
    waiting = judged("waits@acme.example", decision=Decision.UNCERTAIN, date=_NOW, text=_PLAIN, facts=Facts())
    log.record(waiting, at=_NOW)
    assert rejudge(log, sure_judge(), policy=Policy(), now=_NOW) == 1

    assert log.asked() == []
    (rejection_,) = log.rejections()
    assert "other candidates" in rejection_.evidence
    assert [row["about"] for row in log.outbox()] == ["waits@acme.example"]
