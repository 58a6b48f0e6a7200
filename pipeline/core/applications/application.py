"""Applications: one candidacy each, with company, role and a timeline of messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from pipeline.core.feedback import Feedback
from pipeline.core.message import Address, Message
from pipeline.core.verdict import JOB_LABELS, Decision, Label, Verdict


class Stage(StrEnum):
    """How far a candidacy had come when it ended. The values are part of the contract with other programs."""

    APPLICATION = "application"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a candidacy ended. The values are part of the contract with other programs."""

    OTHER_CANDIDATE = "other_candidate"
    QUALIFICATIONS = "qualifications"
    ELIGIBILITY = "eligibility"
    FILLED = "filled"
    CANCELLED = "cancelled"
    ON_HOLD = "on_hold"
    UNSPECIFIED = "unspecified"


#: What an employer sends while an application is with them; by hand, that the user applied.
_RUNNING = frozenset({Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.ASSESSMENT, Label.STATUS_UPDATE})
#: What ends an application, or all waiting for a word.
_SETTLED = frozenset({Label.REJECTION, Label.OFFER})

#: How likely a message has to be about jobs that does not name both company and role, to be no ordinary mail.
_SURELY_JOB_MAIL = 0.9

#: The same of a rejection from an employer's address. On mail by others that asks about 11 of 212 whose application is
#: not known, and about 3 of 5 messages that were called one and are none.
_LIKELY_JOB_MAIL = 0.8

#: For how long an application may go without a word until that is told.
SILENCE = timedelta(days=30)

_NOBODY = Address()


@dataclass(frozen=True, slots=True)
class Facts:
    """What could be drawn from one message; an empty string or None means that it does not say.

    Attributes:
        recruiter: The person who wrote, with an address that can be answered; either part may be empty.
        answerable: Whether somebody would read an answer.
        own_domain: The domain of its sender, where it is that of the company.
        personal: Whether it comes from the address of the person who wrote.
        from_free_mail: Whether anybody may have an address like its sender's: `cornermill@gmail.com`.
        from_shared_domain: Whether many employers write from its sender's domain, or anybody: a hiring system's, say.
        reapply_phrase: The sentence that names the date to reapply, word for word; without a date, one that asks not
            to apply again.
        kept_until, kept_phrase: Until when they keep the application on file, and the sentence that says so.
        familiar: Whether it says `du`, `tu` or `je` to the candidate, where the language has a choice.
        denies_feedback: Whether it says that no feedback is given, or no reasons.
    """

    company: str = ""
    role: str = ""
    stage: Stage = Stage.UNKNOWN
    reason: Reason = Reason.UNSPECIFIED
    feedback: tuple[Feedback, ...] = ()
    offers_feedback: bool = False
    reapply_after: date | None = None
    requisition: str = ""
    place: str = ""
    recruiter: Address = _NOBODY
    answerable: bool = False
    own_domain: str = ""
    personal: bool = False
    from_free_mail: bool = False
    from_shared_domain: bool = False
    reapply_phrase: str = ""
    kept_until: date | None = None
    kept_phrase: str = ""
    familiar: bool = False
    denies_feedback: bool = False

    def is_answered_at(self, address: str) -> bool:
        """Return whether a sender's address is that of one employer: who writes for many takes answers elsewhere."""
        answered = self.recruiter.address or address
        return self.answerable and answered.casefold() == address.casefold()


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with its verdict and the facts drawn from it: the unit that is logged.

    `candidates` are the applications among which the user has to tell. `repeats` is the number of the rejection that it
    tells again, `replaces` that of one which it tells again with more; `is_told` says that a letter about that one
    has left. `called` is what its company is called by what is known beside it, `staged` the stage at which it came by
    its timeline; both are None as long as nothing beside it is known.
    """

    message: Message
    language: str
    verdict: Verdict
    facts: Facts
    text: str = ""
    application: int | None = None
    candidates: tuple[int, ...] = ()
    repeats: int | None = None
    replaces: int | None = None
    is_told: bool = False
    called: str | None = None
    staged: Stage | None = None

    @property
    def company(self) -> str:
        """What its company is called, which it may spell otherwise itself."""
        return self.facts.company if self.called is None else self.called

    @property
    def stage(self) -> Stage:
        """The stage at which it came, of which it may say less itself."""
        return self.facts.stage if self.staged is None else self.staged

    @property
    def names_candidacy(self) -> bool:
        """Whether a later message can be told to be about the same: by the company, else by who writes about the role.

        Small firms write from an address that anybody may have, and do not name themselves.
        """
        facts = self.facts
        return bool(facts.company or (facts.role and facts.is_answered_at(self.message.sender.address)))

    @property
    def may_be_ordinary(self) -> bool:
        """Whether it may be ordinary mail, unless an application of the user is known to be what it is about.

        A mailbox holds so much more ordinary mail that of what seems to be an invitation, or a rejection, a good part
        is none: a journey is called off, a bid is too low. Who names company and role speaks of one. Most employers
        have an address of their own: that a sofa is gone comes from one that anybody may have.
        """
        is_likelier = self.verdict.is_rejection and not self.facts.from_free_mail
        least = _LIKELY_JOB_MAIL if is_likelier else _SURELY_JOB_MAIL
        is_spoken_of = bool(self.facts.company and self.facts.role)
        return not is_spoken_of and self.verdict.job_mail < least

    @property
    def begins_application(self) -> bool:
        """Whether an application is begun for it where none is known: it says of what, and is surely job mail.

        A message that is asked about begins nothing, nor does what goes to a whole list to find somebody.
        """
        is_advertised = self.verdict.label is Label.OUTREACH and "list-id" in self.message.facts
        is_asked = self.verdict.decision is Decision.UNCERTAIN
        return self.names_candidacy and not (is_asked or is_advertised or self.may_be_ordinary)


@dataclass(frozen=True, slots=True)
class Event:
    """One message on an application's timeline, or what the user wrote onto it by hand.

    `gmail_thread` is its thread's number at Gmail, `repeats` the number of the rejection that it tells again.
    `company`, `role` and `requisition` are what the message itself names. `stage` is the stage at which it came, if it
    is a rejection, and `stated` what it says of that itself, or the user who wrote it down.
    """

    id: int
    message_id: str
    date: datetime
    label: Label
    subject: str
    sender: Address
    evidence: str = ""
    by_hand: bool = False
    gmail_thread: str = ""
    repeats: int | None = None
    role: str = ""
    requisition: str = ""
    stage: Stage = Stage.UNKNOWN
    company: str = ""
    stated: Stage = Stage.UNKNOWN

    def is_by(self, address: str) -> bool:
        """Return whether it came from this address, in whatever case of letters."""
        return bool(address) and self.sender.address.casefold() == address.casefold()

    def is_from(self, domain: str) -> bool:
        """Return whether it came from an address of this domain (in lower case) or of one below it."""
        return bool(domain) and self.sender.address.casefold().endswith((f"@{domain}", f".{domain}"))


@dataclass(frozen=True, slots=True)
class Application:
    """One candidacy.

    `id` is its number in the log; `events` is its timeline, oldest first. With `is_named`, its names are the user's and
    count for all its messages.
    """

    id: int
    company: str
    role: str
    events: tuple[Event, ...] = field(default_factory=tuple)
    is_named: bool = False

    @property
    def is_open(self) -> bool:
        """Whether no rejection has ended it; what comes after one does not open it again."""
        return not any(event.label is Label.REJECTION for event in self.events)

    @property
    def is_begun(self) -> bool:
        """Whether more than an approach to the user is on its timeline, or they named it: else they have not applied.

        What approaches them waits on a timeline for what may follow it, which may name nothing by itself.
        """
        return self.is_named or any(event.label is not Label.OUTREACH for event in self.events)

    @property
    def last_heard(self) -> datetime | None:
        """When the last word came of an application that waits for one, or the user noted it; None of any other.

        Who was only approached has not applied, and an offer is answered by the user. A single message that names no
        role tells too little: an appointment with a doctor looks like an invitation.
        """
        about = [event for event in self.events if event.label in JOB_LABELS]
        labels = {event.label for event in about}
        is_told = bool(self.role) or len(about) > 1 or any(event.by_hand for event in about)
        if not is_told or not labels & _RUNNING or labels & _SETTLED:
            return None
        return max(event.date for event in about)

    @property
    def is_candidacy(self) -> bool:
        """Whether anything on its timeline is about a candidacy."""
        return any(event.label in JOB_LABELS for event in self.events)

    @property
    def message_ids(self) -> frozenset[str]:
        """The Message-IDs on its timeline."""
        return frozenset(event.message_id for event in self.events)

    @property
    def gmail_threads(self) -> frozenset[str]:
        """The numbers that Gmail gives the threads on its timeline."""
        return frozenset(event.gmail_thread for event in self.events if event.gmail_thread)

    @property
    def requisitions(self) -> frozenset[str]:
        """The numbers of the position that its messages name."""
        return frozenset(event.requisition for event in self.events if event.requisition)


#: What stands before a rejection and tells at which stage it came.
STAGED = frozenset({Label.INTERVIEW, Label.ASSESSMENT})


def stage_from_timeline(stated: Stage, application: Application | None, before: datetime) -> Stage:
    """Return the stage at which a rejection came, given what it says itself and what came earlier.

    An earlier interview counts even where the rejection does not mention it; what the message says of a later stage
    than its timeline knows wins.
    """
    if stated is Stage.INTERVIEW or application is None:
        return stated
    earlier = {event.label for event in application.events if event.date < before}
    if Label.INTERVIEW in earlier:
        return Stage.INTERVIEW
    if Label.ASSESSMENT in earlier:
        return Stage.ASSESSMENT
    return stated
