"""What a debrief says: facts go in, a letter's content comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.core.applications.application import Reason, Stage
from pipeline.core.calendar import day_of
from pipeline.core.feedback import GROUNDS, TOLD_KINDS, Feedback, FeedbackKind
from pipeline.core.letters.conditions import condition_of
from pipeline.core.letters.help import Draft, draft_for, later_date
from pipeline.core.letters.letter import Point
from pipeline.core.letters.naming import company_name, gmail_url, mid_url, role_name, who_wrote
from pipeline.core.letters.points import points_of
from pipeline.core.letters.questions import (
    NOT_ABOUT_THE_PERSON,
    SAW_SOMETHING,
    Question,
    Situation,
    about_later,
    missed,
    questions_about,
)
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.wording import Group, Item, Section, Voice, Wording
from pipeline.core.letters.writer import writer
from pipeline.core.text import clean, excerpt
from pipeline.core.verdict import Label

_SUBJECT, _EVIDENCE, _SKILL, _SKILLS = 100, 400, 40, 3
_ONE_QUOTE, _ALL_QUOTES, _TOO_SHORT_TO_CUT = 600, 2000, 160


@dataclass(frozen=True, slots=True)
class Debrief:
    """The content of a debrief, in the order in which it is read. Nothing in it needs the message again.

    Texts are on one line each and safe to show as text; `quoted_language` is that of the employer's words. `link` is a
    `mid:` URL (RFC 2392), `search` one that finds the message in Gmail; either may be empty.
    """

    subject: str
    opening: str
    wrote: str
    evidence: str
    quoted_language: str
    told: Section | None
    heading: str
    lead: str
    questions: tuple[Question, ...]
    next_heading: str
    reapply: str
    reapply_words: str
    calendar: str
    draft: Draft | None
    steps: str
    closing: str
    correct: str
    command: str
    original: str
    link: str
    open: str
    search: str
    open_search: str
    replies: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A rejection about to be spoken of: the voice knows its company, role, sender and date where they are known."""

    rejection: Rejection
    situation: Situation
    voice: Voice
    zone: dt.tzinfo


def write_debrief(  # noqa: PLR0913 - the rejection and how it is told, the latter by name
    rejection: Rejection,
    wording: Wording,
    zone: dt.tzinfo,
    *,
    theirs: Wording | None = None,
    gmail_user: str = "",
    reads_replies: bool = False,
    earlier: Sequence[str] = (),
) -> Debrief:
    """Return what the debrief about a rejection says, dates told in `zone`.

    `theirs` is the wording in the language of the rejection, for the lines that are meant for its sender. `gmail_user`
    is whose mailbox at Gmail holds the message, if one does. With `reads_replies` the letter says what a reply can do;
    without, it names the commands instead. `earlier` is what the debriefs before it said, the latest first.
    """
    case = _case(rejection, wording, zone, earlier)
    say = case.voice.say
    questions = questions_about(case.situation, case.voice)
    asked = {one.step for one in questions}
    count = wording.number(len(questions))
    lead = "questions.lead_one" if len(questions) == 1 else "questions.lead"
    reapply = say("next.date") if rejection.reapply_after and "chase" not in asked else ""
    return Debrief(
        subject=say("subject.debrief"),
        opening=" ".join(filter(None, _opening(case))),
        wrote=say("told.wrote"),
        evidence=_evidence(case),
        quoted_language=rejection.language,
        told=_told(case),
        heading=say("questions.heading_one") if len(questions) == 1 else say("questions.heading", count=count),
        lead=say(f"{lead}_read" if reads_replies else lead),
        questions=questions,
        next_heading=say("next.heading_unwanted" if rejection.wants_no_other else "next.heading"),
        reapply=reapply,
        reapply_words=about_later(case.situation, case.voice) if reapply else "",
        calendar=say("next.calendar") if later_date(rejection) else "",
        draft=draft_for(rejection, case.voice, theirs or wording),
        steps=" ".join(filter(None, _steps_not_asked(case, asked))),
        closing=say(f"go_on.{_farewell(rejection)}"),
        correct="" if reads_replies else say("footer.correct"),
        command="" if reads_replies else f"afterword label {rejection.id} other",
        original=say("footer.original", subject=_subject(case)),
        link=mid_url(rejection.message_id),
        open=say("footer.open"),
        search=gmail_url(rejection.message_id, gmail_user) if gmail_user else "",
        open_search=say("footer.search"),
        replies=say("footer.replies_read" if reads_replies else "footer.replies"),
        points=points_of(questions, rejection.id),
    )


def outcome(rejection: Rejection) -> str:
    """Return under which name `outcome.*`, `happened.*` and the like speak of how a candidacy ended."""
    return str(rejection.reason if rejection.reason in NOT_ABOUT_THE_PERSON else rejection.stage)


def known_values(rejection: Rejection, wording: Wording, zone: dt.tzinfo) -> dict[str, str]:
    """Return the placeholders that any phrase about a rejection may use; an unknown one is empty."""
    day = day_of(rejection.ended, zone)
    again = rejection.reapply_after
    return {
        "company": company_name(rejection.company),
        "role": role_name(rejection.role),
        "who": who_wrote(writer(rejection), rejection.company),
        "date": wording.date(day) if day else "",
        "reapply": wording.date(again, year=True) if again else "",
        "skill": wording.listing([excerpt(one, _SKILL) for one in rejection.skills[:_SKILLS]]),
    }


def is_explained(feedback: tuple[Feedback, ...]) -> bool:
    """Return whether feedback says why, at least in part."""
    return any(one.kind in GROUNDS for one in feedback)


def situation_of(rejection: Rejection) -> Situation:
    """Return what the questions about a rejection depend on."""
    return Situation(
        rejection.stage,
        rejection.reason,
        tuple(one for one in rejection.said if clean(one.text)),
        rejection.earlier,
        may_reapply=rejection.reapply_after is not None,
        wants_no_other=rejection.wants_no_other,
        is_chased=rejection.is_chased,
        has_skill=bool(rejection.skills),
        reapply_phrase=clean(rejection.reapply_phrase),
    )


def brief(rejection: Rejection, wording: Wording, zone: dt.tzinfo, *, with_date: bool) -> str:
    """Return how it ended and why, in two or three sentences, for a letter in which a heading names the application."""
    case = _case(rejection, wording, zone)
    how = str(rejection.stage) if rejection.reason is Reason.ELIGIBILITY else outcome(rejection)
    date = case.voice.values["date"] if with_date else ""
    ended = case.voice.say("day.ended", outcome=case.voice.say(f"outcome.{how}"), date=date)
    return " ".join(filter(None, (ended, _why(case), *_again(case))))


def _case(rejection: Rejection, wording: Wording, zone: dt.tzinfo, earlier: Sequence[str] = ()) -> _Case:
    voice = Voice(wording, rejection.message_id, known_values(rejection, wording, zone), earlier)
    return _Case(rejection, situation_of(rejection), voice, zone)


def _subject(case: _Case) -> str:
    subject = excerpt(case.rejection.subject, _SUBJECT)
    return case.voice.wording.quote(subject) if subject else ""


# -- what happened


def _opening(case: _Case) -> Iterator[str]:
    rejection, say = case.rejection, case.voice.say
    how = outcome(rejection)
    told_by_reason = rejection.reason in {Reason.FILLED, Reason.CANCELLED, Reason.ON_HOLD}
    meeting = rejection.stage if rejection.stage in SAW_SOMETHING else Stage.APPLICATION
    yield say(f"happened.{how if told_by_reason else meeting}")
    yield _when(case)
    if told_by_reason and meeting is not Stage.APPLICATION:
        yield say(f"stage.{meeting}")
    if rejection.reason not in NOT_ABOUT_THE_PERSON and meeting is Stage.APPLICATION:
        yield say(f"stage.{rejection.stage}")
    yield _why(case)
    yield from _again(case)


def _when(case: _Case) -> str:
    rejection, say = case.rejection, case.voice.say
    events = rejection.application.events if rejection.application else ()
    came = day_of(rejection.ended, case.zone)
    # What the user wrote down by hand is no message of theirs.
    is_begun = bool(events and not events[0].by_hand and events[0].message_id != rejection.message_id)
    began = day_of(events[0].date, case.zone) if is_begun else None
    if not (came and began):
        return say("when.plain")
    is_confirmation = events[0].label is Label.ACKNOWLEDGEMENT
    if came > began:
        span = case.voice.wording.count("days", (came - began).days)
        return say("when.confirmed" if is_confirmation else "when.first_message", span=span)
    return say("when.same_day" if came == began and is_confirmation else "when.plain")


def _why(case: _Case) -> str:
    reason, say = case.rejection.reason, case.voice.say
    if reason in {Reason.CANCELLED, Reason.ON_HOLD}:
        return say(f"why.{reason}")
    if reason is Reason.ELIGIBILITY:
        return say("_".join(filter(None, ("why.eligibility", condition_of(case.rejection)))))
    how = "denied" if case.rejection.denies_feedback else "silent"
    if reason is Reason.FILLED:
        return "" if case.situation.feedback else say(f"why.filled_{how}")
    # Praise and advice are no reason, but whoever gives them says something about the application.
    told = case.situation.feedback if reason is Reason.OTHER_CANDIDATE else is_explained(case.situation.feedback)
    if not told:
        return say(f"why.{reason}_{how}")
    return "" if reason is Reason.UNSPECIFIED else say(f"why.{reason}")


def _again(case: _Case) -> Iterator[str]:
    earlier, wording = case.rejection.earlier, case.voice.wording
    if earlier >= len(wording.phrases["words.ordinals"]):
        yield case.voice.say("again.many", count=wording.number(earlier + 1))
    elif earlier:
        yield case.voice.say("again.nth", nth=wording.entry("words.ordinals", earlier))
    if case.rejection.wants_no_other:
        yield case.voice.say("again.unwanted")


# -- what they told


def _evidence(case: _Case) -> str:
    evidence = excerpt(case.rejection.evidence, _EVIDENCE)
    is_shown_below = any(evidence in clean(one.text) for one in case.rejection.feedback)
    return "" if not evidence or is_shown_below else case.voice.wording.quote(evidence)


def _told(case: _Case) -> Section | None:
    """Return what they said of the candidate, grouped by kind, each piece and all of them of bounded length.

    Who said it stands there only where it does not stand above, before the sentence that decided.
    """
    say, quote = case.voice.say, case.voice.wording.quote
    pieces = [(kind, clean(one.text)) for kind in TOLD_KINDS for one in case.situation.of_kind(kind)]
    if not pieces:
        return None
    shown: list[tuple[FeedbackKind, str]] = []
    left = _ALL_QUOTES
    for kind, text in pieces:
        if left >= _TOO_SHORT_TO_CUT:
            shown.append((kind, excerpt(text, min(_ONE_QUOTE, left))))
            left -= len(shown[-1][1])
    groups = (
        Group(say(f"told.{kind}"), tuple(Item(quote=quote(text)) for of, text in shown if of is kind))
        for kind in TOLD_KINDS
    )
    rest, command = ("", "") if shown == pieces else (say("told.rest"), f"afterword show {case.rejection.id}")
    present = tuple(group for group in groups if group.items)
    lead = "" if _evidence(case) else say("told.by")
    return Section(say("told.heading"), present, lead=lead, rest=rest, command=command)


# -- what comes after


def _steps_not_asked(case: _Case, asked: set[str]) -> Iterator[str]:
    """Yield a sentence for each step that no question stood for."""
    rejection, say = case.rejection, case.voice.say
    if case.situation.of_kind(FeedbackKind.STRENGTH):
        yield say("master.strength")
    if not ("chase" in asked or rejection.reason is Reason.ELIGIBILITY or rejection.wants_no_other):
        if rejection.is_chased:
            yield say("chase.note_listed")
        else:
            yield say("chase.note_interview" if rejection.stage is Stage.INTERVIEW else "chase.note")
    if "master" not in asked and rejection.skills:
        yield say("master.note_listed")
    elif "master" not in asked and missed(rejection.reason, case.situation.feedback):
        yield say("master.note")


def _farewell(rejection: Rejection) -> str:
    is_called_off = rejection.reason in {Reason.CANCELLED, Reason.ON_HOLD}
    if is_called_off and not missed(rejection.reason, rejection.feedback):
        return "not_about_you"
    if rejection.reason in {Reason.FILLED, Reason.ELIGIBILITY}:
        return str(rejection.reason)
    return str(rejection.stage)
