"""Train: acts from sentences, labels and feedback from acts, temperature and thresholds from out-of-fold scores.

Folds are grouped by family of wording, so that no manner of writing stands on both sides. The act models are fitted
once a fold; what they say of the fold they have not seen is what the label model and the networks of feedback, endings
and matter learn from (stacking: Wolpert 1992, Neural Networks 5:241). All that make the score are in turn fitted once a
fold, and their out-of-fold scores give temperature, thresholds and figures. What ships is fitted on everything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from pipeline.classifier import calibration
from pipeline.classifier.augment import Bank, Fillers
from pipeline.classifier.columns import ACTS, CANDIDACY, COLUMNS, SPEAKING_ACTS, TELLS
from pipeline.classifier.corpus import Example
from pipeline.classifier.fitting import (
    Doubles,
    Ints,
    Messages,
    Table,
    fit_acts,
    fit_endings,
    fit_feedback,
    fit_matter,
    fit_messages,
    fit_network,
    stopped_on_purpose,
    two_at_a_time,
    wait_for,
)
from pipeline.classifier.folds import folds_of
from pipeline.classifier.linear import Bools, Floats, LinearModel, vocabulary_of
from pipeline.classifier.many import features_of
from pipeline.classifier.model import (
    Models,
    act_probabilities,
    candidacy_blocks,
    ending_margins,
    meanings_of,
    message_blocks,
    shared,
)
from pipeline.classifier.network import Network
from pipeline.classifier.pooling import POOLED, act_traits, context_traits, meaning_part, pooled
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.truths import balanced, telling_of, truths_of, weight_of
from pipeline.core.verdict import ENDING_ACTS, Act, Label

_ENDING = [place for place, act in enumerate(ACTS) if act in ENDING_ACTS]

#: Messages of equal length whose features are made at once, to bound memory.
_TOGETHER = 2000


@dataclass(frozen=True, slots=True)
class Weighed:
    """An example with its weight: those that the user labelled count for more."""

    example: Example
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model with the out-of-fold scores of `rejection` for each example, in the order they were given."""

    models: Models
    scores: Floats
    labels: tuple[Label, ...]
    examples: tuple[Example, ...]
    figures: dict[str, object]


def weighed_corpus(examples: Sequence[Example], recipe: Recipe) -> list[Weighed]:
    """Return the examples of the corpus, each with what it counts by its kind."""
    return [Weighed(example, weight_of(example, recipe)) for example in examples]


def train(weighed: Sequence[Weighed], fillers: Fillers, recipe: Recipe, name: str) -> Trained:
    """Fit, calibrate and set thresholds; the same examples, fillers and recipe give the same weights."""
    # Products this small are slower on two threads than on one, by far where the machine has other work, and equal
    # bytes must not depend on the number of cores.
    with threadpool_limits(1, user_api="blas"), stopped_on_purpose():
        training = _Training([one.example for one in weighed], [one.weight for one in weighed], fillers, recipe)
        return training.run(name)


class _Training:
    """One training: the sentences and messages as features, and the steps over them."""

    def __init__(self, examples: list[Example], weights: list[float], fillers: Fillers, recipe: Recipe) -> None:
        self.recipe = recipe
        self.examples = examples
        self.fold = np.array(folds_of(examples, recipe.folds, recipe.seed))
        self.weight = np.array(weights)
        self.truths = truths_of(examples)
        self.telling = telling_of(
            self.truths, useful=recipe.candidacy_feedback_weight, sentences=recipe.candidacy_sentences_weight
        )
        self.bank = Bank(examples, self.fold.tolist(), fillers, recipe.seed)
        self._lay_out_sentences()

    def _lay_out_sentences(self) -> None:
        """Turn the sentences into what the act models see."""
        recipe, bank = self.recipe, self.bank.sentences
        texts = list(dict.fromkeys(sentence.text for sentence in bank))
        features = dict(zip(texts, features_of(texts), strict=True))
        self.sentences = [features[sentence.text] for sentence in bank]
        self.acts = np.array([[*(sentence.act is act for act in ACTS), sentence.gives_feedback] for sentence in bank])
        self.sentence_example = np.array([sentence.example for sentence in bank])
        self.sentence_first = self._first_of_their_kind()
        self.meanings = meanings_of(self.sentences)
        blocks = [sentence.blocks for sentence in self.sentences]
        vocabulary = vocabulary_of(
            blocks, self.sentence_example.tolist(), (1.0, recipe.parts_weight), recipe.act_features
        )
        self.sentence_table = Table.of(vocabulary, blocks)

    def _first_of_their_kind(self) -> Bools:
        """Return whether each sentence is the first of those that are the same to the act models, within a fold.

        Greetings and signatures without their names are an eighth of the corpus; said once, they teach the same.
        """
        fold, weight = self.fold[self.sentence_example], self.weight[self.sentence_example]
        seen: dict[object, int] = {}
        for place, sentence in enumerate(self.sentences):
            seen.setdefault((sentence.words.tobytes(), self.acts[place].tobytes(), fold[place], weight[place]), place)
        first = np.zeros(len(self.sentences), dtype=bool)
        first[list(seen.values())] = True
        return first

    def _lay_out_messages(self) -> None:
        """Turn the messages into what the label model sees: each as it is written, its variants and its excerpts.

        What teaches its sentences is taken as it is written, and no more.
        """
        recipe, bank = self.recipe, self.bank
        rows = [(index, row, bank.subjects[index]) for index, row in enumerate(bank.rows)]
        varied = [(index, one) for index, one in enumerate(self.examples) if not one.sentences_only]
        for index, _ in varied:
            rows += [(index, bank.variant(index), bank.subjects[index]) for _ in range(recipe.variants)]
        whole = len(rows)  # behind these come excerpts
        for index, example in varied:
            excerpts = [bank.excerpt(index, SPEAKING_ACTS[example.label]) for _ in range(recipe.excerpts)]
            rows += [(index, excerpt, "") for excerpt in excerpts if excerpt]
        self.rows = [row for _, row, _ in rows]
        self.row_example = np.array([index for index, _, _ in rows])
        self.blocks = [message_blocks(subject, [self.sentences[number] for number in row]) for _, row, subject in rows]
        weights = (recipe.words_weight, recipe.subject_weight)
        vocabulary = vocabulary_of(self.blocks, self.row_example.tolist(), weights, recipe.label_features)
        self.message_table = Table.of(vocabulary, self.blocks)
        self._lay_out_candidacies(whole)

    def _lay_out_candidacies(self, whole: int) -> None:
        """Turn the whole rows, which come first, into what the candidacy model sees, where they end or refuse anything.

        No excerpts: without the message around it the same sentence refuses a job and a flat.
        """
        recipe, told = self.recipe, self.truths.told[self.row_example[:whole]]
        self.candidacy_rows: Ints = np.flatnonzero(told)
        self.candidacy_blocks = {
            place: candidacy_blocks(self.blocks[place], [self.sentences[number] for number in self.rows[place]])
            for place in range(whole)
            if told[place] or place < len(self.examples)  # each example as it is written gets an out-of-fold margin
        }
        texts = [self.candidacy_blocks[place] for place in self.candidacy_rows.tolist()]
        weights = (recipe.words_weight, recipe.subject_weight, recipe.candidacy_parts_weight)
        sources = self.row_example[self.candidacy_rows].tolist()
        vocabulary = vocabulary_of(texts, sources, weights, recipe.candidacy_features, rarity=recipe.candidacy_rarity)
        self.candidacy_table = Table.of(vocabulary, texts)

    def run(self, name: str) -> Trained:
        """Do all steps in order."""
        recipe = self.recipe
        acts = np.zeros((len(self.sentences), len(TELLS)), dtype=np.float32)
        with two_at_a_time() as threads:
            of_sentences = threads.submit(self._fit_acts, np.ones(len(self.sentences), dtype=bool))
            steps = [threads.submit(self._tell_out_of_fold, acts, number) for number in range(recipe.folds)]
            steps.append(threads.submit(self._lay_out_messages))
            by_words, by_meaning = of_sentences.result()
            wait_for(steps)
        dense = self._pooled(acts)
        margins = np.zeros((len(self.examples), 2), dtype=np.float32)
        with two_at_a_time() as threads:
            every = np.ones(len(self.rows), dtype=bool)
            labels = threads.submit(self._fit_labels, every, dense, len(COLUMNS))
            candidacy = threads.submit(self._fit_candidacy, np.ones(len(self.candidacy_rows), dtype=bool), dense)
            endings = threads.submit(self._fit_endings, np.ones(len(self.examples), dtype=bool), acts)
            feedback = threads.submit(self._fit_feedback, acts)
            matter = threads.submit(self._fit_matter, np.ones(len(self.candidacy_rows), dtype=bool), dense)
            folds = range(recipe.folds)
            wait_for([threads.submit(self._judge_out_of_fold, margins, acts, dense, one) for one in folds])
        truths = self.truths.candidacy
        temperature = calibration.temperature(margins, truths)
        scores = calibration.scores(margins, temperature)
        thresholds = calibration.thresholds(
            scores, truths, false_alarms=recipe.false_alarms, questions=recipe.questions
        )
        models = Models(
            name=name,
            acts=by_words,
            network=by_meaning,
            labels=labels.result(),
            candidacy=candidacy.result(),
            feedback=feedback.result(),
            endings=endings.result(),
            matter=matter.result(),
            network_share=recipe.network_share,
            ending_share=recipe.ending_share,
            matter_share=recipe.matter_share,
            act_weight=recipe.act_weight,
            meaning_weight=recipe.meaning_weight,
            temperature=temperature,
            thresholds=thresholds,
        )
        summary: dict[str, object] = {
            "examples": len(self.examples),
            "families": len({example.family for example in self.examples}),
            "sentences": len(self.sentences),
            "act_accuracy": round(
                float(self.acts[np.arange(len(acts)), acts[:, : len(ACTS)].argmax(axis=1)].mean()), 4
            ),
            **calibration.summary(scores, truths, thresholds),
        }
        labelled = tuple(example.label for example in self.examples)
        return Trained(models, scores, labelled, tuple(self.examples), summary)

    def _tell_out_of_fold(self, acts: Floats, number: int) -> None:
        """Fill in the probability of each act for each sentence of a fold, from models blind to its family."""
        fold = self.fold[self.sentence_example]
        places = np.flatnonzero(fold == number)
        by_words, by_meaning = self._fit_acts(fold != number)
        unseen = [self.sentences[place] for place in places]
        acts[places] = act_probabilities(by_words, by_meaning, self.recipe.network_share, unseen)

    def _pooled(self, acts: Floats) -> Floats:
        """Return the dense features of all rows, those of equal length at once."""
        weights = (self.recipe.act_weight, self.recipe.meaning_weight)
        lengths = np.array([len(row) for row in self.rows])
        dense = np.zeros((len(self.rows), POOLED), dtype=np.float32)
        for length in np.unique(lengths):
            places = np.flatnonzero(lengths == length)
            sentences = np.array([self.rows[place] for place in places], dtype=np.intp)
            for chunk in np.array_split(np.arange(len(places)), len(places) // _TOGETHER + 1):
                within = sentences[chunk]
                dense[places[chunk]] = pooled(acts[within], self.meanings[within], *weights)
        return dense

    def _fit_acts(self, chosen: Bools) -> tuple[LinearModel, Network]:
        """Fit both act models on the chosen sentences."""
        recipe, places = self.recipe, np.flatnonzero(chosen & self.sentence_first)
        truth, weight = self.acts[places], self.weight[self.sentence_example[places]]
        table = Table(self.sentence_table.vocabulary, self.sentence_table.rows[places])
        return (
            fit_acts(table, truth, weight, alpha=recipe.act_alpha, seed=recipe.seed),
            fit_network(self.meanings[places], truth, weight, units=recipe.network_units, seed=recipe.seed),
        )

    def _fit_feedback(self, acts: Floats) -> Network:
        """Fit the feedback network on what the sentences of rejections seem to do, out of fold.

        Of rejections alone, since nobody is told feedback from anything else, where a list of what a job asks for often
        sounds like it.
        """
        traits, places, weight = self._traits(self.truths.candidacy, acts, act_traits)
        truth = self.acts[places][:, [len(ACTS), ACTS.index(Act.STRENGTH)]].astype(bool)
        return fit_feedback(traits, truth, weight, units=self.recipe.feedback_units, seed=self.recipe.seed)

    def _fit_endings(self, chosen: Bools, acts: Floats) -> Network:
        """Fit the endings network on what the sentences of the chosen examples seem to do, out of fold.

        What ends a matter that is no candidacy is no ending here, as far as that can be seen without a word.
        """
        traits, places, weight = self._traits(chosen, acts, context_traits)
        ends = self.acts[places][:, _ENDING].any(axis=1)
        truth = ends & self.truths.candidacy[self.sentence_example[places]]
        return fit_endings(traits, truth[:, None], weight, units=self.recipe.ending_units, seed=self.recipe.seed)

    def _traits(
        self, chosen: Bools, acts: Floats, traits_of: Callable[[Floats], Floats]
    ) -> tuple[Floats, list[int], Doubles]:
        """Return the traits of all sentences of the chosen examples, which sentences they are, and what each counts."""
        rows = [self.bank.rows[index] for index in np.flatnonzero(chosen)]
        traits = np.concatenate([traits_of(acts[:0]), *(traits_of(acts[row]) for row in rows)])
        places = [place for row in rows for place in row]
        return traits, places, self.weight[self.sentence_example[places]]

    def _fit_matter(self, chosen: Bools, dense: Floats) -> Network:
        """Fit the matter network on the chosen ones of the candidacy model's rows, which teach it alike."""
        rows = self._candidacy_rows_that_tell(chosen)
        examples = self.row_example[self.candidacy_rows[rows]]
        truth, recipe = self.truths.candidacy[examples], self.recipe
        weight = balanced(truth, self.weight[examples] * self.telling[examples], recipe.candidacy_balance)
        return fit_matter(
            dense[self.candidacy_rows[rows]], truth[:, None], weight, units=recipe.matter_units, seed=recipe.seed
        )

    def _judge_out_of_fold(self, margins: Floats, acts: Floats, dense: Floats, number: int) -> None:
        """Fill in both margins of each example of a fold, as it is written; the models are blind to its family.

        The other columns give no score, so that nothing has to be found out of fold for them.
        """
        row_fold, candidacy_fold = self.fold[self.row_example], self.fold[self.row_example[self.candidacy_rows]]
        places = np.flatnonzero(self.fold == number)  # the first rows are the examples as they are written
        ends = self._fit_labels(row_fold != number, dense, 1)
        endings = self._fit_endings(self.fold != number, acts)
        by_words = ends.margins([self.blocks[place] for place in places], dense[places])[:, :1]
        by_acts = ending_margins(endings, [acts[self.bank.rows[place]] for place in places.tolist()])
        margins[places, :1] = shared(by_words, by_acts, self.recipe.ending_share)
        candidacy = self._fit_candidacy(candidacy_fold != number, dense)
        matter = self._fit_matter(candidacy_fold != number, dense)
        unseen = [self.candidacy_blocks[place] for place in places.tolist()]
        by_words = candidacy.margins(unseen, meaning_part(dense[places]))
        margins[places, 1:] = shared(by_words, matter.margins(dense[places]), self.recipe.matter_share)

    def _fit_labels(self, chosen: Bools, dense: Floats, columns: int) -> LinearModel:
        """Fit the first columns of the label model on the chosen rows."""
        places: Ints = np.flatnonzero(chosen)
        table = Table(self.message_table.vocabulary, self.message_table.rows[places])
        examples = self.row_example[places]
        messages = Messages(table, dense[places], self.truths.labels[examples, :columns], self.weight[examples])
        return fit_messages(messages, COLUMNS, c=self.recipe.label_c, seed=self.recipe.seed)

    def _fit_candidacy(self, chosen: Bools, dense: Floats) -> LinearModel:
        """Fit the candidacy model on the chosen ones of its rows.

        Far more rejections than other refusals are written here, of which mail holds fewer too: the two count more
        alike. A rejection that gives feedback speaks of skills, schools and trades, as other refusals do, and tells
        less.
        """
        telling = self._candidacy_rows_that_tell(chosen)
        rows, recipe = self.candidacy_rows[telling], self.recipe
        table = Table(self.candidacy_table.vocabulary, self.candidacy_table.rows[telling])
        examples = self.row_example[rows]
        truth = self.truths.candidacy[examples]
        weight = balanced(truth, self.weight[examples] * self.telling[examples], recipe.candidacy_balance)
        messages = Messages(table, meaning_part(dense[rows]), truth[:, None], weight)
        return fit_messages(messages, CANDIDACY, c=recipe.candidacy_c, seed=recipe.seed)

    def _candidacy_rows_that_tell(self, chosen: Bools) -> Ints:
        """Return which of the candidacy model's rows are chosen and count anything."""
        return np.flatnonzero(chosen & (self.telling[self.row_example[self.candidacy_rows]] > 0))
