"""The log in its file: who may read it, strange and damaged files, full disks, older and newer schemas."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from sqlite_utils import Database
from support.commands import Desk
from support.log_examples import NOON, days, judged
from support.log_processes import writer

from pipeline.adapters.log import SqliteLog
from pipeline.adapters.log.migrations import migrations
from pipeline.cli import setting
from pipeline.core.letters.digest import Coverage
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Cursor
from pipeline.core.verdict import Decision, Label
from pipeline.errors import LogError, SchemaTooNewError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of a log that does not exist yet."""
    return tmp_path / "state" / "log.db"


def test_the_log_is_private_from_the_start(path: Path) -> None:
    """Only its owner may read it, its directory and whatever SQLite and the lock put beside it."""
    before = os.umask(0)
    try:
        with SqliteLog.open(path) as log:
            log.record(judged(), at=NOON)
            files = list(path.parent.iterdir())
            assert {file.name for file in files} >= {"log.db", "log.db-wal"}
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_log_that_others_could_read_is_made_private(path: Path) -> None:
    """A copy that came back with other permissions is no longer open to all."""
    SqliteLog.open(path).close()
    path.chmod(0o644)
    SqliteLog.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_directory_keeps_its_permissions(tmp_path: Path) -> None:
    """What we did not create is not ours to change."""
    tmp_path.chmod(0o755)
    SqliteLog.open(tmp_path / "log.db").close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["100% full?#1.db", "ünï log.db"])
def test_any_file_name_is_taken_literally(tmp_path: Path, name: str) -> None:
    """SQLite is given a URI; nothing in a name may be read as part of one."""
    with SqliteLog.open(tmp_path / name) as log:
        log.record(judged(), at=NOON)
    assert (tmp_path / name).exists()
    with SqliteLog.open(tmp_path / name, read_only=True) as log:
        assert len(log.rejections()) == 1


def test_everything_is_still_there_after_reopening(path: Path) -> None:
    """Messages, labels, letters, cursors and settings."""
    with SqliteLog.open(path) as log:
        number = log.record(judged(decision=Decision.UNCERTAIN), at=NOON)
        log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
        log.owe(LetterKind.DEBRIEF, "no-1@acme.example", NOON)
        log.advance(Cursor("INBOX", 7, 1), at=NOON)
        log.store_setting("paused", "no")
    with SqliteLog.open(path) as log:
        assert [one.id for one in log.rejections()] == [number]
        assert len(log.outbox()) == 1
        assert log.cursor("INBOX") == Cursor("INBOX", 7, 1)
        assert log.setting("paused") == "no"


def test_the_tables_hold_no_value_of_another_type(path: Path) -> None:
    """The schema is strict, foreign keys are enforced, and readers are not blocked by a writer."""
    with SqliteLog.open(path) as log:
        log.record(judged(), at=NOON)
        for statement in (
            "UPDATE messages SET score = 'high'",
            "UPDATE messages SET application = 5",
            "INSERT INTO outbox (kind, about, due, status) VALUES ('debrief', 'a', '', 'lost')",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                log._write(statement)
        assert log._rows("PRAGMA journal_mode")[0][0] == "wal"


def test_an_application_was_opened_with_its_earliest_message(path: Path) -> None:
    """Whatever the order in which its messages are read; before the first there is no date."""
    with SqliteLog.open(path) as log:
        number = log.open_application("Acme", "Engineer")
        assert log._rows("SELECT opened_at FROM applications")[0][0] is None
        for place in (3, 5, 1):
            one = judged(f"{place}@x", date=NOON - days(place), application=number)
            log.record(one, at=NOON)
        assert log._rows("SELECT opened_at FROM applications")[0][0] == "2026-11-11T12:00:00+00:00"


def test_the_text_of_a_letter_is_kept_only_while_it_may_be_needed(path: Path) -> None:
    """A letter that was sent or dropped lies in the user's mailbox or nowhere; a refused one can still be looked at."""
    with SqliteLog.open(path) as log:
        for place, end in enumerate(("sent", "dropped", "refused")):
            log.owe(LetterKind.DEBRIEF, f"{place}@x", NOON)
            owed = log.claim(NOON)
            assert owed is not None
            log.keep(owed, b"the letter", f"own-{place}@me.example")
            if end == "sent":
                log.sent(owed, at=NOON)
            else:
                getattr(log, end)(owed, "reason")
        rows = log._rows("SELECT status, raw FROM outbox ORDER BY id")
        assert [tuple(row) for row in rows] == [("sent", None), ("dropped", None), ("refused", b"the letter")]


def test_a_log_that_is_only_read_cannot_be_written(path: Path) -> None:
    """It shows what is there, and refuses the rest in plain words."""
    with SqliteLog.open(path) as log:
        log.record(judged(), at=NOON)
    with SqliteLog.open(path, read_only=True) as log:
        assert len(log.rejections()) == len(log.search("acme")) == 1
        with pytest.raises(LogError, match="cannot be opened for writing"):
            log.record(judged("b@x"), at=NOON)


def test_a_reader_sees_what_is_committed_while_another_process_writes(path: Path) -> None:
    """Neither waits for the other."""
    with SqliteLog.open(path) as log:
        log.record(judged("ours@x"), at=NOON)
    with writer(path) as commit, SqliteLog.open(path, read_only=True, timeout_seconds=0) as log:
        assert [one.message_id for one in log.rejections()] == ["ours@x"]
        commit()
        assert len(log.rejections()) == 2


def test_reading_a_log_that_does_not_exist_creates_nothing(path: Path) -> None:
    """And says what would write it."""
    with pytest.raises(LogError, match="There is no log at") as caught:
        SqliteLog.open(path, read_only=True)
    assert "afterword run" in caught.value.hint
    assert not path.parent.exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    """The user named the wrong file; it is neither overwritten nor quoted."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, " * 500)
    for read_only in (False, True):
        with pytest.raises(LogError, match=r"letter.txt is not a log") as caught:
            SqliteLog.open(path, read_only=read_only)
        assert caught.value.hint
    assert path.read_text() == "Dear diary, " * 500


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    """It gets no table of ours, even if it has one of the same name."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE messages (body)")
    for read_only in (False, True):
        with pytest.raises(LogError, match="is not a log"):
            SqliteLog.open(path, read_only=read_only)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("messages",)]


def test_a_damaged_log_is_called_damaged(path: Path) -> None:
    """Zeros in its middle end neither in a traceback nor in silence."""
    with SqliteLog.open(path) as log:
        for place in range(50):
            log.record(judged(f"{place}@x", text="words " * 200), at=NOON)
    data = bytearray(path.read_bytes())
    data[8192:-4096] = bytes(len(data) - 12288)
    path.write_bytes(data)
    with pytest.raises(LogError, match="damaged"), SqliteLog.open(path) as log:
        log.rejections()


@pytest.mark.parametrize(
    ("hours", "state"), [(20, "ok    log: 1 message read"), (80, "warn  log: no run has read a mailbox for 3 days")]
)
def test_doctor_tells_when_nothing_has_run_for_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int, state: str
) -> None:
    """A schedule that died tells nobody."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        log.record(judged(), at=NOON)
        log.end_run(log.begin_run(at=NOON), Coverage(mailboxes=1, messages=1), at=NOON)
    monkeypatch.setattr(setting, "now", lambda: NOON + timedelta(hours=hours))
    assert state in desk.run("doctor", "--offline").output


@pytest.mark.parametrize("table", ["notes", "messages_fts_data", "labels_by_message"])
def test_doctor_finds_damage_that_nothing_has_met_yet(tmp_path: Path, table: str) -> None:
    """A part of the file that no count asks for is read as well."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        number = log.record(judged(), at=NOON)
        log.set_label(number, Label.REJECTION, by="user", at=NOON)
    assert "log: 1 message read, 1 rejection;" in desk.run("doctor", "--offline").output
    path = desk.state / "log.db"
    with closing(sqlite3.connect(path)) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    assert f"fail  log: The log {path} is damaged." in desk.run("doctor", "--offline").output


def test_a_log_of_a_later_version_is_not_touched(path: Path) -> None:
    """An older program would not know what else has to be kept in step."""
    SqliteLog.open(path).close()
    with closing(sqlite3.connect(path)) as later, later:
        later.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('afterword', 'm099_later', '')"
        )
    for read_only in (False, True):
        with pytest.raises(SchemaTooNewError, match="later version") as caught:
            SqliteLog.open(path, read_only=read_only)
        assert "Update" in caught.value.hint


def older(path: Path) -> None:
    """Write a log as the version before this one did."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        migrations.apply(Database(raw), stop_before="m012_familiar")


def test_a_log_of_an_earlier_version_is_brought_up_to_date_by_whoever_reads_it_first(path: Path) -> None:
    """After an update `log` and `doctor` work before the next run does; a copy to rehearse on is brought so alone."""
    older(path)
    before = path.read_bytes()
    with SqliteLog.copy_of(path) as copy:
        assert copy.rejections() == []
    assert path.read_bytes() == before
    with SqliteLog.open(path, read_only=True) as log:
        assert log.rejections() == []


def test_a_log_of_an_earlier_version_that_cannot_be_written_says_what_brings_it_up_to_date(path: Path) -> None:
    """As where it lies on a disk that is only to be read, or while another process is at it."""
    older(path)
    with FileLock(f"{path}.lock"), pytest.raises(LogError, match="earlier version") as caught:
        SqliteLog.open(path, read_only=True, timeout_seconds=0)
    assert "`afterword run` brings it up to date" in caught.value.hint


def test_an_empty_file_becomes_a_log_but_is_none_to_read(path: Path) -> None:
    """A crash right after the file was created is no damage."""
    path.parent.mkdir()
    path.touch()
    with pytest.raises(LogError, match="earlier version"):
        SqliteLog.open(path, read_only=True)
    with SqliteLog.open(path) as log:
        assert log.record(judged(), at=NOON) == 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a schema would be refused for ever; the next attempt begins afresh."""

    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_record_applied", lambda *_: fail(None))
        with pytest.raises(LogError, match="full"):
            SqliteLog.open(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == []
    SqliteLog.open(path).close()


def test_an_older_log_loses_the_message_ids_of_other_mail(path: Path) -> None:
    """What names a bank goes; job mail, and what the user has labelled, keep theirs, and all are known again."""
    names = {"loan@bank.example": Label.OTHER, "no@acme.example": Label.REJECTION, "mine@shop.example": Label.JOB_ALERT}
    with SqliteLog.open(path) as log:
        numbers = {
            log.record(judged(name, label=label, uid=uid), at=NOON): name
            for uid, (name, label) in enumerate(names.items(), start=1)
        }
        log.set_label(3, Label.OTHER, by="user", at=NOON)
        log._write("UPDATE sightings SET message_id = 'loan@bank.example' WHERE uid = 1")
        log._write("UPDATE messages SET message_id = 'loan@bank.example' WHERE id = 1")
        log._write("UPDATE messages SET message_id = 'mine@shop.example' WHERE id = 3")
        log._write("DELETE FROM _sqlite_migrations WHERE name = 'm009_other_mail_by_hash'")
    with SqliteLog.open(path) as log:
        stored = {row["id"]: row["message_id"] for row in log._rows("SELECT id, message_id FROM messages")}
        assert stored[1].startswith("sha256:")
        assert (stored[2], stored[3]) == ("no@acme.example", "mine@shop.example")
        assert {log.number_of(name): name for name in names} == numbers
        assert log.places(stored[1]) == ["INBOX"]
        assert "bank.example" not in str([list(row) for row in log._rows("SELECT * FROM sightings")])


@pytest.mark.parametrize("place", ["is-a-file/log.db", "is-a-directory"])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, place: str) -> None:
    """The sentence holds the path, the hint what to check."""
    (tmp_path / "is-a-file").touch()
    (tmp_path / "is-a-directory").mkdir()
    with pytest.raises(LogError, match=place) as caught:
        SqliteLog.open(tmp_path / place)
    assert "Check" in caught.value.hint


def test_a_full_disk_is_called_full_and_leaves_no_half_batch(path: Path) -> None:
    """The whole batch is undone, cursor included, and fits once there is room."""

    def batch(log: SqliteLog) -> None:
        with log.transaction():
            for place in range(100):
                log.record(judged(f"{place}@x", text="words " * 1000, uid=place), at=NOON)
            log.advance(Cursor("INBOX", 7, 100), at=NOON)

    with SqliteLog.open(path) as log:
        log.record(judged("before@x"), at=NOON)
        pages = log._rows("PRAGMA page_count")[0][0]
        log._rows(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(LogError, match="full") as caught:
            batch(log)
        assert "Make room" in caught.value.hint
        assert [one.message_id for one in log.rejections()] == ["before@x"]
        assert log.cursor("INBOX") is None
        log._rows("PRAGMA max_page_count = 100000")
        batch(log)
        assert len(log.rejections()) == 101


def test_going_on_after_a_full_disk_writes_nothing(path: Path) -> None:
    """Whoever swallows the error inside a transaction must not move the cursor past what was lost."""
    with SqliteLog.open(path) as log:
        pages = log._rows("PRAGMA page_count")[0][0]
        log._rows(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(LogError), log.transaction():  # noqa: PT012 - all of it is the case
            with pytest.raises(LogError, match="full"):
                log.record(judged(text="words " * 100_000), at=NOON)
            log.record(judged("small@x", text="words " * 100_000), at=NOON)
            log.advance(Cursor("INBOX", 7, 1), at=NOON)
        assert log.cursor("INBOX") is None
