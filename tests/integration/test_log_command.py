"""`afterword log`, `show` and `search` on a log of their own: tables, groups, filters, and the way to the original."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from support.commands import Desk
from support.log_examples import FULL_FACTS, NOON, days, judged

from pipeline.core.applications.application import Facts, Reason, Stage

WIDE = "日本電気株式会社ソフトウェア開発部門 🚀"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return an installation with four rejections of four weeks, on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    desk = Desk(tmp_path)
    names = [("Acme", "Engineer"), (WIDE, WIDE), (LONG, LONG), ("", "")]
    stages = [Stage.INTERVIEW, Stage.APPLICATION, Stage.ASSESSMENT, Stage.UNKNOWN]
    reasons = [Reason.OTHER_CANDIDATE, Reason.QUALIFICATIONS, Reason.ELIGIBILITY, Reason.UNSPECIFIED]
    with desk.log() as log:
        for place, ((company, role), stage, reason) in enumerate(zip(names, stages, reasons, strict=True)):
            feedback = FULL_FACTS.feedback if place == 0 else ()
            facts = Facts(company=company, role=role, stage=stage, reason=reason, feedback=feedback)
            log.record(judged(f"m{place}@x", facts=facts, date=NOON - days(7 * place)), at=NOON)
    return desk


@pytest.mark.parametrize("by", [[], ["--by", "week"], ["--by", "stage"], ["--by", "company"]])
def test_a_table_fits_eighty_columns_whatever_the_script(desk: Desk, by: list[str]) -> None:
    """Wide characters count as two; dates, stages and numbers are never broken, and nothing is left out."""
    text = desk.says("log", *by)
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert "2026-11-16" in text
    assert "qualifications" in text
    assert "\x1b" not in text
    whole = "".join(text.split())
    for one in (*WIDE.split(maxsplit=1)[0], "Acme", "Engineer"):
        assert one in whole


@pytest.mark.parametrize("by", [[], ["--by", "week"], ["--by", "stage"], ["--by", "company"]])
def test_in_a_pipe_each_rejection_is_one_whole_line(desk: Desk, monkeypatch: pytest.MonkeyPatch, by: list[str]) -> None:
    """There is no edge to wrap at: whoever looks for a name with grep finds it, with its number."""
    monkeypatch.delenv("COLUMNS")
    lines = desk.says("log", *by).splitlines()
    for number, name in ((2, WIDE), (3, LONG)):
        (row,) = (line for line in lines if line.lstrip().startswith(f"{number} "))
        assert row.count(name) == (1 if by == ["--by", "company"] else 2)
    assert sum("2026-1" in line or "2026-0" in line for line in lines) == 4
    assert max(map(cell_len, lines)) < 250


@pytest.mark.parametrize("width", [120, 100, 99, 80, 75, 74, 60, 40, 30])
@pytest.mark.parametrize("by", [[], ["--by", "week"], ["--by", "stage"], ["--by", "company"]])
def test_numbers_dates_and_names_stand_on_a_terminal_of_any_width(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, width: int, by: list[str]
) -> None:
    """A narrow one wraps names, and does without stage and reason: what is cut off on the right would be missed."""
    monkeypatch.setenv("COLUMNS", str(width))
    with desk.log() as log:
        log._write("UPDATE messages SET id = 12345 WHERE id = 4")
        log.record(judged("two@x", facts=replace(FULL_FACTS, reason=Reason.OTHER_CANDIDATE)), at=NOON)
    text = desk.says("log", *by)
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "12345  2026-10-26" in text
    headings = [line for line in lines if line.lstrip().startswith("id  date")]
    assert all(line.endswith("  feedback") for line in headings)
    assert any("2026-11-16" in line and line.endswith(" 2") for line in lines)
    assert ("qualifications" in text) is (width >= 75)
    assert ("interview" in text) is (width >= 75 or by == ["--by", "stage"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["log", "--json", "--csv"],
        ["debrief", "1", "--preview", "--browser"],
        ["digest", "--preview", "--browser"],
        ["application", "match", "1", "new", "--json"],
        ["application", "aliases", "--remove", "1", "--json"],
    ],
)
def test_of_two_ways_to_answer_none_is_dropped_in_silence(desk: Desk, arguments: list[str]) -> None:
    """Which of them was meant is not guessed."""
    result = desk.run(*arguments)
    assert result.exit_code == 2
    assert all(option in result.output for option in arguments[-2:] if option.startswith("--"))
    assert "Usage:" in result.output


def test_where_all_fits_nothing_is_wrapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a reason of two words."""
    monkeypatch.setenv("COLUMNS", "80")
    desk = Desk(tmp_path)
    with desk.log() as log:
        log.record(judged(facts=replace(FULL_FACTS, reason=Reason.OTHER_CANDIDATE)), at=NOON)
    lines = desk.says("log").splitlines()
    assert len(lines) == 2
    assert "other candidate" in lines[1]


def test_columns_stand_under_their_headings_with_wide_characters(desk: Desk) -> None:
    """What follows a company in Japanese begins where the heading does."""
    lines = desk.says("log").splitlines()
    place = lines[0].index("stage")
    wide = next(line for line in lines if line.startswith(" 2"))
    before = wide[: wide.index("application")]
    assert cell_len(before) == place


def test_groups_have_headings_with_their_counts(desk: Desk) -> None:
    """What the heading says needs no column; what is unknown has a name, too."""
    weeks = desk.says("log", "--by", "week").splitlines()
    assert weeks[0] == "2026-W47: 1 rejection"
    companies = desk.says("log", "--by", "company")
    assert "company unknown: 1 rejection" in companies
    assert "company " not in companies.splitlines()[1]
    assert "stage unknown: 1 rejection" in desk.says("log", "--by", "stage")


def test_filters_and_groups_hold_for_programs_too(desk: Desk) -> None:
    """JSON lines and CSV name the group of each rejection."""
    records = [json.loads(line) for line in desk.says("log", "--json", "--by", "stage").splitlines()]
    assert [one["group"] for one in records] == ["interview", "assessment", "application", "unknown"]
    rows = list(csv.DictReader(io.StringIO(desk.says("log", "--csv", "--by", "week", "--until", "2026-11-09"))))
    assert [one["group"] for one in rows] == ["2026-W46", "2026-W45", "2026-W44"]
    for arguments, numbers in (
        (["--stage", "interview", "--stage", "assessment"], [1, 3]),
        (["--reason", "eligibility"], [3]),
        (["--with-feedback"], [1]),
        (["--company", "ACM"], [1]),
        (["--since", "2026-11-09"], [1, 2]),
        (["--since", "2026-11-01", "--limit", "1", "--until", "2026-11-09"], [2]),
    ):
        records = [json.loads(line) for line in desk.says("log", "--json", *arguments).splitlines()]
        assert [one["id"] for one in records] == numbers, arguments


def test_a_filter_that_nothing_meets_is_told_from_an_empty_log(desk: Desk) -> None:
    """And a day that is none from either."""
    assert desk.says("log", "--company", "Nobody") == "No rejection that is logged is like that.\n"
    assert desk.says("log", "--company", "Nobody", "--json") == ""
    result = desk.run("log", "--since", "yesterday")
    assert result.exit_code == 2
    assert "is not a date such as 2026-11-01" in result.output


def test_no_cell_is_more_than_a_line_or_a_formula(desk: Desk) -> None:
    """In a spreadsheet or on a terminal."""
    with desk.log() as log:
        log.record(judged("odd@x", facts=Facts(company="\t=1+1\nsecond", role="-x")), at=NOON)
    row = next(csv.DictReader(io.StringIO(desk.says("log", "--csv"))))
    assert (row["company"], row["role"]) == ("'=1+1 second", "'-x")
    assert "=1+1 second" in " ".join(desk.says("log", "--by", "company").split())


@pytest.mark.parametrize(("host", "links"), [("imap.gmail.com", 2), ("imap.home.example", 1)])
def test_show_says_how_to_open_the_original(desk: Desk, host: str, links: int) -> None:
    """With a mail program, and on the web where the message lies in an account of Gmail."""
    with desk.log() as log:
        one = judged("a+b=c/d@x.example", mailbox="home/INBOX", uid=9)
        one = replace(one, verdict=replace(one.verdict, score=0.9861234567))
        number = log.record(one, at=NOON)
        other = judged("e@x.example", mailbox="elsewhere/INBOX", uid=9)
        far = log.record(other, at=NOON)
    desk.says("log")
    config = desk.folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace("imap.home.example", host)
    config.write_text(text.replace('user = "robin"', 'user = "robin@home.example"'), encoding="utf-8")
    record = json.loads(desk.says("show", str(number), "--json"))
    assert record["mailboxes"] == ["home/INBOX"]
    web = "https://mail.google.com/mail/u/?authuser=robin@home.example#search/rfc822msgid%3Aa%2Bb%3Dc%2Fd%40x.example"
    assert record["links"] == ["mid:a%2Bb%3Dc%2Fd@x.example", web][:links]
    words = desk.says("show", str(number))
    assert "(score 0.99, " in words
    assert all(f"original: {link}" in words for link in record["links"])
    assert "lies in: home/INBOX" in words
    assert json.loads(desk.says("show", str(far), "--json"))["links"] == ["mid:e@x.example"]


def test_show_tells_everything_that_is_known(desk: Desk) -> None:
    """Who wrote when, what decided, what they said, and what they offer."""
    with desk.log() as log:
        full = judged("full@x", facts=FULL_FACTS, date=NOON + days(1))
        full = replace(full, verdict=replace(full.verdict, score=0.9702332019805908))
        number = log.record(replace(full, application=log.open_application("Acme", "Engineer")), at=NOON)
    words = desk.says("show", str(number))
    for part in (
        "2026-11-17 from Ann <ann@acme.example>",
        "subject: Your application",
        "rejection (score 0.97, rejection, baseline-1)",
        "evidence: “We have decided not to move forward.”",
        "gap: “we missed depth in Rust”",
        "They offer feedback if you ask.",
        "from 2027-05-01",
        "application 1, timeline:\n  → 2026-11-17  rejection",
    ):
        assert part in words, part


def test_show_quotes_who_asks_not_to_apply_again(desk: Desk) -> None:
    """It names no day to do so."""
    facts = Facts(company="Acme", reapply_phrase="Please do not apply again.")
    with desk.log() as log:
        number = log.record(judged("closed@x", facts=facts), at=NOON)
    words = desk.says("show", str(number))
    assert "They ask you not to apply again. “Please do not apply again.”" in words
    assert "another application" not in words


def test_what_a_message_does_not_name_its_application_does(desk: Desk) -> None:
    """An answer in a thread names no role, and its domain has the company in one word: the log has both in full."""
    with desk.log() as log:
        number = log.open_application("Elm Hospital", "Ward Nurse")
        facts = Facts(company="Elmhospital", stage=Stage.INTERVIEW)
        no = log.record(judged("elm@x", facts=facts, application=number, text="Not this time."), at=NOON)
    name = ("Elm Hospital", "Ward Nurse")
    for told in (("log", "--company", "elm"), ("show", str(no)), ("search", "not this time")):
        record = json.loads(desk.says(*told, "--json"))
        assert (record["company"], record["role"]) == name
    assert desk.says("show", str(no)).startswith("Elm Hospital · Ward Nurse\n")
    assert desk.says("log", "--by", "company", "--company", "elm").startswith("Elm Hospital: 1 rejection")


def test_a_rejection_that_is_told_again_with_more_keeps_its_day(desk: Desk) -> None:
    """It came when it came, whatever they wrote about it in another week."""
    with desk.log() as log:
        number = log.open_application("Oak", "Nurse")
        first = log.record(judged("first@x", company="Oak", application=number, date=NOON - days(40)), at=NOON)
        more = log.record(judged("more@x", company="Oak", application=number, date=NOON - days(28)), at=NOON)
        log.put_first(more, before=first)
    (row,) = csv.DictReader(io.StringIO(desk.says("log", "--company", "oak", "--csv")))
    assert (row["id"], row["date"][:10]) == (str(more), "2026-10-07")
    assert "No rejection" in desk.says("log", "--company", "oak", "--since", "2026-10-08")
    assert desk.says("log", "--by", "week", "--company", "oak").startswith("2026-W41: 1 rejection")


def test_a_timeline_says_what_is_told_again_only_of_rejections(desk: Desk) -> None:
    """Once the user has said that one of the two is none, the other one is not it again."""
    with desk.log() as log:
        number = log.open_application("Dune", "Pilot")
        first = log.record(judged("first@x", application=number), at=NOON)
        again = log.record(judged("again@x", application=number, repeats=first), at=NOON)

    def told() -> list[object]:
        return [one["repeats"] for one in json.loads(desk.says("show", str(first), "--json"))["timeline"]]

    assert told() == [None, first]
    assert f"[{again}] tells {first} again" in desk.says("show", str(first))
    for number, other in ((first, again), (again, first)):
        desk.says("label", str(number), "acknowledgement")
        assert told() == [None, None]
        assert "again" not in desk.says("show", str(other)).partition("timeline:")[2]
        desk.says("label", str(number), "rejection")


def test_show_gives_the_users_note_back(desk: Desk) -> None:
    """An entry by hand has no evidence, but the user's own words."""
    note = "They rang me up. " * 20
    desk.says("application", "add", "Dune", "--outcome", "rejection", "--note", note)
    number = json.loads(desk.says("log", "--json", "--company", "Dune"))["id"]
    assert f"your note: {note.strip()}" in desk.says("show", str(number))
    assert json.loads(desk.says("show", str(number), "--json"))["note"] == note.strip()


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_search_says_when_there_is_more_than_it_shows(desk: Desk, form: list[str]) -> None:
    """Beside what it prints, for people and for programs; where all is shown, nothing."""
    with desk.log() as log:
        for place in range(51):
            log.record(judged(f"many{place}@x", text="We chose quokkaword."), at=NOON)
    result = desk.run("search", "quokkaword", *form)
    assert len(result.stdout.splitlines()) == 50
    assert result.stderr == "There are more than these 50: add a word, or --limit.\n"
    result = desk.run("search", "quokkaword", "--limit", "51", *form)
    assert (len(result.stdout.splitlines()), result.stderr) == (51, "")
