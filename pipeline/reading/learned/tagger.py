"""A linear-chain conditional random field over the tokens of a message.

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; weights by CRFsuite (Okazaki, 2007), decoded
here so that reading mail needs no compiled library of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

#: Columns of all tables: outside a name, its first word, a word within it.
OUTSIDE, FIRST, WITHIN = 0, 1, 2
_COLUMNS = (OUTSIDE, FIRST, WITHIN)


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
        if not rows:
            return Marking(np.zeros(0), np.zeros(0), ())
        scores = np.array([self._scores(features) for features in rows])
        marginals = self._marginals(scores)
        return Marking(1.0 - marginals[:, OUTSIDE], marginals[:, FIRST], self._path(scores))

    def _scores(self, features: Sequence[str]) -> tuple[float, float, float]:
        """Return the sums of the weights of some features."""
        outside = first = within = 0.0
        for feature in features:
            weights = self.weights.get(feature)
            if weights is not None:
                outside += weights[OUTSIDE]
                first += weights[FIRST]
                within += weights[WITHIN]
        return outside, first, within

    def _marginals(self, scores: Floats) -> Floats:
        """Return the probability of each column for each row, by the forward-backward algorithm in scaled form.

        Written out for three columns: for so few a call of NumPy takes several times as long.
        """
        steps = np.exp(self.transitions - self.transitions.max())
        into, out_of = steps.T.tolist(), steps.tolist()
        emitted = np.exp(scores - scores.max(axis=1, keepdims=True)).tolist()
        forward = [_scaled(emitted[0])]
        for now in emitted[1:]:
            ago = forward[-1]
            forward.append(_scaled([_dot(ago, into[column]) * now[column] for column in _COLUMNS]))
        backward = [[1.0, 1.0, 1.0]]
        for ahead in reversed(emitted[1:]):
            rest = [one * other for one, other in zip(ahead, backward[-1], strict=True)]
            backward.append(_scaled([_dot(rest, out_of[column]) for column in _COLUMNS]))
        both = np.array(forward) * np.array(backward[::-1])
        marginals: Floats = both / both.sum(axis=1, keepdims=True)
        return marginals

    def _path(self, scores: Floats) -> tuple[int, ...]:
        """Return the likeliest column for each row, by the Viterbi algorithm."""
        into = self.transitions.T.tolist()
        rows = scores.tolist()
        best, came = rows[0], []
        for row in rows[1:]:
            ways = [[one + step for one, step in zip(best, into[column], strict=True)] for column in _COLUMNS]
            came.append([way.index(max(way)) for way in ways])
            best = [max(way) + one for way, one in zip(ways, row, strict=True)]
        path = [best.index(max(best))]
        for step in reversed(came):
            path.append(step[path[-1]])
        return tuple(reversed(path))


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the product of two rows of three."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _scaled(row: Sequence[float]) -> list[float]:
    """Return a row of three that adds up to one; where all of it vanished, nothing is likelier than another."""
    total = row[0] + row[1] + row[2]
    return [one / total for one in row] if total > 0.0 else [1.0 / 3.0] * 3
