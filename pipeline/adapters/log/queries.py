"""What the log knows of single messages and of applications.

The user's last label wins over the model's everywhere: the views `verdicts` and `rejections` see to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.rows import asked_from, event_from, feedback_from, message_from, sender_from, thread_from
from pipeline.adapters.log.values import bare_id, may_be_number, veiled_id
from pipeline.core.applications.application import Application, Event
from pipeline.core.applications.threads import thread_of
from pipeline.core.feedback import Feedback
from pipeline.core.letters.lists import Asked
from pipeline.core.message import Message
from pipeline.errors import UnknownIdError

_WHERE_NUMBERS_ARE = "`afterword log` lists the rejections with their numbers."

_WHERE_APPLICATIONS_ARE = "`afterword application` lists the applications with their numbers."

_EVENTS = """
SELECT verdicts.*, stated_company, messages.role AS stated_role, stated_stage
FROM verdicts JOIN messages ON messages.id = verdicts.id
WHERE verdicts.application IS NOT NULL AND (:only IS NULL OR verdicts.application = :only)
ORDER BY verdicts.date, verdicts.id
"""

#: Joins a row of the view `verdicts` with the place where its message was seen.
SIGHTED = """
LEFT JOIN (
    SELECT message_id AS sighted, mailbox, uidvalidity, min(uid) AS uid FROM sightings GROUP BY message_id
) ON sighted = verdicts.message_id
"""

_KEPT = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid FROM verdicts {SIGHTED} WHERE verdicts.id = ?
"""  # noqa: S608 - both parts are written here

_UNCERTAIN = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid FROM verdicts {SIGHTED}
WHERE verdict = 'uncertain' AND user_label IS NULL ORDER BY date, id
"""  # noqa: S608 - both parts are written here


class Queries(LogConnection):
    """The part of the log that is asked."""

    def applications(self) -> list[Application]:
        """Return every application with its timeline, in the order of their numbers."""
        with self._snapshot():
            return self._applications(None)

    def application(self, number: int) -> Application:
        """Return an application with its timeline; raise UnknownIdError."""
        found = self._applications(number) if may_be_number(number) else []
        if not found:
            raise UnknownIdError(f"The log has no application {number}.", hint=_WHERE_APPLICATIONS_ARE)
        return found[0]

    def application_of(self, number: int) -> Application:
        """Return the application of message `number`; raise UnknownIdError if there is no such message or none."""
        with self._snapshot():
            application = self._verdict(number)["application"]
            if application is None:
                raise UnknownIdError(f"Message {number} belongs to no application.", hint=_WHERE_NUMBERS_ARE)
            return self._applications(application)[0]

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
            "denies_feedback": bool(row["denies_feedback"]),
        }

    def asked(self) -> list[Asked]:
        """Return the uncertain messages that have no label of the user's yet, oldest first."""
        sql = "SELECT * FROM verdicts WHERE verdict = 'uncertain' AND user_label IS NULL ORDER BY date, id"
        return [asked_from(row) for row in self._rows(sql)]

    def feedback(self, number: int) -> tuple[Feedback, ...]:
        """Return the feedback that was found in message `number`."""
        rows = self._rows("SELECT kind, text, topics FROM feedback WHERE message = ? ORDER BY position", (number,))
        return tuple(feedback_from(row) for row in rows)

    def thread(self, number: int) -> list[int]:
        """Return the numbers of the messages in the thread of message `number`, its own included, oldest first.

        Of mail that is not about jobs it is not kept what it answers: it is a thread of its own. Raise UnknownIdError.
        """
        with self._snapshot():
            asked = self._verdict(number)
            rows = self._rows("SELECT id, message_id, thread FROM verdicts ORDER BY date, id")
        linked = thread_of(asked["message_id"], ((row["message_id"], thread_from(row)) for row in rows))
        return [row["id"] for row in rows if row["message_id"] in linked]

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
        return [_application_from(row, events.get(row["id"], ())) for row in rows]


def _application_from(row: sqlite3.Row, events: Sequence[Event]) -> Application:
    """Return an application; begun without a company, it is with the first that a message on its timeline names."""
    stated = (event.company for event in events if event.company)
    company = row["company"] or next(stated, "")
    return Application(row["id"], company, row["role"], tuple(events), is_named=bool(row["by_hand"]))
