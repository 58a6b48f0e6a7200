"""The gate: whether a newly trained model, the candidate, may take the place of the one in use, the incumbent.

Both are asked about the user's labels without having seen the message. What the candidate says so comes from its folds.
An incumbent that learnt from some of these labels would know them by heart; what it said of them from its own folds
stands in its passport, and that counts.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.classifier.artifact import brier_of
from pipeline.core.evaluation.scores import Share
from pipeline.core.message import Message
from pipeline.core.verdict import Label
from pipeline.errors import GateNotMetError

#: How much worse a candidate's Brier score on the corpus may be: about what another seed alone changes.
_TOLERANCE = 0.004

#: A candidate that loses so many labels more than it gains that chance alone would seldom have it is worse.
_SELDOM = 0.2

#: Where a passport holds what its model said of the user's labels out of fold, and the hash of the corpus beside them.
_MEMORY = "yours"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the candidate and another model do on the same labels, each without having seen the message.

    `lost` counts those that only the other gets right, `gained` those that only the candidate does.
    """

    candidate: Share
    other: Share
    lost: int
    gained: int

    @property
    def is_worse(self) -> bool:
        """Whether the candidate loses more than chance explains: the sign test (Dixon and Mood 1946, JASA 41:557).

        Out of fold it saw but a part of the corpus and of the labels, so a label or two less says nothing.
        """
        told = self.lost + self.gained
        as_bad = sum(math.comb(told, number) for number in range(self.lost, told + 1))
        return as_bad < _SELDOM * (1 << told)


@dataclass(frozen=True, slots=True)
class RetrainReport:
    """What became of a training.

    Attributes:
        name: The name of the new model.
        labels: How many of the user's labels it learnt from.
        incumbent, baseline: How it does on these labels beside each, as far as they compare.
        remembered: Whether it is known what the incumbent says of labels that it learnt from. Where it is not, the
            baseline, which learnt from none, stands for it.
        candidate_brier, incumbent_brier, baseline_brier: How far each is off on the corpus alone. Where the incumbent
            was trained on another corpus its figure does not compare, and the baseline's stands for it.
    """

    name: str
    labels: int
    incumbent: Comparison
    baseline: Comparison
    remembered: bool
    candidate_brier: float
    incumbent_brier: float
    baseline_brier: float


def hold(report: RetrainReport) -> None:
    """Let a candidate pass that is no worse on the corpus and no worse on the user's labels, as far as that is certain.

    It is held against the baseline too, or a little could be lost with every training.

    Raises:
        GateNotMetError: It is worse.
    """
    for whose, labels, brier in (
        ("the shipped one", report.baseline, report.baseline_brier),
        ("the present one", report.incumbent, report.incumbent_brier),
    ):
        if report.candidate_brier > brier + _TOLERANCE:
            raise GateNotMetError(
                f"The new model is worse on the corpus: Brier score {report.candidate_brier:.4f}, "
                f"that of {whose} {brier:.4f}. The present one stays.",
                hint="Look through your labels for a slip: `afterword log`, `afterword show ID`.",
            )
        if labels.is_worse:
            raise GateNotMetError(
                f"Of your labels, unseen, the new model gets {in_words(labels.candidate)} right, "
                f"{whose} {in_words(labels.other)}. The present one stays.",
                hint="Look through your labels for a slip, or label more messages, from other senders too.",
            )


def in_words(share: Share) -> str:
    """Return a count with the 95 % interval of its share."""
    low, high = share.interval
    return f"{share.hits} of {share.total} (95 % interval {low:.2f} to {high:.2f})"


def compared(candidate: Sequence[bool], other: Sequence[bool | None], truths: Sequence[bool]) -> Comparison:
    """Compare which messages two models call rejections with which are; what the other cannot tell is left out."""
    told = [
        (one == truth, call == truth)
        for one, call, truth in zip(candidate, other, truths, strict=True)
        if call is not None
    ]
    return Comparison(
        candidate=Share(sum(one for one, _ in told), len(told)),
        other=Share(sum(call for _, call in told), len(told)),
        lost=sum(call and not one for one, call in told),
        gained=sum(one and not call for one, call in told),
    )


def family_of(message: Message) -> str:
    """Return the family of a labelled message: its sender's domain, which never stands on both sides of a fold.

    Whatever the label: what a sender rejects with and what it acknowledges with are framed alike, and who knows the one
    by heart has seen half of the other.
    """
    return message.sender.domain or message.message_id


def memory(messages: Sequence[Message], scores: Sequence[float], corpus: str) -> dict[str, object]:
    """Return what a passport keeps for later gates: the out-of-fold score of each label, and the hash of the corpus.

    Under a hash of the Message-ID: a model may be passed on.
    """
    unseen = {_key(message): round(score, 4) for message, score in zip(messages, scores, strict=True)}
    return {_MEMORY: {"corpus": corpus, "unseen": unseen}}


class Standing:
    """What the passport of an incumbent tells the gate."""

    def __init__(self, passport: Mapping[str, Any]) -> None:
        kept = passport.get(_MEMORY)
        kept = kept if isinstance(kept, Mapping) else {}
        unseen = kept.get("unseen")
        self._unseen: Mapping[str, float] | None = unseen if isinstance(unseen, Mapping) else None
        self._upper = float(passport["thresholds"]["upper"])
        self._corpus = kept.get("corpus") if passport.get("labels_of_yours") else passport.get("corpus")
        #: Its Brier score on the corpus it was trained on; one whose passport tells none stands in nobody's way.
        self.brier = math.inf if (brier := brier_of(passport)) is None else brier
        #: Whether it is known what it said of labels that it learnt from: models of old did not keep that.
        self.remembers = self._unseen is not None or not passport.get("labels_of_yours")

    def is_told_on(self, corpus: str) -> bool:
        """Return whether its Brier score is that on the corpus with this hash, without any of the user's messages."""
        return self._corpus == corpus

    def unseen_calls(
        self, labelled: Sequence[tuple[Message, Label]], calls: Sequence[bool], known: Sequence[tuple[Message, Label]]
    ) -> list[bool | None]:
        """Return whether it calls each labelled message a rejection without having seen it.

        That is what it says now of a message that is new to it, and what it said out of fold of one that it learnt
        from. None if it learnt from others of the same family: the candidate is not asked about a family that it knows.

        Args:
            labelled: The messages that are compared.
            calls: What it says of each now.
            known: All messages with a label, also those whose text is gone.
        """
        unseen = self._unseen or {}
        learnt = {family_of(message) for message, _ in known if _key(message) in unseen}
        return [
            unseen[key] >= self._upper
            if (key := _key(message)) in unseen
            else (None if family_of(message) in learnt else call)
            for (message, _), call in zip(labelled, calls, strict=True)
        ]


def _key(message: Message) -> str:
    return hashlib.sha256(message.message_id.encode("utf-8", "replace")).hexdigest()[:24]
