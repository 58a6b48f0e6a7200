"""`afterword run` killed at any moment: every rejection is logged once, and every debrief is one letter."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope
from support.certificates import Authority
from support.dovecot import Dovecot
from support.installation import Installation, about, parsed
from support.mail import acknowledgement, note, rejection
from support.smtp_server import SmtpServer
from support.tap import Tap, tapped

MESSAGES = 300
REJECTIONS = [f"m{number}@mail.example" for number in range(0, MESSAGES, 6)]


class Witness(SmtpServer):
    """An SMTP server at which something happens when a recipient is named, or when a letter has been taken."""

    at_recipient: Callable[[], None] | None = None
    at_letter: Callable[[], None] | None = None

    async def handle_RCPT(  # noqa: N802 - named and called by aiosmtpd
        self, server: SMTP, session: object, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Let it happen, then answer RCPT TO."""
        if self.at_recipient is not None:
            self.at_recipient()
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:  # noqa: N802 - the same
        """Take a letter, then let it happen before the answer is on its way."""
        answer = await super().handle_DATA(server, session, envelope)
        if self.at_letter is not None:
            self.at_letter()
            await asyncio.sleep(0)
        return answer


@pytest.fixture
def witness(authority: Authority) -> Iterator[Witness]:
    """Yield the SMTP server."""
    server = Witness(authority)
    yield server
    server.stop()


@pytest.fixture
def tap(dovecot: Dovecot) -> Iterator[Tap]:
    """Yield the wire to the IMAP server."""
    with tapped(dovecot.plain_port) as tap:
        yield tap


@pytest.fixture
def installation(tmp_path: Path, dovecot: Dovecot, witness: Witness, tap: Tap) -> Installation:
    """Return an installation with 300 messages before it, every sixth of them a rejection."""
    installation = Installation(tmp_path / "home", dovecot, witness)
    installation.configure("accounts", host="127.0.0.1", port=tap.port, security="plain", ca_file=None)
    makers = [rejection, note, acknowledgement, note, note, note]
    installation.receive(*(makers[number % 6](f"m{number}", *company(number)) for number in range(MESSAGES)))
    return installation


def company(number: int) -> list[str]:
    """Return a company for the messages that have one: each rejection has its own."""
    return [f"Company {number}"] if number % 6 in {0, 2} else []


def killed(process: subprocess.Popen[bytes]) -> None:
    """Check that a process was killed and did not come to its end by itself."""
    process.communicate(timeout=60)
    assert process.returncode == -9


def kill_after_octets(installation: Installation, tap: Tap, octets: int) -> None:
    """Kill a run when the IMAP server has said so much."""
    started: list[subprocess.Popen[bytes]] = []
    tap.arm(octets, lambda: started[0].kill())  # noqa: PLW0108 - there is none yet
    started.append(installation.start("run"))
    killed(started[0])
    tap.arm(None)


def kill_after_messages(installation: Installation, messages: int) -> None:
    """Kill a run when the log holds so many messages: right behind a commit."""
    process = installation.start("run")
    while process.poll() is None and count(installation) < messages:
        time.sleep(0.005)
    process.kill()
    killed(process)


def count(installation: Installation) -> int:
    """Return how many messages the log holds; none while there is no log."""
    with suppress(sqlite3.OperationalError):
        return int(installation.rows("SELECT count(*) FROM messages")[0][0])
    return 0


def test_a_run_killed_at_many_moments_loses_nothing_and_repeats_nothing(
    installation: Installation, witness: Witness, tap: Tap
) -> None:
    """In the first batch, in a later one, after a commit, before the first letter, and amid the letters."""
    kill_after_octets(installation, tap, 700)
    kill_after_octets(installation, tap, 25_000)
    assert count(installation) == 0
    kill_after_octets(installation, tap, 90_000)
    kept = count(installation)
    assert 0 < kept < MESSAGES
    assert installation.cursor() == kept
    kill_after_messages(installation, kept + 40)

    started: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        started[-1].kill()
        started[-1].wait(30)

    # Everything is committed and nothing is sent.
    witness.at_recipient = kill
    started.append(installation.start("run"))
    killed(started[-1])
    witness.at_recipient = None
    assert installation.logged() == sorted(REJECTIONS)
    assert installation.cursor() == MESSAGES
    assert witness.letters == []

    # The tenth letter is accepted, and the sender never learns it.
    witness.at_letter = lambda: kill() if len(witness.letters) == 10 else None
    installation.hours_pass()
    started.append(installation.start("run"))
    killed(started[-1])
    witness.at_letter = None
    assert len(witness.letters) == 10

    installation.hours_pass()
    assert installation.afterword("run").code == 0
    assert installation.logged() == sorted(REJECTIONS)
    assert installation.cursor() == MESSAGES
    assert count(installation) == MESSAGES
    letters = Counter(one.raw for one in witness.letters)
    assert sorted(about(parsed(raw)) for raw in letters) == sorted(REJECTIONS)
    assert len({str(parsed(raw)["Message-ID"]) for raw in letters}) == len(REJECTIONS)
    assert sorted(letters.values(), reverse=True)[:2] == [2, 1]
    assert letters[witness.letters[9].raw] == 2

    quiet = installation.afterword("run")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert len(witness.letters) == len(REJECTIONS) + 1


def test_a_killed_run_leaves_no_lock_behind(installation: Installation, tap: Tap) -> None:
    """The next one may begin at once."""
    kill_after_octets(installation, tap, 25_000)
    assert installation.afterword("run", "--dry-run").code == 0
    assert installation.afterword("label", "1", "other").code == 2
    assert installation.afterword("doctor", "--offline").code == 0
