"""What each command imports: nobody pays for what is not used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.installation import Home

HEAVY = ("sklearn", "scipy", "joblib")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with a config that names servers which nobody asks."""
    home = Home(tmp_path / "home")
    home.config_path.parent.mkdir(parents=True)
    home.config_path.write_text(
        '[letters]\nto = "robin@home.example"\n[delivery]\nmethod = "folder"\nfolder = "letters"\n'
        '[[accounts]]\nname = "home"\nhost = "imap.invalid"\nuser = "robin"\n',
        encoding="utf-8",
    )
    home.config_path.chmod(0o600)
    return home


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["run", "--help"], ["classify", "-h"], ["rum"]])
def test_help_imports_next_to_nothing(home: Home, arguments: list[str]) -> None:
    """It comes at once, even where a library is broken."""
    outcome = home.afterword(*arguments, probed=True)
    assert outcome.code == (2 if arguments == ["rum"] else 0)
    assert outcome.loaded(*HEAVY, "numpy", "pydantic", "imapclient", "sqlite_utils", "jinja2", "rich") == set()


def test_help_names_every_command(home: Home) -> None:
    """In the order in which one meets them, each with what it does."""
    lines = home.afterword("--help").out.partition("Commands:")[2].splitlines()
    names = [line.split()[0] for line in lines if re.match(r"  \S", line)]
    assert names[:4] == ["demo", "init", "login", "run"]
    assert {"log", "show", "search", "label", "debrief", "digest", "retrain", "schedule", "doctor"} <= set(names)
    for name in names:
        assert home.afterword(name, "--help").code == 0, name


@pytest.mark.parametrize(
    "arguments",
    [["log"], ["show", "1"], ["doctor", "--offline"], ["config"], ["label"], ["run", "--mailbox", "nowhere"]],
)
def test_no_command_but_retrain_pays_for_scikit_learn(home: Home, arguments: list[str]) -> None:
    """Neither does it fail where scikit-learn is broken."""
    outcome = home.afterword(*arguments, probed=True)
    assert outcome.code in {0, 2}
    assert outcome.loaded(*HEAVY) == set()
    assert outcome.reached == ()
