"""The many ways in which mail of strangers tells the role."""

from __future__ import annotations

import pytest
from support.judgements import reading
from support.shipped import NAMER, role_in

from pipeline.core.verdict import Label
from pipeline.reading.place import place_of
from pipeline.reading.role.ends import without_tails
from pipeline.reading.role.names import is_plausible
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.resources import SENDERS

KNOWN = Senders.load(SENDERS)


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
    assert role_in(text, subject=subject) == role


def test_a_job_named_in_passing_is_not_the_role() -> None:
    """That of other people is not what a message is about."""
    text = "It was lovely to meet you. Our Head of People will send the notes on Monday."
    assert not role_in(text, subject="Thank you")


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("", "Thank you for applying for VP, Engineering at Halden.", "VP, Engineering"),
        ("Lead, Data & AI", "We chose somebody else.", "Lead, Data & AI"),
        ("", "Thank you for your application for ALS Paramedic.", "ALS Paramedic"),
        ("Competition Lawyer", "We chose somebody else.", "Competition Lawyer"),
        ("Nurse Out of Hours", "We chose somebody else.", "Nurse Out of Hours"),
        ("", "Thank you for your application for Lead, Data & AI at Halden.", "Lead, Data & AI"),
        ("Your application", "Thank you for applying for Werkstudent IT at Halden.", "Werkstudent IT"),
        ("Internal application: Shift Supervisor, Line 4", "It was close.", "Shift Supervisor"),
        ("", "Ze gaan voor de rol van projectleider door met andere kandidaten.", "projectleider"),
        ("", "Thank you for applying for Head of Sales, but we chose another.", "Head of Sales"),
        ("", "We want a Director, and you applied for Director, as did Jo.", "Director"),
    ],
)
def test_a_role_is_not_cut_short(subject: str, text: str, role: str) -> None:
    """A rank has its field behind a comma, `IT` is no pronoun, and a shift may have a supervisor."""
    assert role_in(text, subject=subject) == role


@pytest.mark.parametrize(
    "role",
    [
        "Paralegal, Commercial Property",
        "Staff Nurse, Emergency Department",
        "Software Engineer - Platform",
        "Clerk and Responsible Financial Officer",
        "Organist and Choir Director",
        "Lecturer in Early Modern History",
        "Research Associate in Soil Physics",
    ],
)
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application for {}", "We chose somebody else."),
        ("", "Thank you for your application for {} at Halden."),
        ("", "Hello,\n\nPosition: {}\nStatus: closed"),
    ],
)
def test_the_area_of_a_job_is_part_of_its_name(role: str, subject: str, text: str) -> None:
    """Behind a comma, a dash, `in` and `and`: several jobs at one place are told apart by it."""
    assert role_in(text.format(role), subject=subject.format(role)) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Director - Leeds", "Director"),
        ("Data Analyst - Human Resources", "Data Analyst"),
        ("Care Assistant, Barchester", "Care Assistant"),
        ("Game Presenter - Evolution", "Game Presenter"),
        ("Chef - Location", "Chef"),
    ],
)
def test_a_place_an_office_and_a_firm_are_no_area(text: str, role: str) -> None:
    """They stand behind a dash or a comma as areas do."""
    assert role_in("We chose somebody else.", subject=f"Your application for {text}") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le poste de comptable n'existe plus.", "comptable"),
        ("L'entretien pour le poste de paysagiste aura lieu lundi.", "paysagiste"),
        ("Nous ne vous engagerons pas comme cuisinier à 70 %.", "cuisinier"),
        ("El puesto de camarera empieza en mayo.", "camarera"),
        ("La vacante de jefe de obra cambió de horario.", "jefe de obra"),
        ("Il posto da bagnino l'abbiamo dato a un altro.", "bagnino"),
        ("La selezione per Liquidatore sinistri consiste in due prove.", "Liquidatore sinistri"),
        ("Per aiuto pizzaiolo puoi venire domani?", "aiuto pizzaiolo"),
        ("De functie van planner bestaat niet meer.", "planner"),
        ("We hebben geen extra verkoopster meer nodig.", "verkoopster"),
        ("A vaga de motorista recebeu muitas candidaturas.", "motorista"),
        ("A sua candidatura para Especialista em CRM continua em análise.", "Especialista em CRM"),
    ],
)
def test_a_role_ends_before_what_is_said_of_it(text: str, role: str) -> None:
    """Romance languages and Dutch write roles and the verbs behind them small alike."""
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("candidatura per la posizione di tutor di formazione continua", "tutor di formazione continua"),
        ("Merci pour votre candidature au poste d'agent de change.", "agent de change"),
        ("Merci pour votre candidature au poste de gestionnaire de paie.", "gestionnaire de paie"),
        ("Tu candidatura al puesto de técnico de cerámica dura no sigue.", "técnico de cerámica dura"),
    ],
)
def test_a_word_of_a_role_that_looks_like_a_verb_stays(text: str, role: str) -> None:
    """`continua` is an adjective, too, and `change` and `paie` are nouns."""
    assert role_in(text) == role


@pytest.mark.parametrize(
    ("role", "text", "place"),
    [
        ("Lecturer", "the post of Lecturer in Late Roman History", ""),
        ("Chef de Partie", "the position of Chef de Partie in Pastry", ""),
        ("Clerk", "the post of Clerk in Accounts Payable", ""),
        ("Dozent", "die Stelle als Dozent in Angewandter Informatik", ""),
        ("Profesor", "el puesto de Profesor en Historia Antigua", ""),
        ("Maître de conférences", "le poste de Maître de conférences en Histoire Ancienne", ""),
        ("Docente", "il posto di Docente in Lettere Antiche", ""),
        ("Docent", "de functie van Docent in Moderne Geschiedenis", ""),
        ("Técnico", "a vaga de Técnico em Enfermagem", ""),
        ("Lecturer", "the post of Lecturer in Oxford", "Oxford"),
        ("Store Manager", "the post of Store Manager in Upper Barrow", "Upper Barrow"),
        ("Porter", "the post of Porter in Daventry", "Daventry"),
        ("Tischler", "die Stelle als Tischler in Bad Hersfeld", "Bad Hersfeld"),
        ("Camarero", "el puesto de Camarero en Vigo", "Vigo"),
    ],
)
def test_what_is_taught_or_worked_in_is_no_place(role: str, text: str, place: str) -> None:
    """The same word leads to where the work is."""
    assert place_of(reading(f"Hello,\n\n{text}."), role, "Halden", KNOWN) == place


@pytest.mark.parametrize("role", ["Data Analyst (Berlin)", "Data Analyst - Berlin", "Data Analyst, Berlin"])
def test_a_place_behind_a_role_is_no_part_of_it(role: str) -> None:
    """In brackets as behind a dash; it is told as the place."""
    what = reading("We chose somebody else.", subject=f"Your application for {role}")
    assert NAMER.names_of(what, Label.REJECTION)[1] == "Data Analyst"
    assert place_of(what, "Data Analyst", "", KNOWN) == "Berlin"
    plain = reading("We chose somebody else.", subject="Your application for Data Analyst (Growth)")
    assert NAMER.names_of(plain, Label.REJECTION)[1] == "Data Analyst (Growth)"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nous avons recruté un autre cuisinier.", "cuisinier"),
        ("Hemos contratado a otra dependienta.", "dependienta"),
        ("Abbiamo scelto un'altra cameriera.", "cameriera"),
        ("We hebben gekozen voor een andere kok.", "kok"),
        ("Escolhemos outra rececionista.", "rececionista"),
        ("Wir haben uns für eine andere Verkäuferin entschieden.", "Verkäuferin"),
        ("Je ne vais pas pouvoir vous prendre comme vendeuse cet été.", "vendeuse"),
        ("No podemos contratarte como socorrista este verano.", "socorrista"),
        ("Die Stelle als Kellnerin im Sommer ist weg.", "Kellnerin"),
    ],
)
def test_another_one_and_a_season_are_no_part_of_a_role(text: str, role: str) -> None:
    """Whoever was taken instead has the role that was applied for, whenever it begins."""
    assert role_in(text, subject="") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die Stelle in der Buchhaltung haben wir inzwischen vergeben.", "Buchhaltung"),
        ("Die Stelle am Empfang ist leider schon besetzt.", "Empfang"),
        ("Unfortunately the job in the kitchen has gone to somebody else.", "kitchen"),
        ("Le poste à l'accueil est malheureusement pourvu.", "accueil"),
        ("El puesto en recepción ya está cubierto.", "recepción"),
        ("Il posto in cucina purtroppo è già occupato.", "cucina"),
        ("De baan in de keuken is helaas al vergeven.", "keuken"),
        ("O lugar na cozinha infelizmente já está ocupado.", "cozinha"),
        ("Die Stelle in Berlin ist leider schon besetzt.", ""),
        ("Die Stelle in unserem Haus ist leider schon besetzt.", ""),
        ("Wir merken Sie gern für eine andere Stelle vor.", ""),
    ],
)
def test_work_may_be_called_by_its_field(text: str, role: str) -> None:
    """Where nothing else names it; a place and a house are no field."""
    assert role_in(text, subject="") == role


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Childminder Tues-Fri", "Hi Ana, we went with somebody nearer. Thanks for coming over.", "Childminder"),
        ("barista sun", "hiya, sorry but we've found someone. all the best", "barista"),
        ("Gesprek fietsenmaker 12 mei", "Beste Lot, we zien je graag om tien uur in de winkel.", "fietsenmaker"),
        ("teste padeiro quinta-feira", "Oi Rui, infelizmente não vamos seguir consigo.", "padeiro"),
    ],
)
def test_days_and_dates_behind_a_role_are_no_part_of_it(subject: str, text: str, role: str) -> None:
    """When one works or is to come is not what one would be."""
    assert role_in(text, subject=subject) == role


@pytest.mark.parametrize("subject", ["Your visit - Wednesday 9 August", "Re: Fri", "Monday", "October"])
def test_a_day_is_no_role(subject: str) -> None:
    """A subject that says when is not told as a job."""
    assert not role_in("Thank you for registering with us. We look forward to meeting you.", subject=subject)


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Offer - Post-Doctoral Associate",
            "Dear Dr Lind, we are pleased to offer you this.",
            "Post-Doctoral Associate",
        ),
        (
            "5th Grade Teacher",
            "Dear Jo, we chose somebody else for the 5th Grade Teacher opening.",
            "5th Grade Teacher",
        ),
        (
            "Consultant in Palliative Medicine",
            "Dear Dr Lind, the committee has recommended another candidate.",
            "Consultant in Palliative Medicine",
        ),
        (
            "Votre courrier",
            "Madame,\n\nLe poste d'agent aux expéditions a été pourvu en interne la semaine passée.",
            "agent aux expéditions",
        ),
        (
            "Je sollicitatie",
            "Beste Jan, bedankt voor je sollicitatie naar de functie van kapper in opleiding. Helaas.",
            "kapper in opleiding",
        ),
    ],
)
def test_a_role_is_told_in_full(subject: str, text: str, role: str) -> None:
    """Its rank, its field and that one is in training are part of what it is called."""
    assert role_in(text, subject=subject) == role


@pytest.mark.parametrize(
    "role",
    [
        "shopfitter",
        "book-keeper",
        "machine minder",
        "Mesnerin",
        "Notfallsanitäter",
        "Patentanwältin",
        "Souschefin",
        "lichttechnicus",
        "doktersassistente",
        "brancardière",
        "vendangeur",
        "gerocultora",
        "marinero",
        "libraia",
        "odontotecnico",
        "funileiro",
        "cervejeiro",
    ],
)
def test_what_people_are_called_in_many_trades_is_known(role: str) -> None:
    """A trade out of the common is a role as any other is."""
    assert names_occupation(role)


@pytest.mark.parametrize("name", ["Hartley Moss LLP", "MV Corran Star", "Muster Werke GmbH"])
def test_a_firm_or_a_ship_is_no_role(name: str) -> None:
    """What bears the form of a firm, or the letters of a ship, is not what one would be."""
    assert not is_plausible(name)


def test_an_employer_that_is_called_like_a_trade_is_no_role() -> None:
    """Where something is, is not what one would be."""
    assert not role_in("Unfortunately we chose another candidate.", subject="Your application at Saddlers")


@pytest.mark.parametrize("place", ["Gärtnerei Holm", "Bäckerei", "bakkerij", "Schreinerei"])
def test_a_workshop_is_no_occupation(place: str) -> None:
    """Where a trade is plied is not who plies it."""
    assert not names_occupation(place)


@pytest.mark.timeout(30)
def test_a_long_row_of_blanks_behind_a_role_is_read_at_once() -> None:
    """As the other parts of a message are, whatever it holds."""
    assert without_tails("Baker" + " ," * 4_000 + " x").startswith("Baker")


@pytest.mark.parametrize(
    "text",
    [
        "You came across as a bit too much of a lone developer for us.",
        "My brother has worked as a driver for ten years.",
        "Der andere hat zehn Jahre als Fahrer gearbeitet.",
        "L'autre personne a travaillé dix ans comme chauffeur.",
        "Eres más bien un generalista.",
        "L'altra persona ha lavorato dieci anni come autista.",
        "Je bent meer een generalist.",
        "A outra pessoa trabalhou dez anos como motorista.",
        "Lei non è stato/a ammesso/a alla fase successiva.",
    ],
)
def test_what_somebody_is_like_or_was_is_not_the_role(text: str) -> None:
    """Unless the message names it elsewhere."""
    assert role_in(f"Hello,\n\nwe have decided not to go ahead. {text}\n\nAnn", subject="Our talk") == ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You are more of a data engineer. The data engineer job went to somebody else.", "data engineer"),
        ("Preenchemos mais uma vaga de motorista, e não foi consigo.", "motorista"),
        ("My client is looking for somebody who has worked as an Embedded Engineer.", "Embedded Engineer"),
        ("Herr Kern hat mir Ihre Bewerbung als Mechatroniker gegeben, da Sie hier gearbeitet haben.", "Mechatroniker"),
        ("Er hat sich als Fahrer beworben und im Lager gearbeitet.", "Fahrer"),
    ],
)
def test_a_job_that_is_named_elsewhere_as_well_is_the_role(text: str, role: str) -> None:
    """Or of which there is one more."""
    assert role_in(f"Hello,\n\n{text}\n\nAnn", subject="Our talk") == role
