"""Who wrote a rejection, and where an answer to it goes: not always whom the message is from."""

from __future__ import annotations

import re

from pipeline.core.message import Address
from pipeline.core.rejection import Rejection

#: How the subject of a forwarded message begins.
FORWARDED = re.compile(r"\s*(?:(?:re|aw|antw|sv)\s*:\s*)*(?:(?:fwd?|wg|tr|rv|i|doorst|enc)\s*:\s*)+", re.IGNORECASE)


def is_forwarded(rejection: Rejection) -> bool:
    """Return whether the message was passed on, by its subject."""
    return FORWARDED.match(rejection.subject) is not None


def writer(rejection: Rejection) -> Address:
    """Return who wrote for the employer, with the address that an answer goes to; either part may be empty.

    Whoever passes a rejection on did not write it. Where a person signs and yet nobody reads answers, there is no
    address; what was logged before anybody asked for that names no person.
    """
    if is_forwarded(rejection):
        return rejection.recruiter
    if rejection.recruiter.name and not rejection.answerable:
        return Address(rejection.sender.name, "")
    return rejection.sender
