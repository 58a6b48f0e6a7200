"""Turn what the log knows into files that other programs, and people, can read without Afterword."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from pipeline.core.applications.application import Application, Event
from pipeline.core.feedback import Feedback
from pipeline.core.letters.rejection import Rejection
from pipeline.core.ports import Applications
from pipeline.core.replies.reply import as_records
from pipeline.core.text import clean
from pipeline.core.verdict import Label
from pipeline.tasks.application import begun
from pipeline.tasks.journal import MARK, day_in, journal

_REJECTION_COLUMNS = (
    *("id", "application", "date", "from", "subject", "company", "role", "stage", "reason", "evidence", "feedback"),
    *("offers_feedback", "reapply_after", "language", "message_id", "note"),
)
_APPLICATION_COLUMNS = ("application", "company", "role", "first", "last", "open", "events")

#: How what a spreadsheet takes for a formula begins.
_FORMULA = ("=", "+", "-", "@")


def export(log: Applications, *, timezone: tzinfo, now: datetime) -> dict[str, str]:
    """Return the files of an export, each name with its text, with days told in `timezone` and times in UTC."""
    rejections = sorted(log.rejections(), key=lambda one: (one.ended, one.id))
    applications = begun(log)
    events = [event for one in applications for event in one.events]
    notes = {event.id: log.kept(event.id).text for event in events if event.by_hand}
    # What was drawn from a message that is no rejection, as the user says or may say, is nothing that was said.
    given = {event.id: log.feedback(event.id) if event.label is Label.REJECTION else () for event in events}
    words = log.words()
    rejected = [_rejection_record(one, notes) for one in rejections]
    candidacies = [_application_record(one, notes, given) for one in applications]
    return {
        MARK[0]: journal(rejections, applications, notes=notes, given=given, words=words, zone=timezone, now=now),
        "rejections.json": _json(rejected),
        "rejections.csv": _csv(rejected, _REJECTION_COLUMNS, timezone),
        "applications.json": _json(candidacies),
        "applications.csv": _csv(candidacies, _APPLICATION_COLUMNS, timezone),
        "words.json": json.dumps(as_records(words), ensure_ascii=False, indent=2) + "\n",
    }


def _rejection_record(one: Rejection, notes: Mapping[int, str]) -> dict[str, object]:
    return {
        "id": one.id,
        "message_id": one.message_id,
        "application": one.application.id if one.application else None,
        "date": one.ended.isoformat(),
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
        "from": str(event.sender),
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
    return f"{day_in(datetime.fromisoformat(str(one['date'])), zone)} {one['label']}"
