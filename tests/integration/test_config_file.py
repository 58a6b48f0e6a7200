"""The config sample that ships, and what stands in the file system around a config."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from pipeline import config, resources
from pipeline.errors import ConfigError

MINIMAL = """\
[letters]
to = "robin@home.example"
[delivery]
host = "smtp.home.example"
[[accounts]]
name = "home"
host = "imap.home.example"
user = "robin"
"""


def written(folder: Path, text: str) -> Path:
    """Return a config file with this text."""
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_that_ships_is_the_one_that_the_schema_writes() -> None:
    """Whoever changes the schema writes it anew, with `config.sample()`."""
    assert resources.DEFAULT_CONFIG.read_text(encoding="utf-8") == config.sample()


def test_the_sample_is_a_valid_config(tmp_path: Path) -> None:
    """Whoever fills in addresses alone has a config that works."""
    loaded = config.load(written(tmp_path, config.sample()))
    assert loaded.letters.to == "you@example.org"
    assert [one.name for one in loaded.accounts] == ["home"]


def test_every_commented_key_of_the_sample_is_valid_too(tmp_path: Path) -> None:
    """Taking away the comment sign gives a valid line: examples are of the right type."""
    lines = []
    for line in config.sample().splitlines():
        head, equals, _ = line.removeprefix("# ").partition(" = ")
        lines.append(line.removeprefix("# ") if equals and head.isidentifier() else line)
    data = tomllib.loads("\n".join(lines))
    assert {key for table in ("letters", "delivery", "storage") for key in data[table]} > {"timezone", "folder"}
    passwords = {"password_command", "password_file", "password_env"}
    for left_out in ({"oauth2"}, passwords):  # there is one way to log in
        logins = [
            {key: value for key, value in table.items() if key not in left_out}
            for table in (data["delivery"], *data["accounts"])
        ]
        one_way = {**data, "delivery": logins[0], "accounts": logins[1:]}
        config.parse(one_way, "sample", base=tmp_path)


def test_the_sample_explains_every_key() -> None:
    """With a comment right above it."""
    lines = config.sample().splitlines()
    for model in (config.LetterOptions, config.Delivery, config.Account, config.Storage):
        for name, field in model.model_fields.items():
            places = [at for at, line in enumerate(lines) if line.removeprefix("# ").startswith(f"{name} = ")]
            assert places, name
            assert any(lines[at - 1] == f"# {field.description}" for at in places), name


def test_the_schema_is_json_schema_with_every_table() -> None:
    """Editors complete and check with it."""
    schema = json.loads(config.schema())
    assert set(schema["properties"]) == {"letters", "delivery", "accounts", "storage"}
    assert schema["additionalProperties"] is False


def test_relative_paths_count_from_the_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not from where the command happens to be called; `~` is the home."""
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    text = MINIMAL.replace('user = "robin"', 'user = "robin"\npassword_file = "secret"\nca_file = "~/ca.pem"')
    loaded = config.load(written(tmp_path, text + '[storage]\ndirectory = "state"\n'))
    assert loaded.accounts[0].password_file == tmp_path / "secret"
    assert loaded.accounts[0].ca_file == tmp_path / "me" / "ca.pem"
    assert loaded.state_directory == tmp_path / "state"


def test_without_a_directory_the_state_lies_where_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The StateDirectory of systemd for the service, else the user's own."""
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    loaded = config.load(written(tmp_path, MINIMAL))
    assert loaded.state_directory == tmp_path / "xdg" / "afterword"
    monkeypatch.setenv("STATE_DIRECTORY", f"{tmp_path / 'first'}:{tmp_path / 'second'}")
    assert loaded.state_directory == tmp_path / "first"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[letters\n", "is not valid TOML"),
        (b"to = '\xff'", "cannot be read"),
        (b"", "has 3 problems."),
        (b"letters = 3\naccounts = []\n", "has 3 problems."),
    ],
)
def test_a_file_that_is_no_config_is_told_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    """Which file, what is wrong, and what to do."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=said) as caught:
        config.load(path)
    assert str(path) in str(caught.value)
    assert caught.value.hint


def test_a_folder_in_its_place_is_told_too(tmp_path: Path) -> None:
    """It exists and cannot be read."""
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        config.load(tmp_path)


def test_the_way_to_a_config_can_be_pasted(tmp_path: Path) -> None:
    """On a Mac there is a space in it."""
    path = tmp_path / "Application Support" / "config.toml"
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert f"`afterword --config '{path}' init`" in caught.value.hint


def test_a_config_in_another_encoding_is_told_as_one(tmp_path: Path) -> None:
    """Its permissions are not what is wrong."""
    path = tmp_path / "config.toml"
    path.write_bytes("# für mich".encode("latin-1"))
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        config.load(path)
