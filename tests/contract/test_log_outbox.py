"""Letters in every log: owed once, claimed by one, sent or not, in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.log_examples import NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.letters.letter import LetterKind, Owed
from pipeline.core.verdict import Label


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


def test_a_debrief_about_what_is_no_rejection_any_more_does_not_wait(log: SqliteLog) -> None:
    """It will not leave: nobody is told that it would. What was labelled back waits again."""
    numbers = {}
    for place, name in enumerate(("still@x", "other@x", "forgotten@x", "again@x")):
        numbers[name] = log.record(judged(name, uid=place), at=NOON)
        log.owe(LetterKind.DEBRIEF, name, NOON + timedelta(minutes=place))
    log.owe(LetterKind.DIGEST, "2026-W46", NOON + days(1))
    log.set_label(numbers["other@x"], Label.OTHER, by="terminal", at=NOON)
    log.forget([numbers["forgotten@x"]])
    log.put_first(numbers["still@x"], before=numbers["again@x"])
    assert [row["about"] for row in log.outbox()] == ["still@x", "2026-W46"]
    log.set_label(numbers["other@x"], Label.REJECTION, by="terminal", at=NOON)
    assert [row["about"] for row in log.outbox()] == ["still@x", "other@x", "2026-W46"]


def test_a_dropped_letter_keeps_no_bytes(log: SqliteLog) -> None:
    """It says what was said of a message that is no rejection any more."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    owed = claimed(log)
    log.keep(owed, b"the letter", "own@me.example")
    log.dropped(owed, "labelled otherwise")
    assert [tuple(row) for row in log._rows("SELECT status, raw FROM outbox")] == [("dropped", None)]


def test_one_kind_or_one_letter_can_be_claimed(log: SqliteLog) -> None:
    """Of what is due, only the kinds that may leave; what is asked for by name, due or not."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    log.owe(LetterKind.DEBRIEF, "later@x", NOON + days(9))
    log.owe(LetterKind.DIGEST, "2026-W46", NOON)
    first = log.claim(NOON, kinds=[LetterKind.DIGEST])
    assert first is not None
    assert first.kind is LetterKind.DIGEST
    assert log.claim(NOON, kinds=[LetterKind.DIGEST]) is None
    asked = log.claim(NOON, kinds=[LetterKind.DEBRIEF], about="later@x")
    assert asked is not None
    assert asked.about == "later@x"
    assert log.claim(NOON, kinds=[LetterKind.DEBRIEF], about="later@x") is None
    assert claimed(log).about == "a@x"


def joined(log: SqliteLog, *names: str) -> Owed:
    """Owe debriefs about some messages and claim the first one, joined by the others."""
    for number, name in enumerate(names):
        log.owe(LetterKind.DEBRIEF, name, NOON - timedelta(minutes=len(names) - number))
    owed = claimed(log)
    log.join(owed, NOON)
    return owed


def test_debriefs_that_are_due_together_share_a_letter(log: SqliteLog) -> None:
    """The one that was claimed speaks of the others; none of them leaves by itself, and all are sent with it."""
    log.owe(LetterKind.DEBRIEF, "tomorrow@x", NOON + days(1))
    log.owe(LetterKind.DIGEST, "2026-W46", NOON)
    owed = joined(log, "a@x", "b@x", "c@x")
    assert log.joined(owed) == ["b@x", "c@x"]
    log.keep(owed, b"the letter", "own@me.example")
    assert claimed(log).kind is LetterKind.DIGEST
    assert log.claim(NOON) is None
    assert log.claim(NOON, kinds=[LetterKind.DEBRIEF], about="b@x") is None
    log.sent(owed, at=NOON)
    assert [row["about"] for row in log.outbox()] == ["2026-W46", "tomorrow@x"]
    assert all(log.was_sent(LetterKind.DEBRIEF, about) for about in ("a@x", "b@x", "c@x"))
    log.owe(LetterKind.DEBRIEF, "b@x", NOON)
    assert log.claim(NOON, kinds=[LetterKind.DEBRIEF]) is None


def test_a_shared_letter_that_waits_waits_as_a_whole(log: SqliteLog) -> None:
    """What falls due in the meantime is not added to what was composed."""
    owed = joined(log, "a@x", "b@x")
    log.keep(owed, b"the letter", "own@me.example")
    log.deferred(owed, NOON + days(1), "greylisted")
    log.owe(LetterKind.DEBRIEF, "c@x", NOON)
    other = claimed(log)
    log.join(other, NOON)
    assert (other.about, log.joined(other)) == ("c@x", [])
    log.sent(other, at=NOON)
    again = claimed(log, NOON + days(1))
    assert (again.about, again.raw, log.joined(again)) == ("a@x", b"the letter", ["b@x"])


def test_a_shared_letter_that_is_refused_keeps_all_that_it_was_about(log: SqliteLog) -> None:
    """Each can be asked for again by itself."""
    owed = joined(log, "a@x", "b@x")
    log.refused(owed, "no such user")
    assert [(row["about"], row["status"], row["tried"]) for row in log.outbox()] == [
        ("a@x", "refused", NOON),
        ("b@x", "refused", NOON),
    ]
    log.owe(LetterKind.DEBRIEF, "b@x", NOON)
    assert claimed(log).about == "b@x"


def test_what_is_dropped_frees_the_others_or_leaves_them(log: SqliteLog) -> None:
    """Without its first rejection the letter is none, and the rest are due; without another it speaks of the rest."""
    owed = joined(log, "a@x", "b@x", "c@x")
    log.part(owed, "b@x", "labelled otherwise")
    assert log.joined(owed) == ["c@x"]
    log.dropped(owed, "labelled otherwise")
    assert claimed(log).about == "c@x"
    assert log.outbox()[0]["about"] == "c@x"


def test_whose_claim_was_taken_over_joins_nothing(log: SqliteLog) -> None:
    """A process that wakes up late does not tie others to its letter."""
    log.owe(LetterKind.DEBRIEF, "a@x", NOON)
    late = claimed(log)
    claimed(log, NOON + timedelta(minutes=16))
    log.owe(LetterKind.DEBRIEF, "b@x", NOON)
    log.join(late, NOON + timedelta(minutes=17))
    assert log.joined(late) == []


def test_letters_are_counted_by_the_time_at_which_they_left(log: SqliteLog) -> None:
    """One about three rejections is one letter; the end of a span is outside."""
    log.sent(joined(log, "a@x", "b@x", "c@x"), at=NOON)
    log.owe(LetterKind.DIGEST, "2026-W46", NOON)
    log.sent(claimed(log), at=NOON)
    kinds = [LetterKind.DEBRIEF, LetterKind.SUMMARY]
    assert log.letters_sent(kinds, start=NOON, end=NOON + days(1)) == 1
    assert log.letters_sent(LetterKind, start=NOON, end=NOON + days(1)) == 2
    assert log.letters_sent(kinds, start=NOON - days(1), end=NOON) == 0


def test_of_digests_that_piled_up_the_last_is_left(log: SqliteLog) -> None:
    """One of a later time is not touched, nor is any other letter."""
    for week in (44, 45, 46):
        log.owe(LetterKind.DIGEST, f"2026-W{week}", NOON - days(47 - week))
    log.owe(LetterKind.DIGEST, "2026-W47", NOON + days(7))
    log.owe(LetterKind.DEBRIEF, "a@x", NOON - days(9))
    late = {row["id"] for row in log.outbox() if row["about"] in {"2026-W44", "2026-W45"}}
    assert log.overtaken(NOON) == late
    log.drop_overtaken(NOON)
    assert log.overtaken(NOON) == set()
    assert [row["about"] for row in log.outbox()] == ["a@x", "2026-W46", "2026-W47"]
    log.owe(LetterKind.DIGEST, "2026-W44", NOON)
    assert len(log.outbox()) == 4


def test_what_was_said_before_a_debrief_is_what_was_read_before_it(log: SqliteLog) -> None:
    """The last letter first, what waits behind it before what was sent; not itself, no later one and no digest."""
    for kind, about in (("debrief", "a@x"), ("digest", "2026-W46"), ("debrief", "b@x"), ("debrief", "c@x")):
        log.owe(LetterKind(kind), about, NOON)
    # The second of them was asked for, and left before the first.
    for about, sent in (("b@x", NOON), ("2026-W46", NOON), ("a@x", NOON + days(1)), ("c@x", None)):
        owed = log.claim(NOON + days(1), about=about)
        assert owed is not None
        log.keep(owed, b"raw", f"{about}.example")
        log.keep_points(owed, f"about\n  {about}", ())
        if sent:
            log.sent(owed, at=sent)
    before = {about: log.said_before(about) for about in ("a@x", "b@x", "c@x", "never owed@x")}
    assert before == {
        "a@x": ["about b@x"],
        "b@x": [],
        "c@x": ["about a@x", "about b@x"],
        "never owed@x": ["about c@x", "about a@x", "about b@x"],
    }
