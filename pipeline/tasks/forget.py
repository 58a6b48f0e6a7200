"""Forget messages: what would go, and that it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from pipeline.core.applications.application import Application
from pipeline.core.applications.changes import title
from pipeline.core.calendar import day_of
from pipeline.core.plan import Policy
from pipeline.core.ports import Forgetting, Known, Log
from pipeline.core.text import counted
from pipeline.tasks.label import owe_first, telling_again
from pipeline.tasks.place import clear, settle_stages


@dataclass(frozen=True, slots=True)
class Parting:
    """What is to be forgotten: the numbers of messages, and what they are in words."""

    numbers: Sequence[int]
    text: str


def these(log: Forgetting, numbers: Iterable[int], zone: tzinfo) -> Parting:
    """Return the parting from some messages, their days told in `zone`; raise UnknownIdError."""
    once = list(dict.fromkeys(numbers))
    return Parting(once, ", ".join(_told(log, number, zone) for number in once))


def _told(log: Forgetting, number: int, zone: tzinfo) -> str:
    record = log.to_forget(number)
    name = (
        title(str(record["company"]), str(record["role"])) if record["company"] else record["subject"] or "no subject"
    )
    label = str(record["label"]).replace("_", " ")
    day = day_of(datetime.fromisoformat(str(record["date"])), zone) or "without a date"
    return f"message {number} ({name}, {label}, {day})"


def before(log: Known, moment: datetime) -> Parting:
    """Return the parting from all messages dated before then."""
    numbers = log.dated_before(moment)
    rejections = len(log.rejections(end=moment))
    count = "one message" if len(numbers) == 1 else f"{len(numbers)} messages"
    return Parting(numbers, f"{count} ({counted(rejections, 'rejection')} among them)")


def forget(log: Log, parting: Parting, *, policy: Policy, now: datetime) -> None:
    """Remove the messages for good.

    A rejection that told one of them again counts by itself now, and owes the debrief that has not left. An application
    without any job mail goes, as with a label, and the stages of another are settled by what is left of it.

    Raises:
        UnknownIdError: One is gone already.
        LogError: Bytes may stay.
    """
    gone = set(parting.numbers)
    again = [telling_again(log, one.id) for one in log.rejections() if one.id in gone]
    left = [number for one in log.applications() for number in _left(one, gone)]
    try:
        log.forget(parting.numbers)
    finally:  # also where bytes stay; where nothing is forgotten, nothing of this changes anything
        for numbers in again:
            owe_first(log, [one for one in numbers if one not in gone], policy=policy, now=now)
        for number in left:
            clear(log, number)
            settle_stages(log, number)


def _left(application: Application, gone: Collection[int]) -> Sequence[int]:
    """Return one message that is left on a timeline from which some are forgotten; none of any other timeline."""
    kept = [event.id for event in application.events if event.id not in gone]
    return kept[:1] if len(kept) < len(application.events) else ()
