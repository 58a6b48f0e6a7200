"""Judge the uncertain messages again: a better model may know what the last one did not."""

from __future__ import annotations

from datetime import datetime

from pipeline.core.applications.application import Judged
from pipeline.core.letters.letter import LetterKind
from pipeline.core.plan import OweLetter, Policy, plan
from pipeline.core.ports import Log
from pipeline.core.verdict import Decision
from pipeline.tasks.judge import Judge
from pipeline.tasks.place import place_again


def rejudge(log: Log, judge: Judge, *, policy: Policy, now: datetime) -> list[Judged]:
    """Judge every message that still waits for a label, and return those that are uncertain no longer.

    Each is placed beside the others anew. One that turns out to be a fresh rejection owes a debrief, unless it tells
    another one again; an old one owes nothing, since the user has been asked about it for long enough.
    """
    # Without its text a message would only seem harmless, and nobody would be asked any more.
    waiting = [one for one in log.uncertain() if one.text.strip()]
    applications = log.applications() if waiting else []
    judged = [judge.beside(one, applications) for one in judge(waiting)]
    with log.transaction():
        placed = [place_again(log, one, now=now) for one in judged]
        for action in plan(placed, (), policy=policy, now=now):
            if isinstance(action, OweLetter) and action.kind is LetterKind.DEBRIEF:
                log.owe(action.kind, action.about, action.due)
    return [one for one in placed if one.verdict.decision is not Decision.UNCERTAIN]
