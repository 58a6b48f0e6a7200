"""When letters may leave, by the clock on the user's wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from pipeline.core.letters.manners import FOREVER, Manners, Morning, QuietHours, end_of_pause, is_paused

BERLIN = ZoneInfo("Europe/Berlin")
EIGHT_THIRTY = time(8, 30)
zones = st.sampled_from(
    [
        UTC,
        *map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")),
    ]
)
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - the zone comes with the next line
    datetime(2035, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
clocks = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def berlin(text: str) -> datetime:
    """Return a moment told by the clocks of Berlin."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("found", "leaves"),
    [
        ("2026-11-18T09:00", "2026-11-19T08:30"),
        ("2026-11-18T08:29", "2026-11-19T08:30"),
        ("2026-11-18T23:59", "2026-11-19T08:30"),
        ("2026-11-19T00:30", "2026-11-19T08:30"),  # whoever is still up calls this the night before
        ("2026-11-19T03:30", "2026-11-19T08:30"),
        ("2026-11-19T04:00", "2026-11-20T08:30"),
        ("2026-10-24T21:00", "2026-10-25T08:30"),  # the clocks go back in between
        ("2026-03-28T21:00", "2026-03-29T08:30"),  # and forward
        ("2026-12-31T12:00", "2027-01-01T08:30"),
    ],
)
def test_a_debrief_leaves_on_the_next_morning(found: str, leaves: str) -> None:
    """At the hour that the clock on the wall shows, whatever the clocks did in the night."""
    assert Morning(EIGHT_THIRTY, BERLIN).after(berlin(found)) == berlin(leaves)


@given(moments, clocks, zones)
def test_there_is_a_night_before_every_morning(now: datetime, at: time, zone: ZoneInfo) -> None:
    """It is later than now and never more than two days away; where the clock knows the time, it shows it."""
    due = Morning(at, zone).after(now)
    assert timedelta(0) < due - now <= timedelta(days=2, hours=2)
    shown = due.astimezone(zone)
    naive = datetime.combine(shown.date(), at)
    exists = naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == naive
    assert shown.time().replace(tzinfo=None) == at or not exists


@given(moments, moments, clocks, zones)
def test_what_is_found_later_never_leaves_earlier(one: datetime, other: datetime, at: time, zone: ZoneInfo) -> None:
    """So that rejections of one day share one morning."""
    first, second = sorted((one, other))
    assert Morning(at, zone).after(first) <= Morning(at, zone).after(second)


@pytest.mark.parametrize(
    ("clock", "quiet"), [("19:59", False), ("20:00", True), ("00:00", True), ("07:59", True), ("08:00", False)]
)
def test_quiet_hours_go_over_midnight_and_end_on_time(clock: str, quiet: bool) -> None:  # noqa: FBT001 - a parameter
    """The first minute is quiet, that of the end is not."""
    hours = QuietHours(time(20), time(8))
    assert hours.hold(time.fromisoformat(clock)) is quiet


@given(clocks, clocks, clocks)
def test_a_span_and_the_rest_of_the_day_make_a_day(start: time, end: time, clock: time) -> None:
    """Each time is in one of the two."""
    if start != end:
        assert QuietHours(start, end).hold(clock) is not QuietHours(end, start).hold(clock)


def test_quiet_hours_are_those_of_the_users_zone() -> None:
    """Half past seven in the evening in London is quiet in Berlin."""
    manners = Manners(BERLIN, QuietHours(time(20), time(8)))
    now = datetime(2026, 11, 18, 19, 30, tzinfo=UTC)
    assert manners.is_quiet(now)
    assert not Manners(UTC, manners.quiet).is_quiet(now)
    assert not Manners(BERLIN).is_quiet(now)


@given(moments, zones, clocks, clocks)
def test_a_letter_that_comes_in_quiet_hours_leaves_when_they_end(
    now: datetime, zone: ZoneInfo, start: time, end: time
) -> None:
    """At once otherwise; never before it may, and within a day or so."""
    manners = Manners(zone, QuietHours(start, end)) if start != end else Manners(zone)
    opening = manners.opens(now)
    assert opening is not None
    assert timedelta(0) <= opening - now <= timedelta(days=1, hours=2)
    assert (opening == now) or manners.is_quiet(now)


def test_a_letter_that_comes_in_a_pause_leaves_after_it_and_not_at_night() -> None:
    """A pause without an end has no such time."""
    manners = Manners(BERLIN, QuietHours(time(20), time(8)), paused_until="2026-12-01T00:00:00+01:00")
    assert manners.opens(berlin("2026-11-18T12:00")) == berlin("2026-12-01T08:00")
    assert Manners(paused_until=FOREVER).opens(berlin("2026-11-18T12:00")) is None


@given(moments, zones)
def test_every_moment_lies_in_its_day(now: datetime, zone: ZoneInfo) -> None:
    """A day has 23 to 25 hours, but for those that some island left out."""
    start, end = Manners(zone).day_of(now)
    assert start <= now < end
    assert start.astimezone(zone).date() == now.astimezone(zone).date()


def test_the_day_on_which_the_clocks_go_back_is_longer() -> None:
    """Two letters a day are two letters in 25 hours then."""
    start, end = Manners(BERLIN).day_of(berlin("2026-10-25T12:00"))
    assert end - start == timedelta(hours=25)


@given(moments, st.timedeltas(timedelta(seconds=1), timedelta(days=400)))
def test_a_pause_ends_at_its_instant(now: datetime, span: timedelta) -> None:
    """Not before, and not after."""
    setting = (now + span).isoformat()
    assert is_paused(setting, now)
    assert not is_paused(setting, now + span)
    assert end_of_pause(setting) == now + span


@given(st.text(max_size=30), moments)
def test_a_setting_that_says_nothing_is_no_pause(setting: str, now: datetime) -> None:
    """Silence must not come from a slip; only one word means for ever."""
    assert is_paused(FOREVER, now)
    if end_of_pause(setting) is None and setting != FOREVER:
        assert not is_paused(setting, now)
    assert not is_paused("", now)


def test_a_pause_without_a_zone_is_told_in_utc() -> None:
    """As everything else in the log."""
    assert end_of_pause("2026-12-01T00:00:00") == datetime(2026, 12, 1, tzinfo=UTC)
    assert date(2026, 12, 1) == end_of_pause("2026-12-01T00:00:00+00:00").date()  # type: ignore[union-attr]
