"""Check everything that a run depends on: one finding for each, with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.errors import AfterwordError


class State(StrEnum):
    """How a finding stands."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked thing: what was found, and what to do about it if it is not ok."""

    subject: str
    state: State
    text: str
    remedy: str = ""


#: A probe returns what it found, raises what is wrong, or returns a finding of its own where the two do not suffice.
Probe = Callable[[], str | Finding]


def examine(probes: Iterable[tuple[str, Probe]]) -> list[Finding]:
    """Return a finding for each probe, in order; one that fails does not stop the others."""
    return [_finding(subject, probe) for subject, probe in probes]


def _finding(subject: str, probe: Probe) -> Finding:
    try:
        found = probe()
    except AfterwordError as error:
        text = f"{error} {'; '.join(error.problems)}".rstrip()
        return Finding(subject, State.FAIL, text, error.hint)
    return found if isinstance(found, Finding) else Finding(subject, State.OK, found)
