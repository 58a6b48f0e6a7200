"""The conditional random field: its probabilities are those of all ways to mark a message."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from pipeline.reading.learned.tagger import Tagger

_WEIGHT = st.floats(-6, 6, allow_nan=False)
_FEATURES = st.lists(st.sampled_from("abcde"), max_size=3)


@given(
    st.lists(_FEATURES, min_size=1, max_size=5),
    st.fixed_dictionaries({one: st.lists(_WEIGHT, min_size=3, max_size=3) for one in "abcd"}),
    st.lists(_WEIGHT, min_size=9, max_size=9),
)
@settings(deadline=None)
def test_marks_are_as_likely_as_the_ways_they_are_part_of(
    rows: list[list[str]], weights: dict[str, list[float]], steps: list[float]
) -> None:
    """Forward-backward and Viterbi find what counting out every way finds."""
    transitions = np.array(steps).reshape(3, 3)
    marking = Tagger(weights, transitions).mark(rows)
    scores = [np.sum([weights[one] for one in row if one in weights] or [[0.0] * 3], axis=0) for row in rows]
    ways = list(product(range(3), repeat=len(rows)))
    odds = np.array(
        [
            sum(scores[at][one] for at, one in enumerate(way))
            + sum(transitions[one, other] for one, other in pairwise(way))
            for way in ways
        ]
    )
    chances = np.exp(odds - odds.max())
    chances /= chances.sum()
    for at in range(len(rows)):
        outside, first = (sum(chances[n] for n, way in enumerate(ways) if way[at] == column) for column in (0, 1))
        assert marking.inside[at] == pytest.approx(1.0 - outside, abs=1e-9)
        assert marking.first[at] == pytest.approx(first, abs=1e-9)
    assert odds[ways.index(marking.path)] == pytest.approx(odds.max(), abs=1e-9)


def test_nothing_is_marked_in_nothing() -> None:
    """A message without a token has no names, and no fault."""
    marking = Tagger({}, np.zeros((3, 3))).mark([])
    assert (len(marking.inside), marking.path) == (0, ())


def test_large_weights_are_no_fault() -> None:
    """Long messages of telling words neither overflow nor vanish."""
    marking = Tagger({"a": [-400.0, 300.0, 200.0]}, np.full((3, 3), 40.0)).mark([["a"] * 3] * 2_000)
    assert np.isfinite(marking.inside).all()
    assert marking.inside.min() > 0.99
