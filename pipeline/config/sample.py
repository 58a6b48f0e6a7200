"""The config described: a sample with every key, and a JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pydantic import BaseModel

from pipeline.config.delivery import Delivery
from pipeline.config.tables import Config, table_in


def schema() -> str:
    """Return the JSON Schema of the config, for editors."""
    return json.dumps(Config.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def sample() -> str:
    """Return a config with every key and what it means; keys that have a default are commented out."""
    lines = [
        "# The config of Afterword. Keys that are commented out show their default or an example.",
        "# `afterword config check` says what is wrong with it; `afterword doctor` tries it out.",
    ]
    for name, field in Config.model_fields.items():
        model = table_in(field.annotation)
        if model is not None:
            heading = f"[[{name}]]" if name == "accounts" else f"[{name}]"
            lines += ["", f"# {model.__doc__}", heading, *_sample_keys(model)]
    return "\n".join(lines) + "\n"


def _sample_keys(model: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of one table, those that must be given first."""
    fields = sorted(model.model_fields.items(), key=lambda item: not item[1].is_required())
    for name, field in fields:
        value = field.examples[0] if field.examples else field.default
        given = field.is_required() or (model is Delivery and name in {"host", "user"})
        yield f"# {field.description}"
        yield f"{'' if given else '# '}{name} = {as_toml(value)}"


def as_toml(value: object) -> str:
    """Return a value of the config as TOML; of what stands there only tables are written otherwise than in JSON."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {as_toml(item)}" for key, item in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)
