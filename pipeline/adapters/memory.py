"""A mailbox and a postman in memory: they behave as the real ones do, as the contract tests hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.policy import default

from pipeline.adapters.batches import bounded
from pipeline.core.message import Batch, Cursor, MessageKey, RawMessage
from pipeline.errors import AfterwordError, MailboxMissingError

_THEN = datetime(2026, 1, 1, tzinfo=UTC)


class MemoryMailbox:
    """A mailbox in memory, with the UIDs and the UIDVALIDITY of RFC 9051 §2.3.1.1."""

    def __init__(self, name: str = "memory/INBOX", uidvalidity: int = 1) -> None:
        self.name = name
        self._uidvalidity = uidvalidity
        self._uidnext = 1
        self._messages: dict[int, RawMessage] = {}
        self._exists = True

    def append(self, data: bytes, internal_date: datetime = _THEN, *, is_sent: bool = False) -> int:
        """Put a message in, received at `internal_date` (aware), and return its UID."""
        uid, self._uidnext = self._uidnext, self._uidnext + 1
        key = MessageKey(self.name, self._uidvalidity, uid)
        self._messages[uid] = RawMessage(key, data, internal_date, len(data), is_sent=is_sent)
        return uid

    def expunge(self, uid: int) -> None:
        """Take a message out for good."""
        del self._messages[uid]

    def reset(self, uidvalidity: int | None = None) -> None:
        """Make all UIDs invalid: the same messages get new ones, from 1 on, under a new UIDVALIDITY."""
        kept = [self._messages[uid] for uid in sorted(self._messages)]
        self._uidvalidity = self._uidvalidity + 1 if uidvalidity is None else uidvalidity
        self._messages, self._uidnext = {}, 1
        for message in kept:
            self.append(message.data, message.internal_date or _THEN, is_sent=message.is_sent)

    def remove(self) -> None:
        """Take the mailbox itself away."""
        self._exists = False

    def fetch_since(self, cursor: Cursor | None, *, since: datetime | None = None) -> Iterator[Batch]:
        """Yield what is new, as `core.ports.Mailbox` describes."""
        if not self._exists:
            raise MailboxMissingError(f"There is no mailbox {self.name}.")
        known = cursor if cursor is not None and cursor.uidvalidity == self._uidvalidity else None
        done = known.uid if known else 0
        begun = known is not None
        last = self._uidnext - 1
        found = [self._messages[uid] for uid in sorted(self._messages) if uid > done]
        if known is None and since is not None:
            found = [one for one in found if one.internal_date is None or one.internal_date >= since]
        for group in bounded(found, lambda one: one.size):
            done, begun = group[-1].key.uid, True
            messages = tuple(one for one in group if one.key.uid in self._messages)
            if messages:
                yield Batch(messages, Cursor(self.name, self._uidvalidity, done))
        if done < last or not begun:
            yield Batch((), Cursor(self.name, self._uidvalidity, last))


class MemoryPostman:
    """A postman that keeps what it was given.

    Attributes:
        letters: What was handed over, in order.
        failure: Raised instead of accepting a letter, or of looking for one, as long as it is set.
    """

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.failure: AfterwordError | None = None

    def deliver(self, raw: bytes) -> None:
        """Keep one letter, or raise the failure that is set."""
        self.check()
        self.letters.append(raw)

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter with this Message-ID was kept."""
        self.check()
        found = (BytesHeaderParser(policy=default).parsebytes(raw)["Message-ID"] for raw in self.letters)
        return any(str(one).strip("<>") == message_id for one in found)

    def check(self) -> None:
        """Raise the failure that is set."""
        if self.failure is not None:
            raise self.failure
