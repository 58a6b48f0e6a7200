"""Turn what the log knows into files that other programs, and people, can read without Afterword."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from pipeline.core.application import Application, Event
from pipeline.core.calendar import day_of
from pipeline.core.changes import title
from pipeline.core.feedback import Feedback
from pipeline.core.ports import Log
from pipeline.core.rejection import Rejection
from pipeline.core.reply import Words, as_records
from pipeline.core.text import clean
from pipeline.core.verdict import Label

#: The journal, and how it begins: an earlier export is known by it.
MARK = ("journal.txt", "Afterword: the journal of a job search")

_WIDTH = 78
_UNNAMED = "Your words"
_UNDATED = "without a date"
_FORMULA = ("=", "+", "-", "@")


def export(log: Log, *, timezone: tzinfo, now: datetime) -> dict[str, str]:
    """Return the files of an export, each name with its text, with days told in `timezone` and times in UTC."""
    rejections, applications = log.rejections(), log.applications()
    events = [event for one in applications for event in one.events]
    notes = {event.id: log.kept(event.id).text for event in events if event.by_hand}
    given = {event.id: log.feedback(event.id) for event in events}
    words = log.words()
    rejected = [_rejection_record(one, notes) for one in rejections]
    candidacies = [_application_record(one, notes, given) for one in applications]
    entries = [*_entries(rejections, applications, notes, given), *_own_words(words, _names(rejections, applications))]
    counts = f"{len(rejections)} rejections, {len(applications)} applications"
    return {
        MARK[0]: _journal(entries, f"{_day(now, timezone)}: {counts}", timezone),
        "rejections.json": _json(rejected),
        "rejections.csv": _csv(rejected, _REJECTION_COLUMNS, timezone),
        "applications.json": _json(candidacies),
        "applications.csv": _csv(candidacies, _APPLICATION_COLUMNS, timezone),
        "words.json": json.dumps(as_records(words), ensure_ascii=False, indent=2) + "\n",
    }


# -- for programs

_REJECTION_COLUMNS = (
    *("id", "application", "date", "from", "subject", "company", "role", "stage", "reason", "evidence", "feedback"),
    *("offers_feedback", "reapply_after", "language", "message_id", "note"),
)
_APPLICATION_COLUMNS = ("application", "company", "role", "first", "last", "open", "events")


def _rejection_record(one: Rejection, notes: Mapping[int, str]) -> dict[str, object]:
    return {
        "id": one.id,
        "message_id": one.message_id,
        "application": one.application.id if one.application else None,
        "date": one.date.isoformat(),
        "from": str(one.sender),
        "subject": one.subject,
        "language": one.language,
        "company": one.company,
        "role": one.role,
        "stage": one.stage.value,
        "reason": one.reason.value,
        "evidence": one.evidence,
        "feedback": _feedback_records(one.feedback),
        "offers_feedback": one.offers_feedback,
        "reapply_after": one.reapply_after.isoformat() if one.reapply_after else None,
        "note": notes.get(one.id, ""),
    }


def _feedback_records(pieces: Iterable[Feedback]) -> list[dict[str, object]]:
    return [{"kind": piece.kind.value, "text": piece.text, "topics": list(piece.topics)} for piece in pieces]


def _application_record(
    one: Application, notes: Mapping[int, str], given: Mapping[int, Sequence[Feedback]]
) -> dict[str, object]:
    return {
        "application": one.id,
        "company": one.company,
        "role": one.role,
        "first": one.events[0].date.isoformat() if one.events else None,
        "last": one.events[-1].date.isoformat() if one.events else None,
        "open": one.is_open,
        "events": [
            _event_record(event, notes) | {"feedback": _feedback_records(given[event.id])} for event in one.events
        ],
    }


def _event_record(event: Event, notes: Mapping[int, str]) -> dict[str, object]:
    return {
        "id": event.id,
        "message_id": event.message_id,
        "date": event.date.isoformat(),
        "label": event.label.value,
        "from": event.sender,
        "subject": event.subject,
        "evidence": event.evidence,
        "by_hand": event.by_hand,
        "note": notes.get(event.id, ""),
    }


def _json(records: Sequence[Mapping[str, object]]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _csv(records: Iterable[Mapping[str, object]], columns: Sequence[str], zone: tzinfo) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record[column], zone) for column in columns])
    return file.getvalue()


def _cell(value: object, zone: tzinfo) -> str:
    """Return a value on one line; one that a spreadsheet would take for a formula is defused (OWASP: CSV injection)."""
    if isinstance(value, list):
        value = " | ".join(_summary(one, zone) for one in value)
    elif value is None or isinstance(value, bool):
        value = {None: "", True: "yes", False: "no"}[value]
    text = clean(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _summary(one: Mapping[str, object], zone: tzinfo) -> str:
    """Return a piece of feedback, or an event with its day, in a few words."""
    if "kind" in one:
        return f"{one['kind']}: {one['text']}"
    return f"{_day(datetime.fromisoformat(str(one['date'])), zone)} {one['label']}"


# -- for people


def _journal(entries: Iterable[tuple[datetime, int, list[str]]], heading: str, zone: tzinfo) -> str:
    """Return everything by date, a heading for each month."""
    dated = sorted(entries, key=lambda one: (one[0], one[1]))
    lines = [MARK[1], heading]
    month = ""
    for moment, _, entry in dated:
        day = _day(moment, zone)
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


def _day(moment: datetime, zone: tzinfo) -> str:
    return str(day_of(moment, zone) or _UNDATED)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
