"""The command line: parse, load the config, bootstrap, call one task, print, exit code."""

from __future__ import annotations

import errno
import io
import logging
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
    _prepare_streams()
    # What libraries log can hold names and text of messages, and is no sentence for a user.
    logging.getLogger().addHandler(logging.NullHandler())
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
        _let_output_go()
        code = ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - the last resort: a fault of ours ends in one line and a report, never a traceback
        code = _explain(error)
    sys.exit(int(code))


def _prepare_streams() -> None:
    """Make sure that there are streams, which a caller may have closed, and that no character makes one fail."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
        elif isinstance(stream, io.TextIOWrapper):
            # What is typed in another encoding is refused where it is read, as any other answer that is none.
            stream.reconfigure(errors="backslashreplace" if mode == "w" else "surrogateescape")


def _let_output_go() -> None:
    """Let what cannot be printed vanish: Python must not complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explain(error: Exception) -> ExitCode:
    """Say what went wrong that no part of ours foresaw, and return the exit code."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        click.echo("afterword: The output cannot be written: the disk is full.\n  Make room and try again.", err=True)
        _let_output_go()
        return ExitCode.USAGE
    _report_fault()
    return ExitCode.FAULT


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
