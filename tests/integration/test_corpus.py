"""The corpus: its format, and what ships in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from pipeline import resources
from pipeline.classifier.augment import Fillers
from pipeline.classifier.corpus import Example, Line, digest_of, fill, load, slots_in
from pipeline.classifier.folds import folds_of
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.verdict import ENDING_ACTS, Act, Label
from pipeline.errors import ModelError

LANGUAGES = {*("en", "de", "fr", "es", "it", "nl", "pt"), *("ca", "cs", "da", "el", "fi", "hu", "id", "ja", "ko")}
LANGUAGES |= {"no", "pl", "ro", "ru", "sv", "tr", "uk", "vi", "zh"}

MESSAGE = """## brief
from: {company} <{mailbox}@mail.example>
subject: Your application: {role}
form: reply
stage: interview
reason: filled

greets: Hi {first},

thanks: Thanks for coming.
declines: We chose somebody else: she has done it before.
- wishes: Good luck!

quoted: When will I hear?
signs: Ann
"""


@pytest.fixture(scope="module")
def shipped() -> list[Example]:
    """Return every example that ships."""
    return load(resources.CORPUS)


def write(root: Path, text: str, place: str = "en/rejection/brief.txt") -> Path:
    """Write one corpus file and return the root."""
    path = root / place
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_a_message_is_read_with_its_envelope_facts_and_acts(tmp_path: Path) -> None:
    """Colons after the first belong to the value."""
    (example,) = load(write(tmp_path, MESSAGE.replace("- wishes: ", "wishes: - ")))
    assert (example.name, example.label, example.language) == ("brief", Label.REJECTION, "en")
    assert example.family == "en/rejection/brief"
    assert example.sender == "{company} <{mailbox}@mail.example>"
    assert example.subject == "Your application: {role}"
    assert (example.form, example.stage, example.reason) == ("reply", Stage.INTERVIEW, Reason.FILLED)
    assert [len(paragraph) for paragraph in example.paragraphs] == [1, 3, 2]
    assert example.lines == (
        Line(Act.GREETS, "Hi {first},"),
        Line(Act.THANKS, "Thanks for coming."),
        Line(Act.DECLINES, "We chose somebody else: she has done it before."),
        Line(Act.WISHES, "- Good luck!"),
        Line(None, "When will I hear?"),
        Line(Act.SIGNS, "Ann"),
    )


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("thanks: early\n## late\n", "en/other/a.txt", "en/other/a.txt:1: text before the first message"),
        ("## a\nsubject: x\n\njust words\n", "en/other/a.txt", "en/other/a.txt:4: a line without an act"),
        ("## a\nsubject: x\n\nsings: x\n", "en/other/a.txt", "en/other/a.txt:4: there is no act 'sings'"),
        ("## a\n\n## b\nstage: middle\n\n", "en/rejection/a.txt", "en/rejection/a.txt:3: there is no stage 'middle'"),
        ("## a\nreason: none\n\n", "en/rejection/a.txt", "en/rejection/a.txt:1: there is no reason 'none'"),
        ("## a\nteaches: x\n\n", "en/other/a.txt", "en/other/a.txt:1: there is no teaches 'x'"),
        ("## a\n\nchats: x\n", "en/refusal/a.txt", "en/refusal/a.txt: there is no label 'refusal'"),
        ("## a\n\nchats: x\n", "en/a.txt", "en/a.txt: not in a folder of a language and a label"),
    ],
)
def test_a_line_that_is_wrong_is_named_by_file_and_number(tmp_path: Path, text: str, place: str, says: str) -> None:
    """Whoever extends the corpus is told where to look, in one sentence."""
    with pytest.raises(ModelError) as caught:
        load(write(tmp_path, text, place))
    assert says in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_slots_are_filled_once_and_unknown_ones_stay() -> None:
    """A value that looks like a slot is not filled again."""
    assert slots_in("Dear {first} {last}, {first}") == ["first", "last", "first"]
    assert fill("Dear {first} of {city}", {"first": "{city}"}) == "Dear {city} of {city}"


def test_the_shipped_corpus_has_every_label_in_every_language(shipped: list[Example]) -> None:
    """And names each message once in its file."""
    assert {(example.language, example.label) for example in shipped} == {
        (language, label) for language in LANGUAGES for label in Label
    }
    twice = [name for name, count in Counter((one.family, one.name) for one in shipped).items() if count > 1]
    assert twice == []
    assert [one.name for one in shipped if not one.lines] == []


def test_every_shipped_rejection_says_when_why_and_where(shipped: list[Example]) -> None:
    """Stage, reason, and a sentence that ends the candidacy; none of it anywhere else."""
    rejections = [one for one in shipped if one.label is Label.REJECTION]
    others = [one for one in shipped if one.label is not Label.REJECTION]
    assert [one.name for one in rejections if one.stage is None or one.reason is None] == []
    assert [one.name for one in rejections if not any(line.act in ENDING_ACTS for line in one.lines)] == []
    assert [one.name for one in others if one.stage is not None or one.reason is not None] == []


def test_every_slot_of_the_shipped_corpus_can_be_filled(shipped: list[Example]) -> None:
    """In the language in which it is used."""
    fillers, chance = Fillers.load(resources.FILLERS), Random(1)  # noqa: S311 - variety, not secrecy
    for example in shipped:
        texts = [example.subject, *(line.text for line in example.lines)]
        values = fillers.values(texts, example.language, chance)
        assert not any("{" in fill(text, values) for text in texts), example.name
        assert all(value.strip() for value in values.values())


def test_no_family_stands_in_two_folds(shipped: list[Example]) -> None:
    """Otherwise a manner of wording would be tested on itself."""
    folds = folds_of(shipped, 5, seed=3)
    of_family: dict[str, set[int]] = {}
    for example, fold in zip(shipped, folds, strict=True):
        of_family.setdefault(example.family, set()).add(fold)
    assert all(len(found) == 1 for found in of_family.values())
    assert len({fold for found in of_family.values() for fold in found}) == 5


def test_labels_of_the_user_move_nothing_else(shipped: list[Example]) -> None:
    """Or two trainings would be told by different folds."""
    own = [
        replace(shipped[0], name=f"own-{number}", family=f"yours/rejection/co{number}.example") for number in range(60)
    ]
    folds, some, more = (folds_of([*shipped, *own[:count]], 3, seed=3) for count in (0, 20, 60))
    assert some[: len(shipped)] == more[: len(shipped)] == folds
    assert some[len(shipped) :] == more[len(shipped) : len(some)]
    assert set(more[len(shipped) :]) == {0, 1, 2}


def test_every_fold_has_its_share_of_rejections(shipped: list[Example]) -> None:
    """Families are dealt by label, so that folds can be compared."""
    folds = folds_of(shipped, 5, seed=3)
    counts = Counter(fold for one, fold in zip(shipped, folds, strict=True) if one.label is Label.REJECTION)
    assert max(counts.values()) < 1.1 * min(counts.values())


def test_the_digest_tells_two_corpora_apart(shipped: list[Example]) -> None:
    """By one word, and not by anything else."""
    some = shipped[:20]
    assert digest_of(some) == digest_of(list(some))
    assert digest_of(some) != digest_of(some[:-1])
