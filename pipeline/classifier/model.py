"""The models and how a message goes through them: sentences to acts, acts and words to a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pipeline.classifier import features, vectors
from pipeline.classifier.columns import ACTS, ENDING_PLACES, TELLS
from pipeline.classifier.features import Ids
from pipeline.classifier.linear import Blocks, Floats, LinearModel, sigmoid
from pipeline.classifier.network import Network
from pipeline.classifier.pooling import act_traits, context_traits, pooled
from pipeline.core.verdict import LEAST_ENDING, Act, Thresholds

_STRENGTH = ACTS.index(Act.STRENGTH)

#: A reply is terse that says no more words than this, its subject and marks of punctuation counted; and what its margin
#: of being about a candidacy loses for it. Of replies in a line that say no, most are private ("Sunday?" "No, sorry.")
#: and tell nothing of what they refuse, and the corpus holds more of the rest. The user is asked.
_MOST_TERSE, _TERSE = 16, np.float32(3)

#: The margin of an ending in a message of no sentences.
_SAYS_NOTHING = np.float32(-10)

#: What the margin of being about a candidacy loses in a message that came through a mailing list (RFC 2919). Nearly
#: every newsletter and list bears its name in the header and hardly any rejection does, save those of employers who
#: write through a group of their own, and all mail of users whose address is one: most are clear enough all the same,
#: and of the others the user is asked. No corpus has headers to learn it from.
_THROUGH_A_LIST = np.float32(3.4)

#: Sentences beyond this many say nothing new; what decides stands near the beginning or the end.
_MOST_SENTENCES = 160


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What one sentence gives the models: its n-grams, the parts of its words, what they mean and how many they are."""

    words: Ids
    parts: Ids
    meaning: Floats
    length: int

    @property
    def blocks(self) -> Blocks:
        """Its features for the act model."""
        return (self.words, self.parts)


def sentence_features(text: str) -> SentenceFeatures:
    """Return the features of one sentence; its first and last word know where they stand."""
    words, nameless = features.words_and_names(text)
    ids = features.word_ids(words)
    rows = features.row_ids(["^", *nameless, "$"])
    return SentenceFeatures(
        np.concatenate((ids, rows)), features.part_ids(words), vectors.sentence_vector(ids), len(words)
    )


def message_blocks(subject: str, sentences: Sequence[SentenceFeatures]) -> Blocks:
    """Return the features of a whole message for the label model: the words of its body, and of its subject apart."""
    body = [sentence.words for sentence in sentences]
    words = np.concatenate(body) if body else np.zeros(0, dtype=np.uint32)
    of_subject = features.words_of(subject)
    return words, features.tagged(
        "subject", np.concatenate((features.word_ids(of_subject), features.row_ids(of_subject)))
    )


def candidacy_blocks(blocks: Blocks, sentences: Sequence[SentenceFeatures]) -> Blocks:
    """Return the features of a message for the candidacy model: its blocks for the label model, and parts of words.

    Which matter a refusal is about is told by nouns, of which the corpus holds few of each kind outside English. Their
    parts let "Studienplatz", "Praktikumsplatz" and "posizioni" count where these very words were never seen.
    """
    parts = [sentence.parts for sentence in sentences]
    return *blocks, np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint32)


def trimmed(count: int) -> list[int]:
    """Return the sentences to score of so many: all, or the first and last ones of a very long message."""
    if count <= _MOST_SENTENCES:
        return list(range(count))
    head = _MOST_SENTENCES * 3 // 4
    return [*range(head), *range(count - (_MOST_SENTENCES - head), count)]


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
        """Return the margin of each message (rows) being about a candidacy by its words and envelope, in one column."""
        texts = [candidacy_blocks(one.blocks, one.sentences) for one in messages]
        means = np.array([one.meaning for one in messages])
        by_words = self.candidacy.margins(texts, means * np.float32(self.meaning_weight))
        return by_words - _doubts(messages)

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
        said, whole = [one.said for one in messages], self._dense(messages)
        does = np.array(
            [row if one.said is one else self._dense([one.said])[0] for one, row in zip(messages, whole, strict=True)]
        )
        labels = self.labels.margins([one.blocks for one in said], does)
        ends = shared(labels[:, :1], ending_margins(self.endings, [one.acts for one in said]), self.ending_share)
        return np.concatenate((ends, self.matter.margins(whole), labels[:, 1:]), axis=1)

    def _likely(self, margins: Floats, candidacy: Floats) -> Floats:
        """Return the probabilities that follow from `_margins` and the margins of being about a candidacy."""
        about = shared(candidacy, margins[:, 1:2], self.matter_share)
        both = np.concatenate((margins[:, :1], about, margins[:, 2:]), axis=1)
        return shared_out(sigmoid(np.asarray(both / np.float32(self.temperature), dtype=np.float32)))

    def _dense(self, messages: Sequence[Told]) -> Floats:
        """Return the dense features of each message (rows)."""
        return np.array([pooled(one.acts, one.meanings, self.act_weight, self.meaning_weight) for one in messages])


@dataclass(frozen=True)
class Told:
    """A message as the models see it.

    Attributes:
        subject: Its subject.
        sentences: Its sentences.
        acts: What each of these does (rows of `TELLS`).
        sign_off: The places of those that only sign it.
        is_listed: Whether it came through a mailing list.
        is_reply: Whether it answers another message.
    """

    subject: str
    sentences: Sequence[SentenceFeatures]
    acts: Floats
    sign_off: frozenset[int] = frozenset()
    is_listed: bool = False
    is_reply: bool = False

    @cached_property
    def speaking(self) -> list[int]:
        """The places of the sentences that say something; of a message that only signs, all of them."""
        ends = self.acts[:, ENDING_PLACES].sum(axis=1) >= LEAST_ENDING
        places = [place for place in range(len(self.sentences)) if place not in self.sign_off or ends[place]]
        return places or list(range(len(self.sentences)))

    @cached_property
    def is_terse(self) -> bool:
        """Whether it answers something and says too little, signature apart, to tell what that was about."""
        if not self.is_reply:
            return False
        words = len(features.words_of(self.subject)) + sum(self.sentences[place].length for place in self.speaking)
        return words <= _MOST_TERSE

    @cached_property
    def said(self) -> Told:
        """It without what only signs it."""
        if len(self.speaking) == len(self.sentences):
            return self
        return Told(self.subject, [self.sentences[place] for place in self.speaking], self.acts[self.speaking])

    @cached_property
    def blocks(self) -> Blocks:
        """Its features for the label model, on which the candidacy model's are built."""
        return message_blocks(self.subject, self.sentences)

    @cached_property
    def meanings(self) -> Floats:
        """What its sentences mean, one row each."""
        return meanings_of(self.sentences)

    @property
    def meaning(self) -> Floats:
        """The mean of what its sentences mean; of none, nothing."""
        return self.meanings.mean(axis=0) if self.sentences else np.zeros(vectors.SENTENCE_DIMENSIONS, np.float32)

    def without(self, place: int) -> Told:
        """Return it without one of its sentences."""
        others = [*self.sentences[:place], *self.sentences[place + 1 :]]
        sign_off = frozenset(one - (one > place) for one in self.sign_off - {place})
        return Told(self.subject, others, np.delete(self.acts, place, axis=0), sign_off)


def meanings_of(sentences: Sequence[SentenceFeatures]) -> Floats:
    """Return the vectors of sentences, one row each."""
    if not sentences:
        return np.zeros((0, vectors.SENTENCE_DIMENSIONS), dtype=np.float32)
    return np.array([sentence.meaning for sentence in sentences], dtype=np.float32)


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
    lost = [[one.is_listed * _THROUGH_A_LIST + one.is_terse * _TERSE] for one in messages]
    return np.array(lost, dtype=np.float32)


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
