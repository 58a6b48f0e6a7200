"""Artifacts: a model on disk, with its passport and its card.

    <folder>/model.npz      plain arrays; loaded with pickling refused, so loading runs nothing
    <folder>/passport.json  format, name, digest of the arrays, versions, corpus, recipe, thresholds, figures
    <folder>/card.md        the same for people

An artifact is written beside its place and moved there when it is whole, so that no reader ever sees half of one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.linear import LinearModel, Vocabulary
from pipeline.classifier.model import CANDIDACY, COLUMNS, FEEDBACK, POOLED, TELLS, TRAITS, Models
from pipeline.classifier.network import Network
from pipeline.classifier.vectors import SENTENCE_DIMENSIONS
from pipeline.core.verdict import Thresholds
from pipeline.errors import ModelCorruptError, ModelIncompatibleError, ModelMissingError

#: Raised when the meaning of an array or of a feature number changes. 1: the first. 2: two columns make the score.
#: 3: the candidacy has a model of its own, and feature numbers are stored by their distances. 4: feedback is told by a
#: network over the acts, and weights by rarity are stored once each. 5: that network sees the sentences around as well.
#: 6: and tells praise too.
FORMAT = 6

#: What a passport must say for its arrays to mean here what they meant where they were made.
_MEANING = {"format": FORMAT, "acts": list(TELLS), "columns": list(COLUMNS)}

_ARRAYS = "model.npz"
_PASSPORT = "passport.json"
_CARD = "card.md"

#: Larger numbers stand in no model that was fitted, and their products would overflow to infinity, then to no number.
_LARGEST = 1e6

#: The date of every entry in the arrays' archive, so that equal models are equal files.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def passport(folder: Path) -> dict[str, Any]:
    """Return the passport of an artifact, without loading its arrays.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError.
    """
    path = folder / _PASSPORT
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelMissingError(
            f"There is no model in {folder}.", hint="Reinstall Afterword, or train one with `afterword retrain`."
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise _corrupt(folder) from error
    if not isinstance(data, dict) or any(data.get(key) != value for key, value in _MEANING.items()):
        raise ModelIncompatibleError(
            f"The model in {folder} is of another format than this version of Afterword reads.",
            hint="Train a new one with `afterword retrain`, or remove `models/current` in the state directory; the"
            " shipped one is used then.",
        )
    return data


def load(folder: Path) -> Models:
    """Return the models of an artifact.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError.
    """
    facts = passport(folder)
    try:
        with np.load(_verified(folder / _ARRAYS, facts["digest"]), allow_pickle=False) as arrays:
            acts = _model(arrays, "acts", TELLS, blocks=2, dense=0)
            network = _network(arrays, "network", SENTENCE_DIMENSIONS, TELLS)
            feedback = _network(arrays, "feedback", TRAITS, FEEDBACK)
            labels = _model(arrays, "labels", COLUMNS, blocks=2, dense=POOLED)
            candidacy = _model(arrays, "candidacy", CANDIDACY, blocks=3, dense=SENTENCE_DIMENSIONS)
        return Models(
            name=facts["name"],
            acts=acts,
            network=network,
            labels=labels,
            candidacy=candidacy,
            feedback=feedback,
            network_share=_number(facts["network_share"], most=1),
            act_weight=_number(facts["act_weight"]),
            meaning_weight=_number(facts["meaning_weight"]),
            temperature=_number(facts["temperature"], least=1 / _LARGEST),
            thresholds=Thresholds(**{key: _number(value) for key, value in facts["thresholds"].items()}),
        )
    except FileNotFoundError:
        raise ModelMissingError(f"The model in {folder} has lost its arrays.", hint="Reinstall Afterword.") from None
    # zipfile, its decompressors and numpy raise what no list holds: BadZipFile, zlib.error, LZMAError, EOFError,
    # NotImplementedError (an unknown method), RuntimeError (a password), MemoryError (a vast shape), AttributeError (an
    # entry that is no array), OverflowError, and more with each release.
    except Exception as error:
        raise _corrupt(folder) from error


def save(models: Models, folder: Path, facts: Mapping[str, object], card: str) -> None:
    """Write an artifact: to a folder beside its place first, then moved there in one step."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        arrays = {
            **_arrays(models.acts, "acts"),
            **_arrays_of_network(models.network, "network"),
            **_arrays_of_network(models.feedback, "feedback"),
            **_arrays(models.labels, "labels"),
            **_arrays(models.candidacy, "candidacy"),
        }
        write_arrays(draft / _ARRAYS, arrays)
        full = {
            **_MEANING,
            "name": models.name,
            "digest": _digest((draft / _ARRAYS).read_bytes()),
            "network_share": models.network_share,
            "act_weight": models.act_weight,
            "meaning_weight": models.meaning_weight,
            "temperature": models.temperature,
            "thresholds": {"lower": models.thresholds.lower, "upper": models.thresholds.upper},
            **facts,
        }
        (draft / _PASSPORT).write_text(json.dumps(full, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        (draft / _CARD).write_text(card, encoding="utf-8")
        draft.chmod(0o755)
        _swap(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _swap(draft: Path, folder: Path) -> None:
    """Put a finished folder in place of the old one."""
    if not folder.exists():
        draft.rename(folder)
        return
    for name in (_ARRAYS, _CARD, _PASSPORT):  # the passport last: a digest that does not match is never believed
        (draft / name).replace(folder / name)


def _arrays(model: LinearModel, prefix: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of one linear model under their names in the file.

    Ranks are counted from the largest weight by rarity: it is that of the rarest features, which are the most, so that
    the commonest rank is 0 and compresses best.
    """
    values, ranks = np.unique(model.vocabulary.idf.astype(np.float32), return_inverse=True)
    return {
        f"{prefix}_ids": _planes(np.diff(model.vocabulary.ids, prepend=np.uint32(0))),
        f"{prefix}_idf": values,
        f"{prefix}_idf_ranks": _planes(len(values) - 1 - ranks),
        f"{prefix}_blocks": np.array(model.vocabulary.block_weights, dtype=np.float64),
        f"{prefix}_steps": model.steps,
        f"{prefix}_scale": model.scale,
        f"{prefix}_intercept": model.intercept,
    }


def _planes(numbers: NDArray[np.integer]) -> NDArray[np.uint8]:
    """Return small numbers as a row for each of their four bytes: half as long when compressed."""
    return np.ascontiguousarray(numbers.astype("<u4").view(np.uint8).reshape(-1, 4).T)


def _numbers(planes: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the numbers of which `_planes` made the rows."""
    return np.ascontiguousarray(planes.T).view("<u4").ravel()


def _number(value: object, *, least: float = 0, most: float = _LARGEST) -> float:
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
        _number(float(np.abs(array).max(initial=0)))  # the largest of what holds NaN is NaN
    return array


def _vocabulary(arrays: Mapping[str, NDArray[Any]], prefix: str, blocks: int) -> Vocabulary:
    """Return the features of a linear model. Their weights by rarity are few values, which are stored once each.

    Their ranks count from the last value, the commonest: see `_arrays`.

    Raises:
        ValueError: if the arrays do not belong together.
    """
    ids = _numbers(_array(arrays, f"{prefix}_ids", "u1", (4, None))).cumsum(dtype=np.uint32)
    values = _array(arrays, f"{prefix}_idf", "f4", (None,))
    ranks = _numbers(_array(arrays, f"{prefix}_idf_ranks", "u1", (4, len(ids))))
    if len(ids) and (ranks.max() >= len(values) or values.min() <= 0):  # a text of no length cannot be scaled to one
        raise ValueError("weights by rarity that no features have")
    weights = _array(arrays, f"{prefix}_blocks", "f8", (blocks,))
    return Vocabulary(ids, values[len(values) - 1 - ranks.astype(np.intp)], tuple(weights.tolist()))


def _model(
    arrays: Mapping[str, NDArray[Any]], prefix: str, classes: tuple[str, ...], *, blocks: int, dense: int
) -> LinearModel:
    """Return one linear model, with so many blocks and dense features, from the arrays of a file."""
    vocabulary, width = _vocabulary(arrays, prefix, blocks), len(classes)
    return LinearModel(
        vocabulary,
        _array(arrays, f"{prefix}_steps", "i1", (len(vocabulary.ids) + dense, width)),
        _array(arrays, f"{prefix}_scale", "f4", (width,)),
        _array(arrays, f"{prefix}_intercept", "f4", (width,)),
        classes,
    )


def _arrays_of_network(network: Network, prefix: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of a network under their names in the file."""
    return {
        f"{prefix}_hidden_weights": network.hidden_weights.astype(np.float16),
        f"{prefix}_hidden_intercept": network.hidden_intercept.astype(np.float16),
        f"{prefix}_weights": network.weights.astype(np.float16),
        f"{prefix}_intercept": network.intercept.astype(np.float16),
    }


def _network(arrays: Mapping[str, NDArray[Any]], prefix: str, inputs: int, classes: tuple[str, ...]) -> Network:
    """Return a network with so many inputs from the arrays of a file."""
    hidden = _array(arrays, f"{prefix}_hidden_weights", "f2", (inputs, None))
    units, width = hidden.shape[1], len(classes)
    return Network(
        hidden_weights=hidden.astype(np.float32),
        hidden_intercept=_array(arrays, f"{prefix}_hidden_intercept", "f2", (units,)).astype(np.float32),
        weights=_array(arrays, f"{prefix}_weights", "f2", (units, width)).astype(np.float32),
        intercept=_array(arrays, f"{prefix}_intercept", "f2", (width,)).astype(np.float32),
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


def _verified(path: Path, digest: object) -> BytesIO:
    """Return a file that has this digest.

    Raises:
        ValueError: if it has another.
    """
    data = path.read_bytes()
    if _digest(data) != digest:
        raise ValueError("another digest")
    return BytesIO(data)


def _digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


def _corrupt(folder: Path) -> ModelCorruptError:
    return ModelCorruptError(
        f"The model in {folder} does not match its passport.",
        hint="Reinstall Afterword, or train a new one with `afterword retrain`.",
    )
