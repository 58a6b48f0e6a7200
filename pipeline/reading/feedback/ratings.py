"""Whether a line that rates something with points is praise."""

from __future__ import annotations

import re

from pipeline.core.feedback import FeedbackKind
from pipeline.reading.text.scores import bare, rating

#: From this share of the most points on a rating is praise, unless the line says what was wanted.
_GOOD = 0.7

_WANTED = re.compile(
    r"\b(?:pass(?:ing)? ?(?:mark|score)?|minimum|min|required|threshold|cut-?off"
    r"|benchmark|expected|mindest\w*|nötig|erforderlich"
    r"|erwarten|bestehensgrenze|seuil|minimum requis|mínim[oa]|nota de corte|corte|minim[oa]|soglia|sufficienza"
    r"|minimaal|norm|voldoende)\b[\s:=]*(?:(?:is|was|of|von|de|di|van)\s)?(?P<wanted>\d{1,3}(?:[.,]\d{1,2})?)",
    re.IGNORECASE,
)


def kind_of_rating(text: str) -> FeedbackKind | None:
    """Return whether a line that rates something praises or finds fault; None if it rates nothing, or does not say."""
    found = rating(text) or bare(text)
    if found is None:
        return None
    got, wanted = _number(found["got"]), _WANTED.search(found["rest"])
    if wanted:
        return FeedbackKind.STRENGTH if got >= _number(wanted["wanted"]) else FeedbackKind.GAP
    most = _most(found.groupdict())
    if not 0 <= got <= most or not most:
        return None
    return FeedbackKind.STRENGTH if got / most >= _GOOD else FeedbackKind.GAP


def _most(score: dict[str, str | None]) -> float:
    """Return how many points there were to get; zero if that is not said."""
    return 100.0 if score.get("percent") else _number(score.get("most") or "0")


def _number(text: str) -> float:
    return float(text.replace(",", "."))
