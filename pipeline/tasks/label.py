"""Store the user's label: it is final for that message."""

from __future__ import annotations

from datetime import datetime

from pipeline.core.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.ports import Log
from pipeline.core.verdict import Label


def label(log: Log, number: int, chosen: Label, *, policy: Policy, now: datetime, by: str = "user") -> None:
    """Label message `number`, and owe a debrief if it turns out to be a fresh rejection.

    A debrief that waits in the outbox for a message that is no rejection is dropped when its turn comes.
    `by` says by which way the label came: the command line or a mailbox that teaches.

    Raises:
        UnknownIdError: The log has no message with that number.
    """
    with log.transaction():
        log.set_label(number, chosen, by=by, at=now)
        if chosen is not Label.REJECTION or not policy.debriefs:
            return
        rejection = log.rejection(number)
        if now - rejection.date <= policy.stale_after:
            log.owe(LetterKind.DEBRIEF, rejection.message_id, now + policy.debrief_after)
