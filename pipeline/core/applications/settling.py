"""Settle a timeline anew after the user has put something onto it: what is told again, and the stages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.core.applications.application import Application, Event, Stage, stage_from_timeline
from pipeline.core.applications.matching import LONGEST_ECHO, first_telling, news_between, weight
from pipeline.core.feedback import Feedback
from pipeline.core.verdict import Label


@dataclass(frozen=True, slots=True)
class Settled:
    """What changes on a timeline: by number of a message, its stage, and the rejection that it tells again, or None."""

    stages: Mapping[int, Stage]
    repeats: Mapping[int, int | None]


def settle(application: Application, came: Collection[int], given: Mapping[int, Sequence[Feedback]]) -> Settled:
    """Return what changes on a timeline onto which the user has put some messages.

    A rejection that came within days of one that was there is that one told again, whatever the two name: the user
    says that they are about one candidacy. Of two, the one from mail counts, then the one that says more, then the
    first. What was there already stays one or several, as it was.

    Args:
        application: The application with all its messages.
        came: The numbers of those that the user put there.
        given: The feedback in its rejections, by their numbers.
    """
    rejections = [one for one in application.events if one.label is Label.REJECTION]
    firsts = [one for one in rejections if first_telling(application, one) is one]
    stages = {one.id: stage_from_timeline(one.stage, application, one.date) for one in rejections}
    weights = {one.id: weight(given[one.id], stages[one.id]) for one in rejections}
    told: dict[int, int] = {}
    for mine in (one for one in firsts if one.id in came):
        for other in (one for one in firsts if one.id not in came and one.id not in told):
            if _are_two(application, mine, other):
                continue
            first, again = sorted((mine, other), key=lambda one: (one.by_hand, one.date, one.id))
            if not again.by_hand and weights[again.id] > weights[first.id]:
                first, again = again, first
            told[again.id] = first.id
            if again.by_hand and again.stage is not Stage.UNKNOWN:
                stages[first.id] = again.stage
            if again is mine:
                break
    repeats: dict[int, int | None] = {one.id: _last(told, one.id) for one in firsts if one.id in told}
    repeats |= {one.id: _last(told, one.repeats) for one in rejections if one.repeats in told}
    return Settled({one.id: stages[one.id] for one in rejections if stages[one.id] is not one.stage}, repeats)


def _are_two(application: Application, one: Event, other: Event) -> bool:
    return abs(one.date - other.date) > LONGEST_ECHO or news_between(application, one.date, other.date)


def _last(told: Mapping[int, int], number: int | None) -> int | None:
    """Return the rejection that counts for one, where what it tells again may tell another one again itself."""
    while number is not None and number in told:
        number = told[number]
    return number
