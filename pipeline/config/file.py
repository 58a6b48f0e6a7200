"""Reading the config file: every problem at once, each with its path, unknown keys with a suggestion."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from pipeline.config.tables import Config, table_in
from pipeline.errors import ConfigError


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
            hint=f"Write one: `mkdir -p {path.parent} && afterword config default > {path}`, then fill it in.",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"The config {path} cannot be read: {_cause(error)}.", hint="Check its permissions."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The config {path} is not valid TOML: {error}.", hint="Mend that line.") from error
    return parse(data, str(path), base=path.parent)


def parse(data: Mapping[str, Any], place: str, *, base: Path) -> Config:
    """Return the config that parsed TOML data holds; raise ConfigError that lists every problem."""
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        problems = list(_problems(error))
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
            return base / value.expanduser()
        if isinstance(value, dict):
            return {key: absolute(item) for key, item in value.items()}
        if isinstance(value, tuple):
            return tuple(absolute(item) for item in value)
        return value

    return Config.model_validate(absolute(data))


def _cause(error: Exception) -> str:
    """Return the plain words of an operating-system error."""
    return getattr(error, "strerror", None) or type(error).__name__


def _problems(error: ValidationError) -> Iterator[str]:
    """Yield each problem as `path: what is wrong`, with a suggestion for an unknown key."""
    errors = error.errors(include_url=False, include_input=False)
    above = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    for one in errors:
        if one["type"] == "too_short" and one["loc"] in above:
            continue  # pydantic counts a faulty item as a missing one
        path = ".".join(str(part) for part in one["loc"]) or "config"
        if one["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(one["loc"][-1]), _keys_beside(one["loc"]), 1)
            yield f"{path}: there is no such key" + (f"; did you mean {near[0]}?" if near else "")
        elif one["type"] == "missing":
            yield f"{path}: is missing"
        else:
            yield f"{path}: {one['msg'].removeprefix('Value error, ')}"


def _keys_beside(location: tuple[int | str, ...]) -> list[str]:
    """Return the keys that the table at a location knows."""
    model: type[BaseModel] = Config
    for part in location[:-1]:
        if isinstance(part, str):
            model = table_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)
