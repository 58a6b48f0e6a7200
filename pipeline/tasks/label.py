"""Store the user's label: it is final for that message."""

from __future__ import annotations

from datetime import datetime

from pipeline.core.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.ports import Log
from pipeline.core.verdict import Label
from pipeline.tasks.judge import Judge


def label(  # noqa: PLR0913 - whose label it is and by which way it came, each by name
    log: Log, number: int, chosen: Label, *, policy: Policy, now: datetime, judge: Judge, by: str = "user"
) -> None:
    """Label message `number`, and owe a debrief if it turns out to be a fresh rejection.

    A rejection that the model had missed is read again for what it says: stage, reason, feedback. A debrief that waits
    in the outbox for a message that is no rejection is dropped when its turn comes. `by` says by which way the label
    came: the command line or a mailbox that teaches.

    Raises:
        UnknownIdError: The log has no message with that number.
    """
    with log.transaction():
        missed = chosen is Label.REJECTION and not log.is_rejection(number)
        log.set_label(number, chosen, by=by, at=now)
        if chosen is not Label.REJECTION:
            return
        if missed:
            _read_again(log, number, judge)
        rejection = log.rejection(number)
        if policy.debriefs and now - rejection.date <= policy.stale_after:
            log.owe(LetterKind.DEBRIEF, rejection.message_id, policy.due(now))


def _read_again(log: Log, number: int, judge: Judge) -> None:
    """Draw the facts of a rejection from a message that was taken for something else, as far as its text was kept."""
    message = log.kept(number)
    if message.text:
        log.revise(judge.read_as(message, Label.REJECTION))
