"""The history of what the user changed about applications: each change dated, and undone exactly."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from pipeline.adapters.log.settling import Settling
from pipeline.adapters.log.tombstones import Tombstones
from pipeline.adapters.log.values import may_be_number, stored_time, time_from
from pipeline.core.applications.changes import BY_HAND, Change, ChangeKind
from pipeline.errors import UserError

#: Writes a new application, or gives one its names.
NAME = """
INSERT INTO applications (id, company, role, by_hand) VALUES (:id, :company, :role, :by_hand)
ON CONFLICT (id) DO UPDATE SET company = excluded.company, role = excluded.role, by_hand = excluded.by_hand
RETURNING id
"""

_DATE = """
UPDATE applications SET opened_at = (SELECT min(date) FROM messages WHERE application = applications.id)
"""

#: What stood beside a message on a timeline tells nothing of its stage where it is on none.
AS_STATED = "UPDATE messages SET stage = stated_stage WHERE id = ? AND application IS NULL"

# To where the message was, if that is still there, and only if nobody has moved it since.
_MOVE_BACK = """
UPDATE messages SET application = (SELECT id FROM applications WHERE id = :source)
WHERE id = :message AND application IS :target
"""

_NOTE = """
INSERT INTO application_events (at, kind, application, other, text, change)
VALUES (:at, :kind, :application, :other, :text, :change) RETURNING *
"""

_CHANGES = """
SELECT * FROM application_events WHERE :only IS NULL OR application = :only OR other = :only ORDER BY id
"""

_ARRANGED = """
SELECT application FROM application_events
UNION
SELECT other FROM application_events WHERE other IS NOT NULL
"""

#: Takes an application away if it has no message left.
DELETE_EMPTY = """
DELETE FROM applications WHERE id = :id AND NOT EXISTS (SELECT 1 FROM messages WHERE application = :id)
"""

#: Notes when it was answered to which application a message belongs.
ANSWERED = "UPDATE application_questions SET answered_at = ? WHERE message = ?"

_LAST = "SELECT * FROM application_events WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Undo:
    """What it takes to undo a change.

    `before` are the rows of applications as they were, `moves` the messages with the application that each was in,
    `target` is where they went, `created` the application that was begun, `added` the entry that was written, `learned`
    the aliases that it taught, `dropped` the rows of those that it took away, `answered` the message whose question it
    answered, as it did those of all that it moved, `repeats` the rejections that messages told again. The stages follow
    from the timelines.
    """

    before: Sequence[dict[str, object]] = ()
    moves: Sequence[tuple[int, int | None]] = ()
    target: int | None = None
    created: int | None = None
    added: int | None = None
    learned: Sequence[int] = ()
    dropped: Sequence[dict[str, object]] = ()
    answered: int | None = None
    repeats: Sequence[tuple[int, int | None]] = ()


class History(Settling, Tombstones):
    """The part of the log that knows what the user changed."""

    def changes(self, number: int | None = None) -> list[Change]:
        """Return the history, oldest first: all of it, or that of one application, which may be gone by now."""
        if number is not None and not may_be_number(number):
            return []
        return [_change_from(row) for row in self._rows(_CHANGES, {"only": number})]

    def arranged(self) -> frozenset[int]:
        """Return the numbers of the applications that the history is about, of which some may be gone by now."""
        return frozenset(row["application"] for row in self._rows(_ARRANGED))

    def take_out(self, number: int) -> None:
        """Take message `number` out of its application as if it had never joined it; that one goes if it was its last.

        Raise UnknownIdError if there is no such message.
        """
        with self.transaction():
            source = self._verdict(number)["application"]
            self._rows("UPDATE messages SET application = NULL, repeats = NULL WHERE id = ?", (number,))
            self._rows(AS_STATED, (number,))
            if source is not None:
                self._leave_behind(number, source, {})
                self._rows(DELETE_EMPTY, {"id": source})
                self.settle_stages(source)
                self._rows(_DATE)

    def undo_change(self, *, at: datetime) -> Change:
        """Undo the last change that still stands.

        Messages that came since stay where they are, unless the one that they joined was begun by the change and the
        others go back to another: then they go with them.

        Raises:
            UserError: No change stands.
        """
        with self.transaction():
            row = self._row(_LAST)
            if row is None:
                raise UserError("There is no change to undo.", hint="`afterword application history` lists them all.")
            undo = Undo(**json.loads(row["change"]))
            self._undo_with(undo)
            # One whose messages have all found another place since, or are forgotten, has nothing to come back for.
            for number in (row["application"], row["other"]):
                self._rows(DELETE_EMPTY, {"id": number})
            for number in {row["application"], row["other"], *(source for _, source in undo.moves)} - {None}:
                back = {message for message, source in undo.moves if source == number}
                self._settle_since(number, back, time_from(row["at"]))
            self._rows(_DATE)
            sql = "UPDATE application_events SET undone_at = ? WHERE id = ? RETURNING *"
            return _change_from(self._rows(sql, (stored_time(at), row["id"]))[0])

    def _note(self, kind: ChangeKind, about: tuple[int, int | None], text: str, undo: Undo, at: datetime) -> Change:
        self._rows(_DATE)
        values = {"at": stored_time(at), "kind": kind, "application": about[0], "other": about[1], "text": text}
        (row,) = self._rows(_NOTE, values | {"change": json.dumps(asdict(undo))})
        return _change_from(row)

    def _undo_with(self, undo: Undo) -> None:
        for names in undo.before:
            self._rows(NAME, names)
        for message, source in undo.moves:
            self._rows(_MOVE_BACK, {"message": message, "source": source, "target": undo.target})
            self._rows(AS_STATED, (message,))
        self._undo_learning(undo.learned, undo.dropped)
        self._unsettle(undo.repeats)
        if undo.answered is not None:
            for message, _ in undo.moves:
                self._rows(ANSWERED, (None, message))
        if undo.added is not None:
            sql = "DELETE FROM messages WHERE id = ? AND model = ? RETURNING message_id"
            for row in self._rows(sql, (undo.added, BY_HAND)):
                self._bury(undo.added, row["message_id"])
        if undo.created is not None:
            source = undo.moves[0][1] if undo.moves else None
            place = {"message": None, "source": source, "target": undo.created}
            for message, _ in self._members(undo.created) if source is not None else ():
                self._rows(_MOVE_BACK, place | {"message": message})

    def _members(self, number: int) -> list[tuple[int, int | None]]:
        rows = self._rows("SELECT id FROM messages WHERE application = ? ORDER BY id", (number,))
        return [(int(row["id"]), number) for row in rows]


def _change_from(row: sqlite3.Row) -> Change:
    return Change(
        id=row["id"],
        at=time_from(row["at"]),
        kind=ChangeKind(row["kind"]),
        application=row["application"],
        text=row["text"],
        message=json.loads(row["change"])["added"],
        undone_at=time_from(row["undone_at"]) if row["undone_at"] else None,
    )
