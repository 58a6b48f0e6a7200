"""The log's connection: statements and transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.adapters.log.errors import damaged, translated
from pipeline.adapters.log.opening import connect, connect_copy
from pipeline.adapters.log.values import storable
from pipeline.errors import LogError

#: How long to wait for another process that is writing, unless told otherwise.
TIMEOUT_SECONDS = 15.0

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))

# Table by table: SQLite asks the search index too, otherwise, which may want to write for it.
_IS_DAMAGED = """
SELECT 1 FROM sqlite_master AS known, pragma_integrity_check(known.name) AS found
WHERE known.type = 'table' AND known.rootpage > 0 AND found.integrity_check <> 'ok' LIMIT 1
"""


class LogConnection:
    """A connection to the log; what it writes outside a transaction is a transaction of its own."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection
        self._depth = 0

    @classmethod
    def open(cls, path: Path | None, *, read_only: bool = False, timeout_seconds: float = TIMEOUT_SECONDS) -> Self:
        """Return the log in a file, or one in memory if there is no path.

        A missing file is created, readable by its owner alone, but not with `read_only`: then every write fails. An
        older one is brought up to date in either case. `timeout_seconds` is how long a write waits for another process.

        Raises:
            LogError: It cannot be opened.
            SchemaTooNewError: It was written by a later version of Afterword.
        """
        return cls(connect(path, read_only=read_only, timeout_seconds=timeout_seconds), path)

    @classmethod
    def copy_of(cls, path: Path) -> Self:
        """Return a copy in memory of the log in a file, or an empty one if there is none: a place to rehearse in.

        Raises:
            LogError, SchemaTooNewError: As for `open`.
        """
        return cls(connect_copy(path, timeout_seconds=TIMEOUT_SECONDS), None)

    def close(self) -> None:
        """Close the file; a transaction that is still open is undone."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check(self) -> None:
        """Read the whole file, what no command asks for included; raise LogError if any of it is damaged."""
        if self._row(_IS_DAMAGED):
            raise damaged(self.path)

    def check_writable(self) -> None:
        """Write nothing, but as one writes; raise LogError if that cannot be done.

        SQLite opens a file for reading alone where it may not do more, and lets even a transaction for writing begin.
        """
        self._write("DELETE FROM settings WHERE false")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Return a context in which everything is written, or nothing; it holds the write lock from the start.

        Inside another transaction it joins in: what it wrote is undone if it fails, and kept only if the outer one is.

        Raises:
            LogError: The log is locked, cannot be written, or its disk is full.
        """
        begin, end, undo = _PART if self._depth else _WHOLE
        self._rows(begin)
        self._depth += 1
        try:
            yield
            self._rows(end)
        except BaseException:
            self._undo(undo)
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Return a context in which all that is read is of one moment."""
        if self._depth or self._connection.in_transaction:
            yield
            return
        self._rows("BEGIN DEFERRED")
        try:
            yield
        finally:
            self._undo(("ROLLBACK",))

    def _rows(self, sql: str, values: Mapping[str, object] | Sequence[object] = ()) -> list[sqlite3.Row]:
        with translated(self.path):
            # SQLite may undo a whole transaction by itself, as on a full disk. Whatever followed would then be
            # written at once and for good.
            if self._depth and not self._connection.in_transaction:
                raise LogError(f"The log {self.path} gave up a transaction after an error.", hint="Run again.")
            return self._connection.execute(sql, storable(values)).fetchall()

    def _row(self, sql: str, values: Mapping[str, object] | Sequence[object] = ()) -> sqlite3.Row | None:
        return next(iter(self._rows(sql, values)), None)

    def _write(self, sql: str, values: Mapping[str, object] | Sequence[object] = ()) -> list[sqlite3.Row]:
        with self.transaction():
            return self._rows(sql, values)

    def _undo(self, statements: Sequence[str]) -> None:
        # SQLite may have undone it already; the error that brought us here is the one to tell.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                for statement in statements:
                    self._connection.execute(statement)
