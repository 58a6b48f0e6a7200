"""Training, for real, on a corpus of a few dozen messages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import numpy as np
import pytest
from support import small_corpus

from pipeline.classifier import artifact
from pipeline.classifier.augment import Bank
from pipeline.classifier.columns import ACTS, LABELS, TELLS
from pipeline.classifier.corpus import Example, Line, Teaches, load
from pipeline.classifier.fitting import two_at_a_time
from pipeline.classifier.model import Models
from pipeline.classifier.told import Told, sentence_features
from pipeline.classifier.training import Trained, Weighed, train, weighed_corpus
from pipeline.classifier.truths import telling_of, truths_of
from pipeline.core.verdict import Act, Label

REJECTION = LABELS.index(Label.REJECTION)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Return a small model."""
    return small_corpus.trained(tmp_path_factory.mktemp("corpus"))


def score(models: Models, *sentences: str) -> float:
    """Return the score of a message without a subject."""
    features = [sentence_features(sentence) for sentence in sentences]
    told = [Told("", features, models.act_probabilities(features))]
    return float(models.label_probabilities(told, models.candidacy_margins(told))[0, REJECTION])


def odd(label: Label, family: str, text: str, count: int = 6) -> list[Example]:
    """Return messages of one family whose one sentence is like nothing else in the corpus."""
    act = Act.DECLINES if label is Label.REJECTION else Act.INFORMS
    paragraphs = ((Line(act, text),),)
    return [
        Example(f"odd-{number}", label, "en", f"en/{label}/{family}", "", "", paragraphs) for number in range(count)
    ]


def test_two_trainings_give_the_same_bytes(tmp_path: Path, trained: Trained) -> None:
    """Whoever trains it again gets the same model."""
    again = small_corpus.trained(tmp_path / "corpus")
    for name, models in (("one", trained.models), ("two", again.models)):
        artifact.save(models, tmp_path / name, {}, "")
    for file in ("model.npz", "passport.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert trained.scores.tolist() == again.scores.tolist()


def test_another_seed_gives_another_model(tmp_path: Path, trained: Trained) -> None:
    """The seed is used, and is not the clock."""
    other = small_corpus.trained(tmp_path, replace(small_corpus.RECIPE, seed=7))
    assert other.models.acts.steps.tolist() != trained.models.acts.steps.tolist()


def test_it_learns_what_a_rejection_is(trained: Trained) -> None:
    """From a few dozen messages, as far as they go."""
    no = score(trained.models, "Unfortunately we have decided not to move forward with your application.")
    yes = score(trained.models, "We have received your application for the position.")
    parcel = score(trained.models, "Your parcel is on its way.")
    assert no > yes
    assert no > parcel


def test_scores_come_from_models_that_have_not_seen_the_family(tmp_path: Path) -> None:
    """What only a message's own family could tell is known to the final model and to no out-of-fold score."""
    text = "Zorgle blamp quixen drumble wexit."
    examples = [*small_corpus.examples(tmp_path), *odd(Label.REJECTION, "odd", text)]
    done = train([Weighed(one) for one in examples], small_corpus.fillers(), small_corpus.RECIPE, "odd")
    known = score(done.models, text)
    assert known > 0.6
    assert max(done.scores[-6:].tolist()) < known - 0.1


def test_a_weighed_example_outweighs_the_corpus(tmp_path: Path) -> None:
    """What the user says of a wording counts for more than what the corpus says."""
    text = "Zorgle blamp quixen drumble wexit."
    corpus = [*small_corpus.examples(tmp_path), *odd(Label.OTHER, "theirs", text)]
    yours = odd(Label.REJECTION, "yours", text, count=3)

    def trained_with(weight: float) -> float:
        weighed = [*(Weighed(one) for one in corpus), *(Weighed(one, weight) for one in yours)]
        return score(train(weighed, small_corpus.fillers(), small_corpus.RECIPE, "w").models, text)

    light, heavy = trained_with(0.1), trained_with(20.0)
    assert light < 0.5 < heavy


def test_scores_and_labels_stand_in_the_order_of_the_examples(tmp_path: Path, trained: Trained) -> None:
    """One for each, whatever fold it fell into."""
    examples = small_corpus.examples(tmp_path)
    assert trained.examples == tuple(examples)
    assert trained.labels == tuple(example.label for example in examples)
    assert len(trained.scores) == len(examples)
    assert ((trained.scores >= 0) & (trained.scores <= 1)).all()


def test_the_thresholds_keep_the_wanted_shares(trained: Trained) -> None:
    """At most so many of the other messages are called or asked about, out of fold."""
    thresholds = trained.models.thresholds
    others = [
        score
        for score, label in zip(trained.scores.tolist(), trained.labels, strict=True)
        if label is not Label.REJECTION
    ]
    assert 0.5 <= thresholds.upper <= 1
    assert thresholds.lower <= thresholds.upper
    called = sum(score >= thresholds.upper for score in others) / len(others)
    assert called <= small_corpus.RECIPE.false_alarms + 1 / len(others)


def test_the_figures_say_what_was_trained_on(trained: Trained) -> None:
    """For passport and card."""
    assert trained.figures["examples"] == 48
    assert trained.figures["families"] == 16
    assert trained.figures["sentences"] == 48 * 5 + 4
    for share in ("act_accuracy", "brier"):
        assert 0 <= float(str(trained.figures[share])) <= 1


def test_the_most_features_are_kept_to(tmp_path: Path) -> None:
    """So that an artifact stays as small as the recipe says."""
    small = small_corpus.trained(tmp_path, replace(small_corpus.RECIPE, act_features=100, label_features=50)).models
    assert len(small.acts.vocabulary.ids) == 100
    assert len(small.labels.vocabulary.ids) == 50


def test_the_feedback_network_learns_from_the_rejections_that_give_some(trained: Trained) -> None:
    """It is no constant: what a sentence seems to do moves it."""
    acts = np.full((3, len(TELLS)), 0.02, dtype=np.float32)
    dull = trained.models.feedback_probabilities(acts)
    acts[1, ACTS.index(Act.GAP)] = acts[1, -1] = 0.9
    assert not np.array_equal(trained.models.feedback_probabilities(acts), dull)
    assert trained.models.feedback.hidden_weights.any()


def test_what_teaches_its_sentences_is_told_from_the_rest(tmp_path: Path) -> None:
    """Its words about a trade or a school would speak for jobs wherever they stand."""
    small_corpus.examples(tmp_path)
    text = "## loan\n{}\ngreets: Hi,\ndeclines: We cannot go ahead.\ngap: Your pottery glaze chipped.\n"
    place = tmp_path / "en" / "rejection" / "glaze.txt"
    told = {}
    for teaches in ("", "teaches: sentences\n"):
        place.write_text(text.format(teaches), encoding="utf-8")
        (one,) = [example for example in load(tmp_path) if example.name == "loan"]
        truths = truths_of([one])
        told[one.teaches] = (bool(truths.whole[0]), bool(truths.candidacy[0]), bool(truths.useful[0]))
    assert told == {Teaches.ALL: (True, True, True), Teaches.SENTENCES: (False, True, True)}


def unmarked(examples: list[Example]) -> list[Example]:
    """Return these as messages whose sentences nobody marked."""
    unmarked_ones = []
    for one in examples:
        lines = tuple(Line(None, line.text) for line in one.lines)
        name, family = f"unmarked-{one.name}", f"{one.family}-unmarked"
        made = replace(one, name=name, family=family, paragraphs=(lines,), teaches=Teaches.MESSAGES, is_marked=False)
        unmarked_ones.append(made)
    return unmarked_ones


def test_what_teaches_messages_alone_moves_nothing_of_what_sentences_are_told_by(tmp_path: Path) -> None:
    """Neither marked nor unmarked: acts, and the feedback read out of them, stay what they are, to the byte."""
    examples = small_corpus.examples(tmp_path)
    odd_words = odd(Label.REJECTION, "kayaks", "The kayak has gone to somebody else.", 8)
    alone = [replace(one, teaches=Teaches.MESSAGES) for one in odd_words]

    def trained_on(*more: Example) -> Models:
        weighed = weighed_corpus([*examples, *more], small_corpus.RECIPE)
        return train(weighed, small_corpus.fillers(), small_corpus.RECIPE, "one").models

    without, beside, marked = trained_on(), trained_on(*alone, *unmarked(examples)), trained_on(*odd_words)
    text = [sentence_features("Unfortunately the kayak has gone."), sentence_features("We regret your parcel.")]
    acts = without.act_probabilities(text)
    assert np.allclose(beside.act_probabilities(text), acts, atol=1e-3)
    assert not np.allclose(marked.act_probabilities(text), acts, atol=1e-3)
    assert score(beside, "The kayak has gone to somebody else.") != score(
        without, "The kayak has gone to somebody else."
    )


def test_unmarked_messages_teach_what_a_rejection_is(tmp_path: Path) -> None:
    """Their label is all that is known of them, and it is enough."""
    examples = small_corpus.examples(tmp_path)
    unmarked_ones = unmarked(odd(Label.REJECTION, "odd", "Zorgle blamp quixen drumble wexit.", 8))
    with_them = train(
        weighed_corpus([*examples, *unmarked_ones], small_corpus.RECIPE),
        small_corpus.fillers(),
        small_corpus.RECIPE,
        "one",
    )
    without = train(weighed_corpus(examples, small_corpus.RECIPE), small_corpus.fillers(), small_corpus.RECIPE, "two")
    told = [score(one.models, "Zorgle blamp quixen drumble wexit.") for one in (with_them, without)]
    assert told[0] > told[1] + 0.1
    assert with_them.figures["examples"] == len(examples) + len(unmarked_ones)


def test_no_variants_are_made_of_what_teaches_its_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one of very many alike already. Of unmarked messages none can be made."""
    examples = small_corpus.examples(tmp_path)
    some = [
        replace(one, teaches=Teaches.SENTENCES if place % 2 == 0 else Teaches.ALL) for place, one in enumerate(examples)
    ]
    varied: set[int] = set()
    vary = Bank.variant

    def noted(bank: Bank, index: int) -> list[int]:
        varied.add(index)
        return vary(bank, index)

    monkeypatch.setattr(Bank, "variant", noted)
    recipe = replace(small_corpus.RECIPE, variants=1)
    train([Weighed(one) for one in [*some, *unmarked(examples)]], small_corpus.fillers(), recipe, "some")
    assert varied == {place for place, one in enumerate(some) if one.teaches is Teaches.ALL}


def test_feedback_tells_little_of_candidacies_and_all_of_them_as_much_as_before(tmp_path: Path) -> None:
    """What the others lose is given to the rest."""
    place = tmp_path / "en" / "rejection" / "two.txt"
    place.parent.mkdir(parents=True)
    place.write_text(
        "## plain\n\ndeclines: No.\n\n## why\n\ndeclines+gap: No, you lack Go.\n"
        "\n## short\nteaches: sentences\n\ndeclines: No.\n"
        "\n## ground\nteaches: sentences\n\ndeclines+gap: No, you lack Go.\n",
        encoding="utf-8",
    )
    telling = telling_of(truths_of(load(tmp_path)), useful=0.25, sentences=0.5)
    assert telling / telling[0] == pytest.approx([1, 0.25, 0.5, 0])
    assert telling.sum() == pytest.approx(3)


def test_whoever_breaks_a_training_off_waits_for_no_fit_that_has_not_begun() -> None:
    """There are dozens of them, of some seconds each."""
    begun: list[int] = []
    goes_on, is_at_work = Event(), Event()

    def fit(number: int) -> None:
        begun.append(number)
        is_at_work.set()
        goes_on.wait(60)

    def break_off() -> None:
        with two_at_a_time() as threads:
            for number in range(9):
                threads.submit(fit, number)
            is_at_work.wait(60)
            Timer(0.2, goes_on.set).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert len(begun) <= 2
