"""The gate: which candidate may take the incumbent's place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.evaluation.scores import Share
from pipeline.errors import GateNotMetError
from pipeline.tasks.gate import Comparison, RetrainReport, compared, hold

EQUAL = Comparison(Share(5, 10), Share(5, 10), lost=0, gained=0)
REPORT = RetrainReport(
    name="yours-1",
    labels=10,
    incumbent=EQUAL,
    baseline=EQUAL,
    remembered=True,
    candidate_brier=0.09,
    incumbent_brier=0.09,
    baseline_brier=0.09,
)


@pytest.mark.parametrize(
    ("lost", "gained", "worse"),
    [(0, 0, False), (1, 0, False), (2, 0, False), (3, 0, True), (4, 2, False), (6, 2, True), (2, 9, False)],
)
def test_a_candidate_is_worse_where_it_loses_more_labels_than_chance_explains(
    lost: int, gained: int, *, worse: bool
) -> None:
    """One label less of ten says nothing; three less and none gained does."""
    assert replace(EQUAL, lost=lost, gained=gained).is_worse is worse


def test_only_what_the_other_can_tell_is_compared() -> None:
    """Hits, and what only one of the two gets right."""
    done = compared([True, True, False, False], [True, False, None, True], [True, True, True, True])
    assert done == Comparison(Share(2, 3), Share(2, 3), lost=1, gained=1)


@pytest.mark.parametrize("whose", ["incumbent", "baseline"])
def test_a_little_is_not_lost_with_every_training(whose: str) -> None:
    """Beside an incumbent that was a little worse than the shipped one, that one still counts, and the other way."""
    hold(replace(REPORT, candidate_brier=0.0935))
    slipped = replace(REPORT, incumbent_brier=0.094, candidate_brier=0.0975)
    if whose == "incumbent":
        slipped = replace(slipped, incumbent_brier=0.09, baseline_brier=0.094)
    with pytest.raises(GateNotMetError, match="on the corpus") as caught:
        hold(slipped)
    assert ("present one 0.09" if whose == "incumbent" else "shipped one 0.09") in str(caught.value)


@pytest.mark.parametrize("whose", ["incumbent", "baseline"])
def test_labels_count_beside_either(whose: str) -> None:
    """The figures come with how far they can be trusted."""
    worse = Comparison(Share(5, 13), Share(9, 13), lost=4, gained=0)
    report = replace(REPORT, incumbent=worse) if whose == "incumbent" else replace(REPORT, baseline=worse)
    with pytest.raises(GateNotMetError, match=r"5 of 13 \(95 % interval 0\.18 to 0\.64\)"):
        hold(report)
