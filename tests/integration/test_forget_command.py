"""`afterword forget`: asked once, gone for good, never read again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, claimed, days, judged
from support.mail import rejection
from support.sure import sure_judge

from pipeline import bootstrap
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox
from pipeline.core.letters.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.verdict import Label
from pipeline.errors import LogError
from pipeline.tasks.run import Run, RunReport

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an installation with three rejections, a day apart, and private mail."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for place in range(3):
            log.record(judged(f"{place}@x", text=f"word{place}quokka", date=NOON - days(place)), at=NOON)
        log.record(judged("private@x", label=Label.OTHER, date=NOON - days(9)), at=NOON)
    return desk


def bytes_of(desk: Desk) -> bytes:
    """Return all bytes in the state directory."""
    return b"".join(path.read_bytes() for path in desk.state.rglob("*") if path.is_file())


def test_a_message_is_forgotten_after_a_yes(desk: Desk) -> None:
    """The question names it; its words are in no file any more, those of others are."""
    assert b"word0quokka" in bytes_of(desk)
    said = desk.says("forget", "1", stdin="y\n")
    assert "This cannot be undone. Forget message 1 (Acme · Engineer, rejection, 2026-11-16)? [y/N]" in said
    assert said.endswith("Forgotten: 1 message.\n")
    assert b"word0quokka" not in bytes_of(desk)
    assert b"word1quokka" in bytes_of(desk)
    assert desk.refuses("forget", "1", "--yes") == "The log has no message 1."


def test_a_rejection_that_told_the_forgotten_one_again_gets_its_letter(desk: Desk) -> None:
    """The letter about both had not left; where it has, the news was told."""
    today = datetime.now(UTC)
    with desk.log() as log:
        for name, is_sent in (("Core", True), ("Bolt", False)):
            number = log.open_application(name, "")
            first = log.record(judged(f"{name}@x", company=name, application=number, date=today), at=NOON)
            again = judged(f"again-{name}@x", company=name, application=number, date=today, repeats=first)
            log.record(again, at=NOON)
            log.owe(LetterKind.DEBRIEF, f"{name}@x", today)
            if is_sent:
                log.sent(claimed(log, today), at=today)
    desk.says("forget", "5", "7", "--yes")
    with desk.log() as log:
        assert [row["about"] for row in log.outbox()] == ["again-Bolt@x"]


def test_an_application_of_which_only_other_mail_is_left_goes(desk: Desk) -> None:
    """What the user calls no job mail waits for no answer."""
    with desk.log() as log:
        number = log.open_application("Bolt", "")
        flat = log.record(judged("flat@x", application=number), at=NOON)
        no = log.record(judged("no@x", application=number), at=NOON)
    desk.says("label", str(flat), "other")
    desk.says("forget", str(no), "--yes")
    with desk.log() as log:
        assert (log.applications(), log.message(flat)["application"]) == ([], None)


def test_several_messages_are_forgotten_at_once_or_none_of_them(desk: Desk) -> None:
    """All that one company wrote, say; a number that is given twice is one, and a wrong one stops everything."""
    assert desk.refuses("forget", "1", "99", "--yes") == "The log has no message 99."
    assert b"word0quokka" in bytes_of(desk)
    said = desk.says("forget", "1", "2", "1", stdin="y\n")
    assert "Forget message 1 (Acme · Engineer, rejection, 2026-11-16), message 2 (" in said
    assert said.endswith("Forgotten: 2 messages.\n")
    assert b"word0quokka" not in bytes_of(desk)
    assert b"word1quokka" not in bytes_of(desk)


def test_an_entry_by_hand_is_forgotten_after_its_application(desk: Desk) -> None:
    """Its number is told when it is added, and nowhere else once its application is deleted."""
    desk.says("application", "add", "Moon", "Dust", "--date", "2026-11-10", "--note", "xenolith secret")
    desk.says("application", "delete", "1")
    assert "Forget message 5 (Moon · Dust, acknowledgement, 2026-11-10)?" in desk.says("forget", "5", stdin="y\n")
    assert b"xenolith" not in bytes_of(desk)


def test_the_question_tells_the_day_that_the_log_tells(desk: Desk) -> None:
    """Nobody forgets a message that is dated otherwise than the one that was looked up; some have no date."""
    with desk.log() as log:
        late = log.record(judged("late@x", date=datetime(2026, 11, 24, 23, 30, tzinfo=UTC)), at=NOON)
        undated = log.record(judged("undated@x", date=datetime(1970, 1, 1, tzinfo=UTC)), at=NOON)
    desk.run("log")
    config = desk.folder / "config.toml"
    config.write_text(config.read_text("utf-8").replace('"UTC"', '"Pacific/Auckland"'), "utf-8")
    assert f"{late}  2026-11-25" in desk.says("log")
    assert "rejection, 2026-11-25)?" in desk.run("forget", str(late), stdin="n\n").output
    assert "rejection, without a date)?" in desk.run("forget", str(undated), stdin="n\n").output


def test_without_a_yes_nothing_is_forgotten(desk: Desk) -> None:
    """The default is no, which is an answer; where there is nobody to answer, the command did not do what it should."""
    for answer in ("\n", "n\n"):
        assert desk.says("forget", "1", stdin=answer).endswith("Nothing is forgotten.\n")
    assert desk.run("forget", "1", stdin="").exit_code != 0
    assert desk.says("show", "1")


def test_all_messages_before_a_day_are_forgotten(desk: Desk) -> None:
    """Also those of which little was kept; the day itself stays."""
    said = desk.says("forget", "--before", "2026-11-15", stdin="y\n")
    assert "Forget 2 messages (1 rejection among them)?" in said
    assert "Forgotten: 2 messages." in said
    with desk.log() as log:
        assert [one.message_id for one in log.rejections()] == ["1@x", "0@x"]
        assert log.is_forgotten("private@x")
    assert desk.says("forget", "--before", "2026-11-15") == "There is nothing to forget.\n"


@pytest.mark.parametrize("arguments", [[], ["1", "--before", "2026-11-15"]])
def test_it_has_to_be_said_what_to_forget(desk: Desk, arguments: list[str]) -> None:
    """Neither everything by default nor two things at once."""
    result = desk.run("forget", *arguments)
    assert result.exit_code == 2
    assert "either an ID or --before DATE" in result.output


def test_what_is_no_date_is_refused(desk: Desk) -> None:
    """Before anything is lost."""
    assert desk.refuses("forget", "--before", "last year", "--yes") == "'last year' is not a date."


def test_bytes_that_a_reader_kept_alive_go_with_the_next_run(desk: Desk) -> None:
    """Also where texts are kept for ever."""
    with closing(sqlite3.connect(f"{(desk.state / 'log.db').as_uri()}?mode=ro", uri=True)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM messages").fetchall()
        with SqliteLog.open(desk.state / "log.db", timeout_seconds=0.1) as log, pytest.raises(LogError):
            log.forget([1])
    assert b"word0quokka" in bytes_of(desk)
    with desk.log() as log:
        judge = sure_judge()
        Run(bootstrap.parser(), judge, log, Policy(), lambda _: timedelta(days=90))([], now=NOW)
        assert b"word0quokka" not in bytes_of(desk)


def test_a_run_does_not_read_a_forgotten_message_again(tmp_path: Path) -> None:
    """Not when the mailbox is read anew, not in a mailbox that teaches, and its Message-ID is not written down."""
    desk = Desk(tmp_path)
    mailbox, teaching = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Rejections")
    for place in (mailbox, teaching):
        place.append(rejection("forgotten"), NOW)
    mailbox.append(rejection("kept", "Bluebird Logistics"), NOW)
    with desk.log() as log:

        def run(since: datetime | None) -> RunReport:
            judge = sure_judge()
            parts = Run(bootstrap.parser(), judge, log, Policy(), lambda _: timedelta(days=90), since)
            return parts([mailbox], now=NOW, teaching=[(teaching, Label.REJECTION)] if since else [])

        assert len(run(None).rejections) == 2
        log.forget([log.number_of("forgotten@mail.example")])
        report = run(NOW - timedelta(days=30))
        assert (report.rejections, report.faults) == ([], [])
        assert [one.message_id for one in log.rejections()] == ["kept@mail.example"]
    assert b"forgotten@mail.example" not in bytes_of(desk)
