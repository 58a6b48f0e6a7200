"""Which model a new one has to beat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import bootstrap, resources
from pipeline.errors import ModelCorruptError, ModelMissingError


def test_a_model_of_an_old_format_stands_in_nobodys_way(tmp_path: Path) -> None:
    """After an update its owner trains anew, and the shipped one is what the new one has to beat."""
    (tmp_path / "passport.json").write_text(json.dumps({"format": 1, "name": "yours-1"}))
    assert bootstrap.incumbent(tmp_path) == resources.BASELINE_MODEL


def test_a_model_that_can_be_read_is_the_incumbent() -> None:
    """Also where it is the shipped one."""
    assert bootstrap.incumbent(resources.BASELINE_MODEL) == resources.BASELINE_MODEL


def test_what_is_broken_is_told(tmp_path: Path) -> None:
    """It might be a good model whose file was cut off."""
    with pytest.raises(ModelMissingError):
        bootstrap.incumbent(tmp_path)
    (tmp_path / "passport.json").write_text("{")
    with pytest.raises(ModelCorruptError):
        bootstrap.incumbent(tmp_path)
