"""Lines that rate something with points, as a score sheet has them."""

from __future__ import annotations

import re

#: Longer lines are sentences.
_LONGEST = 200
LONGEST_PLAIN = 70

_POINTS = r"(?:\s?(?:points?|pts|marks?|punkte?n?|puntos|punti|punten|pontos))?"
_SCORE = (
    rf"(?P<got>\d{{1,3}}(?:[.,]\d{{1,2}})?){_POINTS}\s?\(?"
    rf"(?:\s?(?:/|(?:out )?of\b|von|sur|sobre|de|su|van|auf|op)\s?(?P<most>\d{{1,3}})\b{_POINTS}|\s?(?P<percent>%))\)?"
)

#: `Communication: 3/5`, `Q2 Complaints: 2 out of 5`, `SQL - 35 %`, `Numeracy: 41/60 (pass mark 45)`
_LABELLED = re.compile(rf"[^:\n|]{{2,60}}?\s?[:\u2013|-]\s*{_SCORE}(?P<rest>.*)", re.IGNORECASE)

#: `Communication 3/5`, as the cells of a table give it: the points end the line.
_PLAIN = re.compile(
    rf"(?P<what>(?-i:[A-ZÀ-Þ\d])[^:\n.!?]{{1,50}}?)[\s|]+{_SCORE}(?P<rest>(?:\s*\([^()]*\))?[\s|.]*)", re.IGNORECASE
)
_MOST_WORDS = 8

#: `Presentation: 3`, `Typing: 28 wpm (minimum 40)`: only what was wanted tells whether that is much.
_BARE = re.compile(
    r"[^:\n]{2,50}\s?[:|]\s*(?P<got>\d{1,4}(?:[.,]\d{1,2})?)(?: ?[^\W\d]{1,12})?(?P<rest>(?:\s*\([^()]*\))?[\s|.]*)"
)


def is_score(text: str) -> bool:
    """Return whether a line is nothing but a label and a number, with or without a comment."""
    return rating(text) is not None or bare(text) is not None


def ends_with_score(line: str) -> bool:
    """Return whether a line is a rating that no comment follows."""
    found = rating(line.strip())
    return found is not None and not re.sub(r"\([^()]*\)", "", found["rest"]).strip(" .|*")


def rating(text: str) -> re.Match[str] | None:
    """Return the parts of a line that gives points out of so many: `got`, `most` or `percent`, and `rest`."""
    if len(text) > _LONGEST:
        return None
    text = text.strip("|* ")
    found = _LABELLED.fullmatch(text)
    if found is None and len(text) <= LONGEST_PLAIN and len(text.split()) <= _MOST_WORDS:
        found = _PLAIN.fullmatch(text)
    return found


def bare(text: str) -> re.Match[str] | None:
    """Return the parts of a line that is a label and a number: `got` and `rest`."""
    return _BARE.fullmatch(text) if len(text) <= _LONGEST else None
