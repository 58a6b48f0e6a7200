"""What is known of mail providers: their servers, by the domains of addresses."""

from __future__ import annotations

import tomllib
from typing import Annotated, Literal

from pydantic import Field

from pipeline import resources
from pipeline.config.basics import HostName, Port, Security, Table


class Server(Table):
    """A server of a provider."""

    host: HostName
    port: Port
    security: Security
    user: Literal["address", "local"] = "address"

    def login(self, address: str) -> str:
        """Return the login name that belongs to an address."""
        return address if self.user == "address" else address.rpartition("@")[0]


class TokenServer(Table):
    """A token server of a provider (RFC 8628): where access is asked for, where tokens are had, and for what."""

    device_url: str
    token_url: str
    scope: str


class Provider(Table):
    """A provider. `oauth2` is there where it takes no password."""

    name: str
    domains: Annotated[tuple[str, ...], Field(min_length=1)]
    runs_others: bool = False
    imap: Server
    smtp: Server
    password: Literal["own", "app", "none"]
    oauth2: TokenServer | None = None
    page: str = ""
    note: str = ""
    certificate: bool = False

    @property
    def advice(self) -> str:
        """What one has to know about its password before the first login; empty if nothing."""
        made = {
            "own": "",
            "app": f"{self.name} wants a password made for this program, not the one you log in with yourself.",
            "none": f"{self.name} takes no password: you grant access in a browser.",
        }[self.password]
        return " ".join(filter(None, (made, self.note, self.page)))


class _Providers(Table):
    providers: tuple[Provider, ...]


def providers() -> tuple[Provider, ...]:
    """Return the providers that are known."""
    data = tomllib.loads(resources.PROVIDERS.read_text(encoding="utf-8"))
    return _Providers.model_validate(data).providers


def provider_of(address: str) -> Provider | None:
    """Return the provider that an address tells, if it is known."""
    domain = address.rpartition("@")[2].casefold()
    return next((one for one in providers() if domain in one.domains), None)


def provider_named(name: str) -> Provider:
    """Return a provider by its name; raise ValueError, with the names, if there is none."""
    known = {one.name.casefold(): one for one in providers()}
    found = known.get(name.strip().casefold())
    if found is None:
        raise ValueError(f"not one of {', '.join(one.name for one in known.values())}")
    return found
