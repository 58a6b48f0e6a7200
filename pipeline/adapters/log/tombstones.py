"""Tombstones: what is left of a forgotten message or an undone entry, whose number and identity are not used again."""

from __future__ import annotations

import hashlib
import secrets

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.values import storable, veiled_id

#: The setting that holds the salt, once something was forgotten.
_SALT = "tombstone_salt"

#: The number of the next message, in SQL: letters name messages by number, so that of a forgotten one stays unused.
NEXT_NUMBER = """(
    SELECT 1 + max((SELECT coalesce(max(id), 0) FROM messages), (SELECT coalesce(max(number), 0) FROM forgotten))
)"""


class Tombstones(LogConnection):
    """The part of the log that knows a forgotten message by the salted hash of its Message-ID alone."""

    def is_forgotten(self, message_id: str) -> bool:
        """Return whether the user had the message with this Message-ID (without angle brackets) forgotten."""
        row = self._row("SELECT value FROM settings WHERE name = ?", (_SALT,))
        if row is None:
            return False
        hashes = (_hash(message_id, row["value"]), _hash(veiled_id(message_id), row["value"]))
        return self._row("SELECT 1 FROM forgotten WHERE hash IN (?, ?)", hashes) is not None

    def _bury(self, number: int, message_id: str) -> None:
        self._rows("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (_SALT, _new_salt()))
        (row,) = self._rows("SELECT value FROM settings WHERE name = ?", (_SALT,))
        sql = "INSERT INTO forgotten (number, hash) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._rows(sql, (number, _hash(message_id, row["value"])))


def _new_salt() -> str:
    return secrets.token_hex(32)


def _hash(message_id: str, salt: str) -> bytes:
    # As it was stored, undecodable characters replaced.
    (stored,) = storable((message_id,))
    return hashlib.blake2b(str(stored).encode(), key=bytes.fromhex(salt), digest_size=32).digest()
