"""What the log knows: applications, rejections, single messages and the user's labels.

The user's last label wins over the model's everywhere: the views `verdicts` and `rejections` see to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.adapters.log_rows import (
    ENDED,
    asked_from,
    event_from,
    feedback_from,
    message_from,
    reapply_from,
    sender_from,
    thread_from,
)
from pipeline.adapters.log_values import bare_id, may_be_number, span, stored_time, time_from, veiled_id
from pipeline.adapters.log_wishes import Wishes
from pipeline.core.application import Application, Event, Reason, Stage
from pipeline.core.feedback import Feedback
from pipeline.core.identity import company_key, shown_names
from pipeline.core.lists import Asked
from pipeline.core.message import Address, Message
from pipeline.core.rejection import Rejection
from pipeline.core.skills import skills_spoken_of
from pipeline.core.threads import thread_of
from pipeline.core.verdict import Label
from pipeline.errors import UnknownIdError

_WHERE_NUMBERS_ARE = "`afterword log` lists the rejections with their numbers."

_EVENTS = """
SELECT verdicts.*, messages.company AS stated_company, messages.role AS stated_role
FROM verdicts JOIN messages ON messages.id = verdicts.id
WHERE verdicts.application IS NOT NULL AND (:only IS NULL OR verdicts.application = :only)
ORDER BY verdicts.date, verdicts.id
"""

_SUMMARISED = """
SELECT * FROM rejections
WHERE recorded_at = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'debrief' AND about = rejections.message_id)
ORDER BY date, id
"""

_ENDED_WITHIN = f"""
SELECT * FROM ({ENDED}) WHERE ended >= :start AND ended < :end ORDER BY ended, id
"""  # noqa: S608 - a constant

_ADDED_WITHIN = f"""
SELECT * FROM ({ENDED}) WHERE date >= :start AND date < :end AND ended < :start ORDER BY date, id
"""  # noqa: S608 - the same

_ENDS = f"""
SELECT rejections.id, ended, coalesce(rejections.application, -rejections.id) AS candidacy,
    coalesce(nullif(rejections.company, ''), applications.company, '') AS company
FROM ({ENDED}) AS rejections LEFT JOIN applications ON applications.id = rejections.application
ORDER BY ended, rejections.id
"""  # noqa: S608 - a constant

_CLOSEST = """
SELECT * FROM verdicts
WHERE user_label IS NULL AND model <> 'hand' AND (verdict = 'uncertain' OR subject <> '' OR evidence <> '')
ORDER BY verdict <> 'uncertain',
    CASE verdict WHEN 'uncertain' THEN 0 WHEN 'rejection' THEN score ELSE 1 - score END,
    date, id
LIMIT ?
"""

# What a mailbox said last has to be known, even if it said what counted already.
_SET_LABEL = """
INSERT INTO labels (message, label, by, at, model)
SELECT id, :label, :by, :at, model FROM verdicts WHERE id = :id AND (user_label IS NOT :label OR :by = 'mailbox')
"""

_SIGHTED = """
LEFT JOIN (
    SELECT message_id AS sighted, mailbox, uidvalidity, min(uid) AS uid FROM sightings GROUP BY message_id
) ON sighted = verdicts.message_id
"""

_LABELLED = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid
FROM verdicts
JOIN (SELECT message, max(id) AS label_id FROM labels GROUP BY message) AS final ON final.message = verdicts.id
{_SIGHTED}
WHERE verdicts.model <> 'hand'
ORDER BY label_id
"""  # noqa: S608 - both parts are written here

_KEPT = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid FROM verdicts {_SIGHTED} WHERE verdicts.id = ?
"""  # noqa: S608 - both parts are written here

_UNCERTAIN = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid FROM verdicts {_SIGHTED}
WHERE verdict = 'uncertain' AND user_label IS NULL ORDER BY date, id
"""  # noqa: S608 - both parts are written here


# As in the view `rejections`.
_TOLD_BY = """
SELECT other.id FROM messages AS other JOIN verdicts AS first ON first.id = other.id
WHERE (other.id = :repeats OR (other.repeats = :repeats AND other.id < :id))
    AND other.application IS :application AND first.is_rejection
ORDER BY other.id <> :repeats, other.id LIMIT 1
"""

# The view alone would be read whole: what it calls `repeats` has no index.
_TELLINGS = """
SELECT id, message_id FROM verdicts
WHERE id IN (SELECT id FROM messages WHERE id = :first OR repeats = :first) AND :first IN (id, repeats)
ORDER BY date, id
"""


class Queries(Wishes):
    """The part of the log that is asked."""

    def applications(self) -> list[Application]:
        """Return every application with its timeline, in the order of their numbers."""
        with self._snapshot():
            return self._applications(None)

    def application_of(self, number: int) -> Application:
        """Return the application of message `number`; raise UnknownIdError if there is no such message or none."""
        with self._snapshot():
            application = self._verdict(number)["application"]
            if application is None:
                raise UnknownIdError(f"Message {number} belongs to no application.", hint=_WHERE_NUMBERS_ARE)
            return self._applications(application)[0]

    def rejections(self, *, start: datetime | None = None, end: datetime | None = None) -> list[Rejection]:
        """Return the rejections dated in [start, end), oldest first."""
        with self._snapshot():
            rows = self._rows(
                "SELECT * FROM rejections WHERE date >= :start AND date < :end ORDER BY date, id", span(start, end)
            )
            return self._rejections(rows, self._applications(None))

    def _told(self, start: datetime, end: datetime) -> tuple[list[Rejection], list[Rejection]]:
        """Return the rejections that ended a candidacy in [start, end), and those dated then that ended one before.

        The latter tell with more what was told already.
        """
        ended = self._rows(_ENDED_WITHIN, span(start, end))
        told = self._rejections([*ended, *self._rows(_ADDED_WITHIN, span(start, end))], self._applications(None))
        return told[: len(ended)], told[len(ended) :]

    def rejection(self, reference: int | str) -> Rejection:
        """Return a rejection by its number or its Message-ID.

        Raises:
            UnknownIdError: The log has no such message, or it is no rejection; the sentence says what it is.
        """
        with self._snapshot():
            row = self._verdict(reference)
            if not row["is_rejection"]:
                raise _no_rejection(row)
            self._refuse_repeated(row)
            applications = [] if row["application"] is None else self._applications(row["application"])
            return self._rejections([row], applications)[0]

    def told_by(self, number: int) -> int | None:
        """Return the number of the rejection that message `number` tells again; None if it counts by itself.

        Raises:
            UnknownIdError: The log has no such message.
        """
        with self._snapshot():
            return self._told_by(self._verdict(number))

    def tellings(self, number: int) -> list[tuple[int, str]]:
        """Return numbers and Message-IDs of rejection `number` and of what tells it again, oldest first."""
        return [(row["id"], row["message_id"]) for row in self._rows(_TELLINGS, {"first": number})]

    def _told_by(self, row: sqlite3.Row) -> int | None:
        if row["repeats"] is None:
            return None
        first = self._row(_TOLD_BY, {name: row[name] for name in ("id", "repeats", "application")})
        return int(first["id"]) if first else None

    def _refuse_repeated(self, row: sqlite3.Row) -> None:
        first = self._told_by(row)
        if first is not None:
            raise UnknownIdError(
                f"Message {row['id']} tells again what message {first} tells.",
                hint=f"`afterword debrief {first}` is about both.",
            )

    def summarised(self, about: str) -> list[Rejection]:
        """Return the rejections recorded at that instant (ISO 8601, aware) to which no debrief is owed, oldest first.

        Nothing was recorded at an instant that is none.
        """
        try:
            recorded_at = stored_time(datetime.fromisoformat(about))
        except ValueError:
            return []
        with self._snapshot():
            return self._rejections(self._rows(_SUMMARISED, (recorded_at,)), self._applications(None))

    def message(self, number: int) -> dict[str, object]:
        """Return everything that is logged of message `number`, ready for JSON.

        The names and their order are those of `classify --json`, followed by `id`, `user_label` (None if the user
        gave none) and `application` (its number, or None), then the particulars. Raise UnknownIdError.
        """
        with self._snapshot():
            row = self._verdict(number)
            feedback = [{"kind": str(one.kind), "text": one.text} for one in self.feedback(row["id"])]
        return {
            "message_id": row["message_id"],
            "date": row["date"],
            "from": str(sender_from(row)),
            **{name: row[name] for name in ("subject", "language", "label", "score", "verdict", "evidence")},
            **{name: row[name] for name in ("stage", "reason", "company", "role")},
            "feedback": feedback,
            "offers_feedback": bool(row["offers_feedback"]),
            **{name: row[name] for name in ("reapply_after", "model", "id", "user_label", "application")},
            **{name: row[name] for name in ("requisition", "place", "recruiter", "recruiter_address")},
            "answerable": bool(row["answerable"]),
            **{name: row[name] for name in ("reapply_phrase", "kept_until", "kept_phrase")},
            "familiar": bool(row["familiar"]),
        }

    def asked(self) -> list[Asked]:
        """Return the uncertain messages that have no label of the user's yet, oldest first."""
        sql = "SELECT * FROM verdicts WHERE verdict = 'uncertain' AND user_label IS NULL ORDER BY date, id"
        return [asked_from(row) for row in self._rows(sql)]

    def set_label(self, number: int, label: Label, *, by: str, at: datetime) -> None:
        """Store the user's label, which is final; raise UnknownIdError.

        `by` says by which way it came. The same label again changes nothing, unless a mailbox gives it.
        """
        with self.transaction():
            self._verdict(number)
            self._rows(_SET_LABEL, {"id": number, "label": label, "by": by, "at": stored_time(at)})

    def thread(self, number: int) -> list[int]:
        """Return the numbers of the messages in the thread of message `number`, its own included, oldest first.

        Of mail that is not about jobs it is not kept what it answers: it is a thread of its own. Raise UnknownIdError.
        """
        with self._snapshot():
            asked = self._verdict(number)
            rows = self._rows("SELECT id, message_id, thread FROM verdicts ORDER BY date, id")
        linked = thread_of(asked["message_id"], ((row["message_id"], thread_from(row)) for row in rows))
        return [row["id"] for row in rows if row["message_id"] in linked]

    def withdraw_label(self, number: int) -> None:
        """Take back the user's last label of a message; the one before it counts again, or the model's."""
        sql = "DELETE FROM labels WHERE id = (SELECT max(id) FROM labels WHERE message = ?)"
        self._rows(sql, (number,))

    def closest(self, *, limit: int) -> list[Asked]:
        """Return messages without a label of the user's: the uncertain ones first, then the least sure verdicts.

        A rejection is the less sure the lower its score, any other job mail the higher. Mail of which nothing but the
        verdict is kept cannot be shown, and is left out.
        """
        return [asked_from(row) for row in self._rows(_CLOSEST, (limit,))]

    def labelled(self) -> list[tuple[Message, str, Label]]:
        """Return each message that the user labelled, with its language and label, oldest label first.

        A message holds what was kept of it: one that the model took for no job mail has neither subject nor text.
        """
        return [(message_from(row), row["language"], Label(row["user_label"])) for row in self._rows(_LABELLED)]

    def is_rejection(self, number: int) -> bool:
        """Return whether message `number` counts as a rejection; raise UnknownIdError."""
        return bool(self._verdict(number)["is_rejection"])

    def kept(self, number: int) -> Message:
        """Return what is kept of a message; raise UnknownIdError."""
        rows = self._rows(_KEPT, (number,))
        if not rows:
            raise UnknownIdError(f"The log has no message {number}.", hint=_WHERE_NUMBERS_ARE)
        return message_from(rows[0])

    def uncertain(self) -> list[Message]:
        """Return the uncertain messages that have no label of the user's yet, with what is kept of them."""
        return [message_from(row) for row in self._rows(_UNCERTAIN)]

    def _verdict(self, reference: int | str) -> sqlite3.Row:
        if isinstance(reference, str):
            ids = (bare_id(reference), veiled_id(bare_id(reference)))
            row = self._row("SELECT * FROM verdicts WHERE message_id IN (?, ?)", ids)
        else:
            known = may_be_number(reference)
            row = self._row("SELECT * FROM verdicts WHERE id = ?", (reference,)) if known else None
        if row is None:
            what = "message with that Message-ID" if isinstance(reference, str) else f"message {reference}"
            raise UnknownIdError(f"The log has no {what}.", hint=_WHERE_NUMBERS_ARE)
        return row

    def _applications(self, only: int | None) -> list[Application]:
        events: dict[int, list[Event]] = {}
        for row in self._rows(_EVENTS, {"only": only}):
            events.setdefault(row["application"], []).append(event_from(row))
        rows = self._rows("SELECT * FROM applications WHERE :only IS NULL OR id = :only ORDER BY id", {"only": only})
        return [Application(row["id"], row["company"], row["role"], tuple(events.get(row["id"], ()))) for row in rows]

    def _rejections(self, rows: Sequence[sqlite3.Row], applications: Sequence[Application]) -> list[Rejection]:
        by_number = {application.id: application for application in applications}
        ends, chased, skills = self._ends(), self._chased_companies(), self._wanted_skills()
        found = (_rejection(row, self.feedback(row["id"]), by_number.get(row["application"])) for row in rows)
        return [
            replace(
                one,
                first_told=ends[one.id][0],
                earlier=ends[one.id][1],
                mailboxes=self._mailboxes(one.message_id),
                is_chased=company_key(one.company) in chased,
                skills=skills_spoken_of(skills, one.feedback),
            )
            for one in found
        ]

    def _mailboxes(self, message_id: str) -> tuple[str, ...]:
        sql = "SELECT DISTINCT mailbox FROM sightings WHERE message_id = ? ORDER BY mailbox"
        return tuple(row["mailbox"] for row in self._rows(sql, (message_id,)))

    def _ends(self) -> Mapping[int, tuple[datetime, int]]:
        """Return by number of a rejection when it ended, and how many other candidacies at its company had before."""
        seen: dict[str, set[int]] = {}
        ends: dict[int, tuple[datetime, int]] = {}
        for row in self._rows(_ENDS):
            company = company_key(row["company"])
            ended = seen.setdefault(company, set())
            ends[row["id"]] = time_from(row["ended"]), len(ended - {row["candidacy"]}) if company else 0
            ended.add(row["candidacy"])
        return ends

    def feedback(self, number: int) -> tuple[Feedback, ...]:
        """Return the feedback that was found in message `number`."""
        rows = self._rows("SELECT kind, text, topics FROM feedback WHERE message = ? ORDER BY position", (number,))
        return tuple(feedback_from(row) for row in rows)


def _rejection(row: sqlite3.Row, feedback: tuple[Feedback, ...], application: Application | None) -> Rejection:
    known = (application.company, application.role) if application else ("", "")
    company, role = shown_names((row["company"], row["role"]), known)
    return Rejection(
        id=row["id"],
        message_id=row["message_id"],
        references=thread_from(row),
        date=time_from(row["date"]),
        sender=sender_from(row),
        subject=row["subject"],
        language=row["language"],
        company=company,
        role=role,
        stage=Stage(row["stage"]),
        reason=Reason(row["reason"]),
        evidence=row["evidence"],
        feedback=feedback,
        offers_feedback=bool(row["offers_feedback"]),
        reapply_after=reapply_from(row),
        application=application,
        recruiter=Address(row["recruiter"], row["recruiter_address"]),
        reapply_phrase=row["reapply_phrase"],
        familiar=bool(row["familiar"]),
    )


def _no_rejection(row: sqlite3.Row) -> UnknownIdError:
    if row["user_label"]:
        what = f"you labelled it `{row['user_label']}`"
    elif row["verdict"] == "uncertain":
        what = "it is uncertain and waits for your label"
    else:
        what = f"it was judged `{row['label']}`"
    hint = f"If it is one after all: `afterword label {row['id']} rejection`."
    return UnknownIdError(f"Message {row['id']} is no rejection: {what}.", hint=hint)
