"""Reaching an IMAP server: connection, encryption, login, and what its failures mean to the user."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, LoginError

from pipeline.adapters.secrets import ACCESS_REFUSED, NO_ACCESS
from pipeline.adapters.tls import refuse_open_wire, speaks_tls, untrusted, verified_context
from pipeline.errors import LATER, CertificateError, CredentialError, MailboxUnreachableError, why

Security = Literal["tls", "starttls", "plain"]

#: Response codes that speak of the server's state, not of the password (RFC 5530 §3).
_NOT_THE_PASSWORD = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "OVERQUOTA", "CONTACTADMIN"})
#: Those by which it says what it will say the next time as well (RFC 5530 §3).
_FOR_GOOD = frozenset({"NOPERM", "CANNOT", "CONTACTADMIN", "AUTHORIZATIONFAILED", "PRIVACYREQUIRED"})
#: What Exchange answers to each command after it accepted a login that it should have refused.
_NOT_LET_IN = "authenticated but not connected"
_CODE = re.compile(r"\[([A-Z-]{3,30})[\] ]")

_PORT_HINT = "Check port and security: 993 is usual for tls, 143 for starttls."

_NOT_ALLOWED = "It will say so again: check that this login may read the mailbox, or ask the provider."

_LOGIN_HINT = (
    "Check user name and password. Gmail, iCloud, Yahoo, Fastmail and others want an app password made for this "
    "program; Outlook.com and Microsoft 365 take access tokens alone, by oauth2 in the config."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How to reach one IMAP account.

    Attributes:
        name: The account's name in the config; the first half of its mailboxes' names.
        host, port: The server.
        user: The login name.
        password: Returns the password, or an access token; called only when a connection is made. May raise
            CredentialError.
        by_token: Whether it is an access token (OAuth 2.0).
        security: `tls` from the first byte, `starttls`, or `plain`, which is for servers on this machine.
        ca_file: A PEM file with a certificate authority to trust besides the system's.
        connect_timeout, read_timeout: In seconds.
    """

    name: str
    host: str
    port: int
    user: str
    password: Callable[[], str]
    security: Security = "tls"
    by_token: bool = False
    ca_file: Path | None = None
    connect_timeout: float = 10.0
    read_timeout: float = 60.0

    @property
    def server(self) -> str:
        """Its server as it is named in errors."""
        return f"{self.host}:{self.port} (account {self.name})"


def open_session(account: Account) -> IMAPClient:
    """Connect, encrypt and log in.

    Raises:
        CredentialError, CertificateError, MailboxUnreachableError.
        ConfigError: The server speaks otherwise than `security` says.
    """
    refuse_open_wire(account.host, account.server, account.security)
    context = verified_context(account.ca_file, account.server)
    with translated(account), _understood(account):
        client = IMAPClient(
            account.host,
            account.port,
            ssl=account.security == "tls",
            ssl_context=context,
            timeout=SocketTimeout(account.connect_timeout, account.read_timeout),
        )
    try:
        # imapclient turns on imaplib's debugging, which formats every literal and would log whole messages.
        client._imap.debug = 0  # noqa: SLF001 - there is no public switch
        client.normalise_times = False
        with translated(account), _understood(account):
            if account.security == "starttls":
                client.starttls(context)
        _log_in(client, account)
    except BaseException:
        with suppress(IMAPClientError, OSError):
            client.shutdown()
        raise
    return client


def log_out(client: IMAPClient) -> None:
    """End a session. Trouble with the farewell is nobody's concern: what was answered was answered."""
    with suppress(IMAPClientError, OSError):
        client.logout()
        return
    with suppress(IMAPClientError, OSError):
        client.shutdown()


@contextmanager
def _understood(account: Account) -> Iterator[None]:
    """Tell a server that speaks otherwise than `security` says from one that is out of order."""
    try:
        with speaks_tls(f"the IMAP server {account.server}", _PORT_HINT):
            yield
    except CapabilityError as error:
        raise CertificateError(
            f"The IMAP server {account.server} offers no STARTTLS.",
            hint="Set security to tls and the port to 993, or ask the provider.",
        ) from error


def _log_in(client: IMAPClient, account: Account) -> None:
    """Log in with a password or an access token."""
    password = account.password()
    with translated(account):
        try:
            if account.by_token:
                _require_tokens(client, account)
                client.oauth2_login(account.user, password)
            elif (account.user + password).isascii():
                client.login(account.user, password)
            else:
                client.plain_login(account.user, password)  # LOGIN carries ASCII only
        except LoginError as error:
            raise _refused(account, error) from error


def _require_tokens(client: IMAPClient, account: Account) -> None:
    if not client.has_capability("AUTH=XOAUTH2"):
        raise CredentialError(f"The IMAP server {account.server} takes no access tokens.", hint=NO_ACCESS)


def _refused(account: Account, error: LoginError) -> CredentialError | MailboxUnreachableError:
    """Tell a refused password from a server that hung up or is out of order: imapclient calls both LoginError."""
    code = code_of(error)
    if isinstance(error.__context__, IMAPClientAbortError):
        return MailboxUnreachableError(f"The IMAP server {account.server} hung up during login.", hint=LATER)
    if code in _NOT_THE_PASSWORD:
        return MailboxUnreachableError(
            f"The IMAP server {account.server} accepts no login now ({code}).",
            hint=LATER,
        )
    return CredentialError(f"The IMAP server {account.server} refused the login.", hint=_login_hint(account))


def _login_hint(account: Account) -> str:
    return ACCESS_REFUSED if account.by_token else _LOGIN_HINT


def code_of(error: Exception) -> str:
    """Return the response code in an answer of the server (RFC 9051 §7.1), such as `TRYCREATE`; empty if none is."""
    code = _CODE.search(str(error))
    return code.group(1) if code else ""


@contextmanager
def translated(account: Account, mailbox: str = "") -> Iterator[None]:
    """Turn the errors of the wire into ours, each naming the server and the mailbox.

    Raises:
        CertificateError: The certificate is not trusted.
        CredentialError: The server accepted the login, but not for a mailbox.
        MailboxUnreachableError: Anything else that went wrong between us and the server.
    """
    place = f"{account.server}, mailbox {mailbox}" if mailbox else account.server
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise untrusted(account.server, error) from error
    except ssl.SSLError as error:
        raise MailboxUnreachableError(
            f"The encrypted connection to the IMAP server {place} broke.",
            hint=f"{LATER} If that stays so: {_PORT_HINT}",
        ) from error
    except socket.gaierror as error:
        raise MailboxUnreachableError(
            f"The IMAP server {place} was not found.", hint="Check the host name and the network."
        ) from error
    except TimeoutError as error:
        raise MailboxUnreachableError(
            f"The IMAP server {place} did not answer in time.", hint=f"Check the network. {_PORT_HINT}"
        ) from error
    except OSError as error:
        raise MailboxUnreachableError(
            f"The IMAP server {place} cannot be reached: {why(error)}.",
            hint=f"Check host, port and the network. {LATER}",
        ) from error
    except IMAPClientAbortError as error:
        raise MailboxUnreachableError(
            f"The IMAP server {place} hung up.", hint=f"{LATER} It goes on where this one stopped."
        ) from error
    except (ValueError, LookupError) as error:
        raise MailboxUnreachableError(
            f"The IMAP server {place} gave an answer that cannot be read.", hint=LATER
        ) from error
    except IMAPClientError as error:
        if _NOT_LET_IN in str(error):
            raise CredentialError(
                f"The IMAP server {account.server} lets us in, but opens no mailbox.", hint=_login_hint(account)
            ) from error
        code = code_of(error)
        raise MailboxUnreachableError(
            f"The IMAP server {place} did not carry out a command{f' ({code})' if code else ''}.",
            hint=_NOT_ALLOWED if code in _FOR_GOOD else LATER,
        ) from error
