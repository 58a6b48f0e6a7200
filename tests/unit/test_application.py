"""Applications: whether they are open, and how far they had come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.core.applications.application import Application, Event, Stage, stage_from_timeline
from pipeline.core.message import Address
from pipeline.core.verdict import Label

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def application(*events: tuple[Label, int]) -> Application:
    """Return an application with messages of a label so many days before noon."""
    timeline = [
        Event(number, f"{number}@x", NOON - timedelta(days=days), label, "", Address())
        for number, (label, days) in enumerate(events, 1)
    ]
    return Application(1, "Acme", "Engineer", tuple(timeline))


def test_an_application_is_open_until_a_rejection() -> None:
    """What comes after one does not open it again."""
    assert application().is_open
    assert application((Label.ACKNOWLEDGEMENT, 9), (Label.INTERVIEW, 5)).is_open
    assert not application((Label.REJECTION, 5), (Label.STATUS_UPDATE, 1)).is_open


def test_it_knows_the_messages_on_its_timeline() -> None:
    """By Message-ID."""
    assert application((Label.OFFER, 2), (Label.OTHER, 1)).message_ids == {"1@x", "2@x"}


@pytest.mark.parametrize(
    ("stated", "events", "stage"),
    [
        (Stage.UNKNOWN, [(Label.INTERVIEW, 5)], Stage.INTERVIEW),
        (Stage.APPLICATION, [(Label.INTERVIEW, 5), (Label.ASSESSMENT, 3)], Stage.INTERVIEW),
        (Stage.APPLICATION, [(Label.ASSESSMENT, 5)], Stage.ASSESSMENT),
        (Stage.INTERVIEW, [(Label.ASSESSMENT, 5)], Stage.INTERVIEW),
        (Stage.ASSESSMENT, [(Label.ACKNOWLEDGEMENT, 5)], Stage.ASSESSMENT),
        (Stage.UNKNOWN, [(Label.ACKNOWLEDGEMENT, 5)], Stage.UNKNOWN),
        (Stage.APPLICATION, [(Label.INTERVIEW, -1)], Stage.APPLICATION),
        (Stage.APPLICATION, [(Label.INTERVIEW, 0)], Stage.APPLICATION),
    ],
)
def test_the_furthest_stage_that_came_before_counts(
    stated: Stage, events: list[tuple[Label, int]], stage: Stage
) -> None:
    """What the rejection does not mention, its timeline knows; what came after it does not count."""
    assert stage_from_timeline(stated, application(*events), NOON) is stage


@pytest.mark.parametrize("stated", list(Stage))
def test_without_an_application_the_message_has_the_word(stated: Stage) -> None:
    """There is nothing else to go by."""
    assert stage_from_timeline(stated, None, NOON) is stated


def test_silence_after_one_message_that_names_no_role_is_not_told() -> None:
    """An appointment with a doctor looks like an invitation; the user's own entry does not."""
    once = replace(application((Label.INTERVIEW, 40)), role="")
    assert once.last_heard is None
    assert replace(once, role="Engineer").last_heard == once.events[0].date
    assert replace(application((Label.ACKNOWLEDGEMENT, 50), (Label.INTERVIEW, 40)), role="").last_heard is not None
    assert replace(once, events=(replace(once.events[0], by_hand=True),)).last_heard is not None
