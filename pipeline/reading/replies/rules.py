"""What a reply says: answers to what the letter numbers, commands, and the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from pipeline.core.letters.letter import Point, PointKind, SentLetter
from pipeline.core.replies.plan import named_in, only_question, takes_yes_or_no
from pipeline.core.replies.reply import Command, Spoken, Verb
from pipeline.reading.replies.commands import command_in, unclear_pause_in
from pipeline.reading.replies.numbered import commands_in, correction_in
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
#: More words than these, without a number, tell something rather than decide.
_FEW_WORDS = 4
#: What decides something only where it is known what was asked.
_BARE = frozenset({Verb.YES, Verb.NO})


def read_reply(text: str, letter: SentLetter | None, sent: date) -> Spoken:
    """Return what a reply with the decoded body `text` says to a letter; `sent` is the day it was written on."""
    reader = _Reader(letter, sent)
    written = user_text(text, letter)
    reader.elsewhere(written.elsewhere)
    for number, said in written.under:
        reader.under(number, said)
    reader.decide()
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
            if commands := commands_in(line, self._sent):
                for one in commands:
                    current = self._question_of(one)
                    if current is None:
                        self._commands.append(one)
                    else:
                        under.setdefault(current, []).append(one.text)
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
        point, (first, *rest) = self._points[number], text.strip().split("\n", maxsplit=1)
        text = "\n".join([self._without_own(number, first), *rest])
        command = self._choice(point, text)
        if command is not None:
            is_answer = point.kind is PointKind.QUESTION and (point.message or command.message) is not None
            self._commands.append(replace(command, is_kept=command.is_kept and not is_answer))
            if is_answer:
                self._answer(number, text)
            return
        kept: list[str] = []
        for written in text.splitlines():
            beside = number if point.kind is not PointKind.QUESTION else None
            line = self._without_own(number, written)
            if command := command_in(line, self._sent, beside):
                self._commands.append(command)
            else:
                if beside is not None and (correction := correction_in(line, self._sent)):
                    self._commands.append(replace(correction, number=beside))
                kept.append(line)
        self._answer(number, "\n".join(kept))

    def _without_own(self, number: int, line: str) -> str:
        """Return a line under a point without the number of that point, or of the rejection, before a command."""
        commands = commands_in(line, self._sent)
        own = {number, self._points[number].message}
        return commands[0].text if len(commands) == 1 and commands[0].number in own else line

    def decide(self) -> None:
        """Take all that stands under no point for a decision, if it is one and nothing else was said.

        The one question of a letter needs no number; of several nobody knows which a bare `yes` is about.
        """
        lines = _SIGNED.sub("", "\n".join(self._free)).splitlines()
        said = "\n".join(one for one in lines if not _says_nothing(one)).strip()
        if not self._letter or self._answers or self._commands or len(said.split()) > _FEW_WORDS:
            return
        only = only_question(self._letter)
        if only is not None and self._choice(only, said):
            self._free = []
            self.under(only.number, said)
        elif only is None and (bare := command_in(said.partition("\n")[0], self._sent, 0)) and bare.verb in _BARE:
            self._free = []
            self._commands.append(replace(bare, text=said, number=None))

    def spoken(self) -> Spoken:
        """Return all of it."""
        answers = ((number, _tidy(texts)) for number, texts in sorted(self._answers.items()))
        said = _SIGNED.sub("", "\n".join(self._free))
        free = [] if all(map(_says_nothing, said.splitlines())) else self._free
        return Spoken(tuple((number, text) for number, text in answers if text), tuple(self._commands), _tidy(free))

    def _answer(self, number: int, text: str) -> None:
        self._answers.setdefault(number, []).append(text)

    def _question_of(self, command: Command) -> int | None:
        """Return the number of the question that a command answers, as `2 yes` does: its own, or by the rejection's."""
        if command.number is None or command.verb is Verb.DONE or self._letter is None:
            return None
        if not self._is_meant(command):
            return command.number
        is_about_it = command.number not in self._points and command.number == self._letter.message
        takes = [one.number for one in self._points.values() if takes_yes_or_no(one)]
        return takes[0] if is_about_it and len(takes) == 1 and command.verb in _BARE else None

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
        """Return whether a command is one, and no answer to the question whose number it names."""
        about_label = command.verb in {Verb.NOT_REJECTION, Verb.LABEL}
        point = _at(self._letter, command.number, about_label=about_label) if command.number is not None else None
        return point is None or point.kind is not PointKind.QUESTION

    def _choice(self, point: Point, text: str) -> Command | None:
        """Return what an answer decides, if the point asks for a decision."""
        if not takes_yes_or_no(point):
            return None
        if point.message is None:
            return self._choice_of_one(point, text)
        may_be_bare = point.kind is not PointKind.UNCERTAIN
        whole = command_in(text, self._sent, point.number, may_be_bare=may_be_bare)
        head = command_in(_HEAD.split(text, maxsplit=1)[0], self._sent, point.number)
        alone = command_in(text.partition("\n")[0], self._sent, point.number)
        first = next((one for one, verbs in ((head, _CHOICES), (alone, _BARE)) if one and one.verb in verbs), None)
        return whole or (first and replace(first, text=text, is_kept=True))

    def _choice_of_one(self, point: Point, text: str) -> Command | None:
        """Return what an answer decides that has to name the company first, as in `Northwind, in May`."""
        about = named_in(text, self._letter) if self._letter else None
        if about is None or self._letter is None:
            # Nothing can be done about it; as a command it is told that it was not.
            bare = command_in(text, self._sent, point.number)
            return bare if bare and bare.verb in _BARE else None
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
