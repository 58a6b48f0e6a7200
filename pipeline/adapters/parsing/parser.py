"""Bytes to messages. Every byte is untrusted: whatever they hold, `parse` returns, soon, and never raises."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

from pipeline.adapters.parsing.body import body_of, why_sealed, why_unread
from pipeline.adapters.parsing.headers import Envelope, aware, first_value, read_envelope
from pipeline.adapters.parsing.mime import FORWARDS, Part, split
from pipeline.core.message import UNDATED, Message, RawMessage, Unreadable

_MAX_DATA = 32 * 1024 * 1024
#: Before this there was no mail that a job seeker could still have; such dates come from clocks that were never set.
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
#: The calendar ends a little later, and there is nothing to reckon with beyond it.
_LATEST = datetime(9999, 12, 1, tzinfo=UTC)
_FUTURE = timedelta(days=2)
_MAX_FACT = 200

#: Fields of which it is enough to know that they are there.
_PRESENCE = ("list-unsubscribe", "x-autoreply", "x-auto-response-suppress")
_VALUES = (
    "list-id",
    "auto-submitted",
    "precedence",
    "x-afterword",
    "x-mailer",
    "user-agent",
    "sender",
    "feedback-id",
    "x-gm-thrid",
    "x-gmail-labels",
)
#: A message bears at least one of these; a file with none of them is no message.
_KNOWN = frozenset({"from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "sender"})
#: What a crashed disk leaves: NULs, which IMAP cannot carry (RFC 9051 §4.3); Dovecot sends them as 0x80.
_NOTHING = b"\0\x80 \t\r\n"
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class MailParser:
    """Reads messages with mail-parser, with the standard library where that fails, and repairs what both lose."""

    def parse(self, raw: RawMessage) -> Message | Unreadable:
        """Return the message, or why it cannot be read. Never raise for anything that the bytes hold."""
        try:
            return _parse(raw)
        except Exception as error:  # noqa: BLE001 - the last fence between hostile bytes and a run
            return _unreadable(raw, f"its parser failed ({type(error).__name__})")


def _parse(raw: RawMessage) -> Message | Unreadable:
    data = raw.data[:_MAX_DATA]
    if not data.strip():
        return _unreadable(raw, "it is empty")
    root = split(data)
    if not _KNOWN & root.fields.keys() and _is_binary(data):
        return _unreadable(raw, "it is no message: it has no header and holds binary data")
    body = body_of(root)
    text = body.text
    if not data.strip(_NOTHING) or (not root.fields and not text.strip()):
        return _unreadable(raw, "it has neither header nor text")
    is_cut = body.is_cut or raw.is_cut or len(raw.data) > _MAX_DATA
    if reason := why_sealed(root, text) or why_unread(root, text, is_cut=is_cut):
        return _unreadable(raw, reason)
    envelope = read_envelope(root.fields)
    return Message(
        key=raw.key,
        message_id=envelope.message_id or _hash(raw.data),
        date=_date(envelope, raw.internal_date),
        sender=envelope.sender,
        reply_to=envelope.reply_to,
        recipients=envelope.recipients,
        subject=envelope.subject,
        text=text,
        in_reply_to=envelope.in_reply_to,
        references=envelope.references,
        facts=_facts(root) | _told_by_server(raw),
        parser=envelope.parser,
        size=_size(raw),
    )


def _told_by_server(raw: RawMessage) -> dict[str, str]:
    told = {"x-gm-thrid": raw.gmail_thread, "x-gm-sent": "yes" if raw.is_sent else ""}
    return {name: value for name, value in told.items() if value}


def _unreadable(raw: RawMessage, reason: str) -> Unreadable:
    return Unreadable(key=raw.key, message_id=_hash(raw.data), reason=reason, size=_size(raw))


def _size(raw: RawMessage) -> int:
    return raw.size or len(raw.data)


def _hash(data: bytes) -> str:
    """Return an identity for a message that has no Message-ID: the same for all line endings."""
    return "sha256:" + hashlib.sha256(data.replace(b"\r\n", b"\n").strip()).hexdigest()


def _is_binary(data: bytes) -> bool:
    head = data[:4096]
    return len(_BINARY.findall(head)) * 50 > len(head)


def _date(envelope: Envelope, internal_date: datetime | None) -> datetime:
    """Return when a message was sent: its Date if that makes sense beside the server's, else the server's.

    A message in a file has the server's date in its newest Received field at best.
    """
    received = aware(internal_date) if internal_date is not None else _sensible(envelope.received)
    sent = _sensible(aware(envelope.date)) if envelope.date is not None else None
    if sent is not None and (received is None or sent <= received + _FUTURE):
        return sent
    return received or UNDATED


def _sensible(date: datetime | None) -> datetime | None:
    return date if date is not None and _EARLIEST <= date < _LATEST else None


def _facts(root: Part) -> dict[str, str]:
    """Return the header facts that judging may use, each a short value."""
    facts = {name: "yes" for name in _PRESENCE if name in root.fields}
    facts |= {name: value for name in _VALUES if (value := first_value(root.fields, name)[:_MAX_FACT])}
    facts["content-type"] = root.kind
    if "return-path" in root.fields and not first_value(root.fields, "return-path").strip("<> "):
        facts["return-path"] = "empty"
    below = list(root.walk())[1:]
    if any(part.disposition == "attachment" and part.kind not in FORWARDS for part in below):
        facts["has-attachment"] = "yes"
    if any(part.kind == "text/calendar" for part in (root, *below)):
        facts["has-calendar"] = "yes"
    if any(part.kind in FORWARDS for part in below) and root.kind != "multipart/report":
        facts["has-forward"] = "yes"
    return facts
