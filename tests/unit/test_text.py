"""Text made fit to be shown, compared and stored."""

from __future__ import annotations

import unicodedata

from hypothesis import given, strategies as st

from pipeline.core.text import clean, excerpt, folded, well_formed


@given(st.text())
def test_clean_text_is_one_line_without_anything_hidden(text: str) -> None:
    """No control character, no override of direction, no space twice, and cleaning again changes nothing."""
    cleaned = clean(text)
    assert not [one for one in cleaned if unicodedata.category(one) in {"Cc", "Cs", "Co", "Zl", "Zp"}]
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\ufeff") & set(cleaned)
    assert "  " not in cleaned
    assert clean(cleaned) == cleaned


def test_what_can_be_seen_is_kept() -> None:
    """Umlauts, combined marks, joined signs and markup are text like any other."""
    text = "Žluťoučký <b>&amp; 👩‍💻 e\u0301 می‌خواهم"
    assert clean(text) == text


def test_marks_piled_on_a_letter_are_taken_off() -> None:
    """A letter under thirty accents would paint over the lines around it."""
    assert clean("a" + "\u0301" * 30 + "b") == "a" + "\u0301" * 3 + "b"


@given(st.text(), st.integers(2, 80))
def test_an_excerpt_fits_and_says_that_it_is_one(text: str, limit: int) -> None:
    """It is the whole text or a beginning of it with an ellipsis, never longer than the limit."""
    cut = excerpt(text, limit)
    assert len(cut) <= limit
    assert cut == clean(text) or (cut.endswith("…") and clean(text).startswith(cut[:-1]))


def test_an_excerpt_ends_between_words() -> None:
    """A word is not cut where a space is near."""
    assert excerpt("one two, three four", 12) == "one two…"


def test_texts_that_differ_in_case_and_space_alone_compare_as_one() -> None:
    """Sharp s and line breaks included."""
    assert folded(" Große\n  STRASSE ") == folded("GROSSE Straße")


def test_only_what_cannot_be_encoded_is_replaced() -> None:
    """A pair of surrogates is the character that it spells; a lone one is none."""
    assert well_formed("Grüße 😀") == "Grüße 😀"
    assert well_formed("a\ud83d\ude00b\udc80c") == "a😀b\ufffdc"


def test_what_is_too_long_for_its_line_ends_between_words() -> None:
    """A sentence that is cut within a word, between its quotation marks, reads as if that were what somebody wrote."""
    assert excerpt("We will keep your profile.", 26) == "We will keep your profile."
    assert excerpt("We will keep your profile.", 25) == "We will keep your…"
    assert excerpt("Sorry, we\nchose another", 14) == "Sorry, we…"
    assert excerpt("Sorry, we chose", 7) == "Sorry…"
    assert excerpt("Donaudampfschiff", 6) == "Donau…"
