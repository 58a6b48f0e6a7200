"""The company of mail that strangers write: whose domain says what, and who writes for whom."""

from __future__ import annotations

import time

import pytest
from support.judgements import reading
from support.shipped import KNOWN, company_of

from pipeline.adapters.parsing.headers import read_envelope
from pipeline.reading.company.anchor import spans

NO_NEWS = "We will not be taking this any further."


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Anvil & Oak", "anvilandoak"),
        ("Korn & Kraut", "kornundkraut"),
        ("Universität Morlau", "uni-morlau"),
        ("Velden Technology", "veldentech"),
        ("Zuivel van der Meer", "zuivelvdmeer"),
        ("Möller Söhne", "moellersoehne"),
        ("Centre hospitalier Val d'Argens", "chvaldargens"),
        ("Tarn Fell Moor", "tfm"),
        ("Tarn Spring Mills", "tarnmills"),
        ("St Mildred's", "stmildreds"),
    ],
)
def test_a_label_stands_for_a_name(name: str, label: str) -> None:
    """Signs are said, words cut or left out, umlauts spelt out, the first words may be initials."""
    assert list(spans(name.split(), label.replace("-", ""), KNOWN)) == [(0, len(name.split()))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("North to Wind", "northwindtravel"),
        ("The Haven", "thornbridge"),
        ("Nord Hafen", "nordbau"),
        ("Ash", "ashandhollow"),
    ],
)
def test_a_label_does_not_stand_for_what_only_begins_like_it(text: str, label: str) -> None:
    """All of the label has to be there, and enough of it in whole words."""
    assert list(spans(text.split(), label, KNOWN)) == []


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "Academic Office <office@thornbridgecollege.ac.uk>",
            "Academic Office\nThornbridge College",
            "Thornbridge College",
        ),
        ("Auditions <auditions@marloweplayers.org>", "Love, Nell\nThe Marlowe Players", "Marlowe Players"),
        ("Sekretariat Atelier Holt Brandes <buero@holt-brandes.de>", "", "Atelier Holt Brandes"),
        ("Bewerberportal Wasserwerke Ohlau <info@portal.wasserwerke-ohlau.de>", "", "Wasserwerke Ohlau"),
        ("Secrétariat général Lycée Montclar <sec@lycee-montclar.fr>", "", "Lycée Montclar"),
        ("Serviço de Pessoal <pessoal@metalurgicasado.pt>", "Metalúrgica Sado", "Metalúrgica Sado"),
        ("seleccion@aytovillar.es", "AYUNTAMIENTO DE VILLAR\n\nNo ha superado la prueba.", "AYUNTAMIENTO DE VILLAR"),
        ("Joe <joe@anvilandoak.co.uk>", "Sorry, gone. Joe at Anvil & Oak", "Anvil & Oak"),
        ("HR <hr@wexhamdc.gov.uk>", "Human Resources\nWexham District Council", "Wexham District Council"),
        ("Prof. Ilse Tamm <tamm@uni-morlau.de>", "Prof. Dr. Ilse Tamm\nUniversität Morlau", "Universität Morlau"),
        ("Vektra-Team <info@vektra.de>", "Dein Vektra-Team", "Vektra"),
        ("Talente Ohlau Versicherung <talente@ohlau-vers.de>", "", "Ohlau Versicherung"),
        ("Rectoría Colegio Los Alerces <rectoria@colegiolosalerces.cl>", "", "Colegio Los Alerces"),
        ("Resourcing Hub Ardmore <hub@ardmore.com>", "", "Ardmore"),
        ("Werken bij RijnZorg <noreply@werkenbijrijnzorg.nl>", "", "RijnZorg"),
        ("Graduate Programme <graduates@ostrava-steel.com>", "The Graduate Programme Team", "Ostrava Steel"),
        ('"Behrens, Tom (Werkstatt)" <t.behrens@autohaus-kroll.de>', "Tom Behrens\nAutohaus Kroll", "Autohaus Kroll"),
    ],
)
def test_the_domain_tells_which_words_are_the_company(sender: str, text: str, company: str) -> None:
    """Departments and persons write, and the company stands beside, below or above them."""
    assert company_of(reading(f"{NO_NEWS}\n\n{text}", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Dr Zbynek Hruska <z.hruska@veldora.com>", "Dr Zbynek Hruska", "Veldora"),
        ("Dott.ssa Rita Valdi <r.valdi@officineforni.it>", "Rita Valdi", "Officineforni"),
        ("Mrs L Abbot <head@hollowfield.org>", "Mrs L Abbot", "Hollowfield"),
        ("Renée Dubosc <rdubosc@tintaviva.pt>", "RD", "Tintaviva"),
        ("Tom Whitley <tom.whitley@mail.com>", "Tom", ""),
        ("Anna Bauer <annabauer@gmx.de>", "Anna Bauer", ""),
    ],
)
def test_titles_and_initials_are_persons(sender: str, text: str, company: str) -> None:
    """Whoever signs with them is not the employer."""
    assert company_of(reading(f"{NO_NEWS}\n\n{text}", sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Trattoria da Pina <trattoriadapina@gmail.com>", "Trattoria da Pina"),
        ("Steph (Loomly Yarn) <loomlyyarn@gmail.com>", "Loomly Yarn"),
        ("Okoye Adaeze <okoyeadaeze@gmail.com>", ""),
    ],
)
def test_a_business_may_have_a_free_address(sender: str, company: str) -> None:
    """Its name is that of the mailbox, and no person's."""
    assert company_of(reading(NO_NEWS, sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Beth Carr <beth@carrlowe.co.uk>",
            "",
            "Spoke to Rachel at Penhale Foods. They want more SAP.",
            "Penhale Foods",
        ),
        (
            "Nils Kampe <nils@kampe.de>",
            "",
            "Ich habe mit der Voss Getriebe GmbH telefoniert. Unser Mandant sagt ab.",
            "Voss Getriebe GmbH",
        ),
        (
            "Claire Roy <c.roy@royconseil.fr>",
            "",
            "Nous accompagnons les Biscuits Morvan dans la recherche d'un chef.",
            "Biscuits Morvan",
        ),
        (
            "Inés Vara <ines@vara.es>",
            "",
            "He hablado con Laboratorios Nerva y han preferido a otra persona.",
            "Laboratorios Nerva",
        ),
        ("Luca Neri <l.neri@neri.it>", "", "Stiamo cercando per Officine Tarsi un tornitore.", "Officine Tarsi"),
        (
            "Joost <joost@bakker.nl>",
            "nieuws Van Doorn Vervoer",
            "Zonet Van Doorn gebeld. Ze kozen iemand uit het dorp.",
            "Van Doorn Vervoer",
        ),
        (
            "Sara Pinto <sara@pinto.pt>",
            "",
            "Falei com a Vidraria Lusa e decidiram avançar com outra pessoa.",
            "Vidraria Lusa",
        ),
        (
            "Tom <tom@staffwise.co.uk>",
            "",
            "Hi, Brackley Freight have filled it. They want a ticket.",
            "Brackley Freight",
        ),
    ],
)
def test_an_agency_writes_for_the_employer_it_speaks_of(sender: str, subject: str, text: str, company: str) -> None:
    """In seven languages, whatever the agency is called."""
    assert company_of(reading(text, subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    "text",
    [
        "Halden is committed to supporting Armed Forces families and helping Young People find work.",
        "I spoke with the Data Platform Team and they felt you lacked depth.",
        "On behalf of the Selection Committee I regret to say no.",
        "J'ai eu le retour de la Direction Technique, ils ont choisi quelqu'un d'autre.",
        "Im Namen der Geschäftsleitung: leider nein.",
        "We spoke to Corvus Bank for your reference. Unfortunately we chose another.",
        "Your experience at Corvus Bank impressed us. Our clients expect more.",
        "Zbynek Hruska has decided to take the internal candidate.",
        "Marketing has decided to pause hiring for now.",
        "Herr Bühler hat sich für jemand anderen entschieden.",
        "Location: Ehrenfeld. We chose another.",
    ],
)
def test_an_employer_speaks_of_others_too(text: str) -> None:
    """Departments, bodies, former employers and good causes are not who decides."""
    assert company_of(reading(f"{text}\nHalden", sender="Jo Park <jo.park@halden.com>")) == "Halden"


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "CareJobs <noreply@carejobs.co.uk>",
            "Dear applicant\n\nEmployer: Harrow Lodge Care Home\nNo.",
            "Harrow Lodge Care Home",
        ),
        ("Culture Jobs <mail@culturejobs.nl>", "Werkgever: Theater De Vonk\nHelaas.", "Theater De Vonk"),
        (
            "Farm Jobs Weekly <x@farmjobsweekly.co.uk>",
            "You are invited.\n\nRecruitment Team\nEskdale Dairy Partnership",
            "Eskdale Dairy Partnership",
        ),
        (
            "Calendrix <invite@calendrix.io>",
            "Pastry Chef @ Moorgate Kitchens\nTuesday, 4 May\n\nPowered by Calendrix",
            "Moorgate Kitchens",
        ),
    ],
)
def test_a_portal_writes_for_the_employer_it_names(sender: str, text: str, company: str) -> None:
    """What delivers a message is no employer."""
    assert company_of(reading(text, sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Kathrin Moll <k.moll@moll-partner.ch>",
            "",
            "Die Hugli Präzision AG hat sich anders entschieden.",
            "Hugli Präzision AG",
        ),
        (
            "Lucy <lucy@teachwise.co.uk>",
            "Y4 at St Bede's",
            "Hi, St Bede's Primary have gone with someone else.",
            "St Bede's Primary",
        ),
        (
            "Halden Careers <noreply@quantrex.io>",
            "",
            "Thanks for applying to Halden.",
            "Halden",
        ),
    ],
)
def test_a_domain_yields_to_who_decides_or_is_named_twice(sender: str, subject: str, text: str, company: str) -> None:
    """An agency unknown as one, a system nobody knows, a group that writes for its firms."""
    assert company_of(reading(text, subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    ("subject", "company"),
    [
        ("URGENT - VOTRE CANDIDATURE - Comptable", "Solvex"),
        ("Saison 2026 - Koch - Absage", "Solvex"),
        ("Curator in Modern Textiles", "Solvex"),
    ],
)
def test_fields_of_a_subject_are_no_companies(subject: str, company: str) -> None:
    """A call, a season, the end of a role."""
    assert company_of(reading(NO_NEWS, subject=subject, sender="Personal <p@solvex.fr>")) == company


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Jane Doe, Halden Farm <jane@halden.example>", "Jane Doe, Halden Farm", "jane@halden.example"),
        ("Doe, Jane (Ward 7) <jane@halden.example>", "Doe, Jane (Ward 7)", "jane@halden.example"),
        ("Jane @ Halden <jane@halden.example>", "Jane @ Halden", "jane@halden.example"),
        ("a@x.example, Bob <b@x.example>", "", "a@x.example"),
    ],
)
def test_a_bare_comma_does_not_cut_the_name_of_a_sender(value: str, name: str, address: str) -> None:
    """Many programs forget the quotes; two addresses are two nevertheless."""
    sender = read_envelope({"from": [value.encode()]}).sender
    assert (sender.name, sender.address) == (name, address)


@pytest.mark.parametrize(
    "piece", ["Aa & ", "Aaa-", "A'", "They felt feedback from Aaa at ", "Employer: ", "Powered by "]
)
def test_made_up_text_takes_no_longer_than_other_text(piece: str) -> None:
    """Whatever the domain is made of."""
    what = reading(piece * (60_000 // len(piece)), subject=piece * 90, sender=f"HR <hr@{'a' * 20}b{'a' * 30}.com>")
    start = time.process_time()
    company_of(what)
    assert time.process_time() - start < 4


def test_letters_that_are_nothing_but_accents_do_no_harm() -> None:
    """U+FF9E is a letter, and decomposes into a combining mark alone."""
    marks = "\uff9e\uff9e Halden"
    assert company_of(reading(f"{marks}\nHalden", sender=f"{marks} <x@halden.com>")) == "Halden"


@pytest.mark.parametrize(
    ("sender", "subject", "company"),
    [
        ("Ollie <ollie@getfernly.com>", "Re: Fernly x Sam", "Fernly"),
        ("Vera <vera@trytarnbook.io>", "Your Tarnbook application", "Tarnbook"),
        ("Anna <anna@getinge.com>", "Your application", "Getinge"),
    ],
)
def test_a_verb_before_the_name_is_no_part_of_it(sender: str, subject: str, company: str) -> None:
    """Young firms add one where the domain of their name is taken; the message has to write the rest."""
    assert company_of(reading(f"{NO_NEWS}\n\nInge", subject=subject, sender=sender)) == company


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ('"Recruitment, Dept of Coastal Planning" <recruitment@coastalplanning-au.com>', "Dept of Coastal Planning"),
        ("Department of Lands and Survey <notices@fedhire-portal.com>", "Department of Lands and Survey"),
        ("Ristorante Da Gino <info@dagino-trattoria.it>", "Ristorante Da Gino"),
    ],
)
def test_a_name_keeps_the_word_that_leads_elsewhere_to_one(sender: str, company: str) -> None:
    """A department of state is called so, and so is an inn of somebody's."""
    assert company_of(reading(NO_NEWS, sender=sender)) == company
