"""Who wrote a rejection, and where an answer to it goes: not always whom the message is from."""

from __future__ import annotations

import re

from pipeline.core.letters.rejection import Rejection
from pipeline.core.message import Address

#: How the subject of a forwarded message begins.
FORWARDED = re.compile(r"\s*(?:(?:re|aw|antw|sv)\s*:\s*)*(?:(?:fwd?|wg|tr|rv|i|doorst|enc)\s*:\s*)+", re.IGNORECASE)


def is_forwarded(rejection: Rejection) -> bool:
    """Return whether the message was passed on, by its subject."""
    return FORWARDED.match(rejection.subject) is not None


def writer(rejection: Rejection) -> str:
    """Return the name of the person who wrote; where none shows, that of the company, else that of the sender.

    Whoever passes a rejection on did not write it, nor did a portal, nor a person whom the message only says to write
    to. It may be empty.
    """
    named, sender = rejection.recruiter, rejection.sender
    is_passed_on = is_forwarded(rejection)
    person = named.name if is_passed_on or named.address in {"", sender.address} else ""
    return person or rejection.company or ("" if is_passed_on else sender.name)


def addressee(rejection: Rejection) -> Address:
    """Return where an answer is read, with the name of the person who reads it; either part may be empty.

    A person who cannot be answered is no addressee.
    """
    return rejection.recruiter if rejection.recruiter.address else Address()
