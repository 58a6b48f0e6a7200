"""Words on the terminal. rich is imported only when something is drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

import click

from pipeline.core.calendar import day_of
from pipeline.core.text import well_formed
from pipeline.errors import AfterwordError, ExitCode

#: Control and bidi characters, which could redraw the terminal or turn a line around.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: Which code a run with several faults ends with: what the user can mend, then what is final, then what may pass.
_GRAVITY = (ExitCode.USAGE, ExitCode.FAULT, ExitCode.GATE_NOT_MET, ExitCode.TRY_AGAIN)


def safe(text: object) -> str:
    """Return a text from a message without characters that do something to a terminal, or cannot be written to it."""
    return _UNSAFE.sub("", well_formed(str(text)))


def one_line(text: object) -> str:
    """Return a text from a message as `safe` does, and on one line."""
    return " ".join(safe(text).split())


def day(moment: datetime, zone: tzinfo) -> str:
    """Return the day of a moment in the user's time zone, as it is printed."""
    return str(day_of(moment, zone) or "without a date")


def as_json(record: Mapping[str, object]) -> str:
    """Return one record as one line of JSON; what would do something to a terminal is written as an escape."""
    line = well_formed(json.dumps(record, ensure_ascii=False))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def complain(error: AfterwordError, *, about: str = "") -> None:
    """Say what went wrong and what to do next, on standard error."""
    click.echo(f"afterword: {about + ': ' if about else ''}{safe(error)}", err=True)
    for problem in error.problems:
        click.echo(f"  - {safe(problem)}", err=True)
    if error.hint:
        click.echo(f"  {safe(error.hint)}", err=True)


def gravest(errors: Iterable[AfterwordError]) -> ExitCode:
    """Return the exit code for some faults; DONE for none."""
    codes = {error.exit_code for error in errors}
    return next((code for code in _GRAVITY if code in codes), ExitCode.DONE)
