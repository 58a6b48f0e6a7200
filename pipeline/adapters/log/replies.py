"""Letters as replies see them, and what the user says in reply or at the terminal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.values import bare_id, stored_time, time_from
from pipeline.core.letters.letter import LetterKind, Owed, Point, PointKind, SentLetter
from pipeline.core.replies.reply import Answer, Choice, Decision, Note, Via, Words

_LETTER = """
SELECT outbox.id, kind, about, said, messages.id AS message,
    EXISTS (SELECT 1 FROM outbox AS other WHERE other.joined_by = outbox.id) AS is_shared
FROM outbox LEFT JOIN messages ON kind = 'debrief' AND messages.message_id = about
"""

_POINTS = """
SELECT points.*, EXISTS (SELECT 1 FROM answers WHERE answers.point = points.id) AS is_answered
FROM points WHERE letter = ? ORDER BY number, id
"""

_QUESTIONS = """
SELECT points.*, EXISTS (SELECT 1 FROM answers WHERE answers.point = points.id) AS is_answered FROM points
WHERE message = :message AND kind = 'question' AND letter = (
    SELECT max(letter) FROM points JOIN outbox ON outbox.id = points.letter
    WHERE message = :message AND points.kind = 'question' AND outbox.kind = 'debrief'
)
ORDER BY number
"""

_ADD_POINT = """
INSERT INTO points (letter, number, kind, message, step, text, anchor, answer)
SELECT :letter, :number, :kind, :message, :step, :text, :anchor, :answer
WHERE :message IS NULL OR EXISTS (SELECT 1 FROM messages WHERE id = :message)
"""

_ADD_REPLY = """
INSERT INTO replies (message_id, letter, date, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id
"""

# The same words to the same point are one answer: a second reply often quotes the first.
_ADD_ANSWER = """
INSERT INTO answers (message, point, reply, step, question, text, at, via)
SELECT :message, :point, :reply, :step, :question, :text, :at, :via
WHERE NOT EXISTS (SELECT 1 FROM answers WHERE point = :point AND text = :text)
RETURNING id
"""

_ADD_DECISION = """
INSERT INTO decisions (message, reply, choice, day, at, via) VALUES (:message, :reply, :choice, :day, :at, :via)
"""

_ADD_NOTE = """
INSERT INTO notes (message, reply, text, is_matched, at, via)
VALUES (:message, :reply, :text, :is_matched, :at, :via)
"""

# A message stands for its application: what was said about one of its messages was said about all of them.
_ABOUT = """
(
    :message IS NULL OR message = :message OR message IN (
        SELECT id FROM messages WHERE application = (SELECT application FROM messages WHERE id = :message)
    )
)
"""


class Replies(LogConnection):
    """The part of the log that keeps what the user says."""

    def keep_points(self, owed: Owed, said: str, points: Sequence[Point]) -> None:
        """Store what a claimed letter says and numbers, in place of what was stored of an earlier draft of it."""
        with self.transaction():
            self._rows("UPDATE outbox SET said = ? WHERE id = ?", (said, owed.id))
            self._rows("DELETE FROM points WHERE letter = ?", (owed.id,))
            for point in points:
                self._rows(_ADD_POINT, _point_row(owed.id, point))

    def letter_with_id(self, message_id: str) -> SentLetter | None:
        """Return the letter with a Message-ID, or None if the log has none."""
        return self._letter("outbox.message_id = ?", bare_id(message_id))

    def letter_with_name(self, name: str) -> SentLetter | None:
        """Return the letter whose Message-ID begins with the name that stands in its subject, or None."""
        return self._letter("substr(outbox.message_id, 1, length(?1)) = ?1", name)

    def asked_about(self, number: int) -> list[Point]:
        """Return the questions that the last letter asked about message `number`; none if there was no letter."""
        return [_point(row) for row in self._rows(_QUESTIONS, {"message": number})]

    def take_reply(self, message_id: str, letter: SentLetter | None, *, date: datetime, at: datetime) -> int | None:
        """Note that a reply was read and return its number; None if it was read before."""
        values = (message_id, letter.id if letter else None, stored_time(date), stored_time(at))
        return next((int(row["id"]) for row in self._write(_ADD_REPLY, values)), None)

    def add_answer(self, message: int, point: Point, text: str, *, at: datetime, via: Via, reply: int | None) -> bool:
        """Keep an answer about a message; return whether it is new."""
        values = {
            "message": message,
            "point": point.id or None,
            "reply": reply,
            "step": point.step,
            "question": point.text,
            "text": text,
            "at": stored_time(at),
            "via": via,
        }
        return bool(self._write(_ADD_ANSWER, values))

    def add_decision(
        self, message: int, choice: Choice, day: date | None, *, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a decision about the company behind a message; the last one counts."""
        values = {"message": message, "reply": reply, "choice": choice, "at": stored_time(at), "via": via}
        self._write(_ADD_DECISION, values | {"day": day.isoformat() if day else None})

    def add_note(
        self, message: int | None, text: str, *, is_matched: bool, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a note."""
        values = {"message": message, "reply": reply, "text": text, "is_matched": int(is_matched)}
        self._write(_ADD_NOTE, values | {"at": stored_time(at), "via": via})

    def finish(self, answers: Iterable[int], *, at: datetime) -> None:
        """Take answers off the list that they are on."""
        with self.transaction():
            for number in answers:
                self._rows("UPDATE answers SET done_at = ? WHERE id = ? AND done_at IS NULL", (stored_time(at), number))

    def words(self, number: int | None = None) -> Words:
        """Return what the user said about message `number` and the others of its application; without one, all."""
        values = {"message": number}
        order = f"WHERE {_ABOUT} ORDER BY at, id"
        with self._snapshot():
            return Words(
                tuple(_answer(row) for row in self._rows(f"SELECT * FROM answers {order}", values)),  # noqa: S608 - constants alone
                tuple(_decision(row) for row in self._rows(f"SELECT * FROM decisions {order}", values)),  # noqa: S608 - same
                tuple(_note(row) for row in self._rows(f"SELECT * FROM notes {order}", values)),  # noqa: S608 - same
            )

    def _letter(self, condition: str, value: str) -> SentLetter | None:
        with self._snapshot():
            row = self._row(f"{_LETTER} WHERE {condition}", (value,))
            if row is None:
                return None
            points = tuple(_point(one) for one in self._rows(_POINTS, (row["id"],)))
        kind, said = LetterKind(row["kind"]), row["said"] or ""
        return SentLetter(row["id"], kind, row["about"], row["message"], said, points, bool(row["is_shared"]))


def _point_row(letter: int, point: Point) -> dict[str, object]:
    return {
        "letter": letter,
        "number": point.number,
        "kind": point.kind,
        "message": point.message,
        "step": point.step,
        "text": point.text,
        "anchor": point.anchor,
        "answer": point.answer,
    }


def _point(row: sqlite3.Row) -> Point:
    return Point(
        number=row["number"],
        kind=PointKind(row["kind"]),
        message=row["message"],
        step=row["step"],
        text=row["text"],
        anchor=row["anchor"],
        answer=row["answer"],
        id=row["id"],
        is_answered=bool(row["is_answered"]),
    )


def _answer(row: sqlite3.Row) -> Answer:
    return Answer(
        id=row["id"],
        message=row["message"],
        step=row["step"],
        question=row["question"],
        text=row["text"],
        at=time_from(row["at"]),
        via=Via(row["via"]),
        done_at=time_from(row["done_at"]) if row["done_at"] else None,
    )


def _decision(row: sqlite3.Row) -> Decision:
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Decision(row["id"], row["message"], Choice(row["choice"]), day, time_from(row["at"]), Via(row["via"]))


def _note(row: sqlite3.Row) -> Note:
    matched = bool(row["is_matched"])
    return Note(row["id"], row["message"], row["text"], time_from(row["at"]), Via(row["via"]), matched)
