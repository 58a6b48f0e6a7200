"""Sentences that offer the reasons of the decision: "If you would like to know why, ring me"."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: What is offered; why, and nothing more, or why somebody was not chosen: why this mail comes is told to all.
_REASONS = (
    r"(?:(?:the|our|their) (?:reason(?:s|ing)|decision)\b|(?:die|unsere) (?:gründe|begründung|entscheidung)\b"
    r"|woran es\b|(?:les|nos|la) (?:raisons|motifs|décision)\b"
    r"|(?:los|nuestros|las|la) (?:motivos|razones|decisión)\b"
    r"|(?:le|i|la) (?:motiv\w+|ragioni|decisione)\b|(?:de|onze) (?:redenen|beslissing)\b|toelichting\b|uitleg\b"
    r"|(?:os|as|a) (?:motivos|razões|decisão)\b"
    r"|(?:why|warum|weshalb|wieso|pourquoi|por ?qu[eéê]|perch[eé]|waarom)\b"
    r"(?=\W*$|[.,;:!?]|[^.,;:!?]{0,60}(?:\b(?:not|nicht|pas|no|non|niet|não|another|someone)\b|n['\u2019]t\b)))"
)

#: Whoever wants to know them is asked to say so, or they are gladly told.
_OFFERED = re.compile(
    r"\b(?:(?:if|si|se|caso)\b[^.;!?]{0,60}?\b(?:know|hear|understand|learn|connaître|savoir|comprendre|saber|conocer"
    r"|entender|sapere|conoscere|capire|conhecer)|(?:wenn|falls|sollten|als|mocht) (?:sie|du|je|u)"
    r"|(?:happy|glad|pleased) to (?:explain|tell|talk|go|share|give)|gern\w?|auf (?:wunsch|anfrage|nachfrage))\b"
    rf"[^.;!?]{{0,40}}?\b{_REASONS}",
    re.IGNORECASE,
)

#: What says that something is not so.
_NO = re.compile(
    r"\b(?:no|not|cannot|unable|never|nor|without|nicht|kein\w*|nie|ohne|pas|aucune?|sans|sin|ningun\w*|non|senza|nessun\w*"
    r"|niet|geen|não|nao|nenhum\w*|sem)\b|n['\u2019]t\b",
    re.IGNORECASE,
)

#: Who offers them does not say this behind it: "If you want to know why, we regret that we cannot ..."
_NOT_GIVEN = re.compile(
    r"\b(?:can ?not|unable|regret|unfortunately|leider|bedauer\w+|malheureusement|regrettons|lamenta\w+|purtroppo"
    r"|helaas|infelizmente)\b|\bcan['\u2019]t\b",
    re.IGNORECASE,
)


def is_offered(text: str) -> bool:
    """Return whether a sentence offers the reasons of the decision to whoever asks for them."""
    found = _OFFERED.search(text[:LONGEST_SENTENCE])
    return found is not None and not _NOT_GIVEN.search(text[:LONGEST_SENTENCE], found.end())


def says_no(text: str) -> bool:
    """Return whether a sentence says that something is not so, or not done."""
    return _NO.search(text[:LONGEST_SENTENCE]) is not None
