"""Which candidacy a message belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from pipeline.core.application import Application, Event, Facts, Stage
from pipeline.core.feedback import Feedback
from pipeline.core.message import Message
from pipeline.core.verdict import Label

#: A closed candidacy that has been silent for longer is over: what comes then belongs to a new one. An open one is over
#: if it is an acknowledgement that comes then.
LONGEST_SILENCE = timedelta(days=180)

#: A second message that ends the same candidacy within this time is the first one again.
LONGEST_ECHO = timedelta(days=14)

#: An acknowledgement may be dated so much behind the rejection that came with it.
_AT_ONCE = timedelta(days=1)

#: What makes a later rejection one of its own.
_NEWS = frozenset({Label.INTERVIEW, Label.ASSESSMENT, Label.OFFER})

#: Legal forms at the end of a company's name, in folded case and without full stops.
_LEGAL_FORMS_WORDS = """
ab ag aps as asa bv bvba co company corp corporation doo eg ek ev gmbh ggmbh inc incorporated kft kg kgaa lda limited
llc llp lp ltd ltda mbh nv ohg oy oyj plc pty pte sa sarl sas sasu sau se sl slu snc spa spzoo srl srls sro ug zoo sp z
oo
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS_WORDS.split())

#: Words between the words of a name that people write in more than one way.
_AND = frozenset({"and", "und", "et", "y", "e", "en", "i"})

#: Words that tell two roles of one name apart.
_SENIORITY_WORDS = """
junior senior lead leiter leitung head chief principal staff director direktor directeur directora vp
intern internship praktikant praktikum werkstudent stagiaire stage becario becaria
tirocinante stagista stagiair estagiario estagio trainee graduate apprentice azubi auszubildende auszubildender
ausbildung deputy assistant associate manager i ii iii iv v doctoral postdoctoral phd student mid entry
"""
_SENIORITY = frozenset(_SENIORITY_WORDS.split())

#: `(m/w/d)`, `(H/F)`, `/in`, `(80-100%)` and the like.
_GENDER = re.compile(
    r"\(\s*(?:[mwfdhvxi]\s*[/|*-]\s*){1,3}[mwfdhvxi]\s*\)|\(?\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b\)?|[/:*_]-?in(?:nen)?\b|\(\s*(?:in|innen|e|ne|rice|a|o|as|os|ère|euse|trice)\s*\)"
    r"|\d{1,3}(?:\s?-\s?\d{1,3})?\s?%",
    re.IGNORECASE,
)

#: What in roles is written in more than one way. Names that differ in a sign alone are one word each; the sign has no
#: letter behind it.
_SPELLINGS_OF_ROLES = (
    (re.compile(r"\b(c|g)\+\+", re.IGNORECASE), r" \1plusplus "),
    (re.compile(r"\b(c|f|q|j)#", re.IGNORECASE), r" \1sharp "),
    (re.compile(r"(?<!\w)(?:asp)?\.net\b", re.IGNORECASE), " dotnet "),
    (re.compile(r"\b(front|back|full|dev|e)[\s-]+(end|stack|ops|commerce)\b", re.IGNORECASE), r"\1\2"),
    # As in "Cocinero/a", "développeur·euse" and "vendeur(se)".
    (re.compile(r"(?<=\w{3})(?:[/·](?:[aoe]|[ns]e|euse|ère|t?rice)|\((?:se|euse|ère)\))(?![\w-])", re.IGNORECASE), ""),
)
_SHORT_WORDS = {"sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior"}
#: As in "Projektleiterin" and "Assistentin".
_FEMININE = re.compile(r"(?<=er|or|st|nt|ur)in(?:nen)?$")

#: What in legal forms is written in more than one way: A/S, e. V., Private Limited.
_SPELLINGS_OF_FORMS = (
    (re.compile(r"(?<=\b[^\W\d])(?:/|\.\s)(?=[^\W\d]\b)"), ""),
    (re.compile(r"\b(?:private|pvt\.?)\s+(?=(?:limited|ltd)\b)", re.IGNORECASE), ""),
)

#: Letters with nothing to take away, as they are written where a keyboard lacks them; ä may be a or ae.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_UMLAUT = re.compile(r"(?<=[aou])e")

#: One role may be written shorter than the other, but not in one word alone.
_LEAST_WORDS = 2


@lru_cache(maxsize=4_096)  # each new message is compared with every application
def normalise_company(name: str) -> str:
    """Return a company's name for comparing: in folded case, without accents, punctuation and legal form.

    A name that is nothing but a legal form stays what it is, and so does one that is nothing but a word for "and".
    Letters of every script are kept.
    """
    whole = _words(name)
    words = [word for word in whole if word not in _AND]
    if LEGAL_FORMS.issuperset(words):
        words = whole
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


@lru_cache(maxsize=4_096)  # the same
def company_key(name: str) -> str:
    """Return what all spellings of a company's name have in common, signs if it has nothing else; empty for no name."""
    plain = name
    for spelling, usual in _SPELLINGS_OF_FORMS:
        plain = spelling.sub(usual, plain)
    return _typed(normalise_company(plain)).replace(" ", "") or "".join(name.split())


@lru_cache(maxsize=4_096)  # the same
def _words_of_role(role: str) -> tuple[str, ...]:
    """Return the words of a role for comparing, with those apart that differ in a sign: C, C++ and C#."""
    for spelling, plain in _SPELLINGS_OF_ROLES:
        role = spelling.sub(plain, role)
    words = _typed(normalise_role(role)).split()
    return tuple(_SHORT_WORDS.get(word, _FEMININE.sub("", word)) for word in words)


def same_company(one: str, other: str) -> bool:
    """Return whether two names are of one company; an empty name is of none."""
    return company_key(one) == company_key(other) != ""


def same_role(one: str, other: str) -> bool:
    """Return whether two roles are one, where one may be written shorter; seniority and numbers must agree."""
    first, second = frozenset(_words_of_role(one)), frozenset(_words_of_role(other))
    if not first or not second or _is_equal_role(one, other):
        return bool(first and second)
    if min(len(first), len(second)) < _LEAST_WORDS or _telling(first) != _telling(second):
        return False
    return first <= second or second <= first


def _is_equal_role(one: str, other: str) -> bool:
    """Return whether two roles hold the same words, in whatever order; or the same letters, however they are parted."""
    first, second = _words_of_role(one), _words_of_role(other)
    return frozenset(first) == frozenset(second) or "".join(first) == "".join(second)


def same_requisition(one: str, other: str) -> bool:
    """Return whether two numbers of a position are one, where one may leave out what stands around: JR-417 and 417."""
    first, second = sorted((_parts(one), _parts(other)), key=len)
    if not first:
        return False
    return any(second[place : place + len(first)] == first for place in range(len(second) - len(first) + 1))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a message belongs: the number of an application, or several of which only the user can tell, or neither."""

    number: int | None = None
    candidates: tuple[int, ...] = ()


def match(message: Message, facts: Facts, applications: Sequence[Application], *, label: Label | None = None) -> Match:
    """Return the application that a message belongs to, or those among which it cannot be told; neither begins one.

    A message belongs to the application whose messages it answers. Failing that, it belongs to one in the same thread
    at Gmail whose company, role and number do not differ; and failing that, to one with the same company, the same role
    and the same number of the position, where what is missing is the same as any. Where no application bears the names,
    it may be one whose messages do, as after a merger. What agrees in more goes first, and an open application before
    closed ones; but a rejection may tell again what a closed one was told lately.

    Args:
        message: The message.
        facts: Company, role and number of the position that were drawn from it.
        applications: All applications with their timelines.
        label: The message's label. An acknowledgement that comes after a candidacy has ended, or has long been silent,
            is a re-application, which belongs to none of those given.
    """
    answered = [one for one in applications if one.message_ids.intersection(message.thread)]
    if answered:
        found = _only(answered, message, facts, label)
        fitting = [one for one in answered if _fits(one, facts)]
        return _only(fitting, message, facts, label) if found.candidates and fitting else found
    timely = [one for one in applications if not _is_apart(one, message, label)]
    living = [one for one in timely if not _has_given_way(one, timely, message)]
    thread = message.facts.get("x-gm-thrid", "")
    together = [one for one in living if thread and thread in one.gmail_threads and not _differs(one, facts)]
    if len(together) == 1:
        return Match(together[0].id)
    fitting = [one for one in living if _fits(one, facts)] or [one for one in living if _is_told_as(one, facts)]
    return _only(_closest(fitting, facts), message, facts, label)


def told_before(
    application: Application, message: Message, facts: Facts, *, within: timedelta = LONGEST_ECHO
) -> Event | None:
    """Return the rejection on a timeline that another one repeats: recruiter and system write within days.

    Two that name different roles, or different numbers of the position, are two: a rejection that is told once too
    often is seen, one that is never told is not. What came after an interview or offer that lies between is news.
    """
    for event in reversed(application.events):
        if event.label is not Label.REJECTION or event.message_id == message.message_id:
            continue
        if abs(message.date - event.date) <= within and not news_between(application, event.date, message.date):
            if event.role and facts.role and not _is_equal_role(event.role, facts.role):
                continue
            if not _is_other_position([event.requisition] if event.requisition else [], facts):
                return event
    return None


def first_telling(application: Application, event: Event) -> Event:
    """Return the rejection on a timeline that counts where `event` is told: itself, or the one that it tells again."""
    counting = {one.id: one for one in application.events if one.label is Label.REJECTION}
    for _ in application.events:
        if event.repeats is None or event.repeats not in counting:
            break
        event = counting[event.repeats]
    return event


def weight(feedback: Sequence[Feedback], stage: Stage) -> tuple[int, bool]:
    """Return how much a rejection says beside others that tell the same: the length of its feedback goes before all."""
    return sum(len(piece.text) for piece in feedback), stage is Stage.INTERVIEW


def news_between(application: Application, one: datetime, other: datetime) -> bool:
    """Return whether an interview, a test or an offer lies between two moments of a timeline."""
    start, end = sorted((one, other))
    return any(event.label in _NEWS and start <= event.date <= end for event in application.events)


def _only(candidates: Sequence[Application], message: Message, facts: Facts, label: Label | None) -> Match:
    """Return the one open candidate, or else the one candidate, or all that could be meant."""
    live = [one for one in candidates if one.is_open]
    if live and label is Label.REJECTION:
        live = [one for one in candidates if one.is_open or told_before(one, message, facts)]
    live = live or list(candidates)
    if len(live) == 1:
        return Match(live[0].id)
    return Match(candidates=tuple(one.id for one in live))


def _closest(fitting: Sequence[Application], facts: Facts) -> Sequence[Application]:
    """Return those that agree in the number of the position, else in every word of the role, else in the role."""
    numbered = [one for one in fitting if _is_same_position(one.requisitions, facts)]
    named = [one for one in fitting if facts.role and same_role(one.role, facts.role)]
    equal = [one for one in named if _is_equal_role(one.role, facts.role)]
    return next(filter(None, (numbered, equal, named)), fitting)


def _differs(application: Application, facts: Facts) -> bool:
    """Return whether a message names another company, role or number of the position than an application has."""
    if facts.company and application.company and not same_company(application.company, facts.company):
        return True
    if application.role and facts.role and not same_role(application.role, facts.role):
        return True
    return _is_other_position(application.requisitions, facts)


def _fits(application: Application, facts: Facts) -> bool:
    """Return whether company, role and number of the position agree with those of an application."""
    return same_company(application.company, facts.company) and not _differs(application, facts)


def _is_told_as(application: Application, facts: Facts) -> bool:
    """Return whether a message names an application as others on its timeline do, whatever it is called by now.

    A role that only says less than that of the application is no other name for it.
    """
    companies = [application.company, *(event.company for event in application.events)]
    stated = {event.role for event in application.events if event.role and not same_role(event.role, application.role)}
    return any(
        _fits(replace(application, company=company, role=role), facts)
        for company in dict.fromkeys(companies)
        for role in (application.role, *stated)
    )


def _is_same_position(known: Collection[str], facts: Facts) -> bool:
    return bool(facts.requisition) and any(same_requisition(one, facts.requisition) for one in known)


def _is_other_position(known: Collection[str], facts: Facts) -> bool:
    """Return whether a message names a number of the position, and some that are known are all others."""
    return bool(facts.requisition and known) and not _is_same_position(known, facts)


def _is_apart(application: Application, message: Message, label: Label | None) -> bool:
    """Return whether a message comes too late or too early to belong to an application."""
    if not application.events:
        return False
    first, last = application.events[0], application.events[-1]
    if first.date - message.date > LONGEST_SILENCE:
        return True
    began = first.label is Label.ACKNOWLEDGEMENT and not first.by_hand
    if label is Label.REJECTION and began and first.date - message.date > _AT_ONCE:
        return True  # it ended an earlier candidacy
    is_silent = message.date - last.date > LONGEST_SILENCE
    if label is not Label.ACKNOWLEDGEMENT:
        return is_silent and not application.is_open
    return is_silent or any(
        event.label is Label.REJECTION and event.date < message.date for event in application.events
    )


def _has_given_way(application: Application, others: Sequence[Application], message: Message) -> bool:
    """Return whether an application fell silent for good, and another one for the same role has begun since."""
    if not application.events or message.date - application.events[-1].date <= LONGEST_SILENCE:
        return False
    last = application.events[-1].date
    return any(
        other.events
        and other.events[0].date - last > LONGEST_SILENCE
        and same_company(other.company, application.company)
        and (other.role == application.role or same_role(other.role, application.role))
        for other in others
    )


def _telling(words: frozenset[str]) -> set[str]:
    """Return the words that tell roles apart: seniority, and everything with a digit."""
    return {word for word in words if word in _SENIORITY or any(character.isdigit() for character in word)}


def _parts(number: str) -> list[str]:
    """Return the runs of letters and of digits in a number of a position, in folded case."""
    return re.findall(r"\d+|[^\W\d_]+", number.casefold())


def _typed(plain: str) -> str:
    """Return a normal form as whoever lacks the letters types it: Søn as Son, Müller and Mueller as Muller."""
    return _UMLAUT.sub("", plain.translate(_LETTERS))


def _words(text: str) -> list[str]:
    """Return the words of a text in folded case without accents; full stops inside a word do not part it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\w)\.(?=\s|$)|['’]", "", letters))  # noqa: RUF001 - curly
