"""What is to be done about a reply to a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.core.letters.letter import Point, PointKind, SentLetter
from pipeline.core.replies.reply import Choice, Command, Spoken, Verb
from pipeline.core.verdict import Label


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
    """Keep a note, about a message if it is known which; `is_undone` if it is a command that cannot be carried out."""

    message: int | None
    text: str
    is_matched: bool = True
    is_undone: bool = False


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

#: Where a label may be given beside the number.
_DOUBTFUL = frozenset({PointKind.UNCERTAIN, PointKind.REJECTION})

#: A word that may stand for the name of a company.
_WORD = re.compile(r"\w{3,}")


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
        if action is None:
            point = _named(letter, one)
            actions.append(StoreNote((point and point.message) or note_about, one.words, is_undone=True))
        elif one.is_kept:
            about = action.message if isinstance(action, StoreDecision | Relabel) else note_about
            actions.append(StoreNote(about, one.words))
    for number, text in spoken.answers:
        point = letter.point(number)
        message = point and (point.message or named_in(text, letter) or note_about)
        if point and message and point.kind in _ANSWERED:
            actions.append(StoreAnswer(message, point, text))
        else:
            actions.append(StoreNote(message or note_about, text))
    if spoken.free:
        is_refused = any(one.verb is Verb.NOT_REJECTION for one in spoken.commands)
        only = None if spoken.answers or is_refused else only_question(letter)
        if only is not None and only.message is not None:
            actions.append(StoreAnswer(only.message, only, spoken.free))
        else:
            actions.append(StoreNote(note_about or named_in(spoken.free, letter), spoken.free))
    return actions


def named_in(text: str, letter: SentLetter) -> int | None:
    """Return the rejection whose company a text names, if it is just one of those that a letter is about.

    Who answers a letter writes `Birch` for Birch Works; the first word is enough where no other company begins so.
    """
    folded = text.casefold()
    named = [(one.text.casefold(), one.message) for one in letter.of_kind(PointKind.REJECTION) if one.text.strip()]
    found = {message for name, message in named if name in folded}
    words = set(_WORD.findall(folded))
    found = found or {message for name, message in named if words.intersection(_WORD.findall(name)[:1])}
    return found.pop() if len(found) == 1 else None


def _without_letter(spoken: Spoken) -> Iterator[ReplyAction]:
    for command in spoken.commands:
        action = _about_letters(command)
        if action:
            yield action
        if not action or command.is_kept:
            yield StoreNote(None, command.words, is_matched=False, is_undone=not action)
    if text := "\n\n".join(filter(None, [*(text for _, text in spoken.answers), spoken.free])):
        yield StoreNote(None, text, is_matched=False)


def only_question(letter: SentLetter) -> Point | None:
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
    point = _named(letter, command)
    if point is None and command.number not in {None, letter.message}:
        return None
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


def _named(letter: SentLetter, command: Command) -> Point | None:
    """Return the point that a command names."""
    return letter.point(command.number, about_label=command.verb in {Verb.NOT_REJECTION, Verb.LABEL})


def _message(letter: SentLetter, command: Command, point: Point | None) -> int | None:
    """Return the message that a command is about: that of its point, the letter's own, or the only one there is."""
    if point is not None:
        return point.message or command.message
    if letter.message is not None and not letter.is_shared:
        return letter.message
    kinds = _DOUBTFUL if command.verb is Verb.NOT_REJECTION else set(PointKind)
    about = {one.message for one in letter.points if one.kind in kinds}
    return about.pop() if len(about) == 1 else None


def _label(command: Command, point: Point | None) -> Label | None:
    if point is not None and command.number is not None and point.kind not in _DOUBTFUL:
        return None
    if command.verb is Verb.NOT_REJECTION:
        return Label.OTHER
    if command.verb is Verb.LABEL:
        return command.label
    if point is not None and point.kind is PointKind.UNCERTAIN:
        return {Verb.YES: Label.REJECTION, Verb.NO: Label.OTHER}.get(command.verb)
    is_denied = point is not None and point.kind is PointKind.REJECTION and command.verb is Verb.NO
    return Label.OTHER if is_denied else None
