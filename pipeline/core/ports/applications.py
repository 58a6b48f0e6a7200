"""How applications come about, and how the user arranges them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.core.applications.changes import Alias, Change, Entry, Question
from pipeline.core.ports.known import Known
from pipeline.core.ports.transactions import Transactions


class Applications(Known, Transactions, Protocol):
    """The log as far as applications are arranged in it, by their messages or by hand."""

    def open_application(self, company: str, role: str) -> int:
        """Write a new application and return its number."""

    def take_out(self, number: int) -> None:
        """Take message `number` out of its application as if it had never joined it; that one goes if it was its last.

        Raise UnknownIdError if there is no such message.
        """

    def drop_application(self, number: int) -> None:
        """Take an application away for which there is no reason any more; its messages stay without one."""

    def ask_application(self, message: int, candidates: Sequence[int], *, at: datetime) -> None:
        """Note that only the user can tell to which of some applications a message belongs."""

    def put_first(self, number: int, *, before: int) -> None:
        """Note that rejection `before` is told again, and with more, by rejection `number`."""

    def settle_stages(self, number: int) -> None:
        """Settle at which stages the rejections of application `number` came, by what stands beside them by now."""

    def questions(self) -> list[Question]:
        """Return the messages of which the user has to tell to which application they belong, oldest first."""

    def unmatched(self) -> int:
        """Return how many such messages there are."""

    def answer_question(
        self, message: int, into: int | None, names: tuple[str, str], *, at: datetime, others: Sequence[int] = ()
    ) -> Change:
        """Put a message that was asked about into an application, or begin one with it; raise UnknownIdError.

        `others` are messages that were asked about, too, and go with it.
        """

    def add_by_hand(self, entry: Entry, *, at: datetime) -> Change:
        """Write an entry onto the timeline of its application, or of a new one; raise UnknownIdError."""

    def rename_application(self, number: int, company: str, role: str, *, at: datetime) -> Change:
        """Give an application these names, which then count for all its messages; raise UnknownIdError."""

    def merge_applications(self, number: int, into: int, *, at: datetime) -> Change:
        """Put all messages of an application into another one; raise UnknownIdError."""

    def move_message(self, message: int, into: int, *, at: datetime) -> Change:
        """Put a message into another application; raise UnknownIdError."""

    def split_message(self, message: int, company: str, role: str, *, by_hand: bool, at: datetime) -> Change:
        """Begin an application with a message; raise UnknownIdError."""

    def delete_application(self, number: int, *, at: datetime) -> Change:
        """Take an application away; its messages stay without one. Raise UnknownIdError."""

    def undo_change(self, *, at: datetime) -> Change:
        """Undo the last change that still stands; raise UserError if none does."""

    def changes(self, number: int | None = None) -> list[Change]:
        """Return the history of all applications or of one, oldest first."""

    def arranged(self) -> frozenset[int]:
        """Return the numbers of the applications that the history is about, of which some may be gone by now."""

    def aliases(self) -> list[Alias]:
        """Return the spellings of companies that lead to another name."""

    def aliases_by_name(self) -> Mapping[str, str]:
        """Return the names of companies by the spellings that lead to them, as spellings are compared."""

    def remove_alias(self, number: int, *, at: datetime) -> Change:
        """Take an alias away; raise UnknownIdError."""
