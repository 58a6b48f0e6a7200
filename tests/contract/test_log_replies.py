"""What the user says, in every log: letters with what they number, answers, decisions, notes; and that it can go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.log_examples import NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.letter import LetterKind, Point, PointKind
from pipeline.core.marks import letter_id
from pipeline.core.reply import Choice, Via, as_records

OWN_ID = letter_id("secret", "debrief", "no-1@acme.example")


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give a log with one rejection, and its debrief sent."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        log.record(judged(application=log.open_application("Acme", "Engineer")), at=NOON)
        log.owe(LetterKind.DEBRIEF, "no-1@acme.example", NOON)
        owed = claimed(log)
        log.keep(owed, b"raw", OWN_ID)
        log.keep_points(owed, "All of it.", [point(1), point(2, step="chase")])
        log.sent(owed, at=NOON)
        yield log


def point(number: int, message: int | None = 1, step: str = "prepare") -> Point:
    """Return a question of a letter."""
    return Point(number, PointKind.QUESTION, message, step, f"Question {number}?", f"“Quote.” Question {number}?")


def say(log: SqliteLog, text: str = "Kafka.", number: int = 1, reply: int | None = None) -> bool:
    """Answer a question of the debrief."""
    letter = log.letter_with_id(OWN_ID)
    assert letter is not None
    asked = letter.point(number)
    assert asked is not None
    assert asked.message is not None
    return log.add_answer(asked.message, asked, text, at=NOON, via=Via.REPLY, reply=reply)


def test_a_letter_is_found_by_its_id_and_by_the_name_in_its_subject(log: SqliteLog) -> None:
    """With what it said and numbered, long after it was sent; by nothing else."""
    letter = log.letter_with_id(f"<{OWN_ID}>")
    assert letter is not None
    assert (letter.kind, letter.about, letter.message) == (LetterKind.DEBRIEF, "no-1@acme.example", 1)
    assert letter.said == "All of it."
    assert [(one.number, one.step, one.text, one.is_answered) for one in letter.points] == [
        (1, "prepare", "Question 1?", False),
        (2, "chase", "Question 2?", False),
    ]
    assert log.letter_with_name(OWN_ID[:12]) == letter
    assert log.letter_with_id("0" * 40 + "@afterword.invalid") is None
    assert log.letter_with_name("0" * 12) is None


def test_a_draft_that_is_composed_anew_replaces_what_it_numbered(log: SqliteLog) -> None:
    """Nothing points to a message that is not there."""
    log.owe(LetterKind.DIGEST, "2026-W47", NOON)
    owed = claimed(log)
    log.keep(owed, b"raw", "week@afterword.invalid")
    log.keep_points(owed, "First.", [point(1), point(2), point(3)])
    log.keep_points(owed, "Second.", [point(1), point(2, message=99)])
    letter = log.letter_with_id("week@afterword.invalid")
    assert letter is not None
    assert (letter.said, letter.message, [one.number for one in letter.points]) == ("Second.", None, [1])


def test_a_reply_is_taken_once(log: SqliteLog) -> None:
    """The copy in another mailbox is known by then."""
    letter = log.letter_with_id(OWN_ID)
    assert log.take_reply("re@x", letter, date=NOON, at=NOON) is not None
    assert log.take_reply("re@x", letter, date=NOON, at=NOON) is None
    assert log.take_reply("other@x", None, date=NOON, at=NOON) is not None
    assert [one.message_id for one in log.unknown([judged(name).message for name in ("re@x", "new@x")])] == ["new@x"]


def test_what_the_user_says_comes_back_whole(log: SqliteLog) -> None:
    """Under the message it is about, and under every other one of its application; and all of it together."""
    log.record(judged("ack@acme.example", application=1), at=NOON)
    elsewhere = log.record(judged("no@bolt.example", company="Bolt"), at=NOON)
    reply = log.take_reply("re@x", None, date=NOON, at=NOON)
    assert say(log, reply=reply)
    log.add_decision(1, Choice.REMIND, date(2027, 5, 1), at=NOON, via=Via.TERMINAL, reply=None)
    log.add_decision(1, Choice.LET_GO, None, at=NOON + days(1), via=Via.REPLY, reply=reply)
    log.add_note(1, "They were kind.", is_matched=True, at=NOON, via=Via.REPLY, reply=reply)
    log.add_note(None, "Where does this belong?", is_matched=False, at=NOON, via=Via.REPLY, reply=reply)
    words = log.words(1)
    assert log.words(2) == words
    assert log.words(elsewhere) == type(words)()
    (answer,) = words.answers
    assert (answer.message, answer.step, answer.question, answer.text) == (1, "prepare", "Question 1?", "Kafka.")
    assert (answer.at, answer.via, answer.done_at) == (NOON, Via.REPLY, None)
    assert [(one.choice, one.day, one.via) for one in words.decisions] == [
        (Choice.REMIND, date(2027, 5, 1), Via.TERMINAL),
        (Choice.LET_GO, None, Via.REPLY),
    ]
    assert [(one.message, one.text, one.is_matched) for one in log.words().notes] == [
        (1, "They were kind.", True),
        (None, "Where does this belong?", False),
    ]
    assert [one["answer"] for one in as_records(words)["answers"]] == ["Kafka."]


def test_the_same_answer_again_is_no_second_one(log: SqliteLog) -> None:
    """A second reply quotes the first; another answer to the same question is kept beside it."""
    assert say(log)
    assert not say(log)
    assert say(log, "Kubernetes.")
    assert [one.text for one in log.words(1).answers] == ["Kafka.", "Kubernetes."]
    letter = log.letter_with_id(OWN_ID)
    assert letter is not None
    assert [one.is_answered for one in letter.points] == [True, False]


def test_what_is_done_is_marked_once(log: SqliteLog) -> None:
    """It stays, with the moment at which it left its list."""
    say(log)
    log.finish([1], at=NOON)
    log.finish([1, 99], at=NOON + days(1))
    assert [one.done_at for one in log.words(1).answers] == [NOON]


def test_forgetting_a_rejection_takes_along_what_was_said_about_it(log: SqliteLog) -> None:
    """Letter, points, answers, decisions, notes; and its reply is not read again."""
    letter = log.letter_with_id(OWN_ID)
    reply = log.take_reply("re@x", letter, date=NOON, at=NOON)
    say(log, reply=reply)
    log.add_decision(1, Choice.CHASE, None, at=NOON, via=Via.REPLY, reply=reply)
    log.add_note(1, "They were kind.", is_matched=True, at=NOON, via=Via.REPLY, reply=reply)
    log.add_note(None, "About all of them.", is_matched=True, at=NOON, via=Via.REPLY, reply=None)
    log.forget([1])
    assert log.letter_with_id(OWN_ID) is None
    assert [one.text for one in log.words().notes] == ["About all of them."]
    assert (log.words().answers, log.words().decisions) == ((), ())
    assert log.is_forgotten("re@x")
    for table in ("points", "replies"):
        assert log._rows(f"SELECT * FROM {table}") == []  # noqa: S608 - names from above
    assert log.record(judged("next@x"), at=NOON) == 2


def test_forgetting_takes_its_words_out_of_letters_about_several(log: SqliteLog) -> None:
    """What a digest said is not kept beside it; what it numbered besides stays answerable."""
    other = log.record(judged("no@bolt.example", company="Bolt"), at=NOON)
    log.owe(LetterKind.DIGEST, "2026-W47", NOON)
    owed = claimed(log)
    log.keep(owed, b"raw", "week@afterword.invalid")
    log.keep_points(owed, "Acme and Bolt.", [point(1), point(2, message=other)])
    log.sent(owed, at=NOON)
    log.forget([1])
    letter = log.letter_with_id("week@afterword.invalid")
    assert letter is not None
    assert (letter.said, [one.number for one in letter.points]) == ("", [2])
