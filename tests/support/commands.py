"""The command driven inside this process, on a config and a log of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.adapters.log import SqliteLog
from pipeline.cli.app import cli

_CONFIG = """\
[letters]
to = "robin@home.example"
timezone = "UTC"
[delivery]
host = "smtp.home.example"
[[accounts]]
name = "home"
host = "imap.home.example"
user = "robin"
[storage]
directory = "{directory}"
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A config and a state directory in a folder."""

    folder: Path

    @property
    def state(self) -> Path:
        """The state directory."""
        return self.folder / "state"

    def log(self) -> SqliteLog:
        """Open the log."""
        return SqliteLog.open(self.state / "log.db")

    def run(self, *arguments: str, stdin: str = "", coloured: bool = False) -> Result:
        """Run the command, on a terminal with colours or none; an error of Afterword is the result's exception."""
        config = self.folder / "config.toml"
        if not config.exists():
            config.write_text(_CONFIG.format(directory=self.state), encoding="utf-8")
        return CliRunner().invoke(cli, ["--config", str(config), *arguments], input=stdin, color=coloured)

    def moves_to(self, zone: str) -> None:
        """Let the user live in another time zone than UTC."""
        self._changes('"UTC"', f'"{zone}"')

    def chooses(self, table: str, lines: str) -> None:
        """Put lines into the config, in front of a table."""
        self._changes(table, f"{lines}\n{table}")

    def _changes(self, old: str, new: str) -> None:
        self.run("config", "check")
        config = self.folder / "config.toml"
        config.write_text(config.read_text("utf-8").replace(old, new), "utf-8")

    def says(self, *arguments: str, stdin: str = "") -> str:
        """Run the command, which succeeds, and return what it prints."""
        result = self.run(*arguments, stdin=stdin)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.output

    def refuses(self, *arguments: str, stdin: str = "") -> str:
        """Run the command, which ends with an error of Afterword, and return its sentence."""
        result = self.run(*arguments, stdin=stdin)
        assert result.exception is not None, result.output
        assert type(result.exception).__module__ == "pipeline.errors", result.exception
        return str(result.exception)
