"""The stage of rejections in seven languages, told by the shipped model and the words together."""

from __future__ import annotations

from support.battery import entries
from support.judgements import reading
from support.shipped import READER

from pipeline import bootstrap
from pipeline.core.verdict import Label


def test_the_stage_is_read_in_seven_languages() -> None:
    """At least 94 of 100 right, over phone screens, final rounds, tests and papers."""
    known = entries("stages")
    readings = [reading(one["text"], subject=one["subject"]) for one in known]
    judgements = bootstrap.classifier().judge(readings)
    told = [READER.facts_of(*pair, Label.REJECTION).stage for pair in zip(readings, judgements, strict=True)]
    wrong = [(one["text"], is_told.value) for one, is_told in zip(known, told, strict=True) if is_told != one["stage"]]
    assert len(wrong) <= 0.06 * len(known), wrong
