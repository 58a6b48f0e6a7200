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

    `weights` has a row for each feature of the vocabulary, then one for each dense feature, and a column a class.
    """

    vocabulary: Vocabulary
    weights: Floats
    intercept: Floats
    classes: tuple[str, ...]

    def margins(self, blocks: Blocks, dense: Floats | None = None) -> Floats:
        """Return the margin of each class for one text, with its dense features if the model has any."""
        place, value = self.vocabulary.row(blocks)
        margins = value @ self.weights[place] + self.intercept
        if dense is not None:
            margins = margins + dense @ self.weights[len(self.vocabulary.ids) :]
        return np.asarray(margins, dtype=np.float32)


def sigmoid(margins: Floats) -> Floats:
    """Return the logistic function of margins."""
    return np.asarray(1 / (1 + np.exp(-np.clip(margins, -40, 40))), dtype=np.float32)


def vocabulary_of(texts: Sequence[Blocks], block_weights: tuple[float, ...], *, least: int = 2) -> Vocabulary:
    """Return the vocabulary of features that stand in at least `least` texts."""
    present = [np.unique(np.concatenate(blocks)) for blocks in texts]
    ids, counts = np.unique(np.concatenate(present), return_counts=True)
    kept = counts >= least
    idf = np.log((1 + len(texts)) / (1 + counts[kept])) + 1
    return Vocabulary(ids[kept], idf.astype(np.float32), block_weights)
