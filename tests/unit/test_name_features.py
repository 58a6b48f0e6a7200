"""What is told of candidates for company and role: it was learnt from, so it has to stay what it was."""

from __future__ import annotations

import pytest
from support.judgements import reading

from pipeline.core.verdict import Label
from pipeline.reading.learned.company_features import CompanyFeatures
from pipeline.reading.learned.features import Rows
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.role_features import RoleFeatures
from pipeline.reading.learned.spans import Candidate, Features
from pipeline.reading.learned.tokens import tokens_of
from pipeline.reading.senders.known import Senders
from pipeline.resources import SENDERS

KNOWN = Senders.load(SENDERS)


def of_role(text: str, name: str = "Data Analyst") -> Features:
    """Return what is told of the only candidate for a role."""
    key = name.casefold()
    candidates = {key: Candidate([name])}
    return RoleFeatures(reading(text, sender="Ann Lee <al@x.example>"), candidates, "", Label.OTHER, KNOWN).of(key)


def of_company(text: str, name: str = "Halden") -> Features:
    """Return what is told of the only candidate for a company."""
    key = name.casefold()
    candidates = {key: Candidate([name])}
    return CompanyFeatures(reading(text), candidates, "", Label.REJECTION, KNOWN).of(key)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("We closed the Data Analyst role.", ["before job", "before: one", "in end"], ["ends clause", "begins line"]),
        ("You applied as Data Analyst, and we", ["before: as", "ends clause"], ["before job", "before: one"]),
        ("Our Data Analyst left. Ann", ["before: ours"], ["signed", "ends clause"]),
        ("I am Ann, your Data Analyst", ["signed", "before: yours", "ends line"], ["begins line"]),
        ("Data Analyst\n" + "We write. " * 40, ["begins line", "ends line"], ["in end", "before: some"]),
    ],
)
def test_what_stands_around_a_role_is_told(text: str, true: list[str], false: list[str]) -> None:
    """The word before and behind it, where its line ends, and whether somebody signs with it."""
    told = of_role(text)
    assert [name for name in true if not told[name]] == []
    assert [name for name in false if told[name]] == []


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Thank you for your time at Halden.", ["before: at", "in end"], ["before: from", "begins line"]),
        ("Greetings from Halden\n" + "We write. " * 40, ["before: from", "ends line"], ["before: at", "in end"]),
    ],
)
def test_what_stands_around_a_company_is_told(text: str, true: list[str], false: list[str]) -> None:
    """Likewise; a name at the end may be that of who signs."""
    told = of_company(text)
    assert [name for name in true if not told[name]] == []
    assert [name for name in false if told[name]] == []


def test_tokens_that_the_domain_stands_for_are_told_from_those_that_are_in_it() -> None:
    """`Halden Foods` is spelt by haldenfoods.example, `Foods` elsewhere only in it, and no other word is either."""
    what = reading("Halden Foods writes: our Foods and our Bread.", sender="a@haldenfoods.example")
    rows = Rows(what, tokens_of(what), KNOWN, Meanings({}))
    spelt = dict(zip(reversed(rows.words), reversed(rows.spelt), strict=True))
    assert {word: spelt[word] for word in ("Halden", "writes", "Bread")} == {"Halden": 2, "writes": 0, "Bread": 0}
    assert [rows.spelt[at] for at, word in enumerate(rows.words) if word == "Foods"] == [2, 1]
