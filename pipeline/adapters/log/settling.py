"""Timelines settled anew after the user has changed them, with what an undo needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.adapters.log.aliases import Aliases
from pipeline.core.applications.application import Stage, stage_from_timeline
from pipeline.core.applications.settling import settle
from pipeline.core.verdict import Label

# The first of them counts from now on.
_LEFT_BEHIND = """
SELECT id FROM messages WHERE repeats = :gone AND application IS :application ORDER BY model = 'hand', date, id
"""

_IS_BESIDE = """
SELECT 1 FROM messages AS one JOIN messages AS first ON first.id = one.repeats
WHERE one.id = ? AND first.application IS one.application
"""

# What was told may have been forgotten since.
_RESTORE = "UPDATE messages SET repeats = (SELECT id FROM messages WHERE id = :repeats) WHERE id = :id"


@dataclass(slots=True)
class Before:
    """Stages of messages, and the rejections that they told again, as they were before a change."""

    stages: dict[int, str] = field(default_factory=dict)
    repeats: dict[int, int | None] = field(default_factory=dict)

    def add(self, later: Before) -> None:
        """Note what was there before another change that followed."""
        self.stages = later.stages | self.stages
        self.repeats = later.repeats | self.repeats

    @property
    def as_undo(self) -> dict[str, Any]:
        """The same, as it is stored for an undo."""
        return {"stages": list(self.stages.items()), "repeats": list(self.repeats.items())}


class Settling(Aliases):
    """The part of the log that keeps timelines true when messages go from one to another."""

    def settle_stages(self, number: int, stated: Mapping[int, Stage] | None = None) -> None:
        """Settle at which stages the rejections of application `number` came, by what stands before them by now.

        `stated` is what some of them say themselves, by their numbers; of the others the stage is taken that is known.
        """
        with self.transaction():
            for application in self._applications(number):
                for event in application.events:
                    known = (stated or {}).get(event.id, event.stage)
                    stage = stage_from_timeline(known, application, event.date)
                    if event.label is Label.REJECTION and stage is not event.stage:
                        self._rows("UPDATE messages SET stage = ? WHERE id = ?", (stage, event.id))

    def _settle(self, number: int, came: Collection[int], source: int | None = None) -> Before:
        """Settle the timeline of an application onto which messages came, and that of the one that they left.

        Return what was there before.
        """
        before = Before()
        for message in came:
            left = self._rows(_LEFT_BEHIND, {"gone": message, "application": source})
            for row in left:
                self._tell_again(row["id"], None if row is left[0] else left[0]["id"], before)
            if self._row(_IS_BESIDE, (message,)) is None:
                self._tell_again(message, None, before)
        (application,) = self._applications(number)
        given = {one.id: self.feedback(one.id) for one in application.events if one.label is Label.REJECTION}
        settled = settle(application, came, given)
        known = {one.id: one for one in application.events}
        for message, stage in settled.stages.items():
            before.stages[message] = known[message].stage
            self._rows("UPDATE messages SET stage = ? WHERE id = ?", (stage, message))
        for message, first in settled.repeats.items():
            self._tell_again(message, first, before)
        return before

    def _tell_again(self, message: int, first: int | None, before: Before) -> None:
        """Note which rejection a message tells again, or that it stands for itself."""
        (row,) = self._rows("SELECT repeats FROM messages WHERE id = ?", (message,))
        if row["repeats"] != first:
            before.repeats.setdefault(message, row["repeats"])
            self._rows("UPDATE messages SET repeats = ? WHERE id = ?", (first, message))

    def _unsettle(self, stages: Sequence[tuple[int, str]], repeats: Sequence[tuple[int, int | None]]) -> None:
        """Bring back what was there before."""
        for message, stage in stages:
            self._rows("UPDATE messages SET stage = ? WHERE id = ?", (stage, message))
        for message, first in repeats:
            self._rows(_RESTORE, {"id": message, "repeats": first})
