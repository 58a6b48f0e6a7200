"""Words of a message and where they stand: in the sender's name, in the subject, in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.core.reading import Reading

#: Where a token stands.
DISPLAY, SUBJECT, TEXT = "D", "S", "B"

#: What separates the three, as a token of its own.
SEPARATOR = ""

#: The end of a line, as a token.
LINE_END = "\n"

#: Text that is looked at: names stand at the beginning and at the end.
_LONGEST_NAME = 300
_LONGEST_SUBJECT = 500
_LONGEST_TEXT = 20_000
_MOST_TOKENS = 700
_LAST_TOKENS = 250

_TOKEN = re.compile(
    r"\S{1,200}@\S{1,200}|https?://\S+|www\.\S+|(?:[A-Z]\.){2,9}"
    r"|[^\W_]+(?:['\u2019./&+:*·•_-]?[^\W_]+|\((?:e|ne|a|o|in)\))*|\n|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or the end of a line, and where it stands in its part of the message."""

    text: str
    zone: str
    start: int = 0
    end: int = 0


def part_of(reading: Reading, zone: str) -> str:
    """Return the part of a message that the offsets of a zone's tokens count in."""
    if zone == DISPLAY:
        return reading.message.sender.name[:_LONGEST_NAME]
    return reading.message.subject[:_LONGEST_SUBJECT] if zone == SUBJECT else reading.text[:_LONGEST_TEXT]


def tokens_of(reading: Reading) -> list[Token]:
    """Return the tokens of sender, subject and text, a separator before each; of a long text its two ends."""
    tokens: list[Token] = []
    for zone in (DISPLAY, SUBJECT, TEXT):
        part = [Token(m[0], zone, m.start(), m.end()) for m in _TOKEN.finditer(part_of(reading, zone))]
        if len(part) > _MOST_TOKENS:
            part = [*part[: _MOST_TOKENS - _LAST_TOKENS], *part[-_LAST_TOKENS:]]
        tokens += [Token(SEPARATOR, zone), *part]
    return tokens


def words_in(name: str) -> list[str]:
    """Return the tokens of a name, in folded case."""
    return [match[0].casefold() for match in _TOKEN.finditer(name) if match[0] != LINE_END]


@lru_cache(maxsize=20_000)
def shape_of(text: str) -> str:
    """Return what a token looks like: `Aa` with a capital letter, `D4` for four digits, `P,` for a sign."""
    if not text[:1].isalnum() or "@" in text or text.startswith(("http", "www.")):
        return _shape_of_sign(text)
    if any(map(str.isdigit, text)):
        return f"D{min(len(text), 5)}" if text.isdigit() else "XD"
    if text.isupper():
        return "U1" if len(text) == 1 else "UU" if len(text) < 5 else "UUU"
    if text[0].isupper():
        return "Aa" if text[1:].islower() else "AxA"
    return "aa" if text.islower() else "aA"


def _shape_of_sign(text: str) -> str:
    """Return what a token that is no word looks like."""
    if text in {SEPARATOR, LINE_END}:
        return "NL" if text else "SEP"
    if "@" in text:
        return "AT"
    return "URL" if text.startswith(("http", "www.")) else f"P{text[0]}"
