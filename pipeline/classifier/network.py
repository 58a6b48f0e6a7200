"""A small network as plain arrays: from what a sentence's words mean to what the sentence does.

scikit-learn fits it (`fitting.py`); to score takes two products. It sees the word vectors of `vectors.py` and no word
itself, so it knows what it learnt in one language in the others too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.linear import Floats, sigmoid

Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer of rectified units, then one logistic output a class; each in half precision."""

    hidden_weights: Halves
    hidden_intercept: Halves
    weights: Halves
    intercept: Halves
    classes: tuple[str, ...]

    def probabilities(self, rows: Floats) -> Floats:
        """Return the probability of each class (columns) for each sentence vector (rows)."""
        hidden = np.maximum(rows @ self.hidden_weights.astype(np.float32) + self.hidden_intercept.astype(np.float32), 0)
        return sigmoid(hidden @ self.weights.astype(np.float32) + self.intercept.astype(np.float32))
