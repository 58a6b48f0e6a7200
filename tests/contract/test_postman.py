"""What every postman promises, asked of the one in memory and of one that speaks to a real SMTP server."""

from __future__ import annotations

import imaplib
import socket
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from support.certificates import Authority
from support.dovecot import PASSWORD as IMAP_PASSWORD, Dovecot
from support.ports import free_ports
from support.scripted_imap import scripted_imap
from support.scripted_smtp import scripted_smtp
from support.smtp_server import PASSWORD, USER, SmtpServer

from pipeline.adapters.folder import FolderPostman
from pipeline.adapters.imap.postman import ImapPostman, holds
from pipeline.adapters.imap.session import Account
from pipeline.adapters.memory import MemoryPostman
from pipeline.adapters.sendmail import SendmailPostman
from pipeline.adapters.smtp import SmtpPostman
from pipeline.core.ports import Postman
from pipeline.errors import (
    AfterwordError,
    CertificateError,
    ConfigError,
    CredentialError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    ExitCode,
    MailboxMissingError,
)

LETTER = (
    b"From: Afterword <me@example.org>\r\nTo: me@example.org\r\nSubject: After Acme\r\n"
    b"Message-ID: <one@example.org>\r\n\r\nA line.\r\n.\r\n..two dots\r\nThe end.\r\n"
)


def smtp_postman(server: SmtpServer, **changes: Any) -> SmtpPostman:
    """Return a postman for a server, with STARTTLS and a login."""
    settings: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "security": "starttls",
        "user": USER,
        "password": lambda: PASSWORD,
        "ca_file": server.ca_file,
        "sender": "bounces@example.org",
        "recipient": "me@example.org",
        "timeout": 10,
    }
    return SmtpPostman(**{**settings, **changes})


def plain_postman(port: int, **changes: Any) -> SmtpPostman:
    """Return a postman for a scripted server."""
    settings: dict[str, Any] = {"security": "plain", "sender": "bounces@example.org", "recipient": "me@example.org"}
    return SmtpPostman("127.0.0.1", port, **{**settings, **changes})


def imap_account(server: Dovecot, user: str, **changes: Any) -> Account:
    """Return how to reach a user's account."""
    settings: dict[str, Any] = {
        "name": "home",
        "host": server.host,
        "port": server.port,
        "user": user,
        "password": lambda: IMAP_PASSWORD,
        "ca_file": server.ca_file,
    }
    return Account(**{**settings, **changes})


def script(folder: Path, lines: str) -> str:
    """Write a program and return its path."""
    program = folder / "program"
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)
    return str(program)


#: A sendmail for tests: a file for each letter, unless the file `code` tells it otherwise.
_KEEPING = """
code=$(cat "$1/code" 2>/dev/null || echo 0)
[ "$code" = 0 ] || { cat >/dev/null; exit "$code"; }
cat > "$1/new" && mv "$1/new" "$1/letter-$$"
"""


class Office(Protocol):
    """A postman, and who receives his letters."""

    @property
    def postman(self) -> Postman:
        """Return the postman."""

    def received(self) -> list[bytes]:
        """Return the letters that were accepted."""

    def fail(self, failure: AfterwordError | None) -> None:
        """Make the next deliveries fail in the way of an error, or succeed again."""


class MemoryOffice:
    """The twin."""

    def __init__(self) -> None:
        self.postman = MemoryPostman()

    def received(self) -> list[bytes]:
        """Return what arrived."""
        return self.postman.letters

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        self.postman.failure = failure


class SmtpOffice:
    """A real server, whose letters can be looked for where it leaves them."""

    def __init__(self, server: SmtpServer, security: str) -> None:
        self._server = server
        port = server.tls_port if security == "tls" else server.port
        self.postman = smtp_postman(server, security=security, port=port, arrived=self._arrived)

    def _arrived(self, message_id: str) -> bool:
        return any(f"<{message_id}>".encode() in raw for raw in self.received())

    def received(self) -> list[bytes]:
        """Return what arrived."""
        return [one.raw for one in self._server.letters]

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        answers = {DeliveryDeferredError: "450 busy", DeliveryRefusedError: "550 no", CredentialError: "530 log in"}
        self._server.answer_to_data = answers[type(failure)] if failure else ""


class SendmailOffice:
    """A real command, which leaves each letter as a file, or ends with the code that a test asks for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._code = folder / "code"
        self.postman = SendmailPostman([script(folder, _KEEPING), str(folder), "-t"], arrived=self._arrived)

    def received(self) -> list[bytes]:
        """Return what it was given, with the line ends that a mail server would see."""
        found = sorted(self._folder.glob("letter-*"))
        return [one.read_bytes().replace(b"\n", b"\r\n") for one in found]

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        codes = {DeliveryDeferredError: 75, DeliveryRefusedError: 69, CredentialError: 77}
        self._code.write_text(str(codes[type(failure)] if failure else 0))

    def _arrived(self, message_id: str) -> bool:
        return any(f"<{message_id}>".encode() in raw for raw in self.received())


class ImapOffice:
    """A real IMAP server."""

    def __init__(self, dovecot: Dovecot) -> None:
        self.user = dovecot.new_user()
        self._dovecot = dovecot
        self._good = ImapPostman(imap_account(dovecot, self.user), "INBOX")
        self.postman: Postman = self._good

    def received(self) -> list[bytes]:
        """Return what lies in INBOX."""
        return self._dovecot.messages(self.user)

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        if failure is None:
            self.postman = self._good
        elif isinstance(failure, CredentialError):
            self.postman = ImapPostman(imap_account(self._dovecot, self.user, password=lambda: "wrong"), "INBOX")
        elif isinstance(failure, DeliveryRefusedError):
            self.postman = ImapPostman(imap_account(self._dovecot, self.user), "not//a name")
        else:
            (port,) = free_ports(1)
            self.postman = ImapPostman(imap_account(self._dovecot, self.user, port=port), "INBOX")


class FolderOffice:
    """A real folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.postman = FolderPostman(folder)

    def received(self) -> list[bytes]:
        """Return the files in it."""
        return [one.read_bytes() for one in self._folder.glob("*.eml")] if self._folder.is_dir() else []

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        if failure is not None:
            self._folder.write_text("a file in its place")
        else:
            self._folder.unlink()


OFFICES = ["memory", "starttls", "tls", "sendmail", "imap", "folder"]

#: What can go wrong with each: a folder refuses nothing for good, and asks for no password.
FAILURES = [
    (kind, failure)
    for kind in OFFICES
    for failure in (DeliveryDeferredError, DeliveryRefusedError, CredentialError)
    if kind != "folder" or failure is DeliveryDeferredError
]


@pytest.fixture(params=OFFICES)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    """Return a fresh postman of each kind."""
    if request.param == "memory":
        return MemoryOffice()
    if request.param == "sendmail":
        return SendmailOffice(tmp_path)
    if request.param == "imap":
        return ImapOffice(request.getfixturevalue("dovecot"))
    if request.param == "folder":
        return FolderOffice(tmp_path / "letters")
    return SmtpOffice(request.getfixturevalue("smtp_server"), request.param)


def has_ended(process: int) -> bool:
    """Return whether a process is gone, or waits only to be reaped."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


class TestPostman:
    """The contract."""

    def test_a_letter_that_is_handed_over_arrives_byte_for_byte(self, office: Office) -> None:
        """Lines with a dot alone included."""
        office.postman.deliver(LETTER)
        assert office.received() == [LETTER]

    @pytest.mark.parametrize(("office", "failure"), FAILURES, indirect=["office"])
    def test_a_failed_delivery_raises_leaves_nothing_and_can_be_tried_again(
        self, office: Office, failure: type[AfterwordError]
    ) -> None:
        """The outbox depends on the kind of the error."""
        office.fail(failure("no"))
        with pytest.raises(failure):
            office.postman.deliver(LETTER)
        assert office.received() == []
        office.fail(None)
        office.postman.deliver(LETTER)
        assert office.received() == [LETTER]

    def test_a_letter_that_has_arrived_is_found_by_its_message_id(self, office: Office) -> None:
        """So that one whose outcome is unclear is not sent twice."""
        assert office.postman.already_delivered("one@example.org") is False
        office.postman.deliver(LETTER)
        assert office.postman.already_delivered("one@example.org") is True
        assert office.postman.already_delivered("two@example.org") is False

    def test_a_check_hands_nothing_over(self, office: Office) -> None:
        """What `doctor` asks."""
        office.postman.check()
        assert office.received() == []


class TestSmtp:
    """What only a real server can do."""

    def test_the_envelope_bears_the_addresses_of_the_config(self, smtp_server: SmtpServer) -> None:
        """Not those of the letter's header."""
        smtp_postman(smtp_server).deliver(LETTER)
        (letter,) = smtp_server.letters
        assert (letter.sender, letter.recipients) == ("bounces@example.org", ("me@example.org",))

    def test_bare_newlines_become_those_of_the_wire(self, smtp_server: SmtpServer) -> None:
        """RFC 5321 §2.3.8."""
        smtp_postman(smtp_server).deliver(LETTER.replace(b"\r\n", b"\n"))
        assert smtp_server.letters[0].raw == LETTER

    @pytest.mark.parametrize(
        ("answer", "error"),
        [("451 greylisted", DeliveryDeferredError), ("550 unknown user", ConfigError)],
    )
    def test_a_refused_recipient_is_told_from_one_to_try_later(
        self, smtp_server: SmtpServer, answer: str, error: type[AfterwordError]
    ) -> None:
        """The reply's first digit decides (RFC 5321 §4.2.1)."""
        smtp_server.answer_to_recipient = answer
        with pytest.raises(error, match=answer[:3]) as caught:
            smtp_postman(smtp_server).deliver(LETTER)
        assert f"{smtp_server.host}:{smtp_server.port}" in str(caught.value)
        assert "example.org" not in str(caught.value)

    @pytest.mark.parametrize(
        ("answers", "error", "hint"),
        [
            ({"EHLO": "550 no", "HELO": "550 no"}, ConfigError, "port"),
            ({"MAIL": "553 5.7.1 not your address"}, ConfigError, "letters.sender"),
            ({"RCPT": "550 5.1.1 no such user"}, ConfigError, "letters.to"),
            ({"MAIL": "421 busy"}, DeliveryDeferredError, "a later run"),
            ({"MAIL": "550 5.4.5 daily limit exceeded"}, DeliveryDeferredError, "a later run"),
            ({"RCPT": "552 5.2.2 mailbox full"}, DeliveryDeferredError, "a later run"),
            ({"RCPT": "530 5.7.0 authentication required"}, CredentialError, "password"),
            ({".": "550-5.4.5 Daily limit\r\n550 5.4.5 exceeded"}, DeliveryDeferredError, "a later run"),
            ({".": "554 5.7.1 looks like spam"}, DeliveryRefusedError, "doctor"),
            ({"MAIL": "552 5.3.4 too big"}, DeliveryRefusedError, "doctor"),
        ],
    )
    def test_only_what_is_said_of_the_letter_itself_refuses_it(
        self, answers: dict[str, str], error: type[AfterwordError], hint: str
    ) -> None:
        """What is said of us, the addresses or a quota would meet every other letter too: this one stays owed."""
        with scripted_smtp(answers) as port, pytest.raises(error) as caught:
            plain_postman(port).deliver(LETTER)
        assert type(caught.value) is error
        assert hint in caught.value.hint
        assert "127.0.0.1" in str(caught.value)
        assert "example" not in f"{caught.value}{caught.value.hint}"

    @pytest.mark.parametrize(
        ("greeting", "error"), [("421 busy", DeliveryDeferredError), ("554 not for you", ConfigError)]
    )
    def test_a_server_that_turns_us_away_for_good_is_told_from_a_busy_one(
        self, greeting: str, error: type[AfterwordError]
    ) -> None:
        """Nobody is told of what the next run may mend; this it will not."""
        with scripted_smtp({}, greeting) as port, pytest.raises(error, match=greeting[:3]):
            plain_postman(port).check()

    def test_a_port_that_speaks_otherwise_is_the_users_turn(self, smtp_server: SmtpServer) -> None:
        """`tls` on the port of STARTTLS is the commonest slip: no later run mends it."""
        with pytest.raises(ConfigError, match=str(smtp_server.port)) as caught:
            smtp_postman(smtp_server, security="tls").check()
        assert "465 is usual for tls, 587 for starttls" in caught.value.hint

        assert "outbox" not in caught.value.hint, "no letter waits for a login that is only tried"

    def test_a_host_that_is_unknown_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As with a misspelt host name, or without a network: its port is not in question."""

        def unknown(*_: object, **__: object) -> None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(DeliveryDeferredError, match=r"127.0.0.1:25 was not found") as caught:
            plain_postman(25).check()
        assert caught.value.hint == "Check the host name and the network."
        with pytest.raises(DeliveryDeferredError) as caught:
            plain_postman(25).deliver(LETTER)
        assert "stays in the outbox" in caught.value.hint

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_a_server_that_hangs_up_at_once_defers(self, security: str) -> None:
        """It may be restarting; the hint says what else it may be."""
        with scripted_smtp({}, None) as port, pytest.raises(DeliveryDeferredError) as caught:
            plain_postman(port, security=security).check()
        assert type(caught.value) is DeliveryDeferredError

    def test_the_port_of_tls_is_named_where_starttls_hears_nothing(self, smtp_server: SmtpServer) -> None:
        """Such a server waits for us to begin, as we wait for it."""
        with pytest.raises(DeliveryDeferredError, match="did not greet") as caught:
            smtp_postman(smtp_server, port=smtp_server.tls_port, timeout=1).check()
        assert "465 is usual for tls" in caught.value.hint

    def test_a_server_that_takes_no_password_is_a_credential_error(self) -> None:
        """Outlook.com offers XOAUTH2 alone."""
        with (
            scripted_smtp({"EHLO": "250-x\r\n250 AUTH XOAUTH2"}) as port,
            pytest.raises(CredentialError, match="no way to log in with a password"),
        ):
            plain_postman(port, user=USER, password=lambda: PASSWORD).check()

    @pytest.mark.parametrize(
        ("answer", "error"),
        [("550 5.7.1 no", CredentialError), ("535 no", CredentialError), ("454 4.7.0 later", DeliveryDeferredError)],
    )
    def test_no_answer_to_the_login_refuses_a_letter(self, answer: str, error: type[AfterwordError]) -> None:
        """The letter was not even offered."""
        with scripted_smtp({"EHLO": "250-x\r\n250 AUTH PLAIN", "AUTH": answer}) as port, pytest.raises(error) as caught:
            plain_postman(port, user=USER, password=lambda: PASSWORD).deliver(LETTER)
        assert type(caught.value) is error

    def test_a_wrong_password_is_a_credential_error(self, smtp_server: SmtpServer) -> None:
        """535; the hint speaks of app passwords, and the password is in neither."""
        with pytest.raises(CredentialError, match="535") as caught:
            smtp_postman(smtp_server, password=lambda: "hunter2").deliver(LETTER)
        assert "app password" in caught.value.hint
        assert "hunter2" not in f"{caught.value}{caught.value.hint}"
        assert caught.value.exit_code is ExitCode.USAGE

    @pytest.mark.parametrize("password", ["größe", "пароль", "pass\u00a0word🔑"])
    def test_a_password_beyond_ascii_is_sent_as_utf_8(self, smtp_server: SmtpServer, password: str) -> None:
        """By PLAIN, the one way that says how (RFC 4616 §2); a wrong one is refused as any other."""
        smtp_server.password = password
        smtp_postman(smtp_server, password=lambda: password).deliver(LETTER)
        assert len(smtp_server.letters) == 1
        with pytest.raises(CredentialError, match="535") as caught:
            smtp_postman(smtp_server, password=lambda: f"{password}ü").deliver(LETTER)
        assert password not in f"{caught.value}{caught.value.hint}"

    def test_a_password_beyond_ascii_that_no_way_carries_is_told(self) -> None:
        """LOGIN and CRAM-MD5 do not say how such a password is written."""
        with (
            scripted_smtp({"EHLO": "250-x\r\n250 AUTH LOGIN CRAM-MD5"}) as port,
            pytest.raises(CredentialError, match="holds characters that cannot be sent") as caught,
        ):
            plain_postman(port, user=USER, password=lambda: "größe").check()
        assert "ASCII" in caught.value.hint

    def test_a_server_that_hangs_up_after_the_letter_leaves_it_in_the_outbox(self, smtp_server: SmtpServer) -> None:
        """Whether it was accepted is unknown, and nobody can tell where no mailbox can be looked into."""
        smtp_server.hangs_up_after_data = True
        with pytest.raises(DeliveryUnclearError) as caught:
            smtp_postman(smtp_server).deliver(LETTER)
        assert caught.value.exit_code is ExitCode.TRY_AGAIN
        assert smtp_postman(smtp_server).already_delivered("one@example.org") is None

    def test_an_answer_makes_the_outcome_clear(self, smtp_server: SmtpServer) -> None:
        """A server that says 4xx has not taken the letter."""
        smtp_server.answer_to_data = "451 later"
        with pytest.raises(DeliveryDeferredError) as caught:
            smtp_postman(smtp_server).deliver(LETTER)
        assert not isinstance(caught.value, DeliveryUnclearError)

    def test_trouble_after_acceptance_does_not_make_a_letter_undelivered(self, smtp_server: SmtpServer) -> None:
        """Else it would be sent again on every run."""
        smtp_server.answer_to_quit = "500 what"
        smtp_postman(smtp_server).deliver(LETTER)
        assert len(smtp_server.letters) == 1

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    def test_an_unknown_certificate_stops_before_the_password_is_even_fetched(
        self, smtp_server: SmtpServer, security: str
    ) -> None:
        """The hint names the setting for a private authority."""
        port = smtp_server.tls_port if security == "tls" else smtp_server.port
        fetched = iter([PASSWORD])
        postman = smtp_postman(smtp_server, security=security, port=port, ca_file=None, password=lambda: next(fetched))
        with pytest.raises(CertificateError, match=f"{smtp_server.host}:{port}") as caught:
            postman.deliver(LETTER)
        assert "ca_file" in caught.value.hint
        assert (list(fetched), smtp_server.letters) == ([PASSWORD], [])

    def test_a_certificate_that_has_run_out_is_no_matter_of_its_authority(self, tmp_path: Path) -> None:
        """The hint speaks of the clock and of renewing; ca_file would be of no help."""
        server = SmtpServer(Authority(tmp_path, not_after=datetime(2020, 1, 1, tzinfo=UTC)))
        try:
            with pytest.raises(CertificateError, match="has expired") as caught:
                smtp_postman(server).check()
        finally:
            server.stop()
        assert "renew" in caught.value.hint
        assert "ca_file" not in caught.value.hint

    def test_a_server_that_is_not_there_defers(self) -> None:
        """Connection refused."""
        (port,) = free_ports(1)
        postman = SmtpPostman("127.0.0.1", port, sender="a@example.org", recipient="b@example.org")
        with pytest.raises(DeliveryDeferredError, match=str(port)):
            postman.deliver(LETTER)

    def test_no_password_leaves_this_machine_in_the_clear(self, smtp_server: SmtpServer) -> None:
        """Refused before a connection is tried."""
        with pytest.raises(CredentialError, match="unencrypted"):
            smtp_postman(smtp_server, host="mail.example.org", security="plain").deliver(LETTER)

    def test_a_check_logs_in_and_sends_nothing(self, smtp_server: SmtpServer) -> None:
        """What `doctor` and `init` ask."""
        smtp_postman(smtp_server).check()
        with pytest.raises(CredentialError):
            smtp_postman(smtp_server, password=lambda: "wrong").check()
        assert smtp_server.letters == []


class TestSendmail:
    """What only a command can do."""

    @pytest.mark.parametrize(
        ("code", "error"),
        [
            (75, DeliveryDeferredError),
            (68, DeliveryDeferredError),
            (74, DeliveryUnclearError),
            (77, CredentialError),
            (64, ConfigError),
            (78, ConfigError),
            (67, ConfigError),
            (65, DeliveryRefusedError),
            (69, DeliveryRefusedError),
            (1, ConfigError),
            (127, ConfigError),
        ],
    )
    def test_each_exit_code_has_its_meaning(self, tmp_path: Path, code: int, error: type[AfterwordError]) -> None:
        """Those of sysexits.h; the error names the command and says nothing of what it printed."""
        program = script(tmp_path, f"echo robin@home.example >&2; cat >/dev/null; exit {code}")
        with pytest.raises(error, match="program") as caught:
            SendmailPostman([program]).deliver(LETTER)
        assert type(caught.value) is error
        assert caught.value.hint
        assert "robin" not in f"{caught.value}{caught.value.hint}"

    @pytest.mark.parametrize(
        ("said", "error"),
        [
            ("server message: 450 4.2.0 greylisted", DeliveryDeferredError),
            ("server message: 550 5.7.1 looks like spam", DeliveryRefusedError),
            ("recipient address x not accepted by the server\nmsmtp: server message: 550 5.1.1 no", ConfigError),
            ("envelope from address x not accepted by the server\nmsmtp: server message: 553 5.7.1 no", ConfigError),
            (
                "recipient address x not accepted by the server\nmsmtp: server message: 450 4.2.0 later",
                DeliveryDeferredError,
            ),
            ("could not send mail", DeliveryRefusedError),
        ],
    )
    def test_what_the_server_told_msmtp_goes_before_its_exit_code(
        self, tmp_path: Path, said: str, error: type[AfterwordError]
    ) -> None:
        """It ends with 69 for a greylisted letter as well as for an unknown user."""
        program = script(tmp_path, f"cat >/dev/null; printf '%s\\n' 'msmtp: {said}' >&2; exit 69")
        with pytest.raises(error) as caught:
            SendmailPostman([program]).deliver(LETTER)
        assert type(caught.value) is error
        assert "greylisted" not in str(caught.value)

    def test_no_shell_ever_sees_the_command(self, tmp_path: Path) -> None:
        """Each item of the list is one argument, whatever stands in it; nothing is added."""
        program = script(tmp_path, f'cat >/dev/null; printf "%s\\n" "$@" > {tmp_path}/arguments')
        SendmailPostman([program, "-a", "$(touch x); rm -rf *", "a b", "-t"]).deliver(LETTER)
        assert (tmp_path / "arguments").read_text().splitlines() == ["-a", "$(touch x); rm -rf *", "a b", "-t"]

    def test_a_command_that_never_ends_is_ended_with_all_that_it_started(self, tmp_path: Path) -> None:
        """The letter may have left: its outcome is unclear."""
        program = script(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait")
        with pytest.raises(DeliveryUnclearError, match="did not end"):
            SendmailPostman([program], timeout=1).deliver(LETTER)
        child = int((tmp_path / "child").read_text())
        for _ in range(200):  # it was killed; when it is gone is for the kernel to say
            if has_ended(child):
                break
            time.sleep(0.05)
        assert has_ended(child)

    def test_a_command_that_is_killed_leaves_the_outcome_unclear(self, tmp_path: Path) -> None:
        """It may have been killed after it had handed the letter over."""
        with pytest.raises(DeliveryUnclearError, match="signal 9"):
            SendmailPostman([script(tmp_path, "cat >/dev/null; kill -9 $$")]).deliver(LETTER)

    def test_a_command_that_reads_nothing_and_fails_is_heard(self, tmp_path: Path) -> None:
        """A closed pipe hides no exit code."""
        with pytest.raises(ConfigError, match="70"):
            SendmailPostman([script(tmp_path, "exit 70")]).deliver(LETTER + b"x" * 1_000_000)

    def test_a_program_that_is_not_there_is_named_by_the_check_too(self, tmp_path: Path) -> None:
        """Under cron the PATH is another one."""
        (tmp_path / "program").write_text("not executable")
        for program in (str(tmp_path / "program"), str(tmp_path / "nothing"), "no-such-program-anywhere"):
            postman = SendmailPostman([program, "-t"])
            for act in (postman.check, lambda postman=postman: postman.deliver(LETTER)):
                with pytest.raises(ConfigError, match="cannot be run") as caught:
                    act()
                assert "PATH" in caught.value.hint

    def test_the_home_directory_may_be_written_as_a_tilde(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As in every other path of the config."""
        script(tmp_path, "cat >/dev/null")
        monkeypatch.setenv("HOME", str(tmp_path))
        SendmailPostman(["~/program"]).deliver(LETTER)


class TestImap:
    """What only an IMAP server can do."""

    def test_a_letter_lies_there_unread(self, dovecot: Dovecot) -> None:
        """No flag is set, so that the mail program shows it as new."""
        user = dovecot.new_user()
        ImapPostman(imap_account(dovecot, user), "INBOX").deliver(LETTER)
        ((_, flags),) = dovecot.flags(user).items()
        assert "\\Seen" not in flags

    def test_appending_is_the_only_thing_that_is_written(
        self, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No mailbox is ever selected for writing, neither for a letter nor to look for one."""
        commands: list[str] = []
        command = imaplib.IMAP4._command  # type: ignore[attr-defined]
        user = dovecot.new_user()

        def note(client: imaplib.IMAP4, name: str, *arguments: object) -> object:
            commands.append(" ".join([name, *(str(one) for one in arguments[:1] if name == "UID")]))
            return command(client, name, *arguments)

        monkeypatch.setattr(imaplib.IMAP4, "_command", note)
        postman = ImapPostman(imap_account(dovecot, user), "INBOX")
        postman.deliver(LETTER)
        postman.already_delivered("two@example.org")
        postman.check()
        assert commands.count("APPEND") == 1
        harmless = {"CAPABILITY", "LOGIN", "LIST", "EXAMINE", "UID SEARCH", "STATUS", "LOGOUT"}
        assert set(commands) - {"APPEND"} <= harmless

    def test_a_letter_that_was_moved_is_still_found(self, dovecot: Dovecot) -> None:
        """The user may have filed it, or thrown it away."""
        user = dovecot.new_user()
        dovecot.append(user, LETTER, mailbox="Archive")
        assert ImapPostman(imap_account(dovecot, user), "INBOX").already_delivered("one@example.org") is True

    def test_a_mailbox_that_is_missing_is_the_users_turn(self, dovecot: Dovecot) -> None:
        """The check finds it before the first letter does."""
        postman = ImapPostman(imap_account(dovecot, dovecot.new_user()), "Lettres")
        for act in (postman.check, lambda: postman.deliver(LETTER)):
            with pytest.raises(MailboxMissingError, match="Lettres") as caught:
                act()
            assert caught.value.hint

    def test_a_server_that_is_only_tried_keeps_no_letter(self) -> None:
        """As `doctor` tries it: nothing waits because of it; a letter that does leaves with some later run."""
        account = Account(
            name="home", host="127.0.0.1", port=free_ports(1)[0], user="u", security="plain", password=lambda: PASSWORD
        )
        postman = ImapPostman(account, "INBOX")
        with pytest.raises(DeliveryDeferredError, match="cannot be reached") as caught:
            postman.check()
        assert "outbox" not in caught.value.hint
        assert "Check host, port and the network" in caught.value.hint
        with pytest.raises(DeliveryDeferredError) as caught:
            postman.deliver(LETTER)
        assert caught.value.hint == "The letter stays in the outbox; a later run tries again."

    def test_a_name_in_another_script_is_no_trouble(self, dovecot: Dovecot) -> None:
        """Mailbox names go over the wire in modified UTF-7."""
        user = dovecot.new_user()
        dovecot.create(user, "Absagen & Brücke")
        postman = ImapPostman(imap_account(dovecot, user), "Absagen & Brücke")
        postman.deliver(LETTER)
        assert postman.already_delivered("one@example.org") is True

    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            (None, DeliveryUnclearError),
            ("NO [OVERQUOTA] full", DeliveryDeferredError),
            ("NO busy", DeliveryDeferredError),
            ("NO [NOPERM] no", DeliveryRefusedError),
            ("NO [TRYCREATE] none", MailboxMissingError),
        ],
    )
    def test_each_answer_has_its_meaning(self, answer: str | None, error: type[AfterwordError]) -> None:
        """A server that hangs up over the letter may have taken it."""
        with scripted_imap({"APPEND": answer}) as port:
            account = Account(
                name="home", host="127.0.0.1", port=port, user="u", password=lambda: "p", security="plain"
            )
            with pytest.raises(error) as caught:
                ImapPostman(account, "INBOX").deliver(LETTER)
        assert type(caught.value) is error

    def test_where_there_is_a_mailbox_of_all_mail_no_other_is_searched_but_spam_and_trash(self) -> None:
        """With Gmail each message lies in several."""
        listed = [
            '* LIST (\\HasNoChildren) "/" INBOX',
            '* LIST (\\All) "/" "Tous les messages"',
            '* LIST (\\HasNoChildren) "/" Label',
            '* LIST (\\Trash) "/" Corbeille',
        ]
        examined: list[str] = []
        answers = {
            "LIST": "\r\n".join([*listed, "OK done"]),
            "EXAMINE": "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 1] x\r\nOK done",
            "UID SEARCH": "* SEARCH\r\nOK done",
        }
        with scripted_imap(answers, heard=examined) as port:
            account = Account(
                name="home", host="127.0.0.1", port=port, user="u", password=lambda: "p", security="plain"
            )
            assert holds(account, "one@example.org") is False
        assert [line.split(" ", 1)[1] for line in examined if line.startswith("EXAMINE")] == [
            '"Tous les messages"',
            '"Corbeille"',
        ]
        assert {line.split()[0] for line in examined} <= {
            "CAPABILITY",
            "LOGIN",
            "LIST",
            "EXAMINE",
            "UID",
            "LOGOUT",
        }


class TestFolder:
    """Letters as files."""

    def test_a_letter_is_one_eml_file_named_after_its_subject(self, tmp_path: Path) -> None:
        """Handed over twice, it is still one."""
        postman = FolderPostman(tmp_path / "letters")
        postman.deliver(LETTER)
        postman.deliver(LETTER)
        (file,) = (tmp_path / "letters").iterdir()
        assert file.name.startswith("after-acme-")
        assert file.suffix == ".eml"
        assert file.read_bytes() == LETTER

    def test_letters_with_the_same_subject_are_two_files(self, tmp_path: Path) -> None:
        """Their Message-IDs tell them apart."""
        postman = FolderPostman(tmp_path)
        postman.deliver(LETTER)
        postman.deliver(LETTER.replace(b"<one@", b"<two@"))
        assert len(list(tmp_path.iterdir())) == 2

    def test_a_subject_cannot_lead_out_of_the_folder(self, tmp_path: Path) -> None:
        """Part of a subject is a company's name, and that is a stranger's words."""
        FolderPostman(tmp_path / "letters").deliver(LETTER.replace(b"After Acme", b"../../../etc/passwd"))
        (file,) = (tmp_path / "letters").iterdir()
        assert file.name.startswith("etc-passwd-")

    def test_a_folder_that_cannot_be_written_defers(self, tmp_path: Path) -> None:
        """A file stands in its place."""
        (tmp_path / "letters").write_text("")
        with pytest.raises(DeliveryDeferredError, match="letters"):
            FolderPostman(tmp_path / "letters").deliver(LETTER)
