"""Place a judged message beside the others: its application, the stage that the timeline knows, what it tells again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.core.applications.application import (
    STAGED,
    Application,
    Event,
    Facts,
    Judged,
    Stage,
    stage_from_timeline,
)
from pipeline.core.applications.identity import company_key, is_short_for, same_company
from pipeline.core.applications.matching import Match, as_known, first_telling, match, told_before, weight
from pipeline.core.letters.letter import LetterKind
from pipeline.core.ports import Applications, Log, Owing
from pipeline.core.verdict import JOB_LABELS, Decision, Label


def place(log: Log, judged: Judged, known: Sequence[Application], *, label: Label | None = None) -> Judged:
    """Return a judged message joined to its application, which is begun if there is none and the user is not asked.

    Its stage is settled by the timeline, and a rejection knows which one it tells again. One that belongs to an
    application stays in it. Where only the user can tell, it has the candidates.

    Args:
        log: Where an application is begun, and names and letters are known.
        judged: The message.
        known: All applications with their timelines.
        label: The user's label, if there is one: it goes before the model's.
    """
    likely = label or judged.verdict.label
    if likely not in JOB_LABELS:
        return judged
    own = next((one for one in known if judged.message.message_id in one.message_ids), None)
    facts = judged.facts if own else as_known(judged.message, judged.facts, known)
    called = _called(log, facts.company)
    found = Match(own.id) if own else _found(replace(judged, facts=facts, called=called), known, likely)
    number = found.number
    application = next((one for one in known if one.id == number), None)
    if application and found.despite_role:
        facts = replace(facts, role="")
    if application and _stands_between(log, replace(facts, company=called), application):
        called = application.company
    stage = stage_from_timeline(facts.stage, application, judged.message.date)
    placed = replace(judged, facts=facts, called=called, staged=stage, application=number, candidates=found.candidates)
    if number is None and not found.candidates:
        return _by_itself(log, placed, is_labelled=label is not None)
    is_rejection = label is Label.REJECTION or (label is None and judged.verdict.is_rejection)
    return _beside_others(log, placed, application) if application and is_rejection else placed


def _found(judged: Judged, known: Sequence[Application], likely: Label) -> Match:
    """Return where a message belongs by what its company is called, or else by how it spells it itself.

    What the user merged since goes by a name that nothing leads to, and its messages still bear the old one.
    """
    by_name = replace(judged.facts, company=judged.company)
    found = match(judged.message, by_name, known, label=likely)
    if found == Match() and by_name != judged.facts:
        return match(judged.message, judged.facts, known, label=likely)
    return found


def _by_itself(log: Applications, judged: Judged, *, is_labelled: bool) -> Judged:
    """Return a message that belongs to no application that is known: it begins one, or the user is asked, or neither.

    A rejection out of the blue that may be ordinary mail is asked about: a letter about nothing is not taken back.
    """
    begins = judged.names_candidacy if is_labelled else judged.begins_application
    if begins:
        return replace(judged, application=log.open_application(judged.company, judged.facts.role))
    if not is_labelled and judged.verdict.is_rejection and judged.may_be_ordinary:
        return replace(judged, verdict=replace(judged.verdict, decision=Decision.UNCERTAIN))
    return judged


def place_again(log: Log, judged: Judged, *, now: datetime, label: Label | None = None) -> Judged:
    """Write down what is thought of a logged message by now, place it beside the others, and return it placed.

    Arguments and result are those of `place`; with a label, all that was drawn from the message is kept.
    """
    placed = place(log, judged, log.applications(), label=label)
    log.revise(placed, is_labelled=label is not None)
    number = log.number_of(placed.message.message_id)
    if placed.candidates:
        log.ask_application(number, placed.candidates, at=now)
    if placed.replaces is not None:
        log.put_first(number, before=placed.replaces)
    if placed.application is not None and (label or placed.verdict.label) in STAGED:
        log.settle_stages(placed.application)
    clear(log, number)
    return placed


def clear(log: Applications, number: int) -> None:
    """Take away the application of message `number` if no job mail stands on its timeline any more.

    What was taken for job mail once has begun it. One that the user has arranged by hand stays.
    """
    if log.message(number)["application"] is None:
        return
    application = log.application_of(number)
    if not application.is_candidacy and not log.changes(application.id):
        log.drop_application(application.id)


def settle_stages(log: Applications, number: int) -> None:
    """Settle anew how far the application of message `number` had come, where what tells of it is another by now."""
    application = log.message(number)["application"]
    if isinstance(application, int):
        log.settle_stages(application)


def _called(log: Applications, company: str) -> str:
    """Return what the user calls a company that a message names."""
    return log.aliases_by_name().get(company_key(company), company) if company else company


def _stands_between(log: Applications, facts: Facts, application: Application) -> bool:
    """Return whether an agency writes that names itself, of a client that it has named before.

    What the user applied to goes before its name. After a merger the new domain has not spoken of the old name.
    """
    known, stated = application.company, facts.company
    is_one = not stated or same_company(known, stated) or is_short_for(known, stated)
    spoken = (_called(log, event.company) for event in application.events if event.is_from(facts.own_domain))
    return not is_one and any(same_company(known, company) for company in spoken)


def _beside_others(log: Owing, judged: Judged, application: Application) -> Judged:
    """Return a rejection with what it repeats: from recruiter and system it is one, told by what says more.

    What mail tells stands before what the user wrote down by hand, but for the stage, which is the user's.
    """
    told = told_before(application, judged.message, judged.facts)
    if told is None:
        return judged
    first = first_telling(application, told)
    tellings = [one for one in application.events if first.id in {one.id, one.repeats}]
    is_told = any(log.was_sent(LetterKind.DEBRIEF, one.message_id) for one in tellings)
    if first.message_id == judged.message.message_id:
        return replace(judged, is_told=is_told)
    if first.by_hand:
        return _in_place_of(first, judged, is_told=is_told)
    if weight(judged.facts.feedback, judged.stage) > weight(log.feedback(first.id), first.stage):
        return replace(judged, replaces=first.id, is_told=is_told)
    return replace(judged, repeats=first.id)


def _in_place_of(entry: Event, judged: Judged, *, is_told: bool) -> Judged:
    """Return a rejection that stands for one that the user wrote down."""
    stage = judged.stage if entry.stage is Stage.UNKNOWN else entry.stage
    return replace(judged, staged=stage, replaces=entry.id, is_told=is_told)
