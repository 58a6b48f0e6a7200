"""Blanks in a pattern, such that a long row of them is read at once."""

from __future__ import annotations

#: Blanks from where their row begins: a search would else look at a long row from each of its places.
BLANKS = r"(?:(?<!\s)\s+)"
