"""Models as plain arrays, and back: what is stored of a model, in which form, and what it must be to be believed."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.features import Ids
from pipeline.classifier.linear import LinearModel, Vocabulary
from pipeline.classifier.network import Network

#: Larger numbers stand in no model that was fitted, and their products would overflow to infinity, then to no number.
LARGEST = 1e6

#: The features that any linear model knows.
_IDS = "ids"

#: The date of every entry in the arrays' archive, so that equal models are equal files.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def linear_arrays(models: Mapping[str, LinearModel]) -> dict[str, NDArray[Any]]:
    """Return the arrays of linear models under their names in the file, those of each behind its own name.

    The models know much the same features: each is stored once, and for each model a bit whether it knows it. Four of
    five steps are none: a bit for each says where one is, and only these are stored, class by class. That is a fifth
    shorter when compressed than all of them are, in a tenth of the time.
    """
    every = np.unique(np.concatenate([model.vocabulary.ids for model in models.values()]))
    arrays: dict[str, NDArray[Any]] = {_IDS: _planes(np.diff(every, prepend=np.uint32(0)))}
    for name, model in models.items():
        steps = model.steps.T.ravel()
        arrays |= {
            f"{name}_known": np.packbits(np.isin(every, model.vocabulary.ids)),
            **_rarities(model.vocabulary, name),
            f"{name}_blocks": np.array(model.vocabulary.block_weights, dtype=np.float64),
            f"{name}_where": np.packbits(steps != 0),
            f"{name}_steps": steps[steps != 0],
            f"{name}_scale": model.scale,
            f"{name}_intercept": model.intercept,
        }
    return arrays


def _rarities(vocabulary: Vocabulary, name: str) -> dict[str, NDArray[Any]]:
    """Return the weights by rarity, which are few values: these, and the rank of each feature's.

    Ranks are counted from the largest weight by rarity: it is that of the rarest features, which are the most, so that
    the commonest rank is 0 and compresses best.
    """
    values, ranks = np.unique(vocabulary.idf.astype(np.float32), return_inverse=True)
    return {f"{name}_idf": values, f"{name}_idf_ranks": _planes(len(values) - 1 - ranks)}


def _planes(numbers: NDArray[np.integer]) -> NDArray[np.uint8]:
    """Return small numbers as a row for each of their four bytes: half as long when compressed."""
    return np.ascontiguousarray(numbers.astype("<u4").view(np.uint8).reshape(-1, 4).T)


def _numbers(planes: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the numbers of which `_planes` made the rows."""
    return np.ascontiguousarray(planes.T).view("<u4").ravel()


def number(value: object, *, least: float = 0, most: float = LARGEST) -> float:
    """Return a number of a passport.

    Raises:
        ValueError: if it is none, or beyond its bounds.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError("not a number that a model has")
    return float(value)


def _array(arrays: Mapping[str, NDArray[Any]], name: str, kind: str, shape: tuple[int | None, ...]) -> NDArray[Any]:
    """Return an array of a file.

    Args:
        arrays: The file.
        name: Which array.
        kind: Its kind and bytes a number, as in `f4`; in whichever order the bytes are.
        shape: Its lengths; None for any.

    Raises:
        ValueError: if it is of another kind or shape, or holds what is no number or far too large.
    """
    array = arrays[name]
    if array.dtype.str[1:] != kind or array.ndim != len(shape):
        raise ValueError(f"{name} is of the wrong kind")
    if any(want not in {None, got} for want, got in zip(shape, array.shape, strict=True)):
        raise ValueError(f"{name} is of the wrong shape")
    if kind.startswith("f"):
        number(float(np.abs(array).max(initial=0)))  # the largest of what holds NaN is NaN
    return array


def feature_ids(arrays: Mapping[str, NDArray[Any]]) -> Ids:
    """Return the features that any linear model of a file knows; raise KeyError or ValueError if it has none."""
    return _numbers(_array(arrays, _IDS, "u1", (4, None))).cumsum(dtype=np.uint32)


def linear_model(
    arrays: Mapping[str, NDArray[Any]], name: str, every: Ids, classes: tuple[str, ...], *, blocks: int, dense: int
) -> LinearModel:
    """Return one linear model, with so many blocks and dense features, from the arrays of a file.

    `every` are the features that any of its models knows: a file unpacks an array anew each time it is asked for it.

    Raises:
        KeyError, ValueError: if an array is missing, or they do not belong together.
    """
    vocabulary, width = _vocabulary(arrays, name, every, blocks), len(classes)
    return LinearModel(
        vocabulary,
        _steps(arrays, name, (len(vocabulary.ids) + dense, width)),
        _array(arrays, f"{name}_scale", "f4", (width,)),
        _array(arrays, f"{name}_intercept", "f4", (width,)),
        classes,
    )


def _vocabulary(arrays: Mapping[str, NDArray[Any]], name: str, every: Ids, blocks: int) -> Vocabulary:
    """Return the features of a linear model. The ranks of their weights by rarity count from the last, the commonest.

    Raises:
        ValueError: if the arrays do not belong together.
    """
    ids = every[_bits(arrays, f"{name}_known", len(every))]
    values = _array(arrays, f"{name}_idf", "f4", (None,))
    ranks = _numbers(_array(arrays, f"{name}_idf_ranks", "u1", (4, len(ids))))
    if len(ids) and (ranks.max() >= len(values) or values.min() <= 0):  # a text of no length cannot be scaled to one
        raise ValueError("weights by rarity that no features have")
    weights = _array(arrays, f"{name}_blocks", "f8", (blocks,))
    return Vocabulary(ids, values[len(values) - 1 - ranks.astype(np.intp)], tuple(weights.tolist()))


def _steps(arrays: Mapping[str, NDArray[Any]], name: str, shape: tuple[int, int]) -> NDArray[np.int8]:
    """Return the steps of a linear model: a row a feature, a column a class.

    Raises:
        ValueError: if there are more or fewer than their places.
    """
    height, width = shape
    some = _bits(arrays, f"{name}_where", height * width)
    steps = np.zeros(height * width, dtype=np.int8)
    steps[some] = _array(arrays, f"{name}_steps", "i1", (int(some.sum()),))
    return np.ascontiguousarray(steps.reshape(width, height).T)


def _bits(arrays: Mapping[str, NDArray[Any]], name: str, count: int) -> NDArray[np.bool_]:
    """Return so many bits that an array holds; raise ValueError if it holds more or fewer."""
    packed = _array(arrays, name, "u1", ((count + 7) // 8,))
    return np.unpackbits(packed, count=count).view(np.bool_)


def network_arrays(network: Network, name: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of a network under their names in the file."""
    return {
        f"{name}_hidden_weights": network.hidden_weights.astype(np.float16),
        f"{name}_hidden_intercept": network.hidden_intercept.astype(np.float16),
        f"{name}_weights": network.weights.astype(np.float16),
        f"{name}_intercept": network.intercept.astype(np.float16),
    }


def network_model(arrays: Mapping[str, NDArray[Any]], name: str, inputs: int, classes: tuple[str, ...]) -> Network:
    """Return a network with so many inputs from the arrays of a file."""
    hidden = _array(arrays, f"{name}_hidden_weights", "f2", (inputs, None))
    units, width = hidden.shape[1], len(classes)
    return Network(
        hidden_weights=hidden.astype(np.float32),
        hidden_intercept=_array(arrays, f"{name}_hidden_intercept", "f2", (units,)).astype(np.float32),
        weights=_array(arrays, f"{name}_weights", "f2", (units, width)).astype(np.float32),
        intercept=_array(arrays, f"{name}_intercept", "f2", (width,)).astype(np.float32),
        classes=classes,
    )


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays as .npz, byte for byte the same for the same arrays (numpy.savez stamps the time of day)."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_ZIP_DATE)
            stream = BytesIO()
            np.lib.format.write_array(stream, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(entry, stream.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)
