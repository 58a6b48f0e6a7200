"""A rejection as the letters know it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from pipeline.core.applications.application import Application, Reason, Stage
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.message import Address

_NOBODY = Address()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A logged rejection with everything that a debrief may speak of.

    `id` is its number in the log. `application` is its candidacy with the timeline, the rejection itself included.
    `earlier` is how many other candidacies at the same company had ended before. `is_chased` says whether it is on the
    user's chase list; `skills` are those of the user's skill list that the feedback speaks of. `mailboxes` names where
    the message lies. `recruiter`, `reapply_phrase`, `familiar` and `denies_feedback` are as in `Facts`. `first_told` is
    when the first of the messages that tell it came.
    """

    id: int
    message_id: str
    references: tuple[str, ...]
    date: dt.datetime
    sender: Address
    subject: str
    language: str
    company: str
    role: str
    stage: Stage
    reason: Reason
    evidence: str
    feedback: tuple[Feedback, ...]
    offers_feedback: bool
    reapply_after: dt.date | None
    application: Application | None = None
    earlier: int = 0
    is_chased: bool = False
    skills: tuple[str, ...] = ()
    mailboxes: tuple[str, ...] = ()
    recruiter: Address = _NOBODY
    reapply_phrase: str = ""
    familiar: bool = False
    denies_feedback: bool = False
    first_told: dt.datetime | None = None

    @property
    def ended(self) -> dt.datetime:
        """When it ended the candidacy, whatever was added later."""
        return self.first_told or self.date

    @property
    def wants_no_other(self) -> bool:
        """Whether they ask not to apply there again: then a sentence on that is known, and no day."""
        return bool(self.reapply_phrase) and self.reapply_after is None

    @property
    def said(self) -> tuple[Feedback, ...]:
        """The feedback as it is told: a formal condition that is not met is their reason, and nothing they missed."""
        if self.reason is not Reason.ELIGIBILITY:
            return self.feedback
        return tuple(
            replace(one, kind=FeedbackKind.REASON) if one.kind is FeedbackKind.GAP else one for one in self.feedback
        )
