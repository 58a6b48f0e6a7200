"""Boosted decision trees, evaluated as arrays.

Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of Statistics 29 (2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Trees:
    """Trees whose nodes lie in one row of arrays, each tree's root at `roots`.

    A node without children (`left` is below zero) adds its `value`; any other asks whether column `column` of a row is
    at most `limit`. `bias` is what they begin with.
    """

    roots: npt.NDArray[np.int64]
    column: npt.NDArray[np.int64]
    limit: Floats
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Floats
    bias: float

    def probabilities(self, rows: Floats) -> Floats:
        """Return the probability that each row (one each, columns as trained) is right."""
        at = np.tile(self.roots, (len(rows), 1))
        which = np.arange(len(rows))[:, None]
        while True:
            left = self.left[at]
            if (left < 0).all():
                break
            lower = rows[which, self.column[at]] <= self.limit[at]
            at = np.where(left < 0, at, np.where(lower, left, self.right[at]))
        odds = self.bias + self.value[at].sum(axis=1)
        probabilities: Floats = 1.0 / (1.0 + np.exp(-odds))
        return probabilities
