"""`afterword label`: one message, a thread, a file, or one key for each message that waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from support.commands import Desk
from support.log_examples import NOON, days, judged
from support.sitting import Sitting

from pipeline.core.verdict import Decision, Label
from pipeline.errors import UserError


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an installation with a thread of three messages, an uncertain one, two sure ones and private mail."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        log.record(judged("a@x", label=Label.ACKNOWLEDGEMENT, date=NOON - days(9)), at=NOON)
        log.record(judged("b@x", date=NOON - days(5), references=("a@x",)), at=NOON)
        log.record(judged("c@x", label=Label.INTERVIEW, references=("mine@me", "b@x")), at=NOON)
        log.record(judged("unsure@x", decision=Decision.UNCERTAIN, subject="Is it one?"), at=NOON)
        log.record(judged("sure@x", subject="It is one"), at=NOON)
        log.record(judged("private@x", label=Label.OTHER), at=NOON)
    desk.says("log")
    return desk


def labels(desk: Desk) -> dict[str, str]:
    """Return the user's labels that count, by Message-ID."""
    with desk.log() as log:
        return {message.message_id: label.value for message, _, label in log.labelled()}


def test_a_whole_thread_gets_one_label(desk: Desk) -> None:
    """From whichever of its messages; the rest stays as it is."""
    said = desk.says("label", "2", "other", "--thread")
    assert said.startswith("Messages 1, 2, 3 are now labelled other.")
    assert labels(desk) == {"a@x": "other", "b@x": "other", "c@x": "other"}
    assert desk.says("label", "6", "job_alert", "--thread").startswith("Message 6 is now labelled job_alert.")


def test_a_label_may_be_written_as_words_are(desk: Desk) -> None:
    """With a capital and blanks; one that there is not is named as an argument of the command."""
    assert desk.says("label", "4", "Rejection").startswith("Message 4 is now labelled rejection.")
    assert desk.says("label", "6", "Job alert").startswith("Message 6 is now labelled job_alert.")
    assert desk.says("label", "6", "job-alert").startswith("Message 6 is now labelled job_alert.")
    assert "'[LABEL]': 'nope' is not one of" in desk.run("label", "4", "nope").output


def test_a_thread_of_rejections_owes_one_debrief(desk: Desk) -> None:
    """It is one rejection, however many messages speak of it."""
    with desk.log() as log:
        moment = log._rows("SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') AS now")[0]["now"]
        log._write("UPDATE messages SET date = ?", (moment,))
    desk.says("label", "1", "rejection", "--thread")
    with desk.log() as log:
        assert [row["about"] for row in log.outbox()] == ["c@x"]


def test_a_label_says_who_when_and_against_which_model(desk: Desk, tmp_path: Path) -> None:
    """So that it can be told later what was learnt from whom."""
    (tmp_path / "labels.csv").write_text("id,label\n4,rejection\n", encoding="utf-8")
    desk.says("label", "1", "other")
    desk.says("label", "--import", str(tmp_path / "labels.csv"))
    with desk.log() as log:
        rows = log._rows("SELECT message, label, by, model, at FROM labels ORDER BY id")
    assert [tuple(row)[:4] for row in rows] == [
        (1, "other", "user", "baseline-1"),
        (4, "rejection", "import", "baseline-1"),
    ]
    assert all(row["at"].endswith("+00:00") for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "message_id,label\n<a@x>,other\nunsure@x,rejection\n",
        "\ufeffid;subject;label\r\n1;Hello, you;Other\r\n\r\n4;x;REJECTION\r\n",
        'ID\tMessage_ID\tLabel\n1\ta@x\tother\n"4"\t\trejection\n4\tunsure@x\trejection\n',
    ],
)
def test_a_file_of_labels_is_read_as_spreadsheets_write_it(desk: Desk, tmp_path: Path, text: str) -> None:
    """By number or Message-ID or both, whatever parts the columns."""
    (tmp_path / "labels.csv").write_text(text, encoding="utf-8", newline="")
    assert desk.says("label", "--import", str(tmp_path / "labels.csv")).startswith("2 messages have their labels")
    assert labels(desk) == {"a@x": "other", "unsure@x": "rejection"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;label;Betreff\r\n4;rejection;Für Grüße, 5 €\r\n", "cp1252"),
        ("id\tlabel\tBetreff\r\n4\trejection\tFür Grüße\r\n", "utf-16"),
        ("sep=;\r\nid;label\r\n4;rejection\r\n", "utf-8-sig"),
        ("Message-ID,Label\n<unsure@x>,Rejection\n", "utf-8"),
        ("id,label\n1,\n4,rejection\n5,\n", "utf-8"),
    ],
    ids=["excel", "excel unicode", "excel separator", "header", "few filled in"],
)
def test_what_a_spreadsheet_adds_to_a_file_is_no_matter(desk: Desk, tmp_path: Path, text: str, encoding: str) -> None:
    """Its encoding, its mark and its spelling of a column; a row in which no label was filled in has none."""
    (tmp_path / "labels.csv").write_text(text, encoding=encoding, newline="")
    assert desk.says("label", "--import", str(tmp_path / "labels.csv")).startswith("1 message has its label")
    assert labels(desk) == {"unsure@x": "rejection"}


def test_a_quotation_mark_that_never_closes_swallows_no_labels(desk: Desk, tmp_path: Path) -> None:
    """All that is below it would be one cell of a column that nobody reads."""
    (tmp_path / "labels.csv").write_text('id,label,note\n4,rejection,"a\n1,other,\n', encoding="utf-8")
    said = desk.refuses("label", "--import", str(tmp_path / "labels.csv"))
    assert "is no file of comma-separated values: unexpected end of data (line 2)." in said
    assert labels(desk) == {}


def test_a_column_that_is_there_twice_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Nobody could say which of the two counts; one that is not read may be there as often as it likes."""
    (tmp_path / "labels.csv").write_text("id,label,note,Label,Note\n4,rejection,,other,\n", encoding="utf-8")
    said = desk.refuses("label", "--import", str(tmp_path / "labels.csv"))
    assert "has the column label more than once" in said
    assert labels(desk) == {}


def test_a_long_cell_of_a_column_that_is_passed_over_is_no_matter(desk: Desk, tmp_path: Path) -> None:
    """A message may be longer than what the reader takes by itself."""
    (tmp_path / "labels.csv").write_text(f"id,label,text\n4,rejection,{'x' * 200_000}\n", encoding="utf-8")
    desk.says("label", "--import", str(tmp_path / "labels.csv"))
    assert labels(desk) == {"unsure@x": "rejection"}


def test_a_file_with_one_label_is_told_as_one(desk: Desk, tmp_path: Path) -> None:
    """As any other count, with the next step."""
    (tmp_path / "labels.csv").write_text("id,label\n1,other\n", encoding="utf-8")
    said = desk.says("label", "--import", str(tmp_path / "labels.csv"))
    assert said == "1 message has its label from the file. `afterword retrain` learns from it.\n"


def test_a_label_of_which_no_text_is_kept_promises_no_learning(desk: Desk, tmp_path: Path) -> None:
    """Of private mail there is only a verdict: whoever labels it by number is told how it can be learnt from."""
    said = desk.says("label", "6", "rejection")
    assert said.startswith("Message 6 is now labelled rejection. `afterword retrain` cannot learn from it, as no text")
    assert "file such mail into a mailbox that teaches" in said
    (tmp_path / "labels.csv").write_text("id,label\n6,rejection\n1,other\n", encoding="utf-8")
    said = desk.says("label", "--import", str(tmp_path / "labels.csv"))
    assert "`afterword retrain` learns from 1 of them, as no text of the others is kept" in said


def test_every_problem_in_a_file_is_told_at_once_and_nothing_is_stored(desk: Desk, tmp_path: Path) -> None:
    """With its line; nobody wants to mend one and meet the next, nor half a file in the log."""
    lines = ["id,message_id,label", "1,,other", "99,,other", "4,,refused", ",nobody@x,other", "two,,offer", ",,offer"]
    lines += ["1,b@x,other", "1,,offer", "999999999999999999999999,,other"]
    (tmp_path / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    error = desk.run("label", "--import", str(tmp_path / "labels.csv")).exception
    assert isinstance(error, UserError)
    assert str(error) == "The file has 8 problems; no label was stored."
    told = "\n".join(error.problems)
    for part in (
        "line 3: The log has no message 99",
        "line 4: there is no label 'refused'; one of rejection, ",
        "line 5: The log has no message with that Message-ID",
        "line 6: 'two' is no number of a message",
        "line 7: it names no message",
        "line 8: message 1 has another Message-ID",
        "line 9: message 1 is offer here and other in line 2",
        "line 10: The log has no message ",
    ):
        assert part in told
    assert labels(desk) == {}


@pytest.mark.parametrize(
    "content", [b"", b"id,subject\n1,x\n", b"label\nother\n", b"\xff\xfe\x00", b'id,label\n"1\x00,other\n']
)
def test_a_file_that_is_none_is_named(desk: Desk, tmp_path: Path, content: bytes) -> None:
    """With what it should look like."""
    (tmp_path / "labels.csv").write_bytes(content)
    error = desk.run("label", "--import", str(tmp_path / "labels.csv")).exception
    assert isinstance(error, UserError), error
    assert "labels.csv" in str(error) or error.problems
    assert desk.run("label", "--import", str(tmp_path / "nothing.csv")).exit_code != 0


@pytest.mark.parametrize(
    "arguments", [["1", "other", "--import", "x.csv"], ["--thread", "--import", "x.csv"], ["--thread"]]
)
def test_what_does_not_go_together_is_refused(desk: Desk, arguments: list[str]) -> None:
    """A usage error, and no label."""
    assert desk.run("label", *arguments).exit_code == 2
    assert labels(desk) == {}


def test_what_waits_has_its_day_in_the_users_time_zone(desk: Desk) -> None:
    """Noon in London is tomorrow in Auckland; a message without a date has no day."""
    desk.moves_to("Pacific/Auckland")
    undated = datetime(1970, 1, 1, tzinfo=UTC)
    with desk.log() as log:
        log.record(judged("undated@x", decision=Decision.UNCERTAIN, date=undated), at=NOON)
    said = desk.says("label")
    assert "    4  2026-11-17  " in said
    assert "    7  without a date  " in said


@pytest.fixture
def sitting(desk: Desk) -> Iterator[Sitting]:
    """Yield a sitting that has begun."""
    sitting = Sitting(desk, "label")
    yield sitting
    sitting.close()


def test_one_key_labels_each_with_skip_undo_and_stop(desk: Desk, sitting: Sitting) -> None:
    """The uncertain one first, with its evidence, then the least sure; undo goes one message back, skipped or not."""
    sitting.until("Is it one?")
    sitting.until("“We have decided not to move forward.”")
    sitting.press("z")
    sitting.until("nothing to take back")
    sitting.until("move forward.”")
    sitting.press("?")
    sitting.until("no such key")
    sitting.until(", 2026-11-16, score 0.50, uncertain, number 4")
    sitting.until("move forward.”")
    sitting.press("r")
    sitting.until("rejection")
    sitting.until("2/")
    sitting.press("z")
    sitting.until("taken back")
    sitting.until("Is it one?")
    sitting.press("o")
    sitting.until("other")
    sitting.until("2/")
    sitting.press(" ")
    sitting.until("skipped")
    sitting.until("3/")
    sitting.press("z")
    sitting.until("taken back")
    sitting.until("2/")
    sitting.until("score 0.01, acknowledgement, number 1")
    sitting.press(" ")
    sitting.until("3/")
    sitting.press("q")
    sitting.until("1 labelled.")
    assert sitting.end() == 0
    assert labels(desk) == {"unsure@x": "other"}
    assert sitting.text.index("status update") < sitting.text.index("Is it one?")


def test_a_key_while_a_run_is_at_work_ends_nothing(desk: Desk, sitting: Sitting) -> None:
    """The message is asked about again, and what was labelled before counts."""
    sitting.until("Is it one?")
    with FileLock(desk.state / "run.lock"):
        sitting.press("r")
        sitting.until("a run is at work")
        sitting.until("Is it one?")
    sitting.press("r")
    sitting.until("2/")
    with FileLock(desk.state / "run.lock"):
        sitting.press("z")
        sitting.until("a run is at work")
        sitting.until("2/")
    sitting.press("q")
    sitting.until("1 labelled.")
    assert sitting.end() == 0
    assert labels(desk) == {"unsure@x": "rejection"}


def test_undo_leaves_a_label_that_another_process_gave(desk: Desk, sitting: Sitting) -> None:
    """It was there before the key, which stored nothing."""
    sitting.until("Is it one?")
    desk.says("label", "4", "rejection")
    sitting.press("r")
    sitting.until("2/")
    sitting.press("z")
    sitting.until("it had that label already, and keeps it")
    sitting.until("Is it one?")
    sitting.press("q")
    sitting.until("Nothing was labelled.")
    assert labels(desk) == {"unsure@x": "rejection"}


def test_what_is_forgotten_during_a_sitting_is_passed_over(desk: Desk, sitting: Sitting) -> None:
    """Before its key and after it: the sitting goes on with the next message."""
    sitting.until("Is it one?")
    desk.says("forget", "4", "--yes")
    sitting.press("r")
    sitting.until("it was forgotten in the meantime")
    sitting.until("number 1")
    sitting.press("o")
    sitting.until("2/")
    desk.says("forget", "1", "--yes")
    sitting.press("z")
    sitting.until("it was forgotten in the meantime")
    sitting.until("1/")
    sitting.press("q")
    sitting.until("Nothing was labelled.")
    assert sitting.end() == 0
