"""What the user wrote in a reply to a letter, apart from what the reply quotes of it.

Mail programs quote in three ways: with `>` before each line, under a block of header lines and without any mark, or not
at all; and people write on top, below, or in between. What the letter said is known word for word, so whatever is found
of it in the reply is the letter's, and the rest is the user's. What follows the words of a question directly is its
answer. All of it takes about linear time, since every line is untrusted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from pipeline.core.letter import Point, SentLetter
from pipeline.reading.history import HEADER_LINE, ORIGINAL, attribution_at, history_start

#: More of a reply is not read; the letters themselves are far shorter.
_MOST_TEXT, _MOST_LINES = 100_000, 4_000
_LONGEST_LINE = 2_000
#: A piece of the letter that is shorter than this is recognised only where it fills a line.
_LONG_ENOUGH = 5
#: A line under a header block is the letter's, mangled, if so many of its words are.
_MANGLED = 0.8

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[ \t\u00a0]{0,9}>")
_ITEM = re.compile(r"^\s{0,12}(?:[-*•>]|\d{1,3}[.):])\s")
_SENTENCE = re.compile(r"(?<=[.?!:])[”“\"]?\s+")
_RULE = re.compile(r"[-_=*\s]{3,200}$")
_SIGNATURE = re.compile(r"-- ?$")
#: A header line in whatever language; no address of a web page.
_ANY_HEADER = re.compile(r"\*?[^\W\d_][^:\uff1a@<>]{0,30}(?::\*?(?:\s|$)|\uff1a)")
_LEAST_HEADERS = 3
#: What an attribution ends with and names, in whatever language: an address or a time of day.
_ENDS_WITH_COLON = re.compile(r"[^\s:\uff1a].{0,300}[:\uff1a]$")
_TIME = re.compile(r"\d[.:h]\d\d\b")
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


@dataclass(slots=True)
class _Line:
    """A line of the reply: how deep it is quoted, its text without the marks, and which words are the letter's."""

    depth: int
    text: str
    first: int = 0
    words: list[re.Match[str]] = field(default_factory=list)
    known: set[int] = field(default_factory=set)

    @property
    def is_known(self) -> bool:
        """Whether nothing on the line is the user's."""
        return bool(self.words) and len(self.known) == len(self.words)

    def own(self) -> str:
        """Return what stands on the line behind the letter's last word on it; all of it if none is the letter's."""
        if not self.known:
            return self.text
        return self.text[self.words[max(self.known)].end() :].lstrip(" \t\u00a0?.!:;,)”“\"'>-\u2013\u2014")


def user_text(text: str, letter: SentLetter | None) -> Written:
    """Return what the user wrote in a reply with the decoded body `text` to a letter; to one not on record if None."""
    lines = [_line(one) for one in text[:_MOST_TEXT].splitlines()[:_MOST_LINES]]
    start = _history(lines)
    ends: dict[int, int] = {}
    if letter and letter.said:
        start, ends = _recognise(lines, start, letter)
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


def _line(text: str) -> _Line:
    """Return a line with its quote marks counted and taken off; spaces inside and around marks do not matter."""
    text, depth = text[:_LONGEST_LINE], 0
    while found := _MARKS.match(text):
        text, depth = text[found.end() :], depth + 1
    return _Line(depth, text.strip("\u00a0 \t\r"))


def _history(lines: Sequence[_Line]) -> int:
    """Return the line from which on the reply quotes: at the first quote mark, attribution or header block."""
    marked = next((place for place, one in enumerate(lines) if one.depth), len(lines))
    start = history_start([one.text for one in lines[:marked]] + ["> " for _ in lines[marked : marked + 2]])
    return min(start.line, marked)


def _above(lines: Sequence[_Line], start: int) -> int:
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


def _dashes_above(lines: Sequence[_Line], headers: int) -> int:
    """Return where the rules and words between dashes begin that end above header lines; else `headers`."""
    while headers and (not lines[headers - 1].text or _BETWEEN_DASHES.match(lines[headers - 1].text)):
        headers -= 1
    return headers


def _headers_above(lines: Sequence[_Line], place: int) -> int:
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


def _attribution_above(lines: Sequence[_Line], place: int) -> int:
    """Return how many lines above `place` say who wrote what is quoted there: one, two if it is wrapped, or none."""
    last = lines[place - 1].text if place else ""
    if not _ENDS_WITH_COLON.match(last):
        return 0
    before = lines[place - 2].text if place > 1 else ""
    has_address = "@" in last
    if _TIME.search(last):
        return 1 if has_address or not _ITEM.match(last) else 0
    if _TIME.search(before) and (has_address or not _ITEM.match(before)):
        return 2
    return 1 if has_address else 0


# -- what the letter said


def _recognise(lines: Sequence[_Line], marked: int, letter: SentLetter) -> tuple[int, dict[int, int]]:
    """Mark the words of the letter, and return where it begins and on which line the words of which point end.

    It begins at `marked`, where the reply has a sign of it, or before that where its words stand without a sign that
    is known.
    """
    stream = _Stream(lines)
    units = list(_units(letter.said))
    for unit in units:
        stream.mark(unit)
    stream.mark_whole_lines({tuple(one) for one in _short(letter.said)})
    start = min(marked, _beginning(lines, stream, units, letter.points))
    ends: dict[int, int] = {}
    after = stream.first_word(start)
    for point in (one for one in letter.points if one.anchor):
        for anchor in filter(None, (point.anchor, point.text)):
            if (end := stream.find(_words(anchor), after)) is not None:
                after = end
                ends[stream.line_of(end - 1)] = point.number
                break
    return start, ends


def _beginning(lines: Sequence[_Line], stream: _Stream, units: Sequence[Sequence[str]], points: Sequence[Point]) -> int:
    """Return the line on which the letter begins by its words alone; the number of lines if it does not.

    One sentence of it may be repeated by the user. Two that follow each other, or the whole of a question, are a
    quotation; what comes first in the letter tells where it begins, as users put a question above it as well.
    """
    pairs = ([*one, *other] for one, other in pairwise(units))
    anchors = (words for one in points if len(words := _words(one.anchor)) >= _LONG_ENOUGH)
    place = next((line for words in chain(pairs, anchors) if (line := stream.line_with(words)) is not None), None)
    if place is None:
        return len(lines)
    first = place
    while place and (lines[place - 1].is_known or not lines[place - 1].text):
        place -= 1
        first = place if lines[place].text else first
    return first


class _Stream:
    """The words of a reply in one string, in which pieces of the letter are looked for."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        pieces: list[str] = []
        length = 1
        for place, line in enumerate(lines):
            line.words = list(_WORD.finditer(line.text))
            for index, word in enumerate(line.words):
                folded = word[0].casefold()
                self._starts.append(length)
                self._places.append((place, index))
                pieces.append(folded)
                length += len(folded) + 1
        self._text = f" {' '.join(pieces)} "

    def mark(self, unit: Sequence[str]) -> None:
        """Mark each occurrence of some words as the letter's."""
        needle = f" {' '.join(unit)} "
        at = self._text.find(needle)
        while at >= 0:
            first = bisect_right(self._starts, at + 1) - 1
            for word in range(first, first + len(unit)):
                place, index = self._places[word]
                self._lines[place].known.add(index)
            at = self._text.find(needle, at + len(needle) - 1)

    def mark_whole_lines(self, short: set[tuple[str, ...]]) -> None:
        """Mark lines that are nothing but a short piece of the letter."""
        for line in self._lines:
            if 0 < len(line.words) < _LONG_ENOUGH and tuple(word[0].casefold() for word in line.words) in short:
                line.known.update(range(len(line.words)))

    def find(self, words: Sequence[str], after: int) -> int | None:
        """Return the number of the word behind some words that stand together from word `after` on, or None."""
        if not words or after >= len(self._starts):
            return None
        at = self._text.find(f" {' '.join(words)} ", self._starts[after] - 1)
        if at < 0:
            return None
        first = bisect_right(self._starts, at + 1) - 1
        for word in range(first, first + len(words)):
            place, index = self._places[word]
            self._lines[place].known.add(index)
        return first + len(words)

    def line_with(self, words: Sequence[str]) -> int | None:
        """Return the line on which some words that stand together begin, or None."""
        at = self._text.find(f" {' '.join(words)} ")
        return self._places[bisect_right(self._starts, at + 1) - 1][0] if at >= 0 else None

    def first_word(self, line: int) -> int:
        """Return the number of the first word from a line on."""
        return bisect_left(self._places, (line, 0))

    def line_of(self, word: int) -> int:
        """Return the line that a word stands on."""
        return self._places[word][0]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _blocks(said: str) -> Iterator[str]:
    """Yield the paragraphs and the list entries of a letter, each on one line."""
    block: list[str] = []
    for line in said.splitlines():
        if not line.strip() or _ITEM.match(line):
            yield " ".join(block)
            block = []
        block.append(line.strip())
    yield " ".join(block)


def _units(said: str) -> Iterator[list[str]]:
    """Yield the words of each sentence of a letter; short ones go together with the next, so that none is short."""
    for block in _blocks(said):
        unit: list[str] = []
        for sentence in _SENTENCE.split(block):
            unit = unit + _words(sentence)
            if len(unit) >= _LONG_ENOUGH:
                yield unit
                unit = []
        whole = _words(block) if unit else []
        if len(whole) >= _LONG_ENOUGH:
            yield whole


def _short(said: str) -> Iterator[list[str]]:
    """Yield the words of each short line or paragraph."""
    for text in (*said.splitlines(), *_blocks(said)):
        if 0 < len(words := _words(text)) < _LONG_ENOUGH:
            yield words


# -- whose is what in the quoted part


def _sort_history(lines: Sequence[_Line], ends: dict[int, int], parts: _Parts, letter: SentLetter | None) -> None:
    """Go through the quoted part and keep what is the user's.

    Whatever follows the words of a point directly is written under it, however it is quoted: some programs let people
    write inside the quotation. Further on, only what is quoted less deeply than the letter is theirs.
    """
    said = frozenset(_words(letter.said)) if letter else frozenset()
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


def _is_beside(line: _Line) -> bool:
    """Return whether a line that holds words of the letter holds more of the user's."""
    return len(line.known) * 2 < len(line.words)


def _keep(text: str, under: int, parts: _Parts) -> None:
    if not _NUMBER_ONLY.match(text) and not _DEVICE.match(text) and not _RULE.match(text):
        parts.under(under, text)
    elif not text.strip("> \u00a0"):
        parts.under(under, "")


def _is_users(lines: Sequence[_Line], place: int, depth: int, said: frozenset[str], *, has_letter: bool) -> bool:
    """Return whether a line that follows no point is the user's rather than the letter's or the mail program's."""
    line = lines[place]
    if depth:
        return line.depth < depth and not _is_programs(lines, place)
    words = _words(line.text)
    if not has_letter or not words or _is_programs(lines, place):
        return False
    return sum(word in said for word in words) < _MANGLED * len(words)


def _is_programs(lines: Sequence[_Line], place: int) -> bool:
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


def _common_depth(lines: Sequence[_Line]) -> int:
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
