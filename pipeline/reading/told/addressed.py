"""Who is spoken to, and who speaks: one person, or a firm."""

from __future__ import annotations

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

#: The person who writes, by themselves.
_I = by_language(
    {
        "en": (r"\b(?:(?-i:I)|my)\b",),
        "de": (r"\b(?:ich|mein\w*|mir|mich)\b",),
        "fr": (r"\b(?:je|mon|ma|mes|moi)\b|\b[Jj]['\u2019](?=\w)",),
        "es": (r"\b(?:yo|mi|mis|me|tengo|estoy|soy|busco|trabajo con)\b",),
        "it": (r"\b(?:io|mio|mia|miei|mie|mi|ho|sono|cerco|seguo)\b",),
        "nl": (r"\b(?:ik|mijn|mij)\b",),
        "pt": (r"\b(?:eu|meu|minha|meus|minhas|me|tenho|estou|sou|procuro)\b",),
    }
)

#: Several who write, as a firm does.
_WE = by_language(
    {
        "en": (r"\b(?:we|our|ours|us)\b",),
        "de": (r"\b(?:wir|uns|unser\w*)\b",),
        "fr": (r"\b(?:nous|notre|nos)\b",),
        "es": (r"\b(?:nosotr[oa]s|nuestr[oa]s?|nos|somos|tenemos|buscamos|estamos)\b",),
        "it": (r"\b(?:noi|nostr[oaie]|ci|siamo|abbiamo|cerchiamo|stiamo)\b",),
        "nl": (r"\b(?:wij|we|ons|onze)\b",),
        "pt": (r"\b(?:nós|noss[oa]s?|somos|temos|procuramos|estamos|a gente)\b",),
    }
)

_LONGEST = 600


def speaks_to_candidate(text: str, language: str) -> bool:
    """Return whether a sentence says "you", in whatever form its language has, or any language if that is unknown."""
    patterns = [_YOU[language]] if language in _YOU else _YOU.values()
    return any(pattern.search(text[:_LONGEST]) for pattern in patterns)


def speaks_as_one(text: str, language: str) -> bool:
    """Return whether a text says "I" and never "we", in a language that is known."""
    said = text[:_LONGEST]
    return language in _I and _I[language].search(said) is not None and _WE[language].search(said) is None
