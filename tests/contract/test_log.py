"""What every log keeps of mailboxes, and that it keeps all of it or nothing.

The same suite runs on the log in memory, which other tests use, and on the one in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from support.log_examples import FEEDBACK, FULL_FACTS, NOON, claimed, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.applications.application import Facts, Reason, Stage
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.digest import Coverage
from pipeline.core.letters.letter import LetterKind
from pipeline.core.message import Cursor, MessageKey, Unreadable
from pipeline.core.ports import Log
from pipeline.core.verdict import Decision, Label
from pipeline.errors import LogError


@pytest.fixture(params=["memory", "file"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteLog]:
    """Give an empty log."""
    with SqliteLog.open(None if request.param == "memory" else tmp_path / "state" / "log.db") as log:
        yield log


def test_it_speaks_the_port(log: SqliteLog) -> None:
    """The tasks may use it wherever they ask for a log; the type checker compares every signature."""
    port: Log = log
    assert port.setting("anything") == ""


def test_a_cursor_is_what_was_stored_last(log: SqliteLog) -> None:
    """A mailbox that was never read has none; each mailbox has its own."""
    assert log.cursor("INBOX") is None
    log.advance(Cursor("INBOX", 7, 10), at=NOON)
    log.advance(Cursor("INBOX", 7, 12), at=NOON)
    log.advance(Cursor("Archive", 1, 3), at=NOON)
    assert log.cursor("INBOX") == Cursor("INBOX", 7, 12)
    assert log.cursor("Archive") == Cursor("Archive", 1, 3)
    assert log.last_read("Drafts") is None


def test_a_new_uidvalidity_replaces_the_cursor(log: SqliteLog) -> None:
    """UIDs of another UIDVALIDITY mean nothing, even if they are larger."""
    log.advance(Cursor("INBOX", 7, 500), at=NOON)
    log.advance(Cursor("INBOX", 8, 2), at=NOON)
    assert log.cursor("INBOX") == Cursor("INBOX", 8, 2)


def test_a_recorded_rejection_comes_back_whole(log: SqliteLog) -> None:
    """All that a debrief may speak of survives the log."""
    number = log.record(judged(facts=FULL_FACTS, references=("ack@acme.example",)), at=NOON)
    rejection = log.rejection(number)
    assert rejection == log.rejection("no-1@acme.example") == log.rejection("<no-1@acme.example>")
    assert (rejection.id, rejection.message_id) == (number, "no-1@acme.example")
    assert rejection.references == ("ack@acme.example",)
    assert str(rejection.sender) == "Ann <ann@acme.example>"
    assert (rejection.company, rejection.role, rejection.language) == ("Acme", "Engineer", "en")
    assert (rejection.stage, rejection.reason) == (Stage.INTERVIEW, Reason.OTHER_CANDIDATE)
    assert rejection.feedback == FULL_FACTS.feedback
    assert rejection.offers_feedback
    assert (rejection.reapply_after, rejection.reapply_phrase) == (date(2027, 5, 1), FULL_FACTS.reapply_phrase)
    assert rejection.familiar
    assert rejection.denies_feedback
    assert rejection.recruiter == FULL_FACTS.recruiter
    assert rejection.evidence == "We have decided not to move forward."


def test_a_known_message_stays_as_it_is(log: SqliteLog) -> None:
    """A copy in another mailbox adds neither a second rejection nor a second piece of feedback."""
    first = log.record(judged(facts=FULL_FACTS), at=NOON)
    again = log.record(judged(company="Other", facts=FULL_FACTS, mailbox="Archive", uid=9), at=NOON + days(1))
    assert again == first
    (rejection,) = log.rejections()
    assert rejection.company == "Acme"
    assert len(rejection.feedback) == 2


def test_unknown_leaves_out_what_was_seen_in_any_way(log: SqliteLog) -> None:
    """Logged, quarantined and self-written messages are known; of new copies the first is returned, in order."""
    log.record(judged("logged@x.example"), at=NOON)
    log.quarantine(Unreadable(MessageKey("INBOX", 7, 2), "broken@x.example", "no headers", 10), at=NOON)
    log.owe(LetterKind.DEBRIEF, "logged@x.example", NOON)
    log.keep(claimed(log), b"letter", "<own@me.example>")
    ids = ["b@x.example", "logged@x.example", "a@x.example", "broken@x.example", "own@me.example", "b@x.example"]
    messages = [judged(message_id, uid=place).message for place, message_id in enumerate(ids)]
    assert log.unknown(messages) == [messages[0], messages[2]]


def test_a_letter_of_ours_is_recognised_with_and_without_brackets(log: SqliteLog) -> None:
    """Replies name a letter in brackets, the parser takes them off; it is still ours after it was sent."""
    log.owe(LetterKind.DEBRIEF, "no-1@acme.example", NOON)
    owed = claimed(log)
    log.keep(owed, b"letter", "<own@me.example>")
    log.sent(owed, at=NOON)
    assert log.is_own_letter("own@me.example")
    assert log.is_own_letter("<own@me.example>")
    assert not log.is_own_letter("no-1@acme.example")


@pytest.mark.parametrize("label", [Label.OTHER, Label.JOB_ALERT])
def test_of_mail_that_is_not_about_jobs_nothing_is_kept(log: SqliteLog, label: Label) -> None:
    """Only date and verdict stay, and a hash by which it is known again; no word, no sender, no fact."""
    facts = Facts(company="Bank", role="Loan", feedback=(FEEDBACK,))
    application = log.open_application("Acme", "Engineer")
    one = judged("loan@bank.example", label=label, facts=facts, text="Your loan", application=application)
    number = log.record(one, at=NOON)
    kept = log.message(number)
    assert (kept["label"], kept["verdict"]) == (str(label), "not_rejection")
    assert str(kept["message_id"]).startswith("sha256:")
    assert "bank.example" not in str([list(row) for row in log._rows("SELECT * FROM sightings")])
    assert log.unknown([one.message]) == []
    assert log.number_of("loan@bank.example") == log.record(one, at=NOON) == number
    assert (kept["score"], kept["model"], kept["date"]) == (0.01, "baseline-1", "2026-11-16T12:00:00+00:00")
    assert not any(kept[name] for name in ("from", "subject", "evidence", "company", "role", "feedback", "application"))
    assert log.search("loan") == []
    log.set_label(number, Label.OTHER, by="terminal", at=NOON)
    assert log.labelled()[0][0].text == ""


def test_an_uncertain_message_is_kept_whole_whatever_its_label(log: SqliteLog) -> None:
    """The user is asked about it and has to see what it says."""
    log.record(judged(label=Label.OTHER, decision=Decision.UNCERTAIN), at=NOON)
    (asked,) = log.asked()
    assert (asked.subject, asked.sender) == ("Your application", "Ann <ann@acme.example>")
    assert (asked.evidence, asked.score, asked.date) == ("We have decided not to move forward.", 0.5, NOON)


def test_undecodable_headers_do_not_stop_the_log(log: SqliteLog) -> None:
    """Lone surrogates, as bytes without a charset leave them, are stored as U+FFFD; NUL stays."""
    facts = Facts(company="\udce9co", feedback=(Feedback(FeedbackKind.GAP, "bad \udcff", ("\udc80",)),))
    one = judged("\udce9@x.example", subject="R\udce9ponse \0 n\udce9gative", facts=facts, references=("\udcaa@x",))
    number = log.record(one, at=NOON)
    rejection = log.rejection(number)
    assert rejection.subject == "R\ufffdponse \0 n\ufffdgative"
    assert rejection.references == ("\ufffd@x",)
    assert rejection.feedback[0].topics == ("\ufffd",)
    assert log.unknown([one.message]) == []
    assert log.record(one, at=NOON) == number
    assert log.search("\udce9co")[0]["id"] == number


@pytest.mark.parametrize("offset", [14, -12])
def test_dates_at_the_ends_of_the_calendar_are_stored(log: SqliteLog, offset: int) -> None:
    """A forged date that UTC cannot express does not stop a run."""
    zone = timezone(timedelta(hours=offset))
    moment = datetime.min.replace(tzinfo=zone) if offset > 0 else datetime.max.replace(tzinfo=zone)
    number = log.record(judged(date=moment), at=NOON)
    assert abs(log.rejection(number).date.replace(tzinfo=None) - moment.replace(tzinfo=None)) < days(1)


def test_a_transaction_writes_everything_or_nothing(log: SqliteLog) -> None:
    """Message, letter, quarantine and cursor go together."""
    with pytest.raises(ZeroDivisionError), log.transaction():  # noqa: PT012 - all of it is the case
        log.record(judged(facts=FULL_FACTS), at=NOON)
        log.owe(LetterKind.DEBRIEF, "no-1@acme.example", NOON)
        log.quarantine(Unreadable(MessageKey("INBOX", 7, 2), "q@x", "no headers", 9), at=NOON)
        log.advance(Cursor("INBOX", 7, 2), at=NOON)
        _ = 1 // 0
    assert (log.rejections(), log.outbox(), log.cursor("INBOX"), log.coverage()) == ([], [], None, Coverage())
    assert log.search("Acme") == []


def test_an_inner_transaction_joins_in(log: SqliteLog) -> None:
    """It is undone alone when it fails, and with the outer one when that fails."""
    with log.transaction():
        log.record(judged("kept@x"), at=NOON)
        with pytest.raises(ZeroDivisionError), log.transaction():  # noqa: PT012 - all of it is the case
            log.record(judged("undone@x", uid=2), at=NOON)
            _ = 1 // 0
        log.record(judged("kept too@x", uid=3), at=NOON)
    assert [one.message_id for one in log.rejections()] == ["kept@x", "kept too@x"]
    with pytest.raises(ZeroDivisionError), log.transaction():  # noqa: PT012 - all of it is the case
        with log.transaction():
            log.record(judged("gone@x", uid=4), at=NOON)
        _ = 1 // 0
    assert len(log.rejections()) == 2


def test_a_message_that_cannot_be_recorded_leaves_no_half_of_it(log: SqliteLog) -> None:
    """Whoever catches the error and goes on does not store its feedback or place without it."""
    with log.transaction():
        with pytest.raises(Exception, match="FOREIGN KEY"):
            log.record(judged("bad@x", application=99, facts=FULL_FACTS), at=NOON)
        log.record(judged("good@x"), at=NOON)
    assert [one.message_id for one in log.rejections()] == ["good@x"]
    assert log.coverage().messages == 1


def test_nothing_is_written_after_a_transaction_was_lost(log: SqliteLog) -> None:
    """SQLite may undo a transaction by itself; what follows in it must not be written on its own."""
    with pytest.raises(LogError, match="gave up"), log.transaction():  # noqa: PT012 - all of it is the case
        log.record(judged(), at=NOON)
        log._connection.execute("ROLLBACK")
        log.advance(Cursor("INBOX", 7, 1), at=NOON)
    assert (log.rejections(), log.cursor("INBOX")) == ([], None)
    log.record(judged(), at=NOON)
    assert len(log.rejections()) == 1
