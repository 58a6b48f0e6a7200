"""Somebody who sets Afterword up with `afterword init`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result
from support.dovecot import Dovecot
from support.smtp_server import USER as SMTP_USER, SmtpServer

from pipeline.cli.app import cli

ADDRESS = "robin@home.example"


@dataclass(slots=True)
class Newcomer:
    """Somebody with a mailbox and no config."""

    home: Path
    dovecot: Dovecot
    smtp_server: SmtpServer
    user: str

    @property
    def config(self) -> Path:
        """Where the config will be."""
        return self.home / ".config/afterword/config.toml"

    @property
    def secret(self) -> Path:
        """Where a password that was typed will be."""
        return self.config.with_name("home.password")

    @property
    def servers(self) -> list[str]:
        """The options that name both servers and what is needed to trust them."""
        return [
            *("--imap", f"{self.dovecot.host}:{self.dovecot.port}", "--imap-security", "tls", "--imap-user", self.user),
            *("--smtp", f"{self.smtp_server.host}:{self.smtp_server.port}", "--smtp-security", "starttls"),
            *("--smtp-user", SMTP_USER, "--ca-file", str(self.dovecot.ca_file)),
        ]

    def init(self, *arguments: str, stdin: str = "") -> Result:
        """Run the command."""
        return CliRunner().invoke(cli, ["init", *arguments], input=stdin)

    def sets_up(self, *arguments: str, stdin: str = "") -> str:
        """Run the command, which succeeds, and return what it said, on either stream."""
        result = self.init(*arguments, stdin=stdin)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.output

    def refused(self, *arguments: str, stdin: str = "") -> tuple[str, str]:
        """Run the command, which ends with an error of Afterword; return its sentences and what was said before."""
        result = self.init(*arguments, stdin=stdin)
        assert type(result.exception).__module__ == "pipeline.errors", (result.output, result.exception)
        return f"{result.exception} {getattr(result.exception, 'hint', '')}", result.output

    def files(self) -> list[str]:
        """Return all that lies in the home, folders too."""
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*"))

    def account(self) -> dict[str, object]:
        """Return what the config says of the account."""
        [account] = tomllib.loads(self.config.read_text("utf-8"))["accounts"]
        assert isinstance(account, dict)
        return account


def lines(*answers: str) -> str:
    """Return answers as they are typed."""
    return "".join(f"{answer}\n" for answer in answers)
