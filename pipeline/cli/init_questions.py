"""The conversation of `afterword init`: what it asks, unless it was given or the suggestion is taken."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import click

from pipeline import config
from pipeline.bootstrap import House
from pipeline.cli import init_logins
from pipeline.cli.init_given import Given, ask, valid
from pipeline.cli.init_secrets import Secrets
from pipeline.cli.output import safe
from pipeline.config import DELIVERY, Entry, Login, Provider
from pipeline.core import special_use
from pipeline.core.access import Tokens
from pipeline.errors import UserError

#: What came of trying a config: a login can be refused, a mailbox be missing or a server not be reached, and it may be
#: no config at all.
Outcome = Literal["works", "refused", "missing", "unreached", "no config"]


@dataclass(frozen=True, slots=True)
class Draft:
    r"""A config that is not written yet.

    Attributes:
        entry: What it says of the account that is set up.
        old: The text of the config that the account is added to; empty if there is none.
        typed: The password that was typed for it; None if it comes from elsewhere.
        tokens: What was granted in place of a password; None if nothing was.
        marked: The account's mailboxes, each with its flags, such as `\Junk`; empty until the IMAP server let us in.
    """

    entry: Entry
    old: str
    typed: str | None
    tokens: Tokens | None = None
    marked: Mapping[str, frozenset[str]] = field(default_factory=dict)

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
        self._secrets = Secrets(given, None)

    def draft(self, before: Draft | None = None) -> Draft:
        """Return the config that the answers make; with one from before, everything is asked anew."""
        is_first = before is None
        if is_first:
            asked = "Its e-mail address" if self._old else "Your e-mail address"
            address = self._given.valid(asked, self._given.address, "--address", config.checked_address)
        else:
            address = ask("The e-mail address", config.checked_address, default=self._address)
        if address != self._address:  # what was answered for another address says nothing of this one
            before, self._address = None, address
            self._provider = init_logins.provider(self._given, address, is_added=bool(self._old))
            self._secrets = Secrets(self._given, self._provider)
        name = self._name()
        servers = init_logins.Servers(self._given, address, self._provider)
        imap = servers.imap(before.entry.imap if before else None)
        self._require_new(imap)
        smtp = None if self._old else servers.smtp(imap, before.entry.smtp if before else None)
        _tell(imap, smtp)
        ca_file = servers.certificate()
        password, typed = self._secrets.password(_password_file(name))
        mailboxes = tuple(dict.fromkeys(self._given.mailbox)) if is_first else ()  # they may be what did not work
        return Draft(Entry(name, address, imap, smtp, password, ca_file, mailboxes), self._old, typed)

    def once_more(self, before: Draft) -> Draft:
        """Return a config with another password, or without the access that was granted, and all else as it was."""
        return replace(before, tokens=None) if before.client_id else replace(before, typed=self._secrets.typed())

    @staticmethod
    def with_others(draft: Draft) -> Draft:
        """Return a config that reads other mailboxes, as the user names them; the nearest that exist are suggested."""
        near = [_nearest(name, draft.marked) for name in draft.entry.mailboxes]
        likely = ", ".join(dict.fromkeys(map(safe, near)))
        names = ask("Mailboxes to read, with commas between", _mailboxes, default=likely)
        return replace(draft, entry=replace(draft.entry, mailboxes=names))

    def with_places(self, draft: Draft) -> Draft:
        """Return a config that also reads where rejections lie beside INBOX, if the user lets it."""
        read = draft.entry.mailboxes or config.INBOX_ALONE
        places = {} if draft.entry.mailboxes else special_use.unread(draft.marked, read)
        if not places:
            return draft
        named = safe(special_use.told(places))
        if self._given.yes:
            click.echo(f"Also read: {named}.")
        elif not click.confirm(f"Rejections may also lie in {named}. Read that, too?", default=True):
            return draft
        return replace(draft, entry=replace(draft.entry, mailboxes=special_use.also(read, places)))

    @staticmethod
    def what_now(draft: Draft, outcome: Outcome) -> str:
        """Ask what to do about a config that does not work, or is none.

        Another password is offered where one was refused: it mends no name of a server.

        Returns:
            `password`, `access`, `mailboxes`, `again`, `keep` or `stop`.
        """
        asked, choices = "Try again from the start, or stop", ["again", "stop"]
        if outcome != "no config":
            asked, choices = "Try again from the start, keep it all the same, or stop", ["again", "keep", "stop"]
        if outcome == "refused" and draft.typed is not None:
            asked, choices = f"Another password? {asked}", ["password", *choices]
        elif outcome == "missing":
            asked, choices = f"Name other mailboxes? {asked}", ["mailboxes", *choices]
        elif outcome != "no config" and draft.client_id:
            asked, choices = f"Ask for access once more? {asked}", ["access", *choices]
        return str(click.prompt(asked, type=click.Choice(choices), default=choices[0]))

    def _name(self) -> str:
        """Return what the account is called: as given, else as its address suggests."""
        files = [str(one.get("password_file", "")) for one in (*self._accounts, self._delivery)]
        taken = {*(one["name"] for one in self._accounts), *(Path(file).stem for file in files if file)}
        given = self._given.name
        if given is None:
            return config.free_name(self._address, taken)
        name = valid(given, "--name", config.checked_name)
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


def _tell(imap: Login, smtp: Login | None) -> None:
    """Say where mail is read and, unless the config said so before, how letters leave."""
    click.echo(f"Mail is read at {imap.server} ({imap.security}) as {imap.user}{'.' if smtp is None else ','}")
    if smtp is not None:
        click.echo(f"letters leave by {smtp.server} ({smtp.security}) as {smtp.user}.")


def _mailboxes(text: str) -> tuple[str, ...]:
    """Return the mailboxes that are named; raise ValueError if none is."""
    names = tuple(dict.fromkeys(config.mailbox_name(name.strip()) for name in text.split(",") if name.strip()))
    if not names:
        raise ValueError("no name of a mailbox")
    return names


def _nearest(name: str, known: Iterable[str]) -> str:
    """Return the mailbox whose name is nearest, whatever its case and the folder it lies in; INBOX if none is near.

    Some servers keep all mailboxes below INBOX. What parts the names is `/` or `.` nearly everywhere.
    """
    if name.upper() == "INBOX":
        return "INBOX"
    others = [one for one in known if one.upper() != "INBOX"]
    forms = {form(one): one for form in (_last, str.casefold) for one in others}
    near = get_close_matches(name.casefold(), forms, 1) or get_close_matches(_last(name), forms, 1)
    return forms[near[0]] if near else "INBOX"


def _last(name: str) -> str:
    """Return the last part of a mailbox's name, in folded case."""
    return re.split(r"[./]", name.casefold())[-1]


def _password_file(name: str) -> str:
    return f"{name}.password"
