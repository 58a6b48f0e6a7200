"""The log as a whole, and its smallest parts: its runs and its settings."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from pipeline.core.letters.digest import Coverage
from pipeline.core.ports.applications import Applications
from pipeline.core.ports.messages import Forgetting, Intake, Labels
from pipeline.core.ports.outbox import Owing, Replies


class Runs(Protocol):
    """The part of the log that tells of runs."""

    def begin_run(self, *, at: datetime) -> int:
        """Note that a run began and return its number."""

    def end_run(self, run: int, coverage: Coverage, *, at: datetime, fault: str = "") -> None:
        """Note how a run ended; `fault` says what it could not read, as `mailbox: error; mailbox: error`."""

    def unread_since(self, mailbox: str) -> tuple[datetime, datetime] | None:
        """Return the first and the last of the runs that could not read a mailbox, up to the last one that ended.

        None if the last one did read it.
        """


class Settings(Protocol):
    """What the log keeps under a name."""

    def setting(self, name: str) -> str:
        """Return a stored setting, or an empty string."""

    def store_setting(self, name: str, value: str) -> None:
        """Store a setting."""


class Log(Intake, Labels, Forgetting, Applications, Owing, Replies, Runs, Settings, Protocol):
    """The record of everything that was read, decided and owed."""
