"""What one place in a message claims, to be held against the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A company, or a role, that one place names.

    `source` is the kind of place: agreeing claims count once for each kind. `weight` is how far it is to be trusted.
    """

    name: str
    source: str
    weight: float
