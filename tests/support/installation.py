"""An installation of its own in a folder: config, state and home, and the installed command driven from outside."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from support.dovecot import PASSWORD as IMAP_PASSWORD, Dovecot
from support.mail import NOW
from support.smtp_server import PASSWORD as SMTP_PASSWORD, USER as SMTP_USER, SmtpServer

from pipeline.config import as_toml

#: The command as pip installed it beside the interpreter that runs the tests.
COMMAND = Path(sys.executable).parent / "afterword"
RECIPIENT = "robin@home.example"
_TIMEOUT = 120

#: Python imports this before anything of ours: it notes where sockets go, and at the end what was imported.
_PROBE = """
import atexit, json, os, sys
reached = []

def note(event, arguments):
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        reached.append([event, str(arguments[0]), str(arguments[1]) if len(arguments) > 1 else "0"])
    elif event in {"socket.connect", "socket.sendto", "socket.bind"}:
        address = arguments[1]
        reached.append([event, *map(str, address[:2] if isinstance(address, tuple) else [address, 0])])

def tell():
    with open(os.environ["PROBE_REPORT"], "w", encoding="utf-8") as file:
        json.dump({"modules": sorted(sys.modules), "reached": reached}, file)

if "PROBE_REPORT" in os.environ:
    sys.addaudithook(note)
    atexit.register(tell)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str
    modules: frozenset[str] = frozenset()
    reached: tuple[tuple[str, ...], ...] = ()

    @property
    def report(self) -> dict[str, Any]:
        """What it printed as one JSON object."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def records(self) -> list[dict[str, Any]]:
        """What it printed as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    def loaded(self, *names: str) -> set[str]:
        """Return which of these packages it imported."""
        return {name for name in names if name in self.modules}

    def connections(self) -> set[tuple[str, int]]:
        """Return the addresses that it connected or sent to."""
        return {(str(one[1]), int(one[2])) for one in self.reached if one[0] in {"socket.connect", "socket.sendto"}}


@dataclass
class Home:
    """A user's home without a config: enough for `demo`, `classify` and `--help`."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        probe = self.folder / "probe"
        probe.mkdir()
        (probe / "sitecustomize.py").write_text(_PROBE, encoding="utf-8")

    @property
    def config_path(self) -> Path:
        """Where the command looks for its config."""
        return self.folder / "config" / "afterword" / "config.toml"

    @property
    def state(self) -> Path:
        """The state directory."""
        return self.folder / "state" / "afterword"

    @property
    def log_path(self) -> Path:
        """The log."""
        return self.state / "log.db"

    def clean_environment(self) -> dict[str, str]:
        """Return an environment with nothing of the caller's in it but what finds the interpreter's libraries."""
        (self.folder / "tmp").mkdir(exist_ok=True)
        return {
            "HOME": str(self.folder),
            "PATH": os.defpath,
            "TMPDIR": str(self.folder / "tmp"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.environment,
        }

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start the command and return at once."""
        environment = {**self.clean_environment(), **options.pop("environment", {})}
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [*options.pop("before", ()), str(COMMAND), *arguments]
        return subprocess.Popen(command, cwd=self.folder, env=environment, **{**pipes, **options})

    def afterword(
        self,
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        before: tuple[str, ...] = (),
        probed: bool = False,
    ) -> Outcome:
        """Run the command to its end.

        Args:
            arguments: Behind `afterword`.
            stdin: Its standard input.
            environment: Further variables.
            before: Words in front of the command, as of `sh -c '...; exec "$@"' sh`.
            probed: Whether to note what it imports and where it connects to.
        """
        report = self.folder / "probe" / "report.json"
        more = dict(environment or {})
        if probed:
            report.unlink(missing_ok=True)
            more |= {"PYTHONPATH": str(report.parent), "PROBE_REPORT": str(report)}
        process = self.start(*arguments, stdin=subprocess.PIPE, environment=more, before=before)
        out, err = process.communicate(stdin, timeout=_TIMEOUT)
        seen = json.loads(report.read_text(encoding="utf-8")) if probed else {"modules": [], "reached": []}
        return Outcome(
            process.returncode,
            out.decode(),
            err.decode(),
            frozenset(seen["modules"]),
            tuple(tuple(one) for one in seen["reached"]),
        )

    def fault_reports(self) -> list[str]:
        """Return what the command wrote about faults of its own: there should be none."""
        return [path.read_text(encoding="utf-8") for path in (self.folder / "tmp").glob("afterword-fault-*")]


class Installation(Home):
    """A configured installation: one account on the IMAP server, letters through the SMTP server.

    `config` is what the file says; change it and call `write_config` to configure otherwise.
    """

    def __init__(self, folder: Path, dovecot: Dovecot, smtp_server: SmtpServer) -> None:
        super().__init__(folder)
        self.dovecot = dovecot
        self.smtp_server = smtp_server
        self.user = dovecot.new_user()
        self.environment = {"IMAP_PASSWORD": IMAP_PASSWORD, "SMTP_PASSWORD": SMTP_PASSWORD}
        self.config: dict[str, Any] = {
            # Tests run at any hour and want to see what each message leads to.
            "letters": {
                "to": RECIPIENT,
                "timezone": "UTC",
                "debrief_after_hours": 0,
                "share_letter": False,
                "letters_a_day": 1000,
                "quiet_hours": "",
            },
            "delivery": {
                "host": smtp_server.host,
                "port": smtp_server.port,
                "security": "starttls",
                "user": SMTP_USER,
                "password_env": "SMTP_PASSWORD",
                "ca_file": str(smtp_server.ca_file),
            },
            "accounts": [
                {
                    "name": "home",
                    "host": dovecot.host,
                    "port": dovecot.port,
                    "user": self.user,
                    "password_env": "IMAP_PASSWORD",
                    "ca_file": str(dovecot.ca_file),
                }
            ],
        }
        self.write_config()

    def write_config(self) -> None:
        """Write the config file."""
        self.config_path.parent.mkdir(parents=True, exist_ok=True)
        self.config_path.write_text(_toml(self.config), encoding="utf-8")
        self.config_path.chmod(0o600)

    def configure(self, table: str, **values: Any) -> None:
        """Change keys of a table (`accounts` means the first account); None takes a key away."""
        found = self.config.setdefault(table, {})
        chosen = found[0] if isinstance(found, list) else found
        for key, value in values.items():
            chosen[key] = value
        for key in [key for key, value in chosen.items() if value is None]:
            del chosen[key]
        self.write_config()

    def receive(self, *messages: bytes, **options: Any) -> list[int]:
        """Put messages into the mailbox, received now unless told otherwise, and return their UIDs."""
        return self.dovecot.append(self.user, *messages, **{"date": NOW, **options})

    @property
    def letters(self) -> list[EmailMessage]:
        """The letters that the SMTP server accepted, parsed."""
        return [parsed(one.raw) for one in self.smtp_server.letters]

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the log."""
        with closing(sqlite3.connect(self.log_path)) as log:
            return log.execute(sql, values).fetchall()

    def change_log(self, sql: str, values: Mapping[str, object] | None = None) -> None:
        """Change the log behind the command's back."""
        with closing(sqlite3.connect(self.log_path)) as log, log:
            log.execute(sql, values or {})

    def hours_pass(self) -> None:
        """Let time go by for the outbox: what has to wait, or was claimed and not sent, may be tried again."""
        self.change_log(
            "UPDATE outbox SET due = :then, claimed_at = iif(claimed_at IS NULL, NULL, :then)",
            {"then": "2000-01-01T00:00:00+00:00"},
        )

    def logged(self) -> list[str]:
        """Return the Message-IDs of the logged rejections."""
        return sorted(one for (one,) in self.rows("SELECT message_id FROM rejections"))

    def cursor(self) -> int:
        """Return how far INBOX was read."""
        return int(self.rows("SELECT uid FROM cursors WHERE mailbox = 'home/INBOX'")[0][0])


def parsed(raw: bytes) -> EmailMessage:
    """Return a letter, parsed."""
    letter = BytesParser(policy=policy.default).parsebytes(raw)
    assert isinstance(letter, EmailMessage)
    return letter


def about(letter: EmailMessage) -> str:
    """Return the Message-ID of the message that a letter answers, without angle brackets."""
    return str(letter["In-Reply-To"]).strip("<>")


def says_one_sentence(outcome: Outcome, *words: str) -> None:
    """Check that a failure is told as promised: a sentence with these words, a next step, and no traceback."""
    lines = outcome.err.splitlines()
    told = [line for line in lines if line.startswith("afterword: ")]
    assert told, outcome.err
    assert "Traceback" not in outcome.err
    assert "fault of Afterword itself" not in outcome.err
    assert all(line.endswith((".", ":")) for line in told), told
    assert all(any(word in line for line in told) for word in words), (words, told)
    assert any(line.startswith("  ") and not line.startswith("  - ") for line in lines), "no next step"


def _toml(config: Mapping[str, Any]) -> str:
    lines: list[str] = []
    for name, table in config.items():
        for one in table if isinstance(table, list) else [table]:
            lines.append(f"[[{name}]]" if isinstance(table, list) else f"[{name}]")
            lines += [f"{key} = {as_toml(value)}" for key, value in one.items()]
    return "\n".join(lines) + "\n"
