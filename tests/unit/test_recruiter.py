"""Who wrote: names of people with small words in them, and names with a company behind."""

from __future__ import annotations

import pytest
from support.judgements import judged, reading
from support.shipped import KNOWN, READER, company_of

from pipeline.core.message import Address
from pipeline.core.verdict import Label
from pipeline.reading.recruiter import recruiter_of

NO_NEWS = "We will not be taking this any further.\n\nBest,\n"

PEOPLE = (
    "Tim van Rooij",
    "Sanne de Vries",
    "Jan van der Meer",
    "Ilse van den Berg",
    "Ludwig von Beck",
    "Karl von Stein",
    "João da Silva",
    "Ana de la Cruz",
    "Giulia di Marco",
)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("domain", ["lindhorst.com", "gmail.com"])
@pytest.mark.parametrize("signed", ["{whole}", "{whole}\nHead of People", "{first}"])
def test_a_surname_with_small_words_is_no_company(name: str, domain: str, signed: str) -> None:
    """It belongs to whoever writes, wherever they write from."""
    first, *rest = name.split()
    sender = f"{name} <{first[0].lower()}.{''.join(rest).lower()}@{domain}>"
    what = reading(NO_NEWS + signed.format(whole=name, first=first), sender=sender)
    assert recruiter_of(what, KNOWN)[0].name == name
    if " von " not in name:  # a place behind it may be a firm
        assert company_of(what) == ("Lindhorst" if domain == "lindhorst.com" else "")


def test_a_firm_in_the_signature_is_the_employer_of_whoever_has_small_words_in_the_name() -> None:
    """In full, or behind a sign."""
    what = reading(f"{NO_NEWS}Karl von Stein\nLindhorst GmbH", sender="Karl von Stein <k.v.s@gmail.com>")
    assert (company_of(what), recruiter_of(what, KNOWN)[0].name) == ("Lindhorst GmbH", "Karl von Stein")
    what = reading(f"{NO_NEWS}Tim van Rooij / Vroegop Recruitment", sender="Tim van Rooij <tim@vroegop.nl>")
    assert (company_of(what), recruiter_of(what, KNOWN)[0].name) == ("Vroegop", "Tim van Rooij")


@pytest.mark.parametrize(
    ("sender", "text", "person", "company"),
    [
        ("Nils von Kabelsalat <nils@kabelsalat.de>", "Nils", "Nils", "Kabelsalat"),
        ("Jonas von Rädli <jonas@raedli.ch>", "Jonas", "Jonas", "Rädli"),
        ("Ben von Quittung24 <ben@mail-out.de>", "Ben", "Ben", "Quittung24"),
        ("Kim van Tarnbrug <kim@tarnbrug.nl>", "Kim", "Kim", "Tarnbrug"),
        ("Carla de Tarnova <carla@mail-out.es>", "Gracias por tu interés en Tarnova.\n\nCarla", "Carla", "Tarnova"),
    ],
)
def test_what_the_domain_or_the_text_calls_so_too_is_a_company(
    sender: str, text: str, person: str, company: str
) -> None:
    """Whoever writes names the employer behind the given name alone."""
    what = reading(NO_NEWS + text, sender=sender)
    assert (recruiter_of(what, KNOWN)[0].name, company_of(what)) == (person, company)


def test_a_small_word_of_a_surname_is_in_no_domain() -> None:
    """However the letters of the domain fall: `den` is in `linden`."""
    what = reading(f"{NO_NEWS}Joost", sender="Joost van den Akker <joost@tarnlinden.nl>")
    assert recruiter_of(what, KNOWN)[0].name == "Joost van den Akker"


@pytest.mark.parametrize("signed", ["Dana Whitfield (she/her)", "Dana Whitfield (Halden)"])
def test_what_stands_in_brackets_behind_a_name_is_no_part_of_it(signed: str) -> None:
    """Pronouns, or the company, as a help desk writes it."""
    what = reading(f"{NO_NEWS}{signed}", sender="Support <support@halden.zendesk.com>")
    assert recruiter_of(what, KNOWN)[0].name == "Dana Whitfield"


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("van den Berg, Joost", "Joost van den Berg"),
        ("Berg, Joost van den", "Joost van den Berg"),
        ("García López, Ana", "Ana García López"),
        ("Maas, Rolf", "Rolf Maas"),
    ],
)
def test_a_surname_may_stand_in_front(display: str, name: str) -> None:
    """With its small words, and there may be two."""
    what = reading(f"{NO_NEWS}{name.split(maxsplit=1)[0]}", sender=f'"{display}" <x1@lindhorst.com>')
    assert (recruiter_of(what, KNOWN)[0].name, company_of(what)) == (name, "Lindhorst")


@pytest.mark.parametrize(
    "line",
    [
        "De : \tAmelie Kranz <ak@lindhorst.com>\nPour : \tsam@home.example\nSujet : \tAbsage",
        "Mittente: \tAmelie Kranz <ak@lindhorst.com>\nA: \tsam@home.example\nOggetto: \tAbsage",
        "From: Amelie Kranz [mailto:ak@lindhorst.com]\nSent: Tuesday\nTo: Sam\nSubject: Absage",
        "> *Från:* Amelie Kranz <ak@lindhorst.com>\n> *Skickat:* tisdag\n> *Till:* Sam\n> *Ämne:* Absage",
    ],
)
def test_a_forwarded_message_is_from_whom_its_header_names(line: str) -> None:
    """In every language and manner that tells a header from the text."""
    what = reading(f"---------- Forwarded message ---------\n{line}\n\n{NO_NEWS}Amelie", subject="Fwd: Absage")
    assert recruiter_of(what, KNOWN) == (Address("Amelie Kranz", "ak@lindhorst.com"), True)


def test_the_hours_of_an_appointment_above_a_forward_name_nobody() -> None:
    """The header lines of what is passed on do."""
    header = "From: Amelie Kranz <ak@lindhorst.com>\nDate: Tuesday\nSubject: Absage"
    text = f"Can we talk?\nFrom: 10:00\n\n---------- Forwarded message ---------\n{header}\n\n{NO_NEWS}Amelie"
    assert recruiter_of(reading(text, subject="Fwd: Absage"), KNOWN)[0] == Address("Amelie Kranz", "ak@lindhorst.com")


@pytest.mark.parametrize(
    "local",
    [
        "no_reply",
        "do.not.reply",
        "ne_pas_repondre",
        "no-responder",
        "nonrispondere",
        "niet-beantwoorden",
        "nao.responda",
    ],
)
def test_an_address_that_asks_for_no_answer_gets_none_however_its_words_are_parted(local: str) -> None:
    """In the languages that are read."""
    assert not recruiter_of(reading(NO_NEWS, sender=f"Lindhorst <{local}@lindhorst.com>"), KNOWN)[1]


@pytest.mark.parametrize(
    "words",
    [
        "Bitte antworten Sie nicht auf diese Nachricht.",
        "Dieses Postfach wird nicht gelesen.",
        "Ceci est un message automatique, merci de ne pas y répondre.",
        "Por favor, no respondas a este correo.",
        "Le preghiamo di non rispondere a questa e-mail.",
        "Dit is een automatisch bericht, je kunt hier niet op antwoorden.",
        "Este é um e-mail automático, por favor não responda.",
        "Bitte antworten Sie nicht, da dieses Postfach leer bleibt.",
        "Ne répondez pas à cet e-mail.",
        "*** NO CONTESTE ***",
        "Non risponda a questa e-mail.",
        "Gelieve deze mail niet te beantwoorden.",
        "Mails aan dit adres worden niet beantwoord.",
        "Reageer niet op deze mail.",
        "Não responda a este endereço.",
    ],
)
def test_who_says_that_no_answer_is_read_cannot_be_answered(words: str) -> None:
    """In the languages that are read."""
    assert not recruiter_of(reading(f"{NO_NEWS}{words}", sender="Lindhorst <jobs@lindhorst.com>"), KNOWN)[1]


@pytest.mark.parametrize(
    "words",
    [
        "We are sorry that we do not reply to everybody in person; do write to us.",
        "Bitte zögern Sie nicht, auf diese Nachricht zu antworten.",
        "N'hésitez pas à répondre à ce message.",
        "No dudes en responder a este correo.",
        "Non esitare a rispondere a questa e-mail.",
        "Aarzel niet om op deze mail te antwoorden.",
        "Não hesite em responder a este e-mail.",
    ],
)
def test_an_invitation_to_answer_does_not_say_the_reverse(words: str) -> None:
    """Whatever is not to be hesitated about."""
    assert recruiter_of(reading(f"{NO_NEWS}{words}", sender="Lindhorst <jobs@lindhorst.com>"), KNOWN)[1]


@pytest.mark.parametrize(
    "words",
    [
        "If you do not reply by Friday, we close your file.",
        "Antworte nicht zu lang, wenn du im Gespräch gefragt wirst.",
        "Er antwortete nicht auf unsere Fragen.",
        "Votre profil est bon, mais vous ne répondez pas aux exigences du poste.",
        "Désolée de ne pas répondre favorablement à votre candidature.",
        "Tu perfil no responde a lo que buscamos.",
        "A quienes no respondan antes del viernes los damos de baja.",
        "Se non rispondete entro venerdì, chiudiamo.",
        "Je hebt de vraag over de kas niet beantwoord.",
        "Sorry dat we niet eerder konden antwoorden; we konden je mail niet beantwoorden.",
        "Se não responder até sexta-feira, encerramos o processo.",
        "Desculpe não responder antes.",
    ],
)
def test_what_somebody_did_not_answer_is_no_request_for_silence(words: str) -> None:
    """Nor is what a profile does not answer to."""
    assert recruiter_of(reading(f"{NO_NEWS}{words}", sender="Lindhorst <jobs@lindhorst.com>"), KNOWN)[1]


def test_who_signs_by_procuration_is_the_person() -> None:
    """`ppa.` stands in front of the name, as `i. A.` does."""
    what = reading(f"{NO_NEWS}Lindhorst GmbH\nppa. Amelie Kranz", sender="Lindhorst <jobs@lindhorst.com>")
    assert recruiter_of(what, KNOWN)[0].name == "Amelie Kranz"


@pytest.mark.parametrize(
    ("sender", "text", "label", "company"),
    [
        ("Kwabena Asante Boateng", "I have taken somebody else on.\n\nKwabena", Label.REJECTION, ""),
        ("Hine Walker", "My client needs a data engineer. I think you fit.", Label.OUTREACH, ""),
        ("Hine Walker", "Mein Kunde sucht eine Köchin, und ich dachte an Sie.", Label.OUTREACH, ""),
        ("Hine-Ora Walker", "I saw your profile. Are you free for a call?", Label.OUTREACH, ""),
        ("Sable Point", "I liked your profile. Would you talk to our team?", Label.OUTREACH, "Sable Point"),
        ("Sable Point", "I liked your profile.\n\nBest,\nTom Reeve", Label.OUTREACH, "Sable Point"),
        ("Sable Point", "I hire for sable point, and saw your profile.", Label.OUTREACH, "Sable Point"),
        ("Sable Point", "We went with someone else.\n\nSable", Label.REJECTION, "Sable Point"),
        ("Sable Point", "I candidati piacciono. Le posizioni aperte sono tre.", Label.OUTREACH, "Sable Point"),
        ("Sable Point", "I am writing to say that you were not selected.", Label.REJECTION, "Sable Point"),
        ("Sable Robotics", "I would like to talk about a role.", Label.OUTREACH, "Sable Robotics"),
        ("Blumen Irmi <blumen.irmi@post.example>", "Leider nein.\n\nIrmi", Label.REJECTION, "Blumen Irmi"),
    ],
)
def test_a_name_without_an_address_may_be_the_writers_own(sender: str, text: str, label: Label, company: str) -> None:
    """Whoever signs with its first word, or speaks as one out of the blue, is a person; a firm says "we"."""
    what = reading(text, sender=sender if "@" in sender else f"{sender} <>")
    assert READER.facts_of(what, judged(what, label=label), label).company == company


CLIENTS = """From: Rosa Lindt <rosa@tarnwerk.example>
Date: Mon, 9 Nov 2026 16:02
Subject: Joinery
To: {to}

{said}
Rosa"""


def passed_on(above: str, said: str, to: str, sender: str = "Piet Vos <piet@vosagency.example>") -> tuple[str, str]:
    """Return name and address of who wrote a message that passes on another one."""
    text = f"{above}\n\n---------- Forwarded message ----------\n{CLIENTS.format(to=to, said=said)}"
    found = recruiter_of(reading(text, subject="Fwd: Joinery", sender=sender), KNOWN)[0]
    return found.name, found.address


@pytest.mark.parametrize("to", ["Piet Vos", "piet@vosagency.example", "Piet Vos <p.vos@other.example>"])
@pytest.mark.parametrize(
    "above", ["Hi Ama,\n\nfyi, see below.\n\nPiet", "Morning Ama,\nnot good, sorry.", "Hallo Ama!\nsiehe unten"]
)
def test_an_agent_who_passes_a_clients_no_on_wrote_it(above: str, to: str) -> None:
    """The client was not speaking to the candidate, and is not to be answered."""
    assert passed_on(above, "Piet, we took the other one.", to) == ("Piet Vos", "piet@vosagency.example")


@pytest.mark.parametrize(
    ("above", "said", "to"),
    [
        ("", "Piet, we took the other one.", "Piet Vos"),
        ("for the record", "We took the other one.", "Piet Vos"),
        ("Hi Piet,\nnote to self", "We took the other one.", "Piet Vos"),
        ("Hi Ama,\nread this!", "Sorry, your application was not successful.", "Piet Vos"),
        ("Hallo Ama,\nlies mal!", "Leider können wir Ihre Bewerbung nicht berücksichtigen.", "Piet Vos"),
        ("Hi Ama,\nthis came for you.", "We took the other one.", "Ama Owusu"),
    ],
)
def test_what_candidates_pass_on_is_from_whom_it_came(above: str, said: str, to: str) -> None:
    """It was written to them, or speaks of their application; who passes it on is no recruiter."""
    assert passed_on(above, said, to) == ("Rosa Lindt", "rosa@tarnwerk.example")


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("Im Auftrag\ngez. Oslinde Wendelbrot", "Oslinde Wendelbrot"),
        ("Mit freundlichen Grüßen\ni. A. Oslinde Wendelbrot\nTarnwerk GmbH", "Oslinde Wendelbrot"),
        ("Cordiali saluti\ndott. Ubertaldo Merlozzi\nTarnwerk Srl", "dott. Ubertaldo Merlozzi"),
        ("Distinti saluti\nDott.ssa Paola Merlozzi", "Dott.ssa Paola Merlozzi"),
        ("Yours sincerely,\n\nFionnghuala Casserly\nSenior Executive Assistant", "Fionnghuala Casserly"),
        ("Met vriendelijke groet\nWietske Hoekzema\nZaakvoerder", "Wietske Hoekzema"),
        ("Kind regards\nE. Wendelbrot\nTarnwerk", "E. Wendelbrot"),
        ("MfG\nE. Wendelbrot", "E. Wendelbrot"),
        ("Kind regards\nTarnwerk Joinery\nHuman Resources", ""),
        ("Kind regards\nTarnwerk Joinery", ""),
        ("Mit freundlichen Grüßen\ni. A. Wendelbrot", ""),
        ("Kind regards\nThe Recruitment Manager\nTarnwerk Joinery", ""),
        ("We also need one at\nTarnwerk Joinery\nManager on duty: 12", ""),
        ("Saludos\nEl Secretario General\nAyuntamiento", ""),
    ],
)
def test_who_signs_in_the_form_of_a_name_wrote_it(signed: str, name: str) -> None:
    """Whatever the given name: behind a title, for somebody, or with an office below it; a firm is nobody.

    A surname alone names nobody whom a draft could greet.
    """
    what = reading(f"We will not be taking this any further.\n\n{signed}", sender="Office <office@tarnwerk.example>")
    assert recruiter_of(what, KNOWN)[0].name == name


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Joost van der Tarn <joost@werkplaats-tarn.example>", "Joost van der Tarn"),
        ("Sanne van den Hout <sanne@houthandel.example>", "Sanne van den Hout"),
        ("Avv. Ubertaldo Merlozzi <segreteria@merlozzi.example>", "Avv. Ubertaldo Merlozzi"),
        ("Dott.ssa Paola Merlozzi <p.m@merlozzi.example>", "Dott.ssa Paola Merlozzi"),
        ("Lena von Tarnwerk <jobs@tarnwerk.example>", "Lena"),
        ("Kim van Tarnwerk <kim@tarnwerk.example>", "Kim"),
    ],
)
def test_the_whole_name_of_the_display_is_told(sender: str, name: str) -> None:
    """A small firm bears the surname of whoever owns it."""
    what = reading(f"{NO_NEWS}{name.split(maxsplit=1)[0]}", sender=sender)
    assert recruiter_of(what, KNOWN)[0].name == name
