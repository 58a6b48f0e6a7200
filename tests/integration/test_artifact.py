"""Artifacts on disk: written whole, read back the same, refused when they are not what they say."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support import small_corpus

from pipeline.classifier import artifact
from pipeline.classifier.model import Models, Told, sentence_features
from pipeline.errors import ModelCorruptError, ModelIncompatibleError, ModelMissingError

SENTENCES = ("Dear Ann,", "Unfortunately we have chosen another candidate.", "Leider nicht.")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Models:
    """Return small models."""
    return small_corpus.trained(tmp_path_factory.mktemp("corpus")).models


@pytest.fixture
def saved(tmp_path: Path, models: Models) -> Path:
    """Return the folder of a saved artifact."""
    folder = tmp_path / "models" / "small"
    artifact.save(models, folder, {"corpus": "abc"}, "# Card\n")
    return folder


def rewrite(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the passport of an artifact."""
    path = folder / "passport.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    change(facts)
    path.write_text(json.dumps(facts), encoding="utf-8")


def replace_array(folder: Path, name: str, array: np.ndarray[Any, Any]) -> None:
    """Put another array into an artifact and make the digest fit, as a forger would."""
    with zipfile.ZipFile(folder / "model.npz") as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, allow_pickle=True)
    entries[f"{name}.npy"] = stream.getvalue()
    with zipfile.ZipFile(folder / "model.npz", "w") as archive:
        for entry, data in entries.items():
            archive.writestr(entry, data)
    digest = hashlib.sha256((folder / "model.npz").read_bytes()).hexdigest()
    rewrite(folder, lambda facts: facts.update(digest=digest))


def test_what_is_loaded_judges_as_what_was_saved(saved: Path, models: Models) -> None:
    """To the last bit: what is stored is what was measured."""
    loaded = artifact.load(saved)
    features = [sentence_features(sentence) for sentence in SENTENCES]
    before, after = (one.act_probabilities(features) for one in (models, loaded))
    assert before.tolist() == after.tolist()
    told = [Told("Your application", features, before)]
    one, two = (each.label_probabilities(told, each.candidacy_margins(told)) for each in (models, loaded))
    assert one.tolist() == two.tolist()
    assert loaded.thresholds == models.thresholds
    assert loaded.name == "small"


def test_saving_what_was_loaded_gives_the_same_bytes(tmp_path: Path, saved: Path) -> None:
    """Nothing is lost on the way."""
    artifact.save(artifact.load(saved), tmp_path / "again", {"corpus": "abc"}, "# Card\n")
    for name in ("model.npz", "passport.json", "card.md"):
        assert (tmp_path / "again" / name).read_bytes() == (saved / name).read_bytes()


def test_the_passport_is_read_without_the_arrays(saved: Path) -> None:
    """Naming a model takes no numbers."""
    (saved / "model.npz").unlink()
    assert artifact.passport(saved)["name"] == "small"
    assert artifact.passport(saved)["corpus"] == "abc"


def test_nothing_is_left_beside_a_saved_artifact(saved: Path, models: Models) -> None:
    """Also when it takes the place of an older one."""
    artifact.save(models, saved, {"corpus": "new"}, "# Card\n")
    assert artifact.passport(saved)["corpus"] == "new"
    assert [path.name for path in saved.parent.iterdir()] == ["small"]
    assert sorted(path.name for path in saved.iterdir()) == ["card.md", "model.npz", "passport.json"]


def test_no_artifact_is_said_to_be_missing(tmp_path: Path, saved: Path) -> None:
    """Neither the folder nor the arrays."""
    with pytest.raises(ModelMissingError, match="There is no model in"):
        artifact.load(tmp_path / "none")
    (saved / "model.npz").unlink()
    with pytest.raises(ModelMissingError, match="has lost its arrays"):
        artifact.load(saved)


@pytest.mark.parametrize("keep", [0, 10, 1000, -1])
def test_a_truncated_artifact_is_refused(saved: Path, keep: int) -> None:
    """Whatever is left of it."""
    path = saved / "model.npz"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


def test_one_changed_byte_is_enough_to_be_refused(saved: Path) -> None:
    """The passport holds the digest of the arrays."""
    path = saved / "model.npz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(ModelCorruptError, match="does not match its passport"):
        artifact.load(saved)


class Payload:
    """What runs when somebody unpickles it."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (self._place,))


def test_a_pickled_array_is_refused_and_never_run(tmp_path: Path, saved: Path) -> None:
    """Even if its digest fits: a model is numbers, not a program."""
    replace_array(saved, "labels_scale", np.array([Payload(tmp_path / "run")], dtype=object))
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("acts_steps", np.zeros((3, 38), dtype=np.int8)),
        ("acts_steps", np.zeros((5000, 9), dtype=np.int8)),
        ("acts_steps", np.zeros(5000, dtype=np.int8)),
        ("acts_scale", np.zeros(3, dtype=np.float32)),
        ("labels_intercept", np.zeros(1, dtype=np.float32)),
        ("labels_idf", np.zeros(1, dtype=np.float32)),
        ("network_weights", np.zeros((2, 2), dtype=np.float16)),
        ("network_hidden_weights", np.zeros((64, 8), dtype=np.float16)),
        ("feedback_hidden_weights", np.zeros((3, 1), dtype=np.float16)),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(saved: Path, name: str, array: np.ndarray[Any, Any]) -> None:
    """At loading, not at the first message."""
    replace_array(saved, name, array)
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize(
    "change",
    [
        lambda facts: facts.update(format=99),
        lambda facts: facts.pop("format"),
        lambda facts: facts["acts"].reverse(),
        lambda facts: facts["columns"].pop(),
    ],
)
def test_an_artifact_of_another_format_is_refused(saved: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Its numbers would mean something else here."""
    rewrite(saved, change)
    with pytest.raises(ModelIncompatibleError, match="another format"):
        artifact.load(saved)


@pytest.mark.parametrize(
    "change",
    [
        lambda facts: facts.pop("thresholds"),
        lambda facts: facts.update(thresholds={"lower": 0.9, "upper": 0.1}),
        lambda facts: facts.pop("temperature"),
        lambda facts: facts.update(digest="0" * 64),
    ],
)
def test_a_passport_that_lacks_something_is_refused(saved: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Rather than judged by guesses."""
    rewrite(saved, change)
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize("text", ["", "{", "[]", "\udcff"])
def test_a_passport_that_is_none_is_refused(saved: Path, text: str) -> None:
    """Whatever stands in its place."""
    (saved / "passport.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises((ModelCorruptError, ModelIncompatibleError)):
        artifact.load(saved)


def test_a_failed_save_leaves_the_old_artifact(saved: Path, models: Models) -> None:
    """And no rubbish."""
    before = {path.name: path.read_bytes() for path in saved.iterdir()}
    with pytest.raises(TypeError):
        artifact.save(models, saved, {"corpus": object()}, "# Card\n")
    assert {path.name: path.read_bytes() for path in saved.iterdir()} == before
    assert [path.name for path in saved.parent.iterdir()] == ["small"]


def test_an_artifact_may_be_copied_elsewhere(tmp_path: Path, saved: Path) -> None:
    """It holds no path."""
    shutil.copytree(saved, tmp_path / "copy")
    assert artifact.load(tmp_path / "copy").name == "small"
