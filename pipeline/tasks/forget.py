"""Forget messages: what would go, and that it goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from pipeline.core.calendar import day_of
from pipeline.core.changes import title
from pipeline.core.ports import Log


@dataclass(frozen=True, slots=True)
class Parting:
    """What is to be forgotten: the numbers of messages, and what they are in words."""

    numbers: Sequence[int]
    text: str


def these(log: Log, numbers: Iterable[int], zone: tzinfo) -> Parting:
    """Return the parting from some messages, their days told in `zone`; raise UnknownIdError."""
    once = list(dict.fromkeys(numbers))
    return Parting(once, ", ".join(_told(log, number, zone) for number in once))


def _told(log: Log, number: int, zone: tzinfo) -> str:
    record = log.to_forget(number)
    name = (
        title(str(record["company"]), str(record["role"])) if record["company"] else record["subject"] or "no subject"
    )
    label = str(record["label"]).replace("_", " ")
    day = day_of(datetime.fromisoformat(str(record["date"])), zone) or "without a date"
    return f"message {number} ({name}, {label}, {day})"


def before(log: Log, moment: datetime) -> Parting:
    """Return the parting from all messages dated before then."""
    numbers = log.dated_before(moment)
    rejections = len(log.rejections(end=moment))
    count = "one message" if len(numbers) == 1 else f"{len(numbers)} messages"
    return Parting(numbers, f"{count} ({rejections} rejection{'s' * (rejections != 1)} among them)")


def forget(log: Log, parting: Parting) -> None:
    """Remove the messages for good; raise UnknownIdError if one is gone already, LogError if bytes may stay."""
    log.forget(parting.numbers)
