"""Decide, then act: what is planned for newly read messages."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given, strategies as st
from support.log_examples import judged

from pipeline.core.letters.letter import LetterKind
from pipeline.core.letters.manners import Morning
from pipeline.core.message import MessageKey, Unreadable
from pipeline.core.plan import AskForLabel, OweLetter, Policy, Quarantine, Record, letters_in, plan
from pipeline.core.verdict import Decision, Label

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
BROKEN = Unreadable(MessageKey("INBOX", 1, 9), "sha256:0", "it is empty", 0)


def at_age(days: float, name: str = "a@x", decision: Decision = Decision.REJECTION) -> object:
    """Return a judged message of an age."""
    label = Label.REJECTION if decision is not Decision.NOT_REJECTION else Label.INTERVIEW
    return judged(name, label=label, decision=decision, date=NOW - timedelta(days=days))


def planned(*messages: object, **policy: object) -> list[object]:
    """Return the plan for some messages."""
    return list(plan(messages, (), policy=Policy(**policy), now=NOW))


def test_a_fresh_rejection_is_recorded_and_owes_a_debrief_after_the_pause() -> None:
    """About its Message-ID."""
    one = at_age(1)
    assert planned(one, debrief_after=timedelta(hours=6)) == [
        Record(one),
        OweLetter(LetterKind.DEBRIEF, "a@x", NOW + timedelta(hours=6)),
    ]


def test_with_a_morning_all_rejections_of_a_day_are_due_together() -> None:
    """The summary of old ones too."""
    letters = letters_in(planned(at_age(1), at_age(30, "old@x"), morning=Morning(time(8, 30), UTC)))
    assert {one.due for one in letters} == {datetime(2026, 11, 21, 8, 30, tzinfo=UTC)}


def test_an_uncertain_message_is_asked_about_and_owes_nothing() -> None:
    """Promise 1: no debrief without a verdict."""
    one = at_age(1, decision=Decision.UNCERTAIN)
    assert planned(one) == [Record(one), AskForLabel(one)]


def test_any_other_message_is_only_recorded() -> None:
    """It is known from then on."""
    one = at_age(1, decision=Decision.NOT_REJECTION)
    assert planned(one) == [Record(one)]


def test_rejections_exactly_as_old_as_the_line_are_fresh() -> None:
    """A second more, and they share the summary."""
    fresh, stale = at_age(14, "fresh@x"), at_age(14 + 1 / 86400, "stale@x")
    letters = [(one.kind, one.about) for one in letters_in(planned(fresh, stale))]
    assert letters == [(LetterKind.DEBRIEF, "fresh@x"), (LetterKind.SUMMARY, NOW.isoformat())]


def test_one_summary_stands_for_all_stale_ones_under_one_name_in_every_zone() -> None:
    """Batches of one run must agree on it."""
    elsewhere = NOW.astimezone(datetime.fromisoformat("2026-01-01T00:00:00+05:30").tzinfo)
    stale = [at_age(30, "a@x"), at_age(40, "b@x")]
    (here,) = letters_in(plan(stale, (), policy=Policy(), now=NOW))
    (there,) = letters_in(plan(stale[:1], (), policy=Policy(), now=elsewhere))
    assert here.about == there.about


def test_without_debriefs_nothing_is_owed() -> None:
    """Neither for fresh ones nor for stale ones."""
    assert letters_in(planned(at_age(1), at_age(99), debriefs=False)) == []


def test_unreadable_messages_are_quarantined() -> None:
    """Beside whatever else there is."""
    assert plan((), [BROKEN], policy=Policy(), now=NOW) == [Quarantine(BROKEN)]


@given(st.lists(st.tuples(st.floats(-5, 400), st.sampled_from(Decision)), max_size=12))
def test_every_message_is_recorded_and_every_fresh_rejection_has_its_own_letter(
    cases: list[tuple[float, Decision]],
) -> None:
    """No silent miss in the plan, and never two letters about one thing."""
    messages = [at_age(age, f"{number}@x", decision) for number, (age, decision) in enumerate(cases)]
    actions = planned(*messages)
    assert [one.judged for one in actions if isinstance(one, Record)] == messages
    letters = letters_in(actions)
    assert len({(one.kind, one.about) for one in letters}) == len(letters)
    fresh = [f"{n}@x" for n, (age, decision) in enumerate(cases) if decision is Decision.REJECTION and age <= 14]
    assert [one.about for one in letters if one.kind is LetterKind.DEBRIEF] == fresh
    assert any(one.kind is LetterKind.SUMMARY for one in letters) == (
        sum(decision is Decision.REJECTION for _, decision in cases) > len(fresh)
    )
