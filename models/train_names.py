"""Train what reads the names of companies and roles, from the messages beside this file: `make facts`.

1. The word vectors of the classifier are put into groups of like meaning, a few wide ones and more narrow ones.
2. Conditional random fields are fitted to mark names among the words of a message, each message in several variants:
   as it is, without its sender, about the company of another message.
3. Boosted trees are fitted to choose among the candidates that the rules and the marks give. So that they learn how far
   a mark is to be trusted, the marks of each message come from a field that was fitted to the other half.
4. The fields are fitted once more, to all messages.

The same messages, rules and library versions give the same bytes. Takes some minutes.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from names_examples import Example, for_choosing, for_marking, half_of, load
from sklearn.cluster import KMeans
from sklearn.ensemble import GradientBoostingClassifier

from pipeline import resources
from pipeline.classifier import vectors
from pipeline.classifier.arrays import write_arrays
from pipeline.core.applications.identity import normalise_role
from pipeline.reading.company.names import comparable
from pipeline.reading.learned.candidates import NameReader, Seen
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.spans import Candidate, Features
from pipeline.reading.learned.tagger import Tagger
from pipeline.reading.learned.tokens import DISPLAY, LINE_END, words_in
from pipeline.reading.learned.trees import Trees
from pipeline.reading.learned.weights import Chooser, Learned, arrays_of
from pipeline.reading.read import read
from pipeline.reading.senders.known import Senders

#: What is marked, and what makes two spellings of it one name.
KINDS: Mapping[str, Callable[[str], str]] = {"company": comparable, "role": normalise_role}

#: Columns of the field's labels: outside a name, its first word, a word within it.
COLUMNS = "OBI"

#: Probability from which the likeliest candidate is believed.
LEAST = {"company": 0.25, "role": 0.4}

#: How many groups of words there are: wide ones, and narrow ones.
_GROUPS = (64, 255)

_SEED = 5
_FIELD = {"c1": 0.3, "c2": 0.01, "max_iterations": 70, "feature.minfreq": 3, "feature.possible_transitions": True}
_TREES = {
    "n_estimators": 400,
    "learning_rate": 0.04,
    "max_depth": 5,
    "min_samples_leaf": 20,
    "subsample": 0.7,
    "max_features": 0.2,
    "random_state": 1,
}


class Trainer:
    """Fits fields and trees for one kind of name.

    Args:
        kind: One of `KINDS`.
        meanings: The groups that words are in.
    """

    def __init__(self, kind: str, meanings: Meanings) -> None:
        self._kind = kind
        self._key = KINDS[kind]
        self._names = NameReader(Senders.load(resources.SENDERS), meanings)

    def field(self, examples: Sequence[Example]) -> Tagger:
        """Return a conditional random field that marks the names of examples."""
        import pycrfsuite  # noqa: PLC0415 - only whoever trains has it

        chance = random.Random(_SEED)  # noqa: S311 - seeded on purpose
        variants = [one for one in for_marking(examples, self._kind, chance) if one.names(self._kind) is not None]
        chance.shuffle(variants)
        trainer = pycrfsuite.Trainer(verbose=False)
        trainer.set_params(_FIELD)
        for variant in variants:
            seen = self._names.see(read(variant.message))
            trainer.append(seen.rows.told, self._marks(seen, variant.names(self._kind) or ()))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "field")
            trainer.train(str(path))
            return _tagger(path)

    def trees(self, examples: Sequence[Example], fields: Mapping[int, Tagger]) -> tuple[Trees, tuple[str, ...]]:
        """Return trees that choose among candidates, and what their columns are called."""
        rows, right, columns = [], [], ()
        chance = random.Random(_SEED)  # noqa: S311 - seeded on purpose
        for example in for_choosing(examples, self._kind, chance):
            names = example.names(self._kind)
            if names is None:
                continue
            accepted = {self._key(name.casefold()) for name in names}
            candidates, features = self.candidates(example, fields[half_of(example)])
            for key, one in candidates.items():
                columns = tuple(features[key])
                rows.append(list(features[key].values()))
                right.append(self._key(one.name.casefold()) in accepted)
        model = GradientBoostingClassifier(**_TREES).fit(np.array(rows), np.array(right))
        return _arrays(model), columns

    def candidates(self, example: Example, field: Tagger) -> tuple[dict[str, Candidate], dict[str, Features]]:
        """Return the candidates of an example and what is told of each; a role's company is the one the rules name."""
        seen = self._names.see(read(example.message))
        if self._kind == "company":
            return self._names.company_candidates(seen, field, example.label)
        return self._names.role_candidates(seen, field, seen.ruled_company, example.label)

    def _marks(self, seen: Seen, names: Sequence[str]) -> list[str]:
        """Return the labels of the tokens: where one of the names stands, the longest first."""
        words = [LINE_END if token.text == LINE_END else token.text.casefold() for token in seen.tokens]
        marks = ["O"] * len(words)
        places = [index for index, word in enumerate(words) if word != LINE_END]
        for name in sorted({tuple(words_in(one)) for one in names} - {()}, key=lambda one: (-len(one), one)):
            for start in range(len(places) - len(name) + 1):
                here = places[start : start + len(name)]
                first = seen.tokens[here[0]]
                if any(words[index] != word or marks[index] != "O" for index, word in zip(here, name, strict=True)):
                    continue
                if first.zone != seen.tokens[here[-1]].zone or (
                    len(name) == 1 and self._is_a_word(first.text, first.zone, names)
                ):
                    continue
                marks[here[0] : here[-1] + 1] = ["B", *"I" * (here[-1] - here[0])]
        return marks

    def _is_a_word(self, text: str, zone: str, names: Sequence[str]) -> bool:
        """Return whether a token in small letters only looks like a company's name."""
        return (
            self._kind == "company"
            and text[0].islower()
            and zone != DISPLAY
            and not any(one.islower() for one in names)
        )


def _tagger(path: Path) -> Tagger:
    """Return the weights of a field that CRFsuite has written."""
    import pycrfsuite  # noqa: PLC0415 - only whoever trains has it

    model = pycrfsuite.Tagger()
    model.open(str(path))
    model.dump(str(path.with_suffix(".txt")))
    with path.with_suffix(".txt").open(encoding="utf-8", errors="replace", newline="") as file:
        transitions_part, _, features_part = file.read().partition("STATE_FEATURES = {")
    weights: dict[str, np.ndarray] = {}
    for feature, column, weight in re.findall(r"  \(0\) (.*?) --> ([OBI]): (-?[\d.e+-]+)\n", features_part, re.DOTALL):
        weights.setdefault(feature, np.zeros(3))[COLUMNS.index(column)] = float(weight)
    transitions = np.zeros((3, 3))
    transitions[COLUMNS.index("O"), COLUMNS.index("I")] = -20.0  # never in the examples
    for before, column, weight in re.findall(r"\(1\) ([OBI]) --> ([OBI]): (-?[\d.e+-]+)\n", transitions_part):
        transitions[COLUMNS.index(before), COLUMNS.index(column)] = float(weight)
    return Tagger(weights, transitions)


def _arrays(model: GradientBoostingClassifier) -> Trees:
    """Return the trees of a model as arrays."""
    roots, column, limit, left, right, value = [], [], [], [], [], []
    for (tree,) in model.estimators_:
        nodes, start = tree.tree_, len(column)
        roots.append(start)
        column += np.maximum(nodes.feature, 0).tolist()
        limit += nodes.threshold.tolist()
        left += [child + start if child >= 0 else -1 for child in nodes.children_left]
        right += [child + start if child >= 0 else -1 for child in nodes.children_right]
        value += (nodes.value[:, 0, 0] * model.learning_rate).tolist()
    prior = float(model.init_.class_prior_[1])
    return Trees(*map(np.array, (roots, column, limit, left, right, value)), bias=float(np.log(prior / (1.0 - prior))))


def meanings_of(path: Path) -> Meanings:
    """Return the groups of the words of a file of word vectors."""
    with np.load(path, allow_pickle=False) as arrays:
        words, rows = arrays["ids"].tolist(), arrays["vectors"].astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    wide, narrow = (KMeans(many, n_init=1, max_iter=40, random_state=0).fit(rows).labels_.tolist() for many in _GROUPS)
    return Meanings(dict(zip(words, zip(wide, narrow, strict=True), strict=True)))


def train(kind: str, meanings: Meanings) -> Chooser:
    """Return what marks and chooses one kind of name."""
    # Names that oblique messages tell are found a little oftener with them; those of plain sentences get lost by it.
    examples = [one for one in load(resources.NAMES.parent / "messages") if not one.is_oblique]
    trainer = Trainer(kind, meanings)
    fields = {half: trainer.field([one for one in examples if half_of(one) != half]) for half in (0, 1)}
    trees, columns = trainer.trees(examples, fields)
    return Chooser(trainer.field(examples), trees, columns, LEAST[kind])


def main() -> None:
    """Train both kinds side by side and save them."""
    meanings = meanings_of(vectors.PATH)
    with ProcessPoolExecutor(2) as pool:
        company, role = pool.map(partial(train, meanings=meanings), KINDS)
    write_arrays(resources.NAMES, arrays_of(Learned(meanings, company, role)))
    print(f"{resources.NAMES}: {resources.NAMES.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
