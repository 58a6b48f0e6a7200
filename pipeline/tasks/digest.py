"""The weekly letter: which week is due, and that it is owed once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo

from pipeline.core.calendar import Week
from pipeline.core.letters.letter import LetterKind
from pipeline.core.ports import Outbox


def span_in(timezone: tzinfo | None, *, until: datetime | None = None) -> Callable[[Week], tuple[datetime, datetime]]:
    """Return what gives the first instant of a week and that of the next one, in a time zone (None: the machine's).

    With `until`, a week that is not over yet ends then.
    """

    def span(week: Week) -> tuple[datetime, datetime]:
        start = datetime.combine(week.monday, time())
        end = datetime.combine(week.monday + timedelta(days=7), time())
        if timezone is None:
            start, end = start.astimezone(), end.astimezone()
        else:
            start, end = start.replace(tzinfo=timezone), end.replace(tzinfo=timezone)
        return start, end if until is None else min(end, until)

    return span


def week_due(now: datetime, timezone: tzinfo | None) -> Week:
    """Return the last week that has ended."""
    return Week.of(now.astimezone(timezone).date()).before()


def owe_digest(log: Outbox, week: Week, *, now: datetime) -> None:
    """Put the digest of a week into the outbox; the same week a second time changes nothing."""
    log.owe(LetterKind.DIGEST, str(week), now)
