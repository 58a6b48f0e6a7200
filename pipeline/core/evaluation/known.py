"""What changes where it is known, or not, of what application a message speaks: in a mailbox more is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.evaluation.cases import Outcome
from pipeline.core.evaluation.scores import Share
from pipeline.core.verdict import JOB_LABELS, Decision


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What would change if all job mail were known to be about candidacies.

    `rescued` is the share of the rejections missed in silence that would be asked about, `needless` the share of the
    other messages about jobs that would be.
    """

    rescued: Share
    needless: Share


def known_figures(outcomes: Sequence[Outcome]) -> KnownFigures:
    """Return what would change if all job mail were known to be about candidacies."""
    passed = [one for one in outcomes if one.within_candidacy is not None]
    asked = [one for one in passed if one.within_candidacy is Decision.UNCERTAIN]
    missed = sum(one.is_rejection for one in passed)
    rescued = sum(one.is_rejection for one in asked)
    others = sum(one.case.label in JOB_LABELS and not one.is_rejection for one in outcomes)
    return KnownFigures(Share(rescued, missed), Share(len(asked) - rescued, others))


@dataclass(frozen=True, slots=True)
class UnknownFigures:
    """What would change if no application were known.

    `doubted` is the share of the messages called rejections, and rightly so, that would be asked about, `spared` the
    share of those called so wrongly.
    """

    doubted: Share
    spared: Share


def unknown_figures(outcomes: Sequence[Outcome]) -> UnknownFigures:
    """Return what would change if no application were known."""
    called = [one for one in outcomes if one.decision is Decision.REJECTION]
    asked = [one for one in called if one.judged.may_be_ordinary]
    right, doubted = (sum(one.is_rejection for one in each) for each in (called, asked))
    return UnknownFigures(Share(doubted, right), Share(len(asked) - doubted, len(called) - right))
