"""Fitting: what scikit-learn found is what is stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from support import small_corpus

from pipeline.classifier.columns import ACTS, TELLS
from pipeline.classifier.corpus import load
from pipeline.classifier.fitting import fit_feedback, stopped_on_purpose
from pipeline.classifier.pooling import TRAITS, act_traits
from pipeline.classifier.training import weighed_corpus
from pipeline.core.verdict import Act


def acts(count: int, seed: int = 7) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return probabilities of acts as sentences have them: most of them next to nothing."""
    return (np.random.default_rng(seed).random((count, len(TELLS))) ** 8).astype(np.float32)


def alone(rows: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return the traits of sentences that are each a message of its own."""
    return np.concatenate([act_traits(row[None]) for row in rows])


def test_a_faint_but_rare_act_tells_feedback() -> None:
    """A formal ground is never told with much: the network learns that 0.05 of it is a lot."""
    rows = acts(4000)
    formal = ACTS.index(Act.INELIGIBLE)
    truth = np.arange(4000) % 8 == 0
    rows[:, formal] = np.where(truth, 0.05, 0.002)
    with stopped_on_purpose():
        network = fit_feedback(alone(rows), truth[:, None].repeat(2, axis=1), np.ones(4000), units=16, seed=1)

    unseen = acts(200, seed=8)
    unseen[:, formal] = np.where(np.arange(200) < 100, 0.05, 0.002)
    told = network.probabilities(alone(unseen))[:, 0]

    assert told[:100].mean() > 0.7
    assert told[100:].mean() < 0.1


@pytest.mark.parametrize("always", [False, True])
def test_where_nothing_differs_the_network_says_always_the_same(*, always: bool) -> None:
    """A corpus without any feedback still makes a model."""
    network = fit_feedback(act_traits(acts(20)), np.full((20, 2), always), np.ones(20), units=16, seed=1)
    assert network.probabilities(act_traits(acts(5))) == pytest.approx(np.full((5, 2), float(always)), abs=1e-6)


def test_each_class_of_feedback_is_told_by_its_own_networks() -> None:
    """Praise is learnt although nothing useful ever occurs beside it."""
    rows = acts(4000)
    truth = np.stack([np.zeros(4000, dtype=bool), np.arange(4000) % 8 == 0], axis=1)
    rows[:, ACTS.index(Act.STRENGTH)] = np.where(truth[:, 1], 0.6, 0.002)
    with stopped_on_purpose():
        told = fit_feedback(alone(rows), truth, np.ones(4000), units=64, seed=1).probabilities(alone(rows))

    assert told[truth[:, 1], 1].mean() > 0.5
    assert told[~truth[:, 1], 1].mean() < 0.2
    assert told[:, 0].max() < 1e-6


def test_traits_of_no_sentence_are_no_rows() -> None:
    """An empty message has none."""
    assert act_traits(np.zeros((0, len(TELLS)), dtype=np.float32)).shape == (0, TRAITS)


def test_talk_about_refusals_counts_less(tmp_path: Path) -> None:
    """A newsletter about rejections quotes all their formulas; it must not outvote them."""
    examples = small_corpus.examples(tmp_path)
    text = "## column\nsubject: Dear Ann\n\nreports: They wrote that they had chosen somebody else.\n"
    (tmp_path / "en" / "other" / "column.txt").write_text(text, encoding="utf-8")
    counts = {one.example.name: one.weight for one in weighed_corpus(load(tmp_path), small_corpus.RECIPE)}

    assert counts["column"] == small_corpus.RECIPE.reports_weight < 1
    assert {counts[one.name] for one in examples} == {1.0}


def test_traits_know_the_sentences_around() -> None:
    """The same sentence is told apart by what stands before it, behind it, and elsewhere in the message."""
    rows = acts(4)
    rows[:, -1] = (0.1, 0.2, 0.7, 0.3)
    traits, single = act_traits(rows), act_traits(rows[1:2])
    own, width = 3 * len(TELLS), len(TELLS)

    assert np.array_equal(traits[1, :own], single[0, :own])
    assert np.array_equal(traits[1, own : own + width], traits[0, 2 * width : own])  # the log-odds of the one before
    around = own + 2 * width
    assert np.array_equal(traits[1, own + width : around], traits[2, 2 * width : own])
    assert np.allclose(traits[:, around], np.log([0.7 / 0.3] * 2 + [0.3 / 0.7, 0.7 / 0.3]), atol=1e-5)
    assert np.array_equal(single[0, own : around + 1], np.full(2 * width + 1, single[0, around]))
    assert np.allclose(
        traits[:, around + 1 :], [[0, 0.2, 1, 0], [1 / 3, 0.2, 0, 0], [2 / 3, 0.2, 0, 0], [1, 0.2, 0, 1]]
    )
    assert np.allclose(single[0, around + 1 :], [0, 0.05, 1, 1])
