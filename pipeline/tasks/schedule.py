"""Put a schedule in place, or take it away."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.core.ports import Schedule
from pipeline.core.schedule import Standing
from pipeline.errors import UserError


def install(schedule: Schedule) -> bool:
    """Put a schedule in place and return whether there was anything to do."""
    if schedule.standing() is Standing.SAME:
        return False
    schedule.install()
    return True


def remove(schedules: Iterable[Schedule]) -> list[str]:
    """Take schedules away and return the names of those that were there."""
    found = [one for one in schedules if one.standing() is not Standing.ABSENT]
    for one in found:
        one.remove()
    return [one.name for one in found]


def elsewhere(schedule: Schedule, others: Iterable[Schedule]) -> list[str]:
    """Return the names of the others that start the command, too; one that does not say is left out."""
    return [one.name for one in others if one.name != schedule.name and _is_there(one)]


def _is_there(schedule: Schedule) -> bool:
    try:
        return schedule.standing() is not Standing.ABSENT
    except UserError:
        return False
