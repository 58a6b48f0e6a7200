"""The table of the config that says how letters reach the user."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pipeline.config.basics import HostName, PathName, Port, Security, refuse_plain, refuse_port_of_tls
from pipeline.config.oauth2 import Credentials

#: The usual port for each kind of security.
SMTP_PORTS = {"tls": 465, "starttls": 587, "plain": 25}
IMAP_PORTS = {"tls": 993, "starttls": 143, "plain": 143}


class Delivery(Credentials):
    """How letters reach you."""

    method: Annotated[
        Literal["smtp", "sendmail", "imap", "folder"],
        Field(
            default="smtp",
            description="smtp sends letters, sendmail gives them to a command, imap puts them into a mailbox, "
            "folder writes files.",
        ),
    ]
    host: Annotated[
        HostName,
        Field(
            default="",
            description="The SMTP server; with method imap the IMAP server, unless an account is named.",
            examples=["smtp.example.org"],
        ),
    ]
    port: Annotated[
        Port | None,
        Field(
            default=None,
            description="Its port; left out, 465 for tls and 587 for starttls, with method imap 993 and 143.",
            examples=[465],
        ),
    ]
    security: Annotated[Security, Field(default="tls", description="tls, starttls, or plain (this machine only).")]
    user: Annotated[
        str, Field(default="", description="The login name; empty to send without one.", examples=["you@example.org"])
    ]
    ca_file: Annotated[
        PathName | None, Field(default=None, description="As for an account.", examples=["/etc/ssl/private-ca.pem"])
    ]
    command: Annotated[
        tuple[str, ...],
        Field(
            default=(),
            description="The command of method sendmail, as a list; -t or the like lets it find the recipient in the "
            "letter.",
            examples=[["msmtp", "-t"]],
        ),
    ]
    account: Annotated[
        str,
        Field(
            default="",
            description="The account that letters arrive in: imap puts them there, others look there before they "
            "send one again.",
            examples=["home"],
        ),
    ]
    mailbox: Annotated[
        str,
        Field(
            default="INBOX",
            min_length=1,
            description="The mailbox that method imap puts letters into, the only one that is ever written to.",
        ),
    ]
    folder: Annotated[
        PathName | None,
        Field(default=None, description="Where the folder method writes.", examples=["~/afterword-letters"]),
    ]

    @model_validator(mode="after")
    def _complete(self) -> Delivery:
        """Check that the chosen method has what it needs."""
        if self.method == "smtp" and not self.host:
            raise ValueError("method smtp needs a host")
        if self.method == "sendmail" and not self.command:
            raise ValueError('method sendmail needs a command such as ["msmtp", "-t"]')
        if self.method == "imap" and bool(self.account) == bool(self.host):
            raise ValueError("method imap needs an account of [[accounts]], or else a host and a user of its own")
        if self.method == "imap" and self.host and not self.user:
            raise ValueError("method imap needs a user for its host")
        if self.oauth2 and not self.user:
            raise ValueError("oauth2 needs a user")
        if self.method == "folder" and self.folder is None:
            raise ValueError("method folder needs a folder")
        refuse_plain(self.security, self.host or "localhost")
        if self.host:
            refuse_port_of_tls(self.security, self.server_port)
        return self

    @property
    def server_port(self) -> int:
        """The port of its server: the chosen one, else the usual one."""
        return self.port or (IMAP_PORTS if self.method == "imap" else SMTP_PORTS)[self.security]
