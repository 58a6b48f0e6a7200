"""What automatic mail says of getting to know everybody who applied, where nothing else tells of a meeting."""

from __future__ import annotations

from pipeline.reading.stage.met import TALK
from pipeline.reading.text.by_language import by_language

#: How glad somebody is to have got to know the reader, or of the time that the reader spent, by language.
_GLAD: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:the |your )?time (?:that )?you(?:['\u2019]ve| have)? (?:spent|taken) with us\b",
        r"\b(?:getting|get|got|have gotten) to know you\b",
    ),
    "de": (r"\b(?:schön|gefreut|freuen|toll|nett)\b[^.;!?]{0,40}\bkennen ?(?:zu)?(?:ge)?ler\w+(?: \w+)?",),
    "fr": (
        (
            r"\b(?:ravie?s?|plaisir|heureu\w+|enchantée?s?) (?:\w+ )?"
            r"(?:de |d['\u2019]avoir )fai(?:re|t) (?:votre|ta) connaissance"
        ),
        r"\btemps passé avec nous\b",
    ),
    "es": (
        (
            r"\b(?:encant\w+|gusto|placer|alegr\w+|feli(?:z|ces)) (?:\w+ )?"
            r"(?:de |haber)?(?:conocer|conocid)\w*(?:te|le|l[oa]|o)?\b"
        ),
    ),
    "it": (r"\b(?:piacere|liet[oi]|felic[ei]|bello) (?:\w+ )?(?:di )?(?:aver\w+ )?(?:conoscer|conosciut)\w+",),
    "nl": (r"\b(?:leuk|fijn|mooi|prettig)\b[^.;!?]{0,30}\bleren kennen\b",),
    "pt": (
        (
            r"\b(?:ótimo|bom|prazer|ador[aá]mos|gost[aá]mos|feliz(?:es)?) (?:\w+ )?"
            r"(?:te conhecer|conhecer você|conhecer-te|conhecê-l[oa])\b"
        ),
    ),
}

#: When, where or how, which nobody says who has met nobody.
_WHERE: dict[str, tuple[str, ...]] = {
    "en": (
        (
            r"\b(?:\w+day|yesterday|last|person\w*|during|visit\w*"
            r"|office|call|zoom|teams|came|coming|better|\d+(?:st|nd|rd|th)?)\b"
        ),
    ),
    "de": (r"\b(?:persönlich\w*|gestern|\w+tag|beim|letzte\w*|vor ort|telefon\w*|besser|näher|\d+)\b",),
    "fr": (r"\b(?:\w+di|hier|person\w+|vi(?:sio|site)|téléphone|lors|mieux|\d+)\b",),
    "es": (
        (
            r"\b(?:lunes|martes|miércoles|jueves|viernes|ayer|persona\w*|durante"
            r"|teléfono|visita|mejor|venir|charlar|hablar|\d+)\b"
        ),
    ),
    "it": (r"\b(?:\w+dì|ieri|persona\w*|durante|telefono|visita|meglio|venir\w*|parlar\w*|\d+)\b",),
    "nl": (r"\b(?:\w+dag|gisteren|persoonlijk|tijdens|bezoek|beter|langs\w*|\d+)\b",),
    "pt": (
        (
            r"\b(?:segunda|terça|quarta|quinta|sexta|ontem|pessoa(?:lmente)?"
            r"|durante|visita|melhor|vir|vindo|falar|\d+)\b"
        ),
    ),
}

#: What says that applications were read, and nobody met: thanks for one, the others that were received.
_APPLIED: dict[str, tuple[str, ...]] = {
    "en": (
        (
            r"\b(?:thank\w*|appreciate)\b[^.;!?]{0,30}\bappl(?:ying|ication)\b"
            r"|\breview\w* (?:\w+ ){0,4}(?:applications?|them all)\b"
        ),
    ),
    "de": (
        (
            r"\bdank\w*\b[^.;!?]{0,30}\bbewerbung\b"
            r"|\b(?:sichtung|prüfung|durchsicht) (?:\w+ ){0,3}(?:unterlagen|bewerbung\w*)\b"
        ),
    ),
    "fr": (
        (
            r"\b(?:merci|remerci\w+)\b[^.;!?]{0,30}\b(?:candidature|postulé)\b"
            r"|\b(?:étude|examen) (?:\S+ ){0,3}(?:dossiers?|candidatures?)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:gracias|agrade\w+)\b[^.;!?]{0,30}\b(?:candidatura|postula\w+|inscri\w+|aplicar)\b"
            r"|\brevis\w+ (?:\w+ ){0,3}(?:candidaturas?|cv|currícul\w+)\b"
        ),
    ),
    "it": (
        (
            r"\b(?:grazie|ringrazi\w+)\b[^.;!?]{0,30}\bcandida\w+"
            r"|\b(?:valuta|esamina)\w+ (?:\w+ ){0,3}(?:candidature|curricul\w+|profili)\b"
        ),
    ),
    "nl": (
        (
            r"\b(?:bedankt|dank)\b[^.;!?]{0,30}\bsollicitatie\b"
            r"|\bbekijken (?:\w+ ){0,3}(?:cv|sollicitaties|brieven)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:obrigad[oa]|agrade\w+)\b[^.;!?]{0,30}\b(?:candidat\w+|inscri\w+)"
            r"|\banálise (?:\w+ ){0,3}(?:currículos|candidaturas|perfis)\b"
        ),
    ),
}

GLAD, WHERE, APPLIED = by_language(_GLAD), by_language(_WHERE), by_language(_APPLIED)


def without_politeness(parts: list[str], text: list[str], language: str) -> list[str]:
    """Return parts of a message without what is but polite in them, where its `text` thanks for an application.

    What says when or where is left: "it was lovely to get to know you on Tuesday"; and so is all where talks are named.
    """
    if any(TALK.search(part) for part in text) or not any(APPLIED[language].search(part) for part in text):
        return parts
    return [part if WHERE[language].search(part) else GLAD[language].sub(" ", part) for part in parts]
