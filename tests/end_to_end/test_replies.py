"""The user answers a letter in their mail program; the next run stores what they said and does what they asked."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import timedelta

import pytest
from support.clients import answer, gmail, html_of, outlook, quoted, text_of, under
from support.installation import Installation, says_one_sentence
from support.mail import NOW, rejection
from support.tap import tapped


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


@pytest.mark.parametrize(
    ("words", "notes"), [("Pause until Monday", []), ("Pause until I write", ["Pause until I write"])]
)
def test_whoever_asks_for_quiet_gets_it(home: Installation, words: str, notes: list[str]) -> None:
    """No letter leaves in that very run, even if the end of the pause cannot be read; no question is answered."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), words)), rejection("more", "Borealis", "Analyst"))
    assert home.afterword("run").code == 0
    assert len(home.letters) == 1
    ((until,),) = home.rows("SELECT value FROM settings WHERE name = 'paused_until'")
    assert (until == "forever") is bool(notes)
    assert answers(home) == []
    assert [text for (text,) in home.rows("SELECT text FROM notes")] == notes


def test_a_reply_from_outlook_in_another_language_holds_no_letter(home: Installation) -> None:
    """Only what the user wrote is an answer, on whatever header lines the quoted letter follows."""
    (letter,) = home.letters
    block = (
        "De: Afterword <robin@home.example>\nEnviado el: martes, 24 de noviembre de 2026 8:30\nPara: robin@home.example"
    )
    said = f"1. The migration.\n\n{block}\nAsunto: {letter['Subject']}\n\n{text_of(letter)}\n"
    home.receive(answer(letter, said))
    assert home.afterword("run").code == 0
    assert answers(home) == ["The migration."]
    assert home.rows("SELECT text FROM notes") == []


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
    done = home.afterword("run")
    assert (done.code, done.out) == (0, "")
    assert "1 reply to a letter was not read" in done.err, "one that is the user's own would vanish otherwise"
    checked = home.afterword("doctor", "--offline").out
    assert "replies: one of " in checked, "a run that nobody watches has told nobody"
    assert "elsewhere.example" not in done.err + checked
    assert home.logged() == ["no@mail.example"]
    for table in ("replies", "answers", "decisions", "notes", "labels"):
        assert home.rows(f"SELECT * FROM {table}") == []  # noqa: S608 - names from above
    assert home.rows("SELECT * FROM settings WHERE name = 'paused_until'") == []


@pytest.mark.parametrize("threaded", [True, False])
def test_a_reply_from_an_unknown_address_is_read_once_the_address_is_told(
    home: Installation, *, threaded: bool
) -> None:
    """The told remedy works, be it that only the mark in the subject gives the reply away; then `doctor` is content."""
    (letter,) = home.letters
    said = gmail(text_of(letter), "let go")
    home.receive(answer(letter, said, sender="Robin <robin@elsewhere.example>", threaded=threaded))
    first = home.afterword("run", "--json")
    assert "add it to letters.addresses in the config, then `afterword run --since DATE`" in first.err
    assert (first.report["decisions"], home.rows("SELECT message_id FROM messages")) == ([], [("no@mail.example",)])
    home.configure("letters", addresses=["robin@elsewhere.example"])
    assert home.afterword("run").err == ""
    assert "warn  replies: one of " in home.afterword("doctor", "--offline").out, "it was not read yet"
    assert home.afterword("run", "--since", f"{NOW:%Y-%m-%d}").err == ""
    assert home.rows("SELECT choice FROM decisions") == [("let_go",)]
    assert "ok    replies: none came lately" in home.afterword("doctor", "--offline").out


def test_a_command_that_does_not_say_which_rejection_it_means_is_told_to_be_undone(home: Installation) -> None:
    """With how to say it; its words, which only the user may see, go to no file. With the number it is done."""
    home.configure("letters", share_letter=True)
    home.receive(rejection("more", "Borealis", "Analyst"), rejection("third", "Cobalt", "Chef"))
    assert home.afterword("run").code == 0
    letter = home.letters[-1]
    home.receive(answer(letter, gmail(text_of(letter), "dranbleiben"), name="bare"))
    told = home.afterword("run")
    assert (told.code, told.out) == (0, "")
    assert "1 command in your reply" in told.err
    assert "not done" in told.err
    assert "`17 let go`" in told.err
    assert "dranbleiben" not in told.err
    assert home.rows("SELECT text FROM notes") == [("dranbleiben",)]
    for place, said in enumerate(("99 let go", "3 done", "yes")):
        home.receive(answer(letter, gmail(text_of(letter), said), name=f"near-{place}"))
        assert "was not done" in home.afterword("run").err, said
    home.receive(answer(letter, gmail(text_of(letter), "2 keine Absage"), name="whole"))
    assert home.afterword("run").err == ""
    assert home.rows("SELECT message, label FROM labels") == [(2, "other")]


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


def test_a_run_that_is_killed_stores_a_reply_once(home: Installation) -> None:
    """At whatever moment of reading: the next run stores all of it, and no run stores it again."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), "1. The migration.\nchase")))
    with tapped(home.dovecot.plain_port) as tap:
        home.configure("accounts", host="127.0.0.1", port=tap.port, security="plain", ca_file=None)
        for octets in (300, 900, 1500, 2500, 4000):
            started: list[subprocess.Popen[bytes]] = []
            tap.arm(octets, lambda: started[0].kill())  # noqa: B023, PLW0108 - there is none yet
            started.append(home.start("run"))
            started[0].communicate(timeout=60)
            tap.arm(None)
            assert len(answers(home)) == len(home.rows("SELECT * FROM decisions")) <= 1
        for _ in range(2):
            assert home.afterword("run").code == 0
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


def test_a_reply_is_read_once_it_is_sent(home: Installation) -> None:
    """And not while it is a draft, as where all mail is read: of what is begun the end may say the contrary."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), "Not a rej")), flags=r"(\Draft)")
    assert home.afterword("run", "--json").report["replies"] == []
    home.receive(answer(letter, gmail(text_of(letter), "Not a rejection!")))
    assert home.afterword("run").code == 0
    assert home.logged() == []


def test_a_digest_is_answered_by_its_own_numbers(home: Installation) -> None:
    """An answer to an open question, what is done, what is let go; the numbers are those of that very letter."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), "1. Say why, not what.\nchase")))
    home.receive(rejection("open", "Borealis", "Analyst"))
    assert home.afterword("run").code == 0
    home.change_log("UPDATE outbox SET due = '2000-01-01T00:00:00+00:00' WHERE status = 'owed'")
    assert home.afterword("run").code == 0
    for table in ("answers", "decisions", "replies"):
        home.change_log(f"UPDATE {table} SET at = :then", {"then": last_week()})  # noqa: S608 - names from above
    home.change_log("UPDATE outbox SET sent_at = :then WHERE sent_at IS NOT NULL", {"then": last_week()})
    change = "UPDATE messages SET date = :then, recorded_at = :then, stage = iif(id = 1, 'interview', stage)"
    home.change_log(change, {"then": last_week()})
    sent = home.afterword("digest")
    assert (sent.code, sent.err) == (0, "")
    digest = home.letters[-1]
    text = text_of(digest)
    assert digest["X-Afterword"] == "digest"
    for part in ("Your words", "To practise", "To try again", "Waiting for you"):
        assert f"\n{part}\n" in text
    points = dict(home.rows("SELECT kind, number FROM points WHERE letter = (SELECT max(letter) FROM points)"))
    said = f"done {points['practice']}, {points['chase']} let go\n{points['question']}: The line about the warehouse."
    home.receive(answer(digest, gmail(text, said), name="week"))
    assert home.afterword("run").code == 0
    assert answers(home) == ["Say why, not what.", "The line about the warehouse."]
    assert home.rows("SELECT done_at IS NOT NULL FROM answers ORDER BY id")[0] == (1,)
    assert home.rows("SELECT choice FROM decisions ORDER BY id") == [("chase",), ("let_go",)]
    text = home.afterword("digest", "--preview").out
    assert "To practise" not in text
    assert "To try again" not in text


def test_an_uncertain_message_is_labelled_by_its_number_in_the_digest(home: Installation) -> None:
    """`1 rejection` and `2 not` mean the messages that this digest listed, whatever came since."""
    for name in ("one", "two"):
        home.receive(rejection(name, name.title(), "Clerk"))
    assert home.afterword("run").code == 0
    home.change_log("UPDATE messages SET verdict = 'uncertain' WHERE message_id <> 'no@mail.example'")
    assert home.afterword("digest").code == 0
    digest = home.letters[-1]
    joined = "points JOIN messages ON messages.id = message WHERE kind = 'uncertain'"
    found = dict(home.rows(f"SELECT message_id, number FROM {joined}"))  # noqa: S608 - names from above
    assert len(found) == 2
    said = f"{found['one@mail.example']} rejection, {found['two@mail.example']} not"
    home.receive(answer(digest, gmail(text_of(digest), said), name="week"))
    assert home.afterword("run").code == 0
    assert home.logged() == ["no@mail.example", "one@mail.example"]
    assert home.rows("SELECT label, by FROM labels ORDER BY id") == [("rejection", "reply"), ("other", "reply")]


def last_week() -> str:
    """Return an instant in the last week that has ended, as the log stores it."""
    return (NOW - timedelta(days=NOW.weekday() + 3)).isoformat()


# -- in the terminal


def test_the_same_questions_are_asked_in_the_terminal(home: Installation) -> None:
    """One after the other; an empty line skips, the end of the input ends it; a command is one here too."""
    shown, code = in_a_terminal(home, "answer", "1", typed=b"Say why, not what.\n\x04\x04")
    assert code == 0
    assert "1/1" in shown
    assert "1 kept" in shown
    assert answers(home) == ["Say why, not what."]
    assert home.rows("SELECT via FROM answers") == [("terminal",)]
    shown, code = in_a_terminal(home, "answer", "1", typed=b"\n")
    assert code == 0
    assert "you said: Say why, not what." in shown
    assert "Nothing was kept. It can wait." in shown
    assert home.afterword("answer", "1", "--done").out == "1 off the lists.\n"
    assert "Nothing that you answered" in home.afterword("answer", "1", "--done").out
    assert home.rows("SELECT done_at IS NOT NULL FROM answers") == [(1,)]
    in_a_terminal(home, "answer", "1", typed=b"not a rejection\n")
    assert home.logged() == []


def test_what_is_typed_in_another_encoding_is_asked_for_again(home: Installation) -> None:
    """As a terminal in Latin-1 sends it: broken characters are neither kept nor counted."""
    shown, code = in_a_terminal(home, "answer", "1", typed=b"Gr\xfc\xdfe.\nGr\xc3\xbc\xc3\x9fe.\n\x04\x04")
    assert code == 0
    assert shown.count("not UTF-8 text") == 1
    assert "1 kept" in shown
    assert answers(home) == ["Grüße."]


def test_where_nobody_is_there_the_questions_are_only_shown(home: Installation) -> None:
    """A job never waits for input; a number that is none is told in a sentence."""
    outcome = home.afterword("answer", "1", stdin=b"An answer.\n")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("1/1  ")
    assert answers(home) == []
    says_one_sentence(home.afterword("answer", "99"), "99")


def in_a_terminal(home: Installation, *arguments: str, typed: bytes) -> tuple[str, int]:
    """Run the command at a terminal, type something, and return what it showed and how it ended."""
    keyboard, terminal = os.openpty()
    process = home.start(*arguments, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    os.close(terminal)
    os.write(keyboard, typed)
    out, _ = process.communicate(timeout=60)
    os.close(keyboard)
    return out.decode(), process.returncode


def test_an_export_holds_what_the_user_said(home: Installation) -> None:
    """For programs, and in the journal."""
    (letter,) = home.letters
    home.receive(answer(letter, gmail(text_of(letter), "1. Say why, not what.\nlet go")))
    assert home.afterword("run").code == 0
    assert home.afterword("export", str(home.folder / "out")).code == 0
    records = json.loads((home.folder / "out" / "words.json").read_text(encoding="utf-8"))
    assert [one["answer"] for one in records["answers"]] == ["Say why, not what."]
    assert [one["choice"] for one in records["decisions"]] == ["let_go"]
    journal = (home.folder / "out" / "journal.txt").read_text(encoding="utf-8")
    assert "you: Say why, not what." in journal
    assert "you decided: let go" in journal
