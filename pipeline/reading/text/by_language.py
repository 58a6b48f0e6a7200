"""Patterns that are kept as one list of words a language."""

from __future__ import annotations

import re


def by_language(table: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    """Return one pattern for each language; everybody borrows from English."""
    return {
        language: re.compile(
            "|".join(f"(?:{pattern})" for pattern in dict.fromkeys((*patterns, *table["en"]))), re.IGNORECASE
        )
        for language, patterns in table.items()
    }
