"""Putting letters straight into a mailbox (RFC 9051 §6.3.12): the one thing that is ever written over IMAP.

It has a session of its own, which never selects a mailbox for writing; `mailbox` beside it only reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from pipeline.adapters.imap.connection import ImapConnection, Listed, is_network
from pipeline.adapters.imap.session import Account, code_of, log_out, open_session
from pipeline.errors import (
    LETTER_KEPT,
    AfterwordError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    MailboxMissingError,
    MailboxUnreachableError,
)

#: Response codes by which a server says that there is no such mailbox (RFC 9051 §7.1, RFC 5530 §3).
_MISSING = frozenset({"TRYCREATE", "NONEXISTENT"})
#: Those by which it says that it will never take this from us (RFC 5530 §3, RFC 7889 §3.1).
_FOR_GOOD = frozenset({"NOPERM", "CANNOT", "CLIENTBUG", "READ-ONLY", "TOOBIG"})


class ImapPostman:
    """Appends letters to one mailbox of an account, unread, each over a connection of its own."""

    def __init__(self, account: Account, mailbox: str) -> None:
        self._account = account
        self._mailbox = mailbox

    def deliver(self, raw: bytes) -> None:
        """Append one complete RFC 5322 message; return only when the server has taken it.

        Raises:
            DeliveryDeferredError: The server cannot be reached, or will not take it now.
            DeliveryUnclearError: The server hangs up or falls silent over the letter.
            DeliveryRefusedError: The server will never take it.
            CredentialError, CertificateError, MailboxMissingError: The user has to do something first.
        """
        with self._session() as client:
            try:
                client.append(self._mailbox, raw)
            except (IMAPClientAbortError, OSError) as error:
                raise DeliveryUnclearError(
                    f"The IMAP server {self._place} hung up over a letter.", hint=LETTER_KEPT
                ) from error
            except IMAPClientError as error:
                raise self._answered(error) from error

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter lies in any mailbox of the account: the user may have moved it."""
        return holds(self._account, message_id)

    def check(self) -> None:
        """Log in and see that the mailbox exists."""
        try:
            with ImapConnection(self._account) as connection:
                connection.examine(self._mailbox)
        except MailboxUnreachableError as error:  # no letter waits because of it
            raise DeliveryDeferredError(str(error), hint=error.hint) from error

    @property
    def _place(self) -> str:
        return f"{self._account.server}, mailbox {self._mailbox}"

    @contextmanager
    def _session(self) -> Iterator[IMAPClient]:
        with _deferring():
            client = open_session(self._account)
        try:
            yield client
        finally:
            log_out(client)

    def _answered(self, error: IMAPClientError) -> AfterwordError:
        """Return the error for a NO or BAD."""
        code = code_of(error)
        if code in _MISSING:
            return MailboxMissingError(
                f"{self._account.server} has no mailbox {self._mailbox} for letters.",
                hint="Create it in your mail program, or name another one as delivery.mailbox.",
            )
        if code in _FOR_GOOD:
            return DeliveryRefusedError(
                f"The IMAP server {self._place} refused the letter ({code}).",
                hint="Name another mailbox as delivery.mailbox; `afterword doctor` lists the letter.",
            )
        return DeliveryDeferredError(
            f"The IMAP server {self._place} did not take the letter{f' ({code})' if code else ''}.", hint=LETTER_KEPT
        )


def holds(account: Account, message_id: str) -> bool:
    """Return whether a message with this Message-ID (without angle brackets) lies in any mailbox of an account.

    Only EXAMINE and SEARCH; a mailbox that cannot be opened is passed over.

    Raises:
        CredentialError, CertificateError, DeliveryDeferredError.
    """
    query = ["HEADER", "Message-ID", f"<{message_id}>"]
    with _deferring(), ImapConnection(account) as connection:
        for mailbox in _worth_searching(connection.list_mailboxes()):
            try:
                connection.examine(mailbox)
                if connection.call(mailbox, lambda client: client.search(query)):
                    return True
            except MailboxMissingError:
                continue
            except MailboxUnreachableError as error:
                if is_network(error):
                    raise
    return False


def _worth_searching(listed: list[Listed]) -> list[str]:
    r"""Return the mailboxes to look into, INBOX first.

    Where there is one of all mail (`\All`, RFC 6154), those that it leaves out suffice besides: spam and trash.
    """
    names = [one.name for one in listed]
    if any("\\All" in one.flags for one in listed):
        names = [one.name for one in listed if {"\\All", "\\Junk", "\\Trash"} & one.flags]
    return sorted(names, key=lambda name: name.upper() != "INBOX")


@contextmanager
def _deferring() -> Iterator[None]:
    """Turn a server that cannot be reached into a letter that has to wait."""
    try:
        yield
    except MailboxUnreachableError as error:
        raise DeliveryDeferredError(str(error), hint=LETTER_KEPT) from error
