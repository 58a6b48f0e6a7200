"""Batteries of invented messages with what they say, and how the reading does on them."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from support.judgements import message

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.read import read

FOLDER = Path(__file__).parents[1] / "battery"


def entries(name: str) -> list[dict[str, Any]]:
    """Return the messages of one battery, or the sentences of one."""
    (found,) = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")).values()
    return list(found)


def reading_of(entry: Mapping[str, Any]) -> Reading:
    """Return the reading of an entry."""
    written = message(entry["text"].strip(), subject=entry["subject"], sender=entry["from"], to=entry.get("to", ""))
    return read(replace(written, reply_to=Address(*parseaddr(entry.get("reply_to", "")))))


class Score:
    """How often something was found, missed or wrong, with the names of the messages that went wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, entry: Mapping[str, Any], key: str, got: str, same: Callable[[str, str], bool]) -> None:
        """Count one message: `right`, `missed`, `wrong`, `invented`, or `rightly_empty`."""
        want = entry.get(key, "")
        if not want:
            outcome = "invented" if got else "rightly_empty"
        elif not got:
            outcome = "missed"
        else:
            outcome = "right" if same(got, want) else "wrong"
        self.counts[outcome] += 1
        if outcome in {"missed", "wrong", "invented"}:
            self.wrong.append(f"{entry['name']}: {want!r}, not {got!r}")

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        found = self.counts["right"] + self.counts["wrong"] + self.counts["invented"]
        return self.counts["right"] / found if found else 1.0

    @property
    def recall(self) -> float:
        """How many of those that a message names are found rightly."""
        named = self.counts["right"] + self.counts["wrong"] + self.counts["missed"]
        return self.counts["right"] / named if named else 1.0
