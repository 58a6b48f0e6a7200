"""Where a sentence ends: words that look like abbreviations."""

from __future__ import annotations

import textwrap

import pytest
from support.judgements import reading


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ihnen fehlt leider noch etwas Erfahrung in HR.", "Wir haben uns für jemanden aus dem Haus entschieden."),
        ("Nos gustaron mucho tus proyectos y tu CV.", "Esta vez seguimos con otra persona del equipo."),
        ("Ci è mancata un po' di pratica con la IVA.", "Abbiamo scelto una collega che la conosce bene."),
        ("Gesucht waren Kenntnisse in Einkauf, Lager usw.", "Davon haben Sie uns zu wenig gezeigt."),
        ("Wij zochten kennis van inkoop, magazijn enz.", "Daarvan hebt u ons te weinig laten zien."),
    ],
)
def test_a_sentence_ends_with_what_only_looks_shortened(first: str, second: str) -> None:
    """Else a piece of feedback would be quoted with the sentence behind it."""
    assert [one.text for one in reading(f"{first} {second}").sentences] == [first, second]


@pytest.mark.parametrize("text", ["Sehr geehrter Hr. Müller, leider nicht.", "Estimado Sr. Pérez, lo sentimos mucho."])
def test_a_title_ends_nothing(text: str) -> None:
    """A name follows it."""
    assert [one.text for one in reading(text).sentences] == [text]


@pytest.mark.parametrize("width", [60, 72, 78, 100])
def test_a_sentence_goes_on_behind_a_wrap(width: int) -> None:
    """Whatever the width to which a mail program wraps, and whatever the case of the first word in the next line."""
    whole = (
        "We read every one of the eighty applications for the Senior Data Platform Engineer opening at Brackley Mill"
        " Group and, on balance, Somebody With Airflow and Kafka behind them, in Leeds, will join us in January."
    )
    assert [one.text for one in reading(textwrap.fill(whole, width)).sentences] == [whole]
