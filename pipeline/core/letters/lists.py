"""What the user said, the lists that come of it (to practise, to try again, to learn), and what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipeline.core.calendar import day_of
from pipeline.core.letters.letter import Point, PointKind
from pipeline.core.letters.naming import company_name, role_name
from pipeline.core.letters.overview import Page
from pipeline.core.letters.wording import Group, Item, Section, Voice
from pipeline.core.text import clean, excerpt
from pipeline.core.verdict import Label

_LISTED, _PRACTISED, _OPEN, _UNCERTAIN = 20, 10, 3, 10
_WORDS, _QUESTION, _EVIDENCE, _SUBJECT, _SENDER = 400, 300, 200, 100, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A message that waits for the user's label; `taken_for` is what it is called until then, None if uncertain."""

    id: int
    subject: str
    sender: str
    date: datetime
    score: float
    evidence: str
    taken_for: Label | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What the user said about message `message`: an answer by its number, or a note, whose number is None.

    `added` is what they wrote to it later. A note about nothing in particular has neither company nor message; with
    `is_matched` off, it came in reply to a letter that is not on record any more.
    """

    text: str
    at: datetime
    message: int | None = None
    answer: int | None = None
    company: str = ""
    role: str = ""
    added: tuple[str, ...] = ()
    is_matched: bool = True


@dataclass(frozen=True, slots=True)
class Chased:
    """A company that is worth another try: from a day on, or at any time."""

    message: int
    company: str
    role: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class OpenDebrief:
    """A debrief that went out and has no answer yet, with its first question; `further` are its others, with steps."""

    message: int
    company: str
    role: str
    step: str
    question: str
    further: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Unheard:
    """An application of which nothing was heard since a moment."""

    application: int
    company: str
    role: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that the user said in a week, and all that is on their lists, oldest first."""

    said: Sequence[Remark] = ()
    practice: Sequence[Remark] = ()
    skills: Sequence[Remark] = ()
    chased: Sequence[Chased] = ()
    open: Sequence[OpenDebrief] = ()


@dataclass(slots=True)
class Numbers:
    """Counts what a letter numbers. Where replies are not read, nothing gets a number and commands stand instead."""

    reads_replies: bool
    points: list[Point] = field(default_factory=list)

    def add(self, kind: PointKind, item: Item, message: int | None, **more: object) -> Item:
        """Return an entry with the next number before its text, and keep it as a point."""
        if not self.reads_replies:
            return item
        number = len(self.points) + 1
        text = f"{number}: {item.text}"
        shown = Item(text, item.by, item.quote, item.source, item.question)
        anchor = " ".join(filter(None, (text, item.by, item.quote, item.source, item.question)))
        values = {"step": "", "text": item.text, "answer": None} | more
        step, said, answer = str(values["step"]), str(values["text"]), values["answer"]
        about = answer if isinstance(answer, int) else None
        self.points.append(Point(number, kind, message, step, said, anchor, about))
        return shown

    def reply(self, page: Page, name: str, kinds: set[PointKind]) -> str:
        """Return a phrase that says what to reply, with the number of the first point of some kinds as its example."""
        first = next((one.number for one in self.points if one.kind in kinds), None)
        return page.voice.say(name, number=str(first)) if first is not None else ""


def your_words(page: Page, said: Sequence[Remark]) -> Section | None:
    """Return what the user said in the week, and that something could not be placed."""
    items = tuple(
        Item(quote=page.wording.quote(excerpt(one.text, _WORDS)), source=company_name(one.company))
        for one in said[:_LISTED]
        if clean(one.text)
    )
    lost = sum(not one.is_matched for one in said)
    note = page.voice.say("digest.lost_one" if lost == 1 else "digest.lost") if lost else ""
    left = len(said) - _LISTED
    rest = page.voice.say("digest.rest", n=page.wording.digits(left)) if left > 0 else ""
    command = "afterword export FOLDER" if rest else ""
    heading = page.voice.say("digest.words")
    return Section(heading, (Group("", items),), note=note, rest=rest, command=command) if items else None


def practice_list(page: Page, practice: Sequence[Remark], gaps: Sequence[Item], numbers: Numbers) -> Section | None:
    """Return the questions that made the user pause, oldest first, then what employers missed this week."""
    say = page.voice.say
    own = tuple(_remark(page, one, PointKind.PRACTICE, numbers) for one in practice[:_PRACTISED])
    items = (*own, *gaps)
    if not items:
        return None
    company = company_name(practice[0].company) if practice else ""
    rest = say("digest.done_command", company=company) if own and not numbers.reads_replies else ""
    return Section(
        say("digest.practise"),
        (Group("", items),),
        lead=say("digest.practise_lead"),
        note=numbers.reply(page, "digest.practise_reply", {PointKind.PRACTICE}),
        rest=rest,
        command=f"afterword answer {practice[0].message} --done" if rest else "",
    )


def chase_list(page: Page, chased: Sequence[Chased], until: date, numbers: Numbers) -> Section | None:
    """Return the companies worth another try: those whose day has come, those at any time, then those to come."""

    def order(one: Chased) -> tuple[bool, date, int]:
        return (one.day is not None and one.day > until, one.day or until, one.message)

    items = tuple(_chased(page, one, until, numbers) for one in sorted(chased, key=order)[:_LISTED])
    note = numbers.reply(page, "digest.again_reply", {PointKind.CHASE})
    return Section(page.voice.say("digest.again"), (Group("", items),), note=note) if items else None


def skill_list(page: Page, skills: Sequence[Remark], numbers: Numbers) -> Section | None:
    """Return what the user wants to be better at."""
    items = tuple(_remark(page, one, PointKind.SKILL, numbers) for one in skills[:_LISTED])
    note = numbers.reply(page, "digest.skills_reply", {PointKind.SKILL})
    return Section(page.voice.say("digest.skills"), (Group("", items),), note=note) if items else None


def unheard_list(page: Page, unheard: Sequence[Unheard]) -> Section | None:
    """Return the applications of which nothing was heard for a month; each is told once, in the week in which it is."""
    if not unheard:
        return None
    say = page.voice.say
    left = len(unheard) - _LISTED
    return Section(
        say("digest.unheard"),
        (Group("", tuple(_unheard(page, one) for one in unheard[:_LISTED])),),
        lead=say("digest.unheard_lead_one" if len(unheard) == 1 else "digest.unheard_lead"),
        rest=say("digest.unheard_rest", n=page.wording.digits(left)) if left > 0 else "",
        command="afterword application --unheard" if left > 0 else "",
    )


def _unheard(page: Page, one: Unheard) -> Item:
    day = day_of(one.since, page.zone)
    voice = _named(page, one.company, one.role, f"unheard {one.application}")
    heard = page.voice.say("digest.unheard_since", date=page.wording.date(day)) if day else ""
    return Item(text=voice.say("digest.name"), by=heard)


def waiting_list(
    page: Page, debriefs: Sequence[OpenDebrief], asked: Sequence[Asked], numbers: Numbers
) -> Section | None:
    """Return the debriefs that have no answer yet, at most three, and the uncertain messages."""
    if not (debriefs or asked):
        return None
    say = page.voice.say
    answers = tuple(_open(page, one, numbers) for one in _unlike(debriefs[:_OPEN]))
    labels = tuple(_uncertain(page, one, numbers) for one in asked[:_UNCERTAIN])
    lead = say("digest.waiting_lead_one" if len(asked) == 1 else "digest.waiting_lead")
    left = len(asked) - len(labels)
    notes = (
        numbers.reply(page, "digest.open_reply", {PointKind.QUESTION}),
        numbers.reply(page, "digest.waiting_reply", {PointKind.UNCERTAIN}),
    )
    groups = (Group(say("digest.open_lead"), answers), Group(lead if answers else "", labels))
    return Section(
        say("digest.waiting"),
        tuple(one for one in groups if one.items),
        lead="" if answers else lead,
        note=" ".join(filter(None, notes)),
        rest=say("digest.waiting_rest", n=page.wording.digits(left)) if left else "",
        command="afterword label" if left else "",
    )


def _unlike(debriefs: Sequence[OpenDebrief]) -> Iterator[OpenDebrief]:
    """Yield debriefs, each with a question that none before it asks, if it has one: letters may well ask alike."""
    asked: set[str] = set()
    for one in debriefs:
        questions = ((one.step, one.question), *one.further)
        step, question = next((each for each in questions if each[1] not in asked), questions[0])
        asked.add(question)
        yield replace(one, step=step, question=question)


def _remark(page: Page, one: Remark, kind: PointKind, numbers: Numbers) -> Item:
    quote, day = page.wording.quote, day_of(one.at, page.zone)
    by = (company_name(one.company), page.wording.date(day) if day else "")
    later = " ".join(quote(excerpt(text, _WORDS)) for text in one.added)
    added = page.voice.say("digest.added", text=later) if later else ""
    item = Item(text=quote(excerpt(one.text, _WORDS)), by=", ".join(filter(None, by)), question=added)
    # What is written to it later is no entry of its own.
    return numbers.add(kind, item, one.message, step="practise", text=clean(one.text), answer=one.answer)


def _named(page: Page, company: str, role: str, about: str, **values: str) -> Voice:
    known = {"company": company_name(company), "role": role_name(role), **values}
    return Voice(page.wording, f"{page.about} {about}", known)


def _chased(page: Page, one: Chased, until: date, numbers: Numbers) -> Item:
    day = page.wording.date(one.day, year=True) if one.day else ""
    voice = _named(page, one.company, one.role, str(one.message), reapply=day)
    name = "digest.again_item" if one.day and one.day > until else "digest.again_since" if one.day else "digest.name"
    return numbers.add(PointKind.CHASE, Item(text=voice.say(name)), one.message, step="chase")


def _open(page: Page, one: OpenDebrief, numbers: Numbers) -> Item:
    voice = _named(page, one.company, one.role, str(one.message))
    command = (page.voice.say("digest.open_command"), f"afterword answer {one.message}")
    question = excerpt(one.question, _QUESTION)
    item = Item(text=voice.say("digest.name"), question=question, commands=(command,))
    return numbers.add(PointKind.QUESTION, item, one.message, step=one.step, text=clean(one.question))


def _uncertain(page: Page, asked: Asked, numbers: Numbers) -> Item:
    say, quote = page.voice.say, page.wording.quote
    subject, evidence = excerpt(asked.subject, _SUBJECT), excerpt(asked.evidence, _EVIDENCE)
    day = day_of(asked.date, page.zone)
    by = (excerpt(asked.sender, _SENDER), page.wording.date(day) if day else "")
    shown = quote(subject) if subject else say("digest.no_subject")
    command = f"afterword label {asked.id}"
    item = Item(
        text=shown if numbers.reads_replies else f"{asked.id}: {shown}",
        quote=quote(evidence) if evidence else "",
        by=", ".join(filter(None, by)),
        commands=(
            (say("digest.waiting_yes"), f"{command} rejection"),
            (say("digest.waiting_no"), f"{command} other"),
        ),
    )
    return numbers.add(PointKind.UNCERTAIN, item, asked.id)
