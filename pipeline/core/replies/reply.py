"""What the user says to us: answers, decisions and notes, and the commands in a reply to a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pipeline.core.verdict import Label

#: The setting that holds when the last reply from an address not known as the user's was sent, until it is read.
FROM_ELSEWHERE_AT = "reply_from_elsewhere_at"


class Via(StrEnum):
    """By which way the user said something."""

    REPLY = "reply"
    TERMINAL = "terminal"


class Choice(StrEnum):
    """What the user decided about a company."""

    CHASE = "chase"
    LET_GO = "let_go"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the user's to a question about message `message`; `done_at` is when it left the list it was on."""

    id: int
    message: int
    step: str
    question: str
    text: str
    at: datetime
    via: Via
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about the company behind message `message`; `day` is when to be reminded, if they said."""

    id: int
    message: int
    choice: Choice
    day: date | None
    at: datetime
    via: Via


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote besides; about message `message` if that is known.

    `is_matched` is off where it came in a reply to a letter of ours that is not on record any more.
    """

    id: int
    message: int | None
    text: str
    at: datetime
    via: Via
    is_matched: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that the user said about something, oldest first."""

    answers: tuple[Answer, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()


def as_records(words: Words) -> dict[str, list[dict[str, object]]]:
    """Return what the user said as records for other programs: `answers`, `decisions` and `notes`."""
    return {
        "answers": [
            {
                "id": one.id,
                "message": one.message,
                "date": one.at.isoformat(),
                "step": one.step,
                "question": one.question,
                "answer": one.text,
                "via": one.via.value,
                "done": one.done_at.isoformat() if one.done_at else None,
            }
            for one in words.answers
        ],
        "decisions": [
            {
                "id": one.id,
                "message": one.message,
                "date": one.at.isoformat(),
                "choice": one.choice.value,
                "day": one.day.isoformat() if one.day else None,
                "via": one.via.value,
            }
            for one in words.decisions
        ],
        "notes": [
            {
                "id": one.id,
                "message": one.message,
                "date": one.at.isoformat(),
                "note": one.text,
                "matched": one.is_matched,
                "via": one.via.value,
            }
            for one in words.notes
        ],
    }


class Verb(StrEnum):
    """What a command in a reply asks for. `yes` and `no` mean something only beside what was asked."""

    NOT_REJECTION = "not_rejection"
    LABEL = "label"
    CHASE = "chase"
    LET_GO = "let_go"
    REMIND = "remind"
    DONE = "done"
    PAUSE = "pause"
    RESUME = "resume"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Command:
    """A command in a reply: its words, the point that it names, a label, a day or a message if it says one.

    With `is_kept` its words are kept as a note too: not all of them were understood.
    """

    verb: Verb
    text: str
    number: int | None = None
    label: Label | None = None
    day: date | None = None
    message: int | None = None
    is_kept: bool = False

    @property
    def words(self) -> str:
        """Its words with the number."""
        return self.text if self.number is None else f"{self.number}: {self.text}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a reply says: answers by the number of their point, commands, and everything else."""

    answers: tuple[tuple[int, str], ...] = ()
    commands: tuple[Command, ...] = ()
    free: str = ""
