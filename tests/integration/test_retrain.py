"""Learning from the user's labels: trained on a small corpus, for real."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from support.commands import Desk
from support.judgements import by_acts
from support.log_examples import judged

from pipeline import bootstrap, resources
from pipeline.classifier import artifact, recipe, training
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.scoring import ArtifactClassifier
from pipeline.cli import learn as learn_command
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Act, Decision, Judgement, Label, decide
from pipeline.errors import GateNotMetError, ModelCorruptError, TooFewLabelsError
from pipeline.reading.read import read
from pipeline.tasks import gate
from pipeline.tasks.gate import RetrainReport
from pipeline.tasks.lessons import Lessons
from pipeline.tasks.retrain import example_of, retrain, train_baseline

NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
#: On a corpus so small chance has the say: this seed gives a model that is wrong about the odd wordings below.
RECIPE = Recipe(folds=2, variants=0, excerpts=0, act_features=4000, label_features=4000, seed=7)
FAMILIES_OF_EACH_LABEL = 8
FEWEST_MESSAGES = 8

NO = "Dear Robin,\n\nafter careful consideration we have decided not to move forward with your application.\n"
TALK = "Dear Robin,\n\nwe would like to invite you to an interview on Tuesday at ten.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return some families of each label, the smallest ones that ship and hold some messages."""
    root = tmp_path_factory.mktemp("corpus")
    for label in Label:
        families = (resources.CORPUS / "en" / label.value).glob("*.txt")
        texts = {path: path.read_text(encoding="utf-8") for path in families}
        some = [
            path for path, text in texts.items() if text.count("## ") >= FEWEST_MESSAGES and "\nteaches:" not in text
        ]
        found = sorted(some, key=lambda path: path.stat().st_size)
        for path in found[:FAMILIES_OF_EACH_LABEL]:
            (root / "en" / label.value).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, root / "en" / label.value)
    return root


def lessons(corpus: Path) -> Lessons:
    """Return a corpus as the only lessons: there are no others beside it."""
    return Lessons(corpus, [], resources.FILLERS)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """Return the folder of a model that was trained on it."""
    folder = tmp_path_factory.mktemp("shipped") / "baseline"
    train_baseline(lessons(corpus), folder, RECIPE)
    return folder


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Path]:
    """Give a state directory without a model of the user's; nothing but models may be left in it."""
    yield tmp_path
    assert not list(tmp_path.glob("models/.*"))


def labelled(text: str, label: Label, name: str = "a@acme.example") -> tuple[Message, str, Label]:
    """Return a message with the user's label."""
    sender = Address("Ann", f"ann@{name.partition('@')[2]}")
    return (
        Message(MessageKey("INBOX", 1, 1), name, NOW, sender=sender, subject="Your application", text=text),
        "en",
        label,
    )


def learn(
    state: Path,
    corpus: Path,
    incumbent: Path,
    *labels: tuple[Message, str, Label],
    baseline: Path | None = None,
    now: datetime = NOW,
) -> RetrainReport:
    """Train a candidate; the incumbent is the baseline too if no other is."""
    return retrain(
        labels,
        lessons=lessons(corpus),
        incumbent=incumbent,
        baseline=baseline or incumbent,
        models=state / bootstrap.MODELS,
        recipe=RECIPE,
        now=now,
    )


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path, corpus: Path, trained: Path) -> None:
    """Whoever trains the shipped model anew gets the shipped model."""
    train_baseline(lessons(corpus), tmp_path / "again", RECIPE)
    for name in ("model.npz", "passport.json", "card.md"):
        assert (tmp_path / "again" / name).read_bytes() == (trained / name).read_bytes()


def test_a_candidate_that_passes_the_gate_is_saved_beside_the_incumbent(
    state: Path, corpus: Path, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a name that sorts by time; it is in use only once it is named as current."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    own = [labelled(NO, Label.REJECTION), labelled(TALK, Label.INTERVIEW, "b@borealis.example")]
    report = learn(state, corpus, trained, *own)
    assert (report.name, report.labels) == ("yours-20261122-123000", 2)
    models = artifact.load(state / "models" / report.name)
    assert models.name == report.name
    assert artifact.passport(state / "models" / report.name)["labels_of_yours"] == 2
    told, shipped = (" ".join(artifact.card_in(one).split()) for one in (state / "models" / report.name, trained))
    assert "but for 2 messages of your own mailbox" in told
    assert "pass this model on to nobody who may not read that mail. Corpus" in told
    assert "No mail of other people" not in told
    assert "written for Afterword. No mail of other people is in it. Corpus" in shipped
    assert bootstrap.model_in_use(state) == resources.BASELINE_MODEL
    bootstrap.use_model(state, report.name)
    assert bootstrap.model_in_use(state) == state / "models" / report.name
    bootstrap.use_model(state, "")
    assert bootstrap.model_in_use(state) == resources.BASELINE_MODEL


@pytest.mark.parametrize("worse", ["on the corpus", "on the labels"])
def test_a_candidate_that_is_worse_leaves_everything_as_it_was(
    state: Path, corpus: Path, trained: Path, monkeypatch: pytest.MonkeyPatch, worse: str
) -> None:
    """Exit 3, with the two figures and how far they can be trusted; no folder is left behind."""
    if worse == "on the corpus":
        monkeypatch.setattr(gate, "_TOLERANCE", -1.0)
    else:
        monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
        monkeypatch.setattr(gate, "_SELDOM", 1.1)
    with pytest.raises(GateNotMetError, match=r"The present one stays\.") as caught:
        learn(state, corpus, trained, labelled(NO, Label.REJECTION))
    assert caught.value.exit_code == 3
    assert caught.value.hint
    assert ("Brier score" if worse == "on the corpus" else "1 (95 % interval") in str(caught.value)
    assert not (state / "models").exists()
    assert bootstrap.model_in_use(state) == resources.BASELINE_MODEL


#: What the user says of an odd wording, ten messages of it, and one more.
ODD = [
    (
        Label.REJECTION,
        "The {} kettle has gone cold for this one, Robin. We poured the tea for somebody else on {}.",
        "Robin, the kettle has gone cold. The tea was poured for somebody else.",
    ),
    (Label.OTHER, f"{NO.strip()} The {{}} biscuit jury met on {{}}.", f"{NO.strip()} The biscuit jury has met."),
]


@pytest.mark.parametrize("odd", ODD, ids=["missed", "false alarm"])
def test_ten_labels_of_an_odd_wording_change_what_is_said_of_the_eleventh(
    state: Path, corpus: Path, trained: Path, monkeypatch: pytest.MonkeyPatch, odd: tuple[Label, str, str]
) -> None:
    """A rejection that nobody would have taken for one is called the next time; a false alarm is not raised again."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)  # ten messages are as many as the whole corpus has of a label
    label, wording, eleventh = odd
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    things = ("green", "big", "small", "old", "new", "last", "first", "good", "fine", "blue")
    texts = [wording.format(things[number], days[number % 5]) for number in range(10)]
    report = learn(
        state, corpus, trained, *(labelled(text, label, f"{place}@kettle.example") for place, text in enumerate(texts))
    )
    then, now = (
        decide(one.score, one.thresholds)
        for folder in (trained, state / "models" / report.name)
        for one in ArtifactClassifier(folder).judge([read(labelled(eleventh, label, "11@kettle.example")[0])])
    )
    right = Decision.REJECTION if label is Label.REJECTION else Decision.NOT_REJECTION
    assert then is not right
    assert now is right


#: Rejections in words that no corpus has.
SAYINGS = (
    "The kettle has gone cold for this one, Robin.",
    "We poured the tea for somebody else.",
    "Our train left with another passenger.",
    "The stage lights went down on your part.",
    "This chapter ends without you, I fear.",
    "The orchestra found its violin.",
    "The seat by the window is taken.",
    "We planted another tree this spring.",
)


def saying(number: int) -> tuple[Message, str, Label]:
    """Return one of them, from a sender of its own, whose name deals it to a fold: here too chance has the say."""
    text = f"Hello Robin,\n\n{SAYINGS[number]}\n\nAll good things,\nAnn\n"
    return labelled(text, Label.REJECTION, f"m{number}@tower-{number}.example")


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory, corpus: Path, trained: Path) -> Path:
    """Return the folder of a model that learnt from the first six."""
    state = tmp_path_factory.mktemp("learnt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "_TOLERANCE", 1.0)
        report = learn(state, corpus, trained, *map(saying, range(6)))
    return state / "models" / report.name


def heart(folder: Path) -> int:
    """Return how many of the first six a model gets right now."""
    judgements = ArtifactClassifier(folder).judge([read(saying(number)[0]) for number in range(6)])
    return sum(one.score >= one.thresholds.upper for one in judgements)


def test_what_a_model_knows_by_heart_does_not_bar_the_next(
    state: Path, corpus: Path, trained: Path, learnt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the same labels, and on two more, it is told by what it said of them unseen, as the newcomer is."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    same = learn(state, corpus, learnt, *map(saying, range(6)), baseline=trained).incumbent
    assert heart(learnt) > same.other.hits
    assert (same.candidate, same.lost, same.gained) == (same.other, 0, 0)
    later = datetime(2026, 11, 22, 13, tzinfo=UTC)
    more = learn(state, corpus, learnt, *map(saying, range(8)), baseline=trained, now=later).incumbent
    assert more.candidate.total == more.other.total == 8


def test_a_model_that_kept_nothing_of_its_training_is_stood_for_by_the_shipped_one(
    state: Path, corpus: Path, trained: Path, learnt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such are those of earlier versions: what they say of labels that they learnt from tells nothing."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    old = state / "old"
    shutil.copytree(learnt, old)
    passport = json.loads((old / "passport.json").read_text(encoding="utf-8"))
    del passport["yours"]
    passport["figures"]["brier"] = 0.0
    (old / "passport.json").write_text(json.dumps(passport), encoding="utf-8")
    report = learn(state, corpus, old, *map(saying, range(6)), baseline=trained)
    assert not report.remembered
    assert report.incumbent == report.baseline
    assert report.incumbent.other.hits == heart(trained)
    assert report.incumbent_brier == report.baseline_brier


def test_another_message_of_a_sender_that_the_incumbent_knows_is_not_compared(
    state: Path, corpus: Path, trained: Path, learnt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newcomer is told about it without a word of that sender."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    message, language, label = saying(0)
    another = (replace(message, message_id="another@tower-0.example"), language, label)
    report = learn(state, corpus, learnt, *map(saying, range(6)), another, baseline=trained)
    assert (report.labels, report.incumbent.candidate.total, report.baseline.candidate.total) == (7, 6, 7)


@pytest.fixture
def desk(tmp_path: Path, corpus: Path, trained: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return an installation of which the command trains on the small corpus, with a gate that lets all through."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    monkeypatch.setattr(resources, "CORPUS", corpus)
    monkeypatch.setattr(resources, "BASELINE_MODEL", trained)
    monkeypatch.setattr(recipe, "Recipe", lambda: RECIPE)
    return Desk(tmp_path)


def label_all(desk: Desk, texts: Sequence[str]) -> None:
    """Log messages with these texts, each with the label of a rejection."""
    with desk.log() as log:
        for number, words in enumerate(texts):
            log.record(judged(f"m{number}@x", text=words, decision=Decision.UNCERTAIN, uid=number + 1), at=NOW)
            log.set_label(number + 1, Label.REJECTION, by="user", at=NOW)


def test_the_command_tells_both_counts_and_trains_past_a_broken_model(desk: Desk, trained: Path) -> None:
    """With their intervals; a model in use that was cut off is told, and the shipped one takes its place."""
    label_all(desk, SAYINGS)
    broken = Path(shutil.copytree(trained, desk.state / "models" / "yours-1"))
    (broken / "model.npz").write_bytes(b"PK")
    bootstrap.use_model(desk.state, "yours-1")

    done = desk.run("retrain")

    assert done.exit_code == 0, (done.output, done.exception)
    assert "yours-1 does not match its passport. The new one has to be no worse than the shipped one" in done.stderr
    assert re.search(
        r"Of your labels, unseen, it gets \d of 8 \(95 % interval 0\.\d\d to [01]\.\d\d\) right; "
        r"the shipped one: \d of 8 \(95 % interval .*Brier score on the corpus",
        done.stdout,
    )
    assert bootstrap.model_in_use(desk.state).name.startswith("yours-2")


def test_while_a_model_is_trained_messages_can_be_labelled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Training takes minutes: the mail goes on; what would cross it has to wait, and so does the model for a run."""
    label_all(desk, [*SAYINGS, ""])
    train, run = training.train, FileLock(desk.state / "run.lock")

    def trains(*arguments: Any, **named: Any) -> Any:
        assert "learns from it" in desk.says("label", "1", "other")
        for crossing in (["retrain"], ["models", "use", "baseline"], ["forget", "2", "--yes"]):
            assert desk.refuses(*crossing).startswith("Another retrain holds the lock")
        run.acquire()
        return train(*arguments, **named)

    monkeypatch.setattr(training, "train", trains)
    monkeypatch.setattr(learn_command, "_PATIENCE", 0.1)
    done = desk.run("retrain")

    assert f"the corpus and {len(SAYINGS)} labels of yours (1 more has no text to learn from)" in done.stderr
    assert "is trained, but a run has held the lock" in str(done.exception)
    name = next(path.name for path in (desk.state / "models").iterdir())
    assert f"`afterword models use {name}`" in done.exception.hint  # type: ignore[union-attr]
    run.release()
    assert desk.says("models", "use", name) == f"{name} is in use.\n"


def test_figures_of_a_training_are_of_the_corpus_alone(trained: Path, learnt: Path) -> None:
    """Odd messages of the user's would make any model look worse; labels are kept without an address."""
    facts = artifact.passport(learnt)
    assert facts["figures"]["recall"].endswith("/96)")
    assert artifact.passport(trained)["figures"]["recall"].endswith("/96)")
    assert facts["labels_of_yours"] == len(facts["yours"]["unseen"]) == 6
    assert facts["yours"]["corpus"] == artifact.passport(trained)["corpus"]
    assert "example" not in json.dumps(facts["yours"])


@pytest.mark.parametrize("own", [[], [labelled("", Label.REJECTION), labelled(" \n", Label.OTHER, "b@x.example")]])
def test_without_a_label_on_a_text_there_is_nothing_to_learn(
    state: Path, corpus: Path, trained: Path, own: list[tuple[Message, str, Label]]
) -> None:
    """Private mail is kept without its text: an empty message must not come to stand for a rejection."""
    with pytest.raises(TooFewLabelsError) as caught:
        learn(state, corpus, trained, *own)
    assert "afterword label" in caught.value.hint


def test_a_broken_incumbent_is_told_before_anything_is_trained(state: Path, corpus: Path, trained: Path) -> None:
    """There is nothing to compare the newcomer with."""
    broken = state / "broken"
    shutil.copytree(trained, broken)
    (broken / "model.npz").write_bytes(b"no arrays")
    with pytest.raises(ModelCorruptError):
        learn(state, corpus, broken, labelled(NO, Label.REJECTION))


def test_a_message_with_the_marks_of_the_corpus_in_it_is_learnt_as_text(
    state: Path, corpus: Path, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Braces of a stranger's mail are no slots to fill."""
    monkeypatch.setattr(gate, "_TOLERANCE", 1.0)
    message, language, label = labelled(NO + "{company} {no such slot} {}\n", Label.REJECTION)
    report = learn(state, corpus, trained, (replace(message, subject="{role} {x}"), language, label))
    assert artifact.load(state / "models" / report.name).name == report.name


def test_naming_the_current_model_is_one_step(state: Path) -> None:
    """A reader sees the old name or the new one, and no file is left beside it."""
    bootstrap.use_model(state, "first")
    bootstrap.use_model(state, "second")
    assert [path.name for path in (state / "models").iterdir()] == ["current"]
    assert bootstrap.model_in_use(state) == state / "models" / "second"


def test_feedback_that_is_found_is_not_unlearnt_from_a_label() -> None:
    """A sentence that declines and says why goes into the next training as both."""
    text = "We need somebody local.\nBring two examples.\nGoodbye."
    key = MessageKey("INBOX", 1, 1)
    one = read(Message(key, "x@y.example", NOW, Address("", "a@b.example"), subject="", text=text))
    acts = ({Act.DECLINES: 0.6, Act.REASON: 0.1, Act.GAP: 0.05}, {Act.ADVICE: 0.7}, {Act.SIGNS: 0.9})
    judged = replace(by_acts({Label.REJECTION: 1.0}, acts, 0), feedback=(0.8, 0.9, 0.1))

    lines = example_of(one, Label.REJECTION, judged).lines

    assert [(line.act, line.also) for line in lines] == [
        (Act.DECLINES, Act.REASON),
        (Act.ADVICE, None),
        (Act.SIGNS, None),
    ]
    assert {line.also for line in example_of(one, Label.OUTREACH, judged).lines} == {None}


def test_a_rejection_in_which_no_ending_was_seen_teaches_one() -> None:
    """To learn that nothing in it ends anything would make the eleventh message of ten a surer miss than the first."""
    text = "Hello Ann, here is news.\nThe headcount is frozen until spring.\nI will shout if it thaws."
    one = read(Message(MessageKey("INBOX", 1, 1), "x@y.example", NOW, Address("", "a@b.example"), text=text))
    missed = ({Act.GREETS: 0.9}, {Act.PENDING: 0.7, Act.HOLDS: 0.2}, {Act.CONDITIONAL: 0.8, Act.DECLINES: 0.1})
    judged = by_acts({Label.STATUS_UPDATE: 1.0}, missed, 1)
    seen = replace(judged, acts=({Act.DECLINES: 0.9}, *missed[1:]))

    def taught(judgement: Judgement, label: Label) -> list[Act]:
        return [line.act for line in example_of(one, label, judgement).lines]

    assert taught(judged, Label.REJECTION) == [Act.GREETS, Act.HOLDS, Act.CONDITIONAL]
    assert taught(judged, Label.STATUS_UPDATE) == [Act.GREETS, Act.PENDING, Act.CONDITIONAL]
    assert taught(seen, Label.REJECTION) == [Act.DECLINES, Act.PENDING, Act.CONDITIONAL]
