"""Letters: what we write, before it is words on a wire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from enum import StrEnum

#: The domain of our own Message-IDs: it can never exist (RFC 2606 §2), so that no letter claims anybody's host.
DOMAIN = "afterword.invalid"


class LetterKind(StrEnum):
    """The letters that Afterword writes."""

    DEBRIEF = "debrief"
    DIGEST = "digest"
    SUMMARY = "summary"


#: The letters of which only a few leave on one day.
ABOUT_REJECTIONS = frozenset({LetterKind.DEBRIEF, LetterKind.SUMMARY})


class PointKind(StrEnum):
    """What a point of a letter is."""

    QUESTION = "question"
    UNCERTAIN = "uncertain"
    REJECTION = "rejection"
    PRACTICE = "practice"
    SKILL = "skill"
    CHASE = "chase"


@dataclass(frozen=True, slots=True)
class Point:
    """What a letter numbers, so that a reply can speak to it.

    Attributes:
        number: Its number in the letter.
        kind: A question, an uncertain message, an entry of a list, ...
        message: The number of the logged message that it is about.
        step: The step of a question, such as `prepare`.
        text: The question, or what the entry is.
        anchor: The words of the letter behind which an answer to it is written.
        answer: The number of the stored answer that it is about, for an entry of the practice or the skill list.
        id: Its number in the log, once it is there.
        is_answered: Whether there is an answer to it.
    """

    number: int
    kind: PointKind
    message: int | None
    step: str = ""
    text: str = ""
    anchor: str = ""
    answer: int | None = None
    id: int = 0
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that went out, as a reply to it needs it.

    `message` is the number of the rejection that a debrief is about; with `is_shared` it is one of several. `said` is
    all that the letter said, as text and as its HTML shows it; empty where that is not known.
    """

    id: int
    kind: LetterKind
    about: str
    message: int | None = None
    said: str = ""
    points: tuple[Point, ...] = ()
    is_shared: bool = False

    def of_kind(self, kind: PointKind) -> list[Point]:
        """Return the points of one kind."""
        return [one for one in self.points if one.kind is kind]

    def point(self, number: int | None, *, about_label: bool = False) -> Point | None:
        """Return the point with a number, or None.

        A letter about several rejections calls them by their numbers in the log, and numbers its questions besides:
        what is said of a label is about a message.
        """
        named = [one for one in self.points if one.number == number]
        named.sort(key=lambda one: (one.kind is PointKind.REJECTION) is not about_label)
        return next(iter(named), None)


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
    """A composed letter.

    `email` is the complete RFC 5322 message, `html` its HTML part alone, for showing. `points` are what it numbers;
    `said` is all that it says, as text and as its HTML shows it.
    """

    kind: LetterKind
    about: str
    email: EmailMessage
    text: str
    html: str
    subject: str
    points: tuple[Point, ...] = ()
    said: str = ""
