"""The shipped model, but for a message of which a test wants it to think something in particular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import bootstrap, resources
from pipeline.core.reading import Reading
from pipeline.core.verdict import Judgement, Label
from pipeline.tasks.judge import Judge

#: A share of the way from the lower threshold to the upper one that is uncertain.
UNSURE = 0.5


class Believing:
    """Judges as the shipped model does, but for texts that hold one of some phrases.

    Each phrase has the place of its score: from 0 to 1 between the two thresholds, below 0 under the lower one. All
    else that is likely there is `other`.
    """

    def __init__(self, places: Mapping[str, float]) -> None:
        self._places = places
        self._shipped = bootstrap.classifier()
        self.model = self._shipped.model

    def judge(self, readings: Sequence[Reading], *, within_candidacy: bool = False) -> list[Judgement]:
        """Return one judgement for each reading, in order."""
        judged = self._shipped.judge(readings, within_candidacy=within_candidacy)
        return [self._believed(*pair) for pair in zip(readings, judged, strict=True)]

    def _believed(self, reading: Reading, judgement: Judgement) -> Judgement:
        for phrase, place in self._places.items():
            if phrase in reading.text:
                lines = judgement.thresholds
                score = max(0.0, lines.lower + place * (lines.upper - lines.lower))
                return replace(judgement, probabilities={Label.REJECTION: score, Label.OTHER: 1.0 - score})
        return judgement


def believing_judge(places: Mapping[str, float]) -> Judge:
    """Return a judge with that model."""
    return Judge(Believing(places), resources.SENDERS)
