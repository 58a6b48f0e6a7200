"""What one debrief about several rejections says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from golden.facts import BERLIN, make_rejection
from hypothesis import given, settings, strategies as st

from pipeline import resources
from pipeline.adapters.letters import load_wordings
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.letters.day import DayLetter, write_day
from pipeline.core.text import clean

WORDINGS = load_wordings(resources.STEPS)
ENGLISH = WORDINGS["en"]
CAME = datetime(2026, 11, 18, 9, tzinfo=UTC)
GAP = {"kind": "gap", "text": "We missed an example."}

rejections = st.lists(
    st.fixed_dictionaries(
        {
            "stage": st.sampled_from([str(one) for one in Stage]),
            "reason": st.sampled_from([str(one) for one in Reason]),
            "company": st.text(max_size=30),
            "earlier": st.integers(0, 3),
            "feedback": st.lists(
                st.fixed_dictionaries(
                    {"kind": st.sampled_from([str(one) for one in FeedbackKind]), "text": st.text(max_size=400)}
                ),
                max_size=4,
            ),
        }
    ),
    min_size=2,
    max_size=20,
)


def day(*facts: dict[str, Any], language: str = "en") -> DayLetter:
    """Return the content of a letter about some rejections, an hour apart."""
    made = [
        make_rejection(id=number, message_id=f"{number}@a.example", date=CAME + timedelta(hours=number), **one)
        for number, one in enumerate(facts, start=1)
    ]
    return write_day("about", made, WORDINGS[language], BERLIN)


def test_an_end_that_feedback_was_added_to_is_told_under_its_own_day() -> None:
    """Of two, the one that ended first stands first."""
    letter = day({"company": "Acme"}, {"company": "Bolt", "first_told": CAME - timedelta(days=2)})
    assert [one.name for one in letter.entries] == ["Bolt, Data Engineer", "Acme, Data Engineer"]
    assert "16" in letter.opening


@settings(max_examples=80)
@given(rejections, st.sampled_from(["en", "de"]))
def test_it_asks_little_and_leaves_nobody_out(facts: list[dict[str, Any]], language: str) -> None:
    """Between two and five questions in the order of the steps; every rejection is told, in full or in the list."""
    order = ["weigh", "prepare", "apply", "chase"]
    letter = day(*facts, language=language)
    asked = [one.step for one in letter.questions]
    assert 2 <= len(asked) <= 5
    assert asked == sorted(asked, key=order.index)
    told = len(letter.entries) + (len(letter.also.groups[0].items) if letter.also else 0)
    assert told == len(facts)
    assert all(entry.name and entry.text for entry in letter.entries)
    marks = ' "“„”«»'  # those that a text has around it itself are not shown beside ours
    quotes = [item.quote.strip(marks) for entry in letter.entries for group in entry.groups for item in group.items]
    sources = [clean(piece["text"]).strip(marks) for one in facts for piece in one["feedback"]]
    assert all(any(s == q or (q.endswith("…") and s.startswith(q[:-1])) for s in sources) for q in quotes)


def test_one_word_answers_the_first_question() -> None:
    """And the last one is about where to try again."""
    questions = day({}, {}).questions
    assert questions[0].text in ENGLISH.phrases["day.first"]
    assert questions[-1].text in ENGLISH.phrases["day.chase"]


def test_gaps_go_before_meetings_and_meetings_before_paper() -> None:
    """Each names the application that it is about, the newest of its kind first."""
    questions = day({"company": "A"}, {"feedback": [GAP], "company": "B"}, {"stage": "application"}).questions
    assert [(one.step, one.label.partition(",")[0], one.about) for one in questions[1:-1]] == [
        ("prepare", "A", 1),
        ("apply", "B", 2),
    ]
    assert questions[2].quote == "“We missed an example.”"
    paper = day({"stage": "application"}, {"stage": "unknown"}).questions
    assert [one.text in ENGLISH.phrases["day.paper"] for one in paper] == [False, True, False]


def test_three_gaps_of_ten_are_asked_about_one_of_each_first() -> None:
    """Those that came of a conversation go first; second gaps wait for the log."""
    two = {"feedback": [GAP, {**GAP, "text": "Two."}]}
    questions = day({**two, "stage": "application"}, two, two).questions
    assert [one.about for one in questions[1:-1]] == [3, 2, 1]
    assert len({one.text for one in questions}) == 5


@pytest.mark.parametrize("reason", ["filled", "cancelled", "on_hold", "eligibility"])
def test_nobody_is_asked_what_went_wrong_where_nothing_did(reason: str) -> None:
    """Two questions are left: which one was wanted, and where to try again."""
    letter = day({"reason": reason, "feedback": [GAP]}, {"reason": reason, "stage": "application"})
    assert [one.step for one in letter.questions] == ["weigh", "chase"]


def test_the_date_is_told_once_where_it_is_the_same() -> None:
    """Otherwise each has its own; a day is one of the reader's time zone."""
    same, apart = day({}, {}), day(*[{}] * 20)
    assert "on 18 November" in same.opening
    assert "November" not in same.entries[0].text
    assert "from 18 to 19 November" in apart.opening
    assert apart.entries[-1].text.startswith("After the interview, 19 November.")


def test_beyond_twelve_the_older_ones_are_listed_with_their_numbers() -> None:
    """Nothing is left out, and the letter stays one that is read."""
    letter = day(*[{}] * 15)
    assert [entry.number for entry in letter.entries] == [f"no.\u00a0{number}" for number in range(4, 16)]
    assert letter.also is not None
    assert [item.by.rpartition("\u00a0")[2] for item in letter.also.groups[0].items] == ["1", "2", "3"]


def test_what_was_said_stands_in_place_of_the_deciding_sentence() -> None:
    """At most three pieces, what was missed among them before all else."""
    pieces = [{"kind": kind, "text": f"{kind} {n}"} for kind in ("strength", "advice", "gap") for n in (1, 2)]
    entry = day({"evidence": "No.", "feedback": pieces}, {"evidence": "No."}).entries[0]
    assert entry.evidence == ""
    assert [item.quote for group in entry.groups for item in group.items] == ["“gap 1”", "“gap 2”", "“advice 1”"]
    assert day({}, {"evidence": "No."}).entries[1].evidence == "“No.”"


@pytest.mark.parametrize("pieces", [[GAP] * 3 + [{"kind": "strength", "text": "Clear."}], [GAP | {"text": "w " * 200}]])
def test_what_is_left_out_of_a_part_is_said(pieces: list[dict[str, Any]]) -> None:
    """Praise beside three gaps, or the end of a long piece: the letter names the command that shows all of it."""
    whole, short = day({"feedback": [GAP] * 3}, {"feedback": pieces}).entries
    assert whole.commands == ()
    assert short.commands == (("Shortened here. The rest is in the log:", "afterword show 2"),)


def test_the_list_of_older_ones_says_where_their_feedback_is() -> None:
    """It names them alone; where nothing was said of any, nothing is left out."""
    told, silent = day({"feedback": [GAP]}, *[{}] * 13).also, day(*[{}] * 14).also
    assert told
    assert silent
    assert (told.rest, told.command) == ("Shortened here. The rest is in the log:", "afterword log")
    assert (silent.rest, silent.command) == ("", "")


def test_it_says_where_lines_to_ask_for_feedback_are() -> None:
    """In the debrief about that one alone."""
    entry = day({"offers_feedback": True}, {}).entries[0]
    assert entry.commands == (
        ("They offer feedback if you ask. This shows a few lines for that:", "afterword debrief 1 --preview"),
    )
