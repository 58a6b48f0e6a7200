"""The reason of rejections in seven languages, told by the shipped model and the words together."""

from __future__ import annotations

from support.battery import entries
from support.judgements import reading

from pipeline import bootstrap
from pipeline.reading.reason.rules import reason_of


def test_the_reason_is_read_in_seven_languages() -> None:
    """At least 19 of 20 right, and where none is given none is made up."""
    known = entries("reasons")
    readings = [reading(one["text"]) for one in known]
    judgements = bootstrap.classifier().judge(readings)
    wrong = [
        (one["text"], reason.value)
        for one, what, judgement in zip(known, readings, judgements, strict=True)
        if (reason := reason_of(what, judgement)) != one["reason"]
    ]
    assert len(known) >= 80
    assert len(wrong) <= 0.05 * len(known), wrong
