"""What the text of a message is made of."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.core.message import Message


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: `reading.text[start:end]` is where it stands, `text` has its white space folded."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A message prepared for judging.

    Attributes:
        message: The message.
        text: Its new text: quoted history is taken off, a forwarded message is kept without its quote marks.
        sentences: The sentences of `text`, in order.
        language: ISO 639-1 code of the likeliest language, or an empty string if there is too little text.
        quoted: The quoted history; it does not vote, and tells no more than the role that an applicant asked about.
        answered: The sentences of the message that it answers, where it says too little to tell what it is about.
        form: `new`, `reply` or `forward`.
        sign_off: The numbers of the sentences that only sign it: names, titles, addresses below the closing.
        is_listed: Whether it came through a mailing list.
    """

    message: Message
    text: str
    sentences: tuple[Sentence, ...]
    language: str
    quoted: str = ""
    form: str = "new"
    sign_off: frozenset[int] = frozenset()
    is_listed: bool = False
    answered: tuple[Sentence, ...] = ()
