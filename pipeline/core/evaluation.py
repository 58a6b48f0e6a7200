"""Figures about a judge: precision, recall and their intervals, thresholds, and the gate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.verdict import Thresholds

#: Two-sided 95 %.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with its Wilson interval (Wilson 1927, JASA 22:209): honest for small counts and near 1."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, or NaN of nothing."""
        return self.hits / self.total if self.total else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        if not self.total:
            return 0.0, 1.0
        n, p, z = self.total, self.value, _Z
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.hits}/{self.total})"


@dataclass(frozen=True, slots=True)
class Figures:
    """How a judge did on some messages.

    `asked` counts rejections that came out uncertain, `uncertain` all messages that did.
    """

    recall: Share
    precision: Share
    asked: Share
    uncertain: Share


def figures(scores: Sequence[float], truths: Sequence[bool], thresholds: Thresholds) -> Figures:
    """Return precision and recall of `rejection` at the upper threshold, and what fell between the two."""
    called = [score >= thresholds.upper for score in scores]
    between = [thresholds.lower <= score < thresholds.upper for score in scores]
    hits = sum(one and truth for one, truth in zip(called, truths, strict=True))
    missed = sum(truths) - hits
    asked = sum(one and truth for one, truth in zip(between, truths, strict=True))
    return Figures(
        recall=Share(hits, sum(truths)),
        precision=Share(hits, sum(called)),
        asked=Share(asked, missed),
        uncertain=Share(sum(between), len(scores)),
    )


def threshold_for_precision(scores: Sequence[float], truths: Sequence[bool], wanted: float) -> float:
    """Return the lowest score at and above which the lower Wilson bound of precision stays at the wanted one.

    Return 1.0 if no threshold reaches it.
    """
    pairs = sorted(zip(scores, truths, strict=True), reverse=True)
    best = 1.0
    hits = 0
    for number, (score, truth) in enumerate(pairs, start=1):
        hits += truth
        is_last_of_its_score = number == len(pairs) or pairs[number][0] < score
        if is_last_of_its_score and Share(hits, number).interval[0] >= wanted:
            best = score
    return best


def threshold_for_recall(scores: Sequence[float], truths: Sequence[bool], wanted: float) -> float:
    """Return the highest score at which at least the wanted share of the true ones is kept."""
    positive = sorted((score for score, truth in zip(scores, truths, strict=True) if truth), reverse=True)
    if not positive:
        return 0.0
    needed = min(len(positive), math.ceil(wanted * len(positive)))
    return positive[needed - 1]


def brier(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Return the mean squared error of the scores (Brier 1950, Monthly Weather Review 78:1)."""
    return sum((score - truth) ** 2 for score, truth in zip(scores, truths, strict=True)) / max(len(scores), 1)
