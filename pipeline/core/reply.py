"""What the user says to us: answers, decisions and notes, and what is to be done about a reply to a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pipeline.core.letter import Point, PointKind, SentLetter
from pipeline.core.verdict import Label


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


# -- what is to be done


@dataclass(frozen=True, slots=True)
class StoreAnswer:
    """Keep an answer to a point, about a message."""

    message: int
    point: Point
    text: str


@dataclass(frozen=True, slots=True)
class StoreDecision:
    """Keep a decision about the company behind a message."""

    message: int
    choice: Choice
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoreNote:
    """Keep a note, about a message if it is known which."""

    message: int | None
    text: str
    is_matched: bool = True


@dataclass(frozen=True, slots=True)
class Relabel:
    """Give a message the user's label."""

    message: int
    label: Label


@dataclass(frozen=True, slots=True)
class Finish:
    """Take an answer off the list that it is on."""

    answer: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Send no letters until a day, or until further notice."""

    until: date | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Send letters again."""


ReplyAction = StoreAnswer | StoreDecision | StoreNote | Relabel | Finish | Pause | Resume

_CHOICES = {
    Verb.CHASE: Choice.CHASE,
    Verb.LET_GO: Choice.LET_GO,
    Verb.REMIND: Choice.REMIND,
    Verb.YES: Choice.CHASE,
    Verb.NO: Choice.LET_GO,
}


#: What is answered in words; what is said of any other point is a note.
_ANSWERED = frozenset({PointKind.QUESTION, PointKind.PRACTICE, PointKind.SKILL})


def takes_yes_or_no(point: Point | None) -> bool:
    """Return whether yes and no decide something at a point, rather than being an answer like any other."""
    return point is not None and (point.kind in {PointKind.UNCERTAIN, PointKind.CHASE} or point.step == "chase")


def plan_reply(letter: SentLetter | None, spoken: Spoken) -> list[ReplyAction]:
    """Return what is to be done about a reply, in order; nothing that it says is left out.

    A letter that is not on record any more is None: what was said to it is kept as a note, and pausing needs no letter.
    """
    if letter is None:
        return list(_without_letter(spoken))
    note_about = None if letter.is_shared else letter.message
    actions: list[ReplyAction] = []
    for one in spoken.commands:
        action = _carry_out(letter, one)
        actions += [action] if action else []
        actions += [] if action and not one.is_kept else [StoreNote(note_about, one.words)]
    for number, text in spoken.answers:
        point = letter.point(number)
        message = point and (point.message or named_in(text, letter) or letter.message)
        if point and message and point.kind in _ANSWERED:
            actions.append(StoreAnswer(message, point, text))
        else:
            actions.append(StoreNote(message or note_about, text))
    if spoken.free:
        is_refused = any(one.verb is Verb.NOT_REJECTION for one in spoken.commands)
        only = None if spoken.answers or is_refused else _only_question(letter)
        if only is not None and only.message is not None:
            actions.append(StoreAnswer(only.message, only, spoken.free))
        else:
            actions.append(StoreNote(note_about or named_in(spoken.free, letter), spoken.free))
    return actions


def named_in(text: str, letter: SentLetter) -> int | None:
    """Return the rejection whose company a text names, if it is just one of those that a letter is about."""
    folded = text.casefold()
    found = {one.message for one in letter.of_kind(PointKind.REJECTION) if one.text and one.text.casefold() in folded}
    return found.pop() if len(found) == 1 else None


def _without_letter(spoken: Spoken) -> Iterator[ReplyAction]:
    texts = [text for _, text in spoken.answers] + [spoken.free]
    for command in spoken.commands:
        action = _about_letters(command)
        if action:
            yield action
        if not action or command.is_kept:
            texts.append(command.words)
    if text := "\n\n".join(filter(None, texts)):
        yield StoreNote(None, text, is_matched=False)


def _only_question(letter: SentLetter) -> Point | None:
    """Return the one question of a debrief that has no answer yet; None if there are none or several."""
    waiting = [one for one in letter.of_kind(PointKind.QUESTION) if not one.is_answered]
    return waiting[0] if len(waiting) == 1 and letter.message is not None else None


def _about_letters(command: Command) -> ReplyAction | None:
    match command.verb:
        case Verb.PAUSE:
            return Pause(command.day)
        case Verb.RESUME:
            return Resume()
    return None


def _carry_out(letter: SentLetter, command: Command) -> ReplyAction | None:
    """Return what a command asks for, or None if it cannot be told what it is about."""
    if action := _about_letters(command):
        return action
    point = letter.point(command.number, about_label=command.verb in {Verb.NOT_REJECTION, Verb.LABEL})
    if command.verb is Verb.DONE:
        return Finish(point.answer) if point and point.answer is not None else None
    message = _message(letter, command, point)
    if message is None:
        return None
    if label := _label(command, point):
        return Relabel(message, label)
    is_clear = command.verb not in {Verb.YES, Verb.NO} or takes_yes_or_no(point)
    choice = _CHOICES.get(command.verb) if is_clear else None
    return StoreDecision(message, choice, command.day) if choice else None


def _message(letter: SentLetter, command: Command, point: Point | None) -> int | None:
    """Return the message that a command is about: that of its point, the letter's own, or the only one there is."""
    if point is not None:
        return point.message or command.message
    if letter.message is not None and not letter.is_shared:
        return letter.message
    doubtful = {PointKind.UNCERTAIN, PointKind.REJECTION}
    kinds = doubtful if command.verb is Verb.NOT_REJECTION else set(PointKind)
    about = {one.message for one in letter.points if one.kind in kinds}
    return about.pop() if len(about) == 1 else None


def _label(command: Command, point: Point | None) -> Label | None:
    if command.verb is Verb.NOT_REJECTION:
        return Label.OTHER
    if command.verb is Verb.LABEL:
        return command.label
    if point is not None and point.kind is PointKind.UNCERTAIN:
        return {Verb.YES: Label.REJECTION, Verb.NO: Label.OTHER}.get(command.verb)
    is_denied = point is not None and point.kind is PointKind.REJECTION and command.verb is Verb.NO
    return Label.OTHER if is_denied else None
