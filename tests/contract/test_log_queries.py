"""What every log knows of applications and rejections, in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st
from support.log_examples import FULL_FACTS, NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts
from pipeline.core.letters.letter import LetterKind
from pipeline.core.verdict import Decision, Label
from pipeline.errors import UnknownIdError


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def test_times_come_back_aware_and_in_utc(log: SqliteLog) -> None:
    """The same instant, whatever zone it was given in, to the microsecond."""
    moment = datetime(2026, 11, 16, 1, 30, 0, 5, tzinfo=ZoneInfo("Asia/Tokyo"))
    rejection = log.rejection(log.record(judged(date=moment), at=NOON))
    assert rejection.date == moment
    assert rejection.date.tzinfo is UTC


@settings(max_examples=30)
@given(
    dates=st.lists(
        st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.timezones()),  # noqa: DTZ001 - hypothesis wants naive bounds
        min_size=1,
        max_size=6,
    ),
    split=st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2099, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the same
)
def test_rejections_are_cut_by_instants_oldest_first(dates: list[datetime], split: datetime) -> None:
    """[start, end) compares instants, not their spelling, and no rejection lies on both sides of a cut."""
    with SqliteLog.open(None) as log:
        for place, moment in enumerate(dates):
            log.record(judged(f"{place}@x.example", date=moment), at=NOON)
        instants = sorted(moment.astimezone(UTC) for moment in dates)
        before = [one.date for one in log.rejections(end=split)]
        after = [one.date for one in log.rejections(start=split)]
    assert before + after == instants
    assert all(moment < split for moment in before)
    assert all(moment >= split for moment in after)


def test_a_rejection_carries_its_application_with_the_timeline(log: SqliteLog) -> None:
    """Events come oldest first, the rejection itself included, and the candidacy is over."""
    application = log.open_application("Acme", "Engineer")
    other = log.open_application("Bolt", "Designer")
    no = log.record(judged(application=application), at=NOON)
    log.record(judged("yes@x", label=Label.INTERVIEW, application=application, date=NOON - days(5)), at=NOON)
    found = log.rejection(no).application
    assert found is not None
    assert (found.id, found.company, found.role) == (application, "Acme", "Engineer")
    assert [event.label for event in found.events] == [Label.INTERVIEW, Label.REJECTION]
    assert str(found.events[0].sender) == "Ann <ann@acme.example>"
    assert not found.is_open
    assert log.application_of(no) == found
    assert [(one.id, len(one.events)) for one in log.applications()] == [(application, 2), (other, 0)]
    assert log.rejections()[0].application == found


@pytest.mark.parametrize(
    ("stated", "known", "told"),
    [
        (("", ""), ("Elm Hospital", "Nurse"), ("Elm Hospital", "Nurse")),
        (("Elmhospital", ""), ("Elm Hospital", "Nurse"), ("Elm Hospital", "Nurse")),
        (("Elm Hospital", "Ward Nurse"), ("Elmhospital", "Nurse"), ("Elm Hospital", "Ward Nurse")),
        (("Oak Clinic", "Nurse"), ("Elm Hospital", ""), ("Oak Clinic", "Nurse")),
        (("Ladderandrope", ""), ("Ladder & Rope Search", "Cook"), ("Ladder & Rope Search", "Cook")),
        (("Elmer", ""), ("Elm Erdmann", "Cook"), ("Elmer", "Cook")),
        (("Elm", ""), ("Elmwood Hospital", "Cook"), ("Elm", "Cook")),
        (("Elm Hospital", ""), ("Elm Hospital", ""), ("Elm Hospital", "")),
    ],
)
def test_what_a_rejection_does_not_name_its_application_does(
    log: SqliteLog, stated: tuple[str, str], known: tuple[str, str], told: tuple[str, str]
) -> None:
    """Most answers in a thread name no role; of two spellings of a company the one in more words is shown."""
    facts = replace(FULL_FACTS, company=stated[0], role=stated[1])
    number = log.record(judged(facts=facts, application=log.open_application(*known)), at=NOON)
    found = log.rejection(number)
    assert (found.company, found.role) == told


def test_an_earlier_rejection_counts_by_the_company_of_its_application(log: SqliteLog) -> None:
    """Whatever its message names."""
    first, second = (log.open_application("Acme", role) for role in ("Engineer", "Designer"))
    log.record(judged("1@x", company="", application=first), at=NOON)
    log.record(judged("2@x", company="", application=second, date=NOON + days(1)), at=NOON)
    assert [one.earlier for one in log.rejections()] == [0, 1]


def test_an_uncertain_message_does_not_end_an_application(log: SqliteLog) -> None:
    """It is no rejection before the user says so, even if that is its likeliest label."""
    application = log.open_application("Acme", "Engineer")
    number = log.record(judged(decision=Decision.UNCERTAIN, application=application), at=NOON)
    assert log.applications()[0].is_open
    log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
    assert not log.applications()[0].is_open


def test_earlier_rejections_of_the_same_company_are_counted(log: SqliteLog) -> None:
    """However it is spelt; a later one or a nameless one does not count."""
    for place, company in enumerate(["STRASSE  AG", "Straße AG", "Other", "", "", "Strasse", "🚀", "🚀"]):
        log.record(judged(f"{place}@x.example", company=company, date=NOON + days(place)), at=NOON)
    assert [one.earlier for one in log.rejections()] == [0, 1, 0, 0, 0, 2, 0, 1]
    assert log.rejection("1@x.example").earlier == 1


def test_what_is_no_rejection_is_refused_and_named(log: SqliteLog) -> None:
    """The sentence says what the message is instead; ids that no log can hold are simply unknown."""
    invitation = log.record(judged("a@x", label=Label.INTERVIEW), at=NOON)
    unsure = log.record(judged("b@x", decision=Decision.UNCERTAIN), at=NOON)
    corrected = log.record(judged("c@x"), at=NOON)
    log.set_label(corrected, Label.OFFER, by="terminal", at=NOON)
    cases: list[tuple[int | str, str]] = [
        (invitation, "judged `interview`"),
        ("a@x", "judged `interview`"),
        (unsure, "uncertain"),
        (corrected, "you labelled it `offer`"),
        (99, "no message 99"),
        (-1, "no message -1"),
        (10**30, "no message 1000"),
        ("nobody@x", "no message with that Message-ID"),
    ]
    for reference, words in cases:
        with pytest.raises(UnknownIdError, match=words) as caught:
            log.rejection(reference)
        assert caught.value.hint


def test_a_summary_is_about_the_rejections_of_one_run_that_get_no_debrief(log: SqliteLog) -> None:
    """Those of another run, those with a debrief, sent or not, and what the user labelled otherwise are left out."""
    berlin = NOON.astimezone(ZoneInfo("Europe/Berlin"))
    log.record(judged("new@x", date=NOON - days(20)), at=NOON)
    log.record(judged("old@x", date=NOON - days(40)), at=berlin)
    log.record(judged("other run@x"), at=NOON + timedelta(microseconds=1))
    log.record(judged("interview@x", label=Label.INTERVIEW), at=NOON)
    false_alarm = log.record(judged("false@x"), at=NOON)
    log.set_label(false_alarm, Label.OTHER, by="terminal", at=NOON)
    for about in ("sent@x", "owed@x"):
        log.record(judged(about), at=NOON)
        log.owe(LetterKind.DEBRIEF, about, NOON)
        if about == "sent@x":
            log.sent(claimed(log), at=NOON)
    log.owe(LetterKind.SUMMARY, "new@x", NOON)
    assert [one.message_id for one in log.summarised(NOON.isoformat())] == ["old@x", "new@x"]
    assert log.summarised(berlin.isoformat()) == log.summarised(NOON.isoformat())
    assert log.summarised("2026-W47") == log.summarised("the first run") == []


def test_a_message_without_an_application_says_so(log: SqliteLog) -> None:
    """Neither an unknown number nor a message on its own yields some other application."""
    log.open_application("Acme", "Engineer")
    number = log.record(judged(), at=NOON)
    with pytest.raises(UnknownIdError, match="belongs to no application"):
        log.application_of(number)
    with pytest.raises(UnknownIdError, match="no message 99"):
        log.application_of(99)


def test_a_message_is_shown_under_the_names_of_the_contract(log: SqliteLog) -> None:
    """Names, order and values of `classify --json`, then what only the log knows."""
    application = log.open_application("Acme", "Engineer")
    number = log.record(judged(facts=FULL_FACTS, application=application), at=NOON)
    log.set_label(number, Label.REJECTION, by="terminal", at=NOON)
    assert list(log.message(number).items()) == [
        ("message_id", "no-1@acme.example"),
        ("date", "2026-11-16T12:00:00+00:00"),
        ("from", "Ann <ann@acme.example>"),
        ("subject", "Your application"),
        ("language", "en"),
        ("label", "rejection"),
        ("score", 0.99),
        ("verdict", "rejection"),
        ("evidence", "We have decided not to move forward."),
        ("stage", "interview"),
        ("reason", "other_candidate"),
        ("company", "Acme"),
        ("role", "Engineer"),
        (
            "feedback",
            [
                {"kind": "gap", "text": "we missed depth in Rust"},
                {"kind": "strength", "text": "your clear answers"},
            ],
        ),
        ("offers_feedback", True),
        ("reapply_after", "2027-05-01"),
        ("model", "baseline-1"),
        ("id", number),
        ("user_label", "rejection"),
        ("application", application),
        ("requisition", "R-20418"),
        ("place", "Oslo"),
        ("recruiter", "Ann"),
        ("recruiter_address", "ann@acme.example"),
        ("answerable", True),
        ("reapply_phrase", "You may apply again from May 2027."),
        ("kept_until", "2027-11-16"),
        ("kept_phrase", "We keep your CV on file for a year."),
        ("familiar", True),
        ("denies_feedback", True),
    ]


def test_log_entries_are_the_rejections_newest_first(log: SqliteLog) -> None:
    """With who said so, how much feedback there is, and no more than asked for."""
    old = log.record(judged("a@x", facts=FULL_FACTS, date=NOON - days(3)), at=NOON)
    new = log.record(judged("b@x", decision=Decision.UNCERTAIN), at=NOON)
    log.record(judged("c@x", label=Label.INTERVIEW), at=NOON)
    log.set_label(new, Label.REJECTION, by="terminal", at=NOON)
    first, second = log.log_entries()
    assert (first["id"], first["label_source"], first["feedback"]) == (new, "user", 0)
    assert second == {
        "id": old,
        "date": "2026-11-13T12:00:00+00:00",
        "company": "Acme",
        "role": "Engineer",
        "stage": "interview",
        "reason": "other_candidate",
        "feedback": 2,
        "label_source": "model",
        "application": None,
    }
    assert log.log_entries(limit=1) == [first]


def test_search_finds_words_whatever_their_case_and_accents(log: SqliteLog) -> None:
    """Subject, company, role, text and evidence are searched, all words have to be there."""
    number = log.record(
        judged(subject="Votre candidature", text="Réponse négative de Müller", company="Ácme-X"), at=NOON
    )
    log.record(judged("b@x", company="Bolt", text="Nothing alike"), at=NOON)
    for words in ("acme", "ACME-X", "engineer candidature", "reponse muller", "négative"):
        assert [row["id"] for row in log.search(words)] == [number], words
    assert log.search("acme bolt") == []
    row = log.search("muller")[0]
    assert row["excerpt"] == "Réponse négative de Müller"
    assert (row["label"], row["company"], row["subject"]) == ("rejection", "Ácme-X", "Votre candidature")
    assert len(log.search("engineer", limit=1)) == 1


@pytest.mark.parametrize("words", ["Große", "grosse", "GROSSE", "Müller", "mueller"])
def test_search_finds_german_words_however_they_are_typed(log: SqliteLog, words: str) -> None:
    """In letters as in the name that the user gave; a word that only looks alike is another one."""
    texts = ("Die große Firma Müller", "Die grosse Firma Mueller")
    found = {log.record(judged(f"{text}@x", company="", text=text), at=NOON) for text in texts}
    named = log.open_application("Große Müller", "")
    log.rename_application(named, "Große Müller", "", at=NOON)
    found.add(log.record(judged("named@x", company="", text="Nein", application=named), at=NOON))
    log.record(judged("other@x", company="", text="Grus, Muhler"), at=NOON)
    assert {row["id"] for row in log.search(f"{words} & grosse")} == found


@pytest.mark.parametrize(("words", "found"), [("bauer", "Bauer"), ("baeuerin", "Bäuerin"), ("quer", "Quer")])
def test_ue_behind_a_vowel_or_q_is_no_umlaut(log: SqliteLog, words: str, found: str) -> None:
    """Who looks for Bauer is shown no Baur."""
    for text in ("Bauer", "Baur", "Bäuerin", "Baurin", "Quer", "Qur"):
        log.record(judged(f"{text}@x", subject=text, company="", text="Nein"), at=NOON)
    assert [row["subject"] for row in log.search(words)] == [found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("c++", ["plus"]),
        ("C++", ["plus"]),
        ("c#", ["sharp"]),
        (".net", ["net"]),
        ("100%", ["share"]),
        ("c", ["plus", "sharp"]),
        ("acme-x", ["and"]),
        ("x acme", ["and"]),
        ("AND", ["and"]),
        ('"', []),
        ('say "acme', ["and"]),
        ("++", []),
        ("c%+", []),
    ],
)
def test_signs_in_words_are_words(log: SqliteLog, words: str, found: list[str]) -> None:
    """A language's name is found as it is written; signs within a word part it, and none is an operator."""
    texts = {"plus": "Ten years of C++ at sea", "sharp": "C# it says", "net": "a .NET team, net of tax"}
    texts |= {"netto": "a net salary of 100 %", "share": "100% remote", "and": "Acme-X AND others say so"}
    numbers = {
        log.record(judged(f"{name}@x", company="", subject="", text=text, facts=Facts()), at=NOON): name
        for name, text in texts.items()
    }
    assert sorted(numbers[int(str(row["id"]))] for row in log.search(words)) == sorted(found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("データ", ["ja"]),
        ("採用", ["ja"]),
        ("見送", ["ja"]),
        ("データ acme", ["ja"]),
        ("データ 見送", ["ja"]),
        ("データ bolt", []),
        ("很遗憾", ["zh"]),
        ("지원", ["ko"]),
        ("เสียใจ", ["th"]),
        ("営業", []),
    ],
)
def test_words_of_scripts_without_spaces_are_found_inside_a_sentence(
    log: SqliteLog, words: str, found: list[str]
) -> None:
    """Where a word begins and ends nobody writes there; the excerpt shows it where it stands."""
    texts = {
        "ja": "Acme: " + "データサイエンティスト職にご応募いただき、" * 9 + "採用を見送らせていただきます。",
        "zh": "感谢您的申请。很遗憾地通知您。",
        "ko": "귀하의 지원해 주셔서 감사합니다",
        "th": "เราเสียใจที่ต้องแจ้งให้ทราบ",
    }
    numbers = {log.record(judged(f"{name}@x", text=text, facts=Facts()), at=NOON): name for name, text in texts.items()}
    rows = log.search(words)
    assert [numbers[int(str(row["id"]))] for row in rows] == found
    assert all(len(str(row["excerpt"])) < 200 for row in rows)
    if " " not in words:
        assert all(words in str(row["excerpt"]) for row in rows)


def test_names_by_hand_in_such_scripts_are_found_by_a_part(log: SqliteLog) -> None:
    """As in a message."""
    renamed_by_hand(log)
    log.rename_application(1, "青葉技研", "研究員", at=NOON)
    assert [row["id"] for row in log.search("青葉 研究")] == [2, 1]
    assert [row["id"] for row in log.search("青葉 word1")] == [1]


def renamed_by_hand(log: SqliteLog) -> None:
    """Record two messages of an application that the user named anew, and one of another."""
    fjord, bolt = log.open_application("Fjord", "Data Engineer"), log.open_application("Bolt", "Chef")
    for name in ("1@x", "2@x"):
        facts = Facts(company="Fjord", role="Data Engineer")
        log.record(judged(name, facts=facts, text=f"Fjord says no, word{name[0]}", application=fjord), at=NOON)
    facts = Facts(company="Bolt", role="Chef")
    log.record(judged("3@x", facts=facts, text="Bolt sees the sunrise, word1", application=bolt), at=NOON)
    log.rename_application(fjord, "Sünrise-Robotics", "C++ Wizard", at=NOON)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("robotics", [1, 2]),
        ("sunrise", [1, 2, 3]),
        ("SÜNRISE robotics wizard", [1, 2]),
        ("sunrise-robotics", [1, 2]),
        ("c++", [1, 2]),
        ("wizard c#", []),
        ("wizard word1", [1]),
        ("word1 sunrise", [1, 3]),
        ("fjord wizard", [1, 2]),
        ("robotics -", [1, 2]),
        ("chef wizard", []),
        ("robot", []),
        ("robotics c++ bolt", []),
    ],
)
def test_search_finds_the_names_that_the_user_gave(log: SqliteLog, words: str, found: list[int]) -> None:
    """They are what every list prints; those that the messages state are found as well, and both together."""
    renamed_by_hand(log)
    assert sorted(int(str(row["id"])) for row in log.search(words)) == found


def test_what_is_found_by_its_name_alone_says_so_and_comes_last(log: SqliteLog) -> None:
    """Within the limit, each message once."""
    renamed_by_hand(log)
    rows = log.search("sunrise")
    assert [row["id"] for row in rows] == [3, 2, 1]
    assert rows[1]["excerpt"] == "Sünrise-Robotics · C++ Wizard"
    assert [row["id"] for row in log.search("sunrise", limit=2)] == [3, 2]
    assert "Fjord says no" in str(log.search("wizard word1")[0]["excerpt"])


def test_where_a_message_lies_is_known_by_its_message_id(log: SqliteLog) -> None:
    """In every mailbox that it was seen in, each once."""
    for place, mailbox in enumerate(("home/INBOX", "home/Archive", "home/INBOX")):
        log.record(judged("a@x", mailbox=mailbox, uid=place + 1), at=NOON)
    assert log.places("<a@x>") == ["home/Archive", "home/INBOX"]
    assert log.places("b@x") == []


@settings(max_examples=100)
@given(words=st.one_of(st.text(), st.text(alphabet='"*()^+-:{}\0 aANDORNEAR,\ud800')))
def test_no_search_is_a_syntax_error(words: str) -> None:
    """What the user types is words, never a query language."""
    with SqliteLog.open(None) as log:
        log.record(judged(text=words), at=NOON)
        assert isinstance(log.search(words), list)


def test_a_search_of_very_many_words_is_cut_short(log: SqliteLog) -> None:
    """FTS5 would take minutes for a pasted page; its first words suffice."""
    number = log.record(judged(text=" ".join(f"w{place}" for place in range(100))), at=NOON)
    assert [row["id"] for row in log.search(" ".join(f"w{place}" for place in range(20_000)))] == [number]
