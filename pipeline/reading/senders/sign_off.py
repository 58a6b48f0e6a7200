"""Which sentences of a message only sign it: names, titles, addresses, and whatever else stands below the closing."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading, Sentence
from pipeline.reading.senders.people import is_closing
from pipeline.reading.text.spelling import words_of

#: A longer line is no address.
_LONGEST_ADDRESS = 90

#: A closing has at most so many words, and one that ends as a sentence does fewer: `Thanks!`
_LONGEST_CLOSING = 6
_SHORTEST = 3

#: A sentence has at least so many words; what has fewer is a name or a title, even with a full stop.
_LEAST_WORDS = 4

_ENDS_SENTENCE = re.compile(r"[.!?…]['\")\]»”’]*$")  # noqa: RUF001 - curly closing quotes
_ABBREVIATED = re.compile(r"\b(?:Co|Ltd|Inc|Corp|No|Nr|Tel|Str|e\.V|S\.?[ALR]\.?|B\.?V|p\.A|KG|mbH)\.$")

#: What firms and their trades end with in short, below the name of who wrote.
_TRADE = re.compile(r"\b(?:[A-ZÀ-Þ]{1,2}|C[ií]a|Cie|Cons|Lda|Ges|Hnos)\.$")
_POSTSCRIPT = re.compile(r"^\W*(?:p\. ?p?\. ?s\b|pp?s\b|n\.?b\b|p\. ?d\b)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*•·▪◦‣]|\d{1,2}[.)])\s+\S|\d\s?(?:/|%)")

#: A name with kisses before or behind it, below which stands no more than what signs: `xx Claire`.
_KISSED = re.compile(r"(?:x{1,4} [A-ZÀ-Þ][\w'\u2019-]+|[A-ZÀ-Þ][\w'\u2019-]+(?: [A-ZÀ-Þ][\w'\u2019-]+)? x{1,4})")
_MOST_BELOW = 3
_LONGEST_BELOW = 40

_PHONE = re.compile(
    r"^(?:(?:tel|phone|telefon\w*|téléphone|teléfono|tél|mobile?|mob|handy|cell|fax|direct|[tmfd])\b[.:]*\s*)?"
    r"[+(]?\d[\d\s()./\u2013-]{4,}\d$",
    re.IGNORECASE,
)
_REACHED_AT = re.compile(r"^(?:\w{1,10}:\s*)?(?:\S+@\S+|(?:https?://|www\.)\S+)$", re.IGNORECASE)

#: A town behind its code.
TOWN = re.compile(r"^(?:[A-Z]{1,2}-)?(?:\d{5}(?:-\d{3})?|\d{4}(?: [A-Z]{2})?) [A-ZÀ-Þ][^\d.!?:]{1,40}$")
_STREET = re.compile(
    r"^(?:\w[\w'\u2019.-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|straat|laan|plein|gracht),? "
    r"|(?:rue|calle|avenida|avenue|via|viale|piazza|rua|plaza|boulevard) (?:[^\W\d][\w'\u2019-]*,? ){1,5})"
    r"\d{1,4} ?[a-z]?$"
    r"|^\d{1,4} ?[a-z]?,? (?:[^\W\d][\w'\u2019-]* ){1,3}(?:street|road|lane|avenue|drive|way|close|square|row|st|rd)$"
    r"|^\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|quai) [^.!?:]{2,40}$",
    re.IGNORECASE,
)


def signing(reading: Reading) -> frozenset[int]:
    """Return the numbers of the sentences that only sign, as those of `reading.sentences`.

    From the last closing on, or the last line of two dashes (RFC 3676, 4.3), that is all but whole sentences, items of
    a list, and a postscript with what follows it; anywhere it is a line that is nothing but an address, a telephone
    number, or the name of who wrote.
    """
    start, end = _below_closing(reading.text)
    return naming(reading, reading.message.sender.name) | {
        number
        for number, sentence in enumerate(reading.sentences)
        if _is_address(sentence.text) or (start <= sentence.start < end and not _says_something(reading.text, sentence))
    }


def naming(reading: Reading, name: str) -> frozenset[int]:
    """Return the numbers of the sentences that are nothing but this name, in whatever order, or its first word."""
    words = tuple(words_of(name))
    forms = {words, words[:1], words[::-1], words[-1:] + words[:-1]} - {()}
    return frozenset(
        number for number, sentence in enumerate(reading.sentences) if tuple(words_of(sentence.text)) in forms
    )


def below_name(reading: Reading, name: str) -> frozenset[int]:
    """Return the numbers of the short sentences, and no items, below the last line that is nothing but this name.

    There a firm and its trade stand, cut at their full stops: `Halden y Cía. | Consultores de RR. | HH.` A name in the
    first half of a message heads it.
    """
    last = max(naming(reading, name) | naming(reading, reading.message.sender.name), default=0)
    if not reading.sentences or reading.sentences[last].start * 2 < len(reading.text):
        return frozenset()
    return frozenset(
        number
        for number, sentence in enumerate(reading.sentences)
        if number > last
        and not _ITEM.search(_line_up_to(reading.text, sentence))
        and (
            len(sentence.text.split()) < _LEAST_WORDS
            or _ABBREVIATED.search(sentence.text)
            or _TRADE.search(sentence.text)
        )
    )


def _below_closing(text: str) -> tuple[int, int]:
    """Return where the last closing and the part below it begin and end; a postscript ends it."""
    start = end = len(text)
    lines = text.split("\n")
    left = sum(bool(line.strip()) for line in lines)
    stands_above = False
    position = 0
    for number, line in enumerate(lines):
        says = bool(line.strip())
        left -= says
        kissed = stands_above and left <= _MOST_BELOW and _KISSED.fullmatch(line.strip())
        if _closes(line) or (kissed and all(len(one) <= _LONGEST_BELOW for one in lines[number + 1 :] if one.strip())):
            start, end = position, len(text)
        elif start < end == len(text) and _POSTSCRIPT.match(line):
            end = position
        stands_above = stands_above or says
        position += len(line) + 1
    return start, end


def _closes(line: str) -> bool:
    """Return whether a line is a closing rather than a sentence that begins like one, or parts the signature off."""
    if line.strip() == "--":
        return True
    words = len(line.split())
    if not 0 < words <= _LONGEST_CLOSING or not is_closing(line):
        return False
    return words <= _SHORTEST or not (_ENDS_SENTENCE.search(line.rstrip()) or ":" in line)


def _says_something(text: str, sentence: Sentence) -> bool:
    """Return whether a sentence below the closing is a whole one, or an item."""
    if _ITEM.search(_line_up_to(text, sentence)):
        return True
    whole = _ENDS_SENTENCE.search(sentence.text) and not _ABBREVIATED.search(sentence.text)
    return bool(whole) and len(sentence.text.split()) >= _LEAST_WORDS


def _line_up_to(text: str, sentence: Sentence) -> str:
    """Return the line that a sentence stands in, up to its end."""
    return text[text.rfind("\n", 0, sentence.start) + 1 : sentence.end]


def _is_address(text: str) -> bool:
    """Return whether a line is nothing but an address or a telephone number."""
    return len(text) <= _LONGEST_ADDRESS and any(
        pattern.match(text) for pattern in (_PHONE, _REACHED_AT, TOWN, _STREET)
    )
