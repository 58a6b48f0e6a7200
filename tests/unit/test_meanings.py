"""Groups of words of like meaning."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from pipeline.reading.learned.meanings import Meanings, arrays_of, hash_of, of_arrays
from pipeline.reading.learned.weights import load
from pipeline.resources import NAMES

SHIPPED = load(NAMES).meanings


@pytest.mark.parametrize(
    ("one", "other"), [("applied", "Applied"), ("agence", "l'agence"), ("assistant", "front-office-assistant")]
)
def test_case_and_what_stands_before_make_no_difference(one: str, other: str) -> None:
    """A token is in the group of its last word."""
    assert SHIPPED.of(one) is not None
    assert SHIPPED.of(one) == SHIPPED.of(other)


def test_words_of_one_meaning_share_a_group_whatever_their_language() -> None:
    """So that what is learned of English mail holds for the rest."""
    assert len({SHIPPED.of(word) for word in ("january", "januar", "janvier", "enero", "gennaio")}) == 1


@pytest.mark.parametrize("token", ["", "!", "2026", "Xqzzyvk"])
def test_what_is_no_known_word_is_in_none(token: str) -> None:
    """Signs, numbers and unheard-of words."""
    assert SHIPPED.of(token) is None


@given(st.dictionaries(st.text(min_size=1).map(hash_of), st.tuples(st.integers(0, 255), st.integers(0, 255))))
def test_the_arrays_hold_all(groups: dict[int, tuple[int, int]]) -> None:
    """Whatever the words."""
    assert of_arrays(**arrays_of(Meanings(groups))) == Meanings(groups)
