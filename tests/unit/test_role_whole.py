"""A role is told whole, without what only stands beside it, and the title of somebody else is none."""

from __future__ import annotations

import pytest
from support.judgements import reading
from support.shipped import role_in

from pipeline.reading.role.continued import continued


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Votre candidature",
            "Bonjour Madame,\n\nVotre candidature au poste d'aide soignante de nuit n'a pas été retenue.",
            "aide soignante de nuit",
        ),
        ("saison", "Bonjour, pour la place de femme de ménage au camping on a trouvé.", "femme de ménage"),
        ("aux de vie nuit", "Bonjour, nous avons quelqu'un. Merci", "aux de vie nuit"),
        ("gap year", "Dear Ana, we are looking for an au pair who drives, so it's a no, sorry.", "au pair"),
        ("Personal Trainer - weekends", "Hi Kai, not this time, I'm afraid.", "Personal Trainer"),
    ],
)
def test_an_occupation_in_several_words_is_not_cut(subject: str, text: str, role: str) -> None:
    """`soignante` or `ménage` alone is no job."""
    assert role_in(text, subject=subject) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("vielen Dank für die Bewerbung als Stellv. Filialleitung. Leider nicht.", "Stellv. Filialleitung"),
        ("Ihre Bewerbung als Dipl. Hebamme 60% haben wir geprüft. Leider müssen wir absagen.", "Dipl. Hebamme"),
        ("Votre candidature au poste de Resp. Qualité n'a pas été retenue.", "Resp. Qualité"),
        ("Para el puesto de Aux. Administrativo se ha elegido a otra persona.", "Aux. Administrativo"),
        ("A vaga de Téc. de Enfermagem foi preenchida.", "Téc. de Enfermagem"),
    ],
)
def test_a_role_goes_on_behind_training_or_rank_in_short(text: str, role: str) -> None:
    """The full stop is no end of a sentence."""
    assert role_in(text, subject="Absage") == role


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Re: Barista-Job", "Moin Jule, wir haben uns für jemand anderen entschieden.", "Barista"),
        ("kapster-plek", "Hoi Fenna, we hebben al iemand.", "kapster"),
        (
            "Prácticas",
            "Hola Noa, la plaza de técnico de marketing de 6 meses ya está cubierta.",
            "técnico de marketing",
        ),
        ("Absage", "Für die Position Sachbearbeiter Einkauf für 24 Monate gab es andere.", "Sachbearbeiter Einkauf"),
        ("Your application", "Hi Lou, the 20-hour Receptionist post has been filled.", "Receptionist"),
        (
            "Absage",
            "Hallo Emir, danke für deine Bewerbung um einen Ausbildungsplatz zum Kfz-Mechatroniker. Leider vergeben.",
            "Kfz-Mechatroniker",
        ),
    ],
)
def test_a_word_for_the_job_and_how_long_it_lasts_are_no_part_of_a_role(subject: str, text: str, role: str) -> None:
    """A letter speaks of a barista, not of a barista-job."""
    assert role_in(text, subject=subject) == role


def test_an_occupation_in_both_genders_is_one_role() -> None:
    """What both have in common stands behind the second."""
    subject = "Votre candidature : Mécanicien / Mécanicienne de locomotive"
    text = "Madame, Monsieur, votre dossier n'a pas été retenu."
    assert role_in(text, subject=subject) == "Mécanicien / Mécanicienne de locomotive"


@pytest.mark.parametrize(
    "text",
    [
        "Hi Joe, our operations manager, Liz, has looked at your CV but we have nothing at present. Anna",
        "Hi Dana,\n\nOur Head of Design, Priya Nair, read your letter but we won't be taking it further.\n\nMark",
        "Dear Al, thank you for writing. Martin Giles, our head gardener, says the team is complete. Ruth",
        "Guten Tag Herr Bösch, unser Kellermeister Herr Franz sieht derzeit keinen Bedarf. Familie Lahr",
        "Madame, nous n'avons pas de poste vacant. La responsable de secteur, Mme Brunet",
        "Hi Meg, our head chef has looked at your CV but we have nothing at the moment. Jo",
    ],
)
def test_the_title_of_somebody_who_works_there_is_no_role(text: str) -> None:
    """A wrong role is worse than none."""
    assert role_in(text, subject="Re: Hello", sender="Jo <jo@hartwell.example>") == ""


def test_a_role_is_not_that_of_whom_it_is_done_for() -> None:
    """And whoever is named beside the role asked for is no doubt of it."""
    subject = "Personal Assistant to the Chief Executive"
    assert role_in("Dear Jane, we have appointed someone else.", subject=subject) != "Chief Executive"
    text = "Hi Sol, for the position of Account Manager, Ned Poole has chosen somebody else. Jen"
    assert role_in(text, subject="Sorry") == "Account Manager"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "We will not go on with your application for Senior Manager, Field Operations.",
            "Senior Manager, Field Operations",
        ),
        ("Thank you for applying for Scientist II, Cell Therapy at Halden.", "Scientist II, Cell Therapy"),
        (
            "We will not go on with your application for the position of Clerk to the Governors.",
            "Clerk to the Governors",
        ),
        (
            "No seguimos con tu candidatura al puesto de Agente de Atención al Pasajero.",
            "Agente de Atención al Pasajero",
        ),
        ("El puesto de Analista de Cuentas por Cobrar está cubierto.", "Analista de Cuentas por Cobrar"),
        (
            "No seguimos con tu candidatura al puesto de Técnico en Electrónica Industrial.",
            "Técnico en Electrónica Industrial",
        ),
        ("A vaga de Assistente de Suporte ao Cliente foi preenchida.", "Assistente de Suporte ao Cliente"),
        ("A vaga de Analista de Contas a Pagar foi preenchida.", "Analista de Contas a Pagar"),
        ("Le poste de conseiller à l'emploi est pourvu.", "conseiller à l'emploi"),
        ("Le poste de vendeuse en boulangerie est pourvu.", "vendeuse en boulangerie"),
        ("Le poste de consultante en stratégie est pourvu.", "consultante en stratégie"),
        ("Le poste de chargée d'accueil et de médiation est pourvu.", "chargée d'accueil et de médiation"),
        ("Die Stelle als Mitarbeiterin für den Empfang ist besetzt.", "Mitarbeiterin für den Empfang"),
        ("De functie van begeleider in de thuiszorg is vervuld.", "begeleider in de thuiszorg"),
        ("La posizione di tirocinante in farmacia è stata coperta.", "tirocinante in farmacia"),
    ],
)
def test_a_role_goes_on_to_what_is_done_and_for_whom(text: str, role: str) -> None:
    """Behind words that end most roles."""
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thank you for applying for Sales Manager, London. We chose somebody else.", "Sales Manager"),
        ("Your application for Engineer, Reading, was not successful.", "Engineer"),
        ("Le poste de comptable en remplacement de Mme Roy est pourvu.", "comptable"),
        ("Votre candidature au poste d'assistante à la suite de notre entretien n'est pas retenue.", "assistante"),
        ("Merci de votre candidature au poste de comptable et de nous avoir rencontrés.", "comptable"),
        ("No seguimos con tu candidatura al puesto de Técnico en Almería.", "Técnico"),
        ("Não avançamos com a candidatura à vaga de Estagiário em Lisboa.", "Estagiário"),
        ("Não avançamos com a vaga de Operador de Atendimento a partir de maio.", "Operador de Atendimento"),
        ("Die Stelle als Mitarbeiter für die Zeit bis Mai ist besetzt.", "Mitarbeiter"),
        ("De functie van medewerker van de maand augustus is vervuld.", "medewerker"),
        ("Your application for Research Assistant, Stanford University, was not successful.", "Research Assistant"),
        ("Your application for Lecturer, Harcourt School of Nursing, was not successful.", "Lecturer"),
        (
            "Merci de votre candidature au poste d'assistante de direction et du temps accordé.",
            "assistante de direction",
        ),
        (
            "Merci de votre candidature comme chargée d'accueil et de l'intérêt que vous nous portez.",
            "chargée d'accueil",
        ),
        ("Le poste de vendeuse en intérim est pourvu.", "vendeuse"),
        ("El puesto de Técnico de Laboratorio en turno de noche está cubierto.", "Técnico de Laboratorio"),
        ("La posizione di Tecnico informatico in provincia di Bergamo è coperta.", "Tecnico informatico"),
        ("A vaga de Técnico de Manutenção em Lisboa foi preenchida.", "Técnico de Manutenção"),
        ("Die Stelle als Referent für die Region Süd ist besetzt.", "Referent"),
        ("Vielen Dank für Ihre Bewerbung als Lehrerin an der Musikschule Ostend.", "Lehrerin"),
        ("Gracias por presentarte al puesto de personal de servicio a través de un portal.", "personal de servicio"),
        ("Hemos cubierto el puesto de director de obra y de manera excepcional guardamos su CV.", "director de obra"),
        ("Gracias por tu interés en el puesto de técnico en Fundación Alameda.", "técnico"),
        ("Nous avons pourvu le poste de comptable en priorité par mobilité interne.", "comptable"),
        ("Votre candidature au poste d'assistante à l'agence de Lyon n'a pas été retenue.", "assistante"),
        ("La sua candidatura come stagista in ufficio non è stata accolta.", "stagista"),
        ("Thank you for applying for Care Assistant, Barchester Care. We chose another.", "Care Assistant"),
    ],
)
def test_a_role_ends_before_where_and_when_it_is_done(text: str, role: str) -> None:
    """Behind the same words."""
    assert role_in(text) == role


def test_an_occupation_in_a_subject_keeps_its_field() -> None:
    """Behind a comma, where a town may stand as well."""
    said = "We have decided otherwise."
    assert role_in(said, subject="Analyst, Credit Risk - Halden") == "Analyst, Credit Risk"
    assert role_in(said, subject="Payroll Clerk, Leeds") == "Payroll Clerk"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You would make a good baker, but we have one already.", "baker"),
        ("Saresti un bravo panettiere, ma abbiamo scelto un'altra persona.", "panettiere"),
        ("Je bent vast een goede kapster, maar we kozen iemand anders.", "kapster"),
        ("Beim Polsterer haben wir uns anders entschieden.", "Polsterer"),
        ("Il colloquio per carrellista ci è piaciuto, ma prendiamo un altro.", "carrellista"),
        ("A seleção para cozinheiro terminou e escolhemos outra pessoa.", "cozinheiro"),
        ("Die Anzeige Buchhalterin ist erledigt, wir haben jemanden.", "Buchhalterin"),
        ("Bedankt voor je sollicitatie naar verpleegkundige, we gaan niet verder.", "verpleegkundige"),
        ("A vaga de Técnico de Segurança do Trabalho foi preenchida.", "Técnico de Segurança do Trabalho"),
    ],
)
def test_a_role_is_told_as_people_speak_of_it(text: str, role: str) -> None:
    """Without how good somebody is at it, and what happens next."""
    assert role_in(text) == role


def test_a_letter_says_below_its_salutation_what_it_is_about() -> None:
    """On a line of its own between blank ones, which no sentence names again."""
    text = (
        "Dear Craig\n\n{}\n\nI refer to your application. You have not been selected.\n\nYours faithfully\nLyn Dobrev"
    )
    assert role_in(text.format("Gardens Team Leader - Ref 498817"), subject="Your application") == "Gardens Team Leader"
    assert role_in(text.format("Outcome of your application"), subject="Your application") == ""


_ANSWERED = """Hallo Frau Berg,

danke für Ihre Geduld. Wir haben uns für jemand anderen entschieden.

Viele Grüße
Anna

Am 18.12.2025 um 17:22 schrieb Nora Berg <nora@post.example>:
> Guten Tag,
> gibt es schon etwas Neues wegen der Stelle als {}?
> Nora Berg"""


def test_the_role_that_the_applicant_asked_about_is_that_of_the_answer() -> None:
    """Who answers need not repeat it; what the answer itself names goes before."""
    assert role_in(_ANSWERED.format("Augenoptikerin"), subject="Re: Nachfrage") == "Augenoptikerin"
    named = _ANSWERED.format("Augenoptikerin").replace("jemand anderen", "einen anderen Polsterer")
    assert role_in(named, subject="Re: Nachfrage") == "Polsterer"
    assert role_in(_ANSWERED.format("vorgestern"), subject="Re: Nachfrage") == ""


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Your application: Planner II, Rail Freight",
            "We have filled the post of Planner II, Rail Freight, today.",
            "Planner II, Rail Freight",
        ),
        (
            "Planner II, Rail Freight Operations",
            "The post of Planner II, Rail Freight has been filled.",
            "Planner II, Rail Freight",
        ),
        ("Planner II, Rail Freight", "The post of Planner II has been filled.", "Planner II"),
        ("Planner II, Leeds", "The post of Planner II, Leeds has been filled.", "Planner II"),
        ("Planner II, Halden Ltd", "The post of Planner II, Halden Ltd has been filled.", "Planner II"),
        ("Planner II, Halden", "The post of Planner II, Halden has been filled.", "Planner II"),
        ("Planner II, thank you", "Planner II, thank you for applying.", "Planner II"),
    ],
)
def test_a_role_goes_on_behind_its_comma_where_subject_and_text_do(subject: str, text: str, role: str) -> None:
    """Alone either may go on with anything; together they may still name a place or a firm."""
    assert continued("Planner II", reading(text, subject=subject), "Halden Ltd", {"leeds"}) == role
