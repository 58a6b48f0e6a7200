"""Opening the log: where its file lies, who may read it, and that its schema is ours."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from filelock import FileLock
from sqlite_utils import Database

from pipeline.adapters.log.errors import not_a_log, translated
from pipeline.adapters.log.migrations import is_foreign, migrations, unknown_steps
from pipeline.errors import LogError, SchemaTooNewError

_PRIVATE_FILE = 0o600
_PRIVATE_DIRECTORY = 0o700
_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def connect(path: Path | None, *, read_only: bool, timeout_seconds: float) -> sqlite3.Connection:
    """Return a connection to a log whose schema is that of this version.

    Given no path, the log lives in memory. `timeout_seconds` is how long to wait for another process's lock. One of an
    earlier version is brought up to date, also to be read only, if its file lets us.

    Raises:
        LogError: The file is missing (if it is only to be read), cannot be opened, or is not a log.
        SchemaTooNewError: It was written by a later version of Afterword.
    """
    with translated(path), _opened(path, read_only=read_only, timeout_seconds=timeout_seconds) as connection:
        _prepare(connection, path, read_only=read_only, timeout_seconds=timeout_seconds)
    return connection


def connect_copy(path: Path, *, timeout_seconds: float) -> sqlite3.Connection:
    """Return a connection to a copy in memory of a log, brought up to date there; without a file it is empty.

    Raises:
        LogError, SchemaTooNewError: As for `connect`.
    """
    with translated(path), _opened(None, read_only=False, timeout_seconds=timeout_seconds) as copy:
        if path.exists():
            with closing(_raw_connection(path, read_only=True, timeout_seconds=timeout_seconds)) as original:
                _refuse_strange(Database(original, execute_plugins=False), path)
                original.backup(copy)
        _prepare(copy, None, read_only=False, timeout_seconds=timeout_seconds)
    return copy


@contextmanager
def _opened(path: Path | None, *, read_only: bool, timeout_seconds: float) -> Iterator[sqlite3.Connection]:
    """Give a connection to prepare, which is closed if that fails; its rows are told by name afterwards."""
    connection = _raw_connection(path, read_only=read_only, timeout_seconds=timeout_seconds)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row


def _raw_connection(path: Path | None, *, read_only: bool, timeout_seconds: float) -> sqlite3.Connection:
    if path is None:
        return _connect(":memory:", timeout_seconds)
    if read_only:
        return _connect_read_only(path, timeout_seconds)
    _make_private(path)
    return _connect(path.absolute().as_uri(), timeout_seconds)


def _connect(uri: str, timeout_seconds: float) -> sqlite3.Connection:
    # Without an isolation level the module begins no transactions of its own accord: we say BEGIN IMMEDIATE.
    return sqlite3.connect(uri, uri=True, timeout=timeout_seconds, isolation_level=None)


def _connect_read_only(path: Path, timeout_seconds: float) -> sqlite3.Connection:
    if not path.exists():
        raise LogError(f"There is no log at {path} yet.", hint="The first `afterword run` writes it.")
    uri = path.absolute().as_uri()
    connection = _connect(f"{uri}?mode=ro", timeout_seconds)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if _has_unmerged_writes(path):
            raise
        # In WAL mode even a reader wants to create two files beside the log (https://www.sqlite.org/wal.html#readonly).
        # Where the directory does not let it, nobody else can be writing there either.
        return _connect(f"{uri}?immutable=1", timeout_seconds)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_unmerged_writes(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    # An existing file is never opened and closed here: that would drop every lock which another connection of this
    # process holds on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    if not path.exists():
        path.touch(mode=_PRIVATE_FILE)
    elif path.is_file() and path.stat().st_mode & _OF_OTHERS:
        with suppress(PermissionError):
            path.chmod(_PRIVATE_FILE)


def _prepare(connection: sqlite3.Connection, path: Path | None, *, read_only: bool, timeout_seconds: float) -> None:
    database = Database(connection, execute_plugins=False)
    _refuse_strange(database, path)
    if read_only:
        _catch_up(database, path, timeout_seconds)
    elif _is_unfinished(database, path):
        lock = FileLock(f"{path}.lock", timeout=timeout_seconds, mode=_PRIVATE_FILE) if path else nullcontext()
        with lock:
            _refuse_strange(database, path)
            _finish(database, path)
    connection.execute("PRAGMA foreign_keys = on")
    # What was acknowledged has to survive a power cut as well.
    connection.execute("PRAGMA synchronous = full")


def _refuse_strange(database: Database, path: Path | None) -> None:
    if unknown_steps(database):
        raise SchemaTooNewError(
            f"The log {path} was written by a later version of Afterword.",
            hint="Update Afterword, or name another file for the log.",
        )
    if is_foreign(database):
        raise not_a_log(path)


def _catch_up(database: Database, path: Path | None, timeout_seconds: float) -> None:
    """Bring a log up to date that is open for reading; raise LogError if that cannot be done."""
    if path and migrations.pending(database) and migrations.applied(database):
        with suppress(LogError):
            connect(path, read_only=False, timeout_seconds=timeout_seconds).close()
    if migrations.pending(database):
        raise LogError(
            f"The log {path} was written by an earlier version of Afterword.",
            hint="The next `afterword run` brings it up to date.",
        )


def _is_unfinished(database: Database, path: Path | None) -> bool:
    return bool(migrations.pending(database)) or (path is not None and _journal_mode(database) != "wal")


def _finish(database: Database, path: Path | None) -> None:
    if path is not None:
        database.execute("PRAGMA journal_mode = wal")
    # `apply` itself begins deferred and reads first, and so fails at once while another process writes.
    database.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
    except BaseException:
        database.rollback()
        raise
    database.commit()


def _journal_mode(database: Database) -> str:
    return str(database.execute("PRAGMA journal_mode").fetchone()[0])
