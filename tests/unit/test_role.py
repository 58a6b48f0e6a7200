"""The role that a message is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from support.shipped import role_in

from pipeline.reading.role.names import MOST_WORDS, clean


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thank you for applying for the position of Data Analyst at Halden.", "Data Analyst"),
        ("We will not move forward with you for the Senior Backend Engineer role.", "Senior Backend Engineer"),
        ("Your application as Head of Growth has been closed.", "Head of Growth"),
        ("we are sorry about the warehouse operative job.", "warehouse operative"),
        (
            "Ihre Bewerbung als Softwareentwickler (m/w/d) können wir leider nicht berücksichtigen.",
            "Softwareentwickler (m/w/d)",
        ),
        (
            "für die Stelle als Vertriebsmitarbeiter im Außendienst haben wir uns anders entschieden.",
            "Vertriebsmitarbeiter im Außendienst",
        ),
        (
            "Votre candidature au poste de chargée de communication chez Morel n'a pas été retenue.",
            "chargée de communication",
        ),
        (
            "Lamentamos que tu candidatura al puesto de Técnico de mantenimiento no haya prosperado.",
            "Técnico de mantenimiento",
        ),
        (
            "La tua candidatura per la posizione di Sviluppatore software non è stata selezionata.",
            "Sviluppatore software",
        ),
        (
            "Uw sollicitatie voor de functie van Administratief medewerker hebben wij bekeken.",
            "Administratief medewerker",
        ),
        ("Infelizmente não seguiremos com você na vaga de Analista de dados neste momento.", "Analista de dados"),
    ],
)
def test_phrases_in_seven_languages_name_the_role(text: str, role: str) -> None:
    """The role begins behind its phrase and ends where the sentence goes on."""
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Your application for Data Analyst", "Data Analyst"),
        ("Re: Data Analyst (R-10482)", "Data Analyst"),
        ("Data Analyst - REQ2219 - Halden", "Data Analyst"),
        ("Halden | Data Analyst", "Data Analyst"),
        ("Bewerbung als Pflegefachkraft (w/m/d), Kennziffer 2026-118", "Pflegefachkraft (w/m/d)"),
        ("Data Analyst interview - outcome", "Data Analyst"),
        ("Candidature - Chef de projet (réf. A1179)", "Chef de projet"),
    ],
)
def test_a_subject_names_the_role_without_its_reference_number(subject: str, role: str) -> None:
    """Numbers, occasions and the company fall away."""
    assert role_in("We have decided otherwise.", subject=subject, sender="Halden <jobs@halden.example>") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Votre candidature au poste de préposé(e) aux bénéficiaires n'a pas abouti.", "préposé(e) aux bénéficiaires"),
        ("Le poste d'adjointe au maire n'est plus vacant.", "adjointe au maire"),
        ("Le poste de community manager te serait allé comme un gant.", "community manager"),
        ("A vaga de Técnico em Manejo Pesqueiro foi preenchida.", "Técnico em Manejo Pesqueiro"),
        ("Para o lugar de rececionista de noite acabámos por escolher outra pessoa.", "rececionista de noite"),
        ("We gaan met iemand anders verder voor de vacature paraveterinair (24 uur).", "paraveterinair"),
        ("Your application for Grade 4/5 Teacher has been closed.", "Grade 4/5 Teacher"),
    ],
)
def test_a_role_is_told_to_its_end(text: str, role: str) -> None:
    """What an occupation is for belongs to it, a verb behind it does not."""
    assert role_in(text) == role


def test_a_line_that_labels_the_role_is_read() -> None:
    """Systems write `Position: ...` on a line of its own."""
    assert role_in("Company: Halden\nPosition: Growth Marketing, Berlin\nStatus: closed") == "Growth Marketing"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your interest in this position.",
        "Thank you for your interest in our team and for the time you took.",
        "We cannot offer you the role.",
        "Another position may suit you better.",
        "leider können wir Ihnen diese Stelle nicht anbieten.",
        "Nous ne donnons pas suite à votre candidature à ce poste.",
        "You did not make it to the next stage.",
        "",
    ],
)
def test_where_no_role_is_named_there_is_none(text: str) -> None:
    """`This position` and `our team` are no names."""
    assert role_in(text) == ""


def test_the_company_is_no_role() -> None:
    """What is known as the company's name is not taken twice."""
    assert role_in("Your application for Tilia Health is closed.", sender="Tilia Health <jobs@tilia.example>") == ""


def test_what_is_too_long_is_no_role() -> None:
    """Ten words or 150 characters are more than any role has; each is a bound by itself."""
    assert clean("One Two Six " * 3 + "Ten") == "One Two Six One Two Six One Two Six Ten"
    assert clean("One Two Six " * 3 + "Ten Cook") == ""
    assert clean(f"{'Deputy' * 20} {'Manager' * 5}") == ""


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=80))
def test_whatever_a_message_holds_the_role_is_bounded(text: str, subject: str) -> None:
    """Any input gives at most ten words on one line."""
    role = role_in(text, subject=subject.replace("\n", " "))
    assert len(role.split()) <= MOST_WORDS
    assert "\n" not in role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the job of workshop planner goes to Ellen.", "workshop planner"),
        ("The role of research assistant went to somebody else.", "research assistant"),
        ("The position of bid manager requires ten years in construction.", "bid manager"),
        ("Die Stelle als Projektleiter ging an eine Kollegin.", "Projektleiter"),
        ("Le poste de responsable de rayon revient à une collègue.", "responsable de rayon"),
        ("El puesto de auxiliar administrativo recae en otra persona.", "auxiliar administrativo"),
        ("La posizione di addetto vendite spetta a un collega.", "addetto vendite"),
        ("De functie van teamleider gaat naar een collega.", "teamleider"),
        ("A vaga de assistente administrativo coube a outra pessoa.", "assistente administrativo"),
        ("Your application for Software Engineer I was closed.", "Software Engineer I"),
        ("We will review your application for Lead developer shortly.", "Lead developer"),
        ("Thank you for your interest in the Data Engineer (open to remote) position.", "Data Engineer"),
        ("Thank you for your interest in the Data Engineer UP TO $140K position.", "Data Engineer"),
        ("Thank you for applying to the Ruby on Rails Developer position.", "Ruby on Rails Developer"),
        (
            "You were not selected for the following position:\n\nData Analyst - Logistics, 65480",
            "Data Analyst - Logistics",
        ),
        ("Leider müssen wir für die folgende Stelle absagen:\n\nSachbearbeiter Einkauf", "Sachbearbeiter Einkauf"),
        ("Job ID: 20114\nPosition Title: Senior web developer\nLocation: Salem", "Senior web developer"),
        ("Here is our Data Scientist coding challenge.", "Data Scientist"),
    ],
)
def test_a_role_ends_where_it_ends(text: str, role: str) -> None:
    """Not with what becomes of the job, its pay or a note; but with its level."""
    assert role_in(text) == role


def test_a_title_in_a_signature_is_no_role() -> None:
    """However long the signature."""
    signature = "Best regards,\nBen Adler - HR Executive\nFloor 2\nSkype: ben\nTel: 1\nFax: 2\nWeb: none"
    text = f"We have decided otherwise.\n\n{signature}"
    assert role_in(text) == ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thank you for your application for the position of Health and Safety Adviser.", "Health and Safety Adviser"),
        ("Thank you for applying for the post of Night Porter and we wish you well.", "Night Porter"),
        ("You applied for the position of fire and security engineer with us.", "fire and security engineer"),
        ("Ihre Bewerbung als Sachbearbeiterin Einkauf und Ihre Mappe liegen vor.", "Sachbearbeiterin Einkauf"),
        (
            "Votre candidature au poste de responsable qualité et sécurité n'a pas été retenue.",
            "responsable qualité et sécurité",
        ),
        (
            "Votre candidature au poste de chargé de communication et attendons votre réponse.",
            "chargé de communication",
        ),
        (
            "Tu candidatura al puesto de técnico de calidad y medio ambiente no sigue.",
            "técnico de calidad y medio ambiente",
        ),
        (
            "Grazie per la candidatura alla posizione di Addetto/a al banco gastronomia presso noi.",
            "Addetto/a al banco gastronomia",
        ),
        (
            "Je sollicitatie voor de functie van medewerker planning en inkoop wijzen we af.",
            "medewerker planning en inkoop",
        ),
        ("Su candidatura al puesto de Camarero/a - Barista no sigue adelante.", "Camarero/a - Barista"),
        ("We were sorry not to be able to appoint you as Teaching Assistant (KS1).", "Teaching Assistant (KS1)"),
        ("Thank you for applying for 40112 Heavy Equipment Operator, Regina.", "Heavy Equipment Operator"),
        ("Regarding REQ 41-C (Paint Line Tech): closed.", "Paint Line Tech"),
    ],
)
def test_a_role_of_several_parts_is_read_whole(text: str, role: str) -> None:
    """`And` joins two parts of a role or ends it; levels belong to it, numbers do not."""
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Ihre Bewerbung als Elektroniker (m/w/d) Betriebstechnik", "Elektroniker (m/w/d) Betriebstechnik"),
        ("Ihre Bewerbung als Assistenz (m/w/d) der Geschäftsführung", "Assistenz (m/w/d) der Geschäftsführung"),
        ("Ihre Bewerbung als Softwareentwickler (m/w/d) Hamburg", "Softwareentwickler (m/w/d)"),
        ("Ihre Bewerbung als Softwareentwickler (m/w/d) Halden GmbH", "Softwareentwickler (m/w/d)"),
        ("Votre candidature - Technicien (H/F) Maintenance", "Technicien (H/F) Maintenance"),
    ],
)
def test_a_field_behind_a_gender_mark_is_a_part_of_the_role(subject: str, role: str) -> None:
    """A place or the company is not."""
    assert role_in("Leider nein.", subject=subject, sender="Halden GmbH <jobs@halden.example>") == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("VAC2201 Museum Guide (18 hours)", "Museum Guide"),
        ("News: 118-EST-2209 Estates Surveyor", "Estates Surveyor"),
        ("Flight Attendant Assessment Day - Dublin - 3 May", "Flight Attendant"),
        ("Apprentice Electrician 2026", "Apprentice Electrician"),
        ("delivery driver", "delivery driver"),
        ("your barista application", "barista"),
        ("Zwischenbescheid Bühnentechniker", "Bühnentechniker"),
        ("Résultat concours adjoint administratif", "adjoint administratif"),
        ("Curriculum cocinero", "cocinero"),
        ("Esito selezione impiegato contabile", "impiegato contabile"),
        ("Resultaat selectieproef technisch medewerker", "technisch medewerker"),
        ("Currículo auxiliar de cozinha", "auxiliar de cozinha"),
        ("your chat with our recruiter", ""),
        ("Interview - Anna Bauer", ""),
        ("Suite à la journée du 4 mai", ""),
        ("Code LAB-2026-03", ""),
    ],
)
def test_a_subject_is_stripped_of_papers_results_and_numbers(subject: str, role: str) -> None:
    """What is left is the role, in whatever letters; or nothing."""
    assert role_in("We have decided otherwise.", subject=subject) == role


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Prueba técnica", "Hemos revisado tu prueba técnica y no seguimos.", ""),
        ("Re: segunda entrevista técnica del jueves", "No seguimos adelante contigo.", ""),
        ("Prova tecnica", "Dopo la prova tecnica non proseguiamo.", ""),
        ("Intervista tecnica di martedì", "Dopo l'intervista tecnica non proseguiamo.", ""),
        ("Colloquio tecnico", "Non proseguiamo.", ""),
        ("Teste técnico", "Decidimos não avançar.", ""),
        ("Prueba técnica - Analista de datos", "No seguimos adelante contigo.", "Analista de datos"),
        ("Candidatura Técnica de laboratorio", "No seguimos adelante contigo.", "Técnica de laboratorio"),
    ],
)
def test_a_technical_test_is_no_technician(subject: str, text: str, role: str) -> None:
    """Where both are one word, as in Spanish, Italian and Portuguese."""
    assert role_in(text, subject=subject) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I'm afraid someone else has the tour manager seat.", "tour manager"),
        ("Sorry, we've found someone else for the dog walker job.", "dog walker"),
        ("You were on the list for the Spring Analyst Programme.", "Spring Analyst Programme"),
        ("Thanks for applying to our Underwriting Apprentice scheme.", "Underwriting Apprentice"),
        ("Wir haben uns gegen dich als Teamleiterin entschieden.", "Teamleiterin"),
        ("Ich suche für ein Unternehmen eine/n Leiter Finanzen.", "Leiter Finanzen"),
        ("On vous embauche comme couvreur dès lundi.", "couvreur"),
        ("te contratamos como camarera desde el lunes.", "camarera"),
        ("Vorremmo averti come aiuto cuoco da giugno.", "aiuto cuoco"),
        ("Start je bij ons als magazijnier vanaf mei?", "magazijnier"),
        ("Queremos contratar você como atendente de balcão a partir de maio.", "atendente de balcão"),
        ("As a recruiter, I know that this is hard.", ""),
        ("En tant que responsable du recrutement, je vous remercie.", ""),
        ("Thank you for speaking with our Talent Partner last week.", ""),
        ("Nous avons bien reçu votre offre de services du 2 juin.", ""),
    ],
)
def test_plain_mail_names_the_role_in_passing(text: str, role: str) -> None:
    """As people say it, in small letters too; but a writer's own title is no role."""
    assert role_in(text) == role
