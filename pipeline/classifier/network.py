"""Small networks as plain arrays; scikit-learn fits them (`fitting.py`), and to score takes two products.

One goes from what a sentence's words mean to what the sentence does. It sees the word vectors of `vectors.py` and no
word itself, so it knows what it learnt in one language in the others too. Two more go from what a sentence and those
around it seem to do to whether it gives feedback, and to whether it ends a candidacy; the last goes from what a whole
message seems to do and to be about to whether it is a candidacy that it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.classifier.linear import Floats, sigmoid

#: The largest margin that a network is believed: beyond the numbers that it was fitted on it has no sense of measure.
_SUREST = np.float32(14)


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
        return sigmoid(self._margins(rows))

    def margins(self, rows: Floats) -> Floats:
        """Return the margin (log-odds) of each class for each row, never surer than `_SUREST`."""
        return np.clip(self._margins(rows), -_SUREST, _SUREST)

    def _margins(self, rows: Floats) -> Floats:
        hidden = np.maximum(rows @ self.hidden_weights + self.hidden_intercept, 0)
        return np.asarray(hidden @ self.weights + self.intercept, dtype=np.float32)
