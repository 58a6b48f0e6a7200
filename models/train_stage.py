"""Train what tells the stage of a rejection, from the corpus and the messages beside this file: `make facts`.

Terms are weighed on both; how far terms and rules are to be trusted is fitted to the messages alone, by weights that
were fitted without them, five times over. The same input and library versions give the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from names_examples import Example, load
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline import bootstrap, resources
from pipeline.classifier import corpus
from pipeline.classifier.arrays import write_arrays
from pipeline.classifier.augment import Fillers
from pipeline.core.application import Stage
from pipeline.core.verdict import Label
from pipeline.reading.learned.stage import StageTerms, arrays_of, terms_of, text_of
from pipeline.reading.read import read
from pipeline.reading.stage.rules import stage_of

#: Terms that are kept: those in most messages, whatever they tell, so that no message chooses what it is held against.
_MOST_TERMS = 20_000

#: Messages of one family and stage of the corpus, and what one of ours weighs against one of them.
_OF_FAMILY = 3
_OWN_WEIGHT = 3.0

_STRENGTH = 20.0
_PARTS = 5
_SEED = 2


@dataclass(frozen=True)
class Told:
    """Texts, whether an interview had been held, and what each weighs."""

    texts: list[str]
    met: np.ndarray
    weights: np.ndarray


def _of_corpus() -> tuple[list[str], list[bool]]:
    """Return some rejections of every family, and whether an interview had been held."""
    fillers, chance = Fillers.load(resources.FILLERS), random.Random(_SEED)  # noqa: S311 - seeded on purpose
    families: dict[tuple[str, str, str], list[corpus.Example]] = {}
    for example in corpus.load(resources.CORPUS):
        if example.label is Label.REJECTION and example.stage not in {None, Stage.UNKNOWN}:
            families.setdefault((example.language, example.family, str(example.stage)), []).append(example)
    texts, met = [], []
    for key in sorted(families):
        some = families[key]
        chance.shuffle(some)
        for example in some[:_OF_FAMILY]:
            lines = [example.subject, *(line.text for line in example.lines)]
            filled = [corpus.fill(line, fillers.values(lines, example.language, chance)) for line in lines]
            texts.append(text_of(filled[0], "\n".join(filled[1:])))
            met.append(example.stage is Stage.INTERVIEW)
    return texts, met


def _ruled(examples: Sequence[Example]) -> list[Stage]:
    """Return what the rules make of examples."""
    readings = [read(example.message) for example in examples]
    judgements = bootstrap.classifier().judge(readings)
    return [stage_of(*pair) for pair in zip(readings, judgements, strict=True)]


def _fitted(terms: csr_matrix, told: Told, which: np.ndarray) -> LogisticRegression:
    """Return a logistic regression of the terms of some messages."""
    model = LogisticRegression(C=_STRENGTH, max_iter=500)
    return model.fit(terms[which], told.met[which], sample_weight=told.weights[which])


def _vectorizer() -> TfidfVectorizer:
    """Return what counts the most frequent terms, as `StageTerms` does."""
    return TfidfVectorizer(analyzer=terms_of, max_features=_MOST_TERMS, sublinear_tf=True, use_idf=False)


def train() -> tuple[StageTerms, dict[str, float]]:
    """Return the weights, and the share of right stages among our messages by terms, by rules and by both."""
    ours = [one for one in load(resources.NAMES.parent / "messages") if one.stage not in {None, Stage.UNKNOWN}]
    texts, met = _of_corpus()
    first = len(texts)
    told = Told(
        [*texts, *(text_of(one.subject, one.body) for one in ours)],
        np.array([*met, *(one.stage is Stage.INTERVIEW for one in ours)]),
        np.r_[np.ones(first), np.full(len(ours), _OWN_WEIGHT)],
    )
    every = np.arange(len(told.texts))
    counter = _vectorizer()
    terms = counter.fit_transform(told.texts)

    odds = np.zeros(len(ours))
    for part in range(_PARTS):
        held = every[first:][np.arange(len(ours)) % _PARTS == part]
        odds[held - first] = _fitted(terms, told, np.setdiff1d(every, held)).decision_function(terms[held])
    ruled = _ruled(ours)
    said = np.array([[float(one is stage) for stage in Stage] for one in ruled])
    both = LogisticRegression(C=1.0).fit(np.c_[odds, said], told.met[first:])
    model = _fitted(terms, told, every)
    scale, *by_rules = both.coef_[0].tolist()
    right = partial(np.mean, dtype=float)
    figures = {
        "by terms": right((odds > 0) == told.met[first:]),
        "by rules": right(said[:, list(Stage).index(Stage.INTERVIEW)] == told.met[first:]),
        "by both": right(both.predict(np.c_[odds, said]) == told.met[first:]),
    }
    return (
        StageTerms(
            weights=dict(zip(counter.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True)),
            bias=float(model.intercept_[0]),
            scale=scale,
            by_rules={stage: weight + both.intercept_[0] for stage, weight in zip(Stage, by_rules, strict=True)},
        ),
        figures,
    )


def main() -> None:
    """Train, save, and print the figures."""
    terms, figures = train()
    write_arrays(resources.STAGE, arrays_of(terms))
    print(f"{resources.STAGE}: {resources.STAGE.stat().st_size} bytes", file=sys.stderr)
    for name, share in figures.items():
        print(f"  {name}: {share:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
