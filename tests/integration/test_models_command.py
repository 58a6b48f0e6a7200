"""`afterword models` and `evaluate` without a source, where a model is broken."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from support.commands import Desk
from support.log_examples import NOON, judged
from support.mail import rejection

from pipeline import bootstrap, resources
from pipeline.core.verdict import Decision
from pipeline.errors import RunLockedError, UserError

SHIPPED = json.loads((resources.BASELINE_MODEL / "passport.json").read_text(encoding="utf-8"))["name"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an installation with one model of the user's, which is in use."""
    desk = Desk(tmp_path)
    own(desk, "yours-1")
    desk.says("models", "use", "yours-1")
    return desk


def own(desk: Desk, name: str, **changed: object) -> Path:
    """Give the installation a model, with some of its passport changed, or left out where that is None."""
    folder = Path(shutil.copytree(resources.BASELINE_MODEL, desk.state / "models" / name))
    facts = json.loads((folder / "passport.json").read_text(encoding="utf-8"))
    facts = {key: value for key, value in {**facts, "name": name, **changed}.items() if value is not None}
    (folder / "passport.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def test_the_one_in_use_is_marked(desk: Desk) -> None:
    """And another can be taken; the shipped one by its name."""
    assert "* yours-1" in desk.says("models")
    assert desk.says("models", "use", SHIPPED) == f"{SHIPPED} is in use.\n"
    assert f"* {SHIPPED}" in desk.says("models")
    assert bootstrap.model_in_use(desk.state) == resources.BASELINE_MODEL


@pytest.mark.parametrize("left", [None, 5000])
def test_a_model_without_its_arrays_is_not_taken_into_use(desk: Desk, left: int | None) -> None:
    """Every later run would fail."""
    arrays = own(desk, "yours-2") / "model.npz"
    data = arrays.read_bytes()
    arrays.unlink()
    if left is not None:
        arrays.write_bytes(data[:left])

    assert "yours-2" in desk.refuses("models", "use", "yours-2")

    assert "* yours-1" in desk.says("models")


def test_what_stands_in_the_way_of_the_name_of_the_model_in_use_is_told(desk: Desk) -> None:
    """A folder of that name is no fault of the program."""
    (desk.state / "models" / "current").unlink()
    (desk.state / "models" / "current").mkdir()
    error = desk.run("models", "use", "yours-1").exception
    assert isinstance(error, UserError)
    assert "models/current, which names the model in use, cannot be written" in str(error)
    assert "Move away what stands in its place" in error.hint


def test_a_lost_model_in_use_is_told_where_the_models_are_listed(desk: Desk) -> None:
    """None of those listed is marked, and the reader learns why."""
    shutil.rmtree(desk.state / "models" / "yours-1")
    listed = desk.run("models")
    assert "*" not in listed.stdout
    assert "There is no model in" in listed.stderr
    assert f"`afterword models use {SHIPPED}`" in listed.stderr


def test_the_uncertain_messages_are_judged_by_the_model_that_is_taken_into_use(desk: Desk) -> None:
    """As after a retraining; they are named by their numbers, the first ten of them, and the rest is as it was."""
    with desk.log() as log:
        log.record(judged("sure@x"), at=NOON)
        for number in range(12):
            log.record(judged(f"{number}@x", decision=Decision.UNCERTAIN), at=NOON)
        log.record(judged("textless@x", decision=Decision.UNCERTAIN, text=""), at=NOON)

    said = desk.says("models", "use", SHIPPED)

    told = "No longer uncertain: 12 messages (2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more), 12 of them rejections.\n"
    assert said == f"{SHIPPED} is in use.\n{told}"
    with desk.log() as log:
        assert [one.id for one in log.asked()] == [14]
    assert desk.says("models", "use", "yours-1") == "yours-1 is in use.\n"


def test_a_model_waits_for_the_run_that_is_at_work(desk: Desk) -> None:
    """The user learns what to do then, and what will happen."""
    with FileLock(desk.state / "run.lock"):
        error = desk.run("models", "use", SHIPPED).exception
    assert isinstance(error, RunLockedError)
    assert f"`afterword models use {SHIPPED}` takes it into use and judges the uncertain messages" in error.hint
    assert "* yours-1" in desk.says("models")


def test_a_model_that_there_is_not_is_a_slip_of_the_user(desk: Desk) -> None:
    """And no fault of the program; those that there are, are named."""
    error = desk.run("models", "use", "yours-9").exception
    assert isinstance(error, UserError)
    assert SHIPPED in error.hint


def test_a_copy_of_the_shipped_one_does_not_hide_it(desk: Desk) -> None:
    """Its name goes back to the shipped one, whatever else bears it."""
    shutil.copytree(resources.BASELINE_MODEL, desk.state / "models" / "yours-2")
    desk.says("models", "use", SHIPPED)
    assert bootstrap.model_in_use(desk.state) == resources.BASELINE_MODEL


def test_the_way_out_of_a_lost_model_is_named(desk: Desk) -> None:
    """And it works."""
    shutil.rmtree(desk.state / "models" / "yours-1")
    fault = desk.run("evaluate").exception
    assert f"afterword models use {SHIPPED}" in getattr(fault, "hint", "")
    desk.says("models", "use", SHIPPED)
    assert SHIPPED in desk.says("evaluate")


@pytest.mark.parametrize("name", [b"\xff\xfe\x00", b"../../..", b"a\x00b", b"x" * 5000])
def test_what_names_no_model_is_told_as_such(desk: Desk, name: bytes) -> None:
    """A damaged file in the state directory is no fault of the program, and the list of models shows the way out."""
    (desk.state / "models" / "current").write_bytes(name + b"\n")
    assert "model" in desk.refuses("evaluate")
    listed = desk.run("models")
    assert "yours-1" in listed.stdout
    assert f"`afterword models use {SHIPPED}`" in listed.stderr
    desk.says("models", "use", "yours-1")
    assert "* yours-1" in desk.says("models")


def test_a_lost_card_is_told(desk: Desk) -> None:
    """The rest of the model serves on."""
    (desk.state / "models" / "yours-1" / "card.md").unlink()
    assert "has lost its card" in desk.refuses("evaluate")
    assert json.loads(desk.says("evaluate", "--json"))["name"] == "yours-1"


def test_a_passport_without_figures_is_listed_without_them(desk: Desk) -> None:
    """One without a name is told to be broken, and the others are listed."""
    own(desk, "yours-2", figures=None)
    (own(desk, "yours-3") / "passport.json").write_text(json.dumps({**_passport(desk, "yours-1"), "name": None}))
    listed = desk.says("models")
    assert "yours-2" in listed
    assert "Brier score unknown" in listed
    assert "yours-3 does not match its passport" in listed
    last = [line for line in desk.run("models", "--json").stdout.splitlines() if "yours-2" in line]
    assert json.loads(last[0]) == {"name": "yours-2", "in_use": False, "figures": None}


def _passport(desk: Desk, name: str) -> dict[str, object]:
    facts = json.loads((desk.state / "models" / name / "passport.json").read_text(encoding="utf-8"))
    assert isinstance(facts, dict)
    return facts


def test_files_are_classified_by_the_model_in_use(desk: Desk, tmp_path: Path) -> None:
    """As mail is; where there is no config, by the shipped one."""
    (tmp_path / "no.eml").write_bytes(rejection("no"))
    assert json.loads(desk.says("classify", "--json", str(tmp_path / "no.eml")))["model"] == "yours-1"
    desk.says("models", "use", SHIPPED)
    assert json.loads(desk.says("classify", "--json", str(tmp_path / "no.eml")))["model"] == SHIPPED
