"""Commands in a reply: a few words on a line of their own, in English or German, forgiving of case and punctuation."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.core.reply import Command, Verb
from pipeline.core.verdict import Label
from pipeline.reading.dates import date_in

#: A command is short; a longer line is something that the user tells.
_LONGEST = 80

_PLAIN = {
    Verb.NOT_REJECTION: (
        "not a rejection, no rejection, not rejection, this is not a rejection, this is no rejection, "
        "it is not a rejection, it's not a rejection, that is not a rejection, that's not a rejection, "
        "keine absage, das ist keine absage, es ist keine absage, war keine absage, ist keine absage"
    ),
    Verb.CHASE: (
        "chase, chase it, chase them, keep chasing, dranbleiben, bleib dran, ich bleibe dran, bleibe dran, dran bleiben"
    ),
    Verb.LET_GO: (
        "let go, let it go, let them go, letting go, loslassen, lass los, loslassen bitte, ich lasse los, lasse los, "
        "gut sein lassen"
    ),
    Verb.PAUSE: "pause, pause letters, pause all, pausieren, pausiere, mach pause, ruhe",
    Verb.RESUME: "resume, continue, unpause, weiter, fortsetzen, weitermachen",
}

#: What means something only behind the number of a point, or under it.
_NUMBERED = {
    Verb.LABEL: "rejection, a rejection, it is a rejection, absage, eine absage, ist eine absage, rejected",
    Verb.NO: "no, not, nope, nein, nicht, kein, keine, not one, no it is not",
    Verb.YES: "yes, yep, ja, jawohl",
    Verb.DONE: "done, practised, practiced, finished, erledigt, geübt, fertig",
}

_WORDS = {phrase: verb for verb, phrases in _PLAIN.items() for phrase in phrases.split(", ")}
_BESIDE_A_NUMBER = {phrase: verb for verb, phrases in _NUMBERED.items() for phrase in phrases.split(", ")}
_LABELS = {label.value.replace("_", " "): label for label in Label}

_REMIND = re.compile(r"(?:remind me|reminder|remind|erinnere mich|erinner mich|erinnerung)\b(?: again| wieder)? ?(.*)")
_PAUSE_FOR = re.compile(r"(?:pause|pausiere|pausieren) (?:letters )?(?:until|till|for|bis zum|bis|für) (.+)")
_DONE_FIRST = re.compile(r"(?:done|erledigt|geübt|fertig)[ :]+(?:with )?(?:no\.? |nr\.? )?(\d{1,3})")
_NUMBER_FIRST = re.compile(r"(?:no\.? ?|nr\.? ?|#)?(\d{1,3})(?:\s*[.:)\]=-]+\s*|\s+)(.+)")
_SEVERAL = re.compile(r"\s*[,;]\s*|\s+(?:and|und)\s+")

_POLITE = re.compile(r"^(?:please|bitte) | (?:please|bitte|thanks|danke)$")
_OUTER = " \t\"'“”„\u2018\u2019«»`*_.,!?:;()[]<>-\u2013\u2014"
_WHITE = re.compile(r"\s+")

_TOMORROW = re.compile(r"\b(?:tomorrow|morgen)\b")
_NEXT_WEEK = re.compile(r"\b(?:next week|nächste[rn]? woche|kommende[rn]? woche)\b")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?$")
_DAY_MONTH = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.?$")
_FURTHEST = timedelta(days=10 * 366)


def commands_in(line: str, sent: date) -> tuple[Command, ...]:
    """Return the commands that a line consists of; none if it is anything else.

    `sent` is the day that spans such as `in 3 months` count from. Several commands may stand on one line if each names
    its number, as in `1 rejection, 2 not`.
    """
    text = _bare(line)
    if not text or len(line) > _LONGEST:
        return ()
    if command := command_in(line, sent):
        return (command,)
    if found := _numbered(line, sent):
        return (found,)
    parts = [_numbered(part, sent) for part in _SEVERAL.split(line)]
    return tuple(one for one in parts if one) if all(parts) else ()


def command_in(line: str, sent: date, number: int | None = None, *, may_be_bare: bool = False) -> Command | None:
    """Return the command that a text is, or None.

    With `number` it stands beside that point, where a single word such as `yes` means something. With `may_be_bare` a
    day alone asks to be reminded.
    """
    text = _bare(line)
    if not text or len(line) > _LONGEST:
        return None
    said = line.strip()
    verb = _WORDS.get(text)
    if verb is None and number is not None:
        if label := _LABELS.get(text):
            return Command(Verb.LABEL, said, number, label)
        verb = _BESIDE_A_NUMBER.get(text)
    if verb is not None:
        return Command(verb, said, number, Label.REJECTION if verb is Verb.LABEL else None)
    if (found := _PAUSE_FOR.fullmatch(text)) and (day := day_in(found[1], sent)):
        return Command(Verb.PAUSE, said, number, day=day)
    found = _REMIND.fullmatch(text)
    if (found or may_be_bare) and (day := day_in(found[1] if found else text, sent)):
        return Command(Verb.REMIND, said, number, day=day)
    return None


def day_in(text: str, sent: date) -> date | None:
    """Return the day after `sent` that a few words name: `in 3 months`, `May`, `1 March`, `tomorrow`; None if none."""
    text = _bare(text)
    if _TOMORROW.search(text):
        return sent + timedelta(days=1)
    if _NEXT_WEEK.search(text):
        return sent + timedelta(days=7 - sent.weekday())
    turned = _MONTH_DAY.sub(r"\2 \1", text)
    for way in (text, f"in {text}", turned):
        day = date_in(way, sent) or _day_month(way, sent)
        if day is not None and sent < day <= sent + _FURTHEST:
            return day
    return None


def _day_month(text: str, sent: date) -> date | None:
    """Return the next day that is written as `1.3.`."""
    found = _DAY_MONTH.search(text)
    for year in (sent.year, sent.year + 1) if found else ():
        try:
            day = date(year, int(found[2]), int(found[1])) if found else sent
        except ValueError:
            continue
        if day > sent:
            return day
    return None


def _numbered(line: str, sent: date) -> Command | None:
    """Return the command that names its point by number, as `2 not` or `done 3` do."""
    text = _bare(line)
    if found := _DONE_FIRST.fullmatch(text):
        return Command(Verb.DONE, line.strip(), int(found[1]))
    found = _NUMBER_FIRST.fullmatch(text)
    return command_in(found[2], sent, int(found[1])) if found else None


def _bare(line: str) -> str:
    """Return a line in folded case, without politeness, outer punctuation and more than single spaces."""
    text = _WHITE.sub(" ", line[: _LONGEST + 1].casefold().replace("\u2019", "'")).strip(_OUTER)
    return _POLITE.sub("", text).strip(_OUTER)
