"""Whether a message is part of what an employer and the user write to each other about an application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pipeline.core.applications.application import Application, Event
from pipeline.core.applications.matching import LONGEST_SILENCE
from pipeline.core.message import Message
from pipeline.core.verdict import Label


def is_within_candidacy(
    message: Message,
    applications: Iterable[Application],
    *,
    address: str,
    own_domain: str = "",
    is_personal: Callable[[], bool] = lambda: True,
) -> bool:
    """Return whether a message comes from an employer whom an application of the user was with at the time.

    It hangs in the thread of the application, or something on the timeline came before from this address; or from this
    domain, and a person writes. An application that had ended or fallen silent by then does not count.

    Args:
        message: The message, which may be on a timeline itself.
        applications: All applications with their timelines.
        address: The address of its sender, if that tells who writes; else empty.
        own_domain: The domain of its sender, if that tells for whom somebody writes; else empty.
        is_personal: Tells whether the address is that of the person who writes; asked only if that decides.
    """
    answered, thread = frozenset(message.thread), message.facts.get("x-gm-thrid")
    is_colleague = False
    for one in applications:
        # What is silent for longest is told without a look at all its events.
        if not one.events or one.events[-1].date < message.date - LONGEST_SILENCE:
            continue
        earlier = [event for event in one.events if _came_before(event, message)]
        is_tied = any(
            event.message_id in answered or (thread and event.gmail_thread == thread) or event.is_by(address)
            for event in earlier
        )
        if (is_tied or any(event.is_from(own_domain) for event in earlier)) and _is_running(one, earlier, message):
            if is_tied:
                return True
            is_colleague = True
    return is_colleague and is_personal()


def _came_before(event: Event, message: Message) -> bool:
    return event.date <= message.date and event.message_id != message.message_id


def _is_running(application: Application, earlier: Sequence[Event], message: Message) -> bool:
    """Return whether an application of which this came before a message had neither ended nor fallen silent."""
    is_silent = message.date - earlier[-1].date > LONGEST_SILENCE
    return application.is_candidacy and not is_silent and all(one.label is not Label.REJECTION for one in earlier)
