"""What the user says, in every log: letters with what they number, answers, decisions, notes; and that it can go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.log_examples import FULL_FACTS, NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.calendar import Week
from pipeline.core.letters.letter import LetterKind, Point, PointKind
from pipeline.core.letters.lists import Lists
from pipeline.core.letters.marks import letter_id
from pipeline.core.replies.reply import Choice, Via, as_records

OWN_ID = letter_id("secret", "debrief", "no-1@acme.example")


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give a log with one rejection, and its debrief sent."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        facts = Facts(company="Acme", role="Engineer", stage=Stage.INTERVIEW)
        log.record(judged(facts=facts, application=log.open_application("Acme", "Engineer")), at=NOON)
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


# -- what a digest tells of it


def week(log: SqliteLog) -> Lists:
    """Return what a digest of the week of the fixture may tell."""
    return log.week(Week(2026, 47), start=NOON - days(1), end=NOON + days(6)).lists


def test_a_digest_knows_what_was_said_in_its_week(log: SqliteLog) -> None:
    """Answers and notes, oldest first, with the names of their applications; not the decisions."""
    say(log)
    say(log, "let go", number=2)
    log.add_note(None, "Unplaced.", is_matched=False, at=NOON + days(1), via=Via.REPLY, reply=None)
    log.add_note(1, "Too early.", is_matched=True, at=NOON - days(2), via=Via.REPLY, reply=None)
    log.add_note(1, "Too late.", is_matched=True, at=NOON + days(6), via=Via.REPLY, reply=None)
    assert [(one.text, one.company, one.is_matched) for one in week(log).said] == [
        ("Kafka.", "Acme", True),
        ("Unplaced.", "", False),
    ]


def test_what_made_the_user_pause_stays_until_it_is_done(log: SqliteLog) -> None:
    """With what they wrote to it later."""
    say(log)
    (entry,) = week(log).practice
    assert (entry.text, entry.answer, entry.message, entry.added) == ("Kafka.", 1, 1, ())
    log.owe(LetterKind.DIGEST, "2026-W47", NOON)
    owed = claimed(log)
    log.keep(owed, b"raw", "week@afterword.invalid")
    log.keep_points(owed, "", [Point(1, PointKind.PRACTICE, 1, "practise", "Kafka.", "1 Kafka.", answer=1)])
    letter = log.letter_with_id("week@afterword.invalid")
    assert letter is not None
    log.add_answer(1, letter.points[0], "Because of replay.", at=NOON, via=Via.REPLY, reply=None)
    (entry,) = week(log).practice
    assert entry.added == ("Because of replay.",)
    log.finish([1], at=NOON)
    assert week(log).practice == ()


def test_the_chase_list_joins_decisions_and_days_that_were_named(log: SqliteLog) -> None:
    """The last decision about an application counts; letting go takes it off, chasing keeps the day they named."""
    named = log.record(judged("may@x", facts=FULL_FACTS, company="Acme"), at=NOON)
    old = Facts(company="Old", reapply_after=date(2026, 8, 1))
    log.record(judged("old@x", facts=old), at=NOON)

    def listed() -> list[tuple[int, date | None]]:
        return sorted((one.message, one.day) for one in week(log).chased)

    def decide(message: int, choice: Choice, day: date | None = None) -> None:
        log.add_decision(message, choice, day, at=NOON, via=Via.REPLY, reply=None)

    assert listed() == [(named, date(2027, 5, 1))]
    decide(1, Choice.CHASE)
    decide(named, Choice.CHASE)
    assert listed() == [(1, None), (named, date(2027, 5, 1))]
    decide(1, Choice.REMIND, date(2027, 1, 1))
    decide(named, Choice.LET_GO)
    assert listed() == [(1, date(2027, 1, 1))]
    decide(1, Choice.LET_GO)
    assert listed() == []


def test_a_debrief_is_open_until_anything_is_said_about_its_application(log: SqliteLog) -> None:
    """With its first question and the others; not for ever."""
    (entry,) = week(log).open
    assert (entry.message, entry.company, entry.question) == (1, "Acme", "Question 1?")
    assert entry.further == (("chase", "Question 2?"),)
    later = log.week(Week(2026, 53), start=NOON + days(40), end=NOON + days(47)).lists
    assert later.open == ()
    log.add_decision(1, Choice.LET_GO, None, at=NOON, via=Via.REPLY, reply=None)
    assert week(log).open == ()


def test_a_debrief_stays_open_when_its_rejection_is_told_again_with_more(log: SqliteLog) -> None:
    """Feedback that they add answers none of its questions; they are asked about the message that counts by now."""
    facts = Facts(company="Acme", role="Engineer", stage=Stage.INTERVIEW)
    more = log.record(judged("more@x", facts=facts, application=1, date=NOON + days(1)), at=NOON + days(1))
    log.put_first(more, before=1)
    (entry,) = week(log).open
    assert (entry.message, entry.question, entry.further) == (more, "Question 1?", (("chase", "Question 2?"),))
    log.add_decision(1, Choice.LET_GO, None, at=NOON, via=Via.REPLY, reply=None)
    assert week(log).open == ()


def test_the_lists_call_a_company_and_a_role_as_their_application_does(log: SqliteLog) -> None:
    """Where the message names no role, and its domain has the company in one word."""
    number = log.open_application("Elm Hospital", "Ward Nurse")
    log._write("UPDATE messages SET company = 'Elmhospital', role = '', application = ? WHERE id = 1", (number,))
    (entry,) = week(log).open
    log.add_decision(1, Choice.CHASE, None, at=NOON, via=Via.REPLY, reply=None)
    (chased,) = week(log).chased
    assert {(one.company, one.role) for one in (entry, chased)} == {("Elm Hospital", "Ward Nurse")}


def test_topics_are_counted_over_all_rejections_so_far(log: SqliteLog) -> None:
    """Each rejection once for a topic, however often it speaks of it."""
    log.record(judged("a@x", facts=FULL_FACTS), at=NOON)
    log.record(judged("b@x", facts=FULL_FACTS, date=NOON - days(90)), at=NOON)
    facts = log.week(Week(2026, 47), start=NOON - days(1), end=NOON + days(6))
    assert (dict(facts.topics), facts.explained) == ({"rust": 2}, 2)


def test_a_rejection_knows_what_the_user_wants(log: SqliteLog) -> None:
    """That its company is on the chase list, and which skills of the skill list its feedback names."""
    assert not log.rejection(1).is_chased
    log.add_decision(1, Choice.CHASE, None, at=NOON, via=Via.REPLY, reply=None)
    log.add_answer(1, point(3, step="master"), "Rust, an hour on Thursday", at=NOON, via=Via.REPLY, reply=None)
    log.add_answer(1, point(4, step="master"), "Go", at=NOON, via=Via.REPLY, reply=None)
    again = log.record(judged("again@x", company="ACME", facts=FULL_FACTS), at=NOON)
    assert (log.rejection(again).is_chased, log.rejection(again).skills) == (True, ("Rust",))
    log.add_decision(1, Choice.LET_GO, None, at=NOON, via=Via.REPLY, reply=None)
    log.finish([1], at=NOON)
    assert (log.rejection(again).is_chased, log.rejection(again).skills) == (False, ())
