"""Commands in a reply: a few words in English or German, forgiving of case and punctuation."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from pipeline.core.replies.reply import Command, Verb
from pipeline.core.verdict import Label
from pipeline.reading.times.dates import date_in

#: A command is short; a longer line is something that the user tells.
LONGEST = 80

_PLAIN = {
    Verb.CHASE: (
        "chase, chase it, chase them, keep chasing, dranbleiben, bleib dran, ich bleibe dran, bleibe dran, dran bleiben"
    ),
    Verb.LET_GO: (
        "let go, let it go, let them go, letting go, loslassen, lass los, loslassen bitte, ich lasse los, lasse los, "
        "gut sein lassen"
    ),
    Verb.PAUSE: (
        "pause, pause letters, pause the letters, pause all, pause everything, pausieren, pausiere, mach pause, ruhe, "
        "pause for now, pause for a while, pause for the time being, pause indefinitely, pause until further notice, "
        "pause bis auf weiteres, pause auf unbestimmte zeit, vorerst pause, erst mal pause, erstmal pause, "
        "stop, stop letters, stop the letters, stop sending letters, stop sending me letters, no more letters, "
        "unsubscribe, stopp, abmelden, abbestellen, keine briefe mehr"
    ),
    Verb.RESUME: "resume, continue, unpause, weiter, fortsetzen, weitermachen",
}

#: What means something, or something else, only behind the number of a point, or under it.
_NUMBERED = {
    Verb.LABEL: "rejection, a rejection, is a rejection, it is a rejection, it's a rejection, absage, eine absage, "
    "ist eine absage, rejected",
    Verb.NO: "no, not, nope, no way, nein, nicht, kein, keine, not one, no it is not, lieber nicht",
    Verb.YES: "yes, yep, yeah, yes it is, sure, of course, ja, jawohl, ja gern, ja gerne, gern, gerne, klar",
    Verb.LET_GO: "stop, stopp",
    Verb.DONE: "done, practised, practiced, finished, erledigt, geübt, fertig",
}

_WORDS = {phrase: verb for verb, phrases in _PLAIN.items() for phrase in phrases.split(", ")}
_BESIDE_A_NUMBER = {phrase: verb for verb, phrases in _NUMBERED.items() for phrase in phrases.split(", ")}
_LABELS = {label.value.replace("_", " "): label for label in Label}

#: `not a rejection`, as a sentence or the end of one.
_NOT_REJECTION = re.compile(
    r"(?:(?:this|that|it|(?:this|the) (?:one|e-?mail|mail|message))(?:'?s| is| was)? |(?:is|was) )?"
    r"(?:(?:actually|certainly|clearly|definitely) )?"
    r"(?:not (?:(?:actually|really) )?(?:an? )?|no |isn'?t an? |wasn'?t an? )rejection(?: at all)?"
    r"|(?:(?:das|dies|es|(?:die|diese) (?:e-?mail|mail|nachricht)) )?(?:(?:ist|war) )?"
    r"(?:(?:doch|gar|ja|noch|aber|wirklich) )*(?:keine|nicht eine) absage"
)
_REMIND = re.compile(r"(?:remind me|reminder|remind|erinnere mich|erinner mich|erinnerung)\b(?: again| wieder)? ?(.*)")
_PAUSE = r"(?:(?:mach )?pause|pausiere|pausieren|stop|stopp) (?:please |bitte )?(?:the letters |letters |briefe )?"
_PAUSE_FOR = re.compile(rf"{_PAUSE}(?:until|till|til|for|bis zum|bis zur|bis|für) (.+)")
_PAUSE_SPAN = re.compile(
    rf"{_PAUSE}((?:\d{{1,3}}|[^\W\d_]{{1,9}}) ?(?:[dw]|days?|weeks?|months?|years?|tage?|wochen?|monate?|jahre?))"
)
#: A few words that name an end, whatever it is.
_PAUSE_UNTIL = re.compile(rf"{_PAUSE}(?:until|till|til|bis) \S+(?: \S+){{0,3}}")

_POLITE = re.compile(r"^(?:please|bitte) | (?:please|bitte|thanks|thank you|danke)$")
#: The comma of `yes, it is` says nothing.
_AFTER_YES = re.compile(r"^(yes|yeah|no|ja|nein),(?= )")
_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_WHITE = re.compile(r"\s+")

_TOMORROW = re.compile(r"\b(?:tomorrow|morgen)\b")
_NEXT_WEEK = re.compile(r"\b(?:next week|nächste[rn]? woche|kommende[rn]? woche)\b")
#: What says that it is not the beginning of a month or week.
_BEYOND_BEGINNING = re.compile(r"\b(?:end|late|mid|middle|half of|after|close|ende|mitte|nach|spät\w*)\b")
_WEEK = re.compile(r"\b(?:week|woche)\b")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?$")
_DAY_MONTH = re.compile(r"(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d\d)|\.)?$")
_SLASHES = re.compile(r"(?:on |am )?(\d{1,2})/(\d{1,2})(?:/((?:20)?\d\d))?")
_SHORT_SPAN = re.compile(r"(\d{1,3}) ?([dw])")
_ONE = re.compile(r"^einen? ")

_SHORT_MONTHS = {
    short: name
    for name, shorts in {
        "january": "jan",
        "february": "feb",
        "march": "mar|mär|mrz",
        "april": "apr",
        "june": "jun",
        "july": "jul",
        "august": "aug",
        "september": "sep|sept",
        "october": "oct|okt",
        "november": "nov",
        "december": "dec|dez",
    }.items()
    for short in shorts.split("|")
}
#: A short month is one beside a number, or alone: `Jan` is a name as well.
_SHORT_MONTH = re.compile(
    r"(?P<before>\d(?:st|nd|rd|th|\.)? ?(?:of )?)(?P<one>{0})\b\.?|\b(?P<two>{0})\b\.?(?= \d)"
    r"|^(?P<start>in |im )?(?P<three>{0})$".format("|".join(_SHORT_MONTHS))
)
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday|mon|montag",
            "tuesday|tues|tue|dienstag",
            "wednesday|wed|mittwoch",
            "thursday|thurs|thu|donnerstag",
            "friday|fri|freitag",
            "saturday|sat|samstag|sonnabend",
            "sunday|sun|sonntag",
        )
    )
    for word in words.split("|")
}
_WEEKDAY = re.compile(
    r"(?:on |am )?(?:the |den |dem )?(?:next |this |coming |nächste[nm]? |kommende[nm]? |diese[nm]? )?"
    rf"({'|'.join(_WEEKDAYS)})"
)
_FURTHEST = timedelta(days=10 * 366)


def unclear_pause_in(line: str) -> Command | None:
    """Return the pause that a few words ask for whose end cannot be read, as `pause until Ada writes`; else None.

    Whoever asks for quiet gets it. What else they meant is not known, so the words are kept.
    """
    is_one = len(line) <= LONGEST and _PAUSE_UNTIL.fullmatch(bare(line))
    return Command(Verb.PAUSE, line.strip(), is_kept=True) if is_one else None


def command_in(line: str, sent: date, number: int | None = None, *, may_be_bare: bool = False) -> Command | None:
    """Return the command that a text is, or None.

    With `number` it stands beside that point, where a single word such as `yes` means something. With `may_be_bare` a
    day alone asks to be reminded.
    """
    text = bare(line)
    if not text or len(line) > LONGEST:
        return None
    said = line.strip()
    verb = None
    if number is not None:
        if label := _LABELS.get(text):
            return Command(Verb.LABEL, said, number, label)
        verb = _BESIDE_A_NUMBER.get(text)
    if verb is None:
        verb = Verb.NOT_REJECTION if _NOT_REJECTION.fullmatch(text) else _WORDS.get(text)
    if verb is not None:
        return Command(verb, said, number, Label.REJECTION if verb is Verb.LABEL else None)
    if (found := _PAUSE_FOR.fullmatch(text) or _PAUSE_SPAN.fullmatch(text)) and (day := day_in(found[1], sent)):
        return Command(Verb.PAUSE, said, number, day=day, is_kept=_says_more(found[1], day, sent))
    found = _REMIND.fullmatch(text)
    when = found[1] if found else text
    if (found or may_be_bare) and (day := day_in(when, sent)):
        return Command(Verb.REMIND, said, number, day=day, is_kept=_says_more(when, day, sent))
    return None


def _says_more(text: str, day: date, sent: date) -> bool:
    """Return whether words that name a day are followed by others: fewer name it, and what is left is no figure."""
    words = text.split()
    names = next(count for count in range(1, len(words) + 1) if day_in(" ".join(words[:count]), sent) == day)
    return any(character.isalpha() for word in words[names:] for character in word)


def day_in(text: str, sent: date) -> date | None:
    """Return the day after `sent` that a few words name: `in 3 months`, `May`, `1 Mar`, `Monday`; None if none.

    Of a month or week that is named by more than its beginning (`end of March`, `Mitte Mai`) it is the last day: a
    pause that ended sooner would break what was promised.
    """
    text = bare(text)
    day = _beginning_of(text, sent)
    if day is None or not _BEYOND_BEGINNING.search(text):
        return day
    if _WEEK.search(text):
        return day + timedelta(days=6)
    return day.replace(day=monthrange(day.year, day.month)[1]) if day.day == 1 else day


def _beginning_of(text: str, sent: date) -> date | None:
    """Return the day that a few bare words name, the first one where they name a month or a week."""
    text = _SHORT_MONTH.sub(_long_month, _ONE.sub("einer ", text))
    if _TOMORROW.search(text):
        return sent + timedelta(days=1)
    if _NEXT_WEEK.search(text):
        return sent + timedelta(days=7 - sent.weekday())
    turned = _MONTH_DAY.sub(r"\2 \1", text)
    for way in (text, f"in {text}", turned):
        day = date_in(way, sent) or _day_month(way, sent)
        if day is not None and sent < day <= sent + _FURTHEST:
            return day
    return _slashes(text, sent) or _short_span(text, sent) or _weekday(text, sent)


def _long_month(found: re.Match[str]) -> str:
    """Return a short month written out, with what stands before it."""
    name = _SHORT_MONTHS[found["one"] or found["two"] or found["three"]]
    return f"{found['before'].rstrip()} {name}" if found["before"] else f"{found['start'] or ''}{name}"


def _day_month(text: str, sent: date) -> date | None:
    """Return the next day that is written as `1.3.`, or that day of a year."""
    found = _DAY_MONTH.search(text)
    return _coming(sent, int(found[2]), int(found[1]), found[3]) if found else None


def _slashes(text: str, sent: date) -> date | None:
    """Return the day written as `24/12` or `12/24`, with a year or not; None where either number may be the month."""
    found = _SLASHES.fullmatch(text)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    days = {_coming(sent, second, first, found[3]), _coming(sent, first, second, found[3])} - {None}
    return days.pop() if len(days) == 1 else None


def _coming(sent: date, month: int, day: int, year: str | None) -> date | None:
    """Return the next such day after `sent`, or that of a year that is named, in full or by two figures."""
    for one in (int(year) % 100 + 2000,) if year else (sent.year, sent.year + 1):
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if sent < found <= sent + _FURTHEST:
            return found
    return None


def _short_span(text: str, sent: date) -> date | None:
    """Return the end of a span such as `2w`, as `afterword pause` takes it."""
    found = _SHORT_SPAN.fullmatch(text)
    days = int(found[1]) * (7 if found[2] == "w" else 1) if found else 0
    return sent + timedelta(days=days) if days else None


def _weekday(text: str, sent: date) -> date | None:
    """Return the next day of the week with a name."""
    found = _WEEKDAY.fullmatch(text)
    return sent + timedelta(days=(_WEEKDAYS[found[1]] - sent.weekday() - 1) % 7 + 1) if found else None


def bare(line: str) -> str:
    """Return a line in folded case, without politeness, outer punctuation and more than single spaces."""
    text = _WHITE.sub(" ", line[: LONGEST + 1].casefold().replace("\u2019", "'"))
    return _OUTER.sub("", _POLITE.sub("", _OUTER.sub("", _AFTER_YES.sub(r"\1", text))))
