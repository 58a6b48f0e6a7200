"""Replies to our letters: which messages are one, what they say, and that it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo

from pipeline.core.letters.letter import LetterKind, SentLetter
from pipeline.core.letters.manners import FOREVER, PAUSED_UNTIL
from pipeline.core.letters.marks import is_genuine, names_in
from pipeline.core.message import Message
from pipeline.core.ports import Log
from pipeline.core.replies.plan import (
    Finish,
    Pause,
    Relabel,
    ReplyAction,
    Resume,
    StoreAnswer,
    StoreDecision,
    StoreNote,
    plan_reply,
)
from pipeline.core.replies.reply import FROM_ELSEWHERE_AT, Via
from pipeline.core.verdict import Label

_AUTOMATIC = frozenset({"bulk", "junk", "list", "auto_reply", "auto-reply"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply that was read: to which kind of letter, or None if it is not on record, and what was done about it."""

    message: Message
    letter: LetterKind | None
    actions: tuple[ReplyAction, ...]

    @property
    def undone(self) -> list[str]:
        """The commands that were kept as notes: it is not known what they are about, or cannot be done there."""
        return [one.text for one in self.actions if isinstance(one, StoreNote) and one.is_undone]


@dataclass(frozen=True, slots=True)
class Found:
    """A message that answers a letter of ours; `letter` is None if the letter is not on record any more."""

    message: Message
    letter: SentLetter | None


@dataclass(frozen=True, slots=True)
class Replies:
    """Finds replies and does what they say.

    Args:
        log: Where letters are known and everything is kept.
        secret: The installation's secret.
        addresses: The user's own, in folded case: nobody else's reply counts.
        timezone: In which the user tells days.
        set_label: Gives message number a label, as `afterword label` does.
    """

    log: Log
    secret: str
    addresses: frozenset[str]
    timezone: tzinfo
    set_label: Callable[[int, Label, datetime], None]

    def find(self, message: Message) -> Found | None:
        """Return a message as a reply to a letter of ours, or None if it is none.

        It is one if it comes from the user and goes to the user, was written by hand, and names a Message-ID of ours or
        bears the mark of a letter in its subject. Nobody can guess either; the sender alone could be forged.
        """
        return self._found(message) if self._is_from_user(message) else None

    def is_from_elsewhere(self, message: Message) -> bool:
        """Return whether a message answers a letter of ours by hand, but comes from an address that is not the user's.

        It may be the user's own, from an address that nobody has told us; and a letter that they passed on may be
        answered by anybody. So it is not obeyed. What answers something else further down that thread is an employer's.
        """
        if message.sender.address.casefold() in self.addresses or _is_by_machine(message):
            return False
        last = message.thread[-1:]
        subject = "" if last else message.subject
        return self._found(replace(message, references=last, in_reply_to="", subject=subject)) is not None

    def missed(self, messages: Sequence[Message], *, now: datetime) -> None:
        """Keep for `doctor` when the last of some replies from elsewhere was sent; found again it is no news."""
        last = max(min(one.date, now) for one in messages)
        known = self.log.setting(FROM_ELSEWHERE_AT)
        if not known or datetime.fromisoformat(known) < last:
            self.log.store_setting(FROM_ELSEWHERE_AT, last.astimezone(UTC).isoformat())

    def none_missed(self, since: datetime) -> None:
        """Let `doctor` be silent of a reply from elsewhere: all that came from `since` on was read, and none is left.

        One that was sent before may still lie there.
        """
        known = self.log.setting(FROM_ELSEWHERE_AT)
        if known and since <= datetime.fromisoformat(known):
            self.log.store_setting(FROM_ELSEWHERE_AT, "")

    def _found(self, message: Message) -> Found | None:
        for one in reversed(message.thread):
            if letter := self.log.letter_with_id(one):
                return Found(message, letter)
        for name in names_in(message.subject):
            if letter := self.log.letter_with_name(name):
                return Found(message, letter)
        if any(is_genuine(self.secret, one) for one in message.thread):
            return Found(message, None)
        return None

    def take(self, found: Found, *, now: datetime) -> Heard | None:
        """Do what a reply says, in one transaction; None if it was read before."""
        from pipeline.reading.replies.rules import read_reply  # noqa: PLC0415 - loaded when there is something to read

        message, letter = found.message, found.letter
        with self.log.transaction():
            number = self.log.take_reply(message.message_id, letter, date=message.date, at=now)
            if number is None:
                return None
            written_on = min(message.date, now).astimezone(self.timezone).date()
            actions = tuple(plan_reply(letter, read_reply(message.text, letter, written_on)))
            for action in actions:
                self._carry_out(action, now, Via.REPLY, number)
        return Heard(message, letter.kind if letter else None, actions)

    def answer(self, letter: SentLetter, number: int, text: str, *, now: datetime) -> tuple[ReplyAction, ...]:
        """Do what the user answers to one question of a letter in the terminal, in one transaction."""
        from pipeline.reading.replies.rules import read_answer  # noqa: PLC0415 - loaded when there is something to read

        today = now.astimezone(self.timezone).date()
        actions = tuple(plan_reply(letter, read_answer(text, letter, number, today)))
        with self.log.transaction():
            for action in actions:
                self._carry_out(action, now, Via.TERMINAL, None)
        return actions

    def _is_from_user(self, message: Message) -> bool:
        if message.sender.address.casefold() not in self.addresses or _is_by_machine(message):
            return False
        others = {one.address.casefold() for one in message.recipients}
        return not others or bool(others & self.addresses)

    def _carry_out(self, action: ReplyAction, now: datetime, via: Via, reply: int | None) -> None:
        """Write one action to the log."""
        log = self.log
        match action:
            case StoreAnswer(message, point, text):
                log.add_answer(message, point, text, at=now, via=via, reply=reply)
            case StoreDecision(message, choice, day):
                log.add_decision(message, choice, day, at=now, via=via, reply=reply)
            case StoreNote(message, text, is_matched):
                log.add_note(message, text, is_matched=is_matched, at=now, via=via, reply=reply)
            case Relabel(message, label):
                self.set_label(message, label, now)
            case Finish(answer):
                log.finish([answer], at=now)
            case Pause(until):
                log.store_setting(PAUSED_UNTIL, self._instant(until) if until else FOREVER)
            case Resume():
                # The end is kept rather than deleted: what was due before it has piled up.
                log.store_setting(PAUSED_UNTIL, now.isoformat())

    def _instant(self, day: date) -> str:
        """Return the first instant of a day in the user's time zone, as it is stored."""
        return datetime.combine(day, time(), self.timezone).astimezone(UTC).isoformat()


def _is_by_machine(message: Message) -> bool:
    """Return whether a message was written by a program: a letter of ours, or what answers by itself."""
    facts = message.facts
    is_automatic = facts.get("auto-submitted", "no").casefold() != "no" or "x-autoreply" in facts
    return "x-afterword" in facts or is_automatic or facts.get("precedence", "").casefold() in _AUTOMATIC
