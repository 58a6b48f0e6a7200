"""What the reader of names has learned, as one file of plain arrays.

The file is read with pickling refused. Names of features are lines of UTF-8 text: a person can see what is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from pipeline.errors import ModelError
from pipeline.reading.learned import meanings
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.tagger import Tagger
from pipeline.reading.learned.trees import Trees

#: The form of the file; another one is not read.
FORMAT = 2


@dataclass(frozen=True)
class Chooser:
    """What marks one kind of name and chooses among the candidates.

    `columns` are the features' names in the order of the trees' columns; `least` is the probability from which the
    likeliest candidate is believed.
    """

    tagger: Tagger
    trees: Trees
    columns: tuple[str, ...]
    least: float


@dataclass(frozen=True)
class Learned:
    """What chooses companies, what chooses roles, and the groups of words that both are told."""

    meanings: Meanings
    company: Chooser
    role: Chooser


def arrays_of(learned: Learned) -> dict[str, Any]:
    """Return the arrays that `load` makes the same of."""
    return {
        "format": np.array([FORMAT]),
        **meanings.arrays_of(learned.meanings),
        **_arrays("company", learned.company),
        **_arrays("role", learned.role),
    }


@contextmanager
def opened(path: Path, form: int) -> Iterator[dict[str, Any]]:
    """Give the arrays of a file; raise ModelError if it, or what is made of it, is faulty or of another form."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            if file["format"].item() != form:
                raise ModelError(f"{path} is of another version of Afterword. Install Afterword anew.")
            arrays = {name: file[name] for name in file.files}
        yield arrays
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(f"{path} cannot be read: {type(error).__name__}. Install Afterword anew.") from error


@lru_cache(maxsize=2)
def load(path: Path) -> Learned:
    """Return what the file holds; raise ModelError if it cannot be read or is of another form."""
    with opened(path, FORMAT) as arrays:
        known = meanings.of_arrays(arrays["words"], arrays["groups"])
        return Learned(known, _chooser("company", arrays), _chooser("role", arrays))


def _arrays(kind: str, chooser: Chooser) -> dict[str, Any]:
    """Return what one chooser is made of as arrays."""
    features = sorted(chooser.tagger.weights)
    trees = chooser.trees
    return {
        f"{kind}_features": bytes_of(features),
        f"{kind}_weights": np.array([chooser.tagger.weights[one] for one in features], np.float16),
        f"{kind}_transitions": chooser.tagger.transitions,
        f"{kind}_columns": bytes_of(chooser.columns),
        f"{kind}_roots": trees.roots.astype(np.int32),
        f"{kind}_column": trees.column.astype(np.int16),
        f"{kind}_limit": trees.limit,
        f"{kind}_left": trees.left.astype(np.int32),
        f"{kind}_right": trees.right.astype(np.int32),
        f"{kind}_value": trees.value.astype(np.float32),
        f"{kind}_bias": np.array([trees.bias]),
        f"{kind}_least": np.array([chooser.least]),
    }


def _chooser(kind: str, arrays: Mapping[str, Any]) -> Chooser:
    """Return the chooser that arrays hold."""
    of = {name.removeprefix(f"{kind}_"): array for name, array in arrays.items() if name.startswith(f"{kind}_")}
    features, weights = lines_of(of["features"]), of["weights"].astype(np.float64)
    if len(features) != len(weights):
        raise ValueError(f"{len(features)} features and {len(weights)} weights")
    trees = Trees(
        roots=of["roots"].astype(np.int64),
        column=of["column"].astype(np.int64),
        limit=of["limit"].astype(np.float64),
        left=of["left"].astype(np.int64),
        right=of["right"].astype(np.int64),
        value=of["value"].astype(np.float64),
        bias=float(of["bias"].item()),
    )
    tagger = Tagger(dict(zip(features, weights.tolist(), strict=True)), of["transitions"].astype(np.float64))
    return Chooser(tagger, trees, tuple(lines_of(of["columns"])), float(of["least"].item()))


def bytes_of(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Return lines as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def lines_of(array: npt.NDArray[np.uint8]) -> list[str]:
    """Return the lines that an array of bytes holds."""
    return array.tobytes().decode().split("\n")
