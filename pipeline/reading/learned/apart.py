"""A role told apart from the company and the place that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from pipeline.reading.claim import Claim
from pipeline.reading.company.names import alike
from pipeline.reading.role.names import is_plausible
from pipeline.reading.role.words import GENDER_MARK, names_occupation

#: What may be a place behind a role: `Data Analyst (Berlin)`, `Director, Berlin`.
_PLACE_BEHIND = re.compile(r"(?: \((?=[^()]+\)$)|, )(?P<place>[^\W\d_][^(),]{1,40}?)\)?$")

#: What leads to the name of a job, and to no firm: `the position of Carpenter`, `als Gärtner`.
_CALLED = re.compile(
    r"\b(?:as|als|comme|como|come|(?:position|role|post|job|stelle|poste|puesto|plaza|cargo|posto|posizione|ruolo|functie"
    r"|vacature|vaga|função) (?:of|as|als|eine[rs]?|de|di|van|da)) (?:(?:an?|the|une?|una?|uma?|een) )?$",
    re.IGNORECASE,
)

#: Characters before a name that lead to it.
_LEADS = 40


def possible(claims: Iterable[Claim], company: str, places: Collection[str]) -> list[Claim]:
    """Return the claims that can be roles, without the company's name and places.

    `company` is the company's name, which no role bears; `places` are known places in folded case.
    """
    return [
        replace(claim, name=name)
        for claim in claims
        if (name := of_the_job(claim.name, company, places)) and is_plausible(name)
    ]


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
