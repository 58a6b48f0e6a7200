"""The tables of the config: what may stand in them, what it means, and what it is if it is left out."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, get_args

import platformdirs
from pydantic import BaseModel, Field, model_validator

from pipeline.config.basics import (
    INBOX_ALONE,
    AccountName,
    EmailAddress,
    HostName,
    MailboxName,
    MailboxNames,
    PathName,
    Port,
    Security,
    Table,
    Truth,
    Whole,
    refuse_plain,
    refuse_port_of_tls,
)
from pipeline.config.delivery import Delivery
from pipeline.config.letters import LetterOptions
from pipeline.config.oauth2 import Credentials
from pipeline.core.verdict import Label
from pipeline.resources import with_home

_APP = "afterword"


class Account(Credentials):
    """An IMAP account that is read. Nothing in it is ever changed."""

    name: Annotated[
        AccountName,
        Field(description="A short name for this account; also the name of its systemd credential.", examples=["home"]),
    ]
    host: Annotated[HostName, Field(min_length=1, description="The IMAP server.", examples=["imap.example.org"])]
    port: Annotated[Port, Field(default=993, description="Its port.")]
    security: Annotated[Security, Field(default="tls", description="tls, starttls, or plain (this machine only).")]
    user: Annotated[
        str, Field(min_length=1, description="The login name, often the whole address.", examples=["you@example.org"])
    ]
    address: Annotated[
        EmailAddress | None,
        Field(
            default=None,
            description="The address whose mail it holds, if the login name is another.",
            examples=["you@example.org"],
        ),
    ]
    ca_file: Annotated[
        PathName | None,
        Field(
            default=None,
            description="A PEM file with a certificate authority to trust beside the system's.",
            examples=["/etc/ssl/private-ca.pem"],
        ),
    ]
    mailboxes: Annotated[
        MailboxNames,
        Field(
            default=INBOX_ALONE,
            description="The mailboxes to read. `afterword doctor` names those in which rejections may lie besides.",
            examples=[["INBOX", "Archive"]],
        ),
    ]
    teach: Annotated[
        dict[MailboxName, Label],
        Field(
            default={},
            description="Mailboxes that teach: what you file there gets this label. Nothing else is inferred.",
            examples=[{"Afterword/Rejection": "rejection", "Afterword/Not a rejection": "other"}],
        ),
    ]
    look_back_days: Annotated[
        Whole, Field(default=90, ge=0, le=3650, description="How far back the first run looks, in days.")
    ]

    @property
    def owner(self) -> str:
        """The address whose mail it holds, in folded case; where it is not told, the login name, which often is it."""
        return (self.address or self.user).casefold()

    @model_validator(mode="after")
    def _private(self) -> Account:
        """Check that the password never travels in the clear."""
        refuse_plain(self.security, self.host)
        refuse_port_of_tls(self.security, self.port)
        both = sorted(set(self.mailboxes) & set(self.teach))
        if both:
            raise ValueError(f"{both[0]!r} is both read and teaches; name it in one of the two")
        return self


class Storage(Table):
    """What is kept on this machine, and where."""

    directory: Annotated[
        PathName | None,
        Field(
            default=None,
            description="Where log, models, access tokens and the lock lie; left out, it is your state directory.",
            examples=["~/.local/state/afterword"],
        ),
    ]
    keep_text: Annotated[
        Truth,
        Field(
            default=True,
            description="Whether the text of job mail is kept, for search and retraining. Of other mail none ever is.",
        ),
    ]
    keep_text_days: Annotated[
        Whole | None,
        Field(
            default=None,
            ge=1,
            le=36500,
            description="For how many days after it was read a text is kept; left out, for ever. Quotes stay.",
            examples=[365],
        ),
    ]

    @property
    def text_lasts(self) -> timedelta | None:
        """For how long a text is kept; None for ever."""
        if not self.keep_text:
            return timedelta(0)
        return None if self.keep_text_days is None else timedelta(days=self.keep_text_days)


class Config(Table):
    """The whole config file."""

    letters: LetterOptions
    delivery: Delivery
    accounts: Annotated[tuple[Account, ...], Field(min_length=1)]
    storage: Storage = Storage.model_validate({})

    @model_validator(mode="after")
    def _distinct(self) -> Config:
        """Check that no two accounts share a name: cursors are kept under it."""
        names = [account.name for account in self.accounts]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two accounts are named {twice[0]!r}; give each a name of its own")
        return self

    @model_validator(mode="after")
    def _read_once(self) -> Config:
        """Check that no two accounts read the same mailbox: each would keep a cursor of its own in it."""
        known: dict[tuple[str, int, str, str], str] = {}
        for one in self.accounts:
            for mailbox in one.mailboxes:
                first = known.setdefault((one.host.casefold(), one.port, one.user, mailbox), one.name)
                if first != one.name:
                    raise ValueError(
                        f"the accounts {first!r} and {one.name!r} both read {mailbox!r} of {one.user} at {one.host}; "
                        "name it in one of them"
                    )
        return self

    @model_validator(mode="after")
    def _delivered_somewhere(self) -> Config:
        """Check that the account that letters arrive in is one of the accounts."""
        names = [account.name for account in self.accounts]
        if self.delivery.account and self.delivery.account not in names:
            raise ValueError(f"delivery.account names {self.delivery.account!r}; the accounts are: {', '.join(names)}")
        return self

    @property
    def arrivals(self) -> Account | None:
        """The account that letters arrive in: the named one, else the one of the user's address, else the only one."""
        for account in self.accounts:
            if account.name == self.delivery.account:
                return account
        own = [account for account in self.accounts if account.owner == self.letters.to.casefold()]
        candidates = own or list(self.accounts)
        return candidates[0] if len(candidates) == 1 else None

    @property
    def state_directory(self) -> Path:
        """Where the log, the user's models, access tokens and the lock lie."""
        chosen = self.storage.directory
        return chosen or default_state_directory()


def default_state_directory() -> Path:
    """Return the state directory: systemd's for the service if it set one, else the user's."""
    systemd = os.environ.get("STATE_DIRECTORY", "")
    return Path(systemd.split(":")[0]) if systemd else Path(platformdirs.user_state_dir(_APP))


def default_config_path() -> Path:
    """Return where the config is looked for: $AFTERWORD_CONFIG, else the user's config directory."""
    chosen = os.environ.get("AFTERWORD_CONFIG", "")
    if chosen:
        return Path(with_home(chosen))
    return Path(platformdirs.user_config_dir(_APP)) / "config.toml"


def table_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - a type expression has no type
    """Return the table that a type expression speaks of, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := table_in(part))), None)
