"""Which candidacy a message belongs to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pipeline.core.applications.application import Application, Event, Facts, Stage
from pipeline.core.applications.identity import (
    is_short_for,
    same_company,
    same_requisition,
    same_role,
    same_words_of_role,
)
from pipeline.core.feedback import Feedback
from pipeline.core.message import Message
from pipeline.core.verdict import Label

#: A closed candidacy that has been silent for longer is over: what comes then belongs to a new one. An open one is over
#: if it is an acknowledgement that comes then.
LONGEST_SILENCE = timedelta(days=180)

#: A second message that ends the same candidacy within this time is the first one again, whatever it answers.
LONGEST_ECHO = timedelta(days=14)

#: An acknowledgement may be dated so much behind the rejection that came with it.
_AT_ONCE = timedelta(days=1)

#: What may begin a second application beside one that runs: they say for which.
_BEGINNINGS = frozenset({Label.ACKNOWLEDGEMENT, Label.OUTREACH})

#: What names a position to whoever may want it, those who have applied for it included.
_ADVERTS = frozenset({Label.OUTREACH, Label.JOB_ALERT})

#: What makes a later rejection one of its own.
_NEWS = frozenset({Label.INTERVIEW, Label.ASSESSMENT, Label.OFFER})


@dataclass(frozen=True, slots=True)
class Match:
    """Where a message belongs: the number of an application, or several of which only the user can tell, or neither.

    With `despite_role` it is there whatever role it names.
    """

    number: int | None = None
    candidates: tuple[int, ...] = ()
    despite_role: bool = False


def match(message: Message, facts: Facts, applications: Sequence[Application], *, label: Label | None = None) -> Match:
    """Return the application that a message belongs to, or those among which it cannot be told; neither begins one.

    A message belongs to the application whose messages it answers. Failing that, it belongs to one in the same thread
    at Gmail whose company, role and number do not differ; and failing that, to one with the same company, the same role
    and the same number of the position, where what is missing is the same as any. Where no application bears the names,
    it may be one whose messages do, as after a merger, or one on whose timeline somebody has written from the same
    domain of the company, or one that people shorten. Where it names no company, or the application has none, it
    belongs to one on whose timeline the person who writes has written before, or which has the same number of the
    position from the same address or company; but for what advertises it. What agrees in more goes first, and an open
    application before closed ones; but a rejection may tell again what a closed one was told lately.

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
    if not fitting and facts.is_answered_at(message.sender.address):
        fitting = [
            one
            for one in living
            if not (one.company and facts.company) and _has_written(message, one) and not _differs(one, facts)
        ]
    if not fitting and label not in _ADVERTS:
        fitting = [one for one in living if _is_numbered_by_sender(one, message, facts)]
    if not fitting and facts.own_domain and label is not Label.OUTREACH:
        from_there = (one for one in living if any(event.is_from(facts.own_domain) for event in one.events))
        fitting = [one for one in from_there if not _differs(one, _nameless(facts))]
    if not fitting and label not in _BEGINNINGS:
        fitting = _called_shortly(living, message, facts)
        running = [] if fitting else _correspondence(living, message, facts)
        if running:
            return replace(_only(running, message, facts, label), despite_role=True)
    return _only(_closest(fitting, facts), message, facts, label)


def as_known(message: Message, facts: Facts, applications: Sequence[Application]) -> Facts:
    """Return the facts of a message in which no company of an application is taken for a role.

    An agency speaks of its client by name: "Corvus", where an application that it wrote about is with Corvus.
    """
    clients = (one.company for one in applications if _has_written(message, one))
    client = next(
        (one for one in clients if same_company(one, facts.role) and not same_company(one, facts.company)), ""
    )
    return replace(facts, company=client, role="", own_domain="") if client else facts


def told_before(application: Application, message: Message, facts: Facts) -> Event | None:
    """Return the rejection on a timeline that another one repeats: recruiter and system write within days.

    What answers a rejection tells it again however late it comes, as feedback that was asked for. Two that name
    different roles, or different numbers of the position, are two: a rejection that is told once too often is seen, one
    that is never told is not. What came after an interview or offer that lies between is news.
    """
    for event in reversed(application.events):
        if event.label is not Label.REJECTION or event.message_id == message.message_id:
            continue
        is_timely = abs(message.date - event.date) <= LONGEST_ECHO or event.message_id in message.thread
        if is_timely and not news_between(application, event.date, message.date):
            if event.role and facts.role and not same_words_of_role(event.role, facts.role):
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
    named = [one for one in fitting if same_role(one.role, facts.role)]
    equal = [one for one in named if same_words_of_role(one.role, facts.role)]
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


def _has_written(message: Message, application: Application) -> bool:
    """Return whether something on a timeline came from the sender of a message."""
    return any(event.is_by(message.sender.address) for event in application.events)


def _is_numbered_by_sender(application: Application, message: Message, facts: Facts) -> bool:
    """Return whether the sender of a message without a company has written about the same number of the position.

    Systems take no answers and write for many, so that their address alone tells nothing; a number beside it does.
    The domain that they share tells nothing even so, for employers count alike.
    """
    if application.company and facts.company:
        return False
    domain = "" if facts.from_shared_domain else message.sender.domain
    is_known = _has_written(message, application) or any(event.is_from(domain) for event in application.events)
    return is_known and _is_same_position(application.requisitions, facts) and not _differs(application, facts)


def _called_shortly(living: Sequence[Application], message: Message, facts: Facts) -> list[Application]:
    """Return those whose company the message calls by its first words, from its own domain or by who has written."""
    return [
        one
        for one in living
        if is_short_for(facts.company, one.company)
        and (facts.own_domain or (facts.personal and _has_written(message, one)))
        and not _differs(one, _nameless(facts))
    ]


def _nameless(facts: Facts) -> Facts:
    """Return what a message names besides the company."""
    return replace(facts, company="")


def _correspondence(living: Sequence[Application], message: Message, facts: Facts) -> list[Application]:
    """Return the applications that ran at the time and about which the sender has written, where they speak of one.

    An office is known by its address and the role, however it spells its name. People call the role as it comes to
    their mind, and what they speak of besides is taken for one; what another application is for is none of that.
    """
    running = [
        one
        for one in living
        if _has_written(message, one)
        and not any(event.label is Label.REJECTION and event.date <= message.date for event in one.events)
        and not _is_other_position(one.requisitions, facts)
    ]
    if not facts.personal:
        is_office = bool(facts.role) and facts.is_answered_at(message.sender.address)
        return [one for one in running if is_office and same_words_of_role(one.role, facts.role)]
    if any(same_role(one.role, facts.role) for one in living):
        return []
    plain = replace(facts, role="")
    return [one for one in running if _fits(one, plain) or _is_told_as(one, plain)]


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
