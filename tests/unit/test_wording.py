"""Words, numbers and dates."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from pipeline import resources
from pipeline.core.letters.wording import Voice, Wording

TABLES = tomllib.loads(resources.STEPS.read_text(encoding="utf-8"))
ENGLISH, GERMAN = (Wording.of(language, TABLES[language]) for language in ("en", "de"))


def voice(*variants: str, **values: str) -> Voice:
    """Return a voice that knows one phrase, `greeting`."""
    return Voice(Wording("en", {"greeting": variants}), "about", values)


def test_the_variant_that_says_most_of_what_is_known_is_chosen() -> None:
    """Unknown values leave a variant out; more known values are better."""
    variants = ("{company} and {role}", "{company}", "nothing")
    assert voice(*variants, company="A", role="B").say("greeting") == "A and B"
    assert voice(*variants, company="A", role="").say("greeting") == "A"
    assert voice(*variants).say("greeting") == "nothing"
    assert voice("{company}").say("greeting") == ""


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    """A company called `{role}` stays one."""
    assert voice("{company}, {role}", company="{role}", role="{company}").say("greeting") == "{role}, {company}"


def test_a_name_from_right_to_left_does_not_turn_what_stands_beside_it() -> None:
    """It is isolated (UAX #9), so that the day behind it stays a day; other names are not, nor is one in a draft."""
    assert voice("{who}, {date}", who="نور", date="26 May").say("greeting") == "\u2068نور\u2069, 26 May"
    assert voice("{who}, {date}", who="Noa", date="26 May").say("greeting") == "Noa, 26 May"
    assert voice("Hello {person},", person="نور").say("greeting") == "Hello نور,"


def test_a_capital_placeholder_begins_a_sentence() -> None:
    """{Count} is {count} with a capital letter."""
    assert voice("{Count} of them").say("greeting", count="two") == "Two of them"


def test_turns_go_through_all_variants() -> None:
    """A phrase said repeatedly does not repeat itself before it has to."""
    one = voice("a", "b", "c")
    assert {one.say("greeting", turn) for turn in range(3)} == {"a", "b", "c"}


def test_of_equals_the_one_that_was_not_said_for_longest_is_chosen() -> None:
    """Whatever stood in it for the placeholders then; what was never said goes before."""
    variants = ("{company} said no.", "{company} says no.", "{company} did say no.")
    earlier = ["Well. Borealis says no. Bye.", "Corvus did say no.", "Acme says no."]
    one = Voice(Wording("en", {"greeting": variants}), "about", {"company": "Delta"}, earlier)
    told = [one.say("greeting", turn) for turn in range(4)]
    assert told == ["Delta said no.", "Delta did say no.", "Delta says no.", "Delta said no."]


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16 to 22 November", "16. bis 22. November"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November to 6 December", "30. November bis 6. Dezember"),
        (
            date(2026, 12, 28),
            date(2027, 1, 3),
            "28 December 2026 to 3 January 2027",
            "28. Dezember 2026 bis 3. Januar 2027",
        ),
        (date(2026, 11, 16), date(2026, 11, 16), "16 November", "16. November"),
    ],
)
def test_a_span_of_dates_says_nothing_twice(first: date, last: date, english: str, german: str) -> None:
    """Month and year are named once where both ends share them."""
    assert ENGLISH.span(first, last) == english
    assert GERMAN.span(first, last) == german


def test_counts_and_lists_are_words_of_the_language() -> None:
    """None, one and several; up to twelve in words."""
    assert [ENGLISH.count("rejection", n) for n in (0, 1, 12, 1300)] == [
        "no rejection",
        "one rejection",
        "twelve rejections",
        "1,300 rejections",
    ]
    assert GERMAN.count("messages", 1300) == "1.300 Nachrichten"
    assert [GERMAN.listing(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a und b",
        "a, b und c",
    ]


def test_both_languages_have_the_same_phrases() -> None:
    """No letter can be composed in one language only."""
    assert ENGLISH.phrases.keys() == {name for name in GERMAN.phrases if not name.startswith("draft.familiar.")}


def test_a_table_with_faults_is_no_wording() -> None:
    """The faults are named in the error."""
    with pytest.raises(ValueError, match=r"xx\.weigh\.interview: missing"):
        Wording.of("xx", {"weigh": {}})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We are sorry.", "“We are sorry.”"),
        ("“We are sorry.”", "“We are sorry.”"),
        ('"We are sorry."', "“We are sorry.”"),
        ("« Merci. »", "“Merci.”"),
        ('"No" is not "never"', '“"No" is not "never"”'),
        ('"', '“"”'),
        ("“We are sorry.", "“We are sorry.”"),
        ('"We are sorry.', "“We are sorry.”"),
        ("We chose another.”", "“We chose another.”"),
        ("Wir bedauern. «", "“Wir bedauern.”"),
        ('The monitor was 24"', '“The monitor was 24"”'),
        ("We chose “another”", "“We chose “another””"),
    ],
)
def test_what_is_quoted_already_is_not_quoted_twice(text: str, shown: str) -> None:
    """Newsletters quote the refusals that they are about; of a longer one a sentence has only one of the marks."""
    assert ENGLISH.quote(text) == shown
