"""What helps at once: drafts, links that open them, and the date to try again."""

from __future__ import annotations

import email.policy
import itertools
import re
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from golden.facts import make_rejection
from hypothesis import given, settings, strategies as st
from support.judgements import reading

from pipeline import resources
from pipeline.adapters.letters import load_wordings
from pipeline.core.letters.help import Draft, draft_for, later_date
from pipeline.core.letters.wording import Voice, Wording
from pipeline.reading.recruiter import recruiter_of
from pipeline.reading.senders.familiar import is_familiar
from pipeline.reading.senders.known import Senders

WORDINGS = load_wordings(resources.STEPS)
ENGLISH, GERMAN = WORDINGS["en"], WORDINGS["de"]


def draft(theirs: Wording = ENGLISH, **facts: Any) -> Draft | None:
    """Return the draft about a rejection."""
    rejection = make_rejection(**facts)
    return draft_for(rejection, Voice(ENGLISH, rejection.message_id, {"who": "Ines Falk"}), theirs)


def fields(link: str) -> dict[str, str]:
    """Return the header fields and the body that a `mailto:` URL gives a mail program, each once."""
    pairs = parse_qsl(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert len({name.lower() for name, _ in pairs}) == len(pairs)
    return {name: value for name, value in pairs}  # noqa: C416 - says what it is


def test_a_person_who_wrote_is_thanked_and_asked_for_a_sentence() -> None:
    """The link holds address, subject, thread and the very lines that are shown for copying."""
    made = draft()
    assert made is not None
    assert made.link.startswith("mailto:ines.falk@northwind.example?")
    given_fields = fields(made.link)
    assert given_fields["subject"] == "Re: Your application at Northwind"
    assert given_fields["In-Reply-To"] == "<20261118.0917@mail.northwind.example>"
    assert given_fields["body"].split("\r\n\r\n") == [*made.lines[:-1], f"{made.lines[-1]}\r\n"]
    assert "body" not in fields(made.short)
    assert "which one thing would have made my case stronger?" in made.lines[1]
    assert "glad to hear from you" in made.lines[2]


#: A message on familiar terms and one that keeps its distance, with what a draft in answer to the first says, and what
#: in answer to the second.
_TERMS = {
    "de": (
        "vielen Dank für deine Bewerbung. Leider passt es dieses Mal nicht. Wir wünschen dir alles Gute.",
        "vielen Dank für Ihre Bewerbung. Leider können wir Ihnen keine Zusage geben.",
        "deine Nachricht",
        "Ihre Nachricht",
    ),
    "fr": (
        "merci pour ta candidature. Nous avons retenu quelqu'un d'autre, et nous te souhaitons une bonne suite.",
        "merci pour votre candidature. Nous ne pouvons pas vous retenir.",
        "ta réponse",
        "votre réponse",
    ),
    "es": (
        "gracias por tu interés. Esta vez seguimos con otra persona, pero guardaremos tu currículum.",
        "gracias por su interés. Le comunicamos que seguimos con otra persona.",
        "tu respuesta",
        "su respuesta",
    ),
    "it": (
        "grazie per la tua candidatura. Abbiamo scelto un'altra persona e ti auguriamo buona fortuna.",
        "grazie per la Sua candidatura. Le comunichiamo che abbiamo scelto un'altra persona.",
        "mi hai dedicato",
        "mi ha dedicato",
    ),
    "nl": (
        "bedankt voor je sollicitatie. We gaan verder met iemand anders en wensen je veel succes.",
        "hartelijk dank voor uw sollicitatie. Wij kunnen u helaas niet uitnodigen.",
        "je bericht",
        "uw bericht",
    ),
    "pt": (
        "obrigado pela tua candidatura. Desta vez seguimos com outra pessoa e desejamos-te boa sorte na tua procura.",
        "obrigado pela sua candidatura. Informamos que não poderemos contratar você.",
        "tua resposta",
        "sua resposta",
    ),
}


@pytest.mark.parametrize("language", _TERMS)
def test_a_draft_is_on_the_terms_that_the_message_is_on(language: str) -> None:
    """Whoever says du is not answered with Sie, nor the other way round."""
    familiar, distant, said, said_at_a_distance = _TERMS[language]
    terms = [is_familiar(reading(f"{text}\n\nSara Blom\nTeam Lead\n")) for text in (familiar, distant)]
    assert terms == [True, False]
    drafts = [draft(WORDINGS[language], stage="interview", offers_feedback=True, familiar=one) for one in terms]
    lines = [" ".join(made.lines) for made in drafts if made]
    assert [said in line for line in lines] == [True, False]
    assert [said_at_a_distance in line for line in lines] == [False, True]


@pytest.mark.parametrize("language", _TERMS)
def test_a_draft_stays_on_familiar_terms_in_every_line(language: str) -> None:
    """Whatever there is to say; a line that has no familiar form of its own must not keep its distance."""
    gap = {"kind": "gap", "text": "x"}
    distant = r"\b(?i:vous|votre|vos|usted|suas?|seus?|lhe|uw?)\b|\b(?:Sie|Ihnen|Ihre?[mnrs]?|Le|Lei)\b"
    for reason in ("unspecified", "on_hold"):
        for offers, said in itertools.product((True, False), ([], [gap])):
            made = draft(
                WORDINGS[language],
                stage="interview",
                reason=reason,
                offers_feedback=offers,
                feedback=said,
                familiar=True,
            )
            assert made is not None
            assert not re.search(distant, " ".join(made.lines[1:])), made.lines


def test_a_notice_below_the_signature_is_distant_to_everybody() -> None:
    """However often it says Sie, whoever wrote the lines above says du."""
    notice = "Sollten Sie nicht gemeint sein, löschen Sie bitte Ihre Kopie; Sie dürfen sie nicht nutzen.\n"
    text = f"Hallo Jo,\n\nleider passt deine Bewerbung nicht.\n\nViele Grüße\nSara Blom\nTeam Lead\n\n{notice}"
    assert is_familiar(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "gracias por tu interés. Hemos elegido a una compañera; su experiencia en cocina es mayor.",
        "grazie per la tua candidatura. Le posizioni aperte sono poche, e Paolo ha già il suo furgone.",
        "merci pour ta candidature. Après notre rendez-vous de mardi, nous avons choisi une autre personne.",
        "bedankt voor je sollicitatie. Voor 36 u per week hebben wij iemand anders gekozen.",
    ],
)
def test_a_word_that_may_be_about_somebody_else_keeps_no_distance(text: str) -> None:
    """Hers, an article, an appointment and hours are written as yours and you are."""
    assert is_familiar(reading(f"Hola, ciao, salut:\n\n{text}\n"))


@pytest.mark.parametrize(
    ("text", "familiar"),
    [
        ("lamento escribirte con malas noticias, se han quedado con otro.", True),
        ("gracias por acercarte al almacén. Les hemos dado el puesto a dos vecinas.", True),
        ("nos gustó cómo llevaste el turno, pero les falta dinero para otro contrato.", True),
        ("sentimos no poder contártelo en persona: el puesto es de otra.", True),
        ("per ora non possiamo prenderti in bottega.", True),
        ("è stato bello averti con noi in cantiere. I posti sono finiti.", True),
        ("scriviamo ringraziandoti della visita; il posto è andato a un altro.", True),
        ("por suerte hemos cubierto el puesto; el contraste de la prueba fue fuerte y la parte oral, triste.", False),
        ("comparte el anuncio si conoce a alguien; el equipo existe desde mayo y resiste.", False),
        ("cerchiamo esperti di concerti, e i posti aperti sono coperti.", False),
        ("desideriamo comunicarLe che il posto è coperto. Grazie di averci scritto, ti invitiamo a scriverci.", False),
        ("le parti hanno pareri incerti e i corsi sono deserti.", False),
    ],
)
def test_whom_a_verb_speaks_to_is_told_by_its_end(text: str, *, familiar: bool) -> None:
    """In Spanish and Italian `te` and `ti` hang on to it; other words only end so."""
    assert is_familiar(reading(f"Hola, ciao:\n\n{text}\n")) is familiar


@pytest.mark.parametrize(
    "text",
    [
        "agradecemos o interesse na vaga de suporte da equipe de TI. A área de TI decidiu não avançar.",
        "gracias por el interés en la plaza de técnico de TI. El departamento de TI sigue con otra persona.",
        "gracias por su interés. Tu futuro empieza aquí es nuestro lema, pero seguimos con otra persona. Le saludamos.",
    ],
)
def test_a_department_and_a_motto_are_not_familiar(text: str) -> None:
    """What Spanish and Portuguese call IT is written like a word for you."""
    assert not is_familiar(reading(f"Olá, hola:\n\n{text}\n"))


def test_whoever_is_on_familiar_terms_is_greeted_by_first_name() -> None:
    """A title keeps the whole name; so does distance."""
    for familiar, name, greeting in (
        (True, "Özlem Krüger", "Hallo Özlem,"),
        (True, "Dr. Özlem Krüger", "Hallo Dr. Özlem Krüger,"),
        (True, "Özlem", "Hallo Özlem,"),
        (False, "Özlem Krüger", "Guten Tag Özlem Krüger,"),
    ):
        made = draft(GERMAN, familiar=familiar, recruiter=[name, "o@northwind.example"])
        assert made is not None
        assert made.lines[0] == greeting


@pytest.mark.parametrize(
    ("facts", "said", "not_said"),
    [
        ({"offers_feedback": True}, "You offered feedback.", "If you can spare"),
        ({"offers_feedback": True, "feedback": [{"kind": "gap", "text": "x"}]}, "one more thing", "Which one thing"),
        ({"denies_feedback": True}, "Thank you for letting me know", "stronger"),
        ({"reason": "filled"}, "Thank you for letting me know", "stronger"),
        ({"reason": "on_hold"}, "Should the search go on", "stronger"),
        ({"feedback": [{"kind": "gap", "text": "x"}]}, "saying what you saw", "stronger"),
        ({"stage": "application"}, "Thank you for letting me know.", "to meet me"),
        ({"reason": "eligibility", "feedback": [{"kind": "gap", "text": "x"}]}, "Thank you for", "what you saw"),
        ({"reason": "eligibility", "feedback": [{"kind": "strength", "text": "x"}]}, "saying what you saw", "stronger"),
    ],
)
def test_a_draft_asks_only_what_is_open(facts: dict[str, Any], said: str, not_said: str) -> None:
    """Nobody is asked again for what they said, nor for what went wrong where nothing did."""
    made = draft(**facts)
    assert made is not None
    assert said in " ".join(made.lines)
    assert not_said not in " ".join(made.lines)


def test_nobody_is_drafted_to_where_no_person_wrote_and_none_is_offered() -> None:
    """A robot and a department get no thanks; an offer by a robot is passed on to somebody else there."""
    assert draft(recruiter=["", "careers@northwind.example"]) is None
    assert draft(recruiter=["Ines Falk", ""]) is None
    made = draft(offers_feedback=True, recruiter=["", ""])
    assert made is not None
    assert (made.link, made.short, made.address) == ("", "", "")
    assert "takes no answers" in made.lead


def test_the_lines_are_in_the_senders_language() -> None:
    """And say so, for those who have them read aloud."""
    made = draft(GERMAN)
    assert made is not None
    assert made.language == "de"
    assert made.lines[0] == "Guten Tag Ines Falk,"
    assert fields(made.link)["body"].startswith("Guten Tag Ines Falk,\r\n")


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example?bcc=x@y.example",
        "a@b.example,c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        '"a b"@c.example',
        "ä@ö.example",
        "a@b",
        "@b.example",
        "",
    ],
)
def test_an_odd_address_is_no_link(address: str) -> None:
    """A mail program must not be led to write to anybody else."""
    made = draft(recruiter=["Ines Falk", address], offers_feedback=True)
    assert made is not None
    assert (made.link, made.short) == ("", "")


@settings(max_examples=200)
@given(subject=st.text(max_size=300), name=st.text(max_size=80), message_id=st.text(max_size=80))
def test_whatever_a_message_holds_its_link_says_three_things(subject: str, name: str, message_id: str) -> None:
    """Subject, thread and text; no line end in a header, no further recipient, and short enough for Windows."""
    made = draft(offers_feedback=True, subject=subject, message_id=message_id, recruiter=[name, "a+b&c=d%e@x.example"])
    assert made is not None
    for link in (made.link, made.short):
        assert link.isascii()
        assert len(link) <= 2000
        found = fields(link)
        assert set(found) <= {"subject", "body", "In-Reply-To"}
        assert not set("\r\n\x00") & set(found["subject"] + found.get("In-Reply-To", ""))
        header = EmailMessage(policy=email.policy.SMTP)
        header["Subject"] = found["subject"]
        assert urlsplit(link).path == "a%2Bb%26c%3Dd%25e@x.example"


@pytest.mark.parametrize(
    ("subject", "answered"),
    [
        ("AW: Ihre Bewerbung", "Re: Ihre Bewerbung"),
        ("RE: Re: Hello", "Re: Re: Hello"),
        ("", "Re: Data Engineer"),
    ],
)
def test_an_answer_is_marked_as_one_once(subject: str, answered: str) -> None:
    """Whatever language the mark was in."""
    made = draft(subject=subject)
    assert made is not None
    assert fields(made.link)["subject"] == answered


def test_lines_about_a_forwarded_rejection_go_to_whoever_wrote_it() -> None:
    """Not to the friend who passed it on, whose message the writer has never seen."""
    forwarded = {"from": ["Alex Reader", "alex@family.example"], "subject": "Fwd: Re: Your application"}
    made = draft(recruiter=["Nadia Brandt", "nadia@juniper.example"], **forwarded)
    assert made is not None
    assert made.lines[0] == "Hello Nadia Brandt,"
    assert made.link.startswith("mailto:nadia@juniper.example?")
    assert fields(made.short) == {"subject": "Re: Your application"}
    assert draft(recruiter=["", ""], **forwarded) is None
    elsewhere = draft(offers_feedback=True, recruiter=["", ""], **forwarded)
    assert elsewhere is not None
    assert (elsewhere.link, elsewhere.lines[0]) == ("", "Hello,")


@pytest.mark.parametrize(
    ("sender", "signed", "greeting"),
    [
        ("Risorse Umane <hr@ferramenti.example>", "Ufficio Risorse Umane", None),
        ("Service du personnel <personnel@mairie.example>", "Le service du personnel", None),
        ("Werving en Selectie <werving@dijkman.example>", "Afdeling Werving", None),
        ("Student Office <office@harrow.example>", "Student Office", None),
        ("Camille Roux <ne-pas-repondre@valmont.example>", "Camille Roux", None),
        ("Ravi <ravi@kettle.example>", "Ravi", "Hello Ravi,"),
        ("Holloway Health <jobs@holloway.example>", "Renata Quill\nRecruiter", "Hello Renata Quill,"),
        ("Holloway Health <no-reply@holloway.example>", "Holloway\nYour data: privacy@holloway.example", None),
    ],
)
def test_lines_are_for_whom_the_reading_found(sender: str, signed: str, greeting: str | None) -> None:
    """A department in any language is nobody to greet, and whoever signs with a first name is somebody."""
    senders = Senders.load(resources.SENDERS)
    found, _ = recruiter_of(reading(f"We will not be taking this any further.\n\n{signed}", sender=sender), senders)
    assert found.address != "privacy@holloway.example"
    made = draft(recruiter=[found.name, found.address])
    assert (made.lines[0] if made else None) == greeting


def test_a_date_that_has_passed_is_no_date_to_try_again() -> None:
    """Nothing of the past goes into a calendar."""
    came = datetime(2026, 11, 18, 9, tzinfo=UTC)
    assert later_date(make_rejection(date=came, reapply_after=date(2027, 5, 1))) == date(2027, 5, 1)
    assert later_date(make_rejection(date=came, reapply_after=date(2026, 11, 18))) is None
    assert later_date(make_rejection(date=came)) is None
