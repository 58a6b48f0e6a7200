"""What `afterword doctor` says of an installation, as a person reads it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, claimed, days, judged
from support.log_processes import BECOME_NOBODY, NOBODY, child, finish

from pipeline.adapters.log import SqliteLog
from pipeline.cli import setting
from pipeline.core.letters.letter import LetterKind
from pipeline.core.replies.reply import FROM_ELSEWHERE_AT


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "",
            "debriefs leave at 08:30 on the next morning, at most 2 letters a day; none leaves by itself from 20:00 to",
        ),
        ("debrief_after_hours = 24", "debriefs leave 24 hours after the rejection was found, at most 2 letters a day"),
        (
            "debrief_after_hours = 0\nletters_a_day = 1",
            "debriefs leave with the run that finds the rejection, at most 1",
        ),
        ('quiet_hours = ""', "at most 2 letters a day; no quiet hours."),
    ],
)
def test_when_letters_leave_is_told_in_words(tmp_path: Path, options: str, said: str) -> None:
    """As the config has it."""
    desk = Desk(tmp_path)
    desk.chooses("[delivery]", options)
    assert said in desk.says("doctor", "--offline")


@pytest.mark.parametrize(
    ("table", "choice", "age", "said"),
    [
        ("[delivery]", "read_replies = true", None, "ok    replies: none came lately from an address"),
        ("[delivery]", "read_replies = true", 13, "warn  replies: one of 2026-"),
        ("[delivery]", "read_replies = true", 15, "ok    replies: none came lately from an address"),
        ("[storage]", 'address = "robin@work.example"', None, "ok    replies: letters ask for none"),
        ("[storage]", 'address = "robin@work.example"', 13, "warn  replies: one of 2026-"),
        ("[delivery]", "read_replies = false", 13, None),
    ],
)
def test_a_reply_that_was_left_unread_is_told_for_two_weeks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, choice: str, age: int | None, said: str | None
) -> None:
    """Where none would get into a mailbox that is read, it is not said that none came."""
    desk = Desk(tmp_path)
    desk.chooses(table, choice)
    with desk.log() as log:
        log.store_setting(FROM_ELSEWHERE_AT, (NOON - days(age)).isoformat() if age is not None else "")
    monkeypatch.setattr(setting, "now", lambda: NOON)
    findings = desk.run("doctor", "--offline").output
    assert said in findings if said else "replies:" not in findings


def test_a_password_that_others_can_read_is_told(tmp_path: Path) -> None:
    """With the command that mends it, as a shell takes it; one that only the user can read is fine."""
    desk, secret = Desk(tmp_path), tmp_path / "my password"
    secret.write_text("hunter2\n", encoding="utf-8")
    desk.chooses("[storage]", f'password_file = "{secret}"')
    secret.chmod(0o644)
    said = desk.says("doctor", "--offline")
    assert f"warn  passwords: {secret} can be read by others.\n      Run `chmod 600 '{secret}'`." in said
    secret.chmod(0o600)
    assert f"ok    passwords: {secret} can be read by you alone." in desk.says("doctor", "--offline")


def test_a_copy_of_the_wording_is_looked_at(tmp_path: Path) -> None:
    """Before a rejection comes whose letter it would stop, with the place of a slip."""
    desk, steps = Desk(tmp_path), tmp_path / "steps.toml"
    desk.chooses("[delivery]", 'steps = "steps.toml"')
    assert f"fail  steps: {steps} cannot be read" in desk.run("doctor", "--offline").output
    words = desk.says("config", "steps")
    steps.write_text(words, encoding="utf-8")
    assert f"ok    steps: {steps} words the letters." in desk.says("doctor", "--offline")
    steps.write_text(words.replace("No reason was found in the message.", "For {wages}."), encoding="utf-8")
    assert "en.why.unspecified_silent: {wages} is not known here" in desk.run("doctor", "--offline").output


@pytest.mark.parametrize(
    ("terminal", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_who_wants_no_colours_gets_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, terminal: dict[str, str], coloured: bool
) -> None:
    """As https://no-color.org has it, and where the terminal knows none."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in Desk(tmp_path).run("doctor", "--offline", coloured=True).output) is coloured


@pytest.fixture
def lodger() -> Iterator[Desk]:
    """Give a desk in a place of nobody's own, with a log that was read to its end and let go."""
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name))
        desk.log().close()
        desk.run("doctor", "--offline")  # leaves the file of the lock, as any run does
        if os.geteuid() == 0:
            for path in (desk.folder, *desk.folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield desk
        desk.state.chmod(0o755)


def as_nobody(desk: Desk) -> str:
    """Return what doctor says to a user whom permissions bind: root is let through everywhere."""
    # What a first call elsewhere imports need not be readable to nobody.
    first = """
import tempfile
from support.commands import Desk
with tempfile.TemporaryDirectory() as elsewhere:
    Desk(Path(elsewhere)).run("doctor", "--offline")
"""
    return finish(child(first + BECOME_NOBODY + 'print(Desk(path).run("doctor", "--offline").output)', desk.folder))


def test_a_log_that_can_only_be_read_is_no_good(lodger: Desk) -> None:
    """As after a run by root: each run of one's own would fail, so doctor says so and what to check."""
    log = lodger.state / "log.db"
    assert "ok    log: " in as_nobody(lodger) or "warn  log: " in as_nobody(lodger)
    log.chmod(0o444)
    if os.geteuid() == 0:
        os.chown(log, 0, 0)
    said = as_nobody(lodger)
    assert f"fail  log: The log {log} cannot be opened for writing.\n      Check that you own the file and" in said


@pytest.mark.parametrize("has_log", [True, False])
def test_a_state_directory_in_which_nothing_can_be_made_is_no_good(lodger: Desk, *, has_log: bool) -> None:
    """Although the lock that lies in it can be taken: a log wants two files beside it, or is yet to be made."""
    if not has_log:
        (lodger.state / "log.db").unlink()
    assert f"ok    state: {lodger.state} can be written." in as_nobody(lodger)
    lodger.state.chmod(0o555)
    said = as_nobody(lodger)
    assert f"fail  state: The state directory {lodger.state} cannot be written: Permission denied." in said
    assert "Make it writable to this user, or set storage.directory to one that is." in said


def test_a_state_directory_without_room_is_no_good(lodger: Desk) -> None:
    """A file can be made where there is none left; nothing can be written into it, and each run would fail."""
    limits = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
"""
    doctor = 'said = Desk(path).run("doctor", "--offline").output\nprint(said)'
    said = finish(child(f"from support.commands import Desk\n{limits}{doctor}", lodger.folder))
    assert f"fail  state: The state directory {lodger.state} cannot be written: File too large." in said
    assert "Make room on its disk, or set storage.directory to one that has it." in said


# -- letters


def refuse(log: SqliteLog, kind: LetterKind, about: str, reason: str = "The mail server x refused the letter.") -> None:
    """Let a letter be owed and refused for good at noon."""
    log.owe(kind, about, NOON - timedelta(hours=1))
    log.refused(claimed(log), reason)


def test_letters_that_were_refused_are_named_with_what_sends_each(tmp_path: Path) -> None:
    """What each is about, when it was tried, why it was refused, and the command that sends that very one."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for name, company in (("a@x", "Acme"), ("b@x", "Borealis"), ("c@x", "")):
            log.record(judged(name, company=company), at=NOON)
        log.owe(LetterKind.DEBRIEF, "b@x", NOON - days(1))
        shared = claimed(log)
        log.owe(LetterKind.DEBRIEF, "a@x", NOON - timedelta(hours=1))
        log.join(shared, NOON)
        log.refused(shared, "The mail server x refused the letter (554).")
        refuse(log, LetterKind.DEBRIEF, "c@x", "The mail server x refused the letter (550).")
        refuse(log, LetterKind.DIGEST, "2026-W46", "The mail server x refused the letter (550).")
        refuse(log, LetterKind.SUMMARY, NOON.isoformat(), "The mail server x refused the letter (550).")
    said = desk.run("doctor", "--offline").output
    assert (
        "fail  outbox: 5 letters were refused: The mail server x refused the letter (554): "
        "the debrief about 2 (Borealis, Engineer), tried 2026-11-16; "
        "the debrief about 1 (Acme, Engineer), tried 2026-11-16. "
        "The mail server x refused the letter (550): "
        "the debrief about 3 (Engineer), tried 2026-11-16; the digest of 2026-W46, tried 2026-11-16; "
        "the summary of what was found on 2026-11-16, tried 2026-11-16.\n"
        "      Mend delivery; then `afterword debrief 2`, `afterword debrief 1`, `afterword debrief 3` and "
        "`afterword digest --week 2026-W46` send them anew; "
        "a summary is tried again once another letter got through.\n"
    ) in said
    assert "@x" not in said


def test_of_many_refused_letters_the_newest_are_named(tmp_path: Path) -> None:
    """The others are counted."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for number in range(1, 13):
            log.record(judged(f"{number}@x", company=f"Acme {number}"), at=NOON)
            refuse(log, LetterKind.DEBRIEF, f"{number}@x")
    said = desk.run("doctor", "--offline").output
    assert (
        "outbox: 12 letters were refused; the last 10 of them: The mail server x refused the letter: "
        "the debrief about 3 (Acme 3, Engineer), tried"
    ) in said
    assert "the debrief about 12 (Acme 12, Engineer), tried 2026-11-16." in said


def test_doctor_counts_the_letters_that_wait_as_a_run_does(tmp_path: Path) -> None:
    """One letter about two rejections waits as one; what debriefs = false keeps back does not wait at all."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for name in ("a@x", "b@x"):
            log.record(judged(name), at=NOON)
            log.owe(LetterKind.DEBRIEF, name, NOON)
        shared = claimed(log)
        log.join(shared, NOON)
        log.deferred(shared, NOON + days(9000), "The mail server x asks to try again later (450).")
    assert "outbox: 1 letter waits; the last reason: The mail server x asks" in desk.says("doctor", "--offline")
    desk.chooses("[delivery]", "debriefs = false")
    assert "ok    outbox: no letter waits to leave.\n" in desk.says("doctor", "--offline")
