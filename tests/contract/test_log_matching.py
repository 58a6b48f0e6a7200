"""What the log asks about applications, and what it learns of the names of companies, in every log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.log_examples import FULL_FACTS, NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.applications.changes import ChangeKind, Entry
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Address
from pipeline.core.verdict import Decision, Label
from pipeline.errors import UnknownIdError, UserError
from pipeline.tasks import application
from pipeline.tasks.place import place

LATER = NOON + days(1)


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def asked(log: SqliteLog, *, label: Label = Label.REJECTION, company: str = "Acme") -> tuple[int, int, int]:
    """Write two applications and a message that could belong to either; return all numbers."""
    one, other = log.open_application("Acme", "Engineer"), log.open_application("Acme", "Chef")
    talk = judged("talk@x", label=Label.INTERVIEW, application=one, date=NOON - days(3))
    log.record(talk, at=NOON)
    message = log.record(judged("which@x", label=label, facts=Facts(company, stage=Stage.APPLICATION)), at=NOON)
    log.ask_application(message, (one, other), at=NOON)
    return message, one, other


def test_a_question_names_the_message_and_its_candidates(log: SqliteLog) -> None:
    """Asking twice is asking once."""
    message, one, other = asked(log)
    log.ask_application(message, (other,), at=LATER)
    (question,) = log.questions()
    assert (question.message, question.company, question.label) == (message, "Acme", Label.REJECTION)
    assert [each.id for each in question.candidates] == [one, other]
    assert log.unmatched() == 1


def test_a_question_follows_its_candidates_into_what_they_were_merged_into(log: SqliteLog) -> None:
    """One after the other; undo names them apart again."""
    _, one, other = asked(log)
    into = log.open_application("Acme Holding", "Clerk")
    for number in (one, other):
        log.record(judged(f"{number}@x", label=Label.ACKNOWLEDGEMENT, application=number), at=NOON)
    log.merge_applications(one, other, at=LATER)
    assert [each.id for each in log.questions()[0].candidates] == [other]
    log.merge_applications(other, into, at=LATER)
    assert [each.id for each in log.questions()[0].candidates] == [into]
    application.undo(log, now=LATER)
    application.undo(log, now=LATER)
    assert [each.id for each in log.questions()[0].candidates] == [one, other]


def test_an_answer_joins_the_timeline_and_settles_the_stage(log: SqliteLog) -> None:
    """An interview that was seen there earlier makes it a rejection after interview; undo takes all of it back."""
    message, one, _ = asked(log)
    change = application.answer(log, message, one, now=LATER)
    assert (change.kind, change.application) == (ChangeKind.MATCH, one)
    assert log.questions() == []
    assert log.rejection(message).stage is Stage.INTERVIEW
    assert log.application_of(message).id == one
    application.undo(log, now=LATER)
    assert log.unmatched() == 1
    assert log.message(message)["stage"] == "application"
    assert log.message(message)["application"] is None


@pytest.mark.parametrize("first", ["invitation", "answer"])
@pytest.mark.parametrize("is_new", [False, True])
def test_an_answer_counts_for_what_was_asked_about_in_the_same_thread(
    log: SqliteLog,
    first: str,
    is_new: bool,  # noqa: FBT001 - a table
) -> None:
    """One thread is one candidacy: a rejection, and feedback to it, are not asked about again; undo takes back all."""
    known = [log.open_application("Acme", role) for role in ("Engineer", "Chef")]
    for number in known:
        applied = judged(f"{number}@x", label=Label.ACKNOWLEDGEMENT, application=number, date=NOON - days(9))
        log.record(applied, at=NOON)
    thread = [("invitation", Label.INTERVIEW, ()), ("no", Label.REJECTION, ("invitation@x",))]
    thread += [("answer", Label.REJECTION, ("no@x",)), ("apart", Label.REJECTION, ())]
    numbers = {}
    for day, (name, label, references) in enumerate(thread):
        one = judged(f"{name}@x", label=label, references=references, date=NOON + days(day))
        numbers[name] = log.record(one, at=NOON)
        log.ask_application(numbers[name], known, at=NOON)
    change = application.answer(log, numbers[first], None if is_new else known[1], now=LATER)
    assert change.text.startswith(f"moved message {numbers[first]} and 2 others of its thread from none to")
    joined = log.application(change.application)
    assert [one.id for one in joined.events][-3:] == [numbers[name] for name in ("invitation", "no", "answer")]
    assert [one.message for one in log.questions()] == [numbers["apart"]]
    ended = next(one for one in log.rejections() if one.application == joined)
    assert (ended.id, ended.stage) == (numbers["no"], Stage.INTERVIEW)
    assert len(log.rejections()) == 2
    application.undo(log, now=LATER)
    assert (log.unmatched(), len(log.rejections())) == (4, 3)
    assert [one.stage for one in log.rejections()] == [Stage.APPLICATION] * 3
    assert [one.id for one in log.applications()] == known


def test_an_answer_may_begin_a_new_application(log: SqliteLog) -> None:
    """It takes the names that the message states."""
    message, *known = asked(log)
    change = application.answer(log, message, None, now=LATER)
    assert change.application not in known
    assert log.application(change.application).company == "Acme"
    application.undo(log, now=LATER)
    assert [each.id for each in log.applications()] == known
    assert log.unmatched() == 1


def test_a_message_that_was_put_elsewhere_is_asked_about_no_more(log: SqliteLog) -> None:
    """Split and its undo count as an answer like any other."""
    message, one, _ = asked(log)
    log.move_message(message, one, at=LATER)
    assert log.questions() == []
    log.undo_change(at=LATER)
    assert log.unmatched() == 1


def test_what_was_not_asked_cannot_be_answered(log: SqliteLog) -> None:
    """Nor can what is answered, or what names no company."""
    message, one, _ = asked(log, company="")
    with pytest.raises(UserError, match="names no company"):
        application.answer(log, message, None, now=LATER)
    with pytest.raises(UnknownIdError):
        application.answer(log, message, 99, now=LATER)
    application.answer(log, message, one, now=LATER)
    with pytest.raises(UserError, match="Nobody asks"):
        application.answer(log, message, one, now=LATER)
    with pytest.raises(UnknownIdError):
        application.answer(log, 99, one, now=LATER)


def test_a_candidate_that_is_gone_is_not_offered(log: SqliteLog) -> None:
    """And a forgotten message is not asked about."""
    message, one, other = asked(log)
    log.delete_application(other, at=LATER)
    assert [each.id for each in log.questions()[0].candidates] == [one]
    log.forget([message])
    assert (log.questions(), log.unmatched()) == ([], 0)


# -- names


def renamed(log: SqliteLog, old: str = "Cobot", new: str = "Collaborative Robotics") -> int:
    """Write an application and give its company another name."""
    number = log.open_application(old, "Engineer")
    log.record(judged(f"{old}@x", company=f"{old} GmbH", application=number), at=NOON)
    log.rename_application(number, new, "Engineer", at=LATER)
    return number


def test_the_old_spelling_of_a_renamed_company_leads_to_its_new_name(log: SqliteLog) -> None:
    """Once, however it was written; undo forgets it."""
    renamed(log)
    (alias,) = log.aliases()
    assert (alias.spelling, alias.company, alias.at) == ("Cobot", "Collaborative Robotics", LATER)
    assert log.aliases_by_name() == {"cobot": "Collaborative Robotics"}
    log.undo_change(at=LATER)
    assert log.aliases() == []


def test_a_message_joins_what_a_renamed_application_was_merged_into(log: SqliteLog) -> None:
    """Nothing goes by the new name any more, and what it was merged with still knows the old one."""
    number = renamed(log)
    into = log.open_application("Foobar Holding", "Engineer")
    log.record(judged("other@x", label=Label.ACKNOWLEDGEMENT, application=into, company="Foobar Holding"), at=NOON)
    log.merge_applications(number, into, at=LATER)
    told = place(log, judged("new@x", facts=Facts("Cobot", "Engineer")), log.applications())
    assert told.application == into


def test_undoing_a_rename_gives_later_messages_their_names_back(log: SqliteLog) -> None:
    """Those of its application, and one that has begun another; a mistyped name is nowhere any more."""
    renamed(log)
    for name, role in (("same@x", "Engineer"), ("other@x", "Chef")):
        told = place(
            log, judged(name, facts=Facts("Cobot", role), label=Label.ACKNOWLEDGEMENT, date=LATER), log.applications()
        )
        assert told.company == "Collaborative Robotics"
        log.record(told, at=LATER)
    assert {one.company for one in log.applications()} == {"Collaborative Robotics"}
    log.undo_change(at=LATER)
    assert {one.company for one in log.applications()} == {"Cobot"}
    assert {log.message(log.number_of(name))["company"] for name in ("same@x", "other@x")} == {"Cobot"}


def test_a_new_role_alone_teaches_nothing(log: SqliteLog) -> None:
    """The company is called what it was."""
    number = log.open_application("Acme", "Engineer")
    log.rename_application(number, "ACME Inc.", "Chef", at=LATER)
    assert log.aliases() == []


def test_a_spelling_that_could_mean_either_leads_nowhere(log: SqliteLog) -> None:
    """Two companies read as one wrong name, or another application that goes by it."""
    renamed(log, "Talent Cloud", "Acme")
    renamed(log, "Talent Cloud", "Borealis")
    assert log.aliases() == []
    log.undo_change(at=LATER)
    assert log.aliases_by_name() == {"talentcloud": "Acme"}
    log.open_application("Cobot", "Chef")
    renamed(log)
    assert "cobot" not in log.aliases_by_name()


def test_an_old_name_leads_to_the_new_one_however_it_is_spelt(log: SqliteLog) -> None:
    """As a message writes it, and where another application goes by it; another spelling alone teaches nothing."""
    renamed(log, "Müller Søn", "Borealis")
    told = place(log, judged("new@x", facts=Facts("Mueller Son", "Chef")), log.applications())
    assert told.company == "Borealis"
    log.rename_application(renamed(log, "Jürgens", "Juergens"), "Jurgens", "Engineer", at=LATER)
    assert [one.spelling for one in log.aliases()] == ["Müller Søn"]
    log.open_application("Kjaer", "Chef")
    renamed(log, "Kjær", "Acme")
    assert [one.spelling for one in log.aliases()] == ["Müller Søn"]


def test_an_alias_is_compared_as_names_are_compared_by_now(log: SqliteLog) -> None:
    """A log that an earlier version wrote holds its form of the spelling."""
    renamed(log, "Müller & Partner", "Borealis")
    log._write("UPDATE aliases SET plain = 'mueller partner'")
    assert log.aliases_by_name() == {"mullerpartner": "Borealis"}
    log._write(
        "INSERT INTO aliases (spelling, plain, company, application, at)"
        " SELECT 'Mueller Partner', 'mullerpartner', company, application, at FROM aliases"
    )
    renamed(log, "Mueller Partner", "Acme")
    assert log.aliases() == []
    log.undo_change(at=LATER)
    assert [one.company for one in log.aliases()] == ["Borealis", "Borealis"]


def test_names_follow_when_a_company_is_renamed_twice(log: SqliteLog) -> None:
    """Every earlier spelling leads to the last name, and none to itself."""
    number = renamed(log)
    log.rename_application(number, "Robotics United", "Engineer", at=LATER)
    expected = {"cobot": "Robotics United", "collaborativerobotics": "Robotics United"}
    assert log.aliases_by_name() == expected
    log.rename_application(number, "Cobot", "Engineer", at=LATER)
    assert "cobot" not in log.aliases_by_name()
    log.undo_change(at=LATER)
    assert log.aliases_by_name() == expected


def test_an_alias_is_removed_and_brought_back(log: SqliteLog) -> None:
    """With a line in the history."""
    renamed(log)
    (alias,) = log.aliases()
    change = application.remove_alias(log, alias.id, now=LATER)
    assert change.text == "Cobot no longer leads to Collaborative Robotics"
    assert log.aliases() == []
    log.undo_change(at=LATER)
    assert log.aliases() == [alias]
    with pytest.raises(UnknownIdError):
        application.remove_alias(log, 99, now=LATER)


# -- names that only the messages of an application bear


def came(log: SqliteLog, name: str, company: str, role: str, *, label: Label = Label.REJECTION) -> int | None:
    """Let a message come in and return the application that it was put into."""
    date = NOON if label is Label.REJECTION else NOON - days(20)
    one = judged(name, label=label, facts=Facts(company, role), date=date)
    placed = place(log, one, log.applications())
    log.record(placed, at=NOON)
    return placed.application


def test_what_was_merged_answers_to_the_names_of_both(log: SqliteLog) -> None:
    """A rejection that names the position, or the company, as the other one did begins no third application."""
    assert came(log, "one@x", "Acme", "Cook", label=Label.ACKNOWLEDGEMENT) == 1
    assert came(log, "two@x", "Kitchen Agency", "Chef de partie", label=Label.ACKNOWLEDGEMENT) == 2
    application.merge(log, 2, 1, now=LATER)
    assert came(log, "other@x", "Acme", "Waiter", label=Label.ACKNOWLEDGEMENT) == 3
    assert came(log, "no@x", "Kitchen Agency", "Chef de partie") == 1
    assert came(log, "waiter@x", "Acme", "Waiter") == 3


def test_what_was_renamed_answers_to_the_names_that_its_messages_state(log: SqliteLog) -> None:
    """Of company and role alike, and no other message does."""
    assert came(log, "one@x", "Acme", "Cook", label=Label.ACKNOWLEDGEMENT) == 1
    application.rename(log, 1, application.Names("Bolt", "Baker"), now=LATER)
    assert came(log, "two@x", "Acme", "Nurse", label=Label.ACKNOWLEDGEMENT) == 2
    assert came(log, "no@x", "Acme", "Cook") == 1


def test_an_application_that_bears_a_name_goes_before_one_whose_messages_do(log: SqliteLog) -> None:
    """It is what the user sees."""
    assert came(log, "one@x", "Acme", "Cook", label=Label.ACKNOWLEDGEMENT) == 1
    assert came(log, "two@x", "Acme", "Nurse", label=Label.ACKNOWLEDGEMENT) == 2
    application.rename(log, 1, application.Names(role="Baker"), now=LATER)
    application.rename(log, 2, application.Names(role="Cook"), now=LATER)
    assert came(log, "no@x", "Acme", "Cook") == 2


def test_a_shorter_name_in_a_message_does_not_lead_to_another_role(log: SqliteLog) -> None:
    """Two positions whose names begin alike stay two."""
    assert came(log, "one@x", "Acme", "Backend Engineer Payments", label=Label.ACKNOWLEDGEMENT) == 1
    assert came(log, "two@x", "Acme", "Backend Engineer", label=Label.INTERVIEW) == 1
    assert came(log, "no@x", "Acme", "Backend Engineer Search") == 2


# -- told again


def test_one_rejection_from_two_senders_is_one(log: SqliteLog) -> None:
    """It is counted once, stands on the timeline twice, and has one debrief."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    again = log.record(judged("again@x", application=number, date=NOON + days(1), repeats=first), at=NOON)
    assert [one.id for one in log.rejections()] == [first]
    assert [one.repeats for one in log.application(number).events] == [None, first]
    with pytest.raises(UnknownIdError, match=f"tells again what message {first} tells"):
        log.rejection(again)
    log.set_label(first, Label.OTHER, by="user", at=LATER)
    assert [one.id for one in log.rejections()] == [again]


def test_what_says_more_stands_for_both(log: SqliteLog) -> None:
    """The second one brought the feedback; forgetting it leaves the first."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    more = log.record(judged("more@x", application=number, facts=FULL_FACTS), at=NOON)
    assert (log.feedback(first), log.feedback(more)) == ((), FULL_FACTS.feedback)
    log.put_first(more, before=first)
    assert [one.id for one in log.rejections()] == [more]
    log.forget([more])
    assert [one.id for one in log.rejections()] == [first]


def test_a_repeat_that_is_put_into_another_application_counts_by_itself(log: SqliteLog) -> None:
    """The user says that they were two; an undo says that they are one."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    again = log.record(judged("again@x", application=number, repeats=first), at=NOON)
    log.split_message(again, "Acme", "Engineer (second)", by_hand=True, at=LATER)
    assert [one.id for one in log.rejections()] == [first, again]
    assert log.rejection(again).role == "Engineer (second)"
    assert log.application_of(again).events[0].repeats is None
    log.undo_change(at=LATER)
    assert [one.id for one in log.rejections()] == [first]
    assert log.told_by(again) == first


def test_of_three_tellings_the_next_one_counts_where_the_first_is_none(log: SqliteLog) -> None:
    """Three letters about one end are one rejection, whichever of them the user takes out."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    second, third = (
        log.record(judged(f"{name}@x", application=number, repeats=first), at=NOON) for name in ("second", "third")
    )
    log.set_label(first, Label.OTHER, by="user", at=LATER)
    assert [one.id for one in log.rejections()] == [second]
    assert [log.told_by(one) for one in (first, second, third)] == [None, None, second]
    with pytest.raises(UnknownIdError, match=f"tells again what message {second} tells"):
        log.rejection(third)


def test_two_tellings_stay_one_where_the_first_is_forgotten(log: SqliteLog) -> None:
    """The earliest that is left counts, until it is forgotten, too."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    late, early = (
        log.record(judged(f"{day}@x", application=number, date=NOON + days(day), repeats=first), at=NOON)
        for day in (2, 1)
    )
    log.forget([first])
    assert [one.id for one in log.rejections()] == [early]
    assert log.told_by(late) == early
    log.forget([early])
    assert [one.id for one in log.rejections()] == [late]


def test_where_the_first_telling_is_forgotten_mail_counts_before_what_was_written_by_hand(log: SqliteLog) -> None:
    """Though they rang before they wrote again: the user's entry tells no more than mail does."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    entry = Entry("", "", NOON + days(1), Label.REJECTION, "They rang.", application=number)
    rang = log.add_by_hand(entry, at=LATER).message
    again = log.record(judged("again@x", application=number, date=NOON + days(2), repeats=first), at=LATER)
    assert rang is not None
    assert log.told_by(rang) == first
    log.forget([first])
    assert [one.id for one in log.rejections()] == [again]
    assert log.told_by(rang) == again


def test_what_says_more_is_told_already_where_a_letter_about_any_telling_has_left(log: SqliteLog) -> None:
    """Not only where it was about the first of them."""
    number = log.open_application("Acme", "Engineer")
    first = log.record(judged("first@x", application=number), at=NOON)
    log.record(judged("again@x", application=number, date=NOON + days(1), repeats=first), at=NOON)
    more = judged("more@x", facts=FULL_FACTS, date=NOON + days(2))
    assert not place(log, more, log.applications()).is_told
    log.owe(LetterKind.DEBRIEF, "again@x", NOON)
    log.sent(claimed(log), at=NOON)
    placed = place(log, more, log.applications())
    assert (placed.replaces, placed.is_told) == (first, True)


@pytest.mark.parametrize(
    ("label", "role", "job_mail", "begins"),
    [
        (Label.INTERVIEW, "", 0.8, False),
        (Label.INTERVIEW, "", 0.95, True),
        (Label.INTERVIEW, "Chef", 0.8, True),
        (Label.ACKNOWLEDGEMENT, "", 0.6, False),
        (Label.REJECTION, "", 0.95, True),
        (Label.REJECTION, "Chef", 0.5, True),
        (Label.REJECTION, "", 0.85, True),
        (Label.REJECTION, "", 0.7, False),
    ],
)
def test_what_may_be_ordinary_mail_begins_no_application(
    log: SqliteLog, label: Label, role: str, job_mail: float, *, begins: bool
) -> None:
    """A talk announced on a list is no interview; the user's own label leaves no doubt."""
    told = judged("new@x", label=label, facts=Facts("Acme", role))
    told = replace(told, verdict=replace(told.verdict, job_mail=job_mail))
    assert (place(log, told, log.applications()).application is not None) is begins
    labelled = replace(told, message=replace(told.message, message_id="other@x"), facts=Facts("Bolt", role))
    assert place(log, labelled, log.applications(), label=label).application is not None


def test_what_may_be_ordinary_mail_is_told_with_the_application_that_is_there(log: SqliteLog) -> None:
    """An unsure invitation of a company that the user applied at stands on that application's timeline."""
    number = log.open_application("Acme", "Engineer")
    log.record(judged("first@x", label=Label.ACKNOWLEDGEMENT, application=number), at=NOON)
    told = judged("new@x", label=Label.INTERVIEW, facts=Facts("Acme"))
    told = replace(told, verdict=replace(told.verdict, job_mail=0.6))
    assert place(log, told, log.applications()).application == number


def test_a_rejection_out_of_the_blue_that_may_be_ordinary_mail_is_asked_about(log: SqliteLog) -> None:
    """A journey that is called off owes no letter; where an application is known, the same words end it."""
    told = judged("new@x", facts=Facts("Acme"))
    told = replace(told, verdict=replace(told.verdict, job_mail=0.7))
    assert place(log, told, log.applications()).verdict.decision is Decision.UNCERTAIN
    assert place(log, told, log.applications(), label=Label.REJECTION).verdict.is_rejection
    number = log.open_application("Acme", "Engineer")
    placed = place(log, told, [one for one in log.applications() if one.id == number])
    assert (placed.application, placed.verdict.is_rejection) == (number, True)


def test_a_rejection_out_of_the_blue_is_sooner_asked_about_from_an_address_that_anybody_may_have(
    log: SqliteLog,
) -> None:
    """That a sofa is gone comes from such an address; who names company and role speaks of a job from there, too."""
    told = judged("new@x", facts=Facts("Acme"))
    told = replace(told, verdict=replace(told.verdict, job_mail=0.85))
    assert place(log, told, []).verdict.is_rejection
    from_anybody = replace(told, facts=replace(told.facts, from_free_mail=True))
    assert place(log, from_anybody, []).verdict.decision is Decision.UNCERTAIN
    named = replace(from_anybody, facts=replace(from_anybody.facts, role="Chef"))
    assert place(log, named, []).verdict.is_rejection


def test_an_advert_on_a_list_begins_no_application(log: SqliteLog) -> None:
    """It approaches nobody in particular; the same words to the user alone do."""
    advert = judged("new@x", label=Label.OUTREACH, facts=Facts("Acme", "Chef"))
    listed = replace(advert, message=replace(advert.message, facts={"list-id": "<chefs.example>"}))
    assert place(log, listed, []).application is None
    assert place(log, advert, []).application is not None


def test_a_person_who_names_no_company_begins_an_application_for_the_role(log: SqliteLog) -> None:
    """Small firms write from an address that anybody may have; a system's address is of no use."""
    told = judged("new@x", label=Label.ACKNOWLEDGEMENT, facts=Facts("", "Chef", answerable=True))
    assert place(log, replace(told, facts=Facts("", "Chef")), []).application is None
    elsewhere = replace(told, facts=replace(told.facts, recruiter=Address("", "ann@larch.example")))
    assert place(log, elsewhere, []).application is None, "a system writes for many, and is not known again"
    number = place(log, told, []).application
    assert number is not None
    log.record(replace(told, application=number), at=NOON)
    again = judged("no@x", facts=Facts("Larch Farm", "Chef", answerable=True))
    placed = place(log, again, log.applications())
    assert placed.application == number
    log.record(placed, at=NOON)
    assert log.application(number).company == "Larch Farm", "as soon as one of its messages says"


def test_what_an_agency_tells_of_a_client_is_told_by_the_name_of_the_client(log: SqliteLog) -> None:
    """The log lists what the user applied to."""
    number = log.open_application("Corvus", "Chef")
    log.record(judged("first@x", label=Label.OUTREACH, application=number, facts=Facts("Corvus", "Chef")), at=NOON)
    told = judged("no@x", facts=Facts("Acme", own_domain="acme.example"))
    placed = place(log, told, log.applications())
    assert (placed.application, placed.company) == (number, "Corvus")


def test_after_a_merger_the_new_name_is_what_the_message_says(log: SqliteLog) -> None:
    """Nobody at the new domain has spoken of the old name; what comes next names the new one alone."""
    number = log.open_application("Oldco", "Chef")
    log.record(
        judged("first@x", label=Label.ACKNOWLEDGEMENT, application=number, facts=Facts("Oldco", "Chef")), at=NOON
    )
    told = judged("no@x", facts=Facts("Newco", "Chef", own_domain="newco.example"), references=("first@x",))
    placed = place(log, told, log.applications())
    assert (placed.application, placed.company) == (number, "Newco")
