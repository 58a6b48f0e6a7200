"""The logins that an address suggests to `afterword init`, each as given, else as answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline import config
from pipeline.cli.init_given import Given, ask, valid
from pipeline.config import Login, Provider, Security
from pipeline.resources import with_home


def provider(given: Given, address: str, *, is_added: bool) -> Provider | None:
    """Return who runs the mail of an address; None if nobody whom Afterword knows."""
    if given.provider is not None:
        return valid(given.provider, "--provider", config.provider_named)
    return config.provider_of(address) or _runner(given, address, is_added=is_added)


def _runner(given: Given, address: str, *, is_added: bool) -> Provider | None:
    """Ask who runs the mail of a domain that does not tell; where servers are given nobody needs to know."""
    if given.yes or (given.imap and (given.smtp or is_added)):
        return None
    names = ", ".join(one.name for one in config.providers() if one.runs_others)
    domain = address.rpartition("@")[2]
    click.echo(f"Who runs the mail of {domain}: {names}? Enter if none of them, or if you do not know.")
    return ask("Provider", lambda text: config.provider_named(text) if text else None, default="")


@dataclass(frozen=True, slots=True)
class Servers:
    """The servers of an address, and the login names there.

    Args:
        given: What was given as options.
        address: Whose mail it is.
        provider: Who runs it, if that is known.
    """

    given: Given
    address: str
    provider: Provider | None

    def imap(self, before: Login | None) -> Login:
        """Return how to log in where mail is read; with a login from before, which did not work, it is asked anew."""
        domain = self.address.rpartition("@")[2]
        likely = Login(f"imap.{domain}", config.IMAP_PORTS["tls"], "tls", self.address)
        known = Login.at(self.provider.imap, self.address) if self.provider else likely
        return self._login("IMAP", before or known, is_first=before is None)

    def smtp(self, imap: Login, before: Login | None) -> Login:
        """Return how to log in where letters are handed over: likely beside the server at which mail is read."""
        likely = Login(re.sub(r"^imap\b", "smtp", imap.host), config.SMTP_PORTS["tls"], "tls", imap.user)
        known = Login.at(self.provider.smtp, self.address) if self.provider else likely
        return self._login("SMTP", before or known, is_first=before is None)

    def certificate(self) -> Path | None:
        """Return the certificate authority to trust besides the system's, if there is one."""
        file, known = self.given.ca_file, self.provider
        if file is None and known is not None and known.certificate and not self.given.yes:
            file = ask(f"The certificate that {known.name} exported (a file)", _file)
        return file.absolute() if file is not None else None

    def _login(self, kind: str, suggested: Login, *, is_first: bool) -> Login:
        """Return how to log in to a server: as given, else as answered, else as suggested."""
        given, ports = self.given, config.IMAP_PORTS if kind == "IMAP" else config.SMTP_PORTS
        at, security, user = given.imap, given.imap_security, given.imap_user
        if kind == "SMTP":
            at, security, user = given.smtp, given.smtp_security, given.smtp_user
        if not is_first:
            at = security = user = None  # they did not work
        asks = not given.yes and (not is_first or self.provider is None)

        def read(text: str) -> tuple[str, int, Security | None]:
            return config.server(text, security, ports)

        told: Security | None = security or suggested.security
        host, port = suggested.host, suggested.port
        if at is not None:
            host, port, told = valid(at, f"--{kind.lower()}", read)
        elif asks:
            host, port, told = ask(f"{kind} server", read, default=suggested.server)
        is_new = not is_first or (host, port) != (suggested.host, suggested.port)
        if told is None and is_new and not given.yes:
            told = _security(kind, "tls" if is_first else suggested.security)
        if user is None:
            user = ask("Login name there", str.strip, default=suggested.user) if asks else suggested.user
        return Login(host, port, told or suggested.security, user)


def _security(kind: str, suggested: Security) -> Security:
    """Ask for the encryption of a server whose port does not tell it."""
    kinds: click.Choice[Security] = click.Choice(["tls", "starttls", "plain"])
    choice: Security = click.prompt(f"Encryption of the {kind} server", type=kinds, default=suggested)
    return choice


def _file(text: str) -> Path:
    path = Path(with_home(text.strip()))
    if not path.is_file():
        raise ValueError("no file")
    return path
