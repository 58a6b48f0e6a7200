"""The token server as the adapter speaks with it, and tokens as they are kept."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from support.ports import free_ports
from support.scripted_imap import scripted_imap
from support.scripted_server import scripted_server
from support.scripted_smtp import scripted_smtp
from support.token_server import CODE, PAGE, TokenServer

from pipeline.adapters.imap.connection import ImapConnection
from pipeline.adapters.imap.session import Account
from pipeline.adapters.oauth2 import OAuth2Server
from pipeline.adapters.smtp import SmtpPostman
from pipeline.adapters.tokens import AccessToken, FileTokens
from pipeline.core.access import Grant, Tokens
from pipeline.errors import (
    AfterwordError,
    CredentialError,
    DeliveryDeferredError,
    MailboxUnreachableError,
    TokenServerUnreachableError,
    UserError,
)

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
OLD = Tokens("access-0-x", "refresh-0-x", NOW - timedelta(hours=1))


@pytest.fixture
def served() -> Iterator[TokenServer]:
    """Yield a token server on its own."""
    [port] = free_ports(1)
    server = TokenServer(port, "robin")
    yield server
    server.stop()


def asks(server: TokenServer, **otherwise: Any) -> OAuth2Server:
    """Return what speaks with it."""
    return OAuth2Server(**{**server.config, "again": "`afterword login home`", "clock": lambda: NOW, **otherwise})


def test_a_grant_says_what_to_show_and_how_long_it_lasts(served: TokenServer) -> None:
    """As the server has it, by our clock."""
    grant = asks(served).begin()
    assert (grant.page, grant.code) == (PAGE, CODE)
    assert grant.pause == timedelta(seconds=1)
    assert grant.ends == NOW + timedelta(seconds=900)
    assert served.asked == [("/device", {"client_id": served.config["client_id"], "scope": "mail lasting"})]


@pytest.mark.parametrize(
    ("error", "pause"), [("authorization_pending", 1), ("slow_down", 6)], ids=["pending", "too often"]
)
def test_until_access_is_granted_it_is_waited_for(served: TokenServer, error: str, pause: int) -> None:
    """RFC 8628 §3.5: five seconds more for who asks too often."""
    server = asks(served)
    grant = server.begin()
    served.answers["/token"] = [(400, {"error": error})]
    assert server.granted(grant) == replace(grant, pause=timedelta(seconds=pause))
    tokens = server.granted(grant)
    assert isinstance(tokens, Tokens)
    assert tokens.access in served.valid
    assert tokens.ends == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"error": "access_denied"}, "refused in the browser"),
        ({"error": "authorization_declined"}, "refused in the browser"),
        ({"error": "expired_token"}, "code has ended"),
        ({"error": "invalid_client", "error_description": "AADSTS7000218: secret"}, "invalid_client (AADSTS7000218)"),
        ({"error": "<script>"}, "grants no access: an error"),
        ({"error": 7}, "grants no access: an error"),
        ({"error": ["server_error"]}, "grants no access: an error"),
        ({"access_token": "access-1-x", "expires_in": 3600}, "for an hour alone"),
        ({"access_token": "access-1-x", "refresh_token": "\ud800"}, "for an hour alone"),
    ],
)
def test_access_that_is_not_granted_is_told(served: TokenServer, answer: dict[str, Any], told: str) -> None:
    """In words of ours."""
    server = asks(served)
    grant = server.begin()
    served.answers["/token"] = [(200 if "access_token" in answer else 400, answer)]
    with pytest.raises(CredentialError) as caught:
        server.granted(grant)
    assert told in str(caught.value)
    assert caught.value.hint
    assert "secret" not in str(caught.value)


def test_a_renewal_keeps_the_refresh_token_unless_there_is_a_new_one(served: TokenServer) -> None:
    """RFC 6749 §6."""
    server = asks(served)
    served.answers["/token"] = [
        (200, {"access_token": "new", "expires_in": "1800"}),
        (200, {"access_token": "newer", "refresh_token": "other"}),
    ]
    assert server.renewed(OLD) == Tokens("new", OLD.refresh, NOW + timedelta(minutes=30))
    assert server.renewed(OLD) == Tokens("newer", "other", NOW + timedelta(hours=1))
    assert served.asked[0][1]["refresh_token"] == OLD.refresh


@pytest.mark.parametrize("error", ["invalid_grant", "interaction_required", "consent_required", "login_required"])
def test_access_that_has_ended_is_to_be_granted_anew(served: TokenServer, error: str) -> None:
    """However the server puts it; Microsoft asks for a second factor, or for consent, in words of its own."""
    served.answers["/token"] = [(400, {"error": error, "error_description": "AADSTS50076: says the server"})]
    with pytest.raises(CredentialError, match=r"no longer grants access \(AADSTS50076\)") as caught:
        asks(served).renewed(OLD)
    assert "`afterword login home`" in caught.value.hint


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (500, {"error": "invalid_grant"}),
        (429, {}),
        (200, b"<html>Sign in</html>"),
        (200, b""),
        (200, b"[" * 100_000),
        (200, b"\xff\xfe"),
        (200, {"refresh_token": "only"}),
        (200, {"access_token": "\ud800\x01"}),
        (302, {}),
        (400, {"error": "temporarily_unavailable"}),
    ],
)
def test_an_answer_of_no_use_is_tried_again_later(
    served: TokenServer, status: int, answer: dict[str, Any] | bytes
) -> None:
    """A portal of a hotel, a proxy or a server in trouble has withdrawn nothing."""
    served.answers["/token"] = [(status, answer)]
    with pytest.raises(TokenServerUnreachableError) as caught:
        asks(served).renewed(OLD)
    assert str(served.port) in str(caught.value)


@pytest.mark.parametrize(
    "speak",
    [
        lambda _: None,
        lambda connection: connection.sendall(b"220 mail.example ESMTP\r\n"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
    ],
    ids=["hangs up", "another protocol", "breaks off"],
)
def test_a_server_that_breaks_is_tried_again_later(served: TokenServer, speak: Callable[[Any], None]) -> None:
    """Whatever it does to the wire."""
    with scripted_server(speak) as port:
        server = asks(served, token_url=f"http://127.0.0.1:{port}/token")
        with pytest.raises(TokenServerUnreachableError):
            server.renewed(OLD)


def test_a_server_that_is_not_there_or_silent_is_tried_again_later(served: TokenServer) -> None:
    """No run waits for ever."""
    [nobody] = free_ports(1)
    with pytest.raises(TokenServerUnreachableError, match="cannot be reached"):
        asks(served, token_url=f"http://127.0.0.1:{nobody}/token").renewed(OLD)
    ended = threading.Event()
    with scripted_server(lambda _: ended.wait(30) and None) as port:
        with pytest.raises(TokenServerUnreachableError, match="in time"):
            asks(served, token_url=f"http://127.0.0.1:{port}/token", timeout=0.2).renewed(OLD)
        ended.set()


@pytest.mark.parametrize(
    "page",
    ["javascript:alert(1)", "http://login.example/device", "", 5, "https://\u202eelpmaxe", "https://x\r\nOpen y"],
)
def test_a_page_that_no_browser_should_open_is_not_shown(served: TokenServer, page: object) -> None:
    """The page gets the user's password: it has to be an encrypted one."""
    served.answers["/device"] = [
        (200, {"device_code": "d", "user_code": CODE, "verification_uri": page, "expires_in": 9})
    ]
    with pytest.raises(TokenServerUnreachableError):
        asks(served).begin()


@pytest.mark.parametrize(("said", "seconds"), [(0, 5), (0.5, 5), (-1, 5), ("x", 5), (True, 5), (2.5, 2), (7, 7)])
def test_the_server_is_never_asked_without_a_pause(served: TokenServer, said: object, seconds: int) -> None:
    """RFC 8628 §3.2: five seconds where it does not say how long."""
    answer = {"device_code": "d", "user_code": CODE, "verification_uri": PAGE, "expires_in": 9, "interval": said}
    served.answers["/device"] = [(200, answer)]
    assert asks(served).begin().pause == timedelta(seconds=seconds)


def test_no_token_shows_where_things_are_printed(served: TokenServer) -> None:
    """A traceback or a log line of somebody else's library would print them."""
    grant = asks(served).begin()
    assert "device-1-x" not in repr(grant)
    assert "access-0-x" not in repr(OLD)
    assert "refresh-0-x" not in repr(OLD)


@dataclass
class Kept:
    """Tokens in a folder, and the server that renews them."""

    served: TokenServer
    folder: Path

    @property
    def file(self) -> FileTokens:
        """Where they are kept."""
        return FileTokens(self.folder / "tokens", user="robin", token_url="https://t.example/", client_id="c")

    def renewals(self) -> int:
        """Return how often they were renewed."""
        return len([form for _, form in self.served.asked if form.get("grant_type") == "refresh_token"])

    def access(self, now: datetime = NOW) -> AccessToken:
        """Return the access token at an instant."""
        return AccessToken(self.file, asks(self.served, clock=lambda: now))


@pytest.fixture
def kept(served: TokenServer, tmp_path: Path) -> Kept:
    """Return tokens that were granted just now."""
    found = Kept(served, tmp_path)
    server = asks(served)
    tokens = server.granted(server.begin())
    assert not isinstance(tokens, Grant)
    found.file.save(tokens)
    return found


def test_kept_tokens_are_what_they_were(kept: Kept) -> None:
    """Instants and all."""
    assert kept.file.saved() == Tokens("access-2-x", "refresh-2-x", NOW + timedelta(hours=1))


@pytest.mark.parametrize(("minutes", "renewals"), [(0, 0), (54, 0), (56, 1), (600, 1)])
def test_a_token_is_renewed_shortly_before_it_ends(kept: Kept, minutes: int, renewals: int) -> None:
    """A login takes its time, and clocks differ."""
    access = kept.access(NOW + timedelta(minutes=minutes))
    assert access() in kept.served.valid
    assert kept.renewals() == renewals


def test_several_at_once_renew_once(kept: Kept) -> None:
    """A second renewal with the same refresh token may withdraw all access."""
    later = NOW + timedelta(hours=2)
    with ThreadPoolExecutor(8) as threads:
        tokens = set(threads.map(lambda _: kept.access(later)(), range(8)))
    assert len(tokens) == 1
    assert tokens <= kept.served.valid
    assert kept.renewals() == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"access": 1}', b'{"access": "a", "refresh": "", "ends": "2026-01-01"}'],
)
def test_a_file_that_holds_no_tokens_is_as_none(kept: Kept, content: bytes) -> None:
    """A disk that was full, or another hand."""
    kept.file.path.write_bytes(content)
    with pytest.raises(CredentialError, match="not granted yet") as caught:
        kept.access()()
    assert "`afterword login home`" in caught.value.hint


def test_tokens_that_cannot_be_kept_are_told(kept: Kept) -> None:
    """And those from before are still there."""
    before = kept.file.path.read_text()
    kept.file.path.unlink()
    kept.file.path.mkdir()
    (kept.file.path / "full").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        kept.file.save(OLD)
    assert json.loads(before)["access"] == "access-2-x"
    with pytest.raises(AfterwordError, match="cannot be read"):
        kept.access()()


def test_the_folders_made_for_them_are_for_the_user_alone(tmp_path: Path) -> None:
    """A login may come before anything else that lies in the state directory."""
    file = FileTokens(tmp_path / "state" / "afterword" / "tokens", user="robin", token_url="t", client_id="c")
    file.save(OLD)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in list(file.path.parents)[:2]] == [0o700, 0o700]


def test_another_login_has_a_file_of_its_own(kept: Kept) -> None:
    """Another user, program or server."""
    others = [
        FileTokens(kept.folder / "tokens", user="sam", token_url="https://t.example/", client_id="c"),
        FileTokens(kept.folder / "tokens", user="robin", token_url="https://u.example/", client_id="c"),
        FileTokens(kept.folder / "tokens", user="robin", token_url="https://t.example/", client_id="d"),
    ]
    assert len({one.path for one in others} | {kept.file.path}) == 4
    assert all(one.saved() is None for one in others)


def account(port: int) -> Account:
    """Return an account on this machine that is logged in to by an access token."""
    return Account(
        name="home",
        host="127.0.0.1",
        port=port,
        user="robin",
        password=lambda: "t0ken",
        by_token=True,
        security="plain",
    )


def test_an_imap_server_that_takes_no_tokens_is_not_shown_one() -> None:
    """It may be the wrong host."""
    heard: list[str] = []
    with scripted_imap({}, heard=heard) as port, ImapConnection(account(port)) as connection:
        with pytest.raises(CredentialError, match="takes no access tokens") as caught:
            connection.list_mailboxes()
        assert "oauth2" in caught.value.hint
    assert not any("AUTHENTICATE" in line for line in heard)


def test_an_imap_server_that_breaks_during_login_is_tried_again_later() -> None:
    """A provider that throttles hangs up."""
    answers = {"CAPABILITY": "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\nOK done", "AUTHENTICATE": None}
    with (
        scripted_imap(answers) as port,
        ImapConnection(account(port)) as connection,
        pytest.raises(MailboxUnreachableError),
    ):
        connection.list_mailboxes()


@pytest.mark.parametrize("command", ["LIST", "EXAMINE"])
def test_a_login_that_opens_no_mailbox_is_for_the_user_to_mend(command: str) -> None:
    """Exchange accepts the token of another account, or where IMAP is switched off, and refuses what comes next."""
    capability = "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\nOK done"
    answers = {"CAPABILITY": capability, command: "BAD User is authenticated but not connected."}
    with (
        scripted_imap(answers) as port,
        ImapConnection(account(port)) as connection,
        pytest.raises(CredentialError, match="lets us in, but opens no mailbox") as caught,
    ):
        _ = connection.list_mailboxes() if command == "LIST" else connection.examine("INBOX")
    assert "the very account" in caught.value.hint


@pytest.mark.parametrize(
    ("ehlo", "said", "error", "told"),
    [
        ("250 AUTH PLAIN LOGIN", "", CredentialError, "takes no access tokens"),
        ("250 fine", "", CredentialError, "takes no access tokens"),
        ("250 AUTH XOAUTH2 LOGIN", "535 5.7.3 no", CredentialError, "refused the login (535)"),
        ("250 AUTH XOAUTH2", "454 4.7.0 later", DeliveryDeferredError, "try again later"),
        ("250 AUTH XOAUTH2", "421 4.3.2 throttled", DeliveryDeferredError, "try again later"),
        ("250 AUTH XOAUTH2", '334 {"status":"400"}', DeliveryDeferredError, "cannot be read"),
    ],
)
def test_what_an_smtp_server_says_to_a_token_is_told(
    ehlo: str, said: str, error: type[AfterwordError], told: str
) -> None:
    """A token that is refused is for the user to mend, a server that is busy is not."""
    with scripted_smtp({"EHLO": f"250-mail.example\r\n{ehlo}", "AUTH": said or "235 in"}) as port:
        postman = SmtpPostman(
            *("127.0.0.1", port),
            sender="robin@home.example",
            recipient="robin@home.example",
            security="plain",
            user="robin",
            password=lambda: "t0ken",
            by_token=True,
        )
        with pytest.raises(error) as caught:
            postman.check()
    assert told in str(caught.value)
    assert "t0ken" not in f"{caught.value}{caught.value.hint}"
