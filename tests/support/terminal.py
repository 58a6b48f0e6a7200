"""A command on a terminal of its own, which it can ask for a password and which can send it Ctrl-C."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
_SECONDS = 60

#: Makes its standard input the terminal that controls it, then becomes the command.
_TAKE = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """The command `afterword` of this checkout, running. Use it as a context, which ends it."""

    def __init__(self, *arguments: str, environment: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-c", _TAKE, sys.executable, "-m", "pipeline", *arguments]
        surroundings = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "TERM": "dumb", **environment}
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        self.output = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def waits_for(self, words: str) -> None:
        """Read until it has said some words, after what was read before."""
        start, deadline = len(self.output), time.monotonic() + _SECONDS
        while not re.search(re.escape(words), self.output[start:]):
            assert time.monotonic() < deadline, f"no {words!r} in {self.output}"
            assert self._read(), f"ended without {words!r}: {self.output}"

    def types(self, keys: str) -> None:
        """Type some keys; a lone surrogate is the byte that os.fsdecode made it of."""
        os.write(self._ours, os.fsencode(keys))

    def ends(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        return self._process.wait(timeout=_SECONDS)

    def _read(self) -> bool:
        """Read what is there within a second; return whether more may come."""
        if not select.select([self._ours], [], [], 1)[0]:
            return True
        try:
            said = os.read(self._ours, 65536)
        except OSError:  # EIO: nobody holds the other side any more
            return False
        self.output += said.decode("utf-8", "replace")
        return bool(said)
