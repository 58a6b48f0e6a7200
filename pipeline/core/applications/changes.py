"""Changes that the user makes to applications by hand: what they are, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pipeline.core.applications.application import Application, Stage
from pipeline.core.text import counted
from pipeline.core.verdict import Label

#: Stands where a verdict names its model, if the user wrote the entry and no model judged it.
BY_HAND = "hand"


class ChangeKind(StrEnum):
    """What the user did to an application. The values are stored."""

    ADD = "add"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    DELETE = "delete"
    MATCH = "match"
    UNALIAS = "unalias"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the user writes onto a timeline by hand.

    `label` is acknowledgement for "I applied" and rejection for "they declined". With `application` it goes onto that
    timeline; without, it begins an application with this company and role. `date` is in the user's time zone, for
    its day is told.
    """

    company: str
    role: str
    date: datetime
    label: Label = Label.ACKNOWLEDGEMENT
    note: str = ""
    stage: Stage = Stage.UNKNOWN
    application: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change in the history.

    `application` is the number of the application that it was about, `text` says in words what was done, `message` is
    the number of the entry that an addition wrote. `undone_at` is None as long as the change stands.
    """

    id: int
    at: datetime
    kind: ChangeKind
    application: int
    text: str
    message: int | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of a company that the user has given another name: later messages that use it are about that one."""

    id: int
    spelling: str
    company: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A message that could belong to several applications, which only the user can tell."""

    message: int
    date: datetime
    sender: str
    subject: str
    label: Label
    company: str
    role: str
    candidates: tuple[Application, ...]


def title(company: str, role: str) -> str:
    """Return the name of an application on one line."""
    return " · ".join(filter(None, (company, role))) or "an application without a name"


def added(entry: Entry, application: Application | None) -> str:
    """Return what is said of an addition; `application` is the one that it goes onto, if it begins none."""
    what = "the rejection" if entry.label is Label.REJECTION else "the application"
    if application is None:
        return f"added {title(entry.company, entry.role)} with {what} of {entry.date:%Y-%m-%d}"
    return f"added {what} of {entry.date:%Y-%m-%d} to {title(application.company, application.role)}"


def renamed(application: Application, company: str, role: str) -> str:
    """Return what is said of a renaming."""
    return f"renamed {title(application.company, application.role)} to {title(company, role)}"


def merged(application: Application, into: Application) -> str:
    """Return what is said of a merger."""
    return (
        f"merged application {application.id} ({title(application.company, application.role)}) "
        f"into {into.id} ({title(into.company, into.role)})"
    )


def moved(message: int, source: Application | None, target: Application, *, others: int = 0) -> str:
    """Return what is said of a message that went from one application, or from none, to another.

    `others` is how many of its thread went with it.
    """
    thread = f" and {counted(others, 'other')} of its thread" if others else ""
    origin = f"from application {source.id} ({title(source.company, source.role)})" if source else "from none"
    return f"moved message {message}{thread} {origin} to {target.id} ({title(target.company, target.role)})"


def unaliased(alias: Alias) -> str:
    """Return what is said of an alias that was taken away."""
    return f"{alias.spelling} no longer leads to {alias.company}"


def deleted(application: Application) -> str:
    """Return what is said of a deletion."""
    count = len(application.events)
    return f"deleted {title(application.company, application.role)} ({count} on its timeline)"
