"""The command line: parse, load the config, bootstrap, call one task, print, exit code."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import click

from pipeline.cli.app import ReaderGoneError, cli
from pipeline.cli.output import complain
from pipeline.errors import AfterwordError, ExitCode


def main() -> NoReturn:
    """Run the command and end the process with its exit code. The one place where errors become words."""
    try:
        result = cli.main(prog_name="afterword", standalone_mode=False)
        code = result if isinstance(result, int) else ExitCode.DONE
        sys.stdout.flush()
    except AfterwordError as error:
        complain(error)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        code = 130  # as shells report SIGINT
    except (ReaderGoneError, BrokenPipeError):
        # Python must not complain about it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.DONE
    except Exception:  # noqa: BLE001 - the last resort: a fault of ours ends in one line and a report, never a traceback
        _report_fault()
        code = ExitCode.FAULT
    sys.exit(int(code))


def _report_fault() -> None:
    """Write what went wrong inside Afterword to a private file, and say where."""
    handle, name = tempfile.mkstemp(prefix="afterword-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        traceback.print_exc(file=file)
    click.echo(
        "afterword: This is a fault of Afterword itself; nothing that was saved is lost.\n"
        f"  Please report it with {Path(name)}; read that file first, it may quote a message.",
        err=True,
    )
