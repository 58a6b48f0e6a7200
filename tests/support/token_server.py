"""A token server on loopback (RFC 6749, RFC 7662, RFC 8628) that grants access when a test lets it."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

CLIENT = "a-client-of-these-tests"
CODE = "WDJB-MJHT"
PAGE = "https://login.example/device"


class TokenServer:
    """Grants access at the first question after `grants` is true, by tokens that mail servers can ask it about.

    Attributes:
        user: Whose mailbox the tokens open.
        grants: Whether the person has entered the code.
        lasts: For how many seconds an access token can be used, as the answers say.
        answers: What is said next in place of what would be: each a status and an object, or bytes; by path.
        asked: The forms that came, by path, in order.
        valid: The access tokens that open the mailbox.
    """

    host = "127.0.0.1"

    def __init__(self, port: int, user: str) -> None:
        self.user = user
        self.grants = True
        self.lasts = 3600
        self.answers: dict[str, list[tuple[int, dict[str, Any] | bytes]]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.valid: set[str] = set()
        self._refresh: set[str] = set()
        self._numbers = itertools.count(1)
        self._http = _Http((self.host, port), _Handler)
        self._http.tokens = self
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        self.port = self._http.server_port

    @property
    def config(self) -> dict[str, str]:
        """The table of the config for it."""
        place = f"http://{self.host}:{self.port}"
        return {
            "client_id": CLIENT,
            "device_url": f"{place}/device",
            "token_url": f"{place}/token",
            "scope": "mail lasting",
        }

    @property
    def secrets(self) -> set[str]:
        """All that it ever gave out and that nobody may see."""
        return {f"{kind}-{number}-x" for kind in ("access", "refresh", "device") for number in range(1, 100)}

    def stop(self) -> None:
        """Close the port."""
        self._http.shutdown()
        self._http.server_close()

    def withdraw(self) -> None:
        """Take back all access."""
        self.valid.clear()
        self._refresh.clear()

    def answer(self, path: str, form: Mapping[str, str]) -> tuple[int, dict[str, Any] | bytes]:
        """Return status and answer."""
        if path == "/introspect":
            return 200, {"active": form.get("token") in self.valid, "username": self.user}
        self.asked.append((path, dict(form)))
        if self.answers.get(path):
            return self.answers[path].pop(0)
        if form.get("client_id") != CLIENT:
            return 401, {"error": "invalid_client", "error_description": "AADSTS700016: not found, says the server"}
        if path == "/device":
            device = f"device-{next(self._numbers)}-x"
            found = {
                "user_code": CODE,
                "device_code": device,
                "verification_uri": PAGE,
                "expires_in": 900,
                "interval": 1,
            }
            return 200, found
        return self._token(form)

    def _token(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any] | bytes]:
        if form.get("grant_type") == "refresh_token":
            if form.get("refresh_token") not in self._refresh:
                return 400, {"error": "invalid_grant", "error_description": "AADSTS70008: ended, says the server"}
            self._refresh.discard(form["refresh_token"])
        elif not self.grants:
            return 400, {"error": "authorization_pending"}
        number = next(self._numbers)
        access, refresh = f"access-{number}-x", f"refresh-{number}-x"
        self.valid.add(access)
        self._refresh.add(refresh)
        return 200, {"access_token": access, "refresh_token": refresh, "expires_in": self.lasts, "token_type": "Bearer"}


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    tokens: TokenServer


class _Handler(BaseHTTPRequestHandler):
    server: _Http

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = {key: values[0] for key, values in parse_qs(data).items()}
        status, answer = self.server.tokens.answer(self.path, form)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
