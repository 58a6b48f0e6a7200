"""Real servers for the tests that want them; each process of a parallel run has its own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from support.certificates import Authority
from support.dovecot import PROGRAM, Dovecot
from support.smtp_server import SmtpServer
from support.token_server import TokenServer

# How long an example takes says nothing on a machine that has other work.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

#: Files whose few tests take long: they go first, so that no worker is left with one of them at the end.
_LONG = ("test_overlap.py", "test_retrain.py", "test_training.py", "test_trial.py", "test_wheel.py", "test_letters.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of long files first, each file's in their order."""
    items.sort(key=lambda item: item.path.name not in _LONG)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Return a certificate authority that only these tests trust."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def dovecot(authority: Authority) -> Iterator[Dovecot]:
    """Yield a real IMAP server."""
    if PROGRAM is None:
        reason = "dovecot is not installed (Debian: apt-get install dovecot-imapd)"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    server = Dovecot(authority)
    yield server
    server.stop()


@pytest.fixture
def smtp_server(authority: Authority) -> Iterator[SmtpServer]:
    """Yield a real SMTP server without any letter."""
    server = SmtpServer(authority)
    yield server
    server.stop()


@pytest.fixture
def token_server(dovecot: Dovecot, smtp_server: SmtpServer) -> Iterator[TokenServer]:
    """Yield a token server whose tokens both mail servers take, for a new user of the IMAP server."""
    server = TokenServer(dovecot.token_port, dovecot.new_user(mailboxes=()))
    smtp_server.tokens = server.valid
    yield server
    server.stop()
