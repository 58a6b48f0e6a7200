"""Which of the days that a sentence names may be the one from which something is open.

A day may as well be one until which something is so, or one on which something was, or on which somebody else begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pipeline.reading.times.date_words import (
    AFTER_SEASON,
    AIM,
    ASKS,
    HALF,
    HESITATES,
    IN_MONTH,
    LASTING,
    MONTH_YEAR,
    OPENING,
    QUARTER,
    SEASON,
    SEASON_OF_YEAR,
    TURNED,
    UNTIL,
)
from pipeline.reading.times.dates import written_days
from pipeline.reading.times.span_words import SHORT, WAITED
from pipeline.reading.times.spans import is_to_pass, lies_ahead, waits
from pipeline.reading.times.then_words import THEN

#: A day without a year is the last one rather than the next if the next is further away, and that in another year.
_AHEAD = timedelta(days=183)

#: Where another thought begins; the comma and the small word part less.
_PARTS = re.compile(r"[;\u2013\u2014]|(?<=[.!?])\s")
_CLAUSES = re.compile(
    r"[;,:()\u2013\u2014]|(?<=[.!?])\s|\s(?=(?:and|und|et|y|e|en(?= (?:we|wij|ik|u|je|jij|hopen)\b))\s)"
)
#: The same, but for the colon: behind it stands how long something is, `Sperrfrist: 12 Monate`.
_LENGTHS = re.compile(_CLAUSES.pattern.replace(":", "", 1))

#: How a part of a year is named.
_NAMED = (MONTH_YEAR, IN_MONTH, QUARTER, HALF, SEASON_OF_YEAR, SEASON, AFTER_SEASON)

#: What opens, or happens once more.
_OPENS = re.compile(
    r"\b(?:(?:re-?)?open\w*|\w*(?:er)?öffn\w*|(?:re|r)?ouvr\w*|(?:re)?abr(?!il)\w*|(?:ri)?apr(?!il|ès)\w*|heropen\w*"
    r"|again|wieder|erneut|à nouveau|de nouveau|de nuevo|di nuovo|weer|opnieuw|de novo|novamente)\b",
    re.IGNORECASE,
)


#: Who was chosen, and when they or the job begin.
_JOINS = re.compile(
    r"\b(?:(?:person|candidate|colleague|hire|she|he|they|(?:aus)?gewählte|auserwählte|kandidat(?:in)?|personne"
    r"|candidate?"
    r"|persona|candidat[oa]|kandidaat|collega|pessoa)\b[^,;.\u2013\u2014]{0,40}?"
    r"|(?:roles?|positions?|jobs?|posts?|stellen?|postes?|emplois?|puestos?|posto|lavoro|baan|functie|vagas?|trabalho)"
    r"(?:,? (?:which|that|die|der|qui|que|che))?)"
    r" (?:starts?|starting|begins?|joins?|joining|fängt|beginnt|arrive\w*|commence\w*|prend\w*|empieza|empezará"
    r"|comienza|se incorpora\w*|inizi\w+|comincia|entra|begint|start|começa|inicia)\b[^,;.\u2013\u2014]*",
    re.IGNORECASE,
)


def only_starts(text: str, sent: date, invites: Sequence[re.Pattern[str]], *, day_first: bool) -> str:
    """Return a sentence without the days that are none from which on something is open.

    `invites` find the words by which the sentence does open something; without any of them all of it is taken for that.
    What goes is made blank, so that the rest stays where it was.
    """
    invited = [match.span() for one in invites for match in one.finditer(text)]
    text = _without_ends(text, invited)
    for joins in _JOINS.finditer(text):
        text = blanked(text, joins)
    for match in waits(text):
        if not _is_waited(match, invited):
            text = blanked(text, match)
    for match, day in list(written_days(text, sent, day_first=day_first)):
        if day is not None and not _is_start(match, day, sent, invited or [(0, len(text))]):
            text = blanked(text, match)
    return _without_others(text, invited)


def only_ends(text: str, sent: date, *, day_first: bool) -> str:
    """Return a sentence without the days that are none until which something lasts: when it came, when to answer."""
    ends = (match for match in UNTIL.finditer(text) if LASTING.match(match[0]))
    lasting = [match.span() for match in ends if not ASKS.search(text, *_around(_CLAUSES, match))]
    for match, _ in list(written_days(text, sent, day_first=day_first)):
        if not any(start < match.start() < end for start, end in lasting):
            text = blanked(text, match)
    return text


def _without_others(text: str, invited: Sequence[tuple[int, int]]) -> str:
    """Return a sentence without times that the work is for, or that stand apart from what is `invited`.

    They go only where others are named: `please apply again in autumn, when places for summer 2028 open`.
    """
    aims = [match.span() for match in AIM.finditer(text)]
    named = waits(text) + [match for pattern in _NAMED for match in pattern.finditer(text)]
    own = [match for match in named if not _overlaps(*match.span(), aims)]
    kept = [match for match in own if _overlaps(*_around(_CLAUSES, match), invited)] or own
    places = [match.span() for match in kept]
    for match in named if kept else ():
        if not _overlaps(*match.span(), places):
            text = blanked(text, match)
    return text


def _without_ends(text: str, invited: Sequence[tuple[int, int]]) -> str:
    """Return a sentence without the times until which something is so, unless it is then that one is `invited`."""
    for match in UNTIL.finditer(text):
        start, end = _around(_CLAUSES, match)
        turned = TURNED.search(HESITATES.sub("", f"{text[start : match.start()]} {text[match.end() : end]}"))
        if not (turned or _is_invited_then(text, match.end(), invited)):
            text = blanked(text, match)
    return text


def _is_invited_then(text: str, start: int, invited: Iterable[tuple[int, int]]) -> bool:
    """Return whether a sentence goes on with an invitation for the time that it has named: `please reapply then`."""
    then = [_around(_PARTS, match) for match in THEN.finditer(text, start)]
    return any(_overlaps(begin, end, invited) for begin, end in then)


def blanked(text: str, match: re.Match[str]) -> str:
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
    opens = _OPENS.search(match.string, start, end) or THEN.search(match.string, start, end)
    return bool(opens) or _overlaps(start, end, invited) or _is_invited_then(match.string, match.end(), invited)


def _overlaps(start: int, end: int, others: Iterable[tuple[int, int]]) -> bool:
    """Return whether a part of a text has any of it in common with others."""
    return any(one < end and start < other for one, other in others)


def _is_waited(match: re.Match[str], invited: Sequence[tuple[int, int]]) -> bool:
    """Return whether a span has to pass until what is `invited`, rather than being how long something else takes.

    Days and weeks are when something else comes, `the refund arrives in two weeks`, unless one is invited then.
    """
    start, end = _around(_LENGTHS, match)
    if _overlaps(start, end, invited):
        return True
    clause = match.string[start:end]
    if is_to_pass(clause):
        return True
    is_short = invited and SHORT.match(match.groupdict().get("unit") or "")
    is_of_others = is_short and not _is_invited_then(match.string, match.end(), invited)
    return not (is_of_others or WAITED.search(clause)) and lies_ahead(match)


def _around(borders: re.Pattern[str], match: re.Match[str]) -> tuple[int, int]:
    """Return where the part of a text begins and ends, between two borders, in which something was found."""
    start = max((one.end() for one in borders.finditer(match.string, 0, match.start())), default=0)
    border = borders.search(match.string, match.end())
    return start, border.start() if border else len(match.string)
