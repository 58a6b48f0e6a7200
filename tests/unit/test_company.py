"""The company that a message comes from."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings, strategies as st
from support.judgements import reading
from support.shipped import company_of

from pipeline.reading.company.names import alike, name_at
from pipeline.reading.company.phrases import claim_of
from pipeline.reading.senders.known import registrable
from pipeline.resources import SENDERS

NO_NEWS = "We will not be taking this any further."


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Thank you for your application to Halden & Sons.", "Halden & Sons"),
        ("Thanks for your interest in joining Corvus Systems and for your patience.", "Corvus Systems"),
        ("We received your application for the Data Analyst role at Fjordline.", "Fjordline"),
        (
            "Thank you for interviewing with us at Nordhafen Logistik GmbH. We chose somebody else.",
            "Nordhafen Logistik GmbH",
        ),
        ("vielen Dank für Ihre Bewerbung bei der Nordhafen Logistik GmbH in Kiel.", "Nordhafen Logistik GmbH"),
        ("danke, dass du dich bei Tilia Health beworben hast. Im Auftrag von Tilia Health", "Tilia Health"),
        ("Nous vous remercions de votre candidature chez Ateliers Morel, qui n'est pas retenue.", "Ateliers Morel"),
        ("Gracias por tu interés en formar parte de Grupo Almena.", "Grupo Almena"),
        ("grazie per il tuo interesse verso Studio Ferrante S.r.l. e per il tempo dedicato.", "Studio Ferrante S.r.l."),
        ("Bedankt voor je sollicitatie bij De Vries Techniek B.V. in Utrecht.", "De Vries Techniek B.V."),
        ("Agradecemos o seu interesse na Aurora Digital e o tempo dedicado ao processo seletivo.", "Aurora Digital"),
    ],
)
def test_phrases_in_seven_languages_name_the_company_as_it_is_written(text: str, company: str) -> None:
    """What leads to a name is read in each language, and the name ends where it ends."""
    assert company_of(reading(text)) == company


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Bewerbung als Köchin bei der Firma {} war leider nicht erfolgreich.",
        "Die Stelle als Köchin bei Firma {} ist leider schon besetzt, wir danken Ihnen für Ihr Interesse.",
        "Votre candidature au poste de cuisinière dans l'entreprise {} n'a pas été retenue.",
        "No ha sido seleccionada para el puesto de cocinera en la empresa {}.",
        "La Sua candidatura come cuoca presso la ditta {} non è stata accolta.",
        "Je sollicitatie als kok bij het bedrijf {} is helaas afgewezen.",
        "A sua candidatura à vaga de cozinheira na empresa {} não foi selecionada.",
    ],
)
@pytest.mark.parametrize("company", ["Halden", "Korvane & Figli"])
def test_what_says_that_a_firm_comes_is_no_part_of_its_name(text: str, company: str) -> None:
    """And is enough for a name of one word, of which nothing else speaks."""
    assert company_of(reading(text.format(company), sender="no-reply@hire.lever.co")) == company


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Erfahrung bei der Firma Mercanto hat uns gefallen. Leider müssen wir Ihnen trotzdem absagen.",
        "Wir hoffen, dass Sie in einer anderen Firma Fuß fassen. Leider müssen wir Ihnen absagen.",
        "Ton passage dans l'entreprise Mercanto nous a plu, mais nous avons pris quelqu'un d'autre.",
        "Valoramos su experiencia en la empresa Mercanto, pero hemos elegido a otra persona.",
    ],
)
def test_another_firm_that_is_spoken_of_is_not_the_company(text: str) -> None:
    """Where the candidate worked, or may yet."""
    assert company_of(reading(text, sender="no-reply@hire.lever.co")) == ""


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Halden Careers <no-reply@greenhouse-mail.io>", "Halden"),
        ("Halden Talent Acquisition <halden@myworkday.com>", "Halden"),
        ("Jane from Halden <jane@hire.lever.co>", "Halden"),
        ("Halden via Lever <no-reply@hire.lever.co>", "Halden"),
        ("Equipo de Selección Banco Sol <no-responder@successfactors.eu>", "Banco Sol"),
        ("Werken bij De Vries Techniek <jobs@recruitee.com>", "De Vries Techniek"),
        ("softgarden im Auftrag von Tilia Health <no-reply@softgarden.io>", "Tilia Health"),
        ("Keystone Partners Recruiting <x@icims.com>", "Keystone Partners"),
        ("Halden Ressources Humaines <x@icims.com>", "Halden"),
        ("Halden & Figli Risorse Umane <x@icims.com>", "Halden & Figli"),
        ("Brightwater Energy Head Office <x@icims.com>", "Brightwater Energy"),
        ("Hoofdkantoor Halden <x@icims.com>", "Halden"),
        ("Halden & Hijos Recursos Humanos <x@icims.com>", "Halden & Hijos"),
        ("Firma Foods <x@icims.com>", "Firma Foods"),
        ("Ihr Halden-Team <x@icims.com>", "Halden"),
        ("Atração de Talentos Brightwater Energy <x@icims.com>", "Brightwater Energy"),
        ("Ausbildungsleitung Finanzamt Uhlheim <post@fa-uhlheim.example>", "Finanzamt Uhlheim"),
        ("Redazione Gazzetta del Porto <redazione@gazzettadelporto.example>", "Gazzetta del Porto"),
    ],
)
def test_a_display_name_tells_the_company_without_its_department(sender: str, company: str) -> None:
    """Department words fall, words that belong to names stay."""
    assert company_of(reading(NO_NEWS, sender=sender)) == company


@pytest.mark.parametrize(
    "sender",
    [
        "Talent Acquisition <no-reply@myworkday.com>",
        "HR Team <hr@gmail.com>",
        "no-reply <no-reply@greenhouse.io>",
        "? <x@smartrecruiters.com>",
        "Recruiting <jobs@personio.de>",
        "Greenhouse <no-reply@greenhouse.io>",
        "LinkedIn <jobs-noreply@linkedin.com>",
        "Anna Bauer <anna.bauer@gmail.com>",
        "Anna Bauer <no-reply@us.greenhouse-mail.io>",
        "Hiring Manager <hiring@ashbyhq.com>",
        "HR Berlin <hr@personio.com>",
    ],
)
def test_placeholders_systems_places_and_people_are_no_companies(sender: str) -> None:
    """A wrong company is worse than none."""
    assert company_of(reading(NO_NEWS, sender=sender)) == ""


def test_the_sender_s_own_domain_is_the_last_resort() -> None:
    """Where no words name the company, the registrable domain does, under any public suffix."""
    assert company_of(reading(NO_NEWS, sender="Anna Bauer <anna@mail.fjord-line.co.uk>")) == "Fjord Line"


def test_a_name_that_is_spelt_like_the_domain_is_shown_as_it_is_written() -> None:
    """`fjordline.no` and "FjordLine" in the signature are one company, and people write it their way."""
    text = f"{NO_NEWS}\n\nKind regards\nAnna Bauer\nFjordLine, Bergen"
    assert company_of(reading(text, sender="Anna Bauer <anna@fjordline.no>")) == "FjordLine"


@pytest.mark.parametrize(
    "domain", ["gmail.com", "gmx.at", "web.de", "jobs.personio.de", "eu.greenhouse-mail.io", "indeed.fr"]
)
def test_a_shared_domain_never_names_a_company(domain: str) -> None:
    """Free mail, applicant tracking systems and job boards serve many."""
    assert company_of(reading(NO_NEWS, sender=f"x@{domain}")) == ""


def test_the_words_of_the_message_win_over_the_domain() -> None:
    """A sender's domain need not be the employer's."""
    text = "Thank you for your application to Tilia Health."
    assert company_of(reading(text, sender="Jane <jane@recruiters-united.com>")) == "Tilia Health"


@pytest.mark.parametrize(
    ("signature", "company"),
    [
        ("The Halden Team", "Halden"),
        ("Your Halden Recruiting Team", "Halden"),
        ("Dein Halden Team", "Halden"),
        ("L'équipe recrutement Halden", "Halden"),
        ("Anna Bauer\nTalent Partner\nHalden GmbH", "Halden GmbH"),
        ("HR Team, Keystone Partners", "Keystone Partners"),
    ],
)
def test_a_signature_tells_the_company(signature: str, company: str) -> None:
    """Teams and legal forms at the end name the company."""
    assert company_of(reading(f"{NO_NEWS}\n\nBest regards,\n{signature}")) == company


def test_two_weak_places_that_agree_are_enough() -> None:
    """A part of the subject alone could be anything; the signature confirms it."""
    weak = reading(NO_NEWS, subject="Data Analyst | Quillon")
    strong = reading(f"{NO_NEWS}\n\nRegards\nQuillon", subject="Data Analyst | Quillon")
    assert (company_of(weak), company_of(strong)) == ("", "Quillon")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your interest in the Data Analyst position.",
        "Thank you for your interest in our company. Unfortunately we chose somebody else.",
        "Vielen Dank für Ihr Interesse an einer Mitarbeit in unserem Hause.",
        "Wir haben uns bei der Auswahl schwergetan.",
        "Dear Kofi, it was good to talk with Kofi.",
        "Sent from my phone at Berlin.",
        "",
    ],
)
def test_fragments_roles_and_addressees_are_no_companies(text: str) -> None:
    """What stands where a company could stand need not be one."""
    assert company_of(reading(text, to="Kofi Falk <kofi@gmail.com>")) == ""


@pytest.mark.parametrize(
    "day",
    ["24 Jun", "7. Mai", "12 Juillet", "3 Août", "1er Mars", "4 Enero", "3 Maggio", "5 Mei", "2 de Julho", "März 12"],
)
def test_a_day_of_a_month_is_no_company(day: str) -> None:
    """In whatever language its month is named; a name may begin with a number all the same."""
    assert not list(claim_of(day, "signature", 1.0))
    assert [claim.name for claim in claim_of("24 Maisons", "signature", 1.0)] == ["24 Maisons"]


def test_a_name_never_runs_into_the_next_clause() -> None:
    """It ends at punctuation, at a verb, at a word that begins something new."""
    assert name_at("Halden and we", 0) == "Halden"
    assert name_at("Halden. Unfortunately", 0) == "Halden"
    assert name_at("Halden, Berlin", 0) == "Halden"
    assert name_at("Banco Sol, S.A. ha", 0) == "Banco Sol, S.A."
    assert name_at("One Two Three Four Five Six Seven Eight", 0) == ""


def test_names_in_other_scripts_are_kept() -> None:
    """Letters of every script are letters."""
    assert company_of(reading("Thank you for your application to Яндекс.")) == "Яндекс"


def test_companies_with_similar_names_are_two() -> None:
    """Deutsche Bahn is not Deutsche Bank."""
    assert not alike("Deutsche Bahn", "Deutsche Bank")
    assert alike("ACME GmbH & Co. KG", "Acme")
    assert alike("Nordwind", "Nordwind Logistik")


def test_every_domain_of_the_senders_file_can_be_met() -> None:
    """An entry with a dot is a registrable domain, one without is a label: anything else would never match."""
    tables = tomllib.loads(SENDERS.read_text(encoding="utf-8"))
    domains = [domain for table in tables.values() for domain in table.get("domains", [])]
    assert domains
    assert [domain for domain in domains if "." in domain and registrable(domain) != domain] == []
    assert [domain for domain in domains if domain != domain.lower()] == []


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=60))
def test_whatever_a_message_holds_the_company_is_short_and_drawn_from_it(text: str, subject: str, name: str) -> None:
    """Any input gives a text of at most six words whose words stand in the message."""
    what = reading(text, subject=subject.replace("\n", " "))
    company = company_of(what)
    assert len(company.split()) <= 6
    held = " ".join(f"{what.message.subject} {what.message.text}".split())
    assert all(word in held for word in company.split()), name


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("We have your CV. At Halden, we read everything.", "Halden"),
        ("Bei Halden legen wir Wert auf Antworten.", "Halden"),
        ("Chez Halden, nous lisons tout.", "Halden"),
        ("En Halden leemos cada carta.", "Halden"),
        ("Bij Halden lezen we elke brief.", "Halden"),
        ("Obrigado, na Halden acreditamos em respostas.", "Halden"),
        ("We have chosen others. Kind regards, Halden Talent Acquisition", "Halden"),
        ("We have chosen others. Best, The Halden Engineering Team", "Halden"),
        ("Thank you for applying to Halden for Test Engineer position.", "Halden"),
        ("Thanks for applying for the position of Test Engineer with Halden through our board.", "Halden"),
        ("We have chosen others.\nSandra Keller / Sekundarschule Wiesengrund", "Sekundarschule Wiesengrund"),
        ("Thank you for interviewing with Halden Textiles Pvt. Ltd. last week.", "Halden Textiles Pvt. Ltd."),
        ("Thank you for your interest in Halden Re and for your time.", "Halden Re"),
    ],
)
def test_a_company_speaks_of_itself_in_many_places(text: str, company: str) -> None:
    """At home, in the closing line, beside a role or a person, with a name that ends oddly."""
    assert company_of(reading(text, sender="no-reply@greenhouse.io")) == company


@pytest.mark.parametrize(
    "text",
    [
        "At Berlin, we close at noon. We have chosen others.",
        "We are looking for a Test Engineer with Kubernetes experience for this position.",
        "Interview Date Confirmation\n\nYour new date has been accepted.",
        "Wir haben uns anders entschieden. Bei Rückfragen stehen wir gerne bereit.",
        "Bei Interesse melden wir uns wieder bei dir.",
        "In Kürze löschen wir deine Unterlagen.",
        "At Present, we have no other job. We have chosen others.",
        "In Q3 we hire again. We have chosen others.",
        "En Enero volvemos a buscar.",
    ],
)
def test_places_skills_headings_and_portals_are_no_companies(text: str) -> None:
    """A wrong company is worse than none."""
    assert company_of(reading(text, subject="Interview Date Confirmation", sender="no-reply@greenhouse.io")) == ""
