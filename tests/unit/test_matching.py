"""Which candidacy a message belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.judgements import message

from pipeline.core.applications.application import Application, Event, Facts
from pipeline.core.applications.matching import Match, as_known, match, told_before
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Label

START = datetime(2026, 3, 2, tzinfo=UTC)


def event(number: int, label: Label, day: int) -> Event:
    """Return an event so many days after the start."""
    return Event(number, f"event-{number}@x", START + timedelta(days=day), label, "", Address())


def application(number: int, company: str, role: str, *labels: Label) -> Application:
    """Return an application with one event a day."""
    events = tuple(event(10 * number + index, label, index) for index, label in enumerate(labels))
    return Application(number, company, role, events)


OPEN = application(1, "Halden GmbH", "Data Analyst", Label.ACKNOWLEDGEMENT)
CLOSED = application(2, "Halden", "Data Analyst", Label.ACKNOWLEDGEMENT, Label.REJECTION)


def told(number: int, company: str, *named: tuple[str, str, Label, int]) -> Application:
    """Return an application whose messages name a role and a number of the position, each so many days after START."""
    events = tuple(
        replace(event(10 * number + place, label, day), role=role, requisition=position)
        for place, (role, position, label, day) in enumerate(named)
    )
    return Application(number, company, named[0][0], events)


def find(company: str, role: str, *given: Application, label: Label | None = None, day: int = 10) -> int | None:
    """Return the application that a message of that day belongs to."""
    one = message("text", date=START + timedelta(days=day))
    return match(one, Facts(company=company, role=role), given, label=label).number


def test_a_reply_belongs_to_the_candidacy_whose_message_it_answers() -> None:
    """The thread goes before everything that was read from the words."""
    answer = replace(message("text", date=START), references=("event-10@x",))
    facts = Facts(company="Corvus", role="Nurse")
    assert match(answer, facts, [OPEN, application(3, "Corvus", "Nurse", Label.INTERVIEW)]).number == 1


def test_company_and_role_join_where_no_thread_does() -> None:
    """However the company's legal form and the role's marks are written."""
    assert find("HALDEN", "Data Analyst (m/w/d)", OPEN) == 1
    assert find("Corvus", "Data Analyst", OPEN) is None
    assert find("Halden", "Nurse", OPEN) is None


def test_a_missing_role_is_the_same_as_any() -> None:
    """Half of all rejections do not name it."""
    assert find("Halden", "", OPEN) == 1
    assert find("Halden", "Nurse", application(4, "Halden", "", Label.ACKNOWLEDGEMENT)) == 4


def test_a_person_who_wrote_before_writes_about_the_same_where_no_company_is_named() -> None:
    """A small firm writes from an address that anybody may have, and signs with a first name."""
    hella = Address("Hella", "Hella.Voss@mail.example")
    began = replace(OPEN, events=tuple(replace(one, sender=hella) for one in OPEN.events))
    other = replace(began, id=7, company="Corvus", role="Nurse")
    note = replace(message("text", date=START + timedelta(days=9)), sender=Address("", "hella.voss@mail.example"))
    by_person = Facts(answerable=True)
    assert match(note, by_person, [began]).number == 1
    assert match(note, by_person, [OPEN]).number is None
    assert match(note, Facts(), [began]).number is None, "many employers share the address of a system"
    assert match(note, Facts(company="Corvus", answerable=True), [began]).number is None
    assert match(note, Facts(role="Nurse", answerable=True), [began, other]).number == 7
    assert match(note, by_person, [began, other]).candidates == (1, 7)


def heard(application_: Application, address: str) -> Application:
    """Return an application about which this address has written."""
    sender = Address("", address)
    return replace(application_, events=tuple(replace(one, sender=sender) for one in application_.events))


def of(address: str, *, day: int = 9) -> Message:
    """Return a message of that day from an address."""
    return replace(message("text", date=START + timedelta(days=day)), sender=Address("", address))


def test_the_own_domain_of_a_company_joins_what_it_shortens() -> None:
    """Public Works of Halden writes as pwhalden.example, of which nothing else tells the name."""
    began = heard(OPEN, "jobs@mail.pwhalden.example")
    signed, note = Facts(company="Pwhalden", own_domain="pwhalden.example"), of("rita@pwhalden.example")
    assert match(note, signed, [began]).number == 1
    assert match(note, replace(signed, role="Nurse"), [began]).number is None
    assert match(note, signed, [began], label=Label.OUTREACH).number is None, "an agency has another job"
    assert match(note, replace(signed, own_domain=""), [began]).number is None
    assert match(note, signed, [heard(OPEN, "jobs@notpwhalden.example")]).number is None
    other = replace(began, id=7, role="Nurse")
    assert match(note, signed, [began, other]).candidates == (1, 7)


def test_a_company_is_called_by_its_first_word_once_an_application_is_with_it() -> None:
    """By whom it is, and by the agency's recruiter who has named it in full before."""
    began = heard(application(1, "Halden Optics", "Data Analyst", Label.ACKNOWLEDGEMENT), "joan@agency.example")
    plain, note = Facts(company="Halden"), of("joan@agency.example")
    assert match(note, replace(plain, personal=True), [began]).number == 1
    assert match(note, replace(plain, personal=True), [began], label=Label.ACKNOWLEDGEMENT).number is None
    assert match(of("tim@halden.example"), replace(plain, own_domain="halden.example"), [began]).number == 1
    assert match(of("tim@agency.example"), replace(plain, personal=True), [began]).number is None
    assert match(note, Facts(company="Halden", role="Nurse", personal=True), [began]).number is None
    assert match(note, Facts(company="Hal", personal=True), [began]).number is None


def test_who_wrote_about_one_application_alone_writes_about_it_whatever_they_call_the_role() -> None:
    """Our niece does the desk now: the role is no desk, and no second application."""
    began = heard(OPEN, "rita@mail.example")
    facts, note = Facts(company="Halden", role="Desk", personal=True), of("rita@mail.example")
    found = match(note, facts, [began], label=Label.REJECTION)
    assert (found.number, found.despite_role) == (1, True)
    assert match(note, facts, [began], label=Label.ACKNOWLEDGEMENT).number is None
    assert match(note, replace(facts, personal=False), [began], label=Label.REJECTION).number is None
    assert match(note, replace(facts, company="Corvus"), [began], label=Label.REJECTION).number is None
    elsewhere = application(7, "Halden Group", "Desk", Label.ACKNOWLEDGEMENT)
    assert match(note, facts, [began, elsewhere], label=Label.REJECTION).number is None
    both = [began, replace(began, id=7, role="Nurse")]
    assert match(note, facts, both, label=Label.REJECTION).candidates == (1, 7), "only the user knows which"
    assert match(of("tim@mail.example"), facts, [began], label=Label.REJECTION).number is None
    ended = heard(CLOSED, "rita@mail.example")
    assert match(note, facts, [ended], label=Label.REJECTION).number is None
    assert match(of("rita@mail.example", day=0), facts, [ended], label=Label.INTERVIEW).number == 2


def test_an_office_that_spells_its_name_otherwise_writes_about_the_role_that_it_wrote_about() -> None:
    """A school shortens its name in front and signs in full; its second message is no second application."""
    began, note = heard(OPEN, "jobs@esg.example"), of("jobs@esg.example")
    facts = Facts(company="School of Grand Affairs", role="Data Analyst", answerable=True)
    assert match(note, facts, [began], label=Label.REJECTION).number == 1
    assert match(note, replace(facts, role="Nurse"), [began], label=Label.REJECTION).number is None
    assert match(note, replace(facts, answerable=False), [began], label=Label.REJECTION).number is None
    elsewhere = replace(facts, recruiter=Address("", "ann@corvus.example"))
    assert match(note, elsewhere, [began], label=Label.REJECTION).number is None, "a system writes for many"
    assert match(note, facts, [began], label=Label.ACKNOWLEDGEMENT).number is None


def test_a_client_that_an_agency_has_written_about_is_no_role() -> None:
    """Its name alone in the subject: Corvus has said no."""
    client = heard(application(3, "Corvus", "Nurse", Label.OUTREACH), "rita@agency.example")
    stated, note = Facts("Agency", "Corvus", own_domain="agency.example", personal=True), of("rita@agency.example")
    known = as_known(note, stated, [OPEN, client])
    assert (known.company, known.role) == ("Corvus", "")
    assert match(note, known, [OPEN, client], label=Label.REJECTION).number == 3
    assert as_known(of("tim@other.example"), stated, [OPEN, client]) == stated


def test_an_application_without_a_company_is_found_by_who_writes() -> None:
    """A farm that says no name of its own, until its last message does."""
    began = heard(application(5, "", "Cook", Label.ACKNOWLEDGEMENT), "kathrin@mail.example")
    facts, note = Facts("Larch Farm", "Cook", answerable=True), of("kathrin@mail.example")
    assert match(note, facts, [began], label=Label.REJECTION).number == 5
    assert match(note, replace(facts, role="Nurse"), [began], label=Label.INTERVIEW).number is None
    assert match(of("tim@mail.example"), facts, [began], label=Label.REJECTION).number is None


def test_the_number_of_the_position_joins_what_a_sender_writes_without_a_company() -> None:
    """A system that takes no answers: its confirmation named the employer, its rejection only role and number."""
    named = told(1, "Halden", ("Data Analyst", "JR-10021", Label.ACKNOWLEDGEMENT, 0))
    began = heard(named, "no-reply@halden.hire.example")
    facts, note = Facts(role="Data Analyst", requisition="10021"), of("No-Reply@halden.hire.example")
    assert match(note, facts, [began], label=Label.REJECTION).number == 1
    assert match(of("mailer@halden.hire.example"), facts, [began], label=Label.REJECTION).number == 1
    assert match(note, replace(facts, role=""), [began], label=Label.REJECTION).number == 1
    assert match(of("mailer@elsewhere.example"), facts, [began], label=Label.REJECTION) == Match()
    assert match(note, replace(facts, requisition=""), [began], label=Label.REJECTION) == Match()
    assert match(note, replace(facts, requisition="10022"), [began], label=Label.REJECTION) == Match()
    assert match(note, replace(facts, role="Nurse"), [began], label=Label.REJECTION) == Match()
    assert match(note, replace(facts, company="Corvus"), [began], label=Label.REJECTION) == Match()


def test_a_number_that_two_employers_of_one_system_use_is_asked_about() -> None:
    """Only the user knows whose it is."""
    named = told(1, "Halden", ("Data Analyst", "4417", Label.ACKNOWLEDGEMENT, 0))
    known = [heard(one, "no-reply@hire.example") for one in (named, replace(named, id=2, company="Corvus"))]
    facts = Facts(role="Data Analyst", requisition="4417")
    assert match(of("no-reply@hire.example"), facts, known, label=Label.REJECTION).candidates == (1, 2)


def test_a_number_at_a_domain_that_many_share_is_that_of_the_address_alone() -> None:
    """Employers of one hiring system count from one, and anybody may have an address of a provider for all."""
    began = heard(told(1, "Halden", ("Data Analyst", "R1042", Label.ACKNOWLEDGEMENT, 0)), "halden@hire.example")
    facts, other = Facts(requisition="R1042", from_shared_domain=True), of("corvus@hire.example")
    assert match(of("halden@hire.example"), facts, [began], label=Label.REJECTION).number == 1
    assert match(other, facts, [began], label=Label.REJECTION) == Match()
    nameless = replace(began, company="")
    assert match(other, replace(facts, company="Corvus"), [nameless], label=Label.REJECTION) == Match()
    own = replace(facts, from_shared_domain=False)
    assert match(other, own, [began], label=Label.REJECTION).number == 1, "the company's own departments"


@pytest.mark.parametrize("label", [Label.OUTREACH, Label.JOB_ALERT])
def test_what_advertises_a_position_by_its_number_is_about_no_application(label: Label) -> None:
    """The same advert goes to those who have applied already, and to all others."""
    began = heard(told(1, "Halden", ("Data Analyst", "R1042", Label.ACKNOWLEDGEMENT, 0)), "halden@hire.example")
    assert match(of("halden@hire.example"), Facts(requisition="R1042"), [began], label=label) == Match()


def test_a_missing_company_joins_nothing() -> None:
    """Two messages without a company have nothing in common."""
    assert find("", "Data Analyst", OPEN, application(5, "", "Data Analyst", Label.ACKNOWLEDGEMENT)) is None


def test_the_named_role_goes_before_the_unnamed_one() -> None:
    """Exactness decides between several."""
    assert find("Halden", "Data Analyst", OPEN, application(6, "Halden", "", Label.ACKNOWLEDGEMENT)) == 1


def test_a_role_that_is_told_shorter_goes_before_the_unnamed_one() -> None:
    """It agrees in more than one that names none."""
    longer = application(5, "Halden", "Data Platform Analyst", Label.INTERVIEW)
    unnamed = application(6, "Halden", "", Label.INTERVIEW)
    assert find("Halden", "Data Analyst", unnamed, longer) == 5


def test_the_open_candidacy_goes_before_the_closed_one() -> None:
    """What still lives is what is written about."""
    assert find("Halden", "Data Analyst", CLOSED, OPEN) == 1


def test_several_that_fit_equally_are_ambiguous() -> None:
    """A guess would put a rejection on the wrong timeline."""
    assert find("Halden", "", OPEN, application(7, "Halden", "Nurse", Label.ACKNOWLEDGEMENT)) is None


def test_a_second_rejection_of_a_closed_candidacy_joins_it() -> None:
    """The system and the recruiter both write."""
    assert find("Halden", "Data Analyst", CLOSED, label=Label.REJECTION) == 2


def test_an_acknowledgement_after_the_end_is_a_re_application() -> None:
    """It opens a candidacy of its own; one from before the end belongs to the old one."""
    assert find("Halden", "Data Analyst", CLOSED, label=Label.ACKNOWLEDGEMENT) is None
    assert find("Halden", "Data Analyst", CLOSED, label=Label.ACKNOWLEDGEMENT, day=0) == 2


def test_a_candidacy_that_was_closed_long_ago_is_over() -> None:
    """A rejection a year later is about another application."""
    assert find("Halden", "Data Analyst", CLOSED, label=Label.REJECTION, day=365) is None


def test_another_number_of_the_position_is_another_candidacy() -> None:
    """Two openings of one name; a message without a number may be about either."""
    known = [
        told(number, "Halden", ("Engineer", position, Label.ACKNOWLEDGEMENT, 0))
        for number, position in ((1, "JR-10021"), (2, "JR-20457"))
    ]
    one = message("text", date=START + timedelta(days=3))
    for position, expected in (("JR-20457", Match(2)), ("JR-3", Match()), ("", Match(candidates=(1, 2)))):
        assert match(one, Facts("Halden", "Engineer", requisition=position), known) == expected
    assert match(one, Facts("Halden", requisition="20457"), known) == Match(2)


def test_the_same_words_go_before_fewer() -> None:
    """What names one of two roles in full is about that one."""
    known = [application(1, "Halden", "Software Engineer", Label.ACKNOWLEDGEMENT)]
    known += [application(2, "Halden", "Software Engineer Payments", Label.ACKNOWLEDGEMENT)]
    assert find("Halden", "Software Engineer", *known) == 1
    assert find("Halden", "Software Engineer (Payments)", *known) == 2


def test_a_rejection_without_a_role_may_tell_again_what_a_closed_candidacy_was_told() -> None:
    """Then only the user knows whether it ends the open one; long after, it does."""
    other = application(3, "Halden", "Nurse", Label.ACKNOWLEDGEMENT)
    facts = Facts("Halden")
    for day, expected in ((3, Match(candidates=(2, 3))), (40, Match(3))):
        one = message("text", date=START + timedelta(days=day))
        assert match(one, facts, [CLOSED, other], label=Label.REJECTION) == expected
    assert match(message("text", date=START), facts, [CLOSED, other], label=Label.INTERVIEW) == Match(3)


def test_an_application_after_long_silence_is_another_one() -> None:
    """Nobody ever answered the first; what comes later is about the second."""
    again = told(8, "Halden", ("Data Analyst", "", Label.ACKNOWLEDGEMENT, 300))
    assert find("Halden", "Data Analyst", OPEN, label=Label.ACKNOWLEDGEMENT, day=170) == 1
    assert find("Halden", "Data Analyst", OPEN, label=Label.ACKNOWLEDGEMENT, day=300) is None
    assert find("Halden", "Data Analyst", OPEN, label=Label.REJECTION, day=300) == 1
    for role in ("Data Analyst", ""):
        assert find("Halden", role, OPEN, again, label=Label.REJECTION, day=310) == 8
    other = told(9, "Halden", ("Nurse", "", Label.ACKNOWLEDGEMENT, 300))
    assert find("Halden", "", OPEN, other, label=Label.REJECTION, day=310) is None
    elsewhere = told(9, "Corvus", ("Data Analyst", "", Label.ACKNOWLEDGEMENT, 300))
    assert find("Halden", "Data Analyst", OPEN, elsewhere, label=Label.REJECTION, day=310) == 1


def test_an_old_message_that_is_read_late_ends_no_later_candidacy() -> None:
    """A rejection that came before the acknowledgement is about an earlier application."""
    again = told(8, "Halden", ("Data Analyst", "", Label.ACKNOWLEDGEMENT, 300))
    for day, expected in ((280, None), (297, None), (299, 8)):  # the two are sent together, the one a little late
        assert find("Halden", "Data Analyst", again, label=Label.REJECTION, day=day) == expected
    assert find("Halden", "Data Analyst", again, label=Label.INTERVIEW, day=280) == 8
    assert find("Halden", "Data Analyst", again, label=Label.INTERVIEW, day=20) is None


@pytest.mark.parametrize(
    ("role", "position", "day", "again"),
    [
        ("Software Engineer", "JR-10021", 5, True),
        ("", "", 5, True),
        ("Software Engineer (m/w/d)", "10021", 5, True),
        ("Software Engineer", "JR-20457", 5, False),
        ("Software Engineer Payments", "", 5, False),
        ("Software Engineer", "JR-10021", 17, True),
        ("Software Engineer", "JR-10021", 18, False),
    ],
)
def test_a_rejection_tells_another_again_only_if_nothing_tells_them_apart(
    role: str,
    position: str,
    day: int,
    again: bool,  # noqa: FBT001 - a table
) -> None:
    """One that is told twice is seen; one that is never told is not."""
    known = told(1, "Halden", ("Software Engineer", "JR-10021", Label.REJECTION, 3))
    one = message("text", date=START + timedelta(days=day))
    found = told_before(known, one, Facts("Halden", role, requisition=position))
    assert found == (known.events[0] if again else None)


# -- threads at Gmail


def gmail(thread: str, message_id: str = "new@x") -> Message:
    """Return a message in a thread at Gmail that refers to no other."""
    return Message(MessageKey("INBOX", 1, 9), message_id, START, facts={"x-gm-thrid": thread})


def in_thread(number: int, role: str, thread: str, company: str = "Acme") -> Application:
    """Return an open application with one message in a thread at Gmail."""
    event = Event(
        number, f"{number}@x", START - timedelta(days=5), Label.ACKNOWLEDGEMENT, "", Address(), gmail_thread=thread
    )
    return Application(number, company, role, (event,))


def test_a_thread_at_gmail_joins_what_names_neither_company_nor_role() -> None:
    """Replies from a phone may refer to nothing."""
    known = [in_thread(1, "Engineer", "17"), in_thread(2, "Chef", "18")]
    assert match(gmail("18"), Facts(), known) == Match(2)
    assert match(gmail("19"), Facts(), known) == Match()


def test_a_thread_at_gmail_never_joins_two_roles_or_companies() -> None:
    """Gmail puts every message of one system with one subject into one thread."""
    known = [in_thread(1, "Engineer", "17")]
    assert match(gmail("17"), Facts(company="Acme", role="Chef"), known) == Match()
    assert match(gmail("17"), Facts(company="Borealis"), known) == Match()


def test_several_that_could_be_meant_are_candidates() -> None:
    """None of them is guessed."""
    known = [in_thread(1, "Engineer", "17"), in_thread(2, "Chef", "18"), in_thread(3, "Nurse", "", "Borealis")]
    assert match(gmail(""), Facts(company="Acme"), known) == Match(candidates=(1, 2))
