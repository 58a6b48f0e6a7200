"""Figures about a judge."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from pipeline.core.evaluation import (
    Share,
    brier,
    figures,
    threshold_for_precision,
    threshold_for_recall,
)
from pipeline.core.verdict import Thresholds

SCORED = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]), st.booleans()), max_size=40)


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


def test_the_threshold_for_precision_is_the_lowest_whose_lower_bound_holds() -> None:
    """One hit is no proof of anything; sixty are."""
    assert threshold_for_precision([0.9], [True], 0.9) == 1.0
    scores = [0.9] * 60 + [0.8] * 10 + [0.7] * 10
    truths = [True] * 60 + [True] * 10 + [False] * 10
    assert threshold_for_precision(scores, truths, 0.93) == 0.8
    assert threshold_for_precision(scores, truths, 0.7) == 0.7
    assert threshold_for_precision(scores, truths, 0.99) == 1.0


@given(SCORED, st.floats(0.1, 0.99))
def test_precision_at_the_threshold_is_at_least_the_wanted_one(pairs: list[tuple[float, bool]], wanted: float) -> None:
    """Ties are taken together: a threshold cannot part equal scores."""
    scores, truths = [score for score, _ in pairs], [truth for _, truth in pairs]
    threshold = threshold_for_precision(scores, truths, wanted)
    called = [truth for score, truth in pairs if score >= threshold]
    if threshold < 1:
        assert Share(sum(called), len(called)).interval[0] >= wanted


@given(SCORED, st.floats(0, 1))
def test_recall_at_the_threshold_is_at_least_the_wanted_one(pairs: list[tuple[float, bool]], wanted: float) -> None:
    """And no higher threshold does it."""
    scores, truths = [score for score, _ in pairs], [truth for _, truth in pairs]
    threshold = threshold_for_recall(scores, truths, wanted)
    true = [score for score, truth in pairs if truth]
    assert sum(score >= threshold for score in true) >= wanted * len(true) - 1e-9


def test_the_threshold_for_recall_of_nothing_is_nought() -> None:
    """There is nothing to miss."""
    assert threshold_for_recall([0.4], [False], 0.9) == 0.0


@pytest.mark.parametrize(
    ("scores", "truths", "expected"),
    [([1.0, 0.0], [True, False], 0.0), ([0.5, 0.5], [True, False], 0.25), ([0.0], [True], 1.0), ([], [], 0.0)],
)
def test_the_brier_score_is_the_mean_squared_error(scores: list[float], truths: list[bool], expected: float) -> None:
    """Nought is best."""
    assert brier(scores, truths) == expected
