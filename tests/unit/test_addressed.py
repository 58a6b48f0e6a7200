"""Who speaks: one person, or a firm."""

from __future__ import annotations

import pytest

from pipeline.reading.told.addressed import speaks_as_one

_ONE = {
    "en": "I saw your profile and could use you in the US.",
    "de": "Mein Kunde sucht einen Koch.",
    "fr": "J'ai vu votre profil.",
    "es": "Tengo un puesto para ti.",
    "it": "Ho visto il tuo profilo.",
    "nl": "Ik zag je profiel.",
    "pt": "Tenho uma vaga para si.",
}
_SEVERAL = {
    "en": "I saw your profile. Our team would like to talk.",
    "de": "Ich melde mich, weil wir einen Koch suchen.",
    "fr": "Je vous écris, car nous cherchons un cuisinier.",
    "es": "Tengo tu perfil; buscamos una cocinera.",
    "it": "Ho visto il tuo profilo: cerchiamo un cuoco.",
    "nl": "Ik zag je profiel; wij zoeken een kok.",
    "pt": "Tenho o seu perfil; procuramos um cozinheiro.",
}


@pytest.mark.parametrize("language", _ONE)
def test_one_person_says_i_and_a_firm_says_we(language: str) -> None:
    """In each of the languages that are known."""
    assert speaks_as_one(_ONE[language], language)
    assert not speaks_as_one(_SEVERAL[language], language)


@pytest.mark.parametrize(
    ("text", "language"), [("I candidati sono tre.", "it"), ("The candidates are three.", "en"), ("I am here.", "pl")]
)
def test_nobody_speaks_where_no_word_says_so(text: str, language: str) -> None:
    """An Italian article is nobody, and neither is a language that is not known."""
    assert not speaks_as_one(text, language)
