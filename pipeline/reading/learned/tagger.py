"""A linear-chain conditional random field over the tokens of a message.

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; weights by CRFsuite (Okazaki, 2007), decoded
here with NumPy so that reading mail needs no compiled library of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

#: Columns of all tables: outside a name, its first word, a word within it.
OUTSIDE, FIRST, WITHIN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Marking:
    """How surely each token is of a name: `inside[i]`, and `first[i]` begins one; `path` is the likeliest row."""

    inside: Floats
    first: Floats
    path: tuple[int, ...]


@dataclass(frozen=True)
class Tagger:
    """Weights of features, as rows of three, and of what follows what (from, to)."""

    weights: Mapping[str, Sequence[float]]
    transitions: Floats

    def mark(self, rows: Sequence[Sequence[str]]) -> Marking:
        """Return how surely the tokens with these features are of a name, in time proportional to their number."""
        scores = np.zeros((len(rows), 3))
        for number, features in enumerate(rows):
            found = [self.weights[one] for one in features if one in self.weights]
            if found:
                scores[number] = np.sum(found, axis=0)
        if not rows:
            return Marking(np.zeros(0), np.zeros(0), ())
        marginals = self._marginals(scores)
        return Marking(1.0 - marginals[:, OUTSIDE], marginals[:, FIRST], self._path(scores))

    def _marginals(self, scores: Floats) -> Floats:
        """Return the probability of each column for each row, by the forward-backward algorithm in scaled form."""
        step, emit = np.exp(self.transitions), np.exp(scores - scores.max(axis=1, keepdims=True))
        forward, backward = np.empty_like(emit), np.ones_like(emit)
        forward[0] = emit[0] / emit[0].sum()
        for row in range(1, len(emit)):
            ahead = (forward[row - 1] @ step) * emit[row]
            forward[row] = ahead / ahead.sum()
        for row in range(len(emit) - 2, -1, -1):
            behind = step @ (emit[row + 1] * backward[row + 1])
            backward[row] = behind / behind.sum()
        both = forward * backward
        marginals: Floats = both / both.sum(axis=1, keepdims=True)
        return marginals

    def _path(self, scores: Floats) -> tuple[int, ...]:
        """Return the likeliest column for each row, by the Viterbi algorithm."""
        best, came = scores[0], []
        for row in scores[1:]:
            ways = best[:, None] + self.transitions
            came.append(ways.argmax(axis=0))
            best = ways.max(axis=0) + row
        path = [int(best.argmax())]
        for step in reversed(came):
            path.append(int(step[path[-1]]))
        return tuple(reversed(path))
