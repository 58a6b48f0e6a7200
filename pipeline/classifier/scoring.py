"""The classifier as the tasks know it: an artifact that is loaded when there is something to judge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from pipeline.classifier import artifact
from pipeline.classifier.model import ACTS, LABELS, TELLS, Models, decisive_sentence, sentence_features, trimmed
from pipeline.core.reading import Reading
from pipeline.core.verdict import Judgement, decide, label_for


class ArtifactClassifier:
    """Judges readings with the artifact in a folder.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError: when the artifact is first needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def model(self) -> str:
        """The name of the model; reads its passport, not its arrays."""
        return str(artifact.passport(self._folder)["name"])

    @cached_property
    def models(self) -> Models:
        """The loaded models."""
        return artifact.load(self._folder)

    def judge(self, readings: Sequence[Reading]) -> list[Judgement]:
        """Return one judgement for each reading, in order."""
        return [self._judge(reading) for reading in readings]

    def _judge(self, reading: Reading) -> Judgement:
        """Return the judgement of one reading. Sentences that were too many to score count as having no act."""
        models = self.models
        scored = trimmed(len(reading.sentences))
        sentences = [sentence_features(reading.sentences[place].text) for place in scored]
        acts = models.act_probabilities(sentences)
        likely = models.label_probabilities(reading.message.subject, sentences, acts)
        probabilities = dict(zip(LABELS, likely.tolist(), strict=True))
        label = label_for(probabilities, decide(probabilities[LABELS[0]], models.thresholds))
        decisive = decisive_sentence(models, reading.message.subject, sentences, acts, label)
        nothing = [0.0] * len(TELLS)
        rows = dict(zip(scored, acts.tolist(), strict=True))
        told = [rows.get(place, nothing) for place in range(len(reading.sentences))]
        return Judgement(
            probabilities=probabilities,
            acts=tuple(dict(zip(ACTS, row, strict=False)) for row in told),
            feedback=tuple(row[-1] for row in told),
            decisive=None if decisive is None else scored[decisive],
            model=models.name,
            thresholds=models.thresholds,
        )
