"""Reading the config file: every problem at once, each with its path, unknown keys with a suggestion."""

from __future__ import annotations

import difflib
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.config.tables import Config, default_config_path, table_in
from pipeline.errors import ConfigError, why

#: What pydantic says in words of its own, by its types of errors.
_IN_WORDS = {
    "missing": "is missing",
    "too_short": "is empty",
    "string_too_short": "is empty",
    "tuple_type": "not a list; write it in [ ], with commas between",
    "model_type": "not a table",
    "dict_type": "not a table",
    "string_type": 'not a text; write it in " "',
    "path_type": 'not a text; write it in " "',
    "int_type": "not a whole number",
    "float_type": "not a number",
    "bool_type": "neither true nor false",
    "greater_than_equal": "less than {ge}",
    "less_than_equal": "more than {le}",
    "string_pattern_mismatch": "may hold letters without accents, digits, - and _ alone, 40 at the most",
    "literal_error": "not one of {expected}",
    "enum": "not one of {expected}",
}
#: What stands there in place of what is wanted: its kind alone, for it may be a password on the wrong line.
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "a truth value"),
    (str, "a text"),
    (int, "a whole number"),
    (float, "a number with a point"),
    (list, "a list"),
    (dict, "a table"),
    (date, "a date"),
    (time, "a time"),
)
_MEND_LINE = 'Mend that line: a text stands in straight " ", a list in [ ], and each key once in its table.'
_PASSWORDS = frozenset({"password", "passwd", "pass", "secret"})


def load(path: Path) -> Config:
    """Return the config in a TOML file.

    Relative paths in it count from the folder it lies in.

    Raises:
        ConfigError: It cannot be read, or it holds problems: all of them are listed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(
            f"There is no config at {path}.",
            hint=f"`{_command(path)} init` asks for what it needs and writes it.",
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"The config {path} cannot be read: it is not UTF-8 text.", hint="Save it as UTF-8."
        ) from error
    except OSError as error:
        raise ConfigError(
            f"The config {path} cannot be read: {why(error)}.",
            hint="Check its permissions.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The config {path} is not valid TOML: {error}.", hint=_MEND_LINE) from error
    return parse(data, str(path), base=path.parent)


def parse(data: Mapping[str, Any], place: str, *, base: Path) -> Config:
    """Return the config that parsed TOML data holds; raise ConfigError that lists every problem."""
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        problems = list(_problems(error, data))
        count = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise ConfigError(
            f"The config {place} has {count}.", problems=problems, hint="`afterword config default` shows every key."
        ) from error
    return _resolved(config, base)


def _resolved(config: Config, base: Path) -> Config:
    """Return a config whose paths are absolute."""
    data = config.model_dump()

    def absolute(value: Any) -> Any:  # noqa: ANN401 - walks a tree of any values
        if isinstance(value, Path):
            return base / value
        if isinstance(value, dict):
            return {key: absolute(item) for key, item in value.items()}
        if isinstance(value, tuple):
            return tuple(absolute(item) for item in value)
        return value

    return Config.model_validate(absolute(data))


def _command(path: Path) -> str:
    """Return how Afterword is called for a config."""
    is_usual = path.absolute() == default_config_path().absolute()
    return "afterword" if is_usual else f"afterword --config {shlex.quote(str(path))}"


def _problems(error: ValidationError, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each problem as `path: what is wrong`, with a suggestion for an unknown key."""
    errors = error.errors(include_url=False)
    above = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    for one in errors:
        if one["type"] == "too_short" and one["loc"] in above:
            continue  # pydantic counts a faulty item as a missing one
        path = ".".join(_parts(one["loc"], data)) or "config"
        if one["type"] == "extra_forbidden":
            yield f"{path}: {_unknown(one['loc'])}"
        elif one["type"] == "tuple_type" and path == "accounts":
            yield f"{path}: not a list of tables{_found(one)}; write [[{path}]]"
        elif said := _IN_WORDS.get(one["type"]):
            wanted, stop, how = said.format_map(one.get("ctx", {})).partition(";")
            yield f"{path}: {wanted}{_found(one)}{stop}{how}"
        else:
            yield f"{path}: {one['msg'].removeprefix('Value error, ')}"


def _found(problem: ErrorDetails) -> str:
    """Return what kind of value stands where another kind is wanted, as the end of a clause; else nothing."""
    value, is_kind = problem["input"], problem["type"].endswith("_type")
    if not is_kind and not (problem["type"] in {"literal_error", "enum"} and not isinstance(value, str)):
        return ""
    kind = next((name for known, name in _KINDS if isinstance(value, known)), "")
    return f", but {kind}" if kind else ""


def _parts(location: tuple[int | str, ...], data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parts of a path: an account by its name, other entries of a list counted from one."""
    here: Any = data
    has_good_name = location[-1:] != ("name",)
    for part in location:
        if isinstance(here, list) and isinstance(part, int):
            here = here[part]
        else:
            here = here.get(part) if isinstance(here, Mapping) else None
        name = here.get("name") if isinstance(here, Mapping) else None
        if isinstance(part, str):
            yield part
        else:
            yield name if isinstance(name, str) and name and has_good_name else str(part + 1)


def _unknown(location: tuple[int | str, ...]) -> str:
    """Return what is to be said of a key that there is not."""
    key, known = str(location[-1]), _table_at(location).model_fields
    if key in _PASSWORDS and "password_command" in known:
        return "no password stands here; password_command, password_file or password_env says where it is found"
    near = difflib.get_close_matches(key, known, 1)
    return "there is no such key" + (f"; did you mean {near[0]}?" if near else "")


def _table_at(location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the table that the key at a location stands in."""
    model: type[BaseModel] = Config
    for part in location[:-1]:
        if isinstance(part, str):
            model = table_in(model.model_fields[part].annotation) or model
    return model
