"""`afterword run` against a real IMAP server and a real SMTP server."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from support.dovecot import PASSWORD
from support.installation import RECIPIENT, Installation, about, says_one_sentence
from support.mail import NOW, acknowledgement, note, rejection, sample, unreadable
from support.terminal import Terminal

from pipeline.resources import SAMPLE_MAILBOX

HEAVY = ("scipy", "sklearn", "py3langid", "sentencex")


def fingerprint(folder: Path) -> dict[str, str]:
    """Return a hash of every file below a folder, but for the two that SQLite keeps beside a log even for readers."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


@contextmanager
def lock_held(installation: Installation) -> Iterator[None]:
    """Hold the lock of an installation in another process."""
    script = (
        "import sys; from filelock import FileLock\n"
        "with FileLock(sys.argv[1]): print('held', flush=True); sys.stdin.readline()"
    )
    installation.state.mkdir(parents=True, exist_ok=True)
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(installation.state / "run.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    try:
        yield
    finally:
        holder.communicate(b"go\n")


@pytest.fixture
def sampled(installation: Installation) -> Installation:
    """Return an installation whose INBOX holds the sample mailbox, ended today."""
    with installation.dovecot.session(installation.user) as client:
        for _, raw, date in sample():
            installation.dovecot._append(client, "INBOX", date, raw)
    return installation


def test_the_sample_mailbox_is_read_logged_and_answered(sampled: Installation) -> None:
    """The first run finds the rejections and leaves the mailbox as it was; the next one has nothing to say."""
    manifest = tomllib.loads((SAMPLE_MAILBOX / "manifest.toml").read_text(encoding="utf-8"))["message"]
    flags = sampled.dovecot.flags(sampled.user)
    first = sampled.afterword("run", "--json")
    assert first.code == 0, first.err
    report = first.report
    assert report["messages"] == len(manifest)
    assert report["unreadable"] == 1
    rejections = [one for one in manifest if one.get("label") == "rejection" and "same_as" not in one]
    assert len(sampled.logged()) >= 0.6 * len(rejections)
    assert sampled.dovecot.flags(sampled.user) == flags
    assert not any("\\Seen" in one for one in flags.values())
    assert sampled.cursor() == max(flags)

    fresh = sampled.rows("SELECT message_id FROM rejections WHERE date >= ?", (NOW - timedelta(days=13)).isoformat())
    kinds = [str(letter["X-Afterword"]) for letter in sampled.letters]
    assert kinds.count("summary") == 1
    assert {about(one) for one in sampled.letters if one["X-Afterword"] == "debrief"} >= {one for (one,) in fresh}
    assert len({str(one["Message-ID"]) for one in sampled.letters}) == len(sampled.letters)
    assert {one.recipients for one in sampled.smtp_server.letters} == {(RECIPIENT,)}

    letters = len(sampled.letters)
    second = sampled.afterword("run", probed=True)
    assert (second.code, second.out, second.err) == (0, "", "")
    assert second.loaded(*HEAVY) == set()
    assert len(sampled.letters) == letters


def test_a_debrief_comes_to_its_reader_alone_under_the_rejection_it_is_about(installation: Installation) -> None:
    """The mail program shows it in the thread, as text or as HTML, and nothing answers it by itself."""
    installation.receive(acknowledgement("ack"), rejection("no"))
    assert installation.afterword("run").code == 0
    (delivered,) = installation.smtp_server.letters
    assert delivered.recipients == (RECIPIENT,)
    (letter,) = installation.letters
    assert str(letter["To"]) == RECIPIENT
    assert letter["Cc"] is None
    assert letter["Bcc"] is None
    assert str(letter["In-Reply-To"]) == "<no@mail.example>"
    assert str(letter["References"]).split()[-1] == "<no@mail.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    for part in letter.iter_parts():
        assert "Acme" in part.get_content()
    assert "://" not in str(letter.get_body(("html",)).get_content().split("</head>")[0]).replace("http://www.w3", "")


def test_only_a_new_message_is_fetched(installation: Installation) -> None:
    """A later run takes what came since the last one, and nothing else."""
    installation.receive(rejection("first"), note("private"))
    assert installation.afterword("run", "--json").report["messages"] == 2
    installation.receive(rejection("second", "Bluebird Logistics", "Accountant"))
    report = installation.afterword("run", "--json").report
    assert report["messages"] == 1
    assert [one["message_id"] for one in report["decisions"]] == ["second@mail.example"]
    assert [about(one) for one in installation.letters] == ["first@mail.example", "second@mail.example"]


def test_a_dry_run_shows_what_the_real_run_will_do_and_changes_nothing(installation: Installation) -> None:
    """Before the first run, and again between two."""
    installation.receive(rejection("first"), acknowledgement("ack"), unreadable())
    for name in ("first", "second"):
        before = fingerprint(installation.state)
        rehearsed = installation.afterword("run", "--dry-run", "--json")
        assert fingerprint(installation.state) == before
        assert not installation.log_path.exists() or name == "second"
        real = installation.afterword("run", "--json")
        assert (rehearsed.code, real.code) == (0, 0)
        (dry, wet) = (rehearsed.report, real.report)
        assert dry["decisions"]
        assert dry.pop("dry_run") is True
        assert wet.pop("dry_run") is False
        assert dry.pop("letters") == {"owed": 1, "sent": [], "deferred": 0, "refused": 0}
        assert wet.pop("letters")["owed"] == 1
        assert dry == wet
        installation.receive(rejection("second", "Bluebird Logistics", "Accountant"))
    assert [about(one) for one in installation.letters] == ["first@mail.example", "second@mail.example"]


def test_a_dry_run_is_told_in_words_to_a_person(installation: Installation) -> None:
    """Decision, score, company and the sentence that decided it; then the numbers."""
    installation.receive(rejection("no"))
    out = installation.afterword("run", "--dry-run").out
    assert out.startswith("rejection ")
    assert "Acme" in out
    assert "1 message read in 1 mailbox: 1 rejection, " in out
    assert installation.letters == []


def test_a_person_sees_how_far_a_run_is(installation: Installation) -> None:
    """A first run takes minutes: on a terminal it counts, and what it counted makes room for what was found.

    It fits into the narrowest one: of what is wrapped, nothing takes the first line back.
    """
    installation.receive(*(note(f"n{number}") for number in range(60)))
    with Terminal("run", environment=installation.clean_environment()) as terminal:
        terminal.waits_for("60 messages read in 1 mailbox")
        assert terminal.ends() == 0
    counted, found, _ = terminal.output.partition("60 messages read in")
    *_, first, second, blank, nothing = counted.split("\r")
    assert (first, second, blank.strip(), nothing) == ("50 messages read", "60 messages read", "", "")
    assert found
    assert len(second) < len(blank) <= 20


def test_the_report_holds_what_other_programs_read(installation: Installation) -> None:
    """Names and types of `run --json`."""
    installation.receive(rejection("no"), unreadable())
    report = installation.afterword("run", "--json").report
    assert list(report) == [
        "dry_run",
        "mailboxes",
        "messages",
        "rejections",
        "uncertain",
        "unreadable",
        "decisions",
        "quarantined",
        "letters",
        "paused_until",
        "faults",
        "replies",
        "replies_from_elsewhere",
        "unmatched",
    ]
    assert report["letters"]["sent"] == [{"kind": "debrief", "about": "no@mail.example"}]
    assert set(report["quarantined"][0]) == {"message_id", "error", "mailbox", "uid"}
    assert (report["quarantined"][0]["mailbox"], report["quarantined"][0]["uid"]) == ("home/INBOX", 2)
    assert report["faults"] == []


def test_since_reads_again_from_a_day_on_and_writes_nothing_twice(installation: Installation) -> None:
    """Known messages stay as they are; what lay before the first look-back is found."""
    installation.configure("accounts", look_back_days=3)
    old = NOW - timedelta(days=8)
    installation.receive(rejection("old", "Bluebird Logistics", date=old), date=old)
    installation.receive(rejection("new"))
    assert installation.afterword("run", "--json").report["messages"] == 1
    day = (NOW - timedelta(days=20)).date().isoformat()
    again = installation.afterword("run", "--since", day, "--json").report
    assert [one["message_id"] for one in again["decisions"]] == ["old@mail.example"]
    assert installation.logged() == ["new@mail.example", "old@mail.example"]
    assert sorted(about(one) for one in installation.letters) == ["new@mail.example", "old@mail.example"]


def test_since_never_skips_what_is_new(installation: Installation) -> None:
    """A message that arrived after the last run and before that day is read all the same."""
    installation.receive(note("first"))
    assert installation.afterword("run").code == 0
    yesterday = NOW - timedelta(days=3)
    installation.receive(rejection("late", date=yesterday), date=yesterday)
    assert installation.afterword("run", "--since", (NOW - timedelta(days=1)).date().isoformat()).code == 0
    assert installation.logged() == ["late@mail.example"]


def test_a_date_that_is_none_is_refused(installation: Installation) -> None:
    """Before anything is read."""
    outcome = installation.afterword("run", "--since", "last week")
    assert outcome.code == 2
    says_one_sentence(outcome, "'last week' is not a date.")


@pytest.mark.parametrize("name", ["Archive", "home/Archive"])
def test_one_mailbox_may_be_read_alone(installation: Installation, name: str) -> None:
    """By its name, with or without that of its account."""
    installation.configure("accounts", mailboxes=["INBOX", "Archive"])
    installation.receive(rejection("inbox"))
    installation.receive(rejection("archived", "Bluebird Logistics"), mailbox="Archive")
    assert installation.afterword("run", "--mailbox", name).code == 0
    assert installation.logged() == ["archived@mail.example"]


def test_one_account_may_be_read_alone(installation: Installation) -> None:
    """As one that was just added, and whose password was just mended."""
    user = installation.dovecot.new_user()
    home = installation.config["accounts"][0]
    installation.config["accounts"].append({**home, "name": "uni", "user": user, "password_env": "UNI"})
    installation.write_config()
    installation.receive(rejection("home"))
    installation.dovecot.append(user, rejection("uni", "Bluebird Logistics"), date=NOW)
    outcome = installation.afterword("run", environment={"UNI": "wr0ng"})
    assert outcome.code == 2
    says_one_sentence(outcome, "(account uni) refused the login.")
    assert installation.logged() == ["home@mail.example"]
    installation.receive(rejection("later", "Kestrel Foods"))
    assert installation.afterword("run", "--mailbox", "uni", environment={"UNI": PASSWORD}).code == 0
    assert installation.logged() == ["home@mail.example", "uni@mail.example"]


def test_a_mailbox_that_the_config_does_not_name_is_refused(installation: Installation) -> None:
    """Rather than nothing being read in silence."""
    outcome = installation.afterword("run", "--mailbox", "Archive")
    assert outcome.code == 2
    says_one_sentence(outcome, "The config names no mailbox or account 'Archive'.")


def test_a_message_in_two_mailboxes_is_one_rejection(installation: Installation) -> None:
    """Copies are known by their Message-ID, within a run and from one run to the next."""
    installation.configure("accounts", mailboxes=["INBOX", "Archive"])
    installation.receive(rejection("no"))
    installation.receive(rejection("no"), mailbox="Archive")
    assert installation.afterword("run").code == 0
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    assert installation.logged() == ["no@mail.example"]
    assert len(installation.letters) == 1


def test_a_second_run_at_the_same_time_is_turned_away(installation: Installation) -> None:
    """It says so and changes nothing; when the other one has ended, it does its work."""
    installation.receive(rejection("no"))
    with lock_held(installation):
        outcome = installation.afterword("run")
        assert outcome.code == 75
        says_one_sentence(outcome, "Another run holds the lock")
        assert not installation.log_path.exists()
        doctor = installation.afterword("doctor", "--offline", "--json")
        (state,) = [one for one in doctor.records if one["subject"] == "state"]
        assert state["state"] == "ok"
    assert installation.afterword("run").code == 0
    assert installation.logged() == ["no@mail.example"]


def test_a_rebuilt_mailbox_brings_no_second_debrief(installation: Installation) -> None:
    """A new UIDVALIDITY makes every UID new; the Message-IDs are still known."""
    installation.configure("accounts", mailboxes=["Jobs"])
    installation.dovecot.create(installation.user, "Jobs")
    installation.receive(note("private"), rejection("no"), mailbox="Jobs")
    assert installation.afterword("run").code == 0
    installation.dovecot.recreate(installation.user, "Jobs")
    installation.receive(rejection("no"), rejection("other", "Bluebird Logistics"), mailbox="Jobs")
    report = installation.afterword("run", "--json").report
    assert [one["message_id"] for one in report["decisions"]] == ["other@mail.example"]
    assert [about(one) for one in installation.letters] == ["no@mail.example", "other@mail.example"]


def test_old_rejections_share_one_summary(installation: Installation) -> None:
    """A backfill brings no storm: one letter for all that are older than two weeks."""
    dates = [NOW - timedelta(days=days) for days in (60, 40, 20)]
    for number, date in enumerate(dates):
        installation.receive(rejection(f"old-{number}", f"Company {number}", date=date), date=date)
    installation.receive(rejection("fresh"))
    assert installation.afterword("run").code == 0
    assert len(installation.logged()) == 4
    kinds = {str(one["X-Afterword"]): one for one in installation.letters}
    assert sorted(kinds) == ["debrief", "summary"]
    assert len(installation.letters) == 2
    text = kinds["summary"].get_body(("plain",)).get_content()
    assert all(f"Company {number}" in text for number in range(3))


def test_a_letter_of_ours_is_never_read_as_input(installation: Installation) -> None:
    """The debrief that lands in the same mailbox quotes a rejection and is none."""
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    installation.receive(installation.smtp_server.letters[0].raw)
    report = installation.afterword("run", "--json").report
    assert (report["messages"], report["rejections"], report["uncertain"]) == (1, 0, 0)
    assert len(installation.letters) == 1


def test_letters_can_be_left_in_a_folder(installation: Installation) -> None:
    """For those who have no mail server to send through."""
    installation.configure("delivery", method="folder", folder="letters", host=None, port=None, user=None)
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    (left,) = (installation.config_path.parent / "letters").glob("*.eml")
    assert b"In-Reply-To: <no@mail.example>" in left.read_bytes()
    assert installation.letters == []


def test_without_debriefs_rejections_are_logged_and_nothing_is_sent(installation: Installation) -> None:
    """The user may want the log alone."""
    installation.configure("letters", debriefs=False)
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    assert installation.logged() == ["no@mail.example"]
    assert installation.letters == []


def test_a_debrief_waits_as_long_as_the_user_wants(installation: Installation) -> None:
    """It leaves with a run after its time, once."""
    installation.configure("letters", debrief_after_hours=6)
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    assert installation.letters == []
    installation.hours_pass()
    assert installation.afterword("run").code == 0
    assert installation.afterword("run").code == 0
    assert len(installation.letters) == 1


def test_several_rejections_of_one_day_share_a_letter_in_the_morning(installation: Installation) -> None:
    """By default: none leaves at once, and then there is one letter about both, whose sendings are remembered."""
    installation.configure("letters", debrief_after_hours=None, share_letter=None, letters_a_day=None)
    installation.receive(rejection("no"), rejection("other", "Bluebird Logistics", "Accountant"))
    assert installation.afterword("run").code == 0
    assert installation.letters == []
    due = {datetime.fromisoformat(one) for (one,) in installation.rows("SELECT due FROM outbox")}
    assert [(one.hour, one.minute) for one in due] == [(8, 30)]
    installation.hours_pass()
    assert installation.afterword("run").code == 0
    (letter,) = installation.letters
    assert str(letter["Subject"]).rpartition(" [")[0] == "Notes on two applications"
    text = letter.get_body(("plain",)).get_content()
    assert "Acme" in text
    assert "Bluebird Logistics" in text
    assert installation.afterword("run").code == 0
    assert len(installation.letters) == 1


def test_in_quiet_hours_nothing_leaves_by_itself(installation: Installation) -> None:
    """But what the user asks for by a command does."""
    now = datetime.now(UTC)
    quiet = f"{now - timedelta(hours=2):%H:%M}-{now + timedelta(hours=2):%H:%M}"
    installation.configure("letters", quiet_hours=quiet)
    installation.receive(rejection("no"), rejection("other", "Bluebird Logistics", "Accountant"))
    assert installation.afterword("run").code == 0
    assert installation.afterword("digest", "--scheduled").code == 0
    assert installation.letters == []
    ((number,),) = installation.rows("SELECT id FROM messages WHERE message_id = 'other@mail.example'")
    assert installation.afterword("debrief", str(number)).code == 0
    assert [about(one) for one in installation.letters] == ["other@mail.example"]
    installation.configure("letters", quiet_hours="")
    assert installation.afterword("run").code == 0
    assert sorted(str(one["X-Afterword"]) for one in installation.letters) == ["debrief", "debrief", "digest"]


def test_a_timer_that_meets_a_run_leaves_the_digest_to_the_next_one(installation: Installation) -> None:
    """It comes back in a week; who asks by hand is told to wait, and nothing is owed by that."""
    assert installation.afterword("run").code == 0
    with FileLock(installation.state / "run.lock"):
        asked = installation.afterword("digest")
        assert asked.code == 75
        says_one_sentence(asked, "Another run holds the lock")
        assert installation.rows("SELECT * FROM outbox") == []
        timed = installation.afterword("digest", "--scheduled")
        assert (timed.code, timed.out, timed.err) == (0, "", "")
    assert installation.letters == []
    assert installation.afterword("run").code == 0
    assert installation.afterword("digest", "--scheduled").code == 0
    assert [str(one["X-Afterword"]) for one in installation.letters] == ["digest"]


def test_a_timer_that_meets_a_run_in_the_midst_of_writing_is_to_be_started_again(installation: Installation) -> None:
    """It cannot even note what is owed; with 2, as for what the user has to mend, nothing would start it for a week."""
    assert installation.afterword("run").code == 0
    with FileLock(installation.state / "run.lock"), closing(sqlite3.connect(installation.log_path)) as log:
        log.execute("BEGIN IMMEDIATE")
        timed = installation.afterword("digest", "--scheduled")
    assert timed.code == 75
    says_one_sentence(timed, "Another run holds the lock")
    assert installation.afterword("digest", "--scheduled").code == 0
    assert [str(one["X-Afterword"]) for one in installation.letters] == ["digest"]


def test_in_a_pause_messages_are_read_and_no_letter_leaves(installation: Installation) -> None:
    """`run` and `doctor` say so; afterwards one letter speaks of what came in the meantime."""
    installation.configure("letters", share_letter=None)
    assert "until you resume them" in installation.afterword("pause").out
    installation.receive(rejection("no"))
    report = installation.afterword("run", "--json").report
    assert (report["rejections"], report["paused_until"], report["letters"]["sent"]) == (1, "forever", [])
    told = installation.afterword("run", "--dry-run").out
    assert "paused until" in told
    assert "1 letter waits." in told
    assert "2w" not in installation.afterword("pause", "2w").out
    installation.receive(rejection("other", "Bluebird Logistics", "Accountant"))
    assert installation.afterword("run").code == 0
    assert installation.afterword("digest", "--scheduled").code == 0
    assert installation.letters == []
    (finding,) = [
        one for one in installation.afterword("doctor", "--json", "--offline").records if one["subject"] == "letters"
    ]
    assert finding["state"] == "warn"
    assert "afterword resume" in finding["remedy"]
    assert "3 waited" in installation.afterword("resume").out
    assert installation.afterword("run", "--json").report["paused_until"] is None
    assert sorted(str(one["Subject"])[:9] for one in installation.letters) == ["Notes on ", "Your week"]
    assert "not paused" in installation.afterword("resume").out


@pytest.mark.parametrize("until", ["2020-01-01", "yesterday", "0d", "-3d", "9999999w", "2026-13-01"])
def test_a_pause_needs_an_end_that_is_still_to_come(installation: Installation, until: str) -> None:
    """Otherwise nothing changes."""
    refused = installation.afterword("pause", "--", until)
    assert refused.code == 2
    says_one_sentence(refused)
    assert "not paused" in installation.afterword("resume").out


def test_text_is_kept_of_job_mail_alone_and_of_none_if_so_chosen(installation: Installation) -> None:
    """Private mail leaves no word in the log."""
    installation.receive(rejection("no"), note("private"))
    assert installation.afterword("run").code == 0
    log = b"".join(path.read_bytes() for path in installation.state.glob("log.db*"))
    assert b"moving forward with your application" in log
    assert b"pictures of the garden" not in log
    installation.configure("storage", keep_text=False, directory="elsewhere")
    assert installation.afterword("run").code == 0
    other = installation.config_path.parent / "elsewhere"
    log = b"".join(path.read_bytes() for path in other.glob("log.db*"))
    assert b"no@mail.example" in log
    assert b"for the time you took to apply" not in log


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_what_is_kept_is_readable_to_its_owner_alone(installation: Installation) -> None:
    """Log, lock and the directory around them."""
    installation.receive(rejection("no"))
    assert installation.afterword("run").code == 0
    assert installation.state.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in installation.state.iterdir())
