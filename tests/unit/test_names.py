"""Company and role of whole messages, told by rules and by what examples taught together."""

from __future__ import annotations

import math
import textwrap

import numpy as np
import pytest
from support.judgements import reading

from pipeline.core.verdict import Label
from pipeline.reading.company.names import alike
from pipeline.reading.learned.reader import Namer, chosen
from pipeline.reading.learned.spans import Candidate
from pipeline.reading.learned.tagger import Tagger
from pipeline.reading.learned.trees import Trees
from pipeline.reading.learned.weights import Chooser, load
from pipeline.reading.senders.known import Senders
from pipeline.resources import NAMES, SENDERS

NAMER = Namer(Senders.load(SENDERS), load(NAMES))


def _odds(share: float) -> float:
    return math.log(share / (1.0 - share))


#: Believes a candidate as far as its feature `share` says: 0.4, 0.7, 0.8 or 0.9.
_AS_LIKELY_AS_SAID = Chooser(
    Tagger({}, np.zeros((3, 3))),
    Trees(
        roots=np.array([0]),
        column=np.zeros(7, int),
        limit=np.array([0.6, 0.0, 0.75, 0.0, 0.85, 0.0, 0.0]),
        left=np.array([1, -1, 3, -1, 5, -1, -1]),
        right=np.array([2, -1, 4, -1, 6, -1, -1]),
        value=np.array([0.0, _odds(0.4), 0.0, _odds(0.7), 0.0, _odds(0.8), _odds(0.9)]),
        bias=0.0,
    ),
    columns=("share",),
    least=0.3,
)


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        pytest.param(
            "TalentKite <updates@talentkite.example>",
            "Your application was closed",
            "Hi Rosa,\n\nMossgate Pottery has closed your application for Kiln Technician.\n\nThe TalentKite team",
            "Mossgate Pottery",
            id="a portal that no list knows writes for an employer",
        ),
        pytest.param(
            "Lena Voss <l.voss@quellhof.example>",
            "Ihre Bewerbung",
            "Guten Tag Frau Adam,\n\nwir haben uns anders entschieden.\n\nLena Voss\nPersonal\nQuellhof Gartenbau",
            "Quellhof Gartenbau",
            id="signature and domain agree",
        ),
        pytest.param(
            "",
            "",
            "Hi Sam,\n\nThank you for the time you gave us. We at Harrowby Looms have chosen somebody else.",
            "Harrowby Looms",
            id="nobody is known to have sent it",
        ),
        pytest.param(
            "Service RH <rh@verrerie-lansac.example>",
            "Votre candidature au poste de souffleur",
            "Bonjour,\n\nVotre dossier n'a pas été retenu par la Verrerie Lansac.\n\nLe service RH",
            "Verrerie Lansac",
            id="a department writes",
        ),
        pytest.param(
            "",
            "",
            "Dear Sam,\n\nThank you for applying to People Harbour Corporation. We chose another candidate.",
            "People Harbour Corporation",
            id="a name that begins like a department",
        ),
    ],
)
def test_the_employer_is_told(sender: str, subject: str, text: str, company: str) -> None:
    """Whoever writes for it."""
    told, _ = NAMER.names_of(reading(text, subject=subject, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Kiln Technician - outcome", "Dear Rosa,\n\nwe have appointed another kiln technician.", "Kiln Technician"),
        ("Hallo", "Hallo Timo,\n\nfür die Stelle als Schäfer haben wir jemand anderen gefunden.", "Schäfer"),
        ("Testingenieur", "leider müssen wir Ihnen heute absagen.", "Testingenieur"),
        (
            "Votre entretien",
            "Pour le poste de préparatrice en pharmacie, une autre a été prise.",
            "préparatrice en pharmacie",
        ),
        ("Entrevista", "Lo citamos para el cargo de supervisor de planta el jueves 12.", "supervisor de planta"),
        ("tu candidatura", "Hola, Vera:\n\nel puesto de restauradora textil ya está cubierto.", "restauradora textil"),
        ("Why no is a good word", "Dear reader,\n\n“We regret to inform you.” You know the sentence.", ""),
    ],
)
def test_the_role_is_told(subject: str, text: str, role: str) -> None:
    """As it is written, wherever it stands."""
    _, told = NAMER.names_of(reading(text, subject=subject), Label.REJECTION)
    assert told == role


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        pytest.param(
            "Sophie Wilcox <sophie.wilcox@gmail.com>",
            "Hi Becca,\n\nwe have offered the nanny position to somebody else.\n\nSophie Wilcox",
            "",
            id="a family has no company",
        ),
        pytest.param(
            "Kelly at Sunrise Daycare <sunrisedaycare.mn@gmail.com>",
            "Hi Dee,\n\nwe filled the lead teacher spot yesterday.\n\nKelly",
            "Sunrise Daycare",
            id="a firm at a free address",
        ),
        pytest.param(
            "Giulia Ferrante <giulia.ferrante@ponteselezione.example>",
            "Buongiorno,\n\nil nostro cliente Metalfer Srl ha scelto un altro profilo.\n\nGiulia Ferrante\n"
            "Ponte Selezione Filiale di Mantova",
            "Metalfer Srl",
            id="an agency names its client",
        ),
        pytest.param(
            '"Universität Lindau, Institut für Romanistik" <sekretariat@romanistik.uni-lindau.example>',
            "Sehr geehrte Frau Reuter,\n\ndie Kommission hat sich anders entschieden.\n\nGisela Burkhardt",
            "Universität Lindau",
            id="a university and not its institute",
        ),
    ],
)
def test_who_writes_is_told_from_who_employs(sender: str, text: str, company: str) -> None:
    """Neither a person nor an agency nor a part of a university is the employer, where another is named."""
    told, _ = NAMER.names_of(reading(text, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        pytest.param(
            "City of Wexbourne Human Resources <jobs@wexbourne.example>",
            "Dear Ms Hale,\n\nthe City of Wexbourne has selected another applicant for the position of Lifeguard.\n\n"
            "Human Resources",
            "City of Wexbourne",
            id="a town",
        ),
        pytest.param(
            "Recruitment, Marlstone River Lines <crew@marlstoneriver.example>",
            "Dear Ben,\n\nyour application as a deckhand was not successful this time.\n\nMarlstone River Lines",
            "Marlstone River Lines",
            id="a shipping line",
        ),
        pytest.param(
            "Alcaldía de Quintanal - Talento Humano <talento@quintanal.example>",
            "Estimada Vera:\n\nle informamos de que la plaza ha sido adjudicada a otra persona.\n\nTalento Humano",
            "Alcaldía de Quintanal",
            id="a mayor's office",
        ),
        pytest.param(
            "Feuerwehr Stadt Möwenhafen, Personal <personal@moewenhafen.example>",
            "Guten Tag Frau Reuter,\n\nleider haben Sie den Sporttest nicht bestanden.\n\n"
            "Feuerwehr Stadt Möwenhafen\nPersonal",
            "Feuerwehr Stadt Möwenhafen",
            id="a fire brigade",
        ),
    ],
)
def test_a_name_is_told_in_full_of_which_the_domain_has_a_part(sender: str, text: str, company: str) -> None:
    """What the sender is called, and not the one word of it that was free as a domain."""
    told, _ = NAMER.names_of(reading(text, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Talentstrom on behalf of thistle & fern <no-reply@talentstrom.example>", "thistle & fern"),
        ("Quizwell (for Tarnside Water) <tests@quizwell-assess.example>", "Tarnside Water"),
        ("De Horst Groep namens Bouwbedrijf Terlinden <werk@dehorstgroep.example>", "Bouwbedrijf Terlinden"),
        ("Prüfwerk im Auftrag der Stadtwerke Elmstett <test@pruefwerk.example>", "Stadtwerke Elmstett"),
        ("Evalia por cuenta de Grupo Retama <pruebas@evalia.example>", "Grupo Retama"),
        ("Selezia per conto di Officine Brandi <test@selezia.example>", "Officine Brandi"),
    ],
)
def test_whoever_writes_for_another_says_so_in_its_name(sender: str, company: str) -> None:
    """The employer is told, and not the agency or the system that writes for it, though its domain says its own."""
    text = "Hello,\n\nwe are sorry to say that you have not been selected.\n\nKind regards"
    told, _ = NAMER.names_of(reading(text, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    "sender",
    [
        "Paula Stern on behalf of Robert Miller <p.stern@quillmoor.example>",
        "Quillmoor (for applicants only) <reply@quillmoor.example>",
    ],
)
def test_whoever_writes_for_a_person_is_of_the_same_employer(sender: str) -> None:
    """As mail programs tell of assistants; nor is it an employer for whom else an address is."""
    text = "Hello,\n\nwe at Quillmoor are sorry to say that you have not been selected.\n\nKind regards"
    told, _ = NAMER.names_of(reading(text, sender=sender), Label.REJECTION)
    assert told == "Quillmoor"


def test_the_spelling_of_the_rules_stands_where_it_is_nearly_as_likely() -> None:
    """A shorter form that the trees think much less likely is no better spelling."""

    def told(short: float) -> str:
        likely = {"ochre range": short, "ochre range resources": 0.9}
        candidates = {key: Candidate([key.title()]) for key in likely}
        features = {key: {"share": one, "ruled": float(one == short)} for key, one in likely.items()}
        return chosen(_AS_LIKELY_AS_SAID, candidates, features, lambda one, other: alike(one.name, other.name))

    assert told(0.8) == "Ochre Range"
    assert told(0.4) == "Ochre Range Resources"


def test_the_end_of_a_name_is_told_in_full_where_that_is_likely_as_well() -> None:
    """Likelier than not is enough; a longer name that is less likely than that is none."""

    def told(whole: float) -> str:
        likely = {"core ltd": 0.9, "talent core ltd": whole}
        candidates = {key: Candidate([key.title()]) for key in likely}
        features = {key: {"share": one, "ruled": 0.0} for key, one in likely.items()}
        return chosen(_AS_LIKELY_AS_SAID, candidates, features, lambda *_: False, "We at Talent Core Ltd regret it.")

    assert told(0.7) == "Talent Core Ltd"
    assert told(0.4) == "Core Ltd"


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("\u2019t Hart Careers <jobs@thart.example>", "\u2019t Hart"),
        ("'t Hart Careers <jobs@thart.example>", "'t Hart"),
        ("Van \u2019t Hoff Careers <jobs@vanthoff.example>", "Van \u2019t Hoff"),
        ("L\u2019Oréal Careers <jobs@loreal.example>", "L\u2019Oréal"),
        ("Lands\u2019 End Careers <jobs@landsend.example>", "Lands\u2019 End"),
    ],
)
def test_apostrophes_stay_in_names(sender: str, company: str) -> None:
    """In front, within and behind, straight or curly."""
    text = (
        f"Dear Robin,\n\nThank you for applying as Data Engineer at {company}. We regret that we will "
        f"not be moving forward.\n\nKind regards,\nMia\n{company}\n"
    )
    what = reading(text, subject=f"Your application at {company}", sender=sender)
    assert NAMER.names_of(what, Label.REJECTION)[0] == company


@pytest.mark.parametrize("sender", ["", "Anna <anna.berg@gmail.com>", "Notifications <no-reply@myworkday.com>"])
def test_nobody_is_made_up(sender: str) -> None:
    """A message that names neither tells neither."""
    what = reading("Dear applicant,\n\nWe have decided to go with somebody else.\n\nGood luck.", sender=sender)
    assert NAMER.names_of(what, Label.REJECTION) == ("", "")


_LETTER = "Dear applicant,\n\nwe are unable to take your application further.\n\nKind regards,\n\n"


@pytest.mark.parametrize(
    ("sender", "signature", "company"),
    [
        ("", "Human Resources\nBürohaus am Zoo, 3. OG\nHardenbergstr. 8\n10623 Berlin", ""),
        ("", "Human Resources\nTour Horizon, 14e étage\n52 quai de Dion Bouton\n92800 Puteaux", ""),
        ("", "Human Resources\nEdificio Torre Norte, planta 9\nPaseo de la Castellana 200\nMadrid", ""),
        ("", "Human Resources\nPalazzo Verdi, Scala A\nViale Monza 7\nMilano", ""),
        ("", "Human Resources\nWorld Trade Center, Toren C\nStrawinskylaan 1\nAmsterdam", ""),
        ("", "Human Resources\nEdifício Atlas, Bloco B, 4.º andar\nAvenida da Boavista 1203\nPorto", ""),
        ("", "Grace Lim\nHR Executive\nUnit 3A-12, Menara Suezcap 1\nJalan Kerinchi, Kuala Lumpur", ""),
        ("", "Dot Hargreaves\nManager\nThe Coffee House, 12 High Street, Leeds", "The Coffee House"),
        ("", "Jess Amos\nHR Manager\n42 Degrees Brewing\n9 Canal Street", "42 Degrees Brewing"),
        ("", "Priya Rao\nHR Manager\nLotus Mills Ltd, 3rd Floor, Prestige Towers", "Lotus Mills Ltd"),
        ("", "Nguyen Thu Ha\nHR Officer", ""),
        ("", "Ana Gil\nTorre Blanca\nRestaurante y bodega", "Torre Blanca"),
        ("", "Anne Petit\nTour Horizon\nVoyages et découvertes", "Tour Horizon"),
        ("", "Ana Gil\nTorre Blanca\nCalle Mayor 12\n41001 Sevilla", ""),
    ],
)
def test_whoever_signs_is_told_from_where_and_by_whom(sender: str, signature: str, company: str) -> None:
    """Neither a street nor a building nor the person who signs is an employer; who lives at an address may be."""
    told, _ = NAMER.names_of(reading(_LETTER + signature, sender=sender), Label.REJECTION)
    assert told == company


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Carpenter Ltd - application update", "Dear Al,\n\nunfortunately you were not selected.\n\nCarpenter Ltd"),
        ("Bewerbung bei Gärtner Immobilien", "Guten Tag,\n\nleider müssen wir absagen.\n\nGärtner Immobilien"),
        ("Sarto & Figli - candidatura", "Buongiorno,\n\nnon procederemo con la candidatura.\n\nSarto & Figli"),
    ],
)
def test_no_role_is_what_the_employer_is_called(subject: str, text: str) -> None:
    """Firms are named after trades."""
    company, role = NAMER.names_of(reading(text, subject=subject), Label.REJECTION)
    assert (bool(company), role) == (True, "")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Dear Al,\n\nthank you for applying for the position of Carpenter at Carpenter Ltd.\n{}Carpenter Ltd",
            "Carpenter",
        ),
        ("Dear Al,\n\nyour application as Carpenter was not chosen.\n{}Carpenter Ltd", "Carpenter"),
        ("Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Gärtner.\n{}Gärtner Immobilien", "Gärtner"),
        ("Dear Al,\n\nthank you for applying.\n{}Carpenter Ltd", ""),
    ],
)
def test_a_job_that_is_called_as_the_employer_is_told(text: str, role: str) -> None:
    """Where words lead to it that lead to no firm."""
    no = "Leider müssen wir absagen.\n\n" if role == "Gärtner" else "Unfortunately we chose somebody else.\n\n"
    assert NAMER.names_of(reading(text.format(no), subject="Re:"), Label.REJECTION)[1] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You won't be our Nurse this time.", "Nurse"),
        ("We chose somebody else. Our Head Chef will send back your papers.", ""),
    ],
)
def test_whom_a_message_calls_ours_is_the_role_only_where_its_words_lead_there(text: str, role: str) -> None:
    """Somebody is it already, unless it is what the applicant will not be."""
    assert NAMER.names_of(reading(f"Hello Al,\n\n{text}\n\nKind regards\nHalden Ltd"), Label.REJECTION)[1] == role


def test_no_role_is_what_who_signs_is_called() -> None:
    """People give their own titles below their names, with and without a closing formula above."""
    text = "Bonjour,\n\nNous sommes au regret de ne pas donner suite.\n\nSophie Lambrechts\nHR Officer\nBrabatech SRL"
    what = reading(text, subject="Votre candidature", sender="Sophie Lambrechts <s.lambrechts@brabatech.example>")
    assert NAMER.names_of(what, Label.REJECTION)[1] == ""


@pytest.mark.parametrize(
    ("subject", "jobs"),
    [
        ("5 new jobs like Joiner", "Joiner - Peak Timber Ltd - Derby\nShopfitter - Rolleston Group - Derby"),
        ("5 neue Jobs wie Tischler in Kassel", "Tischler - Vektor Bau GmbH - Kassel\nZimmerer - Dorn & Söhne KG"),
        ("Ces offres pourraient vous intéresser", "Comptable - Fiduciaire Bertin SARL - Metz\nPlombier - Oriane"),
        ("8 ofertas nuevas de camarero", "Camarero - Mar Blava S.L. - Gandía\nJefe de sala - Saona Norte"),
        ("12 nuovi annunci per magazziniere", "Magazziniere - LogiNord Srl - Lodi\nCarrellista - Berti Spa"),
        ("6 nieuwe vacatures voor chauffeur", "Chauffeur CE - Transport Hulst BV - Venlo\nBezorger - Pakjesland"),
        ("7 novas vagas de eletricista", "Eletricista - Metalfer S.A. - Joinville\nEncanador - Grupo Tecla"),
    ],
)
def test_an_alert_of_many_jobs_is_about_none_of_them(subject: str, jobs: str) -> None:
    """Neither what was searched for nor the firm of one job in the list is told."""
    alert = reading(f"{jobs}\n\nSee all", subject=subject, sender="Jobradar <alerts@jobradar.example>")
    company, role = NAMER.names_of(alert, Label.JOB_ALERT)
    assert company in {"", "Jobradar"}
    assert role == ""


def test_an_alert_of_many_jobs_of_one_employer_is_from_it() -> None:
    """A firm that sends its own list is told."""
    text = "New this week at Halden Pumpen:\n\nWelder\nBuyer\n\nHalden Pumpen"
    alert = reading(text, subject="New jobs at Halden Pumpen", sender="Halden Pumpen <jobs@haldenpumpen.example>")
    assert NAMER.names_of(alert, Label.JOB_ALERT) == ("Halden Pumpen", "")


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("It's Jo from Larkfield. We won't be taking your application further.\n\nJo", "Larkfield"),
        ("this is Priya from Pine & Salt. We won't be taking your application further.\n\nPriya", "Pine & Salt"),
        ("It's Jo from The Copper Kettle. We won't be taking your application further.\n\nJo", "The Copper Kettle"),
        ("Jo from Vale & Co here. We won't be taking your application further.\n\nJo", "Vale & Co"),
        ("Au nom de Clairval, je vous remercie. Nous ne donnerons pas suite à votre candidature.", "Clairval"),
        ("Au nom d'Atelier Nuage, je vous remercie. Nous ne donnerons pas suite à votre candidature.", "Atelier Nuage"),
        ("Ici l'équipe de Boréal. Nous ne donnerons pas suite à votre candidature.", "Boréal"),
        ("Notre client, l'enseigne Maison Corail, ne retient pas votre candidature.\n\nPaul Renard", "Maison Corail"),
        (
            "Desde Olivar queremos agradecerte tu interés. Lamentablemente no seguiremos adelante con tu candidatura.",
            "Olivar",
        ),
        ("Desde Nube 9 lamentamos comunicarte que no seguiremos adelante con tu candidatura.", "Nube 9"),
        (
            "Desde La Colmena, gracias por tu interés. Lamentablemente no seguiremos adelante con tu candidatura.",
            "La Colmena",
        ),
        ("Soy Marta, de Brisa. Lamentablemente no seguiremos adelante con tu candidatura.\n\nMarta", "Brisa"),
        ("qui è il team di Onda Alta. Purtroppo non proseguiremo con la Sua candidatura.", "Onda Alta"),
        (
            "Vanuit Zilverstrand willen we je bedanken voor je sollicitatie. Helaas gaan we niet met je verder.",
            "Zilverstrand",
        ),
        ("Helaas gaan we niet met je verder.\n\nGroet,\nHet recruitmentteam van Windkracht", "Windkracht"),
        ("Aqui é da Maré Alta. Infelizmente não vamos avançar com a sua candidatura.", "Maré Alta"),
        ("Aqui é o Rui, da Pomar. Infelizmente não vamos avançar com a sua candidatura.\n\nRui", "Pomar"),
        (
            "Infelizmente não vamos avançar com a sua candidatura.\n\nAtenciosamente,\nTime de Talentos da Nimbo",
            "Nimbo",
        ),
        ("Infelizmente não vamos avançar com a sua candidatura.\n\nTime Horizonte", "Horizonte"),
        (
            "Thank you for your time at the Interview at Marlow Veterinary Group. You were not chosen.",
            "Marlow Veterinary Group",
        ),
    ],
)
def test_mail_without_a_sender_says_for_whom_it_speaks(text: str, company: str) -> None:
    """What is pasted or exported has no envelope: opening and signature tell."""
    assert NAMER.names_of(reading(f"Ada,\n\n{text}"), Label.REJECTION)[0] == company


@pytest.mark.parametrize(
    "text",
    [
        "It's Jo from Accounts. We won't be taking your application further.\n\nJo",
        "It's Jo from Recruitment. We won't be taking your application further.\n\nJo",
        "It's Jo from London. We won't be taking your application further.\n\nJo",
        "It's Jo from Tuesday's interview. We won't be taking your application further.\n\nJo",
        "We won't be taking your application further. Best wishes from all of us here.",
        "hier ist das Team der Küche. Leider müssen wir dir absagen.",
        "im Namen von Frau Keller danke ich Ihnen. Leider müssen wir Ihnen absagen.",
        "Ici Camille, de Lyon. Nous ne donnerons pas suite à votre candidature.\n\nCamille",
        "Nous ne donnerons pas suite à votre candidature.\n\nCordialement,\nL'équipe Comptabilité",
        "Desde el equipo de selección queremos agradecerte tu interés. Lamentablemente no seguiremos adelante.",
        "Desde Recursos Humanos queremos agradecerte tu interés. Lamentablemente no seguiremos adelante.",
        "Desde Marzo queremos agradecerte tu interés. Lamentablemente no seguiremos adelante con tu candidatura.",
        "Soy Marta, de Contabilidad. Lamentablemente no seguiremos adelante con tu candidatura.\n\nMarta",
        "Im Namen von Anna Keller danke ich Ihnen. Leider müssen wir Ihnen absagen.",
        "Au nom de Camille Petit, je vous remercie. Nous ne donnerons pas suite à votre candidature.",
        "En nombre de Marta López, gracias. Lamentablemente no seguiremos adelante con tu candidatura.",
        "A nome di Anna Bianchi La ringrazio. Purtroppo non proseguiremo con la Sua candidatura.",
        "Em nome da Ana Sousa, agradeço. Infelizmente não vamos avançar com a sua candidatura.",
        "Soy Marta de la Fuente. Lamentablemente no seguiremos adelante con tu candidatura.\n\nMarta de la Fuente",
        "sono Giulia di Milano. Purtroppo non proseguiremo con la Sua candidatura.\n\nGiulia",
        "Vanuit ons kantoor willen we je bedanken voor je sollicitatie. Helaas gaan we niet met je verder.",
        "Vanuit HR willen we je bedanken voor je sollicitatie. Helaas gaan we niet met je verder.",
        "Aqui é da equipa de recrutamento. Infelizmente não vamos avançar com a sua candidatura.",
        "Sou o Rui, do Financeiro. Infelizmente não vamos avançar com a sua candidatura.\n\nRui",
    ],
)
def test_departments_towns_and_people_speak_for_no_company(text: str) -> None:
    """A wrong company is worse than none."""
    assert NAMER.names_of(reading(f"Ada,\n\n{text}"), Label.REJECTION)[0] == ""


@pytest.mark.parametrize("width", range(48, 80))
@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            (
                "Thank you for applying for the Senior Embedded Software Engineer position at Acme."
                " We have decided on another candidate."
            ),
            "Senior Embedded Software Engineer",
        ),
        (
            (
                "vielen Dank für Ihre Bewerbung als Leitende Medizinische Fachangestellte bei der Praxis am Tor."
                " Wir haben uns anders entschieden."
            ),
            "Leitende Medizinische Fachangestellte",
        ),
    ],
)
def test_a_role_is_whole_wherever_its_line_wraps(text: str, role: str, width: int) -> None:
    """A mail program wraps where it likes."""
    _, told = NAMER.names_of(reading(textwrap.fill(text, width)), Label.REJECTION)
    assert told == role
