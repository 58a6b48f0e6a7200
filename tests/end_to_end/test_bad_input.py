"""What a user can cause, and a server can do: one clear sentence, a next step, the right exit code, nothing lost."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from support.installation import Installation, about, says_one_sentence
from support.mail import note, rejection, unreadable
from support.ports import free_ports
from support.tap import Tap, tapped

from pipeline import resources

#: A name too long for the domain name system (RFC 1035 §2.3.4): nobody is asked, and nobody can have it.
UNKNOWN_HOST = ".".join(["nowhere"] * 36)


@pytest.fixture
def tap(installation: Installation) -> Iterator[Tap]:
    """Yield a wire that can be cut, between the installation and its IMAP server."""
    with tapped(installation.dovecot.plain_port) as tap:
        installation.configure("accounts", host="127.0.0.1", port=tap.port, security="plain", ca_file=None)
        yield tap


def carries_on(installation: Installation, *names: str) -> None:
    """Check that the next run does what the one before could not, and that each rejection has its one letter."""
    outcome = installation.afterword("run")
    assert (outcome.code, outcome.err) == (0, "")
    assert installation.logged() == sorted(f"{name}@mail.example" for name in names)
    assert sorted(about(one) for one in installation.letters) == installation.logged()
    assert installation.fault_reports() == []


def test_a_wrong_password(installation: Installation) -> None:
    """The account is named, app passwords are mentioned, and the password is nowhere to be read."""
    installation.receive(rejection("no"))
    outcome = installation.afterword("run", environment={"IMAP_PASSWORD": "guessed wrongly"})
    assert outcome.code == 2
    says_one_sentence(outcome, "(account home) refused the login.")
    assert "app password" in outcome.err
    assert "guessed wrongly" not in outcome.err + outcome.out
    carries_on(installation, "no")


def test_a_wrong_password_for_several_mailboxes_is_told_once(installation: Installation) -> None:
    """With the names of all that wait for it."""
    installation.configure("accounts", mailboxes=["INBOX", "Archive"])
    outcome = installation.afterword("run", environment={"IMAP_PASSWORD": "wrong"})
    assert outcome.code == 2
    assert outcome.err.count("refused the login") == 1
    says_one_sentence(outcome, "home/INBOX, home/Archive: ")


def test_a_wrong_password_is_not_tried_again_for_the_letters(installation: Installation) -> None:
    """Providers lock out whoever repeats one; the letters wait, and leave when it is right."""
    asked = installation.folder / "asked"
    ask = installation.folder / "ask"
    ask.write_text(f'#!/bin/sh\necho asked >> "{asked}"\ncat "{installation.folder}/password"\n', encoding="utf-8")
    ask.chmod(0o755)
    installation.configure("accounts", password_env=None, password_command=[str(ask)])
    installation.configure("letters", debrief_after_hours=1)
    installation.config["delivery"] = {"method": "imap", "account": "home"}
    installation.write_config()
    (installation.folder / "password").write_text("secret", encoding="utf-8")
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    installation.hours_pass()
    (installation.folder / "password").write_text("wrong", encoding="utf-8")
    asked.unlink()
    outcome = installation.afterword("run")
    assert (outcome.code, outcome.err.count("refused the login"), asked.read_text(encoding="utf-8")) == (
        2,
        1,
        "asked\n",
    )
    (installation.folder / "password").write_text("secret", encoding="utf-8")
    assert installation.afterword("run").code == 0
    assert installation.rows("SELECT status FROM outbox") == [("sent",)]


def test_a_password_that_is_nowhere(installation: Installation) -> None:
    """The variable that is not set is named."""
    installation.receive(rejection("no"))
    outcome = installation.afterword("run", environment={"IMAP_PASSWORD": ""})
    assert outcome.code == 2
    says_one_sentence(outcome, "The environment variable IMAP_PASSWORD for home is not set.")
    carries_on(installation, "no")


def test_an_unknown_host(installation: Installation) -> None:
    """It may be the network, so the next run tries again."""
    installation.receive(rejection("no"))
    host = installation.dovecot.host
    installation.configure("accounts", host=UNKNOWN_HOST)
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "was not found.")
    installation.configure("accounts", host=host)
    carries_on(installation, "no")


def test_a_host_that_stays_unknown(installation: Installation) -> None:
    """Schedules are silent about 75: once a day it ends with 2, and says since when."""
    host = installation.dovecot.host
    installation.configure("accounts", host=UNKNOWN_HOST)
    assert installation.afterword("run").code == 75
    assert "no run has read a mailbox yet" in installation.afterword("doctor", "--offline").out
    then = datetime.now(UTC) - timedelta(days=3)
    installation.change_log("UPDATE runs SET began_at = :then, ended_at = :then", {"then": then.isoformat()})
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, f"It has been so since {then:%Y-%m-%d %H:%M} UTC.")
    assert installation.afterword("run").code == 75
    installation.configure("accounts", host=host)
    assert installation.afterword("run").code == 0


def test_a_server_that_is_down(installation: Installation) -> None:
    """Nobody listens there now."""
    installation.receive(rejection("no"))
    port = installation.dovecot.port
    installation.configure("accounts", port=free_ports(1)[0])
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "cannot be reached")
    installation.configure("accounts", port=port)
    carries_on(installation, "no")


def test_a_refused_certificate(installation: Installation) -> None:
    """An authority that nobody trusts; the password never goes out."""
    installation.receive(rejection("no"))
    installation.configure("accounts", ca_file=None)
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "cannot be trusted")
    assert "ca_file" in outcome.err
    installation.configure("accounts", ca_file=str(installation.dovecot.ca_file))
    carries_on(installation, "no")


def test_a_mailbox_that_does_not_exist_while_another_does(installation: Installation) -> None:
    """The other one is read all the same, and near names are offered."""
    installation.receive(rejection("no"))
    installation.configure("accounts", mailboxes=["Archiv", "INBOX"])
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "has no mailbox Archiv.")
    assert "Did you mean Archive" in outcome.err
    assert installation.logged() == ["no@mail.example"]
    assert len(installation.letters) == 1
    installation.configure("accounts", mailboxes=["Archive", "INBOX"])
    carries_on(installation, "no")


def test_what_a_library_logs_is_not_told(installation: Installation) -> None:
    """The server answers with a name beyond ASCII, over which the IMAP library logs a warning."""
    installation.configure("accounts", mailboxes=["Entwürfe"])
    outcome = installation.afterword("run")
    assert outcome.code == 2
    said, hint = outcome.err.splitlines()
    assert said.endswith("has no mailbox Entwürfe.")
    assert hint.startswith("  There are: ")


def test_faults_are_in_the_report_for_programs_too(installation: Installation) -> None:
    """With the mailbox they are about; what else was read is there beside them."""
    installation.receive(rejection("no"))
    installation.configure("accounts", mailboxes=["Archiv", "INBOX"])
    report = installation.afterword("run", "--json").report
    (fault,) = report["faults"]
    assert (fault["about"], fault["error"]) == ("home/Archiv", "MailboxMissingError")
    assert report["rejections"] == 1


def test_a_config_with_three_mistakes(installation: Installation) -> None:
    """All of them at once, each with its path, a misspelt key with the one that was meant."""
    installation.receive(rejection("no"))
    good = installation.config_path.read_text(encoding="utf-8")
    bad = good.replace("timezone =", "timezon =").replace("port =", 'port = "many" #').replace('name = "home"\n', "")
    installation.config_path.write_text(bad, encoding="utf-8")
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "has 4 problems.")
    problems = [line for line in outcome.err.splitlines() if line.startswith("  - ")]
    assert "  - letters.timezon: there is no such key; did you mean timezone?" in problems
    assert "  - accounts.1.name: is missing" in problems
    assert sum(".port: " in problem for problem in problems) == 2
    assert not installation.state.exists()
    installation.config_path.write_text(good, encoding="utf-8")
    carries_on(installation, "no")


def test_no_config_at_all(installation: Installation) -> None:
    """The hint holds the command that writes one."""
    installation.config_path.unlink()
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "There is no config at")
    assert "`afterword init`" in outcome.err
    assert installation.afterword("init", "--help").code == 0


def test_an_unreadable_message_in_the_middle_of_a_batch(installation: Installation) -> None:
    """It is set aside and shown by doctor; those before and behind it are judged; no later run stumbles over it."""
    installation.receive(rejection("before"), unreadable(), rejection("behind", "Bluebird Logistics"))
    outcome = installation.afterword("run", "--json")
    assert outcome.code == 0
    assert outcome.report["unreadable"] == 1
    carries_on(installation, "before", "behind")
    findings = {one["subject"]: one for one in installation.afterword("doctor", "--offline", "--json").records}
    assert findings["quarantine"]["state"] == "warn"
    assert "UID 2 in home/INBOX" in findings["quarantine"]["text"]


def test_a_mail_server_that_says_later(installation: Installation) -> None:
    """450: the letter stays, is not tried again before its time, and arrives once when the server takes it."""
    installation.receive(rejection("no"), rejection("other", "Bluebird Logistics"))
    installation.smtp_server.answer_to_data = "450 mailbox busy"
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "asks to try again later (450).")
    assert len(installation.logged()) == 2
    doctor = installation.afterword("doctor", "--offline")
    assert "2 letters wait; the last reason: The mail server" in doctor.out
    installation.smtp_server.answer_to_data = ""
    waiting = installation.rows("SELECT count(*) FROM outbox WHERE due > (SELECT max(ended_at) FROM runs)")
    assert waiting == [(1,)]
    assert installation.afterword("run").code == 0
    assert len(installation.letters) == 1
    installation.hours_pass()
    carries_on(installation, "no", "other")
    carries_on(installation, "no", "other")


def test_a_deferred_debrief_is_dropped_if_its_message_turns_out_to_be_no_rejection(installation: Installation) -> None:
    """It was composed before the user said so; it must not leave all the same."""
    installation.receive(rejection("no"))
    installation.smtp_server.answer_to_data = "450 mailbox busy"
    assert installation.afterword("run").code == 75
    installation.smtp_server.answer_to_data = ""
    assert installation.afterword("label", "1", "other").code == 0
    installation.hours_pass()
    assert installation.afterword("run").code == 0
    assert installation.letters == []
    assert installation.rows("SELECT status FROM outbox") == [("dropped",)]


def test_a_mail_server_that_says_never(installation: Installation) -> None:
    """550: the letter is kept, doctor shows it with its remedy, the remedy works, and the next run is not disturbed."""
    installation.receive(rejection("no"))
    installation.smtp_server.answer_to_data = "550 no such user"
    outcome = installation.afterword("run")
    assert outcome.code == 1
    says_one_sentence(outcome, "refused the letter (550).")
    installation.smtp_server.answer_to_data = ""
    quiet = installation.afterword("run")
    assert (quiet.code, quiet.err) == (0, "")
    assert installation.letters == []
    doctor = installation.afterword("doctor", "--json")
    assert doctor.code == 2
    outbox = next(one for one in doctor.records if one["subject"] == "outbox")
    assert outbox["state"] == "fail"
    assert "(550)" in outbox["text"]
    assert "afterword debrief" in outbox["remedy"]
    assert installation.afterword("debrief", "1").code == 0
    carries_on(installation, "no")
    assert installation.afterword("doctor", "--offline").code == 0


def test_a_mail_server_that_refuses_the_password(installation: Installation) -> None:
    """The rejection is logged, and its letter leaves once the password is right."""
    installation.receive(rejection("no"))
    outcome = installation.afterword("run", environment={"SMTP_PASSWORD": "guessed wrongly"})
    assert outcome.code == 2
    says_one_sentence(outcome, "refused the login (535).")
    assert "guessed wrongly" not in outcome.err
    installation.hours_pass()
    carries_on(installation, "no")


def test_a_mail_server_that_hangs_up_on_the_letter(installation: Installation) -> None:
    """The letter was not accepted, so it stays and is handed over later."""
    installation.receive(rejection("no"))
    installation.smtp_server.hangs_up_after_data = True
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "hung up.")
    installation.smtp_server.hangs_up_after_data = False
    installation.hours_pass()
    carries_on(installation, "no")


def test_an_smtp_host_that_is_unknown(installation: Installation) -> None:
    """The letter waits."""
    installation.receive(rejection("no"))
    installation.configure("delivery", host=UNKNOWN_HOST)
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "was not found.")
    installation.configure("delivery", host=installation.smtp_server.host)
    installation.hours_pass()
    carries_on(installation, "no")


def test_a_state_directory_that_cannot_be_written(installation: Installation) -> None:
    """A file stands in its place, which stops root as well."""
    installation.receive(rejection("no"))
    installation.state.parent.mkdir(parents=True)
    installation.state.write_text("in the way")
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, f"The state directory {installation.state} cannot be written")
    assert installation.letters == []
    installation.state.unlink()
    carries_on(installation, "no")


def test_a_disk_that_takes_no_more(installation: Installation) -> None:
    """The limit on the size of a file stands in for a full disk: no half of a batch is kept."""
    installation.receive(*(note(f"private-{number}") for number in range(40)), rejection("no"))
    command = ("sh", "-c", 'ulimit -f 8; exec "$@"', "sh")
    outcome = installation.afterword("run", before=command)
    assert outcome.code == 2
    says_one_sentence(outcome, "The log", "disk")
    assert installation.letters == []
    carries_on(installation, "no")


def test_a_log_of_a_later_version(installation: Installation) -> None:
    """It is left alone, to the byte."""
    installation.receive(rejection("first"))
    assert installation.afterword("run").code == 0
    installation.change_log("UPDATE _sqlite_migrations SET name = name || '_of_2031'")
    installation.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    before = hashlib.sha256(installation.log_path.read_bytes()).hexdigest()
    for arguments in (["run"], ["run", "--dry-run"], ["log"], ["digest"], ["label", "1", "other"]):
        outcome = installation.afterword(*arguments)
        assert outcome.code == 2, arguments
        says_one_sentence(outcome, "was written by a later version of Afterword.")
    assert hashlib.sha256(installation.log_path.read_bytes()).hexdigest() == before
    installation.change_log("UPDATE _sqlite_migrations SET name = replace(name, '_of_2031', '')")
    carries_on(installation, "first")


def test_a_file_that_is_no_log(installation: Installation) -> None:
    """It is neither read nor overwritten."""
    installation.receive(rejection("no"))
    installation.state.mkdir(parents=True)
    installation.log_path.write_text("a shopping list, longer than the header of a database would be" * 3)
    outcome = installation.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "is not a log of Afterword.")
    assert installation.log_path.read_text().startswith("a shopping list")
    installation.log_path.unlink()
    carries_on(installation, "no")


def test_a_corrupt_model(installation: Installation) -> None:
    """One byte differs from what the passport says: nothing is judged, nothing is skipped."""
    installation.receive(rejection("no"))
    broken = installation.state / "models" / "mine"
    shutil.copytree(resources.BASELINE_MODEL, broken)
    arrays = bytearray((broken / "model.npz").read_bytes())
    arrays[len(arrays) // 2] ^= 1
    (broken / "model.npz").write_bytes(arrays)
    current = installation.state / "models" / "current"
    current.write_text("mine\n")
    outcome = installation.afterword("run")
    assert outcome.code == 1
    says_one_sentence(outcome, "does not match its passport.")
    assert installation.logged() == []
    doctor = installation.afterword("doctor", "--offline", "--json")
    assert doctor.code == 2
    assert [one["subject"] for one in doctor.records if one["state"] == "fail"] == ["model"]
    current.unlink()
    carries_on(installation, "no")


def test_a_server_that_hangs_up_in_the_middle_of_a_fetch(installation: Installation, tap: Tap) -> None:
    """What was saved stays saved, and the next run goes on from there."""
    installation.receive(*(note(f"private-{number}") for number in range(120)), rejection("no"))
    tap.arm(40_000)
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "hung up.")
    assert 0 < installation.cursor() < 121
    carries_on(installation, "no")


@pytest.mark.parametrize("limit", [0, 30, 200, 1500])
def test_a_wire_that_is_cut_at_any_early_moment(installation: Installation, tap: Tap, limit: int) -> None:
    """During greeting, login or the first answers: try again later, never a fault of ours."""
    installation.receive(rejection("no"))
    tap.arm(limit)
    outcome = installation.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "IMAP server")
    carries_on(installation, "no")


def test_an_unknown_command_and_an_unknown_option(installation: Installation) -> None:
    """The usage is shown, and the code is that of a slip of the user's."""
    for arguments in (["rum"], ["run", "--dry"], ["label", "1", "rejected"], ["label", "one", "other"], ["show"]):
        outcome = installation.afterword(*arguments)
        assert outcome.code == 2, arguments
        assert "Traceback" not in outcome.err


def test_nothing_can_be_looked_up_before_the_first_run(installation: Installation) -> None:
    """The log is not there yet: each command says so."""
    for arguments in (["log"], ["show", "1"], ["search", "x"]):
        outcome = installation.afterword(*arguments)
        assert outcome.code == 2, arguments
        says_one_sentence(outcome, "There is no log at")
    assert not installation.log_path.exists()
