"""A connection to an IMAP server (RFC 9051) that changes nothing there: mailboxes are listed and examined."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError

from pipeline.adapters.imap.session import Account, log_out, open_session, translated
from pipeline.errors import AfterwordError, MailboxMissingError, MailboxUnreachableError

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Listed:
    r"""A mailbox on a server: its name and its flags, such as `\All` or `\Junk` (RFC 6154)."""

    name: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Selected:
    """What EXAMINE says of a mailbox."""

    uidvalidity: int
    uidnext: int
    exists: int


class ImapConnection:
    """One connection to an account, shared by its mailboxes, made when it is first needed.

    Use it as a context, which logs out at its end.
    """

    def __init__(self, account: Account) -> None:
        self.account = account
        self._client: IMAPClient | None = None
        self._failure: AfterwordError | None = None
        self._selected: tuple[str, Selected] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Log out; a later use connects anew."""
        client, self._client, self._selected, self._failure = self._client, None, None, None
        if client is not None:
            log_out(client)

    def list_mailboxes(self) -> list[Listed]:
        """Return the account's mailboxes that can be selected, in the order of the server.

        Raises:
            CredentialError, CertificateError, MailboxUnreachableError.
        """
        listed = self.call("", lambda client: client.list_folders())
        found = (
            Listed(str(name), frozenset(flag.decode("ascii", "replace") for flag in flags)) for flags, _, name in listed
        )
        return [one for one in found if not {"\\noselect", "\\nonexistent"} & {flag.lower() for flag in one.flags}]

    def call(self, mailbox: str, command: Callable[[Any], _T]) -> _T:
        """Run a command on the connection, connecting first if need be, and return its answer.

        Args:
            mailbox: For the error text.
            command: Called with the client.

        Raises:
            CredentialError, CertificateError, MailboxUnreachableError.
        """
        client = self._opened()
        try:
            with translated(self.account, mailbox):
                return command(client)
        except MailboxUnreachableError as error:
            if _is_out_of_step(error):
                self.close()
            raise

    def _opened(self) -> IMAPClient:
        """Return the client, connected.

        What failed once fails for the account's other mailboxes, too: providers lock out whoever repeats a wrong
        password, and each try may ask the user for one, or wait for a server that does not answer.
        """
        if self._failure is not None:
            raise self._failure
        if self._client is None:
            try:
                self._client = open_session(self.account)
            except AfterwordError as error:
                self._failure = error
                raise
        return self._client

    def examine(self, mailbox: str) -> Selected:
        """Select a mailbox for reading only, and return its state.

        Raises:
            MailboxMissingError, CredentialError, CertificateError, MailboxUnreachableError.
        """
        try:
            answer = self.call(mailbox, lambda client: client.select_folder(mailbox, readonly=True))
        except MailboxUnreachableError as error:
            self._selected = None
            if self._client is not None:
                self._require(mailbox, error)
            raise
        uidnext = answer.get(b"UIDNEXT") or self.call(mailbox, lambda client: _uidnext(client, mailbox))
        state = Selected(int(answer.get(b"UIDVALIDITY", 0)), int(uidnext), int(answer.get(b"EXISTS", 0)))
        self._selected = (mailbox, state)
        return state

    def ensure_selected(self, mailbox: str, state: Selected) -> None:
        """Select a mailbox again if another one was selected since; its UIDs must still mean the same."""
        if self._selected is not None and self._selected[0] == mailbox:
            return
        if self.examine(mailbox).uidvalidity != state.uidvalidity:
            raise MailboxUnreachableError(
                f"The mailbox {mailbox} on {self.account.server} was rebuilt while it was being read.",
                hint="The next run reads it anew.",
            )

    def _require(self, mailbox: str, error: Exception) -> None:
        """Raise MailboxMissingError if the server does not list a mailbox that it would not select."""
        names = [one.name for one in self.list_mailboxes()]
        if mailbox in names:
            return
        near = difflib.get_close_matches(mailbox, names, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names[:20])}."
        raise MailboxMissingError(f"{self.account.server} has no mailbox {mailbox}.", hint=hint) from error


def is_network(error: MailboxUnreachableError) -> bool:
    """Return whether the connection is at fault, not the message that a command was about."""
    return error.__cause__ is None or isinstance(error.__cause__, IMAPClientAbortError | OSError)


def _is_out_of_step(error: MailboxUnreachableError) -> bool:
    """Return whether nothing more can be read: imaplib gives up within a line that is too long for it."""
    return is_network(error) or "got more than" in str(error.__cause__)


def _uidnext(client: IMAPClient, mailbox: str) -> int:
    """Ask for the UIDNEXT that an old server left out of its answer to EXAMINE; raise ValueError if it has none."""
    status = client.folder_status(mailbox, ["UIDNEXT"])
    if not status.get(b"UIDNEXT"):
        raise ValueError("no UIDNEXT")
    return int(status[b"UIDNEXT"])
