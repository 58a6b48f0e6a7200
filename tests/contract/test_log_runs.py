"""What every log says of runs and weeks, in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support.log_examples import FULL_FACTS, NOON, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import SILENCE, Facts, Reason, Stage
from pipeline.core.calendar import Week
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.digest import Coverage
from pipeline.core.message import Cursor, MessageKey, Unreadable
from pipeline.core.verdict import Decision, Label


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def test_coverage_says_what_was_read_in_a_span(log: SqliteLog) -> None:
    """Ended runs add up; one that read no mailbox is none, whatever it had saved; one that missed some is one."""
    assert log.coverage() == Coverage()
    for place, fault in enumerate(["", "network", ""]):
        moment = NOON + days(place)
        run = log.begin_run(at=moment)
        box = f"box {place}"
        log.record(judged(f"{place}@x", mailbox=box), at=moment)
        log.record(judged(f"u{place}@x", decision=Decision.UNCERTAIN, mailbox=box, uid=2), at=moment)
        log.quarantine(Unreadable(MessageKey("box 0", 7, 50 + place), f"q{place}@x", "no headers", 9), at=moment)
        read = Coverage(mailboxes=0 if fault else 2, messages=10, unreadable=1)
        log.end_run(run, read, at=moment, fault=fault or "box 9: CredentialError")
    log.begin_run(at=NOON + days(2))
    assert log.coverage() == Coverage(3, 30, 3, 3, 3, 2, NOON + days(2))
    assert log.coverage(start=NOON, end=NOON + days(2)) == Coverage(2, 20, 2, 2, 2, 1, NOON)
    assert log.coverage(start=NOON + days(3)) == Coverage()


def test_coverage_counts_what_a_crashed_run_had_saved(log: SqliteLog) -> None:
    """No silent miss: a run that never ended has still read these."""
    log.begin_run(at=NOON)
    log.record(judged(), at=NOON)
    log.record(judged("b@x", label=Label.OTHER, uid=2), at=NOON)
    assert log.coverage() == Coverage(mailboxes=1, messages=2, rejections=1)


def test_coverage_tells_what_is_older_from_what_came(log: SqliteLog) -> None:
    """A run that catches up reads rejections from before the span that it is counted in."""
    log.record(judged("old@x", date=NOON - days(20)), at=NOON)
    log.record(judged("new@x", date=NOON, uid=2), at=NOON)
    coverage = log.coverage(start=NOON - days(2), end=NOON + days(5))
    assert (coverage.rejections, coverage.older) == (2, 1)


def test_a_quiet_mailbox_was_read_all_the_same(log: SqliteLog) -> None:
    """A moved cursor is enough to count it, in the weeks from its first reading to its last."""
    log.advance(Cursor("INBOX", 7, 1), at=NOON)
    log.advance(Cursor("INBOX", 7, 1), at=NOON + days(14))
    assert log.coverage(start=NOON + days(7), end=NOON + days(14)).mailboxes == 1
    assert log.coverage(start=NOON - days(7), end=NOON).mailboxes == 0
    assert log.coverage(start=NOON + days(15)).mailboxes == 0


def test_a_week_holds_what_its_digest_needs(log: SqliteLog) -> None:
    """Its rejections, its other job mail by label, the open questions, twelve weeks of history, and all so far."""
    start = datetime(2026, 11, 16, tzinfo=UTC)
    end = start + days(7)
    interview, paper = Facts(stage=Stage.INTERVIEW), Facts(stage=Stage.UNKNOWN)
    dated = [(start, interview), (end - timedelta(seconds=1), paper), (end, paper), (start - days(1), paper)]
    dated += [(start - days(77), Facts(stage=Stage.ASSESSMENT)), (start - days(78), interview)]
    for place, (moment, facts) in enumerate(dated):
        log.record(judged(f"{place}@x", facts=facts, date=moment, uid=place), at=moment)
    for place, label in enumerate([Label.INTERVIEW, Label.ACKNOWLEDGEMENT, Label.INTERVIEW, Label.JOB_ALERT]):
        log.record(judged(f"l{place}@x", label=label, date=start, uid=place), at=start)
    log.record(judged("u@x", label=Label.OFFER, decision=Decision.UNCERTAIN, date=start), at=start)
    facts_of_week = log.week(Week(2026, 47), start=start, end=end)
    assert facts_of_week.week == Week(2026, 47)
    assert [one.message_id for one in facts_of_week.rejections] == ["0@x", "1@x"]
    assert facts_of_week.labels == (("interview", 2), ("acknowledgement", 1))
    assert [one.subject for one in facts_of_week.asked] == ["Your application"]
    assert facts_of_week.history == ((0, 1), *[(0, 0)] * 9, (1, 0), (1, 1))
    assert facts_of_week.so_far == 5
    assert facts_of_week.coverage.messages == 7


def test_a_rejection_belongs_to_the_week_of_its_first_telling_and_what_they_add_to_that_in_which_it_comes(
    log: SqliteLog,
) -> None:
    """Feedback that is given later ends no application a second time."""
    start = datetime(2026, 11, 16, tzinfo=UTC)
    number = log.open_application("Acme", "Engineer")
    brief = Facts("Acme", "Engineer", Stage.APPLICATION, Reason.FILLED, (Feedback(FeedbackKind.GAP, "no Go"),))
    first = log.record(judged("first@x", facts=brief, application=number, date=start - days(3)), at=start - days(3))
    more = log.record(judged("more@x", facts=FULL_FACTS, application=number, date=start + days(2)), at=start + days(2))
    log.put_first(more, before=first)
    before, after = (
        log.week(week, start=begin, end=begin + days(7))
        for week, begin in ((Week(2026, 46), start - days(7)), (Week(2026, 47), start))
    )
    assert [[one.id for one in week.rejections] for week in (before, after)] == [[more], []]
    assert [[one.id for one in week.added] for week in (before, after)] == [[], [more]]
    assert [one.ended for one in before.rejections] == [start - days(3)]
    assert [one.feedback for one in (*before.rejections, *after.added)] == [brief.feedback, FULL_FACTS.feedback]
    assert [one.feedback for one in log.rejections()] == [FULL_FACTS.feedback]
    assert FULL_FACTS.reason not in {Reason.FILLED, Reason.UNSPECIFIED}
    assert {one.reason for one in (*log.rejections(), *after.added, log.rejection(more))} == {Reason.FILLED}
    assert [one["reason"] for one in log.log_entries()] == ["filled"]
    assert (before.history[-1], after.history[-2:]) == ((0, 1), ((0, 1), (0, 0)))
    assert (before.so_far, after.coverage.rejections, after.coverage.older) == (1, 1, 1)


def test_the_reason_is_the_first_that_any_telling_gives(log: SqliteLog) -> None:
    """One that says more may give none; and what comes later, in fewer words, does not replace what was given."""
    number = log.open_application("Acme", "Engineer")

    def told(day: int, reason: Reason, *said: str, repeats: int | None = None) -> int:
        facts = Facts(reason=reason, feedback=tuple(Feedback(FeedbackKind.GAP, text) for text in said))
        one = judged(f"{day}@x", facts=facts, application=number, date=NOON + days(day), repeats=repeats)
        return log.record(one, at=NOON)

    stands = told(0, Reason.UNSPECIFIED, "we missed Go")
    assert log.rejection(stands).reason is Reason.UNSPECIFIED
    told(2, Reason.FILLED, repeats=stands)
    told(4, Reason.ELIGIBILITY, repeats=stands)
    assert log.rejection(stands).reason is Reason.FILLED
    assert [one["reason"] for one in log.log_entries()] == ["filled"]
    told(1, Reason.UNSPECIFIED, repeats=stands)
    assert {one.reason for one in log.rejections()} == {Reason.FILLED}


def test_a_digest_that_is_read_late_tells_what_was_said_in_its_week(log: SqliteLog) -> None:
    """The most that was told by its end: a bare no, what came two days later, less again, and not what came after."""
    start, number = datetime(2026, 11, 9, tzinfo=UTC), log.open_application("Acme", "Engineer")

    def told(day: int, *said: str, repeats: int | None = None) -> int:
        facts = Facts(feedback=tuple(Feedback(FeedbackKind.GAP, text) for text in said))
        one = judged(f"{day}@x", facts=facts, application=number, date=start + days(day), repeats=repeats)
        return log.record(one, at=NOON)

    first, more = told(0), told(2, "we missed Go")
    log.put_first(more, before=first)
    told(4, "no Go", repeats=more)
    other = told(5, "these words are about something else", repeats=more)
    log.put_first(told(9, "no Rust", "no SQL"), before=more)
    log.set_label(other, Label.STATUS_UPDATE, by="user", at=NOON)
    week, after = (
        log.week(week, start=begin, end=begin + days(7))
        for week, begin in ((Week(2026, 46), start), (Week(2026, 47), start + days(7)))
    )
    assert [[piece.text for piece in one.feedback] for one in week.rejections] == [["we missed Go"]]
    assert [[piece.text for piece in one.feedback] for one in after.added] == [["no Rust", "no SQL"]]
    assert (after.rejections, week.added) == ((), ())


def test_an_application_without_a_word_for_a_month_is_told_in_one_week(log: SqliteLog) -> None:
    """In the week in which the month is over, and in no other; a word in between begins another month."""
    week, start, end = Week.parse("2026-W47"), NOON, NOON + timedelta(days=7)
    application = log.open_application("Oakmere", "Archivist")
    heard = start - timedelta(days=30)
    log.record(judged("ack@x", label=Label.ACKNOWLEDGEMENT, application=application, date=heard), at=heard)
    told = log.week(week, start=start, end=end).unheard
    assert [(one.company, one.role, one.since) for one in told] == [("Oakmere", "Archivist", heard)]
    for later in (timedelta(days=-7), timedelta(days=7)):
        assert log.week(week, start=start + later, end=end + later).unheard == ()
    log.record(judged("hi@x", label=Label.STATUS_UPDATE, application=application, date=NOON), at=NOON)
    assert log.week(week, start=start, end=end).unheard == ()


def test_what_is_told_again_ended_when_it_was_told_first(log: SqliteLog) -> None:
    """Lists and letters agree on the day, without an application, too; what ended between is no earlier end."""
    first, second = log.open_application("Acme", "Engineer"), log.open_application("Acme", "Chef")
    messages = (("no", 0, first), ("bare", 1, None), ("other", 3, second), ("again", 8, None), ("more", 9, first))
    numbers = {
        name: log.record(judged(f"{name}@x", application=number, date=NOON + days(day)), at=NOON)
        for name, day, number in messages
    }
    log.put_first(numbers["more"], before=numbers["no"])
    log.put_first(numbers["again"], before=numbers["bare"])
    told = {one.id: (one.ended, one.earlier) for one in log.rejections()}
    assert told == {
        numbers["more"]: (NOON, 0),
        numbers["again"]: (NOON + days(1), 1),
        numbers["other"]: (NOON + days(3), 2),
    }
    dates = {one["id"]: datetime.fromisoformat(str(one["date"])) for one in log.log_entries()}
    assert dates == {number: ended for number, (ended, _) in told.items()}


def test_silence_is_not_known_where_a_message_waits_for_the_user(log: SqliteLog) -> None:
    """It may be the rejection; what turns out to be none, or belongs elsewhere, leaves the silence as it is."""
    week, start, end = Week.parse("2026-W47"), NOON, NOON + timedelta(days=7)
    heard = start - timedelta(days=28)
    doubtful, asked, silent = (log.open_application(name, "Cook") for name in ("Doubtful", "Asked", "Silent"))
    for number in (doubtful, asked, silent):
        ack = judged(f"ack-{number}@x", label=Label.ACKNOWLEDGEMENT, application=number, date=heard - days(1))
        log.record(ack, at=heard)
    log.record(judged("hm@x", decision=Decision.UNCERTAIN, application=doubtful, date=heard), at=heard)
    log.ask_application(log.record(judged("no@x", date=NOON), at=NOON), [asked], at=NOON)
    assert [one.application for one in log.week(week, start=start, end=end).unheard] == [silent]
    assert [one.id for one in log.silent(until=end - SILENCE)] == [silent]
    log.set_label(log.number_of("hm@x"), Label.STATUS_UPDATE, by="user", at=NOON)
    log.set_label(log.number_of("no@x"), Label.OTHER, by="user", at=NOON)
    told = [one.application for one in log.week(week, start=start, end=end).unheard]
    assert told == [asked, silent, doubtful] == [one.id for one in log.silent(until=end - SILENCE)]


def test_weeks_of_history_begin_at_midnight_on_either_side_of_a_clock_change(log: SqliteLog) -> None:
    """Monday 00:30 local time belongs to the new week in summer and in winter."""
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 11, 2, tzinfo=berlin)
    summer = datetime(2026, 10, 19, tzinfo=berlin)
    log.record(judged("in@x", date=summer + timedelta(minutes=30)), at=NOON)
    log.record(judged("before@x", date=summer - timedelta(minutes=30)), at=NOON)
    history = log.week(Week(2026, 45), start=start, end=start + days(7)).history
    assert history[-4:] == ((1, 0), (1, 0), (0, 0), (0, 0))


def test_the_first_week_of_the_calendar_has_a_digest(log: SqliteLog) -> None:
    """A week that the user mistyped is an empty week, not a fault."""
    start = datetime.min.replace(tzinfo=UTC)
    assert log.week(Week(1, 1), start=start, end=start + days(7)).history == ((0, 0),) * 12


def test_a_log_knows_since_when_a_mailbox_could_not_be_read(log: SqliteLog) -> None:
    """From the first run of an unbroken row to the last that ended; another mailbox does not count."""
    assert log.unread_since("home/INBOX") is None
    trouble = "work/home/INBOX: CredentialError; home/INBOX: MailboxUnreachableError"
    for place, fault in enumerate([trouble, "", trouble, trouble, trouble]):
        log.end_run(log.begin_run(at=NOON + days(place)), Coverage(), at=NOON + days(place), fault=fault)
    log.begin_run(at=NOON + days(9))
    assert log.unread_since("home/INBOX") == (NOON + days(2), NOON + days(4))
    assert log.unread_since("work/home/INBOX") == (NOON + days(2), NOON + days(4))
    assert log.unread_since("INBOX") is None
    log.end_run(log.begin_run(at=NOON + days(5)), Coverage(), at=NOON + days(5), fault="work/home/INBOX: LogError")
    assert log.unread_since("home/INBOX") is None


def test_a_week_knows_what_was_not_read_and_when_the_last_run_was(log: SqliteLog) -> None:
    """However long before the week that run was; what failed for some hours alone is not told."""
    start = datetime(2026, 11, 16, tzinfo=UTC)
    end = start + days(7)
    one, both = "work/INBOX: CredentialError", "home/INBOX: LogError; work/INBOX: CredentialError"
    moments = [(start - days(9), ""), (start + days(4), one), (end - timedelta(hours=5), one)]
    for moment, fault in [*moments, (end - timedelta(hours=1), both), (end, "")]:
        log.end_run(log.begin_run(at=moment), Coverage(mailboxes=0 if fault else 2), at=moment, fault=fault)
    facts = log.week(Week(2026, 47), start=start, end=end)
    assert (facts.coverage.runs, facts.coverage.last_run) == (0, start - days(9))
    assert facts.unread == (("work/INBOX", start + days(4)),)
    assert log.week(Week(2026, 48), start=end, end=end + days(7)).unread == ()


def test_a_week_knows_whether_a_run_after_it_read_everything(log: SqliteLog) -> None:
    """One that could not read a mailbox, or has not ended, may have left out the word that matters."""
    start = datetime(2026, 11, 16, tzinfo=UTC)
    end = start + days(7)

    def is_read_later() -> bool:
        return log.week(Week(2026, 47), start=start, end=end).is_read_later

    log.end_run(log.begin_run(at=start), Coverage(mailboxes=2), at=start)
    log.end_run(log.begin_run(at=end), Coverage(mailboxes=1), at=end, fault="work/INBOX: LogError")
    log.begin_run(at=end)
    assert not is_read_later()
    log.end_run(log.begin_run(at=end), Coverage(mailboxes=2), at=end + days(1))
    assert is_read_later()


def test_settings_are_what_was_stored_last(log: SqliteLog) -> None:
    """An unset one is empty."""
    assert log.setting("paused") == ""
    log.store_setting("paused", "until Monday")
    log.store_setting("paused", "no")
    assert log.setting("paused") == "no"
