"""What stands below a message, a signature or a footer, says nothing of whether it is a rejection."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from support.verdicts import decisions_on

from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.verdict import Decision, Label
from pipeline.reading.read import read

BELOW = tomllib.loads((Path(__file__).parents[1] / "battery" / "footers.toml").read_text(encoding="utf-8"))

CLOSINGS = {
    "de": "Mit freundlichen Grüßen",
    "en": "Kind regards,",
    "es": "Un saludo,",
    "fr": "Cordialement,",
    "it": "Cordiali saluti,",
    "nl": "Met vriendelijke groet,",
    "pt": "Com os melhores cumprimentos,",
}


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Return the messages of the trial in the languages of the battery."""
    found = read_cases(Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl")
    return [case for case in found if case.language in BELOW]


def called(cases: list[Case]) -> list[bool]:
    """Return for each message whether it is called a rejection."""
    return [decision is Decision.REJECTION for decision in decisions_on(case.message for case in cases)]


@pytest.fixture(scope="module")
def as_written(cases: list[Case]) -> list[bool]:
    """Return the same of the messages as they are."""
    return called(cases)


def signed(cases: list[Case], *kinds: str) -> list[Case]:
    """Return messages with a closing, where they have none, and one of each of these kinds of block below it."""
    blocks = {(language, kind): cycle(BELOW[language][kind]) for language in BELOW for kind in kinds}
    told = []
    for case in cases:
        text = case.message.text
        below = [next(blocks[case.language, kind]).strip("\n") for kind in kinds]
        closing = [] if read(case.message).sign_off else [CLOSINGS[case.language]]
        told.append(replace(case, message=replace(case.message, text="\n\n".join([text, *closing, *below]))))
    return told


@pytest.mark.parametrize("kinds", [("signatures",), ("footers",), ("signatures", "footers")], ids="+".join)
def test_they_move_hardly_any_message(cases: list[Case], as_written: list[bool], kinds: tuple[str, ...]) -> None:
    """Floors a little below what was measured: below them a footer would decide more than it does."""
    told = zip(cases, as_written, called(signed(cases, *kinds)), strict=True)
    moved = Counter((case.label is Label.REJECTION, before, after) for case, before, after in told)
    kept, lost = moved[True, True, True], moved[True, True, False]
    raised, quiet = moved[False, False, True], moved[False, False, False]
    assert kept >= 0.9 * (kept + lost)
    assert raised <= 0.07 * (raised + quiet)
