"""The commands around `run`: looking up, labelling, letters, doctor, config."""

from __future__ import annotations

import csv
import io
import json
import os
import tomllib
from datetime import UTC, datetime, timedelta

import pytest
from support.installation import RECIPIENT, Installation, says_one_sentence
from support.mail import NOW, acknowledgement, message, note, rejection

from pipeline.config import Config
from pipeline.core.calendar import Week

#: When the second rejection came, and its week: not the running one, just after the week has turned.
EARLIER = NOW - timedelta(minutes=9)
WEEK = str(Week.of(EARLIER.date()))


@pytest.fixture
def read(installation: Installation) -> Installation:
    """Return an installation that has read an application, its rejection, another rejection and private mail."""
    installation.configure("letters", debrief_after_hours=1)
    installation.receive(
        acknowledgement("ack", date=NOW - timedelta(days=3)),
        rejection("no", date=NOW - timedelta(minutes=5)),
        rejection("other", "Bluebird Logistics", "Accountant", date=EARLIER),
        note("private"),
    )
    assert installation.afterword("run").code == 0
    return installation


def number_of(installation: Installation, name: str) -> str:
    """Return the number under which a message is logged."""
    return str(installation.rows("SELECT id FROM messages WHERE message_id = ?", f"{name}@mail.example")[0][0])


def statuses(installation: Installation) -> dict[str, str]:
    """Return what became of each letter."""
    return dict(installation.rows("SELECT about, status FROM outbox"))


def test_log_lists_the_rejections_newest_first(read: Installation) -> None:
    """For people, and as JSON lines."""
    records = read.afterword("log", "--json").records
    assert [one["company"] for one in records] == ["Acme", "Bluebird Logistics"]
    names = ["id", "date", "company", "role", "stage", "reason", "feedback", "label_source", "application"]
    assert list(records[0]) == names
    assert len(read.afterword("log", "--json", "--limit", "1").records) == 1
    table = read.afterword("log").out
    assert table.index("Acme") < table.index("Bluebird")


def test_log_as_csv_is_safe_in_a_spreadsheet(read: Installation) -> None:
    """A company that looks like a formula stays text."""
    read.change_log("UPDATE messages SET company = '=HYPERLINK(1)' WHERE company = 'Acme'")
    rows = list(csv.DictReader(io.StringIO(read.afterword("log", "--csv").out)))
    assert [one["company"] for one in rows] == ["'=HYPERLINK(1)", "Bluebird Logistics"]
    assert rows[0]["role"] == "Data Engineer"


def test_an_empty_log_says_so(installation: Installation) -> None:
    """In words for people; nothing at all for programs."""
    assert installation.afterword("run").code == 0
    assert installation.afterword("log").out == "No rejection is logged.\n"
    assert installation.afterword("log", "--json").out == ""
    assert installation.afterword("search", "anything").out == "Nothing was found.\n"
    assert installation.afterword("label").out == "Nothing waits for a label.\n"


def test_show_gives_the_rejection_with_its_evidence_and_its_timeline(read: Installation) -> None:
    """The acknowledgement that came before belongs to the same application."""
    number = number_of(read, "no")
    words = read.afterword("show", number).out
    assert "Acme" in words
    assert "evidence: “" in words
    assert "No feedback was found." in words
    assert "mid:no@mail.example" in words
    record = read.afterword("show", number, "--json").report
    assert record["message_id"] == "no@mail.example"
    assert [one["label"] for one in record["timeline"]] == ["acknowledgement", "rejection"]


def test_a_number_that_the_log_does_not_have(read: Installation) -> None:
    """Each command that takes one says so."""
    for arguments in (["show", "99"], ["label", "99", "other"], ["debrief", "99"], ["debrief", "99", "--preview"]):
        outcome = read.afterword(*arguments)
        assert outcome.code == 2, arguments
        says_one_sentence(outcome, "The log has no message 99.")


def test_search_finds_words_of_job_mail_and_none_of_private_mail(read: Installation) -> None:
    """All words must be there; what looks like an operator is a word like any other."""
    found = read.afterword("search", "accountant", "bluebird", "--json").records
    assert [one["company"] for one in found] == ["Bluebird Logistics"]
    assert read.afterword("search", "dinner", "--json").out == ""
    assert read.afterword("search", "--json", "--", "NOT", '"', "(").code == 0


def test_text_of_a_message_does_nothing_to_the_terminal(installation: Installation) -> None:
    """Escape sequences and turned text in a subject are taken out wherever it is shown."""
    raw = rejection("no").replace(b"Subject: Your", "Subject: \u202eYour =?utf-8?Q?=1B[2J=07?= ".encode())
    installation.receive(raw)
    assert installation.afterword("run", "--dry-run").code == 0
    assert installation.afterword("run").code == 0
    for arguments in (["log"], ["show", "1"], ["search", "Acme"], ["debrief", "1", "--preview"]):
        out = installation.afterword(*arguments).out
        assert out
        assert not {"\x1b[2J", "\x07", "\u202e"} & {mark for mark in ("\x1b[2J", "\x07", "\u202e") if mark in out}


def test_the_users_label_wins_and_its_waiting_debrief_is_dropped(read: Installation) -> None:
    """The model's rejection is none any more: not in the log, not in the outbox, and not after a second run."""
    number = number_of(read, "no")
    outcome = read.afterword("label", number, "status_update")
    assert outcome.code == 0
    assert "now labelled status_update" in outcome.out
    assert [one["company"] for one in read.afterword("log", "--json").records] == ["Bluebird Logistics"]
    read.hours_pass()
    assert read.afterword("run").code == 0
    assert statuses(read) == {"no@mail.example": "dropped", "other@mail.example": "sent"}
    assert len(read.letters) == 1
    assert read.afterword("show", number, "--json").report["user_label"] == "status_update"
    refused = read.afterword("debrief", number)
    assert refused.code == 2
    says_one_sentence(refused, "is no rejection: you labelled it `status_update`.")


def test_a_label_taken_back_brings_the_debrief_back(read: Installation) -> None:
    """A slip costs nothing, even after the letter was dropped."""
    number = number_of(read, "no")
    assert read.afterword("label", number, "other").code == 0
    read.hours_pass()
    assert read.afterword("run").code == 0
    assert read.afterword("label", number, "rejection").code == 0
    read.hours_pass()
    assert read.afterword("run").code == 0
    assert statuses(read) == {"no@mail.example": "sent", "other@mail.example": "sent"}


def test_a_fresh_message_labelled_a_rejection_owes_a_debrief_once(read: Installation) -> None:
    """What the model missed gets its letter as if it had not."""
    read.receive(acknowledgement("missed", "Cobalt", date=NOW - timedelta(days=3)))
    assert read.afterword("run").code == 0
    number = number_of(read, "missed")
    for _ in range(2):
        assert read.afterword("label", number, "rejection").code == 0
    read.hours_pass()
    assert read.afterword("run").code == 0
    assert sorted(statuses(read)) == ["missed@mail.example", "no@mail.example", "other@mail.example"]
    assert len(read.letters) == 3
    (entry,) = [one for one in read.afterword("log", "--json").records if str(one["id"]) == number]
    assert entry["label_source"] == "user"


def test_a_missed_message_about_a_rejection_that_was_told_gets_no_letter_of_its_own(read: Installation) -> None:
    """They are one rejection of one application within days; the label is stored all the same."""
    number = number_of(read, "ack")
    assert read.afterword("label", number, "rejection").code == 0
    assert read.afterword("show", number, "--json").report["user_label"] == "rejection"
    read.hours_pass()
    assert read.afterword("run").code == 0
    assert statuses(read) == {"no@mail.example": "sent", "other@mail.example": "sent"}


def test_a_preview_shows_the_debrief_and_sends_nothing(read: Installation) -> None:
    """Neither the log nor the outbox knows of it."""
    before = statuses(read)
    shown = read.afterword("debrief", number_of(read, "no"), "--preview")
    assert shown.code == 0
    assert shown.out.startswith("Subject: ")
    assert "Acme" in shown.out
    assert statuses(read) == before
    assert read.letters == []


def test_a_debrief_that_is_asked_for_leaves_at_once_and_once(read: Installation) -> None:
    """Before its time, and without the others that wait."""
    number = number_of(read, "no")
    sent = read.afterword("debrief", number)
    assert (sent.code, sent.out) == (0, f"The debrief has left for {RECIPIENT}.\n")
    assert [str(one["In-Reply-To"]) for one in read.letters] == ["<no@mail.example>"]
    assert "has gone out before" in read.afterword("debrief", number).out
    assert len(read.letters) == 1


def test_a_debrief_in_the_browser_is_a_page_that_only_the_user_can_read(read: Installation) -> None:
    """It is left in a private file, and nothing is sent."""
    outcome = read.afterword("debrief", number_of(read, "no"), "--browser", environment={"BROWSER": "/bin/true"})
    assert outcome.code == 0
    (page,) = (read.folder / "tmp").glob("afterword-preview-*.html")
    assert str(page) in outcome.out
    assert page.stat().st_mode & 0o077 == 0
    assert "Acme" in page.read_text(encoding="utf-8")
    assert read.letters == []


def test_the_digest_of_a_week_is_shown_or_sent_once(read: Installation) -> None:
    """To the user, about the rejections of that week; a week that still runs is shown, but not sent."""
    shown = read.afterword("digest", "--week", WEEK, "--preview")
    assert shown.code == 0
    assert "Bluebird Logistics" in shown.out
    running = Week.of(datetime.now(UTC).date())
    early = read.afterword("digest", "--week", str(running))
    assert (early.code, read.letters) == (2, [])
    assert "has not ended yet" in early.err
    before = str(running.before())
    assert read.afterword("digest", "--week", before).out == f"The digest has left for {RECIPIENT}.\n"
    assert "has gone out before" in read.afterword("digest", "--week", before).out
    (letter,) = read.letters
    assert letter["X-Afterword"] == "digest"
    assert str(letter["To"]) == RECIPIENT
    assert letter["In-Reply-To"] is None


def test_without_a_week_the_digest_is_that_of_the_last_one(read: Installation) -> None:
    """An empty week is a letter too."""
    before = str(Week.of(datetime.now(UTC).date()).before())
    assert read.afterword("digest").code == 0
    assert read.rows("SELECT about FROM outbox WHERE kind = 'digest'") == [(before,)]
    assert len(read.letters) == 1


def test_a_week_that_is_none_is_refused(read: Installation) -> None:
    """With how one is written."""
    for week in ("last", "2026-W54", "47"):
        outcome = read.afterword("digest", "--week", week)
        assert outcome.code == 2
        assert "not an ISO week such as 2026-W47" in outcome.err


def test_doctor_finds_everything_well(read: Installation) -> None:
    """Each thing is named, the servers included, and the code is 0."""
    outcome = read.afterword("doctor", "--json")
    assert outcome.code == 0, outcome.out
    findings = {one["subject"]: one for one in outcome.records}
    assert list(findings)[:3] == ["config", "state", "log"]
    assert set(findings) >= {"model", "quarantine", "outbox", "account home", "delivery"}
    assert all(list(one) == ["subject", "state", "text", "remedy"] for one in findings.values())
    assert {one["state"] for one in findings.values()} <= {"ok", "warn"}
    assert read.letters == []


def test_doctor_warns_of_mailboxes_in_which_rejections_hide(read: Installation) -> None:
    """Those of the server's own marks: an archive that is not read."""
    findings = {one["subject"]: one for one in read.afterword("doctor", "--json").records}
    assert findings["account home"]["state"] == "warn"
    assert "Archive (the archive)" in findings["account home"]["text"]
    read.configure("accounts", mailboxes=["INBOX", "Archive"])
    findings = {one["subject"]: one for one in read.afterword("doctor", "--json").records}
    assert findings["account home"]["state"] == "ok"


def test_doctor_names_every_mailbox_that_is_missing(read: Installation) -> None:
    """Those that teach included, for a run fails over them too; nobody wants to mend one and meet the next."""
    read.configure("accounts", mailboxes=["INBOX", "Arkiv", "Jobs"], **{"teach.Taught": "rejection"})
    findings = {one["subject"]: one for one in read.afterword("doctor", "--json").records}
    assert findings["account home"]["state"] == "fail"
    assert "'Arkiv', 'Jobs', 'Taught'" in findings["account home"]["text"]


def test_doctor_warns_of_a_config_that_others_can_change(read: Installation) -> None:
    """It names the command that runs as the user."""
    read.config_path.chmod(0o666)
    outcome = read.afterword("doctor", "--offline", "--json")
    assert outcome.code == 0
    (config,) = [one for one in outcome.records if one["subject"] == "config"]
    assert (config["state"], "chmod go-w" in config["remedy"]) == ("warn", True)


def test_doctor_fails_where_something_does_not_work(read: Installation) -> None:
    """Each failure has its remedy, and one does not hide the others."""
    outcome = read.afterword("doctor", "--json", environment={"IMAP_PASSWORD": "wrong", "SMTP_PASSWORD": "wrong"})
    assert outcome.code == 2
    failed = {one["subject"]: one for one in outcome.records if one["state"] == "fail"}
    assert set(failed) == {"account home", "delivery"}
    assert all(one["remedy"] for one in failed.values())


def test_doctor_without_a_config_says_what_is_missing(installation: Installation) -> None:
    """The model is checked all the same."""
    installation.config_path.unlink()
    outcome = installation.afterword("doctor", "--json")
    assert outcome.code == 2
    assert [(one["subject"], one["state"]) for one in outcome.records] == [("config", "fail"), ("model", "ok")]


def test_config_says_what_it_understood(installation: Installation) -> None:
    """With and without the word `check`, and no password among it."""
    for arguments in (["config"], ["config", "check"]):
        outcome = installation.afterword(*arguments)
        assert outcome.code == 0
        assert "is valid." in outcome.out
        assert f"home: INBOX on {installation.dovecot.host}:{installation.dovecot.port} (tls)" in outcome.out
        assert str(installation.state) in outcome.out


def test_config_default_is_a_config_and_the_schema_fits_it(installation: Installation) -> None:
    """The sample can be piped into place as the hint says."""
    sample = installation.afterword("config", "default").out
    installation.config_path.write_text(sample, encoding="utf-8")
    assert installation.afterword("config", "check").code == 0
    schema = json.loads(installation.afterword("config", "schema").out)
    assert set(tomllib.loads(sample)) <= set(schema["properties"])
    assert set(schema["properties"]) == set(Config.model_fields)


def test_another_config_is_named_by_option_or_environment(installation: Installation) -> None:
    """The option comes first."""
    moved = installation.folder / "elsewhere.toml"
    installation.config_path.rename(moved)
    assert installation.afterword("--config", str(moved), "config").code == 0
    assert installation.afterword("config", environment={"AFTERWORD_CONFIG": str(moved)}).code == 0
    broken = {"AFTERWORD_CONFIG": str(installation.folder / "nowhere.toml")}
    assert installation.afterword("--config", str(moved), "config", environment=broken).code == 0
    assert installation.afterword("config", environment=broken).code == 2


def test_a_systemd_service_brings_its_own_directories(installation: Installation) -> None:
    """LoadCredential for the passwords, StateDirectory for the log (systemd.exec(5))."""
    credentials = installation.folder / "credentials"
    credentials.mkdir()
    (credentials / "home").write_text(installation.environment.pop("IMAP_PASSWORD") + "\n")
    (credentials / "delivery").write_text(installation.environment.pop("SMTP_PASSWORD") + "\n")
    installation.receive(rejection("no"))
    state = installation.folder / "var-lib-afterword"
    environment = {"CREDENTIALS_DIRECTORY": str(credentials), "STATE_DIRECTORY": str(state)}
    assert installation.afterword("run", environment=environment).code == 0
    assert (state / "log.db").exists()
    assert len(installation.letters) == 1


def test_passwords_come_from_a_command_or_a_file(installation: Installation) -> None:
    """A file beside the config is named relative to it."""
    secret = installation.config_path.parent / "smtp.password"
    secret.write_text(f"{installation.environment.pop('SMTP_PASSWORD')}\nnotes below\n")
    password = installation.environment.pop("IMAP_PASSWORD")
    installation.configure("accounts", password_env=None, password_command=["printf", password])
    installation.configure("delivery", password_env=None, password_file="smtp.password")
    installation.receive(rejection("no"))
    outcome = installation.afterword("run")
    assert outcome.code == 0, outcome.err
    assert len(installation.letters) == 1


def test_feedback_is_quoted_in_the_letter(installation: Installation) -> None:
    """Word for word, as the employer put it."""
    gap = "What was missing was deeper experience with Kubernetes in production."
    body = (
        "Dear Robin,\n\nThank you for taking the time to interview with us for the role of Backend Developer. "
        f"Unfortunately, we have decided not to move forward with your application. {gap}\n\nKind regards,\nAnn Smith\n"
    )
    sender = "Ann Smith <ann@acme.example>"
    installation.receive(message("no", body, sender=sender, subject="Your application as Backend Developer"))
    assert installation.afterword("run").code == 0
    text = " ".join(installation.letters[0].get_body(("plain",)).get_content().replace(">", " ").split())
    assert gap in text
    assert gap in installation.afterword("show", "1").out


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_output_has_no_colours_when_it_is_not_for_a_terminal(read: Installation) -> None:
    """Files and pipes get plain text."""
    for arguments in (["log"], ["doctor", "--offline"], ["show", "2"]):
        assert "\x1b" not in read.afterword(*arguments).out
