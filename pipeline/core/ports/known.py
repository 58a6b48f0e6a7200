"""What can be asked of the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from pipeline.core.applications.application import Application
from pipeline.core.calendar import Week
from pipeline.core.feedback import Feedback
from pipeline.core.letters.digest import Coverage, WeekFacts
from pipeline.core.letters.lists import Asked
from pipeline.core.letters.rejection import Rejection
from pipeline.core.message import Message
from pipeline.core.replies.reply import Words


class Known(Protocol):
    """What the log knows of messages, rejections and applications; to ask changes nothing."""

    def applications(self) -> list[Application]:
        """Return every application with its timeline."""

    def application(self, number: int) -> Application:
        """Return an application with its timeline; raise UnknownIdError."""

    def application_of(self, number: int) -> Application:
        """Return the application of message `number`; raise UnknownIdError."""

    def rejections(self, *, start: datetime | None = None, end: datetime | None = None) -> list[Rejection]:
        """Return the rejections dated in [start, end), oldest first."""

    def rejection(self, reference: int | str) -> Rejection:
        """Return a rejection by its number or Message-ID; raise UnknownIdError."""

    def summarised(self, about: str) -> list[Rejection]:
        """Return the rejections recorded at that instant (ISO 8601, UTC) to which no debrief is owed, oldest first."""

    def is_rejection(self, number: int) -> bool:
        """Return whether message `number` counts as a rejection; raise UnknownIdError."""

    def told_by(self, number: int) -> int | None:
        """Return the number of the rejection that message `number` tells again, or None; raise UnknownIdError."""

    def tellings(self, number: int) -> list[tuple[int, str]]:
        """Return numbers and Message-IDs of rejection `number` and of what tells it again, oldest first."""

    def message(self, number: int) -> Mapping[str, object]:
        """Return everything that is logged of message `number` under the names of `classify --json`."""

    def number_of(self, message_id: str) -> int:
        """Return the number of a logged message; raise UnknownIdError."""

    def kept(self, number: int) -> Message:
        """Return what is kept of message `number`; raise UnknownIdError."""

    def feedback(self, number: int) -> tuple[Feedback, ...]:
        """Return the feedback that was found in message `number`."""

    def thread(self, number: int) -> list[int]:
        """Return the numbers of the messages in the thread of message `number`, oldest first; raise UnknownIdError."""

    def dated_before(self, moment: datetime) -> list[int]:
        """Return the numbers of all messages dated before then."""

    def asked(self) -> list[Asked]:
        """Return the uncertain messages that have no label of the user's yet, oldest first."""

    def uncertain(self) -> list[Message]:
        """Return the uncertain messages that have no label of the user's yet, with what is kept of them."""

    def words(self, number: int | None = None) -> Words:
        """Return what the user said about message `number` and the others of its application; without one, all."""

    def week(self, week: Week, *, start: datetime, end: datetime) -> WeekFacts:
        """Return what a digest of the week that spans [start, end) may speak of."""

    def coverage(self, *, start: datetime | None = None, end: datetime | None = None) -> Coverage:
        """Return what was read in [start, end)."""
