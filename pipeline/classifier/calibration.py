"""From margins to scores, thresholds and figures, all out of fold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.linear import Floats, sigmoid
from pipeline.core.evaluation.scores import brier, figures
from pipeline.core.verdict import Thresholds

#: The temperatures to choose from.
_TEMPERATURES = np.round(np.arange(0.2, 3.01, 0.05), 2)


def scores(margins: Floats, temperature: float) -> Floats:
    """Return the probability of `rejection` that margins (a row a message) give: the product of the first two."""
    return np.asarray(sigmoid(margins[:, :2] / np.float32(temperature)).prod(axis=1), dtype=np.float32)


def temperature(margins: Floats, truths: NDArray[np.bool_]) -> float:
    """Return the temperature at which the scores have the least log loss (Guo et al. 2017, arXiv:1706.04599)."""

    def loss(one: float) -> float:
        likely = np.clip(scores(margins, one), 1e-6, 1 - 1e-6)
        return float(-np.log(np.where(truths, likely, 1 - likely)).mean())

    return float(min(_TEMPERATURES, key=loss))


def thresholds(likely: Floats, truths: NDArray[np.bool_], *, false_alarms: float, questions: float) -> Thresholds:
    """Return the two lines.

    The upper one is never below one half, however well a small corpus comes apart.

    Args:
        likely: The score of each example, out of fold.
        truths: Whether it is a rejection.
        false_alarms: The share of the corpus' other messages that may reach the upper line.
        questions: The share of them that may reach the lower line.
    """
    others = likely[~truths] if (~truths).any() else np.zeros(1, dtype=np.float32)
    upper = max(float(np.quantile(others, 1 - false_alarms)), 0.5)
    lower = min(float(np.quantile(others, 1 - questions)), upper)
    return Thresholds(lower=round(lower, 4), upper=round(upper, 4))


def summary(likely: Floats, truths: NDArray[np.bool_], lines: Thresholds) -> dict[str, object]:
    """Return what the out-of-fold scores say, for passport and card."""
    own = figures(likely.tolist(), truths.tolist(), lines)
    return {
        "recall": str(own.recall),
        "precision": str(own.precision),
        "missed_but_asked": str(own.asked),
        "uncertain": str(own.uncertain),
        "brier": round(brier(likely.tolist(), truths.tolist()), 4),
    }
