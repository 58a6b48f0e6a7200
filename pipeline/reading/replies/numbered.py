"""Commands on a line of a reply, with the numbers that they are about: `2 not`, `let go 17`, `1 and 2 not`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.core.replies.reply import Command, Verb
from pipeline.reading.replies.commands import LONGEST, bare, command_in
from pipeline.reading.text.blanks import BLANKS

#: A line with several commands may be longer than one.
_LONGEST_LIST = 2_000

_SIGN = r"(?:no\.? ?|nr\.? ?|#)?"
_DONE_FIRST = re.compile(rf"(?:done|erledigt|geübt|fertig)[ :]+(?:with )?{_SIGN}(\d{{1,3}})")
_NUMBER_FIRST = re.compile(rf"{_SIGN}(\d{{1,3}})(?:\s*[.:)\]=-]+\s*|\s+)(.+)")
_NUMBER_LAST = re.compile(rf"(.+?)[ :]+{_SIGN}(\d{{1,3}})")
#: Several numbers in front of what is said of each: `1, 2 and 4 not`.
_NUMBERS_FIRST = re.compile(
    rf"{_SIGN}(\d{{1,3}}(?:(?:,| (?:and|und|[&+]) |[&+]) ?{_SIGN}\d{{1,3}})+)(?:\s*[.:)\]=-]+\s*|\s+)(.+)"
)
#: What stands in front of the words of a command in the line as it was written.
_TO_NUMBER = re.compile(r"\D*\d{1,3}(?:\s*[.:)\]=-]+\s*|\s+)")
_TO_NUMBERS = re.compile(r"(?:\D{0,9}\d{1,3})+(?:\s*[.:)\]=-]+\s*|\s+)")
#: What stands behind them.
_FROM_NUMBER = re.compile(rf"[\s:]+(?:with\s+)?{_SIGN}\d{{1,3}}\W*$", re.IGNORECASE)
_SEVERAL = re.compile(rf"{BLANKS}?[,;]\s*|{BLANKS}(?:and|und)\s+")

_HEAD = re.compile(r"[.,;:!](?:\s|$)|\s[-\u2013\u2014]\s")
#: What may stand before a correction, and is no sentence of its own.
_OBJECTION = re.compile(r"\s*(?:no|nope|wrong|sorry|hi|hello|hallo|hey|nein|nee|falsch) ?[,.:!]\s+", re.IGNORECASE)

#: What may stand in front of its number. `No 17` is a number itself, `Interview 2` a heading, and a day has figures.
_BEFORE_NUMBER = frozenset({Verb.CHASE, Verb.LET_GO, Verb.NOT_REJECTION})


def commands_in(line: str, sent: date) -> tuple[Command, ...]:
    """Return the commands that a line consists of; none if it is anything else.

    `sent` is the day that spans such as `in 3 months` count from. Several commands may stand on one line if each names
    its number, as in `1 rejection, 2 not`, and several numbers before what is said of each, as in `1 and 2 not`.
    """
    if len(line) > _LONGEST_LIST or not bare(line):
        return ()
    if command := command_in(line, sent):
        return (command,)
    if len(line) <= LONGEST:
        if found := _numbered(line, sent):
            return (found,)
        if many := _of_several(line, sent):
            return many
    parts = [_numbered(part, sent) if len(part) <= LONGEST else None for part in _SEVERAL.split(line)]
    return tuple(one for one in parts if one) if all(parts) else ()


def correction_in(line: str, sent: date) -> Command | None:
    """Return the correction that a line begins with, as `No, not a rejection, they invited me` does; None if none."""
    head = _HEAD.split(_OBJECTION.sub("", line, count=1), maxsplit=1)[0]
    command = (command_in(head, sent) or _numbered(head, sent)) if len(head) <= LONGEST else None
    return command if command and command.verb is Verb.NOT_REJECTION else None


def _numbered(line: str, sent: date) -> Command | None:
    """Return the command that names its point by number, as `2 not`, `done 3` and `let go 17` do."""
    text = bare(line)
    if found := _DONE_FIRST.fullmatch(text):
        return Command(Verb.DONE, _FROM_NUMBER.sub("", line.strip()), int(found[1]))
    if found := _NUMBER_FIRST.fullmatch(text):
        command = command_in(found[2], sent, int(found[1]))
        return command and replace(command, text=_TO_NUMBER.sub("", line.strip(), count=1))
    found = _NUMBER_LAST.fullmatch(text)
    command = command_in(found[1], sent, int(found[2])) if found else None
    if command is None or command.verb not in _BEFORE_NUMBER:
        return None
    return replace(command, text=_FROM_NUMBER.sub("", line.strip()))


def _of_several(line: str, sent: date) -> tuple[Command, ...]:
    """Return what is said of each of several numbers; nothing if they do not stand in front of one command."""
    found = _NUMBERS_FIRST.fullmatch(bare(line))
    if not found:
        return ()
    said = _TO_NUMBERS.sub("", line.strip(), count=1)
    commands = [command_in(found[2], sent, int(number)) for number in re.findall(r"\d+", found[1])]
    return tuple(replace(one, text=said) for one in commands if one)
