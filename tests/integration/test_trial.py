"""The shipped model and the rules of reading, on messages that were written to measure them and teach nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline import resources
from pipeline.classifier.corpus import load
from pipeline.cli.app import cli

#: Words of a line that nobody writes twice by chance; formulas are shorter.
_LONG = 16

TRIAL = Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what `afterword evaluate` says of the trial."""
    nothing = tmp_path_factory.mktemp("config") / "none.toml"
    done = CliRunner().invoke(cli, ["--config", str(nothing), "evaluate", str(TRIAL), "--json"])
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.output))


@pytest.mark.parametrize(
    ("group", "figure", "least"),
    [
        ("all", "recall", 0.84),
        ("all", "precision", 0.93),
    ],
)
def test_rejections_are_told_as_well_as_ever(measured: dict[str, Any], group: str, figure: str, least: float) -> None:
    """A floor a little below what was measured when the model was trained: a worse one must be meant."""
    assert measured["groups"][group][figure]["share"] >= least


@pytest.mark.parametrize(("fact", "least"), [("found", 0.91), ("right", 0.92), ("none_said", 0.91), ("stage", 0.86)])
def test_facts_are_read_as_well_as_ever(measured: dict[str, Any], fact: str, least: float) -> None:
    """Feedback by its words, none where there is none, and the stage."""
    assert measured["facts"][fact]["share"] >= least


@pytest.mark.parametrize(
    ("field", "least", "most_wrong"), [("company", 0.89, 0.06), ("role", 0.82, 0.09), ("reapply", 0.8, 0.04)]
)
def test_fields_are_read_as_well_as_ever(measured: dict[str, Any], field: str, least: float, most_wrong: float) -> None:
    """What is named is read, and rarely as something else."""
    assert measured["fields"][field]["right"]["share"] >= least
    assert measured["fields"][field]["wrong"]["share"] <= most_wrong


def test_the_trial_teaches_nothing() -> None:
    """No long line of a message stands in what is learned from, and no message twice in the trial."""
    corpus = [line.text for example in load(resources.CORPUS) for line in example.lines]
    facts = (path.read_text(encoding="utf-8") for path in (resources.NAMES.parent / "messages").glob("*.txt"))
    lines = [*corpus, *(line for text in facts for line in text.splitlines())]
    known = {text for text in lines if len(text.split()) >= _LONG}
    bodies = [json.loads(line)["body"] for line in TRIAL.read_text(encoding="utf-8").splitlines()]
    assert len(set(bodies)) == len(bodies)
    copied = [text for body in bodies for text in body.splitlines() if text in known]
    assert copied == []
