"""Days for a calendar, read back by a library that reads those of others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from pipeline.adapters.calendar import Day, calendar_file
from pipeline.core.text import clean

icalendar = pytest.importorskip("icalendar")

NOTED = datetime(2026, 11, 18, 9, 17, tzinfo=UTC)
ONE = Day("1f@afterword.invalid", date(2027, 5, 1), NOTED, "Try Northwind again?", "They say; so, “ok” \\n")


def events(text: str) -> list[dict[str, object]]:
    """Return the entries of a file as a calendar program sees them."""
    return [dict(one) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def test_a_day_is_a_whole_day_that_leaves_the_user_free() -> None:
    """With the words as they were given, and the same identity each time."""
    (event,) = events(calendar_file([ONE]))
    assert str(event["UID"]) == "1f@afterword.invalid"
    assert event["DTSTART"].dt == date(2027, 5, 1)
    assert event["DTEND"].dt == date(2027, 5, 2)
    assert event["DTSTAMP"].dt == NOTED
    assert str(event["SUMMARY"]) == "Try Northwind again?"
    assert str(event["DESCRIPTION"]) == "They say; so, “ok” \\n"
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert calendar_file([ONE]) == calendar_file([ONE])


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.text(max_size=400), st.text(max_size=400), st.dates(date(1980, 1, 1), date.max)), max_size=4)
)
def test_no_text_breaks_out_of_its_line(entries: list[tuple[str, str, date]]) -> None:
    """Whatever it holds, there are as many entries as were given, in lines of at most 75 octets."""
    days = [Day(f"{n}@x", day, NOTED, summary, text) for n, (summary, text, day) in enumerate(entries)]
    written = calendar_file(days)
    lines = written.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    found = events(written)
    assert [str(one["SUMMARY"]) for one in found] == [clean(summary) for summary, _, _ in entries]
    assert [str(one.get("DESCRIPTION", "")) for one in found] == [clean(text) for _, text, _ in entries]
    assert [one["DTSTART"].dt for one in found] == [day for _, _, day in entries]


def test_a_name_cannot_begin_another_entry() -> None:
    """A line end with a component behind it stays a text."""
    evil = Day("x@y", date(2027, 5, 1), NOTED + timedelta(0), "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\\;,\\n")
    (event,) = events(calendar_file([evil]))
    assert str(event["SUMMARY"]) == "x END:VEVENT BEGIN:VEVENT"
    assert str(event["DESCRIPTION"]) == "\\;,\\n"
