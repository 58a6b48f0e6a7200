"""A firm that writes its name small is told as it writes itself, and no common noun is taken for one."""

from __future__ import annotations

import pytest
from support.judgements import reading
from support.shipped import company_of, role_in

BOARD = "no-reply@greenhouse.io"


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            f"fernwick Hiring Team <{BOARD}>",
            "Your application to fernwick",
            "Hi Ida,\n\nThank you for your interest. We chose somebody else.\n\nThe fernwick Talent Team",
            "fernwick",
        ),
        (
            f"fernwick Talent Team <{BOARD}>",
            "Update on your application",
            "Hi Ida,\n\nThank you for applying for the Data Engineer role at fernwick. We chose somebody else.",
            "fernwick",
        ),
        (
            "Lena von hofgrün <jobs@personio.de>",
            "Deine Bewerbung",
            "Hallo Tom,\n\nschön, dass du Teil von hofgrün werden wolltest. Leider wurde es jemand anderes.\n\nLena",
            "hofgrün",
        ),
        (
            "Ida van tokkelen <ida@tokkelen-studio.example>",
            "Re: hoe verder?",
            "Hoi Jan,\n\nwe zijn met iemand anders verdergegaan.\n\nIda",
            "tokkelen",
        ),
        (
            "Rosa | cicalina <rosa@cicalina-lab.example>",
            "ci siamo",
            "Ciao,\n\nabbiamo scelto un'altra persona.\n\nRosa",
            "cicalina",
        ),
        (
            "Ida van tokkelen <ida@tokkelen-studio.example>",
            "Re: hoe verder?",
            "Hoi Jan,\n\nwe zijn met iemand anders verdergegaan.\n\nIda\nTokkelen Studio",
            "Tokkelen Studio",
        ),
        (
            f"recrutement tilloa <{BOARD}>",
            "Votre candidature chez tilloa",
            "Bonjour,\n\nnous ne donnerons pas suite à votre candidature.\n\nL'équipe Recrutement tilloa",
            "tilloa",
        ),
        (
            f"Equipo de Talento veladis <{BOARD}>",
            "Tu candidatura en veladis",
            "Hola Ana,\n\nhemos decidido continuar con otras personas.\n\nUn saludo,\nEl equipo de veladis",
            "veladis",
        ),
        (
            f"Recruiting Team oltrefoglia <{BOARD}>",
            "La tua candidatura presso oltrefoglia",
            "Ciao,\n\nabbiamo scelto un'altra persona.\n\nIl team di oltrefoglia",
            "oltrefoglia",
        ),
        (
            "Sanne van plukveld <noreply@recruitee.com>",
            "Je sollicitatie bij plukveld",
            "Hoi Jan,\n\nhelaas gaan we niet met je verder.\n\nGroet,\nTeam plukveld",
            "plukveld",
        ),
        (
            "Time de Gente marolé <noreply@gupy.io>",
            "Sua candidatura na marolé",
            "Olá,\n\ninfelizmente seguimos com outras pessoas.\n\nAbraço,\nTime marolé",
            "marolé",
        ),
    ],
)
def test_a_name_in_small_letters_is_told_as_it_is_written(sender: str, subject: str, text: str, company: str) -> None:
    """Two places call it so: the sender or a signature beside a department, and a phrase, or both with a capital."""
    assert company_of(reading(text, subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (f"kitchen team <{BOARD}>", "We have hired someone for the position in the kitchen.\n\nThe kitchen team", ""),
        ("Maria da silva <maria.silva@gmail.com>", "Infelizmente a vaga foi preenchida.\n\nMaria da silva", ""),
        ("Jo from accounting <jo@haldenworks.com>", "We chose someone else.\n\nJo\nHalden Works", "Halden Works"),
        (f"the marking crew <{BOARD}>", "We chose someone else.\n\nThe marking crew", ""),
    ],
)
def test_a_noun_or_a_surname_in_small_letters_is_no_firm(sender: str, text: str, company: str) -> None:
    """A department's plain word stands behind an article; a person may write their surname small."""
    assert company_of(reading(f"Hello,\n\n{text}", subject="Your application", sender=sender)) == company


def test_the_role_beside_a_small_name_stays_as_it_is_written() -> None:
    """What is read with a capital is told without it."""
    text = "Hi Ida,\n\nthe Data Engineer role at fernwick has been filled.\n\nThe fernwick Talent Team"
    assert role_in(text, subject="Your application", sender=f"fernwick Hiring Team <{BOARD}>") == "Data Engineer"
