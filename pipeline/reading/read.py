"""From a message to a reading: new text, sentences, language."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.core.message import Message
from pipeline.core.reading import Reading
from pipeline.core.text import well_formed
from pipeline.reading.senders.sign_off import signing
from pipeline.reading.text.history import Mark, history_start
from pipeline.reading.text.language import language_of
from pipeline.reading.text.lists import came_through_list
from pipeline.reading.text.sentences import NARROWEST_WRAP, sentences_of
from pipeline.reading.text.split import split_history

#: Characters of new text that are read; a rejection says so long before.
MOST_TEXT = 60_000

#: Characters of a message in which new text is looked for; below them lies nothing but history.
MOST_RAW = 4 * MOST_TEXT

#: Characters of a reply, signature and all, that may be too short to tell what it is about: what it answers is read.
_LONGEST_TERSE = 1_000

#: The end of a line that was long enough to be wrapped.
_WRAP = re.compile(rf"(?<=[^\n]{{{NARROWEST_WRAP}}})\n")

#: Characters of the subject that tell its language.
MOST_SUBJECT = 1_000


def read(message: Message) -> Reading:
    """Return what a message says: its new text apart from quoted history, in sentences, with its language and sign-off.

    Takes time and memory in proportion to `MOST_RAW` at most, whatever the message holds.
    """
    split = split_history(message.text[:MOST_RAW], subject=message.subject, is_reply=bool(message.thread))
    text = well_formed(split.new[:MOST_TEXT])
    language = language_of(well_formed(f"{message.subject[:MOST_SUBJECT]}\n{text}"))
    reading = Reading(message, text, sentences_of(text, language), language, split.quoted, split.form)
    before = answered(reading).sentences if reading.form == "reply" and len(text) <= _LONGEST_TERSE else ()
    return replace(reading, sign_off=signing(reading), is_listed=came_through_list(message, text), answered=before)


def flowing(reading: Reading) -> Reading:
    """Return a reading without the line breaks that a mail program put into its sentences; the rest stays in its place.

    A line too short to have been wrapped ends where it does, and so do the lines of a signature.
    """
    text = list(reading.text)
    for number, sentence in enumerate(reading.sentences):
        if number not in reading.sign_off:
            for wrap in _WRAP.finditer(reading.text, sentence.start, sentence.end):
                text[wrap.start()] = " "
    return replace(reading, text="".join(text))


def answered(reading: Reading) -> Reading:
    """Return the message that a reply answers, as far as it is quoted, under the subject and sender of the reply.

    Older messages within it are left away.
    """
    lines = reading.quoted[:MOST_TEXT].splitlines()
    start = history_start(lines)
    if start.mark is Mark.ATTRIBUTION and start.line == 0:
        del lines[: start.end]
    text = well_formed(split_history("\n".join(lines), subject=f"Fwd: {reading.message.subject}").new)
    language = language_of(text) or reading.language
    return Reading(reading.message, text, sentences_of(text, language), language)
