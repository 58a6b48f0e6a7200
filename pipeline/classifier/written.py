"""Labelled messages with no sentence marked: `models/facts` and `models/everyday` describe the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.core.verdict import Label
from pipeline.errors import ModelError

#: What is told of ordinary mail by a word.
_TOLD = {"yes": True, "no": False}

#: What stands between two messages.
_BETWEEN = re.compile(r"^=====$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """A labelled message.

    `name` is its file and its number there, counted from 1. `headers` holds all of its headers by name, those that are
    attributes as well.
    """

    name: str
    number: int
    label: Label
    language: str
    headers: Mapping[str, str]
    body: str

    @property
    def sender(self) -> str:
        """Who wrote it, as a header has it; empty if nobody is named."""
        return self.headers.get("from", "")

    @property
    def subject(self) -> str:
        """What it says it is about; may be empty."""
        return self.headers.get("subject", "")

    @property
    def refuses(self) -> bool | None:
        """Whether ordinary mail refuses or ends anything; None if that is not told."""
        return _TOLD.get(self.headers.get("refuses", ""))


def load(folder: Path) -> Iterator[Written]:
    """Yield every message of the `.txt` files in a folder, in the order of file names and lines.

    Raises:
        ModelError: A message has no label or language, or one that does not exist; the sentence names it.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, part in enumerate(_BETWEEN.split(path.read_text(encoding="utf-8")), start=1):
            if part.strip():
                yield _written(path.stem, number, part)


def _written(file: str, number: int, text: str) -> Written:
    """Return the message that a part of a file holds."""
    head, _, body = text.strip("\n").partition("\n\n")
    headers = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.split("\n"))}
    try:
        label, language = Label(headers["label"]), headers["lang"]
    except (KeyError, ValueError):
        raise ModelError(
            f"message {number} of {file}.txt has no label, no language, or a label that there is not",
            hint="begin it with `label: ...` and `lang: ...`; models/facts/README.md shows it",
        ) from None
    if headers.get("refuses", "no") not in _TOLD:
        raise ModelError(
            f"message {number} of {file}.txt does not say whether it refuses anything",
            hint="write `refuses: yes` or `refuses: no`; models/everyday/README.md shows it",
        )
    return Written(f"{file}-{number}", number, label, language, headers, body)
