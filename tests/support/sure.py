"""A model without doubts, for tests that are not about the model."""

from __future__ import annotations

from collections.abc import Sequence

from support.judgements import by_acts

from pipeline import resources
from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement, Label, Thresholds
from pipeline.tasks.judge import Judge


class Sure:
    """A model that takes everything for a rejection, by its second sentence or its only one."""

    model = "sure"

    def judge(
        self,
        readings: Sequence[Reading],
        *,
        within_candidacy: bool = False,  # noqa: ARG002 - it is sure of all
    ) -> list[Judgement]:
        """Return the same for each."""
        return [self._judge(reading) for reading in readings]

    def _judge(self, reading: Reading) -> Judgement:
        acts = tuple({Act.DECLINES: 0.9} for _ in reading.sentences)
        decisive = min(1, len(acts) - 1) if acts else None
        return by_acts({Label.REJECTION: 0.99}, acts, decisive, self.model, Thresholds(0.2, 0.8))


def sure_judge() -> Judge:
    """Return a judge with that model."""
    return Judge(Sure(), resources.SENDERS)
