"""Which model a new one has to beat."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline import bootstrap, resources
from pipeline.errors import ModelCorruptError, ModelIncompatibleError, ModelMissingError


def test_a_model_that_can_be_read_is_the_incumbent(tmp_path: Path) -> None:
    """Also where it is the shipped one."""
    assert bootstrap.incumbent(resources.BASELINE_MODEL) == (resources.BASELINE_MODEL, None)
    own = Path(shutil.copytree(resources.BASELINE_MODEL, tmp_path / "yours-1"))
    assert bootstrap.incumbent(own) == (own, None)


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("an old format", ModelIncompatibleError),
        ("no folder", ModelMissingError),
        ("half a passport", ModelCorruptError),
        ("no name", ModelCorruptError),
        ("half its arrays", ModelCorruptError),
        ("no arrays", ModelMissingError),
    ],
)
def test_a_model_that_cannot_be_used_stands_in_nobodys_way(tmp_path: Path, broken: str, fault: type[Exception]) -> None:
    """Its owner trains anew, and the shipped one is what the new one has to beat; what was wrong is told."""
    own = Path(shutil.copytree(resources.BASELINE_MODEL, tmp_path / "yours-1"))
    passport, arrays = own / "passport.json", own / "model.npz"
    if broken == "an old format":
        passport.write_text(json.dumps({"format": 1, "name": "yours-1"}))
    elif broken == "no folder":
        shutil.rmtree(own)
    elif broken == "half a passport":
        passport.write_bytes(passport.read_bytes()[:100])
    elif broken == "no name":
        passport.write_text(passport.read_text().replace('"name"', '"nom"'))
    elif broken == "half its arrays":
        arrays.write_bytes(arrays.read_bytes()[:5000])
    else:
        arrays.unlink()

    folder, error = bootstrap.incumbent(own)

    assert folder == resources.BASELINE_MODEL
    assert type(error) is fault
    assert "yours-1" in str(error)
    assert "afterword models use baseline-" in error.hint
