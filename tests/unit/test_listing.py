"""Which rejections a list shows, and in which groups."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pipeline.core.listing import By, Entry, Wanted, chosen, grouped

BERLIN = ZoneInfo("Europe/Berlin")


def entry(number: int, moment: str = "2026-11-16T12:00:00+00:00", **facts: object) -> Entry:
    """Return an entry of the list."""
    usual = {"company": "Acme", "role": "", "stage": "interview", "reason": "filled", "feedback": 0}
    return {"id": number, "date": moment, **usual, **facts}


ENTRIES = [
    entry(1, "2026-11-22T23:30:00+00:00", feedback=2),
    entry(2, "2026-11-16T00:00:00+00:00", company="ÄCME Holding", stage="unknown"),
    entry(3, "2026-11-15T23:59:00+00:00", company="Bolt", reason="on_hold", stage="application"),
    entry(4, "1970-01-01T00:00:00+00:00", company=" acme "),
    entry(5, "2026-01-01T00:00:00+00:00", company="", stage="assessment"),
]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"since": date(2026, 11, 16)}, [1, 2]),
        ({"until": date(2026, 11, 15)}, [3, 4, 5]),
        ({"since": date(2026, 11, 15), "until": date(2026, 11, 16)}, [2, 3]),
        ({"company": "acme"}, [1, 2, 4]),
        ({"company": "äcme  HOLD"}, [2]),
        ({"company": "Aecme"}, [1, 2, 4]),
        ({"company": "holding"}, [2]),
        ({"company": "-"}, []),
        ({"stages": frozenset({"application", "assessment"})}, [3, 5]),
        ({"reasons": frozenset({"on_hold"})}, [3]),
        ({"with_feedback": True}, [1]),
        ({"with_feedback": True, "company": "bolt"}, []),
    ],
)
def test_what_is_wanted_is_chosen_in_its_order(wanted: dict[str, Any], numbers: list[int]) -> None:
    """All conditions have to hold; both days count."""
    assert [one["id"] for one in chosen(ENTRIES, Wanted(**wanted), UTC)] == numbers


def test_a_day_is_that_of_the_user() -> None:
    """Half past eleven at night in London is tomorrow in Berlin."""
    assert [one["id"] for one in chosen(ENTRIES, Wanted(since=date(2026, 11, 23)), BERLIN)] == [1]
    assert [one["id"] for one in chosen(ENTRIES, Wanted(since=date(2026, 11, 16)), BERLIN)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (By.WEEK, [("2026-W47", [1, 2]), ("2026-W46", [3]), ("2026-W01", [5]), ("", [4])]),
        (By.STAGE, [("interview", [1, 4]), ("assessment", [5]), ("application", [3]), ("unknown", [2])]),
        (By.COMPANY, [("Acme", [1, 4]), ("ÄCME Holding", [2]), ("Bolt", [3]), ("", [5])]),
    ],
)
def test_groups_have_an_order(by: By, groups: list[tuple[str, list[int]]]) -> None:
    """Weeks newest first, the furthest stage first, companies by name however they write it; what is unknown last."""
    found = grouped(ENTRIES, by, UTC)
    assert [(name, [one["id"] for one in members]) for name, members in found] == groups


def test_all_spellings_of_a_company_are_one_group() -> None:
    """Under the name that its newest rejection writes; a name that is but a picture is a name, too."""
    names = ("KJÆR & SØN", "Kjaer and Son", "Kjær & Søn A/S", "Bolt", "🚀", "🦆")
    entries = [entry(number, company=name) for number, name in enumerate(names)]
    assert [(name, len(members)) for name, members in grouped(entries, By.COMPANY, UTC)] == [
        ("Bolt", 1),
        ("KJÆR & SØN", 3),
        ("🚀", 1),
        ("🦆", 1),
    ]


def test_a_week_is_that_of_the_user() -> None:
    """Late on Sunday in London it is Monday in Berlin."""
    assert [name for name, _ in grouped(ENTRIES[:1], By.WEEK, BERLIN)] == ["2026-W48"]
