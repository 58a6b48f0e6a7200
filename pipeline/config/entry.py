"""An account as it is set up: what the config has to say of it, alone in a first config or below what is there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.config.basics import DELIVERY, INBOX_ALONE, Security, checked_host
from pipeline.config.delivery import IMAP_PORTS, SMTP_PORTS
from pipeline.config.providers import Server
from pipeline.config.sample import as_toml
from pipeline.errors import ConfigError

#: The name of the first account.
_FIRST = "home"
_LONGEST_NAME = 36  # with room for a number behind it

_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Login:
    """A server and the login name there."""

    host: str
    port: int
    security: Security
    user: str

    @classmethod
    def at(cls, server: Server, address: str) -> Login:
        """Return how the owner of an address logs in to a server of a provider."""
        return cls(server.host, server.port, server.security, server.login(address))

    @property
    def server(self) -> str:
        """Its server as one writes it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An account, and the way letters leave unless the config names one already.

    Attributes:
        name: The account's.
        address: The user's own there.
        imap, smtp: Where mail is read and where letters are handed over; no smtp for an account that is added.
        password: Where the password of both comes from: one of the keys of the config with its value.
        ca_file: A PEM file with a certificate authority to trust.
        mailboxes: Those that are read; INBOX alone if there are none.
    """

    name: str
    address: str
    imap: Login
    smtp: Login | None
    password: Mapping[str, object]
    ca_file: Path | None = None
    mailboxes: tuple[str, ...] = ()

    def text(self, old: str) -> str:
        """Return the config with it: keys that are as by default are left out, and the `old` one stays above it."""
        more = {**self.password, **({"ca_file": str(self.ca_file)} if self.ca_file else {})}
        places = self.mailboxes or INBOX_ALONE
        tables: dict[str, dict[str, object]] = {}
        if self.smtp is not None:
            tables["[letters]"] = {"to": self.address}
            tables["[delivery]"] = {**_login(self.smtp, SMTP_PORTS[self.smtp.security]), **more}
        account = {"name": self.name, **_login(self.imap, IMAP_PORTS["tls"])}
        if self.address.casefold() != self.imap.user.casefold():
            account["address"] = self.address
        if places != INBOX_ALONE:
            account["mailboxes"] = places
        tables["[[accounts]]"] = {**account, **more}
        head = old or "# Written by `afterword init`. `afterword config default` shows every key and what it means."
        lines = [head.removesuffix("\n"), *(line for name, keys in tables.items() for line in _table(name, keys))]
        return "\n".join(lines) + "\n"


def text_to_add_to(path: Path) -> str:
    """Return the text of a config that is valid; raise ConfigError if no account can be written below it."""
    text = path.read_bytes().decode("utf-8-sig")  # with the ends of lines that it has
    try:
        tomllib.loads(f"{text}\n[[accounts]]\n")
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"No account can be added below the list of accounts in {path}.",
            hint="Write each account as a table that begins with [[accounts]], in place of accounts = [ ... ].",
        ) from error
    return text


def free_name(address: str, taken: Collection[str]) -> str:
    """Return a name for the account of an address: `home` for the first, else after its domain."""
    if not taken:
        return _FIRST
    label = address.rpartition("@")[2].partition(".")[0].casefold()
    name = re.sub(r"[^a-z0-9_-]", "-", label)[:_LONGEST_NAME]
    names = [name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))]
    return next(one for one in names if one not in {*(one.casefold() for one in taken), DELIVERY})


def server(text: str, security: Security | None, ports: Mapping[str, int]) -> tuple[str, int, Security | None]:
    """Return host, port and security that `HOST` or `HOST:PORT` means.

    Args:
        text: As it was typed.
        security: Where it is known; else it is told by the port, and None if the port is none of the usual ones.
        ports: The usual port for each kind of security.

    Raises:
        ValueError: It is no host name, or no port.
    """
    # An IPv6 address with a port stands in brackets, one without may stand bare.
    found = re.fullmatch(r"(?:\[(.+)\]|([^:]*))(?::([0-9]+))?", text.strip())
    host, digits = (found[1] or found[2], found[3]) if found else (text.strip(), None)
    port = int(digits) if digits else ports[security or "tls"]
    if not 0 < port <= _LAST_PORT:
        raise ValueError(f"no port from 1 to {_LAST_PORT}")
    kinds: dict[int, Security] = {ports["tls"]: "tls", ports["starttls"]: "starttls"}
    return checked_host(host), port, security or kinds.get(port)


def _login(login: Login, usual_port: int) -> dict[str, object]:
    keys: dict[str, object] = {"host": login.host}
    if login.port != usual_port:
        keys["port"] = login.port
    if login.security != "tls":
        keys["security"] = login.security
    return {**keys, "user": login.user}


def _table(name: str, keys: Mapping[str, object]) -> Iterator[str]:
    yield from ("", name)
    for key, value in keys.items():
        # What JSON writes is TOML but for DEL, which has to be escaped there.
        yield f"{key} = {as_toml(value)}".replace("\x7f", "\\u007f")
