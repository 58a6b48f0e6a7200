"""The tables of the config: what may stand in them, what it means, and what it is if it is left out."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from pipeline.core.verdict import Label

_APP = "afterword"

Security = Literal["tls", "starttls", "plain"]


def _an_address(text: str) -> str:
    """Return an e-mail address with the least check that catches a slip."""
    local, at, domain = text.rpartition("@")
    if not (at and local and "." in domain) or any(character.isspace() or character in "<>\x00" for character in text):
        raise ValueError("not an e-mail address such as you@example.org")
    return text


def _a_host(name: str) -> str:
    """Return a host name or address that can at least be looked up."""
    try:
        name.encode("idna")
    except UnicodeError:
        raise ValueError("not a host name such as imap.example.org") from None
    return name


def _a_timezone(name: str) -> str:
    """Return the name of a time zone that this machine knows; an empty one means the machine's own."""
    if name:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("not a time zone such as Europe/Berlin") from None
    return name


EmailAddress = Annotated[str, AfterValidator(_an_address)]
HostName = Annotated[str, AfterValidator(_a_host)]
TimeZone = Annotated[str, AfterValidator(_a_timezone)]
Port = Annotated[int, Field(ge=1, le=65535)]
SecretName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]


class _Table(BaseModel):
    """A table of the config: frozen, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Password(_Table):
    """Where a password comes from."""

    password_command: Annotated[
        tuple[str, ...],
        Field(
            default=(),
            description="A command, as a list, whose first line of output is the password.",
            examples=[["pass", "show", "mail/home"]],
        ),
    ]
    password_file: Annotated[
        Path | None,
        Field(
            default=None,
            description="A file whose first line is the password; keep it readable to yourself alone (chmod 600).",
            examples=["~/.config/afterword/home.password"],
        ),
    ]
    password_env: Annotated[
        str,
        Field(
            default="",
            description="The name of an environment variable that holds the password.",
            examples=["HOME_MAIL_PASSWORD"],
        ),
    ]


def _refuse_plain(security: str, host: str) -> None:
    """Refuse to talk in the clear to any machine but this one."""
    if security == "plain" and host not in {"localhost", "127.0.0.1", "::1"}:
        raise ValueError("security plain is for this machine alone; use tls or starttls")


class Account(Password):
    """An IMAP account that is read. It is never written to."""

    name: Annotated[
        SecretName,
        Field(description="A short name for this account; also the name of its systemd credential.", examples=["home"]),
    ]
    host: Annotated[HostName, Field(min_length=1, description="The IMAP server.", examples=["imap.example.org"])]
    port: Annotated[Port, Field(default=993, description="Its port.")]
    security: Annotated[Security, Field(default="tls", description="tls, starttls, or plain (this machine only).")]
    user: Annotated[
        str, Field(min_length=1, description="The login name, often the whole address.", examples=["you@example.org"])
    ]
    ca_file: Annotated[
        Path | None,
        Field(
            default=None,
            description="A PEM file with a certificate authority to trust beside the system's.",
            examples=["/etc/ssl/private-ca.pem"],
        ),
    ]
    mailboxes: Annotated[
        tuple[str, ...],
        Field(
            default=("INBOX",),
            min_length=1,
            description="The mailboxes to read. `afterword doctor` lists those of the server.",
            examples=[["INBOX", "Archive"]],
        ),
    ]
    teach: Annotated[
        dict[str, Label],
        Field(
            default={},
            description="Mailboxes that teach: what you file there gets this label. Nothing else is inferred.",
            examples=[{"Afterword/Rejection": "rejection", "Afterword/Not a rejection": "other"}],
        ),
    ]
    look_back_days: Annotated[
        int, Field(default=90, ge=0, le=3650, description="How far back the first run looks, in days.")
    ]

    @model_validator(mode="after")
    def _private(self) -> Account:
        """Check that the password never travels in the clear."""
        _refuse_plain(self.security, self.host)
        both = sorted(set(self.mailboxes) & set(self.teach))
        if both:
            raise ValueError(f"{both[0]!r} is both read and teaches; name it in one of the two")
        return self


class Delivery(Password):
    """How letters reach you."""

    method: Annotated[
        Literal["smtp", "folder"],
        Field(default="smtp", description="smtp sends them; folder writes each one as an .eml file instead."),
    ]
    host: Annotated[HostName, Field(default="", description="The SMTP server.", examples=["smtp.example.org"])]
    port: Annotated[Port, Field(default=465, description="Its port: 465 for tls, 587 for starttls.")]
    security: Annotated[Security, Field(default="tls", description="tls, starttls, or plain (this machine only).")]
    user: Annotated[
        str, Field(default="", description="The login name; empty to send without one.", examples=["you@example.org"])
    ]
    ca_file: Annotated[
        Path | None, Field(default=None, description="As for an account.", examples=["/etc/ssl/private-ca.pem"])
    ]
    folder: Annotated[
        Path | None,
        Field(default=None, description="Where the folder method writes.", examples=["~/afterword-letters"]),
    ]

    @model_validator(mode="after")
    def _complete(self) -> Delivery:
        """Check that the chosen method has what it needs."""
        if self.method == "smtp" and not self.host:
            raise ValueError("method smtp needs a host")
        if self.method == "folder" and self.folder is None:
            raise ValueError("method folder needs a folder")
        _refuse_plain(self.security, self.host or "localhost")
        return self


class LetterOptions(_Table):
    """What the letters are like."""

    to: Annotated[
        EmailAddress,
        Field(description="Your own address: every letter goes here and nowhere else.", examples=["you@example.org"]),
    ]
    sender: Annotated[
        EmailAddress | None,
        Field(
            default=None,
            description="The address that letters come from; left out, it is your own.",
            examples=["afterword@example.org"],
        ),
    ]
    language: Annotated[Literal["en", "de"], Field(default="en", description="The language of the letters: en or de.")]
    timezone: Annotated[
        TimeZone,
        Field(default="", description="Your time zone; left out, it is this machine's.", examples=["Europe/Berlin"]),
    ]
    debriefs: Annotated[bool, Field(default=True, description="Whether a rejection is followed by a debrief.")]
    debrief_after_hours: Annotated[
        float,
        Field(default=0, ge=0, le=336, description="How long a debrief waits after its rejection was found, in hours."),
    ]
    stale_after_days: Annotated[
        int,
        Field(
            default=14,
            ge=1,
            le=3650,
            description="Rejections older than this when found share one summary in place of debriefs, in days.",
        ),
    ]
    steps: Annotated[
        Path | None,
        Field(
            default=None,
            description="Your own copy of steps.toml, which holds the wording of the letters.",
            examples=["~/.config/afterword/steps.toml"],
        ),
    ]

    @property
    def debrief_after(self) -> timedelta:
        """How long a debrief waits."""
        return timedelta(hours=self.debrief_after_hours)

    @property
    def stale_after(self) -> timedelta:
        """From which age on a rejection gets no debrief of its own."""
        return timedelta(days=self.stale_after_days)


class Storage(_Table):
    """What is kept on this machine, and where."""

    directory: Annotated[
        Path | None,
        Field(
            default=None,
            description="Where the log, your models and the lock lie; left out, it is the user's state directory.",
            examples=["~/.local/state/afterword"],
        ),
    ]
    keep_text: Annotated[
        bool,
        Field(
            default=True,
            description="Whether the text of job mail is kept, for search and retraining. Of other mail none ever is.",
        ),
    ]


class Config(_Table):
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

    @property
    def state_directory(self) -> Path:
        """Where the log, the user's models and the lock lie."""
        chosen = self.storage.directory
        return chosen.expanduser() if chosen else default_state_directory()


def default_state_directory() -> Path:
    """Return the state directory: systemd's for the service if it set one, else the user's."""
    systemd = os.environ.get("STATE_DIRECTORY", "")
    return Path(systemd.split(":")[0]) if systemd else Path(platformdirs.user_state_dir(_APP))


def default_config_path() -> Path:
    """Return where the config is looked for: $AFTERWORD_CONFIG, else the user's config directory."""
    chosen = os.environ.get("AFTERWORD_CONFIG", "")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_config_dir(_APP)) / "config.toml"


def table_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - a type expression has no type
    """Return the table that a type expression speaks of, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := table_in(part))), None)
