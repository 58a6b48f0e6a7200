"""An installation for each test: its own user on the real IMAP server, its own SMTP server, its own home."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.dovecot import Dovecot
from support.installation import Installation
from support.smtp_server import SmtpServer


@pytest.fixture
def installation(tmp_path: Path, dovecot: Dovecot, smtp_server: SmtpServer) -> Installation:
    """Return a configured installation that has not run yet."""
    return Installation(tmp_path / "home", dovecot, smtp_server)
