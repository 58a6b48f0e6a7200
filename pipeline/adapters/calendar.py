"""Days for a calendar, as an iCalendar file (RFC 5545).

Written by hand: a day with three texts needs forty lines, the tests read them with a library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pipeline.core.text import clean

#: RFC 5545 §3.1: octets of a line, without its end.
_LINE = 75


@dataclass(frozen=True, slots=True)
class Day:
    """An entry that takes no time of its day: `uid` is the same for the same entry, `noted` when it was learnt."""

    uid: str
    day: date
    noted: datetime
    summary: str
    description: str = ""


def calendar_file(days: Iterable[Day]) -> str:
    """Return an iCalendar file with these days, lines ended by CRLF; any calendar program can take it in."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for one in days:
        lines += _event(one)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(day: Day) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.uid)}"
    yield f"DTSTAMP:{day.noted.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_date(day.day)}"
    # The end is outside (RFC 5545 §3.6.1). Outlook makes an hour of a day without one.
    if day.day < date.max:
        yield f"DTEND;VALUE=DATE:{_date(day.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(day.summary)}"
    if day.description:
        yield f"DESCRIPTION:{_text(day.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Return a text on one line, escaped (RFC 5545 §3.3.11)."""
    return clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets that cut no character in two (RFC 5545 §3.1)."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LINE:
            yield piece
            piece = " "
        piece += character
    yield piece
