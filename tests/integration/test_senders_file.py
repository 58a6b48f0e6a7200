"""The user's own facts about senders."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.reading.senders.known import Senders
from pipeline.resources import SENDERS


def senders(folder: Path, text: str) -> Senders:
    """Return what is known with these facts of the user's."""
    own = folder / "senders.toml"
    own.write_text(text, encoding="utf-8")
    return Senders.load(SENDERS, own)


def test_without_a_file_what_ships_counts(tmp_path: Path) -> None:
    """Nobody has to write one."""
    assert Senders.load(SENDERS, tmp_path / "senders.toml") == Senders.load(SENDERS)


def test_entries_are_added_whatever_their_case(tmp_path: Path) -> None:
    """`HireTrakker.com` is a domain like any other."""
    assert Senders.load(SENDERS).own_label("mail.hiretrakker.com") == "hiretrakker"
    own = senders(tmp_path, '[applicant_tracking_systems]\ndomains = ["@HireTrakker.com"]\n')
    assert own.own_label("mail.hiretrakker.com") == ""
    assert own.is_system("mail.hiretrakker.com")
    assert own.own_label("jobs.personio.de") == ""


def test_entries_are_taken_away(tmp_path: Path) -> None:
    """Whoever works for a company called Workday wants it named."""
    own = senders(tmp_path, '[applicant_tracking_systems]\nnot_domains = ["workday"]\n')
    assert own.own_label("workday.com") == "workday"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[job_bords]\ndomains = []\n", "job_bords: there is no such table; did you mean job_boards?"),
        ("[job_boards]\ndomain = []\n", "job_boards.domain: there is no such key; did you mean domains?"),
        ("[job_boards]\ndomains = 'indeed'\n", "job_boards.domains: must be a list of texts"),
        ("[job_boards]\ndomains = [1]\n", "job_boards.domains: must be a list of texts"),
        ("[job_boards]\nnot_domains = ['']\n", "job_boards.not_domains: must be a list of texts"),
        ("job_boards = []\n", "job_boards: must be a table, as in [job_boards]"),
    ],
)
def test_faults_name_the_file_and_the_key(tmp_path: Path, text: str, problem: str) -> None:
    """The user knows what to mend."""
    with pytest.raises(ConfigError) as raised:
        senders(tmp_path, text)
    assert str(tmp_path / "senders.toml") in str(raised.value)
    assert raised.value.problems == (problem,)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends one slip to meet the next."""
    with pytest.raises(ConfigError) as raised:
        senders(tmp_path, "[places]\nnames = 1\n[departments]\nwords = 2\n")
    assert [problem.partition(":")[0] for problem in raised.value.problems] == ["places.names", "departments.words"]


@pytest.mark.parametrize("raw", [b"[places\n", b"\xff\xfe\x00", b'[places]\nnames = ["\\ud800"]\n'])
def test_a_file_that_is_no_toml_is_an_error_that_names_it(tmp_path: Path, raw: bytes) -> None:
    """No traceback for a slip of the pen."""
    own = tmp_path / "senders.toml"
    own.write_bytes(raw)
    with pytest.raises(ConfigError, match="senders"):
        Senders.load(SENDERS, own)
