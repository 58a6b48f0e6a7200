"""The log among other processes: locks, crashes, and places where it may not write."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from support.log_examples import NOON, judged
from support.log_processes import BECOME_NOBODY, child, finish, stream, writer

from pipeline.adapters.log import SqliteLog
from pipeline.core.letters.letter import LetterKind
from pipeline.errors import LogError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of a log that does not exist yet."""
    return tmp_path / "state" / "log.db"


@pytest.fixture
def sealed() -> Iterator[Path]:
    """Give a directory that nobody may write to, with a log in it; root is let through, so children are nobody."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        with SqliteLog.open(directory / "log.db") as log:
            log.record(judged(), at=NOON)
        (directory / "log.db").chmod(0o444)
        (directory / "log.db.lock").unlink(missing_ok=True)
        directory.chmod(0o555)
        yield directory
        directory.chmod(0o755)


@pytest.mark.parametrize("name", ["new.db", "sub/new.db", "log.db"])
def test_a_directory_that_cannot_be_written_is_explained(sealed: Path, name: str) -> None:
    """Whether the log is new or old: one sentence with its path, and what to check."""
    script = """
try:
    with SqliteLog.open(path) as log:
        log.record(judged("b@x"), at=NOON)
except LogError as error:
    print(error, error.hint)
"""
    said = finish(child(BECOME_NOBODY + script, sealed / name))
    assert str(sealed / name) in said
    assert "cannot be opened for writing" in said
    assert "read-only" in said


def test_a_log_in_a_read_only_directory_can_be_read(sealed: Path) -> None:
    """As on a mounted backup, where SQLite cannot create the files it wants beside it."""
    script = """
with SqliteLog.open(path, read_only=True) as log:
    print(log.rejections()[0].company)
"""
    assert finish(child(BECOME_NOBODY + script, sealed / "log.db")) == "Acme\n"


def test_a_writer_waits_for_another_one(path: Path) -> None:
    """Reading first and writing then, as a label does, must not fail at once while another process writes."""
    with SqliteLog.open(path) as log:
        log.record(judged("ours@x"), at=NOON)
    waiting = """
from pipeline.core.verdict import Label
with SqliteLog.open(path, timeout_seconds=60) as log:
    print("trying", flush=True)
    with log.transaction():
        found = [one.message_id for one in log.rejections()]
        log.set_label(1, Label.OFFER, by="terminal", at=NOON)
    print(sorted(found))
"""
    with writer(path) as commit:
        process = child(waiting, path)
        assert stream(process.stdout).readline() == "trying\n"
        commit()
        assert finish(process) == "['ours@x', 'theirs@x']\n"


def test_a_lock_that_is_held_too_long_is_explained(path: Path) -> None:
    """Nothing is written, and the sentence says who is to blame."""
    SqliteLog.open(path).close()
    with writer(path), SqliteLog.open(path, timeout_seconds=0.1) as log:
        with pytest.raises(LogError, match="Another program holds") as caught:
            log.record(judged("ours@x"), at=NOON)
        assert "try again" in caught.value.hint
        assert log.rejections() == []


def test_a_migration_that_another_process_is_busy_with_is_waited_for(path: Path) -> None:
    """Several first runs at once create one schema, and none fails."""
    script = """
with SqliteLog.open(path, timeout_seconds=60) as log:
    log.record(judged(str(os.getpid())), at=NOON)
"""
    processes = [child(script, path) for _ in range(4)]
    for process in processes:
        finish(process)
    with SqliteLog.open(path) as log:
        assert len(log.rejections()) == 4


def test_a_schema_change_waits_for_a_writer(path: Path) -> None:
    """A program that is in the middle of writing to the file does not make an update fail."""
    path.parent.mkdir()
    holding = """
import sqlite3
raw = sqlite3.connect(path, isolation_level=None)
raw.execute("PRAGMA journal_mode = wal")
raw.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
raw.execute("COMMIT")
"""
    opening = """
print("trying", flush=True)
with SqliteLog.open(path, timeout_seconds=60) as log:
    print(log.record(judged(), at=NOON))
"""
    holder = child(holding, path)
    assert stream(holder.stdout).readline() == "held\n"
    opener = child(opening, path)
    assert stream(opener.stdout).readline() == "trying\n"
    # Time to run into the lock; were it too short, the test would see less, but never fail.
    time.sleep(0.5)
    finish(holder, "go\n")
    assert finish(opener) == "1\n"


def test_a_held_migration_lock_is_explained(path: Path) -> None:
    """Instead of waiting for ever for a process that hangs."""
    path.parent.mkdir()
    with (
        FileLock(f"{path}.lock"),
        pytest.raises(LogError, match="Another program holds"),
    ):
        SqliteLog.open(path, timeout_seconds=0.1)


def test_two_processes_claim_different_letters(path: Path) -> None:
    """Between them they take each letter once."""
    with SqliteLog.open(path) as log, log.transaction():
        for place in range(60):
            log.owe(LetterKind.DEBRIEF, f"{place}@x", NOON)
    script = """
print("ready", flush=True)
sys.stdin.readline()
with SqliteLog.open(path, timeout_seconds=60) as log:
    while owed := log.claim(NOON):
        print(owed.about)
"""
    processes = [child(script, path), child(script, path)]
    for process in processes:
        assert stream(process.stdout).readline() == "ready\n"
    for process in processes:
        stream(process.stdin).write("go\n")
        stream(process.stdin).flush()
    claimed = [about for process in processes for about in finish(process).split()]
    assert sorted(claimed) == sorted(f"{place}@x" for place in range(60))


def test_a_process_that_dies_in_a_transaction_leaves_nothing_half_written(path: Path) -> None:
    """Neither the message without its letter nor the cursor without the message; the lock is free again."""
    script = """
log = SqliteLog.open(path)
log.record(judged("done@x"), at=NOON)
with log.transaction():
    log.record(judged("half@x", uid=2), at=NOON)
    log.owe(LetterKind.DEBRIEF, "half@x", NOON)
    log.advance(Cursor("INBOX", 7, 2), at=NOON)
    os._exit(9)
"""
    process = child(script, path)
    process.communicate(timeout=120)
    assert process.returncode == 9
    with SqliteLog.open(path, timeout_seconds=0) as log:
        assert [one.message_id for one in log.rejections()] == ["done@x"]
        assert (log.outbox(), log.cursor("INBOX")) == ([], None)
        assert log.search("acme")[0]["id"] == 1
        log._rows("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)")
        assert log.record(judged("half@x", uid=2), at=NOON)
