"""Other processes on the same log."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]

#: What every child process begins with.
PRELUDE = """
import os, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from support.log_examples import NOON, days, judged
from pipeline.adapters.log import SqliteLog
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Cursor
from pipeline.errors import LogError
path = Path(sys.argv[1])
""".format(root=str(ROOT), tests=str(ROOT / "tests"))

NOBODY = 65534

#: Root may write anywhere, so a child that is not to becomes nobody.
BECOME_NOBODY = f"""
if os.geteuid() == 0:
    os.setuid({NOBODY})
"""


def child(script: str, path: Path) -> subprocess.Popen[str]:
    """Start another process on the same log."""
    command = [sys.executable, "-c", PRELUDE + script, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str], said: str = "") -> str:
    """Let a process end and return what it printed; it has to end well."""
    out, err = process.communicate(said, timeout=120)
    assert process.returncode == 0, err
    return out


def stream(of: IO[str] | None) -> IO[str]:
    """Return a stream that is known to be piped."""
    assert of is not None
    return of


@contextmanager
def writer(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the write lock in another process; what is given lets it commit one message and go."""
    script = """
with SqliteLog.open(path) as log, log.transaction():
    log.record(judged("theirs@x"), at=NOON)
    print("held", flush=True)
    sys.stdin.readline()
"""
    process = child(script, path)
    assert stream(process.stdout).readline() == "held\n"

    def commit() -> None:
        finish(process, "go\n")

    try:
        yield commit
    finally:
        process.kill()
        process.communicate()
