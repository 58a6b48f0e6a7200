"""Sentences with their exact place in the text.

sentencex finds the boundaries inside a line; what it cannot know is which line breaks are only wraps. A break is a wrap
when the next word would not have fitted, or when the next line plainly goes on with the same sentence; the lines of a
score sheet stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from pipeline.core.reading import Sentence
from pipeline.reading.text.scores import ends_with_score, is_score

#: Bounds that keep time and memory small whatever a message holds.
MOST_SENTENCES = 1_000
_LONGEST_LINE = 20_000
#: Where sentences may end. A text with more of them than sentences are read is split by the rules of English: those of
#: Danish and Italian take sentencex so long at each that it takes seconds.
_STOPS = ".!?…"

#: Mail programs wrap between these widths; longer lines were not wrapped at all.
NARROWEST_WRAP = 38
_WIDEST_WRAP = 100

#: The bullet or number of an item. An `o` is one only with the wide gap that mail programs leave, and a number only if
#: no month follows: else a line begins with a word, or a day.
ITEM = re.compile(
    r"\s*(?:[-*•·\u2013—▪◦‣+\u2212]|o(?=\t|\s{2})|[a-z][.)]"
    r"|\(?\d{1,2}[.)](?!\s+(?:J[aä]n(?:ner|uar)?|Feb(?:er|ruar)?|März?|Apr(?:il)?|Mai|Jun[io]?|Jul[iy]?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\b))\s+"
)

#: `Communication: excellent`: two such lines in a row are those of a sheet.
_LABELLED = re.compile(r"\W{0,3}[A-ZÀ-Þ][\w /&'\u2019-]{1,40}: \S")

#: What sentencex takes for an abbreviation of German, Spanish, Italian or Dutch, and what ends a sentence all the same
#: where a capital follows.
_NO_ABBREVIATION = re.compile(r"\b(?:HR|CV|IVA|usw|enz)\.\s+(?=[A-ZÀ-Þ¿¡])")

#: Training or rank in short in front of an occupation: `als Dipl. Pflegefachfrau`, `de Aux. Administrativo`.
_SHORTENED = re.compile(
    r"(?:\b(?:dipl|stellv|staatl|gepr|kfm|kaufm|wiss|stud|techn|päd|zahnmed|(?<!\. )med|resp|aux|téc|assist|secr|mdw"
    r"|adm)|-Ing)\.\s*$",
    re.IGNORECASE,
)
_LONGEST_SHORTENED = 12

#: The end of a line at which a sentence ends, quotes and brackets behind it.
ENDS_SENTENCE = re.compile(r"[.!?:;…]['\")\]»”’]*\s*$")  # noqa: RUF001 - curly closing quotes


def sentences_of(text: str, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, at most `MOST_SENTENCES`.

    Args:
        text: The new text of a message, lines ended by a line feed.
        language: ISO 639-1 code; unknown ones are split by the rules of English, as are texts with no end of stops.
    """
    found: list[Sentence] = []
    rules = language if language and sum(map(text.count, _STOPS)) <= MOST_SENTENCES else "en"
    for start, end in _segments(text):
        for sentence in _split(text[start:end], start, rules):
            found.append(sentence)
            if len(found) == MOST_SENTENCES:
                return tuple(found)
    return tuple(found)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of text between hard breaks."""
    for match in re.finditer(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*", text):
        yield from _unwrapped(text, match.start(), match.end())


def _unwrapped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of one paragraph that wraps alone have broken into lines."""
    lines = text[start:end].split("\n")
    width = max(len(line.rstrip()) for line in lines)
    begin = position = start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        position += len(line)
        if following is None or not _is_wrap(line.rstrip(), following.strip(), width):
            yield from _bounded(begin, position)
            begin = position + 1
        position += 1


def _is_wrap(line: str, following: str, width: int) -> bool:
    """Return whether the break between two lines is only a wrap."""
    if not line or not following or ITEM.match(following) or is_score(following):
        return False
    if following[0].islower() and not ENDS_SENTENCE.search(line) and not line.endswith(","):
        return True
    if not NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    if ends_with_score(line) or (_LABELLED.match(line) and _LABELLED.match(following)):
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span in pieces short enough for the splitter."""
    while start < end:
        yield start, min(end, start + _LONGEST_LINE)
        start += _LONGEST_LINE


def _split(segment: str, offset: int, language: str) -> Iterator[Sentence]:
    """Yield the sentences of one segment, placed in the whole text. The number of an item is no sentence."""
    # Same length, so that the offsets stay true.
    flat = segment.replace("\n", " ").replace("\t", " ")
    marked = len(flat) - len(without_bullet(segment))
    begin = 0
    for end in _ends(flat, marked, language):
        piece = flat[begin:end]
        folded = fold(piece)
        if folded:
            start = offset + begin + len(piece) - len(piece.lstrip())
            yield Sentence(start, start + len(piece.strip()), folded)
        begin = end


def _ends(flat: str, marked: int, language: str) -> Iterator[int]:
    """Yield where the sentences of one line end, behind the characters that mark it as an item."""
    for boundary in sentencex.get_sentence_boundaries(language, flat[marked:]):
        start, end = marked + boundary["start_index"], marked + boundary["end_index"]
        yield from (match.end() for match in _NO_ABBREVIATION.finditer(flat, start, end))
        if end == len(flat) or not _SHORTENED.search(flat[max(0, end - _LONGEST_SHORTENED) : end]):
            yield end


def without_bullet(text: str) -> str:
    """Return a text without the bullet or number that marks it as an item."""
    bullet = ITEM.match(text)
    return text[bullet.end() :] if bullet else text


def fold(text: str) -> str:
    """Return a text with every run of white space folded into one space."""
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """Return a text, or as much of its beginning as fits into `most` characters and ends with a whole word."""
    if len(text) <= most:
        return text
    kept = text[: most + 1].rpartition(" ")[0]
    return kept or text[:most]
