"""What becomes of messages in the log: they are read, labelled, forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from pipeline.core.applications.application import Judged
from pipeline.core.letters.lists import Asked
from pipeline.core.message import Cursor, Message, MessageKey, Unreadable
from pipeline.core.ports.transactions import Transactions
from pipeline.core.verdict import Label, Thresholds


class Intake(Transactions, Protocol):
    """The part of the log that takes in what is read in mailboxes."""

    def cursor(self, mailbox: str) -> Cursor | None:
        """Return how far a mailbox has been read."""

    def last_read(self, mailbox: str) -> datetime | None:
        """Return when something new was last read in a mailbox, or None if it never was."""

    def advance(self, cursor: Cursor, *, at: datetime) -> None:
        """Store how far a mailbox has been read; a new UIDVALIDITY replaces the old cursor."""

    def told_apart(self, messages: Iterable[Message]) -> list[Message]:
        """Return messages, in order, each under an identity of its own: what is no copy is not taken for one."""

    def unknown(self, messages: Iterable[Message]) -> list[Message]:
        """Return the messages whose Message-ID the log does not hold, each Message-ID once, in order."""

    def is_own_letter(self, message_id: str) -> bool:
        """Return whether a Message-ID is that of a letter of ours."""

    def record(self, judged: Judged, *, at: datetime) -> int:
        """Write a judged message with its facts and feedback, and return its number; a known message stays as it is."""

    def revise(self, judged: Judged, *, is_labelled: bool = False) -> None:
        """Replace what was thought of a logged message, its facts and feedback included.

        If it was in no application, it is put into one. With `is_labelled`, the user says that it matters.
        """

    def complete(self, number: int, message: Message, text: str) -> None:
        """Keep the contents of a logged message of which only the verdict was kept."""

    def sight(self, key: MessageKey, message_id: str) -> None:
        """Note that a logged message lies under this key; one message may lie in several mailboxes."""

    def quarantine(self, unreadable: Unreadable, *, at: datetime) -> None:
        """Note a message that cannot be read."""

    def quarantined(self) -> list[Unreadable]:
        """Return the messages that could not be read, oldest first."""


class Labels(Transactions, Protocol):
    """The part of the log that holds the user's labels."""

    def set_label(self, number: int, label: Label, *, by: str, at: datetime) -> int | None:
        """Store the user's label, which is final, and return its own number; raise UnknownIdError.

        None if nothing was stored, as the message had that label.
        """

    def withdraw_label(self, number: int, given: int) -> None:
        """Take back the label `given` of message `number`; the last of the others counts, or else the model's."""

    def number_to_teach(self, message_id: str, label: Label) -> int | None:
        """Return the number of a logged message, unless this label is the last that a mailbox gave it; else None."""

    def closest(self, thresholds: Thresholds, *, limit: int) -> list[Asked]:
        """Return messages without a label of the user's: the uncertain ones, then those nearest to a threshold."""

    def labelled(self) -> list[tuple[Message, str, Label]]:
        """Return each message that the user labelled, with its language and label, oldest label first."""


class Forgetting(Protocol):
    """The part of the log that forgets."""

    def to_forget(self, number: int) -> Mapping[str, object]:
        """Return `date`, `company`, `role`, `subject` and `label` of any message, also one of a timeline that is gone.

        Raise UnknownIdError.
        """

    def forget(self, numbers: Iterable[int]) -> None:
        """Remove messages for good, down to the bytes of the file; raise UnknownIdError. Not in a transaction."""

    def drop_texts(self, before: datetime) -> int:
        """Remove the text of messages recorded before then, down to the bytes of the file, and return how many went.

        Verdict, evidence, facts and feedback stay, and so do the user's own notes. Not in a transaction.
        """

    def scrub(self) -> None:
        """Remove bytes of what was removed that could not leave the file then. Not in a transaction."""

    def is_forgotten(self, message_id: str) -> bool:
        """Return whether the message with this Message-ID was forgotten."""
