"""Passwords: where they come from, in which order, and what is said where they do not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipeline.adapters.secrets import PasswordSource
from pipeline.errors import CredentialError


def printing(text: str, status: int = 0) -> list[str]:
    """Return a command that prints something and ends with a status."""
    return [sys.executable, "-c", f"import sys; sys.stdout.write({text!r}); sys.exit({status})"]


def written(folder: Path, name: str, text: str) -> Path:
    """Return a file with this text."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_the_first_place_that_is_set_is_used(tmp_path: Path) -> None:
    """A systemd credential, then the variable, the command, the file."""
    written(tmp_path, "home", "from systemd")
    file = written(tmp_path, "file", "from the file")
    everything = PasswordSource("home", printing("from the command"), file, "HOME_PASSWORD")
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path), "HOME_PASSWORD": "from the variable"}
    assert everything(environment) == "from systemd"
    del environment["CREDENTIALS_DIRECTORY"]
    assert everything(environment) == "from the variable"
    assert PasswordSource("home", printing("from the command"), file)(environment) == "from the command"
    assert PasswordSource("home", (), file)(environment) == "from the file"


@pytest.mark.parametrize(
    ("text", "password"),
    [
        ("secret\n", "secret"),
        ("secret\r\nnotes\n", "secret"),
        (" two words ", " two words "),
        ("größe\n", "größe"),
        ("\ufeffsecret\r\n", "secret"),
    ],
)
def test_the_first_line_is_the_password_to_the_last_blank(tmp_path: Path, text: str, password: str) -> None:
    """Managers print notes below; blanks at its ends may belong to it, a byte order mark does not."""
    assert PasswordSource("home", (), written(tmp_path, "file", text))({}) == password
    assert PasswordSource("home", printing(text))({}) == password


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (PasswordSource("home"), "No password is known for home."),
        (PasswordSource("home", variable="UNSET"), "The environment variable UNSET for home is not set."),
        (PasswordSource("home", printing("hunter2", 3)), "ended with status 3"),
        (PasswordSource("home", printing("")), "gives an empty first line"),
        (PasswordSource("home", ["/nonexistent/pass"]), "could not be run"),
        (PasswordSource("home", (), Path("/nonexistent/file")), "cannot be read: No such file"),
    ],
)
def test_what_does_not_work_is_named_with_a_next_step_and_without_the_secret(source: PasswordSource, said: str) -> None:
    """What the command printed is never shown."""
    with pytest.raises(CredentialError, match=said) as caught:
        source({})
    assert caught.value.hint
    assert "hunter2" not in f"{caught.value} {caught.value.hint}"


def test_a_command_that_waits_for_somebody_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that asks for a PIN where nobody sits; that is said, and not that there is no such command."""
    monkeypatch.setattr("pipeline.adapters.secrets._COMMAND_TIMEOUT", 0.2)
    with pytest.raises(CredentialError, match=r"did not end within 0\.2 seconds") as caught:
        PasswordSource("home", [sys.executable, "-c", "import time; time.sleep(60)"])({})
    assert "unlocked" in caught.value.hint


def test_a_command_is_never_given_to_a_shell(tmp_path: Path) -> None:
    """What looks like one is an argument like any other."""
    trace = tmp_path / "trace"
    found = PasswordSource("home", [sys.executable, "-c", "import sys; print(sys.argv[1])", f"$(touch {trace})"])({})
    assert found == f"$(touch {trace})"
    assert not trace.exists()


@pytest.mark.parametrize("place", ["file", "command", "credential", "variable"])
def test_a_password_that_is_no_utf_8_is_told(tmp_path: Path, place: str) -> None:
    """As of a file that was saved as Latin-1: no server would take what becomes of it, and the user look elsewhere."""
    raw = "größe 7\n".encode("latin-1")
    file = tmp_path / "home"
    file.write_bytes(raw)
    command = [sys.executable, "-c", f"import sys; sys.stdout.buffer.write({raw!r})"]
    source = {
        "file": PasswordSource("home", (), file),
        "command": PasswordSource("home", command),
        "credential": PasswordSource("home"),
        "variable": PasswordSource("home", variable="HOME_PASSWORD"),
    }[place]
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path)} if place == "credential" else {}
    with pytest.raises(CredentialError, match="is not UTF-8 text") as caught:
        source(environment | {"HOME_PASSWORD": os.fsdecode(raw.strip())})
    assert "for home" in str(caught.value)
    assert "UTF-8" in caught.value.hint
    assert "7" not in f"{caught.value}{caught.value.hint}".replace(str(tmp_path), "").replace(repr(sys.executable), "")
