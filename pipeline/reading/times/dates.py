"""Dates and times of the year in the words of seven languages, in relation to the day on which something was written.

The words are searched by small patterns of our own: general parsers take "may" for a month and "we" for a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.reading.times.date_words import (
    AFTER_EASTER,
    AFTER_SEASON,
    DAY_MONTH_YEAR,
    FOR_MONTH,
    FROM_MONTH,
    FROM_YEAR,
    HALF,
    HIRING_MONTHS,
    HIRING_SEASON,
    IN_MONTH,
    MONTH_DAY_YEAR,
    MONTH_NUMBER,
    MONTH_YEAR,
    NEXT_HALF,
    NEXT_MONTH,
    NEXT_YEAR,
    NUMERIC,
    ORDINALS,
    QUARTER,
    SEASON,
    SEASON_MONTH,
    SEASON_OF_YEAR,
    TIMES,
    YEAR_END,
)
from pipeline.reading.times.spans import months_later, once_in, span_in


def date_in(text: str, sent: date, *, keeping: bool = False, day_first: bool = False) -> date | None:
    """Return the day that a sentence names, in relation to the day on which it was sent; None if it names none.

    A span for which something is kept ("on file for a year") is no waiting time, unless `keeping` asks for it. Where
    both numbers of `01/09/2026` may be the month it is no day, unless `day_first` says that it begins with the day.
    """
    try:
        return (
            next((day for _, day in written_days(text, sent, day_first=day_first)), None)
            or (None if keeping else _from_month(text, sent))
            or span_in(text, sent, keeping=keeping)
            or _part_of_year(text, sent)
            or _named_month(text, sent)
            or _year_end(text, sent, keeping=keeping)
            or _season(text, sent)
            or _next(text, sent)
            or _hiring_season(text, sent)
            or (None if keeping else once_in(text, sent))
        )
    except (ValueError, OverflowError):
        return None  # a forged date of the message lies at the end of the calendar


def written_days(text: str, sent: date, *, day_first: bool) -> Iterator[tuple[re.Match[str], date | None]]:
    """Yield where a day is written out, with the day: the next one if no year is named; None if there is no such day.

    Those in figures go before those in words. Without `day_first`, `01/09/2026` may be one of two days and so is none,
    and neither is `4.5.`, which ends a sentence about a score.
    """
    for match in NUMERIC.finditer(text):
        parts = {name.rstrip("234"): int(value) for name, value in match.groupdict().items() if value}
        if not day_first and "year" not in parts:
            continue
        if "one" in parts:
            parts |= _day_and_month(parts.pop("one"), parts.pop("other"), day_first=day_first)
        yield match, _written(sent, **parts)
    for pattern in (DAY_MONTH_YEAR, MONTH_DAY_YEAR):
        for match in pattern.finditer(text):
            month, day = MONTH_NUMBER[match["month"].lower()], int(match["day"])
            yield match, _written(sent, day, month, int(match["year"] or 0))


def _day_and_month(one: int, other: int, *, day_first: bool) -> dict[str, int]:
    """Return which of two numbers is the day and which the month; zeros where either may be."""
    if other > 12:
        return {"day": other, "month": one}
    return {"day": one, "month": other} if day_first or one > 12 or one == other else {"day": 0, "month": 0}


def _written(sent: date, day: int, month: int, year: int = 0) -> date | None:
    """Return a day of a year, which may be given by its last two figures, or else the next such day."""
    coming = sent.year if (month, day) > (sent.month, sent.day) else sent.year + 1
    return _day(year + 2000 if 0 < year < 100 else year or coming, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named_month(text: str, sent: date) -> date | None:
    """Return the first day of a month that is named with a year or behind a preposition."""
    match = MONTH_YEAR.search(text)
    if match:
        return date(int(match["year"]), MONTH_NUMBER[match["month"].lower()], 1)
    match = IN_MONTH.search(text) or FOR_MONTH.search(text)
    return _coming(sent, MONTH_NUMBER[match["month"].lower()]) if match else None


def _from_month(text: str, sent: date) -> date | None:
    """Return the first day of a month from which something holds: it goes before any span in the same sentence."""
    match = FROM_MONTH.search(text)
    if not match:
        return None
    month = MONTH_NUMBER[match["month"].lower()]
    day = _first_day(match, month, sent)
    return day if day > sent else None


def _part_of_year(text: str, sent: date) -> date | None:
    """Return the first day of a quarter or of half a year."""
    for pattern, months in ((QUARTER, 3), (HALF, 6)):
        match = pattern.search(text)
        if match:
            number = int(match.groupdict().get("number") or _ordinal(match["word"].lower()))
            month = months * (number - 1) + 1
            if month > 12:
                continue
            if not match["year"] and NEXT_YEAR.search(text, match.end()):
                return date(sent.year + 1, month, 1)
            return _first_day(match, month, sent)
    return min(_coming(sent, month) for month in (1, 7)) if NEXT_HALF.search(text) else None


def _year_end(text: str, sent: date, *, keeping: bool) -> date | None:
    """Return the last day of a year that something lasts to, or the first of its last month."""
    match = YEAR_END.search(text)
    return date(int(match["year"] or sent.year), 12, 31 if keeping else 1) if match else None


def _ordinal(word: str) -> int:
    """Return the number of a word such as `second`, from 1 to 4."""
    return next(number for number, beginnings in enumerate(ORDINALS, start=1) if word.startswith(beginnings))


def _season(text: str, sent: date) -> date | None:
    """Return the first day of the month in which a season begins in Europe, or after which it is over."""
    if AFTER_EASTER.search(text):
        return next(day for year in (sent.year, sent.year + 1) if (day := _easter_tuesday(year)) > sent)
    after = AFTER_SEASON.search(text)
    if after:
        return _coming(sent, (SEASON_MONTH[after["season"].lower()] + 2) % 12 + 1)
    for pattern, month in TIMES:
        match = pattern.search(text)
        if match:
            return _first_day(match, month, sent)
    match = SEASON_OF_YEAR.search(text) or SEASON.search(text)
    if not match:
        return None
    month = SEASON_MONTH[match["season"].lower()]
    return _first_day(match, month, sent)


def _easter_tuesday(year: int) -> date:
    """Return the day after Easter Monday (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1) + timedelta(days=2)


def _next(text: str, sent: date) -> date | None:
    """Return the first day of next month or year, or of a year that is named."""
    if NEXT_MONTH.search(text):
        return months_later(sent.replace(day=1), 1)
    if NEXT_YEAR.search(text):
        return date(sent.year + 1, 1, 1)
    match = FROM_YEAR.search(text)
    return date(int(match["year"]), 1, 1) if match else None


def _hiring_season(text: str, sent: date) -> date | None:
    """Return the first day of the next season in which employers hire."""
    return min(_coming(sent, month) for month in HIRING_MONTHS) if HIRING_SEASON.search(text) else None


def _first_day(match: re.Match[str], month: int, sent: date) -> date:
    """Return the first day of a month, in the year that a match names, or else the next one."""
    return date(int(match["year"]), month, 1) if match["year"] else _coming(sent, month)


def _coming(sent: date, month: int) -> date:
    """Return the next first day of a month."""
    return date(sent.year if month > sent.month else sent.year + 1, month, 1)
