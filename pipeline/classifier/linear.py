"""A linear model as plain arrays: what it takes to score without scikit-learn.

scikit-learn fits the weights (`fitting.py`); importing it would cost every run two seconds. The arithmetic of a fitted
one-against-rest logistic model is a sparse dot product and a sigmoid, which numpy does alone. A test holds the two to
1e-6 of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.features import Ids

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

#: The features of one text, in blocks that are weighed apart: words and parts of words, or body and subject.
Blocks = tuple[Ids, ...]


Places = NDArray[np.intp]

#: Owner and feature share one number: the owner above, the feature below.
_ABOVE = np.uint64(32)
_LOWER = np.uint64(0xFFFFFFFF)
_NOTHING = np.zeros(0, dtype=np.uint64)

#: Steps of a weight that are not kept.
_TOO_SMALL = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """The known features of texts: text `i` has those from `ends[i]` up to `ends[i + 1]`."""

    places: Places
    values: Floats
    ends: Places


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features that a model knows: sorted 32-bit numbers with their inverse document frequencies.

    `block_weights` are the lengths to which each block's vector is scaled.
    """

    ids: Ids
    idf: Floats
    block_weights: tuple[float, ...]

    def rows(self, texts: Sequence[Blocks]) -> Rows:
        """Return the known features of texts.

        Values are sublinear term frequency times inverse document frequency, each block scaled to its length (Manning,
        Raghavan, Schütze: Introduction to Information Retrieval, 6.4).
        """
        blocks = [
            self._block([text[number] for text in texts], weight) for number, weight in enumerate(self.block_weights)
        ]
        owner = np.concatenate([owner for owner, _, _ in blocks])
        order = np.argsort(owner, kind="stable")
        return Rows(
            places=np.concatenate([places for _, places, _ in blocks])[order],
            values=np.concatenate([values for _, _, values in blocks])[order],
            ends=np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=len(texts))))),
        )

    def _block(self, texts: Sequence[Ids], weight: float) -> tuple[Places, Places, Floats]:
        """Return the known features of one block of texts: whose each is, its place and its value."""
        owners = np.repeat(np.arange(len(texts), dtype=np.uint64) << _ABOVE, [len(ids) for ids in texts])
        pairs, counts = np.unique(owners | np.concatenate((_NOTHING, *texts)), return_counts=True)
        numbers = (pairs & _LOWER).astype(np.uint32)
        place = np.searchsorted(self.ids, numbers)
        place[place == len(self.ids)] = 0
        known = self.ids[place] == numbers if len(self.ids) else np.zeros(len(place), dtype=bool)
        owner, place = (pairs[known] >> _ABOVE).astype(np.intp), place[known]
        value = (1 + np.log(counts[known])) * self.idf[place]
        length = np.sqrt(np.bincount(owner, weights=value * value, minlength=len(texts)))
        return owner, place, (value * (weight / length[owner])).astype(np.float32)


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One weight for each feature and class, fitted as one-against-rest logistic regressions.

    `steps` has a row for each feature of the vocabulary, then one for each dense feature, and a column a class: the
    weights in steps of `scale`, one scale a class. A byte a weight is as good as a float to every ranking that was
    measured, and a quarter of it.
    """

    vocabulary: Vocabulary
    steps: NDArray[np.int8]
    scale: Floats
    intercept: Floats
    classes: tuple[str, ...]

    @property
    def weights(self) -> Floats:
        """The weights themselves."""
        return self.steps * self.scale

    def margins(self, texts: Sequence[Blocks], dense: Floats | None = None) -> Floats:
        """Return the margin of each class (columns) for each text (rows), with dense features if the model has any."""
        rows = self.vocabulary.rows(texts)
        sums = np.zeros((len(texts), len(self.classes)), dtype=np.float32)
        for number, (start, end) in enumerate(pairwise(rows.ends.tolist())):
            sums[number] = rows.values[start:end] @ self.steps[rows.places[start:end]].astype(np.float32)
        if dense is not None:
            sums += dense @ self.steps[len(self.vocabulary.ids) :].astype(np.float32)
        return np.asarray(sums * self.scale + self.intercept, dtype=np.float32)


def in_steps(
    vocabulary: Vocabulary, weights: NDArray[np.float64], intercept: NDArray[np.float64], classes: tuple[str, ...]
) -> LinearModel:
    """Return a model of fitted weights (a row a class, a column a feature), each class in 127 steps to either side.

    Up to two steps become none: they move no ranking that was measured, and what is nothing takes no room in the file.
    """
    scale = np.maximum(np.abs(weights).max(axis=1), 1e-6).astype(np.float32) / np.float32(127)
    steps = np.round(weights / scale[:, None]).astype(np.int8).T
    steps[np.abs(steps) <= _TOO_SMALL] = 0
    return LinearModel(vocabulary, np.ascontiguousarray(steps), scale, intercept.astype(np.float32), classes)


def sigmoid(margins: Floats) -> Floats:
    """Return the logistic function of margins."""
    return np.asarray(1 / (1 + np.exp(-np.clip(margins, -40, 40))), dtype=np.float32)


def vocabulary_of(
    texts: Sequence[Blocks],
    sources: Sequence[int],
    block_weights: tuple[float, ...],
    most: int,
    *,
    rarity: float = 1.0,
) -> Vocabulary:
    """Return the features that stand in two sources at least: the most widespread ones of them.

    Args:
        texts: The features of each text.
        sources: The number of the example that each text is from. An example and its variants are one source.
        block_weights: To which length each block of a text is scaled.
        most: How many features to keep.
        rarity: The power to which the inverse document frequencies are raised: the higher, the less the words weigh
            that every text holds.
    """
    numbers = np.concatenate([_NOTHING.astype(np.uint32), *(ids for blocks in texts for ids in blocks)])
    owners = np.repeat(np.array(sources, dtype=np.uint64), [sum(map(len, blocks)) for blocks in texts])
    pairs = (numbers.astype(np.uint64) << _ABOVE) | owners
    pairs.sort()
    sorted_ids = (pairs[_first_of_its_kind(pairs)] >> _ABOVE).astype(np.uint32)
    starts = np.flatnonzero(_first_of_its_kind(sorted_ids))
    ids, counts = sorted_ids[starts], np.diff(starts, append=len(sorted_ids))
    widespread = np.argsort(-counts, kind="stable")[:most]
    kept = np.sort(widespread[counts[widespread] > 1])
    idf = (np.log((1 + len(set(sources))) / (1 + counts[kept])) + 1) ** rarity
    return Vocabulary(ids[kept], idf.astype(np.float32), block_weights)


def _first_of_its_kind(ordered: NDArray[np.unsignedinteger]) -> Bools:
    """Return which of some ordered numbers differ from the one before.

    `numpy.unique` would sort them again, or put them all into a hash table, at several times the cost.
    """
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return first
