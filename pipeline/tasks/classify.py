"""Judge messages from files and streams, one by one, without a log and without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import islice

from pipeline.core.applications.application import Judged
from pipeline.core.message import RawMessage, Unreadable
from pipeline.core.ports import Parser
from pipeline.tasks.judge import Judge

#: Messages judged together: enough to share the cost of a call, few enough to stream.
_TOGETHER = 16


def classify(
    source: Iterable[RawMessage | Unreadable], *, parser: Parser, judge: Judge
) -> Iterator[Judged | Unreadable]:
    """Yield each message of a source judged, in its order and in bounded memory; one that cannot be read says why."""
    remaining = iter(source)
    # Each is parsed as it comes: what is then held of it is its text, and not its attachments.
    while parsed := [one if isinstance(one, Unreadable) else parser.parse(one) for one in islice(remaining, _TOGETHER)]:
        judged = iter(judge([one for one in parsed if not isinstance(one, Unreadable)]))
        for one in parsed:
            yield one if isinstance(one, Unreadable) else next(judged)


def as_record(one: Judged | Unreadable) -> dict[str, object]:
    """Return a judged message under the names that other programs rely on.

    The fields and their order are the contract of `afterword classify --json`.
    """
    if isinstance(one, Unreadable):
        return {"message_id": one.message_id, "error": one.reason, "mailbox": one.key.mailbox, "uid": one.key.uid}
    message, verdict, facts = one.message, one.verdict, one.facts
    return {
        "message_id": message.message_id,
        "date": message.date.astimezone(UTC).isoformat(),
        "from": str(message.sender),
        "subject": message.subject,
        "language": one.language,
        "label": verdict.label.value,
        "score": round(verdict.score, 6),
        "verdict": verdict.decision.value,
        "evidence": verdict.evidence,
        "stage": facts.stage.value,
        "reason": facts.reason.value,
        "company": facts.company,
        "role": facts.role,
        "feedback": [{"kind": piece.kind.value, "text": piece.text} for piece in facts.feedback],
        "offers_feedback": facts.offers_feedback,
        "reapply_after": facts.reapply_after.isoformat() if facts.reapply_after else None,
        "model": verdict.model,
        "requisition": facts.requisition,
        "place": facts.place,
        "recruiter": facts.recruiter.name,
        "recruiter_address": facts.recruiter.address,
        "answerable": facts.answerable,
        "reapply_phrase": facts.reapply_phrase,
        "kept_until": facts.kept_until.isoformat() if facts.kept_until else None,
        "kept_phrase": facts.kept_phrase,
        "familiar": facts.familiar,
        "denies_feedback": facts.denies_feedback,
    }
