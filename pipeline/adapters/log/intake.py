"""What a run writes down: messages, where they lie, and how far each mailbox was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pipeline.adapters.log.rows import feedback_row, header_row, is_kept, message_row, revision_row
from pipeline.adapters.log.tombstones import NEXT_NUMBER, Tombstones
from pipeline.adapters.log.values import bare_id, identity_of, stored_time, time_from, veiled_id
from pipeline.core.applications.application import Judged
from pipeline.core.message import Cursor, Message, MessageKey, Unreadable
from pipeline.core.verdict import Label
from pipeline.errors import UnknownIdError

_IS_KNOWN = """
SELECT 1 FROM messages WHERE message_id IN (:message_id, :veiled)
UNION ALL SELECT 1 FROM outbox WHERE message_id = :message_id
UNION ALL SELECT 1 FROM quarantine WHERE message_id = :message_id
UNION ALL SELECT 1 FROM replies WHERE message_id = :message_id
LIMIT 1
"""

_RECORD = f"""
INSERT INTO messages (
    id, message_id, thread, date, sender_name, sender_address, subject, language, label, score, verdict, evidence,
    model, stage, reason, company, role, offers_feedback, reapply_after, application, text, recorded_at,
    requisition, place, recruiter, recruiter_address, answerable, reapply_phrase, kept_until, kept_phrase, familiar,
    gmail_thread, list_id, repeats, stated_company, stated_stage, denies_feedback
) VALUES (
    {NEXT_NUMBER}, :message_id, :thread, :date, :sender_name, :sender_address, :subject, :language, :label, :score,
    :verdict, :evidence, :model, :stage, :reason, :company, :role, :offers_feedback, :reapply_after, :application,
    :text, :recorded_at, :requisition, :place, :recruiter, :recruiter_address, :answerable, :reapply_phrase,
    :kept_until, :kept_phrase, :familiar, :gmail_thread, :list_id, :repeats, :stated_company,
    :stated_stage, :denies_feedback
)
RETURNING id
"""  # noqa: S608 - constants alone

_ADD_FEEDBACK = """
INSERT INTO feedback (message, position, kind, text, topics) VALUES (:message, :position, :kind, :text, :topics)
"""

_DATE_APPLICATION = "UPDATE applications SET opened_at = min(coalesce(opened_at, :date), :date) WHERE id = :id"

_SIGHT = """
INSERT INTO sightings (mailbox, uidvalidity, uid, message_id) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET message_id = excluded.message_id
"""

_ADVANCE = """
INSERT INTO cursors (mailbox, uidvalidity, uid, first_at, at) VALUES (:mailbox, :uidvalidity, :uid, :at, :at)
ON CONFLICT DO UPDATE SET uidvalidity = excluded.uidvalidity, uid = excluded.uid, at = excluded.at
"""

_QUARANTINE = """
INSERT INTO quarantine (mailbox, uidvalidity, uid, message_id, reason, size, at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


_REVISE = """
UPDATE messages SET
    label = :label, score = :score, verdict = :verdict, evidence = :evidence, model = :model, stage = :stage,
    reason = :reason, company = :company, role = :role, offers_feedback = :offers_feedback,
    reapply_after = :reapply_after, requisition = :requisition, place = :place, recruiter = :recruiter,
    recruiter_address = :recruiter_address, answerable = :answerable, reapply_phrase = :reapply_phrase,
    kept_until = :kept_until, kept_phrase = :kept_phrase, familiar = :familiar,
    stated_company = :stated_company, stated_stage = :stated_stage, denies_feedback = :denies_feedback,
    language = :language, application = coalesce(application, :application), repeats = :repeats
WHERE id = :id
"""

_TEACHABLE = """
SELECT id FROM messages WHERE message_id IN (:message_id, :veiled) AND :label IS NOT (
    SELECT label FROM labels WHERE message = messages.id AND by = 'mailbox' ORDER BY id DESC LIMIT 1
)
"""

_COMPLETE = """
UPDATE messages SET
    message_id = :message_id, thread = :thread, subject = :subject, sender_name = :name, sender_address = :address,
    gmail_thread = :gmail_thread, list_id = :list_id, text = :text
WHERE id = :id AND text IS NULL
"""


class Intake(Tombstones):
    """The part of the log that mailboxes are read into."""

    def cursor(self, mailbox: str) -> Cursor | None:
        """Return how far a mailbox has been read, or None if it never was."""
        row = self._row("SELECT mailbox, uidvalidity, uid FROM cursors WHERE mailbox = ?", (mailbox,))
        return Cursor(row["mailbox"], row["uidvalidity"], row["uid"]) if row else None

    def last_read(self, mailbox: str) -> datetime | None:
        """Return when something new was last read in a mailbox, or None if it never was."""
        row = self._row("SELECT at FROM cursors WHERE mailbox = ?", (mailbox,))
        return time_from(row["at"]) if row else None

    def advance(self, cursor: Cursor, *, at: datetime) -> None:
        """Store how far a mailbox has been read.

        A new UIDVALIDITY replaces the old cursor, and what was sighted under the old one is forgotten, for its UIDs
        mean nothing any more (RFC 9051 §2.3.1.1).
        """
        values = {
            "mailbox": cursor.mailbox,
            "uidvalidity": cursor.uidvalidity,
            "uid": cursor.uid,
            "at": stored_time(at),
        }
        with self.transaction():
            self._rows("DELETE FROM sightings WHERE mailbox = :mailbox AND uidvalidity <> :uidvalidity", values)
            self._rows(_ADVANCE, values)

    def told_apart(self, messages: Iterable[Message]) -> list[Message]:
        """Return messages, in their order, each under an identity of its own.

        Copies of one message have its Message-ID and its date in common. RFC 5322 §3.6.4 wants a Message-ID to be of
        one message alone. Where one of another date is logged under it, or stands before it here, the later one goes by
        a hash of what it says: it would be taken for a copy otherwise, and dropped.
        """
        dates: dict[str, str] = {}
        apart: list[Message] = []
        for message in messages:
            row = self._logged(message.message_id)
            date = stored_time(message.date)
            first = row["date"] if row else dates.setdefault(message.message_id, date)
            apart.append(message if first == date else replace(message, message_id=identity_of(message)))
        return apart

    def unknown(self, messages: Iterable[Message]) -> list[Message]:
        """Return the messages that were neither logged nor quarantined nor forgotten, and are none of ours.

        Ours are our letters, and the replies to them that were read. The others keep their order; of several with the
        same Message-ID the first is returned.
        """
        first: dict[str, Message] = {}
        for message in messages:
            first.setdefault(message.message_id, message)
        return [message for message in first.values() if not self._is_known(message.message_id)]

    def is_own_letter(self, message_id: str) -> bool:
        """Return whether a Message-ID, with or without angle brackets, is that of a letter of ours."""
        return self._row("SELECT 1 FROM outbox WHERE message_id = ?", (bare_id(message_id),)) is not None

    def record(self, judged: Judged, *, at: datetime) -> int:
        """Write a judged message and where it lies, and return its number; a known message stays as it is.

        Of mail that is not about jobs nothing is kept but a hash of its Message-ID, its place, its date and its
        verdict. An uncertain message is kept whole, since the user is asked about it.
        """
        message = judged.message
        with self.transaction():
            if self._logged(message.message_id) is None:
                (row,) = self._rows(_RECORD, message_row(judged, at))
                if is_kept(judged):
                    self._record_facts(int(row["id"]), judged)
            self.sight(message.key, message.message_id)
            return self.number_of(message.message_id)

    def put_first(self, number: int, *, before: int) -> None:
        """Note that rejection `before` is told again, and with more, by rejection `number`."""
        with self.transaction():
            self._rows("UPDATE messages SET repeats = ? WHERE id = ? OR repeats = ?", (number, before, before))
            self._rows("UPDATE messages SET repeats = NULL WHERE id = ?", (number,))

    def revise(self, judged: Judged, *, is_labelled: bool = False) -> None:
        """Replace what was thought of a logged message, its facts and feedback included; when it was recorded stays.

        What is kept of its text stays as well, and so does the application that it belongs to; if it is in none, it is
        put into one. With `is_labelled`, all that was drawn from it is kept whatever the model thinks: the user says
        that it matters.
        """
        with self.transaction():
            number = self.number_of(judged.message.message_id)
            self._rows(_REVISE, {**revision_row(judged, is_labelled=is_labelled), "id": number})
            self._rows("DELETE FROM feedback WHERE message = ?", (number,))
            self._record_facts(number, judged)

    def sight(self, key: MessageKey, message_id: str) -> None:
        """Note that a logged message lies under this key; one message may lie in several mailboxes.

        Where mail lies of which nothing is logged, as the user's own, is nothing to keep.
        """
        row = self._logged(message_id)
        if row is not None:
            self._write(_SIGHT, (key.mailbox, key.uidvalidity, key.uid, row["message_id"]))

    def quarantine(self, unreadable: Unreadable, *, at: datetime) -> None:
        """Note a message that cannot be read."""
        key = unreadable.key
        values = (key.mailbox, key.uidvalidity, key.uid, unreadable.message_id, unreadable.reason, unreadable.size)
        self._write(_QUARANTINE, (*values, stored_time(at)))

    def quarantined(self) -> list[Unreadable]:
        """Return the messages that could not be read, oldest first."""
        rows = self._rows("SELECT * FROM quarantine ORDER BY at, mailbox, uid")
        return [
            Unreadable(
                MessageKey(row["mailbox"], row["uidvalidity"], row["uid"]),
                row["message_id"],
                row["reason"],
                row["size"],
            )
            for row in rows
        ]

    def open_application(self, company: str, role: str) -> int:
        """Write a new application and return its number."""
        (row,) = self._write("INSERT INTO applications (company, role) VALUES (?, ?) RETURNING id", (company, role))
        return int(row["id"])

    def drop_application(self, number: int) -> None:
        """Take an application away for which there is no reason any more; its messages stay without one.

        What stood beside them tells nothing of their stages any more.
        """
        with self.transaction():
            sql = "UPDATE messages SET application = NULL, stage = stated_stage WHERE application = ?"
            self._rows(sql, (number,))
            self._rows("DELETE FROM applications WHERE id = ?", (number,))

    def _record_facts(self, number: int, judged: Judged) -> None:
        for position, feedback in enumerate(judged.facts.feedback):
            self._rows(_ADD_FEEDBACK, feedback_row(number, position, feedback))
        if judged.application is not None:
            self._rows(_DATE_APPLICATION, {"id": judged.application, "date": stored_time(judged.message.date)})

    def _logged(self, message_id: str) -> sqlite3.Row | None:
        """Return number, stored identity and date of a logged message, or None."""
        sql = "SELECT id, message_id, date FROM messages WHERE message_id IN (:message_id, :veiled)"
        return self._row(sql, _either(message_id))

    def _is_known(self, message_id: str) -> bool:
        known = self._row(_IS_KNOWN, _either(message_id)) is not None
        return known or self.is_forgotten(message_id)

    def number_of(self, message_id: str) -> int:
        """Return the number of a logged message; raise UnknownIdError."""
        row = self._logged(message_id)
        if row is None:
            raise UnknownIdError("The log has no message with that Message-ID.", hint="Run `afterword run` first.")
        return int(row["id"])

    def number_to_teach(self, message_id: str, label: Label) -> int | None:
        """Return the number of a logged message, unless this label is the last that a mailbox gave it; else None.

        A mailbox that is read anew, as after a new UIDVALIDITY, says nothing new; a message that was filed elsewhere
        and back does.
        """
        row = self._row(_TEACHABLE, {**_either(message_id), "label": label})
        return int(row["id"]) if row else None

    def complete(self, number: int, message: Message, text: str) -> None:
        """Keep the contents of a logged message of which only the verdict was kept: the user says it matters.

        It is known by its Message-ID again, and not by a hash of it.
        """
        values = {
            "id": number,
            "message_id": message.message_id,
            **header_row(message),
            "subject": message.subject,
            "name": message.sender.name,
            "address": message.sender.address,
            "text": text,
        }
        with self.transaction():
            self._rows(_COMPLETE, values)
            self._rows(
                "UPDATE sightings SET message_id = :message_id WHERE message_id = :veiled", _either(message.message_id)
            )


def _either(message_id: str) -> dict[str, object]:
    """Return the two identities under which a message may be stored."""
    return {"message_id": message_id, "veiled": veiled_id(message_id)}
