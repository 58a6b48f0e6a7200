"""Letters in every log: owed once, claimed by one, sent or not, in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.log_examples import NOON, claimed, days

from pipeline.adapters.log import SqliteLog
from pipeline.core.letter import LetterKind


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def test_one_thing_owes_one_letter(log: SqliteLog) -> None:
    """A second debrief about a message is none, not even after the first was sent; a digest is another letter."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    log.owe(LetterKind.DEBRIEF, "a@x", NOON - days(1))
    (row,) = log.outbox()
    assert (row["kind"], row["about"], row["status"], row["due"]) == ("debrief", "a@x", "owed", NOON)
    log.sent(claimed(log), at=NOON)
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    log.owe(LetterKind.DIGEST, "a@x", NOON)
    assert claimed(log).kind is LetterKind.DIGEST
    assert log.claim(NOON) is None


def test_letters_are_claimed_when_due_oldest_first_and_once(log: SqliteLog) -> None:
    """What is not due yet waits; what is claimed is not claimed again."""
    log.owe(LetterKind.DEBRIEF, "late@x", NOON)
    log.owe(LetterKind.DEBRIEF, "early@x", NOON - days(1))
    log.owe(LetterKind.DEBRIEF, "tomorrow@x", NOON + timedelta(microseconds=1))
    first = claimed(log)
    assert (first.about, first.attempts, first.due, first.raw) == ("early@x", 1, NOON - days(1), b"")
    assert claimed(log).about == "late@x"
    assert log.claim(NOON) is None


def test_a_claim_left_behind_by_a_crash_is_taken_over_with_the_same_bytes(log: SqliteLog) -> None:
    """After a quarter of an hour, not at it; a second attempt sends what the first would have."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    log.keep(claimed(log), b"the letter", "own@me.example")
    assert log.claim(NOON + timedelta(minutes=15)) is None
    again = claimed(log, NOON + timedelta(minutes=15, seconds=1))
    assert (again.about, again.attempts, again.raw) == ("a@x", 2, b"the letter")


def test_an_attempt_without_an_answer_is_remembered(log: SqliteLog) -> None:
    """With the Message-ID to look for. An answer clears it; who died before the letter was composed sent nothing."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    first = claimed(log)
    assert (first.unclear, first.message_id) == (False, "")
    second = claimed(log, NOON + timedelta(minutes=16))
    assert not second.unclear
    log.keep(second, b"the letter", "own@me.example")
    third = claimed(log, NOON + timedelta(minutes=32))
    assert (third.unclear, third.message_id) == (True, "own@me.example")
    log.deferred(third, NOON, "busy")
    fourth = claimed(log, NOON + timedelta(minutes=32))
    assert not fourth.unclear
    log.deferred(fourth, NOON, "hung up", unclear=True)
    assert claimed(log, NOON + timedelta(minutes=32)).unclear


def test_whose_claim_was_taken_over_can_only_say_that_it_was_sent(log: SqliteLog) -> None:
    """A process that wakes up late neither puts the letter back nor drops it; what was accepted is sent."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    late = claimed(log)
    current = claimed(log, NOON + timedelta(minutes=16))
    log.deferred(late, NOON, "timeout")
    log.refused(late, "no such user")
    log.dropped(late, "labelled otherwise")
    assert [(row["status"], row["reason"]) for row in log.outbox()] == [("claimed", "")]
    log.sent(late, at=NOON)
    log.deferred(current, NOON, "timeout")
    assert log.outbox() == []
    assert log.claim(NOON + days(9)) is None


def test_a_deferred_letter_waits_with_its_bytes_and_reason(log: SqliteLog) -> None:
    """It is owed again, from the later time on."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    owed = claimed(log)
    log.keep(owed, b"the letter", "own@me.example")
    log.deferred(owed, NOON + days(1), "greylisted")
    (row,) = log.outbox()
    assert (row["status"], row["due"], row["attempts"], row["reason"]) == ("owed", NOON + days(1), 1, "greylisted")
    assert log.claim(NOON) is None
    assert claimed(log, NOON + days(1)).raw == b"the letter"


def test_refused_letters_are_shown_and_dropped_ones_are_gone(log: SqliteLog) -> None:
    """Neither is claimed again, however late it gets."""
    for about in ("a@x", "b@x"):
        log.owe(LetterKind.DEBRIEF, about, NOON)
    log.refused(claimed(log), "no such user")
    log.dropped(claimed(log), "labelled otherwise")
    assert [(row["about"], row["status"], row["reason"]) for row in log.outbox()] == [
        ("a@x", "refused", "no such user")
    ]
    assert log.claim(NOON + days(400)) is None
