"""Single values as the log stores them: texts, times, Message-IDs and numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from pipeline.core.message import Message
from pipeline.core.text import well_formed

#: How the identity of a message begins that is known by a hash alone.
_HASH = "sha256:"

#: Sorts before and after every stored time.
_BEFORE_ALL, _AFTER_ALL = "", "~"

#: The largest number that SQLite gives a row.
_LARGEST_NUMBER = 2**63 - 1


def storable(values: Mapping[str, object] | Sequence[object]) -> dict[str, object] | tuple[object, ...]:
    """Return parameters that SQLite can take: a lone surrogate, as undecodable headers leave, becomes U+FFFD."""
    if isinstance(values, Mapping):
        return {name: _storable(value) for name, value in values.items()}
    return tuple(_storable(value) for value in values)


def _storable(value: object) -> object:
    return well_formed(value) if isinstance(value, str) else value


def stored_time(moment: datetime) -> str:
    """Return an aware time as it is stored: UTC, ISO 8601, in a form that sorts as text.

    A time that UTC cannot express (a forged date on the first or last day of the calendar) moves by its offset.
    """
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError:
        return moment.replace(tzinfo=UTC).isoformat()


def time_from(stored: str) -> datetime:
    """Return a stored time, aware, in UTC."""
    return datetime.fromisoformat(stored)


def span(start: datetime | None, end: datetime | None) -> dict[str, object]:
    """Return the parameters `start` and `end` of a half-open span of time; None is without bound."""
    return {
        "start": stored_time(start) if start else _BEFORE_ALL,
        "end": stored_time(end) if end else _AFTER_ALL,
    }


def bare_id(message_id: str) -> str:
    """Return a Message-ID without angle brackets."""
    return message_id.strip().removeprefix("<").removesuffix(">")


def veiled_id(message_id: str) -> str:
    """Return what is stored in place of the Message-ID of other mail: a hash, for an id often names its sender's host.

    What is a hash already stays.
    """
    if message_id.startswith(_HASH):
        return message_id
    return _HASH + hashlib.sha256(well_formed(message_id).encode()).hexdigest()


def identity_of(message: Message) -> str:
    """Return what a message is known by that has no Message-ID of its own: a hash of all that tells it from others."""
    parts = (message.message_id, stored_time(message.date), str(message.sender), message.subject, message.text)
    return _HASH + hashlib.sha256("\0".join(map(well_formed, parts)).encode()).hexdigest()


def may_be_number(number: int) -> bool:
    """Return whether a row could have this number; SQLite cannot even be asked for one that is larger."""
    return 0 < number <= _LARGEST_NUMBER
