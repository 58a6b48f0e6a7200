"""When letters may leave: mornings, quiet hours, a few letters a day, and pauses that the user asked for.

All of it goes by the clock on the user's wall. Where that clock skips an hour, a time within it counts as if the clock
had not moved yet; where it repeats one, the first of the two counts (PEP 495, fold=0).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

#: What the setting `paused_until` holds for a pause without an end.
FOREVER = "forever"
#: The setting that holds until when letters are paused: an instant (ISO 8601), `forever`, or nothing.
PAUSED_UNTIL = "paused_until"

#: Whoever is up at this hour has not gone to bed yet: their next morning is that of the same date.
_NIGHT_ENDS = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Morning:
    """A time of day at which debriefs leave."""

    at: time
    zone: tzinfo

    def after(self, moment: datetime) -> datetime:
        """Return the next morning after a moment, in UTC; the hours before four belong to the day before."""
        day = (moment.astimezone(self.zone).replace(tzinfo=None) - _NIGHT_ENDS).date() + timedelta(days=1)
        due = _instant(day, self.at, self.zone)
        return due if due > moment else _instant(day + timedelta(days=1), self.at, self.zone)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A span of the day in which no letter leaves; it may go over midnight. Its end is outside."""

    start: time
    end: time

    def hold(self, clock: time) -> bool:
        """Return whether a time on the wall lies in them."""
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


@dataclass(frozen=True, slots=True)
class Manners:
    """What the user has chosen about letters that leave by themselves.

    `most_a_day` is how many letters about rejections leave on one day. With `is_shared`, debriefs that are due
    together share a letter. `paused_until` is what the setting of that name holds. Without `debriefs` none about a
    rejection leaves, not even one that was owed before.
    """

    zone: tzinfo = UTC
    quiet: QuietHours | None = None
    most_a_day: int = 2
    is_shared: bool = True
    paused_until: str = ""
    debriefs: bool = True

    def is_quiet(self, now: datetime) -> bool:
        """Return whether nothing may leave now because of the hour."""
        return self.quiet is not None and self.quiet.hold(now.astimezone(self.zone).time())

    def is_paused(self, now: datetime) -> bool:
        """Return whether nothing may leave now because the user asked for a pause."""
        return is_paused(self.paused_until, now)

    @property
    def piles_up_until(self) -> datetime | None:
        """The end of the pause, be it over or not; the end of all days if it has none, and None without a pause."""
        return datetime.max.replace(tzinfo=UTC) if self.paused_until == FOREVER else end_of_pause(self.paused_until)

    def opens(self, moment: datetime) -> datetime | None:
        """Return when, from a moment on, a letter may leave by itself; None in a pause without an end."""
        if self.is_paused(moment):
            end = end_of_pause(self.paused_until)
            return self.opens(end) if end is not None else None
        if self.quiet is None or not self.is_quiet(moment):
            return moment
        day = moment.astimezone(self.zone).date()
        ends = (_instant(day + timedelta(days=days), self.quiet.end, self.zone) for days in range(3))
        return next(end for end in ends if end > moment)

    def day_of(self, now: datetime) -> tuple[datetime, datetime]:
        """Return the first instant of the day on the user's calendar, and that of the next, in UTC."""
        today = now.astimezone(self.zone).date()
        return _instant(today, time(), self.zone), _instant(today + timedelta(days=1), time(), self.zone)


def is_paused(setting: str, now: datetime) -> bool:
    """Return whether a pause that the setting `paused_until` holds is still on."""
    end = end_of_pause(setting)
    return setting == FOREVER or (end is not None and now < end)


def end_of_pause(setting: str) -> datetime | None:
    """Return the instant at which a pause ends or ended; None if there is none, or no end to it.

    A setting that says nothing sensible is no pause: silence must not come from a slip.
    """
    try:
        end = datetime.fromisoformat(setting)
    except ValueError:
        return None
    return end if end.tzinfo else end.replace(tzinfo=UTC)


def _instant(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
