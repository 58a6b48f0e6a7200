"""Word vectors: what single words mean, in seven languages at once.

`vectors.npz` beside this module holds 64 numbers for each of some 20,000 words. They come from a multilingual sentence
encoder (`models/distil_vectors.py` says how), so that "unfortunately", "leider" and "purtroppo" lie close together and
what is learnt in English carries over to languages of which the corpus has less. A word that is not among them says
nothing here; the n-grams of `features.py` still see it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.features import Ids

Floats = NDArray[np.float32]

#: Where the vectors lie: part of the code, since a trained network means nothing without them.
PATH = Path(__file__).with_name("vectors.npz")

#: Numbers a word.
DIMENSIONS = 64

#: What one is stored as, in steps of a byte.
STEPS = 200

#: Numbers a sentence: the mean of its words, and the largest and smallest of each dimension.
SENTENCE_DIMENSIONS = 3 * DIMENSIONS


@lru_cache(maxsize=1)
def _table() -> tuple[dict[int, int], Floats]:
    """Return the row of each known word by its hash, and the rows; those of frequent words are short."""
    with np.load(PATH, allow_pickle=False) as arrays:
        weights = arrays["weights"].astype(np.float32)[:, None]
        rows = arrays["vectors"].astype(np.float32) * (weights / STEPS)
        return {word: row for row, word in enumerate(arrays["ids"].tolist())}, rows


def sentence_vector(words: Ids) -> Floats:
    """Return what a sentence means: the mean, the largest and the smallest of its words' vectors, each made 2 long.

    Args:
        words: The hashes of its words, as `features.word_ids` makes them.
    """
    row_of, rows = _table()
    found = rows[[row_of[word] for word in words.tolist() if word in row_of]]
    if not len(found):
        return np.zeros(SENTENCE_DIMENSIONS, dtype=np.float32)
    parts = np.array((found.sum(axis=0), found.max(axis=0), found.min(axis=0)))
    lengths = np.sqrt((parts * parts).sum(axis=1, keepdims=True))
    return np.asarray(parts * (2 / np.maximum(lengths, 1e-6)), dtype=np.float32).ravel()
