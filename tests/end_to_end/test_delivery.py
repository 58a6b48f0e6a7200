"""Every way for letters to reach the user, as the installed command takes it, and none of them twice."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope
from support.certificates import Authority
from support.dovecot import Dovecot
from support.installation import RECIPIENT, Installation, about, parsed, says_one_sentence
from support.mail import rejection
from support.smtp_server import SmtpServer
from support.tap import tapped


class Provider(SmtpServer):
    """An SMTP server that puts what it takes into a mailbox of the IMAP server, as a mail provider does.

    Attributes:
        at_letter: Killed when a letter has been taken, before the answer is on its way.
    """

    def __init__(self, authority: Authority, dovecot: Dovecot) -> None:
        super().__init__(authority)
        self._dovecot = dovecot
        self.user = ""
        self.at_letter: list[subprocess.Popen[bytes]] = []

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        """Take a letter, deliver it, and see to it that the sender never learns of it."""
        answer = await super().handle_DATA(server, session, envelope)
        self._dovecot.append(self.user, envelope.original_content or b"")
        for process in self.at_letter:
            process.kill()
            process.wait(30)
        self.at_letter.clear()
        return answer


@pytest.fixture
def provider(authority: Authority, dovecot: Dovecot) -> Iterator[Provider]:
    """Yield the SMTP server of a mail provider."""
    server = Provider(authority, dovecot)
    yield server
    server.stop()


def letters_in(installation: Installation, mailbox: str = "INBOX") -> list[bytes]:
    """Return the letters of ours that lie in a mailbox."""
    return [raw for raw in installation.dovecot.messages(installation.user, mailbox) if b"X-Afterword:" in raw]


def sendmail(folder: Path, lines: str = "") -> str:
    """Write a program that keeps each letter in a file of its own, and return its path."""
    program = folder / "sendmail"
    program.write_text(f"#!/bin/sh\n{lines}\ncat > {folder}/letter-$$\n")
    program.chmod(0o755)
    return str(program)


def by_sendmail(installation: Installation, program: str) -> None:
    """Let an installation give its letters to a command."""
    installation.config["delivery"] = {"method": "sendmail", "command": [program, "-t"]}
    installation.write_config()


def test_a_command_gets_each_letter_once_and_doctor_looks_at_it(installation: Installation, tmp_path: Path) -> None:
    """On its standard input; without a mail server in the config there is none that is spoken to."""
    by_sendmail(installation, sendmail(tmp_path))
    installation.receive(rejection("one"), rejection("two", "Bluebird Logistics"))
    assert installation.afterword("run").code == 0
    assert installation.afterword("run").code == 0
    letters = [parsed(path.read_bytes()) for path in tmp_path.glob("letter-*")]
    assert sorted(about(letter) for letter in letters) == ["one@mail.example", "two@mail.example"]
    assert {letter["To"] for letter in letters} == {RECIPIENT}
    found = {one["subject"]: one for one in installation.afterword("doctor", "--json").records}
    assert found["delivery"]["state"] == "ok"
    by_sendmail(installation, str(tmp_path / "missing"))
    outcome = installation.afterword("doctor")
    assert outcome.code == 2
    assert "missing" in outcome.out


def test_a_command_that_puts_off_refuses_or_is_misconfigured_is_told_apart(
    installation: Installation, tmp_path: Path
) -> None:
    """75 waits and ends with 75; 69 is kept and shown by doctor; a bad login or a broken script is the user's turn."""
    installation.receive(rejection("one"))
    by_sendmail(installation, sendmail(tmp_path, "exit 75"))
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "try again later")
    for status in (77, 127):
        by_sendmail(installation, sendmail(tmp_path, f"exit {status}"))
        installation.hours_pass()
        assert installation.afterword("run").code == 2
    by_sendmail(installation, sendmail(tmp_path, "exit 69"))
    installation.hours_pass()
    assert installation.afterword("run").code == 1
    doctor = installation.afterword("doctor").out
    assert "refused the letter (69)" in doctor
    assert "`afterword debrief 1`" in doctor
    by_sendmail(installation, sendmail(tmp_path))
    assert installation.afterword("run").code == 0
    assert list(tmp_path.glob("letter-*")) == []
    assert installation.afterword("debrief", "1").code == 0
    assert len(list(tmp_path.glob("letter-*"))) == 1


@pytest.mark.parametrize("shared", [False, True])
def test_an_address_that_is_refused_keeps_every_letter_until_it_is_mended(
    installation: Installation, *, shared: bool
) -> None:
    """All letters go to it, so none is given up: each run says so, and with the first that can, they leave."""
    installation.configure("letters", share_letter=shared)
    installation.receive(rejection("one"), rejection("two", "Bluebird Logistics"))
    installation.smtp_server.answer_to_recipient = "550 5.1.1 no such user"
    for _ in range(2):
        outcome = installation.afterword("run")
        assert outcome.code == 2
        says_one_sentence(outcome, "refused the address that letters go to (550)")
    installation.smtp_server.answer_to_recipient = ""
    assert installation.afterword("run").code == 0
    assert len(installation.letters) == (1 if shared else 2)
    assert installation.rows("SELECT DISTINCT status FROM outbox") == [("sent",)]


@pytest.mark.parametrize("own", [False, True])
def test_letters_are_put_straight_into_a_mailbox(installation: Installation, *, own: bool) -> None:
    """Through a configured account or one of its own; what lay there before stays as it was, and is unread."""
    account = installation.config["accounts"][0]
    installation.dovecot.create(installation.user, "Letters")
    reuse = {"account": "home"} if not own else {key: account[key] for key in account if key != "name"}
    installation.config["delivery"] = {"method": "imap", "mailbox": "Letters", **reuse}
    installation.write_config()
    installation.receive(rejection("one"))
    flags = installation.dovecot.flags(installation.user)
    assert installation.afterword("run").code == 0
    assert installation.afterword("run").code == 0
    (letter,) = letters_in(installation, "Letters")
    assert about(parsed(letter)) == "one@mail.example"
    assert installation.dovecot.flags(installation.user) == flags
    assert all("\\Seen" not in one for one in installation.dovecot.flags(installation.user, "Letters").values())
    found = {one["subject"]: one for one in installation.afterword("doctor", "--json").records}
    assert (found["delivery"]["state"], "Letters" in found["delivery"]["text"]) == ("ok", True)


def test_letters_in_the_mailbox_that_is_read_are_never_taken_for_mail(installation: Installation) -> None:
    """The default mailbox is INBOX, which the next run reads."""
    installation.config["delivery"] = {"method": "imap", "account": "home"}
    installation.write_config()
    installation.receive(rejection("one"))
    assert installation.afterword("run").code == 0
    assert len(letters_in(installation)) == 1
    assert installation.afterword("run", "--json").report["rejections"] == 0
    assert installation.logged() == ["one@mail.example"]
    assert len(letters_in(installation)) == 1


def test_a_mailbox_that_is_missing_keeps_the_letters_until_it_is_there(installation: Installation) -> None:
    """Doctor names it, and nothing creates it unasked."""
    installation.config["delivery"] = {"method": "imap", "account": "home", "mailbox": "Letters"}
    installation.write_config()
    installation.receive(rejection("one"))
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "Letters")
    assert "Letters" in installation.afterword("doctor").out
    installation.dovecot.create(installation.user, "Letters")
    assert installation.afterword("run").code == 0
    assert len(letters_in(installation, "Letters")) == 1


def test_a_wire_that_breaks_over_an_append_leaves_one_letter(installation: Installation) -> None:
    """Wherever it breaks: the letter is looked for before it is appended again."""
    dovecot = installation.dovecot
    with tapped(dovecot.plain_port) as tap:
        installation.config["delivery"] = {
            "method": "imap",
            "host": "127.0.0.1",
            "port": tap.port,
            "security": "plain",
            "user": installation.user,
            "password_env": "IMAP_PASSWORD",
        }
        installation.write_config()
        installation.receive(rejection("one"))
        outcome = installation.afterword("run", "--json")
        octets = tap.passed
        assert outcome.code == 0
        assert octets > 0
        for step, before_the_end in enumerate((1, 40, 120), start=2):
            installation.receive(rejection(f"again-{step}", f"Company {step}"))
            tap.arm(octets - before_the_end)
            assert installation.afterword("run").code in {0, 75}
            tap.arm(None)
            installation.hours_pass()
            assert installation.afterword("run").code == 0
            assert len(letters_in(installation)) == step


def test_a_run_killed_after_the_server_took_a_letter_sends_no_second_one(
    tmp_path: Path, dovecot: Dovecot, provider: Provider
) -> None:
    """The next run finds it in the mailbox, notes it as sent and goes on."""
    installation = Installation(tmp_path / "home", dovecot, provider)
    provider.user = installation.user
    installation.receive(rejection("one"))
    process = installation.start("run")
    provider.at_letter.append(process)
    process.communicate(timeout=60)
    assert process.returncode == -9
    assert len(provider.letters) == 1
    installation.hours_pass()
    assert installation.afterword("run").code == 0
    assert len(provider.letters) == 1
    assert len(letters_in(installation)) == 1
    assert installation.rows("SELECT status FROM outbox") == [("sent",)]


def test_a_server_that_hangs_up_over_a_letter_it_lost_gets_it_again(
    tmp_path: Path, dovecot: Dovecot, provider: Provider
) -> None:
    """What does not lie in the mailbox was not delivered."""
    installation = Installation(tmp_path / "home", dovecot, provider)
    provider.user = dovecot.new_user()
    provider.hangs_up_after_data = True
    installation.receive(rejection("one"))
    assert installation.afterword("run").code == 75
    provider.hangs_up_after_data = False
    installation.hours_pass()
    assert installation.afterword("run").code == 0
    assert len(provider.letters) == 1
