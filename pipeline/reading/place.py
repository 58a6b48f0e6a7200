"""Where the work would be, as far as a message says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.company.names import alike
from pipeline.reading.role.areas import is_area
from pipeline.reading.senders.known import Senders

_MOST_SENTENCES = 40
_LONGEST = 500
_LONGEST_PLACE = 100

_PLACE = (
    r"(?P<place>[A-ZÀ-Þ][\w'\u2019.-]*\w(?: (?:(?:am|an der|im|de la|de|la|do|da|upon|on|sur"
    r"|di) )?[A-ZÀ-Þ][\w'\u2019-]+)*"
    r"(?:, [A-ZÀ-Þ][\w'\u2019-]*(?: [A-ZÀ-Þ][\w'\u2019-]*)?)?)"
)

_LABELLED = re.compile(
    r"^\W*(?:(?:job |work )?location|place of work|based at|ort|standort|arbeitsort|einsatzort|dienstort"
    r"|lieu(?: de travail)?|localisation"
    r"|ubicación|lugar(?: de trabajo)?|luogo(?: di lavoro)?|sede(?: di lavoro)?|locatie|standplaats|werklocatie"
    r"|local(?:idade| de trabalho)?)"
    r"\s?:\s*(?P<place>[^\n;|]{2,60})",
    re.IGNORECASE,
)

#: What leads to a place by itself.
_AHEAD = re.compile(
    r"\b(?:[Aa]t our (?:\w+ ){1,2}in|(?:based|located|position|role|job|opening|vacancy) in|(?:[Aa]m"
    r"|unser\w*) Standort|[Ii]n unsere[mnr] \w+ in|(?:basée?|situ[ée]+) à"
    r"|(?:planta|oficina|sede|tienda|fábrica|centro) (?:de|en)|(?:sede|ufficio|negozio|stabilimento) di"
    r"|[Oo]p (?:locatie|onze locatie)|(?:vestiging|kantoor) in"
    r"|(?:instalações|escritório|loja|fábrica) em|(?:site|agence|usine|bureau|boutique) de) " + _PLACE
)

#: `our Spokane site`.
_OURS = re.compile(
    rf"\b[Oo]ur {_PLACE} (?:site|office|branch|location|plant|restaurant|store|shop|campus|depot|factory|team|lab)\b"
)
_OUR_X_IN = re.compile(rf"\b(?:[Oo]ur|[Tt]he|[Aa]) (?:\w+ ){{1,2}}in {_PLACE}")

#: What is taught, studied or worked in, behind the same word as a place: `Lecturer in Early Modern History`.
_SUBJECT = re.compile(
    r"\w*(?:ology|ologies|istry|iatry|onomy|ography|osophy|ematics|istics|aphics|omics|ysics|arpentry|history"
    r"|logie|kunde|istik|matik|musik|physik|technik|nomie|graphie|sophie|medizin|geschichte|wissenschaft(?:en)?|pflege"
    r"|log[ií]a|graf[ií]a|nom[ií]a|sof[ií]a|matic[ao]s?|mática|ísica|fisica|química|chimica|música|historia|história|storia"
    r"|histoire|ería|fermagem|cación|tración|cação|tração|mação|azione|eratura|tecnica|técnica|ologie|informatique|physique|chimie|mathématiques"
    r"|iek|geschiedenis|techniek|wetenschap(?:pen)?)"
    r"|law|recht|droit|derecho|direito|diritto|lettres|letras|lettere|pastry|pâtisserie|patisserie",
    re.IGNORECASE,
)

#: What stands between a role and a place.
_BETWEEN = re.compile(
    r"(?:\s*\([mwfdhvxi/ *-]+\))?(?:\s*\((?i:job|req|ref)[^)]*\))?(?: (?:position|opening|role|job|vacancy"
    r"|post))?(?:\s*\((?i:job|req|ref)[^)]*\))?"
    r"(?: (?:at|with|bei|chez|bij|presso) (?:[A-ZÀ-Þ&]\S* ){0,4}?[A-ZÀ-Þ]\S*)? (?P<by>in|à|en|a|em|te) " + _PLACE
)
_BESIDE = re.compile(
    r"(?:\s*\([mwfdhvxi/ *-]+\))?\s*(?:,|[-\u2013|]|\()\s*"
    r"(?P<place>[^()|;\n]{2,40}?)"
    r"(?=\)|$|\s(?:[-\u2013|@]|at|with|bei|chez|bij|presso)\s|\s[-\u2013|]|[.,](?=\s|$)(?! [A-Z]))"
)


def place_of(reading: Reading, role: str, company: str, senders: Senders) -> str:
    """Return the place where the work would be, as written; empty if the message names none for sure."""
    for place in _places(reading, role, senders):
        name = " ".join(place.split()).strip(" .,;:-")
        if 0 < len(name) <= _LONGEST_PLACE and not (company and alike(name, company)):
            return name
    return ""


def _places(reading: Reading, role: str, senders: Senders) -> Iterator[str]:
    """Yield what may be the place, the surest first."""
    subject = reading.message.subject[:_LONGEST]
    texts = [subject, *(sentence.text[:_LONGEST] for sentence in reading.sentences[:_MOST_SENTENCES])]
    for text in (line[:_LONGEST] for line in reading.text.split("\n")[: 2 * _MOST_SENTENCES]):
        match = _LABELLED.match(text)
        if match:
            yield match["place"]
    for text in texts:
        yield from _behind_role(text, role, senders)
    for text in texts:
        for pattern in (_AHEAD, _OURS, _OUR_X_IN):
            for match in pattern.finditer(text):
                known = is_place(match["place"], senders)
                if known or not (pattern is _OUR_X_IN or is_subject(match["place"], senders)):
                    yield match["place"]


def _behind_role(text: str, role: str, senders: Senders) -> Iterator[str]:
    """Yield the place behind a role: `Sous Chef, Kinsale`, `Data Scientist opening in Tallinn`."""
    start = text.find(role) if role else -1
    if start < 0:
        return
    end = start + len(role)
    match = _BETWEEN.match(text, end)
    if match and not (match["by"] in {"in", "en", "em"} and is_subject(match["place"], senders)):
        yield match["place"]
    beside = _BESIDE.match(text, end)
    if beside and is_place(beside["place"], senders):
        yield beside["place"]


def is_subject(name: str, senders: Senders) -> bool:
    """Return whether a name is that of a subject or an area of work, and of no known place: `Early Modern History`."""
    words = name.split()
    return not is_place(name, senders) and (is_area(words[-1:]) or any(map(_SUBJECT.fullmatch, words)))


def is_place(name: str, senders: Senders) -> bool:
    """Return whether a known place is any part of a name, between commas, strokes or words for "and" and "or"."""
    parts = [part.strip().casefold() for part in re.split(r"[,/]| or | und | and ", name)]
    return any(part in senders.places for part in parts)
