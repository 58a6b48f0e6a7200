"""From text to feature numbers."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given, strategies as st

from pipeline.classifier import features, vectors
from pipeline.classifier.features import NAME, part_ids, row_ids, tagged, word_ids, words_and_names, words_of
from pipeline.classifier.vectors import DIMENSIONS, sentence_vector


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we won’t hire", "we won't hire"),  # noqa: RUF001 - the curly apostrophe is meant
        ("we\xa0regret", "we regret"),
        ("Bewer\xadbung", "Bewerbung"),
        ("app\u200blication", "application"),
        ("UNFORTUNATELY, we", "Unfortunately, we"),
        (unicodedata.normalize("NFD", "retenue à l'étude"), "retenue à l'étude"),
        ("wir haben\r\nuns   entschieden", "wir haben uns entschieden"),
        ("role 4711", "role 12"),
        ("İNSAN", "insan"),
    ],
)
def test_what_reads_the_same_has_the_same_words(one: str, other: str) -> None:
    """Typography, case, wraps and numbers teach nothing."""
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("not selected", "selected"), ("will you?", "will you"), ("été", "ete"), ("no", "now")]
)
def test_what_reads_otherwise_has_other_words(one: str, other: str) -> None:
    """Normalising does not go so far as to make different things equal."""
    assert words_of(one) != words_of(other)


@given(st.text())
def test_no_word_is_empty_or_endless(text: str) -> None:
    """Whatever the text, so that nobody's blob becomes a feature."""
    assert all(0 < len(word) <= 40 for word in words_of(text))


def test_the_numbers_of_words_never_change() -> None:
    """Artifacts hold these numbers: if one changes, every trained model is lost."""
    assert word_ids(["we", "regret", "to"]).tolist() == [478111769, 412920855, 3616002756]
    assert row_ids(["we", "regret", "to"]).tolist() == [3494278752, 337817003, 718794851, 1804027812]
    assert part_ids(["leider"])[:3].tolist() == [1243771460, 2543292810, 2502408035]
    assert tagged("subject", word_ids(["we"])).tolist() == [912430233]


@given(st.lists(st.sampled_from(["we", "do", "not", "hire", "0", "?"]), max_size=12))
def test_each_word_pair_skip_and_triple_is_counted(words: list[str]) -> None:
    """So many words give so many features, whatever the words."""
    count = len(words)
    assert len(word_ids(words)) == count
    assert len(row_ids(words)) == max(count - 1, 0) + 2 * max(count - 2, 0)


def test_the_order_of_words_counts() -> None:
    """A candidate who declines us is not one whom we decline."""
    assert set(row_ids(["you", "decline", "us"])) != set(row_ids(["us", "decline", "you"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We at Blue Anchor Foods chose another.", "We at Osprey Bank of Leeds chose another."),
        ("Unfortunately, PatchWork has chosen.", "Unfortunately, the QuickSprout has chosen.".replace("the ", "")),
        (
            "Ihre Bewerbung als Data Engineer hatte keinen Erfolg.",
            "Ihre Bewerbung als Junior Controller hatte keinen Erfolg.",
        ),
        ("your Software Engineer JR-211299 application", "your Web Developer R-17 application"),
    ],
)
def test_sentences_that_differ_in_a_name_are_alike(one: str, other: str) -> None:
    """A company that the corpus has never heard of changes nothing."""
    assert words_and_names(one)[1] == words_and_names(other)[1]
    assert NAME in words_and_names(one)[1]


@pytest.mark.parametrize(
    "text",
    [
        "We have decided not to go on.",
        "Leider müssen wir Ihnen absagen.",
        "Unfortunately, I cannot say more.",
        "YOUR APPLICATION WAS NOT SUCCESSFUL",
        "Your Application Update",
        "",
    ],
)
def test_what_is_no_name_is_kept(text: str) -> None:
    """Neither the first word, nor a heading, nor a noun in German."""
    assert words_and_names(text) == (words_of(text), words_of(text))


@given(st.text())
def test_without_names_nothing_is_added(text: str) -> None:
    """Whatever the text: its words in their order, some of them replaced."""
    words, nameless = words_and_names(text)
    assert words == words_of(text)
    rest = iter(words)
    assert all(word in rest for word in nameless if word != NAME)


def test_writing_without_spaces_is_cut_into_characters() -> None:
    """So that the words of Chinese and Japanese are found inside a clause."""
    assert words_of("很遗憾, Python 不合适") == ["很", "遗", "憾", "python", "不", "合", "适"]


def test_a_word_of_the_subject_is_no_word_of_the_body() -> None:
    """Each place has features of its own, also under the same words."""
    ids = word_ids(["application", "update"])
    assert not set(ids) & set(tagged("subject", ids))
    assert not set(tagged("subject", ids)) & set(tagged("other", ids))


def test_words_of_one_meaning_lie_close_in_whatever_language() -> None:
    """What is learnt in one language carries over."""

    def likeness(one: str, other: str) -> float:
        a, b = (sentence_vector(word_ids(words_of(text)))[:DIMENSIONS] for text in (one, other))
        return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))

    for pair in (
        ("unfortunately", "leider"),
        ("malheureusement", "lamentablemente"),
        ("purtroppo", "leider"),
        ("interview", "entrevista"),
        ("gesprek", "conversation"),
    ):
        assert likeness(*pair) > 0.5
        assert likeness(pair[0], "mardi") < 0.4
        assert likeness(pair[1], "invoice") < 0.4


def test_unknown_words_mean_nothing() -> None:
    """A sentence of them has a vector all the same."""
    assert not sentence_vector(word_ids(["qzxwv", "wvxzq"])).any()
    assert not sentence_vector(word_ids([])).any()


@given(st.lists(st.sampled_from(["we", "regret", "leider", "votre", "qzxwv"]), min_size=1, max_size=300))
def test_a_long_sentence_weighs_no_more_than_a_short_one(words: list[str]) -> None:
    """However many words, the vector stays within its bounds."""
    parts = sentence_vector(word_ids(words)[: len(words)]).reshape(3, DIMENSIONS)
    lengths = np.linalg.norm(parts, axis=1)
    assert ((lengths < 1e-6) | (np.abs(lengths - 2) < 1e-3)).all()


def test_the_table_of_words_holds_each_once() -> None:
    """Under sorted hashes, a vector and a weight each."""
    with np.load(vectors.PATH, allow_pickle=False) as arrays:
        ids = arrays["ids"]
        assert ids.dtype == features.word_ids(["a"]).dtype
        assert (np.diff(ids.astype(np.int64)) > 0).all()
        assert arrays["vectors"].shape == (len(ids), DIMENSIONS)
        assert arrays["weights"].shape == (len(ids),)
