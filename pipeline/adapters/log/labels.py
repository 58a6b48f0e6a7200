"""The user's labels: given, taken back, and what they are still wanted for."""

from __future__ import annotations

from datetime import datetime

from pipeline.adapters.log.queries import SIGHTED, Queries
from pipeline.adapters.log.rows import asked_from, message_from
from pipeline.adapters.log.values import stored_time
from pipeline.core.letters.lists import Asked
from pipeline.core.message import Message
from pipeline.core.verdict import Label, Thresholds

_CLOSEST = """
SELECT * FROM verdicts
WHERE user_label IS NULL AND model <> 'hand' AND (verdict = 'uncertain' OR subject <> '' OR evidence <> '')
ORDER BY verdict <> 'uncertain',
    CASE verdict WHEN 'uncertain' THEN 0 WHEN 'rejection' THEN score - :upper ELSE :lower - score END,
    date, id
LIMIT :limit
"""

# What a mailbox said last has to be known, even if it said what counted already.
_SET_LABEL = """
INSERT INTO labels (message, label, by, at, model)
SELECT id, :label, :by, :at, model FROM verdicts WHERE id = :id AND (user_label IS NOT :label OR :by = 'mailbox')
RETURNING id
"""

_LABELLED = f"""
SELECT verdicts.*, mailbox, uidvalidity, uid
FROM verdicts
JOIN (SELECT message, max(id) AS label_id FROM labels GROUP BY message) AS final ON final.message = verdicts.id
{SIGHTED}
WHERE verdicts.model <> 'hand'
ORDER BY label_id
"""  # noqa: S608 - both parts are written here


class Labels(Queries):
    """The part of the log that holds the user's labels."""

    def set_label(self, number: int, label: Label, *, by: str, at: datetime) -> int | None:
        """Store the user's label, which is final, and return its own number; raise UnknownIdError.

        `by` says by which way it came. The same label again changes nothing, unless a mailbox gives it: then None.
        """
        with self.transaction():
            self._verdict(number)
            rows = self._rows(_SET_LABEL, {"id": number, "label": label, "by": by, "at": stored_time(at)})
        return int(rows[0]["id"]) if rows else None

    def withdraw_label(self, number: int, given: int) -> None:
        """Take back the label `given` of message `number`; the last of the others counts, or else the model's."""
        self._rows("DELETE FROM labels WHERE id = ? AND message = ?", (given, number))

    def closest(self, thresholds: Thresholds, *, limit: int) -> list[Asked]:
        """Return messages without a label of the user's: the uncertain ones first, then the least sure verdicts.

        A verdict is the less sure the nearer its score is to the one of these thresholds that it passed. Mail of which
        nothing but the verdict is kept cannot be shown, and is left out.
        """
        values = {"upper": thresholds.upper, "lower": thresholds.lower, "limit": limit}
        return [asked_from(row) for row in self._rows(_CLOSEST, values)]

    def labelled(self) -> list[tuple[Message, str, Label]]:
        """Return each message that the user labelled, with its language and label, oldest label first.

        A message holds what was kept of it: one that the model took for no job mail has neither subject nor text.
        """
        return [(message_from(row), row["language"], Label(row["user_label"])) for row in self._rows(_LABELLED)]
