"""Feedback: what an employer says about this candidate, in the employer's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FeedbackKind(StrEnum):
    """What a piece of feedback does. The values are part of the contract with other programs."""

    GAP = "gap"
    STRENGTH = "strength"
    REASON = "reason"
    ADVICE = "advice"


#: The kinds in the order in which letters tell them.
TOLD_KINDS = (FeedbackKind.STRENGTH, FeedbackKind.GAP, FeedbackKind.REASON, FeedbackKind.ADVICE)
#: What may be wrong comes first where there is no room for all of it: it is what the questions are about.
WEIGHTIEST = (FeedbackKind.GAP, FeedbackKind.REASON, FeedbackKind.ADVICE, FeedbackKind.STRENGTH)


@dataclass(frozen=True, slots=True)
class Feedback:
    """One piece of feedback: an exact substring of the message's text, white space folded."""

    kind: FeedbackKind
    text: str
    topics: tuple[str, ...] = ()
