"""What became of the messages that were let pass, of which nobody is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.evaluation.cases import Outcome
from pipeline.core.evaluation.scores import Share
from pipeline.core.verdict import JOB_LABELS, Decision, Label


@dataclass(frozen=True, slots=True)
class MailFigures:
    """How well job mail and ordinary mail are told apart, where no rejection is called or asked about.

    `strayed` is the share of ordinary messages taken for job mail, `begun` of those by which an application would be
    begun; `lost` is the share of job mail taken for ordinary mail.
    """

    strayed: Share
    begun: Share
    lost: Share


def mail_figures(outcomes: Sequence[Outcome]) -> MailFigures:
    """Return how well job mail and ordinary mail are told apart; rejections have figures of their own."""
    passed = [one for one in outcomes if one.decision is Decision.NOT_REJECTION]
    ordinary = [one for one in passed if one.case.label is Label.OTHER]
    strayed = [one for one in ordinary if one.judged.verdict.label in JOB_LABELS]
    job_mail = [one for one in passed if one.case.label in JOB_LABELS and not one.is_rejection]
    return MailFigures(
        strayed=Share(len(strayed), len(ordinary)),
        begun=Share(sum(one.judged.begins_application for one in strayed), len(ordinary)),
        lost=Share(sum(one.judged.verdict.label not in JOB_LABELS for one in job_mail), len(job_mail)),
    )
