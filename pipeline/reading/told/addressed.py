"""Who is spoken to, and who speaks: one person, or a firm."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.text.by_language import by_language

#: The person who is written to, in whatever form; a German "du" is no French one.
_YOU = by_language(
    {
        "en": (r"\b(?:you|your|yours|yourself)\b",),
        "de": (r"\b(?:dich|dir|du|dein\w*|ihnen|(?-i:Sie|Ihr\w*))\b",),
        "fr": (r"\b(?:vous|v[oô]tres?|vos|tu|toi|ton|ta|tes|te|tien(?:ne)?s?)\b|\bt['\u2019](?=\w)",),
        "es": (r"\b(?:usted|ustedes|tu|tú|ti|tus|te|vos|contigo|tuy[oa]s?)\b",),
        "it": (r"\b(?:tu|ti|te|tuo|tua|tuoi|tue|(?-i:Lei|Suo|Sua|Suoi|Sue))\b|\b(?-i:Le) \w+(?:o|iamo|rei|remmo)\b",),
        "nl": (r"\b(?:jij|je|jouw|jou|u|uw)\b",),
        "pt": (r"\b(?:você|vocês|tu|ti|te|teu|tua|teus|tuas|contigo|lhes?|(?-i:Sua))\b",),
    }
)

#: The person who writes, and several who do, as a firm does. No language borrows here: `I candidati` are candidates.
_I = {
    "en": re.compile(r"\bI\b|\b[Mm]y\b"),
    "de": re.compile(r"\b(?:ich|mein\w*|mir|mich)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:je|mon|ma|mes|moi)\b|\bj['\u2019](?=\w)", re.IGNORECASE),
    "es": re.compile(r"\b(?:yo|mi|mis|tengo|estoy|soy|busco)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:io|mio|mia|miei|mie|ho|cerco|seguo)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE),
    "pt": re.compile(r"\b(?:eu|meu|minha|meus|minhas|tenho|estou|sou|procuro)\b", re.IGNORECASE),
}
_WE = {
    "en": re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b"),
    "de": re.compile(r"\b(?:wir|uns|unser\w*)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:nous|notre|nos)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:nosotr[oa]s|nuestr[oa]s?|nos|somos|tenemos|buscamos|estamos)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:noi|nostr[oaie]|siamo|abbiamo|cerchiamo|stiamo)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE),
    "pt": re.compile(r"\b(?:nós|noss[oa]s?|somos|temos|procuramos|estamos|a gente)\b", re.IGNORECASE),
}


#: The same of a whole text.
_LONGEST_TEXT = 10_000


def speaks_to_candidate(text: str, language: str) -> bool:
    """Return whether a sentence says "you", in whatever form its language has, or any language if that is unknown."""
    patterns = [_YOU[language]] if language in _YOU else _YOU.values()
    return any(pattern.search(text[:LONGEST_SENTENCE]) for pattern in patterns)


def speaks_as_one(text: str, language: str) -> bool:
    """Return whether a text says "I" and never "we", as far as it is read, in a language that is known."""
    said = text[:_LONGEST_TEXT]
    return language in _I and _I[language].search(said) is not None and _WE[language].search(said) is None
