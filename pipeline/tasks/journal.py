"""The journal of a job search: everything that happened, and that the user said of it, for people to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from pipeline.core.applications.application import Application
from pipeline.core.applications.changes import title
from pipeline.core.calendar import day_of
from pipeline.core.feedback import Feedback
from pipeline.core.letters.rejection import Rejection
from pipeline.core.replies.reply import Words
from pipeline.core.text import clean, counted
from pipeline.core.verdict import Label

#: The journal, and how it begins: an earlier export is known by it.
MARK = ("journal.txt", "Afterword: the journal of a job search")

_WIDTH = 78
_UNNAMED = "Your words"
_UNDATED = "without a date"


def journal(  # noqa: PLR0913 - what is told in it, each by name
    rejections: Sequence[Rejection],
    applications: Sequence[Application],
    *,
    notes: Mapping[int, str],
    given: Mapping[int, Sequence[Feedback]],
    words: Words,
    zone: tzinfo,
    now: datetime,
) -> str:
    """Return everything by date, a heading for each month; days are told in `zone`.

    `notes` are the user's notes, and `given` is the feedback in each entry, by the number of the entry.
    """
    entries = [*_entries(rejections, applications, notes, given), *_own_words(words, _names(rejections, applications))]
    dated = sorted(entries, key=lambda one: (one[0], one[1]))
    so_far = f"{counted(len(rejections), 'rejection')}, {counted(len(applications), 'application')}"
    lines = [MARK[1], f"{day_in(now, zone)}: {so_far}"]
    month = ""
    for moment, _, entry in dated:
        day = day_in(moment, zone)
        if month != (month := day if day == _UNDATED else day[: len("2026-11")]):
            lines += ["", "", month, "=" * len(month)]
        lines += ["", *_wrapped(f"{day}  {entry[0]}", "            ")]
        lines += [line for text in entry[1:] for line in _wrapped(f"            {text}", "            ")]
    return "\n".join(lines) + "\n"


def _entries(
    rejections: Sequence[Rejection],
    applications: Sequence[Application],
    notes: Mapping[int, str],
    given: Mapping[int, Sequence[Feedback]],
) -> Iterator[tuple[datetime, int, list[str]]]:
    """Yield each message on a timeline and each rejection once, with its date, its number and what is said of it."""
    told = {one.id: one for one in rejections}
    for one in rejections:
        yield one.date, one.id, [*_rejection_lines(one), *_note(one.id, notes)]
    for application in applications:
        for event in application.events:
            if event.id not in told:
                name = clean(title(application.company, application.role))
                what = "added by hand" if event.by_hand else clean(event.subject)
                lines = [name, f"{_words(event.label)}: {what}", *_quoted(given[event.id]), *_note(event.id, notes)]
                yield event.date, event.id, lines


def _names(rejections: Sequence[Rejection], applications: Sequence[Application]) -> dict[int, str]:
    """Return what each message is about, by its number."""
    names = {one.id: _rejection_lines(one)[0] for one in rejections}
    for application in applications:
        names |= {event.id: clean(title(application.company, application.role)) for event in application.events}
    return names


def _own_words(words: Words, names: Mapping[int, str]) -> Iterator[tuple[datetime, int, list[str]]]:
    """Yield what the user said, with its date, the number of the message that it is about, and how it reads."""
    for answer in words.answers:
        lines = [f"asked: {clean(answer.question)}", f"you: {clean(answer.text)}"]
        yield answer.at, answer.message, [names.get(answer.message, _UNNAMED), *lines]
    for decision in words.decisions:
        when = f", on {decision.day}" if decision.day else ""
        line = f"you decided: {_words(decision.choice)}{when}"
        yield decision.at, decision.message, [names.get(decision.message, _UNNAMED), line]
    for note in words.notes:
        about = note.message or 0
        yield note.at, about, [names.get(about, _UNNAMED), f"your note: {clean(note.text)}"]


def _note(number: int, notes: Mapping[int, str]) -> list[str]:
    note = clean(notes.get(number, ""))
    return [f"your note: {note}"] if note else []


def _quoted(pieces: Iterable[Feedback]) -> list[str]:
    return [f"{piece.kind}: “{clean(piece.text)}”" for piece in pieces]


def _rejection_lines(one: Rejection) -> list[str]:
    name = one.application or one
    lines = [clean(title(one.company or name.company, one.role or name.role))]
    lines.append(f"{_words(Label.REJECTION)}, stage {_words(one.stage)}, reason {_words(one.reason)}")
    if one.evidence:
        lines.append(f"“{clean(one.evidence)}”")
    lines += _quoted(one.feedback)
    if one.reapply_after:
        lines.append(f"They would look at another application from {one.reapply_after}.")
    return lines


def _words(value: str) -> str:
    return str(value).replace("_", " ")


def day_in(moment: datetime, zone: tzinfo) -> str:
    """Return the day of a moment in a time zone, or that it has none."""
    return str(day_of(moment, zone) or _UNDATED)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
