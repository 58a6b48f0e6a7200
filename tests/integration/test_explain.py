"""`afterword explain`: the sentences and words that moved a score."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, judged
from support.mail import NOW, acknowledgement, domain, message

from pipeline import bootstrap, resources
from pipeline.adapters.memory import MemoryMailbox
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.message import Message, MessageKey, RawMessage
from pipeline.core.plan import Policy
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, Decision, Judgement, Label
from pipeline.errors import UnknownIdError
from pipeline.tasks.explain import explain
from pipeline.tasks.judge import Judge
from pipeline.tasks.place import place
from pipeline.tasks.run import Run

_BODY = """Dear Robin,

Thank you for your interest in the role of Data Engineer at Acme and for the time you took to apply. We have decided to
proceed with other candidates. The weather in Porto was lovely this week.

Kind regards,
The Acme recruiting team
"""


_HINT = """Hello Robin,

from Monday on Jonas sits at the second press, so that is settled.

Marit
"""


def test_the_decisive_sentence_moves_the_score_most_and_ends_the_candidacy() -> None:
    """Without the sentence that declines, the score falls further than without any other."""
    data = message("one", _BODY, sender="Acme Recruiting <jobs@acme.example>", subject="Your application to Acme")
    parsed = bootstrap.parser().parse(RawMessage(MessageKey("x", 1, 1), data))
    assert isinstance(parsed, Message)

    done = explain(parsed, bootstrap.classifier())

    heaviest = max(done.sentences, key=lambda one: one.influence)
    assert heaviest.text == "We have decided to proceed with other candidates."
    assert heaviest.acts[0][0] in ENDING_ACTS
    assert abs(done.words[0].influence) >= abs(done.words[-1].influence)


def test_of_a_reply_in_a_word_it_says_how_much_came_of_what_it_answers() -> None:
    """Which is not shown among its sentences."""
    asked = (
        "On Mon, 5 Oct 2026 at 10:00, Robin <robin@home.example> wrote:\n> I would like to work for you as a florist."
    )
    body = f"Sorry, filled already.\n\n{asked}\n> Is there any news about my application for the job?"
    parsed = bootstrap.parser().parse(
        RawMessage(
            MessageKey("x", 1, 1), message("one", body, sender="Rose <rose@rose.example>", subject="Re: a question")
        )
    )
    assert isinstance(parsed, Message)

    done = explain(parsed, bootstrap.classifier())

    assert [one.text for one in done.sentences] == ["Sorry, filled already."]
    alone = explain(replace(parsed, text="Sorry, filled already."), bootstrap.classifier())
    assert done.answered == pytest.approx(done.judgement.score - alone.judgement.score, abs=1e-5)
    assert (done.answered > 0.01, alone.answered) == (True, 0.0)


def test_a_signature_still_signs_when_a_sentence_above_it_is_left_out() -> None:
    """Counted as speech, its lines would move the score, and that would be put down to the sentence."""
    data = message("one", _BODY, sender="Acme Recruiting <jobs@acme.example>", subject="Your application to Acme")
    parsed = bootstrap.parser().parse(RawMessage(MessageKey("x", 1, 1), data))
    assert isinstance(parsed, Message)
    model = Counting()

    done = explain(parsed, model)

    signing = [
        [sentence.text for place, sentence in enumerate(one.sentences) if place in one.sign_off] for one in model.judged
    ]
    whole, without_each = signing[0], signing[1 : len(done.sentences) + 1]
    assert len(whole) > 1
    assert without_each == [[line for line in whole if line != one.text] for one in done.sentences]


def test_a_message_without_text_is_explained_too() -> None:
    """Nothing to leave out is no fault."""
    raw = RawMessage(MessageKey("x", 1, 1), b"From: a@b.example\r\nSubject: \r\n\r\n")
    parsed = bootstrap.parser().parse(raw)
    assert isinstance(parsed, Message)

    assert explain(parsed, bootstrap.classifier()).sentences == ()


class Counting:
    """The model in use; it counts and keeps what it is asked."""

    def __init__(self) -> None:
        self._classifier = bootstrap.classifier()
        self.model = self._classifier.model
        self.judged: list[Reading] = []

    @property
    def asked(self) -> int:
        """How many readings it was asked about."""
        return len(self.judged)

    def judge(self, readings: Sequence[Reading], *, within_candidacy: bool = False) -> list[Judgement]:
        """Return what the model says."""
        self.judged.extend(readings)
        return self._classifier.judge(readings, within_candidacy=within_candidacy)


def test_a_list_of_thousands_of_words_without_a_full_stop_is_explained_soon() -> None:
    """What is left out, one after the other, is bounded: each time the whole message is judged anew."""
    data = message(
        "long", f"{_BODY}\n{'nuts and bolts ' * 1_000}", sender="A <a@b.example>", subject="Your application"
    )
    parsed = bootstrap.parser().parse(RawMessage(MessageKey("x", 1, 1), data))
    assert isinstance(parsed, Message)
    model = Counting()

    assert explain(parsed, model).words
    assert model.asked < 300


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an installation with a rejection and with private mail."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        log.record(judged("a@x"), at=NOON)
        log.record(judged("private@x", label=Label.OTHER), at=NOON)
    return desk


def test_what_is_kept_is_explained(desk: Desk) -> None:
    """By its number, with the sentence that moved the score."""
    assert "We have decided not to move forward." in desk.says("explain", "1")


def test_the_verdict_is_told_with_what_the_log_holds_or_the_user_says(desk: Desk) -> None:
    """The model in use may judge otherwise than the one of then, and the user otherwise than both."""
    said = desk.says("explain", "1")
    assert said.startswith("score ")
    assert ", rejection (baseline-" in said.splitlines()[0]
    assert "log     rejection, score 0.990 (baseline-1)" in said

    desk.says("label", "1", "status_update")

    assert "you say status_update" in desk.says("explain", "1")
    told = json.loads(desk.says("explain", "1", "--json"))
    assert (told["verdict"], told["user_label"]) == ("rejection", "status_update")


@pytest.mark.parametrize(("number", "reason"), [(1, "keep_text_days"), (2, "no job mail")])
def test_what_is_gone_is_not_explained_by_its_subject(desk: Desk, number: int, reason: str) -> None:
    """A score of a message without its words would be another's."""
    with desk.log() as log:
        log.drop_texts(NOON + timedelta(days=1))

    fault = desk.run("explain", str(number), "--json").exception

    assert isinstance(fault, UnknownIdError)
    assert f"Of message {number} no text is kept" in str(fault)
    assert reason in fault.hint


def test_what_is_asked_for_the_sake_of_its_application_is_explained_so(tmp_path: Path) -> None:
    """By itself the hint would be let pass; the score that is shown is the one by which it was asked about."""
    desk = Desk(tmp_path)
    mailbox = MemoryMailbox("home/INBOX")
    mailbox.append(acknowledgement("one", company="Tern Bindery", date=NOW - timedelta(days=9)), NOW)
    mailbox.append(message("two", _HINT, sender=f"Marit Ek <marit@{domain('Tern Bindery')}>", subject="A note"), NOW)
    judge = Judge(bootstrap.classifier(), resources.SENDERS)
    with desk.log() as log:
        run = Run(parser=MailParser(), judge=judge, log=log, policy=Policy(), look_back=lambda _: timedelta(days=90))
        (asked,) = run([mailbox], now=NOW).uncertain
    assert asked.message.message_id == "two@mail.example"
    assert asked.verdict.evidence.endswith("that is settled.")

    said = desk.says("explain", "2").splitlines()[0]

    assert said.startswith(f"score {asked.verdict.score:.3f}, uncertain")
    assert "from an employer whom an application was with" in said
    assert json.loads(desk.says("explain", "2", "--json"))["verdict"] == "uncertain"
    assert desk.says("explain", "1").splitlines()[0].startswith("score 0.0")

    desk.says("application", "delete", "1")

    said = desk.says("explain", "2")
    assert ", no rejection (baseline-" in said.splitlines()[0]
    assert f"log     uncertain, score {asked.verdict.score:.3f}" in said, "it is asked about still"


def test_a_rejection_that_may_be_ordinary_mail_is_explained_as_asked_about(tmp_path: Path) -> None:
    """Its score alone would call it one; the log holds `uncertain`, and the reader learns why."""
    desk = Desk(tmp_path)
    text = (
        "Thank you for applying at Acme. Unfortunately we have decided to go with other candidates. Kind regards, Ann"
    )
    one = replace(judged().message, text=text)
    with desk.log() as log:
        placed = place(log, *Judge(bootstrap.classifier(), resources.SENDERS)([one]), log.applications())
        log.record(placed, at=NOON)
    assert placed.verdict.decision is Decision.UNCERTAIN

    first, second, *_ = desk.says("explain", "1").splitlines()

    assert first.startswith(f"score {placed.verdict.score:.3f}, uncertain")
    assert second == "asked about: it may be ordinary mail, and no application of yours is known that it belongs to"
    assert json.loads(desk.says("explain", "1", "--json"))["verdict"] == "uncertain"

    desk.says("label", "1", "rejection")

    assert "asked about" not in desk.says("explain", "1")


def test_a_rejection_that_is_only_cited_is_explained_as_asked_about(tmp_path: Path) -> None:
    """As a newsletter about rejections cites them."""
    desk = Desk(tmp_path)
    text = (
        '"Unfortunately we have decided to move forward with other candidates for the role."\n\n'
        "Read on Friday what our columnist makes of it."
    )
    one = replace(judged().message, text=text, subject="How to answer a no")
    with desk.log() as log:
        placed = place(log, *Judge(bootstrap.classifier(), resources.SENDERS)([one]), log.applications())
        log.record(placed, at=NOON)
    assert placed.verdict.decision is Decision.UNCERTAIN
    assert placed.verdict.score > 0.5, "or it says nothing of what is cited"

    first, second, *_ = desk.says("explain", "1").splitlines()

    assert ", uncertain" in first
    assert second == "asked about: it ends something only in what it cites in quotation marks"

    desk.says("label", "1", "job alert")

    assert "asked about" not in desk.says("explain", "1")


@pytest.mark.parametrize("subject", ["Your application", ""])
def test_a_message_that_holds_no_text_is_said_to_hold_none(desk: Desk, subject: str) -> None:
    """No setting is to blame."""
    with desk.log() as log:
        number = log.record(judged("empty@x", decision=Decision.UNCERTAIN, subject=subject, text=""), at=NOON)
    fault = desk.run("explain", str(number)).exception
    assert isinstance(fault, UnknownIdError)
    assert str(fault) == f"Message {number} holds no text, so that there is nothing in it to explain."
    assert "keep_text" not in fault.hint
