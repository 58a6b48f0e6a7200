"""The wires: what the tasks need of the world beside the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.core.access import Grant, Tokens
from pipeline.core.letters.digest import WeekFacts
from pipeline.core.letters.letter import Letter
from pipeline.core.letters.lists import Asked
from pipeline.core.letters.rejection import Rejection
from pipeline.core.message import Batch, Cursor, Message, RawMessage, Unreadable
from pipeline.core.reading import Reading
from pipeline.core.schedule import Piece, Standing
from pipeline.core.verdict import Judgement


class Mailbox(Protocol):
    """A mailbox that is only read."""

    @property
    def name(self) -> str:
        """The name under which its cursor is kept; unique among all mailboxes of an installation."""

    def fetch_since(self, cursor: Cursor | None, *, since: datetime | None = None) -> Iterator[Batch]:
        """Yield what is new, oldest first, in batches of bounded size.

        Given the stored cursor, yield messages with a larger UID; if the mailbox has a new UIDVALIDITY, begin again
        at UID 1. Given no cursor, yield messages received on or after `since`. The last batch may hold no message:
        it then only moves the cursor on. Drafts of the user's are left out.

        Raises:
            MailboxUnreachableError, MailboxMissingError, CredentialError, CertificateError.
        """


class Parser(Protocol):
    """Turns bytes into messages."""

    def parse(self, raw: RawMessage) -> Message | Unreadable:
        """Return the message, or why it cannot be read. Never raise for anything that the bytes hold."""


class Classifier(Protocol):
    """Judges readings."""

    @property
    def model(self) -> str:
        """The name of the model in use; cheap: does not load it."""

    def judge(self, readings: Sequence[Reading], *, within_candidacy: bool = False) -> list[Judgement]:
        """Return one judgement for each reading, in order.

        With `within_candidacy` they are known to be about one, so that their score is how likely they end something,
        and their thresholds are those for such messages.
        """


class Letters(Protocol):
    """Composes letters. The same facts give the same bytes.

    `earlier` is what the debriefs before this one said: it is worded otherwise where it can be.
    """

    def debrief(self, rejection: Rejection, earlier: Sequence[str] = ()) -> Letter:
        """Return the debrief about one rejection."""

    def day(self, rejections: Sequence[Rejection], earlier: Sequence[str] = ()) -> Letter:
        """Return the one debrief about several rejections, of which the first one gives it its place in a thread."""

    def digest(self, facts: WeekFacts, asked: Sequence[Asked] = ()) -> Letter:
        """Return the digest of one week."""

    def summary(self, about: str, rejections: Sequence[Rejection]) -> Letter:
        """Return the one letter that stands for the debriefs of many old rejections."""


class Postman(Protocol):
    """Hands letters over."""

    def deliver(self, raw: bytes) -> None:
        """Hand over one complete RFC 5322 message; return only when it was accepted.

        Raises:
            DeliveryDeferredError: It may be accepted later.
            DeliveryUnclearError: The answer never came: it may have been accepted, or may be later.
            DeliveryRefusedError: It will never be.
            UserError: The user has to do something first: a password, a certificate, a mailbox, a command.
        """

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter with this Message-ID (without angle brackets) has arrived; None if nobody can tell.

        Asked before a letter is handed over again whose outcome is unclear. May raise what `deliver` raises.
        """

    def check(self) -> None:
        """Look whether letters could be handed over, and hand nothing over; raise what `deliver` would."""


class Schedule(Protocol):
    """One of the programs that can start the command regularly: systemd, cron or launchd."""

    @property
    def name(self) -> str:
        """Return its name."""

    def pieces(self) -> list[Piece]:
        """Return what would be put where."""

    def steps(self) -> list[str]:
        """Return the commands that put it to work, as a shell takes them."""

    def standing(self) -> Standing:
        """Return whether it is in place; raise UserError if the program is missing or does not say."""

    def install(self) -> None:
        """Put it in place and to work, whatever was there of it before; raise UserError if that cannot be done."""

    def remove(self) -> None:
        """Take away all of it that is there, and nothing else; raise UserError if that cannot be done."""


class TokenServer(Protocol):
    """Grants access to a mail server in place of a password."""

    def begin(self) -> Grant:
        """Ask for access.

        Raises:
            CredentialError: It does not know this program, or not for this.
            TokenServerUnreachableError, CertificateError.
        """

    def granted(self, grant: Grant) -> Tokens | Grant:
        """Return the tokens once access is granted; until then the grant, perhaps with a longer pause.

        Raises:
            CredentialError: The person refused, or the code has ended.
            TokenServerUnreachableError, CertificateError.
        """
