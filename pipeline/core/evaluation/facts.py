"""How well feedback and stage were read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.core.applications.application import Stage
from pipeline.core.evaluation.cases import Outcome
from pipeline.core.evaluation.scores import Share

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FactFigures:
    """How well facts were drawn from the true rejections that were not missed.

    `found` and `right` are recall and precision of feedback by words; `none_said` is the share of rejections without
    feedback for which none was claimed; `stage` is the share of stated stages that were read right.
    """

    found: Share
    right: Share
    none_said: Share
    stage: Share


def fact_figures(outcomes: Sequence[Outcome]) -> FactFigures:
    """Return how well feedback and stage were read; feedback is compared by its words, as many as each side has."""
    noticed = [one for one in outcomes if one.is_noticed]
    noted = [one for one in noticed if one.case.feedback is not None]
    true_words = claimed_words = common = 0
    for one in noted:
        if one.case.feedback:
            truth = _words(one.case.feedback)
            claim = _words(piece.text for piece in one.judged.facts.feedback)
            true_words, claimed_words, common = (
                true_words + truth.total(),
                claimed_words + claim.total(),
                common + (truth & claim).total(),
            )
    without = [one for one in noted if not one.case.feedback]
    staged = [one for one in noticed if one.case.stage not in {None, Stage.UNKNOWN}]
    return FactFigures(
        found=Share(common, true_words),
        right=Share(common, claimed_words),
        none_said=Share(sum(not one.judged.facts.feedback for one in without), len(without)),
        stage=Share(sum(one.judged.facts.stage is one.case.stage for one in staged), len(staged)),
    )


def _words(pieces: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in some pieces; bullets, quotes and full stops are no words."""
    return Counter(word for piece in pieces for word in _WORD.findall(piece.lower()))
