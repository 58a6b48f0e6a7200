"""Polite words for everybody tell no meeting, and the same words with a day or a place do."""

from __future__ import annotations

import pytest
from support.judgements import judged, reading

from pipeline.core.applications.application import Stage
from pipeline.core.verdict import Act
from pipeline.reading.stage.rules import stage_of


def stage(text: str, act: Act = Act.DECLINES) -> Stage:
    """Return what the rules make of a rejection with this text."""
    what = reading(text)
    return stage_of(what, judged(what, others=act))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying! After reviewing them all we chose another. We appreciate the time you spent with us.",
        "Thank you for your application. We chose other profiles. It was nice getting to know you a little.",
        "Danke für deine Bewerbung. Wir haben andere Profile gewählt. Schön, dass wir dich kennenlernen durften.",
        "Merci pour votre candidature. D'autres ont été retenus. Nous avons été ravis de faire votre connaissance.",
        "Gracias por postularte. Avanzamos con otros perfiles. Nos encantó conocerte y valoramos tu interés.",
        "Grazie per esserti candidato. Abbiamo scelto altri profili. È stato un piacere conoscerti.",
        "Bedankt voor je sollicitatie. We kiezen andere profielen. Leuk om je te leren kennen.",
        "Obrigado por se candidatar à vaga. Optamos por outros perfis. Adoramos conhecer você.",
    ],
)
def test_politeness_beside_thanks_for_an_application_is_no_meeting(text: str) -> None:
    """Automatic mail is glad of everybody who applied."""
    assert stage(text) is not Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "It was lovely meeting you, but we chose somebody else.",
        "It was nice getting to know you, but we chose somebody else.",
        "Thank you for your application. It was lovely getting to know you on Tuesday. We chose somebody else.",
        "Thank you for your application and for the interview. It was nice getting to know you. We chose another.",
        "Danke für deine Bewerbung. Schön, dass wir dich am Montag kennenlernen durften. Es wurde jemand anderes.",
        "Gracias por tu candidatura. Nos encantó conocerte en persona. Hemos elegido a otra.",
        "Grazie per la candidatura. È stato un piacere conoscerti lunedì. Abbiamo scelto un altro.",
        "Bedankt voor je sollicitatie. Leuk je gisteren te leren kennen. Het werd een ander.",
        "Obrigado pela candidatura. Foi um prazer conhecer você na terça. Optamos por outra pessoa.",
    ],
)
def test_a_meeting_that_is_told_in_such_words_is_one(text: str) -> None:
    """When, where or how it was, another word of it, or no application beside it."""
    assert stage(text) is Stage.INTERVIEW


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I liked your note a lot and your drawing made us smile.", Stage.APPLICATION),
        ("Deine Nachricht und deine Fotos haben uns gefallen.", Stage.APPLICATION),
        ("Ton message nous a fait sourire.", Stage.APPLICATION),
        ("Tu mensaje nos hizo mucha gracia.", Stage.APPLICATION),
        ("You made the whole kitchen laugh.", Stage.INTERVIEW),
    ],
)
def test_praise_of_what_was_sent_is_of_papers(text: str, told: Stage) -> None:
    """A note or a picture is as little of a meeting as a letter."""
    assert stage(text, Act.STRENGTH) is told
