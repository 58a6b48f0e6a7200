"""A firm that writes its name small, where all others have a capital: `halden Hiring Team`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.core.reading import Reading
from pipeline.reading.company.words import AHEAD, ARTICLES, FOR, OF, PARTS, VIA, VON
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import squash

#: Lines at the end that may sign, and how long one is at most.
_LINES = 12
_LONGEST_LINE = 90
_LONGEST = 500

#: A shorter word is too often any abbreviation.
_LEAST = 4

_WORD = re.compile(r"[^\W\d_][^\W_]*")

#: Whose part one would be, and where one would work, beside the phrases that lead to a name in capitals.
_LEADS = re.compile(
    r"\b(?:(?:[Tt]eil|[Pp]art|[Pp]arte|[Pp]artie|[Dd]eel) (?:of|von|de|di|d[aeo]|van)"
    r"|(?:[Cc]andidatura|[Ss]olicitud|[Pp]roceso|[Pp]uesto|[Vv]acante|[Tt]rabajar|[Ee]quipo|[Pp]rocesso|[Vv]aga)"
    r" (?:en|con|de|n[ao]|em)) "
)


def small_name(reading: Reading, senders: Senders) -> str:
    """Return the one word in small letters that a message's sender or signature and another place call the firm by.

    Any noun may stand before "team" in one of them: it counts where a phrase or the domain has it too, or where both
    write what stands behind it with a capital, as `halden Hiring Team` does. Empty if there is none.
    """
    shown, signed = dict(_in_display(reading, senders)), dict(_in_signature(reading, senders))
    for word in dict.fromkeys((*shown, *signed)):
        if shown.get(word) and signed.get(word):
            return word
        label = squash(senders.own_label(reading.message.sender.domain))
        if label == word or (word in shown and label.startswith(squash(word))) or _is_led_to(word, reading):
            return word
    return ""


def with_capital(reading: Reading, word: str) -> Reading:
    """Return a reading in which a word begins with a capital, as what reads names is used to; all stays in place."""

    def raised(text: str) -> str:
        return _places(word).sub(_raised(word), text)

    message, sender = reading.message, reading.message.sender
    message = replace(message, subject=raised(message.subject), sender=replace(sender, name=raised(sender.name)))
    sentences = tuple(replace(one, text=raised(one.text)) for one in reading.sentences)
    return replace(reading, message=message, text=raised(reading.text), sentences=sentences)


def as_small(name: str, word: str, said: str) -> str:
    """Return a name in which a word is written small again, and by itself where only the domain has more of it.

    `said` is all that the message says, its white space folded.
    """
    small = _places(_raised(word)).sub(word, name)
    if name in said and small not in said:
        return name
    return word if small.startswith(f"{word} ") and small not in said else small


def _raised(word: str) -> str:
    return word[0].upper() + word[1:]


def _places(word: str) -> re.Pattern[str]:
    """Return what finds a word by itself, and not in an address."""
    return re.compile(rf"(?<![\w@./-]){re.escape(word)}(?![\w@]|\.\w)")


def _in_display(reading: Reading, senders: Senders) -> Iterator[tuple[str, bool]]:
    """Yield the small words that the sender's name ends in or has a department behind, and whether that is plain."""
    display = VIA.sub("", reading.message.sender.name[:_LONGEST]).strip(" \"'")
    for part in PARTS.split(display):
        yield from _beside_department(part, senders)
        if part != display and _is_name(part.strip(), senders):
            yield part.strip(), False
        behind = FOR.search(part) or VON.search(part) or OF.search(part)
        # A person who writes all of it small may have a surname.
        if behind and part[:1].isupper() and _is_name(part[behind.end() :], senders):
            yield part[behind.end() :], False


def _in_signature(reading: Reading, senders: Senders) -> Iterator[tuple[str, bool]]:
    """Yield the same of the lines at the end."""
    for line in [line.strip(" ,") for line in reading.text.split("\n") if line.strip()][-_LINES:]:
        if len(line) <= _LONGEST_LINE:
            for part in PARTS.split(line):
                yield from _beside_department(part, senders)


def _beside_department(part: str, senders: Senders) -> Iterator[tuple[str, bool]]:
    """Yield a small word beside a department, and whether that has a capital, so that the small letter is meant."""
    name, has_department = senders.without_departments(part)
    if has_department and _is_name(name, senders):
        rest = part[part.find(name) + len(name) :]
        yield name, any(word[:1].isupper() for word in re.findall(r"[^\W_]+", rest))


def _is_name(text: str, senders: Senders) -> bool:
    """Return whether a text is one word in small letters that can be a name."""
    if not (text.islower() and len(text) >= _LEAST and _WORD.fullmatch(text)) or len(text[0].upper()) != 1:
        return False
    known = senders.names_organisation(text) or senders.begins_with_given_name(text) or names_occupation(text)
    return not (known or senders.departments.rank(text) or senders.is_placeholder(text) or senders.is_place(text))


def _is_led_to(word: str, reading: Reading) -> bool:
    """Return whether a phrase of subject or text leads to a word as to a firm: no article stands before a name."""
    patterns = (_LEADS, *(pattern for pattern, _ in AHEAD))
    for text in (reading.message.subject[:_LONGEST], reading.text[:MOST_TEXT]):
        for place in _places(word).finditer(text):
            before = text[max(0, place.start() - 100) : place.start()]
            if not before.endswith(ARTICLES) and any(_leads(pattern, before) for pattern in patterns):
                return True
    return False


def _leads(pattern: re.Pattern[str], before: str) -> bool:
    """Return whether a phrase ends where a text does."""
    return any(match.end() == len(before) for match in pattern.finditer(before))
