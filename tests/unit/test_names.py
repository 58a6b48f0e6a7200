"""Company and role of whole messages, told by rules and by what examples taught together."""

from __future__ import annotations

import pytest
from support.judgements import reading

from pipeline.core.verdict import Label
from pipeline.reading.learned.reader import Namer
from pipeline.reading.learned.weights import load
from pipeline.reading.senders import Senders
from pipeline.resources import NAMES, SENDERS

NAMER = Namer(Senders.load(SENDERS), load(NAMES))


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        pytest.param(
            "TalentKite <updates@talentkite.example>",
            "Your application was closed",
            "Hi Rosa,\n\nMossgate Pottery has closed your application for Kiln Technician.\n\nThe TalentKite team",
            "Mossgate Pottery",
            id="a portal that no list knows writes for an employer",
        ),
        pytest.param(
            "Lena Voss <l.voss@quellhof.example>",
            "Ihre Bewerbung",
            "Guten Tag Frau Adam,\n\nwir haben uns anders entschieden.\n\nLena Voss\nPersonal\nQuellhof Gartenbau",
            "Quellhof Gartenbau",
            id="signature and domain agree",
        ),
        pytest.param(
            "",
            "",
            "Hi Sam,\n\nThank you for the time you gave us. We at Harrowby Looms have chosen somebody else.",
            "Harrowby Looms",
            id="nobody is known to have sent it",
        ),
        pytest.param(
            "Service RH <rh@verrerie-lansac.example>",
            "Votre candidature au poste de souffleur",
            "Bonjour,\n\nVotre dossier n'a pas été retenu par la Verrerie Lansac.\n\nLe service RH",
            "Verrerie Lansac",
            id="a department writes",
        ),
        pytest.param(
            "",
            "",
            "Dear Sam,\n\nThank you for applying to People Harbour Corporation. We chose another candidate.",
            "People Harbour Corporation",
            id="a name that begins like a department",
        ),
    ],
)
def test_the_employer_is_told(sender: str, subject: str, text: str, company: str) -> None:
    """Whoever writes for it."""
    told, _ = NAMER.names_of(reading(text, subject=subject, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Kiln Technician - outcome", "Dear Rosa,\n\nwe have appointed another kiln technician.", "Kiln Technician"),
        ("Hallo", "Hallo Timo,\n\nfür die Stelle als Schäfer haben wir jemand anderen gefunden.", "Schäfer"),
        ("tu candidatura", "Hola, Vera:\n\nel puesto de restauradora textil ya está cubierto.", "restauradora textil"),
    ],
)
def test_the_role_is_told(subject: str, text: str, role: str) -> None:
    """As it is written, wherever it stands."""
    _, told = NAMER.names_of(reading(text, subject=subject), Label.REJECTION)
    assert told == role


@pytest.mark.parametrize("sender", ["", "Anna <anna.berg@gmail.com>", "Notifications <no-reply@myworkday.com>"])
def test_nobody_is_made_up(sender: str) -> None:
    """A message that names neither tells neither."""
    what = reading("Dear applicant,\n\nWe have decided to go with somebody else.\n\nGood luck.", sender=sender)
    assert NAMER.names_of(what, Label.REJECTION) == ("", "")
