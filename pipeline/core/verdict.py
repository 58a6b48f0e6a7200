"""Labels, acts, scores and verdicts: what is thought of a message, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a person says a message is. The values are part of the contract with other programs."""

    REJECTION = "rejection"
    ACKNOWLEDGEMENT = "acknowledgement"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    OFFER = "offer"
    OUTREACH = "outreach"
    JOB_ALERT = "job_alert"
    STATUS_UPDATE = "status_update"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> Label | None:
        """Return the label that is meant by another spelling, as people write it: `Job alert`, `status-update`."""
        plain = str(value).strip().casefold().replace(" ", "_").replace("-", "_")
        return next((label for label in cls if label.value == plain), None)


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A row of a file of labels, as it stands there: its line, and the three cells that may say something."""

    line: int
    number: str
    message_id: str
    label: str


#: Messages about the user's own candidacies; only of these is any text kept.
JOB_LABELS = frozenset(Label) - {Label.OTHER, Label.JOB_ALERT}


class Act(StrEnum):
    """What one sentence does (`models/corpus/README.md` describes each)."""

    DECLINES = "declines"
    FILLED = "filled"
    CANCELS = "cancels"
    HOLDS = "holds"
    INELIGIBLE = "ineligible"
    EXPLAINS = "explains"
    GAP = "gap"
    STRENGTH = "strength"
    REASON = "reason"
    ADVICE = "advice"
    PRAISES = "praises"
    OFFERS_FEEDBACK = "offers_feedback"
    NO_FEEDBACK = "no_feedback"
    INVITES_BACK = "invites_back"
    KEEPS = "keeps"
    CONDITIONAL = "conditional"
    ACKNOWLEDGES = "acknowledges"
    PENDING = "pending"
    REOPENS = "reopens"
    ADVANCES = "advances"
    SCHEDULES = "schedules"
    ASSIGNS = "assigns"
    REQUESTS = "requests"
    OFFERS = "offers"
    WITHDRAWS = "withdraws"
    APPROACHES = "approaches"
    ADVERTISES = "advertises"
    REFUSES = "refuses"
    REPORTS = "reports"
    INFORMS = "informs"
    CHATS = "chats"
    THANKS = "thanks"
    REGRETS = "regrets"
    WISHES = "wishes"
    INVITES_CONTACT = "invites_contact"
    GREETS = "greets"
    SIGNS = "signs"
    FOOTER = "footer"


#: Acts that end a candidacy.
ENDING_ACTS = frozenset({Act.DECLINES, Act.FILLED, Act.CANCELS, Act.HOLDS, Act.INELIGIBLE})

#: A line of the sign-off that looks so much like an ending says something all the same.
LEAST_ENDING = 0.1

#: Acts that say something about this candidate in particular.
FEEDBACK_ACTS = frozenset({Act.GAP, Act.STRENGTH, Act.REASON, Act.ADVICE})

#: Those of them that say what was missing, why another was chosen or what to do: feedback apart from praise.
USEFUL_ACTS = FEEDBACK_ACTS - {Act.STRENGTH}


class Decision(StrEnum):
    """On which side of the two thresholds a score lies; a rejection out of the blue may be `uncertain` all the same."""

    REJECTION = "rejection"
    UNCERTAIN = "uncertain"
    NOT_REJECTION = "not_rejection"


#: Share of the lower line from which a message known to be about a candidacy is asked about. On mail written for
#: trials that puts two in three of the rejections to the user that would be missed, and one in seventeen of the other
#: messages about jobs (docs/evaluation.md).
_ASKED_WITHIN = 0.5


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The two lines of the model, as probabilities of `rejection`.

    At `upper` or above a message is a rejection; below `lower` it is not; between them the user is asked. With
    `only_asks` none is called a rejection: the user is asked about every one from `lower` on.
    """

    lower: float
    upper: float
    only_asks: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.lower <= self.upper <= 1.0:
            raise ValueError(f"thresholds must satisfy 0 <= lower <= upper <= 1, got {self.lower} and {self.upper}")

    @property
    def within_candidacy(self) -> Thresholds:
        """The lines for a message of which is known that it is about a candidacy: what may end one is asked about.

        Nothing calls it a rejection: a question is answered with a key, a letter about nothing is not taken back.
        """
        return Thresholds(self.lower * _ASKED_WITHIN, self.upper, only_asks=True)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model thinks of one message.

    Attributes:
        probabilities: A probability for each label; they sum to 1.
        acts: For each sentence of the reading, in order, its probability for each act.
        decisive: Index of the sentence that weighed most for the likeliest label, in an uncertain message for a
            rejection, or None if there is no sentence.
        model: Name of the artifact.
        thresholds: The model's own two lines.
        feedback: For each sentence, the probability that it says what was missing, why another was chosen or what to
            do, whatever else it does.
        strengths: For each sentence, the probability that it praises this candidate in particular.
    """

    probabilities: Mapping[Label, float]
    acts: tuple[Mapping[Act, float], ...]
    decisive: int | None
    model: str
    thresholds: Thresholds
    feedback: tuple[float, ...]
    strengths: tuple[float, ...]

    @property
    def score(self) -> float:
        """The probability of `rejection`."""
        return self.probabilities.get(Label.REJECTION, 0.0)

    def act(self, index: int) -> Act:
        """The likeliest act of sentence `index`."""
        acts = self.acts[index]
        return max(acts, key=lambda act: acts[act])


@dataclass(frozen=True, slots=True)
class Verdict:
    """Label and decision, with score, evidence and model; `job_mail` is how likely it is about jobs at all."""

    decision: Decision
    label: Label
    score: float
    evidence: str
    model: str
    job_mail: float = 1.0

    @property
    def is_rejection(self) -> bool:
        """Whether the message counts as a rejection."""
        return self.decision is Decision.REJECTION


def decide(score: float, thresholds: Thresholds) -> Decision:
    """Return on which side of the two thresholds a score in 0..1 lies."""
    if score >= thresholds.upper and not thresholds.only_asks:
        return Decision.REJECTION
    if score >= thresholds.lower:
        return Decision.UNCERTAIN
    return Decision.NOT_REJECTION


def label_for(probabilities: Mapping[Label, float], decision: Decision) -> Label:
    """Return the likeliest label that agrees with the decision.

    A message that is called a rejection bears that label, and one that is called none never does; an uncertain one
    bears whatever is likeliest.
    """
    if decision is Decision.REJECTION:
        return Label.REJECTION
    allowed = {
        label: probability
        for label, probability in probabilities.items()
        if label is not Label.REJECTION or decision is Decision.UNCERTAIN
    }
    return max(allowed, key=lambda label: allowed[label], default=Label.OTHER)
