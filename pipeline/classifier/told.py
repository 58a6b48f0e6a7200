"""A message as the models see it: the features of its sentences, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from pipeline.classifier import features, vectors
from pipeline.classifier.columns import ENDING_PLACES
from pipeline.classifier.features import Ids
from pipeline.classifier.linear import Blocks, Floats
from pipeline.core.verdict import LEAST_ENDING

#: A reply is terse that says no more words than this, its subject and marks of punctuation counted.
_MOST_TERSE = 16

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
        answered: The message that it answers, if it is terse and that is known.
    """

    subject: str
    sentences: Sequence[SentenceFeatures]
    acts: Floats
    sign_off: frozenset[int] = frozenset()
    is_listed: bool = False
    is_reply: bool = False
    answered: Told | None = None

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

    @property
    def about(self) -> Told:
        """What tells of its matter: what it answers, if it is terse, or else itself.

        "No, sorry." refuses whatever was asked for. What was asked ends nothing, and has no say in that.
        """
        return self.answered or self

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
        return replace(self, sentences=others, acts=np.delete(self.acts, place, axis=0), sign_off=sign_off)


def meanings_of(sentences: Sequence[SentenceFeatures]) -> Floats:
    """Return the vectors of sentences, one row each."""
    if not sentences:
        return np.zeros((0, vectors.SENTENCE_DIMENSIONS), dtype=np.float32)
    return np.array([sentence.meaning for sentence in sentences], dtype=np.float32)
