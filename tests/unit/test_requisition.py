"""The number under which an employer keeps a position, and the place of the work, as messages write them."""

from __future__ import annotations

import pytest
from support.judgements import reading

from pipeline.reading.place import place_of
from pipeline.reading.requisition import requisition_of
from pipeline.reading.senders.known import Senders
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
        ("Doktorand*in (65 %) Kennzahl 27/4-012", "27/4-012"),
        ("GZ 4-118/2026 - Ausschreibung Sozialarbeit", "4-118/2026"),
        ("Az. 12.3.1-9/26 - Inspektoranwärter", "12.3.1-9/26"),
        ("Aktenzeichen: PA-2/0417, Ihre Bewerbung", "PA-2/0417"),
        ("Competition 020417: Lecturer in Botany", "020417"),
        ("Candidature au concours 26/118", "26/118"),
        ("Processo seletivo (Edital 17/2026)", "17/2026"),
        ("Esito avviso 31/2026", "31/2026"),
        ("Convocatoria 9/2026: auxiliar", "9/2026"),
        ("Bus Driver (26-415)", "26-415"),
        ("Aggiornamento selezione - Rif. 2026/DE/031", "2026/DE/031"),
    ],
)
def test_a_number_is_told_to_its_end(subject: str, number: str) -> None:
    """None of its parts is left off, in front or behind."""
    assert requisition_of(reading("We have decided otherwise.", subject=subject)) == number


@pytest.mark.parametrize(
    "subject",
    [
        "Your request (10422) has been updated",
        "ISO-9001 Auditor, outcome",
        "Competition 2026/27: outcome",
        "Competition 2026",
        "Convocatoria 12/10/2026",
        "Kennzahl 26/3/26",
        "Clerk (20-24)",
        "Nanny (24-32 Stunden)",
        "The competition 300 applied to",
    ],
)
def test_a_number_of_something_else_is_none(subject: str) -> None:
    """A help desk counts what it is asked, and norms have numbers."""
    assert requisition_of(reading("We have decided otherwise.", subject=subject)) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ihre Bewerbung um die Stelle als Referent, Kennung 1142208", "1142208"),
        ("Referenz-Nr.: 4711-B", "4711-B"),
        ("Ihre Auswahl-ID 99213", "99213"),
        ("le poste de contrôleur (réf. 2026-5521)", "2026-5521"),
        ("Código de la oferta: 301442", "301442"),
        ("Codice posizione: A-2044", "A-2044"),
        ("Referentienummer: 44821", "44821"),
        ("Edital nº 04/2026", "04/2026"),
        ("Ihre Bewerbung um die ausgeschriebene Stelle, GZ: 7-33/2026", "7-33/2026"),
        ("Auf die Stellenausschreibung (Az. 2.1-77/26) gingen viele Bewerbungen ein", "2.1-77/26"),
        ("Accountant II (Exam #26-0417)", "26-0417"),
        ("your application for Process Engineer (TM-0417)", "TM-0417"),
    ],
)
def test_a_number_is_told_by_the_word_before_it_or_by_its_brackets(text: str, number: str) -> None:
    """In whatever words the number is called one, whether or not its abbreviation ends in a full stop."""
    assert requisition_of(reading(f"Thank you for your time.\n\n{text}\n\nWe have decided otherwise.")) == number


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 13 October, 15:00 (UTC-0800)",
        "Hours: 9 to 17, GMT-0500",
        "Form EN-12345 rev. 3",
        "Hotel Krone\nHauptstrasse 14\nCH-9050 Appenzell",
        "Oakland, CA-94607",
        "You arrive with LH-1234 in room RM-410.",
        "For questions about the role call 555-0147.",
        "Position: 40h, 24/7",
        "Position: 40h/week",
        "Thank you for applying for this position - 450 applications reached us.",
        "This position (100%) is filled.",
        "L'offre 1500 euros par mois",
        "Opening 10am",
        "Die Stelle ist nach § 15 Abs. 2 TVöD befristet.",
        "Das Urteil Az. 5 AZR 12/26 steht dem nicht entgegen, Az. 12/26.",
        "Firmenbuch FN 12345 z, GZ 88/2026",
        "Rückfragen unter 0512 33-077",
        "We closed the position. 24seven.care wishes you well.",
    ],
)
def test_letters_and_a_number_in_running_text_are_none(text: str) -> None:
    """Time zones, norms, post codes, flights and telephones are written like codes, too."""
    assert requisition_of(reading(f"We have decided otherwise.\n\n{text}")) == ""


def test_a_place_stands_between_the_role_and_the_company() -> None:
    """Behind a dash, and the company behind "at"."""
    what = reading("We have decided otherwise.", subject="Data Analyst - Berlin at Halden")
    assert place_of(what, "Data Analyst", "Halden", Senders.load(SENDERS)) == "Berlin"
