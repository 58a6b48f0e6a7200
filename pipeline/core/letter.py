"""Letters: what we write, before it is words on a wire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from enum import StrEnum

#: The domain of our own Message-IDs (RFC 2606 keeps `.invalid` free for ever).
DOMAIN = "afterword.invalid"


class LetterKind(StrEnum):
    """The letters that Afterword writes."""

    DEBRIEF = "debrief"
    DIGEST = "digest"
    SUMMARY = "summary"


#: The letters of which only a few leave on one day.
ABOUT_REJECTIONS = frozenset({LetterKind.DEBRIEF, LetterKind.SUMMARY})


@dataclass(frozen=True, slots=True)
class Owed:
    """A letter that is owed: a row of the outbox.

    Attributes:
        id: Its number in the outbox.
        kind: Which letter.
        about: What it is about: the Message-ID of a rejection for a debrief, `2026-W47` for a digest, a run's
            instant for a summary of old rejections. `kind` and `about` together are unique: one thing, one letter.
            A debrief may speak of further rejections: those whose rows the log has joined to it.
        due: When it may leave (aware).
        attempts: How often handing it over was tried.
        raw: The letter as it was composed for its first attempt, so that a second attempt sends the same bytes.
        message_id: Its Message-ID, without angle brackets; empty before it was composed.
        unclear: Whether an earlier attempt may have been accepted without our learning of it.
    """

    id: int
    kind: LetterKind
    about: str
    due: datetime
    attempts: int = 0
    raw: bytes = b""
    message_id: str = ""
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A composed letter: `email` is the complete RFC 5322 message, `html` its HTML part alone, for showing."""

    kind: LetterKind
    about: str
    email: EmailMessage
    text: str
    html: str

    @property
    def subject(self) -> str:
        """Its subject line."""
        return str(self.email["Subject"])
