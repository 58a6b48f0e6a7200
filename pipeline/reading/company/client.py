"""Employers for whom somebody else writes: an agency speaks of them, a portal sends for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.company.answered import answered, spoken_name
from pipeline.reading.company.claims import ENOUGH, Claim
from pipeline.reading.company.client_words import (
    ACTS,
    AGENCY,
    BODIES,
    DECIDES,
    DELIVERED,
    HELPS,
    NAME_FIRST,
    NEWS,
    OTHERS_DECIDE,
    PLACE,
    POSSESSION,
    PROGRAMME,
    SENDS_FOR,
    SPOKE,
    SUBJECT_OF_SENTENCE,
    TO_HIRE,
)
from pipeline.reading.company.domain import Label
from pipeline.reading.company.lines import TRADES
from pipeline.reading.company.names import alike, comparable, name_at, tidy
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import signs_as_person
from pipeline.reading.text.spelling import words_of

_MOST_SENTENCES = 60
_LONGEST = 500
_MOST_TEXT = 10_000

#: How far behind a word of helping it is said what for.
_FAR = 120

#: Less than what passes for sure: what is spoken of may be a person.
_SPOKEN_OF = 1.0


def is_agency(reading: Reading) -> bool:
    """Return whether a message says that its sender works for employers who are its clients."""
    return bool(
        AGENCY.search(
            f"{reading.message.sender.name[:_LONGEST]}\n{reading.message.subject[:_LONGEST]}\n{reading.text[:_MOST_TEXT]}"
        )
    )


def not_employers(reading: Reading) -> frozenset[str]:
    """Return the comparable names of what sent a message, of a programme that writes, and of the place of work."""
    text = reading.text[:_MOST_TEXT]
    names = [name_at(text, match.end()) for match in DELIVERED.finditer(text)]
    names += [name_at(text, match.end()) for match in PLACE.finditer(text)]
    programme = PROGRAMME.match(reading.message.sender.name[:_LONGEST])
    if programme:
        names.append(name_at(programme["name"], 0))
    return frozenset(comparable(name) for name in names if name)


def spoken_of(reading: Reading, senders: Senders, *, agency: bool) -> Iterator[Claim]:
    """Yield the employers of whom somebody speaks who stands between them and the reader.

    One plain word may be anything: it counts where the subject has it, or the text has it twice. Whoever is no `agency`
    may have spoken to anybody, unless others decide.
    """
    between = agency or bool(OTHERS_DECIDE.search(reading.text[:_MOST_TEXT]))
    subject = reading.message.subject[:_LONGEST]
    for text in (subject, *(sentence.text[:_LONGEST] for sentence in reading.sentences[:_MOST_SENTENCES])):
        sure = _who_decides(text, reading, senders, between=between)
        for found in [*sure, *_named(text, between=between)]:
            name = POSSESSION.split(found)[0]
            if not name or _is_body(name):
                continue
            plain = len(name.split()) == 1 and not _bears_sign(name, senders)
            if not plain or is_repeated(name, subject, reading.text[:_MOST_TEXT]):
                yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)
        for name in answered(text, senders) if between else ():
            if not _is_body(name):
                yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)


def _who_decides(text: str, reading: Reading, senders: Senders, *, between: bool) -> list[str]:
    """Return the name of whoever decides in a sentence, or is the news of a subject; none if it may be a person."""
    subject = reading.message.subject[:_LONGEST]
    match = DECIDES.match(text) or (NEWS.match(text) if between and text == subject else None)
    name = tidy(match["name"]) if match else ""
    if not match or not name:
        return []
    if between or _bears_sign(name, senders) or name in subject or _is_told_twice(name, reading):
        return [name]
    # No article stands before a person in most languages.
    parts = name.split()
    article = match.re is DECIDES and match["article"] and len(parts) > 1
    is_part = any(senders.without_departments(part)[0] != part or part.casefold() in TRADES for part in parts)
    return [name] if article and not is_part and not senders.begins_with_given_name(name) else []


def _bears_sign(name: str, senders: Senders) -> bool:
    """Return whether a name bears a sign of a company; a number is none: `212 Menschen`."""
    return is_marked(name, senders) and not name[0].isdigit()


def _is_told_twice(name: str, reading: Reading) -> bool:
    """Return whether a text has a name of several words more than once, and nobody signs with it."""
    text = reading.text[:_MOST_TEXT]
    return " " in name and text.count(name) > 1 and not signs_as_person(name, reading.text)


def _is_body(name: str) -> bool:
    """Return whether a name is that of a part of a company; a department of state is none."""
    first, *_, last = words_of(name) * 2
    return last in BODIES or (first in BODIES and first != "department")


def _named(text: str, *, between: bool) -> Iterator[str]:
    """Yield the names that stand where an employer is spoken of."""
    for pattern in (ACTS, HELPS, SPOKE) if between else (ACTS, HELPS):
        for match in pattern.finditer(text):
            behind = text[match.end() : match.end() + _FAR]
            if pattern is not HELPS or TO_HIRE.search(behind):
                yield spoken_name(text, match.end())
    decides = SUBJECT_OF_SENTENCE.match(text) if between else None
    if decides:
        yield tidy(decides["name"])
    for match in SENDS_FOR.finditer(text):
        yield tidy(match["name"])
    for match in NAME_FIRST.finditer(text) if between else ():
        yield tidy(next(filter(None, match.groups()), ""))


def is_repeated(name: str, subject: str, text: str) -> bool:
    """Return whether a word with its capital is in the subject, or twice in the text, once within a sentence."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    within = any(text[:start].rstrip(" ")[-1:] not in {"", "\n", ".", "!", "?", ":", ","} for start in found)
    # Words of a subject often have capitals, and the first always has.
    return (len(found) > 1 and within) or bool(re.search(rf"(?<!\w)(?<!^){re.escape(name)}(?!\w)", subject))


def _in_full(name: str, subject: str, senders: Senders) -> str:
    """Return a name as the subject has it, if there more of it follows: `Halden Getriebe`."""
    at = subject.find(name)
    longer = name_at(subject, at) if at >= 0 else ""
    return longer if longer.startswith(f"{name} ") and is_marked(longer, senders) else name


def employers(claims: list[Claim], label: Label) -> list[Claim]:
    """Return the claims about an employer for whom somebody else writes: an agency, or a job board by its domain."""
    clients = [claim for claim in claims if claim.source == "client"]
    if clients or not label.generic:
        return clients
    others = [claim for claim in claims if claim.source != "domain" and not label.agrees(claim.name)]
    return (
        others
        if any(claim.source in {"text", "subject", "signature"} and claim.weight >= ENOUGH for claim in others)
        else []
    )


def sent_for(claims: list[Claim], spelt: list[Claim]) -> list[Claim]:
    """Return the claims about an employer that the sender and the text name alike where the domain says another name.

    A system that nobody knows writes so, and a group for one of its firms.
    """
    if not spelt:
        return []
    others = [one for one in claims if one.weight >= ENOUGH and not any(alike(one.name, own.name) for own in spelt)]
    told = [one for one in others if one.source in {"text", "subject"}]
    return [one for one in others if one.source == "display" and any(alike(one.name, by.name) for by in told)]


def relayed(claims: list[Claim], label: Label) -> list[Claim]:
    """Return the claims of the text about an employer for whom a machine or group writes whose domain says another."""
    return [
        one
        for one in claims
        if one.source in {"text", "subject"}
        and one.weight >= ENOUGH
        and len(one.name.split()) > 1
        and not label.agrees(one.name)
        and not label.shares_word(one.name)
    ]
