"""The gate: which candidate may take the incumbent's place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.log_examples import judged

from pipeline.classifier.folds import folds_of
from pipeline.core.evaluation.scores import Share
from pipeline.core.message import Address
from pipeline.core.verdict import Act, Judgement, Label, Thresholds
from pipeline.errors import GateNotMetError
from pipeline.reading.read import read
from pipeline.tasks.gate import Comparison, RetrainReport, Standing, compared, hold, memory
from pipeline.tasks.retrain import example_of

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


def test_what_an_incumbent_knows_of_a_sender_it_knows_whatever_the_label() -> None:
    """A rejection and an acknowledgement of one firm are framed alike: neither is unseen to who learnt the other."""
    no, thanks, other = (judged(name).message for name in ("no@x", "thanks@x", "other@x"))
    other = replace(other, sender=Address("Bo", "bo@borealis.example"))
    passport = {"thresholds": {"upper": 0.5}, "labels_of_yours": 1, **memory([no], [0.7], "corpus")}
    known = [(no, Label.REJECTION), (thanks, Label.ACKNOWLEDGEMENT), (other, Label.ACKNOWLEDGEMENT)]
    assert Standing(passport).unseen_calls(known, [False] * 3, known) == [True, None, False]


def test_all_that_a_sender_wrote_is_told_by_one_fold() -> None:
    """Whoever is told about its rejection has seen nothing of it."""
    judgement = Judgement(
        {Label.REJECTION: 1.0}, ({Act.DECLINES: 0.9},), 0, "sure", Thresholds(0.3, 0.5), (0.0,), (0.0,)
    )
    for place in range(20):
        message = replace(judged().message, text="No.", sender=Address("", f"a@co{place}.example"))
        labels = (Label.REJECTION, Label.ACKNOWLEDGEMENT)
        of_one = [example_of(read(message), label, judgement) for label in labels]
        assert len(set(folds_of(of_one, 10, 1))) == 1


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
