"""Threads: which messages hang together by what they answer."""

from __future__ import annotations

from collections.abc import Iterable


def thread_of(message_id: str, answers: Iterable[tuple[str, Iterable[str]]]) -> set[str]:
    """Return the Message-IDs of the thread that a message is part of, its own included.

    Args:
        message_id: The message.
        answers: Each known message with the Message-IDs that it answers; these need not be known themselves, so that
            two answers to a message of the user's hang together too.
    """
    known = {one: {one, *answered} for one, answered in answers}
    thread, ids = {message_id}, {message_id, *known.get(message_id, ())}
    while True:
        grown = {one for one, linked in known.items() if one not in thread and linked & ids}
        if not grown:
            return thread
        thread |= grown
        ids |= {linked for one in grown for linked in known[one]}
