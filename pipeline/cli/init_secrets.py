"""The password or access tokens that `afterword init` is given, asks for, or names a place of."""

from __future__ import annotations

import re
import shlex
import warnings
from collections.abc import Mapping
from getpass import GetPassWarning

import click

from pipeline import config
from pipeline.cli.init_given import Given, ask, valid
from pipeline.config import Provider

_SOURCES = ("--password-command", "--password-file", "--password-env", "--token-command")
_CLIENT_ID = (
    "Only a program that is registered with it can ask you for access: register Afterword as a program of yours, and "
    "give the client ID that it has then. Or stop (Ctrl-C), and name a command that prints access tokens, with "
    "--token-command. docs/how-to/access-tokens.md says how."
)


class Secrets:
    """The secrets of one address: what was answered is suggested when it is asked for again.

    Args:
        given: What was given as options.
        provider: Who runs its mail, if that is known.
    """

    def __init__(self, given: Given, provider: Provider | None) -> None:
        self._given = given
        self._provider = provider
        self._typed: str | None = None
        self._client_id = ""

    def password(self, file: str) -> tuple[Mapping[str, object], str | None]:
        """Return what the config says of password or access tokens, and the password itself if it was typed.

        A typed one is to be kept in a file of the name `file`.
        """
        given, provider = self._given, self._provider
        named = self._named()
        if len(named) + bool(given.client_id) > 1:
            raise click.UsageError(f"Give one of {', '.join(_SOURCES)} and --client-id.")
        if named:
            return named, None
        if provider is not None and provider.oauth2 is not None:
            self._client_id = self._asked_client_id(provider)
            return {"oauth2": {"provider": provider.name, "client_id": self._client_id}}, None
        if given.client_id:
            names = " and ".join(one.name for one in config.providers() if one.oauth2)
            raise click.UsageError(f"--client-id is for {names}; other servers are written into the config by hand.")
        if given.yes:
            raise click.UsageError(f"With --yes, give one of {', '.join(_SOURCES)}.")
        return {"password_file": file}, self.typed()

    def typed(self) -> str:
        """Return the password, typed."""
        provider = self._provider
        if provider is not None and provider.advice:
            click.echo(provider.advice)
        warnings.simplefilter("ignore", GetPassWarning)  # without a terminal it says so in a plain line, too
        if self._typed is None:
            typed = _hidden("Password (not shown)")
        else:
            typed = _hidden("Password (not shown; Enter: the same)", default="") or self._typed
        if provider is not None and provider.password == "app":  # noqa: S105 - a kind of password
            typed = re.sub(r"\s", "", typed)  # shown in groups, and holds no blank itself
        self._typed = typed
        return typed

    def _named(self) -> dict[str, object]:
        """Return the keys of the config for the places that were given as options."""
        given = self._given
        command = valid(given.password_command or "", "--password-command", shlex.split)
        tokens = valid(given.token_command or "", "--token-command", shlex.split)
        sources: dict[str, object] = {
            "password_command": command,
            "password_file": str(given.password_file.absolute()) if given.password_file else "",
            "password_env": given.password_env or "",
            "oauth2": {"command": tokens} if tokens else {},
        }
        return {key: value for key, value in sources.items() if value}

    def _asked_client_id(self, provider: Provider) -> str:
        """Return by which a provider that takes no password knows the program."""
        if self._client_id:
            return ask("Client ID", _word, default=self._client_id)
        if not self._given.yes:
            click.echo(provider.advice)
            if self._given.client_id is None:
                click.echo(_CLIENT_ID)
        return self._given.valid("Client ID", self._given.client_id, "--client-id or --token-command", _word)


def _hidden(question: str, default: str | None = None) -> str:
    """Ask until the answer is text; it is not shown. A terminal may send another encoding than Python expects."""
    while True:
        try:
            typed = str(click.prompt(question, hide_input=True, default=default, show_default=False))
            typed.encode()
        except UnicodeError:
            click.echo(
                "Error: that is not UTF-8 text. Set the terminal to UTF-8, or store it and give --password-file."
            )
        else:
            return typed


def _word(text: str) -> str:
    found = text.strip()
    if not re.fullmatch(r"[!-~]+", found):
        raise ValueError("not one word of ASCII")
    return found
