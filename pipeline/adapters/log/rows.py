"""Rows of the log as values, and values as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from pipeline.adapters.log.values import stored_time, time_from, veiled_id
from pipeline.core.applications.application import Event, Judged, Reason, Stage
from pipeline.core.applications.changes import BY_HAND
from pipeline.core.applications.identity import shown_names
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.letter import LetterKind, Owed
from pipeline.core.letters.lists import Asked
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import JOB_LABELS, Decision, Label

#: The rejections, each with when it `ended` its candidacy, with the first of the messages that tell it; and with the
#: `told_reason`, the first that any of them gives.
ENDED = """
SELECT rejections.*, min(rejections.date, coalesce((
    SELECT min(told.date) FROM messages AS other JOIN verdicts AS told ON told.id = other.id
    WHERE other.repeats = rejections.id AND told.repeats IS NOT NULL AND told.is_rejection
), rejections.date)) AS ended, coalesce((
    SELECT told.reason FROM messages AS other JOIN verdicts AS told ON told.id = other.id
    WHERE other.repeats = rejections.id AND told.repeats IS NOT NULL AND told.is_rejection
        AND told.reason <> 'unspecified' AND (told.date < rejections.date OR rejections.reason = 'unspecified')
    ORDER BY told.date, told.id LIMIT 1
), rejections.reason) AS told_reason FROM rejections
"""

#: What the application is called to which a row with the column `application` belongs.
KNOWN_NAMES = """
(SELECT applications.company FROM applications WHERE applications.id = application) AS known_company,
(SELECT applications.role FROM applications WHERE applications.id = application) AS known_role
"""

#: The facts of the header that are kept, by the columns in which they are.
_FACTS = {"x-gm-thrid": "gmail_thread", "list-id": "list_id"}

#: What is stored where a message is none of ours to keep.
_NOTHING_KEPT: Mapping[str, object] = {
    "thread": "[]",
    "sender_name": "",
    "sender_address": "",
    "subject": "",
    "language": "",
    "evidence": "",
    "stage": Stage.UNKNOWN,
    "reason": Reason.UNSPECIFIED,
    "company": "",
    "role": "",
    "offers_feedback": 0,
    "reapply_after": None,
    "application": None,
    "text": None,
    "requisition": "",
    "place": "",
    "recruiter": "",
    "recruiter_address": "",
    "answerable": 0,
    "reapply_phrase": "",
    "kept_until": None,
    "kept_phrase": "",
    "familiar": 0,
    "gmail_thread": "",
    "list_id": "",
    "stated_company": "",
    "stated_stage": Stage.UNKNOWN,
    "denies_feedback": 0,
}


def names_from(row: sqlite3.Row) -> tuple[str, str]:
    """Return what is shown as company and role of a row with KNOWN_NAMES, whose columns may all be NULL."""
    stated, known = (row["company"] or "", row["role"] or ""), (row["known_company"] or "", row["known_role"] or "")
    return shown_names(stated, known)


def is_kept(judged: Judged) -> bool:
    """Return whether more than the verdict may be kept: of mail that is not about jobs nothing is."""
    return judged.verdict.label in JOB_LABELS or judged.verdict.decision is not Decision.NOT_REJECTION


#: What a second judgement replaces.
_REVISED = (
    "label",
    "score",
    "verdict",
    "evidence",
    "model",
    "stage",
    "reason",
    "company",
    "role",
    "offers_feedback",
    "reapply_after",
    "requisition",
    "place",
    "recruiter",
    "recruiter_address",
    "answerable",
    "reapply_phrase",
    "kept_until",
    "kept_phrase",
    "familiar",
    "stated_company",
    "stated_stage",
    "denies_feedback",
    "language",
    "application",
    "repeats",
)


def message_row(judged: Judged, at: datetime) -> dict[str, object]:
    """Return the row of table `messages` for a judged message."""
    return {
        **(_kept_columns(judged) if is_kept(judged) else _NOTHING_KEPT),
        "message_id": judged.message.message_id if is_kept(judged) else veiled_id(judged.message.message_id),
        "date": stored_time(judged.message.date),
        "label": judged.verdict.label,
        "score": judged.verdict.score,
        "verdict": judged.verdict.decision,
        "model": judged.verdict.model,
        "recorded_at": stored_time(at),
        "repeats": judged.repeats if is_kept(judged) else None,
    }


def revision_row(judged: Judged, *, is_labelled: bool = False) -> dict[str, object]:
    """Return the columns of table `messages` that a second judgement replaces.

    What the user has labelled as job mail is kept whole, whatever the model thinks.
    """
    row = message_row(judged, judged.message.date)
    if is_labelled:
        row |= _kept_columns(judged) | {"repeats": judged.repeats}
    return {name: row[name] for name in _REVISED}


def header_row(message: Message) -> dict[str, object]:
    """Return the columns of table `messages` that say to which thread a message belongs, and to which mailing list."""
    facts = {column: message.facts.get(fact, "") for fact, column in _FACTS.items()}
    return {"thread": _json(message.thread), **facts}


def _kept_columns(judged: Judged) -> dict[str, object]:
    message, facts = judged.message, judged.facts
    return {
        **header_row(message),
        "sender_name": message.sender.name,
        "sender_address": message.sender.address,
        "subject": message.subject,
        "language": judged.language,
        "evidence": judged.verdict.evidence,
        "stage": judged.stage,
        "reason": facts.reason,
        "company": judged.company,
        "role": facts.role,
        "offers_feedback": int(facts.offers_feedback),
        "reapply_after": facts.reapply_after.isoformat() if facts.reapply_after else None,
        "application": judged.application,
        "text": judged.text or None,
        "requisition": facts.requisition,
        "place": facts.place,
        "recruiter": facts.recruiter.name,
        "recruiter_address": facts.recruiter.address,
        "answerable": int(facts.answerable),
        "reapply_phrase": facts.reapply_phrase,
        "kept_until": facts.kept_until.isoformat() if facts.kept_until else None,
        "kept_phrase": facts.kept_phrase,
        "familiar": int(facts.familiar),
        "stated_company": facts.company,
        "stated_stage": facts.stage,
        "denies_feedback": int(facts.denies_feedback),
    }


def feedback_row(message: int, position: int, feedback: Feedback) -> dict[str, object]:
    """Return the row of table `feedback` for one piece of feedback."""
    return {
        "message": message,
        "position": position,
        "kind": feedback.kind,
        "text": feedback.text,
        "topics": _json(feedback.topics),
    }


def feedback_from(row: sqlite3.Row) -> Feedback:
    """Return the feedback of a row."""
    return Feedback(FeedbackKind(row["kind"]), row["text"], tuple(json.loads(row["topics"])))


def sender_from(row: sqlite3.Row) -> Address:
    """Return the sender of a row of `messages`."""
    return Address(row["sender_name"], row["sender_address"])


def thread_from(row: sqlite3.Row) -> tuple[str, ...]:
    """Return the Message-IDs that the message of a row answers, oldest first."""
    return tuple(json.loads(row["thread"]))


def reapply_from(row: sqlite3.Row) -> date | None:
    """Return the day from which one may apply again, if the message of a row names one."""
    return date.fromisoformat(row["reapply_after"]) if row["reapply_after"] else None


def event_from(row: sqlite3.Row) -> Event:
    """Return the event of a row of the view `verdicts` with `stated_company`, `stated_role` and `stated_stage`.

    These are what the message itself names, and the stage that it states. An entry by hand bears the names of its
    application.
    """
    by_hand = row["model"] == BY_HAND
    return Event(
        id=row["id"],
        message_id=row["message_id"],
        date=time_from(row["date"]),
        label=Label(row["final_label"]),
        subject=row["subject"],
        sender=sender_from(row),
        evidence=row["evidence"],
        by_hand=by_hand,
        gmail_thread=row["gmail_thread"],
        repeats=row["repeats"],
        role="" if by_hand else row["stated_role"],
        requisition=row["requisition"],
        stage=Stage(row["stage"]),
        company="" if by_hand else row["stated_company"],
        stated=Stage(row["stated_stage"]),
    )


def asked_from(row: sqlite3.Row) -> Asked:
    """Return the question of a row of the view `verdicts`."""
    return Asked(
        id=row["id"],
        subject=row["subject"],
        sender=str(sender_from(row)),
        date=time_from(row["date"]),
        score=row["score"],
        evidence=row["evidence"],
        taken_for=None if row["verdict"] == Decision.UNCERTAIN else Label(row["label"]),
    )


def message_from(row: sqlite3.Row) -> Message:
    """Return as much of a message as was kept in a row of `messages` that is joined with a sighting."""
    thread = thread_from(row)
    return Message(
        key=MessageKey(row["mailbox"] or "", row["uidvalidity"] or 0, row["uid"] or 0),
        message_id=row["message_id"],
        date=time_from(row["date"]),
        sender=sender_from(row),
        subject=row["subject"],
        text=row["text"] or "",
        in_reply_to=thread[-1] if thread else "",
        references=thread,
        facts={fact: row[column] for fact, column in _FACTS.items() if row[column]},
    )


def owed_from(row: sqlite3.Row) -> Owed:
    """Return the letter of a row of `outbox`."""
    return Owed(
        id=row["id"],
        kind=LetterKind(row["kind"]),
        about=row["about"],
        due=time_from(row["due"]),
        attempts=row["attempts"],
        raw=row["raw"] or b"",
        message_id=row["message_id"] or "",
        unclear=bool(row["unclear"]),
    )


def _json(texts: Iterable[str]) -> str:
    # Escapes would carry lone surrogates past `storable`.
    return json.dumps(list(texts), ensure_ascii=False)
