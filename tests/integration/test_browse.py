"""`afterword browse`: what Datasette is told, and the views and questions that it shows."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import socket
import sqlite3
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest
from support.commands import Desk
from support.installation import Home
from support.log_examples import FULL_FACTS, NOON, days, judged
from support.ports import free_ports

from pipeline import resources
from pipeline.cli.browse import serving
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.letters.letter import Point, PointKind
from pipeline.core.replies.reply import Via
from pipeline.core.verdict import Label

SHIPPED: dict[str, Any] = json.loads(resources.BROWSE.read_text(encoding="utf-8"))["databases"]["log"]

#: Stands in for Datasette: it tells what it was told.
_STUB = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "plugins": os.environ.get("DATASETTE_LOAD_PLUGINS")}))
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an installation with an application that was rejected, one that waits, and a rejection without either."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        acme, bolt = log.open_application("Acme", "Engineer"), log.open_application("Bolt", "Analyst")
        log.record(judged("yes@x", label=Label.ACKNOWLEDGEMENT, date=NOON - days(30), application=acme), at=NOON)
        log.record(judged("meet@x", label=Label.INTERVIEW, date=NOON - days(20), application=acme), at=NOON)
        log.record(judged("no@x", facts=FULL_FACTS, application=acme), at=NOON)
        waiting = judged("wait@x", label=Label.ACKNOWLEDGEMENT, company="Bolt", date=NOON - days(2000))
        log.record(replace(waiting, application=bolt), at=NOON)
        point = Point(1, PointKind.QUESTION, 3, "prepare", "Which question made you pause?")
        log.add_answer(3, point, "Migrations.", at=NOON, via=Via.REPLY, reply=None)
        log.record(judged("odd@x", facts=Facts(company="Core", stage=Stage.APPLICATION), date=NOON - days(40)), at=NOON)
    return desk


@pytest.fixture
def log(desk: Desk) -> Iterator[sqlite3.Connection]:
    """Yield the log as Datasette opens it."""
    with closing(sqlite3.connect(f"file:{desk.state / 'log.db'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def columns(log: sqlite3.Connection, name: str) -> set[str]:
    """Return the columns of a table or view."""
    return {row["name"] for row in log.execute(f"PRAGMA table_info({name})")}


@pytest.mark.parametrize("name", sorted(SHIPPED["tables"]))
def test_the_shipped_file_speaks_of_what_there_is(log: sqlite3.Connection, name: str) -> None:
    """A column that was renamed would make Datasette show an error instead of a table."""
    table, known = SHIPPED["tables"][name], columns(log, name)
    assert known
    named = {*table.get("columns", ()), *table.get("facets", ()), *table.get("sortable_columns", ())}
    assert named | {table.get("sort_desc", next(iter(known)))} <= known
    if table.get("title"):
        assert table["description"]
        assert set(table["sortable_columns"]) >= {table["sort_desc"]}


@pytest.mark.parametrize("name", sorted(SHIPPED["queries"]))
def test_each_ready_question_has_an_answer(log: sqlite3.Connection, name: str) -> None:
    """On a log that is opened for reading only, with a parameter left empty, too."""
    query = SHIPPED["queries"][name]
    assert query["title"]
    parameters = dict.fromkeys(re.findall(r":(\w+)", query["sql"]), "")
    assert log.execute(query["sql"], parameters).fetchall()


def test_the_questions_are_answered_rightly(log: sqlite3.Connection) -> None:
    """Counted by hand."""
    ask = {
        name: log.execute(query["sql"], {"days": "60", "topic": "rust"}) for name, query in SHIPPED["queries"].items()
    }
    assert [tuple(row) for row in ask["by_month"]] == [("2026-11", 1, 1, 0, 0, 1), ("2026-10", 1, 0, 0, 1, 0)]
    assert [(row["company"], row["days"]) for row in ask["how_long"]] == [("Acme", 30)]
    assert [row["company"] for row in ask["quiet"]] == ["Bolt"]
    assert [(row["company"], row["reapply_after"]) for row in ask["try_again"]] == [("Acme", "2027-05-01")]
    assert [(row["company"], row["answer"]) for row in ask["your_words"]] == [("Acme", "Migrations.")]
    assert [(row["kind"], row["text"]) for row in ask["said_about"]] == [("gap", "we missed depth in Rust")]


def test_an_answer_came_when_it_was_told_first(desk: Desk, log: sqlite3.Connection) -> None:
    """The person who said more wrote a week after the system."""
    with desk.log() as writing:
        more = writing.record(judged("more@x", facts=FULL_FACTS, application=1, date=NOON + days(7)), at=NOON)
        writing.put_first(more, before=3)
    (row,) = log.execute(SHIPPED["queries"]["how_long"]["sql"]).fetchall()
    assert (row["company"], row["rejected"], row["days"]) == ("Acme", "2026-11-16", 30)


def test_the_views_count_what_the_user_says(desk: Desk, log: sqlite3.Connection) -> None:
    """A label of the user's takes a rejection out of all of them."""

    def states() -> dict[str, str]:
        return {row["company"]: row["state"] for row in log.execute("SELECT * FROM application_overview")}

    topics = log.execute("SELECT topic, rejections, gaps, last_day FROM feedback_by_topic").fetchall()
    assert [tuple(row) for row in topics] == [("rust", 1, 1, "2026-11-16")]
    pieces = log.execute("SELECT kind, topic FROM feedback_pieces ORDER BY feedback").fetchall()
    assert [tuple(row) for row in pieces] == [("gap", "rust"), ("strength", "")]
    assert states() == {"Acme": "rejected", "Bolt": "waiting"}
    desk.says("label", "3", "status_update")
    assert log.execute("SELECT count(*) FROM feedback_pieces").fetchone()[0] == 0
    assert states() == {"Acme": "interview", "Bolt": "waiting"}
    assert [row["company"] for row in log.execute("SELECT company FROM rejection_overview")] == ["Core"]


def test_who_was_only_approached_has_not_applied(desk: Desk, log: sqlite3.Connection) -> None:
    """The list is that of `afterword application`, and nobody waits for an answer there."""

    def shown() -> tuple[bool, bool, bool]:
        overview = [row["company"] for row in log.execute("SELECT company FROM application_overview")]
        quiet = [row["company"] for row in log.execute(SHIPPED["queries"]["quiet"]["sql"], {"days": ""})]
        return "Dune" in overview, "Dune" in quiet, "Dune" in desk.says("application")

    with desk.log() as writing:
        dune = writing.open_application("Dune", "Pilot")
        approach = judged("dune@x", label=Label.OUTREACH, company="Dune", application=dune, date=NOON - days(2000))
        writing.record(approach, at=NOON)
    assert shown() == (False, False, False)
    assert {row["company"] for row in log.execute("SELECT * FROM application_overview")} == {"Acme", "Bolt"}
    desk.says("application", "rename", str(dune), "--role", "Captain")
    assert shown() == (True, True, True), "the user counts it among theirs"


def test_an_approach_counts_from_the_moment_that_something_else_comes_of_it(
    desk: Desk, log: sqlite3.Connection
) -> None:
    """With all its messages."""
    with desk.log() as writing:
        dune = writing.open_application("Dune", "Pilot")
        for place, label in enumerate((Label.OUTREACH, Label.ACKNOWLEDGEMENT)):
            moment = NOON - days(9 - place)
            writing.record(judged(f"{place}@x", label=label, application=dune, date=moment), at=NOON)
    (row,) = log.execute("SELECT * FROM application_overview WHERE id = ?", (dune,)).fetchall()
    assert (row["first_day"], row["messages"], row["state"]) == ("2026-11-07", 2, "waiting")


def test_without_datasette_it_says_how_to_get_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: most people need no browser."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    result = desk.run("browse")
    assert "Datasette is not installed" in str(result.exception)
    assert "'.[browse]'" in result.exception.hint  # type: ignore[union-attr]


def test_datasette_is_told_to_listen_here_alone_and_to_load_no_plugin(desk: Desk, tmp_path: Path) -> None:
    """With a token, the shipped file and no download; the command ends as Datasette does."""
    home = _stubbed(desk, tmp_path, _STUB)
    outcome = home.afterword("--config", str(tmp_path / "config.toml"), "browse")
    assert outcome.code == 0, outcome.err
    told = outcome.report
    arguments = told["arguments"]
    assert arguments[:2] == ["serve", str(desk.state / "log.db")]
    assert arguments[arguments.index("--host") + 1] == "127.0.0.1"
    assert "--root" in arguments
    assert arguments[arguments.index("--metadata") + 1] == str(resources.BROWSE)
    assert arguments[arguments.index("allow_download") + 1] == "off"
    assert "--open" not in arguments
    assert told["plugins"] == ""


def test_datasette_ends_with_the_command(desk: Desk, tmp_path: Path) -> None:
    """Who ends the command from elsewhere, as at a logout, leaves nothing behind that serves the log."""
    home = _stubbed(desk, tmp_path, "import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(60)\n")
    with home.start("--config", str(tmp_path / "config.toml"), "browse") as process:
        assert process.stdout is not None
        serving = int(process.stdout.readline())
        process.terminate()
        assert process.wait(timeout=30) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(serving, 0)


def _stubbed(desk: Desk, tmp_path: Path, stub: str) -> Home:
    """Return a home in which a program of ours stands in for Datasette."""
    package = tmp_path / "stub" / "datasette"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(stub, encoding="utf-8")
    desk.says("log")
    return Home(tmp_path / "home", environment={"PYTHONPATH": str(package.parent)})


def test_a_port_that_is_taken_and_a_log_that_is_missing_are_named(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is started."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port}" in desk.refuses("browse", "--port", str(port))
    fresh = Desk(tmp_path / "fresh")
    fresh.folder.mkdir()
    assert "no log yet" in fresh.refuses("browse")


def test_every_page_opens_for_the_user_and_for_nobody_else(desk: Desk) -> None:
    """Asked of Datasette itself; the log's bytes stay as they are."""
    (port,) = free_ports(1)
    log = desk.state / "log.db"
    before = log.read_bytes()
    command = serving(log, port, opens=False)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            _until_it_listens(port)
            with pytest.raises(urllib.error.HTTPError, match="403"):
                visitor.open(f"http://127.0.0.1:{port}/log")
            assert visitor.open(address).status == 200
            for name in [*(name for name, one in SHIPPED["tables"].items() if "title" in one), *SHIPPED["queries"]]:
                assert visitor.open(f"http://127.0.0.1:{port}/log/{name}").status == 200, name
            with pytest.raises(urllib.error.HTTPError, match="403"):
                visitor.open(f"http://127.0.0.1:{port}/log/settings")
        finally:
            process.terminate()
    assert log.read_bytes() == before


def _until_it_listens(port: int) -> None:
    while True:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
