"""Measure the judge on labelled messages: with the product's own thresholds, whatever comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pipeline.core.evaluation.cases import Case, Outcome
from pipeline.core.evaluation.facts import FactFigures, fact_figures
from pipeline.core.evaluation.fields import FieldFigures, company_figures, reapply_figures, role_figures
from pipeline.core.evaluation.groups import Row, confusion, rows
from pipeline.core.evaluation.known import KnownFigures, UnknownFigures, known_figures, unknown_figures
from pipeline.core.evaluation.passed import MailFigures, mail_figures
from pipeline.core.evaluation.scores import Bin, brier, precision_recall, reliability
from pipeline.core.verdict import JOB_LABELS, Decision, Label
from pipeline.tasks.judge import Judge

#: Cases judged together, so that a large file is never whole in memory as readings.
_TOGETHER = 64

#: The fields that are measured, each with what makes its figures.
_FIELDS = {"company": company_figures, "role": role_figures, "reapply": reapply_figures}


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
        known: What would change if all job mail were known to be about candidacies.
        unknown: What would change if no application were known.
        mail: How well job mail and ordinary mail were told apart.
        facts: How well feedback and stage were read.
        fields: How well company, role and the day to apply again were read, of these the ones that the cases note.
        missed, alarms: Rejections that were not called, lowest score first; others that were, highest score first.
    """

    model: str
    rows: list[Row]
    confusion: dict[Label, dict[Label, int]]
    brier: float
    bins: list[Bin]
    curve: list[tuple[float, float, float]]
    known: KnownFigures
    unknown: UnknownFigures
    mail: MailFigures
    facts: FactFigures
    fields: dict[str, FieldFigures]
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
        rows=rows(outcomes),
        confusion=confusion(outcomes),
        brier=brier(scores, truths),
        bins=reliability(scores, truths),
        curve=precision_recall(scores, truths),
        known=known_figures(outcomes),
        unknown=unknown_figures(outcomes),
        mail=mail_figures(outcomes),
        facts=fact_figures(outcomes),
        fields={name: figures for name, of in _FIELDS.items() if (figures := of(outcomes))},
        missed=sorted(missed, key=lambda one: one.judged.verdict.score),
        alarms=sorted(alarms, key=lambda one: -one.judged.verdict.score),
    )


def _outcomes(cases: Iterable[Case], judge: Judge) -> Iterable[Outcome]:
    remaining = iter(cases)
    while batch := list(islice(remaining, _TOGETHER)):
        for case, judged in zip(batch, judge([case.message for case in batch]), strict=True):
            is_passed = case.label in JOB_LABELS and judged.verdict.decision is Decision.NOT_REJECTION
            within = judge.within_candidacy(judged).verdict.decision if is_passed else None
            yield Outcome(case, judged, within)
