"""The models and how a message goes through them: sentences to acts, acts and words to a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.classifier.columns import ACTS, TELLS
from pipeline.classifier.linear import Floats, LinearModel, sigmoid
from pipeline.classifier.network import Network
from pipeline.classifier.pooling import act_traits, context_traits, pooled
from pipeline.classifier.told import SentenceFeatures, Told, candidacy_blocks, meanings_of
from pipeline.core.verdict import Act, Thresholds

_STRENGTH = ACTS.index(Act.STRENGTH)

#: What the margin of being about a candidacy loses in a terse reply that quotes nothing of what it answers. Of those
#: that say no, most are private ("Sunday?" "No, sorry.") and the corpus holds more of the rest. The user is asked.
_TERSE = np.float32(3)

#: What it gains where it is told by what such a reply answers: the corpus holds the words of employers, and candidates
#: who ask for work sound less like a candidacy. What it loses for it before the reply is called a rejection and not
#: asked about. Both were chosen on every second reply of the twelfth trial.
_BY_CANDIDATE, _ANSWERS = np.float32(2.1), np.float32(1.4)

#: The margin of an ending in a message of no sentences.
_SAYS_NOTHING = np.float32(-10)

#: What the margin of being about a candidacy loses in a message that came through a mailing list (RFC 2919). Nearly
#: every newsletter and list bears its name in the header and hardly any rejection does, save those of employers who
#: write through a group of their own, and all mail of users whose address is one: most are clear enough all the same,
#: and of the others the user is asked. No corpus has headers to learn it from.
_THROUGH_A_LIST = np.float32(3.4)


@dataclass(frozen=True, slots=True)
class Models:
    """The models of one artifact, with the calibration and the thresholds.

    What a sentence does is told by two: `acts` goes by its n-grams, `network` by what its words mean, which has
    `network_share` of the say. `labels` goes by the acts and the words of the whole message, `candidacy` by its words,
    their parts and what they mean. `feedback` reads out of all that a sentence seems to do whether it gives feedback,
    since no single act tells it: a ground is often half a refusal. `temperature` divides the margins of `labels` and
    `candidacy` before they become probabilities.

    The score is the product of two: that the message ends or refuses something, told from all others; and that it is a
    candidacy, told among messages that end, refuse or withdraw something. One linear model cannot say "both", and a
    refused flat in the words of a refused job needs both. The other labels share what the score leaves in proportion to
    theirs. Weighing it by their columns as well made it worse: a message that looks a little like an acknowledgement is
    no less a rejection.

    Whether a message ends anything is told by what it says, and not by what only signs it: above a signature of eight
    lines an ending is no less of one. Of a candidacy the signature tells as well as the rest, since editors and
    landlords sign otherwise than recruiters.

    What no linear model can say either is what a sentence does beside others: each of the two margins is shared with a
    small network. `endings` tells whether a sentence ends a candidacy by what it and those around it seem to do; the
    surest of a message has `ending_share` of the say in the first. `matter` tells the second by all dense features of
    the message, and has `matter_share`.
    """

    name: str
    acts: LinearModel
    network: Network
    labels: LinearModel
    candidacy: LinearModel
    feedback: Network
    endings: Network
    matter: Network
    network_share: float
    ending_share: float
    matter_share: float
    act_weight: float
    meaning_weight: float
    temperature: float
    thresholds: Thresholds

    def act_probabilities(self, sentences: Sequence[SentenceFeatures]) -> Floats:
        """Return the probability of each of `TELLS` (columns) for each sentence (rows)."""
        return act_probabilities(self.acts, self.network, self.network_share, sentences)

    def feedback_probabilities(self, acts: Floats) -> Floats:
        """Return for each sentence of a rejection (all of them, rows of `TELLS`) the probability of each of `FEEDBACK`.

        Praise is told by two, whose mean this is: as an act of the sentence alone, and by what stands around it, since
        whoever names a weakness means the praise beside it.
        """
        told = self.feedback.probabilities(act_traits(acts))
        told[:, 1] = (told[:, 1] + acts[:, _STRENGTH]) / 2
        return told

    def candidacy_margins(self, messages: Sequence[Told]) -> Floats:
        """Return the margin of each message (rows) being about a candidacy, in one column.

        It goes by the words of what tells of its matter, and by its envelope.
        """
        abouts = [one.about for one in messages]
        texts = [candidacy_blocks(one.blocks, one.sentences) for one in abouts]
        means = np.array([one.meaning for one in abouts])
        by_words = self.candidacy.margins(texts, means * np.float32(self.meaning_weight))
        by_candidate = np.array([[one.about is not one] for one in messages], dtype=np.float32)
        return by_words + _BY_CANDIDATE * by_candidate - _doubts(messages)

    def label_probabilities(self, messages: Sequence[Told], candidacy: Floats) -> Floats:
        """Return the probability of each of `LABELS` (columns) for each message (rows); each row sums to 1.

        Args:
            messages: The messages.
            candidacy: What `candidacy_margins` says of them.
        """
        return self._likely(self._margins(messages), candidacy)

    def probabilities(self, messages: Sequence[Told], candidacy: Floats) -> Floats:
        """Return the same; but what is, or may be, a rejection by its words is at least uncertain, whatever its doubts.

        The user is asked: a miss would be silent.
        """
        margins = self._margins(messages)
        likely = self._likely(margins, candidacy)
        doubts = _doubts(messages)
        if not doubts.any():
            return likely
        by_words = self._likely(margins, candidacy + doubts)[:, 0]
        least = np.nextafter(np.float32(self.thresholds.lower), np.float32(1))
        asked = (doubts[:, 0] > 0) & (by_words >= least) & (likely[:, 0] < least)
        likely[asked, 1:] *= (1 - least) / (1 - likely[asked, :1])
        likely[asked, 0] = least
        return likely

    def _margins(self, messages: Sequence[Told]) -> Floats:
        """Return for each message (rows) the margins of ending something, of its matter and of each other label."""
        whole = self._dense(messages)
        said = [one.said for one in messages]
        labels = self.labels.margins([one.blocks for one in said], self._dense_of(said, messages, whole))
        ends = shared(labels[:, :1], ending_margins(self.endings, [one.acts for one in said]), self.ending_share)
        matter = self.matter.margins(self._dense_of([one.about for one in messages], messages, whole))
        return np.concatenate((ends, matter, labels[:, 1:]), axis=1)

    def _dense_of(self, parts: Sequence[Told], messages: Sequence[Told], whole: Floats) -> Floats:
        """Return the dense features of what stands for each message (rows); of most it is the message itself."""
        rows = zip(parts, messages, whole, strict=True)
        return np.array([row if part is message else self._dense([part])[0] for part, message, row in rows])

    def _likely(self, margins: Floats, candidacy: Floats) -> Floats:
        """Return the probabilities that follow from `_margins` and the margins of being about a candidacy."""
        about = shared(candidacy, margins[:, 1:2], self.matter_share)
        both = np.concatenate((margins[:, :1], about, margins[:, 2:]), axis=1)
        return shared_out(sigmoid(np.asarray(both / np.float32(self.temperature), dtype=np.float32)))

    def _dense(self, messages: Sequence[Told]) -> Floats:
        """Return the dense features of each message (rows)."""
        return np.array([pooled(one.acts, one.meanings, self.act_weight, self.meaning_weight) for one in messages])


def act_probabilities(
    acts: LinearModel, network: Network, share: float, sentences: Sequence[SentenceFeatures]
) -> Floats:
    """Return the probability of each of `TELLS` for each sentence: the mean of both models, by the network's share."""
    if not sentences:
        return np.zeros((0, len(TELLS)), dtype=np.float32)
    by_words = sigmoid(acts.margins([sentence.blocks for sentence in sentences]))
    by_meaning = network.probabilities(meanings_of(sentences))
    return np.asarray(by_words * np.float32(1 - share) + by_meaning * np.float32(share), dtype=np.float32)


def ending_margins(endings: Network, messages: Sequence[Floats]) -> Floats:
    """Return the margin of the surest ending of each message (rows, given by its acts), in one column."""
    counts = np.array([len(acts) for acts in messages], dtype=np.intp)
    surest = np.full((len(messages), 1), _SAYS_NOTHING)
    if counts.any():
        told = endings.margins(np.concatenate([context_traits(acts) for acts in messages]))
        starts = (np.cumsum(counts) - counts)[counts > 0]
        surest[counts > 0] = np.maximum.reduceat(told, starts)
    return surest


def _doubts(messages: Sequence[Told]) -> Floats:
    """Return what each message (rows) loses by the list that it came through, or by its few words, in one column."""
    by_words = [(_TERSE if one.about is one else _ANSWERS) if one.is_terse else np.float32(0) for one in messages]
    by_list = [one.is_listed * _THROUGH_A_LIST for one in messages]
    lost = np.array([by_words, by_list], dtype=np.float32)
    return np.asarray(lost.sum(axis=0)[:, None], dtype=np.float32)


def shared(linear: Floats, network: Floats, share: float) -> Floats:
    """Return the margins of two that tell the same thing, the second of which has this share of the say."""
    return np.asarray(linear * np.float32(1 - share) + network * np.float32(share), dtype=np.float32)


def shared_out(each: Floats) -> Floats:
    """Return probabilities that sum to 1: the score of `rejection`, and the others scaled to share the rest.

    Args:
        each: Along the last axis the probability that the message ends something, that this is a candidacy, and one for
            each other label, all found without each other.
    """
    rejection, others = (each[..., 0] * each[..., 1])[..., None], each[..., 2:]
    return np.asarray(
        np.concatenate((rejection, others * ((1 - rejection) / others.sum(axis=-1, keepdims=True))), axis=-1),
        dtype=np.float32,
    )
