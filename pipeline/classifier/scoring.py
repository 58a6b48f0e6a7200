"""The classifier as the tasks know it: an artifact that is loaded when there is something to judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np

from pipeline.classifier import artifact
from pipeline.classifier.columns import ACTS, FEEDBACK, LABELS, TELLS
from pipeline.classifier.decisive import decisive_sentence
from pipeline.classifier.linear import Floats
from pipeline.classifier.model import Models
from pipeline.classifier.told import Told, sentence_features, trimmed
from pipeline.core.reading import Reading
from pipeline.core.verdict import Decision, Judgement, Label, Thresholds, decide, label_for

#: Readings that go through the models together: much faster than one by one, and bounded in memory.
_BATCH = 32

#: The margin of being about a candidacy where that is known: nothing outweighs it.
_KNOWN = np.float32(50)

#: By how much more of a mailbox than of what teaches is ordinary mail, beside invitations, updates and the like, and of
#: what comes through a mailing list (Saerens et al. 2002, Neural Computation 14:21). Believed in part: a mailbox holds
#: ten times as much and more, but with this as few of 172 messages about jobs by others are taken for ordinary mail as
#: before there was much of it in what teaches, and no more of 776 the other way round.
_MORE_ORDINARY, _MORE_IN_LISTS = 1.7, 3.4

_OTHER = [LABELS.index(Label.OTHER)]

#: What a message is not, or seldom, where a candidacy is known: about something else altogether, or a first word.
_ELSEWHERE = [LABELS.index(label) for label in (Label.OTHER, Label.OUTREACH, Label.JOB_ALERT)]

#: What is left there of the probability of these. On mail written for trials, and on mail by others, that halves the
#: invitations, tests and updates that are taken for something else.
_LEFT_OF_ELSEWHERE = np.float32(0.2)

#: What is said of a sentence that was not scored.
_NOTHING = [0.0] * len(TELLS)


class ArtifactClassifier:
    """Judges readings with the artifact in a folder.

    Raises:
        ModelMissingError, ModelCorruptError, ModelIncompatibleError: when the artifact is first needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def model(self) -> str:
        """The name of the model; reads its passport, not its arrays."""
        return str(artifact.passport(self._folder)["name"])

    @cached_property
    def models(self) -> Models:
        """The loaded models."""
        return artifact.load(self._folder)

    def judge(self, readings: Sequence[Reading], *, within_candidacy: bool = False) -> list[Judgement]:
        """Return one judgement for each reading, in order; see `Classifier`."""
        batches = (readings[start : start + _BATCH] for start in range(0, len(readings), _BATCH))
        return [judgement for batch in batches for judgement in self._judge(batch, within_candidacy=within_candidacy)]

    def _judge(self, readings: Sequence[Reading], *, within_candidacy: bool) -> list[Judgement]:
        """Return the judgements of a batch. Sentences that were too many to score count as having no act."""
        models = self.models
        scored = [trimmed(len(reading.sentences)) for reading in readings]
        messages = self._told(readings, scored)
        candidacy = models.candidacy_margins(messages)
        thresholds = models.thresholds
        if within_candidacy:
            candidacy, thresholds = np.full_like(candidacy, _KNOWN), thresholds.within_candidacy
        likely = models.probabilities(messages, candidacy)
        if within_candidacy:
            likely = _reweighed(likely, _ELSEWHERE, _LEFT_OF_ELSEWHERE)
        else:
            listed = np.array([[one.is_listed] for one in messages])
            likely = _reweighed(likely, _OTHER, np.where(listed, _MORE_IN_LISTS, _MORE_ORDINARY).astype(np.float32))
        return [
            self._judgement(reading, places, message, about[None], row.tolist(), thresholds)
            for reading, places, message, about, row in zip(readings, scored, messages, candidacy, likely, strict=True)
        ]

    def _told(self, readings: Sequence[Reading], scored: Sequence[list[int]]) -> list[Told]:
        """Return the readings as the models see them, with those of their sentences that are scored."""
        said = [
            [sentence_features(reading.sentences[place].text) for place in places]
            for reading, places in zip(readings, scored, strict=True)
        ]
        acts = self.models.act_probabilities([one for each in said for one in each])
        split = np.split(acts, np.cumsum([len(each) for each in said])[:-1])
        messages = [
            Told(
                reading.message.subject,
                sentences,
                rows,
                _places_of(reading.sign_off, places),
                is_listed=reading.is_listed,
                is_reply=reading.form == "reply",
            )
            for reading, places, sentences, rows in zip(readings, scored, said, split, strict=True)
        ]
        return [
            replace(one, answered=self._answered(reading)) if one.is_terse and reading.answered else one
            for reading, one in zip(readings, messages, strict=True)
        ]

    def _answered(self, reading: Reading) -> Told:
        """Return what a reply answers, as the models see it."""
        sentences = [sentence_features(reading.answered[place].text) for place in trimmed(len(reading.answered))]
        return Told(reading.message.subject, sentences, self.models.act_probabilities(sentences))

    def _judgement(
        self,
        reading: Reading,
        scored: list[int],
        message: Told,
        candidacy: Floats,
        likely: list[float],
        thresholds: Thresholds,
    ) -> Judgement:
        models = self.models
        probabilities = dict(zip(LABELS, likely, strict=True))
        decision = decide(probabilities[LABELS[0]], thresholds)
        # Of an uncertain message the user is asked whether it is a rejection: what speaks for that is shown.
        label = Label.REJECTION if decision is Decision.UNCERTAIN else label_for(probabilities, decision)
        decisive = decisive_sentence(models, message, label, candidacy)
        rows = dict(zip(scored, message.acts.tolist(), strict=True))
        told = [rows.get(place, _NOTHING) for place in range(len(reading.sentences))]
        feedback = np.zeros((len(told), len(FEEDBACK)))
        feedback[scored] = models.feedback_probabilities(message.acts)
        useful, strengths = feedback.T.tolist()
        return Judgement(
            probabilities=probabilities,
            acts=tuple(dict(zip(ACTS, row, strict=False)) for row in told),
            feedback=tuple(useful),
            strengths=tuple(strengths),
            decisive=None if decisive is None else scored[decisive],
            model=models.name,
            thresholds=thresholds,
        )


def _reweighed(likely: Floats, columns: list[int], by: Floats | np.float32) -> Floats:
    """Return probabilities of `LABELS` (columns) in which some count so much more or less, `rejection` as it is."""
    weighed = likely.copy()
    weighed[:, columns] *= by
    rest = weighed[:, 1:].sum(axis=1, keepdims=True)
    weighed[:, 1:] *= (1 - likely[:, :1]) / np.maximum(rest, np.finfo(np.float32).tiny)
    return weighed


def _places_of(numbers: frozenset[int], scored: list[int]) -> frozenset[int]:
    """Return where in a list of the sentences that are scored those of these numbers stand."""
    return frozenset(place for place, number in enumerate(scored) if number in numbers)
