"""What reads names of companies and roles: its file, and the examples that teach it."""

from __future__ import annotations

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from scipy.sparse import hstack
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from support.judgements import judged, reading

from pipeline.core.applications.application import Stage
from pipeline.core.verdict import Act, Label
from pipeline.errors import ModelError
from pipeline.reading.learned import stage
from pipeline.reading.learned.candidates import NameReader
from pipeline.reading.learned.stage import MessageTerms, StageTerms, TermWeights, rows_of, terms_of
from pipeline.reading.learned.weights import arrays_of, load
from pipeline.reading.senders.known import Senders
from pipeline.resources import NAMES, SENDERS, STAGE

_MODELS = Path(__file__).parents[2] / "models"


def _chance() -> random.Random:
    """Return the same chance every time."""
    return random.Random(1)  # noqa: S311 - seeded on purpose


def _script(name: str) -> ModuleType:
    """Return a script of models/ as a module."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, _MODELS / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


EXAMPLES = _script("names_examples")
TRAINING = _script("train_names")

LETTER = """label: rejection
lang: en
from: Ines Vale <ines@vale-larch.example>
subject: Vale & Larch: the joiner's post
company: Vale & Larch | Vale and Larch
role: joiner

Dear Sam,

Vale & Larch has found another joiner.
"""


@pytest.fixture
def example(tmp_path: Path) -> Any:
    """Return an example as it is read from a file."""
    (tmp_path / "en.txt").write_text(f"{LETTER}=====\n{LETTER.replace('joiner', 'glazier')}", encoding="utf-8")
    first, second = EXAMPLES.load(tmp_path)
    assert second.role == ("glazier",)
    return first


def test_examples_are_read_as_they_are_written(example: Any) -> None:
    """Headers, spellings, text."""
    assert (example.label, example.language, example.role) == (Label.REJECTION, "en", ("joiner",))
    assert example.company == ("Vale & Larch", "Vale and Larch")
    message = example.message
    assert (message.sender.name, message.sender.address) == ("Ines Vale", "ines@vale-larch.example")
    assert message.text.endswith("Vale & Larch has found another joiner.\n") or message.text.endswith("joiner.")


def test_a_swapped_example_is_about_the_other_company_alone(example: Any) -> None:
    """Its name goes from the text, the subject and the address alike."""
    other = replace(example, company=("Brook Tiles",))
    swapped = EXAMPLES.swapped(example, [other], _chance())
    assert swapped.company == ("Brook Tiles",)
    assert "Brook Tiles has found another joiner." in swapped.body
    whole = f"{swapped.sender} {swapped.subject} {swapped.body}".casefold()
    assert "larch" not in whole
    assert "brooktiles" in swapped.sender


def test_what_is_not_told_any_more_is_not_asked_for(example: Any) -> None:
    """Without sender and subject a text that names nobody teaches that nobody is named."""
    bare = replace(example, body="We have found somebody else.")
    variants = list(EXAMPLES.for_choosing([bare], "role", _chance()))
    assert {one.company for one in variants if not one.sender and not one.subject} <= {()}
    assert any(one.company for one in variants)


def test_all_of_one_example_is_in_one_half(example: Any) -> None:
    """What chooses is fitted to marks of a field that has seen no variant of the message."""
    variants = [*EXAMPLES.for_marking([example], "company", _chance())]
    assert {EXAMPLES.half_of(one) for one in variants} == {EXAMPLES.half_of(example)}


def test_the_shipped_examples_can_be_read() -> None:
    """Every one has a label, a language and something to say."""
    examples = EXAMPLES.load(_MODELS / "facts" / "messages")
    assert len(examples) > 1_300
    assert {one.language for one in examples} == {"de", "en", "es", "fr", "it", "nl", "pt"}
    assert all(one.body.strip() for one in examples)
    named = sum(bool(one.company) for one in examples)
    assert named > 0.9 * len(examples)
    texts = [(one.sender, one.subject, one.body) for one in examples]
    assert len(set(texts)) == len(texts)


def test_trees_choose_as_scikit_learn_does() -> None:
    """The arrays give the probabilities of the model that they were made of."""
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(300, 6)).astype(np.float32).astype(np.float64)
    right = rows[:, 0] + rows[:, 1] * rows[:, 2] > 0.3
    model = GradientBoostingClassifier(n_estimators=20, max_depth=3, random_state=1).fit(rows, right)
    ours = TRAINING._arrays(model).probabilities(rows)
    assert ours == pytest.approx(model.predict_proba(rows)[:, 1], abs=1e-9)


def test_the_shipped_columns_are_what_is_told_of_candidates() -> None:
    """A feature that is renamed or left out wants a new training."""
    learned = load(NAMES)
    names = NameReader(Senders.load(SENDERS), learned.meanings)
    seen = names.see(reading("Thank you for applying as Baker at Hob & Hearth.", sender="a@hobandhearth.example"))
    for chooser, (_, features) in (
        (learned.company, names.company_candidates(seen, learned.company.tagger, Label.REJECTION)),
        (learned.role, names.role_candidates(seen, learned.role.tagger, "", Label.REJECTION)),
    ):
        assert features
        assert {tuple(one) for one in features.values()} == {chooser.columns}


def test_the_file_holds_what_was_learned(tmp_path: Path) -> None:
    """Saving what was loaded gives the same arrays."""
    path = tmp_path / "names.npz"
    arrays = arrays_of(load(NAMES))
    np.savez(path, **arrays)
    again = arrays_of(load(path))
    assert all(np.array_equal(arrays[name], again[name]) for name in arrays)


@pytest.mark.parametrize("fault", ["missing", "cut", "other format", "object"])
def test_a_faulty_file_is_told_in_one_line(tmp_path: Path, fault: str) -> None:
    """No traceback, and no pickle is ever opened."""
    path = tmp_path / f"{fault}.npz"
    if fault == "cut":
        path.write_bytes(NAMES.read_bytes()[:5_000])
    elif fault == "other format":
        np.savez(path, format=np.array(0))
    elif fault == "object":
        np.savez(path, format=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ModelError) as error:
        load(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_terms_are_rows_of_one_to_three_words() -> None:
    """Whatever their case; a number is as good as another. So are words of like meaning, in whatever language."""
    meanings = load(NAMES).meanings

    def terms(text: str, act: Act = Act.THANKS) -> tuple[set[str], set[str]]:
        what = reading(text)
        words, groups = terms_of(what, judged(what, others=act), meanings).whole
        return set(words), set(groups)

    words, groups = terms("We met 12 times")
    assert words == {
        *("we", "met", "00", "times"),
        *("we met", "met 00", "00 times"),
        *("we met 00", "met 00 times"),
    }
    assert len(groups) == len(words)
    assert "thanks: #" in groups
    assert groups.isdisjoint(terms("We met 12 times", Act.DECLINES)[1])
    assert terms("January")[1] == terms("Janvier")[1] == terms("Gennaio")[1]
    assert terms("We met 12 times", Act.SIGNS)[1] == set()


def test_sentences_that_may_tell_of_a_meeting_have_terms_of_their_own() -> None:
    """Greetings and signatures have none; what words are about stands with what the sentence does and without."""
    what = reading("We met on Monday.\n\nGood luck.")
    judgement = judged(what, {"Monday": Act.THANKS}, others=Act.SIGNS)
    (only,) = terms_of(what, judgement, load(NAMES).meanings).sentences
    words, groups = only
    assert {"we met", "met on monday", "act thanks"} <= set(words)
    assert "luck" not in " ".join(words)
    assert {one.split(": ", 1)[-1] for one in groups if one.startswith("thanks: ")} == {
        one.removeprefix("- ") for one in groups if one.startswith("- ")
    }


def test_terms_weigh_as_scikit_learn_does() -> None:
    """The odds are those of the logistic regression over the terms it keeps, of both sorts."""
    some = [
        (rows_of(["thank", "you", "for", "meeting", "us", "on", "monday"]), ["thanks: 7", "thanks: 9", "thanks: 9"]),
        (rows_of(["we", "have", "read", "your", "papers", "all", "00", "pages"]), ["ends: 7", "ends: 3 9"]),
        (rows_of(["meeting", "you", "twice", "was", "fun"]), ["else: 7"]),
    ]
    counters = _script("train_stage").counters()
    rows = hstack([one.fit_transform(some) for one in counters])
    model = LogisticRegression(C=5.0).fit(rows, [1, 0, 1])
    known = [term for one in counters for term in one.get_feature_names_out()]
    weights = dict(zip(known, model.coef_[0], strict=True))
    terms = TermWeights(weights, float(model.intercept_[0]))
    for one in (*some, (rows_of(["your", "00", "pages", "were", "fun"]), ["ends: 7", "unheard of"]), ([], [])):
        row = hstack([counter.transform([one]) for counter in counters])
        assert terms.odds(one) == pytest.approx(model.decision_function(row)[0], abs=1e-9)


def test_the_likeliest_sentence_speaks_for_its_message() -> None:
    """However many tell nothing; without sentences there is the bias alone, without any known word the rules."""
    whole, sentence = TermWeights({"met": 1.0}, -1.0), TermWeights({"met": 3.0, "read": -3.0}, -1.0)
    terms = StageTerms(whole, sentence, (1.0, 2.0), dict.fromkeys(Stage, 0.0))
    met, read, nothing = (["met"], []), (["read"], []), ([], [])
    assert terms.odds(MessageTerms(nothing, [read, met, read])) == (-1.0, 2.0)
    assert terms.odds(MessageTerms(met, [])) == (0.0, -1.0)
    assert terms.stage_of(MessageTerms(met, [read, met, read]), Stage.UNKNOWN) is Stage.INTERVIEW
    assert terms.stage_of(MessageTerms(met, [read, read]), Stage.UNKNOWN) is Stage.APPLICATION
    assert terms.stage_of(MessageTerms(nothing, [met]), Stage.ASSESSMENT) is Stage.ASSESSMENT


def test_a_sentence_is_found_that_tells_of_a_meeting() -> None:
    """Of messages of which it is known only that one of their sentences does."""
    script = _script("train_stage")
    kinds = ["thanks for the talk", "we read a lot", "the post is gone", "good luck to you"]
    messages = [
        (kinds[0], kinds[1 + n % 3]) if n % 2 else (kinds[1 + n % 3], kinds[1 + (n + 1) % 3]) for n in range(60)
    ]
    met = np.array([float(kinds[0] in one) for one in messages])
    owners = np.repeat(np.arange(len(messages)), 2)
    texts = [(rows_of(text.split()), ["none"]) for one in messages for text in one]
    rows = script._Rows.of(texts, owners, 100)
    model = script._fitted_by_sentence(rows, met, np.ones(60), np.ones(60, bool))
    odds = dict(zip((text for one in messages for text in one), model.decision_function(rows.rows), strict=True))
    assert odds[kinds[0]] > 0.0 > max(odds[kind] for kind in kinds[1:])


def test_the_stage_file_holds_what_was_learned(tmp_path: Path) -> None:
    """Saving what was loaded gives the same arrays."""
    path = tmp_path / "stage.npz"
    arrays = stage.arrays_of(stage.load(STAGE))
    np.savez(path, **arrays)
    again = stage.arrays_of(stage.load(path))
    assert all(np.array_equal(arrays[name], again[name]) for name in arrays)
    path = tmp_path / "cut.npz"
    path.write_bytes(STAGE.read_bytes()[:3_000])
    with pytest.raises(ModelError, match=r"cut\.npz"):
        stage.load(path)
