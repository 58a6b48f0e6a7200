"""The names of our letters: nobody can guess one, and we know each one again, even where its record is gone.

The left part of a letter's Message-ID is a name and a seal. The name follows from what the letter is about and the
secret of the installation; the seal follows from the name and the secret. The name alone is the mark that ends a
subject line: some servers give a letter another Message-ID, and some mail programs answer without naming what they
answer.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from pipeline.core.letters.letter import DOMAIN

#: 48 bits of a name are beyond guessing by mail; with its seal, 160 bits.
_NAME, _SEAL = 12, 28

_ID = re.compile(rf"(?P<name>[0-9a-f]{{{_NAME}}})(?P<seal>[0-9a-f]{{{_SEAL}}})@{re.escape(DOMAIN)}")
_MARK = re.compile(rf"\[([0-9a-f]{{{_NAME}}})\]")


def letter_id(secret: str, kind: str, about: str) -> str:
    """Return the Message-ID, without angle brackets, of the letter of a kind about something."""
    name = token(secret, "id", kind, about)[:_NAME]
    return f"{name}{_seal(secret, name)}@{DOMAIN}"


def is_genuine(secret: str, message_id: str) -> bool:
    """Return whether a Message-ID was made with this secret."""
    found = _ID.fullmatch(message_id)
    return found is not None and hmac.compare_digest(found["seal"], _seal(secret, found["name"]))


def mark_of(message_id: str) -> str:
    """Return the mark for the subject of the letter with a Message-ID."""
    return f"[{message_id[:_NAME]}]"


def names_in(subject: str) -> list[str]:
    """Return the names of letters that the marks in a subject may stand for, the last one first."""
    return _MARK.findall(subject.lower())[::-1]


def token(secret: str, *parts: str) -> str:
    """Return 160 bits in hexadecimal that follow from the secret and some texts."""
    message = "\0".join(parts).encode("utf-8", "replace")
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()[: _NAME + _SEAL]


def _seal(secret: str, name: str) -> str:
    return token(secret, "seal", name)[:_SEAL]
