"""The many ways in which mail of strangers tells the role."""

from __future__ import annotations

import pytest
from support.judgements import reading

from pipeline.reading.role.rules import role_of


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Update: Loss Prevention Officer (Nights), Store 114",
            "Thank you for your patience. We will not be progressing.",
            "Loss Prevention Officer",
        ),
        (
            "Your application - Brand Wrangler",
            "Hey! We read every word. It's a no from us this time.",
            "Brand Wrangler",
        ),
        (
            "glazing",
            "Hiya, thanks for calling round about the glazing apprentice start. We've filled it.",
            "glazing apprentice",
        ),
        (
            "Blip // Growth Ninja",
            "Hi Sam, we won't be taking you forward for Growth Ninja. Take care, Blip",
            "Growth Ninja",
        ),
        (
            "Your recent application",
            "Job title: Payroll Administrator\nJob reference: 55102\nOutcome: Not shortlisted",
            "Payroll Administrator",
        ),
        ("Application status changed", "Vacancy | Payroll Administrator\nStatus | Rejected", "Payroll Administrator"),
        ("hey", "we'd love you to come in as our sous chef. start monday? wages as agreed.", "sous chef"),
        (
            "Van Driver",
            "We also have an opening for a Warehouse Lead, in case that is of interest. You were not chosen this time.",
            "Van Driver",
        ),
        (
            "Marine Ecologist: outcome",
            "If you applied for Field Assistant too, you will hear separately.",
            "Marine Ecologist",
        ),
        (
            "Absage",
            "Guten Tag,\n\nfür die Stelle des Klavierstimmers haben wir jemanden aus der Region gefunden.",
            "Klavierstimmer",
        ),
        (
            "Orgelbauer/in gesucht - Ihre Zuschrift",
            "Danke für Ihr Interesse, wir haben jetzt jemanden.",
            "Orgelbauer/in",
        ),
        (
            "Vorgang 4471",
            "Stelle:        Friedhofsgärtner\nBehörde:       Stadt Grünau\nStatus:        abgelehnt",
            "Friedhofsgärtner",
        ),
        (
            "Votre candidature - Chargé(e) de production",
            "Nous avons le regret de ne pas y donner suite.",
            "Chargé(e) de production",
        ),
        (
            "Votre candidature (Scaphandrier)",
            "Votre candidature n'a pas été retenue. Nous cherchons aussi un mécanicien.",
            "Scaphandrier",
        ),
        ("Enfermero/a de quirófano", "Lamentamos comunicarle que no ha sido seleccionado.", "Enfermero/a de quirófano"),
        ("hola", "Estamos buscando tramoyista para otoño y me gustaría conocerte. ¿Puedes el jueves?", "tramoyista"),
        (
            "Selezione Capocantiere - Comunicazione",
            "Si comunica l'esito negativo. Cerchiamo anche un geometra.",
            "Capocantiere",
        ),
        ("Colloquio", "La aspettiamo martedì per il colloquio come liutaio.", "liutaio"),
        ("Sollicitatie brugwachter", "Beste Jan, we kiezen voor een ander.", "brugwachter"),
        ("hoi", "Hoi Sam, als barmedewerker hebben we al iemand. Succes!", "barmedewerker"),
        ("Candidatura - Técnico(a) de som", "Não vamos avançar com a sua candidatura.", "Técnico(a) de som"),
        ("oi", "Oi Bia, já encontrei costureira, obrigada por vir aqui na segunda!", "costureira"),
    ],
)
def test_a_role_is_told_in_many_ways(subject: str, text: str, role: str) -> None:
    """Subjects, tables, lines of letters and what people say of a job in seven languages name the role."""
    assert role_of(reading(text, subject=subject)) == role


@pytest.mark.parametrize(
    "text",
    [
        "It was lovely to meet you. Our Head of People will send the notes on Monday.",
        "We also have an opening for a Warehouse Lead.",
        "If you applied as Field Assistant too, you will hear separately.",
        "Ik zag dat je nu als planner werkt.",
    ],
)
def test_a_job_named_in_passing_is_not_the_role(text: str) -> None:
    """Other jobs, those of other people and the reader's own are not what a message is about."""
    assert not role_of(reading(text, subject="Thank you"))
