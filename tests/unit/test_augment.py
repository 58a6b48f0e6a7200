"""Training messages made of examples: slots, trades, excerpts."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from support import small_corpus

from pipeline import resources
from pipeline.classifier.augment import Bank, Fillers
from pipeline.classifier.corpus import Example, load
from pipeline.classifier.folds import folds_of
from pipeline.core.verdict import ENDING_ACTS, Act, Label


def bank_of(examples: Sequence[Example], fold_of: Sequence[int], seed: int = 1) -> Bank:
    """Return a bank filled from the lists that ship."""
    return Bank(examples, fold_of, small_corpus.fillers(), seed)


def chance(seed: int) -> Random:
    """Return a source of choices."""
    return Random(seed)  # noqa: S311 - variety, not secrecy


@pytest.fixture(scope="module")
def some() -> list[Example]:
    """Return the examples of three languages that ship."""
    return [example for example in load(resources.CORPUS) if example.language in {"it", "nl", "pt"}]


def test_a_message_has_one_value_for_a_slot_throughout() -> None:
    """A company is not two companies in one mail."""
    fillers = Fillers({"all": {"company": ["Acme", "Brill", "Corvus", "Dahl"], "first": ["Ann"], "last": ["Lee"]}})
    texts = ["{company} thanks you.", "Yours, {recruiter_first}", "{recruiter}, {company}"]
    values = fillers.values(texts, "en", chance(4))
    assert set(values) == {"company", "recruiter", "recruiter_first"}
    assert values["recruiter"] == "Ann Lee"
    assert values["recruiter_first"] == "Ann"


def test_a_language_has_its_own_fillers_before_those_of_all() -> None:
    """Where it has the slot at all."""
    fillers = Fillers({"all": {"weekday": ["Monday"], "ref": ["R-1"]}, "de": {"weekday": ["Montag"]}})
    assert fillers.choose("weekday", "de", chance(1)) == "Montag"
    assert fillers.choose("ref", "de", chance(1)) == "R-1"
    assert fillers.choose("weekday", "nl", chance(1)) == "Monday"


def test_nothing_crosses_a_fold_a_label_or_a_language(some: list[Example]) -> None:
    """Whatever is traded, the sentence does the same, for the same label, on the same side of every fold."""
    folds = folds_of(some, 3, seed=2)
    bank = bank_of(some, folds)
    traded = 0
    for index, example in enumerate(some):
        for number in bank.variant(index):
            sentence = bank.sentences[number]
            owner = some[sentence.example]
            assert folds[sentence.example] == folds[index]
            assert (owner.language, owner.label) == (example.language, example.label)
            traded += sentence.example != index
    assert traded > len(some) // 2


def test_what_decides_is_never_left_out(some: list[Example]) -> None:
    """A rejection without its decision would be a lie."""
    bank = bank_of(some, [0] * len(some))
    for index, example in enumerate(some):
        acts = [bank.sentences[number].act for number in bank.variant(index)]
        assert acts
        if example.label is Label.REJECTION:
            assert any(act in ENDING_ACTS for act in acts)


def test_a_variant_does_what_its_example_does_in_the_same_order(some: list[Example]) -> None:
    """Courtesies apart, which may be missing."""
    bank = bank_of(some, [0] * len(some))
    for index in range(len(some)):
        acts = iter([bank.sentences[number].act for number in bank.rows[index]])
        assert all(bank.sentences[number].act in acts for number in bank.variant(index))


def test_an_excerpt_holds_a_sentence_that_speaks_for_the_label(some: list[Example]) -> None:
    """Or there is none; and it is a run of the message as it is written."""
    bank = bank_of(some, [0] * len(some))
    for index in range(len(some)):
        row = bank.rows[index]
        excerpt = bank.excerpt(index, ENDING_ACTS)
        if excerpt is None:
            assert not any(bank.sentences[number].act in ENDING_ACTS for number in row)
        else:
            assert any(bank.sentences[number].act in ENDING_ACTS for number in excerpt)
            assert excerpt == row[row.index(excerpt[0]) : row.index(excerpt[-1]) + 1]
            assert len(excerpt) <= 5


def test_quoted_history_is_no_part_of_a_training_message(some: list[Example]) -> None:
    """It does not count when a message is judged either."""
    bank = bank_of(some, [0] * len(some))
    quoting = [index for index, one in enumerate(some) if any(line.act is None for line in one.lines)]
    assert quoting
    for index in quoting:
        assert len(bank.rows[index]) == sum(line.act is not None for line in some[index].lines)


def test_the_same_seed_gives_the_same_messages(some: list[Example]) -> None:
    """And another seed others."""

    def texts(seed: int) -> list[str]:
        bank = bank_of(some, [0] * len(some), seed)
        rows = [bank.variant(index) for index in range(len(some))]
        return [bank.sentences[number].text for row in rows for number in row]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_fixed_sentences_of_ordinary_mail_stay(some: list[Example]) -> None:
    """A parcel notice does not become half an invoice."""
    bank = bank_of(some, [0] * len(some))
    for index, example in enumerate(some):
        if example.label is Label.OTHER:
            moved = [number for number in bank.variant(index) if bank.sentences[number].example != index]
            assert {bank.sentences[number].act for number in moved} <= {
                Act.GREETS,
                Act.SIGNS,
                Act.FOOTER,
                Act.THANKS,
                Act.WISHES,
                Act.INVITES_CONTACT,
                Act.PRAISES,
            }
