"""What the tables of the config are made of: their base, and the kinds of values that stand in them."""

from __future__ import annotations

import ipaddress
import re
from email.errors import MessageError
from email.headerregistry import Address as HeaderAddress
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

_NO_ADDRESS = "not an e-mail address such as you@example.org"

#: How the delivery is called where accounts are called by their names, as of a credential or by `afterword login`.
DELIVERY = "delivery"

#: The mailboxes that are read unless others are named.
INBOX_ALONE = ("INBOX",)

_NAME = r"^[A-Za-z0-9_-]{1,40}$"

Security = Literal["tls", "starttls", "plain"]


def _an_address(text: str) -> str:
    """Return an e-mail address with the least check that catches a slip."""
    local, at, domain = text.rpartition("@")
    if not (at and local and "." in domain) or any(character.isspace() or character in "<>\x00" for character in text):
        raise ValueError(_NO_ADDRESS)
    return text


def _a_letters_address(text: str) -> str:
    """Return an e-mail address that a letter can bear, and that every mail server takes (RFC 5322 §3.4.1)."""
    if not _an_address(text).isascii():
        raise ValueError("holds more than ASCII; a domain such as müller.example is written xn--mller-kva.example")
    try:
        is_whole = HeaderAddress(addr_spec=text).addr_spec == text
    except (ValueError, IndexError, MessageError):
        is_whole = False
    if not is_whole or "=?" in text:
        raise ValueError(_NO_ADDRESS)
    return text


def _a_host(name: str) -> str:
    """Return a host name or address that can at least be looked up; no URL, and no port."""
    try:
        name.encode("idna")
    except UnicodeError:
        raise ValueError("not a host name such as imap.example.org") from None
    if re.search(r"[\s/@\[\]]", name) or (":" in name and not _is_ip_address(name)):
        raise ValueError("not a host name such as imap.example.org; a port stands in port, encryption in security")
    return name


def _is_ip_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _a_free_name(name: str) -> str:
    """Return a name that an account can have beside the delivery."""
    if name == DELIVERY:
        raise ValueError(f"{DELIVERY!r} is what the table [delivery] is called by; give the account another name")
    return name


def mailbox_name(name: str) -> str:
    """Return the name of a mailbox; INBOX is one and the same in whatever case (RFC 9051 §5.1), and read once."""
    return "INBOX" if name.upper() == "INBOX" else name


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _a_path(path: Path) -> Path:
    """Return a path with its home in place of `~`."""
    if "\0" in str(path):
        raise ValueError("not a path: it holds a character that no path can hold")
    try:
        return path.expanduser()
    except RuntimeError:
        raise ValueError(f"{path.parts[0]} is the home of no user that this machine knows") from None


def _a_timezone(name: str) -> str:
    """Return the name of a time zone that this machine knows; an empty one means the machine's own."""
    if name:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("not a time zone such as Europe/Berlin") from None
    return name


def checked_address(text: str) -> str:
    """Return an address that letters can go to; raise ValueError if it is none."""
    return _a_letters_address(text.strip())


def checked_name(text: str) -> str:
    """Return a name for an account; raise ValueError if it can be none."""
    if not re.fullmatch(_NAME, text):
        raise ValueError("may hold letters without accents, digits, - and _ alone, 40 at the most")
    return _a_free_name(text)


def checked_host(name: str) -> str:
    """Return a host name; raise ValueError if it is none."""
    if not name:
        raise ValueError("a host name is missing")
    return _a_host(name)


EmailAddress = Annotated[str, AfterValidator(_an_address)]
LettersAddress = Annotated[str, AfterValidator(_a_letters_address)]
HostName = Annotated[str, AfterValidator(_a_host)]
TimeZone = Annotated[str, AfterValidator(_a_timezone)]
PathName = Annotated[Path, AfterValidator(_a_path)]
# TOML has types of its own: what is written as another one is a slip, and not to be guessed at.
Truth = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
Port = Annotated[Whole, Field(ge=1, le=65535)]
MailboxName = Annotated[str, Field(min_length=1), AfterValidator(mailbox_name)]
MailboxNames = Annotated[tuple[MailboxName, ...], Field(min_length=1), AfterValidator(_each_once)]
AccountName = Annotated[str, Field(pattern=_NAME), AfterValidator(_a_free_name)]


class Table(BaseModel):
    """A table of the config: frozen, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Password(Table):
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
        PathName | None,
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


def refuse_plain(security: str, host: str) -> None:
    """Refuse to talk in the clear to any machine but this one."""
    if security == "plain" and host not in {"localhost", "127.0.0.1", "::1"}:
        raise ValueError("security plain is for this machine alone; use tls or starttls")


def refuse_port_of_tls(security: str, port: int) -> None:
    """Refuse starttls where TLS is spoken from the first byte (RFC 8314 §7): each side would wait for the other."""
    usual = {465: 587, 993: 143}.get(port)
    if security == "starttls" and usual:
        raise ValueError(f"port {port} is that of tls; with starttls it is usually {usual}")
