"""Decide, then act: facts go in, a list of actions comes out. A dry run prints the same list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pipeline.core.applications.application import Judged
from pipeline.core.letters.letter import LetterKind
from pipeline.core.letters.manners import Morning
from pipeline.core.message import Unreadable
from pipeline.core.verdict import Decision


@dataclass(frozen=True, slots=True)
class Record:
    """Write a judged message to the log."""

    judged: Judged


@dataclass(frozen=True, slots=True)
class AskForLabel:
    """Put an uncertain message to the user."""

    judged: Judged


@dataclass(frozen=True, slots=True)
class AskForApplication:
    """Put a message to the user that could belong to several applications."""

    judged: Judged


@dataclass(frozen=True, slots=True)
class PutFirst:
    """Let a rejection stand for an earlier one that it tells again with more."""

    judged: Judged
    before: int


@dataclass(frozen=True, slots=True)
class OweLetter:
    """Put a letter into the outbox."""

    kind: LetterKind
    about: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Keep a record of a message that cannot be read."""

    unreadable: Unreadable


Action = Record | AskForLabel | AskForApplication | PutFirst | OweLetter | Quarantine


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user has chosen about letters.

    A debrief is due on the next `morning` after its rejection was logged; without one, after the pause
    `debrief_after`. A rejection older than `stale_after` gets no debrief of its own: all of them share one summary.
    """

    debriefs: bool = True
    debrief_after: timedelta = timedelta(0)
    stale_after: timedelta = timedelta(days=14)
    morning: Morning | None = None

    def due(self, now: datetime) -> datetime:
        """Return when a debrief may leave whose rejection is logged now."""
        return self.morning.after(now) if self.morning else now + self.debrief_after


def plan(judged: Iterable[Judged], unreadable: Iterable[Unreadable], *, policy: Policy, now: datetime) -> list[Action]:
    """Return what is to be done about some newly read messages.

    Every judged message is recorded, every unreadable one quarantined. A fresh rejection owes a debrief, one that only
    repeats another owes none; stale ones together owe one summary, named by the instant of the run, so that the batches
    of one run share it.
    """
    actions: list[Action] = []
    stale = False
    for one in judged:
        actions.append(Record(one))
        if one.verdict.decision is Decision.UNCERTAIN:
            actions.append(AskForLabel(one))
        if one.candidates:
            actions.append(AskForApplication(one))
        if one.replaces is not None:
            actions.append(PutFirst(one, one.replaces))
        if not (one.verdict.is_rejection and policy.debriefs) or one.repeats is not None or one.is_told:
            continue
        if now - one.message.date > policy.stale_after:
            stale = True
        else:
            actions.append(OweLetter(LetterKind.DEBRIEF, one.message.message_id, policy.due(now)))
    if stale:
        actions.append(OweLetter(LetterKind.SUMMARY, now.astimezone(UTC).isoformat(), policy.due(now)))
    actions.extend(Quarantine(one) for one in unreadable)
    return actions


def letters_in(actions: Sequence[Action]) -> list[OweLetter]:
    """Return the letters that a plan owes."""
    return [action for action in actions if isinstance(action, OweLetter)]
