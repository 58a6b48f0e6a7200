"""The user's label: final, and what it owes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from support.log_examples import NOON, days, judged
from support.sure import sure_judge

from pipeline.adapters.log import SqliteLog
from pipeline.core.application import Stage
from pipeline.core.plan import Policy
from pipeline.core.verdict import Decision, Label
from pipeline.errors import UnknownIdError
from pipeline.tasks.label import label


@pytest.fixture
def log() -> Iterator[SqliteLog]:
    """Give a log with an interview, an uncertain message and an old one."""
    with SqliteLog.open(None) as log:
        log.record(judged("talk@x", label=Label.INTERVIEW), at=NOON)
        log.record(judged("unsure@x", decision=Decision.UNCERTAIN), at=NOON)
        log.record(judged("old@x", label=Label.STATUS_UPDATE, date=NOON - days(15)), at=NOON)
        yield log


def owed(log: SqliteLog) -> list[object]:
    """Return what the letters owed are about, and when they are due."""
    return [(row["about"], row["due"]) for row in log.outbox()]


@pytest.mark.parametrize(("number", "name"), [(1, "talk@x"), (2, "unsure@x")])
def test_a_fresh_message_labelled_a_rejection_owes_its_debrief(log: SqliteLog, number: int, name: str) -> None:
    """After the same pause as one that the model found, and once."""
    policy = Policy(debrief_after=timedelta(hours=2))
    for later in (0, 1):
        label(log, number, Label.REJECTION, policy=policy, now=NOON + days(later), judge=sure_judge())
    assert owed(log) == [(name, NOON + timedelta(hours=2))]
    assert [one.message_id for one in log.rejections()] == [name]


def test_an_old_one_is_logged_and_owes_nothing(log: SqliteLog) -> None:
    """Nobody wants a debrief about last spring."""
    label(log, 3, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []
    assert [one.message_id for one in log.rejections()] == ["old@x"]


def test_without_debriefs_no_label_owes_one(log: SqliteLog) -> None:
    """The user's choice holds for labels too."""
    label(log, 1, Label.REJECTION, policy=Policy(debriefs=False), now=NOON, judge=sure_judge())
    assert owed(log) == []


@pytest.mark.parametrize("chosen", [one for one in Label if one is not Label.REJECTION])
def test_any_other_label_owes_nothing_and_settles_the_question(log: SqliteLog, chosen: Label) -> None:
    """The message is not asked about again."""
    label(log, 2, chosen, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []
    assert log.asked() == []
    assert log.rejections() == []


def test_an_unknown_number_changes_nothing(log: SqliteLog) -> None:
    """It is an error that names it."""
    with pytest.raises(UnknownIdError, match="no message 99"):
        label(log, 99, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []


def test_a_missed_rejection_is_read_again_for_what_it_says(log: SqliteLog) -> None:
    """What the model took for an invitation has the facts of a rejection once the user says that it is one."""
    log.record(
        judged("missed@x", label=Label.INTERVIEW, text="After your interview we chose another candidate."), at=NOON
    )

    label(log, 4, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())

    found = log.rejection(4)
    assert found.stage is Stage.INTERVIEW
    assert found.evidence == "After your interview we chose another candidate."


def test_a_rejection_that_tells_another_again_can_be_labelled_one_and_owes_nothing(log: SqliteLog) -> None:
    """The user agrees with what is logged; the letter about the first one is about both."""
    first = log.record(judged("first@x"), at=NOON)
    again = log.record(judged("again@x", repeats=first), at=NOON)

    label(log, again, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())

    assert log.message(again)["user_label"] == "rejection"
    assert log.told_by(again) == first
    assert owed(log) == []
