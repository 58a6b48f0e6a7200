"""Empty the outbox: claim, compose, hand over, note what became of it. `run`, `digest` and `demo` share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.core.digest import Week
from pipeline.core.letter import Letter, LetterKind, Owed
from pipeline.core.ports import Letters, Log, Postman
from pipeline.errors import AfterwordError, DeliveryRefusedError, DeliveryUnclearError, UnknownIdError, UserError

#: The pause after a first deferred attempt; each further one doubles it, up to a day.
_FIRST_PAUSE = timedelta(minutes=15)
_LONGEST_PAUSE = timedelta(days=1)


@dataclass(slots=True)
class DeliveryReport:
    """What became of the letters that were due."""

    sent: list[tuple[LetterKind, str]] = field(default_factory=list)
    deferred: int = 0
    refused: int = 0
    faults: list[AfterwordError] = field(default_factory=list)


def deliver(
    log: Log,
    letters: Letters,
    postman: Postman,
    *,
    now: datetime,
    week_span: Callable[[Week], tuple[datetime, datetime]],
) -> DeliveryReport:
    """Hand over every letter that is due, one by one, each noted before the next is claimed.

    A letter that has to wait stays in the outbox and ends the round, since the next one would fare alike; one that is
    refused is kept and marked. One whose earlier attempt ended without an answer is looked for first: if it has
    arrived, it is not sent again.

    `week_span` gives the first instant of a week and that of the next, in the user's time zone.
    """
    report = DeliveryReport()
    while (owed := log.claim(now)) is not None:
        try:
            raw = _kept(owed, log) or _compose(owed, log, letters, week_span)
        except UnknownIdError as error:
            log.dropped(owed, str(error))
            continue
        except Exception as error:
            # A fault in one letter must not hold up the others for ever: it waits like one that was put off.
            log.deferred(owed, now + pause_after(owed.attempts), type(error).__name__)
            raise
        unclear = owed.unclear
        try:
            if not (unclear and postman.already_delivered(owed.message_id)):
                unclear = False
                postman.deliver(raw)
        except DeliveryRefusedError as error:
            log.refused(owed, str(error))
            report.refused += 1
            report.faults.append(error)
        except AfterwordError as error:
            # What the user can mend is tried at once when they have; what may pass is given time to.
            pause = timedelta(0) if isinstance(error, UserError) else pause_after(owed.attempts)
            log.deferred(owed, now + pause, str(error), unclear=unclear or isinstance(error, DeliveryUnclearError))
            report.deferred += 1
            report.faults.append(error)
            break
        else:
            log.sent(owed, at=now)
            report.sent.append((owed.kind, owed.about))
    return report


def pause_after(attempts: int) -> timedelta:
    """Return how long a letter waits after so many attempts: 15 minutes, doubling, at most a day."""
    doublings = min(max(attempts - 1, 0), 16)
    return min(_FIRST_PAUSE * (1 << doublings), _LONGEST_PAUSE)


def _kept(owed: Owed, log: Log) -> bytes:
    """Return a letter as it was composed for an earlier attempt; raise UnknownIdError if it lost its reason since."""
    if owed.raw and owed.kind is LetterKind.DEBRIEF:
        log.rejection(owed.about)
    return owed.raw


def _compose(owed: Owed, log: Log, letters: Letters, week_span: Callable[[Week], tuple[datetime, datetime]]) -> bytes:
    """Compose a letter and keep it, so that a second attempt sends the same bytes."""
    letter = compose(owed.kind, owed.about, log, letters, week_span)
    raw = letter.email.as_bytes()
    log.keep(owed, raw, str(letter.email["Message-ID"]).strip("<>"))
    return raw


def compose(
    kind: LetterKind, about: str, log: Log, letters: Letters, week_span: Callable[[Week], tuple[datetime, datetime]]
) -> Letter:
    """Return the letter of a kind about something; raise UnknownIdError if there is nothing to write about."""
    if kind is LetterKind.DEBRIEF:
        return letters.debrief(log.rejection(about))
    if kind is LetterKind.DIGEST:
        week = Week.parse(about)
        start, end = week_span(week)
        return letters.digest(log.week(week, start=start, end=end), log.asked())
    return letters.summary(about, log.summarised(about))
