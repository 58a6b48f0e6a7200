"""What came through a mailing list is seldom a rejection, and now and then one all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline import bootstrap, resources
from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.applications.application import Judged
from pipeline.core.verdict import JOB_LABELS, Decision, Label
from pipeline.tasks.judge import Judge

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl"))


def judged(cases: list[Case], **facts: str) -> list[Judged]:
    """Return the messages as they are judged if their headers say so."""
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    messages = [replace(case.message, facts=named) for case in cases]
    return Judge(bootstrap.classifier(), resources.SENDERS)(messages)


def decisions(cases: list[Case], **facts: str) -> list[Decision]:
    """Return what the messages are called if their headers say so."""
    return [one.verdict.decision for one in judged(cases, **facts)]


def taken_for_job_mail(cases: list[Case], **facts: str) -> int:
    """Return how many of the messages are taken for job mail if their headers say so."""
    return sum(one.verdict.label in JOB_LABELS for one in judged(cases, **facts))


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


def test_what_comes_through_a_list_is_less_likely_an_invitation() -> None:
    """It goes to many. But most invitations and receipts are told all the same, and the score is another matter."""
    cases = [case for case in CASES if case.label in JOB_LABELS - {Label.REJECTION, Label.OUTREACH}]
    listed = taken_for_job_mail(cases, list_id="The Weekly <weekly.lists.example>")
    assert 0.75 * taken_for_job_mail(cases) <= listed < taken_for_job_mail(cases)
