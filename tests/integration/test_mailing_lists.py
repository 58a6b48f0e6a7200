"""What came through a mailing list is seldom a rejection, and now and then one all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from support.verdicts import decisions_on, verdicts_on

from pipeline import bootstrap, resources
from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.message import Message
from pipeline.core.verdict import JOB_LABELS, Decision, Label
from pipeline.tasks.judge import Judge

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "messages.jsonl"))


def bearing(cases: list[Case], **facts: str) -> list[Message]:
    """Return the messages with headers that say so."""
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    return [replace(case.message, facts=named) for case in cases]


def decisions(cases: list[Case], **facts: str) -> list[Decision]:
    """Return what the messages are called if their headers say so."""
    return decisions_on(bearing(cases, **facts))


def taken_for_job_mail(cases: list[Case], **facts: str) -> int:
    """Return how many of the messages are taken for job mail if their headers say so."""
    return sum(label in JOB_LABELS for _, label in verdicts_on(bearing(cases, **facts)))


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


def test_a_run_comes_to_the_same_verdicts() -> None:
    """What is judged here without facts, as the other tests of verdicts have it."""
    messages = bearing(CASES[:60]) + bearing(CASES[60:90], list_id="The Weekly <weekly.lists.example>")
    judged = Judge(bootstrap.classifier(), resources.SENDERS)(messages)
    assert [(one.verdict.decision, one.verdict.label) for one in judged] == verdicts_on(messages)
