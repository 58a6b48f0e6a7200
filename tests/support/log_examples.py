"""Judged messages for tests of the log."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Judged, Reason, Stage
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.letter import Owed
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Decision, Label, Verdict

#: A Monday noon.
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)

#: What an employer said, and all that can be drawn from a message.
FEEDBACK = Feedback(FeedbackKind.GAP, "we missed depth in Rust", ("rust",))
FULL_FACTS = Facts(
    company="Acme",
    role="Engineer",
    stage=Stage.INTERVIEW,
    reason=Reason.OTHER_CANDIDATE,
    feedback=(FEEDBACK, Feedback(FeedbackKind.STRENGTH, "your clear answers")),
    offers_feedback=True,
    reapply_after=date(2027, 5, 1),
    requisition="R-20418",
    place="Oslo",
    recruiter=Address("Ann", "ann@acme.example"),
    answerable=True,
    reapply_phrase="You may apply again from May 2027.",
    kept_until=date(2027, 11, 16),
    kept_phrase="We keep your CV on file for a year.",
    familiar=True,
    denies_feedback=True,
)

_SCORES = {Decision.REJECTION: 0.99, Decision.UNCERTAIN: 0.5, Decision.NOT_REJECTION: 0.01}


def judged(  # noqa: PLR0913 - each test names the few that it is about
    message_id: str = "no-1@acme.example",
    *,
    label: Label = Label.REJECTION,
    decision: Decision | None = None,
    date: datetime = NOON,
    company: str = "Acme",
    facts: Facts | None = None,
    subject: str = "Your application",
    text: str = "We have decided not to move forward.",
    references: tuple[str, ...] = (),
    application: int | None = None,
    mailbox: str = "INBOX",
    uid: int = 1,
    repeats: int | None = None,
) -> Judged:
    """Return a judged message; without a decision it is what its label says."""
    if decision is None:
        decision = Decision.REJECTION if label is Label.REJECTION else Decision.NOT_REJECTION
    message = Message(
        key=MessageKey(mailbox, 7, uid),
        message_id=message_id,
        date=date,
        sender=Address("Ann", "ann@acme.example"),
        subject=subject,
        text=text,
        references=references,
    )
    return Judged(
        message=message,
        language="en",
        verdict=Verdict(decision, label, _SCORES[decision], text, "baseline-1"),
        facts=facts or Facts(company=company, role="Engineer", stage=Stage.APPLICATION),
        text=text,
        application=application,
        repeats=repeats,
    )


def days(number: int) -> timedelta:
    """Return a number of days."""
    return timedelta(days=number)


def claimed(log: SqliteLog, now: datetime = NOON) -> Owed:
    """Claim a letter that is known to be due."""
    owed = log.claim(now)
    assert owed is not None
    return owed
