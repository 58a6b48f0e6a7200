"""Labelled messages in JSON lines: what the evaluation measures on.

One object a line: `id`, `label`, `subject`, `sender`, `body`, `lang`, and where they are known `stage`, `feedback`
(exact sentences), `kind`, `tags`, `source` and `family`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path

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
        name, address = parseaddr(str(data.get("sender") or ""))
        message = Message(
            key=MessageKey(place, 0, number),
            message_id=str(data["id"]),
            date=_SOME_DAY,
            sender=Address(name, address),
            subject=str(data.get("subject") or ""),
            text=str(data["body"]),
        )
        stage = str(data.get("stage") or "")
        return Case(
            message=message,
            label=label,
            language=str(data.get("lang") or ""),
            stage=Stage(stage) if stage else None,
            feedback=tuple(str(piece) for piece in data["feedback"]) if "feedback" in data else None,
            kind=str(data.get("kind") or ""),
            source=str(data.get("source") or ""),
            family=str(data.get("family") or ""),
            tags=tuple(str(tag) for tag in data.get("tags") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            f"{place} is not a labelled message: {type(error).__name__}.", hint="`docs/evaluation.md` lists the fields."
        ) from error
