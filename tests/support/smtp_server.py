"""A real SMTP server that accepts letters, or answers and breaks as a test tells it to."""

from __future__ import annotations

import asyncio
import re
from base64 import b64decode
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from support.certificates import Authority
from support.ports import free_ports

USER = "applicant"
PASSWORD = "secret"


@dataclass(frozen=True)
class Delivered:
    """A letter that was accepted, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class SmtpServer:
    """Listens on 127.0.0.1, once with STARTTLS (`port`) and once with TLS from the first byte (`tls_port`).

    Both know the login `USER` with `PASSWORD`; with STARTTLS it must be used. Access tokens (XOAUTH2) are taken for any
    user where they stand in `tokens`.

    Attributes:
        letters: What was accepted, in order.
        answer_to_recipient, answer_to_data, answer_to_quit: Said in place of 250, or of 221, while set.
        password: The password that lets in, as UTF-8.
        tokens: The access tokens that let in.
        hangs_up_after_data: Whether to close the connection in place of an answer to the letter.
    """

    host = "127.0.0.1"

    def __init__(self, authority: Authority) -> None:
        self.ca_file = authority.ca_file
        self.letters: list[Delivered] = []
        self.answer_to_recipient = ""
        self.answer_to_data = ""
        self.answer_to_quit = ""
        self.password = PASSWORD
        self.tokens: Collection[str] = ()
        self.hangs_up_after_data = False
        self.port, self.tls_port = free_ports(2)
        context = authority.server_context()
        common: dict[str, Any] = {"authenticator": self._log_in, "hostname": self.host}
        self._controllers = [
            Controller(self, port=self.port, tls_context=context, require_starttls=True, auth_required=True, **common),
            # aiosmtpd takes a connection for unencrypted unless STARTTLS was said on it.
            Controller(self, port=self.tls_port, ssl_context=context, auth_require_tls=False, **common),
        ]
        for one in self._controllers:
            one.start()

    def stop(self) -> None:
        """Close the ports."""
        for one in self._controllers:
            with suppress(AssertionError):
                one.stop()

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's
        """Take an access token, or say why not and wait for the empty line, as large providers do."""
        said = b64decode(arguments[1]).decode() if len(arguments) > 1 else ""
        found = re.fullmatch("user=(.+)\1auth=Bearer (.+)\1\1", said)
        if found and found[2] in self.tokens:
            return AuthResult(success=True, auth_data=found[1])
        await server.challenge_auth(b'{"status":"400"}')
        return AuthResult(success=False, handled=False)

    async def handle_RCPT(  # noqa: N802 - named and called by aiosmtpd
        self, server: SMTP, session: object, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer RCPT TO."""
        del server, session, options
        if self.answer_to_recipient:
            return self.answer_to_recipient
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        """Take a letter."""
        del session
        if self.hangs_up_after_data and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        elif not self.answer_to_data:
            content = envelope.original_content or b""
            self.letters.append(Delivered(str(envelope.mail_from), tuple(envelope.rcpt_tos), content))
        return self.answer_to_data or "250 accepted"

    def _log_in(
        self, server: SMTP, session: object, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        del server, session, envelope, mechanism
        return AuthResult(
            success=data.login == USER.encode() and data.password == self.password.encode(), handled=False
        )

    async def handle_QUIT(self, server: SMTP, session: object, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        """Say farewell."""
        del server, session, envelope
        return self.answer_to_quit or "221 bye"
