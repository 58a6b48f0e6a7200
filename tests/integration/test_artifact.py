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
from pipeline.classifier.model import Models
from pipeline.classifier.told import Told, sentence_features
from pipeline.errors import ModelCorruptError, ModelIncompatibleError, ModelMissingError, UserError

SENTENCES = ("Dear Ann,", "Unfortunately we have chosen another candidate.", "Leider nicht.")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Models:
    """Return small models."""
    return small_corpus.trained(tmp_path_factory.mktemp("corpus")).models


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, models: Models) -> Path:
    """Return the folder of a saved artifact that no test changes."""
    folder = tmp_path_factory.mktemp("models") / "small"
    artifact.save(models, folder, {"corpus": "abc"}, "# Card\n")
    return folder


@pytest.fixture
def saved(tmp_path: Path, original: Path) -> Path:
    """Return the folder of a saved artifact."""
    return Path(shutil.copytree(original, tmp_path / "models" / "small"))


def test_a_model_that_cannot_be_written_is_no_fault(tmp_path: Path, models: Models) -> None:
    """After minutes of training, the disk may be full or the folder another user's: it is named, and what to do."""
    (tmp_path / "models").write_text("no folder")
    with pytest.raises(UserError, match=r"cannot be written into .*models: ") as caught:
        artifact.save(models, tmp_path / "models" / "small", {}, "")
    assert "Make room" in caught.value.hint


def rewrite(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the passport of an artifact."""
    path = folder / "passport.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    change(facts)
    path.write_text(json.dumps(facts), encoding="utf-8")


def replace_archive(folder: Path, data: bytes) -> None:
    """Put other bytes in place of the arrays and make the digest fit, as a forger would."""
    (folder / "model.npz").write_bytes(data)
    rewrite(folder, lambda facts: facts.update(digest=hashlib.sha256(data).hexdigest()))


def replace_entry(folder: Path, name: str, data: bytes) -> None:
    """Put other bytes in place of one array."""
    with zipfile.ZipFile(folder / "model.npz") as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for entry, each in {**entries, f"{name}.npy": data}.items():
            archive.writestr(entry, each)
    replace_archive(folder, stream.getvalue())


def npy(array: np.ndarray[Any, Any]) -> bytes:
    """Return an array as it stands in an archive."""
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, allow_pickle=True)
    return stream.getvalue()


def replace_array(folder: Path, name: str, array: np.ndarray[Any, Any]) -> None:
    """Put another array into an artifact."""
    replace_entry(folder, name, npy(array))


def stored(folder: Path, name: str) -> np.ndarray[Any, Any]:
    """Return an array of an artifact."""
    with np.load(folder / "model.npz") as arrays:
        array: np.ndarray[Any, Any] = arrays[name]
    return array


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
    assert artifact.thresholds(saved) == models.thresholds
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
        ("labels_known", np.zeros(3, dtype=np.uint8)),
        ("labels_known", np.zeros(500_000, dtype=np.uint8)),
        ("acts_where", np.zeros(3, dtype=np.uint8)),
        ("acts_where", np.zeros(500_000, dtype=np.uint8)),
        ("acts_steps", np.zeros((3, 38), dtype=np.int8)),
        ("acts_steps", np.zeros(3, dtype=np.int8)),
        ("acts_steps", np.zeros(500_000, dtype=np.int8)),
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


#: Every array of floats, by the models that have it.
FLOATS = (
    *(
        f"{model}_{part}"
        for model in ("acts", "labels", "candidacy")
        for part in ("idf", "blocks", "scale", "intercept")
    ),
    *(
        f"{model}_{part}"
        for model in ("network", "feedback")
        for part in ("hidden_weights", "hidden_intercept", "weights", "intercept")
    ),
)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", FLOATS)
def test_what_is_no_number_is_refused(saved: Path, name: str, value: float) -> None:
    """One in a thousand is enough: no message may be judged by it."""
    array = stored(saved, name)
    array.flat[-1] = value
    replace_array(saved, name, array)
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize(
    ("name", "value"), [("acts_idf", 0), ("labels_idf", -1), ("candidacy_blocks", 1e39), ("acts_scale", 3e38)]
)
def test_numbers_that_would_judge_by_nan_are_refused(saved: Path, name: str, value: float) -> None:
    """A text of no length is divided by nothing; what overflows is infinite, and no number soon after."""
    array = stored(saved, name)
    array.flat[0] = value
    replace_array(saved, name, array)
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize("name", [*FLOATS, "acts_where", "acts_steps", "ids", "acts_known", "labels_idf_ranks"])
@pytest.mark.parametrize(
    "change",
    [
        lambda array: array.astype(str),
        lambda array: array.astype(np.complex64),
        lambda array: array[None],
        lambda array: array[..., None],
        lambda array: array.reshape(-1)[0],
    ],
    ids=["text", "complex", "a row", "a column", "one number"],
)
def test_the_right_numbers_in_the_wrong_form_are_refused(
    saved: Path, name: str, change: Callable[[np.ndarray[Any, Any]], Any]
) -> None:
    """Numpy would stretch some of them until they fit, and stumble over others at the first message."""
    replace_array(saved, name, np.asarray(change(stored(saved, name))))
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize(("model", "count"), [("acts", 2), ("labels", 2), ("candidacy", 3)])
@pytest.mark.parametrize("more", [-1, 1])
def test_a_model_has_its_number_of_blocks(saved: Path, model: str, count: int, more: int) -> None:
    """One fewer is a block that nobody reads, one more is a block that no message has."""
    assert len(stored(saved, f"{model}_blocks")) == count
    replace_array(saved, f"{model}_blocks", np.ones(count + more))
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


def vast() -> bytes:
    """Return the head of an array that no memory holds."""
    stream = io.BytesIO()
    np.lib.format.write_array_header_1_0(stream, {"descr": "<f4", "fortran_order": False, "shape": (2**55,)})
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"no array", vast(), vast().replace(b"36028797018963968", b"9" * 17), npy(np.zeros(9))[:90]],
    ids=["empty", "no array", "vast", "vaster", "cut"],
)
def test_an_entry_that_is_no_array_is_refused(saved: Path, data: bytes) -> None:
    """Also where what reads it runs out of memory."""
    replace_entry(saved, "labels_scale", data)
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


def flagged(data: bytes, offset: int, value: int) -> bytes:
    """Return an archive with a field of each of its entries changed, in its directory and where the entry begins."""
    changed = bytearray(data)
    for mark, shift in ((b"PK\x01\x02", 2), (b"PK\x03\x04", 0)):
        place = data.find(mark)
        while place >= 0:
            changed[place + offset + shift] = value
            place = data.find(mark, place + 1)
    return bytes(changed)


def garbled(data: bytes) -> bytes:
    """Return an archive whose first entry does not unpack."""
    start = 30 + len("ids.npy")
    return data[:start] + b"\xff" * 40 + data[start + 40 :]


@pytest.mark.parametrize(
    "change",
    [
        garbled,
        lambda data: flagged(data, 6, 1),
        lambda data: flagged(data, 8, 9),
        lambda data: flagged(data, 8, 14),
        lambda _: npy(np.zeros(3)),
        lambda _: b"",
        lambda _: b"PK\x03\x04",
    ],
    ids=["garbled", "with a password", "unknown method", "LZMA that is none", "one array", "empty", "a mark alone"],
)
def test_an_archive_that_cannot_be_read_is_refused(saved: Path, change: Callable[[bytes], bytes]) -> None:
    """Whatever its reader says of it."""
    replace_archive(saved, change((saved / "model.npz").read_bytes()))
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize(
    "key", ["temperature", "network_share", "ending_share", "matter_share", "act_weight", "meaning_weight"]
)
@pytest.mark.parametrize("value", [None, "1", True, [1.0], float("nan"), float("inf"), -1, 1e300, 10**400])
def test_a_passport_with_no_number_is_refused(saved: Path, key: str, value: object) -> None:
    """At loading, not at the first message."""
    rewrite(saved, lambda facts: facts.update({key: value}))
    with pytest.raises(ModelCorruptError):
        artifact.load(saved)


@pytest.mark.parametrize(
    "facts",
    [
        {"temperature": 0},
        {"temperature": 1e-46},
        {"network_share": 2},
        {"ending_share": 1.5},
        {"matter_share": 7},
        {"thresholds": [0.1, 0.9]},
        {"thresholds": {"lower": False, "upper": True}},
        {"thresholds": {"lower": float("nan"), "upper": 1}},
    ],
)
def test_a_passport_that_says_what_cannot_be_is_refused(saved: Path, facts: dict[str, Any]) -> None:
    """A temperature of nothing would be divided by."""
    rewrite(saved, lambda old: old.update(facts))
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


@pytest.mark.parametrize("text", ["", "{", "[]", "\udcff", "[" * 100_000])
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
