"""Sentences that say what the reason was not."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: "It was not down to your experience", "No es que te faltara experiencia".
_DENIED = re.compile(
    # English
    r"\b(?:it|this|that|decision|outcome) (?:is|was)(?: \w+)??(?: not|n['\u2019]t) (?:\w+ )?"
    r"(?:because|down to|due to|about|(?:a )?(?:matter|question|case|reflection) o[fn]|that you|for (?:want|lack) of)\b"
    r"|\bnot\b[^.;!?]{0,40}\bas an? (?:\w+ )?(?:criticism|judge?ment|verdict|reflection) (?:of|on) you"
    r"|\bnothing to do with your\b|\b(?:no|not an?y?) (?:\w+ )?reflection (?:on|of) (?:your|you)\b"
    # German
    r"|\b(?:liegt|lag)(?: es| das| dies)?(?: \w+){0,2} nicht (?:an|daran)\b|\bdaran (?:liegt|lag)(?: es"
    r"|['\u2019]s) (?:\w+ )?nicht\b"
    r"|\bsagt (?:\w+ )?nichts (?:\w+ )?über (?:ihre|deine|eure|sie|dich)\b|\bkeine (?:wertung|abwertung|aussage|kritik)"
    r" (?:\w+ )?(?:ihrer|deiner|über ihre|über deine|an ihre[rn]|an deine[rn])\b"
    r"|\bnicht als (?:\w+ )?(?:kritik|(?:ab)?wertung|urteil|geringschätzung|zweifel)\b"
    r"|\bnichts mit (?:ihr|dein|dir|ihnen)\w* .{0,80}\bzu tun\b|\bdas (?:ist|war) nicht,? weil\b"
    # French
    r"|\bce n['\u2019](?:est|était) (?:\w+ )?pas (?:que|parce que|faute de|à cause de|une question de)\b"
    r"|\bne (?:remet|remettent|met) (?:nullement|aucunement|pas|point|en rien|en aucun cas) en (?:cause|doute)\b"
    r"|\bn['\u2019](?:est|était) (?:\w+ )?pas (?:liée?|due?|imputable) (?:à|au)\b|\bn['\u2019](?:a|avait) rien à voir\b"
    # Spanish
    r"|\bno (?:es|era|fue|ha sido) (?:que (?:te|le|os|les|tú|usted|no)|porque|por (?:falta|tu|su|tus|sus)|culpa)\b"
    r"|\bno (?:refleja|cuestiona|pone en duda) (?:\w+ )?(?:tu|su|tus|sus|la|el)\b"
    r"|\bno se deb(?:e|ió) a\b|\bno (?:tiene|tuvo|ha tenido) (?:nada )?que ver\b"
    # Italian
    r"|\bnon (?:è|era|è stato) (?:che (?:ti|le|tu|lei|non)|perché|per (?:mancanza|colpa))\b"
    r"|\bnon (?:mette in (?:discussione|dubbio)|riflette|è un giudizio su)\b|\bnulla (?:toglie|togliendo) a\w*\b"
    r"|\bnon (?:dipende|dipendeva|è dipes\w) da\w*\b|\bnon (?:ha|aveva) nulla a che (?:fare|vedere)\b"
    # Dutch
    r"|\b(?:lag|ligt|komt|kwam)(?: het| dat| dit)?(?: \w+)? niet (?:aan|door(?:dat)?)\b"
    r"|\bzegt (?:helemaal )?niets over (?:je|jouw|uw)\b"
    r"|\b(?:is|was)(?: het)? niet (?:zo )?(?:dat|omdat) (?:je|u)\b|\bniets te maken met (?:je|jouw|uw)\b"
    # Portuguese
    r"|\bnão (?:é|era|foi) (?:que (?:te|lhe|você|o|a|não)|porque|por (?:falta|causa))\b"
    r"|\bnão (?:põe|coloca) em (?:causa|dúvida)\b|\bnão reflete (?:\w+ )?(?:a sua|o seu|as suas|sua|seu|suas|seus)\b"
    r"|\bnão se dev(?:e|eu) (?:a|ao|à)s?\b|\bnão (?:tem|teve) (?:nada )?a ver\b",
    re.IGNORECASE,
)

#: Behind a denial such a word or border says what it was instead.
_INSTEAD = re.compile(
    r"[:;\u2013\u2014]|[.!?]\s|\s-{1,2}\s|, (?:you|we|they|du|dir|wir|uns|vous|nous|il vous|te|ti|le|je|você)\b"
    r"|\b(?:but|rather|it (?:was|is|came)|sondern|vielmehr|aber|mais|plutôt|c['\u2019](?:est|était)|sino|pero|más bien"
    r"|ma|bensì|piuttosto|maar|eerder|wel|mas|e sim)\b",
    re.IGNORECASE,
)


def is_denied(text: str) -> bool:
    """Return whether a sentence says what the reason was not, and nothing of what it was."""
    found = _DENIED.search(text[:LONGEST_SENTENCE])
    return found is not None and not _INSTEAD.search(text[:LONGEST_SENTENCE].rstrip(" .!?"), found.end())
