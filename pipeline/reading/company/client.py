"""Employers for whom somebody else writes who speaks of them: an agency, a board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import OUTRIGHT
from pipeline.reading.company.client_words import (
    ACTS,
    AGENCY,
    ANSWERED,
    ANSWERED_FROM,
    BODIES,
    BY_MANY,
    DECIDES,
    HELPS,
    NAME_FIRST,
    OTHERS_DECIDE,
    OWN_ARTICLE,
    POSSESSION,
    SEEKS_FOR,
    SPOKE,
    SUBJECT_OF_SENTENCE,
    TO_HIRE,
    TO_WORK,
)
from pipeline.reading.company.lines import TRADES
from pipeline.reading.company.names import alike, has_legal_form, name_at, tidy
from pipeline.reading.company.phrases import acting_on_application, is_marked
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import places_of, words_of

_MOST_SENTENCES = 60
_LONGEST = 500

#: Who seeks for somebody else is one person.
_I_SEEK = re.compile(
    r"\b(?:zoek ik|suche ich|sto cercando|cerco|je (?:re)?cherche|je recrute|estoy buscando|busco|procuro"
    r"|I['\u2019]m|I am)\b"
)

#: What an employer does with an application, where a group or a service keeps, sends and deletes it.
_HANDLES = re.compile(
    r"\b(?:reviewed|viewed|read|rejected|declined|marked|closed|moved|updated|sent you|decided"
    r"|angesehen|gelesen|geprüft|abgelehnt|bekeken|gelezen|afgewezen|consulté|examiné|refusé|lu|visto|leído|revisado"
    r"|descartado|marcó|vio|descartó|revisó|cerró|rechazó|visualizzato|letto|esaminato|visualizou|analisou|leu|marcou"
    r"|recusou|descartou)\b"
)
_ON_BEHALF = re.compile(
    r"\bbehalf\b|\b(?:im auftrag|namens|pour le compte|en nombre|per conto|em nome)\b", re.IGNORECASE
)

#: What leads to an employer in a subject, and how far behind a name its verb stands.
_WHERE = r"\b(?:at|with|to|by|from|bei|an|von|bij|chez|en|con|presso|na|no|em)"
_NEAR = 60

#: How those are called who find people for others.
_FINDERS = re.compile(
    r"search|recruit|staffing|talent|interim|executive|headhunt|personal(?:beratung|dienst|vermittl)|selezione|selecci[oó]n"
    r"|sele[cç][aã]o|werving|uitzend|vinders|jobs\b",
    re.IGNORECASE,
)

#: How far behind a word of helping it is said what for.
_FAR = 120

#: Less than what passes for sure: what is spoken of may be a person.
_SPOKEN_OF = 1.0


def is_agency(reading: Reading) -> bool:
    """Return whether a message says that its sender works for employers who are its clients."""
    message = reading.message
    return bool(
        AGENCY.search(f"{message.sender.name[:_LONGEST]}\n{message.subject[:_LONGEST]}\n{reading.text[:MOST_TEXT]}")
    )


def at_work(reading: Reading, senders: Senders) -> Iterator[Claim]:
    """Yield whoever does something to the reader's application, told by another: `Halden viewed your profile`.

    The subject names it as an employer, or it bears a legal form: else it may be anybody, or a part of a company.
    """
    subject, shown = reading.message.subject[:_LONGEST], reading.message.sender.name[:_LONGEST]
    for sentence in reading.sentences[:_MOST_SENTENCES]:
        text = sentence.text[:_LONGEST]
        match = acting_on_application(text)
        name = tidy(match["name"]) if match else ""
        if (
            not match
            or not name
            or name in shown
            or alike(name, shown)
            or _is_body(name)
            or _is_part_or_person(name, senders)
        ):
            continue
        if not _HANDLES.search(text[match.end("name") : match.end("name") + _NEAR]) or _ON_BEHALF.search(text):
            continue
        if has_legal_form(name) or (" " in name and re.search(rf"{_WHERE} {re.escape(name)}(?!\w)", subject)):
            yield Claim(f"The {name}" if f"The {name}" in subject else name, "client", OUTRIGHT)


def spoken_of(reading: Reading, senders: Senders, *, agency: bool) -> Iterator[Claim]:
    """Yield the employers of whom somebody speaks who stands between them and the reader.

    One plain word may be anything: it counts where the subject has it, or the text has it twice. Whoever is no `agency`
    may have spoken to anybody, unless others decide.
    """
    between = agency or bool(OTHERS_DECIDE.search(reading.text[:MOST_TEXT]))
    finds = agency or _finds_people(reading)
    passes_on = between or finds
    subject = reading.message.subject[:_LONGEST]
    for text in (subject, *(sentence.text[:_LONGEST] for sentence in reading.sentences[:_MOST_SENTENCES])):
        sure = _who_decides(text, reading, senders, between=between)
        for found in [*sure, *_named(text, between=between)]:
            name = POSSESSION.split(found)[0]
            if not name or _is_body(name):
                continue
            plain = len(name.split()) == 1 and not _bears_sign(name, senders)
            if not plain or is_repeated(name, subject, reading.text[:MOST_TEXT]):
                yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)
        for name, is_firm in _answered(text, senders) if passes_on else ():
            if not _is_body(name):
                outright = finds and is_firm and (" " in name or _bears_sign(name, senders) or name in subject)
                yield Claim(_in_full(name, subject, senders), "client", OUTRIGHT if outright else _SPOKEN_OF)
        for name, by_one in _sought_for(text) if passes_on else ():
            known = name and ((by_one and " " in name) or _bears_sign(name, senders) or name in subject)
            if known and not (_is_body(name) or _is_part_or_person(name, senders)):
                yield Claim(_in_full(name, subject, senders), "client", OUTRIGHT)


def _who_decides(text: str, reading: Reading, senders: Senders, *, between: bool) -> list[str]:
    """Return the name of whoever decides in a sentence; none if it may be a person."""
    match = DECIDES.match(text)
    name = tidy(match["name"]) if match else ""
    if not match or not name:
        return []
    if between or _bears_sign(name, senders) or name in reading.message.subject:
        return [name]
    # No article stands before a person in most languages.
    return [name] if match["article"] and " " in name and not _is_part_or_person(name, senders) else []


def _answered(text: str, senders: Senders) -> Iterator[tuple[str, bool]]:
    """Yield who has answered in a sentence, no known person or part of a company, and whether they are plainly a firm.

    They are where the verb is that of many, or an article stands before the name that can be no part of it.
    """
    for pattern in (ANSWERED, ANSWERED_FROM):
        match = pattern.match(text)
        name = tidy(match["name"]) if match else ""
        if match and name and not _is_part_or_person(name, senders):
            if OWN_ARTICLE.search(match["article"]):
                yield name, False
            else:
                yield name, bool(match["article"] or BY_MANY.search(text, match.end("name"), match.end()))


def _is_part_or_person(name: str, senders: Senders) -> bool:
    """Return whether a name is that of a part of a company or of a person."""
    parts = name.split()
    if any(senders.without_departments(part)[0] != part or part.casefold() in TRADES for part in parts):
        return True
    return senders.begins_with_given_name(name) or senders.bears_title(name)


def _bears_sign(name: str, senders: Senders) -> bool:
    """Return whether a name bears a sign of a company; a number is none: `212 Menschen`."""
    return is_marked(name, senders) and not name[0].isdigit()


def _is_body(name: str) -> bool:
    """Return whether a name is that of a part of a company; a department of state is none."""
    words = words_of(name)
    if not words:
        return False
    first, last = words[0], words[-1]
    return last in BODIES or (first in BODIES and first != "department")


def _finds_people(reading: Reading) -> bool:
    """Return whether the sender is called as those are who find people for others."""
    sender = reading.message.sender
    return bool(_FINDERS.search(f"{sender.name[:_LONGEST]} {sender.domain}"))


def _sought_for(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of those for whom a sentence says that people are sought, and whether one person seeks them.

    A firm that seeks people itself says so of its places: `For Reggio Emilia we are looking for ...`.
    """
    for match in SEEKS_FOR.finditer(text):
        yield tidy(next(filter(None, match.groups()), "")), bool(_I_SEEK.search(match[0]))
    for name in _helped(text):
        yield name, True


def _helped(text: str) -> Iterator[str]:
    """Yield the names of those whom somebody helps to find people."""
    for match in HELPS.finditer(text):
        behind = text[match.end() : match.end() + _FAR]
        hire, work = TO_HIRE.search(behind), TO_WORK.search(behind)
        if hire and not (work and work.start() <= hire.start()):
            yield name_at(text, match.end())


def _named(text: str, *, between: bool) -> Iterator[str]:
    """Yield the names that stand where an employer is spoken of."""
    yield from (name_at(text, match.end()) for match in ACTS.finditer(text))
    yield from _helped(text)
    if between:
        yield from (name_at(text, match.end()) for match in SPOKE.finditer(text))
    decides = SUBJECT_OF_SENTENCE.match(text) if between else None
    if decides:
        yield tidy(decides["name"])
    for match in NAME_FIRST.finditer(text) if between else ():
        yield tidy(next(filter(None, match.groups()), ""))


def is_repeated(name: str, subject: str, text: str) -> bool:
    """Return whether a word with its capital is in the subject, or twice in the text, once within a sentence."""
    found = places_of(name, text)
    within = any(text[:start].rstrip(" ")[-1:] not in {"", "\n", ".", "!", "?", ":", ","} for start, _ in found)
    # Words of a subject often have capitals, and the first always has.
    return (len(found) > 1 and within) or bool(re.search(rf"(?<!\w)(?<!^){re.escape(name)}(?!\w)", subject))


def _in_full(name: str, subject: str, senders: Senders) -> str:
    """Return a name as the subject has it, if there more of it follows: `Halden Getriebe`."""
    at = subject.find(name)
    longer = name_at(subject, at) if at >= 0 else ""
    return longer if longer.startswith(f"{name} ") and is_marked(longer, senders) else name
