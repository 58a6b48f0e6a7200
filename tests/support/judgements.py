"""Readings and judgements made by hand, for tests of what is drawn from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parseaddr

from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.reading import Reading
from pipeline.core.verdict import USEFUL_ACTS, Act, Judgement, Label, Thresholds
from pipeline.reading.read import read

#: When every message here was sent, unless a test says otherwise.
SENT = datetime(2026, 11, 15, 9, 30, tzinfo=UTC)

#: The lines of every judgement here, unless a test says otherwise.
THRESHOLDS = Thresholds(0.3, 0.7)


def message(
    text: str, *, subject: str = "", sender: str = "", to: str = "", message_id: str = "one@x", date: datetime = SENT
) -> Message:
    """Return a message; `sender` and `to` are written as in a header (RFC 5322)."""
    return Message(
        key=MessageKey("INBOX", 1, 1),
        message_id=message_id,
        date=date,
        sender=Address(*parseaddr(sender)),
        recipients=(Address(*parseaddr(to)),) if to else (),
        subject=subject,
        text=text,
    )


def reading(text: str, *, subject: str = "", sender: str = "", to: str = "", date: datetime = SENT) -> Reading:
    """Return the reading of a message."""
    return read(message(text, subject=subject, sender=sender, to=to, date=date))


def judged(
    what: Reading,
    acts: Mapping[str, Act | Mapping[Act, float]] | None = None,
    *,
    label: Label = Label.REJECTION,
    decisive: int | None = 0,
    others: Act = Act.INFORMS,
) -> Judgement:
    """Return a judgement that is sure of itself.

    `acts` gives each sentence that contains a key that act, or those probabilities; all other sentences do `others`.
    """
    told = tuple(_acts_of(sentence.text, acts or {}, others) for sentence in what.sentences)
    return by_acts({label: 1.0}, told, decisive)


def by_acts(
    probabilities: Mapping[Label, float],
    acts: Sequence[Mapping[Act, float]],
    decisive: int | None,
    model: str = "by-hand",
    thresholds: Thresholds = THRESHOLDS,
) -> Judgement:
    """Return a judgement to which each sentence is as likely feedback, and praise, as its acts by themselves say."""
    return Judgement(
        probabilities,
        tuple(acts),
        decisive,
        model,
        thresholds,
        feedback=tuple(sum(each.get(act, 0.0) for act in USEFUL_ACTS) for each in acts),
        strengths=tuple(each.get(Act.STRENGTH, 0.0) for each in acts),
    )


def _acts_of(text: str, acts: Mapping[str, Act | Mapping[Act, float]], others: Act) -> Mapping[Act, float]:
    """Return the probabilities of one sentence."""
    for part, act in acts.items():
        if part in text:
            return {act: 1.0} if isinstance(act, Act) else act
    return {others: 1.0}
