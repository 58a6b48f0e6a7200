"""Emptying the outbox: claim, compose, hand over, note what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from email import policy
from email.parser import BytesParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from support.log_examples import NOON, judged

from pipeline import resources
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryPostman
from pipeline.core.applications.application import Facts, Stage
from pipeline.core.calendar import Week
from pipeline.core.letters.letter import LetterKind
from pipeline.core.letters.manners import FOREVER, Manners, QuietHours
from pipeline.core.message import Address
from pipeline.core.verdict import Label
from pipeline.errors import (
    CredentialError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    OverdueError,
    TransientError,
)
from pipeline.tasks.compose import compose
from pipeline.tasks.deliver import DeliveryReport, deliver, next_opening, pause_after
from pipeline.tasks.digest import owe_digest, span_in, week_due

ME = Address("", "robin@home.example")
LATER = NOON + timedelta(days=3)


@pytest.fixture
def log() -> Iterator[SqliteLog]:
    """Give a log with two rejections, each of which owes a debrief."""
    with SqliteLog.open(None) as log:
        for name, company in (("a@x", "Acme"), ("b@x", "Borealis")):
            log.record(judged(name, company=company), at=NOON)
            log.owe(LetterKind.DEBRIEF, name, NOON)
        yield log


@pytest.fixture
def postman() -> MemoryPostman:
    """Give a postman who takes everything."""
    return MemoryPostman()


def letters(now: datetime = NOON) -> TemplateLetters:
    """Return what composes letters at a time."""
    return TemplateLetters(
        resources.STEPS,
        sender=ME,
        recipient=ME,
        secret="s",
        language="en",
        clock=lambda: now,
        timezone=UTC,
    )


def go(log: SqliteLog, postman: MemoryPostman, now: datetime = NOON, manners: Manners | None = None) -> DeliveryReport:
    """Empty the outbox."""
    return deliver(log, letters(now), postman, now=now, week_span=span_in(UTC), manners=manners)


def answered(postman: MemoryPostman) -> list[str]:
    """Return what the letters answer, in order."""
    parsed = [BytesParser(policy=policy.default).parsebytes(raw) for raw in postman.letters]
    return [str(one["In-Reply-To"]).strip("<>") for one in parsed]


def test_each_letter_that_is_due_is_handed_over_once(log: SqliteLog, postman: MemoryPostman) -> None:
    """A second round has nothing to do; what is not due yet stays."""
    log.owe(LetterKind.DIGEST, "2026-W46", NOON + timedelta(seconds=1))
    assert go(log, postman).sent == [(LetterKind.DEBRIEF, "a@x"), (LetterKind.DEBRIEF, "b@x")]
    assert go(log, postman).sent == []
    assert answered(postman) == ["a@x", "b@x"]
    assert [row["kind"] for row in log.outbox()] == ["digest"]


def test_our_letters_are_known_as_ours_before_they_leave(log: SqliteLog, postman: MemoryPostman) -> None:
    """So that none is ever read as input, even if the process dies while it hands one over."""

    class Suspicious(MemoryPostman):
        def deliver(self, raw: bytes) -> None:
            message_id = str(BytesParser(policy=policy.default).parsebytes(raw)["Message-ID"])
            assert log.is_own_letter(message_id)
            super().deliver(raw)

    del postman
    assert len(go(log, Suspicious()).sent) == 2


def test_a_letter_that_has_to_wait_ends_the_round_and_comes_again_with_the_same_bytes(
    log: SqliteLog, postman: MemoryPostman
) -> None:
    """The next one would fare alike; a quarter of an hour later both leave, the first as it was composed."""
    postman.failure = DeliveryDeferredError("busy")
    report = go(log, postman)
    assert (report.sent, report.deferred, report.faults) == ([], 1, [postman.failure])
    postman.failure = None
    soon = NOON + timedelta(minutes=15) - timedelta(seconds=1)
    assert go(log, postman, soon).sent == [(LetterKind.DEBRIEF, "b@x")]
    assert go(log, postman, soon + timedelta(seconds=1)).sent == [(LetterKind.DEBRIEF, "a@x")]
    assert postman.letters[1] == letters(NOON).debrief(log.rejection("a@x")).email.as_bytes()


def test_no_question_comes_again_before_all_of_its_kind_were_asked(log: SqliteLog, postman: MemoryPostman) -> None:
    """Not even where debriefs of another kind stand between; and each reads afterwards as it was sent."""
    met = Facts(company="Acme", role="Engineer", stage=Stage.INTERVIEW)
    sent: dict[str, list[str]] = {}
    for number in range(1, 9):
        about = f"met-{number}@x"
        log.record(judged(about, facts=met, date=NOON + timedelta(hours=number)), at=NOON)
        log.owe(LetterKind.DEBRIEF, about, NOON + timedelta(days=number))
        log.record(judged(f"paper-{number}@x", company=f"Firm {number}"), at=NOON)
        log.owe(LetterKind.DEBRIEF, f"paper-{number}@x", NOON + timedelta(days=number))
        go(log, postman, NOON + timedelta(days=number))
        sent[about] = _asked(log, about)
    for place, variants in ((0, 4), (1, 4), (2, 2)):
        asked = [one[place] for one in sent.values()]
        spans = [asked[start : start + variants] for start in range(len(asked) - variants + 1)]
        assert all(len(set(span)) == variants for span in spans), asked
    again = {about: compose(LetterKind.DEBRIEF, about, log, letters(), span_in(UTC)) for about in sent}
    assert {about: [one.text for one in letter.points] for about, letter in again.items()} == sent


def _asked(log: SqliteLog, about: str) -> list[str]:
    return [one.text for one in log.asked_about(log.rejection(about).id)]


def test_a_letter_that_is_put_off_again_and_again_is_the_users_turn_once_a_day(
    log: SqliteLog, postman: MemoryPostman
) -> None:
    """A misspelt mail server would else keep the letters for ever, and a schedule says nothing of 75."""
    postman.failure = DeliveryDeferredError("It was not found.", hint="Check the host name.")
    told = []
    for hour in range(24 * 5):
        report = go(log, postman, NOON + timedelta(hours=hour))
        told += [(hour // 24, error) for error in report.faults if not isinstance(error, TransientError)]
    assert {type(error) for _, error in told} == {OverdueError}
    assert [day for day, _ in told][-3:] == [2, 3, 4], "once a day, however many letters wait"
    assert str(told[0][1]) == "It was not found. It has been so for 8 attempts."
    postman.failure = None
    go(log, postman, NOON + timedelta(days=7))
    assert len(postman.letters) == 2


def test_a_refused_letter_is_kept_and_does_not_stop_the_others(log: SqliteLog) -> None:
    """It is marked with the reason, and goes only when it is asked for again."""

    class Picky(MemoryPostman):
        def deliver(self, raw: bytes) -> None:
            if b"Acme" in raw:
                raise DeliveryRefusedError("no such user")
            super().deliver(raw)

    report = go(log, Picky())
    assert (report.refused, report.sent) == (1, [(LetterKind.DEBRIEF, "b@x")])
    assert [(row["status"], row["reason"]) for row in log.outbox()] == [("refused", "no such user")]
    patient = MemoryPostman()
    assert go(log, patient, LATER).sent == []
    log.owe(LetterKind.DEBRIEF, "a@x", LATER)
    assert go(log, patient, LATER).sent == [(LetterKind.DEBRIEF, "a@x")]


@pytest.mark.parametrize("again", [SqliteLog.owe, SqliteLog.owe_again])
def test_a_refused_letter_that_is_asked_for_again_is_composed_anew(
    log: SqliteLog, postman: MemoryPostman, again: Callable[[SqliteLog, LetterKind, str, datetime], None]
) -> None:
    """It speaks of what was asked for alone, and bears the addresses that the config has by now."""
    postman.failure = DeliveryRefusedError("no")
    assert go(log, postman, manners=Manners()).refused == 1
    postman.failure = None
    for name in ("a@x", "b@x"):
        again(log, LetterKind.DEBRIEF, name, LATER)
        assert go(log, postman, LATER).sent == [(LetterKind.DEBRIEF, name)]
    assert answered(postman) == ["a@x", "b@x"]


def test_a_login_that_is_refused_keeps_the_letters(log: SqliteLog, postman: MemoryPostman) -> None:
    """Nothing is lost while the user mends the password."""
    postman.failure = CredentialError("refused")
    assert go(log, postman).faults == [postman.failure]
    postman.failure = None
    assert len(go(log, postman, LATER).sent) == 2


@pytest.mark.parametrize("composed", [False, True])
def test_a_debrief_whose_message_is_no_rejection_any_more_is_dropped(
    log: SqliteLog,
    postman: MemoryPostman,
    composed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Whether or not an earlier attempt had composed it."""
    if composed:
        postman.failure = DeliveryDeferredError("busy")
        go(log, postman)
        postman.failure = None
    log.set_label(1, Label.OTHER, by="user", at=NOON)
    assert go(log, postman, LATER).sent == [(LetterKind.DEBRIEF, "b@x")]
    assert answered(postman) == ["b@x"]
    assert log.outbox() == []


def test_a_crash_between_acceptance_and_its_note_sends_nothing_twice(log: SqliteLog) -> None:
    """The next run finds the letter where it arrived, and notes it."""

    class Dying(MemoryPostman):
        def deliver(self, raw: bytes) -> None:
            super().deliver(raw)
            if len(self.letters) == 1:
                raise KeyboardInterrupt

    dying = Dying()
    with pytest.raises(KeyboardInterrupt):
        go(log, dying)
    assert len(go(log, dying, LATER).sent) == 2
    assert answered(dying) == ["a@x", "b@x"]


def test_a_crash_where_nobody_can_look_sends_the_same_letter_again(log: SqliteLog, postman: MemoryPostman) -> None:
    """Same bytes, same Message-ID: one letter to every mail program."""

    class Dying(MemoryPostman):
        def deliver(self, raw: bytes) -> None:
            super().deliver(raw)
            raise KeyboardInterrupt

    dying = Dying()
    with pytest.raises(KeyboardInterrupt):
        go(log, dying)
    go(log, postman, LATER)
    assert dying.letters[0] in postman.letters
    assert len(postman.letters) == 2


class Uncertain(MemoryPostman):
    """A postman who takes the first letter, or loses it, and never answers.

    Attributes:
        asked: The Message-IDs that were looked for.
    """

    def __init__(self, *, takes: bool, can_look: bool = True) -> None:
        super().__init__()
        self._takes, self._can_look, self._first = takes, can_look, True
        self.asked: list[str] = []

    def deliver(self, raw: bytes) -> None:
        """Keep it, or not, and raise."""
        first, self._first = self._first, False
        if self._takes or not first:
            super().deliver(raw)
        if first:
            raise DeliveryUnclearError("hung up")

    def already_delivered(self, message_id: str) -> bool | None:
        """Look, if that is possible here."""
        self.asked.append(message_id)
        return super().already_delivered(message_id) if self._can_look else None


@pytest.mark.parametrize(
    ("takes", "can_look", "copies"), [(True, True, 1), (False, True, 1), (True, False, 2), (False, False, 1)]
)
def test_a_letter_without_an_answer_is_looked_for_before_it_is_sent_again(
    log: SqliteLog,
    takes: bool,  # noqa: FBT001 - a parameter of the test
    can_look: bool,  # noqa: FBT001 - the same
    copies: int,
) -> None:
    """Never lost; never two, unless nobody can look: then both are one to the mail program, by their Message-ID."""
    postman = Uncertain(takes=takes, can_look=can_look)
    first = go(log, postman)
    assert (first.deferred, first.sent) == (1, [])
    second = go(log, postman, LATER)
    assert sorted(second.sent) == [(LetterKind.DEBRIEF, "a@x"), (LetterKind.DEBRIEF, "b@x")]
    assert answered(postman).count("a@x") == copies
    assert answered(postman).count("b@x") == 1
    own = str(letters().debrief(log.rejection("a@x")).email["Message-ID"]).strip("<>")
    assert postman.asked == [own]
    assert len({raw for raw in postman.letters if b"a@x" in raw}) == 1


def test_where_nobody_can_look_now_the_letter_waits(log: SqliteLog) -> None:
    """It is not sent on the chance that it was not: the next run looks again."""
    postman = Uncertain(takes=True)
    go(log, postman)
    assert go(log, postman).sent == [(LetterKind.DEBRIEF, "b@x")]
    postman.failure = DeliveryDeferredError("the mailbox cannot be reached")
    assert go(log, postman, LATER).sent == []
    postman.failure = None
    go(log, postman, LATER + timedelta(days=2))
    assert sorted(answered(postman)) == ["a@x", "b@x"]
    assert len(postman.asked) == 2


def test_a_letter_that_was_put_off_with_an_answer_is_not_looked_for(log: SqliteLog) -> None:
    """4xx is an answer: the letter was not taken."""
    postman = Uncertain(takes=False)
    postman._first = False
    postman.failure = DeliveryDeferredError("busy")
    go(log, postman)
    postman.failure = None
    assert len(go(log, postman, LATER).sent) == 2
    assert postman.asked == []


@given(st.integers(-1, 10_000))
def test_pauses_double_up_to_a_day(attempts: int) -> None:
    """Never shorter than a quarter of an hour, never shorter than the one before."""
    pause = pause_after(attempts)
    assert timedelta(minutes=15) <= pause <= timedelta(days=1)
    assert pause <= pause_after(attempts + 1) <= 2 * pause


def test_a_digest_is_owed_once_for_a_week(log: SqliteLog, postman: MemoryPostman) -> None:
    """However often it is asked for."""
    week = Week.parse("2026-W47")
    owe_digest(log, week, now=NOON)
    owe_digest(log, week, now=NOON)
    assert [kind for kind, _ in go(log, postman).sent].count(LetterKind.DIGEST) == 1
    owe_digest(log, week, now=LATER)
    assert go(log, postman, LATER).sent == []


def test_every_kind_of_letter_can_be_composed(log: SqliteLog) -> None:
    """The same facts give the same bytes; each speaks of what it is about."""
    log.record(judged("old@x", company="Corvus"), at=NOON)
    for kind, about in (
        (LetterKind.DEBRIEF, "a@x"),
        (LetterKind.DIGEST, "2026-W47"),
        (LetterKind.SUMMARY, NOON.isoformat()),
    ):
        first, second = (compose(kind, about, log, letters(), span_in(UTC)) for _ in range(2))
        assert first.email.as_bytes() == second.email.as_bytes()
        assert first.kind is kind
        assert first.email["X-Afterword"] == kind.value


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("UTC", 168), ("Europe/Berlin", 169), ("America/New_York", 168)],
)
def test_a_week_begins_and_ends_at_midnight_on_either_side_of_a_change_of_the_clocks(zone: str, hours: int) -> None:
    """The week of 25 October 2026 is an hour longer in Berlin."""
    start, end = span_in(ZoneInfo(zone))(Week.parse("2026-W43"))
    assert (start.hour, end.hour, start.weekday(), end.weekday()) == (0, 0, 0, 0)
    assert (end.astimezone(UTC) - start.astimezone(UTC)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("now", "zone", "week"),
    [
        ("2026-11-22T23:59:59+00:00", "UTC", "2026-W46"),
        ("2026-11-23T00:00:00+00:00", "UTC", "2026-W47"),
        ("2026-11-22T23:30:00+00:00", "Europe/Berlin", "2026-W47"),
        ("2027-01-04T10:00:00+00:00", "UTC", "2026-W53"),
    ],
)
def test_the_week_that_is_due_is_the_last_that_has_ended_where_the_user_is(now: str, zone: str, week: str) -> None:
    """Monday morning in Berlin is still Sunday in London; years may have 53 weeks."""
    assert str(week_due(datetime.fromisoformat(now), ZoneInfo(zone))) == week


# -- a summary, which no command names


SUMMARY = (LetterKind.SUMMARY, NOON.isoformat())


@pytest.fixture
def refused() -> Iterator[SqliteLog]:
    """Give a log with two old rejections, whose summary was refused."""
    postman = MemoryPostman()
    postman.failure = DeliveryRefusedError("no")
    with SqliteLog.open(None) as log:
        for name, company in (("a@x", "Acme"), ("b@x", "Borealis")):
            log.record(judged(name, company=company), at=NOON)
        log.owe(*SUMMARY, NOON)
        assert go(log, postman, manners=Manners()).refused == 1
        yield log


def test_a_refused_summary_is_tried_again_once_another_letter_got_through(
    refused: SqliteLog, postman: MemoryPostman
) -> None:
    """Delivery works again by then. Not before, and not with every run if it is refused again."""
    assert go(refused, postman, LATER, Manners()).sent == []
    owe_digest(refused, Week.parse("2026-W46"), now=LATER)
    go(refused, postman, LATER, Manners())
    postman.failure = DeliveryRefusedError("no")
    after = LATER + timedelta(minutes=15)
    assert go(refused, postman, after, Manners()).refused == 1
    assert go(refused, postman, after + timedelta(days=1), Manners()).refused == 0
    postman.failure = None
    owe_digest(refused, Week.parse("2026-W47"), now=LATER + timedelta(days=7))
    go(refused, postman, LATER + timedelta(days=7), Manners())
    assert go(refused, postman, LATER + timedelta(days=8), Manners()).sent == [SUMMARY]
    assert refused.outbox() == []


def test_what_a_debrief_has_told_is_left_out_of_a_refused_summary(refused: SqliteLog, postman: MemoryPostman) -> None:
    """Nothing is told twice; once all of it is told, no summary is left to send, nor for doctor to show."""
    for number, name in enumerate(("a@x", "b@x")):
        refused.owe(LetterKind.DEBRIEF, name, LATER)
        go(refused, postman, LATER + timedelta(days=number), Manners())
    assert go(refused, postman, LATER + timedelta(days=2), Manners()).sent == []
    assert answered(postman) == ["a@x", "b@x"]
    assert refused.outbox() == []


# -- manners


def subjects(postman: MemoryPostman) -> list[str]:
    """Return the subjects of the letters, in order, without the marks at their ends."""
    parsed = [BytesParser(policy=policy.default).parsebytes(raw) for raw in postman.letters]
    return [str(one["Subject"]).rpartition(" [")[0] for one in parsed]


def test_rejections_that_are_due_together_share_one_letter(log: SqliteLog, postman: MemoryPostman) -> None:
    """It lies under none of them, names all of them, and none of them gets another."""
    assert go(log, postman, manners=Manners()).sent == [(LetterKind.DEBRIEF, "a@x")]
    assert subjects(postman) == ["Notes on two applications"]
    assert answered(postman) == ["None"]
    assert b"Acme" in postman.letters[0]
    assert b"Borealis" in postman.letters[0]
    assert go(log, postman, LATER, Manners()).sent == []
    assert log.was_sent(LetterKind.DEBRIEF, "b@x")


def test_whoever_wants_each_by_itself_gets_them_as_many_a_day_as_they_like(
    log: SqliteLog, postman: MemoryPostman
) -> None:
    """One today, one tomorrow: the day is that of the user."""
    manners = Manners(ZoneInfo("Europe/Berlin"), most_a_day=1, is_shared=False)
    assert len(go(log, postman, manners=manners).sent) == 1
    still_today = NOON.replace(hour=22, minute=59)
    assert go(log, postman, still_today, manners).sent == []
    assert len(go(log, postman, still_today + timedelta(minutes=1), manners).sent) == 1
    assert answered(postman) == ["a@x", "b@x"]


def test_the_digest_is_no_letter_about_a_rejection(log: SqliteLog, postman: MemoryPostman) -> None:
    """It leaves on a day on which no more debriefs do."""
    manners = Manners(most_a_day=1)
    log.record(judged("old@x", company="Corvus"), at=NOON)
    go(log, postman, manners=manners)
    owe_digest(log, Week.parse("2026-W46"), now=NOON)
    log.owe(LetterKind.SUMMARY, NOON.isoformat(), NOON)
    assert go(log, postman, manners=manners).sent == [(LetterKind.DIGEST, "2026-W46")]
    assert go(log, postman, NOON + timedelta(days=1), manners).sent == [(LetterKind.SUMMARY, NOON.isoformat())]


def test_in_quiet_hours_only_what_is_asked_for_leaves(log: SqliteLog, postman: MemoryPostman) -> None:
    """And then only that, due or not; the rest comes in the morning."""
    manners = Manners(quiet=QuietHours(time(11), time(13)))
    log.record(judged("c@x", company="Corvus"), at=NOON)
    log.owe(LetterKind.DEBRIEF, "c@x", LATER)
    assert go(log, postman, manners=manners).sent == []
    only = (LetterKind.DEBRIEF, "c@x")
    report = deliver(log, letters(), postman, now=NOON, week_span=span_in(UTC), only=only)
    assert report.sent == [only]
    assert go(log, postman, NOON + timedelta(hours=1), manners).sent == [(LetterKind.DEBRIEF, "a@x")]
    assert answered(postman) == ["c@x", "None"]


def test_after_a_pause_there_is_no_storm(log: SqliteLog, postman: MemoryPostman) -> None:
    """Nothing leaves while it lasts; then the debriefs share a letter, and of three digests the last one comes."""
    for week in (44, 45, 46):
        owe_digest(log, Week.parse(f"2026-W{week}"), now=NOON - timedelta(days=7 * (47 - week)))
    for setting in (FOREVER, LATER.isoformat()):
        assert go(log, postman, manners=Manners(paused_until=setting)).sent == []
    sent = go(log, postman, LATER, Manners(paused_until=LATER.isoformat())).sent
    assert sorted(sent) == [(LetterKind.DEBRIEF, "a@x"), (LetterKind.DIGEST, "2026-W46")]
    assert log.outbox() == []


def test_a_shared_letter_leaves_out_what_is_no_rejection_any_more(log: SqliteLog, postman: MemoryPostman) -> None:
    """Whether it was composed before the label or after it."""
    log.record(judged("c@x", company="Corvus"), at=NOON)
    log.owe(LetterKind.DEBRIEF, "c@x", NOON)
    postman.failure = DeliveryDeferredError("busy")
    go(log, postman, manners=Manners())
    postman.failure = None
    log.set_label(log.number_of("b@x"), Label.OTHER, by="user", at=NOON)
    go(log, postman, LATER, Manners())
    assert subjects(postman) == ["Notes on two applications"]
    assert b"Borealis" not in postman.letters[0]
    assert b"Corvus" in postman.letters[0]
    assert log.outbox() == []


def test_a_letter_that_was_composed_and_put_off_takes_in_no_later_rejection(
    log: SqliteLog, postman: MemoryPostman
) -> None:
    """Its bytes say nothing of it: what fell due in the meantime has a letter of its own, or it is told nowhere."""
    log.record(judged("c@x", company="Corvus"), at=NOON)
    postman.failure = DeliveryDeferredError("busy")
    go(log, postman, manners=Manners())
    postman.failure = None
    log.owe(LetterKind.DEBRIEF, "c@x", NOON + timedelta(hours=1))
    assert go(log, postman, LATER, Manners()).sent == [(LetterKind.DEBRIEF, "a@x"), (LetterKind.DEBRIEF, "c@x")]
    assert answered(postman) == ["None", "c@x"]


def test_where_the_first_of_a_shared_letter_is_lost_the_others_get_theirs(
    log: SqliteLog, postman: MemoryPostman
) -> None:
    """Even if it was composed already."""
    postman.failure = DeliveryDeferredError("busy")
    go(log, postman, manners=Manners())
    postman.failure = None
    log.set_label(log.number_of("a@x"), Label.OTHER, by="user", at=NOON)
    assert go(log, postman, LATER, Manners()).sent == [(LetterKind.DEBRIEF, "b@x")]
    assert answered(postman) == ["b@x"]


def test_a_crash_while_a_letter_is_shared_loses_nothing(log: SqliteLog, postman: MemoryPostman) -> None:
    """Between joining and composing, and between acceptance and its note."""
    owed = log.claim(NOON)
    assert owed is not None
    log.join(owed, NOON)

    class Dying(MemoryPostman):
        def deliver(self, raw: bytes) -> None:
            super().deliver(raw)
            raise KeyboardInterrupt

    dying = Dying()
    with pytest.raises(KeyboardInterrupt):
        go(log, dying, NOON + timedelta(hours=1), Manners())
    assert len(go(log, postman, NOON + timedelta(hours=2), Manners()).sent) == 1
    assert postman.letters == dying.letters
    assert log.outbox() == []


def test_without_debriefs_not_even_those_that_were_owed_leave(log: SqliteLog, postman: MemoryPostman) -> None:
    """Whoever switches them off after the first run wants none; the digest comes, and what is asked for."""
    log.owe(LetterKind.SUMMARY, "old", NOON)
    log.owe(LetterKind.DIGEST, "2026-W46", NOON)
    off = Manners(debriefs=False)
    assert next_opening(log, off, NOON) == (1, NOON)
    assert go(log, postman, manners=off).sent == [(LetterKind.DIGEST, "2026-W46")]
    assert next_opening(log, off, NOON) == (0, None)
    assert go(log, postman, LATER, manners=off).sent == []
    asked = deliver(log, letters(), postman, now=NOON, week_span=span_in(UTC), only=(LetterKind.DEBRIEF, "a@x"))
    assert asked.sent == [(LetterKind.DEBRIEF, "a@x")]
    assert (LetterKind.DEBRIEF, "b@x") in go(log, postman, LATER, manners=Manners()).sent


def test_it_is_known_how_many_letters_wait_and_for_what(log: SqliteLog, postman: MemoryPostman) -> None:
    """For the morning after quiet hours, for the next day where enough have left, or for nobody knows what."""
    quiet = Manners(quiet=QuietHours(time(11), time(13)))
    assert next_opening(log, quiet, NOON) == (2, NOON + timedelta(hours=1))
    one_a_day = Manners(most_a_day=1, is_shared=False, quiet=QuietHours(time(20), time(8)))
    go(log, postman, manners=one_a_day)
    assert next_opening(log, one_a_day, NOON) == (1, NOON + timedelta(hours=20))
    assert next_opening(log, Manners(paused_until=FOREVER), NOON) == (1, None)
    go(log, postman)
    assert next_opening(log, quiet, NOON) == (0, None)


def test_a_letter_that_several_rejections_share_waits_as_one(log: SqliteLog, postman: MemoryPostman) -> None:
    """From when it is known that they share it: it is put off and leaves as one."""
    assert next_opening(log, Manners(), NOON)[0] == 2
    postman.failure = DeliveryDeferredError("later")
    go(log, postman, manners=Manners())
    assert next_opening(log, Manners(), NOON) == (1, NOON + timedelta(minutes=15))
