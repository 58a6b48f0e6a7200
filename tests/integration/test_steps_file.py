"""The user's own words: what a steps file may hold, and how its faults are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from golden.facts import make_letters, make_rejection

from pipeline import resources
from pipeline.adapters.letters import load_wordings
from pipeline.core.message import Address
from pipeline.errors import ConfigError
from pipeline.reading.feedback.topics import TOPICS, topics_of


def steps_with(tmp_path: Path, change: tuple[str, str]) -> Path:
    """Return a copy of the shipped steps file with one change."""
    text = resources.STEPS.read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / "steps.toml"
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    return path


def test_words_come_from_the_users_own_file(tmp_path: Path) -> None:
    """A changed phrase is in the next letter."""
    path = steps_with(
        tmp_path,
        ('unspecified_silent = "No reason was found in the message."', 'unspecified_silent = "No reason is given."'),
    )
    assert "No reason is given." in make_letters(path).debrief(make_rejection()).text


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('replies = "Aft', 'repplies = "Aft'), "en.footer.repplies: no letter has such a phrase"),
        (('replies = "Aft', 'repplies = "Aft'), "en.footer.replies: missing"),
        (
            ('"No reason was found in the message."', '"{wages}"'),
            "en.why.unspecified_silent: {wages} is not known here",
        ),
        (
            ('"No reason was found in the message."', '"They { gave"'),
            "en.why.unspecified_silent: a brace without its partner",
        ),
        (
            ('"No reason was found in the message."', "[]"),
            "en.why.unspecified_silent: one variant must do without what may be unknown",
        ),
        (
            ('"No reason was found in the message."', '"For {role}."'),
            "en.why.unspecified_silent: one variant must do without what may be unknown",
        ),
        (
            ('"No reason was found in the message."', "7"),
            "en.why.unspecified_silent: expected a text or a list of texts",
        ),
        (('months = ["January", ', "months = ["), "en.words.months: expected 12 entries, found 11"),
    ],
)
def test_a_fault_in_the_steps_file_is_named_with_its_place(
    tmp_path: Path, change: tuple[str, str], problem: str
) -> None:
    """Each fault is one problem that says where it is."""
    with pytest.raises(ConfigError) as caught:
        make_letters(steps_with(tmp_path, change))
    assert problem in caught.value.problems


def test_a_steps_file_that_is_missing_or_no_toml_is_an_error_of_the_config(tmp_path: Path) -> None:
    """The sentence names the file."""
    broken = tmp_path / "broken.toml"
    broken.write_text("en = [", encoding="utf-8")
    for path in (tmp_path / "none.toml", broken):
        with pytest.raises(ConfigError, match=str(path)):
            make_letters(path)


def test_a_language_without_words_names_those_there_are() -> None:
    """The hint lists the languages of the file."""
    with pytest.raises(ConfigError, match="'fr'") as caught:
        make_letters(language="fr")
    assert caught.value.hint == "Choose one of: en, de."


@pytest.mark.parametrize(
    "address",
    [
        "",
        "no-at-sign",
        "@",
        "a@",
        "@b",
        "a b@c.example",
        "ä@b.example",
        "=?utf-8?q?a=0D=0A?=@b.example",
        "a@b.example\r\nBcc: c@d.example",
    ],
)
def test_an_address_that_cannot_head_a_letter_is_an_error_of_the_config(address: str) -> None:
    """It is found before any letter is composed."""
    with pytest.raises(ConfigError, match="cannot be used as the address"):
        make_letters(sender=Address("", address))


def every_phrase() -> Iterator[tuple[str, str]]:
    """Yield each variant of each shipped phrase with its language."""
    for language, wording in load_wordings(resources.STEPS).items():
        for variants in wording.phrases.values():
            yield from ((language, one) for one in variants)


def test_no_shipped_phrase_shouts_consoles_or_cheers() -> None:
    """What golden letters do not happen to say is held to the same voice."""
    banned = re.compile(
        r"!|unfortunately|sorry|don.t worry|congratulat|great|exciting|journey|leider|bedauer|keine sorge|toll|super\b",
        re.IGNORECASE,
    )
    assert [one for _, one in every_phrase() if banned.search(one)] == []


def test_topics_of_feedback_are_named_in_the_language_of_the_letter() -> None:
    """Each that the reader can find has a name in both languages; one that it cannot is called as it is."""
    wordings = load_wordings(resources.STEPS)
    german = wordings["de"]
    for topic in topics_of("Your Python, your English, your slides, your test score and your years of experience."):
        assert wordings["en"].topic(topic, 40) == topic
    assert german.topic("technical skill", 40) == "fachliches Können"
    assert german.topic("falconry", 40) == "falconry"
    for name in TOPICS:
        assert f"topics.{name.replace(' ', '_')}" in german.phrases


@pytest.mark.parametrize("language", ["fr", "es", "it", "nl", "pt"])
def test_lines_to_the_sender_are_in_the_language_of_the_message(language: str) -> None:
    """In whichever of the two languages the letter itself is."""
    for own in ("en", "de"):
        draft = make_letters(language=own).debrief(make_rejection(language=language, offers_feedback=True)).text
        close = load_wordings(resources.STEPS)[language].phrases["draft.close"][0]
        assert f"\n    {close}\n" in draft
        assert "Kind regards" not in draft
        assert "Mit freundlichen" not in draft


def test_a_language_that_has_lines_to_the_sender_alone_is_no_language_of_letters() -> None:
    """Whoever chooses it is told so, before any letter is composed."""
    with pytest.raises(ConfigError, match="no letter can be written in the language 'fr'"):
        make_letters(language="fr")
    with pytest.raises(ConfigError, match="no letter can be written in the language 'xx'"):
        make_letters(language="xx")


def test_lines_to_the_sender_are_whole_in_each_language(tmp_path: Path) -> None:
    """A table that holds nothing else must hold all of them."""
    steps = tmp_path / "steps.toml"
    table = re.sub(r"(?m)^(\[fr\.draft\])\n.*", r"\1", resources.STEPS.read_text(encoding="utf-8"))
    steps.write_text(table, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_wordings(steps)
    assert caught.value.problems == ("fr.draft.greeting: missing",)


def test_a_language_of_ones_own_is_one_to_write_in(tmp_path: Path) -> None:
    """As the head of the steps file says: a further table with the same keys."""
    steps = tmp_path / "steps.toml"
    text = resources.STEPS.read_text(encoding="utf-8")
    german = text[text.index("[de.weigh]") : text.index("[fr.draft]")]
    steps.write_text(f"{text}\n{german.replace('[de.', '[lb.')}", encoding="utf-8")
    assert make_letters(steps, language="lb").debrief(make_rejection()).subject.startswith("Notizen zu")
