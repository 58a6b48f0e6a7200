"""The number under which an employer keeps a position, and the place of the work, as messages write them."""

from __future__ import annotations

import pytest
from support.judgements import reading

from pipeline.reading.place import place_of
from pipeline.reading.requisition import requisition_of
from pipeline.reading.senders import Senders
from pipeline.resources import SENDERS


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Stellenausschreibung 2026-114, Sachbearbeitung Bauordnung", "2026-114"),
        ("Technicien de maintenance H/F - Réf. TM-0426-LYO", "TM-0426-LYO"),
        ("Occupational Therapist 427-SUR-1182 - Unsuccessful", "427-SUR-1182"),
        ("selectie deskundige communicatie (VW-2026-031)", "VW-2026-031"),
        ("Lab Technician (Nights) - 2026-20931", "2026-20931"),
        ("Data Analyst AB-1234/2026", "AB-1234/2026"),
    ],
)
def test_a_number_is_told_to_its_end(subject: str, number: str) -> None:
    """None of its parts is left off, in front or behind."""
    assert requisition_of(reading("We have decided otherwise.", subject=subject)) == number


@pytest.mark.parametrize("subject", ["Your request (10422) has been updated", "ISO-9001 Auditor, outcome"])
def test_a_number_of_something_else_is_none(subject: str) -> None:
    """A help desk counts what it is asked, and norms have numbers."""
    assert requisition_of(reading("We have decided otherwise.", subject=subject)) == ""


def test_a_place_stands_between_the_role_and_the_company() -> None:
    """Behind a dash, and the company behind "at"."""
    what = reading("We have decided otherwise.", subject="Data Analyst - Berlin at Halden")
    assert place_of(what, "Data Analyst", "Halden", Senders.load(SENDERS)) == "Berlin"
