"""Patterns that are kept as one list of words a language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping


class ByLanguage(Mapping[str, re.Pattern[str]]):
    """One pattern for each language, compiled when it is first asked for.

    A run reads mail of one language or two: compiling the words of all takes longer than reading a message.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        """Keep the words of each language, as one expression."""
        self._words = dict(words)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, language: str) -> re.Pattern[str]:
        """Return the pattern of a language."""
        if language not in self._compiled:
            self._compiled[language] = re.compile(self._words[language], re.IGNORECASE)
        return self._compiled[language]

    def __iter__(self) -> Iterator[str]:
        """Yield the languages."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(self._words)


def by_language(table: dict[str, tuple[str, ...]]) -> ByLanguage:
    """Return one pattern for each language, in any case; everybody borrows from English."""
    return ByLanguage(
        {
            language: "|".join(f"(?:{pattern})" for pattern in dict.fromkeys((*patterns, *table["en"])))
            for language, patterns in table.items()
        }
    )
