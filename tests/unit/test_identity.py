"""When two names are of one company, one role or one position."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from pipeline.core.applications.identity import (
    company_key,
    normalise_company,
    normalise_role,
    same_company,
    same_requisition,
    same_role,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ACME GmbH & Co. KG", "Acme"),
        ("Studio Ferrante S.r.l.", "studio ferrante"),
        ("Müller Maschinenbau AG", "Muller Maschinenbau"),
        ("data.works", "Data Works"),
        ("The Paper Mill", "Paper Mill Ltd."),
        ("Halden & Sons", "Halden and Sons"),
        ("株式会社テスト", "株式会社テスト"),
        ("Kjær & Søn A/S", "KJÆR & SØN"),
        ("Kjær & Søn", "Kjaer and Son"),
        ("Ørsted", "Oersted"),
        ("Łódka", "Lodka"),
        ("Müller Feinmechanik GmbH", "Mueller Feinmechanik"),
        ("Banco Exemplo S/A", "Banco Exemplo"),
        ("Turnverein Ulm e. V.", "Turnverein Ulm"),
        ("Halden Private Limited", "Halden Pvt. Ltd."),
        ("Le Fournil d'Armelle", "Fournil d'Armelle"),
        ("Il Messaggero della Valle S.r.l.", "Messaggero della Valle"),
        ("Der Goldene Anker GmbH", "Goldene Anker"),
        ("Het Waterschap Rijnland", "Waterschap Rijnland"),
        ("El Faro de Poniente", "Faro de Poniente"),
        ("La Fontanella", "lafontanella"),
        ("De Molenhoek", "Demolenhoek B.V."),
        ("DE Marlow", "D. E. Marlow"),
        ("Textiles Olmedo S.A. de C.V.", "Textiles Olmedo"),
        ("Olmedo Sur, S. de R.L. de C.V.", "Olmedo Sur SA de CV"),
        ("Ardmore Rail DAC", "Ardmore Rail"),
        ("Associazione Lume ETS", "Associazione Lume Onlus"),
        ("Pixelkraut Games GbR", "Pixelkraut Games"),
        ("Huber & Söhne OG", "Huber & Söhne"),
        ("Huber & Co. OG", "Huber & Co."),
        ("Tischlerei Moser e.U.", "Tischlerei Moser"),
        ("Tischlerei Moser e. U.", "Tischlerei Moser"),
        ("Voss Rechtsanwälte PartG mbB", "Voss Rechtsanwälte"),
        ("Voss Rechtsanwälte PartGmbB", "Voss Rechtsanwälte PartG"),
        ("Delacroix Wright PLLC", "Delacroix Wright"),
        ("Harlow Law, P.C.", "Harlow Law"),
        ("Harlow Law P. C.", "Harlow Law, PC"),
        ("Pilvekoda OÜ", "Pilvekoda"),
        ("Nilssons Bygg HB", "Nilssons Bygg"),
        ("Garaitech, S. Coop.", "Garaitech S.Coop."),
        ("Grupo Tejo, SGPS, S.A.", "Grupo Tejo"),
        ("Cooperativa Luz, C.R.L.", "Cooperativa Luz"),
        ("Hospital Serrana, E.P.E.", "Hospital Serrana, EPE"),
        ("Aozora K.K.", "Aozora"),
        ("Tanjung Sdn. Bhd.", "Tanjung"),
    ],
)
def test_one_company_is_written_in_many_ways(one: str, other: str) -> None:
    """Legal forms, accents, punctuation and case do not count, nor do letters that a keyboard lacks."""
    assert same_company(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deutsche Bahn", "Deutsche Bank"),
        ("Delta", "Delta Dental"),
        ("Acme UK", "Acme US"),
        ("Acme EU", "Acme"),
        ("Gemeente Epe", "Gemeente"),
        ("Gaming PC", "Gaming"),
        ("Trouver Ou", "Trouver"),
        ("HP", "PHP"),
        ("", ""),
        ("Яндекс", "Тинькофф"),
        ("AG", "SE"),
        ("Das", "Die"),
        ("A. Berger", "Berger"),
        ("D. E. Marlow", "Marlow"),
        ("LA Fitness", "Fitness"),
    ],
)
def test_similar_names_are_different_companies(one: str, other: str) -> None:
    """And no name is nobody's."""
    assert not same_company(one, other)


@pytest.mark.parametrize(
    "name", ["OG", "e.U.", "K.K.", "S. Coop.", "PartG mbB", "Sdn Bhd", ". OG", "_ HB", "& PC", "GbR HB"]
)
def test_a_name_that_is_but_a_legal_form_is_a_name(name: str) -> None:
    """Nothing of it is taken away until it is empty, which no company is called."""
    assert same_company(name, name)


@pytest.mark.parametrize("name", ["E", "Y", "En", "E Corp", "Y S.A."])
def test_a_name_that_is_but_a_word_for_and_is_a_name(name: str) -> None:
    """A company is the same as itself, and not the same as every other one of few letters."""
    assert same_company(name, name.upper())
    assert not same_company(name, "I Corp")


def test_a_name_that_is_but_a_picture_is_a_name() -> None:
    """Its company is the same as itself, and no other; a name of nothing but spaces is none."""
    assert same_company("🚀", " 🚀 ")
    assert not same_company("🚀", "🦆")
    assert company_key("🚀") != company_key(" ") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Backend Engineer", "Backend Engineer (Payments)"),
        ("Softwareentwickler (m/w/d)", "Softwareentwickler"),
        ("Buchhalter/in 80-100%", "Buchhalter"),
        ("Chef de projet (H/F)", "chef de projet"),
        ("Koch (gn)", "Koch"),
        ("Koch (alle Geschlechter)", "Koch (m/w/d)"),
        ("Cook ( all genders )", "Cook"),
        ("Cuisinier (tous genres)", "Cuisinier"),
        ("Sr. Data Analyst", "Senior Data Analyst"),
        ("Snr Engineer", "Senior Engineer"),
        ("Jr Developer", "Junior Developer"),
        ("Sr. Backend Software Engineer", "Senior Software Engineer (Backend)"),
        ("Projektleiter (m/w/d)", "Projektleiterin"),
        ("Mitarbeiter/in Verkauf", "Mitarbeiterin Verkauf"),
        ("Geschäftsführer", "Geschaeftsfuehrerin"),
        ("Cocinero/a", "Cocinero"),
        ("Vendeur(se)", "Vendeur"),
        ("Développeur·euse", "Développeur"),
        ("Front-End Developer", "Frontend Developer"),
        ("Senior Full Stack Developer (Payments)", "Senior Fullstack Developer"),
        ("Software-Entwickler", "Softwareentwickler"),
        ("Projektleitung", "Projektleiterin (m/w/d)"),
        ("Leitung Controlling", "Leiter/in Controlling"),
        ("Sachbearbeitung Einkauf", "Sachbearbeiterin Einkauf"),
        ("Assistenz der Geschäftsführung", "Assistentin der Geschäftsführung"),
    ],
)
def test_one_role_is_written_in_many_ways(one: str, other: str) -> None:
    """Gender, workload, short forms and hyphens do not count, and one may say less than the other."""
    assert same_role(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Data Engineer", "Data Engineer"),
        ("Software Engineer II", "Software Engineer"),
        ("Data Engineer", "Data Engineer Intern"),
        ("Engineer", "Data Engineer"),
        ("Nurse", "Teacher"),
        ("Sr. Data Engineer", "Jr. Data Engineer"),
        ("Admin", "Adm"),
        ("C++ Developer", "C# Developer"),
        ("C Developer", "C++ Developer"),
        ("F# Developer", "F Developer"),
        (".NET Developer", "Net Developer"),
        ("Ausbildung Koch Hotel", "Ausbilder Koch Hotel"),
        ("Leitung Controlling", "Controlling"),
        ("", ""),
    ],
)
def test_seniority_numbers_and_trades_tell_roles_apart(one: str, other: str) -> None:
    """A junior and a senior opening are two candidacies."""
    assert not same_role(one, other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_sameness_is_symmetrical_and_normal_forms_stay(one: str, other: str) -> None:
    """Order does not matter, and what is normalised once is normalised."""
    assert same_company(one, other) == same_company(other, one)
    assert same_role(one, other) == same_role(other, one)
    assert normalise_role(normalise_role(one)) == normalise_role(one)
    assert normalise_company(one) == "" or normalise_company(one).strip()


# -- numbers of positions, re-applications, and rejections told again


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("JR-10021", "jr10021", True),
        ("JR-10021", "10021", True),
        ("JR-10021", "JR-10021-1", True),
        ("2026/17", "Ref 2026-17", True),
        ("JR-10021", "JR-20457", False),
        ("2026-118", "2026-1187", False),
        ("", "", False),
    ],
)
def test_numbers_of_positions_are_compared_part_by_part(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a table
    """However the system and the recruiter write them."""
    assert same_requisition(one, other) is same_requisition(other, one) is same
