"""Measure the judge on labelled messages: with the product's own thresholds, whatever comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pipeline.core import evaluation
from pipeline.core.evaluation import Bin, Case, FactFigures, Outcome, Row
from pipeline.core.fields import FieldFigures, company_figures, role_figures
from pipeline.core.verdict import Label
from pipeline.tasks.judge import Judge

#: Cases judged together, so that a large file is never whole in memory as readings.
_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured.

    Attributes:
        model: The name of the model.
        rows: Figures by group.
        confusion: How often each true label (outer) was given each label (inner).
        brier: Mean squared error of the scores.
        bins: The reliability table.
        curve: (threshold, recall, precision), highest threshold first.
        facts: How well feedback and stage were read.
        company, role: How well these were read; None where the cases do not note them.
        missed, alarms: Rejections that were not called, lowest score first; others that were, highest score first.
    """

    model: str
    rows: list[Row]
    confusion: dict[Label, dict[Label, int]]
    brier: float
    bins: list[Bin]
    curve: list[tuple[float, float, float]]
    facts: FactFigures
    company: FieldFigures | None
    role: FieldFigures | None
    missed: list[Outcome]
    alarms: list[Outcome]


def evaluate(cases: Iterable[Case], *, judge: Judge) -> Evaluation:
    """Judge every case and return the figures."""
    outcomes = list(_outcomes(cases, judge))
    scores = [one.judged.verdict.score for one in outcomes]
    truths = [one.is_rejection for one in outcomes]
    missed = [one for one in outcomes if one.is_rejection and not one.judged.verdict.is_rejection]
    alarms = [one for one in outcomes if not one.is_rejection and one.judged.verdict.is_rejection]
    return Evaluation(
        model=outcomes[0].judged.verdict.model if outcomes else "",
        rows=evaluation.rows(outcomes),
        confusion=evaluation.confusion(outcomes),
        brier=evaluation.brier(scores, truths),
        bins=evaluation.reliability(scores, truths),
        curve=evaluation.precision_recall(scores, truths),
        facts=evaluation.fact_figures(outcomes),
        company=company_figures(outcomes),
        role=role_figures(outcomes),
        missed=sorted(missed, key=lambda one: one.judged.verdict.score),
        alarms=sorted(alarms, key=lambda one: -one.judged.verdict.score),
    )


def _outcomes(cases: Iterable[Case], judge: Judge) -> Iterable[Outcome]:
    remaining = iter(cases)
    while batch := list(islice(remaining, _TOGETHER)):
        for case, judged in zip(batch, judge([case.message for case in batch]), strict=True):
            yield Outcome(case, judged)
