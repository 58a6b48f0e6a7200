"""Timelines settled anew after the user has changed them, with what an undo needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from pipeline.adapters.log.aliases import Aliases
from pipeline.adapters.log.values import stored_time
from pipeline.core.applications.settling import settle, stages
from pipeline.core.verdict import Label

# The first of them counts from now on.
_LEFT_BEHIND = """
SELECT id FROM messages WHERE repeats = :gone AND application IS :application ORDER BY model = 'hand', date, id
"""

_IS_BESIDE = """
SELECT 1 FROM messages AS one JOIN messages AS first ON first.id = one.repeats
WHERE one.id = ? AND first.application IS one.application
"""

_SINCE = "SELECT id FROM messages WHERE application = ? AND recorded_at > ?"

# What was told may have been forgotten since.
_RESTORE = "UPDATE messages SET repeats = (SELECT id FROM messages WHERE id = :repeats) WHERE id = :id"


#: The rejections that messages told again before a change, by the numbers of the messages; None for none.
Before = dict[int, int | None]


class Settling(Aliases):
    """The part of the log that keeps timelines true when messages go from one to another."""

    def settle_stages(self, number: int) -> None:
        """Settle at which stages the rejections of application `number` came, by what stands beside them by now."""
        with self.transaction():
            for application in self._applications(number):
                known = {one.id: one.stage for one in application.events}
                for message, stage in stages(application).items():
                    if stage is not known[message]:
                        self._rows("UPDATE messages SET stage = ? WHERE id = ?", (stage, message))

    def _settle(self, number: int, came: Collection[int], source: int | None = None) -> Before:
        """Settle the timeline of an application onto which messages came, and that of the one that they left.

        Return what was told again before.
        """
        before: Before = {}
        for message in came:
            self._leave_behind(message, source, before)
            if self._row(_IS_BESIDE, (message,)) is None:
                self._tell_again(message, None, before)
        self._settle_repeats(number, came, None, before)
        self.settle_stages(number)
        if source is not None:
            self.settle_stages(source)
        return before

    def _leave_behind(self, gone: int, source: int | None, before: Before) -> None:
        """Let what told message `gone` again count by itself on the timeline that it left; add to what was `before`."""
        left = self._rows(_LEFT_BEHIND, {"gone": gone, "application": source})
        for row in left:
            self._tell_again(row["id"], None if row is left[0] else left[0]["id"], before)

    def _settle_since(self, number: int, back: Collection[int], moment: datetime) -> None:
        """Settle a timeline onto which messages came back, beside those that were recorded since they left it."""
        since = {int(row["id"]) for row in self._rows(_SINCE, (number, stored_time(moment)))} - {*back}
        self._settle_repeats(number, since, back, {})
        self.settle_stages(number)

    def _settle_repeats(
        self, number: int, came: Collection[int], beside: Collection[int] | None, before: Before
    ) -> None:
        """Note what is told again where messages came onto a timeline, as `settle` has it; add to what was `before`."""
        for application in self._applications(number):
            given = {one.id: self.feedback(one.id) for one in application.events if one.label is Label.REJECTION}
            for message, first in settle(application, came, given, beside).items():
                self._tell_again(message, first, before)

    def _tell_again(self, message: int, first: int | None, before: Before) -> None:
        """Note which rejection a message tells again, or that it stands for itself; add to what was `before`."""
        (row,) = self._rows("SELECT repeats FROM messages WHERE id = ?", (message,))
        if row["repeats"] != first:
            before.setdefault(message, row["repeats"])
            self._rows("UPDATE messages SET repeats = ? WHERE id = ?", (first, message))

    def _unsettle(self, repeats: Sequence[tuple[int, int | None]]) -> None:
        """Bring back what was told again before."""
        for message, first in repeats:
            self._rows(_RESTORE, {"id": message, "repeats": first})
