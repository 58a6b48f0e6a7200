"""At which stage a rejection came, by its words, by what its sentences do and by what the rules say.

Two logistic regressions tell whether the candidate had been met. One sees the whole message: rows of words, and rows of
groups of words of like meaning, each with what its sentence does, since thanks for a talk tell another thing than a
refusal of one, in whatever language. The other sees one sentence at a time, and the likeliest counts: where one tells
of a meeting, ten others that do not are beside the point (multiple-instance learning; Andrews, Tsochantaridis and
Hofmann, "Support Vector Machines for Multiple-Instance Learning", 2002). A third weighs both against the rules. What
they are not sure of stays unknown.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from pipeline.core.applications.application import Stage
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, Act, Judgement
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.weights import bytes_of, lines_of, opened

#: The form of the file; another one is not read.
FORMAT = 3

#: What is looked at: characters of the text, sentences, characters of a sentence, and words of a term at most.
_LONGEST = 8_000
_MOST_SENTENCES = 80
_LONGEST_SENTENCE = 600
_MOST_WORDS = 3

#: Where the rules know nothing, what is surer than this is told.
_SURE = 0.55

_WORD = re.compile(r"[^\W_]+")

#: What sentences do, as far as it matters here; what is not among them does something else.
_DOES: Mapping[Act, str] = {
    **dict.fromkeys((*ENDING_ACTS, Act.REGRETS), "ends"),
    Act.THANKS: "thanks",
    **dict.fromkeys((Act.GAP, Act.STRENGTH, Act.REASON, Act.ADVICE), "tells"),
    **dict.fromkeys((Act.PRAISES, Act.EXPLAINS), "softens"),
    **dict.fromkeys(
        (Act.CONDITIONAL, Act.ADVERTISES, Act.INVITES_BACK, Act.KEEPS, Act.WISHES, Act.REPORTS), "leads away"
    ),
}

#: Sentences that tell nothing of a meeting.
_SILENT = frozenset({Act.GREETS, Act.SIGNS, Act.FOOTER})

#: The terms of a text: those of its words, and those of their meanings.
Terms = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True)
class MessageTerms:
    """The terms of a whole message, and those of each of its sentences that may tell of a meeting."""

    whole: Terms
    sentences: Sequence[Terms]

    @property
    def each(self) -> Sequence[Terms]:
        """The terms of each such sentence; those of an empty one, if there is none."""
        return self.sentences or [((), ())]


@dataclass(frozen=True)
class TermWeights:
    """Weights of terms: positive where they tell of a meeting.

    Two texts weigh alike, however long they are: the terms of each sort count by their share.
    """

    weights: Mapping[str, float]
    bias: float

    def odds(self, terms: Terms) -> float:
        """Return the log-odds, by its terms alone, that the candidate had been met; those of no terms are the bias."""
        return self.bias + sum(self._sum(some) for some in terms)

    def knows(self, terms: Terms) -> bool:
        """Return whether any of the terms weighs anything."""
        return any(term in self.weights for some in terms for term in some)

    def _sum(self, terms: Sequence[str]) -> float:
        """Return what terms of one sort weigh together."""
        counts = Counter(term for term in terms if term in self.weights)
        sizes = {term: 1.0 + math.log(count) for term, count in counts.items()}
        length = math.sqrt(sum(size * size for size in sizes.values())) or 1.0
        return sum(self.weights[term] * size for term, size in sizes.items()) / length


@dataclass(frozen=True)
class StageTerms:
    """What terms weigh in a whole message and in a sentence, and how far each of the two and the rules are trusted."""

    whole: TermWeights
    sentence: TermWeights
    scales: tuple[float, float]
    by_rules: Mapping[Stage, float]

    def odds(self, terms: MessageTerms) -> tuple[float, float]:
        """Return the log-odds that the candidate had been met, by the whole message and by its likeliest sentence."""
        return self.whole.odds(terms.whole), max(self.sentence.odds(one) for one in terms.each)

    def stage_of(self, terms: MessageTerms, ruled: Stage) -> Stage:
        """Return the stage of a rejection, given what the rules make of it."""
        if not self.whole.knows(terms.whole):
            return ruled
        odds = self.by_rules[ruled] + sum(scale * one for scale, one in zip(self.scales, self.odds(terms), strict=True))
        likely = 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))
        if ruled is Stage.UNKNOWN and 1.0 - _SURE < likely < _SURE:
            return Stage.UNKNOWN
        if likely >= 0.5:
            return Stage.INTERVIEW
        return Stage.ASSESSMENT if ruled is Stage.ASSESSMENT else Stage.APPLICATION


def terms_of(reading: Reading, judgement: Judgement, meanings: Meanings) -> MessageTerms:
    """Return the terms of a message: rows of one to three words, and of the groups that words of a sentence are in.

    A group's terms begin with what their sentence does; in a sentence by itself they stand without it as well.
    """
    words = rows_of(_words(f"{reading.message.subject}\n{reading.text}"[:_LONGEST]))
    groups: list[str] = []
    sentences = []
    for index in range(min(len(reading.sentences), len(judgement.acts), _MOST_SENTENCES)):
        act = judgement.act(index)
        if act not in _SILENT:
            does = _DOES.get(act, "else")
            some = _words(reading.sentences[index].text[:_LONGEST_SENTENCE])
            alike = rows_of(_group(word, meanings) for word in some)
            doing = [f"{does}: {row}" for row in alike]
            groups += doing
            sentences.append(([*rows_of(some), f"act {act}"], [*doing, *(f"- {row}" for row in alike)]))
    return MessageTerms((words, groups), sentences)


def _words(text: str) -> list[str]:
    """Return the words of a text in folded case, every digit a zero."""
    return _WORD.findall(re.sub(r"\d", "0", text.casefold()))


def _group(word: str, meanings: Meanings) -> str:
    """Return what stands for a word: its narrow group, or that it is a number or is not known."""
    groups = meanings.of(word)
    return str(groups[1]) if groups else "#" if word[0] == "0" else "?"


def rows_of(words: Iterable[str]) -> list[str]:
    """Return the rows of one to three words."""
    words = list(words)
    return [
        " ".join(words[at : at + size]) for size in range(1, _MOST_WORDS + 1) for at in range(len(words) - size + 1)
    ]


def arrays_of(terms: StageTerms) -> dict[str, np.ndarray]:
    """Return the arrays that `load` makes the same of."""
    stages = list(Stage)
    return {
        "format": np.array([FORMAT]),
        **_arrays("whole", terms.whole),
        **_arrays("sentence", terms.sentence),
        "scales": np.array(terms.scales),
        "stages": bytes_of(stage.value for stage in stages),
        "by_rules": np.array([terms.by_rules[stage] for stage in stages]),
    }


def _arrays(of: str, terms: TermWeights) -> dict[str, np.ndarray]:
    known = sorted(terms.weights)
    return {
        f"{of}_terms": bytes_of(known),
        f"{of}_weights": np.array([terms.weights[one] for one in known], np.float16),
        f"{of}_bias": np.array([terms.bias]),
    }


@lru_cache(maxsize=2)
def load(path: Path) -> StageTerms:
    """Return what the file holds; raise ModelError if it cannot be read or is of another form."""
    with opened(path, FORMAT) as arrays:
        stages = [Stage(one) for one in lines_of(arrays["stages"])]
        of_whole, of_sentence = arrays["scales"].tolist()
        return StageTerms(
            whole=_of_arrays("whole", arrays),
            sentence=_of_arrays("sentence", arrays),
            scales=(of_whole, of_sentence),
            by_rules=dict(zip(stages, arrays["by_rules"].tolist(), strict=True)),
        )


def _of_arrays(of: str, arrays: Mapping[str, np.ndarray]) -> TermWeights:
    known, weights = lines_of(arrays[f"{of}_terms"]), arrays[f"{of}_weights"].astype(float).tolist()
    return TermWeights(dict(zip(known, weights, strict=True)), arrays[f"{of}_bias"].item())
