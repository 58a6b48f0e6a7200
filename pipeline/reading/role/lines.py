"""Roles that stand on lines of their own, and how far down a message they may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.reading.senders.people import is_closing, is_salutation
from pipeline.reading.text.sentences import without_bullet

#: Lines that are searched, and how much of each.
_MOST_LINES = 80
_LONGEST = 200

#: Lines at the end in which people give their own titles.
_SIGNATURE_LINES = 4

#: Lines at the top among which the heading of a letter is, and how long it is at most.
_HEADING_LINES = 8
_LONGEST_HEADING = 100

#: How a sentence, a salutation or a closing ends, or the label of something.
_NO_HEADING = re.compile(r"[.!?,:;)>]$")

#: Words that label the line of a role, in seven languages.
_LABELS = (
    r"job ?title|title|position|role|job|vacancy|post|opening|designation|requisition|stelle|rolle|stellenbezeichnung"
    r"|(?:stellen)?ausschreibung|bezeichnung|berufsbezeichnung|tätigkeit|funktion|ausbildungsberuf|ausbildung"
    r"|poste|emploi|métier|fonction|offre|intitulé(?: du poste)?|puesto|oferta|vacante|plaza|empleo"
    r"|cargo|posizione|annuncio|ruolo|mansione|profilo|functie|functietitel|vacature|vaga|função|categoria"
)

#: `Position: Data Analyst` on a line of its own, and `Working title | Data Analyst` in a table.
_LABELLED = re.compile(
    rf"^\W{{0,8}}(?:(?!current|present|old|new|last|aktuell|bisherig|actu[ae]l|huidig"
    rf"|atual)[^\W\d_]{{2,14}} )?(?:{_LABELS})"
    r"(?:\s(?:applied for|title|name|pretendid[oa]|solicitad[oa]|ofertad[oa]|ricercat[oa]|visé|concern[ée]e?))?"
    r"\s*[:|\t]\s*(?=\S)",
    re.IGNORECASE,
)

_SUBJECT = re.compile(
    r"^\W{0,4}(?:re|subject|betreff|betr\.|objet|asunto|oggetto|betreft|assunto|concern[ea])\s?:\s*(?=\S)",
    re.IGNORECASE,
)

#: Lines that announce a role on the next one: `not selected for the following position:`, in seven languages.
_ANNOUNCES = re.compile(
    r"(?:\b(?:following|below)\b[^:]{0,40}|\b(?:position|role|vacancy|job|post)(?:s|\(s\))?(?: below)?"
    r"|\bfolgenden?\b[^:]{0,40}"
    r"|\b(?:suivante?s?|siguientes?|seguent[ei]|seguintes?)\b[^:]{0,30}"
    r"|\b(?:poste|offre|vacante|puesto|posizione|vaga|ruolo|functie|vacature|stelle)|\bvolgende\b[^:]{0,40})\s?:\s*$",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"position|role|vacanc|job|post|opening|requisition|stelle|vakanz|ausschreibung|offre|emploi|puesto|vacante"
    r"|plaza|oferta|posizion"
    r"|ruolo|annunci|functie|vacature|vaga|função|cargo",
    re.IGNORECASE,
)

#: Two labels that a fold has put on one line.
_NEXT_LABEL = re.compile(r"\s(?=[^\W\d_]\w+(?: \w+)?\s?:\s)")


def announced(text: str) -> Iterator[str]:
    """Yield the lines below those that announce a role."""
    lines = [line.strip() for line in text.split("\n")[:_MOST_LINES] if line.strip()]
    for line, following in pairwise(lines):
        if _ANNOUNCES.search(line[-_LONGEST:]) and _JOB.search(line[-_LONGEST:]) and len(following) <= _LONGEST:
            yield without_bullet(following)


def labelled(text: str) -> Iterator[str]:
    """Yield what stands behind the label of lines such as `Position: Data Analyst`."""
    for line in text.split("\n")[:_MOST_LINES]:
        label = _LABELLED.match(line[:_LONGEST])
        if label:
            yield _NEXT_LABEL.split(line[label.end() : _LONGEST], maxsplit=1)[0]


def subject_lines(text: str) -> Iterator[str]:
    """Yield the subjects that letters bear inside: `Re: Deputy Registrar`."""
    for line in text.split("\n")[:_MOST_LINES]:
        label = _SUBJECT.match(line[:_LONGEST])
        if label:
            yield line[label.end() : _LONGEST]


def headings(text: str) -> Iterator[str]:
    """Yield the lines in which letters say below the salutation what they are about: `Parks Team Leader - Ref 4988`.

    Each stands by itself between blank lines, near the top, and is no sentence.
    """
    lines = ["", *(line.strip() for line in text.split("\n", _HEADING_LINES)[:_HEADING_LINES])]
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        alone = line and not above and not below and len(line) <= _LONGEST_HEADING
        if alone and not (_NO_HEADING.search(line) or is_salutation(line)):
            yield line


def above_signature(text: str) -> list[str]:
    """Return the lines above the closing formula, or above the last few where there is none; never all of several."""
    lines = [line for line in text.split("\n") if line.strip()]
    closing = next((number for number, line in enumerate(lines) if number and is_closing(line)), len(lines))
    kept = lines[: max(1, len(lines) - _SIGNATURE_LINES)] if len(lines) > _SIGNATURE_LINES else lines[:1]
    return kept[:closing]
