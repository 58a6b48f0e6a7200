"""From a message to a reading: new text, sentences, language."""

from __future__ import annotations

from pipeline.core.message import Message
from pipeline.core.reading import Reading
from pipeline.reading.language import language_of
from pipeline.reading.sentences import sentences_of
from pipeline.reading.text import split_history

#: Characters of new text that are read; a rejection says so long before.
MOST_TEXT = 60_000


def read(message: Message) -> Reading:
    """Return what a message says: its new text apart from quoted history, in sentences, with its language.

    Takes time and memory in proportion to `MOST_TEXT` at most, whatever the message holds.
    """
    split = split_history(message.text, subject=message.subject, is_reply=bool(message.thread))
    text = split.new[:MOST_TEXT]
    language = language_of(f"{message.subject}\n{text}")
    return Reading(message, text, sentences_of(text, language), language, split.quoted, split.form)
