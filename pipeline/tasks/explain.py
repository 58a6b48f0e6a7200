"""Say why a message was judged as it was: what each sentence does, and what the score would be without it.

Influence is measured by leaving things out (occlusion: Zeiler and Fergus 2014, arXiv:1311.2901), so it holds for
whatever model is in use and speaks of this message alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.core.message import Message
from pipeline.core.ports import Classifier
from pipeline.core.reading import Reading, Sentence
from pipeline.core.verdict import Act, Decision, Judgement, Label, decide
from pipeline.reading.read import read
from pipeline.tasks.doubt import Judging, by_own_words

#: Sentences beyond this many are not weighed one by one.
_MOST_SENTENCES = 60

#: Words are weighed in so many of the most influential sentences, and so many in each: a list without a full stop can
#: be a sentence of thousands.
_WEIGHED = 3
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class SentenceWeight:
    """One sentence, its two likeliest acts with their probabilities, and how much the score falls without it."""

    text: str
    acts: tuple[tuple[Act, float], ...]
    influence: float


@dataclass(frozen=True, slots=True)
class WordWeight:
    """One word, and how much the score falls without it."""

    word: str
    influence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a message has its score of `rejection`; words are sorted by how much they matter, either way.

    With `within_candidacy` the score is that of a message which is known to be about one. One that `may_be_ordinary`
    belongs to no application, and is asked about rather than called a rejection. `answered` is how much the score falls
    without the message that it answers and quotes. One that only `cites` what ends a candidacy is asked about, too.
    """

    judgement: Judgement
    labels: tuple[tuple[Label, float], ...]
    sentences: tuple[SentenceWeight, ...]
    words: tuple[WordWeight, ...]
    within_candidacy: bool = False
    may_be_ordinary: bool = False
    answered: float = 0.0
    cites: bool = False

    @property
    def decision(self) -> Decision:
        """What the score comes to; what may be ordinary is asked about."""
        decision = decide(self.judgement.score, self.judgement.thresholds)
        is_doubted = self.may_be_ordinary and decision is Decision.REJECTION
        return Decision.UNCERTAIN if is_doubted else decision


def explain(message: Message, classifier: Classifier, *, within_candidacy: bool = False) -> Explanation:
    """Return why a message is judged as it is by the model in use.

    With `within_candidacy` it is known to be about one: if it would be let pass by itself, what is explained is how it
    is judged then.
    """
    reading = read(message)
    (judgement,) = by_own_words([reading], classifier.judge)
    cites = judgement.thresholds.only_asks
    is_passed = decide(judgement.score, judgement.thresholds) is Decision.NOT_REJECTION
    within_candidacy = within_candidacy and is_passed
    judge: Judging = partial(classifier.judge, within_candidacy=within_candidacy)
    if within_candidacy:
        (judgement,) = judge([reading])
    influences = _without_each(reading, judgement.score, judge)
    sentences = tuple(
        SentenceWeight(sentence.text, _likeliest(judgement, place), influences.get(place, 0.0))
        for place, sentence in enumerate(reading.sentences[:_MOST_SENTENCES])
    )
    heaviest = sorted(influences, key=lambda place: -abs(influences[place]))[:_WEIGHED]
    words = [word for place in heaviest for word in _words(reading, place, judgement.score, judge)]
    labels = sorted(judgement.probabilities.items(), key=lambda pair: -pair[1])
    heaviest_words = tuple(sorted(words, key=lambda word: -abs(word.influence)))
    answered = judgement.score - judge([replace(reading, answered=())])[0].score if reading.answered else 0.0
    return Explanation(
        judgement, tuple(labels), sentences, heaviest_words, within_candidacy, answered=answered, cites=cites
    )


def _without_each(reading: Reading, score: float, judge: Judging) -> dict[int, float]:
    """Return how much the score falls without each sentence."""
    places = range(min(len(reading.sentences), _MOST_SENTENCES))
    others = [_without(reading, place) for place in places]
    return {place: score - one.score for place, one in zip(places, judge(others), strict=True)}


def _words(reading: Reading, place: int, score: float, judge: Judging) -> list[WordWeight]:
    """Return how much the score falls without each of the first words of one sentence."""
    words = reading.sentences[place].text.split()
    shorter = [
        replace(reading.sentences[place], text=" ".join([*words[:number], *words[number + 1 :]]))
        for number in range(min(len(words), _MOST_WORDS))
    ]
    others = [
        _leaving(reading, [*reading.sentences[:place], sentence, *reading.sentences[place + 1 :]])
        for sentence in shorter
    ]
    return [WordWeight(word, score - one.score) for word, one in zip(words, judge(others), strict=False)]


def _without(reading: Reading, place: int) -> Reading:
    """Return the reading without a sentence; those below it that only sign keep doing so."""
    shorter = _leaving(reading, [*reading.sentences[:place], *reading.sentences[place + 1 :]])
    return replace(shorter, sign_off=frozenset(one - (one > place) for one in reading.sign_off - {place}))


def _leaving(reading: Reading, sentences: Sequence[Sentence]) -> Reading:
    """Return the reading with other sentences; its text stays, since judging goes by sentences."""
    return replace(reading, sentences=tuple(sentences))


def _likeliest(judgement: Judgement, place: int) -> tuple[tuple[Act, float], ...]:
    """Return the two likeliest acts of a sentence."""
    acts = sorted(judgement.acts[place].items(), key=lambda pair: -pair[1])
    return tuple(acts[:2])
