"""The facts of one message, all together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.judgements import judged, reading
from support.shipped import READER

from pipeline.core.applications.application import Facts, Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.message import Address
from pipeline.core.verdict import Act, Label
from pipeline.reading.facts import LONGEST_EVIDENCE, evidence_of

LETTER = """Dear Kofi,

thank you for coming in to talk about the Data Analyst role at Halden & Sons.
We have decided to go with another candidate.
Your answers on SQL stayed general.
You are welcome to apply again in six months, and I am happy to give feedback by phone.

Kind regards
Anna Bauer
Halden & Sons Recruiting"""

ACTS = {
    "another candidate": Act.DECLINES,
    "SQL": Act.GAP,
    "six months": {Act.INVITES_BACK: 0.5, Act.OFFERS_FEEDBACK: 0.5},
}


def test_a_rejection_gives_everything_it_says() -> None:
    """Company, role, stage, reason, feedback, offer and day."""
    what = reading(LETTER, subject="Data Analyst", sender="Anna Bauer <anna@halden-sons.com>")
    facts = READER.facts_of(what, judged(what, ACTS), Label.REJECTION)
    assert (facts.company, facts.role) == ("Halden & Sons", "Data Analyst")
    assert (facts.stage, facts.reason) == (Stage.INTERVIEW, Reason.OTHER_CANDIDATE)
    assert [(one.kind, one.text) for one in facts.feedback] == [
        (FeedbackKind.GAP, "Your answers on SQL stayed general."),
    ]
    assert facts.offers_feedback
    assert facts.reapply_after == date(2027, 5, 15)


@pytest.mark.parametrize(
    ("sender", "own_domain", "personal", "from_free_mail", "from_shared_domain"),
    [
        ("Anna Bauer <anna.bauer@mail.halden-sons.com>", "halden-sons.com", True, False, False),
        ("Halden & Sons <careers@halden-sons.com>", "halden-sons.com", False, False, False),
        ("Anna Bauer <anna@quillrecruitment.com>", "", True, False, False),
        ("Halden & Sons <no-reply@hire.lever.co>", "", False, False, True),
        ("Halden & Sons <haldenandsons@gmail.com>", "", False, True, True),
    ],
)
def test_whose_address_it_is_is_told(
    sender: str, own_domain: str, *, personal: bool, from_free_mail: bool, from_shared_domain: bool
) -> None:
    """The company's own, an agency's, a system's, one of a provider for all; a person's or a department's."""
    what = reading(LETTER, subject="Data Analyst", sender=sender)
    facts = READER.facts_of(what, judged(what, ACTS), Label.REJECTION)
    assert (facts.company, facts.own_domain, facts.personal) == ("Halden & Sons", own_domain, personal)
    assert (facts.from_free_mail, facts.from_shared_domain) == (from_free_mail, from_shared_domain)


@pytest.mark.parametrize("sender", ["", "Sanne van Dam", "Sanne van Dam <sanne@hire.lever.co>"])
def test_who_signs_is_not_the_company(sender: str) -> None:
    """Where nothing else is named, nothing is told."""
    what = reading("Je spreekt met Sanne van Dam. Helaas gaan we niet met je verder.\n\nSanne van Dam", sender=sender)
    facts = READER.facts_of(what, judged(what), Label.REJECTION)
    assert (facts.company, facts.recruiter.name) == ("", "Sanne van Dam")


def test_a_name_is_not_cut_to_its_end() -> None:
    """Though its first word is one for those who hire, and its end likelier as a name."""
    what = reading(
        "Dear Kim,\n\nThank you for your interest in Talent Core Corporation. We have decided to proceed with other"
        " applicants for the Analyst role.\n\nSincerely,\nTalent Core Corporation"
    )
    assert READER.facts_of(what, judged(what), Label.REJECTION).company == "Talent Core Corporation"


@pytest.mark.parametrize("label", [Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.OFFER, Label.STATUS_UPDATE])
def test_other_job_messages_give_company_and_role_alone(label: Label) -> None:
    """They join the timeline and say nothing of an end."""
    what = reading(LETTER, subject="Data Analyst")
    facts = READER.facts_of(what, judged(what, ACTS), label)
    assert (facts.company, facts.role) == ("Halden & Sons", "Data Analyst")
    assert replace(facts, company="", role="", recruiter=Address()) == Facts()


@pytest.mark.parametrize(
    ("name", "address", "person"),
    [
        ("Junipertree Mutual", "careers@junipertree-mutual.example", ""),
        ("Anna Bauer", "anna@junipertree-mutual.example", "Anna Bauer"),
    ],
)
def test_a_company_that_signs_with_its_own_name_is_no_person(name: str, address: str, person: str) -> None:
    """Lines to send would greet it as one; the address can be answered all the same."""
    text = f"We have filled the role of Pricing Analyst at Junipertree Mutual.\n\n{name}"
    what = reading(text, subject="Your application to Junipertree Mutual", sender=f"{name} <{address}>")
    facts = READER.facts_of(what, judged(what, {"filled": Act.FILLED}), Label.REJECTION)
    assert facts.company == "Junipertree Mutual"
    assert facts.recruiter == Address(person, address)


def test_ordinary_mail_gives_nothing() -> None:
    """Whatever a bank writes is of no employer."""
    what = reading(LETTER)
    certain = replace(judged(what, ACTS), probabilities={Label.OTHER: 0.95, Label.REJECTION: 0.05})
    assert READER.facts_of(what, certain, Label.OTHER) == Facts()


def test_what_may_be_about_a_candidacy_gives_company_and_role() -> None:
    """A message that is likelier of another kind, but not surely so, still says who sent it."""
    what = reading(LETTER, subject="Data Analyst", sender="Anna Bauer <anna@halden-sons.com>")
    doubtful = replace(judged(what, ACTS), probabilities={Label.OTHER: 0.8, Label.INTERVIEW: 0.2})
    assert READER.facts_of(what, doubtful, Label.OTHER) == Facts(company="Halden & Sons", role="Data Analyst")


@pytest.mark.parametrize(
    ("sender", "subject", "company"),
    [
        ("Indeed <alert@indeed.com>", "23 new electrician jobs in Leeds", "Indeed"),
        ("Naukri Alerts <alerts@naukri.com>", "Java jobs in Pune", "Naukri"),
        ("StepStone Jobagent <jobagent@stepstone.de>", "12 neue Jobs: Controller in Köln", "StepStone"),
        ("Wellfound <team@hi.wellfound.com>", "Founding Engineer @ Tidepool Labs", "Tidepool Labs"),
        ("Seek <jobmail@seek.com.au>", "Teacher at Wattle Grove College and 5 more jobs", "Wattle Grove College"),
    ],
)
def test_a_job_alert_is_from_the_employer_that_it_names_or_from_its_board(
    sender: str, subject: str, company: str
) -> None:
    """And tells nothing else but the role: nobody answered an application."""
    what = reading("New jobs match your search. See all jobs.", subject=subject, sender=sender)
    facts = READER.facts_of(what, judged(what), Label.JOB_ALERT)
    assert facts == Facts(company=company, role=facts.role)


@pytest.mark.parametrize(
    ("sender", "subject", "company"),
    [
        ("Hooli HR <hooli@myworkday.com>", "Update on your application", "Hooli"),
        ("Acme Recrutement <notifications@smartrecruiters.com>", "Votre candidature", "Acme"),
        ("Lumo Carriera <no-reply@in-recruiting.com>", "La tua candidatura", "Lumo"),
        ("Maya Osei <maya@hire.lever.co>", "Following up - Quillstone", "Quillstone"),
        ("Pinpoint <no-reply@pinpointhq.com>", "Your application | Data Analyst | Oystercatcher", "Oystercatcher"),
        ("Welcome Kit <no-reply@welcomekit.co>", "Réponse à votre candidature - Analyste - Datalys", "Datalys"),
        ("Welcome Kit <no-reply@welcomekit.co>", "Votre candidature", ""),
    ],
)
def test_what_a_tracking_system_writes_is_for_the_employer_that_little_else_names(
    sender: str, subject: str, company: str
) -> None:
    """In the display name, the address or the last part of the subject; it is never for the system itself."""
    text = "Thank you for applying. We have chosen other candidates.\n\nBest regards"
    what = reading(
        f"{text}\n{sender.split(maxsplit=1)[0]}" if "Maya" in sender else text, subject=subject, sender=sender
    )
    assert READER.facts_of(what, judged(what), Label.REJECTION).company == company


@pytest.mark.parametrize(
    ("sender", "subject", "signed", "company"),
    [
        ("Tom Reyes <treyes@talentcore.io>", "Engineer", "Tom Reyes\nTalent Core", "Talent Core"),
        ("Rahul Sharma <r@talentbridgeglobal.com>", "Java Lead", "Rahul\nTalent Bridge Global", "Talent Bridge Global"),
        ("Bob Stone <bstone@acmetool.com>", "Machinist", "Bob Stone\nAcme Tool & Die Co.", "Acme Tool & Die"),
        (
            "Anne Lind <anne.lind@nhs.net>",
            "Physio",
            "Anne Lind\nEastmoor Community NHS Trust",
            "Eastmoor Community NHS Trust",
        ),
        ("Derek Wynn <derek.wynn@gmail.com>", "Major Tech Company - Principal Engineer", "Derek Wynn", ""),
    ],
)
def test_a_name_is_neither_cut_nor_a_mere_description(sender: str, subject: str, signed: str, company: str) -> None:
    """The domain and the signature say the whole of it; whoever describes a client names none."""
    what = reading(
        f"Hello,\n\nI would like to talk to you about a new post.\n\nRegards,\n{signed}", subject=subject, sender=sender
    )
    assert READER.facts_of(what, judged(what), Label.OUTREACH).company == company


def test_evidence_is_the_decisive_sentence_with_its_white_space_folded() -> None:
    """An exact substring of what the message says."""
    what = reading("Hello Kofi.\n\nWe have decided to go\nwith somebody else. Bye.")
    evidence = evidence_of(what, judged(what, decisive=1))
    assert evidence == "We have decided to go with somebody else."
    assert evidence in " ".join(what.message.text.split())


def test_evidence_of_a_very_long_sentence_ends_with_a_whole_word() -> None:
    """And stays a substring."""
    what = reading("regret " * 200)
    evidence = evidence_of(what, judged(what, decisive=0))
    assert evidence.endswith("regret")
    assert len(evidence) <= LONGEST_EVIDENCE


def test_a_line_that_only_signs_is_never_shown_as_evidence() -> None:
    """Not even where nothing else decided; one that ends the candidacy is."""
    what = reading("We chose Ann.\n\nMit freundlichen Grüßen\nSabine Krüger\n33602 Bielefeld")
    assert evidence_of(what, judged(what, decisive=0)) == "We chose Ann."
    for number in range(1, len(what.sentences)):
        assert evidence_of(what, judged(what, decisive=number)) == ""
    below = reading("Kind regards\nAnn\nwe chose somebody else")
    for likely, shown in ((0.2, "Ann we chose somebody else"), (0.09, "")):
        chose = {"chose": {Act.DECLINES: likely, Act.SIGNS: 1 - likely}}
        assert evidence_of(below, judged(below, chose, decisive=len(below.sentences) - 1)) == shown


def test_without_a_decisive_sentence_there_is_no_evidence() -> None:
    """An empty message has nothing to show."""
    what = reading("")
    assert evidence_of(what, judged(what, decisive=None)) == ""
    assert evidence_of(what, judged(what, decisive=3)) == ""


def test_history_below_a_reply_gives_no_facts_but_the_role_that_it_asks_about() -> None:
    """What is quoted was said by somebody else at another time, and answered."""
    text = "We chose somebody else.\n\nOn 3 May 2026, Kofi wrote:\n> my application to Corvus Systems as Nurse\n> {}"
    what = reading(text.format("I have ten years in wards. Your interview on 2 May was kind."), subject="Re: hello")
    facts = READER.facts_of(what, judged(what, {"chose": Act.DECLINES}), Label.REJECTION)
    assert (facts.company, facts.role, facts.feedback) == ("", "Nurse", ())
    worked = reading(text.replace("my application to", "I worked for").format("Regards"), subject="Re: hello")
    assert not READER.facts_of(worked, judged(worked, {"chose": Act.DECLINES}), Label.REJECTION).role


@pytest.mark.parametrize("passer", ["Kofi Ode <kofi@gmail.com>", "Kofi Ode <kofi@ode-consulting.com>"])
def test_a_forwarded_rejection_is_its_first_senders(passer: str) -> None:
    """Whoever passes it on, from whatever domain, is no employer."""
    header = "From: Kai Brandt <kai@halden.de>\nDate: Tue\nSubject: Data Analyst\nTo: Kofi"
    text = f"---------- Forwarded message ---------\n{header}\n\nSorry, we chose somebody else.\n\nKai"
    what = reading(text, subject="Fwd: Data Analyst", sender=passer)
    facts = READER.facts_of(what, judged(what, {"chose": Act.DECLINES}), Label.REJECTION)
    assert (facts.company, facts.recruiter) == ("Halden", Address("Kai Brandt", "kai@halden.de"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Unfortunately we have decided not to move forward with your application after the interview.", True),
        ("Your application for the post and the subsequent interview on 3 May refer; we regret.", True),
        ("Following our call on Monday, we will not be taking your application further.", True),
        ("Nach dem Telefonat haben wir Ihre Bewerbung leider nicht weiter berücksichtigt.", True),
        ("À l'issue de votre entretien, nous ne donnons pas suite à votre candidature.", True),
        ("Tras la entrevista hemos decidido no continuar con su candidatura.", True),
        ("Dopo il colloquio abbiamo deciso di non dare seguito alla Sua candidatura.", True),
        ("Na het gesprek gaan we niet verder met je sollicitatie.", True),
        ("Após a entrevista decidimos não avançar com a sua candidatura.", True),
        ("After the interview stage with other candidates, your application was not selected.", False),
        ("After careful consideration we will not be moving your application forward to interview.", False),
    ],
)
def test_what_is_decided_after_an_interview_in_so_many_words_is_no_matter_of_weighing(text: str, *, told: bool) -> None:
    """However much the other words sound like paper."""
    what = reading(f"Dear Jo,\n\n{text}\n\nKind regards,\nAnna Roth", subject="Your application")
    facts = READER.facts_of(what, judged(what, {text[:20]: Act.DECLINES}), Label.REJECTION)
    assert (facts.stage is Stage.INTERVIEW) is told


@pytest.mark.parametrize(
    ("company", "role", "person"),
    [
        ("{{company_name}}", "{{job_title}}", "{{first_name}}"),
        ("__COMPANY__", "__JOB_TITLE__", "__NAME__"),
        ("[Company]", "[Job Title]", "[First Name]"),
        ("%COMPANY%", "%JOB_TITLE%", "%FIRST_NAME%"),
        ("<Company Name>", "<Job Title>", "<First Name>"),
        ("#COMPANY#", "#JOB_TITLE#", "#NAME#"),
        ("$COMPANY$", "$JOB_TITLE$", "$NAME$"),
        ("[Name des Unternehmens]", "[Stellentitel]", "[Name]"),
        ("XXXX", "{0}", "%s"),
    ],
)
def test_what_a_system_filled_nothing_into_is_no_name(company: str, role: str, person: str) -> None:
    """Nor is what stands around it; the other name, where that was filled, is told as ever."""
    dear, no = f"Dear {person},\n\nThank you for applying", "We will not go on.\n\nTeam"
    german = f"Hallo {person},\n\nvielen Dank für Ihre Bewerbung als {role} (m/w/d) bei {company}."
    careers = f'"{company} Careers" <no-reply@mail.example>'
    for text, subject, sender, names in (
        (f"{dear} for the {role} role at Northwind. {no} Northwind\n", role, "j@northwind.example", ("Northwind", "")),
        (f"{dear} as Data Engineer at {company}. {no} {company}\n", "Data Engineer", careers, ("", "Data Engineer")),
        (f"{german} Leider nein.\n\nTeam {company}\n", f"{role}, Berlin", careers, ("", "")),
        (f"{dear} as Data Engineer ({role}). {no} {company}\n", "Your application", careers, ("", "Data Engineer")),
        (f"{dear} as Senior {role}. {no} {company}\n", f"Senior {role}", careers, ("", "")),
    ):
        what = reading(text, subject=subject, sender=sender)
        facts = READER.facts_of(what, judged(what, {"go on": Act.DECLINES, "nein": Act.DECLINES}), Label.REJECTION)
        assert (facts.company, facts.role, facts.recruiter.name) == (*names, "")
