"""What every postman promises, asked of the one in memory and of one that speaks to a real SMTP server."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest
from support.ports import free_ports
from support.smtp_server import PASSWORD, USER, SmtpServer

from pipeline.adapters.folder import FolderPostman
from pipeline.adapters.memory import MemoryPostman
from pipeline.adapters.smtp import SmtpPostman
from pipeline.core.ports import Postman
from pipeline.errors import (
    AfterwordError,
    CertificateError,
    CredentialError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    ExitCode,
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
    """The real thing."""

    def __init__(self, server: SmtpServer, security: str) -> None:
        self._server = server
        port = server.tls_port if security == "tls" else server.port
        self.postman = smtp_postman(server, security=security, port=port)

    def received(self) -> list[bytes]:
        """Return what arrived."""
        return [one.raw for one in self._server.letters]

    def fail(self, failure: AfterwordError | None) -> None:
        """Fail from now on, or no more."""
        answers = {DeliveryDeferredError: "450 busy", DeliveryRefusedError: "550 no", CredentialError: "530 log in"}
        self._server.answer_to_data = answers[type(failure)] if failure else ""


@pytest.fixture(params=["memory", "starttls", "tls"])
def office(request: pytest.FixtureRequest) -> Office:
    """Return a fresh postman of either kind."""
    if request.param == "memory":
        return MemoryOffice()
    return SmtpOffice(request.getfixturevalue("smtp_server"), request.param)


class TestPostman:
    """The contract."""

    def test_a_letter_that_is_handed_over_arrives_byte_for_byte(self, office: Office) -> None:
        """Lines with a dot alone included."""
        office.postman.deliver(LETTER)
        assert office.received() == [LETTER]

    @pytest.mark.parametrize("failure", [DeliveryDeferredError, DeliveryRefusedError, CredentialError])
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
        [("451 greylisted", DeliveryDeferredError), ("550 unknown user", DeliveryRefusedError)],
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

    def test_a_wrong_password_is_a_credential_error(self, smtp_server: SmtpServer) -> None:
        """535; the hint speaks of app passwords, and the password is in neither."""
        with pytest.raises(CredentialError, match="535") as caught:
            smtp_postman(smtp_server, password=lambda: "hunter2").deliver(LETTER)
        assert "app password" in caught.value.hint
        assert "hunter2" not in f"{caught.value}{caught.value.hint}"
        assert caught.value.exit_code is ExitCode.USAGE

    def test_a_server_that_hangs_up_after_the_letter_leaves_it_in_the_outbox(self, smtp_server: SmtpServer) -> None:
        """Whether it was accepted is unknown; its Message-ID makes a second copy harmless."""
        smtp_server.hangs_up_after_data = True
        with pytest.raises(DeliveryDeferredError) as caught:
            smtp_postman(smtp_server).deliver(LETTER)
        assert caught.value.exit_code is ExitCode.TRY_AGAIN

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
