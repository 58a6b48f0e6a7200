"""How well company, role and the day to apply again were read, where somebody noted them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.core.applications.identity import normalise_role, same_company
from pipeline.core.evaluation.cases import Outcome
from pipeline.core.evaluation.scores import Share

#: A spelling that was noted, and what was read.
_Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """Figures for one field.

    Of the cases that name one, `right` were read as one of the noted spellings and `wrong` as something else; of those
    that name none, for `given` one was made up. `precision` is the share of what was read that is right.
    """

    right: Share
    wrong: Share
    given: Share
    precision: Share


def company_figures(outcomes: Iterable[Outcome]) -> FieldFigures | None:
    """Return the figures for companies, told apart without case and legal form; None if nobody noted any."""
    return _figures([(one.case.company, one.judged.facts.company) for one in outcomes], same_company)


def role_figures(outcomes: Iterable[Outcome]) -> FieldFigures | None:
    """Return the figures for roles, told apart without case and marks of gender; None if nobody noted any."""
    return _figures([(one.case.role, one.judged.facts.role) for one in outcomes], _same_role)


def reapply_figures(outcomes: Iterable[Outcome]) -> FieldFigures | None:
    """Return the figures for the day to apply again, in rejections that were not missed; None if nobody noted any."""
    noticed = [(one.case.reapply, one.judged.facts.reapply_after) for one in outcomes if one.is_noticed]
    return _figures([(truth, day.isoformat() if day else "") for truth, day in noticed], str.__eq__)


def _same_role(one: str, other: str) -> bool:
    return normalise_role(one) == normalise_role(other)


def _figures(outcomes: Iterable[tuple[tuple[str, ...] | None, str]], same: _Same) -> FieldFigures | None:
    """Return the figures for pairs of what was noted and what was read; pairs without a note do not count."""
    pairs = [(truth, read) for truth, read in outcomes if truth is not None]
    if not pairs:
        return None
    named = [(truth, read) for truth, read in pairs if truth]
    right = sum(any(same(spelling, read) for spelling in truth) for truth, read in named if read)
    read = sum(bool(read) for _, read in named)
    given = sum(bool(read) for truth, read in pairs if not truth)
    return FieldFigures(
        right=Share(right, len(named)),
        wrong=Share(read - right, len(named)),
        given=Share(given, len(pairs) - len(named)),
        precision=Share(right, read + given),
    )
