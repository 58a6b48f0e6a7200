"""A linear model as plain arrays: what it takes to score without scikit-learn.

scikit-learn fits the weights (`training.py`); importing it would cost every run two seconds. The arithmetic of a fitted
one-against-rest logistic model is a sparse dot product and a sigmoid, which numpy does alone. A test holds the two to
1e-6 of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.features import Ids

Floats = NDArray[np.float32]

#: The features of one text, in blocks that are weighed apart: words and parts of words, or body and subject.
Blocks = tuple[Ids, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features that a model knows: sorted 32-bit numbers with their inverse document frequencies.

    `block_weights` are the lengths to which each block's vector is scaled.
    """

    ids: Ids
    idf: Floats
    block_weights: tuple[float, ...]

    def row(self, blocks: Blocks) -> tuple[NDArray[np.intp], Floats]:
        """Return the positions and values of a text's known features.

        Values are sublinear term frequency times inverse document frequency, each block scaled to its length (Manning,
        Raghavan, Schütze: Introduction to Information Retrieval, 6.4).
        """
        places, values = [], []
        for block, weight in zip(blocks, self.block_weights, strict=True):
            numbers, counts = np.unique(block, return_counts=True)
            place = np.searchsorted(self.ids, numbers)
            place[place == len(self.ids)] = 0
            known = self.ids[place] == numbers if len(self.ids) else np.zeros(len(place), dtype=bool)
            place = place[known]
            value = (1 + np.log(counts[known])) * self.idf[place]
            length = np.linalg.norm(value)
            if length > 0:
                places.append(place)
                values.append((value * (weight / length)).astype(np.float32))
        if not places:
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)
        return np.concatenate(places), np.concatenate(values)


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

    def margins(self, blocks: Blocks, dense: Floats | None = None) -> Floats:
        """Return the margin of each class for one text, with its dense features if the model has any."""
        place, value = self.vocabulary.row(blocks)
        sums = value @ self.steps[place].astype(np.float32)
        if dense is not None:
            sums = sums + dense @ self.steps[len(self.vocabulary.ids) :].astype(np.float32)
        return np.asarray(sums * self.scale + self.intercept, dtype=np.float32)


def in_steps(
    vocabulary: Vocabulary, weights: NDArray[np.float64], intercept: NDArray[np.float64], classes: tuple[str, ...]
) -> LinearModel:
    """Return a model of fitted weights (a row a class, a column a feature), each class in 127 steps to either side."""
    scale = np.maximum(np.abs(weights).max(axis=1), 1e-6).astype(np.float32) / np.float32(127)
    steps = np.round(weights / scale[:, None]).astype(np.int8).T
    return LinearModel(vocabulary, np.ascontiguousarray(steps), scale, intercept.astype(np.float32), classes)


def sigmoid(margins: Floats) -> Floats:
    """Return the logistic function of margins."""
    return np.asarray(1 / (1 + np.exp(-np.clip(margins, -40, 40))), dtype=np.float32)


def vocabulary_of(
    texts: Sequence[Blocks], sources: Sequence[int], block_weights: tuple[float, ...], most: int
) -> Vocabulary:
    """Return the features that stand in two sources at least: the most widespread ones of them.

    Args:
        texts: The features of each text.
        sources: The number of the example that each text is from. An example and its variants are one source.
        block_weights: To which length each block of a text is scaled.
        most: How many features to keep.
    """
    present = [np.unique(np.concatenate(blocks)) for blocks in texts]
    owners = np.repeat(np.array(sources, dtype=np.uint64), [len(ids) for ids in present])
    pairs = np.unique((np.concatenate(present).astype(np.uint64) << np.uint64(32)) | owners)
    ids, counts = np.unique((pairs >> np.uint64(32)).astype(np.uint32), return_counts=True)
    widespread = np.argsort(-counts, kind="stable")[:most]
    kept = np.sort(widespread[counts[widespread] > 1])
    idf = np.log((1 + len(set(sources))) / (1 + counts[kept])) + 1
    return Vocabulary(ids[kept], idf.astype(np.float32), block_weights)
