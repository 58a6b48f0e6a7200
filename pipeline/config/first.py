"""The first config of a user: what it needs, and the file that says so and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.config.basics import Security, checked_host
from pipeline.config.delivery import IMAP_PORTS, SMTP_PORTS
from pipeline.config.providers import Server
from pipeline.config.sample import as_toml

#: The name of the account, and the file beside the config that its password is kept in.
_ACCOUNT = "home"
PASSWORD_FILE = f"{_ACCOUNT}.password"

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
class First:
    """What the first config says.

    Attributes:
        address: The user's own.
        imap, smtp: Where mail is read and where letters are handed over.
        password: Where the password of both comes from: one of the keys of the config with its value.
        ca_file: A PEM file with a certificate authority to trust.
    """

    address: str
    imap: Login
    smtp: Login
    password: Mapping[str, object]
    ca_file: Path | None = None

    def text(self) -> str:
        """Return it as a config file: keys that are as by default are left out."""
        more = {**self.password, **({"ca_file": str(self.ca_file)} if self.ca_file else {})}
        tables: dict[str, dict[str, object]] = {
            "[letters]": {"to": self.address},
            "[delivery]": {**_login(self.smtp, SMTP_PORTS[self.smtp.security]), **more},
            "[[accounts]]": {"name": _ACCOUNT, **_login(self.imap, IMAP_PORTS["tls"]), **more},
        }
        head = "# Written by `afterword init`. `afterword config default` shows every key and what it means."
        return "\n".join([head, *(line for name, keys in tables.items() for line in _table(name, keys))]) + "\n"


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
