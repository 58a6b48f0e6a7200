"""What the shipped model decides of messages, without the facts that are read out of them: that takes most of the time.

Judging a message in a run comes to the same verdict, which one of the tests of verdicts holds it to.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline import resources
from pipeline.classifier.scoring import ArtifactClassifier
from pipeline.core.message import Message
from pipeline.core.verdict import Decision, Label, decide, label_for
from pipeline.reading.read import read


@cache
def _shipped() -> ArtifactClassifier:
    return ArtifactClassifier(resources.BASELINE_MODEL)


def verdicts_on(messages: Iterable[Message]) -> list[tuple[Decision, Label]]:
    """Return for each message what is decided and its label."""
    told = []
    for judgement in _shipped().judge([read(message) for message in messages]):
        decision = decide(judgement.score, judgement.thresholds)
        told.append((decision, label_for(judgement.probabilities, decision)))
    return told


def decisions_on(messages: Iterable[Message]) -> list[Decision]:
    """Return for each message what is decided."""
    return [decision for decision, _ in verdicts_on(messages)]


def scores_of(messages: Iterable[Message]) -> list[float]:
    """Return for each message how likely it is a rejection, in 0..1."""
    return [judgement.score for judgement in _shipped().judge([read(message) for message in messages])]
