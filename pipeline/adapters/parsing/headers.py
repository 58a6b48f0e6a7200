"""The header of a message: who, when, about what, in answer to what.

mail-parser reads it, from a copy that was repaired first: it drops bytes that are not UTF-8, raises on malformed
encoded words, and takes long over trace fields, which are left out. Where it raises nevertheless, the standard
library reads the same copy.
"""

from __future__ import annotations

import email.utils
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import mailparser

from pipeline.adapters.parsing.charsets import decode, decode_words, encode_words, one_line
from pipeline.core.message import Address

# mail-parser writes whole header values into its log records, even for ordinary defects.
logging.getLogger("mailparser").setLevel(logging.CRITICAL + 1)

_T = TypeVar("_T")

_ADDRESS_FIELDS = ("from", "reply-to", "to", "cc")
_FIELDS = (*_ADDRESS_FIELDS, "subject", "date")
_MAX_VALUE = 8 * 1024
_MAX_ID = 998  # one line (RFC 5322 §2.1.1); a longer one is nothing that a log should carry
_MAX_NAME = 300
_MAX_REFERENCES = 100
_MAX_RECIPIENTS = 100
_MAX_RECEIVED = 20

_NOBODY = Address()
_ID = re.compile(r"<([^<>\s]+)>")

#: A name with a bare comma or @ before the only address: `Doe, Jane <jane@halden.example>`, `Jane @ Halden <...>`.
_BARE_NAME = re.compile(r'(?P<name>(?:[^<>@"\\]|@(?= ))+)(?P<address><[^<>@\s]+@[^<>@\s]+>)\s*')


@dataclass(frozen=True, slots=True)
class Envelope:
    """The header fields that matter, decoded; `parser` is who could read them.

    `date` is aware, or None; so is `received`, when the last server took the message.
    """

    sender: Address = _NOBODY
    reply_to: Address = _NOBODY
    recipients: tuple[Address, ...] = ()
    subject: str = ""
    date: datetime | None = None
    date_text: str = ""
    received: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    parser: str = "mail-parser"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a parser made of the repaired header."""

    addresses: Mapping[str, Sequence[tuple[str, str]]]
    subject: str
    date: datetime | None


def read_envelope(fields: Mapping[str, list[bytes]]) -> Envelope:
    """Return the envelope that header fields describe; never raise.

    Args:
        fields: Names in lower case, each with its unfolded values as they came.
    """
    repaired = {name: _repaired(fields[name]) for name in _FIELDS if name in fields}
    if "from" in repaired:
        repaired["from"] = with_quoted_name(repaired["from"])
    reading, parser = _by_mail_parser(repaired), "mail-parser"
    if reading is None:
        reading, parser = _by_standard_library(repaired), "stdlib"
    addresses = {name: _addresses(reading.addresses.get(name, ()), repaired.get(name, "")) for name in _ADDRESS_FIELDS}
    return Envelope(
        sender=next(iter(addresses["from"]), _NOBODY),
        reply_to=next(iter(addresses["reply-to"]), _NOBODY),
        recipients=(addresses["to"] + addresses["cc"])[:_MAX_RECIPIENTS],
        subject=one_line(decode_words(reading.subject)),
        date=reading.date,
        received=_received(fields.get("received", [])),
        date_text=one_line(repaired.get("date", ""))[:80],
        message_id=_message_id(first_value(fields, "message-id")),
        in_reply_to=next(iter(_ids(first_value(fields, "in-reply-to"))), ""),
        references=_ids(first_value(fields, "references"))[-_MAX_REFERENCES:],
        parser=parser,
    )


def first_value(fields: Mapping[str, list[bytes]], name: str) -> str:
    """Return the decoded first value of a field, on one line; empty if there is none."""
    values = fields.get(name)
    return one_line(decode_words(decode(values[0]))) if values else ""


def with_quoted_name(value: str) -> str:
    """Return a field of one address with its name in quotes if a bare comma or @ would cut it (RFC 5322 §3.4)."""
    match = _BARE_NAME.fullmatch(value)
    return f'"{match["name"].strip()}" {match["address"]}' if match and {",", "@"} & set(match["name"]) else value


def _repaired(values: list[bytes]) -> str:
    """Return a field's value as text with well-formed encoded words; addresses in repeated fields are one list."""
    text = ", ".join(decode(value) for value in values[:20] if value)
    return encode_words(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", " ", text[:_MAX_VALUE]))


def _by_mail_parser(repaired: Mapping[str, str]) -> _Reading | None:
    """Return what mail-parser reads, or None where it raises; which errors, its documentation does not say."""
    header = "".join(f"{name}: {value}\n" for name, value in repaired.items())
    try:
        mail = mailparser.parse_from_string(header + "\n")
        addresses = {
            name: list(getattr(mail, name.replace("from", "from_").replace("-", "_")))
            for name in _ADDRESS_FIELDS
            if name in repaired
        }
        return _Reading(addresses, str(mail.subject), _as_sent(mail.date, _stdlib_date(repaired.get("date", ""))))
    except Exception:  # noqa: BLE001 - any failure of the parser only means that the other one has its turn
        return None


def _as_sent(date: datetime | None, written: datetime | None) -> datetime | None:
    """Return a date as it is `written`, with the sender's offset from UTC, if both are one.

    Spans such as "in six months" count from the day that it was there.
    """
    if date is None or written is None:
        return date or written
    return written if aware(date) == aware(written) else date


def _by_standard_library(repaired: Mapping[str, str]) -> _Reading:
    addresses = {name: _stdlib_addresses(repaired[name]) for name in _ADDRESS_FIELDS if name in repaired}
    return _Reading(addresses, repaired.get("subject", ""), _stdlib_date(repaired.get("date", "")))


def _stdlib_addresses(text: str) -> list[tuple[str, str]]:
    none: list[tuple[str, str]] = []
    return _attempt(lambda: email.utils.getaddresses([text]), none)


def _stdlib_date(text: str) -> datetime | None:
    """Return a date in the form of RFC 5322, or in that of ISO 8601, which some programs write."""
    in_iso = _attempt(lambda: datetime.fromisoformat(text.strip()), None)
    return in_iso or _attempt(lambda: email.utils.parsedate_to_datetime(text), None)


def _received(fields: Sequence[bytes]) -> datetime | None:
    """Return the date of the newest trace field that has one (RFC 5321 §4.4): the newest stands first."""
    dates = (_stdlib_date(decode(one.rpartition(b";")[2])) for one in fields[:_MAX_RECEIVED])
    return next((aware(one) for one in dates if one is not None), None)


def _attempt(function: Callable[[], _T], otherwise: _T) -> _T:
    try:
        return function()
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError, AttributeError):
        return otherwise


def _addresses(pairs: Sequence[tuple[str, str]], value: str) -> tuple[Address, ...]:
    """Return addresses with decoded names; of a value that no parser understands, its first word with an @ is one."""
    found = tuple(
        Address(one_line(decode_words(name))[:_MAX_NAME], one_line(decode_words(address))[:_MAX_NAME].replace(" ", ""))
        for name, address in pairs
        if address
    )
    if found or not (text := one_line(decode_words(value))):
        return found
    address = next((word.strip("<>()[],;:\"'") for word in text.split() if "@" in word[1:-1]), "")
    return (Address(text.replace(address, "").strip(" <>()[],;:\"'")[:_MAX_NAME], address[:_MAX_NAME]),)


def _message_id(value: str) -> str:
    """Return a Message-ID without its brackets; empty if it cannot serve as one."""
    found = _ID.search(value)
    text = found.group(1) if found else "".join(value.strip("<> ").split())
    return text if len(text) <= _MAX_ID else ""


def _ids(value: str) -> tuple[str, ...]:
    """Return the Message-IDs in a field, each once; a bare one without brackets counts too."""
    found = _ID.findall(value) or [word for word in value.split() if "@" in word.strip("@<>")]
    return tuple(dict.fromkeys(one for one in found if len(one) <= _MAX_ID))


def aware(date: datetime) -> datetime:
    """Return a date with a time zone: UTC where it has none."""
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)
