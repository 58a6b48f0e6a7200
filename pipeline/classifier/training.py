"""Fit the two models, calibrate them and set their thresholds, all from out-of-fold scores.

Folds are grouped by family of wording, so that no manner of writing stands on both sides. The act model is fitted once
a fold; what it says of the fold it has not seen is what the label model learns from (stacking: Wolpert 1992, Neural
Networks 5:241). The label model in turn is fitted once a fold, and its out-of-fold scores give temperature, thresholds
and figures. The models that ship are fitted on everything.

This is the only module that imports scikit-learn.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, SGDClassifier

from pipeline.classifier.augment import Bank, Fillers
from pipeline.classifier.corpus import Example
from pipeline.classifier.linear import Blocks, Floats, LinearModel, Vocabulary, sigmoid, vocabulary_of
from pipeline.classifier.model import (
    ACTS,
    LABELS,
    SPEAKING_ACTS,
    Models,
    message_blocks,
    pooled,
    sentence_features,
)
from pipeline.core.evaluation import brier, figures, threshold_for_precision, threshold_for_recall
from pipeline.core.verdict import Label, Thresholds

Matrix = csr_matrix
Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a training; stored in the artifact's passport.

    Chosen on out-of-fold scores of the corpus and on labelled mail by other people that was never trained on.
    """

    folds: int = 5
    seed: int = 20261122
    variants: int = 1
    excerpts: int = 1
    act_alpha: float = 1e-5
    act_features: int = 36_000
    label_c: float = 1.0
    label_features: int = 60_000
    parts_weight: float = 0.7
    subject_weight: float = 0.4
    act_weight: float = 0.7
    precision: float = 0.98
    silent_misses: float = 0.01


@dataclass(frozen=True, slots=True)
class Weighed:
    """An example with its weight: those that the user labelled count for more."""

    example: Example
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model with the out-of-fold scores of `rejection` for each example, in the order they were given."""

    models: Models
    scores: Floats
    labels: tuple[Label, ...]
    examples: tuple[Example, ...]
    figures: dict[str, object]


def train(weighed: Sequence[Weighed], fillers: Fillers, recipe: Recipe, name: str) -> Trained:
    """Fit, calibrate and set thresholds; the same examples, fillers and recipe give the same weights."""
    training = _Training([one.example for one in weighed], [one.weight for one in weighed], fillers, recipe)
    return training.run(name)


def folds_of(examples: Sequence[Example], count: int, seed: int) -> list[int]:
    """Return the fold of each example: families are dealt out whole, the large ones first to the emptiest fold."""
    sizes: dict[str, int] = {}
    for example in examples:
        sizes[example.family] = sizes.get(example.family, 0) + 1
    families = sorted(sizes)
    random.Random(seed).shuffle(families)  # noqa: S311 - variety, not secrecy
    load: list[dict[Label, int]] = [{} for _ in range(count)]
    label_of = {example.family: example.label for example in examples}
    fold: dict[str, int] = {}
    for family in sorted(families, key=lambda one: -sizes[one]):
        label = label_of[family]
        chosen = min(range(count), key=lambda index: load[index].get(label, 0))
        fold[family] = chosen
        load[chosen][label] = load[chosen].get(label, 0) + sizes[family]
    return [fold[example.family] for example in examples]


class _Training:
    """One training: the sentences and messages as features, and the steps over them."""

    def __init__(self, examples: list[Example], weights: list[float], fillers: Fillers, recipe: Recipe) -> None:
        self.recipe = recipe
        self.examples = examples
        self.fold = np.array(folds_of(examples, recipe.folds, recipe.seed))
        self.bank = Bank(examples, self.fold.tolist(), fillers, recipe.seed)
        self.sentences = [sentence_features(sentence.text) for sentence in self.bank.sentences]
        self.sentence_acts = np.array([ACTS.index(sentence.act) for sentence in self.bank.sentences])
        self.sentence_example = np.array([sentence.example for sentence in self.bank.sentences])
        self.example_weight = np.array(weights)
        self.labels = np.array([LABELS.index(example.label) for example in examples])
        self._rows()

    def _rows(self) -> None:
        """Lay out the training messages: each example as it is, its variants and its excerpts."""
        rows = [(index, row, True) for index, row in enumerate(self.bank.rows)]
        for index, example in enumerate(self.examples):
            rows += [(index, self.bank.variant(index), True) for _ in range(self.recipe.variants)]
            for _ in range(self.recipe.excerpts):
                excerpt = self.bank.excerpt(index, SPEAKING_ACTS[example.label])
                if excerpt:
                    rows.append((index, excerpt, False))
        self.rows = [row for _, row, _ in rows]
        self.row_example = np.array([index for index, _, _ in rows])
        self.blocks = [
            message_blocks(self.bank.subjects[index] if whole else "", [self.sentences[number] for number in row])
            for index, row, whole in rows
        ]

    def run(self, name: str) -> Trained:
        """Do all steps in order."""
        acts = self._out_of_fold_acts()
        dense = np.array([pooled(acts[row], self.recipe.act_weight) for row in self.rows])
        margins = self._out_of_fold_margins(dense)
        temperature = _temperature(margins, self.labels)
        scores = _scores(margins, temperature)
        truths = (self.labels == LABELS.index(Label.REJECTION)).tolist()
        thresholds = self._thresholds(scores.tolist(), truths)
        every = np.ones(len(self.rows), dtype=bool)
        models = Models(
            name=name,
            acts=self._fit_acts(np.ones(len(self.sentences), dtype=bool)),
            labels=self._fit_labels(every, dense),
            act_weight=self.recipe.act_weight,
            temperature=temperature,
            thresholds=thresholds,
        )
        summary = self._figures(acts, margins, scores.tolist(), truths, thresholds)
        return Trained(models, scores, tuple(LABELS[one] for one in self.labels), tuple(self.examples), summary)

    # -- the act model

    def _out_of_fold_acts(self) -> Floats:
        """Return the probability of each act for each sentence, from a model that has not seen its family."""
        acts = np.zeros((len(self.sentences), len(ACTS)), dtype=np.float32)
        fold = self.fold[self.sentence_example]
        for number in range(self.recipe.folds):
            model = self._fit_acts(fold != number)
            for index in np.flatnonzero(fold == number):
                acts[index] = sigmoid(model.margins(self.sentences[index].blocks))
        return acts

    def _fit_acts(self, chosen: NDArray[np.bool_]) -> LinearModel:
        """Fit the act model on the chosen sentences."""
        places = np.flatnonzero(chosen)
        texts = [self.sentences[place].blocks for place in places]
        vocabulary = vocabulary_of(texts, (1.0, self.recipe.parts_weight))
        estimator = SGDClassifier(
            loss="log_loss",
            alpha=self.recipe.act_alpha,
            max_iter=8,
            tol=None,
            average=True,
            random_state=self.recipe.seed,
            n_jobs=2,
        )
        weight = self.example_weight[self.sentence_example[places]]
        estimator.fit(matrix(vocabulary, texts), self.sentence_acts[places], sample_weight=weight)
        full = _spread(estimator.coef_, estimator.intercept_, estimator.classes_, len(ACTS))
        return _compact(vocabulary, *full, tuple(ACTS), self.recipe.act_features)

    # -- the label model

    def _out_of_fold_margins(self, dense: Floats) -> Floats:
        """Return the margins of each label for each example as it is written, from models blind to its family."""
        margins = np.zeros((len(self.examples), len(LABELS)), dtype=np.float32)
        row_fold = self.fold[self.row_example]
        for number in range(self.recipe.folds):
            model = self._fit_labels(row_fold != number, dense)
            for index in np.flatnonzero(self.fold == number):
                margins[index] = model.margins(self.blocks[index], dense[index])
        return margins

    def _fit_labels(self, chosen: NDArray[np.bool_], dense: Floats) -> LinearModel:
        """Fit the label model on the chosen rows."""
        places = np.flatnonzero(chosen)
        texts = [self.blocks[place] for place in places]
        vocabulary = vocabulary_of(texts, (1.0, self.recipe.subject_weight))
        features = hstack([matrix(vocabulary, texts), csr_matrix(dense[places])]).tocsr()
        truth = self.labels[self.row_example[places]]
        weight = self.example_weight[self.row_example[places]]
        columns = []
        for number in range(len(LABELS)):
            one = LogisticRegression(C=self.recipe.label_c, solver="liblinear", random_state=self.recipe.seed)
            one.fit(features, truth == number, sample_weight=weight)
            columns.append((one.coef_[0], one.intercept_[0]))
        weights = np.array([coefficients for coefficients, _ in columns])
        intercept = np.array([intercept for _, intercept in columns])
        return _compact(vocabulary, weights, intercept, tuple(LABELS), self.recipe.label_features)

    # -- thresholds and figures

    def _thresholds(self, scores: list[float], truths: list[bool]) -> Thresholds:
        """Return the two lines: the upper for the wanted precision, the lower for the wanted share of silent misses."""
        upper = min(threshold_for_precision(scores, truths, self.recipe.precision), 0.97)
        lower = threshold_for_recall(scores, truths, 1 - self.recipe.silent_misses)
        return Thresholds(lower=round(min(lower, upper), 4), upper=round(upper, 4))

    def _figures(
        self, acts: Floats, margins: Floats, scores: list[float], truths: list[bool], thresholds: Thresholds
    ) -> dict[str, object]:
        """Return what the out-of-fold scores say, for passport and card."""
        own = figures(scores, truths, thresholds)
        return {
            "examples": len(self.examples),
            "families": len({example.family for example in self.examples}),
            "sentences": len(self.sentences),
            "act_accuracy": round(float((acts.argmax(axis=1) == self.sentence_acts).mean()), 4),
            "label_accuracy": round(float((margins.argmax(axis=1) == self.labels).mean()), 4),
            "recall": str(own.recall),
            "precision": str(own.precision),
            "missed_but_asked": str(own.asked),
            "uncertain": str(own.uncertain),
            "brier": round(brier(scores, truths), 4),
        }


def matrix(vocabulary: Vocabulary, texts: Sequence[Blocks]) -> Matrix:
    """Return texts as a sparse matrix, one row each, with the very numbers that scoring uses."""
    rows = [vocabulary.row(blocks) for blocks in texts]
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places = np.concatenate([places for places, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, places, ends), shape=(len(texts), len(vocabulary.ids)))


def _spread(weights: Floats, intercept: Floats, classes: Ints, count: int) -> tuple[Floats, Floats]:
    """Return weights with a row for every class; one that was never seen can never win."""
    full = np.zeros((count, weights.shape[1]))
    base = np.full(count, -20.0)
    full[classes] = weights
    base[classes] = intercept
    return full, base


def _compact(
    vocabulary: Vocabulary, weights: Floats, intercept: Floats, classes: tuple[str, ...], most: int
) -> LinearModel:
    """Return a model that keeps the features which weigh most, in half precision: small enough to ship."""
    words = len(vocabulary.ids)
    strength = np.abs(weights[:, :words]).max(axis=0) * vocabulary.idf
    kept = np.sort(np.argsort(-strength, kind="stable")[:most])
    columns = np.concatenate((kept, np.arange(words, weights.shape[1])))
    half = weights.T[columns].astype(np.float16).astype(np.float32)
    smaller = replace(vocabulary, ids=vocabulary.ids[kept], idf=vocabulary.idf[kept])
    return LinearModel(smaller, half, intercept.astype(np.float32), classes)


def _scores(margins: Floats, temperature: float) -> Floats:
    """Return the probability of `rejection` that margins give."""
    return sigmoid(margins[:, LABELS.index(Label.REJECTION)] / np.float32(temperature))


def _temperature(margins: Floats, labels: Ints) -> float:
    """Return the temperature at which the scores have the least log loss (Guo et al. 2017, arXiv:1706.04599)."""
    truths = labels == LABELS.index(Label.REJECTION)

    def loss(temperature: float) -> float:
        scores = np.clip(_scores(margins, temperature), 1e-6, 1 - 1e-6)
        return float(-np.log(np.where(truths, scores, 1 - scores)).mean())

    return float(min(np.round(np.arange(0.2, 3.01, 0.05), 2), key=loss))


def digest_of(examples: Sequence[Example]) -> str:
    """Return a hash of what was trained on, to tell two corpora apart."""
    state = hashlib.sha256()
    for example in examples:
        state.update(repr((example.family, example.name, example.subject, example.lines)).encode())
    return state.hexdigest()
