"""Judging with an artifact: numpy alone, and the same numbers as scikit-learn."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from support import small_corpus

from pipeline.classifier import artifact
from pipeline.classifier.columns import ACTS, COLUMNS, LABELS, TELLS
from pipeline.classifier.decisive import decisive_sentence
from pipeline.classifier.fitting import Table
from pipeline.classifier.linear import LinearModel, Vocabulary, sigmoid
from pipeline.classifier.model import Models, ending_margins
from pipeline.classifier.network import Network
from pipeline.classifier.pooling import context_traits, meaning_part, pooled
from pipeline.classifier.scoring import ArtifactClassifier
from pipeline.classifier.told import (
    Told,
    candidacy_blocks,
    meanings_of,
    message_blocks,
    sentence_features,
    trimmed,
)
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, Act, Label
from pipeline.errors import ModelMissingError
from pipeline.reading.read import read

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

NO = "Dear Ann,\n\nThank you for your interest.\nUnfortunately we have decided not to move forward.\n\nBest,\nJo\n"
TEXTS = [
    NO,
    "Hello,\n\nYour parcel is on its way to Leeds. The invoice is attached.\n",
    "Sehr geehrte Frau Lee,\n\nwir haben Ihre Bewerbung erhalten.\n",
    "We would like to meet you on Monday at ten. Could you join a call with Sam?",
    "zzz qqq",
    "",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small artifact."""
    place = tmp_path_factory.mktemp("models") / "small"
    artifact.save(small_corpus.trained(tmp_path_factory.mktemp("corpus")).models, place, {}, "")
    return place


@pytest.fixture(scope="module")
def models(folder: Path) -> Models:
    """Return its models."""
    return artifact.load(folder)


def reading(text: str, subject: str = "Your application") -> Reading:
    """Return the reading of a message."""
    key = MessageKey("INBOX", 1, 1)
    return read(Message(key, "a@b.example", NOW, Address("Acme", "jobs@acme.example"), subject=subject, text=text))


def likelihoods(model: LinearModel, features: csr_matrix, column: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return what scikit-learn says with the stored weights of one class."""
    estimator = LogisticRegression()
    estimator.classes_ = np.array([False, True])
    estimator.coef_ = model.weights[:, column].astype(np.float64)[None]
    estimator.intercept_ = model.intercept[column : column + 1].astype(np.float64)
    return np.asarray(estimator.predict_proba(features)[:, 1])


def test_acts_of_words_are_those_of_scikit_learn(models: Models) -> None:
    """For every act and every sentence, to a millionth."""
    texts = [sentence_features(one.text).blocks for text in TEXTS for one in reading(text).sentences]
    ours = sigmoid(models.acts.margins(texts))
    rows = Table.of(models.acts.vocabulary, texts).rows
    for column in range(len(ACTS)):
        assert ours[:, column] == pytest.approx(likelihoods(models.acts, rows, column), abs=1e-6)


def test_acts_of_meanings_are_those_of_scikit_learn(models: Models) -> None:
    """The network's two layers, to a millionth."""
    rows = np.array([sentence_features(one.text).meaning for text in TEXTS for one in reading(text).sentences])
    network = models.network
    estimator = MLPClassifier((len(network.hidden_intercept),), max_iter=1)
    truths = np.eye(len(ACTS), dtype=int)[np.arange(len(rows)) % len(ACTS)]
    with pytest.warns(match="Maximum iterations"):
        estimator.fit(rows, truths)  # only to give it its shape
    estimator.coefs_ = [network.hidden_weights, network.weights]
    estimator.intercepts_ = [network.hidden_intercept, network.intercept]
    assert network.probabilities(rows) == pytest.approx(estimator.predict_proba(rows), abs=1e-6)


def test_labels_are_those_of_scikit_learn(models: Models) -> None:
    """For every label and every message, words and acts together, to a millionth."""
    features = [[sentence_features(one.text) for one in reading(text).sentences] for text in TEXTS]
    texts = [message_blocks("Your application", one) for one in features]
    weights = (models.act_weight, models.meaning_weight)
    dense = np.array([pooled(models.act_probabilities(one), meanings_of(one), *weights) for one in features])
    ours = sigmoid(models.labels.margins(texts, dense))
    rows = hstack([Table.of(models.labels.vocabulary, texts).rows, csr_matrix(dense)]).tocsr()
    for column in range(len(COLUMNS)):
        assert ours[:, column] == pytest.approx(likelihoods(models.labels, rows, column), abs=1e-6)


def test_candidacies_are_those_of_scikit_learn(models: Models) -> None:
    """For every message, words and parts of words and meanings together, to a millionth."""
    features = [[sentence_features(one.text) for one in reading(text).sentences] for text in TEXTS]
    texts = [candidacy_blocks(message_blocks("Your application", one), one) for one in features]
    weights = (models.act_weight, models.meaning_weight)
    pools = [pooled(models.act_probabilities(one), meanings_of(one), *weights) for one in features]
    dense = meaning_part(np.array(pools))
    ours = sigmoid(models.candidacy.margins(texts, dense))
    rows = hstack([Table.of(models.candidacy.vocabulary, texts).rows, csr_matrix(dense)]).tocsr()
    assert ours[:, 0] == pytest.approx(likelihoods(models.candidacy, rows, 0), abs=1e-6)


def test_endings_are_those_of_scikit_learn(models: Models) -> None:
    """For every sentence beside the others, to a millionth."""
    features = [[sentence_features(one.text) for one in reading(text).sentences] for text in TEXTS]
    rows = np.concatenate([context_traits(models.act_probabilities(one)) for one in features])
    network = models.endings
    estimator = MLPClassifier((len(network.hidden_intercept),), max_iter=1)
    with pytest.warns(match="Maximum iterations"):
        estimator.fit(rows, np.arange(len(rows)) % 2)  # only to give it its shape
    estimator.coefs_ = [network.hidden_weights, network.weights]
    estimator.intercepts_ = [network.hidden_intercept, network.intercept]
    assert sigmoid(network.margins(rows))[:, 0] == pytest.approx(estimator.predict_proba(rows)[:, 1], abs=1e-6)


def test_the_surest_ending_speaks_for_its_message(models: Models) -> None:
    """Whatever messages are judged beside it; one without a sentence ends nothing."""
    features = [[sentence_features(one.text) for one in reading(text).sentences] for text in TEXTS]
    acts = [models.act_probabilities(one) for one in features]
    together = ending_margins(models.endings, acts)
    for one, margin in zip(acts, together, strict=True):
        surest = models.endings.margins(context_traits(one)).max() if len(one) else -10
        assert margin == pytest.approx([surest], abs=1e-5)
    assert ending_margins(models.endings, []).shape == (0, 1)
    assert together.argmax() == 0  # the only one that ends anything


def test_a_network_is_never_surer_than_its_measure() -> None:
    """Numbers far beyond those that it was fitted on do not drown what else is told."""
    one, nothing = np.ones((1, 1), np.float32), np.zeros(1, np.float32)
    network = Network(one, nothing, one, nothing, ("",))
    assert network.margins(np.array([[1e9], [2.0]], dtype=np.float32)).ravel().tolist() == [14, 2]


@given(st.lists(st.lists(st.integers(0, 12), max_size=30), min_size=1, max_size=6))
def test_feature_values_are_those_of_scikit_learn(texts: list[list[int]]) -> None:
    """Sublinear counts, inverse document frequencies, length one; features that are not known do not count."""
    vocabulary = Vocabulary(
        np.arange(0, 20, 2, dtype=np.uint32), np.linspace(1, 5, 10, dtype=np.float32), block_weights=(1.0,)
    )
    rows = vocabulary.rows([(np.array(text, dtype=np.uint32),) for text in texts])
    counts = np.array([[text.count(number) for number in range(0, 20, 2)] for text in texts], dtype=float)
    transformer = TfidfTransformer(sublinear_tf=True).fit(counts)
    transformer.idf_ = vocabulary.idf.astype(float)
    expected = transformer.transform(counts).toarray()
    for (start, end), row in zip(pairwise(rows.ends.tolist()), expected, strict=True):
        ours = np.zeros(10)
        ours[rows.places[start:end]] = rows.values[start:end]
        assert ours == pytest.approx(row, abs=1e-6)


def test_a_text_is_worth_the_same_alone_and_among_others(models: Models) -> None:
    """Judging in batches changes nothing."""
    texts = [sentence_features(one.text).blocks for text in TEXTS for one in reading(text).sentences]
    together = models.acts.margins(texts)
    for number, text in enumerate(texts):
        assert models.acts.margins([text])[0] == pytest.approx(together[number], abs=1e-6)


def test_judging_imports_neither_scikit_learn_nor_scipy(folder: Path) -> None:
    """Their import would cost every run two seconds."""
    program = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from pipeline.classifier.scoring import ArtifactClassifier\n"
        "from pipeline.core.message import Address, Message, MessageKey\n"
        "from pipeline.reading.read import read\n"
        "message = Message(MessageKey('INBOX', 1, 1), 'a', datetime(2026, 1, 1, tzinfo=UTC), Address('', ''))\n"
        "(done,) = ArtifactClassifier(Path(sys.argv[1])).judge([read(message)])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'sklearn', 'scipy', 'pandas'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


@settings(max_examples=30)
@given(st.text(max_size=400), st.text(max_size=60))
def test_whatever_comes_is_judged(folder: Path, text: str, subject: str) -> None:
    """The probabilities sum to one, and there is an act distribution for every sentence."""
    one = reading(text, subject)
    (judgement,) = ArtifactClassifier(folder).judge([one])
    assert sum(judgement.probabilities.values()) == pytest.approx(1, abs=1e-5)
    assert all(0 <= share <= 1 for share in judgement.probabilities.values())
    assert set(judgement.probabilities) == set(Label)
    assert len(judgement.acts) == len(one.sentences)
    assert (judgement.decisive is None) == (not one.sentences)


def test_a_rejection_is_shown_with_the_sentence_that_decides(folder: Path) -> None:
    """The evidence is what decided."""
    classifier = ArtifactClassifier(folder)
    one, other = (classifier.judge([reading(text)])[0] for text in TEXTS[:2])
    assert one.score > other.score
    assert one.decisive is not None
    assert one.act(2) in ENDING_ACTS
    assert one.model == classifier.model == "small"


def test_an_uncertain_message_is_shown_with_what_makes_it_one(folder: Path, tmp_path: Path) -> None:
    """The user is asked whether it is a rejection, whatever else it may be: a parcel on its way does not tell."""
    shutil.copytree(folder, tmp_path / "unsure")
    passport = tmp_path / "unsure" / "passport.json"
    facts = json.loads(passport.read_text("utf-8")) | {"thresholds": {"lower": 0.0, "upper": 1.0}}
    passport.write_text(json.dumps(facts), "utf-8")
    one = reading("Hello,\n\nYour parcel is on its way to Leeds. We have decided to close. The invoice is attached.\n")

    (sure,), (unsure,) = (ArtifactClassifier(place).judge([one]) for place in (folder, tmp_path / "unsure"))

    assert max(unsure.probabilities, key=lambda label: unsure.probabilities[label]) is Label.OTHER
    assert one.sentences[sure.decisive or 0].text != "We have decided to close."
    assert one.sentences[unsure.decisive or 0].text == "We have decided to close."


def test_the_evidence_of_a_rejection_ends_the_candidacy_rather_than_naming_a_gap(folder: Path) -> None:
    """A gap that sounds like an ending is shown only where no sentence is an ending above all."""
    models = ArtifactClassifier(folder).models
    sentences = [sentence_features("You have little Rust."), sentence_features("We gave the job to another.")]
    acts = np.zeros((2, len(ACTS)), dtype=np.float32)
    acts[0, [ACTS.index(Act.GAP), ACTS.index(Act.DECLINES)]] = 0.9, 0.8
    acts[1, [ACTS.index(Act.INFORMS), ACTS.index(Act.DECLINES), ACTS.index(Act.FILLED)]] = 0.4, 0.3, 0.2
    both, first = Told("", sentences, acts), Told("", sentences[:1], acts[:1])
    assert decisive_sentence(models, both, Label.REJECTION, models.candidacy_margins([both])) == 1
    assert decisive_sentence(models, first, Label.REJECTION, models.candidacy_margins([first])) == 0


def test_what_only_signs_neither_decides_nor_votes_on_whether_anything_ends(folder: Path) -> None:
    """Unless it looks like an ending itself."""
    models = ArtifactClassifier(folder).models
    texts = ("We gave the job to another.", "Harbour Street 7", "We chose Ann")
    sentences = [sentence_features(text) for text in texts]
    acts = np.zeros((3, len(TELLS)), dtype=np.float32)
    acts[[0, 1, 2], [ACTS.index(Act.FILLED), ACTS.index(Act.SIGNS), ACTS.index(Act.FILLED)]] = 0.5, 0.9, 0.9
    whole = Told("", sentences, acts, frozenset({1}))
    assert whole.speaking == [0, 2]
    assert whole.without(0).speaking == [1]
    assert Told("", sentences, acts, frozenset({1, 2})).speaking == [0, 2]
    for likely, speaking in ((0.2, [0, 2]), (0.09, [0])):
        acts[2, ACTS.index(Act.FILLED)] = likely
        assert Told("", sentences, acts, frozenset({1, 2})).speaking == speaking
    acts[2, ACTS.index(Act.FILLED)] = 0.9
    assert Told("", sentences[1:2], acts[1:2], frozenset({0})).speaking == [0]
    assert decisive_sentence(models, whole, Label.REJECTION, models.candidacy_margins([whole])) == 2


def test_a_message_is_judged_alike_alone_and_among_others(folder: Path) -> None:
    """Readings go through the models in batches, the last of which is short; an empty one is among them."""
    classifier = ArtifactClassifier(folder)
    readings = [reading(text) for text in TEXTS * 9]
    together = classifier.judge(readings)
    assert len(together) == len(readings)
    for one, judgement in zip(readings, together, strict=True):
        (alone,) = classifier.judge([one])
        assert alone.decisive == judgement.decisive
        assert list(alone.probabilities.values()) == pytest.approx(list(judgement.probabilities.values()), abs=1e-6)
        assert [list(acts.values()) for acts in alone.acts] == [
            pytest.approx(list(acts.values()), abs=1e-6) for acts in judgement.acts
        ]


def test_a_mailbox_holds_more_ordinary_mail_than_the_corpus(folder: Path) -> None:
    """So the same words are likelier ordinary mail than the model was taught, and no less likely a rejection."""
    classifier = ArtifactClassifier(folder)
    models = classifier.models
    readings = [reading(text) for text in TEXTS]
    messages = [
        Told(one.message.subject, sentences, models.act_probabilities(sentences), one.sign_off)
        for one in readings
        for sentences in [[sentence_features(sentence.text) for sentence in one.sentences]]
    ]
    taught = models.probabilities(messages, models.candidacy_margins(messages))
    for judgement, row in zip(classifier.judge(readings), taught, strict=True):
        by_model = dict(zip(LABELS, row.tolist(), strict=True))
        assert judgement.score == pytest.approx(by_model[Label.REJECTION], abs=1e-5)
        assert sum(judgement.probabilities.values()) == pytest.approx(1.0, abs=1e-5)
        odds = judgement.probabilities[Label.OTHER] / judgement.probabilities[Label.INTERVIEW]
        assert odds == pytest.approx(1.7 * by_model[Label.OTHER] / by_model[Label.INTERVIEW], rel=1e-2)


def test_where_a_candidacy_is_known_the_score_is_how_likely_a_message_ends_something(folder: Path) -> None:
    """It is never lower, no other matter is likelier, the whole is still one, and the lines are those for such mail."""
    classifier = ArtifactClassifier(folder)
    readings = [reading(text) for text in TEXTS]
    by_itself, within = classifier.judge(readings), classifier.judge(readings, within_candidacy=True)
    for one, other in zip(by_itself, within, strict=True):
        assert other.score >= one.score
        elsewhere = (Label.OTHER, Label.OUTREACH, Label.JOB_ALERT)
        assert sum(other.probabilities[each] for each in elsewhere) <= sum(
            one.probabilities[each] for each in elsewhere
        )
        assert sum(other.probabilities.values()) == pytest.approx(1.0, abs=1e-5)
        assert other.thresholds == one.thresholds.within_candidacy
        assert other.acts == one.acts
    assert any(other.score > one.score for one, other in zip(by_itself, within, strict=True))


def test_a_very_long_message_is_judged_by_its_ends(folder: Path) -> None:
    """Every sentence has its place among the acts, but those in the middle of thousands are not read."""
    one = reading("\n\n".join(f"Line {number} of the log is fine." for number in range(3000)) + "\n\nYour parcel.\n")
    assert len(one.sentences) > 500
    (judgement,) = ArtifactClassifier(folder).judge([one])
    assert len(judgement.acts) == len(one.sentences)
    read_ones = [place for place, acts in enumerate(judgement.acts) if any(acts.values())]
    assert read_ones == trimmed(len(one.sentences))
    assert len(read_ones) <= 160
    assert judgement.decisive in read_ones


def test_a_missing_artifact_is_told_when_it_is_needed(tmp_path: Path) -> None:
    """Not before, since a run with nothing to judge needs none."""
    classifier = ArtifactClassifier(tmp_path)
    with pytest.raises(ModelMissingError):
        classifier.judge([reading(NO)])


def test_feedback_is_told_for_the_sentence_that_the_network_means(folder: Path, models: Models) -> None:
    """Each sentence has its own probability, and those of a very long message that were not scored have none."""
    many = "\n".join(f"We missed examples of subject {number}." for number in range(200))
    short, long = ArtifactClassifier(folder).judge([reading(NO), reading(many)])

    sentences = [sentence_features(one.text) for one in reading(NO).sentences]
    expected = models.feedback_probabilities(models.act_probabilities(sentences))
    assert short.feedback == pytest.approx(expected[:, 0], abs=1e-5)
    assert short.strengths == pytest.approx(expected[:, 1], abs=1e-5)
    scored = trimmed(len(long.acts))
    for told in (long.feedback, long.strengths):
        assert len(told) == len(long.acts) > len(scored)
        assert {told[place] for place in range(len(long.acts)) if place not in scored} == {0.0}
        assert all(told[place] > 0 for place in scored)
