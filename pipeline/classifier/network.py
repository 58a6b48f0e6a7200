"""Small networks as plain arrays; scikit-learn fits them (`fitting.py`), and to score takes two products.

One goes from what a sentence's words mean to what the sentence does. It sees the word vectors of `vectors.py` and no
word itself, so it knows what it learnt in one language in the others too. Another goes from what a sentence seems to do
to whether it gives feedback.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.classifier.linear import Floats, sigmoid


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer of rectified units, then one logistic output a class; all stored in half precision."""

    hidden_weights: Floats
    hidden_intercept: Floats
    weights: Floats
    intercept: Floats
    classes: tuple[str, ...]

    def probabilities(self, rows: Floats) -> Floats:
        """Return the probability of each class (columns) for each sentence (rows)."""
        hidden = np.maximum(rows @ self.hidden_weights + self.hidden_intercept, 0)
        return sigmoid(hidden @ self.weights + self.intercept)
