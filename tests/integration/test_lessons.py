"""What a training learns from: the corpus, and messages whose sentences nobody marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import resources
from pipeline.classifier import artifact, written
from pipeline.classifier.corpus import Teaches, digest_of
from pipeline.classifier.truths import truths_of
from pipeline.core.verdict import Label
from pipeline.errors import ModelError
from pipeline.tasks.lessons import Lessons

MESSAGES = """label: rejection
lang: en
from: Moss & Fern <moss@fern.example>
subject: Your {greenhouse} day
company: Moss & Fern
stage: interview

Dear Iris,

it was good to have you among the {ferns}.
Somebody else will water them: sorry!
=====
label: other
lang: en
subject: Parcel

Your parcel has gone to a neighbour.
=====
label: interview
lang: de

Kommen Sie am Montag zu uns in die Werkstatt.
"""


@pytest.fixture
def lessons(tmp_path: Path) -> Lessons:
    """Return a corpus of one message and three unmarked ones."""
    (tmp_path / "corpus" / "en" / "other").mkdir(parents=True)
    (tmp_path / "corpus" / "en" / "other" / "bank.txt").write_text("## a\n\nrefuses: No loan.\n", encoding="utf-8")
    (tmp_path / "unmarked").mkdir()
    (tmp_path / "unmarked" / "en.txt").write_text(MESSAGES, encoding="utf-8")
    return Lessons(tmp_path / "corpus", [tmp_path / "unmarked"], resources.FILLERS)


def test_messages_stand_beside_the_corpus_with_the_sentences_that_mail_has(lessons: Lessons) -> None:
    """Their label is known and no act; what looks like a slot is none. Ordinary mail says nothing here, and is left."""
    marked, message, talk = lessons.examples()
    assert (marked.name, marked.is_marked, marked.teaches) == ("a", True, Teaches.ALL)
    assert (message.label, message.language, message.subject) == (Label.REJECTION, "en", "Your (greenhouse) day")
    assert [line.text for line in message.said] == [
        "Dear Iris,",
        "it was good to have you among the (ferns).",
        "Somebody else will water them: sorry!",
    ]
    assert {line.act for line in message.said} == {None}
    assert (message.teaches, message.is_marked) == (Teaches.MESSAGES, False)
    assert (talk.label, talk.subject) == (Label.INTERVIEW, "")


def test_what_teaches_messages_alone_comes_last(lessons: Lessons) -> None:
    """So that chance deals the rest as if it were not there."""
    text = "## kayak\nteaches: messages\n\nrefuses: It has gone.\n"
    (lessons.corpus / "en" / "other" / "a.txt").write_text(text, encoding="utf-8")
    assert [one.name for one in lessons.examples()][:2] == ["a", "kayak"]


@pytest.mark.parametrize(("told", "refuses"), [("yes", True), ("no", False)])
def test_ordinary_mail_teaches_if_it_says_whether_it_refuses(lessons: Lessons, told: str, *, refuses: bool) -> None:
    """No act tells it there: what a parcel that has gone is would else be guessed."""
    text = f"label: other\nlang: en\nrefuses: {told}\n\nYour parcel has gone.\n"
    (lessons.unmarked[0] / "en.txt").write_text(text, encoding="utf-8")
    _, parcel = lessons.examples()
    assert (parcel.label, parcel.refuses, parcel.is_marked) == (Label.OTHER, refuses, False)
    truths = truths_of([parcel])
    assert (truths.labels[0, 0], truths.candidacy[0], truths.told[0]) == (refuses, False, True)


def test_folders_teach_one_after_the_other(lessons: Lessons, tmp_path: Path) -> None:
    """Two of the same name and number are two messages all the same, and no family."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "en.txt").write_text(MESSAGES, encoding="utf-8")
    both = replace(lessons, unmarked=[lessons.unmarked[0], tmp_path / "more"]).examples()
    assert len({one.name for one in both}) == len({one.family for one in both}) == len(both) == 5


def test_messages_of_one_hand_are_one_family(lessons: Lessons) -> None:
    """So that they stand on one side of a fold; another label is another family."""
    text = "\n=====\n".join(f"label: rejection\nlang: en\n\nNo number {number}." for number in range(50))
    (lessons.unmarked[0] / "en.txt").write_text(text, encoding="utf-8")
    families = [one.family for one in lessons.examples()[1:]]
    assert len(families) == 50
    assert sorted({families.count(one) for one in families}) == [11, 19, 20]


def test_no_messages_are_no_fault(lessons: Lessons, tmp_path: Path) -> None:
    """A corpus may stand alone."""
    assert len(Lessons(lessons.corpus, [tmp_path / "none"], lessons.fillers).examples()) == 1


@pytest.mark.parametrize(
    "head", ["label: refusal\nlang: en", "lang: en", "label: rejection", "label: other\nlang: en\nrefuses: perhaps"]
)
def test_a_message_out_of_form_is_named(tmp_path: Path, head: str) -> None:
    """By its number in its file."""
    (tmp_path / "en.txt").write_text(f"{MESSAGES}=====\n{head}\n\nNo.\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"message 4 of en\.txt"):
        list(written.load(tmp_path))


def test_the_shipped_model_was_trained_on_what_ships() -> None:
    """Whoever adds a message trains the model anew."""
    shipped = Lessons(resources.CORPUS, resources.UNMARKED, resources.FILLERS).examples()
    assert artifact.passport(resources.BASELINE_MODEL)["corpus"] == digest_of(shipped)


def test_what_ships_is_in_its_form() -> None:
    """Every message has a body. Most job mail there is rejections, and no everyday mail is."""
    job_mail, everyday = [list(written.load(folder)) for folder in resources.UNMARKED]
    for messages in (job_mail, everyday):
        assert all(message.body.strip() for message in messages)
        assert len({message.body for message in messages}) == len(messages)
    assert sum(message.label is Label.REJECTION for message in job_mail) > len(job_mail) / 2
    assert all((message.label is Label.OTHER) == (message.refuses is not None) for message in everyday)
    assert Label.REJECTION not in {message.label for message in everyday}
