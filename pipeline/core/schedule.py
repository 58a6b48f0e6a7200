"""What a schedule says, for systemd, cron and launchd: the shipped files with the command and the folders of the user.

Each program has its own way to quote what stands in a file, and a path may hold anything that a file system takes.
"""

from __future__ import annotations

import plistlib
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

#: The shipped files.
UNITS = ("afterword.service", "afterword.timer", "afterword-digest.service", "afterword-digest.timer")
PROPERTY_LISTS = ("org.afterword.run.plist", "org.afterword.digest.plist")

#: What systemd takes as it stands, in any value (systemd.syntax(7)).
_PLAIN = re.compile(r"[\w/.,:=@+~-]+")
#: What systemd refuses in the path of a program, even in quotes.
_NO_PROGRAM = re.compile(r"[\"'\\]")
#: Runs its arguments as a command.
_SHELL = ("/bin/sh", "-c", 'exec "$0" "$@"')

#: How the shipped files name the command.
_OF_CRON = '"$HOME/$AFTERWORD"'
_OF_LAUNCHD = '"$HOME/.local/bin/afterword"'

#: What the first and the last of our lines in a crontab begin with.
_BEGIN, _END = "# BEGIN afterword", "# END afterword"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be started on a schedule.

    Attributes:
        command: The command with its options, in front of `run` and `digest`; the first word is a whole path.
        config: The path of the config.
        state: The state directory.
        letters: The folder that letters are written into; empty if they go elsewhere.
    """

    command: tuple[str, ...]
    config: str
    state: str
    letters: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything in it that gets into a file."""
        return (*self.command, self.config, self.state, self.letters)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a schedule consists of: where it stands, and its text."""

    place: str
    text: str


class Standing(StrEnum):
    """Whether a schedule is in place: not at all, otherwise than it would be installed now, or just so."""

    ABSENT = "absent"
    OTHER = "other"
    SAME = "same"


def unit(shipped: str, job: Job) -> str:
    """Return the text of a systemd unit for a job."""
    letters = [f"ReadWritePaths={_value(job.letters)}"] if job.letters else []
    said = {
        "ExecStart=%h/.local/bin/afterword": f"ExecStart={_exec(job.command)}",
        "Documentation=": f"Documentation=file://{quote(job.config, errors='surrogateescape').replace('%', '%%')}",
        "Environment=TMPDIR=": f"Environment={_value(f'TMPDIR={job.state}')}",
        "ReadWritePaths=": f"ReadWritePaths={_value(job.state)}",
        "#ReadWritePaths=": "\n".join(letters),
    }
    return "".join(f"{_unit_line(line, said)}\n" for line in shipped.splitlines())


def _unit_line(line: str, said: Mapping[str, str]) -> str:
    """Return a line of a unit, with what is said of the job in place of what the shipped file says."""
    for start, text in said.items():
        if line.startswith(start) and text:
            is_command = start.startswith("ExecStart=")
            return text + line.removeprefix(start) if is_command else text
    return line


def _exec(command: Sequence[str]) -> str:
    """Return a command as ExecStart takes it (systemd.service(5), COMMAND LINES)."""
    words = (*_SHELL, *command) if _NO_PROGRAM.search(command[0]) else tuple(command)
    literally = ":" if any("$" in word for word in words) else ""  # systemd puts in no variables
    return literally + " ".join(map(_value, words))


def _value(text: str) -> str:
    """Return one word of a unit's value, quoted where need be, with specifiers escaped."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def crontab(shipped: str, job: Job) -> str:
    """Return the lines of a crontab for a job, between marks.

    The variables of the shipped file are left out: in a crontab they hold for the lines of the user below them, too.
    """
    lines = shipped.splitlines()
    last = max(number for number, line in enumerate(lines) if re.match(r"[A-Z]+=", line))
    command = shlex.join(job.command).replace("%", r"\%")  # a bare % ends the command (crontab(5))
    kept = [line.replace(_OF_CRON, command) for line in lines[last + 1 :] if line]
    begin = f"{_BEGIN}: `afterword schedule remove` takes these lines out"
    return "".join(f"{line}\n" for line in (begin, *kept, _END))


def without_block(text: str) -> tuple[str, str]:
    """Return a crontab without the lines between the marks, and those lines with their marks.

    Raises:
        ValueError: A mark is without its fellow.
    """
    lines = text.splitlines(keepends=True)
    begins = [number for number, line in enumerate(lines) if line.startswith(_BEGIN)]
    ends = [number for number, line in enumerate(lines) if line.startswith(_END)]
    if not begins and not ends:
        return text, ""
    if len(begins) != 1 or len(ends) != 1 or begins > ends:
        raise ValueError("a mark is without its fellow")
    first, behind = begins[0], ends[0] + 1
    return "".join(lines[:first] + lines[behind:]), "".join(lines[first:behind])


def property_list(shipped: str, job: Job) -> str:
    """Return the text of a launchd property list for a job."""
    held = plistlib.loads(shipped.encode())
    *shell, line = held["ProgramArguments"]
    held["ProgramArguments"] = [*shell, line.replace(_OF_LAUNCHD, shlex.join(job.command))]
    return plistlib.dumps(held, sort_keys=False).decode()
