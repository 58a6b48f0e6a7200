"""What several of these tests start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.dovecot import Dovecot
from support.newcomer import Newcomer
from support.smtp_server import SmtpServer

from pipeline.bootstrap import scheduling


@pytest.fixture
def newcomer(
    tmp_path: Path, dovecot: Dovecot, smtp_server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Newcomer]:
    """Return somebody whose machine keeps no schedule, and whose home has blanks and letters beyond ASCII."""
    home = tmp_path / "hôme of Zoë"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "AFTERWORD_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(scheduling, "schedulers", list)
    return Newcomer(home, dovecot, smtp_server, dovecot.new_user(mailboxes=()))
