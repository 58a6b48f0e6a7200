"""Sentences about a day that the reader and the writers have spent together, in seven languages."""

from __future__ import annotations

import re

#: Days that are over, by language.
_DAYS = {
    "en": r"(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:week|night)|the other day"
    r"|(?:that|your|this|the) (?:weekend|morning|afternoon|evening)",
    "de": r"(?:am|letzten|vergangenen) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"|gestern"
    r"|vorgestern|neulich|(?:letzte|vergangene|vorige)r? woche|wochenende",
    "fr": r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|l['\u2019]autre jour"
    r"|la semaine (?:dernière|passée)",
    "es": r"(?:el|este|del) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|anteayer|el otro día"
    r"|la semana pasada",
    "it": r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|ieri|l['\u2019]altro (?:ieri|giorno)"
    r"|la settimana scorsa",
    "nl": r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|gisteren|eergisteren|laatst|vorige week|afgelopen \w+",
    "pt": r"(?:na|da|no|de) (?:segunda|terça|quarta|quinta|sexta|sábado|domingo)(?:-feira)?|ontem|anteontem|no outro"
    r" dia"
    r"|(?:na|a) semana passada",
}

#: Words for the reader.
_YOU = {
    "en": r"you|your|yours",
    "de": r"du|dich|dir|dein\w*|sie|ihnen|ihr\w*",
    "fr": r"vous|votre|vos|tu|te|toi|ton|ta|tes|t['\u2019]\w+",
    "es": r"te|tu|tus|ti|contigo|usted|\w+(?:[ae]ste|iste)|\w+rte",
    "it": r"ti|tu|te|tuo|tua|sei|hai|lei|suo|sua|\w+rti|\w+rla",
    "nl": r"je|jij|jou|jouw|u|uw",
    "pt": r"te|tu|ti|você|contigo|consigo|tua|teu|\w+-te|\w+(?:[ae]ste|iste)",
}

#: What the writers did on a day without the reader, and what is still to come.
_WITHOUT = re.compile(
    r"\b(?:appl\w+|bewerb\w*|beworb\w*|candidat\w*|candidatura|postul\w+|sollicit\w+|inscri\w+|e-?mails?|mails?"
    r"|messages?"
    r"|notes?|nachricht\w*|courriel\w*|mensaje\w*|correo\w*|messaggi\w*|bericht\w*|mensage\w*|letters?|post(?:ed)?"
    r"|wrote"
    r"|write|writing|written|schreib\w*|schrieb\w*|écri\w+|escrib\w+|scriv\w+|schrijf\w*|schreef|escrev\w+|send|sent"
    r"|closed?"
    r"|decid\w+|decision|entschied\w*|entscheid\w*|décid\w+|décision|decisi\w+|decis[oã]\w*|besl\w+|tell|told|let you"
    r" know"
    r"|inform\w*|mitteil\w*|annonc\w+|hear\w*|contact\w*|next|will|can|could|if|until|from|by|ab|bis|nächst\w*|werden"
    r"|prochain\w*|próxim\w*|prossim\w*|volgende|zal|vanaf|vacature|advert\w*|anzeige|annonce)\b",
    re.IGNORECASE,
)

_TOGETHER = {
    language: (re.compile(rf"\b(?:{days})\b", re.IGNORECASE), re.compile(rf"\b(?:{_YOU[language]})\b", re.IGNORECASE))
    for language, days in _DAYS.items()
}


def tells_of_a_day(text: str, language: str) -> bool:
    """Return whether a sentence of a rejection tells of a day on which the reader was there.

    It names a day that is over and the reader, and nothing that is done by letter or without the reader.
    """
    day, you = _TOGETHER.get(language, _TOGETHER["en"])
    return bool(day.search(text) and you.search(text)) and not _WITHOUT.search(text)
