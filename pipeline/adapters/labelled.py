"""Labelled messages in JSON lines: what the evaluation measures on.

One object a line: `id`, `label`, `subject`, `sender`, `body`, `lang`, and where they are known `stage`, `feedback`
(exact sentences), `company` and `role` (lists of spellings that count as right, empty where none is named),
`reapply` (likewise of days), `date` (the day it was sent, from which spans in it count), `kind`, `tags`, `source` and
`family`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from pipeline.adapters.headers import with_quoted_name
from pipeline.core.application import Stage
from pipeline.core.evaluation import Case
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Label
from pipeline.errors import SourceError

#: The date of a message that has none: relative dates in it count from here.
_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the labelled messages of a JSON-lines file, one at a time.

    Raises:
        SourceError: The file cannot be read, or a line of it is not such an object; the sentence names the line.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _case(line, f"{path}:{number}", number)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SourceError(
            f"{path} cannot be read: {reason}.", hint="Give a JSON-lines file of labelled messages."
        ) from error


def _case(line: str, place: str, number: int) -> Case:
    try:
        data = json.loads(line)
        label = Label(data["label"])
        message = Message(
            key=MessageKey(place, 0, number),
            message_id=str(data["id"]),
            date=datetime.fromisoformat(str(data["date"])).replace(tzinfo=UTC) if data.get("date") else _SOME_DAY,
            sender=sender_of(str(data.get("sender") or "")),
            subject=str(data.get("subject") or ""),
            text=str(data["body"]),
        )
        stage = str(data.get("stage") or "")
        return Case(
            message=message,
            label=label,
            language=str(data.get("lang") or ""),
            stage=Stage(stage) if stage else None,
            feedback=_pieces(data, "feedback"),
            company=_pieces(data, "company"),
            role=_pieces(data, "role"),
            reapply=_pieces(data, "reapply"),
            kind=str(data.get("kind") or ""),
            source=str(data.get("source") or ""),
            family=str(data.get("family") or ""),
            tags=tuple(str(tag) for tag in data.get("tags") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            f"{place} is not a labelled message: {type(error).__name__}.", hint="`docs/evaluation.md` lists the fields."
        ) from error


def sender_of(text: str) -> Address:
    """Return the sender; a text without an address is a display name."""
    name, address = parseaddr(with_quoted_name(text))
    return Address(name, address) if "@" in address else Address(" ".join(text.split()), "")


def _pieces(data: Mapping[str, Any], field: str) -> tuple[str, ...] | None:
    """Return the texts of a field that is a list of them; None if it is absent.

    Raises:
        TypeError: It is something else: a text would silently count as its letters.
    """
    if data.get(field) is None:
        return None
    if not isinstance(data[field], list):
        raise TypeError(f"{field} is not a list")
    return tuple(str(piece) for piece in data[field])
