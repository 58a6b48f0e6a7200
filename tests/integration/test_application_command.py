"""`afterword application`, as a user meets it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, days, judged
from support.sitting import Sitting

from pipeline.cli import setting
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.verdict import Label
from pipeline.tasks.place import place


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an installation that has read a confirmation and a rejection of one application, and one more rejection."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        acme = log.open_application("Acme", "Engineer")
        log.record(
            judged("ack@x", label=Label.ACKNOWLEDGEMENT, application=acme, date=NOON - days(9), subject="Thanks"),
            at=NOON,
        )
        log.record(judged("no@x", application=acme), at=NOON)
        bolt = log.open_application("Bolt", "Chef")
        log.record(judged("bolt@x", facts=Facts("Bolt", "Chef", Stage.INTERVIEW), application=bolt), at=NOON)
    return desk


def test_applications_are_listed_with_their_numbers(desk: Desk) -> None:
    """For people and for programs; `show` and `log` name the same numbers."""
    assert "1  2026-11-07  ended  Acme · Engineer  (2 on its timeline)" in desk.says("application")
    records = [json.loads(line) for line in desk.says("application", "--json").splitlines()]
    assert [(one["application"], one["company"], one["open"]) for one in records] == [
        (1, "Acme", False),
        (2, "Bolt", False),
    ]
    assert "application 2, timeline:" in desk.says("show", "3")
    assert [json.loads(line)["application"] for line in desk.says("log", "--json").splitlines()] == [2, 1]


def test_applications_without_a_word_for_a_month_are_listed_the_longest_silent_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ended, was offered, was only proposed to the user or was heard of lately is no such thing."""
    monkeypatch.setattr(setting, "now", lambda: NOON)
    with desk.log() as log:
        for number, (name, label, ago) in enumerate(
            [
                ("Late", Label.INTERVIEW, 31),
                ("Later", Label.ACKNOWLEDGEMENT, 200),
                ("Lately", Label.ACKNOWLEDGEMENT, 29),
                ("Offered", Label.OFFER, 90),
                ("Proposed", Label.OUTREACH, 90),
            ]
        ):
            application = log.open_application(name, "Cook")
            first = judged(f"a{number}@x", label=Label.ACKNOWLEDGEMENT, application=application, date=NOON - days(201))
            if label is not Label.OUTREACH:
                log.record(first, at=NOON)
            log.record(judged(f"b{number}@x", label=label, application=application, date=NOON - days(ago)), at=NOON)
    records = [json.loads(line) for line in desk.says("application", "--unheard", "--json").splitlines()]
    assert [one["company"] for one in records] == ["Later", "Late"]
    assert records[1]["last_heard"] == (NOON - days(31)).isoformat()
    assert "Late · Cook  (2 on its timeline, nothing since 2026-10-16)" in desk.says("application", "--unheard")
    with desk.log() as log:
        log.record(judged("end@x", application=log.applications()[3].id, date=NOON), at=NOON)
    assert "Later" not in desk.says("application", "--unheard")


def test_who_was_only_approached_has_not_applied_until_something_else_comes(desk: Desk, tmp_path: Path) -> None:
    """Recruiters write to many: their mail waits for what follows it, and is no application in any list or count."""

    def told() -> tuple[bool, bool]:
        desk.says("export", str(tmp_path / "out"))
        exported = json.loads((tmp_path / "out" / "applications.json").read_text(encoding="utf-8"))
        return "Dune" in desk.says("application"), "Dune" in {one["company"] for one in exported}

    with desk.log() as log:
        approach = judged("dune@x", label=Label.OUTREACH, facts=Facts("Dune", "Pilot"), date=NOON - days(9))
        number = log.record(place(log, approach, log.applications()), at=NOON)
    assert told() == (False, False)
    assert "applications: 2 applications;" in desk.run("doctor", "--offline").output
    with desk.log() as log:
        answer = judged("got@x", label=Label.ACKNOWLEDGEMENT, facts=Facts("Dune", "Pilot"), date=NOON - days(2))
        log.record(place(log, answer, log.applications()), at=NOON)
    assert told() == (True, True)
    assert "applications: 3 applications;" in desk.run("doctor", "--offline").output
    assert "(2 on its timeline" in next(line for line in desk.says("application").splitlines() if "Dune" in line)
    desk.says("application", "split", str(number))
    assert desk.says("application").count("Dune") == 2, "the user says that it is one of its own"


def test_silence_that_follows_what_was_added_by_hand_is_no_word_of_theirs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was ever heard of it; nor is anything said of one that may have its answer in a message that waits."""
    monkeypatch.setattr(setting, "now", lambda: NOON)
    desk.says("application", "add", "Dune", "Pilot", "--date", "2026-10-01")
    assert "Dune · Pilot  (1 on its timeline, nothing since 2026-10-01)" in desk.says("application", "--unheard")
    with desk.log() as log:
        (dune,) = (one.id for one in log.applications() if one.company == "Dune")
        log.ask_application(log.record(judged("which@x"), at=NOON), [dune], at=NOON)
    assert desk.says("application", "--unheard") == "No application waits for a word that long.\n"


def test_a_preview_of_this_week_tells_of_no_month_that_is_not_over_yet(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows what the letter would say today; the list says the same."""
    with desk.log() as log:
        application = log.open_application("Dune", "Pilot")
        ack = judged("dune@x", label=Label.ACKNOWLEDGEMENT, application=application, date=NOON - days(29))
        log.record(ack, at=NOON)
    for today, is_told in ((NOON, False), (NOON + days(2), True)):
        monkeypatch.setattr(setting, "now", lambda today=today: today)
        preview = desk.says("digest", "--week", "2026-W47", "--preview")
        assert ("No word for a month" in preview) is ("Dune" in desk.says("application", "--unheard")) is is_told


def test_that_nothing_waits_for_a_word_is_said(desk: Desk) -> None:
    """One ended, the other was never confirmed."""
    assert desk.says("application", "--unheard") == "No application waits for a word that long.\n"


def test_an_application_is_added_and_ended_by_hand(desk: Desk) -> None:
    """What was done is said with the numbers that the next command needs."""
    said = desk.says("application", "add", " Dune\n Ltd ", "Pilot", "--date", "2026-11-01")
    assert said == "Application 3: added Dune Ltd · Pilot with the application of 2026-11-01.\n"
    assert "open   Dune Ltd · Pilot" in desk.says("application")
    said = desk.says(
        *("application", "add", "--to", "3", "--date", "2026-11-15", "--outcome", "rejection"),
        *("--stage", "interview", "--note", "They called \x1b[2J today"),
    )
    assert "Application 3: added the rejection of 2026-11-15 to Dune Ltd · Pilot." in said
    assert "`afterword debrief 5`" in said
    shown = desk.says("show", "5")
    assert "rejection (by you)" in shown
    assert "They called [2J today" in shown
    assert "No feedback" not in shown
    assert "stage interview" in shown
    assert "Dune Ltd" in desk.says("log")
    letter = desk.says("debrief", "5", "--preview")
    assert "Dune Ltd" in letter
    assert "confirmed" not in letter


def test_days_are_those_of_the_users_time_zone(desk: Desk) -> None:
    """Added, listed and shown alike; a message without a date has no day in the list either."""
    desk.moves_to("Pacific/Auckland")
    said = desk.says("application", "add", "Talc", "Baker", "--date", "2026-11-10")
    assert said == "Application 3: added Talc · Baker with the application of 2026-11-10.\n"
    assert "rejection of 2026-11-11 to" in desk.says(
        *("application", "add", "--to", "3", "--outcome", "rejection", "--date", "2026-11-11")
    )
    with desk.log() as log:
        number = log.open_application("Umber", "Clerk")
        late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
        log.record(judged("late@x", label=Label.ACKNOWLEDGEMENT, date=late, application=number), at=NOON)
        number = log.open_application("Ochre", "Clerk")
        log.record(judged("undated@x", date=datetime(1970, 1, 1, tzinfo=UTC), application=number), at=NOON)
    listed = desk.says("application")
    for line in ("3  2026-11-10  ended  Talc", "4  2026-11-20  open   Umber", "5  ----------  ended  Ochre"):
        assert line in listed
    assert "2026-11-20" in desk.says("show", "6")


@pytest.mark.parametrize(
    ("hour", "day", "stored"),
    [(3, "2026-11-27", "03:00"), (20, "2026-11-27", "12:00"), (3, None, "03:00"), (3, "2026-11-26", "12:00")],
)
def test_what_happened_today_is_not_in_the_future(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, hour: int, day: str | None, stored: str
) -> None:
    """Noon stands for a day, but in the morning noon has not come yet."""
    monkeypatch.setattr(setting, "now", lambda: datetime(2026, 11, 27, hour, tzinfo=UTC))
    desk.says("application", "add", "Gneiss", "Baker", *(("--date", day) if day else ()))
    record = json.loads(desk.says("application", "--json").splitlines()[-1])
    assert record["date"] == f"{day or '2026-11-27'}T{stored}:00+00:00"


def test_tomorrow_is_in_the_future(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the user's calendar."""
    monkeypatch.setattr(setting, "now", lambda: datetime(2026, 11, 27, 20, tzinfo=UTC))
    sentence = desk.refuses("application", "add", "Gneiss", "--date", "2026-11-28")
    assert sentence == "2026-11-28 has not come yet."


def test_names_messages_and_applications_are_rearranged_and_restored(desk: Desk) -> None:
    """Rename, split, merge and delete, then undo all four; two rejections of one application are one."""
    before = desk.says("application", "--json")
    assert "renamed Acme · Engineer to Acme AG · Engineer." in desk.says(
        "application", "rename", "1", "--company", "Acme AG"
    )
    assert "moved message 2 from application 1 (Acme AG · Engineer) to 3" in desk.says("application", "split", "2")
    assert "merged application 3" in desk.says("application", "merge", "3", "2")
    assert "deleted Bolt · Chef (2 on its timeline)." in desk.says("application", "delete", "2")
    assert [json.loads(line)["application"] for line in desk.says("log", "--json").splitlines()] == [None]
    for words in ("deleted", "merged", "moved", "renamed"):
        assert words in desk.says("application", "undo")
    assert desk.says("application", "--json") == before
    assert desk.refuses("application", "undo") == "There is no change to undo."


def test_a_name_that_the_user_gave_goes_with_a_message_that_begins_another_application(desk: Desk) -> None:
    """The list of applications and the message itself call it the same."""
    with desk.log() as log:
        log.record(judged("later@x", application=1, company="Acme Robotics", date=NOON + days(1)), at=NOON)
    desk.says("application", "rename", "1", "--company", "ACME AG")
    desk.says("application", "split", "4")
    shown = json.loads(desk.says("show", "4", "--json"))
    listed = json.loads(desk.says("application", "--json").splitlines()[-1])
    assert (listed["company"], listed["role"]) == (shown["company"], shown["role"]) == ("ACME AG", "Engineer")


def test_a_role_is_taken_away(desk: Desk) -> None:
    """From every list, until the user gives another or thinks better of it; renaming the company does not bring it."""

    def roles() -> list[str]:
        return [json.loads(line)["role"] for line in desk.says("log", "--json", "--company", "Acme").splitlines()]

    assert "renamed Acme · Engineer to Acme." in desk.says("application", "rename", "1", "--role", "")
    assert roles() == [""]
    desk.says("application", "rename", "1", "--company", "Acme AG")
    assert roles() == [""]
    assert "Engineer" not in desk.says("show", "2")
    desk.says("application", "rename", "1", "--role", "Pilot")
    assert roles() == ["Pilot"]
    for expected in ("", "", "Engineer"):
        desk.says("application", "undo")
        assert roles() == [expected]


def test_a_role_that_nobody_named_is_taken_from_messages(desk: Desk) -> None:
    """What the user left out is not what the user took away."""
    desk.says("application", "add", "Dune", "--date", "2026-11-01")
    with desk.log() as log:
        log.record(judged("dune@x", facts=Facts("Dune", "Cook"), application=3), at=NOON)
    desk.says("application", "rename", "3", "--company", "Dune AG")
    assert '"role": "Cook"' in desk.says("log", "--json", "--company", "Dune AG")


def test_a_message_is_moved_to_another_application(desk: Desk) -> None:
    """The timeline of either is what the user says it is."""
    desk.says("application", "split", "1", "--to", "2")
    timeline = json.loads(desk.says("show", "3", "--json"))["timeline"]
    assert [event["id"] for event in timeline] == [1, 3]


def test_the_history_tells_what_was_done_and_undone(desk: Desk) -> None:
    """With dates, for people and for programs."""
    assert desk.says("application", "history") == "Nothing was changed by hand.\n"
    desk.says("application", "rename", "1", "--role", "Data Engineer")
    desk.says("application", "rename", "2", "--role", "Cook")
    desk.says("application", "undo")
    first, second = desk.says("application", "history").splitlines()
    assert first.endswith("application 1: renamed Acme · Engineer to Acme · Data Engineer")
    assert "(undone 20" in second
    (record,) = [json.loads(line) for line in desk.says("application", "history", "2", "--json").splitlines()]
    assert (record["kind"], record["application"], record["undone_at"] is None) == ("rename", 2, False)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rename", "9", "--role", "X"], "The log has no application 9."),
        (["rename", "1", "--company", " "], "An application needs a company."),
        (["rename", "1", "--company", "Acme"], "Application 1 is called that already."),
        (["rename", "1"], "Application 1 is called that already."),
        (["merge", "1", "1"], "An application cannot be merged into itself."),
        (["merge", "1", "9"], "The log has no application 9."),
        (["split", "99"], "The log has no message 99."),
        (["split", "3"], "Message 3 is the only one of application 2."),
        (["split", "3", "--to", "2"], "Message 3 belongs to application 2 already."),
        (["split", "3", "--to", "1", "--role", "X"], "An application that exists has its names."),
        (["delete", "9"], "The log has no application 9."),
        (["add", ""], "An application needs a company."),
        (["add", "Dune", "--date", "soon"], "'soon' is not a date."),
        (["add", "Dune", "--date", "2999-01-01"], "2999-01-01 has not come yet."),
        (["add", "Dune", "--date", "0001-01-01"], "0001-01-01 is too long ago."),
        (["add", "Dune", "--date", "1926-11-01"], "1926-11-01 is too long ago."),
        (["add", "--to", "9"], "The log has no application 9."),
    ],
)
def test_a_mistake_is_told_in_one_sentence_and_changes_nothing(desk: Desk, arguments: list[str], sentence: str) -> None:
    """Nothing is written to the history either."""
    assert desk.refuses("application", *arguments) == sentence
    assert desk.says("application", "history") == "Nothing was changed by hand.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "M\udcfcller"],
        ["add", "Dune", "K\udcf6chin"],
        ["add", "Dune", "--note", "f\udcfcr Nora"],
        ["rename", "1", "--company", "M\udcfcller"],
        ["rename", "1", "--role", "K\udcf6chin"],
    ],
)
def test_what_is_typed_in_another_encoding_is_not_kept(desk: Desk, arguments: list[str]) -> None:
    """As a terminal in Latin-1 gives it: the characters would stay broken."""
    result = desk.run("application", *arguments)
    assert result.exit_code == 2
    assert "that is not UTF-8 text" in result.output
    assert desk.says("application", "history") == "Nothing was changed by hand.\n"


@pytest.mark.parametrize("arguments", [[], ["Dune", "--to", "1"]])
def test_an_addition_needs_to_know_where(desk: Desk, arguments: list[str]) -> None:
    """Either a company or a number."""
    result = desk.run("application", "add", *arguments)
    assert result.exit_code == 2
    assert "either a COMPANY or --to NUMBER" in result.output


@pytest.mark.parametrize("arguments", [[], ["--outcome", "applied"]])
def test_a_stage_is_that_of_a_rejection(desk: Desk, arguments: list[str]) -> None:
    """Otherwise it would be dropped without a word; an application that was sent has come to no stage yet."""
    result = desk.run("application", "add", "Nova", "Dev", "--stage", "interview", *arguments)
    assert result.exit_code == 2
    assert "A stage is that of a rejection" in result.output
    assert "Nova" not in desk.says("application")


def test_a_message_without_a_company_needs_one_to_begin_an_application(desk: Desk) -> None:
    """Nothing is guessed; given a name it is done."""
    with desk.log() as log:
        number = log.record(judged("nameless@x", facts=Facts()), at=NOON)
    assert desk.refuses("application", "split", str(number)) == f"Message {number} names no company."
    assert "Dune" in desk.says("application", "split", str(number), "--company", "Dune")
    assert "Dune" in desk.says("log")


# -- what only the user can tell


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """Give the same installation with a message that could belong to either of two applications."""
    with desk.log() as log:
        chef = log.open_application("Acme", "Chef")
        bare = judged("which@x", facts=Facts("Acme"), subject="Your application", date=NOON + days(1))
        log.ask_application(log.record(bare, at=NOON), (1, chef), at=NOON)
        log.record(judged("chef@x", label=Label.ACKNOWLEDGEMENT, application=chef), at=NOON)
    return desk


def test_a_message_that_could_belong_to_several_is_put_to_the_user(asking: Desk) -> None:
    """With its candidates, in words and as JSON; `doctor` reminds."""
    said = asking.says("application", "match")
    assert "    4  Your application" in said
    assert "1: application 1, Acme · Engineer (ended)" in said
    assert "2: application 3, Acme · Chef (open)" in said
    assert "`afterword application match 4 1`" in said
    (record,) = map(json.loads, asking.says("application", "match", "--json").splitlines())
    assert [one["application"] for one in record["candidates"]] == [1, 3]
    assert "1 message could belong to several applications." in asking.run("doctor", "--offline").output


def test_what_is_asked_has_its_day_in_the_users_time_zone(asking: Desk) -> None:
    """Noon in London is tomorrow in Auckland."""
    asking.moves_to("Pacific/Auckland")
    assert "rejection of 2026-11-18 from" in asking.says("application", "match")
    assert '"date": "2026-11-17T12:00:00+00:00"' in asking.says("application", "match", "--json")


def test_the_user_says_where_it_belongs_and_takes_it_back(asking: Desk) -> None:
    """To a number, or to a new one."""
    said = asking.says("application", "match", "4", "3")
    assert said == "Application 3: moved message 4 from none to 3 (Acme · Chef).\n"
    assert "No message waits to be matched." in asking.says("application", "match")
    asking.says("application", "undo")
    assert "Application 4: moved message 4" in asking.says("application", "match", "4", "new")
    assert "match" in asking.says("application", "history", "--json")


def test_one_key_answers_each_and_the_next_question_knows_it(asking: Desk) -> None:
    """What an answer has ended is no longer open, and open again once it was taken back."""
    with asking.log() as log:
        number = log.record(judged("other@x", facts=Facts("Acme"), subject="The other", date=NOON + days(2)), at=NOON)
        log.ask_application(number, (1, 3), at=NOON)
    asking.says("log")
    sitting = Sitting(asking, "application", "match")
    try:
        sitting.until("2: application 3, Acme · Chef (open)")
        sitting.until("q stop")
        sitting.press("2")
        sitting.until("The other")
        sitting.until("2: application 3, Acme · Chef (ended)")
        sitting.until("q stop")
        sitting.press("z")
        sitting.until("2: application 3, Acme · Chef (open)")
        sitting.until("q stop")
        sitting.press("q")
        sitting.until("Nothing was matched.")
        assert sitting.end() == 0
    finally:
        sitting.close()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("4", "one"), "'one' is no number of an application."),
        (("4", "99"), "The log has no application 99."),
        (("1", "2"), "Nobody asks where message 1 belongs."),
        (("77", "2"), "The log has no message 77."),
    ],
)
def test_slips_in_an_answer_are_told(asking: Desk, arguments: tuple[str, ...], complaint: str) -> None:
    """And change nothing."""
    assert complaint in asking.refuses("application", "match", *arguments)
    assert "4  Your application" in asking.says("application", "match")


def test_a_name_that_the_user_gave_is_kept_for_later_messages(desk: Desk) -> None:
    """It is said at once, listed, and removed."""
    said = desk.says("application", "rename", "2", "--company", "Bolt Motors")
    assert "Later messages that name Bolt are taken to be about Bolt Motors." in said
    assert desk.says("application", "aliases") == "    1  Bolt is Bolt Motors\n"
    assert json.loads(desk.says("application", "aliases", "--json"))["spelling"] == "Bolt"
    assert "Bolt no longer leads to Bolt Motors." in desk.says("application", "aliases", "--remove", "1")
    assert desk.says("application", "aliases") == "No spelling leads to another name.\n"
    desk.says("application", "undo")
    assert "Bolt is Bolt Motors" in desk.says("application", "aliases")


def test_what_mail_has_told_already_is_added_to_the_timeline_alone(desk: Desk) -> None:
    """No letter is offered about a call that tells again what was written."""
    said = desk.says("application", "add", "--to", "1", "--outcome", "rejection", "--date", "2026-11-15")
    assert "It tells again what message 2 tells." in said
    assert "afterword debrief" not in said
    assert "afterword debrief" in desk.says("application", "add", "Bolt", "--outcome", "rejection")
