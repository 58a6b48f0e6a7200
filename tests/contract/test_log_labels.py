"""The user's word in every log, in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.log_examples import NOON, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.calendar import Week
from pipeline.core.message import Cursor, MessageKey
from pipeline.core.verdict import Decision, Label, Thresholds
from pipeline.errors import UnknownIdError


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def test_the_users_label_makes_a_rejection(log: SqliteLog) -> None:
    """Uncertain, or judged otherwise: from then on it counts everywhere."""
    unsure = log.record(judged("a@x", decision=Decision.UNCERTAIN), at=NOON)
    wrong = log.record(judged("b@x", label=Label.STATUS_UPDATE), at=NOON)
    assert log.rejections() == []
    for number in (unsure, wrong):
        log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
    assert [one.id for one in log.rejections()] == [unsure, wrong]
    assert log.rejection(wrong).id == wrong
    facts = log.week(Week.of(NOON.date()), start=NOON - days(1), end=NOON + days(1))
    assert (len(facts.rejections), facts.coverage.rejections, facts.so_far, facts.history[-1]) == (2, 2, 2, (2, 0))
    assert (facts.labels, facts.asked, facts.coverage.uncertain) == ((), (), 0)


def test_the_users_label_unmakes_a_rejection(log: SqliteLog) -> None:
    """A false alarm counts nowhere, and no longer makes a later one the second."""
    false_alarm = log.record(judged("a@x", date=NOON - days(1)), at=NOON)
    real = log.record(judged("b@x"), at=NOON)
    log.set_label(false_alarm, Label.INTERVIEW, by="reply", at=NOON)
    assert [(one.id, one.earlier) for one in log.rejections()] == [(real, 0)]
    assert [row["id"] for row in log.log_entries()] == [real]
    facts = log.week(Week.of(NOON.date()), start=NOON - days(2), end=NOON + days(1))
    assert (facts.coverage.rejections, facts.so_far, facts.labels) == (1, 1, (("interview", 1),))


def test_the_last_label_is_final(log: SqliteLog) -> None:
    """The user may change their mind, back as well; a copy read later changes nothing."""
    number = log.record(judged(), at=NOON)
    for label in (Label.OTHER, Label.REJECTION, Label.OFFER):
        log.set_label(number, label, by="terminal", at=NOON)
    log.record(judged(), at=NOON + days(1))
    assert log.rejections() == []
    assert log.message(number)["user_label"] == "offer"
    log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
    assert [one.id for one in log.rejections()] == [number]


def test_a_label_is_taken_back_by_its_number_and_no_other_with_it(log: SqliteLog) -> None:
    """Another process may have labelled the message before or since; the same label again is none."""
    number, other = log.record(judged(), at=NOON), log.record(judged("b@x"), at=NOON)
    before, given = (log.set_label(number, one, by="user", at=NOON) for one in (Label.OTHER, Label.OFFER))
    assert before is not None
    assert given is not None
    assert log.set_label(number, Label.OFFER, by="user", at=NOON) is None
    log.withdraw_label(other, given)
    log.withdraw_label(number, before)
    assert log.message(number)["user_label"] == "offer"
    log.withdraw_label(number, given)
    assert log.message(number)["user_label"] is None


def test_asked_are_the_uncertain_without_a_label_oldest_first(log: SqliteLog) -> None:
    """A label answers the question, whatever it says."""
    numbers = [
        log.record(judged(f"{place}@x", decision=Decision.UNCERTAIN, date=NOON - days(place)), at=NOON)
        for place in range(3)
    ]
    log.set_label(numbers[1], Label.OTHER, by="terminal", at=NOON)
    assert [one.id for one in log.asked()] == [numbers[2], numbers[0]]


def test_the_uncertain_come_first_then_what_is_nearest_to_the_threshold_that_it_passed(log: SqliteLog) -> None:
    """The two lines of a model do not lie alike: a rejection may be sure at a score at which its contrary is not."""
    for name, score, decision in (
        ("surely@x", 0.69, Decision.REJECTION),
        ("hardly not@x", 0.23, Decision.NOT_REJECTION),
        ("surely not@x", 0.01, Decision.NOT_REJECTION),
        ("hardly@x", 0.51, Decision.REJECTION),
        ("unsure@x", 0.4, Decision.UNCERTAIN),
    ):
        label = Label.INTERVIEW if decision is Decision.NOT_REJECTION else Label.REJECTION
        one = judged(name, label=label, decision=decision)
        log.record(replace(one, verdict=replace(one.verdict, score=score)), at=NOON)
    closest = [one.score for one in log.closest(Thresholds(0.31, 0.5), limit=9)]
    assert closest == [0.4, 0.51, 0.23, 0.69, 0.01]


def test_labelled_messages_come_with_what_was_kept_in_the_order_of_their_labels(log: SqliteLog) -> None:
    """Each once, with its final label: they are examples to learn from."""
    first = log.record(judged("a@x", references=("q@x", "r@x")), at=NOON)
    second = log.record(judged("b@x", uid=2, mailbox="Archive", text="Come and see us"), at=NOON)
    log.sight(MessageKey("INBOX", 7, 30), "b@x")
    log.set_label(first, Label.OTHER, by="terminal", at=NOON)
    log.set_label(second, Label.INTERVIEW, by="mailbox", at=NOON)
    log.set_label(first, Label.REJECTION, by="terminal", at=NOON)
    (message, language, label), (last, _, last_label) = log.labelled()
    assert (message.message_id, message.text, language, label) == ("b@x", "Come and see us", "en", Label.INTERVIEW)
    assert (last.message_id, last_label, last.thread) == ("a@x", Label.REJECTION, ("q@x", "r@x"))
    assert last.key == MessageKey("INBOX", 7, 1)
    assert (last.subject, last.sender.address) == ("Your application", "ann@acme.example")


def test_a_new_uidvalidity_makes_old_places_void(log: SqliteLog) -> None:
    """A UID of the old one would name some other message by now."""
    number = log.record(judged(), at=NOON)
    log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
    with log.transaction():
        log.sight(MessageKey("INBOX", 8, 5), "no-1@acme.example")
        log.advance(Cursor("INBOX", 8, 5), at=NOON)
    assert [message.key for message, _, _ in log.labelled()] == [MessageKey("INBOX", 8, 5)]


def test_mail_that_the_user_says_matters_is_known_by_its_message_id_again(log: SqliteLog) -> None:
    """As long as it was other mail a hash stood there; a debrief about it needs the real one."""
    one = judged("missed@x", label=Label.OTHER)
    number = log.record(one, at=NOON)
    assert log.message(number)["message_id"] != "missed@x"
    assert log.number_to_teach("missed@x", Label.REJECTION) == number
    log.complete(number, one.message, "We chose another.")
    log.set_label(number, Label.REJECTION, by="mailbox", at=NOON)
    assert log.rejection("missed@x").id == number
    assert log.places("missed@x") == ["INBOX"]


def test_a_label_for_an_unknown_message_is_refused(log: SqliteLog) -> None:
    """And leaves nothing behind."""
    with pytest.raises(UnknownIdError, match="no message 5"):
        log.set_label(5, Label.OTHER, by="terminal", at=NOON)
    assert log.labelled() == []


@pytest.mark.parametrize("name", ["list-id", "x-gm-thrid"])
def test_what_is_judged_again_is_judged_by_the_same_header(log: SqliteLog, name: str) -> None:
    """Mail of a list stays mail of a list, also where its text was fetched only once the user had spoken."""
    other, asked = judged("other@x", label=Label.OTHER), judged("asked@x", decision=Decision.UNCERTAIN)
    for one in (other, asked):
        message = replace(one.message, facts={name: "7"})
        number = log.record(replace(one, message=message), at=NOON)
        log.complete(number, message, "We chose another.")
        assert log.kept(number).facts == {name: "7"}
