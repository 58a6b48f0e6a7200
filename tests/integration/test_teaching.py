"""Mailboxes that teach, and labels given one by one: the user has the last word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.believing import UNSURE, believing_judge
from support.by_subject import THRESHOLDS, BySubject
from support.log_examples import claimed, judged
from support.mail import acknowledgement, message, note, rejection
from support.sure import sure_judge

from pipeline import bootstrap
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.letters.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.verdict import Decision, Label
from pipeline.errors import UnknownIdError
from pipeline.resources import SENDERS
from pipeline.tasks.judge import Judge
from pipeline.tasks.label import label as set_label
from pipeline.tasks.rejudge import rejudge
from pipeline.tasks.run import Run

_PLAIN = "Thank you for applying. Unfortunately, we have decided to move forward with other candidates. All the best."
_NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def log() -> SqliteLog:
    """An empty log."""
    return SqliteLog.open(None)


#: What the model is not sure of, and what it takes for private mail, in messages that are about something else here.
_PLACES = {"it may not be the right moment": UNSURE, "Tom gets it": -2.0}


def _run(log: SqliteLog) -> Run:
    judge = believing_judge(_PLACES)
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
    first, *rest = log.closest(THRESHOLDS, limit=10)

    given = log.set_label(first.id, Label.OTHER, by="user", at=_NOW)
    assert given is not None
    assert [one.id for one in log.closest(THRESHOLDS, limit=10)] == [one.id for one in rest]

    log.withdraw_label(first.id, given)
    assert first.id in {one.id for one in log.closest(THRESHOLDS, limit=10)}


def test_uncertain_messages_are_judged_again_by_a_new_model(log: SqliteLog) -> None:
    """A message that waited for a label is settled by a model that knows it, with its facts and a letter."""
    waiting = judged("waits@acme.example", decision=Decision.UNCERTAIN, date=_NOW, text=_PLAIN, facts=Facts())
    log.record(waiting, at=_NOW)
    assert [one.verdict.label for one in rejudge(log, sure_judge(), policy=Policy(), now=_NOW)] == ["rejection"]

    assert log.asked() == []
    (rejection_,) = log.rejections()
    assert "other candidates" in rejection_.evidence
    assert [row["about"] for row in log.outbox()] == ["waits@acme.example"]


def test_the_mailbox_that_a_message_was_filed_into_last_says_what_it_is(log: SqliteLog) -> None:
    """There and back again; one that is read anew says nothing new, and a label by number goes before it."""
    rejections, others = MemoryMailbox("home/Rejection"), MemoryMailbox("home/Not")
    run, teaching = _run(log), [(rejections, Label.REJECTION), (others, Label.OTHER)]
    for mailbox, expected in (
        (others, "other"),
        (rejections, "rejection"),
        (others, "other"),
        (rejections, "rejection"),
    ):
        mailbox.append(rejection("one"), _NOW)
        run([], now=_NOW, teaching=teaching)
        assert log.message(1)["user_label"] == expected

    log.set_label(1, Label.OFFER, by="user", at=_NOW)
    rejections.reset()
    run([], now=_NOW, teaching=teaching)
    assert log.message(1)["user_label"] == "offer"


def test_filing_what_is_labelled_so_already_is_remembered(log: SqliteLog) -> None:
    """By number, then by mailbox, then back: the mailbox that it lies in last counts."""
    rejections, others = MemoryMailbox("home/Rejection"), MemoryMailbox("home/Not")
    run, teaching = _run(log), [(rejections, Label.REJECTION), (others, Label.OTHER)]
    others.append(rejection("one"), _NOW)
    run([], now=_NOW, teaching=teaching)
    log.set_label(1, Label.REJECTION, by="user", at=_NOW)
    for mailbox, expected in ((rejections, "rejection"), (others, "other")):
        mailbox.append(rejection("one"), _NOW)
        run([], now=_NOW, teaching=teaching)
        assert log.message(1)["user_label"] == expected


@pytest.mark.parametrize("since", [None, _NOW - timedelta(days=300)])
def test_a_mailbox_that_teaches_is_read_whole(log: SqliteLog, since: datetime | None) -> None:
    """Who names a mailbox that has been filled for years wants all of it learnt from."""
    teaching = MemoryMailbox("home/Rejection")
    for name, days in (("old", 900), ("new", 5)):
        date = _NOW - timedelta(days=days)
        teaching.append(rejection(name, company=name.title(), date=date), date)
    replace(_run(log), since=since)([], now=_NOW, teaching=[(teaching, Label.REJECTION)])
    assert [one.message_id for one, _, _ in log.labelled()] == ["old@mail.example", "new@mail.example"]


# -- told again, and a message that cannot be labelled


def test_a_rejection_told_twice_and_filed_twice_is_labelled_twice(log: SqliteLog) -> None:
    """Both letters of a company lie in the mailbox for rejections; what else was filed there is labelled, too."""
    mailbox, teaching = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Rejection")
    raws = [rejection("one", date=_NOW - timedelta(hours=5)), rejection("two"), rejection("else", company="Borealis")]
    for raw in raws:
        mailbox.append(raw, _NOW)
        teaching.append(raw, _NOW)

    report = _run(log)([mailbox], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    assert report.faults == []
    assert [log.message(number)["user_label"] for number in (1, 2, 3)] == ["rejection"] * 3
    assert sorted(row["about"] for row in log.outbox()) == ["else@mail.example", "one@mail.example"]


def test_a_message_that_cannot_be_labelled_does_not_hold_up_the_others(
    log: SqliteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told as a fault of its mailbox, and the next run is none the worse."""
    teaching = MemoryMailbox("home/Not")
    for name in ("one", "two"):
        teaching.append(rejection(name, company=name.title()), _NOW)
    set_label = log.set_label

    def refuse_the_first(number: int, label: Label, *, by: str, at: datetime) -> None:
        if number == 1:
            raise UnknownIdError("The log has no message 1.")
        set_label(number, label, by=by, at=at)

    monkeypatch.setattr(log, "set_label", refuse_the_first)
    run = _run(log)
    report = run([], now=_NOW, teaching=[(teaching, Label.OTHER)])

    assert [(name, type(error)) for name, error in report.faults] == [("home/Not", UnknownIdError)]
    assert [log.message(number)["user_label"] for number in (1, 2)] == [None, "other"]
    assert run([], now=_NOW, teaching=[(teaching, Label.OTHER)]).faults == []


# -- beside the others

_VAGUE = """\
Hello,

About the Data Engineer role: it may not be the right moment. We wish you well.

Ann
Acme
"""
_TALK = """\
Dear Robin,

We would like to invite you to an interview for the role of Data Engineer at Acme. Please pick a time: Tuesday at ten.

Kind regards,
Acme recruiting
"""
_FEEDBACK = """\
Dear Robin,

we have decided not to move forward with your application for Data Engineer at Acme.

Where we hesitated was your Rust: you could not explain ownership to the panel.

Kind regards,
Ann
Acme
"""


def _acme(name: str, body: str, *, hours: int) -> bytes:
    """Return a message of Acme that was sent so many hours ago."""
    sender = "Acme Recruiting <jobs@acme.example>"
    return message(name, body, sender=sender, subject="Data Engineer", date=_NOW - timedelta(hours=hours))


@pytest.mark.parametrize("by_label", [True, False])
def test_an_uncertain_message_has_its_place_once_it_is_a_rejection(log: SqliteLog, *, by_label: bool) -> None:
    """By the user's label or by a better model: the stage that the timeline knows stays."""
    mailbox = MemoryMailbox("home/INBOX")
    for raw in (_acme("talk", _TALK, hours=99), _acme("vague", _VAGUE, hours=3)):
        mailbox.append(raw, _NOW)
    _run(log)([mailbox], now=_NOW)
    assert [one.id for one in log.asked()] == [2]

    if by_label:
        set_label(log, 2, Label.REJECTION, policy=Policy(), now=_NOW, judge=believing_judge(_PLACES))
    else:
        rejudge(log, sure_judge(), policy=Policy(), now=_NOW)

    (found,) = log.rejections()
    assert found.stage is Stage.INTERVIEW
    assert found.application is not None
    assert len(found.application.events) == 2
    assert [row["about"] for row in log.outbox()] == ["vague@mail.example"]


def test_what_a_better_model_takes_for_private_mail_leaves_no_application_behind(log: SqliteLog) -> None:
    """Nobody waits for an answer there, neither while it might be a rejection nor later."""
    mailbox = MemoryMailbox("home/INBOX")
    mailbox.append(_acme("vague", _VAGUE, hours=3), _NOW)
    _run(log)([mailbox], now=_NOW)
    assert ([one.id for one in log.asked()], log.applications()) == ([1], [])

    assert len(rejudge(log, Judge(BySubject(), SENDERS), policy=Policy(), now=_NOW)) == 1

    assert log.applications() == []


@pytest.mark.parametrize("by_label", [True, False])
def test_what_was_uncertain_and_tells_a_rejection_again_owes_no_second_letter(
    log: SqliteLog, *, by_label: bool
) -> None:
    """The first one is about both, whether its letter has left or waits."""
    mailbox = MemoryMailbox("home/INBOX")
    for raw in (rejection("first", date=_NOW - timedelta(hours=9)), _acme("vague", _VAGUE, hours=3)):
        mailbox.append(raw, _NOW)
    _run(log)([mailbox], now=_NOW)
    assert [one.id for one in log.asked()] == [2]

    if by_label:
        set_label(log, 2, Label.REJECTION, policy=Policy(), now=_NOW, judge=sure_judge())
    else:
        rejudge(log, sure_judge(), policy=Policy(), now=_NOW)

    assert (log.told_by(2), log.is_rejection(2)) == (1, True)
    assert [row["about"] for row in log.outbox()] == ["first@mail.example"]


def test_who_agrees_that_it_is_a_rejection_gets_no_second_letter(log: SqliteLog) -> None:
    """The letter about the first telling has left; the second says more and stands for both."""
    mailbox = MemoryMailbox("home/INBOX")
    mailbox.append(rejection("first", date=_NOW - timedelta(hours=9)), _NOW)
    run = _run(log)
    run([mailbox], now=_NOW)
    log.sent(claimed(log, _NOW + timedelta(days=2)), at=_NOW)
    mailbox.append(_acme("more", _FEEDBACK, hours=3), _NOW)
    run([mailbox], now=_NOW)
    assert [one.id for one in log.rejections()] == [2]

    for chosen in (Label.REJECTION, Label.OTHER, Label.REJECTION):
        set_label(log, 2, chosen, policy=Policy(), now=_NOW, judge=Judge(bootstrap.classifier(), SENDERS))

    assert [one.id for one in log.rejections()] == [2]
    assert log.outbox() == []


def test_a_letter_that_was_dropped_is_owed_again_once_the_label_is_taken_back(log: SqliteLog) -> None:
    """It was no rejection for a while, and is one after all."""
    mailbox = MemoryMailbox("home/INBOX")
    mailbox.append(rejection("first"), _NOW)
    _run(log)([mailbox], now=_NOW)
    log.dropped(claimed(log, _NOW + timedelta(days=2)), "it is no rejection")
    set_label(log, 1, Label.REJECTION, policy=Policy(), now=_NOW, judge=sure_judge())
    assert [row["about"] for row in log.outbox()] == ["first@mail.example"]


def test_a_missed_rejection_that_is_filed_as_one_is_known_whole(log: SqliteLog) -> None:
    """What was taken for private mail has company, role, stage, language and thread, and joins its application."""
    mailbox, teaching = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Rejection")
    body = "Robin, Tom gets it. Sunday is off. Dinner another day.\n\nSee you,\nAnn Berg\nAcme\n"
    missed = _acme("missed", body, hours=1).replace(
        b"MIME-Version", b"In-Reply-To: <talk@mail.example>\r\nMIME-Version"
    )
    for raw in (_acme("talk", _TALK, hours=99), missed):
        mailbox.append(raw, _NOW)
    _run(log)([mailbox], now=_NOW)
    assert log.message(2)["label"] == "other"

    teaching.append(missed, _NOW)
    _run(log)([mailbox], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    (found,) = log.rejections()
    assert (found.company, found.language, found.stage) == ("Acme", "en", Stage.INTERVIEW)
    assert found.references == ("talk@mail.example",)
    assert found.evidence
    assert found.application is not None
    assert found.application.id == log.application_of(1).id
