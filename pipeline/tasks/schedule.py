"""Take schedules away, and see which are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.core.ports import Schedule
from pipeline.core.schedule import Standing
from pipeline.errors import UserError


def remove(schedules: Iterable[Schedule]) -> Iterator[str]:
    """Take schedules away; yield the name of each that was there, once it is gone."""
    for one in schedules:
        if one.standing() is not Standing.ABSENT:
            one.remove()
            yield one.name


def elsewhere(schedule: Schedule, others: Iterable[Schedule]) -> list[str]:
    """Return the names of the others that start the command, too; one that does not say is left out."""
    return [one.name for one in others if one.name != schedule.name and _is_there(one)]


def _is_there(schedule: Schedule) -> bool:
    try:
        return schedule.standing() is not Standing.ABSENT
    except UserError:
        return False
