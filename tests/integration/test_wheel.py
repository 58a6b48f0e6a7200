"""What ships: the wheel holds the package and its data, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = "pipeline/_shipped/"
SINGLE = (
    "models/fillers.toml",
    *(f"config/{name}.toml" for name in ("default", "steps", "senders", "providers")),
    "config/datasette.json",
    *(f"cron/{path.name}" for path in (ROOT / "cron").iterdir() if path.suffix != ".md"),
)
LEFTOVERS = {
    "config/local.toml": "a config of mine",
    "cron/local.service": "a unit of mine",
    "models/local/model.npz": "a model of mine",
    "pipeline/__pycache__/stale.cpython-311.pyc": "a cache",
    "out/letter.eml": "a letter",
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names in a wheel built from a copy of the checkout that has seen some use."""
    copy = tmp_path_factory.mktemp("checkout") / "copy"
    copy.mkdir()
    for name in ("pipeline", "models", "config", "cron"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy / name)
    for name, text in LEFTOVERS.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(copy / "dist"), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (copy / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(names: set[str]) -> None:
    """The package; model, corpus, config samples and schedules beside it; no local file, test or cache."""
    package = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "pipeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    taught = [
        path for name in ("corpus", "everyday", "facts/messages") for path in (ROOT / "models" / name).rglob("*.txt")
    ]
    corpus = {str(path.relative_to(ROOT)) for path in taught}
    model = {f"models/baseline/{name}" for name in ("model.npz", "passport.json", "card.md")}
    model |= {f"models/facts/{name}.npz" for name in ("names", "stage")}
    data = {
        SHIPPED + name for name in {*SINGLE, *corpus, *model, "models/corpus/README.md", "models/everyday/README.md"}
    }
    found = {name for name in names if ".dist-info/" not in name}
    assert found == package | data


def test_the_wheel_says_what_it_is(names: set[str]) -> None:
    """Licence, command and type information are there."""
    information = {name.partition("/")[2] for name in names if ".dist-info/" in name}
    assert information == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    assert "pipeline/py.typed" in names
