"""The table of the config that says where access tokens come from, for servers that take no password."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from pipeline.config.basics import Password, Table, checked_host
from pipeline.config.providers import TokenServer, providers


def _a_url(text: str) -> str:
    """Return the address of a token server: encrypted, or on this machine."""
    try:
        parts = urlsplit(text)
        _ = parts.port, checked_host(parts.hostname or "")
    except ValueError:
        raise ValueError("not an address such as https://login.example.org/token") from None
    ours = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    usable = not parts.fragment and "@" not in parts.netloc and text.isascii() and text.isprintable()
    if not usable or " " in text or not (parts.scheme == "https" or (parts.scheme == "http" and ours)):
        raise ValueError("not an address such as https://login.example.org/token")
    return text


Url = Annotated[str, AfterValidator(_a_url)]


class OAuth2(Table):
    """Where access tokens come from: a token server, asked for by `afterword login`, or a command of yours."""

    client_id: Annotated[
        str,
        Field(default="", description="By which the token server knows the program that you registered there."),
    ]
    provider: Annotated[
        str,
        Field(default="", description="Whose token server it is; else give device_url, token_url and scope."),
    ]
    device_url: Annotated[Url | None, Field(default=None, description="Where access is asked for (RFC 8628).")]
    token_url: Annotated[Url | None, Field(default=None, description="Where tokens are had.")]
    scope: Annotated[str, Field(default="", description="What access is asked for, in words of the token server.")]
    command: Annotated[
        tuple[str, ...],
        Field(default=(), description="In place of all that: a command whose first line of output is an access token."),
    ]

    @model_validator(mode="after")
    def _complete(self) -> OAuth2:
        """Check that tokens come from one place, and that it is wholly known."""
        by_hand = (self.device_url, self.token_url, self.scope)
        if self.command:
            if self.client_id or self.provider or any(by_hand):
                raise ValueError("give a command, or else a client_id, not both")
            return self
        if not self.client_id:
            raise ValueError("give a client_id or a command")
        if self.provider and any(by_hand):
            raise ValueError("give a provider, or else device_url, token_url and scope, not both")
        if not self.provider and not all(by_hand):
            raise ValueError("give a provider, or else device_url, token_url and scope")
        if self.provider and self._known() is None:
            names = " and ".join(one.name for one in providers() if one.oauth2)
            raise ValueError(f"a token server is known of {names} alone; else give device_url, token_url and scope")
        return self

    def _known(self) -> TokenServer | None:
        """Return the token server of the provider; None if none is known."""
        return next((one.oauth2 for one in providers() if one.name.casefold() == self.provider.casefold()), None)

    @property
    def server(self) -> TokenServer:
        """The token server; there is none with a command."""
        by_hand = TokenServer(device_url=str(self.device_url), token_url=str(self.token_url), scope=self.scope)
        return self._known() or by_hand


class Credentials(Password):
    """How to log in: by a password, or by an access token."""

    oauth2: Annotated[
        OAuth2 | None,
        Field(
            default=None,
            description="In place of a password, for a server that takes access tokens: a table with provider and "
            "client_id, or with command.",
            examples=[{"provider": "Outlook.com", "client_id": "00000000-0000-0000-0000-000000000000"}],
        ),
    ]

    @model_validator(mode="after")
    def _one_way(self) -> Credentials:
        """Check that there is one way to log in."""
        if self.oauth2 and (self.password_command or self.password_file or self.password_env):
            raise ValueError("give a password or oauth2, not both; a command for tokens is oauth2.command")
        return self
