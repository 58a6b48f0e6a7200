"""Forgetting in every log: nothing of a message is left but a tombstone, down to the bytes of the files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.log_examples import NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.applications.changes import Entry
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.letter import LetterKind, Point, PointKind
from pipeline.core.message import MessageKey, Unreadable
from pipeline.core.verdict import Label
from pipeline.errors import LogError, UnknownIdError

#: Words that stand nowhere else, each in another place of the message.
SECRETS = ("quokkaword", "zephyrword", "brambleword", "Falkenword", "juniperword", "marzipanid", "tundraword")


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def secret_message(log: SqliteLog, application: int | None = None) -> int:
    """Record a rejection that holds every secret word, and owe letters that hold some of them."""
    facts = Facts(
        company="Falkenword",
        role="juniperword",
        stage=Stage.INTERVIEW,
        feedback=(Feedback(FeedbackKind.GAP, "too little brambleword", ("tundraword",)),),
        reapply_after=date(2027, 5, 1),
    )
    text = "We chose quokkaword. " * 400 + "too little brambleword"
    one = judged("marzipanid@x", facts=facts, subject="About zephyrword", text=text, application=application)
    number = log.record(one, at=NOON)
    log.set_label(number, Label.REJECTION, by="user", at=NOON)
    log.owe(LetterKind.DEBRIEF, "marzipanid@x", NOON)
    log.keep(claimed(log), b"a letter with quokkaword", "<own@afterword.invalid>")
    log.owe(LetterKind.DIGEST, "2026-W47", NOON)
    log.keep(claimed(log), b"a week with quokkaword", "<week@afterword.invalid>")
    return number


def files_with(folder: Path, word: str) -> list[str]:
    """Return the names of the files in a folder that hold a word anywhere in their bytes, in either encoding."""
    needles = [word.encode(), word.lower().encode(), word.encode("utf-16-le")]
    return [
        path.name
        for path in folder.iterdir()
        if any(needle in (data := path.read_bytes()) for needle in needles) and data
    ]


def test_a_letter_about_several_is_composed_anew_without_a_forgotten_one(log: SqliteLog) -> None:
    """Whether the message was the first of them or another."""
    for name in ("a@x", "b@x"):
        log.record(judged(name), at=NOON)
        log.owe(LetterKind.DEBRIEF, name, NOON)
    owed = claimed(log)
    log.join(owed, NOON)
    log.keep(owed, b"a letter about both", "own@afterword.invalid")
    log.deferred(owed, NOON, "busy")
    log.forget([log.number_of("b@x")])
    again = claimed(log)
    assert (again.about, again.raw, log.joined(again)) == ("a@x", b"", [])
    log.record(judged("c@x"), at=NOON)
    log.owe(LetterKind.DEBRIEF, "c@x", NOON)
    log.join(again, NOON)
    log.forget([log.number_of("a@x")])
    assert claimed(log).about == "c@x"


def test_no_file_holds_any_byte_of_a_forgotten_message(tmp_path: Path) -> None:
    """Neither the database nor what SQLite keeps beside it, while the log is open and when it is closed."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        application = log.open_application("Falkenword", "juniperword")
        number = secret_message(log, application)
        log.rename_application(application, "Falkenword AG", "juniperword", at=NOON)
        for place in range(50):
            log.record(judged(f"{place}@other.example", text="Nothing of it " * 50, uid=place + 2), at=NOON)
        assert [word for word in SECRETS if not files_with(tmp_path, word)] == []
        log.forget([number])
        assert {word: files_with(tmp_path, word) for word in SECRETS} == {word: [] for word in SECRETS}
        assert len(log.rejections()) == 50
    assert {word: files_with(tmp_path, word) for word in SECRETS} == {word: [] for word in SECRETS}
    with closing(sqlite3.connect(tmp_path / "log.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_bytes_that_an_earlier_change_left_behind_go_as_well(tmp_path: Path) -> None:
    """SQLite leaves what it no longer needs on free pages: a letter that was sent, evidence that was revised."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        # Debian's SQLite clears what it frees of its own accord; others do not.
        log._rows("PRAGMA secure_delete = off")
        number = log.record(judged(text="For now quokkaword. " * 500), at=NOON)
        log.revise(judged(text="Another sentence decided."))
        log.owe(LetterKind.DEBRIEF, "no-1@acme.example", NOON)
        owed = claimed(log)
        log.keep(owed, b"zephyrword " * 4000, "<own@afterword.invalid>")
        log.sent(owed, at=NOON)
        assert files_with(tmp_path, "zephyrword") != []
        log.forget([number])
        assert files_with(tmp_path, "zephyrword") == files_with(tmp_path, "quokkaword") == []


def test_names_that_only_the_history_held_go_as_well(tmp_path: Path) -> None:
    """An application that was deleted or merged away could otherwise be brought back by an undo."""
    for end in ("deleted", "merged"):
        folder = tmp_path / end
        with SqliteLog.open(folder / "log.db") as log:
            source = log.open_application("Falkenword", "juniperword")
            number = secret_message(log, source)
            into = log.open_application("Bolt", "Chef")
            kept = log.record(judged("kept@x", application=into), at=NOON)
            if end == "deleted":
                log.delete_application(source, at=NOON)
            else:
                log.merge_applications(source, into, at=NOON)
            log.rename_application(into, "Bolt AG", "Chef", at=NOON)
            log.forget([number])
            assert files_with(folder, "Falkenword") == []
            assert [one.text for one in log.changes()] == ["renamed Bolt · Chef to Bolt AG · Chef"]
            assert log.undo_change(at=NOON).application == into
            assert [(one.id, one.company) for one in log.applications()] == [(into, "Bolt")]
            assert log.application_of(kept).id == into


def test_a_forgotten_message_is_gone_everywhere(log: SqliteLog) -> None:
    """From the log, search, labels, the outbox and the timeline; an application without a message goes too."""
    application = log.open_application("Falkenword", "")
    number = secret_message(log, application)
    log.forget([number])
    assert (log.rejections(), log.applications(), log.labelled(), log.search("quokkaword")) == ([], [], [], [])
    assert [letter["kind"] for letter in log.outbox()] == ["digest"]
    with pytest.raises(UnknownIdError, match=f"no message {number}"):
        log.message(number)
    assert log._rows("SELECT * FROM sightings") == log._rows("SELECT * FROM feedback") == []


def test_a_letter_about_many_is_composed_anew(log: SqliteLog) -> None:
    """What was composed with the forgotten message in it is not sent."""
    log.forget([secret_message(log)])
    owed = log.claim(NOON + days(1))
    assert owed is not None
    assert (owed.kind, owed.raw) == (LetterKind.DIGEST, b"")


def test_a_forgotten_message_is_not_read_again(log: SqliteLog) -> None:
    """Whatever mailbox it lies in; all that tells is a salted hash. Others are read."""
    one, other = judged("marzipanid@x"), judged("other@x")
    number = log.record(one, at=NOON)
    assert not log.is_forgotten("marzipanid@x")
    log.forget([number])
    assert log.is_forgotten("marzipanid@x")
    assert log.unknown([one.message, other.message]) == [other.message]
    (row,) = log._rows("SELECT * FROM forgotten")
    assert row["number"] == number
    assert len(row["hash"]) == 32
    with SqliteLog.open(None) as another:
        another.forget([another.record(one, at=NOON)])
        assert another._rows("SELECT hash FROM forgotten")[0]["hash"] != row["hash"]


def test_other_mail_is_forgotten_by_the_hash_that_it_is_known_by(log: SqliteLog) -> None:
    """Its Message-ID was never written down, and still it is not read again."""
    one = judged("loan@bank.example", label=Label.OTHER)
    log.forget([log.record(one, at=NOON)])
    assert log.is_forgotten("loan@bank.example")
    assert log.unknown([one.message]) == []


def test_an_undecodable_message_id_is_recognised(log: SqliteLog) -> None:
    """The tombstone is of what was stored, and so is the question."""
    one = judged("\udce9@x.example")
    log.forget([log.record(one, at=NOON)])
    assert log.unknown([one.message]) == []


def test_the_number_of_a_forgotten_message_is_not_given_again(log: SqliteLog) -> None:
    """A letter in the user's mailbox that names it must not come to mean another message."""
    log.record(judged("a@x"), at=NOON)
    number = log.record(judged("b@x"), at=NOON)
    log.forget([number])
    assert log.record(judged("c@x"), at=NOON) == number + 1
    assert log.add_by_hand(Entry("Acme", "", NOON), at=NOON).message == number + 2


def test_an_application_keeps_the_messages_that_are_left(log: SqliteLog) -> None:
    """It begins with the earliest of them."""
    application = log.open_application("Acme", "Engineer")
    first = log.record(judged("a@x", application=application, date=NOON - days(5)), at=NOON)
    log.record(judged("b@x", application=application), at=NOON)
    log.forget([first])
    assert [event.message_id for event in log.application(application).events] == ["b@x"]
    assert log._rows("SELECT opened_at FROM applications")[0][0] == NOON.isoformat()


def test_messages_dated_before_an_instant_are_found_with_those_of_other_mail(log: SqliteLog) -> None:
    """Also those of which only the verdict was kept; the instant itself is not before it."""
    old = log.record(judged("old@x", date=NOON - days(2)), at=NOON)
    private = log.record(judged("private@x", date=NOON - days(1), label=Label.OTHER), at=NOON)
    log.record(judged("now@x"), at=NOON)
    assert log.dated_before(NOON) == [old, private]
    log.forget(log.dated_before(NOON))
    assert [one.message_id for one in log.rejections()] == ["now@x"]
    assert log.dated_before(NOON) == []
    log.forget([])


def test_one_unknown_number_forgets_nothing(log: SqliteLog) -> None:
    """The mistake is told before anything is lost."""
    number = log.record(judged(), at=NOON)
    with pytest.raises(UnknownIdError, match="no message 99"):
        log.forget([number, 99])
    assert len(log.rejections()) == 1
    assert not log.is_forgotten("no-1@acme.example")


def test_another_copy_of_the_message_leaves_no_place_behind(log: SqliteLog) -> None:
    """Its places in all mailboxes go with it."""
    number = log.record(judged(), at=NOON)
    log.sight(MessageKey("Archive", 1, 9), "no-1@acme.example")
    log.forget([number])
    assert log._rows("SELECT * FROM sightings") == []


def test_a_copy_of_the_message_that_could_not_be_read_is_told_of_no_more(log: SqliteLog) -> None:
    """Its place and Message-ID go with it; what else could not be read stays."""
    number = log.record(judged(), at=NOON)
    for uid, message_id in ((8, "no-1@acme.example"), (9, "other@x")):
        log.quarantine(Unreadable(MessageKey("Archive", 1, uid), message_id, "no headers", 10), at=NOON)
    log.forget([number])
    assert [one.message_id for one in log.quarantined()] == ["other@x"]


def test_where_mail_lies_that_is_not_logged_is_not_kept(log: SqliteLog) -> None:
    """Such as the user's own; what an earlier version kept of it goes with the next message that is forgotten."""
    number = log.record(judged(), at=NOON)
    log.sight(MessageKey("INBOX", 7, 9), "mine@home.example")
    assert [row["message_id"] for row in log._rows("SELECT * FROM sightings")] == ["no-1@acme.example"]
    log._write("INSERT INTO sightings VALUES ('INBOX', 7, 9, 'mine@home.example')")
    log.forget([number])
    assert log._rows("SELECT * FROM sightings") == []


def old_and_new(log: SqliteLog) -> None:
    """Record a message whose text is a month old, one of today, and a note by hand that is a month old."""
    facts = Facts(company="Acme", feedback=(Feedback(FeedbackKind.GAP, "too little brambleword", ()),))
    old = judged("old@x", facts=facts, text="We chose quokkaword. " * 400 + "too little brambleword")
    verdict = replace(old.verdict, evidence="We chose zephyrword.")
    log.record(replace(old, verdict=verdict), at=NOON - days(30))
    log.record(judged("new@x", text="juniperword"), at=NOON)
    log.add_by_hand(Entry("Dune", "", NOON - days(30), note="They rang: tundraword"), at=NOON - days(30))


def test_a_text_is_dropped_and_what_was_quoted_from_it_stays(log: SqliteLog) -> None:
    """Evidence, feedback and facts; younger texts; and what the user wrote, for that is not the employer's."""
    old_and_new(log)
    assert log.drop_texts(NOON - days(30)) == 0
    assert log.drop_texts(NOON - days(29)) == 1
    first, second = log.rejections()
    assert (first.evidence, [one.text for one in first.feedback]) == (
        "We chose zephyrword.",
        ["too little brambleword"],
    )
    assert [bool(log.kept(number).text) for number in (1, 2, 3)] == [False, True, True]
    assert second.message_id == "new@x"
    assert log.search("quokkaword") == []
    assert [row["id"] for row in log.search("zephyrword")] == [1]
    assert [row["id"] for row in log.search("tundraword")] == [3]
    assert log.drop_texts(NOON - days(29)) == 0


def test_no_file_holds_any_byte_of_a_dropped_text(tmp_path: Path) -> None:
    """Neither the database with its index nor what SQLite keeps beside it, while the log is open and when closed."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        log._rows("PRAGMA secure_delete = off")
        old_and_new(log)
        assert files_with(tmp_path, "quokkaword") != []
        log.drop_texts(NOON)
        assert files_with(tmp_path, "quokkaword") == []
    assert files_with(tmp_path, "quokkaword") == []
    for word in ("brambleword", "zephyrword", "juniperword", "tundraword"):
        assert files_with(tmp_path, word) == ["log.db"]


def test_a_dropped_text_that_another_program_keeps_alive_goes_next_time(tmp_path: Path) -> None:
    """A browser on the log is no reason for a run to fail, nor for bytes to stay for ever."""
    path = tmp_path / "log.db"
    with SqliteLog.open(path, timeout_seconds=0.1) as log:
        old_and_new(log)
        with closing(sqlite3.connect(path)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM messages").fetchall()
            assert log.drop_texts(NOON) == 1
            assert files_with(tmp_path, "quokkaword") != []
        assert log.drop_texts(NOON) == 0
        assert files_with(tmp_path, "quokkaword") == []
        assert log.setting("unscrubbed") == ""


def test_bytes_that_another_program_keeps_alive_are_told_of_and_go_later(tmp_path: Path) -> None:
    """The message is gone from the log; the user learns that its bytes are not, and the next run removes them."""
    path = tmp_path / "log.db"
    with SqliteLog.open(path, timeout_seconds=0.1) as log:
        number = secret_message(log)
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM messages").fetchall()
            with pytest.raises(LogError, match="Another program reads the log") as caught:
                log.forget([number])
            assert "the next `afterword run` removes them" in caught.value.hint
            assert log.rejections() == []
            log.scrub()
            assert files_with(tmp_path, "quokkaword") != []
        assert files_with(tmp_path, "quokkaword") != []
        log.scrub()
        assert files_with(tmp_path, "quokkaword") == []
        assert log.setting("unscrubbed") == ""


def test_bytes_that_a_crash_or_a_full_disk_left_go_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mark is written with the removal, so that no end of the process comes between the two."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        number = secret_message(log)
        with monkeypatch.context() as patched:
            patched.setattr(log, "_rewrite", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                log.forget([number])
    with SqliteLog.open(tmp_path / "log.db") as log:
        log.scrub()
        assert log.setting("unscrubbed") == ""
    assert files_with(tmp_path, "quokkaword") == []


@pytest.mark.parametrize("since", ["sent", "refused", "dropped"])
def test_a_shared_letter_keeps_nothing_of_a_forgotten_rejection(log: SqliteLog, since: str) -> None:
    """Neither what it said of it nor the question about it, whatever became of the letter; the other stays."""
    lead, other = (log.record(judged(name), at=NOON) for name in ("a@x", "b@x"))
    for name in ("a@x", "b@x"):
        log.owe(LetterKind.DEBRIEF, name, NOON)
    owed = claimed(log)
    log.join(owed, NOON)
    log.keep(owed, b"a letter about Falkenword", "own@afterword.invalid")
    points = [
        Point(1, PointKind.QUESTION, None, "weigh", "Which did you want most?", "Which did you want most?"),
        Point(2, PointKind.QUESTION, other, "apply", "too little brambleword", "Falkenword: too little brambleword"),
        *(Point(one, PointKind.REJECTION, one, text="Falkenword" if one == other else "Acme") for one in (lead, other)),
    ]
    log.keep_points(owed, "Acme declined. Falkenword: too little brambleword", points)
    if since == "sent":
        log.sent(owed, at=NOON)
    else:
        getattr(log, since)(owed, "the server said no")
    log.forget([other])
    everything = "\n".join(log._connection.iterdump())
    assert [word for word in SECRETS if word in everything] == []
    if since == "sent":
        letter = log.letter_with_id("own@afterword.invalid")
        assert letter is not None
        assert [(one.number, one.message) for one in letter.points] == [(1, None), (lead, lead)]


@pytest.mark.parametrize("end", ["deleted", "merged", "emptied"])
def test_what_a_forgotten_company_is_called_goes_with_its_application(tmp_path: Path, end: str) -> None:
    """A spelling that was learned of its messages is words of theirs."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        source, into = log.open_application("Falkenword", "juniperword"), log.open_application("Bolt", "Chef")
        second = judged("b@x", company="Falkenword", application=source)
        numbers = [secret_message(log, source), log.record(second, at=NOON)]
        log.record(judged("kept@x", company="Bolt", application=into), at=NOON)
        log.rename_application(source, "Tungsten Works", "Smith", at=NOON)
        log.rename_application(into, "Nut", "Chef", at=NOON)
        if end == "deleted":
            log.delete_application(source, at=NOON)
        elif end == "merged":
            log.merge_applications(source, into, at=NOON)
        log.forget(numbers[:1])
        assert "Falkenword" in [one.spelling for one in log.aliases()]
        log.forget(numbers[1:])
        assert [one.spelling for one in log.aliases()] == ["Bolt"]
        assert files_with(tmp_path, "Falkenword") == files_with(tmp_path, "Tungsten") == []


def test_an_alias_that_an_earlier_version_left_behind_goes_too(log: SqliteLog) -> None:
    """Nothing tells any more what it came of; one whose deletion can still be undone stays."""
    source = log.open_application("Bolt", "Chef")
    log.record(judged("kept@x", company="Bolt", application=source), at=NOON)
    log.rename_application(source, "Nut", "Chef", at=NOON)
    log.delete_application(source, at=NOON)
    log._rows("INSERT INTO aliases VALUES (9, 'Falkenword', 'falkenword', 'Tungsten Works', 77, ?)", (str(NOON),))
    log.forget([log.record(judged(), at=NOON)])
    assert [one.spelling for one in log.aliases()] == ["Bolt"]
    assert log.undo_change(at=NOON).application == source


def test_an_entry_by_hand_of_a_deleted_application_can_be_forgotten(tmp_path: Path) -> None:
    """No list shows it any more, and still its note is in the file."""
    with SqliteLog.open(tmp_path / "log.db") as log:
        change = log.add_by_hand(Entry("Falkenword", "", NOON, note="They rang: quokkaword"), at=NOON)
        assert change.message is not None
        log.delete_application(change.application, at=NOON)
        found = log.to_forget(change.message)
        assert (found["company"], found["label"]) == ("Falkenword", "acknowledgement")
        log.forget([change.message])
        assert files_with(tmp_path, "quokkaword") == files_with(tmp_path, "Falkenword") == []
        for number in (change.message, 99, 0, 2**70):
            with pytest.raises(UnknownIdError, match=f"no message {number}"):
                log.to_forget(number)
