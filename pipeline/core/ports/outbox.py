"""Letters in the log, and what the user replies to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from pipeline.core.letters.letter import LetterKind, Owed, Point, SentLetter
from pipeline.core.ports.known import Known
from pipeline.core.ports.transactions import Transactions
from pipeline.core.replies.reply import Choice, Via


class Outbox(Transactions, Protocol):
    """The letters that are owed."""

    def owe(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Put a letter into the outbox; a second one about the same thing changes nothing.

        One that was refused or dropped is owed anew.
        """

    def owe_again(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Owe a letter anew that was refused or dropped; any other stays as it is."""

    def claim(
        self, now: datetime, *, kinds: Iterable[LetterKind] = LetterKind, about: str | None = None
    ) -> Owed | None:
        """Take the next due letter of some kinds in one statement, so that no other process takes it too.

        Return None if none is due. With `about`, take the one letter about that, due or not.
        """

    def join(self, owed: Owed, now: datetime) -> None:
        """Let a claimed debrief speak also of the messages whose debriefs are due now and not yet composed."""

    def joined(self, owed: Owed) -> list[str]:
        """Return what else a claimed debrief speaks of, oldest debt first."""

    def part(self, owed: Owed, about: str, reason: str) -> None:
        """Drop what a claimed debrief was to speak of as well, as when its message was labelled otherwise."""

    def letters_sent(self, kinds: Iterable[LetterKind], *, start: datetime, end: datetime) -> int:
        """Return how many letters of some kinds were accepted in [start, end); one about many things is one."""

    def overtaken(self, moment: datetime) -> frozenset[int]:
        """Return the `id`s of the digests that `drop_overtaken` drops."""

    def drop_overtaken(self, moment: datetime) -> None:
        """Drop the digests that were due before then, but for the last of them: they have piled up."""

    def renew_summaries(self, now: datetime) -> None:
        """Owe the refused summaries anew since whose refusal another letter was accepted: no command names one."""

    def keep(self, owed: Owed, raw: bytes, message_id: str) -> None:
        """Store a claimed letter as composed, before it is handed over."""

    def keep_points(self, owed: Owed, said: str, points: Sequence[Point]) -> None:
        """Store what a claimed letter says and numbers, in place of what was stored of an earlier draft of it."""

    def sent(self, owed: Owed, *, at: datetime) -> None:
        """Note that a letter was accepted."""

    def deferred(self, owed: Owed, until: datetime, reason: str, *, unclear: bool = False) -> None:
        """Note that a letter has to wait, and whether it may have been accepted all the same."""

    def refused(self, owed: Owed, reason: str) -> None:
        """Note that a letter was refused for good."""

    def dropped(self, owed: Owed, reason: str) -> None:
        """Note that a letter is no longer owed, as when its message was labelled otherwise."""

    def was_sent(self, kind: LetterKind, about: str) -> bool:
        """Return whether the letter about something was accepted, by itself or in another one."""

    def said_before(self, about: str) -> list[str]:
        """Return what the debriefs said that went out before the one about a message, the latest first.

        White space is folded; only so many are told as a reader remembers.
        """

    def outbox(self) -> list[Mapping[str, object]]:
        """Return the letters that were not yet accepted: kind, about, status, due, attempts, last reason and so on.

        A debrief about a message that counts as no rejection any more is none of them: it will not leave.
        """


class Owing(Known, Outbox, Protocol):
    """The outbox, and what the log knows of the things that its letters are about."""


class Replies(Transactions, Protocol):
    """The letters as they are replied to, and what the user said."""

    def letter_with_id(self, message_id: str) -> SentLetter | None:
        """Return the letter with a Message-ID, or None if the log has none."""

    def letter_with_name(self, name: str) -> SentLetter | None:
        """Return the letter whose Message-ID begins with the name that stands in its subject, or None."""

    def asked_about(self, number: int) -> list[Point]:
        """Return the questions that the last letter asked about message `number`; none if there was no letter."""

    def take_reply(self, message_id: str, letter: SentLetter | None, *, date: datetime, at: datetime) -> int | None:
        """Note that a reply was read and return its number; None if it was read before."""

    def add_answer(self, message: int, point: Point, text: str, *, at: datetime, via: Via, reply: int | None) -> bool:
        """Keep an answer about a message; return whether it is new."""

    def add_decision(
        self, message: int, choice: Choice, day: date | None, *, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a decision about the company behind a message; the last one counts."""

    def add_note(
        self, message: int | None, text: str, *, is_matched: bool, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a note."""

    def finish(self, answers: Iterable[int], *, at: datetime) -> None:
        """Take answers off the list that they are on."""
