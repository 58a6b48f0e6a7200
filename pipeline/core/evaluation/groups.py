"""How well rejections were told, by group of messages, and which labels were taken for which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.core.evaluation.cases import Outcome
from pipeline.core.evaluation.scores import Share
from pipeline.core.verdict import Decision, Label


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
