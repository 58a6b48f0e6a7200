"""The number under which an employer keeps a position."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading

#: Sentences that are searched, and how much of each.
_MOST_SENTENCES = 40
_LONGEST = 500
_LONGEST_NUMBER = 40

#: A number with a word for it in front: `Job ID 2026-4471`, `Kennziffer 2026/17`, `réf. 30417`.
_LABELLED = re.compile(
    r"\b(?:(?:job|req(?:uisition)?|ref(?:erence)?|vacancy|posting|position|opening|tracking|stellen|job-?)[ -]?"
    r"(?:id|no|nr|number|nummer|code|reference|ref|kennung)?|kennziffer|kennzahl|referenz(?:nummer|nr)?|stellennummer|(?:stellen)?ausschreibung(?:snummer)?"
    r"|chiffre|réf(?:érence)?|offre|annonce|referencia|código|oferta|riferimento|rif|codice|annuncio|vacaturenummer|vacature|kenmerk|referentie"
    r"|vaga|referência|concurso|bando|call)"
    r"(?:\.|\b)[\s:#.(\u2116]*(?:n[r°º.]*[\s:.]*|no\.?\s*|id\s*:?\s*)?#?(?P<id>(?=[A-Z0-9/_.-]*\d)[A-Z0-9]+(?:[/_.-][A-Z0-9]+)*)\b",
    re.IGNORECASE,
)

#: Numbers that tell by their form what they are.
_SHAPED = re.compile(
    r"(?<![\w-])(?P<id>(?:JR|REQ|RQ|JOB|VAC|R)[-_]?\d{3,}(?:-\d+)?|\d{5,8}[A-Z]{2}|\d{3}-(?:\d{2}-)?[A-Z]{2,5}-\d{2,5}"
    r"|(?!(?:ISO|DIN|IEC)\b)[A-Z]{2,4}[-/]\d{3,6}(?:[-/][A-Z0-9]{2,5}){0,2})\b"
)

#: A number that stands by itself in a subject or in brackets, and is not a help desk's: `(2026-1187)`, ` - 514402 - `.
_ALONE = re.compile(
    r"(?:(?<!request )(?<!ticket )(?<!case )\((?P<id>(?:20\d\d[-/])?\d{3,8})\)"
    r"|(?:^|\s[-|\u2013]\s)(?P<id2>(?:20\d\d-)?\d{5,8})(?=\s[-|\u2013]\s|\s*$))"
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}")


def requisition_of(reading: Reading) -> str:
    """Return the requisition number that a message names, as written; empty if it names none."""
    subject = reading.message.subject[:_LONGEST]
    texts = [subject, *(sentence.text[:_LONGEST] for sentence in reading.sentences[:_MOST_SENTENCES])]
    for pattern in (_SHAPED, _LABELLED):
        for text in texts:
            for match in pattern.finditer(text):
                if _is_number(match["id"]):
                    return match["id"]
    for text in texts[:3]:
        alone = _ALONE.search(text)
        if alone and _is_number(alone["id"] or alone["id2"]):
            return alone["id"] or alone["id2"]
    return ""


def _is_number(text: str) -> bool:
    """Return whether a text can be a requisition number: with digits, and neither a year nor a date."""
    digits = sum(character.isdigit() for character in text)
    return digits > 1 and 2 < len(text) <= _LONGEST_NUMBER and not _YEAR.fullmatch(text) and not _DATE.fullmatch(text)
