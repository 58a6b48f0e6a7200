"""Which rejections a list shows, and in which groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from pipeline.core.applications.application import Stage
from pipeline.core.applications.identity import company_key
from pipeline.core.calendar import Week, day_of
from pipeline.core.text import folded

#: A row of the list: a rejection under the names of `log --json`.
Entry = Mapping[str, object]

_FURTHEST_FIRST = (Stage.INTERVIEW, Stage.ASSESSMENT, Stage.APPLICATION, Stage.UNKNOWN)


class By(StrEnum):
    """What a list can be grouped by."""

    WEEK = "week"
    STAGE = "stage"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rejections are wanted; left out, any.

    `since` and `until` are the first and the last day. `company` is a part of its name, however it is spelt. `stages`
    and `reasons` are values of `Stage` and `Reason`.
    """

    since: date | None = None
    until: date | None = None
    company: str = ""
    stages: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    with_feedback: bool = False


def chosen(entries: Iterable[Entry], wanted: Wanted, zone: tzinfo) -> list[Entry]:
    """Return the entries that are wanted, in their order, with days told in `zone`."""
    return [entry for entry in entries if _is_wanted(entry, wanted, zone)]


def grouped(entries: Iterable[Entry], by: By, zone: tzinfo) -> list[tuple[str, list[Entry]]]:
    """Return entries in groups, each with its name, in their order within a group.

    Weeks come newest first (`2026-W47`; those without a usable date last, named ``), stages the furthest first,
    companies by the alphabet (those without one last, named ``).
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_key(entry, by, zone), []).append(entry)
    return [
        (_name(key, members, by), members)
        for key, members in sorted(groups.items(), key=lambda group: _place(group[0], by))
    ]


def day(entry: Entry, zone: tzinfo) -> date | None:
    """Return the day of an entry, or None if its date cannot be meant."""
    return day_of(datetime.fromisoformat(str(entry["date"])), zone)


def _is_wanted(entry: Entry, wanted: Wanted, zone: tzinfo) -> bool:
    on = day(entry, zone) or date.min
    return (
        (wanted.since is None or on >= wanted.since)
        and (wanted.until is None or on <= wanted.until)
        and _is_named(str(entry["company"]), wanted.company)
        and (not wanted.stages or entry["stage"] in wanted.stages)
        and (not wanted.reasons or entry["reason"] in wanted.reasons)
        and (not wanted.with_feedback or bool(entry["feedback"]))
    )


def _is_named(company: str, part: str) -> bool:
    return folded(part) in folded(company) or company_key(part) in company_key(company)


def _key(entry: Entry, by: By, zone: tzinfo) -> str:
    if by is By.WEEK:
        on = day(entry, zone)
        return str(Week.of(on)) if on else ""
    if by is By.STAGE:
        return str(entry["stage"])
    return company_key(str(entry["company"]))


def _name(key: str, members: Sequence[Entry], by: By) -> str:
    """Return a group's name; a company is written as in its newest rejection."""
    return " ".join(str(members[0]["company"]).split()) if by is By.COMPANY else key


def _place(key: str, by: By) -> tuple[int, str]:
    """Return what the groups are put in order by."""
    if by is By.STAGE:
        return _FURTHEST_FIRST.index(Stage(key)), ""
    if by is By.WEEK and key:
        return -Week.parse(key).monday.toordinal(), ""
    return int(not key), key
