"""What a training learns from: the sentences and messages of the corpus as features, with what is true of each."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.classifier.augment import Bank, Fillers
from pipeline.classifier.columns import ACTS, SPEAKING_ACTS
from pipeline.classifier.corpus import Example, Teaches
from pipeline.classifier.fitting import Doubles, Ints, Table
from pipeline.classifier.folds import folds_of
from pipeline.classifier.linear import Bools, Floats, vocabulary_of
from pipeline.classifier.pooling import POOLED, pooled
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.told import candidacy_blocks, meanings_of, message_blocks, sentence_features
from pipeline.classifier.truths import telling_of, truths_of

#: Messages of equal length whose features are made at once, to bound memory.
_TOGETHER = 2000


class Material:
    """The sentences of some examples, and the rows that messages are learned in, as features.

    `fold` and `weight` are those of the examples, `acts` what each sentence does (columns of `TELLS`). Once
    `lay_out_messages` was called there are `rows`, each a list of numbers of sentences: every example as it is written,
    in order, then variants and excerpts. `candidacy_rows` are the numbers of those that teach the candidacy model.
    """

    def __init__(self, examples: list[Example], weights: list[float], fillers: Fillers, recipe: Recipe) -> None:
        self.recipe = recipe
        self.examples = examples
        self.fold = np.array(folds_of(examples, recipe.folds, recipe.seed))
        self.weight = np.array(weights)
        self.truths = truths_of(examples)
        self.is_marked = np.array([one.is_marked for one in examples])
        self.teaches_sentences = np.array([one.teaches is not Teaches.MESSAGES for one in examples])
        self.telling = telling_of(
            self.truths, useful=recipe.candidacy_feedback_weight, sentences=recipe.candidacy_sentences_weight
        )
        self.bank = Bank(examples, self.fold.tolist(), fillers, recipe.seed)
        self._lay_out_sentences()

    def _lay_out_sentences(self) -> None:
        """Turn the sentences into what the act models see."""
        recipe, bank = self.recipe, self.bank.sentences
        features = {text: sentence_features(text) for text in dict.fromkeys(sentence.text for sentence in bank)}
        self.sentences = [features[sentence.text] for sentence in bank]
        self.acts = np.array([[*(sentence.act is act for act in ACTS), sentence.gives_feedback] for sentence in bank])
        self.sentence_example = np.array([sentence.example for sentence in bank])
        self.sentence_first = self._first_of_their_kind()
        self.meanings = meanings_of(self.sentences)
        blocks = [sentence.blocks for sentence in self.sentences]
        teaching = np.flatnonzero(self.teaches_sentences[self.sentence_example])
        vocabulary = vocabulary_of(
            [blocks[place] for place in teaching],
            self.sentence_example[teaching].tolist(),
            (1.0, recipe.parts_weight),
            recipe.act_features,
        )
        self.sentence_table = Table.of(vocabulary, blocks)

    def _first_of_their_kind(self) -> Bools:
        """Return whether each sentence teaches, as the first of those that are the same to the act models in a fold.

        Greetings and signatures without their names are an eighth of the corpus; said once, they teach the same.
        """
        fold, weight = self.fold[self.sentence_example], self.weight[self.sentence_example]
        seen: dict[object, int] = {}
        for place in np.flatnonzero(self.teaches_sentences[self.sentence_example]).tolist():
            words = self.sentences[place].words
            seen.setdefault((words.tobytes(), self.acts[place].tobytes(), fold[place], weight[place]), place)
        first = np.zeros(len(self.sentences), dtype=bool)
        first[list(seen.values())] = True
        return first

    def lay_out_messages(self) -> None:
        """Turn the messages into what the label model sees: each as it is written, its variants and its excerpts.

        What teaches its sentences, and what is not marked, is taken as it is written, and no more.
        """
        recipe, bank = self.recipe, self.bank
        rows = [(index, row, bank.subjects[index]) for index, row in enumerate(bank.rows)]
        varied = [
            (index, one)
            for index, one in enumerate(self.examples)
            if one.is_marked and one.teaches is not Teaches.SENTENCES
        ]
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

    def dense(self, acts: Floats) -> Floats:
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

    def traits(
        self, chosen: Bools, acts: Floats, traits_of: Callable[[Floats], Floats]
    ) -> tuple[Floats, list[int], Doubles]:
        """Return the traits of all sentences of the chosen examples, which sentences they are, and what each counts."""
        rows = [self.bank.rows[index] for index in np.flatnonzero(chosen)]
        traits = np.concatenate([traits_of(acts[:0]), *(traits_of(acts[row]) for row in rows)])
        places = [place for row in rows for place in row]
        return traits, places, self.weight[self.sentence_example[places]]

    def candidacy_rows_that_tell(self, chosen: Bools) -> Ints:
        """Return which of the candidacy model's rows are chosen and count anything."""
        return np.flatnonzero(chosen & (self.telling[self.row_example[self.candidacy_rows]] > 0))
