"""Fit the models with scikit-learn. Nothing but this module imports it, and nothing but training imports this one."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import SGDClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from pipeline.classifier.columns import CANDIDACY, ENDING, FEEDBACK, TELLS
from pipeline.classifier.linear import Blocks, Bools, Floats, LinearModel, Vocabulary, in_steps
from pipeline.classifier.network import Network

Ints = NDArray[np.intp]
Doubles = NDArray[np.float64]

#: Texts are turned into rows so many at a time, to bound memory.
_CHUNK = 2000

#: How often the network sees each sentence.
_ROUNDS = 7

#: How often the linear act model sees each sentence, and the models of messages each message; and after how many of
#: these rounds the weights begin to be averaged. Averaged from the first step on, they stay near nothing, where they
#: began: that ranked worse on the trial, and wanted twice as many rounds.
_ACT_ROUNDS, _LABEL_ROUNDS = (2, 1), (4, 2)

#: The steps that a logistic regression takes at least, and the batches that a network sees: a small corpus is looked at
#: more often.
_LEAST_STEPS, _LEAST_BATCHES = 5_000, 50

#: The rows that a network sees at once.
_BATCH = 256


class _Committee(NamedTuple):
    """Networks that tell one thing together: how many, by how much their units are divided, and their rounds."""

    networks: int
    smaller: int
    rounds: int


#: Those for each of `FEEDBACK`. One small network is enough for praise, which is told more plainly.
_COMMITTEES = (_Committee(3, 1, 10), _Committee(1, 2, 6))

#: Those for endings and for the matter.
_ENDING_COMMITTEE, _MATTER_COMMITTEE = _Committee(3, 1, 6), _Committee(2, 1, 8)

#: The least spread that a trait is credited with.
_LEAST_SPREAD = 1e-3

#: The margin of what was never seen, or never seen otherwise.
_NEVER = 20.0


@contextmanager
def stopped_on_purpose() -> Iterator[None]:
    """Silence the warning that the network might learn on: its rounds are few on purpose.

    Around everything that runs side by side, since the filters of warnings belong to all threads at once.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


@contextmanager
def two_at_a_time() -> Iterator[ThreadPoolExecutor]:
    """Give an executor for fits, the longest of which should be handed in first; wait for all of them at the end.

    What is fitted depends on its seed alone, so the order in which they end changes nothing. More than two at a time
    push each other's weights out of the processor's cache, and all of them together take longer. After a fault, or a
    Ctrl-C, those that have not begun never do.
    """
    with ThreadPoolExecutor(2) as threads:
        try:
            yield threads
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def wait_for(steps: Iterable[Future[None]]) -> None:
    """Wait until all steps have ended, and raise what one of them raised."""
    for step in steps:
        step.result()


@dataclass(frozen=True, slots=True)
class Table:
    """Texts as a sparse matrix, one row each, with the very numbers that scoring uses, and their vocabulary."""

    vocabulary: Vocabulary
    rows: csr_matrix

    @classmethod
    def of(cls, vocabulary: Vocabulary, texts: Sequence[Blocks]) -> Table:
        """Return the table of some texts."""
        chunks = [vocabulary.rows(texts[start : start + _CHUNK]) for start in range(0, len(texts), _CHUNK)]
        width = len(vocabulary.ids)
        parts = [csr_matrix((one.values, one.places, one.ends), shape=(len(one.ends) - 1, width)) for one in chunks]
        return cls(vocabulary, vstack(parts, format="csr"))


def fit_acts(table: Table, truth: Bools, weight: Doubles, *, alpha: float, seed: int) -> LinearModel:
    """Fit the act model on n-grams: one averaged logistic regression each of `TELLS`."""
    weights = np.zeros((len(TELLS), table.rows.shape[1]))
    intercept = np.full(len(TELLS), -_NEVER)
    seen = np.flatnonzero(truth.any(axis=0) & ~truth.all(axis=0))
    for act in seen:
        one = _logistic(alpha, _ACT_ROUNDS, len(truth), seed)
        one.fit(table.rows, truth[:, act], sample_weight=weight)
        weights[act], intercept[act] = one.coef_[0], one.intercept_[0]
    return in_steps(table.vocabulary, weights, intercept, TELLS)


def fit_network(meanings: Floats, truth: Bools, weight: Doubles, *, units: int, seed: int) -> Network:
    """Fit the act model on word vectors: a hidden layer, and an output an act that need not sum to one.

    A softmax would be sure of something in every sentence of mail that is unlike the corpus; this may say nothing.
    """
    estimator = _perceptron(units, len(truth), alpha=1e-3, rounds=_ROUNDS, seed=seed)
    estimator.fit(meanings, truth.astype(np.int8), sample_weight=weight)
    (hidden, output), (hidden_intercept, intercept) = estimator.coefs_, estimator.intercepts_
    return Network(_half(hidden), _half(hidden_intercept), _half(output), _half(intercept), TELLS)


def fit_feedback(traits: Floats, truth: Bools, weight: Doubles, *, units: int, seed: int) -> Network:
    """Fit the feedback network: from the traits of sentences (`act_traits`) to each of `FEEDBACK` (columns of `truth`).

    Each class has networks of its own; fitted as one, the rarer took from the other.
    """
    return _fit_committees(traits, truth, weight, _COMMITTEES, FEEDBACK, units=units, alpha=0.1, seed=seed)


def fit_endings(traits: Floats, truth: Bools, weight: Doubles, *, units: int, seed: int) -> Network:
    """Fit the endings network: from the traits of sentences (`context_traits`) to `ENDING` (the column of `truth`)."""
    return _fit_committees(traits, truth, weight, (_ENDING_COMMITTEE,), ENDING, units=units, alpha=0.1, seed=seed)


def fit_matter(dense: Floats, truth: Bools, weight: Doubles, *, units: int, seed: int) -> Network:
    """Fit the matter network: from the dense features of messages (`pooled`) to `CANDIDACY` (the column of `truth`)."""
    return _fit_committees(dense, truth, weight, (_MATTER_COMMITTEE,), CANDIDACY, units=units, alpha=0.01, seed=seed)


def _fit_committees(  # noqa: PLR0913 - what is fitted on what, and how, each by name
    rows: Floats,
    truth: Bools,
    weight: Doubles,
    committees: Sequence[_Committee],
    classes: tuple[str, ...],
    *,
    units: int,
    alpha: float,
    seed: int,
) -> Network:
    """Fit a committee of networks for each class (columns of `truth`), and put all of them into one network.

    The numbers are brought to one scale for fitting, and the scale is then folded into the weights. The log-odds of
    several networks, alike but for their seed, are averaged (Hansen and Salamon 1990, IEEE PAMI 12:993): one alone told
    now this, now that of two doubtful sentences. Side by side in one hidden layer they are one network again.
    """
    scaler = StandardScaler().fit(rows)
    scaler.scale_ = np.maximum(scaler.scale_, _LEAST_SPREAD)  # or half precision would not hold the folded weights
    scaled = scaler.transform(rows)
    share = truth.mean(axis=0)
    hidden, hidden_intercept, output = [np.zeros((rows.shape[1], 0))], [np.zeros(0)], [np.zeros((0, len(classes)))]
    intercept = np.where(share == 1, _NEVER, np.where(share == 0, -_NEVER, 0.0))
    for column, committee in enumerate(committees):
        for number in range(committee.networks if 0 < share[column] < 1 else 0):
            own_units = units // committee.smaller
            one = _perceptron(own_units, len(truth), alpha=alpha, rounds=committee.rounds, seed=seed + number)
            one.fit(scaled, truth[:, column], sample_weight=weight)
            hidden.append(one.coefs_[0])
            hidden_intercept.append(one.intercepts_[0])
            output.append(one.coefs_[1] / committee.networks * (np.arange(len(classes)) == column))
            intercept[column] += one.intercepts_[1][0] / committee.networks
    folded = np.hstack(hidden) / scaler.scale_[:, None]
    shifted = np.concatenate(hidden_intercept) - scaler.mean_ @ folded
    return Network(_half(folded), _half(shifted), _half(np.vstack(output)), _half(intercept), classes)


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages to learn from, a row each.

    Attributes:
        table: Their words.
        dense: Their dense features.
        truth: Whether a message is what a column of the model says; columns that are not here are not fitted.
        weight: How much each counts.
    """

    table: Table
    dense: Floats
    truth: Bools
    weight: Doubles


def fit_messages(messages: Messages, columns: tuple[str, ...], *, c: float, seed: int) -> LinearModel:
    """Fit a model of messages: for each column an averaged logistic regression.

    It ranked as liblinear's did (Fan et al. 2008), in a tenth of the time.

    Args:
        messages: What to learn from.
        columns: The names of all columns of the model.
        c: The inverse regularisation, as liblinear has it.
        seed: Of the order in which messages are looked at.
    """
    features = hstack([messages.table.rows, csr_matrix(messages.dense)]).tocsr()
    weights = np.zeros((len(columns), features.shape[1]))
    intercept = np.full(len(columns), -_NEVER)
    for column, values in enumerate(messages.truth.T):
        if values.any() and not values.all():
            one = _logistic(1 / (c * len(values)), _LABEL_ROUNDS, len(values), seed)
            one.fit(features, values, sample_weight=messages.weight)
            weights[column], intercept[column] = one.coef_[0], one.intercept_[0]
        elif values.any():
            intercept[column] = _NEVER
    return in_steps(messages.table.vocabulary, weights, intercept, columns)


def _logistic(alpha: float, rounds: tuple[int, int], count: int, seed: int) -> SGDClassifier:
    """Return a logistic regression that is fitted by averaged gradient descent (Bottou 2012, "SGD tricks").

    `rounds` are those over `count` rows, and after how many of them the weights begin to be averaged; of few rows more.
    """
    more = max(1, _LEAST_STEPS // (rounds[0] * count))
    every, before = rounds[0] * more, rounds[1] * more
    return SGDClassifier(
        loss="log_loss",
        alpha=alpha,
        max_iter=every,
        tol=None,
        average=before * count,
        random_state=seed,
    )


def _perceptron(units: int, count: int, *, alpha: float, rounds: int, seed: int) -> MLPClassifier:
    """Return a network with one hidden layer that sees each of so many rows so many times, of few rows more often."""
    rounds = max(rounds, _LEAST_BATCHES * min(_BATCH, count) // count)
    return MLPClassifier(
        (units,),
        alpha=alpha,
        batch_size=min(_BATCH, count),
        max_iter=rounds,
        n_iter_no_change=rounds,
        random_state=seed,
    )


def _half(array: NDArray[np.floating]) -> Floats:
    """Return an array rounded to what half precision can hold, as it will be stored."""
    return np.asarray(array.astype(np.float16), dtype=np.float32)
