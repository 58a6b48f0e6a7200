"""The training corpus: labelled messages in plain text, every sentence marked with its act.

`models/corpus/README.md` describes the format for people; this module reads it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pipeline.core.applications.application import Reason, Stage
from pipeline.core.verdict import Act, Label
from pipeline.errors import ModelError

#: An act of the corpus alone: history below a reply, which never counts as what the message says.
QUOTED = "quoted"

Kind = TypeVar("Kind", bound=StrEnum)


class Teaches(StrEnum):
    """Which models learn from a message: all, above all those of sentences, or those of messages alone."""

    ALL = "all"
    SENTENCES = "sentences"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its act (None for quoted history, or if nobody marked it), as written: its slots are open.

    `also` is the feedback that a sentence gives besides, as one that ends a candidacy and says what was missing.
    """

    act: Act | None
    text: str
    also: Act | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled message.

    `family` names its manner of wording: examples of one family never stand on both sides of a fold. `paragraphs` is
    its body. `is_marked` says whether the acts of its sentences are known; if not, it teaches messages, and `refuses`
    says of ordinary mail whether it refuses or ends anything. `stage` and `reason` are given for rejections only.
    """

    name: str
    label: Label
    language: str
    family: str
    sender: str
    subject: str
    paragraphs: tuple[tuple[Line, ...], ...]
    form: str = "new"
    teaches: Teaches = Teaches.ALL
    is_marked: bool = True
    refuses: bool = False
    stage: Stage | None = None
    reason: Reason | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its sentences in order, quoted history included."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph)

    @property
    def said(self) -> tuple[Line, ...]:
        """Its sentences in order, without quoted history."""
        return tuple(line for line in self.lines if line.act is not None or not self.is_marked)


@dataclass(slots=True)
class _Draft:
    """An example while its lines are read."""

    name: str
    place: str
    headers: dict[str, str] = field(default_factory=dict)
    paragraphs: list[list[Line]] = field(default_factory=lambda: [[]])
    in_body: bool = False


def load(root: Path) -> list[Example]:
    """Return every example under a corpus folder, in the order of file names and lines.

    Raises:
        ModelError: A line is not in the format; the sentence names file and line.
    """
    return [example for path in sorted(root.rglob("*.txt")) for example in _read_file(path, root)]


def _read_file(path: Path, root: Path) -> Iterator[Example]:
    """Yield the examples of one file."""
    file = path.relative_to(root)
    language, folder, family = _parts(file)
    label = _value(Label, folder, str(file))
    draft: _Draft | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{file}:{number}"
        if line.startswith("## "):
            if draft is not None:
                yield _finish(draft, language, label, family)
            draft = _Draft(line[3:].strip(), place)
        elif draft is not None:
            _read_line(draft, line, place)
        elif line.strip():
            raise ModelError(f"{place}: text before the first message", hint="begin each message with `## name`")
    if draft is not None:
        yield _finish(draft, language, label, family)


def _read_line(draft: _Draft, line: str, place: str) -> None:
    """Add one line to a draft."""
    if not line.strip():
        draft.in_body = True
        draft.paragraphs.append([])
        return
    key, colon, value = line.partition(":")
    if not colon:
        raise ModelError(
            f"{place}: a line without an act", hint="write `act: sentence`; README.md there lists the acts"
        )
    if draft.in_body:
        act, _, also = key.partition("+")
        draft.paragraphs[-1].append(Line(_act(act, place), value.strip(), _value(Act, also, place) if also else None))
    else:
        draft.headers[key] = value.strip()


def _act(name: str, place: str) -> Act | None:
    """Return the act of that name, None for quoted history."""
    return None if name == QUOTED else _value(Act, name, place)


def _parts(path: Path) -> tuple[str, str, str]:
    """Return language, label and family of a file by where it lies."""
    try:
        language, label, family = path.with_suffix("").parts
    except ValueError:
        raise ModelError(
            f"{path}: not in a folder of a language and a label", hint="README.md there shows it"
        ) from None
    return language, label, family


def _value(kind: type[Kind], name: str, place: str) -> Kind:
    """Return the member of an enumeration that has that name."""
    try:
        return kind(name)
    except ValueError:
        raise ModelError(
            f"{place}: there is no {kind.__name__.lower()} {name!r}", hint="README.md there lists them"
        ) from None


def _finish(draft: _Draft, language: str, label: Label, family: str) -> Example:
    """Return the example that a draft has become."""
    headers = draft.headers
    return Example(
        name=draft.name,
        label=label,
        language=language,
        family=f"{language}/{label}/{family}",
        sender=headers.get("from", ""),
        subject=headers.get("subject", ""),
        paragraphs=tuple(tuple(paragraph) for paragraph in draft.paragraphs if paragraph),
        form=headers.get("form", "new"),
        teaches=_value(Teaches, headers["teaches"], draft.place) if "teaches" in headers else Teaches.ALL,
        stage=_value(Stage, headers["stage"], draft.place) if "stage" in headers else None,
        reason=_value(Reason, headers["reason"], draft.place) if "reason" in headers else None,
    )


_SLOT = re.compile(r"\{(\w+)\}")


def slots_in(text: str) -> list[str]:
    """Return the names of the slots in a text."""
    return _SLOT.findall(text)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its slots filled; a slot without a value stays as it is."""
    return _SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def digest_of(examples: Sequence[Example]) -> str:
    """Return a hash of what was trained on, to tell two corpora apart."""
    state = hashlib.sha256()
    for example in examples:
        facts = (
            example.family,
            example.name,
            example.subject,
            example.lines,
            example.teaches,
            example.refuses,
        )
        state.update(repr(facts).encode())
    return state.hexdigest()
