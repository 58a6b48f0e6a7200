"""Access by OAuth 2.0 (RFC 6749) in place of a password: the tokens, and how a person grants them from any browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

#: How long before its end a token is no longer used: the login, and the clock of the server, take their time.
_MARGIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a token server grants.

    Attributes:
        access: What a mail server takes in place of a password.
        refresh: What the next access token is had for.
        ends: When the access token ends, aware.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    ends: datetime

    def usable(self, now: datetime) -> bool:
        """Return whether the access token can still be used."""
        return now < self.ends - _MARGIN


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person needs to grant access (RFC 8628 §3.2).

    Attributes:
        page: The page to open, in a browser on any device.
        code: What to enter there.
        device: What the token server knows this program by; a secret.
        pause: How long to wait before asking whether access was granted.
        ends: When the code ends, aware.
    """

    page: str
    code: str
    device: str = field(repr=False)
    pause: timedelta
    ends: datetime
