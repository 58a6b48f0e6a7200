"""Titles that people bear whom a message names, which are not the role that it is about."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import addressed, is_signed_by
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import places_of, words_of

#: A line of a signature with somebody's title is no longer than this.
_LONGEST_TITLE = 60

#: How much of the text around a title is searched.
_AROUND = 60

_NAME = r"[^\W\d_a-zß-ÿ][\w'\u2019-]+"

#: Titles in front of a surname that are other words, too.
_ADDRESS = re.compile(rf"(?:Herrn|Monsieur|Madame|M\.) {_NAME}")

#: Somebody's name behind a title, with more than a given name or a comma behind it: `our chef, Liz, will`.
_BEHIND = re.compile(rf",? (?P<name>{_ADDRESS.pattern}|{_NAME}\.?(?: {_NAME}\.?){{1,3}})|, (?P<first>{_NAME}),")

#: A whole name in front of one: `Dana Ortiz, our recruiter`.
_AHEAD = re.compile(rf"(?P<name>{_NAME} {_NAME}), (?:[^\W\d_]{{1,8}} )?$")

#: What leads from a job to whom it is done for: `Assistant to the Chief Executive`.
_SERVES = re.compile(r"(?P<who>\w+) to (?:the |our |an? )?$")


def is_title(line: str) -> bool:
    """Return whether a line is short, no sentence, and names an occupation, as below the name of who signs."""
    return len(line) <= _LONGEST_TITLE and not line.endswith((".", "!", "?")) and names_occupation(line)


def is_title_of_signer(title: str, reading: Reading, senders: Senders) -> bool:
    """Return whether a title is that of who signs: it begins lines below a person's name alone."""
    lines = [line.strip() for line in reading.text.split("\n") if line.strip()]
    here = [number for number, line in enumerate(lines) if title in line]
    return bool(here) and all(
        number > 1
        and lines[number].startswith(title)
        and is_title(lines[number])
        and is_signed_by(lines[number - 1], reading.message.sender, senders)
        for number in here
    )


def is_title_beside_name(title: str, reading: Reading, senders: Senders) -> bool:
    """Return whether a text has a title nowhere but beside the name of somebody else than who is written to."""
    text, known = reading.text[:MOST_TEXT], addressed(reading)

    def is_somebody(name: str) -> bool:
        is_name = _ADDRESS.match(name) or senders.bears_title(name) or senders.begins_with_given_name(name)
        return bool(is_name) and words_of(name)[-1] not in known

    def is_beside(start: int, end: int) -> bool:
        behind, ahead = _BEHIND.match(text, end), _AHEAD.search(text, max(0, start - _AROUND), start)
        names = [behind["name"] or behind["first"]] if behind else []
        return any(map(is_somebody, [*names, *([ahead["name"]] if ahead else [])]))

    places = places_of(title, text)
    return bool(places) and all(is_beside(start, end) for start, end in places)


def is_served(title: str, text: str) -> bool:
    """Return whether a text has a title nowhere but as whom somebody works for: `Assistant to the Chief Executive`."""
    places = places_of(title, text[:MOST_TEXT])
    before = (_SERVES.search(text, max(0, start - _AROUND), start) for start, _ in places)
    return bool(places) and all(found and names_occupation(found["who"]) for found in before)
