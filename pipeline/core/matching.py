"""Which candidacy a message belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from pipeline.core.application import Application, Event, Facts
from pipeline.core.message import Message
from pipeline.core.verdict import Label

#: A closed candidacy that has been silent for longer is over: what comes then belongs to a new one.
LONGEST_SILENCE = timedelta(days=180)

#: A second message that ends the same candidacy within this time is the first one again.
LONGEST_ECHO = timedelta(days=14)

#: What makes a later rejection one of its own.
_NEWS = frozenset({Label.INTERVIEW, Label.ASSESSMENT, Label.OFFER})

#: Legal forms at the end of a company's name, in folded case and without full stops.
_LEGAL_FORMS_WORDS = """
ab ag aps as asa bv bvba co company corp corporation eg ek ev gmbh ggmbh inc incorporated kg kgaa lda limited llc
llp lp ltd ltda mbh nv ohg oy oyj plc pty pte sa sarl sas sasu sau se sl slu snc spa spzoo srl srls ug zoo sp z oo
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS_WORDS.split())

#: Words between the words of a name that people write in more than one way.
_AND = frozenset({"and", "und", "et", "y", "e", "en", "i"})

#: Words that tell two roles of one name apart.
_SENIORITY_WORDS = """
junior jr senior sr lead leiter leiterin leitung head chief principal staff director direktor directeur directora vp
intern internship praktikant praktikantin praktikum werkstudent werkstudentin stagiaire stage becario becaria
tirocinante stagista stagiair estagiário estágio trainee graduate apprentice azubi auszubildende auszubildender
ausbildung deputy assistant associate manager i ii iii iv v doctoral postdoctoral phd student mid entry
"""
_SENIORITY = frozenset(_SENIORITY_WORDS.split())

#: `(m/w/d)`, `(H/F)`, `/in`, `(80-100%)` and the like.
_GENDER = re.compile(
    r"\(\s*(?:[mwfdhvxi]\s*[/|*-]\s*){1,3}[mwfdhvxi]\s*\)|\(?\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b\)?|[/:*_]-?in(?:nen)?\b|\(\s*(?:in|innen|e|ne|rice|a|o|as|os|ère|euse|trice)\s*\)"
    r"|\d{1,3}(?:\s?-\s?\d{1,3})?\s?%",
    re.IGNORECASE,
)

#: One role may be written shorter than the other, but not in one word alone.
_LEAST_WORDS = 2


@lru_cache(maxsize=4_096)  # each new message is compared with every application
def normalise_company(name: str) -> str:
    """Return a company's name for comparing: in folded case, without accents, punctuation and legal form.

    A name that is nothing but a legal form stays what it is. Letters of every script are kept.
    """
    words = [word for word in _words(name) if word not in _AND]
    kept = words
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept = kept[:-1]
    if kept[0:1] == ["the"]:
        kept = kept[1:]
    return " ".join(kept or words)


@lru_cache(maxsize=4_096)  # the same
def normalise_role(role: str) -> str:
    """Return a role for comparing: in folded case, without accents, punctuation and marks of gender or workload."""
    return " ".join(_words(_GENDER.sub(" ", role)))


def same_company(one: str, other: str) -> bool:
    """Return whether two names are of one company; an empty name is of none."""
    first, second = normalise_company(one), normalise_company(other)
    return bool(first) and first.replace(" ", "") == second.replace(" ", "")


def same_role(one: str, other: str) -> bool:
    """Return whether two roles are one, where one may be written shorter; seniority and numbers must agree."""
    first, second = set(normalise_role(one).split()), set(normalise_role(other).split())
    if first == second:
        return bool(first)
    if min(len(first), len(second)) < _LEAST_WORDS or _telling(first) != _telling(second):
        return False
    return first <= second or second <= first


@dataclass(frozen=True, slots=True)
class Match:
    """Where a message belongs: the number of an application, or several of which only the user can tell, or neither."""

    number: int | None = None
    candidates: tuple[int, ...] = ()


def match(message: Message, facts: Facts, applications: Sequence[Application], *, label: Label | None = None) -> Match:
    """Return the application that a message belongs to, or those among which it cannot be told; neither begins one.

    A message belongs to the application whose messages it answers. Failing that, it belongs to one in the same thread
    at Gmail whose company and role do not differ; and failing that, to one with the same company and the same role, a
    missing role being the same as any. An open application goes before closed ones.

    Args:
        message: The message.
        facts: Company and role that were drawn from it.
        applications: All applications with their timelines.
        label: The message's label. An acknowledgement that comes after a candidacy has ended is a re-application,
            which belongs to none of those given.
    """
    answered = [one for one in applications if one.message_ids.intersection(message.thread)]
    if answered:
        found = _only(answered)
        fitting = [one for one in answered if _fits(one, facts)]
        return _only(fitting) if found.candidates and fitting else found
    living = [one for one in applications if not _is_over(one, message, label)]
    thread = message.facts.get("x-gm-thrid", "")
    together = [one for one in living if thread and thread in one.gmail_threads and not _differs(one, facts)]
    if len(together) == 1:
        return Match(together[0].id)
    fitting = [one for one in living if _fits(one, facts)]
    exact = [one for one in fitting if facts.role and same_role(one.role, facts.role)]
    return _only(exact or fitting)


def find_application(
    message: Message, facts: Facts, applications: Sequence[Application], *, label: Label | None = None
) -> int | None:
    """Return the number of the application that a message belongs to; None if it is none of them or cannot be told."""
    return match(message, facts, applications, label=label).number


def told_before(application: Application, message: Message, *, within: timedelta = LONGEST_ECHO) -> Event | None:
    """Return the rejection on a timeline that another one repeats: recruiter and system write within days.

    What came after an interview or offer that lies between the two is news.
    """
    for event in reversed(application.events):
        if event.label is Label.REJECTION:
            return event if abs(message.date - event.date) <= within else None
        if event.label in _NEWS and event.date <= message.date:
            return None
    return None


def _only(candidates: Sequence[Application]) -> Match:
    """Return the one open candidate, or else the one candidate, or all that could be meant."""
    live = [one for one in candidates if one.is_open] or candidates
    if len(live) == 1:
        return Match(live[0].id)
    return Match(candidates=tuple(one.id for one in live))


def _differs(application: Application, facts: Facts) -> bool:
    """Return whether a message names another company or another role than an application has."""
    if facts.company and application.company and not same_company(application.company, facts.company):
        return True
    return bool(application.role and facts.role) and not same_role(application.role, facts.role)


def _fits(application: Application, facts: Facts) -> bool:
    """Return whether company and role agree with those of an application."""
    if not same_company(application.company, facts.company):
        return False
    return not application.role or not facts.role or same_role(application.role, facts.role)


def _is_over(application: Application, message: Message, label: Label | None) -> bool:
    """Return whether a message comes too late to belong to a closed application."""
    if application.is_open:
        return False
    closed = max(event.date for event in application.events if event.label is Label.REJECTION)
    last = max(event.date for event in application.events)
    if label is Label.ACKNOWLEDGEMENT and message.date > closed:
        return True
    return message.date - last > LONGEST_SILENCE


def _telling(words: set[str]) -> set[str]:
    """Return the words that tell roles apart: seniority, and everything with a digit."""
    return {word for word in words if word in _SENIORITY or any(character.isdigit() for character in word)}


def _words(text: str) -> list[str]:
    """Return the words of a text in folded case without accents; full stops inside a word do not part it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\w)\.(?=\s|$)|['’]", "", letters))  # noqa: RUF001 - curly
