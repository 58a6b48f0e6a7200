"""What a reply says: answers to what the letter numbers, commands, and the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from pipeline.core.letters.letter import Point, PointKind, SentLetter
from pipeline.core.replies.plan import named_in, takes_yes_or_no
from pipeline.core.replies.reply import Command, Spoken, Verb
from pipeline.reading.replies.commands import command_in, commands_in, correction_in, unclear_pause_in
from pipeline.reading.replies.written import user_text

#: Longer than anything that a person answers; what is beyond it stays in the mailbox.
_LONGEST_ANSWER = 20_000

_NUMBERED = re.compile(
    r"\s*(?:(?:question|frage|zu|no|nr|q)\b\.?\s*)?#?(\d{1,3})\s*(?:[.):\]]|[-\u2013\u2014](?=\s))\s*(.*)",
    re.IGNORECASE,
)
_CLOSING = (
    r"(?:(?:kind |best |warm )?regards|best(?: wishes)?|cheers|lg|vg|mfg"
    r"|(?:viele|liebe|beste|schöne) grüße|mit (?:freundlichen|besten|lieben) grüßen)"
)
#: Lines that say nothing, if there is nothing beside them.
_GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten (?:tag|morgen|abend))\b[\w ,]{0,30}"
    rf"|(?:many )?thanks|thank you|danke(?: schön)?|vielen dank|{_CLOSING})?"
    r"[\s,.!]*",
    re.IGNORECASE,
)
#: The end of a reply, with the name of whoever wrote it.
_SIGNED = re.compile(
    rf"^[ \t]*{_CLOSING}\b[ \t,.!]*\n*(?:[ \t]*(?-i:[A-ZÄÖÜ])[\w.'-]{{0,40}}(?!\S)){{0,3}}\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = re.compile(r"[.,;:!\n]| [-\u2013\u2014] ")
#: The only words for which what follows on the line does not matter.
_CHOICES = frozenset({Verb.CHASE, Verb.LET_GO, Verb.REMIND})


def read_reply(text: str, letter: SentLetter | None, sent: date) -> Spoken:
    """Return what a reply with the decoded body `text` says to a letter; `sent` is the day it was written on."""
    reader = _Reader(letter, sent)
    written = user_text(text, letter)
    reader.elsewhere(written.elsewhere)
    for number, said in written.under:
        reader.under(number, said)
    return reader.spoken()


def read_answer(text: str, letter: SentLetter, number: int, sent: date) -> Spoken:
    """Return what an answer to one point of a letter says, given without any letter around it."""
    reader = _Reader(letter, sent)
    reader.under(number, text)
    return reader.spoken()


class _Reader:
    """Sorts lines into answers, commands and the rest."""

    def __init__(self, letter: SentLetter | None, sent: date) -> None:
        self._letter = letter
        points = letter.points if letter else ()
        self._points = {number: point for number in {one.number for one in points} if (point := _at(letter, number))}
        self._sent = sent
        self._answers: dict[int, list[str]] = {}
        self._commands: list[Command] = []
        self._free: list[str] = []

    def elsewhere(self, text: str) -> None:
        """Read what stands under no point: commands, answers that name their number, and the rest."""
        current: int | None = None
        under: dict[int, list[str]] = {}
        opens = True
        for line, following in pairwise([*text.splitlines(), ""]):
            found = _NUMBERED.fullmatch(line)
            if commands := self._commands_in(line):
                self._commands += commands
                current = None
            elif found and int(found[1]) in self._points:
                current = int(found[1])
                under.setdefault(current, []).append(found[2])
            elif current is not None:
                under[current].append(line)
            elif not (opens and self._is_asked(line, following)):
                self._free.append(line)
            opens = bool(commands) or _says_nothing(line)
        for number, lines in under.items():
            self.under(number, "\n".join(lines))

    def under(self, number: int, text: str) -> None:
        """Read what stands under a point."""
        point, text = self._points[number], text.strip()
        command = self._choice(point, text)
        if command is not None:
            is_answer = point.kind is PointKind.QUESTION
            self._commands.append(replace(command, is_kept=command.is_kept and not is_answer))
            if is_answer:
                self._answer(number, text)
            return
        kept: list[str] = []
        for line in text.splitlines():
            beside = number if point.kind is not PointKind.QUESTION else None
            if command := command_in(line, self._sent, beside):
                self._commands.append(command)
            else:
                if beside is not None and (correction := correction_in(line, self._sent)):
                    self._commands.append(replace(correction, number=beside))
                kept.append(line)
        self._answer(number, "\n".join(kept))

    def spoken(self) -> Spoken:
        """Return all of it."""
        answers = ((number, _tidy(texts)) for number, texts in sorted(self._answers.items()))
        said = _SIGNED.sub("", "\n".join(self._free))
        free = [] if all(map(_says_nothing, said.splitlines())) else self._free
        return Spoken(tuple((number, text) for number, text in answers if text), tuple(self._commands), _tidy(free))

    def _answer(self, number: int, text: str) -> None:
        self._answers.setdefault(number, []).append(text)

    def _commands_in(self, line: str) -> tuple[Command, ...]:
        """Return the commands on a line, unless one of them names a point that there is not or answers a question."""
        commands = commands_in(line, self._sent)
        return commands if all(self._is_meant(one) for one in commands) else ()

    def _is_asked(self, line: str, following: str) -> bool:
        """Note what the first line of a paragraph asks for in other words; return whether that is all it says.

        A correction may stand before a sentence. A pause whose end cannot be read is one only where it is a paragraph
        of its own and says the first thing: an answer may well begin with the word.
        """
        correction = correction_in(line, self._sent)
        if correction and self._is_meant(correction):
            self._commands.append(correction)
            return False
        pause = unclear_pause_in(line) if _says_nothing(following) and all(map(_says_nothing, self._free)) else None
        self._commands += [pause] if pause else []
        return pause is not None

    def _is_meant(self, command: Command) -> bool:
        if command.number is None:
            return True
        about_label = command.verb in {Verb.NOT_REJECTION, Verb.LABEL}
        point = _at(self._letter, command.number, about_label=about_label)
        return point is not None and point.kind is not PointKind.QUESTION

    def _choice(self, point: Point, text: str) -> Command | None:
        """Return what an answer decides, if the point asks for a decision."""
        if not takes_yes_or_no(point):
            return None
        if point.message is None:
            return self._choice_of_one(point, text)
        may_be_bare = point.kind is not PointKind.UNCERTAIN
        whole = command_in(text, self._sent, point.number, may_be_bare=may_be_bare)
        head = command_in(_HEAD.split(text, maxsplit=1)[0], self._sent, point.number)
        return whole or (replace(head, text=text, is_kept=True) if head and head.verb in _CHOICES else None)

    def _choice_of_one(self, point: Point, text: str) -> Command | None:
        """Return what an answer decides that has to name the company first, as in `Northwind, in May`."""
        about = named_in(text, self._letter) if self._letter else None
        if about is None or self._letter is None:
            return None
        names = (one.text for one in self._letter.of_kind(PointKind.REJECTION) if one.message == about)
        rest = re.sub(re.escape(next(names)), " ", text, flags=re.IGNORECASE)
        command = command_in(rest, self._sent, point.number, may_be_bare=True)
        return replace(command, message=about) if command else None


def _says_nothing(line: str) -> bool:
    return _GREETING.fullmatch(line) is not None


def _at(letter: SentLetter | None, number: int, *, about_label: bool = False) -> Point | None:
    return letter.point(number, about_label=about_label) if letter else None


def _tidy(texts: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(texts)).strip()[:_LONGEST_ANSWER]
