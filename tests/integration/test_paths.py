"""Paths as they are given: `~` is the user's home wherever the shell has not said so already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.commands import Desk

from pipeline.adapters.secrets import PasswordSource
from pipeline.cli.app import cli


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk in the user's home, with a config that no command finds by itself."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("AFTERWORD_CONFIG", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(tmp_path)
    desk.log().close()
    desk.says("config", "check")
    return desk


def afterword(*arguments: str) -> Result:
    """Run the command without naming a config for it."""
    return CliRunner().invoke(cli, [*arguments])


def test_the_config_may_lie_in_a_home_that_no_shell_has_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind `=`, and in a variable that something else than a shell has set."""
    said = f"{desk.folder / 'config.toml'} is valid"
    assert said in afterword("--config=~/config.toml", "config", "check").output
    monkeypatch.setenv("AFTERWORD_CONFIG", "~/config.toml")
    assert said in afterword("config", "check").output


def test_every_option_with_a_path_knows_the_home(desk: Desk) -> None:
    """Nothing is made in a folder that is called `~`."""
    config = "--config=~/config.toml"
    assert afterword(config, "export", "~/out").exit_code == 0
    assert (desk.folder / "out").is_dir()
    (desk.folder / "labels.csv").write_text("id,label\n1,other\n", encoding="utf-8")
    assert "The file has 1 problem" in str(afterword(config, "label", "--import=~/labels.csv").exception)
    (desk.folder / "one.json").write_text(json.dumps({"label": "other", "text": "Hello there."}), encoding="utf-8")
    measured = afterword(config, "evaluate", "~/one.json", "--charts=~/charts")
    assert "cannot be read: No such file" not in f"{measured.output}{measured.exception}"
    assert not (desk.folder / "~").exists()


def test_a_password_may_come_from_a_program_in_the_home(desk: Desk) -> None:
    """No shell reads the config, so nobody else knows what `~` is."""
    program = desk.folder / "ask"
    program.write_text("#!/bin/sh\necho secret\n", encoding="utf-8")
    program.chmod(0o755)
    assert PasswordSource("home", ["~/ask"])({}) == "secret"


@pytest.mark.parametrize("key", ["folder", "ca_file", "password_file"])
def test_the_home_of_nobody_is_a_problem_of_the_config(desk: Desk, key: str) -> None:
    """It is named with its key, before anything is made in its place."""
    desk.chooses("[[accounts]]", f'{key} = "~nobody-of-that-name/x"')
    result = desk.run("config", "check")
    assert getattr(result.exception, "problems", None) == (
        f"delivery.{key}: ~nobody-of-that-name is the home of no user that this machine knows",
    )


def test_the_home_of_nobody_holds_no_messages(desk: Desk) -> None:
    """A shell leaves such a word as it is."""
    for source in ("~nobody-of-that-name/x.eml", "mbox:~nobody-of-that-name/x"):
        assert "nobody-of-that-name" in desk.refuses("classify", source)
