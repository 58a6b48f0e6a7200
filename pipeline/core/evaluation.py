"""Figures about a judge: precision and recall with their intervals, how far scores can be trusted, and the facts."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.core.applications.application import Judged, Stage
from pipeline.core.message import Message
from pipeline.core.verdict import JOB_LABELS, Decision, Label, Thresholds

#: Two-sided 95 %.
_Z = 1.959963984540054

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with its Wilson interval (Wilson 1927, JASA 22:209): honest for small counts and near 1."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, or NaN of nothing."""
        return self.hits / self.total if self.total else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        if not self.total:
            return 0.0, 1.0
        n, p, z = self.total, self.value, _Z
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.hits}/{self.total})"


@dataclass(frozen=True, slots=True)
class Figures:
    """How a judge did on some messages.

    `asked` counts rejections that came out uncertain, `uncertain` all messages that did.
    """

    recall: Share
    precision: Share
    asked: Share
    uncertain: Share


def figures(scores: Sequence[float], truths: Sequence[bool], thresholds: Thresholds) -> Figures:
    """Return precision and recall of `rejection` at the upper threshold, and what fell between the two."""
    called = [score >= thresholds.upper for score in scores]
    between = [thresholds.lower <= score < thresholds.upper for score in scores]
    hits = sum(one and truth for one, truth in zip(called, truths, strict=True))
    missed = sum(truths) - hits
    asked = sum(one and truth for one, truth in zip(between, truths, strict=True))
    return Figures(
        recall=Share(hits, sum(truths)),
        precision=Share(hits, sum(called)),
        asked=Share(asked, missed),
        uncertain=Share(sum(between), len(scores)),
    )


def brier(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Return the mean squared error of the scores (Brier 1950, Monthly Weather Review 78:1)."""
    return sum((score - truth) ** 2 for score, truth in zip(scores, truths, strict=True)) / max(len(scores), 1)


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled message to measure on. What nobody noted of it is None: `stage`, `feedback` and what follows.

    `company` and `role` are the spellings that count as right, `reapply` the days from which another application is
    welcome, as in `2026-03-31`; empty where the message names none.
    `kind`, `source`, `family` and `tags` are what whoever collected it said of it; figures are given for each.
    """

    message: Message
    label: Label
    language: str
    stage: Stage | None = None
    feedback: tuple[str, ...] | None = None
    company: tuple[str, ...] | None = None
    role: tuple[str, ...] | None = None
    reapply: tuple[str, ...] | None = None
    kind: str = ""
    source: str = ""
    family: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what the judge made of it; and what of job mail that it let pass, were its candidacy known."""

    case: Case
    judged: Judged
    within_candidacy: Decision | None = None

    @property
    def is_rejection(self) -> bool:
        """Whether it is one in truth."""
        return self.case.label is Label.REJECTION

    @property
    def decision(self) -> Decision:
        """What the judge decided."""
        return self.judged.verdict.decision

    @property
    def is_noticed(self) -> bool:
        """Whether it is a rejection that was called one or asked about."""
        return self.is_rejection and self.decision is not Decision.NOT_REJECTION


@dataclass(frozen=True, slots=True)
class Row:
    """Figures for one group of cases.

    `false_alarms` is the share of those that are no rejection and were called one; `silent` the share of rejections
    that were neither called nor asked about.
    """

    name: str
    recall: Share
    precision: Share
    false_alarms: Share
    uncertain: Share
    silent: Share


def row(name: str, outcomes: Sequence[Outcome]) -> Row:
    """Return the figures of a group."""
    true = [one for one in outcomes if one.is_rejection]
    called = [one for one in outcomes if one.decision is Decision.REJECTION]
    hits = sum(one.is_rejection for one in called)
    return Row(
        name=name,
        recall=Share(hits, len(true)),
        precision=Share(hits, len(called)),
        false_alarms=Share(len(called) - hits, len(outcomes) - len(true)),
        uncertain=Share(sum(one.decision is Decision.UNCERTAIN for one in outcomes), len(outcomes)),
        silent=Share(sum(one.decision is Decision.NOT_REJECTION for one in true), len(true)),
    )


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """Return the figures of all cases, then by language, kind, tag, true label, source and family of wording.

    A true label has no precision: what else was called by its name is in other groups.
    """
    groups: dict[str, list[Outcome]] = {"all": list(outcomes)}
    for one in outcomes:
        groups.setdefault(f"language {one.case.language or 'unknown'}", []).append(one)
        groups.setdefault(f"kind {one.case.kind or 'unknown'}", []).append(one)
        groups.setdefault(f"label {one.case.label.value}", []).append(one)
        for tag in one.case.tags:
            groups.setdefault(f"tag {tag}", []).append(one)
        for kind, name in (("source", one.case.source), ("family", one.case.family)):
            if name:
                groups.setdefault(f"{kind} {name}", []).append(one)
    names = sorted(groups, key=lambda name: (name != "all", name.split()[0], -len(groups[name]), name))
    table = [row(name, groups[name]) for name in names]
    return [replace(one, precision=Share(0, 0)) if one.name.startswith("label ") else one for one in table]


def confusion(outcomes: Sequence[Outcome]) -> dict[Label, dict[Label, int]]:
    """Return how often each true label (outer) was given each label (inner)."""
    table = {true: dict.fromkeys(Label, 0) for true in Label}
    for one in outcomes:
        table[one.case.label][one.judged.verdict.label] += 1
    return table


@dataclass(frozen=True, slots=True)
class Bin:
    """Messages whose scores lie in [low, high): how many, their mean score, and the share that are rejections."""

    low: float
    high: float
    mean_score: float
    share: Share


def reliability(scores: Sequence[float], truths: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Return the reliability table of some scores (DeGroot and Fienberg 1983, The Statistician 32:12)."""
    table = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        within = [
            (score, truth)
            for score, truth in zip(scores, truths, strict=True)
            if low <= score < high or (number == bins - 1 and score == 1.0)
        ]
        mean = sum(score for score, _ in within) / len(within) if within else math.nan
        table.append(Bin(low, high, mean, Share(sum(truth for _, truth in within), len(within))))
    return table


def precision_recall(scores: Sequence[float], truths: Sequence[bool]) -> list[tuple[float, float, float]]:
    """Return (threshold, recall, precision) at each score that some message has, highest first.

    Without a rejection there is no recall, and no curve.
    """
    total = sum(truths)
    if not total:
        return []
    points = []
    hits = 0
    pairs = sorted(zip(scores, truths, strict=True), reverse=True)
    for number, (score, truth) in enumerate(pairs, start=1):
        hits += truth
        if number == len(pairs) or pairs[number][0] < score:
            points.append((score, hits / total, hits / number))
    return points


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What would change if all job mail were known to be about candidacies.

    `rescued` is the share of the rejections missed in silence that would be asked about, `needless` the share of the
    other messages about jobs that would be.
    """

    rescued: Share
    needless: Share


def known_figures(outcomes: Sequence[Outcome]) -> KnownFigures:
    """Return what would change if all job mail were known to be about candidacies."""
    passed = [one for one in outcomes if one.within_candidacy is not None]
    asked = [one for one in passed if one.within_candidacy is Decision.UNCERTAIN]
    missed = sum(one.is_rejection for one in passed)
    rescued = sum(one.is_rejection for one in asked)
    others = sum(one.case.label in JOB_LABELS and not one.is_rejection for one in outcomes)
    return KnownFigures(Share(rescued, missed), Share(len(asked) - rescued, others))


@dataclass(frozen=True, slots=True)
class MailFigures:
    """How well job mail and ordinary mail are told apart, where no rejection is called or asked about.

    `strayed` is the share of ordinary messages taken for job mail, `begun` of those by which an application would be
    begun; `lost` is the share of job mail taken for ordinary mail.
    """

    strayed: Share
    begun: Share
    lost: Share


def mail_figures(outcomes: Sequence[Outcome]) -> MailFigures:
    """Return how well job mail and ordinary mail are told apart; rejections have figures of their own."""
    passed = [one for one in outcomes if one.decision is Decision.NOT_REJECTION]
    ordinary = [one for one in passed if one.case.label is Label.OTHER]
    strayed = [one for one in ordinary if one.judged.verdict.label in JOB_LABELS]
    job_mail = [one for one in passed if one.case.label in JOB_LABELS and not one.is_rejection]
    return MailFigures(
        strayed=Share(len(strayed), len(ordinary)),
        begun=Share(sum(one.judged.begins_application for one in strayed), len(ordinary)),
        lost=Share(sum(one.judged.verdict.label not in JOB_LABELS for one in job_mail), len(job_mail)),
    )


@dataclass(frozen=True, slots=True)
class FactFigures:
    """How well facts were drawn from the true rejections that were not missed.

    `found` and `right` are recall and precision of feedback by words; `none_said` is the share of rejections without
    feedback for which none was claimed; `stage` is the share of stated stages that were read right.
    """

    found: Share
    right: Share
    none_said: Share
    stage: Share


def fact_figures(outcomes: Sequence[Outcome]) -> FactFigures:
    """Return how well feedback and stage were read; feedback is compared by its words, as many as each side has."""
    noted = [one for one in outcomes if one.is_noticed and one.case.feedback is not None]
    true_words = claimed_words = common = 0
    for one in noted:
        if one.case.feedback:
            truth = _words(one.case.feedback)
            claim = _words(piece.text for piece in one.judged.facts.feedback)
            true_words, claimed_words, common = (
                true_words + truth.total(),
                claimed_words + claim.total(),
                common + (truth & claim).total(),
            )
    without = [one for one in noted if not one.case.feedback]
    staged = [one for one in noted if one.case.stage not in {None, Stage.UNKNOWN}]
    return FactFigures(
        found=Share(common, true_words),
        right=Share(common, claimed_words),
        none_said=Share(sum(not one.judged.facts.feedback for one in without), len(without)),
        stage=Share(sum(one.judged.facts.stage is one.case.stage for one in staged), len(staged)),
    )


def _words(pieces: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in some pieces; bullets, quotes and full stops are no words."""
    return Counter(word for piece in pieces for word in _WORD.findall(piece.lower()))
