"""A reply of a few words says too little to be called a rejection lightly, and is asked about instead."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from support.verdicts import decisions_on

from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.verdict import Decision, Label
from pipeline.reading.read import read

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "eleventh.jsonl"))

_ANSWERS = re.compile(r"^(?:\s*(?:re|aw|r|res|sv|tr|antw)\s*:)+\s*", re.IGNORECASE)


def decisions(cases: list[Case], *, answering: bool, behind: str = "") -> Counter[Decision]:
    """Return what the messages are called, as replies or as messages that answer nothing, with more said behind."""
    messages = [
        replace(
            case.message,
            subject=("Re: " if answering else "") + _ANSWERS.sub("", case.message.subject),
            text=case.message.text + behind,
        )
        for case in cases
        if read(case.message).quoted == ""
    ]
    assert {read(one).form for one in messages} == {"reply" if answering else "new"}
    return Counter(decisions_on(messages))


def test_a_private_no_in_a_line_is_asked_about_and_not_called() -> None:
    """A fifth is left of what is called; as much as before is let pass without a word."""
    private = [case for case in CASES if case.label is Label.OTHER]
    alone, reply = decisions(private, answering=False), decisions(private, answering=True)
    assert reply[Decision.REJECTION] * 4 <= alone[Decision.REJECTION]
    assert reply[Decision.NOT_REJECTION] >= alone[Decision.NOT_REJECTION] - 5


def test_a_refusal_of_work_in_a_line_is_asked_about_rather_than_missed() -> None:
    """Some are plain enough to be called all the same."""
    rejections = [case for case in CASES if case.label is Label.REJECTION]
    alone, reply = decisions(rejections, answering=False), decisions(rejections, answering=True)
    assert reply[Decision.NOT_REJECTION] <= 0.18 * len(rejections)
    assert reply[Decision.UNCERTAIN] > alone[Decision.UNCERTAIN]
    assert 0.3 * len(rejections) < reply[Decision.REJECTION] < alone[Decision.REJECTION]


def test_what_says_more_is_judged_as_ever() -> None:
    """A reply that goes on for a line more."""
    rejections = [case for case in CASES if case.label is Label.REJECTION and case.language == "en"]
    more = "\n\nThank you for coming by on Tuesday and for waiting so long for this answer, it took us a while."
    told = [decisions(rejections, answering=one, behind=more)[Decision.REJECTION] for one in (False, True)]
    assert abs(told[0] - told[1]) <= 1
