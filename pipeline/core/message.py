"""Messages and where they lie (RFC 5322 messages, RFC 9051 mailboxes)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

#: The date of a message that bears none that makes sense.
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class MessageKey:
    """Identity of a message in a mailbox (RFC 9051 §2.3.1.1).

    A UID means something only together with the mailbox and its UIDVALIDITY. Files have no UIDVALIDITY: it is 0
    there, the mailbox is the file, and the UID counts from 1 in the order of the source.
    """

    mailbox: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a mailbox has been read: every UID up to and including `uid` is dealt with."""

    mailbox: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The bytes of one message as they came, with nothing decided about them.

    `internal_date` is when the server received it (aware, or None for files). `size` is its whole length in octets,
    which is more than `len(data)` where attachments were left on the server. `gmail_thread` is what Gmail numbers its
    thread with (X-GM-THRID), where the server is Gmail; `is_sent`, whether it says there that the user sent the message
    and that it has not come back to them; `is_cut`, whether text of it was left on the server.
    """

    key: MessageKey
    data: bytes
    internal_date: datetime | None = None
    size: int = 0
    gmail_thread: str = ""
    is_sent: bool = False
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Some new messages of one mailbox, oldest first, and the cursor to store once all of them are saved."""

    messages: tuple[RawMessage, ...]
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Address:
    """A display name and an address (RFC 5322 §3.4); either may be empty."""

    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        """The part behind the last `@`, in lower case; empty if there is none."""
        return self.address.rpartition("@")[2].lower() if "@" in self.address else ""

    @property
    def local_part(self) -> str:
        """The part before the last `@` (RFC 5322 §3.4.1); empty if there is none."""
        return self.address.rpartition("@")[0]

    def __str__(self) -> str:
        if self.name and self.address:
            return f"{self.name} <{self.address}>"
        return self.name or self.address


@dataclass(frozen=True, slots=True)
class Message:
    """A message that could be read.

    Attributes:
        key: Where it lies.
        message_id: Its Message-ID without angle brackets, or `sha256:` and a hash of its bytes where it has none.
        date: When it was sent (its Date, else when it was received, else `UNDATED`); always aware.
        sender, reply_to, recipients: From, Reply-To, and To with Cc.
        subject: Decoded, on one line.
        text: The decoded body as plain text: the richer of the text and HTML parts, quoted history included.
        in_reply_to, references: Message-IDs without angle brackets.
        facts: Further header facts that the classifier or the reading may use, in lower case: `list-unsubscribe`,
            `list-id`, `auto-submitted`, `precedence`, `x-afterword`, `x-gm-thrid`, ...; `x-gm-sent` where
            Gmail says that the user sent it to others.
        parser: Which parser could read it: `mail-parser` or `stdlib`.
    """

    key: MessageKey
    message_id: str
    date: datetime
    sender: Address = Address()
    reply_to: Address = Address()
    recipients: tuple[Address, ...] = ()
    subject: str = ""
    text: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    parser: str = "mail-parser"
    size: int = 0

    @property
    def thread(self) -> tuple[str, ...]:
        """The Message-IDs that this message answers, oldest first, each once."""
        ids = (*self.references, self.in_reply_to) if self.in_reply_to else self.references
        return tuple(dict.fromkeys(ids))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that no parser could read: it is quarantined with its reason and never stops a run."""

    key: MessageKey
    message_id: str
    reason: str
    size: int
