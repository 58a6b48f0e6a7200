"""The words of a letter in a reply to it: what the letter said is known, and so is found however it is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from pipeline.core.letters.letter import Point, SentLetter

#: A piece of the letter that is shorter than this is recognised only where it fills a line.
_LONG_ENOUGH = 5

_WORD = re.compile(r"[^\W_]+")
#: What an entry of a list begins with.
ITEM = re.compile(r"^\s{0,12}(?:[-*•>]|\d{1,3}[.):])\s")
_SENTENCE = re.compile(r"(?<=[.?!:])[”“\"]?\s+")


@dataclass(slots=True)
class Line:
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


def recognise(lines: Sequence[Line], marked: int, letter: SentLetter) -> tuple[int, dict[int, int]]:
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
            if (end := stream.find(words_of(anchor), after)) is not None:
                after = end
                ends[stream.line_of(end - 1)] = point.number
                break
    return start, ends


def _beginning(lines: Sequence[Line], stream: _Stream, units: Sequence[Sequence[str]], points: Sequence[Point]) -> int:
    """Return the line on which the letter begins by its words alone; the number of lines if it does not.

    One sentence of it may be repeated by the user. Two that follow each other, or the whole of a question, are a
    quotation; what comes first in the letter tells where it begins, as users put a question above it as well.
    """
    pairs = ([*one, *other] for one, other in pairwise(units))
    anchors = (words for one in points if len(words := words_of(one.anchor)) >= _LONG_ENOUGH)
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

    def __init__(self, lines: Sequence[Line]) -> None:
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


def words_of(text: str) -> list[str]:
    """Return the words of a text in folded case."""
    return [word.casefold() for word in _WORD.findall(text)]


def _blocks(said: str) -> Iterator[str]:
    """Yield the paragraphs and the list entries of a letter, each on one line."""
    block: list[str] = []
    for line in said.splitlines():
        if not line.strip() or ITEM.match(line):
            yield " ".join(block)
            block = []
        block.append(line.strip())
    yield " ".join(block)


def _units(said: str) -> Iterator[list[str]]:
    """Yield the words of each sentence of a letter; short ones go together with the next, so that none is short."""
    for block in _blocks(said):
        unit: list[str] = []
        for sentence in _SENTENCE.split(block):
            unit = unit + words_of(sentence)
            if len(unit) >= _LONG_ENOUGH:
                yield unit
                unit = []
        whole = words_of(block) if unit else []
        if len(whole) >= _LONG_ENOUGH:
            yield whole


def _short(said: str) -> Iterator[list[str]]:
    """Yield the words of each short line or paragraph."""
    for text in (*said.splitlines(), *_blocks(said)):
        if 0 < len(words := words_of(text)) < _LONG_ENOUGH:
            yield words
