"""A labelled message to measure on, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.core.applications.application import Judged, Stage
from pipeline.core.message import Message
from pipeline.core.verdict import Decision, Label


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled message to measure on. What nobody noted of it is None: `stage`, `feedback` and what follows.

    `company` and `role` are the spellings that count as right, `reapply` the days from which another application is
    welcome, as in `2026-03-31`; empty where the message names none.
    `kind`, `source`, `family` and `tags` are what whoever collected it said of it; figures are given for each.
    """

    message: Message
    label: Label
    language: str
    stage: Stage | None = None
    feedback: tuple[str, ...] | None = None
    company: tuple[str, ...] | None = None
    role: tuple[str, ...] | None = None
    reapply: tuple[str, ...] | None = None
    kind: str = ""
    source: str = ""
    family: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what the judge made of it; and what of job mail that it let pass, were its candidacy known."""

    case: Case
    judged: Judged
    within_candidacy: Decision | None = None

    @property
    def is_rejection(self) -> bool:
        """Whether it is one in truth."""
        return self.case.label is Label.REJECTION

    @property
    def decision(self) -> Decision:
        """What the judge decided."""
        return self.judged.verdict.decision

    @property
    def is_noticed(self) -> bool:
        """Whether it is a rejection that was called one or asked about."""
        return self.is_rejection and self.decision is not Decision.NOT_REJECTION
