"""Claims: what single places in a message name as the company, and how they agree."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.reading.claim import Claim
from pipeline.reading.company.names import alike, has_legal_form

#: Weight that makes a company believed.
ENOUGH = 0.9

#: Weight of a claim that needs no look at whether it is a person.
SURE = 1.1

#: Weight of the employer for whom somebody says outright to write: it goes before all others.
OUTRIGHT = 2.0

#: Names beyond these are not compared: no honest message holds as many, and comparing takes time with their square.
_MOST_NAMES = 60


def heaviest(claims: Iterable[Claim]) -> tuple[str, float]:
    """Return the name on which the weightiest agreement falls, and its weight; an empty name without any claim.

    Claims agree if their names mean one company. Of its spellings the most frequent is returned, of those the first.
    """
    groups = _grouped(claims)
    best = max(groups, key=_weight, default=None)
    return (_spelling(best), _weight(best)) if best else ("", 0.0)


def _grouped(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims in groups that name one company."""
    by_name: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.name in by_name or len(by_name) < _MOST_NAMES:
            by_name.setdefault(claim.name, []).append(claim)
    groups: list[list[Claim]] = []
    for name, same in by_name.items():
        agreeing = next((group for group in groups if alike(group[0].name, name)), None)
        if agreeing is None:
            groups.append(same)
        else:
            agreeing.extend(same)
    return groups


def _weight(group: Iterable[Claim]) -> float:
    """Return the weight of a group: the highest of each kind of place."""
    best: dict[str, float] = {}
    for claim in group:
        best[claim.source] = max(best.get(claim.source, 0.0), claim.weight)
    return sum(best.values())


def _spelling(group: Iterable[Claim]) -> str:
    """Return the most frequent spelling, of several the first; what the domain says too goes before all others."""
    group = list(group)
    whole = max((one.name for one in group if has_legal_form(one.name) and one.name[0].isalpha()), key=len, default="")
    counts: dict[str, int] = {}
    for claim in [claim for claim in group if claim.source == "domain"] or group:
        counts[claim.name] = counts.get(claim.name, 0) + 1
    best = max(counts, key=lambda name: counts[name])
    # The end of a longer name, up to the legal form of both: `Halden e. V.` of `Institut für Halden e. V.`.
    return whole if has_legal_form(best) and whole.rstrip(".").endswith(best.rstrip(".")) else best
