"""What came through a mailing list is seldom a rejection, and now and then one all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline import bootstrap, resources
from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.verdict import Decision, Label
from pipeline.tasks.judge import Judge

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl"))


def decisions(cases: list[Case], **facts: str) -> list[Decision]:
    """Return what the messages are called if their headers say so."""
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    messages = [replace(case.message, facts=named) for case in cases]
    return [one.verdict.decision for one in Judge(bootstrap.classifier(), resources.SENDERS)(messages)]


def called(cases: list[Case], **facts: str) -> int:
    """Return how many of the messages are called rejections if their headers say so."""
    return decisions(cases, **facts).count(Decision.REJECTION)


def test_mail_of_a_list_is_called_a_rejection_where_it_is_a_clear_one() -> None:
    """Newsletters and debates are full of refusals, and some employers write through a group of their own."""
    rejections = [case for case in CASES if case.label is Label.REJECTION]
    others = [case for case in CASES if case.label is Label.OTHER]
    assert called(others, list_id="The Weekly <weekly.lists.example>") <= called(others) // 3
    assert called(rejections, list_id="Jobs <jobs.acme.example>") >= 0.75 * called(rejections)


def test_a_list_makes_no_rejection_a_silent_miss() -> None:
    """Some people's own address is that of a group: then all their mail comes through one. They are asked."""
    rejections = [case for case in CASES if case.label is Label.REJECTION]
    missed = decisions(rejections, list_id="Me <me.groups.example>").count(Decision.NOT_REJECTION)
    assert missed == decisions(rejections).count(Decision.NOT_REJECTION)


def test_that_mail_can_be_unsubscribed_from_says_nothing() -> None:
    """Tracking systems send rejections so."""
    cases = CASES[:100]
    assert called(cases, list_unsubscribe="yes", precedence="bulk") == called(cases) > 0
