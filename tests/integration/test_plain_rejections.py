"""The most ordinary rejections: whoever reads one at a glance may expect Afterword to."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from support.judgements import message
from support.verdicts import decisions_on

from pipeline.core.message import Message
from pipeline.core.verdict import Decision

PLAIN = tomllib.loads((Path(__file__).parents[1] / "battery" / "plain.toml").read_text(encoding="utf-8"))


def letters(language: str) -> Iterator[tuple[str, Message]]:
    """Yield each decision in every frame of its language, with the message that says it."""
    frames = PLAIN[language]
    openings, closings = ["", *frames["thanks"]], ["", *frames["closings"]]
    for decision, subject, thanks, closing in product(frames["decisions"], frames["subjects"], openings, closings):
        said = [frames["greeting"] if thanks or closing else "", f"{thanks} {decision}".strip(), closing]
        yield decision, message("\n\n".join(part for part in said if part), subject=subject)


@cache
def decisions(language: str) -> tuple[tuple[str, Decision], ...]:
    """Return what the shipped model decides about each."""
    told = list(letters(language))
    return tuple(zip([decision for decision, _ in told], decisions_on(one for _, one in told), strict=True))


@pytest.mark.parametrize("language", PLAIN)
def test_plain_rejections_are_called_so(language: str) -> None:
    """Nearly all; what is left is asked about."""
    counts = Counter(decision for _, decision in decisions(language))
    assert counts[Decision.REJECTION] >= 0.95 * counts.total(), counts
    assert counts[Decision.NOT_REJECTION] <= 0.02 * counts.total(), counts


@pytest.mark.parametrize("language", PLAIN)
def test_no_plain_wording_is_missed(language: str) -> None:
    """Of each decision, two frames in three at least are called."""
    called: Counter[str] = Counter()
    frames: Counter[str] = Counter()
    for decision, told in decisions(language):
        frames[decision] += 1
        called[decision] += told is Decision.REJECTION
    assert not [decision for decision in frames if called[decision] < frames[decision] * 2 / 3]
