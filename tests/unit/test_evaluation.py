"""Figures about a judge."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from pipeline.core.applications.application import Facts, Judged, Stage
from pipeline.core.evaluation.cases import Case, Outcome
from pipeline.core.evaluation.facts import fact_figures
from pipeline.core.evaluation.scores import Share, brier, figures
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.verdict import Decision, Label, Thresholds, Verdict
from tests.support.judgements import message


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(5, 10, 0.2366, 0.7634), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_that_of_wilson(hits: int, total: int, low: float, high: float) -> None:
    """The last row is from Newcombe 1998 (Statistics in Medicine 17:857), table I."""
    assert Share(hits, total).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_is_no_number_and_may_be_anything() -> None:
    """Neither perfect nor nought."""
    assert math.isnan(Share(0, 0).value)
    assert Share(0, 0).interval == (0.0, 1.0)


@given(st.integers(1, 10_000), st.data())
def test_an_interval_holds_its_share(total: int, data: st.DataObject) -> None:
    """And lies within nought and one."""
    share = Share(data.draw(st.integers(0, total)), total)
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1


def test_figures_count_what_was_called_asked_and_missed() -> None:
    """A score on a line belongs to what lies above it."""
    scores = [0.9, 0.8, 0.8, 0.5, 0.4, 0.3, 0.1]
    truths = [True, True, False, True, True, False, False]
    found = figures(scores, truths, Thresholds(lower=0.4, upper=0.8))
    assert found.recall == Share(2, 4)
    assert found.precision == Share(2, 3)
    assert found.asked == Share(2, 2)
    assert found.uncertain == Share(2, 7)


@pytest.mark.parametrize(
    ("scores", "truths", "expected"),
    [([1.0, 0.0], [True, False], 0.0), ([0.5, 0.5], [True, False], 0.25), ([0.0], [True], 1.0), ([], [], 0.0)],
)
def test_the_brier_score_is_the_mean_squared_error(scores: list[float], truths: list[bool], expected: float) -> None:
    """Nought is best."""
    assert brier(scores, truths) == expected


def _outcome(
    noted: tuple[str, ...] | None,
    claimed: tuple[str, ...],
    decision: Decision = Decision.REJECTION,
    *,
    stage: Stage | None = None,
) -> Outcome:
    """Return a rejection with what somebody noted and what was drawn from it, which came after an interview."""
    one = message("Text.")
    facts = Facts(stage=Stage.INTERVIEW, feedback=tuple(Feedback(FeedbackKind.GAP, text) for text in claimed))
    verdict = Verdict(decision, Label.REJECTION, 0.9, "", "by-hand")
    return Outcome(Case(one, Label.REJECTION, "en", stage=stage, feedback=noted), Judged(one, "en", verdict, facts))


def test_feedback_is_compared_by_its_words() -> None:
    """As many as each side has; bullets, quotes and case are no words, and what was missed is another figure."""
    found = fact_figures(
        [
            _outcome(("\u2022 Your SQL was thin.",), ("your SQL was thin",)),
            _outcome(("More tests, more care",), ("More rest",)),
            _outcome(("Never counted.",), (), Decision.NOT_REJECTION),
            _outcome((), ()),
            _outcome((), ("You were nervous.",)),
        ]
    )

    assert found.found == Share(5, 8)
    assert found.right == Share(5, 6)
    assert found.none_said == Share(1, 2)


def test_stages_count_wherever_they_were_noted() -> None:
    """Whether or not anybody noted feedback; what nobody can tell, and what was missed, counts nothing."""
    told = fact_figures(
        [
            _outcome(None, (), stage=Stage.INTERVIEW),
            _outcome((), (), stage=Stage.APPLICATION),
            _outcome(None, (), Decision.UNCERTAIN, stage=Stage.INTERVIEW),
            _outcome(None, (), Decision.NOT_REJECTION, stage=Stage.INTERVIEW),
            _outcome((), (), stage=Stage.UNKNOWN),
            _outcome((), ()),
        ]
    )
    assert told.stage == Share(2, 3)
    assert told.none_said == Share(3, 3)
