"""Labelled messages in JSON lines: what the evaluation measures on.

One object a line: `id`, `label`, `subject`, `sender`, `body`, `lang`, and where they are known `stage`, `feedback`
(exact sentences), `company` and `role` (lists of spellings that count as right, empty where none is named),
`reapply` (likewise of days), `date` (the day it was sent, from which spans in it count), `kind`, `tags`, `source` and
`family`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from typing import Any

from pipeline.adapters.parsing.headers import with_quoted_name
from pipeline.core.applications.application import Stage
from pipeline.core.evaluation.cases import Case
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Label
from pipeline.errors import SourceError

#: The date of a message that has none: relative dates in it count from here.
_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)

_FIELDS = "`docs/evaluation.md` lists the fields."


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the labelled messages of a JSON-lines file, one at a time.

    Raises:
        SourceError: The file cannot be read or holds no message, or a line of it is not such an object; the sentence
            names the line and the field.
    """
    empty = True
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    empty = False
                    yield _case(line, f"{path}:{number}", number)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SourceError(
            f"{path} cannot be read: {reason}.", hint="Give a JSON-lines file of labelled messages."
        ) from error
    if empty:
        raise SourceError(f"{path} holds no labelled message.", hint="Give a JSON-lines file of labelled messages.")


def _case(line: str, place: str, number: int) -> Case:
    """Return the case of a line.

    Raises:
        SourceError: It is none.
    """
    fields = _Fields(_object(line, place), place)
    stage = fields.one_of("stage", Stage)
    return Case(
        message=Message(
            key=MessageKey(place, 0, number),
            message_id=fields.name("id"),
            date=fields.day("date"),
            sender=sender_of(fields.text("sender")),
            subject=fields.text("subject"),
            text=fields.text("body", required=True),
        ),
        label=Label(fields.one_of("label", Label, required=True)),
        language=fields.text("lang"),
        stage=Stage(stage) if stage else None,
        feedback=fields.texts("feedback"),
        company=fields.texts("company"),
        role=fields.texts("role"),
        reapply=fields.days("reapply"),
        kind=fields.text("kind"),
        source=fields.text("source"),
        family=fields.text("family"),
        tags=fields.texts("tags") or (),
    )


def _object(line: str, place: str) -> dict[str, Any]:
    """Return the object that a line is; raise SourceError if it is none."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{place} is not JSON.", hint=_FIELDS) from error
    if not isinstance(data, dict):
        raise SourceError(f"{place} is not a JSON object.", hint=_FIELDS)
    return data


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of one object, each as what it has to be. One that is absent or null is empty, unless it is required.

    Raises:
        SourceError: A field is something else; the sentence names it, and never what it holds.
    """

    data: Mapping[str, Any]
    place: str

    def text(self, field: str, *, required: bool = False) -> str:
        """Return a text."""
        value = self._value(field, required=required)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._wrong(field, "must be text")
        return _whole(value)

    def name(self, field: str) -> str:
        """Return a text or a number as text; it is required."""
        value = self._value(field, required=True)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text(field)

    def one_of(self, field: str, words: type[StrEnum], *, required: bool = False) -> str:
        """Return one of some words."""
        value = self.text(field, required=required)
        if (value or required) and value not in set(words):
            raise self._wrong(field, f"must be one of {', '.join(words)}")
        return value

    def day(self, field: str) -> datetime:
        """Return a date, or some day."""
        value = self.text(field)
        try:
            return datetime.fromisoformat(value).replace(tzinfo=UTC) if value else _SOME_DAY
        except ValueError:
            raise self._wrong(field, "must be a date such as 2026-03-14") from None

    def texts(self, field: str) -> tuple[str, ...] | None:
        """Return the texts of a list, or None if it is absent. A text alone would count as its letters."""
        value = self._value(field)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(piece, str) for piece in value):
            raise self._wrong(field, "must be a list of texts")
        return tuple(map(_whole, value))

    def days(self, field: str) -> tuple[str, ...] | None:
        """Return the dates of a list, as 2026-03-14, or None if it is absent."""
        try:
            texts = self.texts(field)
            return None if texts is None else tuple(date.fromisoformat(one).isoformat() for one in texts)
        except ValueError:
            raise self._wrong(field, "must be a list of dates such as 2026-03-14") from None

    def _value(self, field: str, *, required: bool = False) -> object:
        value = self.data.get(field)
        if required and value is None:
            raise self._wrong(field, "is null" if field in self.data else "is missing")
        return value

    def _wrong(self, field: str, fault: str) -> SourceError:
        return SourceError(f"{self.place}: `{field}` {fault}.", hint=_FIELDS)


def _whole(text: str) -> str:
    """Return a text with a question mark for each half of a character, which no file and no terminal takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def sender_of(text: str) -> Address:
    """Return the sender; a text without an address is a display name."""
    name, address = parseaddr(with_quoted_name(text))
    return Address(name, address) if "@" in address else Address(" ".join(text.split()), "")
