"""Access tokens of OAuth 2.0 (RFC 6749), granted by a person on any device (RFC 8628) and renewed without one."""

from __future__ import annotations

import http.client
import json
import re
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from pipeline.adapters.tls import untrusted, verified_context
from pipeline.core.access import Grant, Tokens
from pipeline.errors import LATER, AfterwordError, CredentialError, TokenServerUnreachableError, why

_BY_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
#: RFC 8628 §3.2 and §3.5, in seconds.
_PAUSE = 5
_SLOWER = 5
#: For an answer that does not say how long its token or code lasts, and the longest that is believed, in seconds.
_USUAL = 3600
_LONGEST = 366 * 24 * 3600
#: Answers are some hundred octets; Microsoft's tokens have a few thousand.
_OCTETS = 262_144

_PENDING = frozenset({"authorization_pending", "slow_down"})
_DECLINED = frozenset({"access_denied", "authorization_declined"})
_OVER = frozenset({"expired_token", "code_expired", "bad_verification_code"})
#: That a person has to grant access anew (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6); Microsoft says any of them.
_ENDED = frozenset({"invalid_grant", "interaction_required", "consent_required", "login_required"})
#: What a server says of itself, not of us, though it may come with 400 (RFC 6749 §4.1.2.1).
_OUT_OF_ORDER = frozenset({"temporarily_unavailable", "server_error"})

_ERROR = re.compile(r"[a-z_]{1,60}")
#: The number that Microsoft's help pages explain.
_NUMBER = re.compile(r"AADSTS\d{4,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth2Server:
    """A token server as one registered program sees it. Proxies and redirects are not followed.

    Attributes:
        device_url, token_url: Where access is asked for, and where tokens are had; `https`, or `http` on this machine.
        client_id: By which the server knows the program.
        scope: What access is asked for, in words of the server.
        again: What the user does to grant access anew, for hints.
        clock: Returns the present instant, aware.
        timeout: For each step, in seconds.
    """

    device_url: str
    token_url: str
    client_id: str
    scope: str
    again: str
    clock: Callable[[], datetime]
    timeout: float = 30.0

    def begin(self) -> Grant:
        """Ask for access, as `core.ports.TokenServer` describes."""
        answer = self._ask(self.device_url, {"scope": self.scope})
        self._refuse(answer)
        # Google and older drafts of the standard write `verification_url`.
        page = _text(answer, "verification_uri") or _text(answer, "verification_url")
        code, device = _text(answer, "user_code"), _text(answer, "device_code")
        if not (page.startswith("https://") and code and device):
            raise self._unreadable(self.device_url)
        pause = timedelta(seconds=_seconds(answer, "interval", _PAUSE))
        return Grant(page, code, device, pause, self._end(answer))

    def granted(self, grant: Grant) -> Tokens | Grant:
        """Return the tokens once access is granted, as `core.ports.TokenServer` describes."""
        answer = self._ask(self.token_url, {"grant_type": _BY_DEVICE, "device_code": grant.device})
        error = _text(answer, "error")
        if error in _PENDING:
            slower = timedelta(seconds=_SLOWER if error == "slow_down" else 0)
            return replace(grant, pause=grant.pause + slower)
        if error in _DECLINED:
            raise CredentialError("Access was refused in the browser.", hint=f"To try again: {self.again}.")
        if error in _OVER:
            raise CredentialError("The code has ended.", hint=f"For a new one: {self.again}.")
        tokens = self._tokens(answer, "")
        if not tokens.refresh:
            raise CredentialError(
                f"{_host(self.token_url)} grants access for an hour alone.",
                hint="The scope has to ask for lasting access; at Microsoft that is offline_access.",
            )
        return tokens

    def renewed(self, tokens: Tokens) -> Tokens:
        """Return new tokens for old ones.

        Raises:
            CredentialError: Access has ended or was withdrawn.
            TokenServerUnreachableError, CertificateError.
        """
        form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh, "scope": self.scope}
        answer = self._ask(self.token_url, form)
        if _text(answer, "error") in _ENDED:
            raise CredentialError(
                f"{_host(self.token_url)} no longer grants access{_number(answer)}: it has ended or was withdrawn.",
                hint=f"To grant it anew: {self.again}.",
            )
        return self._tokens(answer, tokens.refresh)

    def _tokens(self, answer: Mapping[str, Any], refresh: str) -> Tokens:
        self._refuse(answer)
        access = _text(answer, "access_token")
        if not access:
            raise self._unreadable(self.token_url)
        return Tokens(access, _text(answer, "refresh_token") or refresh, self._end(answer))

    def _end(self, answer: Mapping[str, Any]) -> datetime:
        return self.clock() + timedelta(seconds=_seconds(answer, "expires_in", _USUAL))

    def _refuse(self, answer: Mapping[str, Any]) -> None:
        """Raise CredentialError if an answer is an error (RFC 6749 §5.2)."""
        if "error" not in answer:
            return
        named = _ERROR.fullmatch(_text(answer, "error"))
        raise CredentialError(
            f"{_host(self.token_url)} grants no access: {named.group() if named else 'an error'}{_number(answer)}.",
            hint="Check client_id, and that the program is registered there as a public client with these permissions.",
        )

    def _ask(self, url: str, form: Mapping[str, str]) -> Mapping[str, Any]:
        """Send a form and return the object that comes back, an error of OAuth included."""
        status, data = self._exchange(url, urlencode({"client_id": self.client_id, **form}))
        try:
            answer = json.loads(data)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or _text(answer, "error") in _OUT_OF_ORDER:
            raise self._unreadable(url, status)
        if status >= http.client.INTERNAL_SERVER_ERROR or status == http.client.TOO_MANY_REQUESTS:
            raise self._unreadable(url, status)
        if status != http.client.OK and "error" not in answer:
            raise self._unreadable(url, status)
        return answer

    def _exchange(self, url: str, form: str) -> tuple[int, bytes]:
        """POST a form; return status and body."""
        parts = urlsplit(url)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        connection = self._connection(url)
        try:
            connection.request("POST", f"{parts.path or '/'}{f'?{parts.query}' * bool(parts.query)}", form, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(_OCTETS)
        except ssl.SSLCertVerificationError as error:
            raise untrusted(_host(url), error) from error
        except TimeoutError as error:
            raise self._unreachable(url, "did not answer in time") from error
        except http.client.HTTPException as error:
            raise self._unreadable(url) from error
        except OSError as error:
            raise self._unreachable(url, f"cannot be reached: {why(error)}") from error
        finally:
            connection.close()

    def _connection(self, url: str) -> http.client.HTTPConnection:
        parts = urlsplit(url)
        if parts.scheme == "https":
            context = verified_context(None, _host(url))
            return http.client.HTTPSConnection(str(parts.hostname), parts.port, timeout=self.timeout, context=context)
        return http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=self.timeout)

    def _unreachable(self, url: str, what: str) -> AfterwordError:
        return TokenServerUnreachableError(f"The token server {_host(url)} {what}.", hint=LATER)

    def _unreadable(self, url: str, status: int = http.client.OK) -> AfterwordError:
        told = f" ({status})" if status != http.client.OK else ""
        return self._unreachable(url, f"gave an answer that is of no use{told}")


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _text(answer: Mapping[str, Any], key: str) -> str:
    """Return a text; empty if it is none, or has a character that no token, code or address has (RFC 6749 §A)."""
    value = answer.get(key)
    return value if isinstance(value, str) and value.isascii() and value.isprintable() else ""


def _seconds(answer: Mapping[str, Any], key: str, usual: int) -> int:
    """Return a number of seconds; some servers write it as a string."""
    value = answer.get(key)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        value = int(value)
    sound = isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= _LONGEST
    return int(value) if sound else usual  # type: ignore[arg-type] # it is a number where it is sound


def _number(answer: Mapping[str, Any]) -> str:
    found = _NUMBER.search(str(answer.get("error_description")))
    return f" ({found.group()})" if found else ""
