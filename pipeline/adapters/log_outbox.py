"""The outbox: letters that are owed, claimed by one process at a time, and sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from pipeline.adapters.log_connection import LogConnection
from pipeline.adapters.log_rows import bare_id, owed_from, stored_time, time_from
from pipeline.core.letter import LetterKind, Owed

#: A letter that was claimed longer ago than this was claimed by a process that died.
_CLAIM_LASTS = timedelta(minutes=15)

_OWE = """
INSERT INTO outbox (kind, about, due) VALUES (:kind, :about, :due)
ON CONFLICT DO UPDATE SET status = 'owed', due = excluded.due, claimed_at = NULL
WHERE status IN ('refused', 'dropped')
"""

# A claim that lapsed was left behind by a process that died, perhaps just after the letter was accepted.
_CLAIM = """
UPDATE outbox SET
    status = 'claimed', attempts = attempts + 1, claimed_at = :now,
    unclear = unclear OR (status = 'claimed' AND raw IS NOT NULL)
WHERE id = (
    SELECT id FROM outbox
    WHERE (status = 'owed' AND due <= :now) OR (status = 'claimed' AND claimed_at < :given_up)
    ORDER BY due, id LIMIT 1
)
RETURNING id, kind, about, due, attempts, raw, message_id, unclear
"""

# Whose claim has lapsed, and was taken over, has no more say in these.
_HELD = "WHERE id = :id AND status = 'claimed' AND attempts = :attempts"

_KEEP = f"UPDATE outbox SET raw = :raw, message_id = :message_id {_HELD}"  # noqa: S608 - constants alone

_DEFER = f"""
UPDATE outbox SET status = 'owed', due = :due, reason = :reason, unclear = :unclear, claimed_at = NULL {_HELD}
"""  # noqa: S608 - same

_REFUSE = f"UPDATE outbox SET status = 'refused', reason = :reason {_HELD}"  # noqa: S608 - same

_DROP = f"UPDATE outbox SET status = 'dropped', raw = NULL, reason = :reason {_HELD}"  # noqa: S608 - same

# That a letter was accepted is true whoever claims it by now.
_SENT = "UPDATE outbox SET status = 'sent', raw = NULL, reason = '', sent_at = :at WHERE id = :id"


class Outbox(LogConnection):
    """The part of the log that holds the letters owed."""

    def owe(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Put a letter into the outbox; a second one about the same thing changes nothing.

        One that was refused or dropped is owed anew: whoever asks again has mended what was wrong, or thought better.
        """
        self._write(_OWE, {"kind": kind, "about": about, "due": stored_time(due)})

    def claim(self, now: datetime) -> Owed | None:
        """Take the next due letter in one statement, so that no other process takes it too; None if none is due.

        A letter whose claim is older than 15 minutes was left behind by a crash and is taken as it was composed.
        """
        values = {"now": stored_time(now), "given_up": stored_time(now - _CLAIM_LASTS)}
        return next((owed_from(row) for row in self._write(_CLAIM, values)), None)

    def keep(self, owed: Owed, raw: bytes, message_id: str) -> None:
        """Store a claimed letter as composed, before it is handed over."""
        self._write(_KEEP, _held(owed) | {"raw": raw, "message_id": bare_id(message_id)})

    def sent(self, owed: Owed, *, at: datetime) -> None:
        """Note that a letter was accepted. Its text is not kept; its Message-ID is, to recognise replies to it."""
        self._write(_SENT, {"id": owed.id, "at": stored_time(at)})

    def deferred(self, owed: Owed, until: datetime, reason: str, *, unclear: bool = False) -> None:
        """Note that a letter has to wait until then, and whether it may have been accepted all the same."""
        self._write(_DEFER, _held(owed) | {"due": stored_time(until), "reason": reason, "unclear": unclear})

    def refused(self, owed: Owed, reason: str) -> None:
        """Note that a letter was refused for good."""
        self._write(_REFUSE, _held(owed) | {"reason": reason})

    def dropped(self, owed: Owed, reason: str) -> None:
        """Note that a letter is no longer owed, as when its message was labelled otherwise."""
        self._write(_DROP, _held(owed) | {"reason": reason})

    def outbox(self) -> list[Mapping[str, object]]:
        """Return the letters that were not yet accepted, by the time they are due.

        Each has `id`, `kind`, `about`, `status` (`owed`, `claimed` or `refused`), `due` (aware), `attempts` and the
        last `reason`.
        """
        names = ("id", "kind", "about", "status", "due", "attempts", "reason")
        rows = self._rows("SELECT * FROM outbox WHERE status IN ('owed', 'claimed', 'refused') ORDER BY due, id")
        return [{name: time_from(row[name]) if name == "due" else row[name] for name in names} for row in rows]


def _held(owed: Owed) -> dict[str, object]:
    return {"id": owed.id, "attempts": owed.attempts}
