"""What `afterword init` asks, unless it was given or the suggestion is taken."""

from __future__ import annotations

import re
import shlex
import tomllib
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from getpass import GetPassWarning
from pathlib import Path
from typing import TypeVar

import click

from pipeline import config
from pipeline.bootstrap import House
from pipeline.config import DELIVERY, Entry, Login, Provider, Security
from pipeline.core.access import Tokens
from pipeline.errors import UserError

_T = TypeVar("_T")

_SOURCES = ("--password-command", "--password-file", "--password-env", "--token-command")
_CLIENT_ID = (
    "Only a program that is registered with it can ask you for access: register Afterword as a program of yours, and "
    "give the client ID that it has then. Or stop (Ctrl-C), and name a command that prints access tokens, with "
    "--token-command. docs/how-to/access-tokens.md says how."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given as options; what is None is asked for, or with `yes` taken as it is suggested."""

    address: str | None = None
    name: str | None = None
    provider: str | None = None
    imap: str | None = None
    imap_security: Security | None = None
    imap_user: str | None = None
    smtp: str | None = None
    smtp_security: Security | None = None
    smtp_user: str | None = None
    ca_file: Path | None = None
    password_command: str | None = None
    password_file: Path | None = None
    password_env: str | None = None
    client_id: str | None = None
    token_command: str | None = None
    untested: bool = False
    yes: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A config that is not written yet.

    Attributes:
        entry: What it says of the account that is set up.
        old: The text of the config that the account is added to; empty if there is none.
        typed: The password that was typed for it; None if it comes from elsewhere.
        tokens: What was granted in place of a password; None if nothing was.
    """

    entry: Entry
    old: str
    typed: str | None
    tokens: Tokens | None = None

    @property
    def names(self) -> list[str]:
        """What its logins are called: the account, and what lets letters leave if that is new, too."""
        return [self.entry.name] if self.old else [self.entry.name, DELIVERY]

    @property
    def text(self) -> str:
        """The config."""
        return self.entry.text(self.old)

    @property
    def password_file(self) -> str:
        """The file beside the config that a typed password is kept in."""
        return _password_file(self.entry.name)

    @property
    def client_id(self) -> str:
        """By which a token server knows the program; empty where access is not to be granted."""
        oauth2 = self.entry.password.get("oauth2")
        return str(oauth2.get("client_id", "")) if isinstance(oauth2, dict) else ""

    def house(self, path: Path) -> House:
        """Return the installation that it describes; raise ConfigError if the config has problems."""
        data = tomllib.loads(self.text)
        secret = self.tokens.access if self.tokens else self.typed
        return House(config.parse(data, str(path), base=path.absolute().parent), secret)


class Questions:
    """A conversation that comes to a config, and to another one if that does not work.

    With the text of a config it is about one more account. Letters leave as that config says.
    """

    def __init__(self, given: Given, old: str = "") -> None:
        if old and (given.smtp or given.smtp_security or given.smtp_user):
            raise click.UsageError("--smtp is for a first account: letters leave by the server that the config names.")
        self._given = given
        self._old = old
        known = tomllib.loads(old)
        self._accounts, self._delivery = known.get("accounts", []), known.get("delivery", {})
        self._address = ""
        self._provider: Provider | None = None

    def draft(self, before: Draft | None = None) -> Draft:
        """Return the config that the answers make; with one from before, everything is asked anew."""
        if before is None:
            asked = "Its e-mail address" if self._old else "Your e-mail address"
            address = self._valid(asked, self._given.address, "--address", _address)
        else:
            address = self._ask("The e-mail address", _address, default=self._address)
        if address != self._address:  # what was answered for another address says nothing of this one
            before, self._address = None, address
            self._provider = self._known()
        name = self._name()
        imap, smtp = (before.entry.imap, before.entry.smtp) if before else self._suggested()
        imap = self._login("IMAP", imap, is_first=before is None)
        self._require_new(imap)
        if smtp is None:
            click.echo(f"Mail is read at {imap.server} ({imap.security}) as {imap.user}.")
        else:
            if before is None and self._provider is None:
                smtp = replace(smtp, host=re.sub(r"^imap\b", "smtp", imap.host), user=imap.user)
            smtp = self._login("SMTP", smtp, is_first=before is None)
            click.echo(f"Mail is read at {imap.server} ({imap.security}) as {imap.user},")
            click.echo(f"letters leave by {smtp.server} ({smtp.security}) as {smtp.user}.")
        ca_file = self._certificate()
        password, typed = self._password(before, _password_file(name))
        return Draft(Entry(name, self._address, imap, smtp, password, ca_file), self._old, typed)

    def once_more(self, before: Draft) -> Draft:
        """Return a config with another password, or without the access that was granted, and all else as it was."""
        return replace(before, tokens=None) if before.client_id else replace(before, typed=self._typed(before))

    @staticmethod
    def what_now(draft: Draft, *, is_config: bool) -> str:
        """Ask what to do about a config that does not work, or is none.

        Returns:
            `password`, `access`, `again`, `keep` or `stop`.
        """
        asked, choices = "Try again from the start, or stop", ["again", "stop"]
        if is_config:
            asked, choices = "Try again from the start, keep it all the same, or stop", ["again", "keep", "stop"]
        if is_config and draft.typed is not None:
            asked, choices = f"Another password? {asked}", ["password", *choices]
        elif is_config and draft.client_id:
            asked, choices = f"Ask for access once more? {asked}", ["access", *choices]
        return str(click.prompt(asked, type=click.Choice(choices), default=choices[0]))

    def _name(self) -> str:
        """Return what the account is called: as given, else as its address suggests."""
        files = [str(one.get("password_file", "")) for one in (*self._accounts, self._delivery)]
        taken = {*(one["name"] for one in self._accounts), *(Path(file).stem for file in files if file)}
        given = self._given.name
        if given is None:
            return config.free_name(self._address, taken)
        name = self._valid("", given, "--name", config.checked_name)
        if name in taken:
            raise click.UsageError(f"--name: the config calls an account or a file for a password {name!r} already.")
        return name

    def _require_new(self, imap: Login) -> None:
        """Raise UserError if the config reads an account already."""
        new = (imap.host.casefold(), imap.port, imap.user)
        for one in self._accounts:
            if (one["host"].casefold(), one.get("port", config.IMAP_PORTS["tls"]), one["user"]) == new:
                file = one.get("password_file")
                raise UserError(
                    f"The config reads {imap.user} at {imap.host} already: it is account {one['name']}.",
                    hint=f"A new password goes into {file}." if file else "To change how it logs in, edit the config.",
                )

    def _known(self) -> Provider | None:
        """Return who runs the mail of the address; None if nobody whom Afterword knows."""
        given = self._given.provider
        if given is not None:
            named: Provider = self._valid("", given, "--provider", config.provider_named)
            return named
        return config.provider_of(self._address) or self._runner()

    def _runner(self) -> Provider | None:
        """Ask who runs the mail of a domain that does not tell; where servers are given nobody needs to know."""
        if self._given.yes or (self._given.imap and (self._given.smtp or self._old)):
            return None
        names = ", ".join(one.name for one in config.providers() if one.runs_others)
        domain = self._address.rpartition("@")[2]
        click.echo(f"Who runs the mail of {domain}: {names}? Enter if none of them, or if you do not know.")
        return self._ask("Provider", lambda text: config.provider_named(text) if text else None, default="")

    def _suggested(self) -> tuple[Login, Login | None]:
        """Return the likely logins for reading and for sending, the latter only if the config has none."""
        found, address = self._provider, self._address
        if found is not None and found.imap is not None and found.smtp is not None:
            imap, smtp = Login.at(found.imap, address), Login.at(found.smtp, address)
        else:
            domain = address.rpartition("@")[2]
            imap = Login(f"imap.{domain}", config.IMAP_PORTS["tls"], "tls", address)
            smtp = Login(f"smtp.{domain}", config.SMTP_PORTS["tls"], "tls", address)
        return imap, None if self._old else smtp

    def _login(self, kind: str, suggested: Login, *, is_first: bool) -> Login:
        """Return how to log in to a server: as given, else as answered, else as suggested."""
        given, ports = self._given, config.IMAP_PORTS if kind == "IMAP" else config.SMTP_PORTS
        at, security, user = given.imap, given.imap_security, given.imap_user
        if kind == "SMTP":
            at, security, user = given.smtp, given.smtp_security, given.smtp_user
        if not is_first:
            at = security = user = None  # they did not work
        asks = not given.yes and (not is_first or self._provider is None)

        def read(text: str) -> tuple[str, int, Security | None]:
            return config.server(text, security, ports)

        told: Security | None = security or suggested.security
        host, port = suggested.host, suggested.port
        if at is not None:
            host, port, told = self._valid("", at, f"--{kind.lower()}", read)
        elif asks:
            host, port, told = self._ask(f"{kind} server", read, default=suggested.server)
        is_new = not is_first or (host, port) != (suggested.host, suggested.port)
        if told is None and is_new and not given.yes:
            told = self._security(kind, "tls" if is_first else suggested.security)
        if user is None:
            user = self._ask("Login name there", str.strip, default=suggested.user) if asks else suggested.user
        return Login(host, port, told or suggested.security, user)

    @staticmethod
    def _security(kind: str, suggested: Security) -> Security:
        """Ask for the encryption of a server whose port does not tell it."""
        kinds: click.Choice[Security] = click.Choice(["tls", "starttls", "plain"])
        choice: Security = click.prompt(f"Encryption of the {kind} server", type=kinds, default=suggested)
        return choice

    def _certificate(self) -> Path | None:
        given, provider = self._given.ca_file, self._provider
        if given is None and provider is not None and provider.certificate and not self._given.yes:
            given = self._ask(f"The certificate that {provider.name} exported (a file)", _file)
        return given.expanduser().absolute() if given is not None else None

    def _password(self, before: Draft | None, file: str) -> tuple[Mapping[str, object], str | None]:
        """Return what the config says of password or access tokens, and the password itself if it was typed.

        A typed one is to be kept in a file.
        """
        given = self._given
        command = self._valid("", given.password_command or "", "--password-command", shlex.split)
        tokens = self._valid("", given.token_command or "", "--token-command", shlex.split)
        sources: dict[str, object] = {
            "password_command": command,
            "password_file": str(given.password_file.expanduser().absolute()) if given.password_file else "",
            "password_env": given.password_env or "",
            "oauth2": {"command": tokens} if tokens else {},
        }
        named = {key: value for key, value in sources.items() if value}
        if len(named) + bool(given.client_id) > 1:
            raise click.UsageError(f"Give one of {', '.join(_SOURCES)} and --client-id.")
        if named:
            return named, None
        if self._provider is not None and self._provider.oauth2 is not None:
            client_id = self._client_id(self._provider, before)
            return {"oauth2": {"provider": self._provider.name, "client_id": client_id}}, None
        if given.client_id:
            names = " and ".join(one.name for one in config.providers() if one.oauth2)
            raise click.UsageError(f"--client-id is for {names}; other servers are written into the config by hand.")
        if given.yes:
            raise click.UsageError(f"With --yes, give one of {', '.join(_SOURCES)}.")
        return {"password_file": file}, self._typed(before)

    def _client_id(self, provider: Provider, before: Draft | None) -> str:
        """Return by which a provider that takes no password knows the program."""
        if before is not None:
            return self._ask("Client ID", _word, default=before.client_id)
        if not self._given.yes:
            click.echo(provider.advice)
            if self._given.client_id is None:
                click.echo(_CLIENT_ID)
        return self._valid("Client ID", self._given.client_id, "--client-id or --token-command", _word)

    def _typed(self, before: Draft | None) -> str:
        provider = self._provider
        if provider is not None and provider.advice:
            click.echo(provider.advice)
        warnings.simplefilter("ignore", GetPassWarning)  # without a terminal it says so in a plain line, too
        if before is None:
            typed = str(click.prompt("Password (not shown)", hide_input=True))
        else:
            again = click.prompt(
                "Password (not shown; Enter: the same)", hide_input=True, default="", show_default=False
            )
            typed = str(again) or before.typed or ""
        if provider is not None and provider.password == "app":  # noqa: S105 - a kind of password
            return re.sub(r"\s", "", typed)  # shown in groups, and holds no blank itself
        return typed

    def _valid(self, question: str, given: str | None, option: str, read: Callable[[str], _T]) -> _T:
        """Return what was given, read; ask if nothing was."""
        if given is None and not self._given.yes:
            return self._ask(question, read)
        if given is None:
            raise click.UsageError(f"With --yes, give {option}.")
        try:
            return read(given)
        except ValueError as error:
            raise click.UsageError(f"{option}: {given!r}: {error}.") from None

    @staticmethod
    def _ask(question: str, read: Callable[[str], _T], default: str | None = None) -> _T:
        """Ask until the answer can be read."""

        def checked(text: str) -> _T:
            try:
                return read(text)
            except ValueError as error:
                raise click.BadParameter(f"{error}.") from None

        answer: _T = click.prompt(question, default=default, value_proc=checked, show_default=bool(default))
        return answer


def _password_file(name: str) -> str:
    return f"{name}.password"


def _address(text: str) -> str:
    return config.checked_address(text)


def _word(text: str) -> str:
    found = text.strip()
    if not re.fullmatch(r"[!-~]+", found):
        raise ValueError("not one word of ASCII")
    return found


def _file(text: str) -> Path:
    path = Path(text.strip()).expanduser()
    if not path.is_file():
        raise ValueError("no file")
    return path
