"""Sentences that begin with the words of advice: "I would suggest that you ...", "Mein Tipp: ..."."""

from __future__ import annotations

import re

_ADVISES = re.compile(
    # English
    r"\b(?:i|we)(?:['\u2019]d|['\u2019]ll| would| can| could| might| do)?(?: (?:also|only|just|strongly|really))?"
    r" (?:suggest|recommend|advise|encourage|urge)\b|\bmy (?:one |only )?(?:advice|suggestion|recommendation|tip)\b"
    r"|\bnext time,? (?:try|bring|have|prepare|start|ask|make|take|give|show|think|tell|don)\b"
    # German
    r"|\b(?:ich|wir) (?:empfehlen?|raten?) (?:ihnen|dir)\b|\b(?:ich|wir) (?:würden?|kann|können|möchten?) (?:ihnen|dir)"
    r" [^.;:!?]{0,80}\b(?:empfehlen|raten|nahelegen)\b|\b(?:mein|unser) (?:tipp|rat)\b|\bmeine empfehlung\b"
    # French
    r"|\b(?:je|nous) (?:vous|te) (?:conseil|recommand|suggér|encourag)\w+|\bil (?:vous|t['\u2019]) ?est conseillé"
    r"|\b(?:mon|notre) conseil\b"
    # Spanish
    r"|\b(?:te|le) (?:recomiend|recomendar|aconsej|sugier|suger|anim)\w+|\b(?:mi|nuestro) consejo\b"
    # Italian
    r"|\b(?:ti|le) (?:consigl|sugger|raccomand)\w+|\bil (?:mio|nostro) consiglio\b"
    # Dutch
    r"|\b(?:raad|raden|adviseer|adviseren) (?:ik |we |wij )?(?:je|u)\b|\b(?:mijn|onze?) (?:tip|advies)\b"
    # Portuguese
    r"|\b(?:sugiro|sugerimos|aconselh\w+|recomend(?:o|amos|aria))\b|\b(?:minha|nossa) (?:dica|sugestão)\b"
    r"|\bmeu conselho\b",
    re.IGNORECASE,
)

#: Advice that comes later in a sentence belongs to what stands before it: "You spoke fast, and I would suggest ..."
_BEGINNING = 40


def begins_with_advice(text: str) -> bool:
    """Return whether a sentence begins with the words of advice."""
    found = _ADVISES.search(text)
    return found is not None and found.start() < _BEGINNING
