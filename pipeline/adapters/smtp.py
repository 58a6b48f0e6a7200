"""Handing letters to a mail server (RFC 5321, RFC 6409)."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from pipeline.adapters.secrets import ACCESS_REFUSED, NO_ACCESS
from pipeline.adapters.tls import refuse_open_wire, speaks_tls, untrusted, verified_context
from pipeline.errors import (
    LETTER_KEPT,
    AfterwordError,
    CertificateError,
    ConfigError,
    CredentialError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    why,
)

#: Replies that speak of the login, whatever command they answer (RFC 4954 §6).
_LOGIN_CODES = frozenset({530, 534, 535, 538})
_LET_IN = 235
_TEMPORARY = range(400, 500)
#: Enhanced codes that pass although they come with a 5xx: a full mailbox, and the day's limit of some providers.
_PASSING = frozenset({"5.2.2", "5.4.5"})
#: Said of a letter that is too big as soon as its size is known, with MAIL (RFC 1870 §6).
_BIG = 552

_LOGIN_HINT = "Check user name and password; many providers want an app password made for this program."
_USUAL_PORTS = "465 is usual for tls, 587 for starttls"

#: Said in EHLO (RFC 5321 §4.1.3). smtplib would ask a name server for this machine's name, and tell it to the provider.
_OWN_NAME = "[127.0.0.1]"


class SmtpPostman:
    """Hands letters to one mail server, each over a connection of its own.

    Args:
        host: The server.
        port: Its port: 465 is usual for `tls`, 587 for `starttls`.
        security: `tls` from the first byte, `starttls`, or `plain`, which is for servers on this machine.
        sender: The envelope's sender address.
        recipient: The envelope's recipient address.
        user: The login name; None to hand over without a login.
        password: Returns the password, or an access token; called only when a letter is handed over. May raise
            CredentialError.
        by_token: Whether it is an access token (OAuth 2.0).
        ca_file: A PEM file with a certificate authority to trust besides the system's.
        timeout: For each step, in seconds.
        arrived: Says whether a letter has arrived, by its Message-ID; None where nobody can tell.
    """

    def __init__(  # noqa: PLR0913 - a server has that many sides; all but two are named at the call
        self,
        host: str,
        port: int,
        *,
        sender: str,
        recipient: str,
        security: Literal["tls", "starttls", "plain"] = "tls",
        user: str | None = None,
        password: Callable[[], str] | None = None,
        by_token: bool = False,
        ca_file: Path | None = None,
        timeout: float = 30.0,
        arrived: Callable[[str], bool] | None = None,
    ) -> None:
        self._host, self._port, self._security, self._timeout = host, port, security, timeout
        self._sender, self._recipient = sender, recipient
        self._user, self._password, self._by_token = user, password, by_token
        self._ca_file = ca_file
        self._arrived = arrived
        self._server = f"{host}:{port}"

    def deliver(self, raw: bytes) -> None:
        """Hand over one complete RFC 5322 message; return only when it was accepted.

        Raises:
            DeliveryDeferredError: The server says 4xx or cannot be reached.
            DeliveryUnclearError: The server hangs up or falls silent once the letter was begun.
            DeliveryRefusedError: The server says 5xx of the letter itself.
            ConfigError: It says 5xx of an address or of us, or speaks otherwise than `security` says.
            CredentialError: The login was refused, or is missing, or wants more than a password.
            CertificateError: The certificate is not trusted, or the server offers no encryption.
        """
        with self._session() as session:
            try:
                with self._translated():
                    session.sendmail(self._sender, [self._recipient], re.sub(rb"\r\n|\r|\n", b"\r\n", raw))
            except DeliveryDeferredError as error:
                if isinstance(error.__cause__, smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused):
                    raise
                raise DeliveryUnclearError(str(error), hint=error.hint) from error

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter has arrived in the mailbox that can be looked into; None if none can."""
        return self._arrived(message_id) if self._arrived is not None else None

    def check(self) -> None:
        """Connect, encrypt and log in, and hand nothing over; raise what `deliver` would."""
        try:
            with self._session():
                pass
        except AfterwordError as error:  # no letter waits because of it
            error.hint = (
                error.hint.replace(LETTER_KEPT, "").strip() or f"Check host, port and the network: {_USUAL_PORTS}."
            )
            raise

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        """Yield a connection that is encrypted and logged in."""
        if self._user is not None:
            refuse_open_wire(self._host, self._server, self._security)
        context = verified_context(self._ca_file, self._server)
        with self._translated(), self._understood():
            session = self._connected(context)
        try:
            with self._translated(), self._understood():
                if self._security == "starttls":
                    self._start_tls(session, context)
            self._log_in(session)
            yield session
        finally:
            # Once a letter is accepted, no trouble with the farewell may make it look undelivered.
            with suppress(smtplib.SMTPException, OSError):
                session.quit()
            session.close()

    def _connected(self, context: ssl.SSLContext) -> smtplib.SMTP:
        if self._security == "tls":
            return smtplib.SMTP_SSL(self._host, self._port, _OWN_NAME, timeout=self._timeout, context=context)
        return smtplib.SMTP(self._host, self._port, _OWN_NAME, timeout=self._timeout)

    def _start_tls(self, session: smtplib.SMTP, context: ssl.SSLContext) -> None:
        session.ehlo_or_helo_if_needed()
        if not session.has_extn("starttls"):
            raise CertificateError(
                f"The mail server {self._server} offers no STARTTLS.",
                hint="Set security to tls and the port to 465, or ask the provider.",
            )
        session.starttls(context=context)

    def _log_in(self, session: smtplib.SMTP) -> None:
        """Log in with a password or an access token."""
        if self._user is None or self._password is None:
            return
        password = self._password()
        is_ascii = (self._user + password).isascii()
        with self._translated():
            try:
                if self._by_token and is_ascii:
                    self._log_in_by_token(session, self._user, password)
                elif not is_ascii:
                    self._log_in_as_utf_8(session, self._user, password)
                else:
                    session.login(self._user, password)
            except smtplib.SMTPException as error:
                if type(error) is not smtplib.SMTPException:  # the bare one says that no way suits
                    raise
                raise CredentialError(
                    f"The mail server {self._server} offers no way to log in with a password.",
                    hint="Ask the provider for another server or an app password; or set another delivery.method.",
                ) from error

    def _log_in_as_utf_8(self, session: smtplib.SMTP, user: str, password: str) -> None:
        """Log in by PLAIN, the one way that says how more than ASCII is written (RFC 4616 §2); smtplib knows none."""
        session.ehlo_or_helo_if_needed()
        if self._by_token or "PLAIN" not in _ways(session):
            raise CredentialError(
                f"The login for the mail server {self._server} holds characters that cannot be sent.",
                hint="Use ASCII alone; an app password made for this program is such a one.",
            )
        login = b64encode(f"\0{user}\0{password}".encode()).decode()
        code, said = session.docmd("AUTH", f"PLAIN {login}")
        if code != _LET_IN:
            raise smtplib.SMTPAuthenticationError(code, said)

    def _log_in_by_token(self, session: smtplib.SMTP, user: str, token: str) -> None:
        """Log in by XOAUTH2 (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol)."""
        session.ehlo_or_helo_if_needed()
        if "XOAUTH2" not in _ways(session):
            raise CredentialError(f"The mail server {self._server} takes no access tokens.", hint=NO_ACCESS)

        def answer(challenge: bytes | None = None) -> str:
            # What comes as a challenge is why the token was refused, which an empty line acknowledges.
            return "" if challenge else f"user={user}\1auth=Bearer {token}\1\1"

        session.auth("XOAUTH2", answer)

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Tell a server that speaks otherwise than `security` says from one that is out of order."""
        try:
            with speaks_tls(
                f"the mail server {self._server}", f"Check port and security: {_USUAL_PORTS}. {LETTER_KEPT}"
            ):
                yield
        except smtplib.SMTPServerDisconnected as error:
            raise DeliveryDeferredError(
                f"The mail server {self._server} did not greet this program, or hung up.",
                hint=f"{LETTER_KEPT} If that stays so, check port and security: {_USUAL_PORTS}.",
            ) from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the errors of the wire into ours, each naming the server."""
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            raise untrusted(self._server, error) from error
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise self._answered(error, code, said) from error
        except smtplib.SMTPResponseException as error:
            raise self._answered(error, error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise CredentialError(
                f"The mail server {self._server} offers no way to log in.",
                hint="Check port and security; leave out user and password if the server wants none.",
            ) from error
        except TimeoutError as error:
            raise self._deferred("did not answer in time") from error
        except (smtplib.SMTPException, ssl.SSLError) as error:
            raise self._deferred("hung up") from error
        except socket.gaierror as error:
            raise self._deferred("was not found", f"Check the host name and the network. {LETTER_KEPT}") from error
        except OSError as error:
            raise self._deferred(f"cannot be reached: {why(error)}") from error
        except ValueError as error:  # what should be base64 is none
            raise self._deferred("gave an answer that cannot be read") from error

    def _deferred(self, what: str, hint: str = LETTER_KEPT) -> DeliveryDeferredError:
        return DeliveryDeferredError(f"The mail server {self._server} {what}.", hint=hint)

    def _answered(self, cause: Exception, code: int, said: bytes | str) -> AfterwordError:
        """Return the error for a reply (RFC 5321 §4.2.1).

        Only what is said of the letter itself refuses it. What is said of this machine or of an address would be said
        of every other letter too, for all bear the same: it is for the user to mend, and the letters stay owed.
        """
        if code in _LOGIN_CODES or (isinstance(cause, smtplib.SMTPAuthenticationError) and code not in _TEMPORARY):
            return CredentialError(
                f"The mail server {self._server} refused the login ({code}).",
                hint=ACCESS_REFUSED if self._by_token else _LOGIN_HINT,
            )
        if code in _TEMPORARY or code < 0 or _detail(said) in _PASSING:
            return self._deferred(f"asks to try again later ({code})")
        if isinstance(cause, smtplib.SMTPDataError) or (isinstance(cause, smtplib.SMTPSenderRefused) and code == _BIG):
            return DeliveryRefusedError(
                f"The mail server {self._server} refused the letter ({code}).",
                hint="Check the sender and recipient address in the config; `afterword doctor` lists the letter.",
            )
        what, hint = _of_all_letters(cause)
        return ConfigError(f"The mail server {self._server} refused {what} ({code}).", hint=f"{hint} {LETTER_KEPT}")


def _ways(session: smtplib.SMTP) -> list[str]:
    """Return the ways to log in that a server offers (RFC 4954 §3)."""
    return session.esmtp_features.get("auth", "").upper().split()


def _detail(said: bytes | str) -> str:
    """Return the enhanced status code that a reply begins with (RFC 3463), such as `5.4.5`; else its first word."""
    text = said.decode("ascii", "replace") if isinstance(said, bytes) else said
    return (text.split() or [""])[0]


def _of_all_letters(cause: Exception) -> tuple[str, str]:
    """Return what a server refused that is no letter, and what to do about it."""
    if isinstance(cause, smtplib.SMTPSenderRefused):
        return "the address that letters come from", (
            "Check letters.sender in the config: most servers take only the address that belongs to the login."
        )
    if isinstance(cause, smtplib.SMTPRecipientsRefused):
        return "the address that letters go to", "Check letters.to in the config, and whether a login is needed."
    return "to speak with this program", f"Check host, port and security: {_USUAL_PORTS}."
