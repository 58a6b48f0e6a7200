"""Which role a message is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.core.applications.identity import normalise_role
from pipeline.core.reading import Reading
from pipeline.reading.company.claims import Claim
from pipeline.reading.company.names import alike
from pipeline.reading.role.asides import speaks_of_another
from pipeline.reading.role.claims import ENOUGH, LONGEST, MOST_SENTENCES, claims_of
from pipeline.reading.role.lines import above_signature, lone_lines
from pipeline.reading.role.names import clean, is_plausible, written_as_name
from pipeline.reading.role.subject import ALL_THAT_REMAINS
from pipeline.reading.role.words import GENDER_MARK, names_both_genders, names_occupation

#: A role may be spelt out by so many words more.
_MOST_MORE_WORDS = 4

#: Words with capital letters in a row.
_RUN_OF_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w/&+-]*(?: (?:of|de|for|and|di|van) (?=[A-ZÀ-Þ])| (?=[A-ZÀ-Þ])|[A-ZÀ-Þ][\w/&+-]*){1,6}"
)

#: What may be a place behind a role: `Data Analyst (Berlin)`, `Director, Berlin`.
_PLACE_BEHIND = re.compile(r"(?: \((?=[^()]+\)$)|, )(?P<place>[^\W\d_][^(),]{1,40}?)\)?$")

#: Words in front of somebody's title, not of a role that is applied for: `our Talent Partner`.
_PEOPLE = re.compile(
    r"\b(?:our|my|your|their|with|to|from|by|notre|nuestr[oa]|nostr[oa]|onze|noss[oa]|con|avec|met|com) $"
    r"|(?-i:[A-Z]\w+ [A-Z]\w+), $",
    re.IGNORECASE,
)

#: What leads to the name of a job, and to no firm: `the position of Carpenter`, `als Gärtner`.
_CALLED = re.compile(
    r"\b(?:as|als|comme|como|come|(?:position|role|post|job|stelle|poste|puesto|plaza|cargo|posto|posizione|ruolo|functie"
    r"|vacature|vaga|função) (?:of|as|als|eine[rs]?|de|di|van|da)) (?:(?:an?|the|une?|una?|uma?|een) )?$",
    re.IGNORECASE,
)

#: Characters before a name that lead to it.
_LEADS = 40

#: What a phrase that tells nothing alone adds to others.
_HINT = 0.6


def possible(claims: Iterable[Claim], company: str = "", places: Collection[str] = ()) -> list[Claim]:
    """Return the claims that can be roles, without the company's name and places; arguments as in `role_of`."""
    return [
        replace(claim, name=name)
        for claim in claims
        if (name := of_the_job(claim.name, company, places)) and is_plausible(name)
    ]


def role_of(
    reading: Reading, company: str = "", places: Collection[str] = (), found: Iterable[Claim] | None = None
) -> str:
    """Return the role that a message is about, as written but without its reference number; empty if it cannot be told.

    `company` is the company's name, which no role bears; `places` are known places in folded case; `found` is what
    `claims_of` gave for the message, where that was asked before.
    """
    claims = possible(claims_of(reading) if found is None else found, company, places)
    weights: dict[str, float] = {}
    for claim in claims:
        key = normalise_role(claim.name)
        weights[key] = weights.get(key, 0.0) + claim.weight
    # What the subject may name and a weak phrase leads to is the role, whatever it is called.
    weak = (claim for claim in claims if not claim.weight and reading.language != "de")  # where every noun is a name
    for key in {normalise_role(claim.name) for claim in weak}:
        weights[key] += _HINT if 0.0 < weights[key] < ENOUGH else 0.0
    believed = [claim for claim in claims if weights[normalise_role(claim.name)] >= ENOUGH]
    # Between two that are believed, the one that was named first by the stronger phrases.
    best = max(believed, key=lambda claim: weights[normalise_role(claim.name)], default=None)
    if best is None:
        remaining = (claim.name for claim in claims if claim.weight == ALL_THAT_REMAINS)
        return _only_one(reading, company) or next(remaining, "")
    return _in_full(best, believed).name


def of_the_job(name: str, company: str, places: Collection[str]) -> str:
    """Return a role without the company's name around it, and without the place behind it or its gender mark."""
    behind_it = _PLACE_BEHIND.search(name)
    if behind_it and behind_it["place"].casefold() in places:
        name = name[: behind_it.start()]
    mark = GENDER_MARK.search(name)
    if mark:
        behind = name[mark.end() :].strip()
        if behind.casefold() in places or (company and alike(behind, company)):
            name = name[: mark.end()]
    if not (company and alike(name, company)):
        return name
    words, more = name.split(), len(company.split())
    for rest in (words[more:], words[:-more]):
        joined = any(word.islower() and len(word) < 4 for word in (*rest[:1], *rest[-1:]))
        if len(rest) > 1 and not joined and names_occupation(" ".join(rest)) and not alike(" ".join(rest), company):
            return " ".join(rest)
    # `Fellow in Health Economics` is no part of a firm that is called so.
    return name if len(words) > more + 2 and names_occupation(" ".join(words[:-more])) else ""


def is_called(name: str, company: str, text: str) -> bool:
    """Return whether a text calls a job so, whatever firm is called so too: `as Carpenter at Carpenter Ltd`."""
    if not names_occupation(name):
        return False
    places = (match.start() for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text))
    return any(
        _CALLED.search(text[max(0, start - _LEADS) : start])
        and (name == company or not text.startswith(company, start))
        for start in places
    )


def _in_full(best: Claim, believed: Sequence[Claim]) -> Claim:
    """Return the claim that spells the best one out: `conductor de reparto` for `conductor`."""
    words = normalise_role(best.name).split()
    for claim in believed:
        longer = normalise_role(claim.name).split()
        if (
            0 < len(longer) - len(words) <= _MOST_MORE_WORDS
            and longer[: len(words)] == words
            and claim.weight >= ENOUGH
        ):
            return claim
    return best


def _only_one(reading: Reading, company: str) -> str:
    """Return the one role that is written as a name anywhere above the signature, if there is but one."""
    alone = {normalise_role(name): name for name in _standing(reading.text) if not (company and alike(name, company))}
    if alone:
        return next(iter(alone.values())) if len(alone) == 1 else ""
    if reading.language == "de":
        return ""  # every noun has a capital letter there
    found: dict[str, str] = {}
    for line in (reading.message.subject, *above_signature(reading.text)[:MOST_SENTENCES]):
        for match in _RUN_OF_CAPITALS.finditer(line[:LONGEST]):
            name = clean(match[0])
            if _PEOPLE.search(line, 0, match.start()) or speaks_of_another(line, match[0], reading.language):
                continue
            if is_plausible(name) and names_occupation(name.split()[-1] if reading.language == "en" else name):
                found.setdefault(normalise_role(name), name)
    names = [name for name in found.values() if not (company and alike(name, company))]
    return names[0] if len(names) == 1 else ""


def _standing(text: str) -> Iterator[str]:
    """Yield the roles that are all that stands on a line, or on a part of it, above the signature."""
    for part in lone_lines(text):
        name = clean(part)
        written = bool(GENDER_MARK.search(name)) or written_as_name(name, "en") == 1.0 or names_both_genders(name)
        if written and is_plausible(name) and names_occupation(name):
            yield name
