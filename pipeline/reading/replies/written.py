"""What the user wrote in a reply to a letter, apart from what the reply quotes of it.

Mail programs quote in three ways: with `>` before each line, under a block of header lines and without any mark, or not
at all; and people write on top, below, or in between. What the letter said is known word for word, so whatever is found
of it in the reply is the letter's, and the rest is the user's. What follows the words of a question directly is its
answer. All of it takes about linear time, since every line is untrusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.core.letters.letter import SentLetter
from pipeline.reading.replies.letter_words import ITEM, Line, recognise, words_of
from pipeline.reading.text.history import HEADER_LINE, ORIGINAL, attribution_at, history_start

#: More of a reply is not read; the letters themselves are far shorter.
_MOST_TEXT, _MOST_LINES = 100_000, 4_000
_LONGEST_LINE = 2_000
#: A line under a header block is the letter's, mangled, if so many of its words are.
_MANGLED = 0.8

_MARKS = re.compile(r"[ \t\u00a0]{0,9}>")
_RULE = re.compile(r"[-_=*\s]{3,200}$")
_SIGNATURE = re.compile(r"-- ?$")
#: A header line in whatever language; no address of a web page.
_ANY_HEADER = re.compile(r"\*?[^\W\d_][^:\uff1a@<>]{0,30}(?::\*?(?:\s|$)|\uff1a)")
_LEAST_HEADERS = 3
#: What an attribution ends with and names, in whatever language: an address or a time of day.
_ENDS_WITH_COLON = re.compile(r"[^\s:\uff1a].{0,300}[:\uff1a]$")
_TIME = re.compile(r"\d[.:h]\d\d\b")
#: Whom the letters come from; some programs name nothing else.
_OUR_NAME = "Afterword"
_BETWEEN_DASHES = re.compile(r"[-_*]{2,60}[^-_*]{0,60}[-_*]{2,60}$")
#: What a mail program adds of its own accord. Where its first words could begin a sentence of the user's, a device or a
#: program is named behind them.
_DEVICES = (
    r"iphone|ipad|ios|android|samsung|galaxy|huawei|honor|xiaomi|redmi|oneplus|pixel|motorola|nokia|xperia|blackberry"
    r"|windows|outlook|gmail|yahoo|proton ?mail|proton|thunderbird|gmx|orange|smartphone|tablet|portable|mobiele?"
    r"|m[óo]vil|mobile|celular|cellulare|t[ée]l[ée]phone|tel[ée]fono|telefone|telem[óo]vel|telefoon|application mail"
)
_DEVICE = re.compile(
    r"(?:sent from|get outlook|sent with|gesendet (?:von|mit)|diese nachricht wurde von meinem"
    r"|hol dir outlook|holen sie sich outlook|outlook für|yahoo mail: search, organize, conquer"
    r"|von (?:meinem|unterwegs)\b.{0,80}\b(?:gesendet|versendet|geschickt)"
    r"|(?:envoyée? (?:de|depuis|à partir d(?:e|['\u2019]une?)|avec)"
    r"|enviad[oa] (?:desde|con|a través del?|do|da|de|pelo|pela|com|a partir d[eoa]|através d[eoa])"
    r"|inviat[oa] (?:da|dal|dallo|dalla|con)"
    rf"|(?:verstuurd|verzonden|gestuurd) (?:vanaf|vanuit|met|van|door))\b.{{0,60}}\b(?:{_DEVICES})"
    r"|(?:obtenez|obtenir|téléchargez|télécharger|obtener|obtén|obtenga|descargar?|descargue|scarica|ottieni|download"
    r"|obter|obtenha|baixe|baixar|transferir|transfira|laden sie)\b.{0,9}\boutlook (?:for|pour|para|per|voor|für)"
    r"|outlook voor (?:ios|android|mac))\b.{0,120}$",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(r"[\s>]*(?:\d{1,3}[.):]?|[-*•·])?\s*$")


@dataclass(frozen=True, slots=True)
class Written:
    """What the user wrote: under the points of the letter, by number, and elsewhere; lines as they stand."""

    under: tuple[tuple[int, str], ...] = ()
    elsewhere: str = ""


def user_text(text: str, letter: SentLetter | None) -> Written:
    """Return what the user wrote in a reply with the decoded body `text` to a letter; to one not on record if None."""
    lines = [_line(one) for one in text[:_MOST_TEXT].splitlines()[:_MOST_LINES]]
    start = _history(lines)
    ends: dict[int, int] = {}
    if letter and letter.said:
        start, ends = recognise(lines, start, letter)
    parts = _Parts()
    parts.elsewhere(_without_signature([one.text for one in lines[: _above(lines, start)]]))
    _sort_history(lines[start:], {place - start: number for place, number in ends.items()}, parts, letter)
    return parts.written()


class _Parts:
    """Collects what was written where."""

    def __init__(self) -> None:
        self._under: dict[int, list[str]] = {}
        self._elsewhere: list[str] = []

    def under(self, number: int, line: str) -> None:
        """Add a line under a point."""
        self._under.setdefault(number, []).append(line)

    def elsewhere(self, lines: Iterable[str]) -> None:
        """Add lines that stand under no point."""
        self._elsewhere.extend(lines)

    def written(self) -> Written:
        """Return all of it, without what is empty."""
        under = ((number, _tidy(lines)) for number, lines in sorted(self._under.items()))
        return Written(tuple((number, text) for number, text in under if text), _tidy(self._elsewhere))


def _line(text: str) -> Line:
    """Return a line with its quote marks counted and taken off; spaces inside and around marks do not matter."""
    text, depth = text[:_LONGEST_LINE], 0
    while found := _MARKS.match(text):
        text, depth = text[found.end() :], depth + 1
    return Line(depth, text.strip("\u00a0 \t\r"))


def _history(lines: Sequence[Line]) -> int:
    """Return the line from which on the reply quotes: at the first quote mark, attribution or header block."""
    marked = next((place for place, one in enumerate(lines) if one.depth), len(lines))
    start = history_start([one.text for one in lines[:marked]] + ["> " for _ in lines[marked : marked + 2]])
    return min(start.line, marked)


def _above(lines: Sequence[Line], start: int) -> int:
    """Return where that begins which the mail program wrote above `start`, in whatever language; else `start`."""
    if start == len(lines):
        return start
    if _is_programs(lines, start):
        return _dashes_above(lines, start) if HEADER_LINE.match(lines[start].text) else start
    place = start
    while place and not lines[place - 1].text:
        place -= 1
    headers = _headers_above(lines, place)
    if headers < place:
        return _dashes_above(lines, headers)
    if lines[start].depth and (width := _attribution_above(lines, place)):
        return place - width
    return start


def _dashes_above(lines: Sequence[Line], headers: int) -> int:
    """Return where the rules and words between dashes begin that end above header lines; else `headers`."""
    while headers and (not lines[headers - 1].text or _BETWEEN_DASHES.match(lines[headers - 1].text)):
        headers -= 1
    return headers


def _headers_above(lines: Sequence[Line], place: int) -> int:
    """Return where a block of header lines begins that ends above `place`; `place` if none does.

    One of them names an address or is known, as the first does, and one names a day: three lines of the user's that
    merely have a colon are theirs.
    """
    first = place
    while first and _ANY_HEADER.match(lines[first - 1].text):
        first -= 1
    while first < place and "@" not in lines[first].text and not HEADER_LINE.match(lines[first].text):
        first += 1
    block = lines[first:place]
    is_block = len(block) >= _LEAST_HEADERS and any(re.search(r"\d", one.text) for one in block)
    return first if is_block else place


def _attribution_above(lines: Sequence[Line], place: int) -> int:
    """Return how many lines above `place` say who wrote what is quoted there: one, two if it is wrapped, or none."""
    last = lines[place - 1].text if place else ""
    if not _ENDS_WITH_COLON.match(last):
        return 0
    before = lines[place - 2].text if place > 1 else ""
    has_address = "@" in last or (_OUR_NAME in last and not ITEM.match(last))
    if _TIME.search(last):
        return 1 if has_address or not ITEM.match(last) else 0
    if _TIME.search(before) and (has_address or not ITEM.match(before)):
        return 2
    return 1 if has_address else 0


# -- whose is what in the quoted part


def _sort_history(lines: Sequence[Line], ends: dict[int, int], parts: _Parts, letter: SentLetter | None) -> None:
    """Go through the quoted part and keep what is the user's.

    Whatever follows the words of a point directly is written under it, however it is quoted: some programs let people
    write inside the quotation. Further on, only what is quoted less deeply than the letter is theirs.
    """
    said = frozenset(words_of(letter.said)) if letter else frozenset()
    depth = min((lines[place].depth for place in ends), default=_common_depth(lines))
    under: int | None = None
    is_signature = False
    for place, line in enumerate(lines):
        is_signature = line.depth < depth and (is_signature or _SIGNATURE.match(line.text) is not None)
        if is_signature:
            continue
        if place in ends:
            under = ends[place]
            _keep(line.own(), under, parts)
        elif line.known and (line.is_known or not _is_beside(line)):
            under = None
        elif under is not None:
            _keep(line.text, under, parts)
        elif _is_users(lines, place, depth, said, has_letter=bool(ends or (letter and letter.said))):
            parts.elsewhere([line.text])


def _is_beside(line: Line) -> bool:
    """Return whether a line that holds words of the letter holds more of the user's."""
    return len(line.known) * 2 < len(line.words)


def _keep(text: str, under: int, parts: _Parts) -> None:
    if not _NUMBER_ONLY.match(text) and not _DEVICE.match(text) and not _RULE.match(text):
        parts.under(under, text)
    elif not text.strip("> \u00a0"):
        parts.under(under, "")


def _is_users(lines: Sequence[Line], place: int, depth: int, said: frozenset[str], *, has_letter: bool) -> bool:
    """Return whether a line that follows no point is the user's rather than the letter's or the mail program's."""
    line = lines[place]
    if depth:
        return line.depth < depth and not _is_programs(lines, place)
    words = words_of(line.text)
    if not has_letter or not words or _is_programs(lines, place):
        return False
    return sum(word in said for word in words) < _MANGLED * len(words)


def _is_programs(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line was written by the mail program: attribution, header line, rule, where it was sent from."""
    text = lines[place].text
    if _RULE.match(text) or ORIGINAL.match(text) or _DEVICE.match(text) or HEADER_LINE.match(text):
        return bool(text.strip())
    before = lines[place - 1].text if place else ""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    return _attributes(text) or _attributes(before, text) or _attributes(text, after)


def _attributes(*texts: str) -> bool:
    """Return whether some lines together, and none of them alone, say who wrote what follows."""
    if not all(texts) or (len(texts) > 1 and any(attribution_at([one, "x"], 0) for one in texts)):
        return False
    return attribution_at([" ".join(texts), "x"], 0) > 0


def _common_depth(lines: Sequence[Line]) -> int:
    """Return how deep most of the quoted part is quoted."""
    depths = [one.depth for one in lines if one.text]
    return max(set(depths), key=depths.count) if depths else 0


def _without_signature(lines: Sequence[str]) -> list[str]:
    """Return lines up to a signature (RFC 3676 §4.3), without what a mail program adds."""
    end = next((place for place, one in enumerate(lines) if _SIGNATURE.match(one)), len(lines))
    while end and (not lines[end - 1] or _RULE.match(lines[end - 1])):
        end -= 1
    return [one for one in lines[:end] if not _DEVICE.match(one)]


def _tidy(lines: Sequence[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(one.rstrip() for one in lines)).strip()
