"""Applications changed by hand: what each change does to them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.adapters.log.history import ANSWERED, AS_STATED, DELETE_EMPTY, NAME, History, Undo
from pipeline.adapters.log.rows import message_row
from pipeline.adapters.log.settling import Before
from pipeline.adapters.log.tombstones import NEXT_NUMBER
from pipeline.adapters.log.values import stored_time
from pipeline.core.applications.application import Application, Facts, Judged
from pipeline.core.applications.changes import (
    BY_HAND,
    Change,
    ChangeKind,
    Entry,
    added,
    deleted,
    merged,
    moved,
    renamed,
    title,
    unaliased,
)
from pipeline.core.message import Message, MessageKey
from pipeline.core.text import excerpt
from pipeline.core.verdict import Decision, Label, Verdict

_SUBJECT = 100

#: Stands in `by_hand` of an application that the user took the role away from, whatever its messages state.
_WITHOUT_ROLE = 2


class Applications(History):
    """The part of the log in which the user arranges applications. Each change is written with its undo, or not."""

    def add_by_hand(self, entry: Entry, *, at: datetime) -> Change:
        """Write an entry onto the timeline of its application, or of a new one; raise UnknownIdError."""
        with self.transaction():
            known = None if entry.application is None else self.application(entry.application)
            number = known.id if known else self._new(entry.company, entry.role, by_hand=True)
            message = self._write_entry(entry, known, number, at)
            before = self._settle(number, {message})
            undo = Undo(created=None if known else number, added=message, repeats=[*before.items()])
            return self._note(ChangeKind.ADD, (number, None), added(entry, known), undo, at)

    def rename_application(self, number: int, company: str, role: str, *, at: datetime) -> Change:
        """Give an application these names, which from now on count for all its messages; raise UnknownIdError."""
        with self.transaction():
            application = self.application(number)
            learned, dropped = self._learn_alias(application, company, at)
            undo = Undo(before=self._names(number), learned=learned, dropped=dropped)
            is_taken_away = not role and (application.role or undo.before[0]["by_hand"] == _WITHOUT_ROLE)
            self._name(number, company, role, by_hand=_WITHOUT_ROLE if is_taken_away else True)
            return self._note(ChangeKind.RENAME, (number, None), renamed(application, company, role), undo, at)

    def merge_applications(self, number: int, into: int, *, at: datetime) -> Change:
        """Put all messages of an application into another, which learns a name that it lacked; raise UnknownIdError.

        Their timeline is settled anew.
        """
        with self.transaction():
            application, other = self.application(number), self.application(into)
            undo = Undo(before=self._names(number, into), moves=self._members(number), target=into)
            company, role = other.company or application.company, other.role or application.role
            self._rows("UPDATE applications SET company = ?, role = ? WHERE id = ?", (company, role, into))
            self._move(undo)
            before = self._settle(into, {one for one, _ in undo.moves})
            undo = replace(undo, repeats=[*before.items()])
            self._rows("DELETE FROM applications WHERE id = ?", (number,))
            return self._note(ChangeKind.MERGE, (into, number), merged(application, other), undo, at)

    def move_message(self, message: int, into: int, *, at: datetime) -> Change:
        """Put a message into another application; the one that it leaves goes if it was its last.

        Raises:
            UnknownIdError: There is no such message or application.
        """
        with self.transaction():
            source = self._source(message)
            return self._moved(message, source, self.application(into), created=None, at=at)

    def split_message(self, message: int, company: str, role: str, *, by_hand: bool, at: datetime) -> Change:
        """Begin an application with a message; `by_hand`: the names are the user's. Raise UnknownIdError."""
        with self.transaction():
            source = self._source(message)
            number = self._new(company, role, by_hand=by_hand)
            return self._moved(message, source, self.application(number), created=number, at=at)

    def answer_question(
        self, message: int, into: int | None, names: tuple[str, str], *, at: datetime, others: Sequence[int] = ()
    ) -> Change:
        """Put a message that was asked about into an application, or begin one with it under these names.

        `others` are messages that were asked about, too, and go with it. Raise UnknownIdError if there is no such
        message or application.
        """
        with self.transaction():
            source = self._source(message)
            target = self.application(self._new(*names, by_hand=False) if into is None else into)
            created = target.id if into is None else None
            change = self._moved(
                message, source, target, created=created, at=at, kind=ChangeKind.MATCH, answered=message, others=others
            )
            for one in (message, *others):
                self._rows(ANSWERED, (stored_time(at), one))
            return change

    def remove_alias(self, number: int, *, at: datetime) -> Change:
        """Take an alias away; raise UnknownIdError."""
        with self.transaction():
            alias, row = self._alias(number)
            self._rows("DELETE FROM aliases WHERE id = ?", (number,))
            undo = Undo(dropped=[row])
            return self._note(ChangeKind.UNALIAS, (int(str(row["application"])), None), unaliased(alias), undo, at)

    def delete_application(self, number: int, *, at: datetime) -> Change:
        """Take an application away: its messages stay without one, entries by hand go with it. Raise UnknownIdError."""
        with self.transaction():
            application = self.application(number)
            undo = Undo(before=self._names(number), moves=self._members(number))
            self._move(undo)
            for message, _ in undo.moves:
                self._rows(AS_STATED, (message,))
            self._rows("DELETE FROM applications WHERE id = ?", (number,))
            return self._note(ChangeKind.DELETE, (number, None), deleted(application), undo, at)

    def _moved(  # noqa: PLR0913 - where from, where to, and what an undo needs, each by name
        self,
        message: int,
        source: Application | None,
        target: Application,
        *,
        created: int | None,
        at: datetime,
        kind: ChangeKind = ChangeKind.SPLIT,
        answered: int | None = None,
        others: Sequence[int] = (),
    ) -> Change:
        """Move a message, and others that are in no application, settle the timelines touched, and note it."""
        origin = source.id if source else None
        moves = [(message, origin), *((one, None) for one in others)]
        undo = Undo(self._names(origin), moves, target.id, created, answered=answered)
        self._move(undo)
        before: Before = {}
        for one in (message, *others):
            before = self._settle(target.id, {one}, origin) | before
        undo = replace(undo, repeats=[*before.items()])
        self._rows(DELETE_EMPTY, {"id": origin})
        text = moved(message, source, target, others=len(others))
        return self._note(kind, (target.id, origin), text, undo, at)

    def _write_entry(self, entry: Entry, known: Application | None, number: int, at: datetime) -> int:
        names = (known.company, known.role) if known else (entry.company, entry.role)
        ended = entry.label is Label.REJECTION
        # Like a message without a Message-ID, and one that no message can be made to look like.
        key, identity = MessageKey("", 0, 0), f"sha256:{secrets.token_hex(32)}"
        subject = excerpt(entry.note, _SUBJECT) or f"{title(*names)}: {'declined' if ended else 'applied'}"
        verdict = Verdict(
            Decision.REJECTION if ended else Decision.NOT_REJECTION, entry.label, float(ended), "", BY_HAND
        )
        facts = Facts(company=names[0], role=names[1], stage=entry.stage)
        message = Message(key, identity, entry.date, subject=subject)
        row = message_row(Judged(message, "", verdict, facts, entry.note, number), at)
        columns = ", ".join(row)
        values = ", ".join(f":{name}" for name in row)
        sql = f"INSERT INTO messages (id, {columns}) VALUES ({NEXT_NUMBER}, {values}) RETURNING id"  # noqa: S608 - ours
        (written,) = self._rows(sql, row)
        return int(written["id"])

    def _source(self, message: int) -> Application | None:
        number = self._verdict(message)["application"]
        return None if number is None else self.application(number)

    def _new(self, company: str, role: str, *, by_hand: bool) -> int:
        return self._name(None, company, role, by_hand=by_hand)

    def _name(self, number: int | None, company: str, role: str, *, by_hand: int) -> int:
        (row,) = self._rows(NAME, {"id": number, "company": company, "role": role, "by_hand": int(by_hand)})
        return int(row["id"])

    def _names(self, *numbers: int | None) -> list[dict[str, object]]:
        sql = "SELECT id, company, role, by_hand FROM applications WHERE id = ?"
        return [dict(row) for number in numbers for row in self._rows(sql, (number,))]

    def _move(self, undo: Undo) -> None:
        for message, _ in undo.moves:
            self._rows("UPDATE messages SET application = ? WHERE id = ?", (undo.target, message))
