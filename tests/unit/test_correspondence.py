"""Whether a message is part of what an employer and the user write to each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.core.applications.application import Application, Event
from pipeline.core.applications.correspondence import is_within_candidacy
from pipeline.core.message import Address, Message, MessageKey
from pipeline.core.verdict import Label

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def event(name: str = "ack", label: Label = Label.ACKNOWLEDGEMENT, days: int = 0, *, thread: str = "") -> Event:
    """Return a message on a timeline."""
    sender = Address("Acme", "Jobs@mail.acme.example")
    date = DAY + timedelta(days=days)
    return Event(1, f"{name}@mail.example", date, label, "", sender, gmail_thread=thread)


def message(address: str, *, days: int = 7, answers: str = "", thread: str = "", name: str = "it") -> Message:
    """Return a message of some days later."""
    return Message(
        key=MessageKey("home", 1, 1),
        message_id=f"{name}@mail.example",
        date=DAY + timedelta(days=days),
        sender=Address("Rita Moss", address),
        subject="",
        text="",
        in_reply_to=answers,
        facts={"x-gm-thrid": thread} if thread else {},
    )


def is_within(one: Message, *events: Event, own_domain: str = "") -> bool:
    """Return whether a message belongs to the one application with these events."""
    applications = [Application(1, "Acme", "Engineer", events)]
    return is_within_candidacy(one, applications, address=one.sender.address, own_domain=own_domain)


def test_an_answer_within_the_thread_counts_whoever_writes() -> None:
    """A colleague answers from home."""
    assert is_within(message("rita@home.example", answers="ack@mail.example"), event())
    assert is_within(message("rita@home.example", thread="17"), event(thread="17"))
    assert not is_within(message("rita@home.example", thread="18"), event(thread="17"))
    assert not is_within(message("rita@home.example"), event())


def test_the_same_address_counts_in_any_case_of_letters() -> None:
    """Systems write the same address in several ways."""
    assert is_within(message("jobs@MAIL.acme.example"), event())
    assert not is_within(message("", days=7), Event(1, "x", DAY, Label.ACKNOWLEDGEMENT, "", Address()))


@pytest.mark.parametrize(
    ("address", "own_domain", "counts"),
    [
        ("rita@acme.example", "acme.example", True),
        ("rita@shop.acme.example", "acme.example", True),
        ("rita@notacme.example", "notacme.example", False),
        ("rita@acme.example", "", False),  # a domain that many share
    ],
)
def test_the_own_domain_of_an_employer_counts(address: str, own_domain: str, *, counts: bool) -> None:
    """Who hires writes from another address than the system that took the application."""
    assert is_within(message(address), event(), own_domain=own_domain) is counts


def test_only_an_application_that_runs_at_the_time_counts() -> None:
    """Neither what has ended, nor what was silent for long, nor what began later, nor the message itself."""
    own = message("jobs@mail.acme.example")
    assert is_within(own, event(), event("visit", Label.INTERVIEW, 3))
    assert not is_within(own, event(), event("no", Label.REJECTION, 3))
    assert is_within(own, event(), event("no", Label.REJECTION, 9))
    assert not is_within(message("jobs@mail.acme.example", days=200), event())
    assert not is_within(message("jobs@mail.acme.example", days=-1), event())
    assert is_within(message("jobs@mail.acme.example", days=0), event()), "a system sends two in the same second"
    assert not is_within(message("jobs@mail.acme.example", name="ack"), event())
    assert not is_within(own, event(label=Label.OTHER))
