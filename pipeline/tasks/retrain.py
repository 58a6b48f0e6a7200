"""Learn from the user's labels: train a candidate, and let it take the incumbent's place only through the gate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np

from pipeline import __version__
from pipeline.classifier import artifact, calibration, training
from pipeline.classifier.augment import Fillers
from pipeline.classifier.card import as_facts, card, versions
from pipeline.classifier.corpus import Example, Line, digest_of
from pipeline.classifier.folds import YOURS
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.scoring import ArtifactClassifier
from pipeline.classifier.training import Trained, Weighed
from pipeline.core.message import Message
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, FEEDBACK_ACTS, USEFUL_ACTS, Act, Judgement, Label
from pipeline.errors import TooFewLabelsError
from pipeline.reading.read import read
from pipeline.tasks.gate import RetrainReport, Standing, compared, family_of, hold, memory
from pipeline.tasks.lessons import Lessons, without_slots

#: How much more a message that the user labelled counts than one of the corpus.
USER_WEIGHT = 5.0

#: From here on a sentence is learnt as feedback.
_FEEDBACK = 0.5

Labelled = tuple[Message, str, Label]


def train_baseline(lessons: Lessons, folder: Path, recipe: Recipe) -> Trained:
    """Train the model that ships on the lessons alone, and write its artifact; the same lessons, the same bytes."""
    examples = lessons.examples()
    name = f"baseline-{digest_of(examples)[:8]}"
    weighed = training.weighed_corpus(examples, recipe)
    trained = training.train(weighed, Fillers.load(lessons.fillers), recipe, name)
    _save(trained, folder, recipe, labels=0)
    return trained


def retrain(  # noqa: PLR0913 - the parts of an installation, each by name
    labelled: Sequence[Labelled],
    *,
    lessons: Lessons,
    incumbent: Path,
    baseline: Path,
    models: Path,
    recipe: Recipe,
    now: datetime,
) -> RetrainReport:
    """Train a candidate on the corpus and the user's labels, and save it if it passes the gate.

    Raises:
        TooFewLabelsError: The user has labelled nothing whose text is kept.
        GateNotMetError: The candidate is worse than the incumbent; nothing is changed.
    """
    # What was taken for private mail is kept without its text, and an empty message teaches nothing true.
    own = [(message, label) for message, _, label in labelled if message.text.strip()]
    if not own:
        raise TooFewLabelsError(
            "There is no labelled message with its text to learn from.",
            hint="Label some messages first: `afterword label ID LABEL`.",
        )
    readings = [read(message) for message, _ in own]
    judgements = ArtifactClassifier(incumbent).judge(readings)
    known = [(message, label) for message, _, label in labelled]
    opponents = _Opponents.of(incumbent, baseline, readings, judgements, own=own, known=known)

    examples = lessons.examples()
    learnt = [example_of(one, label, judged) for one, (_, label), judged in zip(readings, own, judgements, strict=True)]
    weighed = [*training.weighed_corpus(examples, recipe), *(Weighed(example, USER_WEIGHT) for example in learnt)]
    name = f"yours-{now:%Y%m%d-%H%M%S}"
    trained = _told_on_corpus(training.train(weighed, Fillers.load(lessons.fillers), recipe, name), len(examples))
    report = opponents.beside(trained, digest_of(examples))
    hold(report)
    remembered = memory([one for one, _ in own], trained.scores[len(examples) :].tolist(), digest_of(examples))
    _save(trained, models / name, recipe, labels=len(own), **remembered)
    return report


@dataclass(frozen=True, slots=True)
class _Opponents:
    """What the incumbent and the baseline say of the user's messages, and what their passports tell."""

    incumbent: Standing
    baseline: Standing
    before: list[bool | None]
    shipped: list[bool]

    @classmethod
    def of(
        cls,
        incumbent: Path,
        baseline: Path,
        readings: Sequence[Reading],
        judgements: Sequence[Judgement],
        *,
        own: Sequence[tuple[Message, Label]],
        known: Sequence[tuple[Message, Label]],
    ) -> _Opponents:
        """Ask them, given the judgements of the incumbent."""
        standing = Standing(artifact.passport(incumbent))
        shipped = _calls(ArtifactClassifier(baseline).judge(readings))
        calls = _calls(judgements) if standing.remembers else shipped
        before = standing.unseen_calls(own, calls, known)
        return cls(standing, Standing(artifact.passport(baseline)), before, shipped)

    def beside(self, trained: Trained, corpus: str) -> RetrainReport:
        """Return how a candidate does beside them. The user's messages come last among its examples."""
        count = len(self.shipped)
        called = [score >= trained.models.thresholds.upper for score in trained.scores[-count:].tolist()]
        truths = [label is Label.REJECTION for label in trained.labels[-count:]]
        shipped = self.baseline.brier
        return RetrainReport(
            name=trained.models.name,
            labels=count,
            incumbent=compared(called, self.before, truths),
            baseline=compared(called, self.shipped, truths),
            remembered=self.incumbent.remembers,
            candidate_brier=float(str(trained.figures["brier"])),
            incumbent_brier=self.incumbent.brier if self.incumbent.is_told_on(corpus) else shipped,
            baseline_brier=shipped,
        )


def _calls(judgements: Sequence[Judgement]) -> list[bool]:
    """Return which messages a model calls rejections."""
    return [one.score >= one.thresholds.upper for one in judgements]


def example_of(reading: Reading, label: Label, judgement: Judgement) -> Example:
    """Return a labelled message as an example; what its sentences do is what the incumbent thinks they do.

    But for a rejection in which it sees no ending: there must be one, or learning what it thinks would only make it
    surer that there is none.
    """
    ending = _unseen_ending(reading, judgement) if label is Label.REJECTION else None
    gives_feedback = label is Label.REJECTION  # of other messages nobody asks, and the model was not fitted on them
    lines = tuple(
        Line(
            _likeliest(judgement, place, ENDING_ACTS) if place == ending else judgement.act(place),
            without_slots(sentence.text),
            _also(judgement, place) if gives_feedback else None,
        )
        for place, sentence in enumerate(reading.sentences)
        if any(judgement.acts[place].values())  # one of too many to score has no act
    )
    message = reading.message
    return Example(
        name=message.message_id,
        label=label,
        language=reading.language or "en",
        family=f"{YOURS}{family_of(message)}",
        sender="",
        subject=without_slots(message.subject),
        paragraphs=(lines,) if lines else (),
    )


def _unseen_ending(reading: Reading, judgement: Judgement) -> int | None:
    """Return which sentence ends the candidacy most likely, if the incumbent takes none for one that does."""
    places = [place for place, acts in enumerate(judgement.acts) if any(acts.values())]
    if any(judgement.act(place) in ENDING_ACTS for place in places):
        return None
    above = [place for place in places if place not in reading.sign_off] or places
    return max(above, key=lambda place: sum(judgement.acts[place].get(act, 0.0) for act in ENDING_ACTS), default=None)


def _likeliest(judgement: Judgement, place: int, among: Collection[Act]) -> Act:
    return max(among, key=lambda act: (judgement.acts[place].get(act, 0.0), act.value))


def _also(judgement: Judgement, place: int) -> Act | None:
    """Return the feedback that the incumbent finds in a sentence besides what it does, so that it is not unlearnt."""
    if judgement.act(place) in FEEDBACK_ACTS or judgement.feedback[place] < _FEEDBACK:
        return None
    return _likeliest(judgement, place, USEFUL_ACTS)


def _told_on_corpus(trained: Trained, corpus: int) -> Trained:
    """Return a training with the figures of its first examples, the corpus, alone.

    The user's messages are odd, or they would not have been labelled: with them, no two models would compare.
    """
    truths = np.array([label is Label.REJECTION for label in trained.labels[:corpus]])
    told = calibration.summary(trained.scores[:corpus], truths, trained.models.thresholds)
    return replace(trained, figures={**trained.figures, **told})


def _save(trained: Trained, folder: Path, recipe: Recipe, *, labels: int, **more: object) -> None:
    """Write the artifact of a training with its passport, which may hold more, and its card."""
    facts = {
        "afterword": __version__,
        "corpus": digest_of(trained.examples),
        "labels_of_yours": labels,
        "libraries": versions(),
        "recipe": as_facts(recipe),
        "figures": trained.figures,
        **more,
    }
    artifact.save(trained.models, folder, facts, card(trained.models, facts))
