from __future__ import annotations

import base64
import imaplib
import logging
import quopri
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from pathlib import Path
from typing import Any, cast
from unittest.mock import ANY

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from support.dovecot import BEYOND_ASCII, PASSWORD, Dovecot
from support.ports import free_ports
from support.scripted_imap import scripted_imap

from pipeline.adapters.imap import mailbox as imap_mailbox, parts as imap_parts
from pipeline.adapters.imap.connection import ImapConnection
from pipeline.adapters.imap.mailbox import ImapMailbox
from pipeline.adapters.imap.session import Account
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.message import Cursor, Message, RawMessage, Unreadable
from pipeline.errors import (
    CertificateError,
    ConfigError,
    CredentialError,
    ExitCode,
    MailboxMissingError,
    MailboxUnreachableError,
)

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
Open = Callable[..., ImapConnection]


def account_on(server: Dovecot, user: str, **changes: Any) -> Account:
    """Return an account over TLS."""
    settings: dict[str, Any] = {
        "name": "work",
        "host": server.host,
        "port": server.port,
        "user": user,
        "password": lambda: PASSWORD,
        "ca_file": server.ca_file,
    }
    return Account(**{**settings, **changes})


def scripted(port: int, **changes: Any) -> Account:
    """Return an account on a scripted server."""
    settings: dict[str, Any] = {"user": "me", "password": lambda: PASSWORD, "security": "plain", "read_timeout": 5}
    return Account(**{"name": "work", "host": "127.0.0.1", "port": port, **settings, **changes})


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    """Return a user without any message."""
    return dovecot.new_user()


@pytest.fixture
def opened(dovecot: Dovecot, user: str) -> Iterator[Open]:
    """Yield a function that opens a connection for the user; all are closed at the end."""
    with ExitStack() as stack:
        yield lambda **changes: stack.enter_context(ImapConnection(account_on(dovecot, user, **changes)))


def read(connection: ImapConnection, mailbox: str = "INBOX", cursor: Cursor | None = None) -> list[RawMessage]:
    """Return all messages of a mailbox."""
    return [one for batch in ImapMailbox(connection, mailbox).fetch_since(cursor) for one in batch.messages]


def parsed(raw: RawMessage) -> Message:
    """Return a message that must be readable."""
    message = MailParser().parse(raw)
    assert isinstance(message, Message)
    return message


def letter_with_attachment(text: str, octets: int = 1_000_000) -> EmailMessage:
    """Return a message whose text stands beside a large attachment."""
    message = EmailMessage()
    message["From"] = "Jo Recruiter <jo@acme.example>"
    message["To"] = "me@example.org"
    message["Subject"] = "Ihre Bewerbung bei Müller"
    message["Message-ID"] = "<large@acme.example>"
    message.set_content(text)
    message.add_attachment(b"\x00\x01" * (octets // 2), maintype="application", subtype="pdf", filename="a.pdf")
    return message


def parsed_facts(raw: RawMessage) -> dict[str, str]:
    """Return the header facts of a message; none of one that cannot be read."""
    result = MailParser().parse(raw)
    return dict(result.facts) if isinstance(result, Message) else {}


HEAD = b"From: a@b.example\r\nMessage-ID: <a@b.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
SAID = "Grüße: we are sorry.\r\n".encode()
PICTURE = b"<img src='data:image/png;base64," + b"iVBORw0KGgo" * 30_000 + b"'>"
PAGE = b"<html><style>" + b".a { color: red }\r\n" * 20_000 + b"</style>" + PICTURE + b"<p>" + SAID + b"</p></html>"


def encoded(encoding: str, data: bytes) -> bytes:
    """Return data in a transfer encoding."""
    if encoding == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n")
    return quopri.encodestring(data) if encoding == "quoted-printable" else data


def part(kind: bytes, encoding: str, data: bytes, fields: bytes = b"") -> bytes:
    """Return a part of a message, or a message but for its first fields."""
    head = b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + encoding.encode() + b"\r\n"
    return fields + head + b"\r\n" + encoded(encoding, data)


def alternative(*parts: bytes, kind: bytes = b"alternative") -> bytes:
    """Return a message of several parts."""
    body = b"".join(b"--B\r\n" + one + b"\r\n" for one in parts)
    return HEAD + b"Content-Type: multipart/" + kind + b"; boundary=B\r\n\r\n" + body + b"--B--\r\n"


ATTACHED = b"Content-Disposition: attachment; filename=x\r\n"
BLOB = part(b"application/pdf", "base64", b"\0" * 300_000, ATTACHED)
WINMAIL = part(b'application/octet-stream; name="WINMAIL.DAT"', "base64", b"\0" * 300_000, ATTACHED)
REPORT = part(b"message/delivery-status", "8bit", SAID + b"\r\nStatus: 5.1.1\r\n")
LARGE = {
    **{f"html {one}": HEAD + part(b"text/html; charset=utf-8", one, PAGE) for one in ("base64", "quoted-printable")},
    "blanks": HEAD + part(b"text/plain", "8bit", b"\r\n" * 200_000 + SAID),
    "long": HEAD + part(b"text/plain; charset=utf-8", "base64", SAID * 20_000),
    "stub": alternative(
        part(b"text/plain", "8bit", b"Please view this in an HTML client."), part(b"text/html", "8bit", PAGE)
    ),
    "attached html": alternative(part(b"text/html", "base64", SAID, ATTACHED), BLOB, kind=b"mixed"),
    "attached below blanks": alternative(
        part(b"text/plain", "8bit", b" \r\n"), part(b"text/plain", "base64", SAID, ATTACHED), BLOB, kind=b"mixed"
    ),
    **{
        kind: alternative(part(kind.encode(), "base64", SAID), BLOB, kind=b"mixed")
        for kind in ("text/enriched", "text/richtext", "application/xhtml+xml")
    },
    "report": alternative(REPORT, part(b"message/rfc822", "8bit", b"Subject: y\r\n\r\n" + BLOB), kind=b"report"),
    "winmail": alternative(WINMAIL, kind=b"mixed"),
}
SEALED = {"winmail": "all of it is in a winmail.dat of Outlook"}


class TestReadOnly:
    """The mailbox is only read."""

    def test_reading_sets_no_flag(self, dovecot: Dovecot, user: str, opened: Open) -> None:
        r"""Neither \Seen on a message fetched whole nor on one fetched in parts."""
        dovecot.append(user, b"Subject: a\r\n\r\nx", letter_with_attachment("y").as_bytes())
        assert len(read(opened())) == 2
        assert [flags - {"\\Recent"} for flags in dovecot.flags(user).values()] == [set(), set()]

    def test_no_command_is_said_that_could_change_anything(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Not even the one that opens a mailbox for writing."""
        dovecot.append(user, b"Subject: a\r\n\r\nx", letter_with_attachment("y").as_bytes())
        commands: set[str] = set()
        command = imaplib.IMAP4._command  # type: ignore[attr-defined]

        def note(client: imaplib.IMAP4, name: str, *arguments: object) -> object:
            commands.add(" ".join([name, *(str(one) for one in arguments[:1] if name == "UID")]))
            return command(client, name, *arguments)

        monkeypatch.setattr(imaplib.IMAP4, "_command", note)
        connection = opened()
        connection.list_mailboxes()
        assert len(read(connection)) == 2
        assert commands <= {"CAPABILITY", "LOGIN", "LIST", "EXAMINE", "STATUS", "NOOP", "UID SEARCH", "UID FETCH"}

    def test_no_log_record_holds_anything_of_a_message(
        self, dovecot: Dovecot, user: str, opened: Open, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The client library switches on debugging that would write out every literal."""
        dovecot.append(user, b"Subject: topsecret\r\n\r\nUnfortunately topsecret")
        with caplog.at_level(logging.DEBUG):
            assert len(read(opened())) == 1
        assert "topsecret" not in caplog.text
        assert PASSWORD not in caplog.text


class TestLargeMessages:
    """Above 256 KiB, headers and text are fetched, attachments stay on the server."""

    def test_text_arrives_and_the_attachment_does_not(self, dovecot: Dovecot, user: str, opened: Open) -> None:
        """The size is still that of the whole message."""
        data = letter_with_attachment("Leider müssen wir Ihnen absagen.\n" * 3).as_bytes()
        dovecot.append(user, data, date=DAY)
        (raw,) = read(opened())
        assert len(raw.data) < 10_000
        assert raw.size > 1_000_000
        assert raw.internal_date == DAY
        message, whole = parsed(raw), parsed(RawMessage(raw.key, data, DAY))
        assert message.text == whole.text == "\n".join(["Leider müssen wir Ihnen absagen."] * 3)
        assert message.subject == "Ihre Bewerbung bei Müller"
        assert message.facts["has-attachment"] == "yes"
        assert (message.message_id, message.sender, message.date) == (whole.message_id, whole.sender, whole.date)

    def test_the_richer_side_of_an_alternative_is_still_chosen(self, dovecot: Dovecot, user: str, opened: Open) -> None:
        """The tree of parts is kept, charset and transfer encoding with it."""
        message = EmailMessage()
        message["Subject"] = "x"
        message.set_content("Please view this message in an HTML client.")
        message.add_alternative("<p>Nous avons décidé de ne pas donner suite.</p>", subtype="html", charset="latin-1")
        message.make_mixed()
        message.add_attachment(b"\0" * 400_000, maintype="image", subtype="png", filename="a.png")
        dovecot.append(user, message.as_bytes())
        (raw,) = read(opened())
        assert parsed(raw).text == "Nous avons décidé de ne pas donner suite."

    def test_the_text_of_a_forwarded_message_arrives(self, dovecot: Dovecot, user: str, opened: Open) -> None:
        """Its own attachments do not."""
        for inner in (letter_with_attachment("The forwarded answer is no."), plain("The forwarded answer is no.")):
            outer = letter_with_attachment("See below.", octets=300_000)
            cast("Any", outer).attach(MIMEMessage(inner))
            dovecot.append(user, outer.as_bytes())
        for raw in read(opened()):
            message = parsed(raw)
            assert len(raw.data) < 10_000
            assert message.text.startswith("See below.\n\n---------- Forwarded message ----------\nFrom: Jo Recruiter")
            assert message.text.endswith("The forwarded answer is no.")

    @pytest.mark.parametrize("name", LARGE)
    def test_a_large_message_reads_as_it_does_from_a_file(
        self, dovecot: Dovecot, user: str, opened: Open, name: str
    ) -> None:
        """Whatever the kind of its text, and however much that is not seen stands above what is said."""
        dovecot.append(user, LARGE[name])
        (raw,) = read(opened())
        whole = RawMessage(raw.key, LARGE[name])
        if name in SEALED:
            assert [MailParser().parse(one) for one in (raw, whole)] == [
                Unreadable(raw.key, ANY, SEALED[name], len(LARGE[name]))
            ] * 2
        else:
            assert parsed(raw).text == parsed(whole).text
            assert parsed(raw).text.startswith("Grüße: we are sorry.")
        assert parsed_facts(raw) == parsed_facts(whole)

    def test_an_attached_text_stays_on_the_server_where_another_one_is_the_body(
        self, dovecot: Dovecot, user: str, opened: Open
    ) -> None:
        """It may be anything: a log, a list, a book."""
        message = letter_with_attachment("We are sorry, we chose somebody else. We wish you all the best.")
        message.add_attachment("A book. " * 1000, filename="book.txt")
        dovecot.append(user, message.as_bytes())
        (raw,) = read(opened())
        assert len(raw.data) < 2000
        assert parsed(raw).text == "We are sorry, we chose somebody else. We wish you all the best."

    def test_all_text_of_a_message_is_read_up_to_8_mib_together(
        self, dovecot: Dovecot, user: str, opened: Open
    ) -> None:
        """Memory is bounded; a text as long as ten books has said by then what it is."""
        long = b"".join(b"Line %d of a very long text.\r\n" % number for number in range(300_000))
        dovecot.append(user, HEAD + b"Content-Type: text/plain\r\n\r\n" + long)
        dovecot.append(user, alternative(b"\r\n" + long, b"Content-Type: text/html\r\n\r\n" + long))
        for raw in read(opened()):
            assert 8 * 1024 * 1024 <= len(raw.data) < 8 * 1024 * 1024 + 1024
            assert parsed(raw).text.startswith("Line 0 of a very long text.")

    @pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
    @pytest.mark.parametrize("octets", [300, 301, 302, 303])
    def test_text_that_is_cut_anywhere_reads_as_far_as_it_goes(
        self,
        dovecot: Dovecot,
        user: str,
        opened: Open,
        monkeypatch: pytest.MonkeyPatch,
        encoding: str,
        octets: int,
    ) -> None:
        """In the midst of a quantum of base64, of an escape, of a character or of a tag."""
        monkeypatch.setattr(imap_parts, "_TEXT_OCTETS", octets)
        for kind, line in (("plain", "Grüße, leider nein."), ("html", "<p class='ö'>Grüße, leider nein.</p>")):
            text = (line + "\r\n") * 13_000
            body = encoded(encoding, text.encode())
            head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
            dovecot.append(user, HEAD + head.encode() + body)
        for raw in read(opened()):
            first, *others = [line for line in parsed(raw).text.split("\n") if line]
            assert raw.is_cut
            assert first == "Grüße, leider nein."
            assert len(others) >= 2
            assert set(others[:-1]) == {first}

    def test_text_that_was_left_on_the_server_is_told(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where nothing but a picture came: such a message was taken for one that says nothing."""
        monkeypatch.setattr(imap_parts, "_TEXT_OCTETS", 100_000)
        html = HEAD + b"Content-Type: text/html\r\n\r\n"
        dovecot.append(user, html + b"<p>We are sorry.</p>" + PICTURE)
        dovecot.append(user, html + PICTURE + b"<p>We are sorry.</p>")
        first, second = read(opened())
        assert parsed(first).text == "We are sorry."
        result = MailParser().parse(second)
        assert isinstance(result, Unreadable)
        assert result.reason == "its text lies too far down"

    def test_a_structure_that_cannot_be_read_gives_the_beginning_of_the_message(
        self, dovecot: Dovecot, user: str, opened: Open
    ) -> None:
        """Forty messages in one another are more than the walk goes down; nothing hangs, nothing is lost."""
        nested = b"".join(
            b"Subject: level %d\r\nContent-Type: message/rfc822\r\n\r\n" % number for number in range(200)
        )
        dovecot.append(user, nested + b"Subject: last\r\n\r\n" + b"x" * 300_000)
        (raw,) = read(opened())
        assert parsed(raw).subject == "level 0"


def plain(text: str) -> EmailMessage:
    """Return a message of one part."""
    message = EmailMessage()
    message["From"] = "Jo Recruiter <jo@acme.example>"
    message.set_content(text)
    return message


class TestLargeMailboxes:
    """Many messages, few commands."""

    def test_a_search_in_windows_finds_every_message(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A SEARCH answer is one line and must stay short; gaps in the UIDs shift no border."""
        monkeypatch.setattr(imap_mailbox, "_SEARCH_MESSAGES", 3)
        monkeypatch.setattr(imap_mailbox, "_FETCH_UIDS", 2)
        uids = dovecot.append(user, *(b"Subject: %d\r\n\r\nx" % number for number in range(11)))
        for uid in (uids[0], uids[4], uids[10]):
            dovecot.expunge(user, uid)
        expected = [uid for uid in uids if uid not in {uids[0], uids[4], uids[10]}]
        connection = opened()
        assert [one.key.uid for one in read(connection)] == expected
        validity = read(connection)[0].key.uidvalidity
        assert [one.key.uid for one in read(connection, cursor=Cursor("work/INBOX", validity, 3))] == expected[2:]

    def test_without_news_nothing_is_searched_or_fetched(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A run every quarter of an hour costs the server next to nothing."""
        dovecot.append(user, b"Subject: a\r\n\r\nx")
        connection = opened()
        (batch,) = ImapMailbox(connection, "INBOX").fetch_since(None)
        monkeypatch.setattr(IMAPClient, "search", None)
        monkeypatch.setattr(IMAPClient, "fetch", None)
        assert list(ImapMailbox(connection, "INBOX").fetch_since(batch.cursor)) == []

    def test_a_message_that_the_server_cannot_give_is_quarantined_and_the_rest_is_read(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Exchange says NO to a whole FETCH for one message that it cannot convert."""
        uids = dovecot.append(user, *(b"Subject: %d\r\n\r\nx" % number for number in range(3)))
        fetch = IMAPClient.fetch

        def refusing(client: IMAPClient, messages: list[int], data: list[str]) -> Any:
            if uids[1] in messages and data == ["BODY.PEEK[]"]:
                raise IMAPClientError("fetch failed: NO [SERVERBUG] The message could not be converted")
            return fetch(client, messages, data)

        monkeypatch.setattr(IMAPClient, "fetch", refusing)
        results = [MailParser().parse(one) for one in read(opened())]
        assert [type(one) for one in results] == [Message, Unreadable, Message]
        assert results[1].key.uid == uids[1]


class TestOneConnection:
    """Several mailboxes of one account, one after the other."""

    def test_mailboxes_read_in_turns_keep_their_own_messages(
        self, dovecot: Dovecot, user: str, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """UIDs of one mailbox must never be fetched from another that was selected meanwhile."""
        monkeypatch.setattr(imap_mailbox, "_FETCH_UIDS", 50)
        dovecot.append(user, *(b"Subject: inbox\r\n\r\nx" for _ in range(120)))
        dovecot.append(user, *(b"Subject: archive\r\n\r\nx" for _ in range(120)), mailbox="Archive")
        connection = opened()
        runs = {name: ImapMailbox(connection, name).fetch_since(None) for name in ("INBOX", "Archive")}
        for _ in range(3):
            for name, run in runs.items():
                batch = next(run)
                assert {one.data for one in batch.messages} == {b"Subject: %s\r\n\r\nx" % name.lower().encode()}
                assert batch.cursor.mailbox == f"work/{name}"

    def test_a_mailbox_with_a_name_in_another_script_is_read(self, dovecot: Dovecot, user: str, opened: Open) -> None:
        """Names travel in modified UTF-7 (RFC 3501 §5.1.3)."""
        dovecot.create(user, "Bewerbungen ä & mehr")
        dovecot.append(user, b"Subject: a\r\n\r\nx", mailbox="Bewerbungen ä & mehr")
        assert len(read(opened(), "Bewerbungen ä & mehr")) == 1

    def test_mailboxes_are_listed_with_their_special_use(self, opened: Open) -> None:
        """RFC 6154: names are localised, flags are not."""
        listed = {one.name: one.flags for one in opened().list_mailboxes()}
        assert "\\Archive" in listed["Archive"]
        assert "\\Junk" in listed["Junk"]
        assert "INBOX" in listed

    def test_a_misspelt_mailbox_is_named_with_the_nearest_one(self, opened: Open) -> None:
        """And the connection can still be used."""
        connection = opened()
        with pytest.raises(MailboxMissingError, match="Archiv") as caught:
            read(connection, "Archiv")
        assert "Archive" in caught.value.hint
        assert read(connection, "Archive") == []

    def test_the_password_is_fetched_when_a_connection_is_made_and_not_before(self, opened: Open) -> None:
        """It may come from a program that asks the user to unlock a store."""
        passwords: list[str] = []
        connection = opened(password=passwords.pop)
        mailbox = ImapMailbox(connection, "INBOX")
        passwords.append(PASSWORD)
        list(mailbox.fetch_since(None))
        read(connection, "Archive")
        assert passwords == []


class TestEncryption:
    """Certificates are verified, whatever the way to TLS."""

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_a_private_authority_is_trusted_by_its_file(self, dovecot: Dovecot, opened: Open, security: str) -> None:
        """Both from the first byte and by STARTTLS."""
        port = dovecot.port if security == "tls" else dovecot.plain_port
        assert read(opened(security=security, port=port)) == []

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_an_unknown_authority_stops_before_the_password(
        self, dovecot: Dovecot, opened: Open, security: str
    ) -> None:
        """The hint names the setting."""
        port = dovecot.port if security == "tls" else dovecot.plain_port
        passwords = [PASSWORD]
        connection = opened(security=security, port=port, ca_file=None, password=passwords.pop)
        with pytest.raises(CertificateError, match=f"localhost:{port}") as caught:
            read(connection)
        assert "ca_file" in caught.value.hint
        assert passwords == [PASSWORD]

    def test_a_certificate_for_another_name_is_refused(self, dovecot: Dovecot, opened: Open) -> None:
        """127.0.0.2 is the same server, but the certificate does not say so."""
        assert dovecot.host == "localhost"
        with pytest.raises((CertificateError, MailboxUnreachableError)):
            read(opened(host="127.0.0.2"))

    def test_a_ca_file_that_is_none_is_named(self, opened: Open, tmp_path: Path) -> None:
        """Missing, or no certificate."""
        with pytest.raises(CertificateError, match=r"ca\.pem"):
            read(opened(ca_file=tmp_path / "ca.pem"))

    def test_no_password_leaves_this_machine_in_the_clear(self) -> None:
        """Refused before a connection is tried."""
        with pytest.raises(CredentialError, match="unencrypted"):
            read(ImapConnection(scripted(143, host="mail.example.org")))


class TestFailures:
    """Each failure says whose turn it is: the user's, or the next run's."""

    def test_a_wrong_password_is_the_users_turn(self, opened: Open) -> None:
        """The hint speaks of app passwords; the password is in no text."""
        for password in ("hunter2", "pässword"):
            with pytest.raises(CredentialError, match=r"localhost:\d+ \(account work\)") as caught:
                read(opened(password=lambda password=password: password))
            assert "app password" in caught.value.hint
            assert password not in f"{caught.value}{caught.value.hint}"
            assert caught.value.exit_code is ExitCode.USAGE

    def test_a_password_beyond_ascii_is_sent_as_utf_8(self, opened: Open) -> None:
        """By PLAIN, as LOGIN takes none (RFC 9051 §6.2.3)."""
        assert read(opened(password=lambda: BEYOND_ASCII)) == []

    @pytest.mark.parametrize(
        "answer", [None, "NO [UNAVAILABLE] Temporary authentication failure", "* BYE too busy\r\nNO [INUSE] later"]
    )
    def test_a_server_that_fails_during_login_is_no_wrong_password(self, answer: str | None) -> None:
        """Else a user would change a good password because of a bad evening at the provider."""
        with scripted_imap({"LOGIN": answer}) as port, ImapConnection(scripted(port)) as connection:
            with pytest.raises(MailboxUnreachableError, match=f"127.0.0.1:{port} .* login") as caught:
                read(connection)
            assert caught.value.exit_code is ExitCode.TRY_AGAIN

    @pytest.mark.parametrize(
        ("answer", "hint"),
        [
            ("NO [UNAVAILABLE] busy", "Try again later; a run does so by itself."),
            ("NO [NOPERM] not yours", "It will say so again: check that this login may read the mailbox"),
        ],
    )
    def test_what_may_pass_is_told_from_what_will_be_said_again(self, answer: str, hint: str) -> None:
        """Nobody is to wait for what does not come; and `doctor` and `init` show it, too, where there is no run."""
        with scripted_imap({"LIST": answer}) as port, ImapConnection(scripted(port)) as connection:
            with pytest.raises(MailboxUnreachableError) as caught:
                connection.list_mailboxes()
            assert caught.value.hint.startswith(hint)

    def test_a_login_that_was_refused_is_not_tried_again_for_the_other_mailboxes(self) -> None:
        """Providers lock out whoever does, and a run comes every quarter of an hour."""
        heard: list[str] = []
        with scripted_imap({"LOGIN": "NO no"}, heard=heard) as port, ImapConnection(scripted(port)) as connection:
            for mailbox in ("INBOX", "Archive", "Jobs"):
                with pytest.raises(CredentialError, match="refused the login"):
                    read(connection, mailbox)
        assert sum(line.startswith("LOGIN") for line in heard) == 1

    def test_a_server_that_is_not_there_is_named(self) -> None:
        """Connection refused."""
        (port,) = free_ports(1)
        with pytest.raises(MailboxUnreachableError, match=f"127.0.0.1:{port}"):
            read(ImapConnection(scripted(port)))

    def test_a_host_that_is_unknown_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As with a misspelt host name, or without a network."""

        def unknown(*_: object, **__: object) -> None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(MailboxUnreachableError, match=r"imap\.exmaple\.org:993 .* was not found"):
            read(ImapConnection(scripted(993, host="imap.exmaple.org", security="tls")))

    def test_a_server_that_never_speaks_ends_in_a_timeout(self) -> None:
        """A run must end, for its lock's sake."""
        with (
            scripted_imap({}, greeting="") as port,
            ImapConnection(scripted(port, read_timeout=0.2, connect_timeout=0.2)) as connection,
            pytest.raises(MailboxUnreachableError, match="in time"),
        ):
            read(connection)

    def test_a_server_without_tls_on_its_port_is_the_users_turn(self) -> None:
        """The usual mistake: port 143 with security tls; no later run mends it."""
        with scripted_imap({}) as port, ImapConnection(scripted(port, security="tls")) as connection:
            with pytest.raises(ConfigError, match="encrypted") as caught:
                read(connection)
            assert "993" in caught.value.hint

    def test_a_server_without_starttls_is_named_before_the_password(self) -> None:
        """No later run mends it, and nothing secret may go over an open wire."""
        heard: list[str] = []
        with scripted_imap({}, heard=heard) as port, ImapConnection(scripted(port, security="starttls")) as connection:
            with pytest.raises(CertificateError, match="offers no STARTTLS") as caught:
                read(connection)
            assert "993" in caught.value.hint
        assert not any(line.startswith("LOGIN") for line in heard)

    def test_a_connection_that_breaks_is_made_anew_by_the_next_use(self) -> None:
        """One mailbox fails; the next one of the account has its chance."""
        examine = "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nOK done"
        with (
            scripted_imap({"EXAMINE": examine, "UID SEARCH": None}) as port,
            ImapConnection(scripted(port)) as connection,
        ):
            for _ in range(2):
                with pytest.raises(MailboxUnreachableError, match="hung up"):
                    read(connection)

    def test_an_answer_that_makes_no_sense_is_unreachable_and_no_crash(self) -> None:
        """Servers are strangers, too."""
        examine = "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nOK done"
        answers = {"EXAMINE": examine, "UID SEARCH": "* SEARCH banana\r\nOK done"}
        with (
            scripted_imap(answers) as port,
            ImapConnection(scripted(port)) as connection,
            pytest.raises(MailboxUnreachableError),
        ):
            read(connection)

    @pytest.mark.parametrize("offered", [True, False])
    def test_the_number_of_a_thread_is_asked_of_gmail_alone(self, *, offered: bool) -> None:
        """Other servers do not know the item, and would refuse the whole command."""
        body = "Subject: x\r\n\r\nhi\r\n"
        thread = "X-GM-THRID 1278455344230334865 " if offered else ""
        dated = f'UID 1 RFC822.SIZE {len(body)} INTERNALDATE "20-Nov-2026 12:00:00 +0000" {thread}'
        answers = {
            "CAPABILITY": f"* CAPABILITY IMAP4rev1{' X-GM-EXT-1' if offered else ''}\r\nOK done",
            "EXAMINE": "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nOK done",
            "UID SEARCH": "* SEARCH 1\r\nOK done",
            "UID FETCH": f"* 1 FETCH ({dated}BODY[] {{{len(body)}}}\r\n{body})\r\nOK done",
        }
        heard: list[str] = []
        with scripted_imap(answers, heard=heard) as port, ImapConnection(scripted(port)) as connection:
            (batch,) = ImapMailbox(connection, "INBOX").fetch_since(None)
        (raw,) = batch.messages
        assert raw.gmail_thread == ("1278455344230334865" if offered else "")
        assert any("X-GM-THRID" in line for line in heard) is offered
        parsed = MailParser().parse(raw)
        assert isinstance(parsed, Message)
        assert parsed.facts.get("x-gm-thrid", "") == raw.gmail_thread

    @pytest.mark.parametrize(
        ("mailbox", "labels", "is_yielded", "is_sent"),
        [
            ("[Gmail]/All Mail", r'"\\Sent" "\\Important" Jobs 2026', True, True),
            ("[Gmail]/All Mail", r'"\\Sent" "\\Inbox"', True, False),
            ("[Gmail]/All Mail", r'"\\Inbox"', True, False),
            ("[Gmail]/All Mail", r'"\\Draft"', False, False),
            ("INBOX", r'"\\Sent"', True, False),
        ],
    )
    def test_labels_of_gmail_tell_what_the_user_sent_and_what_is_a_draft(
        self, mailbox: str, labels: str, *, is_yielded: bool, is_sent: bool
    ) -> None:
        """Its flags do not. What is in INBOX was received: there Gmail does not name the label of INBOX."""
        body = "Subject: x\r\n\r\nhi\r\n"
        dated = f'UID 1 RFC822.SIZE {len(body)} INTERNALDATE "20-Nov-2026 12:00:00 +0000" FLAGS (\\Seen)'
        answers = {
            "CAPABILITY": "* CAPABILITY IMAP4rev1 X-GM-EXT-1\r\nOK done",
            "EXAMINE": "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nOK done",
            "UID SEARCH": "* SEARCH 1\r\nOK done",
            "UID FETCH": f"* 1 FETCH (X-GM-LABELS ({labels}) {dated} BODY[] {{{len(body)}}}\r\n{body})\r\nOK done",
        }
        with scripted_imap(answers) as port, ImapConnection(scripted(port)) as connection:
            (batch,) = ImapMailbox(connection, mailbox).fetch_since(None)
        assert batch.cursor.uid == 1
        assert [one.is_sent for one in batch.messages] == ([is_sent] if is_yielded else [])
        assert ["x-gm-sent" in parsed(one).facts for one in batch.messages] == ([is_sent] if is_yielded else [])

    def test_a_server_without_uidnext_is_asked_for_it(self) -> None:
        """RFC 2060 servers leave it out of EXAMINE."""
        answers = {
            "EXAMINE": "* 0 EXISTS\r\n* OK [UIDVALIDITY 7]\r\nOK done",
            "STATUS": '* STATUS "INBOX" (UIDNEXT 5)\r\nOK done',
        }
        with scripted_imap(answers) as port, ImapConnection(scripted(port)) as connection:
            (batch,) = ImapMailbox(connection, "INBOX").fetch_since(Cursor("work/INBOX", 7, 3))
            assert (batch.messages, batch.cursor) == ((), Cursor("work/INBOX", 7, 4))
