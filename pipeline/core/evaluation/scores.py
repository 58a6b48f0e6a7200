"""How far scores can be trusted: precision and recall with their intervals, calibration, the curve."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.verdict import Thresholds

#: Two-sided 95 %.
_Z = 1.959963984540054

#: Into how many bins scores are dealt for the reliability table.
_BINS = 10


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


def brier(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Return the mean squared error of the scores (Brier 1950, Monthly Weather Review 78:1)."""
    return sum((score - truth) ** 2 for score, truth in zip(scores, truths, strict=True)) / max(len(scores), 1)


@dataclass(frozen=True, slots=True)
class Bin:
    """Messages whose scores lie in [low, high): how many, their mean score, and the share that are rejections."""

    low: float
    high: float
    mean_score: float
    share: Share


def reliability(scores: Sequence[float], truths: Sequence[bool]) -> list[Bin]:
    """Return the reliability table of some scores (DeGroot and Fienberg 1983, The Statistician 32:12)."""
    table = []
    for number in range(_BINS):
        low, high = number / _BINS, (number + 1) / _BINS
        within = [
            (score, truth)
            for score, truth in zip(scores, truths, strict=True)
            if low <= score < high or (number == _BINS - 1 and score == 1.0)
        ]
        mean = sum(score for score, _ in within) / len(within) if within else math.nan
        table.append(Bin(low, high, mean, Share(sum(truth for _, truth in within), len(within))))
    return table


def precision_recall(scores: Sequence[float], truths: Sequence[bool]) -> list[tuple[float, float, float]]:
    """Return (threshold, recall, precision) at each score that some message has, highest first.

    Without a rejection there is no recall, and no curve.
    """
    total = sum(truths)
    if not total:
        return []
    points = []
    hits = 0
    pairs = sorted(zip(scores, truths, strict=True), reverse=True)
    for number, (score, truth) in enumerate(pairs, start=1):
        hits += truth
        if number == len(pairs) or pairs[number][0] < score:
            points.append((score, hits / total, hits / number))
    return points
