"""At which stage a rejection came, by the words of the whole message and by what the rules say.

A logistic regression over word n-grams tells whether the candidate had been met; a second one weighs that against the
rules, which read single sentences. What neither is sure of stays unknown.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from pipeline.core.application import Stage
from pipeline.core.reading import Reading
from pipeline.reading.learned.weights import bytes_of, lines_of, opened

#: The form of the file; another one is not read.
FORMAT = 1

#: Text that is looked at, in characters, and words of a term at most.
_LONGEST = 8_000
_MOST_WORDS = 3

#: Where the rules know nothing, what is surer than this is told.
_SURE = 0.65

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class StageTerms:
    """Weights of terms, and how their sum and what the rules say are weighed: positive where an interview was held."""

    weights: Mapping[str, float]
    bias: float
    scale: float
    by_rules: Mapping[Stage, float]

    def odds(self, text: str) -> float:
        """Return the log-odds, by its terms alone, that the candidate had been met."""
        return self._odds(self._counts(text))

    def _counts(self, text: str) -> Counter[str]:
        """Return how often each term that has a weight stands in a text."""
        return Counter(term for term in terms_of(text) if term in self.weights)

    def _odds(self, counts: Counter[str]) -> float:
        """Return the log-odds of a text by its terms; those of no terms are the bias."""
        sizes = {term: 1.0 + math.log(count) for term, count in counts.items()}
        length = math.sqrt(sum(size * size for size in sizes.values())) or 1.0
        return self.bias + sum(self.weights[term] * size for term, size in sizes.items()) / length

    def stage_of(self, reading: Reading, ruled: Stage) -> Stage:
        """Return the stage of a rejection, given what the rules make of it."""
        counts = self._counts(text_of(reading.message.subject, reading.text))
        if not counts:
            return ruled
        odds = self.scale * self._odds(counts) + self.by_rules[ruled]
        likely = 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))
        if ruled is Stage.UNKNOWN and 1.0 - _SURE < likely < _SURE:
            return Stage.UNKNOWN
        if likely >= 0.5:
            return Stage.INTERVIEW
        return Stage.ASSESSMENT if ruled is Stage.ASSESSMENT else Stage.APPLICATION


def text_of(subject: str, text: str) -> str:
    """Return what the terms of a message are taken from."""
    return f"{subject}\n{text}"[:_LONGEST]


def terms_of(text: str) -> list[str]:
    """Return the rows of one to three words of a text, in folded case, every digit a zero."""
    words = _WORD.findall(re.sub(r"\d", "0", text.casefold()))
    return [
        " ".join(words[at : at + size]) for size in range(1, _MOST_WORDS + 1) for at in range(len(words) - size + 1)
    ]


def arrays_of(terms: StageTerms) -> dict[str, np.ndarray]:
    """Return the arrays that `load` makes the same of."""
    known = sorted(terms.weights)
    stages = list(Stage)
    return {
        "format": np.array([FORMAT]),
        "terms": bytes_of(known),
        "weights": np.array([terms.weights[one] for one in known], np.float16),
        "scale": np.array([terms.bias, terms.scale]),
        "stages": bytes_of(stage.value for stage in stages),
        "by_rules": np.array([terms.by_rules[stage] for stage in stages]),
    }


@lru_cache(maxsize=2)
def load(path: Path) -> StageTerms:
    """Return what the file holds; raise ModelError if it cannot be read or is of another form."""
    with opened(path, FORMAT) as arrays:
        stages = [Stage(one) for one in lines_of(arrays["stages"])]
        bias, scale = arrays["scale"].tolist()
        return StageTerms(
            weights=dict(zip(lines_of(arrays["terms"]), arrays["weights"].astype(float).tolist(), strict=True)),
            bias=bias,
            scale=scale,
            by_rules=dict(zip(stages, arrays["by_rules"].tolist(), strict=True)),
        )
