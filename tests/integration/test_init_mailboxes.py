"""`afterword init` and the mailboxes beside INBOX in which rejections lie, on a real server that marks them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

import pytest
from click.testing import CliRunner
from imapclient import imap_utf7
from support.dovecot import PASSWORD
from support.mail import NOW, rejection
from support.newcomer import ADDRESS, Newcomer, lines
from support.scripted_imap import scripted_imap

from pipeline import config
from pipeline.cli.app import cli
from pipeline.cli.init_questions import Draft, Questions

ARCHIVE, JUNK = "Архів", "Courrier indésirable & co"


def has(newcomer: Newcomer, *mailboxes: str) -> None:
    """Give the newcomer mailboxes beside INBOX."""
    for mailbox in mailboxes:
        newcomer.dovecot.create(newcomer.user, mailbox)


def utf7(name: str) -> str:
    """Return a name as it travels."""
    return imap_utf7.encode(name).decode("ascii")


def read(newcomer: Newcomer) -> list[tuple[str, ...]]:
    """Return what is read of each account."""
    return [one.mailboxes for one in config.load(newcomer.config).accounts]


@pytest.mark.parametrize(
    ("mailboxes", "named", "written"),
    [
        (["Archive", "Junk"], "Archive (the archive), Junk (spam)", ("INBOX", "Archive", "Junk")),
        (["Junk"], "Junk (spam)", ("INBOX", "Junk")),
        ([ARCHIVE, JUNK], f"{ARCHIVE} (the archive), {JUNK} (spam)", ("INBOX", ARCHIVE, JUNK)),
        (["Archive", "Everything", "Junk"], "Everything (all mail), Junk (spam)", ("Everything", "Junk")),
        (["Archive", "Everything"], "Everything (all mail)", ("Everything",)),
    ],
)
def test_what_the_server_marks_is_read_if_the_user_lets_it(
    mailboxes: list[str], named: str, written: tuple[str, ...], newcomer: Newcomer
) -> None:
    """In any language; all mail holds INBOX and the archive. Enter is yes, and nothing is left to warn of."""
    has(newcomer, *mailboxes, "Sent")
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD, ""))
    assert f"Rejections may also lie in {named}. Read that, too? [Y/n]" in output
    assert "Not read" not in output
    assert read(newcomer) == [written]
    doctor = CliRunner().invoke(cli, ["doctor"]).output
    assert f"lets us in and has {', '.join(written)}." in doctor
    assert "Not read" not in doctor


def test_who_says_no_has_inbox_alone_and_is_told_how_to_change_that(newcomer: Newcomer) -> None:
    """The config keeps its default, and doctor names the very line."""
    has(newcomer, ARCHIVE, "Junk")
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD, "n"))
    assert "mailboxes" not in newcomer.account()
    doctor = CliRunner().invoke(cli, ["doctor"]).output
    assert f"Not read: {ARCHIVE} (the archive), Junk (spam)." in doctor
    line = f'mailboxes = ["INBOX", "{ARCHIVE}", "Junk"]'
    assert f"write {line} under account home" in doctor
    newcomer.config.write_text(newcomer.config.read_text("utf-8") + line + "\n", "utf-8")
    assert "Not read" not in CliRunner().invoke(cli, ["doctor"]).output


def test_where_nothing_is_marked_nothing_is_asked(newcomer: Newcomer) -> None:
    """The mailboxes are told, for the user to choose from."""
    has(newcomer, "Old job mail", "Sent")
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    assert "Read that" not in output
    assert "It marks no archive; it also has Old job mail, Sent." in output
    assert "mailboxes" not in newcomer.account()


def test_marks_are_read_as_every_server_writes_them(newcomer: Newcomer) -> None:
    """In any case, of mailboxes that nobody subscribed to; names in UTF-8 are offered, but not asked for (RFC 6855)."""
    all_mail, spam = "[Gmail]/Вся почта", "[Gmail]/Спам"
    listed = [
        ("\\junk \\HasNoChildren", spam),
        ("\\HasNoChildren \\ALL", all_mail),
        ("\\Noselect \\Archive", "[Gmail]"),
    ]
    answers = {
        "CAPABILITY": "* CAPABILITY IMAP4rev1 SPECIAL-USE ENABLE UTF8=ACCEPT\r\nOK done",
        "LIST": "".join(f'* LIST ({flags}) "/" "{utf7(name)}"\r\n' for flags, name in listed) + "OK done",
        "LSUB": '* LSUB () "/" INBOX\r\nOK done',
        "EXAMINE": "* 0 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 1]\r\nOK done",
    }
    keeps = ["--yes", "--address", ADDRESS, "--password-command", f"printf {PASSWORD}"]
    heard: list[str] = []
    with scripted_imap(answers, heard=heard) as port:
        at = ["--imap", f"localhost:{port}", "--imap-security", "plain"]
        newcomer.sets_up(*keeps, *newcomer.servers, *at)
        assert read(newcomer) == [(all_mail, spam)]
        assert "Not read" not in CliRunner().invoke(cli, ["doctor"]).output
    assert any(line.startswith("EXAMINE") and utf7(all_mail) in line for line in heard)
    assert not any(line.startswith("ENABLE") for line in heard)


@pytest.mark.parametrize(
    ("options", "written"),
    [
        ([], ("INBOX", "Archive", "Junk")),
        (["--mailbox", "INBOX"], ("INBOX",)),
        (["--mailbox", "INBOX", "--mailbox", "Applications"], ("INBOX", "Applications")),
        (["--untested"], ("INBOX",)),
        (["--untested", "--mailbox", "Applications"], ("Applications",)),
    ],
)
def test_nothing_need_be_asked(options: Sequence[str], written: tuple[str, ...], newcomer: Newcomer) -> None:
    """What is suggested is read then, or what was given; what a server marks is only known once it was asked."""
    has(newcomer, "Archive", "Junk", "Applications")
    keeps = ["--yes", "--address", ADDRESS, "--password-command", f"printf {PASSWORD}"]
    output = newcomer.sets_up(*keeps, *newcomer.servers, *options)
    assert read(newcomer) == [written]
    assert ("Also read: Archive (the archive), Junk (spam)." in output) is not options


def test_a_mailbox_that_does_not_exist_is_told_before_anything_is_written(newcomer: Newcomer) -> None:
    """And can be left out then."""
    has(newcomer, "Archive")
    answers = [ADDRESS, PASSWORD, "again", "", "", "tls", "", "", "starttls", "", "", "y", "n"]
    output = newcomer.sets_up(*newcomer.servers, "--mailbox", "Archives", stdin=lines(*answers))
    assert "has no mailbox 'Archives'" in output
    assert read(newcomer) == [("INBOX", "Archive")]


def test_another_mailbox_can_be_named_in_place_of_one_that_does_not_exist(newcomer: Newcomer) -> None:
    """With all else as it was; what is suggested are the nearest names that there are."""
    has(newcomer, "Archive", "Applications")
    answers = [ADDRESS, PASSWORD, "", "Archiv, Job mail", "mailboxes", "Applications, inbox", "n"]
    options = ["--mailbox", "INBOX", "--mailbox", "Archives"]
    output = newcomer.sets_up(*newcomer.servers, *options, stdin=lines(*answers))
    assert "has no mailbox 'Archives'" in output
    assert "Name others with --mailbox" in output
    assert "Mailboxes to read, with commas between [INBOX, Archive]" in output
    assert "has no mailbox 'Archiv', 'Job mail'" in output
    assert read(newcomer) == [("Applications", "INBOX")]


@pytest.mark.parametrize(
    ("typed", "near"),
    [("Jobs", "INBOX/Jobs"), ("inbox/jobs", "INBOX/Jobs"), ("Work/Jobs", "INBOX/Jobs"), ("REJECTED", "Old/Rejected")],
)
def test_the_nearest_mailbox_is_found_in_whatever_case_and_folder(newcomer: Newcomer, typed: str, near: str) -> None:
    """Some servers keep all of them below INBOX; and INBOX stays what it is."""
    has(newcomer, "INBOX/Jobs", "Old/Rejected")
    options = ["--mailbox", "INBOX", "--mailbox", typed]
    output = newcomer.sets_up(*newcomer.servers, *options, stdin=lines(ADDRESS, PASSWORD, "", "", "n"))
    assert f"Mailboxes to read, with commas between [INBOX, {near}]" in output
    assert read(newcomer) == [("INBOX", near)]


def test_the_nearest_mailbox_is_found_where_dots_part_the_names() -> None:
    """As Courier and Cyrus do."""
    server = config.Login("mail.example", 993, "tls", "robin")
    entry = config.Entry("home", ADDRESS, server, None, {}, None, ("INBOX", "jobs"))
    draft = Draft(entry, "", None, marked={"INBOX": frozenset(), "INBOX.Jobs": frozenset(), "INBOX.Sent": frozenset()})
    with CliRunner().isolation(input="\n"):
        assert Questions.with_others(draft).entry.mailboxes == ("INBOX", "INBOX.Jobs")


def test_doctor_says_where_to_write_a_mailbox_that_does_exist(newcomer: Newcomer) -> None:
    """The names that there are, and the key with its account."""
    has(newcomer, "Archive")
    keeps = ["--yes", "--address", ADDRESS, "--password-command", f"printf {PASSWORD}"]
    newcomer.sets_up(*keeps, *newcomer.servers, "--untested", "--mailbox", "Archives")
    said = CliRunner().invoke(cli, ["doctor"]).output
    assert "has no mailbox 'Archives'.\n" in said
    assert (
        "It has: Archive, INBOX. Write those that you mean under mailboxes or teach of account home in the config.\n"
        in said
    )


def test_each_account_is_asked_about_for_itself(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is asked for at the end, and one that is added later, with another password at the second try."""
    monkeypatch.setenv("SSL_CERT_FILE", str(newcomer.dovecot.ca_file))
    at = f"localhost:{newcomer.dovecot.port}"
    second = newcomer.dovecot.new_user(mailboxes=("Everything", JUNK))
    third = newcomer.dovecot.new_user(mailboxes=("Archive",))
    more = ["y", "robin@uni.example", "", at, "tls", second, PASSWORD, "", "n"]
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD, *more))
    assert read(newcomer) == [("INBOX",), ("Everything", JUNK)]
    answers = ["add", "robin@club.example", "", at, "tls", third, "wr0ng", "password", PASSWORD, "y", "n"]
    output = newcomer.sets_up(stdin=lines(*answers))
    assert "Everything" not in output
    assert read(newcomer) == [("INBOX",), ("Everything", JUNK), ("INBOX", "Archive")]


def test_what_is_asked_is_of_the_account_that_lets_us_in(newcomer: Newcomer) -> None:
    """Where only the way for letters does not work, and the config is kept all the same."""
    has(newcomer, "Archive")
    servers = list(newcomer.servers)
    servers[servers.index("--smtp-user") + 1] = "nobody"
    output = newcomer.sets_up(*servers, stdin=lines(ADDRESS, PASSWORD, "keep", ""))
    assert "Archive (the archive). Read that, too?" in output
    assert read(newcomer) == [("INBOX", "Archive")]


def test_all_mail_is_read_once_and_nothing_of_the_users_own_is_judged(newcomer: Newcomer) -> None:
    """Neither what was sent, also from the address of another account, nor a draft; and no message a second time."""
    has(newcomer, "Everything", "Junk")
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD, "", "n"))
    second = ["--imap-user", newcomer.dovecot.new_user(), "--address", "robin@uni.example", "--mailbox", "Archive"]
    newcomer.sets_up(*newcomer.servers[:4], *newcomer.servers[-2:], *second, stdin=lines("add", PASSWORD, "n"))
    theirs, draft = rejection("no"), rejection("draft").replace(b"<jobs@acme.example>", b"<robin@alias.example>")
    own = [rejection(at).replace(b"jobs@acme", b"robin@" + at.encode()) for at in ("home", "uni")]
    put = partial(newcomer.dovecot.append, newcomer.user, date=NOW)
    put(theirs, *own, mailbox="Everything")
    put(draft, mailbox="Everything", flags=r"(\Draft)")
    put(theirs, rejection("spam", "Bluebird"), mailbox="Junk")
    newcomer.dovecot.append(second[1], theirs, mailbox="Archive", date=NOW)
    reports = [json.loads(CliRunner().invoke(cli, ["run", "--json"]).output) for _ in range(2)]
    assert [one["rejections"] for one in reports] == [2, 0]
    assert [one["messages"] for one in reports] == [6, 0]
