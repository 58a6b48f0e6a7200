"""Calling the programs of the machine that keep schedules, and writing the files that they read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.adapters.drafts import write_whole
from pipeline.core.schedule import Standing
from pipeline.errors import UserError, why

#: None of them has more to do than to read some lines.
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Said:
    """How a program ended, and what it printed; bytes that are no UTF-8 are kept as os.fsdecode keeps them."""

    status: int
    output: str
    complaint: str


def call(program: str, *arguments: str, given: str = "", hint: str = "") -> Said:
    """Run a program to its end, in plain English.

    Args:
        program: Its name, looked for on the PATH.
        arguments: As they are: no shell sees them.
        given: Its standard input.
        hint: The next step where it is missing.

    Raises:
        UserError: It is missing, cannot be run or does not end.
    """
    path = require(program, hint)
    try:
        done = subprocess.run(  # noqa: S603 - a program of the machine, and words of ours
            [path, *arguments],
            input=given.encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired as error:
        raise UserError(f"{program} did not end within {_SECONDS} seconds.", hint="Call it by hand.") from error
    except OSError as error:
        raise UserError(f"{program} could not be run: {why(error)}.", hint="Call it by hand.") from error
    return Said(done.returncode, _text(done.stdout), _text(done.stderr).strip())


def require(program: str, hint: str) -> str:
    """Return where a program lies; raise UserError if it is not on the PATH."""
    path = shutil.which(program)
    if path is None:
        raise UserError(f"This machine has no {program}.", hint=hint)
    return path


def succeed(said: Said, what: str, hint: str) -> None:
    """Raise UserError, with the last line of what a program complained about, unless it ended well."""
    if said.status:
        reason = (said.complaint.splitlines() or [f"status {said.status}"])[-1].rstrip(".")
        raise UserError(f"{what}: {reason}.", hint=hint)


def write(path: Path, text: str) -> None:
    """Write a file in one step; raise UserError if that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8", "surrogateescape"), mode=0o644)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {why(error)}.", hint="Make its folder writable to you.") from error


def delete(path: Path) -> None:
    """Delete a file if it is there; raise UserError if that cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"{path} cannot be deleted: {why(error)}.", hint="Delete it by hand.") from error


def standing(texts: Mapping[Path, str]) -> Standing:
    """Return whether files are there with these texts."""
    found = {path: path.read_bytes() for path in texts if path.is_file()}
    if not found:
        return Standing.ABSENT
    wanted = {path: text.encode("utf-8", "surrogateescape") for path, text in texts.items()}
    return Standing.SAME if found == wanted else Standing.OTHER


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
