"""Forgetting: a message leaves the log for good, down to the bytes of its file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from pipeline.adapters.log.tombstones import Tombstones
from pipeline.adapters.log.values import may_be_number, stored_time
from pipeline.errors import LogError, UnknownIdError

# Also those of mail that an earlier version sighted and did not log.
_SIGHTINGS = "DELETE FROM sightings WHERE message_id NOT IN (SELECT message_id FROM messages)"

#: Everything but the message itself that holds words of it or tells where it lies. Feedback and labels go with it,
#: and so does what the user said about it (ON DELETE CASCADE). Of letters about several messages, also those that the
#: others left since, nothing is kept of what they say; those that still wait are composed anew without it.
_TRACES = (
    "DELETE FROM replies WHERE letter = (SELECT id FROM outbox WHERE kind = 'debrief' AND about = :message_id)",
    "DELETE FROM quarantine WHERE message_id = :message_id",
    """
    UPDATE outbox SET raw = NULL, said = NULL
    WHERE id = (SELECT joined_by FROM outbox WHERE kind = 'debrief' AND about = :message_id)
        OR id IN (SELECT letter FROM points WHERE message = :id)
    """,
    "DELETE FROM outbox WHERE kind = 'debrief' AND about = :message_id",
    "UPDATE outbox SET raw = NULL, said = NULL WHERE kind <> 'debrief'",
    # What told it again tells the earliest of what is left again.
    """
    UPDATE messages SET repeats = nullif(
        (SELECT id FROM messages WHERE repeats = :id ORDER BY model = 'hand', date, id LIMIT 1), id
    ) WHERE repeats = :id
    """,
    "DELETE FROM messages WHERE id = :id",
)

_REPLIES = """
SELECT replies.id, replies.message_id FROM replies JOIN outbox ON outbox.id = replies.letter
WHERE outbox.kind = 'debrief' AND outbox.about = ?
"""

_DATE = """
UPDATE applications SET opened_at = (SELECT min(date) FROM messages WHERE application = applications.id) WHERE id = ?
"""


# One message, also one that the user wrote onto a timeline which is gone.
_NAMED = """
SELECT
    messages.date, messages.subject, coalesce(verdicts.company, messages.company) AS company,
    coalesce(verdicts.role, messages.role) AS role, coalesce(verdicts.user_label, messages.label) AS label
FROM messages LEFT JOIN verdicts ON verdicts.id = messages.id WHERE messages.id = ?
"""

# Those of which nothing tells any more what they came of.
_STRAY_ALIASES = """
DELETE FROM aliases WHERE application NOT IN (SELECT id FROM applications)
    AND application NOT IN (SELECT application FROM application_events)
"""

_DROP_TEXTS = """
UPDATE messages SET text = NULL WHERE text IS NOT NULL AND model <> 'hand' AND recorded_at < ? RETURNING id
"""

#: The setting that says that what was removed may still have bytes in the file.
_UNSCRUBBED = "unscrubbed"

_MARK = f"INSERT OR REPLACE INTO settings (name, value) VALUES ('{_UNSCRUBBED}', '1')"  # noqa: S608 - constants alone


class Forgetting(Tombstones):
    """The part of the log that forgets."""

    def dated_before(self, moment: datetime) -> list[int]:
        """Return the numbers of all messages dated before then, also of those of which only the verdict is kept."""
        rows = self._rows("SELECT id FROM messages WHERE date < ? ORDER BY date, id", (stored_time(moment),))
        return [int(row["id"]) for row in rows]

    def to_forget(self, number: int) -> dict[str, object]:
        """Return `date`, `company`, `role`, `subject` and `label` of any message; raise UnknownIdError."""
        row = self._row(_NAMED, (number,)) if may_be_number(number) else None
        if row is None:
            raise _unknown(number)
        return dict(row)

    def forget(self, numbers: Iterable[int]) -> None:
        """Remove messages for good: row, feedback, labels, search index, places and letters.

        What is left is a salted hash of each Message-ID. An application that loses its last message goes too, with
        its history. The file is rewritten, so that it and its write-ahead log hold none of the bytes; where that cannot
        be done yet, `scrub` does it later. Not to be called inside a transaction.

        Raises:
            UnknownIdError: The log has no message with one of the numbers; then none is removed.
            LogError: The bytes are still on the disk; the messages are gone from the log all the same.
        """
        self._rows("PRAGMA secure_delete = on")
        with self.transaction():
            buried = {number: self._forget_one(number) for number in numbers}
            if not buried:
                return
            self._rows(_SIGHTINGS)
            self._forget_candidacies(set(buried), {one for one in buried.values() if one is not None})
            self._forget_words()
        try:
            self._rewrite()
        except LogError as error:
            raise LogError(
                f"The messages are gone from the log, but their bytes are still on the disk. {error}",
                hint="Close what has the file open, or make room: the next `afterword run` removes them.",
            ) from error

    def drop_texts(self, before: datetime) -> int:
        """Remove the text of messages that were recorded before then, down to the bytes of the file.

        What was drawn from it stays: verdict, evidence, facts and feedback; and so do the user's own notes. Return how
        many texts went. Where the bytes cannot go yet, `scrub` removes them later. Not to be called inside a
        transaction.
        """
        self._rows("PRAGMA secure_delete = on")
        with self.transaction():
            dropped = self._rows(_DROP_TEXTS, (stored_time(before),))
            if dropped:
                self._forget_words()
        self.scrub()
        return len(dropped)

    def scrub(self) -> None:
        """Remove the bytes that something removed has left in the file, if there are any.

        They stay for the next call where another program keeps them alive, or where the disk has no room to rewrite
        the file. Not to be called inside a transaction.
        """
        if self._exists("settings", "name", _UNSCRUBBED):
            with suppress(LogError):
                self._rewrite()

    def _forget_words(self) -> None:
        """Rebuild the search index, which keeps the words of deleted rows until its parts are merged."""
        self._rows("INSERT INTO messages_fts (messages_fts) VALUES ('rebuild')")
        # Whoever is stopped from here on leaves bytes behind.
        self._rows(_MARK)

    def _forget_one(self, number: int) -> int | None:
        """Remove one message with its traces and return its application's number."""
        row = self._row("SELECT id, message_id, application FROM messages WHERE id = ?", (number,))
        if row is None:
            raise _unknown(number)
        self._bury(number, row["message_id"])
        for reply in self._rows(_REPLIES, (row["message_id"],)):
            self._bury(-reply["id"], reply["message_id"])
        for statement in _TRACES:
            self._rows(statement, {"id": number, "message_id": row["message_id"]})
        return None if row["application"] is None else int(row["application"])

    def _forget_candidacies(self, messages: set[int], applications: set[int]) -> None:
        """Remove applications that are empty now, and all about those that cannot come back with a message."""
        emptied = {one for one in applications if not self._exists("messages", "application", one)}
        for number in emptied:
            self._rows("DELETE FROM applications WHERE id = ?", (number,))
        for number in applications - emptied:
            self._rows(_DATE, (number,))
        over = emptied | self._lost(messages)
        for number in over:
            self._rows("DELETE FROM aliases WHERE application = ?", (number,))
        for row in self._rows("SELECT id, application, other FROM application_events"):
            if {row["application"], row["other"]} & over:
                self._rows("DELETE FROM application_events WHERE id = ?", (row["id"],))
        self._rows(_STRAY_ALIASES)

    def _lost(self, messages: set[int]) -> set[int]:
        """Return the applications that an undo could bring back, but without any of their messages."""
        had: dict[int, set[int]] = {}
        for row in self._rows("SELECT change FROM application_events"):
            for message, source in json.loads(row["change"])["moves"]:
                if source is not None and not self._exists("applications", "id", source):
                    had.setdefault(source, set()).add(message)
        return {
            application
            for application, once in had.items()
            if once & messages and not any(self._exists("messages", "id", one) for one in once)
        }

    def _exists(self, table: str, column: str, value: object) -> bool:
        return self._row(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (value,)) is not None  # noqa: S608 - names from this file

    def _rewrite(self) -> None:
        """Rewrite the file without what was deleted and empty the write-ahead log; raise LogError if that fails."""
        self._rows("VACUUM")
        (state,) = self._rows("PRAGMA wal_checkpoint(TRUNCATE)")
        if state[0]:
            raise LogError(f"Another program reads the log {self.path}.", hint="Close it, then try again.")
        self._write("DELETE FROM settings WHERE name = ?", (_UNSCRUBBED,))


def _unknown(number: int) -> UnknownIdError:
    return UnknownIdError(f"The log has no message {number}.", hint="`afterword log` lists the rejections.")
