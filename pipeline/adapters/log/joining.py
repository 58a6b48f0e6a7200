"""Letters that are due together and share one: the row that was claimed speaks of the others too."""

from __future__ import annotations

from datetime import datetime

from pipeline.adapters.log.outbox import Outbox
from pipeline.adapters.log.values import stored_time
from pipeline.core.letters.letter import Owed

# What was composed once is handed over as it is.
_JOIN = """
UPDATE outbox SET joined_by = :id
WHERE kind = 'debrief' AND status = 'owed' AND due <= :now AND raw IS NULL AND joined_by IS NULL AND id <> :id
    AND EXISTS (SELECT 1 FROM outbox WHERE id = :id AND status = 'claimed' AND attempts = :attempts)
"""

_JOINED = "SELECT about FROM outbox WHERE joined_by = ? AND status = 'owed' ORDER BY due, id"

_PART = """
UPDATE outbox SET status = 'dropped', joined_by = NULL, reason = :reason
WHERE joined_by = :id AND about = :about AND status = 'owed'
"""


class Joining(Outbox):
    """The part of the log that lets letters share one."""

    def join(self, owed: Owed, now: datetime) -> None:
        """Let a claimed debrief speak also of the messages whose debriefs are due now and not yet composed."""
        self._write(_JOIN, {"id": owed.id, "attempts": owed.attempts, "now": stored_time(now)})

    def joined(self, owed: Owed) -> list[str]:
        """Return what else a claimed debrief speaks of, oldest debt first."""
        return [row["about"] for row in self._rows(_JOINED, (owed.id,))]

    def part(self, owed: Owed, about: str, reason: str) -> None:
        """Drop what a claimed debrief was to speak of as well, as when its message was labelled otherwise."""
        self._write(_PART, {"id": owed.id, "about": about, "reason": reason})
