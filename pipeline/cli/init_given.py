"""What was given to `afterword init` as options, and how one asks for what was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from pipeline.cli.typed import as_text
from pipeline.config import Security

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given as options; what is None is asked for, or with `yes` taken as it is suggested."""

    address: str | None = None
    name: str | None = None
    provider: str | None = None
    imap: str | None = None
    imap_security: Security | None = None
    imap_user: str | None = None
    mailbox: tuple[str, ...] = ()
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

    def valid(self, question: str, given: str | None, option: str, read: Callable[[str], _T]) -> _T:
        """Return what was given, read; ask if nothing was."""
        if given is None and not self.yes:
            return ask(question, read)
        if given is None:
            raise click.UsageError(f"With --yes, give {option}.")
        return valid(given, option, read)


def valid(given: str, option: str, read: Callable[[str], _T]) -> _T:
    """Return what was given, read; raise UsageError if it cannot be."""
    try:
        return read(given)
    except ValueError as error:
        raise click.UsageError(f"{option}: {given!r}: {error}.") from None


def ask(question: str, read: Callable[[str], _T], default: str | None = None) -> _T:
    """Ask until the answer can be read."""

    def checked(text: str) -> _T:
        try:
            return read(as_text(text))
        except ValueError as error:
            raise click.BadParameter(f"{error}.") from None

    answer: _T = click.prompt(question, default=default, value_proc=checked, show_default=bool(default))
    return answer
