"""Compose letters from the log: one that is owed, with all that it speaks of, or one to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pipeline.core.calendar import Week
from pipeline.core.letters.letter import Letter, LetterKind, Owed
from pipeline.core.letters.rejection import Rejection
from pipeline.core.ports import Known, Letters, Owing
from pipeline.errors import UnknownIdError

#: Gives the first instant of a week and that of the next one.
WeekSpan = Callable[[Week], tuple[datetime, datetime]]


def kept(owed: Owed, log: Owing) -> bytes:
    """Return a letter as it was composed for an earlier attempt; nothing if it has to be composed.

    One that speaks of several messages is composed anew if one of them is no rejection any more. Raise UnknownIdError
    if what it is about is none.
    """
    if owed.raw and owed.kind is LetterKind.DEBRIEF:
        log.rejection(owed.about)
        return owed.raw if not _lost(owed, log) else b""
    return owed.raw


def compose_owed(owed: Owed, log: Owing, letters: Letters, week_span: WeekSpan) -> bytes:
    """Compose a letter and keep it, so that a second attempt sends the same bytes.

    Raise UnknownIdError if what it is about is no rejection any more.
    """
    if owed.kind is LetterKind.DEBRIEF:
        letter = _debrief([log.rejection(owed.about), *_others(owed, log)], letters, log.said_before(owed.about))
    else:
        letter = compose(owed.kind, owed.about, log, letters, week_span)
    raw = letter.email.as_bytes()
    with log.transaction():
        log.keep(owed, raw, str(letter.email["Message-ID"]).strip("<>"))
        log.keep_points(owed, letter.said, letter.points)
    return raw


def compose(kind: LetterKind, about: str, log: Owing, letters: Letters, week_span: WeekSpan) -> Letter:
    """Return the letter of a kind about something; raise UnknownIdError if there is nothing to write about."""
    if kind is LetterKind.DEBRIEF:
        return letters.debrief(log.rejection(about), log.said_before(about))
    if kind is LetterKind.DIGEST:
        week = Week.parse(about)
        start, end = week_span(week)
        return letters.digest(log.week(week, start=start, end=end), log.asked())
    rejections = log.summarised(about)
    if not rejections:
        raise UnknownIdError("Nothing is left that this summary could tell.")
    return letters.summary(about, rejections)


def _debrief(rejections: Sequence[Rejection], letters: Letters, earlier: Sequence[str]) -> Letter:
    return letters.debrief(rejections[0], earlier) if len(rejections) == 1 else letters.day(rejections, earlier)


def _others(owed: Owed, log: Owing) -> list[Rejection]:
    """Return the other rejections that a debrief speaks of; what is none any more is dropped."""
    for about in _lost(owed, log):
        log.part(owed, about, "it is no rejection any more")
    return [log.rejection(about) for about in log.joined(owed)]


def _lost(owed: Owed, log: Owing) -> list[str]:
    """Return what a debrief was to speak of as well and is no rejection any more."""
    return [about for about in log.joined(owed) if not _is_rejection(about, log)]


def _is_rejection(about: str, log: Known) -> bool:
    try:
        log.rejection(about)
    except UnknownIdError:
        return False
    return True
