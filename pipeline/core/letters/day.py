"""What one debrief about several rejections says: a short part for each, and a few questions for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.core.calendar import day_of
from pipeline.core.feedback import TOLD_KINDS, WEIGHTIEST, in_turn
from pipeline.core.letters.debrief import brief, situation_of
from pipeline.core.letters.help import later_date
from pipeline.core.letters.letter import Point
from pipeline.core.letters.naming import mid_url
from pipeline.core.letters.overview import Page
from pipeline.core.letters.points import points_of, rejections_as_points
from pipeline.core.letters.questions import QUESTIONS, SAW_SOMETHING, Question, missed
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.wording import Group, Item, Section, Voice, Wording
from pipeline.core.text import clean, excerpt

_IN_FULL, _LISTED = 12, 100
_QUOTES, _ONE_QUOTE, _QUESTION_QUOTE, _EVIDENCE = 3, 240, 160, 240
_GAPS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """The part about one rejection: its name and number, what happened, and what they said or the deciding sentence.

    `commands` are commands with what each is for. `link` is a `mid:` URL (RFC 2392) or empty.
    """

    name: str
    number: str
    text: str
    groups: tuple[Group, ...]
    evidence: str
    quoted_language: str
    commands: tuple[tuple[str, str], ...]
    link: str


@dataclass(frozen=True, slots=True)
class DayLetter:
    """The content of a debrief about several rejections, in the order in which it is read; safe to show as text.

    `also` lists those for which there was no room.
    """

    subject: str
    opening: str
    entries: tuple[Entry, ...]
    also: Section | None
    heading: str
    lead: str
    questions: tuple[Question, ...]
    calendar: str
    closing: str
    correct: str
    command: str
    open: str
    replies: str
    points: tuple[Point, ...] = ()


def write_day(
    about: str,
    rejections: Sequence[Rejection],
    wording: Wording,
    zone: dt.tzinfo,
    *,
    reads_replies: bool = False,
    earlier: Sequence[str] = (),
) -> DayLetter:
    """Return what the letter about several rejections says, oldest first, dates told in `zone`.

    `about` decides between variants of the phrases that are about all of them. With `reads_replies` the letter says
    what a reply can do; without, it names the commands instead. `earlier` is what the debriefs before it said, the
    latest first.
    """
    page = Page(wording, zone, about, earlier)
    say = page.voice.say
    ordered = sorted(rejections, key=lambda one: (one.ended, one.id))
    # The newest are told in full where there are too many: they are the likeliest to be remembered.
    in_full, rest = ordered[-_IN_FULL:], ordered[:-_IN_FULL]
    is_one_day = len({day_of(one.ended, zone) for one in ordered}) == 1
    questions = _questions(page, in_full)
    count = wording.number(len(questions))
    lead = "questions.lead_one" if len(questions) == 1 else "questions.lead"
    return DayLetter(
        subject=say("subject.day", count=wording.number(len(ordered))),
        opening=_opening(page, ordered),
        entries=tuple(_entry(page, one, with_date=not is_one_day) for one in in_full),
        also=_also(page, rest),
        heading=say("questions.heading_one") if len(questions) == 1 else say("questions.heading", count=count),
        lead=say(f"{lead}_read" if reads_replies else lead),
        questions=questions,
        calendar=_calendar(page, ordered),
        closing=say("day.closing"),
        correct="" if reads_replies else say("day.correct"),
        command="" if reads_replies else f"afterword label {ordered[-1].id} other",
        open=say("footer.open"),
        replies=say("day.replies_read", number=str(ordered[-1].id)) if reads_replies else say("footer.replies"),
        points=(*points_of(questions), *rejections_as_points(ordered)),
    )


def _opening(page: Page, rejections: Sequence[Rejection]) -> str:
    days = [day for one in rejections if (day := day_of(one.ended, page.zone))]
    count = page.wording.number(len(rejections))
    if len(set(days)) > 1:
        return page.voice.say("day.opening_span", count=count, range=page.wording.span(min(days), max(days)))
    return page.voice.say("day.opening", count=count, date=page.wording.date(days[0]) if days else "")


def _calendar(page: Page, rejections: Sequence[Rejection]) -> str:
    days = sorted({day for one in rejections if (day := later_date(one))})
    in_words = page.wording.listing([page.wording.date(day, year=True) for day in days])
    return page.voice.say("day.calendar", days=in_words)


def _entry(page: Page, rejection: Rejection, *, with_date: bool) -> Entry:
    voice = page.voice_about(rejection)
    text = brief(rejection, page.wording, page.zone, with_date=with_date)
    if rejection.reapply_after:
        text = f"{text} {voice.say('next.date')}"
    groups, is_all = _said(page, rejection)
    evidence = excerpt(rejection.evidence, _EVIDENCE)
    return Entry(
        name=voice.say("digest.name"),
        number=voice.say("summary.number", number=str(rejection.id)),
        text=text,
        groups=groups,
        evidence="" if groups or not evidence else page.wording.quote(evidence),
        quoted_language=rejection.language,
        commands=tuple(_commands(voice, rejection, is_all=is_all)),
        link=mid_url(rejection.message_id),
    )


def _commands(voice: Voice, rejection: Rejection, *, is_all: bool) -> Iterator[tuple[str, str]]:
    """Yield what shows the rest of what they said, and lines that ask for feedback."""
    if not is_all:
        yield voice.say("told.rest"), f"afterword show {rejection.id}"
    if rejection.offers_feedback:
        yield voice.say("day.feedback"), f"afterword debrief {rejection.id} --preview"


def _said(page: Page, rejection: Rejection) -> tuple[tuple[Group, ...], bool]:
    """Return the weightiest pieces of feedback, grouped by kind and each of bounded length; and whether it is all."""
    told = [
        (kind, clean(one.text)) for kind in WEIGHTIEST for one in rejection.said if one.kind is kind and clean(one.text)
    ]
    shown = [(kind, excerpt(text, _ONE_QUOTE)) for kind, text in told[:_QUOTES]]
    groups = (
        Group(
            page.voice.say(f"told.{kind}"),
            tuple(Item(quote=page.wording.quote(text)) for of, text in shown if of is kind),
        )
        for kind in TOLD_KINDS
    )
    return tuple(group for group in groups if group.items), shown == told


def _also(page: Page, rejections: Sequence[Rejection]) -> Section | None:
    if not rejections:
        return None
    items = tuple(page.listed(one, numbered=True) for one in rejections[-_LISTED:])
    left = len(rejections) - len(items)
    is_short = left or any(one.said for one in rejections)
    rest = page.voice.say("digest.rest", n=page.wording.digits(left)) if left else page.voice.say("told.rest")
    return Section(
        page.voice.say("day.also"),
        (Group("", items),),
        rest=rest if is_short else "",
        command="afterword log" if is_short else "",
    )


def _questions(page: Page, rejections: Sequence[Rejection]) -> tuple[Question, ...]:
    """Return at most five questions: one that a word answers, what they missed, what made you pause, and the chase.

    Nobody is asked what went wrong where nothing did.
    """
    about_them = [one for one in rejections if not situation_of(one).is_spared]
    first = [Question("weigh", page.voice.say("day.first"))]
    chase = [Question("chase", page.voice.say("day.chase"))]
    gaps = list(_about_gaps(page, about_them))
    asked = {one.label for one in gaps}
    prepare = [one for one in _about_meetings(page, about_them) if one.label not in asked]
    if about_them and not gaps and not prepare:
        prepare = [Question("prepare", page.voice.say("day.paper"))]
    # Gaps go before meetings that nothing was said of.
    middle = [*prepare[: QUESTIONS - 2 - len(gaps)], *gaps]
    return tuple(one for one in (*first, *middle, *chase) if one.text)


def _about_meetings(page: Page, rejections: Sequence[Rejection]) -> Iterator[Question]:
    """Yield, newest first, what to ask about a conversation or a task that did happen."""
    for turn, one in enumerate(reversed(rejections)):
        if one.stage in SAW_SOMETHING:
            yield _labelled(page, one, Question("prepare", page.voice.say(f"prepare.{one.stage}", turn)))


def _about_gaps(page: Page, rejections: Sequence[Rejection]) -> Iterator[Question]:
    """Yield a question for each gap, at most three: the first one of every rejection, then their second ones.

    Those that came of a conversation or a task go first, the newest before the others.
    """
    newest = list(reversed(rejections))
    newest.sort(key=lambda one: one.stage not in SAW_SOMETHING)
    gaps = in_turn([[(one, gap) for gap in missed(one.reason, one.feedback)] for one in newest])
    for turn, (one, gap) in enumerate(islice(gaps, _GAPS)):
        name = "apply.gap" if one.stage in SAW_SOMETHING else "apply.gap_on_paper"
        quote = page.wording.quote(excerpt(gap.text, _QUESTION_QUOTE))
        yield _labelled(page, one, Question("apply", page.voice.say(name, turn), quote))


def _labelled(page: Page, rejection: Rejection, question: Question) -> Question:
    """Return a question that says which application it is about."""
    return replace(question, label=page.voice_about(rejection).say("digest.name"), about=rejection.id)
