"""Have a person grant access to a mailbox, and keep the tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.core.access import Grant, Tokens
from pipeline.core.ports import TokenServer
from pipeline.errors import CredentialError, TokenServerUnreachableError

#: The longest pause, however often the server could not be reached.
_LONGEST_PAUSE = timedelta(minutes=1)


def log_in(
    server: TokenServer,
    *,
    tell: Callable[[Grant], None],
    wait: Callable[[timedelta], None],
    clock: Callable[[], datetime],
    again: str,
) -> Tokens:
    """Return the tokens that a person grants.

    Args:
        server: Where they are had.
        tell: Shows the person what to do.
        wait: Waits for some time.
        clock: Returns the present instant, aware.
        again: What the user does for a new code.

    Raises:
        CredentialError: The person refused or did nothing, or the server does not know this program.
        TokenServerUnreachableError, CertificateError: There is no code to show.
    """
    grant = server.begin()
    tell(grant)
    while clock() < grant.ends:
        wait(min(grant.pause, grant.ends - clock()))
        try:
            answer = server.granted(grant)
        except TokenServerUnreachableError:
            grant = replace(grant, pause=min(grant.pause * 2, _LONGEST_PAUSE))  # RFC 8628 §3.5
            continue
        if isinstance(answer, Tokens):
            return answer
        grant = answer
    raise CredentialError("The code has ended.", hint=f"For a new one: {again}.")
