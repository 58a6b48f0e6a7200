"""The user's label: final, and what it owes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from support.by_subject import BySubject
from support.log_examples import NOON, claimed, days, judged
from support.sure import sure_judge

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Judged, Stage
from pipeline.core.applications.changes import Entry
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Address
from pipeline.core.plan import Policy
from pipeline.core.verdict import Decision, Label
from pipeline.errors import UnknownIdError
from pipeline.resources import SENDERS
from pipeline.tasks.application import add
from pipeline.tasks.judge import Judge
from pipeline.tasks.label import Given, label, label_thread, withdraw
from pipeline.tasks.place import place


@pytest.fixture
def log() -> Iterator[SqliteLog]:
    """Give a log with an interview, an uncertain message and an old one."""
    with SqliteLog.open(None) as log:
        log.record(judged("talk@x", label=Label.INTERVIEW), at=NOON)
        log.record(judged("unsure@x", decision=Decision.UNCERTAIN), at=NOON)
        log.record(judged("old@x", label=Label.STATUS_UPDATE, date=NOON - days(15)), at=NOON)
        yield log


def owed(log: SqliteLog) -> list[object]:
    """Return what the letters owed are about, and when they are due."""
    return [(row["about"], row["due"]) for row in log.outbox()]


def gives(log: SqliteLog, number: int, chosen: Label, judge: Judge) -> Given:
    """Give a message a label that it does not have yet."""
    given = label(log, number, chosen, policy=Policy(), now=NOON, judge=judge)
    assert given is not None
    return given


@pytest.mark.parametrize(("number", "name"), [(1, "talk@x"), (2, "unsure@x")])
def test_a_fresh_message_labelled_a_rejection_owes_its_debrief(log: SqliteLog, number: int, name: str) -> None:
    """After the same pause as one that the model found, and once."""
    policy = Policy(debrief_after=timedelta(hours=2))
    for later in (0, 1):
        label(log, number, Label.REJECTION, policy=policy, now=NOON + days(later), judge=sure_judge())
    assert owed(log) == [(name, NOON + timedelta(hours=2))]
    assert [one.message_id for one in log.rejections()] == [name]


def test_an_old_one_is_logged_and_owes_nothing(log: SqliteLog) -> None:
    """Nobody wants a debrief about last spring."""
    label(log, 3, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []
    assert [one.message_id for one in log.rejections()] == ["old@x"]


def test_one_of_just_a_fortnight_ago_is_no_old_one(log: SqliteLog) -> None:
    """The last moment counts, as with what the model finds."""
    number = log.record(judged("fortnight@x", label=Label.STATUS_UPDATE, date=NOON - days(14)), at=NOON)
    label(log, number, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())
    assert [about for about, _ in owed(log)] == ["fortnight@x"]


def test_without_debriefs_no_label_owes_one(log: SqliteLog) -> None:
    """The user's choice holds for labels too."""
    label(log, 1, Label.REJECTION, policy=Policy(debriefs=False), now=NOON, judge=sure_judge())
    assert owed(log) == []


@pytest.mark.parametrize("chosen", [one for one in Label if one is not Label.REJECTION])
def test_any_other_label_owes_nothing_and_settles_the_question(log: SqliteLog, chosen: Label) -> None:
    """The message is not asked about again."""
    label(log, 2, chosen, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []
    assert log.asked() == []
    assert log.rejections() == []


def test_an_unknown_number_changes_nothing(log: SqliteLog) -> None:
    """It is an error that names it."""
    with pytest.raises(UnknownIdError, match="no message 99"):
        label(log, 99, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())
    assert owed(log) == []


def test_a_missed_rejection_is_read_again_for_what_it_says(log: SqliteLog) -> None:
    """What the model took for an invitation has the facts of a rejection once the user says that it is one."""
    log.record(
        judged("missed@x", label=Label.INTERVIEW, text="After your interview we chose another candidate."), at=NOON
    )

    label(log, 4, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())

    found = log.rejection(4)
    assert found.stage is Stage.INTERVIEW
    assert found.evidence == "After your interview we chose another candidate."


def test_what_was_told_again_gets_its_letter_though_its_application_was_taken_away(log: SqliteLog) -> None:
    """Once the other is none; unless a letter about the two has left."""
    first = log.record(judged("first@x"), at=NOON)
    again = log.record(judged("again@x", repeats=first), at=NOON)
    label(log, first, Label.OTHER, policy=Policy(), now=NOON, judge=sure_judge())
    assert [about for about, _ in owed(log)] == ["again@x"]
    assert log.tellings(first) == [(first, "first@x"), (again, "again@x")]


def test_a_rejection_that_tells_another_again_can_be_labelled_one_and_owes_nothing(log: SqliteLog) -> None:
    """The user agrees with what is logged; the letter about the first one is about both."""
    first = log.record(judged("first@x"), at=NOON)
    again = log.record(judged("again@x", repeats=first), at=NOON)

    label(log, again, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())

    assert log.message(again)["user_label"] == "rejection"
    assert log.told_by(again) == first
    assert owed(log) == []


# -- how far it had come


def told_at(log: SqliteLog, stated: Stage) -> tuple[int, int]:
    """Log an application with a message and then a rejection that states a stage, and return their numbers."""
    application = log.open_application("Acme", "Engineer")
    earlier = judged("before@x", label=Label.STATUS_UPDATE, date=NOON - days(3), application=application)
    no = judged("no@x", facts=Facts("Acme", stage=stated), application=application)
    return log.record(earlier, at=NOON), log.record(no, at=NOON)


def test_what_is_labelled_an_interview_tells_how_far_a_rejection_came_and_taken_back_no_longer_does(
    log: SqliteLog,
) -> None:
    """However often the user thinks otherwise, by a label or by taking it back."""
    earlier, no = told_at(log, Stage.APPLICATION)
    for chosen, stage in [
        (Label.INTERVIEW, Stage.INTERVIEW),
        (Label.OTHER, Stage.APPLICATION),
        (Label.ASSESSMENT, Stage.ASSESSMENT),
    ]:
        given = gives(log, earlier, chosen, sure_judge())
        assert log.rejection(no).stage is stage
    withdraw(log, earlier, given, now=NOON, judge=sure_judge())
    assert log.rejection(no).stage is Stage.APPLICATION


def test_what_a_rejection_says_itself_stays_whatever_stood_before_it(log: SqliteLog) -> None:
    """It was told after an interview, of which no message is left."""
    earlier, no = told_at(log, Stage.INTERVIEW)
    for chosen in (Label.INTERVIEW, Label.STATUS_UPDATE):
        label(log, earlier, chosen, policy=Policy(), now=NOON, judge=sure_judge())
        assert log.rejection(no).stage is Stage.INTERVIEW


def test_a_stage_that_the_user_wrote_down_stays(log: SqliteLog) -> None:
    """They know of a call that no message tells of."""
    earlier, no = told_at(log, Stage.UNKNOWN)
    entry = Entry("", "", NOON, Label.REJECTION, "", Stage.INTERVIEW, log.application_of(no).id)
    add(log, entry, now=NOON)
    for chosen in (Label.ASSESSMENT, Label.OTHER):
        label(log, earlier, chosen, policy=Policy(), now=NOON, judge=sure_judge())
    assert log.rejection(no).stage is Stage.INTERVIEW


# -- its application


def candidacy(log: SqliteLog, *messages: Judged) -> tuple[int, ...]:
    """Log messages on the timeline of an application of their own, and return their numbers."""
    application = log.open_application("Acme", "Engineer")
    return tuple(log.record(replace(one, application=application), at=NOON) for one in messages)


@pytest.mark.parametrize("chosen", [Label.OTHER, Label.JOB_ALERT])
def test_an_application_that_private_mail_alone_made_goes_with_its_label(log: SqliteLog, chosen: Label) -> None:
    """The refusal of a flat is no candidacy that waits for an answer; until all its mail is labelled, it might be."""
    numbers = candidacy(log, judged("flat@x"), judged("again@x"))

    label(log, numbers[0], chosen, policy=Policy(), now=NOON, judge=sure_judge())
    assert [len(one.events) for one in log.applications()] == [2]

    label(log, numbers[1], chosen, policy=Policy(), now=NOON, judge=sure_judge())
    assert log.applications() == []
    assert [log.message(number)["application"] for number in numbers] == [None, None]


def test_an_application_with_other_job_mail_or_a_name_of_the_users_stays(log: SqliteLog) -> None:
    """`other` is also said of an invitation that is no rejection: it stays on its timeline."""
    (invitation, _) = candidacy(log, judged("talk-2@x"), judged("thanks@x", label=Label.ACKNOWLEDGEMENT))
    (named,) = candidacy(log, judged("named@x"))
    log.rename_application(2, "Acme Oslo", "Engineer", at=NOON)

    for number in (invitation, named):
        label(log, number, Label.OTHER, policy=Policy(), now=NOON, judge=sure_judge())

    assert [(one.company, len(one.events)) for one in log.applications()] == [("Acme", 2), ("Acme Oslo", 1)]


def test_a_label_that_is_taken_back_brings_the_application_back(log: SqliteLog) -> None:
    """A slip of the finger costs nothing."""
    (number,) = candidacy(log, judged("slip@x", text="Hello,\n\nAcme has chosen another candidate as Engineer."))
    given = gives(log, number, Label.OTHER, sure_judge())

    withdraw(log, number, given, now=NOON, judge=sure_judge())

    assert log.message(number)["user_label"] is None
    assert [[event.id for event in one.events] for one in log.applications()] == [[number]]


def test_a_label_that_is_taken_back_leaves_the_one_before_it(log: SqliteLog) -> None:
    """A rejection that only the user knows for one stands in its application again."""
    text = "Hello,\n\nAcme has chosen another candidate as Engineer."
    number = log.record(judged("odd@x", label=Label.OTHER, decision=Decision.UNCERTAIN, text=text), at=NOON)
    judge = Judge(BySubject(), SENDERS)
    for chosen in (Label.REJECTION, Label.OTHER):
        given = gives(log, number, chosen, judge)

    withdraw(log, number, given, now=NOON, judge=judge)

    assert [[(event.id, event.label) for event in one.events] for one in log.applications()] == [
        [(number, Label.REJECTION)]
    ]


def test_a_rejection_that_is_taken_back_leaves_no_application_behind(log: SqliteLog) -> None:
    """Private mail that was called a rejection by a slip is private again."""
    text = "Hello,\n\nAcme has chosen another candidate as Engineer."
    number = log.record(judged("slip@x", label=Label.OTHER, decision=Decision.UNCERTAIN, text=text), at=NOON)
    judge = Judge(BySubject(), SENDERS)
    given = gives(log, number, Label.REJECTION, judge)
    assert len(log.applications()) == 1

    withdraw(log, number, given, now=NOON, judge=judge)

    assert log.applications() == []


def test_job_mail_that_was_missed_joins_its_application_with_its_label(log: SqliteLog) -> None:
    """An invitation that the user was asked about stands on the timeline, as one that the model knows."""
    (thanks,) = candidacy(log, judged("thanks@x", label=Label.ACKNOWLEDGEMENT))
    number = log.record(
        judged("talk-2@x", label=Label.OTHER, decision=Decision.UNCERTAIN, references=("thanks@x",)), at=NOON
    )

    label(log, number, Label.INTERVIEW, policy=Policy(), now=NOON, judge=sure_judge())

    (application,) = log.applications()
    assert [(event.id, event.label) for event in application.events] == [
        (thanks, Label.ACKNOWLEDGEMENT),
        (number, Label.INTERVIEW),
    ]
    assert log.rejections() == []


@pytest.mark.parametrize("is_sent", [False, True])
def test_the_rejection_behind_a_false_alarm_owes_its_debrief(log: SqliteLog, *, is_sent: bool) -> None:
    """It was held for the same news told again; unless a letter about both has left, it gets its own."""
    alarm, again = candidacy(log, judged("alarm@x"), judged("real@x"))
    log.put_first(alarm, before=again)
    log.owe(LetterKind.DEBRIEF, "alarm@x", NOON)
    if is_sent:
        log.sent(claimed(log, NOON), at=NOON)

    label(log, alarm, Label.ACKNOWLEDGEMENT, policy=Policy(), now=NOON, judge=sure_judge())

    assert [one.id for one in log.rejections()] == [again]
    assert [about for about, _ in owed(log)] == ([] if is_sent else ["real@x"])


def test_behind_a_false_alarm_nothing_is_owed_that_a_letter_has_told(log: SqliteLog) -> None:
    """Neither where the letter was about the one that says most, nor about a third."""
    alarm, *_, sent = candidacy(log, judged("alarm@x"), judged("again@x"), judged("sent@x"))
    for one in (alarm + 1, sent):
        log.put_first(alarm, before=one)
    log.owe(LetterKind.DEBRIEF, "sent@x", NOON)
    log.sent(claimed(log, NOON), at=NOON)

    label(log, alarm, Label.ACKNOWLEDGEMENT, policy=Policy(), now=NOON, judge=sure_judge())

    assert owed(log) == []


def test_a_thread_in_which_a_rejection_is_told_twice_can_be_labelled_otherwise(log: SqliteLog) -> None:
    """Neither of the two is owed a letter when it is none."""
    again, first = candidacy(log, judged("first@x", date=NOON - days(1)), judged("more@x", references=("first@x",)))
    log.put_first(first, before=again)

    assert label_thread(log, first, Label.INTERVIEW, policy=Policy(), now=NOON, judge=sure_judge()) == [again, first]

    assert (log.rejections(), owed(log)) == ([], [])


def test_a_thread_of_which_a_letter_has_told_owes_none(log: SqliteLog) -> None:
    """Called an interview by a slip, then a rejection again with all of its thread: it is the same news."""
    text = "Hello,\n\nAcme has chosen another candidate as Engineer."
    told, _ = candidacy(
        log,
        judged("told@x", text=text),
        judged("maybe@x", decision=Decision.UNCERTAIN, text=text, references=("told@x",)),
    )
    log.owe(LetterKind.DEBRIEF, "told@x", NOON)
    log.sent(claimed(log, NOON), at=NOON)

    label(log, told, Label.INTERVIEW, policy=Policy(), now=NOON, judge=sure_judge())
    label_thread(log, told, Label.REJECTION, policy=Policy(), now=NOON, judge=sure_judge())

    assert (len(log.rejections()), owed(log)) == (1, [])


def test_nobody_asks_where_private_mail_belongs(log: SqliteLog) -> None:
    """The question which of two applications it is about is settled with the label."""
    one, two = (log.open_application(name, "Engineer") for name in ("Acme", "Acme Labs"))
    number = log.record(judged("which@x"), at=NOON)
    log.ask_application(number, (one, two), at=NOON)
    label(log, number, Label.OTHER, policy=Policy(), now=NOON, judge=sure_judge())
    assert (log.questions(), log.unmatched()) == ([], 0)


def test_a_hint_whose_label_is_taken_back_is_asked_about_again(log: SqliteLog) -> None:
    """By itself it would be let pass, and nobody would ever be asked."""
    jobs = Address("Acme", "jobs@acme.example")
    ack = judged("ack@x", label=Label.ACKNOWLEDGEMENT, date=NOON - days(3))
    candidacy(log, replace(ack, message=replace(ack.message, sender=jobs)))
    hint = judged("hint@x", label=Label.OTHER, decision=Decision.UNCERTAIN, text="Hello,\n\nJonas signed today.")
    hint = replace(hint, message=replace(hint.message, sender=jobs, subject="A hint"))
    number, judge = log.record(hint, at=NOON), Judge(BySubject(), SENDERS)

    given = gives(log, number, Label.REJECTION, judge)
    withdraw(log, number, given, now=NOON, judge=judge)

    assert number in {one.id for one in log.asked()}


def test_what_is_asked_about_begins_an_application_when_the_user_has_said_what_it_is(log: SqliteLog) -> None:
    """The refusal of an overdraft is no second candidacy to which what comes next could belong."""
    judge = Judge(BySubject(), SENDERS)
    asked = judged("overdraft@x", decision=Decision.UNCERTAIN, text="Hello,\n\nAcme cannot offer you the product.")
    placed = place(log, asked, log.applications())
    assert (placed.application, log.applications()) == (None, [])
    number = log.record(placed, at=NOON)

    label(log, number, Label.REJECTION, policy=Policy(), now=NOON, judge=judge)
    assert [[event.id for event in one.events] for one in log.applications()] == [[number]]


@pytest.mark.parametrize("chosen", [Label.STATUS_UPDATE, Label.REJECTION, Label.INTERVIEW])
@pytest.mark.parametrize("subject", ["unsure", "unsure/other", "unsure/interview"])
def test_a_label_that_is_taken_back_leaves_an_uncertain_message_as_it_was(
    log: SqliteLog, chosen: Label, subject: str
) -> None:
    """No application is left that the label began, and no stage that it told; the message is asked about as before."""
    judge = Judge(BySubject(), SENDERS)
    text = "Hello,\n\nAcme has chosen another candidate as Engineer after your interview."
    message = replace(judged("maybe@x").message, subject=f"Acme {subject}", text=text)
    number = log.record(place(log, *judge([message]), log.applications()), at=NOON)
    before = log.message(number)

    given = gives(log, number, chosen, judge)
    assert log.message(number)["application"] is not None
    withdraw(log, number, given, now=NOON, judge=judge)

    assert log.message(number) == before
    assert log.applications() == []


def test_a_rejection_that_is_taken_back_says_again_what_it_said_before(log: SqliteLog) -> None:
    """An invitation in its application came at no stage; so it is if the user arranged the application by hand."""
    judge = Judge(BySubject(), SENDERS)
    message = replace(judged("talk-2@x").message, subject="Acme interview", text="We would like to interview you.")
    (number,) = candidacy(log, *judge([message]))
    log.rename_application(log.application_of(number).id, "Acme Oslo", "Engineer", at=NOON)
    before = log.message(number)

    given = gives(log, number, Label.REJECTION, judge)
    withdraw(log, number, given, now=NOON, judge=judge)

    assert log.message(number) == before


def test_an_application_that_the_user_arranged_stays_when_a_label_is_taken_back(log: SqliteLog) -> None:
    """Its name was given by hand after the label began it."""
    judge = Judge(BySubject(), SENDERS)
    message = replace(judged("maybe@x").message, subject="Acme unsure/other", text="Acme will tell you more in May.")
    number = log.record(place(log, *judge([message]), log.applications()), at=NOON)
    given = gives(log, number, Label.STATUS_UPDATE, judge)
    log.rename_application(log.application_of(number).id, "Acme Oslo", "", at=NOON)

    withdraw(log, number, given, now=NOON, judge=judge)

    assert [one.company for one in log.applications()] == ["Acme Oslo"]


@pytest.mark.parametrize("chosen", [Label.INTERVIEW, Label.REJECTION])
def test_a_label_that_is_taken_back_takes_its_message_out_of_the_application_that_it_joined(
    log: SqliteLog, chosen: Label
) -> None:
    """What stood on that timeline before stands there as before: its stages, and what it tells again."""
    judge = Judge(BySubject(), SENDERS)
    text = "Hello,\n\nAcme has chosen another candidate as Engineer after your interview, for want of experience."
    thanks = judged("thanks@x", label=Label.ACKNOWLEDGEMENT, date=NOON - days(3))
    no = judged("no@x", text="Hello,\n\nAcme has chosen another candidate.", date=NOON + days(1))
    candidacy(log, thanks, no)
    message = replace(judged("maybe@x", references=("thanks@x",)).message, subject="Acme unsure/other", text=text)
    number = log.record(*judge([message]), at=NOON)
    was = log.message(number), log.applications(), log.rejections(), _opened(log)
    assert was[0]["application"] is None

    given = gives(log, number, chosen, judge)
    assert log.message(number)["application"] is not None
    withdraw(log, number, given, now=NOON, judge=judge)

    assert (log.message(number), log.applications(), log.rejections(), _opened(log)) == was


def _opened(log: SqliteLog) -> list[str]:
    """Return when each application was opened."""
    return [str(row["opened_at"]) for row in log._rows("SELECT opened_at FROM applications ORDER BY id")]


@pytest.mark.parametrize("is_moved", [False, True])
def test_what_joined_an_application_by_a_label_alone_leaves_it_with_that_label(
    log: SqliteLog, *, is_moved: bool
) -> None:
    """As where it was filed into the wrong mailbox that teaches, and then into another; put there by hand, it stays."""
    judge = Judge(BySubject(), SENDERS)
    text = "Hello,\n\nAcme has chosen another candidate as Engineer after your interview."
    (thanks,) = candidacy(log, judged("thanks@x", label=Label.ACKNOWLEDGEMENT, date=NOON - days(3)))
    message = replace(judged("maybe@x", references=("thanks@x",)).message, subject="Acme unsure/other", text=text)
    number = log.record(*judge([message]), at=NOON)
    was = log.applications(), _opened(log)

    gives(log, number, Label.INTERVIEW, judge)
    assert len(log.application_of(thanks).events) == 2
    if is_moved:
        log.split_message(number, "Acme Oslo", "", by_hand=True, at=NOON)
        log.move_message(number, log.application_of(thanks).id, at=NOON)
    gives(log, number, Label.OTHER, judge)

    assert ((log.applications(), _opened(log)) == was) is not is_moved
    assert (number in {event.id for event in log.application_of(thanks).events}) is is_moved
