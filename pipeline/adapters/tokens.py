"""Tokens on this machine: a file for each login, which nobody else can read, and access that renews itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.adapters.drafts import write_whole
from pipeline.adapters.oauth2 import OAuth2Server
from pipeline.core.access import Tokens
from pipeline.errors import LATER, CredentialError, TokenServerUnreachableError, UserError, why

#: A renewal by another process takes two steps of the network at most.
_LOCK_SECONDS = 90


class FileTokens:
    """The tokens of one login at one program of a token server.

    Args:
        folder: Where tokens are kept, in the state directory; made at the first use.
        user, token_url, client_id: What they are for; it names the file, unreadably.
    """

    def __init__(self, folder: Path, *, user: str, token_url: str, client_id: str) -> None:
        self.user = user
        name = sha256(f"{user}\0{token_url}\0{client_id}".encode()).hexdigest()[:24]
        self.path = folder / f"{name}.json"

    def saved(self) -> Tokens | None:
        """Return what is kept; None if nothing is, or nothing that can be used."""
        try:
            kept = json.loads(self.path.read_bytes())
            tokens = Tokens(str(kept["access"]), str(kept["refresh"]), datetime.fromisoformat(kept["ends"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CredentialError(
                f"The token file {self.path} cannot be read: {why(error)}.",
                hint="Check that it belongs to the user that Afterword runs as.",
            ) from error
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return tokens if tokens.refresh and tokens.ends.tzinfo is not None else None

    def save(self, tokens: Tokens) -> None:
        """Keep tokens in place of those from before; raise UserError if they cannot be written."""
        kept = {"access": tokens.access, "refresh": tokens.refresh, "ends": tokens.ends.isoformat()}
        try:
            self._make_folder()
            write_whole(self.path, json.dumps(kept).encode())
        except OSError as error:
            raise UserError(
                f"The token file {self.path} cannot be written: {why(error)}.", hint="Make its folder writable to you."
            ) from error

    def lock(self) -> FileLock:
        """Return what keeps two processes from renewing at once: the tokens of one of them might be lost."""
        self._make_folder()
        return FileLock(self.path.with_suffix(".lock"), timeout=_LOCK_SECONDS, mode=0o600)

    def _make_folder(self) -> None:
        for folder in (self.path.parent.parent, self.path.parent):  # `parents` makes folders that all can look into
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """The access token of one login, renewed when it is about to end."""

    tokens: FileTokens
    server: OAuth2Server

    def __call__(self) -> str:
        """Return an access token that can be used now.

        Raises:
            CredentialError: Access was never granted here, or has ended.
            TokenServerUnreachableError, CertificateError.
        """
        kept = self.tokens.saved()
        if kept is not None and kept.usable(self.server.clock()):
            return kept.access
        try:
            with self.tokens.lock():
                return self._renewed().access
        except Timeout as error:
            raise TokenServerUnreachableError("Another process renews the access.", hint=LATER) from error
        except OSError as error:
            raise CredentialError(
                f"The folder {self.tokens.path.parent} cannot be written: {why(error)}.",
                hint="Make it writable to the user that Afterword runs as.",
            ) from error

    def _renewed(self) -> Tokens:
        kept = self.tokens.saved()  # perhaps renewed by another process in the meantime
        if kept is None:
            raise CredentialError("Access was not granted yet.", hint=f"To grant it: {self.server.again}.")
        if not kept.usable(self.server.clock()):
            kept = self.server.renewed(kept)
            self.tokens.save(kept)
        return kept
