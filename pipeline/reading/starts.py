"""Which of the days that a sentence names may be the one from which something is open.

A day may as well be one until which something is so, or one on which something was, or on which somebody else begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pipeline.reading.date_words import HESITATES, OPENING, TURNED, UNTIL
from pipeline.reading.dates import written_days

#: A day without a year is the last one rather than the next if the next is further away, and that in another year.
_AHEAD = timedelta(days=183)

#: Where another thought begins; the comma and the small word part less.
_PARTS = re.compile(r"[;\u2013\u2014]|(?<=[.!?])\s")
_CLAUSES = re.compile(
    r"[;,:()\u2013\u2014]|(?<=[.!?])\s|\s(?=(?:and|und|et|y|e|en(?= (?:we|wij|ik|u|je|jij|hopen)\b))\s)"
)

#: What opens, or happens once more, and what looks back at the day on which it does.
_OPENS = re.compile(
    r"\b(?:(?:re-?)?open\w*|\w*(?:er)?öffn\w*|(?:re|r)?ouvr\w*|(?:re)?abr(?!il)\w*|(?:ri)?apr(?!il|ès)\w*|heropen\w*"
    r"|again|wieder|erneut|à nouveau|de nouveau|de nuevo|di nuovo|weer|opnieuw|de novo|novamente"
    r"|then|dann|alors|à ce moment|entonces|allora|dan|então)\b",
    re.IGNORECASE,
)


def only_starts(text: str, sent: date, invites: Sequence[re.Pattern[str]]) -> str:
    """Return a sentence without the days that are none from which on something is open.

    `invites` find the words by which the sentence does open something; without any of them all of it is taken for that.
    What goes is made blank, so that the rest stays where it was.
    """
    text = _without_ends(text)
    invited = [match.span() for one in invites for match in one.finditer(text)] or [(0, len(text))]
    for match, day in list(written_days(text, sent)):
        if day is not None and not _is_start(match, day, sent, invited):
            text = _blanked(text, match)
    return text


def _without_ends(text: str) -> str:
    """Return a sentence without the times until which something is so."""
    for match in UNTIL.finditer(text):
        start, end = _around(_CLAUSES, match)
        if not TURNED.search(HESITATES.sub("", f"{text[start : match.start()]} {text[match.end() : end]}")):
            text = _blanked(text, match)
    return text


def _blanked(text: str, match: re.Match[str]) -> str:
    """Return a text with nothing but space where something was found."""
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _is_start(match: re.Match[str], day: date, sent: date, invited: Iterable[tuple[int, int]]) -> bool:
    """Return whether a day lies ahead, and is one on which what is `invited` begins."""
    if day <= sent:
        return False
    ends = UNTIL.finditer(match.string)
    if OPENING.search(match.string[: match.start()]) or any(one.start() < match.start() < one.end() for one in ends):
        return True
    has_year = any(value for name, value in match.groupdict().items() if name.startswith("year"))
    if not has_year and day.year > sent.year and day - sent > _AHEAD:
        return False
    start, end = _around(_PARTS if has_year else _CLAUSES, match)
    return bool(_OPENS.search(match.string, start, end)) or any(one < end and start < other for one, other in invited)


def _around(borders: re.Pattern[str], match: re.Match[str]) -> tuple[int, int]:
    """Return where the part of a text begins and ends, between two borders, in which something was found."""
    start = max((one.end() for one in borders.finditer(match.string, 0, match.start())), default=0)
    border = borders.search(match.string, match.end())
    return start, border.start() if border else len(match.string)
