"""Learn from the user's labels: train a candidate, and let it take the incumbent's place only through the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline import __version__
from pipeline.classifier import artifact, training
from pipeline.classifier.augment import Fillers
from pipeline.classifier.card import as_facts, card, versions
from pipeline.classifier.corpus import Example, Line, digest_of, load
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.scoring import ArtifactClassifier
from pipeline.classifier.training import Trained, Weighed
from pipeline.core.evaluation import brier
from pipeline.core.message import Message
from pipeline.core.reading import Reading
from pipeline.core.verdict import FEEDBACK_ACTS, USEFUL_ACTS, Act, Judgement, Label
from pipeline.errors import GateNotMetError, TooFewLabelsError
from pipeline.reading.read import read

#: How much more a message that the user labelled counts than one of the corpus.
USER_WEIGHT = 5.0

#: The family of a labelled message: its sender's domain, so that one sender never stands on both sides of a fold.
_USER_FAMILY = "yours"

#: How much worse a candidate's Brier score on the corpus may be: about what another seed alone changes.
_TOLERANCE = 0.004

#: From here on a sentence is learnt as feedback.
_FEEDBACK = 0.5

Labelled = tuple[Message, str, Label]


@dataclass(frozen=True, slots=True)
class RetrainReport:
    """What became of a training: the name of the new model and how the two did on the user's own labels."""

    name: str
    labels: int
    candidate_right: int
    incumbent_right: int
    candidate_brier: float
    incumbent_brier: float


def train_baseline(corpus: Path, fillers: Path, folder: Path, recipe: Recipe) -> Trained:
    """Train the model that ships on the corpus alone, and write its artifact; the same corpus, the same bytes."""
    examples = load(corpus)
    name = f"baseline-{digest_of(examples)[:8]}"
    weighed = training.weighed_corpus(examples, recipe)
    trained = training.train(weighed, Fillers.load(fillers), recipe, name)
    _save(trained, folder, recipe, labels=0)
    return trained


def retrain(  # noqa: PLR0913 - the parts of an installation, each by name
    labelled: Sequence[Labelled],
    *,
    corpus: Path,
    fillers: Path,
    incumbent: Path,
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
    labelled = [one for one in labelled if one[0].text.strip()]
    if not labelled:
        raise TooFewLabelsError(
            "There is no labelled message with its text to learn from.",
            hint="Label some messages first: `afterword label ID LABEL`.",
        )
    readings = [read(message) for message, _, _ in labelled]
    truths = [label for _, _, label in labelled]
    judgements = ArtifactClassifier(incumbent).judge(readings)
    own = [example_of(*one) for one in zip(readings, truths, judgements, strict=True)]
    weighed = [*training.weighed_corpus(load(corpus), recipe), *(Weighed(example, USER_WEIGHT) for example in own)]
    name = f"yours-{now:%Y%m%d-%H%M%S}"
    trained = training.train(weighed, Fillers.load(fillers), recipe, name)
    report = RetrainReport(
        name=name,
        labels=len(own),
        candidate_right=_right_out_of_fold(trained, len(own)),
        incumbent_right=_right(judgements, truths),
        candidate_brier=_brier_on_corpus(trained, len(own)),
        incumbent_brier=_brier(artifact.passport(incumbent)["figures"]),
    )
    _gate(report)
    _save(trained, models / name, recipe, labels=len(own))
    return report


def _gate(report: RetrainReport) -> None:
    """Let a candidate pass that is no worse on the corpus and no worse on the user's labels, each told out of fold.

    The incumbent may have been trained on some of these labels, so the comparison favours it, never the newcomer.
    """
    if report.candidate_brier > report.incumbent_brier + _TOLERANCE:
        raise GateNotMetError(
            f"The new model is worse on the corpus: Brier score {report.candidate_brier:.4f}, "
            f"that of the present one {report.incumbent_brier:.4f}. The present one stays.",
            hint="Look through your labels for a slip: `afterword log`, `afterword show ID`.",
        )
    if report.candidate_right < report.incumbent_right:
        raise GateNotMetError(
            f"The new model gets {report.candidate_right} of your {report.labels} labels right, "
            f"the present one {report.incumbent_right}. The present one stays.",
            hint="A few more labels of the same kind usually help.",
        )


def example_of(reading: Reading, label: Label, judgement: Judgement) -> Example:
    """Return a labelled message as an example; what its sentences do is what the incumbent thinks they do."""
    gives_feedback = label is Label.REJECTION  # of other messages nobody asks, and the model was not fitted on them
    lines = tuple(
        Line(
            judgement.act(place),
            sentence.text.replace("{", "(").replace("}", ")"),
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
        family=f"{_USER_FAMILY}/{label}/{message.sender.domain or message.message_id}",
        sender="",
        subject=message.subject.replace("{", "(").replace("}", ")"),
        paragraphs=(lines,) if lines else (),
    )


def _also(judgement: Judgement, place: int) -> Act | None:
    """Return the feedback that the incumbent finds in a sentence besides what it does, so that it is not unlearnt."""
    if judgement.act(place) in FEEDBACK_ACTS or not judgement.feedback or judgement.feedback[place] < _FEEDBACK:
        return None
    return max(USEFUL_ACTS, key=lambda act: (judgement.acts[place].get(act, 0.0), act.value))


def _right_out_of_fold(trained: Trained, own: int) -> int:
    """Return how many of the user's messages, which come last, the candidate got right without having seen them."""
    if not own:
        return 0
    upper = trained.models.thresholds.upper
    pairs = zip(trained.scores[-own:].tolist(), trained.labels[-own:], strict=True)
    return sum((score >= upper) == (label is Label.REJECTION) for score, label in pairs)


def _right(judgements: Sequence[Judgement], truths: Sequence[Label]) -> int:
    """Return how many of the user's messages a model gets right."""
    pairs = zip(judgements, truths, strict=True)
    return sum((one.score >= one.thresholds.upper) == (truth is Label.REJECTION) for one, truth in pairs)


def _brier_on_corpus(trained: Trained, own: int) -> float:
    """Return how far a candidate is off on the corpus alone; the user's messages, which come last, have a figure too.

    They are odd, or the user would not have labelled them, and out of fold nothing like them was seen.
    """
    corpus = len(trained.examples) - own
    truths = [label is Label.REJECTION for label in trained.labels[:corpus]]
    return round(brier(trained.scores[:corpus].tolist(), truths), 4)


def _brier(figures: Mapping[str, object]) -> float:
    return float(str(figures["brier"]))


def _save(trained: Trained, folder: Path, recipe: Recipe, *, labels: int) -> None:
    """Write the artifact of a training with its passport and card."""
    facts = {
        "afterword": __version__,
        "corpus": digest_of(trained.examples),
        "labels_of_yours": labels,
        "libraries": versions(),
        "recipe": as_facts(recipe),
        "figures": trained.figures,
    }
    artifact.save(trained.models, folder, facts, card(trained.models, facts))
