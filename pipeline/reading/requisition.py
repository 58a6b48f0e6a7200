"""The number under which an employer keeps a position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.text.bounds import MOST_TEXT

#: Paragraphs of the text that are searched, and how much of each.
_MOST_PARAGRAPHS = 40
_LONGEST = 1_000
_LONGEST_NUMBER = 40

_NUMBER_WORD = r"(?:id|no|nr|num|number|nummer|n[u\u00fa]mero|num\u00e9ro|code|reference|ref|kennung|kennziffer)"

#: What is numbered, behind a word for the number: `Code de l'offre`, `Rif. annuncio`.
_OF_WHAT = (
    r"(?: (?:d[eao]l?(?:la)? |de l['\u2019]|du |der |de la )?(?:offre|poste|annonce|oferta|vacante|puesto|plaza"
    r"|annuncio|posizione|offerta|bando|vaga|vacature|concurso|stelle|ausschreibung))?"
)

#: A number with a word for it in front: `Job ID 2026-4471`, `Kennziffer 2026/17`, `réf. 30417`, `Exam #26-0417`.
_LABELLED = re.compile(
    rf"\b(?:(?:job|req(?:uisition)?|ref(?:erence)?|vacancy|posting|position|opening|stellen|job-?)[ -]?{_NUMBER_WORD}?"
    r"|kenn(?:ziffer|zahl|ung|nummer|-?nr)|referen(?:z|tie)(?:[ -]?(?:nummer|nr|code))?|stellennummer"
    r"|(?:stellen)?ausschreibung(?:snummer|s-?nr)?"
    rf"|chiffre|(?:réf(?:érence)?|referencia|código|riferimento|rif|codice|referência){_OF_WHAT}"
    r"|offre|annonce|oferta|annuncio|vacaturenummer|vacature|kenmerk|vaga|concurso|bando"
    r"|(?:tracking|exam(?:ination)?|announcement|recruitment|competition|auswahl|edital|avviso|procedimiento)"
    rf"(?=[ -]?(?:#|{_NUMBER_WORD}\b|n[º°.]))"
    # By their form alone they are numbers: `Competition 014872`, `Edital 41/2026`.
    r"|(?:competition|concours|edital|avviso|convocatoria|procedimento concursal|auswahlverfahren)"
    r"(?=:? (?:0\d{3,}|\d{5,}|(?!20\d\d[/-]\d\d\b)\d{1,4}[/-]\d{2,5})\b))"
    # A full stop ends an abbreviation here, or else the sentence.
    rf"(?:(?<=\b\w\w)\.|(?<=\b\w\w\w)\.|\b)(?:-|[\s:#(\u2116]*)(?:(?:n[r°º.]*|{_NUMBER_WORD})[\s:.º°]*)?#?"
    r"(?P<id>(?=[A-Z0-9/_.-]*\d)[A-Z0-9]+(?:[/_.-][A-Z0-9]+)*)\b(?!\s?(?:%|€|euros?\b))",
    re.IGNORECASE,
)

#: The number of a file, which is that of the position where the subject has it, or what speaks of the position.
_FILE = (
    r"\b(?:gz|az|aktenzeichen|geschäfts(?:zahl|zeichen)|unser zeichen)\b[\s.:]*"
    r"(?P<id>(?=[A-Z0-9/_.-]*\d)[A-Z0-9]+(?:[/_.-][A-Z0-9]+)+)\b"
)
_IN_SUBJECT = re.compile(_FILE, re.IGNORECASE)
_OF_POSITION = re.compile(
    rf"\b(?:stelle\b|\w*ausschreibung|stellen\w*|bewerbung(?:en)?\b|auswahlverfahren)[^.;:!?]{{0,60}}?{_FILE}",
    re.IGNORECASE,
)

#: Numbers that tell by their form what they are.
_SHAPED = re.compile(
    r"(?<![\w/-])(?P<id>(?:JR|REQ|RQ|JOB|VAC|IRC|R)[-_]?\d{3,}(?:-\d+)?|\d{5,8}[A-Z]{2}"
    r"|\d{3}-(?:\d{2}-)?[A-Z]{2,5}-\d{2,5})\b"
)

#: Numbers of other things: offsets of clocks, norms, registers, post codes with their country.
_OF_OTHERS = r"(?:(?:UTC|GMT|ISO|DIN|IEC|EN|BS|SAE|CVE|HR[AB])\b|(?:AT|BE|CH|DE|ES|FR|IT|LU|NL|PT)-\d{4,5}(?![\w/-]))"

#: Letters and a number, which much has: it counts where a subject has it, and in brackets.
_CODE = re.compile(
    rf"(?<![\w/-])(?P<id>(?!{_OF_OTHERS})"
    r"(?:[A-Z]{2,4}[-/]\d{3,6}(?:[-/][A-Z0-9]{2,5}){0,2}|[A-Z][-/]20\d\d[-/]\d{2,5}))(?![\w/-])"
)
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")

#: A number that stands by itself in a subject or in brackets, and is not a help desk's: `(2026-1187)`, ` - 514402 - `.
_ALONE = re.compile(
    r"(?:(?<!request )(?<!ticket )(?<!case )\((?P<id>(?:(?:20)?2\d[-/]|20\d\d[-/])?\d{3,8})\)"
    r"|(?:^|\s[-|\u2013]\s)(?P<id2>(?:20\d\d-)?\d{5,8})(?=\s[-|\u2013]\s|\s*$))"
)

_NONE = re.compile(
    r"(?:19|20)\d\d"  # a year
    r"|\d{1,2}(?P<by>[./-])\d{1,2}(?P=by)(?:\d\d|\d{4})|\d{4}-\d{2}-\d{2}"  # a day
    r"|\d{1,3}h(?:/\w+)?|\d{1,2}[ap]m|24/7|\d-\d{1,2}",  # hours
    re.IGNORECASE,
)


def requisition_of(reading: Reading) -> str:
    """Return the requisition number that a message names, as written; empty if it names none."""
    return next((number for number in _numbers(reading) if _is_number(number)), "")


def _numbers(reading: Reading) -> Iterator[str]:
    """Yield what may be the number, the surest first."""
    subject = reading.message.subject[:_LONGEST]
    paragraphs = re.split(r"\n\s*\n", reading.text[:MOST_TEXT])[:_MOST_PARAGRAPHS]
    texts = [subject, *(" ".join(paragraph[:_LONGEST].split()) for paragraph in paragraphs)]
    for pattern in (_SHAPED, _LABELLED):
        for text in texts:
            yield from (match["id"] for match in pattern.finditer(text))
    yield from (match["id"] for match in _IN_SUBJECT.finditer(subject))
    yield from (match["id"] for text in texts for match in _OF_POSITION.finditer(text))
    in_brackets = (brackets[0] for text in texts for brackets in _IN_BRACKETS.finditer(text))
    for text in (subject, *in_brackets):
        yield from (match["id"] for match in _CODE.finditer(text))
    for text in texts[:3]:
        yield from (match["id"] or match["id2"] for match in _ALONE.finditer(text))


def _is_number(text: str) -> bool:
    """Return whether a text can be a requisition number: with digits, and neither a year, a day nor hours."""
    digits = sum(character.isdigit() for character in text)
    return digits > 1 and 2 < len(text) <= _LONGEST_NUMBER and not _NONE.fullmatch(text)
