"""Applications arranged by hand, in every log: each change, its history, and that its undo restores what was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlite_utils import Database
from support.log_examples import FULL_FACTS, NOON, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.adapters.log.migrations.steps import m001_first
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.applications.changes import ChangeKind, Entry
from pipeline.core.applications.matching import match
from pipeline.core.verdict import Label, Thresholds
from pipeline.errors import UnknownIdError, UserError
from pipeline.tasks.place import place

LATER = NOON + days(1)


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def candidacy(log: SqliteLog, company: str, *names: str, label: Label = Label.REJECTION) -> tuple[int, list[int]]:
    """Write an application with a message for each name, a day apart, and return all numbers."""
    application = log.open_application(company, "Engineer")
    numbers = [
        log.record(
            judged(f"{name}@x", company=company, label=label, application=application, date=NOON - days(place)), at=NOON
        )
        for place, name in enumerate(names)
    ]
    return application, numbers


_TABLES = ("applications", "messages", "feedback", "labels", "sightings", "outbox")


def state(log: SqliteLog) -> list[tuple[object, ...]]:
    """Return every row but those of the history."""
    rows: list[tuple[object, ...]] = []
    for table in (
        "applications",
        "messages",
        "feedback",
        "labels",
        "sightings",
        "outbox",
        "aliases",
        "application_questions",
    ):
        rows += [(table, *row) for row in log._rows(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608 - our names
    return rows


# -- one by one


def test_a_rejection_by_hand_counts_like_one_from_mail(log: SqliteLog) -> None:
    """It is in the log, in the week, in search, and ends its application; no retraining ever learns from it."""
    entry = Entry("Acme", "Engineer", NOON, Label.REJECTION, "Ann called, too little Rust", Stage.INTERVIEW)
    change = log.add_by_hand(entry, at=LATER)
    assert change.message is not None
    rejection = log.rejection(change.message)
    assert (rejection.company, rejection.role, rejection.stage) == ("Acme", "Engineer", Stage.INTERVIEW)
    assert (rejection.date, rejection.evidence) == (NOON, "")
    assert not log.application(change.application).is_open
    assert [one["id"] for one in log.search("rust")] == [change.message]
    (row,) = log.log_entries()
    assert (row["application"], row["label_source"]) == (change.application, "user")
    assert (log.coverage().rejections, log.coverage().messages) == (1, 0)
    assert log.closest(Thresholds(0.3, 0.7), limit=9) == []
    log.set_label(change.message, Label.REJECTION, by="user", at=LATER)
    assert log.labelled() == []


def test_an_application_by_hand_is_open_and_found_by_the_next_message(log: SqliteLog) -> None:
    """What the user wrote down is the beginning of a timeline that mail goes on with."""
    change = log.add_by_hand(Entry("Acme", "Engineer", NOON - days(9)), at=NOON)
    (application,) = log.applications()
    assert application.is_open
    assert [event.date for event in application.events] == [NOON - days(9)]
    one = judged()
    assert match(one.message, one.facts, log.applications(), label=Label.REJECTION).number == change.application


def test_an_entry_goes_onto_a_known_timeline(log: SqliteLog) -> None:
    """The outcome of an application that the user wrote down earlier."""
    first = log.add_by_hand(Entry("Acme", "Engineer", NOON - days(9)), at=NOON)
    second = log.add_by_hand(Entry("", "", NOON, Label.REJECTION, application=first.application), at=NOON)
    assert second.application == first.application
    (application,) = log.applications()
    assert [event.label for event in application.events] == [Label.ACKNOWLEDGEMENT, Label.REJECTION]
    assert log.rejections()[0].company == "Acme"
    log.undo_change(at=LATER)
    assert [event.label for event in log.applications()[0].events] == [Label.ACKNOWLEDGEMENT]


def test_a_new_name_counts_for_all_messages_also_later_ones(log: SqliteLog) -> None:
    """What the messages themselves state comes back with an undo."""
    application, (number,) = candidacy(log, "Acme via Hire", "a")
    log.rename_application(application, "Acme", "Data Engineer", at=NOON)
    log.record(judged("b@x", company="Acme Hiring", application=application), at=LATER)
    assert {(one.company, one.role) for one in log.rejections()} == {("Acme", "Data Engineer")}
    assert log.message(number)["company"] == "Acme"
    apart = log.record(judged("c@x", company="ACME", date=LATER), at=LATER)
    assert log.rejection(apart).earlier == 1
    log.undo_change(at=LATER)
    assert [one.company for one in log.rejections()] == ["Acme via Hire", "Acme Hiring", "ACME"]


def test_a_merger_puts_all_messages_onto_one_timeline(log: SqliteLog) -> None:
    """The other application is gone; the one that stays learns the role that it lacked and its earlier beginning."""
    source, numbers = candidacy(log, "Acme", "a", "b")
    into = log.open_application("Acme", "")
    log.record(judged("c@x", application=into, date=NOON + days(2)), at=NOON)
    log.merge_applications(source, into, at=NOON)
    (application,) = log.applications()
    assert (application.id, application.role, len(application.events)) == (into, "Engineer", 3)
    assert log._rows("SELECT opened_at FROM applications")[0][0] == (NOON - days(1)).isoformat()
    with pytest.raises(UnknownIdError, match=f"no application {source}"):
        log.application(source)
    log.undo_change(at=LATER)
    assert [len(one.events) for one in log.applications()] == [2, 1]
    assert log.application_of(numbers[0]).id == source
    assert log.application(into).role == ""


def test_a_message_begins_an_application_of_its_own(log: SqliteLog) -> None:
    """The rest stays; undone, it is back."""
    application, (first, second) = candidacy(log, "Acme", "a", "b")
    change = log.split_message(second, "Bolt", "Designer", by_hand=True, at=NOON)
    assert change.application not in {application, None}
    assert [event.id for event in log.application(application).events] == [first]
    assert log.rejection(second).company == "Bolt"
    log.undo_change(at=LATER)
    assert len(log.applications()) == 1
    assert log.rejection(second).company == "Acme"


def test_the_last_message_takes_its_application_along(log: SqliteLog) -> None:
    """An application without a timeline would be one that nobody ever made."""
    source, (message,) = candidacy(log, "Acme", "a")
    target, _ = candidacy(log, "Bolt", "b")
    log.move_message(message, target, at=NOON)
    assert [one.id for one in log.applications()] == [target]
    log.undo_change(at=LATER)
    assert [(one.id, len(one.events)) for one in log.applications()] == [(source, 1), (target, 1)]


def test_a_message_that_belongs_to_none_can_be_placed(log: SqliteLog) -> None:
    """The log asks where the match was ambiguous; this is how it is answered."""
    target, _ = candidacy(log, "Acme", "a")
    loose = log.record(judged("loose@x"), at=NOON)
    log.move_message(loose, target, at=NOON)
    assert log.application_of(loose).id == target
    log.undo_change(at=LATER)
    assert log.message(loose)["application"] is None


def test_a_deleted_application_leaves_its_messages(log: SqliteLog) -> None:
    """What the user had added to it by hand goes with it, and comes back with it."""
    application, (number,) = candidacy(log, "Acme", "a")
    by_hand = log.add_by_hand(Entry("", "", NOON, application=application, note="sent by post"), at=NOON).message
    assert by_hand is not None
    log.delete_application(application, at=NOON)
    assert log.applications() == []
    assert log.message(number)["application"] is None
    assert log.search("post") == []
    with pytest.raises(UnknownIdError, match=f"no message {by_hand}"):
        log.message(by_hand)
    log.undo_change(at=LATER)
    assert [event.id for event in log.application(application).events] == [number, by_hand]
    assert log.search("post") != []


def test_a_deleted_application_whose_messages_are_elsewhere_by_now_does_not_come_back_empty(log: SqliteLog) -> None:
    """A label of the user's has found its message another one, and one without a timeline waits for ever."""
    application, (number,) = candidacy(log, "Acme", "a")
    log.delete_application(application, at=NOON)
    other = log.open_application("Acme", "Engineer")
    log.revise(judged("a@x", application=other))
    log.undo_change(at=LATER)
    assert [(one.id, [event.id for event in one.events]) for one in log.applications()] == [(other, [number])]


def test_an_application_goes_with_its_last_entry_if_the_rest_is_forgotten(log: SqliteLog) -> None:
    """Undone, the entry leaves nothing behind."""
    application, (number,) = candidacy(log, "Acme", "a")
    log.add_by_hand(Entry("", "", NOON, application=application), at=NOON)
    log.forget([number])
    log.undo_change(at=LATER)
    assert log.applications() == []


def test_numbers_of_what_is_gone_are_never_given_again(log: SqliteLog) -> None:
    """A deletion can be undone even if a run opened another application in between."""
    application, (number,) = candidacy(log, "Acme", "a")
    log.delete_application(application, at=NOON)
    other = log.open_application("Bolt", "Designer")
    assert other > application
    log.undo_change(at=LATER)
    assert [(one.id, one.company) for one in log.applications()] == [(application, "Acme"), (other, "Bolt")]
    assert log.application_of(number).id == application


def test_what_came_since_stays_and_finds_a_place(log: SqliteLog) -> None:
    """An undo takes back the change, not the mail that a run has read in the meantime."""
    into, _ = candidacy(log, "Acme", "a")
    source, (moved,) = candidacy(log, "Acme AG", "b")
    log.merge_applications(source, into, at=NOON)
    since = log.record(judged("since@x", application=into), at=NOON)
    log.undo_change(at=LATER)
    assert (log.application_of(moved).id, log.application_of(since).id) == (source, into)
    log.merge_applications(source, into, at=NOON)
    log._write("UPDATE messages SET application = NULL WHERE id = ?", (moved,))
    log.undo_change(at=LATER)
    assert log.message(moved)["application"] is None


def test_an_application_by_hand_stays_for_the_mail_that_came_since(log: SqliteLog) -> None:
    """Its entry goes; without it the next message about it would be one of its own, and the rejection told twice."""
    change = log.add_by_hand(Entry("Bolt", "Chef", NOON), at=NOON)
    late = log.record(judged("late@x", application=change.application), at=NOON)
    log.undo_change(at=LATER)
    kept = log.application_of(late)
    assert (kept.id, kept.company, [event.id for event in kept.events]) == (change.application, "Bolt", [late])
    log.add_by_hand(Entry("Core", "", NOON), at=NOON)
    log.undo_change(at=LATER)
    assert [one.company for one in log.applications()][-1] == "Bolt"


def test_the_history_dates_each_change_and_each_undo(log: SqliteLog) -> None:
    """Oldest first, all of it or that of one application, also of one that is gone."""
    first, _ = candidacy(log, "Acme", "a")
    second, _ = candidacy(log, "Bolt", "b")
    log.rename_application(first, "Acme AG", "Engineer", at=NOON)
    log.merge_applications(first, second, at=NOON + days(1))
    log.delete_application(second, at=NOON + days(2))
    undone = log.undo_change(at=NOON + days(3))
    assert (undone.kind, undone.undone_at) == (ChangeKind.DELETE, NOON + days(3))
    history = log.changes()
    assert [(one.kind, one.at) for one in history] == [
        (ChangeKind.RENAME, NOON),
        (ChangeKind.MERGE, NOON + days(1)),
        (ChangeKind.DELETE, NOON + days(2)),
    ]
    assert history[0].text == "renamed Acme · Engineer to Acme AG · Engineer"
    assert [one.undone_at for one in history] == [None, None, NOON + days(3)]
    assert [one.kind for one in log.changes(first)] == [ChangeKind.RENAME, ChangeKind.MERGE]
    assert log.changes(99) == log.changes(10**30) == []
    third, _ = candidacy(log, "Core", "c")
    assert (log.arranged(), log.changes(third)) == (frozenset({first, second}), [])


def test_unknown_numbers_change_nothing(log: SqliteLog) -> None:
    """And say which one is unknown."""
    application, (number,) = candidacy(log, "Acme", "a")
    before = state(log)
    for change, words in (
        (lambda: log.rename_application(99, "A", "B", at=NOON), "no application 99"),
        (lambda: log.merge_applications(application, 99, at=NOON), "no application 99"),
        (lambda: log.merge_applications(10**30, application, at=NOON), "no application 1000"),
        (lambda: log.move_message(number, 99, at=NOON), "no application 99"),
        (lambda: log.split_message(99, "A", "", by_hand=True, at=NOON), "no message 99"),
        (lambda: log.delete_application(-1, at=NOON), "no application -1"),
        (lambda: log.add_by_hand(Entry("", "", NOON, application=99), at=NOON), "no application 99"),
    ):
        with pytest.raises(UnknownIdError, match=words):
            change()
    with pytest.raises(UserError, match="no change to undo"):
        log.undo_change(at=NOON)
    assert (state(log), log.changes()) == (before, [])


def test_an_older_log_keeps_its_applications(tmp_path: Path) -> None:
    """The step that rebuilds their table loses no row, no number and no reference."""
    path = tmp_path / "log.db"
    with closing(sqlite3.connect(path)) as raw:
        m001_first(Database(raw))
        raw.execute("INSERT INTO applications VALUES (7, 'Acme', 'Engineer', '2026-11-01')")
        raw.execute(
            "INSERT INTO messages VALUES (3, 'a@x', '[]', '2026-11-01T00:00:00+00:00', '', '', 'No', 'en', 'rejection',"
            " 0.9, 'rejection', '', 'm', 'unknown', 'unspecified', 'Acme', 'Engineer', 0, NULL, 7, 'text', '2026')"
        )
        raw.execute(
            "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
        )
        raw.execute("INSERT INTO _sqlite_migrations VALUES (1, 'afterword', 'm001_first', '2026')")
        raw.commit()
    with SqliteLog.open(path) as log:
        assert [(one.id, one.company, len(one.events)) for one in log.applications()] == [(7, "Acme", 1)]
        assert log.rejections()[0].id == 3
        assert log._rows("PRAGMA foreign_key_check") == []
        assert log.open_application("Bolt", "") == 8


def test_the_number_of_an_entry_that_was_undone_is_not_given_again(log: SqliteLog) -> None:
    """A letter about it, which was sent since, must not come to mean another message."""
    entry = Entry("Salt", "Miner", NOON, Label.REJECTION)
    number = log.add_by_hand(entry, at=NOON).message
    assert number is not None
    log.undo_change(at=NOON)
    assert log.record(judged("next@x"), at=NOON) == number + 1
    assert log.add_by_hand(entry, at=NOON).message == number + 2


def test_a_role_that_was_taken_away_in_an_older_log_is_away(tmp_path: Path) -> None:
    """One that was never named is not, nor one whose renaming was undone."""
    path = tmp_path / "log.db"
    with SqliteLog.open(path) as log:
        taken, unnamed, undone = (log.open_application(name, "") for name in ("Acme", "Bolt", "Core"))
        for number in (taken, unnamed, undone):
            log.record(judged(f"{number}@x", application=number), at=NOON)
        log._rows("UPDATE applications SET role = 'Engineer' WHERE id <> ?", (unnamed,))
        log.rename_application(taken, "Acme", "", at=NOON)
        log.rename_application(unnamed, "Bolt AG", "", at=NOON)
        log.rename_application(undone, "Core", "", at=NOON)
        log.undo_change(at=NOON)
        log._write("UPDATE applications SET by_hand = 1 WHERE by_hand = 2")
        log._write("DELETE FROM _sqlite_migrations WHERE name = 'm010_roles_taken_away'")
    with SqliteLog.open(path) as log:
        assert {one.application.id: one.role for one in log.rejections() if one.application} == {
            taken: "",
            unnamed: "Engineer",
            undone: "Engineer",
        }


# -- timelines settled anew


def test_two_applications_that_are_one_were_declined_once(log: SqliteLog) -> None:
    """Within days, whatever names the two had; the later one brought feedback and counts. Undo parts them again."""
    one, (first,) = candidacy(log, "Acme", "a")
    other = log.open_application("Acme Holding", "Chef")
    more = log.record(judged("b@x", facts=FULL_FACTS, application=other, date=NOON + days(1)), at=NOON)
    before = state(log)
    log.merge_applications(other, one, at=NOON)
    assert [one.id for one in log.rejections()] == [more]
    assert log.told_by(first) == more
    log.undo_change(at=LATER)
    assert state(log) == before


def test_two_rejections_far_apart_stay_two_after_a_merger(log: SqliteLog) -> None:
    """And so do two of one application that were two before."""
    one, _ = candidacy(log, "Acme", "a", "b")
    other = log.open_application("Acme", "Chef")
    log.record(judged("later@x", application=other, date=NOON + days(20)), at=NOON)
    log.merge_applications(other, one, at=NOON)
    assert len(log.rejections()) == 3


def test_of_two_rejections_that_say_as_much_the_first_counts(log: SqliteLog) -> None:
    """It is the day on which the application ended."""
    one, (first,) = candidacy(log, "Acme", "a")
    other = log.open_application("Acme Holding", "Chef")
    again = log.record(judged("b@x", application=other, date=NOON + days(1)), at=NOON)
    log.merge_applications(other, one, at=NOON)
    assert [one.id for one in log.rejections()] == [first]
    assert log.told_by(again) == first


def test_an_entry_between_two_rejections_is_one_of_them_and_not_both(log: SqliteLog) -> None:
    """They called after the first; the second, weeks later, was told by mail alone."""
    number, (first,) = candidacy(log, "Acme", "a")
    second = log.record(judged("b@x", application=number, date=NOON + days(20)), at=NOON)
    entry = Entry("", "", NOON + days(10), Label.REJECTION, "They called.", Stage.INTERVIEW, number)
    added = log.add_by_hand(entry, at=NOON).message
    assert added is not None
    assert log.told_by(added) == first
    assert {one.id: one.stage for one in log.rejections()} == {first: Stage.INTERVIEW, second: Stage.APPLICATION}


@pytest.mark.parametrize("way", ["merge", "move", "move the talk"])
def test_an_interview_on_the_timeline_counts_for_a_rejection_that_joins_it(log: SqliteLog, way: str) -> None:
    """Whichever of the two the user moves; undo takes it back."""
    one, (talk,) = candidacy(log, "Acme", "talk", label=Label.INTERVIEW)
    other = log.open_application("Acme Holding", "Engineer")
    number = log.record(judged("no@x", application=other, date=NOON + days(9)), at=NOON)
    before = state(log)
    if way == "merge":
        log.merge_applications(other, one, at=NOON)
    else:
        log.move_message(*((talk, other) if way == "move the talk" else (number, one)), at=NOON)
    assert log.rejection(number).stage is Stage.INTERVIEW
    log.undo_change(at=LATER)
    assert state(log) == before


def test_mail_stands_before_an_entry_about_the_same_end(log: SqliteLog) -> None:
    """They called after they had written: one rejection, and the stage is the user's."""
    number, (mail,) = candidacy(log, "Acme", "a")
    entry = Entry("", "", NOON - days(1), Label.REJECTION, "They called.", Stage.INTERVIEW, number)
    before = state(log)
    added = log.add_by_hand(entry, at=NOON).message
    assert added is not None
    (rejection,) = log.rejections()
    assert (rejection.id, rejection.stage, log.told_by(added)) == (mail, Stage.INTERVIEW, mail)
    log.undo_change(at=LATER)
    assert state(log) == before


def test_the_second_telling_counts_where_the_first_is_put_elsewhere(log: SqliteLog) -> None:
    """Of three, two stay one."""
    number, (first,) = candidacy(log, "Acme", "a")
    second, third = (
        log.record(judged(f"{name}@x", application=number, date=NOON + days(1), repeats=first), at=NOON)
        for name in "bc"
    )
    before = state(log)
    log.split_message(first, "Bolt", "", by_hand=True, at=NOON)
    assert [one.id for one in log.rejections()] == [first, second]
    assert log.told_by(third) == second
    log.undo_change(at=LATER)
    assert state(log) == before


# -- in any order


class ArrangingMachine(RuleBasedStateMachine):
    """The user arranges, thinks better of it, and arranges again; every undo gives back the state before."""

    @initialize()
    def read(self) -> None:
        """Begin with a few messages, most of them on timelines."""
        self.log = SqliteLog.open(None)
        self.before: list[list[tuple[object, ...]]] = []
        for company, names in (("Acme", "ab"), ("Bolt", "c"), ("Core", "def")):
            _, (first, *others) = candidacy(self.log, company, *names)
            for other in others[:1]:
                self.log.put_first(first, before=other)
        candidacy(self.log, "Dune", "g", label=Label.INTERVIEW)
        self.log.record(judged("loose@x", facts=FULL_FACTS), at=NOON)
        self.log.record(judged("nameless@x", facts=Facts()), at=NOON)

    def teardown(self) -> None:
        """Undo everything: the log is as it was read."""
        if hasattr(self, "log"):
            while self.before:
                self.undo()
            self.log.close()

    def some_application(self, data: st.DataObject) -> int:
        """Return one that exists."""
        return data.draw(st.sampled_from([one.id for one in self.log.applications()]))

    def some_message(self, data: st.DataObject) -> int:
        """Return one that can be seen."""
        return data.draw(st.sampled_from([int(row["id"]) for row in self.log._rows("SELECT id FROM verdicts")]))

    def note(self) -> None:
        """Remember what an undo has to give back."""
        self.before.append(state(self.log))

    @rule(company=st.sampled_from(["Acme", "Dune"]), label=st.sampled_from([Label.ACKNOWLEDGEMENT, Label.REJECTION]))
    def add(self, company: str, label: Label) -> None:
        """Add an application."""
        self.note()
        self.log.add_by_hand(Entry(company, "", NOON - days(40), label), at=NOON)

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data())
    def add_outcome(self, data: st.DataObject) -> None:
        """Add an outcome to an application."""
        number = self.some_application(data)
        self.note()
        self.log.add_by_hand(Entry("", "", NOON, Label.REJECTION, application=number), at=NOON)

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data(), company=st.sampled_from(["Acme", "Dune"]), role=st.sampled_from(["", "Chef"]))
    def rename(self, data: st.DataObject, company: str, role: str) -> None:
        """Rename an application."""
        number = self.some_application(data)
        self.note()
        self.log.rename_application(number, company, role, at=NOON)

    @precondition(lambda self: len(self.log.applications()) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Merge two applications."""
        number = self.some_application(data)
        into = data.draw(st.sampled_from([one.id for one in self.log.applications() if one.id != number]))
        self.note()
        self.log.merge_applications(number, into, at=NOON)

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        """Move a message, perhaps to where it is."""
        message, into = self.some_message(data), self.some_application(data)
        if self.log.message(message)["application"] != into:
            self.note()
            self.log.move_message(message, into, at=NOON)

    @rule(data=st.data(), by_hand=st.booleans())
    def split(self, data: st.DataObject, by_hand: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        """Split a message off."""
        message = self.some_message(data)
        self.note()
        self.log.split_message(message, "Echo", "", by_hand=by_hand, at=NOON)

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Delete an application."""
        number = self.some_application(data)
        self.note()
        self.log.delete_application(number, at=NOON)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        """Undo the last change: everything is as before it, to the last column."""
        self.log.undo_change(at=LATER)
        assert state(self.log) == self.before.pop()
        assert self.log._rows("PRAGMA foreign_key_check") == []


TestArrangingInAnyOrder = ArrangingMachine.TestCase
TestArrangingInAnyOrder.settings = settings(max_examples=40, stateful_step_count=20)


@pytest.mark.parametrize("way", ["split the talk", "split the end", "delete", "label"])
def test_a_stage_goes_with_the_interview_that_told_of_it(log: SqliteLog, way: str) -> None:
    """A debrief must not speak of a meeting that the rejection has nothing to do with any more; undo brings it back."""
    number, (_, talk) = candidacy(log, "Acme", "applied", "talk", label=Label.INTERVIEW)
    told = place(log, judged("no@x", facts=Facts("Acme", "Engineer", stage=Stage.APPLICATION)), log.applications())
    end = log.record(told, at=NOON)
    assert log.rejection(end).stage is Stage.INTERVIEW
    log.set_label(log.number_of("applied@x"), Label.ACKNOWLEDGEMENT, by="user", at=NOON)
    before = state(log)
    if way == "delete":
        log.delete_application(number, at=NOON)
    elif way == "label":
        log.set_label(talk, Label.STATUS_UPDATE, by="user", at=NOON)
        log.settle_stages(number)
    else:
        log.split_message(talk if way == "split the talk" else end, "Bolt", "Clerk", by_hand=True, at=NOON)
    assert log.message(end)["stage"] == "application"
    if way != "label":
        log.undo_change(at=LATER)
        assert state(log) == before


def test_what_came_since_tells_again_what_an_undo_brings_back(log: SqliteLog) -> None:
    """The one that came while the first was elsewhere is no second end; two that were two before stay two."""
    number, (first, other) = candidacy(log, "Acme", "a", "b")
    log.split_message(first, "Bolt", "", by_hand=True, at=NOON)
    again = log.record(judged("c@x", application=number, date=NOON + days(10)), at=LATER)
    assert {one.id for one in log.rejections()} == {first, other, again}
    log.undo_change(at=LATER + days(1))
    assert {one.id for one in log.rejections()} == {first, other}
    assert log.told_by(again) == first


def test_a_stage_by_hand_goes_with_its_entry(log: SqliteLog) -> None:
    """Mail that came since and told of the same end was given it."""
    number, _ = candidacy(log, "Acme", "applied", label=Label.ACKNOWLEDGEMENT)
    entry = Entry("", "", NOON, Label.REJECTION, "They called.", Stage.INTERVIEW, number)
    log.add_by_hand(entry, at=NOON)
    told = place(log, judged("no@x", facts=Facts("Acme", stage=Stage.APPLICATION)), log.applications())
    mail = log.record(told, at=LATER)
    assert told.replaces is not None
    log.put_first(mail, before=told.replaces)
    log.settle_stages(number)
    assert log.rejection(mail).stage is Stage.INTERVIEW
    log.undo_change(at=LATER)
    assert log.rejection(mail).stage is Stage.APPLICATION


def test_an_older_log_knows_what_was_stated_before_a_change_by_hand(tmp_path: Path) -> None:
    """Its history noted the stages that a merger had raised, and undoing it lowers them."""
    path = tmp_path / "log.db"
    with SqliteLog.open(path) as log:
        one, _ = candidacy(log, "Acme", "talk", label=Label.INTERVIEW)
        other = log.open_application("Acme", "Chef")
        facts = Facts("Acme", stage=Stage.APPLICATION)
        number = log.record(judged("no@x", facts=facts, application=other, date=NOON + days(9)), at=NOON)
        log.merge_applications(other, one, at=NOON)
        sql = "UPDATE application_events SET change = json_set(change, '$.stages', json(?))"
        log._write(sql, (f'[[{number}, "application"]]',))
        log._write("DELETE FROM _sqlite_migrations WHERE name = 'm013_stated'")
        for view in ("rejection_overview", "feedback_pieces", "feedback_by_topic"):
            log._write(f"DROP VIEW IF EXISTS {view}")
        log._write("ALTER TABLE messages DROP COLUMN stated_company")
        log._write("ALTER TABLE messages DROP COLUMN stated_stage")
    with SqliteLog.open(path) as log:
        assert log.rejection(number).stage is Stage.INTERVIEW
        assert [event.company for event in log.application_of(number).events] == ["Acme", "Acme"]
        log.undo_change(at=LATER)
        assert log.rejection(number).stage is Stage.APPLICATION
