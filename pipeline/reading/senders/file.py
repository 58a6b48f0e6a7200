"""The user's own facts about senders, laid over those that ship."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError

#: Before a key of the user's file: what is listed there is taken away from what ships.
_LESS = "not_"

#: A list that is longer is a mistake.
_MOST_ENTRIES = 20_000

_HINT = "`afterword config senders` shows every table and key."


def merged(tables: Mapping[str, Any], own: Path) -> dict[str, dict[str, list[str]]]:
    """Return the tables of the shipped file with the user's entries added, and those under `not_...` taken away.

    Raises:
        ConfigError: The user's file cannot be read, or has faults: all of them are listed, each with its key.
    """
    added = _read(own)
    problems = [*_problems(added, tables)]
    if problems:
        count = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise ConfigError(f"The senders file {own} has {count}.", problems=problems, hint=_HINT)
    return {
        table: {key: _joined(entries, added.get(table, {}), key) for key, entries in keys.items()}
        for table, keys in tables.items()
    }


def _joined(entries: list[str], added: Mapping[str, list[str]], key: str) -> list[str]:
    """Return what is listed under one key in the end."""
    more = [_tidied(entry) for entry in added.get(key, ())]
    less = {_tidied(entry) for entry in added.get(_LESS + key, ())}
    return [entry for entry in dict.fromkeys([*entries, *more]) if entry not in less]


def _tidied(entry: str) -> str:
    """Return an entry as the lists hold it: in folded case, without an `@` in front."""
    return entry.strip().removeprefix("@").casefold()


def _read(own: Path) -> dict[str, Any]:
    """Return the tables of the user's file."""
    try:
        return tomllib.loads(own.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The senders file {own} is not valid TOML: {error}.", hint="Mend that line.") from error
    except (OSError, UnicodeDecodeError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8"
        raise ConfigError(f"The senders file {own} cannot be read: {cause}.", hint="Check the file.") from error


def _problems(added: Mapping[str, Any], tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield every fault of the user's tables, each with its key."""
    for table, keys in added.items():
        if table not in tables:
            yield f"{table}: there is no such table{_suggestion(table, tables)}"
        elif not isinstance(keys, dict):
            yield f"{table}: must be a table, as in [{table}]"
        else:
            for key, entries in keys.items():
                yield from _problems_of(f"{table}.{key}", key.removeprefix(_LESS), entries, tables[table])


def _problems_of(place: str, key: str, entries: object, known: Mapping[str, Any]) -> Iterator[str]:
    """Yield the faults of one key."""
    if key not in known:
        yield f"{place}: there is no such key{_suggestion(key, known)}"
    elif not isinstance(entries, list) or not all(isinstance(entry, str) and entry.strip() for entry in entries):
        yield f"{place}: must be a list of texts"
    elif len(entries) > _MOST_ENTRIES:
        yield f"{place}: has more than {_MOST_ENTRIES} entries"


def _suggestion(name: str, known: Mapping[str, Any]) -> str:
    """Return the nearest known name as a question, or nothing."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
