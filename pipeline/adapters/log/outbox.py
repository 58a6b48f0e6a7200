"""The outbox: letters that are owed, claimed by one process at a time, and sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.rows import owed_from
from pipeline.adapters.log.values import bare_id, span, stored_time, time_from
from pipeline.core.letters.letter import LetterKind, Owed

#: A letter that was claimed longer ago than this was claimed by a process that died.
_CLAIM_LASTS = timedelta(minutes=15)

#: How many debriefs back a reader may know a phrase again.
_REMEMBERED = 16

# Composed anew as well: an address in the letter may be what was wrong.
_ANEW = """
status = 'owed', due = :due, claimed_at = NULL, joined_by = NULL, raw = NULL WHERE status IN ('refused', 'dropped')
"""

_OWE = f"INSERT INTO outbox (kind, about, due) VALUES (:kind, :about, :due) ON CONFLICT DO UPDATE SET {_ANEW}"  # noqa: S608 - ours

_OWE_AGAIN = f"UPDATE outbox SET {_ANEW} AND kind = :kind AND about = :about"  # noqa: S608 - ours

# A claim that lapsed was left behind by a process that died, perhaps just after the letter was accepted.
_CLAIM = """
UPDATE outbox SET
    status = 'claimed', attempts = attempts + 1, claimed_at = :now,
    unclear = unclear OR (status = 'claimed' AND raw IS NOT NULL)
WHERE id = (
    SELECT id FROM outbox
    WHERE kind IN (SELECT value FROM json_each(:kinds)) AND about = coalesce(:about, about) AND joined_by IS NULL AND (
        (status = 'owed' AND (due <= :now OR :about IS NOT NULL)) OR (status = 'claimed' AND claimed_at < :given_up)
    )
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

_REFUSE_JOINED = """
UPDATE outbox SET
    status = 'refused', reason = :reason, joined_by = NULL,
    claimed_at = (SELECT claimed_at FROM outbox WHERE id = :id)
WHERE joined_by = :id AND status = 'owed' AND EXISTS (SELECT 1 FROM outbox WHERE id = :id AND status = 'refused')
"""

_FREE_JOINED = """
UPDATE outbox SET joined_by = NULL
WHERE joined_by = :id AND status = 'owed' AND EXISTS (SELECT 1 FROM outbox WHERE id = :id AND status = 'dropped')
"""

# That a letter was accepted is true whoever claims it by now; it is true of all that it speaks of.
_SENT = "UPDATE outbox SET status = 'sent', raw = NULL, reason = '', sent_at = :at WHERE :id IN (id, joined_by)"

# A debrief whose message was labelled otherwise, or tells again what another does, is dropped where it would leave.
_TO_COME = """
SELECT * FROM outbox
WHERE status IN ('owed', 'claimed', 'refused') AND NOT (
    kind = 'debrief'
    AND EXISTS (SELECT 1 FROM messages WHERE message_id = outbox.about)
    AND NOT EXISTS (SELECT 1 FROM rejections WHERE message_id = outbox.about)
)
ORDER BY due, id
"""

_COUNT = """
SELECT count(*) AS letters FROM outbox
WHERE kind IN (SELECT value FROM json_each(:kinds)) AND joined_by IS NULL AND sent_at >= :start AND sent_at < :end
"""

_ARE_OVERTAKEN = """
WHERE kind = 'digest' AND status = 'owed' AND due < :moment AND about < (
    SELECT max(about) FROM outbox WHERE kind = 'digest' AND status IN ('owed', 'claimed', 'sent') AND due < :moment
)
"""

_OVERTAKEN = f"SELECT id FROM outbox {_ARE_OVERTAKEN}"  # noqa: S608 - a constant alone

_DROP_OVERTAKEN = f"""
UPDATE outbox SET status = 'dropped', raw = NULL, reason = 'a later week has its letter' {_ARE_OVERTAKEN}
"""  # noqa: S608 - the same

# Letters of one run were accepted at one instant, in the order of their numbers; what waits comes behind them.
_SAID_BEFORE = """
SELECT said FROM outbox
WHERE kind = 'debrief' AND about <> :about AND said IS NOT NULL AND (coalesce(sent_at, '~'), id) < (
    coalesce((SELECT sent_at FROM outbox WHERE kind = 'debrief' AND about = :about), '~'),
    coalesce((SELECT id FROM outbox WHERE kind = 'debrief' AND about = :about), (SELECT max(id) + 1 FROM outbox))
)
ORDER BY coalesce(sent_at, '~') DESC, id DESC LIMIT :most
"""

# What was refused was last tried when it was claimed.
_RENEW = """
UPDATE outbox SET status = 'owed', due = :now, claimed_at = NULL, raw = NULL
WHERE kind = 'summary' AND status = 'refused' AND claimed_at < (SELECT max(sent_at) FROM outbox)
"""


class Outbox(LogConnection):
    """The part of the log that holds the letters owed."""

    def owe(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Put a letter into the outbox; a second one about the same thing changes nothing.

        One that was refused or dropped is owed and composed anew: whoever asks again has mended what was wrong, or
        thought better.
        """
        self._write(_OWE, {"kind": kind, "about": about, "due": stored_time(due)})

    def owe_again(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Owe a letter anew that was refused or dropped; any other stays as it is, and what was never owed is not."""
        self._write(_OWE_AGAIN, {"kind": kind, "about": about, "due": stored_time(due)})

    def claim(
        self, now: datetime, *, kinds: Iterable[LetterKind] = LetterKind, about: str | None = None
    ) -> Owed | None:
        """Take the next due letter of some kinds in one statement, so that no other process takes it too.

        Return None if none is due. With `about`, take the one letter about that, due or not. A letter whose claim is
        older than 15 minutes was left behind by a crash and is taken as it was composed.
        """
        values: dict[str, object] = {"now": stored_time(now), "given_up": stored_time(now - _CLAIM_LASTS)}
        values |= {"kinds": json.dumps([*kinds]), "about": about}
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
        """Note that a letter was refused for good, with all that it speaks of."""
        with self.transaction():
            self._rows(_REFUSE, _held(owed) | {"reason": reason})
            self._rows(_REFUSE_JOINED, {"id": owed.id, "reason": reason})

    def dropped(self, owed: Owed, reason: str) -> None:
        """Note that a letter is no longer owed, as when its message was labelled otherwise.

        What else it was to speak of is owed letters of its own again.
        """
        with self.transaction():
            self._rows(_DROP, _held(owed) | {"reason": reason})
            self._rows(_FREE_JOINED, {"id": owed.id})

    def letters_sent(self, kinds: Iterable[LetterKind], *, start: datetime, end: datetime) -> int:
        """Return how many letters of some kinds were accepted in [start, end); one about many things is one."""
        (row,) = self._rows(_COUNT, {"kinds": json.dumps([*kinds])} | span(start, end))
        return int(row["letters"])

    def overtaken(self, moment: datetime) -> frozenset[int]:
        """Return the `id`s of the digests that were due before then, but for the last of them: they have piled up."""
        return frozenset(int(row["id"]) for row in self._rows(_OVERTAKEN, {"moment": stored_time(moment)}))

    def drop_overtaken(self, moment: datetime) -> None:
        """Drop the digests that are `overtaken`."""
        self._write(_DROP_OVERTAKEN, {"moment": stored_time(moment)})

    def renew_summaries(self, now: datetime) -> None:
        """Owe the refused summaries anew since whose refusal another letter was accepted: no command names one."""
        self._write(_RENEW, {"now": stored_time(now)})

    def was_sent(self, kind: LetterKind, about: str) -> bool:
        """Return whether the letter about something was accepted, by itself or in another one."""
        sql = "SELECT 1 FROM outbox WHERE kind = ? AND about = ? AND status = 'sent'"
        return self._row(sql, (kind, about)) is not None

    def said_before(self, about: str) -> list[str]:
        """Return what the debriefs said that went out before the one about a message, the latest first.

        White space is folded; only so many are told as a reader remembers.
        """
        rows = self._rows(_SAID_BEFORE, {"about": about, "most": _REMEMBERED})
        return [" ".join(row["said"].split()) for row in rows]

    def outbox(self) -> list[Mapping[str, object]]:
        """Return the letters that were not yet accepted, by the time they are due.

        A debrief about a message that counts as no rejection any more is none of them: it will not leave.
        Each has `id`, `kind`, `about`, `status` (`owed`, `claimed` or `refused`), `due` (aware), `tried` (when it was
        last taken up; None if it is owed), `attempts`, the last `reason`, and `joined_by`, the `id` of the letter that
        speaks of it too.
        """
        names = ("id", "kind", "about", "status", "attempts", "reason", "joined_by")
        return [
            {name: row[name] for name in names}
            | {"due": time_from(row["due"]), "tried": row["claimed_at"] and time_from(row["claimed_at"])}
            for row in self._rows(_TO_COME)
        ]


def _held(owed: Owed) -> dict[str, object]:
    return {"id": owed.id, "attempts": owed.attempts}
