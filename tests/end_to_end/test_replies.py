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
    body = gmail("") + under(quoted(text_of(letter)), 1, "I would name the migration first.", "> ")
    home.receive(answer(letter, body))
    rehearsed = home.afterword("run", "--dry-run", "--json").report
    assert [one["answers"] for one in rehearsed["replies"]] == [1]
    assert answers(home) == []
    assert home.afterword("run", "--json").report["replies"] == rehearsed["replies"]
    assert answers(home) == ["I would name the migration first."]
    assert "I would name the migration first." in home.afterword("show", "1").out
    (told,) = home.afterword("show", "1", "--json").report["answers"]
    assert (told["step"], told["via"], told["done"]) == ("prepare", "reply", None)
    assert told["question"].endswith("?")


def test_commands_in_a_reply_are_carried_out(home: Installation) -> None:
    """The decision is kept, letters pause, and the label is corrected; what is beside them is kept too."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), "Remind me in 3 months.\nPause\nThey were kind.")))
    assert home.afterword("run").code == 0
    ((choice, day),) = home.rows("SELECT choice, day FROM decisions")
    assert choice == "remind"
    assert day > "2026"
    assert home.rows("SELECT value FROM settings WHERE name = 'paused_until'") == [("forever",)]
    assert home.logged() == ["no@mail.example"]
    home.receive(answer(letter, outlook(text_of(letter), "Not a rejection!"), name="second"))
    assert home.afterword("run").code == 0
    assert home.logged() == []
    shown = home.afterword("show", "1").out
    assert "you decided: remind on" in shown
    assert "you: They were kind." in shown


def test_a_reply_in_html_alone_is_read(home: Installation) -> None:
    """As a phone sends it: the letter's HTML quoted, the answer below a question of it."""
    (letter,) = home.letters
    html = html_of(letter)
    end = html.index("</p>", html.index("<ol")) + len("</p>")
    broken = f"{html[:end]}</blockquote><div>The migration &amp; the outage.</div><blockquote>{html[end:]}"
    home.receive(answer(letter, f"<div><br></div><blockquote type='cite'>{broken}</blockquote>", html=True))
    assert home.afterword("run").code == 0
    assert answers(home) == ["The migration & the outage."]


def test_a_german_reply_from_outlook_is_read(home: Installation) -> None:
    """Its block of header lines, no quotation marks, and the answer between the lines of the letter."""
    home.configure("letters", language="de")
    home.receive(rejection("zwei", "Borealis", "Analyst"))
    assert home.afterword("run").code == 0
    letter = home.letters[1]
    body = outlook(under(text_of(letter), 1, "Die erste Zeile über die Umstellung."), "Dranbleiben.", "de")
    home.receive(answer(letter, body, prefix="AW: ", threaded=False))
    assert home.afterword("run").code == 0
    assert answers(home) == ["Die erste Zeile über die Umstellung."]
    assert home.rows("SELECT choice FROM decisions") == [("chase",)]


def test_only_the_user_can_answer_and_nobody_can_guess_a_letter(home: Installation) -> None:
    """Another sender who knows the letter, and the user's address without it, change nothing."""
    (letter,) = home.letters
    said = gmail(text_of(letter), "not a rejection\npause")
    home.receive(answer(letter, said, name="a", sender="Robin <robin@elsewhere.example>"))
    genuine = str(letter["Message-ID"]).strip("<>")
    guessed = f"{'0' * 40}@afterword.invalid"
    forged = answer(letter, said, name="b").replace(genuine.encode(), guessed.encode())
    home.receive(forged.replace(genuine[:12].encode(), b"0" * 12))
    assert home.afterword("run").code == 0
    assert home.logged() == ["no@mail.example"]
    for table in ("replies", "answers", "decisions", "notes", "labels"):
        assert home.rows(f"SELECT * FROM {table}") == []  # noqa: S608 - names from above
    assert home.rows("SELECT * FROM settings WHERE name = 'paused_until'") == []


def test_the_same_reply_in_two_mailboxes_is_stored_once(home: Installation) -> None:
    """INBOX and Sent hold copies; a later look at both changes nothing."""
    (letter,) = home.letters
    home.dovecot.create(home.user, "Sent")
    home.configure("accounts", mailboxes=["INBOX", "Sent"])
    reply = answer(letter, gmail(text_of(letter), "1. The migration.\nchase"))
    home.receive(reply)
    home.dovecot.append(home.user, b"Received: from phone\r\n" + reply, mailbox="Sent")
    assert len(home.afterword("run", "--json").report["replies"]) == 1
    assert home.afterword("run", "--since", "2020-01-01", "--json").report["replies"] == []
    assert answers(home) == ["The migration."]
    assert home.rows("SELECT choice FROM decisions") == [("chase",)]


def test_a_letter_says_what_a_reply_can_do_only_where_replies_are_read(installation: Installation) -> None:
    """Otherwise it names the commands."""
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    (letter,) = installation.letters
    assert "afterword label 1 other" in text_of(letter)
    assert "Reply “pause”" not in text_of(letter)
    installation.configure("letters", to=f"{installation.user}@home.example", read_replies=True, sender="a@b.example")
    installation.receive(rejection("more", "Borealis", "Analyst"))
    assert installation.afterword("run").code == 0
    letter = installation.letters[1]
    assert "afterword label" not in text_of(letter)
    assert letter["Reply-To"] == f"{installation.user}@home.example"
