"""What the sentences of a message do and are about, as numbers of fixed length for the models that judge it."""

from __future__ import annotations

import numpy as np

from pipeline.classifier import vectors
from pipeline.classifier.columns import ACTS, REFUSING_ACTS, TELLS
from pipeline.classifier.linear import Floats

_REFUSING = [ACTS.index(act) for act in ACTS if act in REFUSING_ACTS]

#: How many traits of a sentence the feedback network sees, and the probability below which it tells no difference.
TRAITS = 5 * len(TELLS) + 5
_RAREST = np.float32(1e-4)

#: How many traits of a sentence the endings network sees.
CONTEXT = 6 * len(TELLS) + 4

#: How many dense features the label model has: see `pooled`.
POOLED = 2 * (len(ACTS) + 1) + vectors.SENTENCE_DIMENSIONS


def pooled(acts: Floats, meanings: Floats, act_weight: float, meaning_weight: float) -> Floats:
    """Return what a message's sentences do and are about, as dense features for the label model.

    For each act its strongest sentence and the root of its mean: both stay in 0..1 however long the message is. Sums
    did not: a long message of a hundred harmless sentences looked like nothing in the corpus. The strongest sentence is
    raised to a power, because the longer a message, the surer some sentence of it looks a little like anything; the
    root of the mean keeps one clear sentence among twenty visible. The acts that end or refuse something are one more
    act together, since a sentence alone often cannot tell which of them it is. The mean of the meanings tells a job
    from a course, a flat or a grant, which in most languages the corpus has too few words to tell.

    Args:
        acts: One row a sentence, one column each of `TELLS`; several messages of equal length may be stacked before.
        meanings: One row a sentence, its vector; stacked likewise.
        act_weight: What the acts are scaled by, to balance them with the words.
        meaning_weight: What the mean of the meanings is scaled by.

    Returns:
        One row, or one a message.
    """
    if not acts.shape[-2]:
        return np.zeros((*acts.shape[:-2], POOLED), dtype=np.float32)
    acts = acts[..., : len(ACTS)]
    acts = np.concatenate((acts, np.minimum(acts[..., _REFUSING].sum(axis=-1, keepdims=True), 1)), axis=-1)
    strongest = acts.max(axis=-2) ** np.float32(1.5)
    does = np.concatenate((strongest, np.sqrt(acts.mean(axis=-2))), axis=-1) * np.float32(act_weight)
    return np.concatenate((does, meanings.mean(axis=-2) * np.float32(meaning_weight)), axis=-1).astype(np.float32)


def act_traits(acts: Floats) -> Floats:
    """Return what the feedback network sees of the sentences of a message, in their order.

    Of each sentence every one of `TELLS` as it is, its root, and its log-odds: acts that are rare are never told with
    much, and a formal ground at 0.05 stands out already. Then the log-odds of the sentence before and the one behind,
    and how much the strongest other sentence looks like feedback: a ground seldom stands among courtesies alone, and
    what is said of hiring in general seldom stands beside a ground. Last where it stands in how long a message.

    Args:
        acts: One row a sentence, one column each of `TELLS`.
    """
    if not len(acts):
        return np.zeros((0, TRAITS), dtype=np.float32)
    bounded = np.clip(acts, _RAREST, 1 - _RAREST)
    odds = _log_odds(bounded)
    nothing = np.full((1, acts.shape[1]), _log_odds(_RAREST))
    around = (np.vstack([nothing, odds[:-1]]), np.vstack([odds[1:], nothing]))
    told = (acts, np.sqrt(acts), odds, *around, _strongest_other(odds[:, -1:]), _places(len(acts)))
    return np.hstack(told).astype(np.float32)


def context_traits(acts: Floats) -> Floats:
    """Return what the endings network sees of the sentences of a message, in their order.

    Of each sentence the log-odds of every one of `TELLS`, those of the two before and the two behind, the strongest
    that any other sentence has, and where it stands in how long a message. "We have filled the post" ends a candidacy
    beside thanks for the conversation, and none beside an invitation.

    Args:
        acts: One row a sentence, one column each of `TELLS`.
    """
    if not len(acts):
        return np.zeros((0, CONTEXT), dtype=np.float32)
    odds = _log_odds(np.clip(acts, _RAREST, 1 - _RAREST))
    nothing = np.full((2, odds.shape[1]), _log_odds(_RAREST))
    padded = np.vstack([nothing, odds, nothing])
    near = [padded[start : start + len(odds)] for start in (2, 1, 3, 0, 4)]
    return np.hstack((*near, _strongest_other(odds), _places(len(odds)))).astype(np.float32)


def _log_odds(probabilities: Floats | np.float32) -> Floats:
    return np.asarray(np.log(probabilities / (1 - probabilities)), dtype=np.float32)


def _strongest_other(odds: Floats) -> Floats:
    """Return for each sentence (rows) and act (columns) the highest of the other sentences' log-odds."""
    nothing = np.full((2, odds.shape[1]), _log_odds(_RAREST))
    second, best = np.sort(np.vstack([nothing, odds]), axis=0)[-2:]
    return np.asarray(np.where(odds >= best, second, best), dtype=np.float32)


def _places(count: int) -> Floats:
    """Return for each of so many sentences how far down it stands, how many they are, and whether it is first or last.

    All of them lie in 0..1; twenty sentences are as long as more.
    """
    place = np.arange(count, dtype=np.float32)
    last = max(count - 1, 1)
    length = np.full(count, min(count, 20) / 20)
    return np.stack([place / last, length, place == 0, place == count - 1], axis=1).astype(np.float32)


def meaning_part(dense: Floats) -> Floats:
    """Return of the dense features of messages (along the last axis) those that say what they are about."""
    return dense[..., -vectors.SENTENCE_DIMENSIONS :]
