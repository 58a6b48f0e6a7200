"""Judge messages: read, score, decide, and draw out the facts. `run`, `classify` and `demo` share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.application import Judged
from pipeline.core.message import Message
from pipeline.core.ports import Classifier
from pipeline.core.reading import Reading
from pipeline.core.verdict import Decision, Judgement, Label, Verdict, decide, label_for
from pipeline.reading.facts import FactReader
from pipeline.reading.read import read


@dataclass(frozen=True, slots=True)
class Judge:
    """A classifier together with what reads facts from the messages it judges."""

    classifier: Classifier
    facts: FactReader

    def __call__(self, messages: Sequence[Message]) -> list[Judged]:
        """Return the messages with verdict and facts, in order. No message, no model: nothing is loaded for none."""
        if not messages:
            return []
        readings = [read(message) for message in messages]
        judgements = self.classifier.judge(readings)
        return [self._judged(*pair) for pair in zip(readings, judgements, strict=True)]

    def _judged(self, reading: Reading, judgement: Judgement) -> Judged:
        """Return one message with its verdict and facts."""
        decision = decide(judgement.score, judgement.thresholds)
        label = label_for(judgement.probabilities, decision)
        likely = Label.REJECTION if decision is not Decision.NOT_REJECTION else label
        evidence = self.facts.evidence_of(reading, judgement)
        return Judged(
            message=reading.message,
            language=reading.language,
            verdict=Verdict(decision, label, judgement.score, evidence, judgement.model),
            facts=self.facts.facts_of(reading, judgement, likely),
            text=reading.text,
        )
