"""The features of very many sentences at once, read in two processes: two threads of Python are no sooner than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from joblib.externals.loky import get_reusable_executor
from numpy.typing import NDArray

from pipeline.classifier.features import Ids
from pipeline.classifier.linear import Floats
from pipeline.classifier.model import SentenceFeatures, meanings_of, sentence_features

#: So many sentences go to a process at a time, and so many are read sooner than a process starts.
_CHUNK = 8_000
_WORTH_A_PROCESS = 20_000


@dataclass(frozen=True, slots=True)
class _Rows:
    """Arrays of any length, end to end: one large array passes between processes in no time, many small ones do not."""

    values: Ids
    ends: NDArray[np.intp]

    @classmethod
    def of(cls, arrays: Sequence[Ids]) -> _Rows:
        return cls(np.concatenate(arrays), np.cumsum([len(array) for array in arrays]))

    def apart(self) -> list[Ids]:
        return np.split(self.values, self.ends[:-1])


def features_of(texts: Sequence[str]) -> list[SentenceFeatures]:
    """Return the features of each sentence, in their order."""
    if len(texts) <= _WORTH_A_PROCESS:
        return [sentence_features(text) for text in texts]
    chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
    found: list[SentenceFeatures] = []
    for words, parts, meanings in Parallel(n_jobs=2)(delayed(_packed)(chunk) for chunk in chunks):
        found += map(SentenceFeatures, words.apart(), parts.apart(), meanings)
    get_reusable_executor().shutdown()  # or both would wait for more, and outlive a training that is ended
    return found


def _packed(texts: Sequence[str]) -> tuple[_Rows, _Rows, Floats]:
    """Return the words, the parts and the meanings of sentences."""
    found = [sentence_features(text) for text in texts]
    words, parts = _Rows.of([one.words for one in found]), _Rows.of([one.parts for one in found])
    return words, parts, meanings_of(found)
