"""Empty the outbox: claim, compose, hand over, note what became of it. Whoever sends letters shares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.core.letters.letter import ABOUT_REJECTIONS, LetterKind, Owed
from pipeline.core.letters.manners import Manners
from pipeline.core.ports import Letters, Outbox, Owing, Postman
from pipeline.errors import (
    AfterwordError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    OverdueError,
    UnknownIdError,
    UserError,
)
from pipeline.tasks.compose import WeekSpan, compose_owed, kept

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


def deliver(  # noqa: PLR0913 - the parts and the occasion, the latter by name
    log: Owing,
    letters: Letters,
    postman: Postman,
    *,
    now: datetime,
    week_span: WeekSpan,
    manners: Manners | None = None,
    only: tuple[LetterKind, str] | None = None,
) -> DeliveryReport:
    """Hand over every letter that is due, one by one, each noted before the next is claimed.

    With `manners`, letters leave by themselves: not in quiet hours or a pause, not too many a day, and those that are
    due together share one. Without, somebody has asked for them. `only` names the one letter that was asked for.

    A letter that has to wait stays in the outbox and ends the round, since the next one would fare alike; one that is
    refused is kept and marked, and a summary is tried again once another letter got through. One whose earlier attempt
    ended without an answer is looked for first: if it has arrived, it is not sent again.

    `week_span` gives the first instant of a week and that of the next, in the user's time zone.
    """
    report = DeliveryReport()
    if manners is not None:
        _tidy_up(log, manners, now)
    while (owed := _next(log, now, manners, only)) is not None:
        try:
            if manners is not None and manners.is_shared and owed.kind is LetterKind.DEBRIEF and not owed.raw:
                log.join(owed, now)
            raw = kept(owed, log) or compose_owed(owed, log, letters, week_span)
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
            is_overdue = pause == _LONGEST_PAUSE and _speaks_for_all(log, owed)
            report.faults.append(OverdueError.of(error, f"for {owed.attempts} attempts") if is_overdue else error)
            break
        else:
            log.sent(owed, at=now)
            report.sent.append((owed.kind, owed.about))
    return report


def pause_after(attempts: int) -> timedelta:
    """Return how long a letter waits after so many attempts: 15 minutes, doubling, at most a day."""
    doublings = min(max(attempts - 1, 0), 16)
    return min(_FIRST_PAUSE * (1 << doublings), _LONGEST_PAUSE)


def _speaks_for_all(log: Outbox, owed: Owed) -> bool:
    """Return whether a letter is the first of those that are tried once a day: so the user is told once a day."""
    waiting = [row for row in log.outbox() if row["status"] != "refused"]
    daily = (int(str(row["id"])) for row in waiting if pause_after(int(str(row["attempts"]))) == _LONGEST_PAUSE)
    return owed.id == min(daily, default=owed.id)


def _next(log: Outbox, now: datetime, manners: Manners | None, only: tuple[LetterKind, str] | None) -> Owed | None:
    """Take the next letter that may leave now; None if there is none."""
    if only is not None:
        kind, about = only
        return log.claim(now, kinds=[kind], about=about)
    kinds = allowed(log, manners, now) if manners is not None else frozenset(LetterKind)
    return log.claim(now, kinds=kinds) if kinds else None


def allowed(log: Outbox, manners: Manners, now: datetime) -> frozenset[LetterKind]:
    """Return which letters may leave by themselves now."""
    if manners.is_paused(now) or manners.is_quiet(now):
        return frozenset()
    start, end = manners.day_of(now)
    if not manners.debriefs or log.letters_sent(ABOUT_REJECTIONS, start=start, end=end) >= manners.most_a_day:
        return frozenset(LetterKind) - ABOUT_REJECTIONS
    return frozenset(LetterKind)


def waiting(log: Outbox, manners: Manners) -> list[Mapping[str, object]]:
    """Return the letters that wait to leave by themselves, by the time they are due; a shared one is one.

    Those that do not leave at all until the user chooses otherwise are not among them, nor are digests that pile up in
    a pause, but for the last.
    """
    held: frozenset[str] = frozenset() if manners.debriefs else ABOUT_REJECTIONS
    overtaken = log.overtaken(end) if (end := manners.piles_up_until) is not None else frozenset()
    return [
        row
        for row in log.outbox()
        if row["status"] in {"owed", "claimed"}
        and row["joined_by"] is None
        and row["kind"] not in held
        and row["id"] not in overtaken
    ]


def next_opening(log: Outbox, manners: Manners, now: datetime) -> tuple[int, datetime | None]:
    """Return how many letters wait, and when the first of them may leave by itself; None if that is not known."""
    found = waiting(log, manners)
    start, end = manners.day_of(now)
    is_full = log.letters_sent(ABOUT_REJECTIONS, start=start, end=end) >= manners.most_a_day
    moments = [_earliest(row, now=now, next_day=end if is_full else now) for row in found]
    openings = [opening for moment in moments if (opening := manners.opens(moment)) is not None]
    return len(found), min(openings, default=None)


def _earliest(row: Mapping[str, object], *, now: datetime, next_day: datetime) -> datetime:
    due = row["due"]
    assert isinstance(due, datetime)  # noqa: S101 - the log says so
    return max(due, next_day if row["kind"] in ABOUT_REJECTIONS else now)


def _tidy_up(log: Outbox, manners: Manners, now: datetime) -> None:
    """Drop what piled up in a pause that is over: of the digests the last one is enough. Take up refused summaries."""
    log.renew_summaries(now)
    end = manners.piles_up_until
    if end is not None and end <= now:
        log.drop_overtaken(end)
