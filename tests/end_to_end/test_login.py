"""Mailboxes that take no password: access granted in a browser, kept, renewed and used for both wires."""

from __future__ import annotations

import signal
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.installation import Installation, Outcome, says_one_sentence
from support.mail import rejection
from support.token_server import CODE, PAGE, TokenServer


@dataclass
class Granted:
    """An installation that logs in by access tokens."""

    installation: Installation
    server: TokenServer

    def afterword(self, *arguments: str, **options: Any) -> Outcome:
        """Run the command; whatever it says holds no token."""
        outcome = self.installation.afterword(*arguments, **options)
        assert not [secret for secret in self.server.secrets if secret in outcome.out + outcome.err]
        assert self.installation.fault_reports() == []
        return outcome

    @property
    def token_files(self) -> list[Path]:
        """The files that tokens are kept in."""
        return sorted(self.installation.state.glob("tokens/*.json"))

    def asked(self, kind: str) -> int:
        """Return how often the server was asked for tokens in some way."""
        return len([form for path, form in self.server.asked if path == "/token" and kind in form["grant_type"]])


@pytest.fixture
def granted(installation: Installation, token_server: TokenServer) -> Granted:
    """Return an installation that would log in by access tokens, but none was granted yet."""
    installation.user = token_server.user
    installation.configure("accounts", user=token_server.user, password_env=None, oauth2=token_server.config)
    installation.configure("delivery", user=token_server.user, password_env=None, oauth2=token_server.config)
    return Granted(installation, token_server)


def test_access_granted_once_reads_mail_and_sends_letters_from_then_on(granted: Granted) -> None:
    """The page and the code are shown, one grant serves both servers, and nobody is asked again."""
    login = granted.afterword("login")
    assert login.code == 0, login.err
    assert PAGE in login.out
    assert CODE in login.out
    assert login.out.count(CODE) == 1
    assert f"log in as {granted.server.user}." in login.out
    assert "account home: localhost lets us in" in login.out
    assert "ok    delivery" in login.out
    granted.installation.receive(rejection("first"))
    assert granted.afterword("run").code == 0
    granted.installation.receive(rejection("second", "Bluebird Logistics"))
    assert granted.afterword("run").code == 0
    assert len(granted.installation.logged()) == 2
    assert len(granted.installation.letters) == 2
    assert granted.asked("device_code") == 1
    assert granted.asked("refresh_token") == 0


def test_tokens_are_kept_for_the_user_alone(granted: Granted) -> None:
    """Who can read the file reads the mailbox."""
    assert granted.afterword("login").code == 0
    [file] = granted.token_files
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert granted.server.user not in file.name
    assert f"ok    passwords: {file} can be read by you alone." in granted.afterword("doctor", "--offline").out
    file.chmod(0o644)
    assert f"warn  passwords: {file} can be read by others." in granted.afterword("doctor", "--offline").out


def test_a_token_is_renewed_when_it_ends_and_the_new_one_is_kept(granted: Granted) -> None:
    """Servers give a new refresh token with each renewal and may drop the old one."""
    granted.server.lasts = 60
    assert granted.afterword("login").code == 0
    before = granted.token_files[0].read_text()
    for number in range(3):
        granted.installation.receive(rejection(f"r{number}", f"Company {number}"))
        assert granted.afterword("run").code == 0
    assert len(granted.installation.logged()) == 3
    assert granted.asked("refresh_token") >= 3
    assert granted.token_files[0].read_text() != before
    assert stat.S_IMODE(granted.token_files[0].stat().st_mode) == 0o600


def test_before_access_is_granted_a_run_says_what_to_do(granted: Granted) -> None:
    """No question under cron, no traceback, and nothing asked of any server."""
    outcome = granted.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "granted")
    assert "`afterword login home`" in outcome.err
    assert granted.server.asked == []


def test_access_that_was_withdrawn_is_granted_anew(granted: Granted) -> None:
    """What the user took back in the browser is told, and mended by one command; no message is lost in between."""
    assert granted.afterword("login").code == 0
    granted.installation.receive(rejection("missed"))
    granted.server.withdraw()
    refused = granted.afterword("run")
    assert refused.code == 2
    says_one_sentence(refused, "refused the login")
    assert "`afterword login`" in refused.err
    granted.server.lasts = 60
    assert granted.afterword("login", "home").code == 0
    granted.server.withdraw()
    ended = granted.afterword("run")
    assert ended.code == 2
    says_one_sentence(ended, "no longer grants access (AADSTS70008)")
    assert "`afterword login home`" in ended.err
    assert "says the server" not in ended.err
    assert granted.afterword("login", "home").code == 0
    assert granted.afterword("run").code == 0
    assert len(granted.installation.logged()) == 1


def test_a_token_server_that_is_down_is_tried_again_by_the_next_run(granted: Granted) -> None:
    """It passes by itself: exit 75, like a mail server that is down."""
    granted.server.lasts = 60
    assert granted.afterword("login").code == 0
    granted.installation.receive(rejection("late"))
    granted.server.answers["/token"] = [(503, b"<html>down</html>")]
    outcome = granted.afterword("run")
    assert outcome.code == 75
    says_one_sentence(outcome, "token server")
    assert granted.afterword("run").code == 0
    assert len(granted.installation.logged()) == 1


def test_a_refusal_in_the_browser_keeps_what_was_there(granted: Granted) -> None:
    """A second login that is refused does not cost the first."""
    assert granted.afterword("login").code == 0
    granted.server.answers["/token"] = [(400, {"error": "access_denied"})]
    outcome = granted.afterword("login")
    assert outcome.code == 2
    says_one_sentence(outcome, "refused in the browser")
    assert granted.afterword("run").code == 0


def test_who_stops_waiting_has_nothing_kept(granted: Granted) -> None:
    """Ctrl-C, in one line, and at once."""
    granted.server.grants = False
    deadline = time.monotonic() + 30
    with granted.installation.start("login") as process:
        while not granted.asked("device_code"):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert CODE.encode() in out
    assert err.decode().strip() == "Stopped."
    assert granted.token_files == []


def test_a_program_that_is_not_registered_is_told_with_the_number_that_help_pages_explain(granted: Granted) -> None:
    """The server's own text is left out."""
    granted.installation.configure("accounts", oauth2={**granted.server.config, "client_id": "another"})
    outcome = granted.afterword("login", "home")
    assert outcome.code == 2
    says_one_sentence(outcome, "invalid_client (AADSTS700016)")
    assert "client_id" in outcome.err
    assert "says the server" not in outcome.err
    assert granted.token_files == []


def test_the_mailbox_of_somebody_else_is_told_at_once(granted: Granted) -> None:
    """Who is logged in to the browser with another account grants access to that one."""
    granted.server.user = "somebody-else"
    outcome = granted.afterword("login")
    assert outcome.code == 2
    assert "fail  account home" in outcome.out
    assert "the very account" in outcome.out


def test_a_command_may_give_the_access_token(granted: Granted, tmp_path: Path) -> None:
    """For programs that keep tokens of several others; a password that systemd still hands over is none."""
    granted.server.valid.add("access-99-x")
    token = tmp_path / "token"
    token.write_text("access-99-x\n")
    for table in ("accounts", "delivery"):
        granted.installation.configure(table, oauth2={"command": ["cat", str(token)]})
    granted.installation.receive(rejection("by-command"))
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "home").write_text("a password from before")
    assert granted.afterword("run", environment={"CREDENTIALS_DIRECTORY": str(credentials)}).code == 0
    assert len(granted.installation.letters) == 1
    outcome = granted.afterword("login")
    assert outcome.code == 2
    says_one_sentence(outcome, "uses access tokens with a client_id")


def test_a_command_that_gives_no_token_is_told_as_what_it_is(granted: Granted) -> None:
    """Nobody looks for a password command who has none."""
    for table in ("accounts", "delivery"):
        granted.installation.configure(table, oauth2={"command": ["false"]})
    outcome = granted.afterword("run")
    assert outcome.code == 2
    says_one_sentence(outcome, "The token command 'false' for home ended with status 1")


def test_only_the_servers_in_the_config_are_reached(granted: Granted) -> None:
    """The token server is one of them; the page is for the browser."""
    outcome = granted.afterword("login", probed=True)
    assert outcome.code == 0
    servers = granted.installation
    ports = {servers.dovecot.port, servers.smtp_server.port, granted.server.port}
    assert {port for _, port in outcome.connections()} == ports
    assert {host for host, _ in outcome.connections()} <= {"127.0.0.1", "::1"}
    looked_up = {one[1] for one in outcome.reached if one[0].startswith("socket.get")}
    assert looked_up <= {"127.0.0.1", "localhost"}
