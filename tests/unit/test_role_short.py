"""Roles with words in short, with a share of a post behind them, and those that nobody is taken on as."""

from __future__ import annotations

import pytest
from support.shipped import role_in


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ihre Bewerbung als Wiss. Mitarbeiter*in haben wir geprüft. Leider nein.", "Wiss. Mitarbeiter*in"),
        ("Ihre Bewerbung als wiss. Hilfskraft am Lehrstuhl haben wir geprüft. Leider nein.", "wiss. Hilfskraft"),
        ("Ihre Bewerbung als Techn. Zeichner haben wir geprüft. Leider nein.", "Techn. Zeichner"),
        ("Ihre Bewerbung als kfm. Angestellte haben wir geprüft. Leider nein.", "kfm. Angestellte"),
        ("Ihre Bewerbung als päd. Fachkraft haben wir geprüft. Leider nein.", "päd. Fachkraft"),
        ("Die Stelle als Stv. Küchenleitung ist vergeben. Leider nein.", "Stv. Küchenleitung"),
        ("Votre candidature au poste d'Assist. de direction n'a pas été retenue.", "Assist. de direction"),
        ("Votre candidature au poste de Secr. médicale réf. 4471 n'a pas été retenue.", "Secr. médicale"),
        ("Tu candidatura para el puesto de Ing. de Procesos cód. 4471 no ha sido elegida.", "Ing. de Procesos"),
        ("Je sollicitatie voor de functie van Adm. medewerker is helaas afgewezen.", "Adm. medewerker"),
        ("Ihre Bewerbung als Koch. Med. Unterlagen senden wir zurück. Leider nein.", "Koch"),
        ("Your application for Jr. Engineer - QA/QC was not successful. We chose another.", "Jr. Engineer - QA/QC"),
        ("Your application for Jr. Engineer - QA/QC (Leeds) was not successful.", "Jr. Engineer - QA/QC"),
        ("Your application for Sr. Accountant - Halden Works was not successful.", "Sr. Accountant"),
    ],
)
def test_a_word_in_short_cuts_no_role(text: str, role: str) -> None:
    """Neither its full stop ends one, nor is a number's word a part of it."""
    assert role_in(f"Hello,\n\n{text}", subject="Update") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Je sollicitatie als Docent 0,8 fte hebben we bekeken. Helaas kozen we een ander.", "Docent"),
        ("Je sollicitatie voor de functie van Wijkverpleegkundige 0,6 fte is afgewezen.", "Wijkverpleegkundige"),
        ("Ihre Bewerbung als Lehrkraft 0,5 VZÄ haben wir geprüft. Leider nein.", "Lehrkraft"),
        ("Votre candidature au poste d'infirmière 0,8 ETP n'a pas été retenue.", "infirmière"),
        ("Your application for the post of Library Assistant 0.6 FTE was not successful.", "Library Assistant"),
        ("Your application for the post of Software Engineer 2 was not successful.", "Software Engineer 2"),
    ],
)
def test_how_much_of_a_post_it_is_is_no_part_of_a_role(text: str, role: str) -> None:
    """A level is."""
    assert role_in(f"Hello,\n\n{text}", subject="Update") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("wir stellen zur Zeit keinen Dachdeckerhelfer ein.", "Dachdeckerhelfer"),
        ("Aktuell suchen wir keine Verkäuferin.", "Verkäuferin"),
        ("En ce moment on n'embauche pas de plombier.", "plombier"),
        ("I'm afraid we're not taking on an electrician at the moment.", "electrician"),
        ("We aren't hiring a barista right now.", "barista"),
        ("De momento no buscamos ningún camarero.", "camarero"),
        ("Al momento non cerchiamo nessun cuoco.", "cuoco"),
        ("We zoeken momenteel geen kapper meer.", "kapper"),
        ("De momento não procuramos nenhum cozinheiro.", "cozinheiro"),
        ("Wir stellen momentan keine neuen Leute ein.", ""),
        ("Wir suchen derzeit keine Verstärkung.", ""),
        ("We're not taking on any more people this year.", ""),
        ("We are not looking for a career change story.", ""),
        ("Nous n'embauchons pas de personnel pour le moment.", ""),
        ("Ahora mismo no buscamos más gente.", ""),
        ("We hebben op dit moment geen plek.", ""),
    ],
)
def test_what_nobody_is_taken_on_as_is_the_role(text: str, role: str) -> None:
    """Nobody at all is none."""
    assert role_in(f"Hello,\n\n{text}\n\nHalden", subject="Hallo") == role
