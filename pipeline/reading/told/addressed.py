"""Sentences that speak to the candidate."""

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

_LONGEST = 600


def speaks_to_candidate(text: str, language: str) -> bool:
    """Return whether a sentence says "you", in whatever form its language has, or any language if that is unknown."""
    patterns = [_YOU[language]] if language in _YOU else _YOU.values()
    return any(pattern.search(text[:_LONGEST]) for pattern in patterns)
