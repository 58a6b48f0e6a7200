"""Texts made fit to be shown, compared and stored, and numbers of things in words."""

from __future__ import annotations

import unicodedata

#: Joiners are invisible too, but they are part of how some words and signs are spelled.
_JOINERS = "\u200c\u200d"
#: No alphabet stacks more marks than this on a letter; more of them only paint over the lines around.
_MARKS_ON_A_LETTER = 3


def clean(text: str) -> str:
    """Return text on one line, without control characters and without what hides or reorders other text.

    White space is folded; nothing that can be seen is changed.
    """
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif (category not in {"Cf", "Cs", "Co"} or character in _JOINERS) and marks <= _MARKS_ON_A_LETTER:
            kept.append(character)
    return " ".join("".join(kept).split())


def excerpt(text: str, limit: int) -> str:
    """Return the cleaned text, cut between words where it is longer than `limit` characters; `…` marks the cut."""
    text = clean(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:-\u2013\u2014") + "…"


def isolated(text: str) -> str:
    """Return a text that may stand in a line of another direction: between U+2068 and U+2069 if it needs that.

    Without them a name that runs from right to left takes the date and the comma behind it along.
    """
    is_from_the_right = any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
    return f"\u2068{text}\u2069" if is_from_the_right else text


def counted(number: int, thing: str, things: str = "") -> str:
    """Return a number of things, in English: `1 message`, `3 messages`."""
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"


def folded(text: str) -> str:
    """Return a text for comparing: in folded case, with every run of white space folded into one space."""
    return " ".join(text.casefold().split())


def well_formed(text: str) -> str:
    """Return a text in which a lone surrogate, as undecodable bytes leave it, is U+FFFD: nothing else takes one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
