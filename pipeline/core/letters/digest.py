"""What a digest says of a week, and what it may speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from itertools import islice

from pipeline.core.applications.application import Reason
from pipeline.core.calendar import Week, day_of
from pipeline.core.feedback import in_turn
from pipeline.core.letters.debrief import is_explained
from pipeline.core.letters.lists import (
    Asked,
    Lists,
    Numbers,
    Unheard,
    chase_list,
    practice_list,
    skill_list,
    unheard_list,
    waiting_list,
    your_words,
)
from pipeline.core.letters.overview import Overview, Page
from pipeline.core.letters.questions import missed
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.trend import chart_of, nearer
from pipeline.core.letters.wording import Group, Item, Section, Wording
from pipeline.core.text import clean, excerpt
from pipeline.core.verdict import Label

_LISTED, _PRACTISED = 20, 5
#: They stand above in full.
_PRACTISED_QUOTE = 90
_NEWS = (
    Label.OFFER,
    Label.INTERVIEW,
    Label.ASSESSMENT,
    Label.OUTREACH,
    Label.STATUS_UPDATE,
    Label.ACKNOWLEDGEMENT,
)


#: After so long, and as often, a mailbox that cannot be read is for the user to look at: servers have their hours.
OVERDUE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read in a span of time.

    `runs` is how many runs read a mailbox; `last_run` is when the last of them ended, or None. `older` counts the
    rejections that came before the span and were read in it.
    """

    mailboxes: int = 0
    messages: int = 0
    rejections: int = 0
    uncertain: int = 0
    unreadable: int = 0
    runs: int = 0
    last_run: datetime | None = None
    older: int = 0


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """Everything that a digest may speak of.

    `rejections` are those that ended a candidacy in the week, oldest first; `added` are those of the week that tell
    with more what had ended one before; `labels` counts the week's other job messages by label;
    `unmatched` counts the messages of which the user has to tell to which application they belong;
    `history` counts rejections (on paper, after meeting) of the last twelve weeks, oldest first, this week last.
    `unheard` are the applications of which nothing was heard for a month by the end of the week, but not a week before.
    `unread` are the mailboxes that could not be read for a day or more up to the end of the week, each with since when.
    `is_read_later` says whether a run after the week read every mailbox.
    `topics` counts the rejections so far whose feedback speaks of a topic; `explained` those with any feedback.
    """

    week: Week
    coverage: Coverage
    rejections: Sequence[Rejection] = ()
    added: Sequence[Rejection] = ()
    labels: Sequence[tuple[str, int]] = ()
    asked: Sequence[Asked] = ()
    history: Sequence[tuple[int, int]] = ()
    so_far: int = 0
    unmatched: int = 0
    lists: Lists = field(default_factory=Lists)
    topics: Mapping[str, int] = field(default_factory=dict)
    explained: int = 0
    unread: Sequence[tuple[str, datetime]] = ()
    unheard: Sequence[Unheard] = ()
    is_read_later: bool = False

    @property
    def told(self) -> Sequence[Rejection]:
        """The rejections that were told in the week, whenever they ended a candidacy."""
        return (*self.rejections, *self.added)


def write_digest(
    facts: WeekFacts, asked: Sequence[Asked], wording: Wording, zone: tzinfo, *, reads_replies: bool = False
) -> Overview:
    """Return what the digest of a week says; `asked` are uncertain messages that wait, of whatever week.

    With `reads_replies` it numbers what a reply can speak to; without, it names the commands instead.
    """
    page = Page(wording, zone, str(facts.week))
    say = page.voice.say
    numbers = Numbers(reads_replies)
    waiting = sorted({one.id: one for one in (*facts.asked, *asked)}.values(), key=lambda one: one.id)
    lists = facts.lists
    said = page.said(facts.told, say("digest.said"), so_far=facts.topics, explained=facts.explained)
    tasks = (
        practice_list(page, lists.practice, _gaps(page, facts), numbers),
        chase_list(page, lists.chased, facts.week.sunday, numbers),
        skill_list(page, lists.skills, numbers),
    )
    # What lies in a mailbox that was not read may be the word that is missed.
    unheard = None if _is_unread(facts) or facts.unread else unheard_list(page, facts.unheard)
    waits = waiting_list(page, lists.open, waiting, numbers)
    words = your_words(page, lists.said)
    sections = (_catch_up(page, facts), _not_read(page, facts), _came(page, facts), said, words, *tasks, unheard)
    unread = _is_unread(facts)
    return Overview(
        subject=say(
            "subject.unread" if unread else "subject.digest", range=wording.span(facts.week.monday, facts.week.sunday)
        ),
        opening=_opening(page, facts),
        sections=tuple(filter(None, (*sections, waits, _unmatched(page, facts.unmatched)))),
        closing=_closing(page, facts, has_tasks=any(tasks)),
        replies=say("digest.replies_read" if reads_replies else "footer.replies"),
        coverage=_coverage(page, facts) if facts.coverage.runs else "",
        chart=None if unread else chart_of(page, facts.history, facts.week.monday),
        points=tuple(numbers.points),
    )


def _is_unread(facts: WeekFacts) -> bool:
    return not (facts.coverage.runs or facts.told or facts.labels or facts.is_read_later)


def _opening(page: Page, facts: WeekFacts) -> str:
    say = page.voice.say
    counts = Counter(dict(facts.labels))
    counts[Label.STATUS_UPDATE] += len(facts.added)
    parts = [page.wording.count(label, counts[label]) for label in _NEWS if counts[label]]
    if facts.rejections:
        what = page.wording.listing([*parts, page.wording.count("rejection", len(facts.rejections))])
        brought = say("digest.brought", what=what)
    elif parts:
        brought = say("digest.brought_no_rejection", what=page.wording.listing(parts))
    else:
        brought = say("digest.quiet")
    if facts.coverage.runs:
        return brought
    if not _is_unread(facts):
        return _read_later(page, brought)
    return say("digest.unread_tried") if facts.unread else f"{say('digest.unread')} {_last_run_before(page, facts)}"


def _read_later(page: Page, brought: str) -> str:
    return f"{page.voice.say('digest.read_later')} {brought}"


def _last_run_before(page: Page, facts: WeekFacts) -> str:
    last = _day_in_words(page, facts, facts.coverage.last_run)
    return page.voice.say("digest.unread_since", date=last) if last else page.voice.say("digest.unread_never")


def _day_in_words(page: Page, facts: WeekFacts, moment: datetime | None) -> str:
    day = day_of(moment, page.zone) if moment else None
    return page.wording.date(day, year=day.year != facts.week.sunday.year) if day else ""


def _catch_up(page: Page, facts: WeekFacts) -> Section | None:
    if not _is_unread(facts) or facts.unread:
        return None
    return Section("", (), rest=page.voice.say("digest.unread_catch_up"), command="afterword run")


def _not_read(page: Page, facts: WeekFacts) -> Section | None:
    if not facts.unread:
        return None
    say = page.voice.say
    items = tuple(
        Item(say("digest.not_read", mailbox=clean(name), date=_day_in_words(page, facts, since)))
        for name, since in facts.unread
    )
    return Section("", (Group("", items),), rest=say("digest.not_read_why"), command="afterword doctor")


def _coverage(page: Page, facts: WeekFacts) -> str:
    coverage, count = facts.coverage, page.wording.count
    read = page.voice.say(
        "digest.coverage",
        runs=count("runs", coverage.runs),
        messages=count("messages", coverage.messages),
        mailboxes=count("mailboxes", coverage.mailboxes),
        rejections=count("rejections", coverage.rejections),
        uncertain=count("uncertain", coverage.uncertain),
        unreadable=count("unreadable", coverage.unreadable),
    )
    older = page.voice.say("digest.coverage_older", n=page.wording.digits(coverage.older)) if coverage.older else ""
    return " ".join(filter(None, (read, older, _last_run(page, facts))))


def _last_run(page: Page, facts: WeekFacts) -> str:
    last = facts.coverage.last_run.astimezone(page.zone) if facts.coverage.last_run else None
    if last is None:
        return ""
    return page.voice.say("digest.last_run", date=page.wording.date(last.date()), time=f"{last:%H:%M}")


def _came(page: Page, facts: WeekFacts) -> Section | None:
    if not facts.rejections:
        return None
    items = tuple(page.listed(one) for one in facts.rejections[:_LISTED])
    left = len(facts.rejections) - len(items)
    rest = page.voice.say("digest.rest", n=page.wording.digits(left)) if left else ""
    command = "afterword log" if left else ""
    groups = (Group("", items),)
    return Section(page.voice.say("digest.came"), groups, note=_silence(page, facts), rest=rest, command=command)


def _silence(page: Page, facts: WeekFacts) -> str:
    say, number = page.voice.say, page.wording.number
    # Of these alone the debrief says so, too.
    silent = [one for one in facts.rejections if one.reason is Reason.UNSPECIFIED and not is_explained(one.feedback)]
    if not silent:
        return ""
    if len(silent) < len(facts.rejections):
        found = say("digest.silent_some", count=number(len(silent)))
    else:
        found = say("digest.silent_one" if len(silent) == 1 else "digest.silent")
    denied = sum(one.denies_feedback for one in silent)
    if not denied:
        return found
    if denied < len(silent):
        return f"{found} {say('digest.denied_some', count=number(denied))}"
    return f"{found} {say('digest.denied_one' if denied == 1 else 'digest.denied')}"


def _gaps(page: Page, facts: WeekFacts) -> tuple[Item, ...]:
    """Return what employers missed this week, each with a question; if there is too much, something of each."""
    gaps = in_turn([[(one, clean(gap.text)) for gap in missed(one.reason, one.feedback)] for one in facts.told])
    return tuple(
        Item(
            quote=page.wording.quote(excerpt(text, _PRACTISED_QUOTE)),
            source=page.source(rejection),
            question=page.voice.say("digest.practise_gap", turn),
        )
        for turn, (rejection, text) in enumerate(islice(gaps, _PRACTISED))
    )


def _unmatched(page: Page, count: int) -> Section | None:
    say = page.voice.say
    if not count:
        return None
    one = say("digest.unmatched_one")
    rest = one if count == 1 else say("digest.unmatched_some", n=page.wording.digits(count))
    return Section(say("digest.unmatched"), (), rest=rest, command="afterword application match")


def _closing(page: Page, facts: WeekFacts, *, has_tasks: bool) -> str:
    say = page.voice.say
    if _is_unread(facts):
        return say("digest.closing_unread")
    if facts.rejections:
        return nearer(page, facts.history) or say("digest.closing" if has_tasks else "digest.closing_plain")
    return say("digest.closing_no_rejection" if facts.labels or facts.added else "digest.closing_quiet")
