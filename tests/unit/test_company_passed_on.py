"""The company that a department, a team or an agency speaks of, and one that a line break goes through."""

from __future__ import annotations

import pytest
from support.judgements import reading
from support.shipped import company_of

SYSTEM = "HR <jobs@smartrecruiters.com>"


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("Dein Talent Acquisition Center der Voltmeer Energie", "Voltmeer Energie"),
        ("Das Bewerbungscenter des Klinikum Ohlau", "Klinikum Ohlau"),
        ("The Recruitment Centre of Ardmore Council", "Ardmore Council"),
        ("Het Recruitment Center van Rijnhuis Verzekeringen", "Rijnhuis Verzekeringen"),
        ("Ihr HR Service Center der Bankhaus Tolk AG", "Bankhaus Tolk AG"),
        ("Le Centre de recrutement de Banque Morvan", "Banque Morvan"),
        ("The Lakeside Garden Center Team", "Lakeside Garden Center"),
    ],
)
def test_a_center_that_recruits_is_no_part_of_the_firm(line: str, company: str) -> None:
    """A garden center is one."""
    assert company_of(reading(f"Hello,\n\nWe chose somebody else.\n\n{line}", sender=SYSTEM)) == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("agradecemos o interesse em fazer parte do time da Drogarias Vila Azul.", "Drogarias Vila Azul"),
        ("agradecemos o interesse em integrar o time das Lojas Marimar.", "Lojas Marimar"),
        ("obrigado por querer vir para o time da Vila Azul.", "Vila Azul"),
        ("obrigado pelo interesse em se juntar à equipe da Clínica Campo Novo.", "Clínica Campo Novo"),
        ("agradecemos o interesse em fazer parte do time do Grupo Vila Azul.", "Grupo Vila Azul"),
        ("agradecemos o interesse em fazer parte do time de Engenharia.", ""),
        ("a equipe da Qualidade escolheu outra pessoa.", ""),
        ("a equipa do Comercial ficou completa.", ""),
        ("o time da Patrícia já está completo.", ""),
    ],
)
def test_a_team_in_portuguese_is_that_of_the_firm_behind_it(text: str, company: str) -> None:
    """One word behind it may be a department or a person."""
    what = reading(f"Olá,\n\n{text} Seguiremos com outras pessoas.\n\nAbraço", sender="RH <noreply@gupy.io>")
    assert company_of(what) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "Lumen Talentos <contato@lumentalentos.example>",
            "A Casas Aroeira me deu a devolutiva da vaga e não vão seguir com você.",
            "Casas Aroeira",
        ),
        (
            "Lumen Talentos <contato@lumentalentos.example>",
            "O pessoal da Casas Aroeira me passou o retorno sobre a vaga: não vão seguir com você.",
            "Casas Aroeira",
        ),
        (
            "Dunmore Search <jo@dunmoresearch.example>",
            "Casper Rowe Homes have come back to me on the site manager role and won't be taking it further.",
            "Casper Rowe Homes",
        ),
        (
            "Selecta Norte, consultora de selección <jo@selectanorte.example>",
            "Muebles Arrayán me ha dado su respuesta sobre el puesto de jefa de obra y no van a seguir.",
            "Muebles Arrayán",
        ),
        (
            "Talk Personalberatung <jo@talk-personal.example>",
            "Die Brenner Sanitär hat mir die Rückmeldung zur Stelle gegeben, man möchte nicht weitermachen.",
            "Brenner Sanitär",
        ),
        (
            "Risorse Vive, agenzia per il lavoro <jo@risorsevive.example>",
            "Cantine Morelli mi ha dato il riscontro per la posizione di enologo e non vogliono proseguire.",
            "Cantine Morelli",
        ),
        (
            "Casas Aroeira <rh@casasaroeira.example>",
            "A Patrícia me deu a devolutiva da sua entrevista. Não vamos seguir.",
            "Casas Aroeira",
        ),
        (
            "Casper Rowe Homes <hr@casperrowe.example>",
            "Grant Holloway has come back to me on the role and we won't be taking it further.",
            "Casper Rowe Homes",
        ),
        (
            "Casper Rowe Homes <hr@casperrowe.example>",
            "Human Resources have come back to me on the role and we won't be taking it further.",
            "Casper Rowe Homes",
        ),
    ],
)
def test_whoever_answers_an_agency_is_the_employer(sender: str, text: str, company: str) -> None:
    """A colleague who has answered, or a department, is none."""
    name = sender.partition(" <")[0]
    assert company_of(reading(f"Hello,\n\n{text}\n\nJo\n{name}", subject="Feedback", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "Carla Neri <carla.neri@studiovillaserena.example>",
            (
                "Ciao Matteo,\n\nscusa il ritardo, siamo stati sotto consegna. Ti scrivo perché allo Studio\n"
                "Villa Serena abbiamo scelto un'altra persona.\n\nCarla"
            ),
            "Studio Villa Serena",
        ),
        (
            "Ann Gray <a.gray@hollowfarm.example>",
            (
                "Dear Tom,\n\nWe are sorry to have kept you waiting all this time, and it would have been Great\n"
                "Hollow Farm has chosen someone else.\n\nAnn Gray"
            ),
            "Hollow Farm",
        ),
    ],
)
def test_a_line_break_goes_through_a_name_that_the_domain_has_whole(sender: str, text: str, company: str) -> None:
    """What ends a line and begins the next is one name only then."""
    assert company_of(reading(text, subject="Re: Studio", sender=sender)) == company
