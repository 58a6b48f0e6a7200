"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

#: What mail to a job seeker comes in; fewer candidates make short texts surer. Catalan is left to Spanish, and
#: Indonesian to others: near as they are, they would take short texts of their neighbours.
LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "tr",
    "pl",
    "sv",
    "da",
    "no",
    "fi",
    "cs",
    "ro",
    "hu",
    "ru",
    "uk",
    "el",
    "vi",
    "zh",
    "ja",
    "ko",
)

#: Less text than this says nothing about its language.
_LEAST_LETTERS = 12

#: More text than this says nothing more.
_ENOUGH = 2_000


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    """Return the identifier, loaded once and only when needed."""
    # Half a second of loading that a run with nothing new must not pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the likeliest language, or an empty string if there is too little text."""
    sample = text[:_ENOUGH]
    if sum(character.isalpha() for character in sample) < _LEAST_LETTERS:
        return ""
    return str(_identifier().classify(sample)[0])
