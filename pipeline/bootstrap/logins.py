"""How one gets into the accounts that are read and the server that letters go by: passwords and access tokens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pipeline.adapters.imap.session import Account as ImapAccount
from pipeline.adapters.oauth2 import OAuth2Server
from pipeline.adapters.secrets import PasswordSource
from pipeline.adapters.tokens import AccessToken, FileTokens
from pipeline.config import DELIVERY, Account, Config, Delivery
from pipeline.errors import AfterwordError, CredentialError

_TOKENS = "tokens"


@dataclass(frozen=True, slots=True)
class Logins:
    """The logins that a config names. Nothing is fetched before it is needed."""

    config: Config
    #: A password that was just typed, in place of what the config names: it is tried before anything is written.
    typed: str | None = field(default=None, repr=False)

    @property
    def from_environment(self) -> list[str]:
        """The names of those whose passwords stand in environment variables, as of its shell."""
        return [name for name, source in self._sources.items() if source.password_env]

    def imap_account(self, account: Account) -> ImapAccount:
        """Return what the IMAP adapter needs to know of an account."""
        return ImapAccount(
            name=account.name,
            host=account.host,
            port=account.port,
            user=account.user,
            password=self.password(account.name, account),
            security=account.security,
            by_token=account.oauth2 is not None,
            ca_file=account.ca_file,
        )

    def letter_account(self) -> ImapAccount:
        """Return the account that the imap method puts letters into: one of the accounts that are read, or its own."""
        chosen = self.config.delivery
        if chosen.account and self.config.arrivals is not None:
            return self.imap_account(self.config.arrivals)
        return ImapAccount(
            name=DELIVERY,
            host=chosen.host,
            port=chosen.server_port,
            user=chosen.user,
            password=self.password(DELIVERY, chosen),
            security=chosen.security,
            by_token=chosen.oauth2 is not None,
            ca_file=chosen.ca_file,
        )

    def is_locked_out(self, faults: Iterable[tuple[str, AfterwordError]]) -> bool:
        """Return whether letters go to an account whose login was just refused: who repeats that gets locked out.

        Args:
            faults: What could not be read: names of mailboxes, each with its error.
        """
        if self.config.delivery.method != "imap":
            return False
        letters = self.letter_account()
        same = {one.name for one in self.config.accounts if (one.host, one.user) == (letters.host, letters.user)}
        return any(name.partition("/")[0] in same and isinstance(error, CredentialError) for name, error in faults)

    def accesses(self) -> dict[str, AccessToken]:
        """Return what `afterword login` has access granted for: by the name of each account, and `delivery`."""
        found = {name: self._access(name, source) for name, source in self._sources.items()}
        return {name: access for name, access in found.items() if access is not None}

    def password(self, name: str, source: Account | Delivery) -> Callable[[], str]:
        """Return what fetches a password, or an access token, when it is needed."""
        typed = self.typed
        if typed is not None:
            return lambda: typed
        access = self._access(name, source)
        if access is not None:
            return access
        if source.oauth2 is not None:
            by_command = PasswordSource(name, source.oauth2.command, what="token")
            return lambda: by_command({})  # what systemd hands over by that name is a password
        found = PasswordSource(name, source.password_command, source.password_file, source.password_env)
        return lambda: found(os.environ)

    def _access(self, name: str, source: Account | Delivery) -> AccessToken | None:
        """Return what gives the access tokens that `afterword login` had granted; None where no such are used."""
        chosen = source.oauth2
        if chosen is None or chosen.command:
            return None
        known = chosen.server
        server = OAuth2Server(
            device_url=known.device_url,
            token_url=known.token_url,
            client_id=chosen.client_id,
            scope=known.scope,
            again=f"`afterword login {name}`",
            clock=lambda: datetime.now(UTC),
        )
        tokens = FileTokens(
            self.config.state_directory / _TOKENS,
            user=source.user,
            token_url=known.token_url,
            client_id=chosen.client_id,
        )
        return AccessToken(tokens, server)

    @property
    def _sources(self) -> dict[str, Account | Delivery]:
        """Who logs in, by name."""
        return {**{account.name: account for account in self.config.accounts}, DELIVERY: self.config.delivery}
