"""The company where witnesses contradict each other: who writes for whom, and when nothing is said at all."""

from __future__ import annotations

import pytest
from support.judgements import reading
from support.shipped import KNOWN, NAMER, company_of

from pipeline.core.verdict import Label
from pipeline.reading.company.domain import is_of_means, label_of


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Quizzle <hello@quizzle.io>",
            "Your test",
            "Tarn Mutual has asked you to take a test.\nFor Tarn Mutual",
            "Tarn Mutual",
        ),
        ("Examio <tests@examio.fr>", "Transports Gaillac vous invite", "Bonjour,\nDeux tests.", "Transports Gaillac"),
        ("Provia <hola@provia.es>", "Aceites Luna te invita a una prueba", "Hola,\nTienes 3 días.", "Aceites Luna"),
        ("Testeria <ciao@testeria.it>", "Mulino Berti ti invita al test", "Ciao,\necco il link.", "Mulino Berti"),
        ("Toetsy <hallo@toetsy.nl>", "Houthandel Bos nodigt je uit", "Hoi,\nDe test duurt kort.", "Houthandel Bos"),
        ("Memberly <messages-noreply@memberly.com>", "A message", "Recruiter at Tarn Games\nHi", "Tarn Games"),
    ],
)
def test_whoever_invites_is_the_employer(sender: str, subject: str, text: str, company: str) -> None:
    """A platform that sends a test or a message is none, though only its own domain is spelt."""
    assert company_of(reading(text, subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("I spoke to Tarn Pharma's HR this morning.", "Tarn Pharma"),
        ("El cliente, Tres Olivos, no avanza con tu perfil.", "Tres Olivos"),
        ("Dopo il colloquio in Meccanica Rossi hanno scelto un altro.", "Meccanica Rossi"),
        ("Mein Kunde sagt ab: Der Anruf aus dem Sägewerk Ahrbach kam eben.", "Sägewerk Ahrbach"),
        ("Su incarico della nostra assistita Cascina Verdi, Le scrivo.", "Cascina Verdi"),
        ("Our client, Tarn Foods, chose somebody else.", "Tarn Foods"),
        ("The team over at Kettle & Fell really liked you but went with somebody internal.", "Kettle & Fell"),
        ("I caught up with Dana at Merrow Capital. Their budget was cut.", "Merrow Capital"),
        ("J'ai eu Verrerie Duclos au téléphone : ils ont retenu un autre.", "Verrerie Duclos"),
        ("Unser Mandant, die Ostsee Reederei GmbH, hat abgesagt.", "Ostsee Reederei GmbH"),
        ("A Cerâmica do Vouga decidiu avançar com outro candidato.", "Cerâmica do Vouga"),
        ("Me comentan desde Conservas Ribera que han elegido a otra persona.", "Conservas Ribera"),
        ("Hal Reed (Tarn Mills) has invited you to a call.", "Tarn Mills"),
        ("J'ai eu le retour de la société Verrerie Duclos : ils ne souhaitent pas poursuivre.", "Verrerie Duclos"),
        ("Unser Kunde, die Firma Ostsee Optik AG, hat sich gegen Sie entschieden.", "Ostsee Optik AG"),
        ("O nosso cliente, a Cerâmica do Vouga, escolheu outra pessoa.", "Cerâmica do Vouga"),
        ("Il nostro cliente, la ditta Cascina Verdi, ha scelto un altro.", "Cascina Verdi"),
        ("We are supporting Tarn Foods, who are looking for a nurse.", "Tarn Foods"),
        ("Wir unterstützen die Ostsee Optik AG, die einen Einkäufer sucht.", "Ostsee Optik AG"),
        ("Nous accompagnons Verrerie Duclos, qui recherche un comptable.", "Verrerie Duclos"),
        ("Ajudamos a Cerâmica do Vouga a encontrar um pintor.", "Cerâmica do Vouga"),
        ("We are helping Tarn Foods, who are looking for employment lawyers.", "Tarn Foods"),
        ("I'm helping Tarn Foods hire a cook and wondered if you were looking for a new job.", "Tarn Foods"),
    ],
)
def test_somebody_in_between_names_the_employer(text: str, company: str) -> None:
    """What is told of others who decide goes before the writer's own domain."""
    assert company_of(reading(text, sender="Jo Park <jo.park@brackenvane.com>")) == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Tarnlow came back to me about the Buyer role and said no.", "Tarnlow"),
        ("Desde Conservas Ribera nos dicen que han elegido a otra persona.", "Conservas Ribera"),
        ("A Cerâmica do Vouga deu retorno sobre a vaga: seguiram com outra pessoa.", "Cerâmica do Vouga"),
        ("Die Ostsee Reederei hat sich heute bei mir gemeldet: leider eine Absage.", "Ostsee Reederei"),
        ("La Verrerie Duclos est revenue vers moi : c'est non.", "La Verrerie Duclos"),
        ("Da Meccanica Rossi ci dicono che hanno scelto un altro.", "Meccanica Rossi"),
        ("Van Bakkerij Molenzicht kreeg ik een afwijzing.", "Bakkerij Molenzicht"),
    ],
)
def test_an_agency_passes_on_what_the_employer_has_answered(text: str, company: str) -> None:
    """The employer is whoever came back to the agency, not the agency."""
    sender = "Jo Park <jo.park@bracken-recruitment.com>"
    assert company_of(reading(text, sender=sender)) == company


@pytest.mark.parametrize("who", ["Dana", "Marketing", "Dr Behr", "The panel", "HR"])
def test_a_person_or_department_that_came_back_is_no_employer(who: str) -> None:
    """They do so in every firm."""
    what = reading(f"{who} came back to me about the Buyer role.", sender="Jo Park <jo@bracken-recruitment.com>")
    assert company_of(what) in {"Bracken Recruitment", ""}


@pytest.mark.parametrize(
    "text",
    [
        "My client would rather not be named.\n\nJo Park\nBracken Vane",
        "If you would like the client's name, call me.\n\nJo Park\nBracken Vane",
        "Mein Kunde sucht eine Leitung.\n\nJo Park\nBracken Vane",
        "Mijn opdrachtgever zoekt iemand anders.\n\nJo Park\nBracken Vane",
        "O cliente optou por outra pessoa.\n\nJo Park\nBracken Vane",
    ],
)
def test_an_agency_stands_for_a_client_it_does_not_name(text: str) -> None:
    """It is whom the reader dealt with."""
    assert company_of(reading(text, sender="Jo Park <jo.park@brackenvane.com>")) == "Bracken Vane"


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Jo Park <jo.park@tarnfell.com>", "Tarnfell"),
        ("<no-reply@careers.tarn-and-sons.com>", "Tarn And Sons"),
        ("Jo Park <jo@join-tarnfell.com>", "Tarnfell"),
        ("Jo Park <jo@careers-tarnfell.com>", "Tarnfell"),
    ],
)
def test_a_domain_alone_is_believed(sender: str, company: str) -> None:
    """A person's, and one with a place for candidates."""
    assert company_of(reading("We will not be taking this any further.", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Town of West Tarn - Human Resources <hr@westtarn-me.org>", "Town of West Tarn"),
        ("Stiftung Haus am See <post@has-stiftung.de>", "Stiftung Haus am See"),
        ("Bodegas Hermanos Ruiz e Hijas <info@gmail.com>", "Bodegas Hermanos Ruiz e Hijas"),
        ('"Tarn Systems, Inc. Recruiting" <no-reply@greenhouse.io>', "Tarn Systems Inc."),
        ("Kim van Tarnbrug <kim@tarnbrug.nl>", "Tarnbrug"),
    ],
)
def test_a_display_name_is_taken_whole(sender: str, company: str) -> None:
    """Its ends are known, so small words within it and departments behind a dash part nothing."""
    assert company_of(reading("We chose somebody else.", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Lieke van Dam via Greenhouse <no-reply@greenhouse.io>", "We chose somebody else.\n\nLieke"),
        ("Ruth <ruth@gmail.com>", "We chose somebody else.\n\nRuth, GM"),
        ("Hal Reed <h.reed@gmail.com>", "We chose somebody else.\n\nHal Reed\n12 Meeting House Lane"),
        ("People & Fun <hello@gmail.com>", "We chose somebody else.\n\nPeople & Fun"),
        ("Admissions and Staffing <x@gmail.com>", "We chose somebody else."),
        ("<x@gmail.com>", "Dear Candidate, Having reviewed your application, we chose somebody else."),
    ],
)
def test_what_is_no_company(sender: str, text: str) -> None:
    """Ranks, titles, addresses, closings, surnames, departments and first words of sentences."""
    assert company_of(reading(text, sender=sender)) == ""


def test_a_labelled_employer_goes_before_whoever_writes() -> None:
    """A line that says so is surer than the name of a hub."""
    text = "Behörde/Arbeitgeber: Wasserverband Tarnau\nStelle: Ingenieurin\n"
    sender = "SmartHub Recruitment <donotreply@health-hub.co.uk>"
    assert company_of(reading(text, sender=sender)) == "Wasserverband Tarnau"


def test_a_name_with_small_words_keeps_its_beginning_before_its_legal_form() -> None:
    """`See gGmbH` alone is nobody."""
    text = "Leider nein.\n\nMiriam Keller\nBereichsleitung, Haus am See gGmbH"
    assert company_of(reading(text, sender="Miriam Keller <m.keller@gmail.com>")) == "Haus am See gGmbH"


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Tailspin RH <rh@tailspin.fr>", "Votre candidature n'a pas été retenue.", "Tailspin"),
        ("Morlinde RH <rh@morlinde.fr>", "Malgré ses qualités, votre candidature n'a pas été retenue.", "Morlinde"),
        ("Corvane RRHH <rrhh@corvane.es>", "Hemos decidido no continuar con su candidatura.", "Corvane"),
        ("Brisamar RR.HH. <rrhh@brisamar.es>", "Hemos decidido no continuar con su candidatura.", "Brisamar"),
        ("Tolsma P&O <po@tolsma.nl>", "Helaas gaan we niet met je verder.", "Tolsma"),
        ("Ostrahl Bewerbermanagement <bewerbung@ostrahl.de>", "Leider müssen wir Ihnen absagen.", "Ostrahl"),
        ("Ardenza HR <hr@ardenza.it>", "Purtroppo proseguiamo con altri candidati.", "Ardenza"),
        ("Lusivento RH <rh@lusivento.pt>", "Infelizmente, não iremos avançar.", "Lusivento"),
        ("Camille Roussel (Ferrandin) <camille.roussel@ferrandin.fr>", "Vous n'êtes pas retenue.", "Ferrandin"),
    ],
)
@pytest.mark.parametrize("label", [Label.REJECTION, Label.ACKNOWLEDGEMENT, Label.INTERVIEW])
def test_a_sender_whose_name_and_domain_agree_needs_no_other_witness(
    label: Label, sender: str, text: str, company: str
) -> None:
    """A short message names its company nowhere else; the department beside the name is no part of it."""
    assert NAMER.names_of(reading(text, sender=sender), label)[0] == company


@pytest.mark.parametrize("label", [Label.JOB_ALERT, Label.OTHER])
def test_news_to_no_applicant_wants_more_than_who_sends_it(label: Label) -> None:
    """Name and domain of whoever sells a course or lists jobs agree as well, and no application is with them."""
    text = "Hi Sam, payment received, thank you!\n\nCourse: Bookkeeping\n\nMost of our graduates report a new job."
    sender = "Skillharbour Academy <receipts@skillharbour.com>"
    what = reading(text, subject="You're enrolled: Bookkeeping", sender=sender)
    assert NAMER.names_of(what, label)[0] == ""


def test_a_firm_called_by_a_department_keeps_the_word_with_an_accent_too() -> None:
    """`talentoatlantico` spells all of the name."""
    sender = "Rui Abrantes <rui.abrantes@talentoatlantico.example>"
    text = "Lamento: a vaga foi preenchida.\n\nRui Abrantes\nPartner | Talento Atlântico, Executive Search"
    assert company_of(reading(text, sender=sender)) == "Talento Atlântico"


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Talent Team <talent@joinsornell.com>", "Sornell"),
        ("Recruitment <recruitment@werkenbijstroomhuis.nl>", "Stroomhuis"),
        ("Karriere <info@karriere-bei-wendelbach.de>", "Wendelbach"),
        ("Workshop <jobs@joinery-tarn.co.uk>", "Joinery Tarn"),
    ],
)
def test_whom_a_domain_bids_to_join_or_work_at_is_the_company(sender: str, company: str) -> None:
    """The invitation is no part of the name."""
    assert company_of(reading("We will not be taking this any further.", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Eva Vogt <vogt@museum-am-teich.de>", "Die Stelle am Museum am Teich ist besetzt.", "Museum am Teich"),
        ("Selin Aksoy <selin@hut-und-hummel.de>", "leider nein.\n\nselin\ntexterin, hut & hummel", "hut & hummel"),
        ("Info <info@werkenbijgemeentetarnwaard.nl>", "Helaas.\n\ngemeente Tarnwaard", "gemeente Tarnwaard"),
    ],
)
def test_a_name_is_spelt_as_the_message_writes_it(sender: str, text: str, company: str) -> None:
    """What the domain says is in one word, or in capitals throughout."""
    assert company_of(reading(text, sender=sender)) == company


def test_what_the_subject_names_too_is_more_than_by_what_a_message_was_sent() -> None:
    """A firm that sends with a system of its own is the company."""
    text = "We have decided not to take your application further.\n\nPowered by Halden"
    what = reading(text, subject="Your application at Halden", sender="HR <jobs@halden.com>")
    assert company_of(what) == "Halden"


def test_a_firm_is_not_told_by_the_words_that_lead_to_a_system() -> None:
    """`Powered by Quantrex` begins with the name of a firm called Power."""
    what = reading("Not this time.\n\nPowered by Quantrex", sender="HR <jobs@power.no>")
    label = label_of(what.message.sender, KNOWN)
    assert label.said == "Power"
    assert not is_of_means(label, what)
    assert is_of_means(label_of(reading("No.", sender="HR <x@quantrex.io>").message.sender, KNOWN), what)


@pytest.mark.parametrize(
    ("sender", "end", "company"),
    [
        ("Halden Careers <noreply@quantrex.io>", "Powered by Quantrex", "Halden"),
        ("Halden Hiring Team <jobs@quantrex.io>", "Sent via Quantrex", "Halden"),
        ("Quantrex <noreply@quantrex.io>", "The Halden Team\n\nPowered by Quantrex", "Halden"),
        ("Jane Doe <jane@quantrex.io>", "Jane Doe\nHalden\n\nPowered by Quantrex", "Halden"),
        ("Wendelbach Personal <noreply@quantrex.de>", "Versendet über Quantrex", "Wendelbach"),
        ("Wendelbach Karriere <noreply@quantrex.de>", "Bereitgestellt von Quantrex", "Wendelbach"),
        ("Granvelle RH <noreply@quantrex.fr>", "Propulsé par Quantrex", "Granvelle"),
        ("Olmedilla RRHH <noreply@quantrex.es>", "Enviado con Quantrex", "Olmedilla"),
        ("Castellora HR <noreply@quantrex.it>", "Inviato tramite Quantrex", "Castellora"),
        ("Duinrand HRM <noreply@quantrex.nl>", "Verzonden via Quantrex", "Duinrand"),
        ("Montabril RH <noreply@quantrex.pt>", "Enviado via Quantrex", "Montabril"),
        ("Halden Careers <jobs@halden.com>", "Halden\n\nPowered by Halden", "Halden"),
    ],
)
def test_by_what_a_message_was_sent_is_no_employer(sender: str, end: str, company: str) -> None:
    """A system that nobody has listed says so of itself; a firm that is named besides is one all the same."""
    text = f"Hello,\n\nUnfortunately, we have decided not to take your application further.\n\nKind regards\n\n{end}"
    assert company_of(reading(text, sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Jobwerk Online <mailer@jobwerk-online.example>",
            "Je sollicitatie bij Bakkerij Tielemans is bijgewerkt",
            "Bakkerij Tielemans heeft je sollicitatie bekeken.\n\nStatus: niet geselecteerd",
            "Bakkerij Tielemans",
        ),
        (
            "Jobzeile <messages@jobzeile.example>",
            "Your job application",
            "Rowan Haulage Ltd sent you a message about Driver.\n\nWe have taken the job down.",
            "Rowan Haulage Ltd",
        ),
        (
            "Bo Heerkens <bo@finvinders.example>",
            "Iets voor jou?",
            "Hoi Lotte,\n\nVoor hightech bedrijf Korvane Optics in Eindhoven zoek ik een controller.\n\nBo\nFinvinders",
            "Korvane Optics",
        ),
        (
            "Jacopo Riva <j.riva@korva-search.example>",
            "Quality Engineer",
            "Ciao Gabriele,\n\nper Tecnofreni Valmora sto cercando un Quality Engineer.\n\nJacopo\nKorva Search",
            "Tecnofreni Valmora",
        ),
        (
            "Elena <elena@mariaflorconf.example>",
            "Vaga",
            "Não vamos avançar.\n\nElena\nConfecções Maria Flor",
            "Confecções Maria Flor",
        ),
        ("zaino | people <people@zaino-app.example>", "La tua candidatura", "Purtroppo non proseguiamo.", "zaino"),
        (
            "Gemeinde Niederhalden - Personaldienst <personal@niederhalden.example>",
            "Absage",
            "Die Stelle ist vergeben.\n\nPersonaldienst Niederhalden",
            "Gemeinde Niederhalden",
        ),
        (
            "",
            "Your application to Halden Store 0442",
            "Thank you for applying to Halden Store 0442. We chose another.\n\nKind regards,\nHalden Store 0442",
            "Halden",
        ),
        (
            "Sede Electrónica Diputación de Valdehalden <noreply@sede.dipvaldehalden.example>",
            "Inscripción",
            "No ha sido admitido en el proceso.",
            "Diputación de Valdehalden",
        ),
    ],
)
def test_whoever_acts_on_an_application_is_its_employer(sender: str, subject: str, text: str, company: str) -> None:
    """A board tells who did what, a person who seeks for another for whom; an address is read by what is written."""
    assert company_of(reading(text, subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    "text",
    [
        "Gurpreet Sandhu has reviewed your application.",
        "The Governing Body has considered your application.",
        "Machine Learning is not yet in your CV.",
        "Occupational Health will contact you.",
    ],
)
def test_whatever_a_sentence_begins_with_is_no_employer(text: str) -> None:
    """People, bodies and skills begin sentences about applications, too."""
    what = reading(
        f"Thank you for applying at Halden Systems.\n\n{text}", sender="Halden Systems <jobs@haldensystems.example>"
    )
    assert company_of(what) == "Halden Systems"


@pytest.mark.parametrize("line", ["TripAdvisor Travellers' Choice", "Investors in People", "Halden North VIC 3068"])
def test_seals_and_places_below_a_signature_are_no_company(line: str) -> None:
    """Awards stand where companies do."""
    text = f"We chose somebody else.\n\nGraeme\nGeneral Manager, Lakeview Lodge\n{line}"
    assert company_of(reading(text, sender="Graeme Tuhiwai <gm@lakeviewlodge-tk.example>")) == "Lakeview Lodge"


@pytest.mark.parametrize(
    "text",
    ["We are helping Young People looking for a first job.", "We're helping Young People find work in London."],
)
def test_whoever_is_helped_to_find_work_is_no_employer(text: str) -> None:
    """Agencies help both sides."""
    what = reading(f"Hello Sam,\n\n{text}\n\nRegards\nJo", sender="Jo Park <jo.park@brackenvane-recruitment.com>")
    assert company_of(what) == ""


@pytest.mark.parametrize("who", ["VP of Product", "Managing Director", "Leiterin Einkauf", "Direttore Generale", "CTO"])
def test_whoever_decides_by_what_they_are_is_no_employer(who: str) -> None:
    """It begins the sentence as the name of a firm does."""
    assert company_of(reading(f"Hello Sam,\n\n{who} has decided not to proceed with your application.")) == ""
