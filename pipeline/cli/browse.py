"""`afterword browse`: the log in a web browser, on this machine alone and for looking only."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click

from pipeline import resources
from pipeline.cli import setting
from pipeline.errors import UserError

_LOOPBACK = "127.0.0.1"


@click.command("browse")
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Listen on this port; else on a free one.")
@click.option("--open", "opens", is_flag=True, help="Open the web browser, too.")
def browse_command(*, port: int | None, opens: bool) -> int:
    """Serve the log on this machine with Datasette, until Ctrl-C. Only the printed address lets one in."""
    if importlib.util.find_spec("datasette") is None:
        raise UserError(
            "Datasette is not installed, which shows the log in a browser.",
            hint="Install Afterword anew with it, from your copy of the repository: "
            "`pipx install --force '.[browse]'`, or `uv tool install --force '.[browse]'`.",
        )
    house = setting.house()
    if not house.log_path.exists():
        raise UserError("There is no log yet.", hint="Run `afterword run` first.")
    with house.log():  # brings an older one up to date
        pass
    command = serving(house.log_path, _free_port(port or 0), opens=opens)
    # No plugin of the user's other projects is loaded: one might write.
    process = subprocess.Popen(command, env={**os.environ, "DATASETTE_LOAD_PLUGINS": ""})  # noqa: S603 - a list of ours

    def end(*_: object) -> NoReturn:
        process.terminate()
        raise KeyboardInterrupt

    try:
        signal.signal(signal.SIGTERM, end)  # Ctrl-C reaches Datasette by itself; this would leave it behind
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        return 0


def serving(log: Path, port: int, *, opens: bool) -> list[str]:
    """Return the command that serves a log.

    Datasette opens the file with `mode=ro`. With `--root` it prints an address with a token of its own making, and the
    shipped metadata lets in nobody who has not come by it, so that other users of this machine stay outside.
    """
    settings = {"allow_download": "off", "default_page_size": "50", "sql_time_limit_ms": "5000"}
    return [
        *(sys.executable, "-m", "datasette", "serve", str(log)),
        *("--host", _LOOPBACK, "--port", str(port), "--root"),
        *("--metadata", str(resources.BROWSE)),
        *(part for name, value in settings.items() for part in ("--setting", name, value)),
        *(["--open"] if opens else []),
    ]


def _free_port(port: int) -> int:
    """Return a port that can be listened on, any for 0; raise UserError if it is taken."""
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((_LOOPBACK, port))
        except OSError as error:
            raise UserError(
                f"Port {port} cannot be listened on: {error.strerror}.", hint="Leave --port out: a free one is found."
            ) from error
        return int(one.getsockname()[1])
