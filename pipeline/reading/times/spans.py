"""Spans in the words of seven languages, such as six months, counted from the day on which something was written."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from itertools import islice

from pipeline.reading.times.date_words import HESITATES, TURNED
from pipeline.reading.times.span_words import (
    AGO,
    AHEAD,
    ARTICLES,
    COUNTED,
    DEADLINE,
    EXPERIENCE,
    FIRST,
    FOR,
    HALVES,
    KEPT,
    LENGTH_OF,
    NO_WAIT,
    OF_WHAT,
    OFTEN,
    ONCE_IN,
    PASSES,
    SHUT_OUT,
    SINCE,
    SOME_DAY,
    SOON,
    SPAN,
    WAITED,
    WAITS,
    WITHIN,
    WORD_TO_NUMBER,
)

#: Characters before a span in which the words stand that lead to it.
_BEFORE = 120

#: Spans of a sentence that are looked at; nobody names so many.
_MOST = 8


def span_in(text: str, sent: date, *, keeping: bool) -> date | None:
    """Return the end of a span such as `six months`, counted from the day on which the message was sent."""
    for pattern, months in HALVES:
        if any(_counts(match, keeping=keeping) for match in pattern.finditer(text)):
            return months_later(sent, months)
    for match in SPAN.finditer(text):
        if not _is_wait(match, keeping=keeping):
            continue
        word, unit = match["number"].lower(), match["unit"].lower()
        return _later(sent, int(word) if word.isdigit() else WORD_TO_NUMBER.get(word, 0), unit)
    return None


def _before(match: re.Match[str]) -> str:
    """Return what stands before a span, as far as its words may reach."""
    return match.string[max(0, match.start() - _BEFORE) : match.start()]


def _is_wait(match: re.Match[str], *, keeping: bool) -> bool:
    """Return whether a number and a unit are a span that counts: `in a year`, but not `twice a year` or `one day`."""
    word, before = match["number"].lower(), _before(match)
    if word in ARTICLES and (OFTEN.search(before) if keeping else not _waits(match)):
        return False
    return not (SOME_DAY.fullmatch(match[0]) and not COUNTED.search(before)) and _counts(match, keeping=keeping)


def _waits(match: re.Match[str]) -> bool:
    """Return whether an article and a unit are a span by what stands around them: `in a year`, `not for a year`."""
    before, behind = _before(match), match.string[match.end() :]
    return bool(WAITS.search(before) or FOR.search(before) or SINCE.search(behind))


def _counts(match: re.Match[str], *, keeping: bool) -> bool:
    """Return whether a span is one to wait, or for which something is kept if `keeping` asks for it."""
    before, behind = _before(match), match.string[match.end() : match.end() + 60]
    if (WITHIN if keeping else KEPT).search(before):
        return False
    is_learned = (EXPERIENCE.search(behind) and not AHEAD.search(before)) or (not keeping and LENGTH_OF.search(before))
    if not keeping and _lasts(match) and not _is_shut_out(match.string):
        return False
    is_over = NO_WAIT.search(before) or AGO[0].search(before) or AGO[1].search(behind)
    return not (is_learned or is_over)


def waits(text: str) -> list[re.Match[str]]:
    """Return where a text names its first spans, half a year included, that are not known for something else."""
    spans = [match for match in islice(SPAN.finditer(text), _MOST) if _is_wait(match, keeping=False)]
    for half, _ in HALVES:
        spans += [match for match in islice(half.finditer(text), _MOST) if _counts(match, keeping=False)]
    return spans


def is_to_pass(clause: str) -> bool:
    """Return whether a clause says of the span in it that it has to pass, or that it shuts the reader out."""
    return not WAITED.search(clause) and bool(PASSES.search(clause) or SHUT_OUT.search(clause))


def lies_ahead(match: re.Match[str]) -> bool:
    """Return whether a span is one to wait by the words around it: `in six months`, but not `it takes two days`."""
    before, behind = _before(match), match.string[match.end() :]
    if FIRST.search(before) or any(one.start() <= match.start() < one.end() for one in ONCE_IN.finditer(match.string)):
        return True
    leads = any(words.search(before) for words in (SOON, FOR, DEADLINE))
    return bool(leads or SINCE.search(behind)) and not OF_WHAT.search(behind)


def is_barred(text: str) -> bool:
    """Return whether a sentence names a span in which something may not be: `not for a year`, `not within a year`."""
    return _is_shut_out(text) and any(_lasts(match) for match in SPAN.finditer(text))


def _lasts(match: re.Match[str]) -> bool:
    """Return whether something lasts for a span, or may be done within it."""
    before = _before(match)
    return bool(FOR.search(before) or DEADLINE.search(before)) or match.string.startswith(" lang", match.end())


def _is_shut_out(text: str) -> bool:
    """Return whether what lasts by a sentence is that something may not be."""
    return bool(SHUT_OUT.search(text) or TURNED.search(HESITATES.sub("", text)))


def _later(sent: date, number: int, unit: str) -> date | None:
    """Return the day so many units later; None beyond a reasonable number."""
    if not 0 < number <= 1_000:
        return None
    if unit.startswith(("day", "tag", "jour", "dia", "día", "giorn", "dag")):
        return sent + timedelta(days=number)
    if unit.startswith(("week", "woche", "semain", "seman", "settiman", "wek")):
        return sent + timedelta(weeks=number)
    if unit.startswith(("year", "jahr", "an", "añ", "jaar", "ann")):
        return months_later(sent, 12 * number) if number <= 10 else None
    return months_later(sent, number) if number <= 60 else None


def months_later(sent: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(sent.year * 12 + sent.month - 1 + months, 12)
    return date(year, month + 1, min(sent.day, calendar.monthrange(year, month + 1)[1]))


def once_in(text: str, sent: date) -> date | None:
    """Return the end of a time in which one may try only once, counted from now since it began before."""
    match = ONCE_IN.search(text)
    if not match:
        return None
    if match["calendar"]:
        return date(sent.year + 1, 1, 1)
    word = (match["number"] or "1").lower()
    return _later(sent, int(word) if word.isdigit() else WORD_TO_NUMBER[word], match["unit"].lower())
