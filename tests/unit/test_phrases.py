"""Phrases around occupations, and what stands around a name."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from support.judgements import reading

from pipeline.reading.learned.around import Around
from pipeline.reading.learned.features import Rows
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.phrases import phrases_of
from pipeline.reading.learned.tokens import tokens_of
from pipeline.reading.senders.known import Senders
from pipeline.resources import SENDERS

_SENDERS = Senders.load(SENDERS)


def phrases(text: str) -> set[str]:
    """Return the phrases of a text."""
    what = reading(text)
    tokens = tokens_of(what)
    return {
        " ".join(token.text for token in tokens[start:end])
        for start, end in phrases_of(Rows(what, tokens, _SENDERS, Meanings({})))
    }


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We went round and round about the night baker.", "night baker"),
        ("You would have made us a fine chief of staff, and we know it.", "chief of staff"),
        ("Der Tischler, den wir suchten, hat sich gestern gemeldet.", "Tischler"),
        ("Nous avons choisi notre chef de projet éolien hier soir.", "chef de projet éolien"),
        ("Ab Montag bist du unsere Verkäuferin im Hofladen.", "Verkäuferin im Hofladen"),
    ],
)
def test_an_occupation_is_found_with_what_belongs_to_it(text: str, phrase: str) -> None:
    """Also in small words, where nothing says that a role is named."""
    assert phrase in phrases(text)


def test_a_phrase_ends_where_another_thing_begins() -> None:
    """Small words that join nothing, signs and line ends."""
    found = phrases("We gave the baker the keys.\nOur new joiner, Ida, starts in May.")
    assert {one for one in found if "baker" in one} == {"baker"}
    assert {one for one in found if "joiner" in one} == {"joiner", "new joiner"}


def test_nothing_is_found_where_no_occupation_is_named() -> None:
    """A name alone is no phrase."""
    assert not phrases("Lovely to meet you on Tuesday, Sam. The weather held.")


def test_of_very_many_occupations_some_are_looked_at() -> None:
    """A directory of trades is as long as a letter."""
    assert (
        len(phrases("baker joiner glazier welder plumber roofer tiler painter driver cook waiter nurse " * 400)) < 200
    )


@pytest.mark.parametrize(
    ("text", "before", "begins", "ends"),
    [
        ("we seek our joiner now", "our", False, False),
        ("dear sam,\njoiner\nmay to june", "", True, True),
        ("joiner", "", True, True),
        ("we seek (a) joiner", "a", False, True),
        ("nobody", "", False, False),
    ],
)
def test_what_stands_around_a_name(text: str, before: str, begins: bool, ends: bool) -> None:  # noqa: FBT001 - parameters
    """The word before it, and the ends of its line."""
    around = Around.of(text, "joiner")
    assert (around.before, around.begins_line, around.ends_line) == (before, begins, ends)


@given(st.text(alphabet="ab \n.", max_size=40), st.text(alphabet="ab", min_size=1, max_size=3))
def test_a_name_is_where_the_text_first_has_it(text: str, name: str) -> None:
    """A place within the text, or none."""
    around = Around.of(text, name)
    assert around.found == (name in text)
    assert 0 <= around.place < 1 if around.found else around.place == -1
    assert around.from_end == (len(text) - text.find(name) if around.found else len(text))
