"""Labels, scores, thresholds and verdicts."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from support.judgements import by_acts

from pipeline.core.verdict import Act, Decision, Label, Thresholds, Verdict, decide, label_for

shares = st.floats(0, 1)


def test_the_labels_are_those_that_other_programs_know() -> None:
    """Nine, and their values never change."""
    assert [label.value for label in Label] == [
        "rejection",
        "acknowledgement",
        "interview",
        "assessment",
        "offer",
        "outreach",
        "job_alert",
        "status_update",
        "other",
    ]
    assert {one.value for one in Decision} == {"rejection", "uncertain", "not_rejection"}


@pytest.mark.parametrize(
    ("score", "decision"),
    [
        (0.0, Decision.NOT_REJECTION),
        (0.29, Decision.NOT_REJECTION),
        (0.3, Decision.UNCERTAIN),
        (0.69, Decision.UNCERTAIN),
        (0.7, Decision.REJECTION),
        (1.0, Decision.REJECTION),
    ],
)
def test_a_score_on_a_line_counts_as_above_it(score: float, decision: Decision) -> None:
    """The two lines and both their sides."""
    assert decide(score, Thresholds(0.3, 0.7)) is decision


@given(shares, shares, shares)
def test_where_a_candidacy_is_known_the_user_is_asked_sooner_and_nothing_is_called_a_rejection(
    a: float, b: float, score: float
) -> None:
    """Not even what is as sure as can be: a letter about nothing is not taken back."""
    within = Thresholds(min(a, b), max(a, b)).within_candidacy
    expected = Decision.UNCERTAIN if score >= min(a, b) / 2 else Decision.NOT_REJECTION
    assert decide(score, within) is expected
    assert decide(1.0, within) is Decision.UNCERTAIN


@given(shares, shares)
def test_equal_lines_leave_nothing_uncertain(score: float, line: float) -> None:
    """The user who wants no questions gets none."""
    assert decide(score, Thresholds(line, line)) is not Decision.UNCERTAIN


@given(shares, shares, shares, shares)
def test_a_higher_score_never_makes_a_message_less_of_a_rejection(a: float, b: float, c: float, d: float) -> None:
    """Decisions are ordered as scores are."""
    order = [Decision.NOT_REJECTION, Decision.UNCERTAIN, Decision.REJECTION]
    lines = Thresholds(min(a, b), max(a, b))
    assert order.index(decide(min(c, d), lines)) <= order.index(decide(max(c, d), lines))


@pytest.mark.parametrize(("lower", "upper"), [(0.7, 0.3), (-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_lines_that_make_no_sense_are_refused(lower: float, upper: float) -> None:
    """They would turn every verdict around in silence."""
    with pytest.raises(ValueError, match="thresholds must satisfy"):
        Thresholds(lower, upper)


@given(st.dictionaries(st.sampled_from(Label), shares, max_size=9), st.sampled_from(Decision))
def test_label_and_decision_never_contradict_each_other(probabilities: dict[Label, float], decision: Decision) -> None:
    """A rejection bears that label, what is none never does, and an uncertain message bears what is likeliest."""
    label = label_for(probabilities, decision)
    if decision is Decision.REJECTION:
        assert label is Label.REJECTION
    elif decision is Decision.NOT_REJECTION:
        assert label is not Label.REJECTION
    elif probabilities:
        assert probabilities[label] == max(probabilities.values())


def test_without_any_probability_a_message_is_other() -> None:
    """The label that keeps nothing."""
    assert label_for({}, Decision.NOT_REJECTION) is Label.OTHER
    assert label_for({Label.REJECTION: 0.2}, Decision.NOT_REJECTION) is Label.OTHER


def test_a_judgement_knows_its_score_and_the_likeliest_act_of_a_sentence() -> None:
    """The score is the probability of a rejection, 0 where there is none."""
    acts = ({Act.THANKS: 0.6, Act.DECLINES: 0.4}, {Act.DECLINES: 0.9})
    judgement = by_acts({Label.REJECTION: 0.8, Label.OTHER: 0.2}, acts, 1)
    assert judgement.score == 0.8
    assert [judgement.act(0), judgement.act(1)] == [Act.THANKS, Act.DECLINES]
    assert by_acts({Label.OTHER: 1.0}, (), None).score == 0.0


def test_only_a_decision_makes_a_rejection() -> None:
    """An uncertain message that is likeliest a rejection is none."""
    assert Verdict(Decision.REJECTION, Label.REJECTION, 0.9, "", "m").is_rejection
    assert not Verdict(Decision.UNCERTAIN, Label.REJECTION, 0.6, "", "m").is_rejection
