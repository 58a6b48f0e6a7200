"""One pass over mailboxes in memory: what is recorded, joined, owed, kept and skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from support.by_subject import BySubject
from support.mail import message

from pipeline import resources
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.applications.application import Stage
from pipeline.core.applications.changes import Entry
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Batch
from pipeline.core.plan import Policy
from pipeline.core.verdict import Label
from pipeline.errors import LogError, MailboxMissingError, MailboxUnreachableError, OverdueError, TransientError
from pipeline.tasks.application import answer
from pipeline.tasks.judge import Judge
from pipeline.tasks.rejudge import rejudge
from pipeline.tasks.run import Run, RunReport

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = NOON - timedelta(hours=2)
BODY = "Dear Robin,\n\nthis is about the role of {role} at {company}.\n\nKind regards,\nThe {company} team\n"


@pytest.fixture
def log() -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None) as log:
        yield log


def run_over(
    log: SqliteLog, *mailboxes: MemoryMailbox, now: datetime = NOON, left_out: Iterable[str] = (), **choices: object
) -> RunReport:
    """Make one pass."""
    parts = {
        "parser": MailParser(),
        "judge": Judge(BySubject(), resources.SENDERS),
        "log": log,
        "policy": Policy(),
        "look_back": lambda _: timedelta(days=90),
    }
    return Run(**{**parts, **choices})(mailboxes, now=now, left_out=left_out)


def mail(  # noqa: PLR0913 - each test names the few that it is about
    name: str,
    label: str,
    *,
    company: str = "Acme",
    role: str = "Data Engineer",
    date: datetime = NOON - timedelta(days=1),
    thread: str = "",
    body: str = BODY,
    sender: str = "",
) -> bytes:
    """Return a message that is judged to be of a label."""
    sender = sender or (f"{company} <jobs@{company.lower()}.example>" if company else "someone@people.example")
    raw = message(name, body.format(company=company, role=role), sender=sender, subject=f"Role {label}", date=date)
    return raw.replace(b"MIME-Version", f"In-Reply-To: <{thread}>\r\nMIME-Version".encode()) if thread else raw


def mailbox(*messages: bytes, name: str = "home/INBOX", date: datetime = NOON - timedelta(days=1)) -> MemoryMailbox:
    """Return a mailbox that holds these messages."""
    made = MemoryMailbox(name)
    for one in messages:
        made.append(one, date)
    return made


def owed(log: SqliteLog) -> list[tuple[str, str]]:
    """Return kind and subject matter of the letters owed."""
    return [(str(row["kind"]), str(row["about"])) for row in log.outbox()]


def test_a_rejection_is_logged_and_owes_a_debrief(log: SqliteLog) -> None:
    """Other mail is recorded and owes nothing; the report counts both."""
    report = run_over(log, mailbox(mail("no", "rejection"), mail("yes", "interview", company="Borealis")))
    assert [one.message_id for one in log.rejections()] == ["no@mail.example"]
    assert owed(log) == [("debrief", "no@mail.example")]
    assert (report.mailboxes, report.messages, len(report.rejections), len(report.letters)) == (1, 2, 1, 1)


def test_a_second_pass_over_the_same_mailbox_does_nothing(log: SqliteLog) -> None:
    """Neither judged nor recorded nor owed again."""
    box = mailbox(mail("no", "rejection"))
    run_over(log, box)
    classifier = BySubject()
    report = run_over(log, box, judge=Judge(classifier, resources.SENDERS), now=NOON + timedelta(hours=1))
    assert classifier.judged == []
    assert (report.messages, report.letters) == (0, [])
    assert len(owed(log)) == 1


@pytest.mark.parametrize("label", ["rejection", "other"])
@pytest.mark.parametrize("is_known", [True, False])
def test_another_message_under_a_message_id_in_use_is_no_copy(
    log: SqliteLog,
    label: str,
    is_known: bool,  # noqa: FBT001 - a table
) -> None:
    """Somebody's broken program, or somebody who guessed it: it is read all the same, and once."""
    first = mail("same", label, company="Borealis", date=NOON - timedelta(days=3))
    second = mail("same", "rejection", date=NOON - timedelta(days=1))
    if is_known:
        run_over(log, mailbox(first, name="home/Archive"))
    run_over(log, mailbox(first, second))
    assert [one.company for one in log.rejections()] == ["Borealis", "Acme"][label == "other" :]
    run_over(log, mailbox(first, second, name="home/All"), now=NOON + timedelta(hours=1))
    assert len(log.rejections()) == 1 + (label == "rejection")


def test_a_run_tells_how_far_it_is_and_holds_no_text_of_what_it_has_read(log: SqliteLog) -> None:
    """A first run through thousands of messages is not silent, and does not grow by each of them."""
    told: list[int] = []
    box = mailbox(*(mail(f"m{number}", "interview", company=f"C{number}") for number in range(120)))
    report = run_over(log, box, tell=told.append)
    assert told == sorted(told)
    assert (len(told) > 1, told[-1]) == (True, 120)
    assert {(one.text, one.message.text) for one in report.judged} == {("", "")}


FORWARD = "---------- Forwarded message ---------\nFrom: Acme <jobs@acme.example>\nSubject: Your role\n\n" + BODY


@pytest.mark.parametrize(
    ("sender", "to", "body", "is_sent", "is_judged"),
    [
        ("robin@home.example", "jobs@acme.example", BODY, False, False),
        ("robin@alias.example", "jobs@acme.example", BODY, True, False),
        ("robin@alias.example", "kim@friends.example", FORWARD, True, False),
        ("robin@alias.example", "robin@home.example", FORWARD, True, True),
        ("robin@home.example", "robin@home.example", FORWARD, True, True),
        ("robin@home.example", "robin+jobs@home.example", FORWARD, False, True),
        ("jobs@acme.example", "robin@home.example", BODY, False, True),
    ],
)
def test_what_the_user_sent_is_not_judged_where_all_mail_is_read(
    sender: str, to: str, body: str, *, is_sent: bool, is_judged: bool, log: SqliteLog
) -> None:
    """By its sender, or because the server says so; what is forwarded to the user's own address was hardly read yet."""
    box = MemoryMailbox("home/Everything")
    raw = mail("no", "rejection", sender=sender, body=body).replace(b"To: robin@home.example", f"To: {to}".encode())
    box.append(raw, LATER, is_sent=is_sent)
    report = run_over(log, box, own_addresses=frozenset({"robin@home.example"}))
    assert (report.messages, len(report.judged)) == (1, int(is_judged))


def test_messages_of_one_batch_see_each_other(log: SqliteLog) -> None:
    """An interview that was read a moment before its rejection counts towards the stage, as it would a day before."""
    run_over(
        log,
        mailbox(
            mail("ack", "acknowledgement", date=NOON - timedelta(days=9)),
            mail("talk", "interview", date=NOON - timedelta(days=5)),
            mail("no", "rejection", date=NOON - timedelta(days=1)),
        ),
    )
    (rejection,) = log.rejections()
    assert rejection.stage is Stage.INTERVIEW
    assert rejection.application is not None
    assert [one.label for one in rejection.application.events] == ["acknowledgement", "interview", "rejection"]


def test_a_reply_in_one_batch_is_joined_by_its_thread_alone(log: SqliteLog) -> None:
    """Even if it names neither company nor role."""
    bare = "Sorry, it is a no from us.\n"
    talk = mail("talk", "interview", date=NOON - timedelta(days=5))
    no = mail("no", "rejection", company="", thread="talk@mail.example", body=bare)
    run_over(log, mailbox(talk, no))
    (rejection,) = log.rejections()
    assert rejection.application is not None
    assert rejection.application.company == "Acme"
    assert rejection.stage is Stage.INTERVIEW


def test_order_in_the_mailbox_does_not_matter_within_a_batch(log: SqliteLog) -> None:
    """Messages that were moved about are placed by date."""
    talk = mail("talk", "interview", date=NOON - timedelta(days=5))
    no = mail("no", "rejection", date=NOON - timedelta(days=1))
    run_over(log, mailbox(no, talk))
    assert log.rejections()[0].stage is Stage.INTERVIEW


def test_a_new_application_after_a_rejection_is_another_one(log: SqliteLog) -> None:
    """Who applies again begins anew, even if one batch holds both."""
    run_over(
        log,
        mailbox(
            mail("ack", "acknowledgement", date=NOON - timedelta(days=9)),
            mail("no", "rejection", date=NOON - timedelta(days=7)),
            mail("again", "acknowledgement", date=NOON - timedelta(days=2)),
        ),
    )
    assert [len(one.events) for one in log.applications()] == [2, 1]


def test_stale_rejections_of_many_batches_share_one_summary(log: SqliteLog) -> None:
    """Named by the instant of the run, and counted once."""
    old = NOON - timedelta(days=30)
    box = mailbox(*(mail(f"no-{n}", "rejection", company=f"Firm{n}", date=old) for n in range(120)), date=old)
    report = run_over(log, box)
    assert owed(log) == [("summary", NOON.isoformat())]
    assert [one.kind for one in report.letters] == [LetterKind.SUMMARY]
    assert len(log.summarised(NOON.isoformat())) == 120


def test_an_uncertain_message_is_put_to_the_user_with_its_text(log: SqliteLog) -> None:
    """No debrief is owed; whatever its likeliest label, what a label would teach is kept."""
    run_over(log, mailbox(mail("u1", "unsure"), mail("u2", "unsure/other", company="Borealis")))
    assert [one.id for one in log.asked()] == [1, 2]
    assert owed(log) == []
    for number in (1, 2):
        log.set_label(number, Label.REJECTION, by="user", at=NOON)
    assert all("this is about the role" in one.text for one, _, _ in log.labelled())


def test_text_of_other_mail_is_not_kept_and_of_none_if_so_chosen(log: SqliteLog) -> None:
    """The private is private, and the rest is the user's choice."""
    run_over(log, mailbox(mail("private", "other"), mail("alert", "job_alert")))
    run_over(log, mailbox(mail("no", "rejection"), mail("u", "unsure/other"), name="home/B"), text_lasts=timedelta(0))
    assert [row["text"] or "" for row in log._rows("SELECT text FROM messages")] == [""] * 4


def test_a_text_goes_when_its_time_is_over_and_what_was_read_in_it_stays(log: SqliteLog) -> None:
    """Counted from when it was read, by a run that reads nothing new as well."""
    run_over(log, mailbox(mail("no", "rejection")), text_lasts=timedelta(days=30))
    evidence = log.rejection(1).evidence
    for later, kept in ((30, True), (31, False)):
        run_over(log, mailbox(), now=NOON + timedelta(days=later), text_lasts=timedelta(days=30))
        assert bool(log.kept(1).text) is kept
    assert log.rejection(1).evidence == evidence != ""


def test_without_a_limit_texts_stay_for_ever(log: SqliteLog) -> None:
    """The user is asked for nothing."""
    run_over(log, mailbox(mail("no", "rejection")))
    run_over(log, mailbox(), now=NOON + timedelta(days=3000))
    assert log.kept(1).text


def test_who_keeps_no_text_any_more_loses_those_of_before(log: SqliteLog) -> None:
    """The setting says what is kept, not what is added."""
    run_over(log, mailbox(mail("no", "rejection")))
    assert log.kept(1).text
    run_over(
        log, mailbox(mail("new", "rejection"), name="home/B"), now=NOON + timedelta(minutes=1), text_lasts=timedelta(0)
    )
    assert [row["text"] for row in log._rows("SELECT text FROM messages")] == [None, None]


def test_a_mailbox_that_cannot_be_read_does_not_stop_the_others(log: SqliteLog) -> None:
    """It stands among the faults with its name."""
    gone = mailbox(name="home/Gone")
    gone.remove()
    report = run_over(log, gone, mailbox(mail("no", "rejection")))
    assert [(name, type(error)) for name, error in report.faults] == [("home/Gone", MailboxMissingError)]
    assert report.mailboxes == 1
    assert len(log.rejections()) == 1


class Unreachable(MemoryMailbox):
    """A mailbox whose server does not answer."""

    def fetch_since(self, *_: object, **__: object) -> Iterator[Batch]:
        """Fail."""
        raise MailboxUnreachableError("It was not found.", hint="Check the host name.")


def test_a_mailbox_that_stays_unreachable_is_the_users_turn_once_a_day(log: SqliteLog) -> None:
    """A misspelt host would else end with 75 for ever, of which a schedule says nothing."""
    told = []
    for hour in range(60):
        mailbox = Unreachable("home/INBOX") if hour != 50 else MemoryMailbox("home/INBOX")
        report = run_over(log, mailbox, MemoryMailbox("work/INBOX"), now=NOON + timedelta(hours=hour))
        told += [(hour, error) for _, error in report.faults if not isinstance(error, TransientError)]
    assert [(hour, type(error)) for hour, error in told] == [(24, OverdueError), (48, OverdueError)]
    assert str(told[0][1]) == f"It was not found. It has been so since {NOON:%Y-%m-%d %H:%M} UTC."
    assert told[0][1].hint == "Check the host name."


def test_a_mailbox_that_was_left_out_stays_unread(log: SqliteLog) -> None:
    """Reading another mailbox alone, by name, does not begin the time anew for one that cannot be read."""
    run_over(log, Unreachable("home/Gone"))
    run_over(log, mailbox(), now=NOON + timedelta(hours=1), left_out=["home/Gone", "home/Fine"])
    assert log.unread_since("home/Gone") == (NOON, NOON + timedelta(hours=1))
    assert log.unread_since("home/Fine") is None
    run_over(log, mailbox(name="home/Gone"), now=NOON + timedelta(hours=2))
    assert log.unread_since("home/Gone") is None


def test_what_is_encrypted_is_no_silent_miss(log: SqliteLog) -> None:
    """It is counted as unreadable, with why, and is not judged by a subject that says nothing."""
    sealed = mail("no", "other").replace(b"text/plain; charset=utf-8", b"application/pkcs7-mime; name=smime.p7m")
    report = run_over(log, mailbox(sealed, mail("talk", "interview")))
    assert (len(report.judged), report.coverage.unreadable, log.coverage().unreadable) == (1, 1, 1)
    assert "S/MIME" in log.quarantined()[0].reason


def test_a_batch_is_written_whole_or_not_at_all(log: SqliteLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the cursor cannot move, no verdict, no letter and no application stays behind; the next pass does it all."""
    box = mailbox(mail("no", "rejection"), b"\0" * 300)

    def full(*_: object, **__: object) -> None:
        raise LogError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(log, "advance", full)
        report = run_over(log, box)
    assert [type(error) for _, error in report.faults] == [LogError]
    assert (report.messages, report.judged, report.letters) == (0, [], [])
    assert (log.rejections(), owed(log), log.quarantined(), log.applications(), log.cursor("home/INBOX")) == (
        [],
        [],
        [],
        [],
        None,
    )
    run_over(log, box)
    assert len(log.rejections()) == len(owed(log)) == len(log.quarantined()) == 1


def test_the_look_back_of_each_mailbox_is_its_own(log: SqliteLog) -> None:
    """A mailbox that was never read is not read further back than its account says."""
    old = NOON - timedelta(days=40)
    near, far = (mailbox(mail(name, "other", date=old), name=f"{name}/INBOX", date=old) for name in ("near", "far"))
    report = run_over(log, near, far, look_back=lambda name: timedelta(days=30 if name == "near/INBOX" else 90))
    assert [one.message.message_id for one in report.judged] == ["far@mail.example"]


@pytest.mark.parametrize("days", [0, 7])
def test_a_mailbox_that_was_rebuilt_is_read_from_where_it_was_read_to(log: SqliteLog, days: int) -> None:
    """However long ago that was; what the first run left out as too old stays out, and nothing is read twice."""
    look_back = {"look_back": lambda _: timedelta(days=days)}
    box = mailbox(mail("old", "rejection", company="Old"), date=NOON - timedelta(days=40))
    box.append(mail("known", "rejection"), NOON)
    run_over(log, box, **look_back)
    box.append(mail("new", "rejection", company="Borealis"), NOON + timedelta(days=1))
    box.append(mail("slow", "rejection", company="Corvus"), NOON - timedelta(hours=12))  # by a clock that is behind
    box.reset()
    report = run_over(log, box, now=NOON + timedelta(days=20), **look_back)
    assert [one.message.message_id for one in report.judged] == ["new@mail.example", "slow@mail.example"]
    assert [one.message_id for one in log.rejections()] == [f"{one}@mail.example" for one in ("known", "new", "slow")]


def test_since_reads_again_and_never_skips_what_is_new(log: SqliteLog) -> None:
    """What arrived behind the cursor and before that day is read all the same."""
    box = mailbox(mail("first", "other"), date=NOON - timedelta(days=10))
    run_over(log, box)
    box.append(mail("late", "rejection"), NOON - timedelta(days=5))
    run_over(log, box, since=NOON - timedelta(days=1))
    assert [one.message_id for one in log.rejections()] == ["late@mail.example"]
    assert log.cursor("home/INBOX").uid == 2


def test_a_letter_of_ours_is_never_judged(log: SqliteLog) -> None:
    """Known by the domain of its Message-ID even where the log was lost."""
    letter = mail("x", "rejection").replace(b"<x@mail.example>", b"<0123456789abcdef@afterword.invalid>")
    report = run_over(log, mailbox(letter))
    assert (report.messages, report.judged) == (1, [])


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["rejection", "interview", "other", "unsure", "acknowledgement"]), max_size=12),
    st.lists(st.integers(0, 12), max_size=3),
    st.integers(1, 6),
)
def test_however_messages_come_each_is_recorded_once(labels: list[str], stops: list[int], companies: int) -> None:
    """In one pass or in several, with copies in a second mailbox: the same rejections, letters and counts."""
    raws = [mail(f"m{n}", label, company=f"Firm{n % companies}") for n, label in enumerate(labels)]
    with SqliteLog.open(None) as log:
        box, copies = mailbox(), mailbox(name="home/Copies")
        for place in range(len(raws) + 1):
            if place in stops:
                run_over(log, box, copies)
            for one in raws[place : place + 1]:
                box.append(one, NOON)
                copies.append(one, NOON)
        run_over(log, copies, box)
        expected = sorted(f"m{n}@mail.example" for n, label in enumerate(labels) if label == "rejection")
        judged = log._rows("SELECT message_id FROM verdicts WHERE is_rejection ORDER BY message_id")
        assert [row["message_id"] for row in judged] == expected
        # What one company says twice is told once.
        assert sorted(about for _, about in owed(log)) == sorted(one.message_id for one in log.rejections())
        assert bool(log.rejections()) == bool(expected)
        assert log.coverage().messages == max(len(raws), log.coverage().messages)
        assert len(log._rows("SELECT 1 FROM messages")) == len(raws)
        assert len(log.asked()) == labels.count("unsure")


# -- which application


ECHO = NOON - timedelta(hours=20)


def test_an_ambiguous_match_is_asked_and_never_guessed(log: SqliteLog) -> None:
    """Two open roles at one company, and a rejection that names neither."""
    bare = "Dear Robin,\n\nwe decided against your application to {company}.\n\nThe {company} team\n"
    engineer = mail("one", "acknowledgement", date=NOON - timedelta(days=9))
    chef = mail("two", "acknowledgement", role="Chef", date=NOON - timedelta(days=8))
    report = run_over(log, mailbox(engineer, chef, mail("no", "rejection", body=bare)))
    (question,) = log.questions()
    assert [one.role for one in question.candidates] == ["Data Engineer", "Chef"]
    assert [one.message.message_id for one in report.unmatched] == ["no@mail.example"]
    assert len(log.applications()) == 2
    assert owed(log) == [("debrief", "no@mail.example")]


def test_later_messages_go_by_the_name_that_the_user_gave(log: SqliteLog) -> None:
    """The old spelling joins the renamed application, and is logged under the new name."""
    run_over(log, mailbox(mail("ack", "acknowledgement", company="Cobot", date=NOON - timedelta(days=9))))
    (application,) = log.applications()
    log.rename_application(application.id, "Collaborative Robotics", application.role, at=NOON)
    run_over(log, mailbox(mail("no", "rejection", company="Cobot"), name="home/Other"))
    (rejection,) = log.rejections()
    assert rejection.company == "Collaborative Robotics"
    assert rejection.application is not None
    assert rejection.application.id == application.id


def test_a_second_message_about_the_same_end_owes_no_second_debrief(log: SqliteLog) -> None:
    """The system and the recruiter write within days; both stand on the timeline."""
    report = run_over(log, mailbox(mail("system", "rejection"), mail("person", "rejection", date=ECHO)))
    assert owed(log) == [("debrief", "system@mail.example")]
    assert [one.message_id for one in log.rejections()] == ["system@mail.example"]
    assert len(log.applications()[0].events) == 2
    assert report.coverage.rejections == 1


LITTLE = "Other candidates had more experience with dbt."
MUCH = "Your presentation ran over time and lost its thread. I would practise telling the result first."


@pytest.mark.parametrize(
    ("system", "person", "counts"),
    [("", MUCH, "person"), (LITTLE, MUCH, "person"), (MUCH, LITTLE, "system"), (LITTLE, LITTLE, "system")],
)
def test_of_two_tellings_the_one_with_more_feedback_counts(
    log: SqliteLog, system: str, person: str, counts: str
) -> None:
    """What a person took the time to write is not lost behind the line of a form."""
    run_over(
        log,
        mailbox(
            mail("system", "rejection", body=f"{system}\n\n{BODY}"),
            mail("person", "rejection", date=ECHO, body=f"{person}\n\n{BODY}"),
        ),
    )
    (rejection,) = log.rejections()
    assert rejection.message_id == f"{counts}@mail.example"


def test_late_feedback_in_the_thread_of_a_rejection_is_no_second_one(log: SqliteLog) -> None:
    """They were asked, and took a month: it counts once, with all that they said, and no letter speaks of two."""
    first = mail("no", "rejection", date=NOON - timedelta(days=40))
    late = mail("late", "rejection", date=NOON - timedelta(days=8), body=f"{MUCH}\n\n{BODY}", thread="no@mail.example")
    run_over(log, mailbox(first, late))
    (rejection,) = log.rejections()
    assert (rejection.message_id, rejection.earlier) == ("late@mail.example", 0)


def test_of_two_tellings_the_one_that_came_after_a_meeting_counts(log: SqliteLog) -> None:
    """A form knows nothing of a call that was arranged by telephone."""
    met = f"Thank you for coming to the interview on Tuesday.\n\n{BODY}"
    run_over(log, mailbox(mail("system", "rejection"), mail("person", "rejection", date=ECHO, body=met)))
    (rejection,) = log.rejections()
    assert (rejection.message_id, rejection.stage) == ("person@mail.example", Stage.INTERVIEW)


@pytest.mark.parametrize(("label", "stage"), [("interview", Stage.INTERVIEW), ("assessment", Stage.ASSESSMENT)])
def test_a_meeting_that_is_read_after_the_rejection_came_before_it_all_the_same(
    log: SqliteLog, label: str, stage: Stage
) -> None:
    """Invitations are filed in an archive, which is read behind the INBOX."""
    archive = mailbox(mail("talk", label, date=NOON - timedelta(days=9)), name="home/Archive")
    run_over(log, mailbox(mail("no", "rejection")), archive)
    assert [one.stage for one in log.rejections()] == [stage]
    run_over(log, mailbox(mail("late", "interview", date=NOON - timedelta(hours=1)), name="home/Other"))
    assert [one.stage for one in log.rejections()] == [stage]


def test_a_rejection_after_another_interview_is_one_of_its_own(log: SqliteLog) -> None:
    """They took it back, talked again, and declined again."""
    talk = mail("talk", "interview", date=NOON - timedelta(days=3))
    first, last = mail("first", "rejection", date=NOON - timedelta(days=5)), mail("last", "rejection")
    run_over(log, mailbox(first, talk, last))
    assert [one.message_id for one in log.rejections()] == ["first@mail.example", "last@mail.example"]
    assert [one.earlier for one in log.rejections()] == [0, 0]  # it is one application


def test_an_answer_to_a_rejection_after_another_interview_is_one_of_its_own(log: SqliteLog) -> None:
    """All three in one thread."""
    first = mail("first", "rejection", date=NOON - timedelta(days=50))
    talk = mail("talk", "interview", date=NOON - timedelta(days=30), thread="first@mail.example")
    run_over(log, mailbox(first, talk, mail("last", "rejection", thread="first@mail.example")))
    assert [one.message_id for one in log.rejections()] == ["first@mail.example", "last@mail.example"]


def test_two_rejections_for_two_positions_are_two(log: SqliteLog) -> None:
    """Within days of each other, from one company; the second one is told as well."""
    roles = ("C++ Developer", "C# Developer", "Software Engineer", "Software Engineer Payments")
    raws = [mail(f"no-{n}", "rejection", role=role, date=ECHO + timedelta(hours=n)) for n, role in enumerate(roles)]
    report = run_over(log, mailbox(*raws))
    assert [one.role for one in log.rejections()] == [*roles]
    assert [about for _, about in owed(log)] == [f"no-{n}@mail.example" for n in range(4)]
    assert report.coverage.rejections == 4


def test_mail_tells_what_the_user_wrote_down_by_hand(log: SqliteLog) -> None:
    """They called, then they wrote: it is one rejection, with the user's stage and the letter about the mail."""
    run_over(log, mailbox(mail("ack", "acknowledgement", date=NOON - timedelta(days=9))))
    (known,) = log.applications()
    called = Entry("", "", NOON - timedelta(days=3), Label.REJECTION, "They called.", Stage.INTERVIEW, known.id)
    log.add_by_hand(called, at=NOON)
    run_over(log, mailbox(mail("no", "rejection"), name="home/Other"))
    (rejection,) = log.rejections()
    assert (rejection.message_id, rejection.stage) == ("no@mail.example", Stage.INTERVIEW)
    assert owed(log) == [("debrief", "no@mail.example")]


def test_a_rejection_without_a_role_is_asked_about_and_may_tell_another_again(log: SqliteLog) -> None:
    """The person behind a system writes as well; the other application stays open until the user says otherwise."""
    bare = "Dear Robin,\n\nwe decided against your application to {company}.\n\nThe {company} team\n"
    known = [
        mail("one", "acknowledgement", date=NOON - timedelta(days=9)),
        mail("two", "acknowledgement", role="Chef", date=NOON - timedelta(days=8)),
        mail("system", "rejection", date=NOON - timedelta(days=3)),
    ]
    run_over(log, mailbox(*known, mail("person", "rejection", body=bare)))
    assert [one.is_open for one in log.applications()] == [False, True]
    answer(log, 4, 1, now=NOON)
    assert [one.message_id for one in log.rejections()] == ["system@mail.example"]
    assert log.applications()[1].is_open


def test_a_hint_from_an_employer_with_whom_an_application_is_is_put_to_the_user(log: SqliteLog) -> None:
    """By itself it says too little; nobody is written a letter about it, and it belongs to its application."""
    hint = mail("hint", "hint", sender="Rita Moss <rita@acme.example>", date=LATER)
    report = run_over(log, mailbox(mail("ack", "acknowledgement"), hint))
    assert [one.message.message_id for one in report.uncertain] == ["hint@mail.example"]
    assert [one.subject for one in log.asked()] == ["Role hint"]
    assert not owed(log)
    (application,) = log.applications()
    assert application.is_open


def test_what_hardly_hints_at_an_end_is_let_pass_even_from_an_employer(log: SqliteLog) -> None:
    """Below half of the lower line; else every second message of an employer would be asked about."""
    trace = mail("trace", "trace", sender="Rita Moss <rita@acme.example>", date=LATER)
    assert not run_over(log, mailbox(mail("ack", "acknowledgement"), trace)).uncertain


@pytest.mark.parametrize(
    "sender",
    [
        "Acme <billing@acme.example>",
        "Acme <no-reply@acme.example>",
        "Customer Care <customer.care@acme.example>",
    ],
)
def test_what_no_person_writes_from_an_employers_domain_is_judged_by_itself(log: SqliteLog, sender: str) -> None:
    """A refused parking permit, a cancelled order and a statement come from the same town, shop and bank."""
    ack = mail("ack", "acknowledgement", sender="Acme <no-reply@acme.example>")
    body = "Hello Robin,\n\nyour order could not be packed.\n\nAcme"
    run_over(log, mailbox(ack, mail("order", "vague", sender=sender, body=body, date=LATER)))
    assert log.message(log.number_of("order@mail.example"))["label"] == "other"
    assert [len(one.events) for one in log.applications()] == [1]


def test_what_goes_to_a_list_is_judged_by_itself(log: SqliteLog) -> None:
    """The office that took the application sends the newsletter as well."""
    news = mail("news", "hint", date=LATER).replace(b"MIME-Version", b"List-Id: <news.acme.example>\r\nMIME-Version")
    report = run_over(log, mailbox(mail("ack", "acknowledgement"), news))
    assert not report.uncertain


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("rejection",),
        ("acknowledgement", "rejection"),
        ("other",),
    ],
)
def test_a_hint_outside_of_a_running_application_is_let_pass(log: SqliteLog, before: tuple[str, ...]) -> None:
    """Nobody is asked about the newsletters of those whom an application was with long ago, or never."""
    earlier = [mail(f"{place}", label, date=NOON - timedelta(days=9 - place)) for place, label in enumerate(before)]
    report = run_over(log, mailbox(*earlier, mail("hint", "hint", sender="Rita Moss <rita@acme.example>")))
    assert not report.uncertain


def test_a_model_that_judges_anew_asks_about_hints_all_the_same(log: SqliteLog) -> None:
    """What was asked for the sake of its application is not dropped because the message by itself says too little."""
    run_over(log, mailbox(mail("ack", "acknowledgement"), mail("hint", "hint", date=LATER)))
    assert not rejudge(log, Judge(BySubject(), resources.SENDERS), policy=Policy(), now=NOON)
    assert [one.subject for one in log.asked()] == ["Role hint"]


def test_what_an_employer_writes_while_an_application_runs_is_job_mail_sooner(log: SqliteLog) -> None:
    """An invitation to nobody knows what is one to an interview, and its words are kept."""
    vague = mail("vague", "vague", sender="Rita Moss <rita@acme.example>", date=LATER)
    alone = mail("alone", "vague", sender="Rita Moss <rita@elsewhere.example>", date=LATER)
    run_over(log, mailbox(mail("ack", "acknowledgement"), vague, alone))
    (application,) = log.applications()
    assert [one.label for one in application.events] == [Label.ACKNOWLEDGEMENT, Label.INTERVIEW]
    assert log.kept(log.number_of("vague@mail.example")).text
    assert log.message(log.number_of("alone@mail.example"))["label"] == "other"


def test_what_a_person_calls_the_role_besides_is_not_what_they_turned_down(log: SqliteLog) -> None:
    """They wrote about one application alone: the letter speaks of its role, and its timeline tells the stage."""
    rita = "Rita Moss <rita@acme.example>"
    talk = mail("talk", "interview", sender=rita, date=NOON - timedelta(days=5))
    run_over(log, mailbox(mail("ack", "acknowledgement", date=NOON - timedelta(days=9)), talk))
    run_over(log, mailbox(mail("no", "rejection", role="Ferryman", sender=rita, date=LATER), name="home/Archive"))
    (application,) = log.applications()
    (rejection,) = log.rejections()
    assert (rejection.role, rejection.stage, application.is_open) == ("Data Engineer", Stage.INTERVIEW, False)
