"""The features of very many sentences at once, half of them read in a second process: threads would be no sooner."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen

import numpy as np
from numpy.typing import NDArray

import pipeline
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


_Packed = tuple[_Rows, _Rows, Floats]


def features_of(texts: Sequence[str]) -> list[SentenceFeatures]:
    """Return the features of each sentence, in their order."""
    if len(texts) <= _WORTH_A_PROCESS:
        return [sentence_features(text) for text in texts]
    chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
    half = len(chunks) // 2
    packed = _with_help(chunks[:half], chunks[half:])
    return [
        one
        for words, parts, meanings in packed
        for one in map(SentenceFeatures, words.apart(), parts.apart(), meanings)
    ]


def _with_help(own: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> list[_Packed]:
    """Return what is in these chunks and those, the latter by a second process.

    Whoever ends a training by Ctrl-C waits for nothing and leaves nothing behind.
    """
    # It finds this very package, wherever that lies, and nothing in the folder that the user happens to be in.
    surroundings = {**os.environ, "PYTHONPATH": str(Path(pipeline.__file__).parents[1])}
    command = [sys.executable, "-P", "-c", f"from {__name__} import help_out; help_out()"]
    # In a session of its own: Ctrl-C reaches this process alone, which ends the other.
    with Popen(command, env=surroundings, start_new_session=True, stdin=PIPE, stdout=PIPE) as helper:  # noqa: S603
        assert helper.stdin is not None  # noqa: S101 - for the type checker, as the next
        assert helper.stdout is not None  # noqa: S101
        try:
            pickle.dump(others, helper.stdin)
            helper.stdin.close()
            return [*map(_packed, own), *pickle.load(helper.stdout)]  # noqa: S301 - from a process of ours
        finally:
            helper.kill()
            with suppress(BrokenPipeError):
                helper.stdin.close()


def help_out() -> None:
    """Read chunks from standard input, and write what is in them to standard output."""
    chunks = pickle.load(sys.stdin.buffer)  # noqa: S301 - from a process of ours
    sys.stdout.buffer.write(pickle.dumps([*map(_packed, chunks)]))


def _packed(texts: Sequence[str]) -> _Packed:
    """Return the words, the parts and the meanings of sentences."""
    found = [sentence_features(text) for text in texts]
    words, parts = _Rows.of([one.words for one in found]), _Rows.of([one.parts for one in found])
    return words, parts, meanings_of(found)
