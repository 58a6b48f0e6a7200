"""`afterword export`, as a user and a spreadsheet meet it."""

from __future__ import annotations

import csv
import json
import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import FULL_FACTS, NOON, days, judged

from pipeline.core.applications.application import Facts
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.letter import Point, PointKind
from pipeline.core.replies.reply import Choice, Via
from pipeline.core.verdict import Label

NAMES = {"rejections.json", "rejections.csv", "applications.json", "applications.csv", "journal.txt", "words.json"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an installation with an application from confirmation to rejection, and a rejection of no application."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        acme = log.open_application("Acme", "Engineer")
        log.record(
            judged("ack@x", label=Label.ACKNOWLEDGEMENT, application=acme, date=NOON - days(30), subject="Thank you"),
            at=NOON,
        )
        log.record(judged("no@x", facts=FULL_FACTS, application=acme), at=NOON)
        log.record(
            judged("odd@x", facts=Facts(company="=HYPERLINK(1)", role="Büro\r\n-Chef"), date=NOON + days(1)), at=NOON
        )
    return desk


def test_programs_find_everything_in_json(desk: Desk, tmp_path: Path) -> None:
    """Rejections with feedback and topics, applications with their timelines."""
    desk.says("export", str(tmp_path / "out"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == NAMES
    first, second = json.loads((tmp_path / "out" / "rejections.json").read_text(encoding="utf-8"))
    assert (first["company"], first["application"], first["message_id"]) == ("Acme", 1, "no@x")
    assert first["feedback"][0] == {"kind": "gap", "text": "we missed depth in Rust", "topics": ["rust"]}
    assert (first["reapply_after"], second["application"]) == ("2027-05-01", None)
    assert second["company"] == "=HYPERLINK(1)"
    (application,) = json.loads((tmp_path / "out" / "applications.json").read_text(encoding="utf-8"))
    assert (application["application"], application["open"]) == (1, False)
    assert [event["label"] for event in application["events"]] == ["acknowledgement", "rejection"]


def test_spreadsheets_find_text_and_no_formulas(desk: Desk, tmp_path: Path) -> None:
    """One line for each rejection and application, nothing that a spreadsheet would run."""
    desk.says("export", str(tmp_path / "out"))
    with (tmp_path / "out" / "rejections.csv").open(encoding="utf-8", newline="") as file:
        first, second = list(csv.DictReader(file))
    assert first["feedback"] == "gap: we missed depth in Rust | strength: your clear answers"
    assert (first["offers_feedback"], second["offers_feedback"]) == ("yes", "no")
    assert (second["company"], second["role"], second["application"]) == ("'=HYPERLINK(1)", "Büro -Chef", "")
    with (tmp_path / "out" / "applications.csv").open(encoding="utf-8", newline="") as file:
        (application,) = list(csv.DictReader(file))
    assert application["events"] == "2026-10-17 acknowledgement | 2026-11-16 rejection"


def test_people_find_a_journal_by_date(desk: Desk, tmp_path: Path) -> None:
    """Each message once, under its month, no line too wide; on top how many there are, one told as one."""
    desk.says("export", str(tmp_path / "out"))
    text = (tmp_path / "out" / "journal.txt").read_text(encoding="utf-8")
    parts = ["2026-10\n=======", "2026-10-17  Acme · Engineer", "acknowledgement: Thank you", "2026-11\n======="]
    parts += ["2026-11-16  Acme · Engineer", "rejection, stage interview, reason other candidate"]
    parts += ["gap: “we missed depth in Rust”", "from 2027-05-01", "2026-11-17  =HYPERLINK(1) · Büro -Chef"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.count("2026-11-16  ") == 1
    assert ": 2 rejections, 1 application\n" in text
    assert max(map(len, text.splitlines())) <= 78


def test_what_a_second_telling_says_is_there(desk: Desk, tmp_path: Path) -> None:
    """The rejection is counted once, but no word of feedback is lost behind the telling that counts."""
    with desk.log() as log:
        facts = Facts(
            company="Acme", feedback=(Feedback(FeedbackKind.ADVICE, "practise telling it", ("communication",)),)
        )
        log.record(judged("again@x", facts=facts, application=1, date=NOON + days(2), repeats=2), at=NOON)
    desk.says("export", str(tmp_path / "out"))
    text = (tmp_path / "out" / "journal.txt").read_text(encoding="utf-8")
    assert ": 2 rejections, 1 application\n" in text
    assert "rejection: Your application\n            advice: “practise telling it”" in text
    (application,) = json.loads((tmp_path / "out" / "applications.json").read_text(encoding="utf-8"))
    assert [len(event["feedback"]) for event in application["events"]] == [0, 2, 1]
    assert application["events"][-1]["feedback"][0]["topics"] == ["communication"]


def test_rejections_stand_in_the_order_of_the_days_that_they_bear(desk: Desk, tmp_path: Path) -> None:
    """What is said later moves neither the day of a rejection nor its place."""
    with desk.log() as log:
        log.put_first(log.record(judged("more@x", application=1, date=NOON + days(2)), at=NOON), before=2)
    desk.says("export", str(tmp_path / "out"))
    rejections = json.loads((tmp_path / "out" / "rejections.json").read_text(encoding="utf-8"))
    with (tmp_path / "out" / "rejections.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for told in (rejections, rows):
        assert [(one["message_id"], one["date"][:10]) for one in told] == [
            ("more@x", "2026-11-16"),
            ("odd@x", "2026-11-17"),
        ]


def test_what_was_read_into_a_message_that_is_no_rejection_is_not_there(desk: Desk, tmp_path: Path) -> None:
    """Their feedback goes with the label, as in every other view of the log."""
    desk.says("label", "2", "interview")
    desk.says("export", str(tmp_path / "out"))
    assert all("depth in Rust" not in path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())


def test_days_are_those_of_the_user_in_every_file(desk: Desk, tmp_path: Path) -> None:
    """In the journal and in the lists of what happened; a message without a date has no day."""
    desk.moves_to("Pacific/Auckland")
    with desk.log() as log:
        log.record(judged("undated@x", date=datetime(1970, 1, 1, tzinfo=UTC)), at=NOON)
    desk.says("export", str(tmp_path / "out"))
    rows = (tmp_path / "out" / "applications.csv").read_text(encoding="utf-8")
    assert "2026-10-18 acknowledgement | 2026-11-17 rejection" in rows
    text = (tmp_path / "out" / "journal.txt").read_text(encoding="utf-8")
    assert "2026-11-17  Acme · Engineer" in text
    assert "without a date\n==============\n\nwithout a date  " in text


def test_the_users_own_words_are_in_every_file(desk: Desk, tmp_path: Path) -> None:
    """Those of a rejection by telephone as well as those of an application; the whole note, however long."""
    note = "Called at nine. " + "They were kind about it. " * 20
    desk.says("application", "add", "Dune", "--outcome", "rejection", "--date", "2026-11-18", "--note", note)
    desk.says("application", "add", "Elm", "--date", "2026-11-19", "--note", "Sent by post")
    out = tmp_path / "out"
    desk.says("export", str(out))
    journal = " ".join((out / "journal.txt").read_text(encoding="utf-8").split())
    assert f"your note: {note.strip()}" in journal
    assert "acknowledgement: added by hand your note: Sent by post" in journal
    rejections = json.loads((out / "rejections.json").read_text(encoding="utf-8"))
    assert [one["note"] for one in rejections] == ["", "", note.strip()]
    assert note.strip() in (out / "rejections.csv").read_text(encoding="utf-8")
    applications = json.loads((out / "applications.json").read_text(encoding="utf-8"))
    assert applications[-1]["events"][0]["note"] == "Sent by post"


def test_what_the_user_answered_decided_and_noted_is_there(desk: Desk, tmp_path: Path) -> None:
    """Their words are theirs to take along, with the question that they answer."""
    point = Point(1, PointKind.QUESTION, 2, "prepare", "Which question made you pause?")
    with desk.log() as log:
        log.add_answer(2, point, "The one about\nmigrations.", at=NOON + days(1), via=Via.REPLY, reply=None)
        log.add_decision(2, Choice.REMIND, date(2027, 2, 1), at=NOON + days(2), via=Via.TERMINAL, reply=None)
        log.add_note(None, "A walk helped.", is_matched=True, at=NOON + days(3), via=Via.REPLY, reply=None)
    out = tmp_path / "out"
    desk.says("export", str(out))
    words = json.loads((out / "words.json").read_text(encoding="utf-8"))
    assert [one["answer"] for one in words["answers"]] == ["The one about\nmigrations."]
    assert [one["choice"] for one in words["decisions"]] == ["remind"]
    assert [one["note"] for one in words["notes"]] == ["A walk helped."]
    journal = " ".join((out / "journal.txt").read_text(encoding="utf-8").split())
    for part in (
        "2026-11-17 Acme · Engineer asked: Which question made you pause? you: The one about migrations.",
        "2026-11-18 Acme · Engineer you decided: remind, on 2027-02-01",
        "2026-11-19 Your words your note: A walk helped.",
    ):
        assert part in journal, part


def test_nobody_else_can_read_an_export(desk: Desk, tmp_path: Path) -> None:
    """Whatever the umask, in a folder that is as private."""
    before = os.umask(0)
    try:
        desk.says("export", str(tmp_path / "new" / "out"))
    finally:
        os.umask(before)
    out = tmp_path / "new" / "out"
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {0o600}
    assert stat.S_IMODE(out.stat().st_mode) == 0o700


def test_an_earlier_export_is_replaced(desk: Desk, tmp_path: Path) -> None:
    """Also if the user has put a note beside it, which stays."""
    out = tmp_path / "out"
    desk.says("export", str(out))
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    with desk.log() as log:
        log.record(judged("third@x", company="Core"), at=NOON)
    desk.says("export", str(out))
    assert len(json.loads((out / "rejections.json").read_text(encoding="utf-8"))) == 3
    assert {path.name for path in out.iterdir()} == NAMES | {"notes.txt"}
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_other_things_is_left_alone_unless_forced(desk: Desk, tmp_path: Path) -> None:
    """A file of the same name that is not ours is not written over by a slip; an empty folder is fine."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "applications.json").write_text("of another program", encoding="utf-8")
    assert "holds something else than an export" in desk.refuses("export", str(out))
    assert [path.read_text(encoding="utf-8") for path in out.iterdir()] == ["of another program"]
    desk.says("export", str(out), "--force")
    assert {path.name for path in out.iterdir()} == NAMES
    (tmp_path / "empty").mkdir()
    desk.says("export", str(tmp_path / "empty"))


def test_a_place_that_cannot_be_written_is_named(desk: Desk, tmp_path: Path) -> None:
    """A file in place of the folder; nothing half-written is left where a later step fails."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "cannot be written" in desk.refuses("export", str(tmp_path / "file"))
    out = tmp_path / "out"
    desk.says("export", str(out))
    (out / "rejections.csv").unlink()
    (out / "rejections.csv").mkdir()
    assert "cannot be written" in desk.refuses("export", str(out))
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_an_empty_log_gives_empty_lists(tmp_path: Path) -> None:
    """Programs that read an export need no special case."""
    desk = Desk(tmp_path)
    desk.log().close()
    desk.says("export", str(tmp_path / "out"))
    assert json.loads((tmp_path / "out" / "rejections.json").read_text(encoding="utf-8")) == []
    assert (tmp_path / "out" / "applications.csv").read_text(encoding="utf-8").count("\n") == 1
