"""Feedback: what an employer says about this candidate, in the employer's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest
from typing import TypeVar

T = TypeVar("T")


class FeedbackKind(StrEnum):
    """What a piece of feedback does. The values are part of the contract with other programs."""

    GAP = "gap"
    STRENGTH = "strength"
    REASON = "reason"
    ADVICE = "advice"


#: The kinds in the order in which letters tell them.
TOLD_KINDS = (FeedbackKind.STRENGTH, FeedbackKind.GAP, FeedbackKind.REASON, FeedbackKind.ADVICE)
#: The kinds that say why.
GROUNDS = frozenset({FeedbackKind.GAP, FeedbackKind.REASON})
#: What may be wrong comes first where there is no room for all of it: it is what the questions are about.
WEIGHTIEST = (FeedbackKind.GAP, FeedbackKind.REASON, FeedbackKind.ADVICE, FeedbackKind.STRENGTH)


@dataclass(frozen=True, slots=True)
class Feedback:
    """One piece of feedback: an exact substring of the message's text, white space folded, quote marks left out."""

    kind: FeedbackKind
    text: str
    topics: tuple[str, ...] = ()


def in_turn(rows: Iterable[Sequence[T]]) -> Iterator[T]:
    """Yield the first of every row, then every second one, and so on: where there is no room for all, all are heard."""
    paired = ([(one,) for one in row] for row in rows)
    return (one[0] for one in chain.from_iterable(zip_longest(*paired)) if one)
