"""What SQLite and the file system say about the log, in our words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import Timeout

from pipeline.errors import LogError, why

_PRIMARY_CODE = 0xFF

_FULL = ("The disk that holds the log {log} is full.", "Make room and run again: nothing was written in part.")
_NOT_WRITABLE = (
    "The log {log} cannot be opened for writing.",
    "Check that you own the file and its directory, and that the file system is not read-only.",
)
_LOCKED = (
    "Another program holds the log {log}.",
    "Wait for the other run to end, or close the program that has the file open, then try again.",
)
_FAILING = (
    "The log {log} cannot be read or written: the disk reports an error.",
    "Check the disk and its file system.",
)
_DAMAGED = ("The log {log} is damaged.", "Restore it from a copy, or move it away: the next run begins a new one.")
_NO_DATABASE = ("{log} is not a log of Afterword.", "Name another file, or move this one away.")

#: By primary result code (https://www.sqlite.org/rescode.html). Whatever is not listed is a fault of ours.
_BY_SQLITE = {
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: _FAILING,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NOT_WRITABLE,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
}

_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _FAILING,
    errno.EACCES: _NOT_WRITABLE,
    errno.EPERM: _NOT_WRITABLE,
    errno.EROFS: _NOT_WRITABLE,
}


def not_a_log(path: Path | None) -> LogError:
    """Return the error for a database of another program."""
    return _error(path, _NO_DATABASE)


def damaged(path: Path | None) -> LogError:
    """Return the error for a file of which some part cannot be read."""
    return _error(path, _DAMAGED)


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn what goes wrong with the file into a LogError; let faults of ours through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        words = _BY_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
        if words is None:
            raise
        raise _error(path, words) from error
    except Timeout as error:
        raise _error(path, _LOCKED) from error
    except OSError as error:
        other = (f"The log {{log}} cannot be opened: {why(error)}.", _NOT_WRITABLE[1])
        raise _error(path, _BY_ERRNO.get(error.errno or 0, other)) from error


def _error(path: Path | None, words: tuple[str, str]) -> LogError:
    sentence, hint = words
    return LogError(sentence.replace("{log}", str(path or "in memory")), hint=hint)
