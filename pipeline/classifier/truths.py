"""What the messages of the corpus are, as the models of messages learn it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier.columns import LABELS, REFUSING_ACTS
from pipeline.classifier.corpus import Example, Line, Teaches
from pipeline.classifier.linear import Bools
from pipeline.classifier.recipe import Recipe
from pipeline.core.verdict import USEFUL_ACTS, Act, Label


@dataclass(frozen=True, slots=True)
class Truths:
    """What the examples are, a row each.

    Attributes:
        labels: A column each of `COLUMNS`.
        candidacy: Whether a candidacy of the reader ends.
        told: Whether the candidacy model learns from it: it does among messages that end, refuse or withdraw something.
            Against all others it would learn once more what an ending is; but of ordinary mail as it comes, which is
            never about one, it may learn as well.
        useful: Whether it is a rejection that gives feedback.
        whole: Whether it teaches as a message, and not its sentences above all.
    """

    labels: Bools
    candidacy: Bools
    told: Bools
    useful: Bools
    whole: Bools


def truths_of(examples: Sequence[Example]) -> Truths:
    """Return what the examples are for the models of messages."""
    acts = [{line.act for line in example.lines} for example in examples]
    rejection = np.array([example.label is Label.REJECTION for example in examples])
    ordinary = np.array([example.label is Label.OTHER for example in examples])
    everyday = ordinary & np.array([not example.is_marked for example in examples])
    refuses = (ordinary & _does(acts, REFUSING_ACTS)) | np.array([example.refuses for example in examples])
    others = [[example.label is label for example in examples] for label in LABELS if label is not Label.REJECTION]
    return Truths(
        labels=np.array([rejection | refuses, *others]).T,
        candidacy=rejection,
        told=rejection | everyday | _does(acts, REFUSING_ACTS | {Act.WITHDRAWS}),
        useful=rejection & np.array([any(map(_is_useful, example.lines)) for example in examples]),
        whole=np.array([example.teaches is not Teaches.SENTENCES for example in examples]),
    )


def telling_of(truths: Truths, *, useful: float, sentences: float) -> NDArray[np.float64]:
    """Return what each example counts in the candidacy model.

    A rejection that gives feedback counts `useful`, one that teaches its sentences counts `sentences`, and one that
    does both counts nothing. The others count so much more that all candidacies together count what they are: how
    likely one is at first must not move.
    """
    plain = np.where(truths.whole, 1.0, sentences)
    telling = np.where(truths.useful, np.where(truths.whole, useful, 0.0), plain)
    taught = telling[truths.candidacy & (telling > 0)]
    telling[truths.candidacy] /= taught.mean() if len(taught) else 1.0
    return telling


def balanced(truth: Bools, weight: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Return weights by which what is true and what is not count more alike in all.

    Args:
        truth: What is told of each example.
        weight: What each counts by itself.
        share: How far both sides are brought together: 0 leaves them as they are, with 1 they count the same.
    """
    halves: NDArray[np.float64] = np.where(truth, weight[truth].sum(), weight[~truth].sum())
    return np.asarray(weight * (len(weight) / (2 * halves)) ** share, dtype=np.float64)


def weight_of(example: Example, recipe: Recipe) -> float:
    """Return what an example counts: less where a sentence tells of a refusal that was another's, more if unmarked."""
    if not example.is_marked:
        return recipe.unmarked_weight
    return recipe.reports_weight if any(line.act is Act.REPORTS for line in example.lines) else 1.0


def _is_useful(line: Line) -> bool:
    return line.act in USEFUL_ACTS or line.also is not None


def _does(acts: Sequence[set[Act | None]], any_of: frozenset[Act]) -> Bools:
    return np.array([bool(one & any_of) for one in acts])
