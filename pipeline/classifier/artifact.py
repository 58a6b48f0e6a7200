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
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from pipeline import resources
from pipeline.classifier.arrays import (
    LARGEST,
    feature_ids,
    linear_arrays,
    linear_model,
    network_arrays,
    network_model,
    number,
    write_arrays,
)
from pipeline.classifier.columns import CANDIDACY, COLUMNS, ENDING, FEEDBACK, TELLS
from pipeline.classifier.model import Models
from pipeline.classifier.pooling import CONTEXT, POOLED, TRAITS
from pipeline.classifier.vectors import SENTENCE_DIMENSIONS
from pipeline.core.verdict import Thresholds
from pipeline.errors import ModelCorruptError, ModelIncompatibleError, ModelMissingError, UserError, why

#: Raised when the meaning of an array or of a feature number changes. 1: the first. 2: two columns make the score.
#: 3: the candidacy has a model of its own, and feature numbers are stored by their distances. 4: feedback is told by a
#: network over the acts, and weights by rarity are stored once each. 5: that network sees the sentences around as well.
#: 6: and tells praise too. 7: a feature is stored once for all models that know it, and of the
#: steps of weights only those that are some. 8: two networks share in the score.
FORMAT = 8

#: What a passport must say for its arrays to mean here what they meant where they were made.
_MEANING = {"format": FORMAT, "acts": list(TELLS), "columns": list(COLUMNS)}

_ARRAYS = "model.npz"
_PASSPORT = "passport.json"
_CARD = "card.md"


def passport(folder: Path) -> dict[str, Any]:
    """Return the passport of an artifact, without loading its arrays.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError.
    """
    path = folder / _PASSPORT
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelMissingError(f"There is no model in {folder}.", hint=_remedy(folder)) from None
    except (OSError, ValueError, RecursionError) as error:
        raise _corrupt(folder) from error
    if not isinstance(data, dict) or any(data.get(key) != value for key, value in _MEANING.items()):
        raise ModelIncompatibleError(
            f"The model in {folder} is of another format than this version of Afterword reads.",
            hint=_remedy(folder),
        )
    if not isinstance(data.get("name"), str):
        raise _corrupt(folder)
    return data


def card_in(folder: Path) -> str:
    """Return the card of an artifact.

    Raises:
        ModelMissingError: It has none that can be read.
    """
    try:
        return (folder / _CARD).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ModelMissingError(f"The model in {folder} has lost its card.", hint=_remedy(folder)) from None


def brier_of(facts: Mapping[str, Any]) -> float | None:
    """Return the Brier score that a passport tells, or None if it tells none."""
    figures = facts.get("figures")
    brier = figures.get("brier") if isinstance(figures, Mapping) else None
    return float(brier) if isinstance(brier, int | float) else None


def thresholds(folder: Path) -> Thresholds:
    """Return the two lines of an artifact, of which nothing but the passport is read.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError.
    """
    facts = passport(folder)
    try:
        return _thresholds(facts)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _corrupt(folder) from error


def _thresholds(facts: Mapping[str, Any]) -> Thresholds:
    lines = facts["thresholds"]
    return Thresholds(number(lines["lower"]), number(lines["upper"]))


def load(folder: Path) -> Models:
    """Return the models of an artifact.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError.
    """
    facts = passport(folder)
    try:
        with np.load(_verified(folder / _ARRAYS, facts["digest"]), allow_pickle=False) as arrays:
            every = feature_ids(arrays)
            acts = linear_model(arrays, "acts", every, TELLS, blocks=2, dense=0)
            network = network_model(arrays, "network", SENTENCE_DIMENSIONS, TELLS)
            feedback = network_model(arrays, "feedback", TRAITS, FEEDBACK)
            endings = network_model(arrays, "endings", CONTEXT, ENDING)
            matter = network_model(arrays, "matter", POOLED, CANDIDACY)
            labels = linear_model(arrays, "labels", every, COLUMNS, blocks=2, dense=POOLED)
            candidacy = linear_model(arrays, "candidacy", every, CANDIDACY, blocks=3, dense=SENTENCE_DIMENSIONS)
        return Models(
            name=facts["name"],
            acts=acts,
            network=network,
            labels=labels,
            candidacy=candidacy,
            feedback=feedback,
            endings=endings,
            matter=matter,
            network_share=number(facts["network_share"], most=1),
            ending_share=number(facts["ending_share"], most=1),
            matter_share=number(facts["matter_share"], most=1),
            act_weight=number(facts["act_weight"]),
            meaning_weight=number(facts["meaning_weight"]),
            temperature=number(facts["temperature"], least=1 / LARGEST),
            thresholds=_thresholds(facts),
        )
    except FileNotFoundError:
        raise ModelMissingError(f"The model in {folder} has lost its arrays.", hint=_remedy(folder)) from None
    # zipfile, its decompressors and numpy raise what no list holds: BadZipFile, zlib.error, LZMAError, EOFError,
    # NotImplementedError (an unknown method), RuntimeError (a password), MemoryError (a vast shape), AttributeError (an
    # entry that is no array), OverflowError, and more with each release.
    except Exception as error:
        raise _corrupt(folder) from error


def save(models: Models, folder: Path, facts: Mapping[str, object], card: str) -> None:
    """Write an artifact: to a folder beside its place first, then moved there in one step.

    Raises:
        UserError: It cannot be written, as on a full disk; nothing is changed.
    """
    try:
        _write(models, folder, facts, card)
    except OSError as error:
        hint = "Make room there, and make it writable to this user; the model in use stays."
        raise UserError(f"The model cannot be written into {folder.parent}: {why(error)}.", hint=hint) from error


def _write(models: Models, folder: Path, facts: Mapping[str, object], card: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        arrays = {
            **linear_arrays({"acts": models.acts, "labels": models.labels, "candidacy": models.candidacy}),
            **network_arrays(models.network, "network"),
            **network_arrays(models.feedback, "feedback"),
            **network_arrays(models.endings, "endings"),
            **network_arrays(models.matter, "matter"),
        }
        write_arrays(draft / _ARRAYS, arrays)
        full = {
            **_MEANING,
            "name": models.name,
            "digest": _digest((draft / _ARRAYS).read_bytes()),
            "network_share": models.network_share,
            "ending_share": models.ending_share,
            "matter_share": models.matter_share,
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
    return ModelCorruptError(f"The model in {folder} does not match its passport.", hint=_remedy(folder))


def _remedy(folder: Path) -> str:
    """Return what to do about a model that cannot be used: there is the shipped one, unless it is that."""
    if folder == resources.BASELINE_MODEL:
        return "Reinstall Afterword."
    shipped = passport(resources.BASELINE_MODEL)["name"]
    return f"`afterword models use {shipped}` goes back to the shipped one, `afterword retrain` trains a new one."
