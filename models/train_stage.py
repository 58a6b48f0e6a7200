"""Train what tells the stage of a rejection, from the corpus and the messages beside this file: `make facts`.

Terms are weighed on both; how far whole messages, sentences and rules are to be trusted is fitted to the messages
alone, by weights that were fitted without them, five times over. Of what does not tell its stage a meeting counts as
unlikely, not as ruled out, so that none is claimed where a reader could not tell. The same input and library versions
give the same bytes. What words mean is taken from the file of names, so that one is trained first.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from names_examples import Example, load
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline import bootstrap, resources
from pipeline.classifier import corpus
from pipeline.classifier.arrays import write_arrays
from pipeline.classifier.augment import Fillers
from pipeline.core.applications.application import Stage
from pipeline.core.reading import Reading
from pipeline.core.verdict import Judgement, Label
from pipeline.reading.learned import weights as names
from pipeline.reading.learned.stage import StageTerms, Terms, TermWeights, arrays_of, terms_of
from pipeline.reading.read import read
from pipeline.reading.stage.rules import stage_of

#: Terms of each sort that are kept: those in most messages, whatever they tell, so that no message chooses what it is
#: held against.
_MOST_TERMS = 20_000
_MOST_SENTENCE_TERMS = 30_000

#: Messages of one family and stage of the corpus, and what one of ours weighs against one of them.
_OF_FAMILY = 3
_OWN_WEIGHT = 6.0

#: What a message counts, where it is learned how far the rules are to be trusted, that was written to tell its stage
#: obliquely or beside misleading words: most mail is plainer.
_OBLIQUE = 0.3

_STRENGTH = 10.0
_SENTENCE_STRENGTH = 3.0

#: How often it is asked which of a message's sentences tells of the meeting, and how far the likeliest counts more.
_ROUNDS = 3
_SHARPNESS = 2.0

#: What counts less than this is left out of a round: it changes nothing and takes time.
_LEAST = 1e-3

_PARTS = 5
_SEED = 2

#: How likely an interview had been held, by the stage that is told.
_MET = {Stage.INTERVIEW: 1.0, Stage.UNKNOWN: 0.1, Stage.ASSESSMENT: 0.0, Stage.APPLICATION: 0.0}


def _of_corpus() -> list[Example]:
    """Return some rejections of every family, their slots filled."""
    fillers, chance = Fillers.load(resources.FILLERS), random.Random(_SEED)  # noqa: S311 - seeded on purpose
    families: dict[tuple[str, str, str], list[corpus.Example]] = {}
    for example in corpus.load(resources.CORPUS):
        if example.label is Label.REJECTION and example.stage:
            families.setdefault((example.language, example.family, str(example.stage)), []).append(example)
    filled = []
    for key in sorted(families):
        some = families[key]
        chance.shuffle(some)
        for example in some[:_OF_FAMILY]:
            lines = [example.subject, *(line.text for line in example.lines)]
            values = fillers.values(lines, example.language, chance)
            subject, *body = [corpus.fill(line, values) for line in lines]
            text = "\n\n".join(body)
            filled.append(Example("", example.label, example.language, "", subject, text, None, None, example.stage))
    return filled


def _judged(examples: Iterable[Example]) -> list[tuple[Reading, Judgement]]:
    """Return what examples say, and what the shipped model makes of them."""
    readings = [read(example.message) for example in examples]
    return list(zip(readings, bootstrap.classifier().judge(readings), strict=True))


def _fitted(rows: csr_matrix | np.ndarray, met: np.ndarray, weights: np.ndarray, strength: float) -> LogisticRegression:
    """Return a logistic regression of what is true by shares: each row counts as both, as far as it is either."""
    twice = np.tile(np.arange(len(met)), 2)
    shares = np.r_[weights * met, weights * (1.0 - met)]
    kept = shares > 0.0
    truths = np.repeat([True, False], len(met))
    model = LogisticRegression(C=strength, max_iter=500)
    return model.fit(rows[twice[kept]], truths[kept], sample_weight=shares[kept])


def counters(most: int = _MOST_TERMS) -> list[TfidfVectorizer]:
    """Return what counts the most frequent terms of each sort, as `TermWeights` does."""
    return [
        TfidfVectorizer(analyzer=itemgetter(sort), max_features=most, sublinear_tf=True, use_idf=False)
        for sort in (0, 1)
    ]


@dataclass(frozen=True)
class _Rows:
    """Texts as rows of what their terms count, and to which message each belongs."""

    rows: csr_matrix
    owners: np.ndarray
    terms: Sequence[str]

    @classmethod
    def of(cls, texts: Sequence[Terms], owners: np.ndarray, most: int) -> _Rows:
        """Count the terms of texts."""
        both_sorts = counters(most)
        rows = hstack([counter.fit_transform(texts) for counter in both_sorts]).tocsr()
        return cls(rows, owners, [term for counter in both_sorts for term in counter.get_feature_names_out()])

    def among(self, messages: np.ndarray) -> np.ndarray:
        """Return which rows belong to some of the messages."""
        return np.flatnonzero(messages[self.owners])

    def weights(self, model: LogisticRegression) -> TermWeights:
        """Return what a model has fitted to them."""
        return TermWeights(dict(zip(self.terms, model.coef_[0].tolist(), strict=True)), float(model.intercept_[0]))


def _fitted_by_sentence(of: _Rows, met: np.ndarray, weights: np.ndarray, fitted: np.ndarray) -> LogisticRegression:
    """Return a logistic regression of single sentences, the likeliest of which tells of a meeting.

    Of a message of somebody who was met one sentence tells it, and at first any may; of another's none does. After each
    round what the last one found likelier counts more (mi-SVM with shares instead of choices; Andrews et al., 2002).
    """
    rows = of.among(fitted)
    own, features = of.owners[rows], of.rows[rows]
    many = np.bincount(own, minlength=len(met))
    shares = 1.0 / many[own]
    told, others = weights[own] * met[own], weights[own] * (1.0 - met[own]) / np.sqrt(many[own])
    twice, truths = np.tile(np.arange(len(rows)), 2), np.repeat([True, False], len(rows))
    for _ in range(_ROUNDS):
        counts = np.r_[told * shares, others]
        kept = counts > _LEAST
        model = LogisticRegression(C=_SENTENCE_STRENGTH, max_iter=200)
        model.fit(features[twice[kept]], truths[kept], sample_weight=counts[kept])
        odds = model.decision_function(features)
        likelier = np.exp(_SHARPNESS * (odds - _likeliest(odds, own, len(met))[own]))
        shares = likelier / np.bincount(own, weights=likelier, minlength=len(met))[own]
    return model


def _likeliest(odds: np.ndarray, owners: np.ndarray, messages: int) -> np.ndarray:
    """Return the greatest odds among each message's sentences."""
    greatest = np.full(messages, -np.inf)
    np.maximum.at(greatest, owners, odds)
    return greatest


def train() -> tuple[StageTerms, dict[str, float]]:
    """Return the weights, and the share of right stages among our messages by terms, by rules and by both."""
    ours = [one for one in load(resources.NAMES.parent / "messages") if one.stage]
    theirs = _of_corpus()
    first, examples = len(theirs), [*theirs, *ours]
    judged = _judged(examples)
    meanings = names.load(resources.NAMES).meanings
    terms = [terms_of(*pair, meanings) for pair in judged]
    met = np.array([_MET[one.stage] for one in examples])
    weights = np.r_[np.ones(first), np.full(len(ours), _OWN_WEIGHT)]
    whole = _Rows.of([one.whole for one in terms], np.arange(len(terms)), _MOST_TERMS)
    sentences = [one.each for one in terms]
    owners = np.repeat(np.arange(len(terms)), [len(some) for some in sentences])
    sentence = _Rows.of([one for some in sentences for one in some], owners, _MOST_SENTENCE_TERMS)

    odds = np.zeros((len(terms), 2))
    for part in range(_PARTS):
        held = np.zeros(len(met), bool)
        held[first + part :: _PARTS] = True
        model = _fitted(whole.rows[~held], met[~held], weights[~held], _STRENGTH)
        odds[held, 0] = model.decision_function(whole.rows[held])
        model = _fitted_by_sentence(sentence, met, weights, ~held)
        odds[held, 1] = _likeliest(model.decision_function(sentence.rows), owners, len(met))[held]
    odds = odds[first:]
    ruled = [stage_of(*pair) for pair in judged[first:]]
    said = np.array([[float(one is stage) for stage in Stage] for one in ruled])
    trusted = np.where([one.is_oblique for one in ours], _OBLIQUE, 1.0)
    both = _fitted(np.c_[odds, said], met[first:], trusted, 1.0)
    of_whole, of_sentence, *by_rules = both.coef_[0].tolist()
    is_told = np.array([one.stage is not Stage.UNKNOWN for one in ours])
    right = {
        "by whole messages": odds[:, 0] > 0,
        "by sentences": odds[:, 1] > 0,
        "by rules": said[:, list(Stage).index(Stage.INTERVIEW)],
        "by all": both.predict(np.c_[odds, said]),
    }
    figures = {name: float(np.mean((one == met[first:])[is_told])) for name, one in right.items()}
    return (
        StageTerms(
            whole=whole.weights(_fitted(whole.rows, met, weights, _STRENGTH)),
            sentence=sentence.weights(_fitted_by_sentence(sentence, met, weights, np.ones(len(met), bool))),
            scales=(of_whole, of_sentence),
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
