"""The lists of words by which text is read."""

from __future__ import annotations

import pkgutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from pipeline import reading
from pipeline.resources import SENDERS


def lists() -> Iterator[tuple[str, list[str]]]:
    """Yield each list of words that is written over several lines, with its name; and those of the senders file."""
    for one in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}."):
        for name, value in vars(import_module(one.name)).items():
            if isinstance(value, str) and value.startswith("\n"):
                yield f"{one.name}.{name}", value.split()
    for name, table in tomllib.loads(SENDERS.read_text(encoding="utf-8")).items():
        if isinstance(table, dict):
            yield from ((f"{name}.{key}", value) for key, value in table.items() if isinstance(value, list))


def test_no_list_holds_a_word_twice() -> None:
    """The second is never looked at; whoever takes the first away believes it gone."""
    found = dict(lists())
    assert len(found) > 40
    twice = {name: [word for word, count in Counter(words).items() if count > 1] for name, words in found.items()}
    assert {name: words for name, words in twice.items() if words} == {}
