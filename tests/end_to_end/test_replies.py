"""The user answers a letter in their mail program; the next run stores what they said and does what they asked."""

from __future__ import annotations

import pytest
from support.clients import answer, gmail, html_of, outlook, quoted, text_of, under
from support.installation import Installation
from support.mail import rejection


@pytest.fixture
def home(installation: Installation) -> Installation:
    """Return an installation that has sent one debrief, to an address whose mailbox it reads."""
    installation.configure("letters", read_replies=True)
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    assert len(installation.letters) == 1
    return installation


def answers(home: Installation) -> list[str]:
    """Return the stored answers."""
    return [text for (text,) in home.rows("SELECT text FROM answers ORDER BY id")]


def test_an_answer_under_a_question_is_stored_with_the_application(home: Installation) -> None:
    """Nothing is written by a dry run; the run stores it, and `show` tells it."""
    (letter,) = home.letters
    assert "Reply “pause”" in " ".join(text_of(letter).split())
    body = gmail(under(text_of(letter), 1, "I would name the migration first."))
    home.receive(answer(letter, body.replace("> I would", "I would")))
    rehearsed = home.afterword("run", "--dry-run", "--json").report
    assert [one["answers"] for one in rehearsed["replies"]] == [1]
    assert answers(home) == []
    assert home.afterword("run").code == 0
    assert answers(home) == ["I would name the migration first."]
    shown = home.afterword("show", "1")
    assert "I would name the migration first." in shown.out
    assert home.rows("SELECT question <> '', step, via FROM answers") == [(1, "prepare", "reply")]
