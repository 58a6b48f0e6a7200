"""`afterword stats`: figures where there are enough, and a sentence where there are not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, days, judged

from pipeline.core.applications.application import Facts, Stage
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.verdict import Label

RUST = Feedback(FeedbackKind.GAP, "depth in Rust", ("technical_skill", "experience"))
CLEAR = Feedback(FeedbackKind.STRENGTH, "clear answers", ("communication",))
SKILL = Feedback(FeedbackKind.GAP, "more SQL", ("technical_skill",))

#: Days from confirmation to rejection, stage, feedback; None: nothing is known from before the rejection.
CASES: list[tuple[int | None, Stage, tuple[Feedback, ...]]] = [
    (1, Stage.APPLICATION, ()),
    (2, Stage.APPLICATION, ()),
    (3, Stage.APPLICATION, (RUST, SKILL)),
    (4, Stage.APPLICATION, (SKILL,)),
    (5, Stage.APPLICATION, (CLEAR,)),
    (21, Stage.INTERVIEW, (SKILL, CLEAR)),
    (30, Stage.INTERVIEW, ()),
    (40, Stage.INTERVIEW, ()),
    (None, Stage.UNKNOWN, ()),
    (None, Stage.UNKNOWN, ()),
]


def filled(folder: Path, count: int) -> Desk:
    """Return an installation with the first cases: all but the last two in November."""
    desk = Desk(folder)
    with desk.log() as log:
        for place, (wait, stage, feedback) in enumerate(CASES[:count]):
            date = NOON if place < 8 else NOON + days(20)
            application = None
            if wait is not None:
                application = log.open_application(f"C{place}", "")
                log.record(
                    judged(
                        f"ack{place}@x", label=Label.ACKNOWLEDGEMENT, application=application, date=date - days(wait)
                    ),
                    at=NOON,
                )
            facts = Facts(company=f"C{place}", stage=stage, feedback=feedback)
            log.record(judged(f"no{place}@x", facts=facts, date=date, application=application), at=NOON)
    return desk


@pytest.mark.parametrize(("count", "words"), [(0, "no rejection is"), (1, "one rejection is"), (9, "9 rejections are")])
def test_too_few_rejections_give_a_sentence_and_no_figures(tmp_path: Path, count: int, words: str) -> None:
    """Nobody is told a share of nine."""
    desk = filled(tmp_path, count)
    text = f"Too few for figures: {words} logged, and fewer than 10 say nothing about the next one."
    assert desk.says("stats") == text + "\n"
    assert json.loads(desk.says("stats", "--json")) == {
        "rejections": count,
        "enough": False,
        "minimum": {"rejections": 10, "group": 3},
        "text": text,
    }


def test_a_rejection_counts_in_the_month_in_which_it_came(tmp_path: Path) -> None:
    """Feedback that was given in the next one moves none."""
    desk = filled(tmp_path, 10)
    with desk.log() as log:
        first = log.rejections()[0]
        assert first.application is not None
        facts = Facts(company="C0", stage=Stage.APPLICATION, feedback=(SKILL,))
        date = first.date + days(20)
        more = log.record(judged("more@x", facts=facts, date=date, application=first.application.id), at=NOON)
        log.put_first(more, before=first.id)
    (group,) = json.loads(desk.says("stats", "--json"))["months"]["groups"]
    assert (group["name"], group["count"]) == ("2026-11", 8)


def test_figures_come_with_their_counts_and_small_groups_are_left_out(tmp_path: Path) -> None:
    """By month, stage and topic, and the days that answers took with median and quartiles."""
    record = json.loads(filled(tmp_path, 10).says("stats", "--json"))
    assert record["months"] == {
        "groups": [{"name": "2026-11", "count": 8, "total": 10, "share": 0.8}],
        "left_out": 2,
    }
    assert [(one["name"], one["count"]) for one in record["stages"]["groups"]] == [("application", 5), ("interview", 3)]
    assert record["stages"]["left_out"] == 2
    assert record["days_to_rejection"] == [
        {"name": "all", "count": 8, "lower": 2.75, "median": 4.5, "upper": 23.25},
        {"name": "application", "count": 5, "lower": 2.0, "median": 3.0, "upper": 4.0},
        {"name": "interview", "count": 3, "lower": 25.5, "median": 30.0, "upper": 35.0},
    ]
    assert record["with_feedback"] == 4
    assert record["topics"] == {
        "groups": [{"name": "technical_skill", "count": 3, "total": 4, "share": 0.75}],
        "left_out": 2,
    }


def test_people_read_the_same_figures(tmp_path: Path) -> None:
    """Each share stands beside its counts."""
    words = " ".join(filled(tmp_path, 10).says("stats").split())
    for part in (
        "10 rejections By month 2026-11 8 of 10 80% 2 more in months with fewer than 3 each",
        "application 5 of 10 50%",
        "all median 4.5, half of them from 2.75 to 23.25 (8 rejections)",
        "given 4 of 10 40% technical skill 3 of 4 75% 2 more topics in fewer than 3 rejections each",
    ):
        assert part in words


@pytest.mark.parametrize("count", [0, 1, 2])
def test_no_share_is_told_of_feedback_that_hardly_anybody_gave(tmp_path: Path, count: int) -> None:
    """It is a group like any other."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for place in range(11):
            facts = Facts(company=f"C{place}", feedback=(CLEAR,) if place < count else ())
            log.record(judged(f"{place}@x", facts=facts), at=NOON)
    told = desk.says("stats").partition("Feedback\n")[2]
    assert told.startswith("  given in fewer than 3 rejections\n")
    assert "%" not in told


def test_a_second_rejection_of_an_application_is_no_second_answer(tmp_path: Path) -> None:
    """A copy from another sender does not lengthen the wait; nor does one that nothing came before."""
    desk = filled(tmp_path, 10)
    with desk.log() as log:
        log.record(judged("again@x", date=NOON + days(300), application=1), at=NOON)
        alone = log.open_application("Alone", "")
        log.record(judged("alone@x", application=alone), at=NOON)
    assert json.loads(desk.says("stats", "--json"))["days_to_rejection"][0]["count"] == 8


def test_an_answer_came_when_it_was_told_first(tmp_path: Path) -> None:
    """Whichever of two tellings counts; where the first thing known is a rejection, nothing is known of the wait."""
    desk = filled(tmp_path, 10)
    with desk.log() as log:
        more = log.record(judged("more@x", date=NOON + days(9), application=1), at=NOON)
        log.put_first(more, before=log.number_of("no0@x"))
        alone = log.open_application("Alone", "")
        first = log.record(judged("alone@x", application=alone), at=NOON)
        last = log.record(judged("alone more@x", date=NOON + days(9), application=alone), at=NOON)
        log.put_first(last, before=first)
    waits = json.loads(desk.says("stats", "--json"))["days_to_rejection"]
    assert waits[0] == {"name": "all", "count": 8, "lower": 2.75, "median": 4.5, "upper": 23.25}


def test_months_and_days_are_those_of_the_users_time_zone(tmp_path: Path) -> None:
    """The last hour of a month in UTC is the next one in Berlin."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for place in range(10):
            log.record(judged(f"{place}@x", date=datetime(2026, 11, 30, 23, 30, tzinfo=UTC)), at=NOON)
    assert "2026-11 " in desk.says("stats")
    config = tmp_path / "config.toml"
    config.write_text(config.read_text(encoding="utf-8").replace('"UTC"', '"Europe/Berlin"'), encoding="utf-8")
    assert "2026-12 " in desk.says("stats")
