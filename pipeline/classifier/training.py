"""Train: acts from sentences, labels and feedback from acts, temperature and thresholds from out-of-fold scores.

Folds are grouped by family of wording, so that no manner of writing stands on both sides. The act models are fitted
once a fold; what they say of the fold they have not seen is what the label model and the networks of feedback, endings
and matter learn from (stacking: Wolpert 1992, Neural Networks 5:241). All that make the score are in turn fitted once a
fold, and their out-of-fold scores give temperature, thresholds and figures. What ships is fitted on everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from pipeline.classifier import calibration
from pipeline.classifier.augment import Fillers
from pipeline.classifier.columns import ACTS, CANDIDACY, COLUMNS, ENDING_PLACES, TELLS
from pipeline.classifier.corpus import Example
from pipeline.classifier.fitting import (
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
from pipeline.classifier.linear import Bools, Floats, LinearModel
from pipeline.classifier.material import Material
from pipeline.classifier.model import (
    Models,
    act_probabilities,
    ending_margins,
    shared,
)
from pipeline.classifier.network import Network
from pipeline.classifier.pooling import act_traits, context_traits, meaning_part
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.truths import balanced, weight_of
from pipeline.core.verdict import Act, Label


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
        material = Material([one.example for one in weighed], [one.weight for one in weighed], fillers, recipe)
        return _Training(material, recipe).run(name)


class _Training:
    """One training: the steps over its material."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self.material = material
        self.recipe = recipe

    def run(self, name: str) -> Trained:
        """Do all steps in order."""
        recipe, material = self.recipe, self.material
        acts = np.zeros((len(material.sentences), len(TELLS)), dtype=np.float32)
        with two_at_a_time() as threads:
            of_sentences = threads.submit(self._fit_acts, np.ones(len(material.sentences), dtype=bool))
            steps = [threads.submit(self._tell_out_of_fold, acts, number) for number in range(recipe.folds)]
            steps.append(threads.submit(material.lay_out_messages))
            by_words, by_meaning = of_sentences.result()
            wait_for(steps)
        dense = material.dense(acts)
        margins = np.zeros((len(material.examples), 2), dtype=np.float32)
        with two_at_a_time() as threads:
            every = np.ones(len(material.rows), dtype=bool)
            labels = threads.submit(self._fit_labels, every, dense, len(COLUMNS))
            candidacy = threads.submit(self._fit_candidacy, np.ones(len(material.candidacy_rows), dtype=bool), dense)
            endings = threads.submit(self._fit_endings, np.ones(len(material.examples), dtype=bool), acts)
            feedback = threads.submit(self._fit_feedback, acts)
            matter = threads.submit(self._fit_matter, np.ones(len(material.candidacy_rows), dtype=bool), dense)
            folds = range(recipe.folds)
            wait_for([threads.submit(self._judge_out_of_fold, margins, acts, dense, one) for one in folds])
        truths = material.truths.candidacy
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
            "examples": len(material.examples),
            "families": len({example.family for example in material.examples}),
            "sentences": len(material.sentences),
            "act_accuracy": round(self._act_accuracy(acts), 4),
            **calibration.summary(scores, truths, thresholds),
        }
        labelled = tuple(example.label for example in material.examples)
        return Trained(models, scores, labelled, tuple(material.examples), summary)

    def _act_accuracy(self, acts: Floats) -> float:
        """Return the share of sentences of which the likeliest act is the right one, of those that taught it."""
        taught = np.flatnonzero(self.material.teaches_sentences[self.material.sentence_example])
        return float(self.material.acts[taught, acts[taught, : len(ACTS)].argmax(axis=1)].mean())

    def _tell_out_of_fold(self, acts: Floats, number: int) -> None:
        """Fill in the probability of each act for each sentence of a fold, from models blind to its family."""
        material = self.material
        fold = material.fold[material.sentence_example]
        places = np.flatnonzero(fold == number)
        by_words, by_meaning = self._fit_acts(fold != number)
        unseen = [material.sentences[place] for place in places]
        acts[places] = act_probabilities(by_words, by_meaning, self.recipe.network_share, unseen)

    def _fit_acts(self, chosen: Bools) -> tuple[LinearModel, Network]:
        """Fit both act models on the chosen sentences."""
        material = self.material
        recipe, places = self.recipe, np.flatnonzero(chosen & material.sentence_first)
        truth, weight = material.acts[places], material.weight[material.sentence_example[places]]
        table = Table(material.sentence_table.vocabulary, material.sentence_table.rows[places])
        return (
            fit_acts(table, truth, weight, alpha=recipe.act_alpha, seed=recipe.seed),
            fit_network(material.meanings[places], truth, weight, units=recipe.network_units, seed=recipe.seed),
        )

    def _fit_feedback(self, acts: Floats) -> Network:
        """Fit the feedback network on what the sentences of rejections seem to do, out of fold.

        Of rejections alone, since nobody is told feedback from anything else, where a list of what a job asks for often
        sounds like it.
        """
        material = self.material
        taught = material.truths.candidacy & material.teaches_sentences
        traits, places, weight = material.traits(taught, acts, act_traits)
        truth = material.acts[places][:, [len(ACTS), ACTS.index(Act.STRENGTH)]].astype(bool)
        return fit_feedback(traits, truth, weight, units=self.recipe.feedback_units, seed=self.recipe.seed)

    def _fit_endings(self, chosen: Bools, acts: Floats) -> Network:
        """Fit the endings network on what the sentences of the chosen examples seem to do, out of fold.

        What ends a matter that is no candidacy is no ending here, as far as that can be seen without a word.
        """
        material = self.material
        traits, places, weight = material.traits(chosen & material.is_marked, acts, context_traits)
        ends = material.acts[places][:, ENDING_PLACES].any(axis=1)
        truth = ends & material.truths.candidacy[material.sentence_example[places]]
        return fit_endings(traits, truth[:, None], weight, units=self.recipe.ending_units, seed=self.recipe.seed)

    def _fit_matter(self, chosen: Bools, dense: Floats) -> Network:
        """Fit the matter network on the chosen ones of the candidacy model's rows, which teach it alike."""
        material = self.material
        rows = material.candidacy_rows_that_tell(chosen)
        examples = material.row_example[material.candidacy_rows[rows]]
        truth, recipe = material.truths.candidacy[examples], self.recipe
        weight = balanced(truth, material.weight[examples] * material.telling[examples], recipe.candidacy_balance)
        return fit_matter(
            dense[material.candidacy_rows[rows]], truth[:, None], weight, units=recipe.matter_units, seed=recipe.seed
        )

    def _judge_out_of_fold(self, margins: Floats, acts: Floats, dense: Floats, number: int) -> None:
        """Fill in both margins of each example of a fold, as it is written; the models are blind to its family.

        The other columns give no score, so that nothing has to be found out of fold for them.
        """
        material = self.material
        row_fold = material.fold[material.row_example]
        candidacy_fold = row_fold[material.candidacy_rows]
        places = np.flatnonzero(material.fold == number)  # the first rows are the examples as they are written
        ends = self._fit_labels(row_fold != number, dense, 1)
        endings = self._fit_endings(material.fold != number, acts)
        by_words = ends.margins([material.blocks[place] for place in places], dense[places])[:, :1]
        by_acts = ending_margins(endings, [acts[material.bank.rows[place]] for place in places.tolist()])
        margins[places, :1] = shared(by_words, by_acts, self.recipe.ending_share)
        candidacy = self._fit_candidacy(candidacy_fold != number, dense)
        matter = self._fit_matter(candidacy_fold != number, dense)
        unseen = [material.candidacy_blocks[place] for place in places.tolist()]
        by_words = candidacy.margins(unseen, meaning_part(dense[places]))
        margins[places, 1:] = shared(by_words, matter.margins(dense[places]), self.recipe.matter_share)

    def _fit_labels(self, chosen: Bools, dense: Floats, columns: int) -> LinearModel:
        """Fit the first columns of the label model on the chosen rows."""
        material = self.material
        places: Ints = np.flatnonzero(chosen)
        table = Table(material.message_table.vocabulary, material.message_table.rows[places])
        examples = material.row_example[places]
        messages = Messages(table, dense[places], material.truths.labels[examples, :columns], material.weight[examples])
        return fit_messages(messages, COLUMNS, c=self.recipe.label_c, seed=self.recipe.seed)

    def _fit_candidacy(self, chosen: Bools, dense: Floats) -> LinearModel:
        """Fit the candidacy model on the chosen ones of its rows.

        Far more rejections than other refusals are written here, of which mail holds fewer too: the two count more
        alike. A rejection that gives feedback speaks of skills, schools and trades, as other refusals do, and tells
        less.
        """
        material = self.material
        telling = material.candidacy_rows_that_tell(chosen)
        rows, recipe = material.candidacy_rows[telling], self.recipe
        table = Table(material.candidacy_table.vocabulary, material.candidacy_table.rows[telling])
        examples = material.row_example[rows]
        truth = material.truths.candidacy[examples]
        weight = balanced(truth, material.weight[examples] * material.telling[examples], recipe.candidacy_balance)
        messages = Messages(table, meaning_part(dense[rows]), truth[:, None], weight)
        return fit_messages(messages, CANDIDACY, c=recipe.candidacy_c, seed=recipe.seed)
