"""Settle a timeline anew after something came onto it or left it: what is told again, and the stages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pipeline.core.applications.application import Application, Event, Stage, stage_from_timeline
from pipeline.core.applications.matching import LONGEST_ECHO, first_telling, news_between, weight
from pipeline.core.feedback import Feedback
from pipeline.core.verdict import Label


def stages(application: Application) -> dict[int, Stage]:
    """Return at which stage each rejection on a timeline came, by its number.

    What stands earlier on the timeline counts beside what the rejection states; and what the user wrote down of it goes
    before both, for all that tell it.
    """
    rejections = _rejections(application)
    came = {one.id: stage_from_timeline(one.stated, application, one.date) for one in rejections}
    first = {one.id: first_telling(application, one).id for one in rejections}
    noted = {first[one.id]: came[one.id] for one in rejections if one.by_hand and one.stated is not Stage.UNKNOWN}
    return {number: noted.get(first[number], stage) for number, stage in came.items()}


def settle(
    application: Application,
    came: Collection[int],
    given: Mapping[int, Sequence[Feedback]],
    beside: Collection[int] | None = None,
) -> dict[int, int | None]:
    """Return by number of a rejection which one it tells again from now on, where that changes, or None for none.

    A rejection that came within days of one that was there is that one told again, whatever the two name: the user
    says that they are about one candidacy. Of two, the one from mail counts, then the one that says more, then the
    first. What was there already stays one or several, as it was.

    Args:
        application: The application with all its messages.
        came: The numbers of those that came onto its timeline.
        given: The feedback in its rejections, by their numbers.
        beside: The numbers of those that they may tell again; None for all that were there.
    """
    rejections = _rejections(application)
    firsts = [one for one in rejections if first_telling(application, one) is one]
    there = [one for one in firsts if one.id not in came and (beside is None or one.id in beside)]
    known = stages(application)
    weights = {one.id: weight(given[one.id], known[one.id]) for one in rejections}
    told: dict[int, int] = {}
    for mine in (one for one in firsts if one.id in came):
        for other in (one for one in there if one.id not in told):
            if _are_two(application, mine, other):
                continue
            first, again = sorted((mine, other), key=lambda one: (one.by_hand, one.date, one.id))
            if not again.by_hand and weights[again.id] > weights[first.id]:
                first, again = again, first
            told[again.id] = first.id
            if again is mine:
                break
    repeats: dict[int, int | None] = {one.id: _last(told, one.id) for one in firsts if one.id in told}
    return repeats | {one.id: _last(told, one.repeats) for one in rejections if one.repeats in told}


def _rejections(application: Application) -> list[Event]:
    return [one for one in application.events if one.label is Label.REJECTION]


def _are_two(application: Application, one: Event, other: Event) -> bool:
    return abs(one.date - other.date) > LONGEST_ECHO or news_between(application, one.date, other.date)


def _last(told: Mapping[int, int], number: int | None) -> int | None:
    """Return the rejection that counts for one, where what it tells again may tell another one again itself."""
    while number is not None and number in told:
        number = told[number]
    return number
