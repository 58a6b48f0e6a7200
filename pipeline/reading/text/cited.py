"""What a message cites in quotation marks: somebody else said it, or might."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import MOST_TEXT

#: Fewer words are a title, a name, or said with a wink.
_LEAST_WORDS = 5

#: A citation stands in one paragraph and has at most so many lines.
_LINES = r"(?:\n(?!\s*\n)[^{marks}\n]*){{0,5}}?"
_STRAIGHT = _LINES.format(marks='"')
_CURLY = _LINES.format(marks="\u201c\u201d\u201e\u00ab\u00bb")
_CITED = re.compile(
    rf'(?<!\w)"(?=\S)(?P<straight>[^"\n]*{_STRAIGHT})(?<=\S)"(?!\w)'
    rf"|[\u201c\u201e\u00ab\u00bb]\s?(?P<curly>[^\u201c\u201d\u201e\u00ab\u00bb\n]*{_CURLY})\s?[\u201d\u201c\u00bb\u00ab]"
)


def without_cited(text: str) -> str:
    """Return a text without what it cites in quotation marks; titles and names may stand in them, too, and stay."""
    return _CITED.sub(_left, text[:MOST_TEXT]) + text[MOST_TEXT:]


def _left(cited: re.Match[str]) -> str:
    words = (cited["straight"] or cited["curly"] or "").split()
    return cited[0] if len(words) < _LEAST_WORDS else ""
