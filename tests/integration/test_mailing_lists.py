"""What came through a mailing list is seldom a rejection, and now and then one all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline import bootstrap, resources
from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.verdict import Label
from pipeline.tasks.judge import Judge

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl"))


def called(cases: list[Case], **facts: str) -> int:
    """Return how many of the messages are called rejections if their headers say so."""
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    messages = [replace(case.message, facts=named) for case in cases]
    return sum(one.verdict.is_rejection for one in Judge(bootstrap.classifier(), resources.SENDERS)(messages))


def test_mail_of_a_list_is_called_a_rejection_where_it_is_a_clear_one() -> None:
    """Newsletters and debates are full of refusals, and some employers write through a group of their own."""
    rejections = [case for case in CASES if case.label is Label.REJECTION]
    others = [case for case in CASES if case.label is Label.OTHER]
    assert called(others, list_id="The Weekly <weekly.lists.example>") <= called(others) // 3
    assert called(rejections, list_id="Jobs <jobs.acme.example>") >= 0.75 * called(rejections)


def test_that_mail_can_be_unsubscribed_from_says_nothing() -> None:
    """Tracking systems send rejections so."""
    cases = CASES[:100]
    assert called(cases, list_unsubscribe="yes", precedence="bulk") == called(cases) > 0
