"""Waiting for a person to grant access: how often it is asked, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.core.access import Grant, Tokens
from pipeline.errors import CredentialError, TokenServerUnreachableError
from pipeline.tasks.login import log_in

START = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TOKENS = Tokens("access", "refresh", START + timedelta(hours=1))
GRANT = Grant("https://login.example/device", "ABCD", "device", timedelta(seconds=5), START + timedelta(minutes=15))


@dataclass
class World:
    """A token server, a clock and a person, who does what the answers say, one for each question."""

    answers: list[Tokens | timedelta | Exception]
    now: datetime = START
    told: list[Grant] = field(default_factory=list)
    pauses: list[int] = field(default_factory=list)

    def begin(self) -> Grant:
        """Ask for access."""
        return GRANT

    def granted(self, grant: Grant) -> Tokens | Grant:
        """Give the next answer; a time is a longer pause."""
        answer = self.answers.pop(0) if self.answers else timedelta(0)
        if isinstance(answer, Exception):
            raise answer
        return replace(grant, pause=grant.pause + answer) if isinstance(answer, timedelta) else answer

    def wait(self, pause: timedelta) -> None:
        """Let time pass."""
        self.pauses.append(int(pause.total_seconds()))
        self.now += pause

    def log_in(self) -> Tokens:
        """Log in."""
        return log_in(self, tell=self.told.append, wait=self.wait, clock=lambda: self.now, again="`again`")


def test_it_waits_as_the_server_says_until_access_is_granted() -> None:
    """The pause that was made longer stays so."""
    world = World([timedelta(0), timedelta(seconds=5), timedelta(0), TOKENS])
    assert world.log_in() == TOKENS
    assert world.told == [GRANT]
    assert world.pauses == [5, 5, 10, 10]


def test_a_server_that_is_away_for_a_while_is_asked_less_often() -> None:
    """The person may be at the page meanwhile."""
    world = World([*[TokenServerUnreachableError("away")] * 6, TOKENS])
    assert world.log_in() == TOKENS
    assert world.pauses == [5, 10, 20, 40, 60, 60, 60]


def test_it_ends_with_the_code() -> None:
    """Nobody came."""
    world = World([])
    with pytest.raises(CredentialError, match="ended") as caught:
        world.log_in()
    assert "`again`" in caught.value.hint
    assert sum(world.pauses) == 900


def test_no_pause_is_longer_than_the_code_lasts() -> None:
    """Whatever the server says of it."""
    world = World([timedelta(days=300), TOKENS])
    assert world.log_in() == TOKENS
    assert world.pauses == [5, 895]


def test_a_refusal_ends_it() -> None:
    """At once."""
    world = World([CredentialError("Access was refused in the browser.")])
    with pytest.raises(CredentialError, match="refused"):
        world.log_in()
    assert world.pauses == [5]
