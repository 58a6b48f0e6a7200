"""Days and weeks on the user's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

#: Messages without a usable date are logged with the epoch; nobody applied by message before the first year.
_YEARS = range(1980, 9999)


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO 8601 week, Monday to Sunday."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Week:
        """Return the week that a text such as `2026-W47` names; raise ValueError if it names none."""
        year, _, number = text.partition("-W")
        week = cls(int(year), int(number))
        if not 1 <= week.year < date.max.year:  # the last week of all has no Sunday
            raise ValueError(f"no calendar has the week {text}")
        week.monday  # noqa: B018 - raises ValueError for a week that does not exist
        return week

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the week that a day lies in."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    def before(self) -> Week:
        """Return the week before this one."""
        return Week.of(self.monday - timedelta(days=7))

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


def day_of(moment: datetime, zone: tzinfo) -> date | None:
    """Return the day of a moment in a time zone, or None if the moment cannot be meant."""
    return moment.astimezone(zone).date() if moment.year in _YEARS else None
