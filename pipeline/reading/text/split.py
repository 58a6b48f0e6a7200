"""New text apart from quoted history.

What a message says now decides; what it quotes does not vote. Where quote marks say what is quoted, all the rest is
new, above, below and in between. A forwarded message is another matter: there the payload is the forwarded part, so it
is kept, without what it quotes in its turn. All of it works line by line in linear time, since every line is untrusted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.reading.text.history import (
    FORWARDED,
    HEADER_LINE,
    ORIGINAL,
    Mark,
    Start,
    history_start,
    is_marked,
    line_below,
)
from pipeline.reading.text.sentences import ENDS_SENTENCE

#: Gateways and mailing lists write their own in front: "[EXTERNAL] Re: Buyer".
_TAGS = r"^\s*+(?:\[[^\]]{1,40}\]\s*+){0,5}"
_FORWARD_SUBJECT = re.compile(rf"{_TAGS}(?:fwd?|wg|tr|rv|i|doorst|enc)\s*:", re.IGNORECASE)
_REPLY_SUBJECT = re.compile(rf"{_TAGS}(?:re|aw|antw|sv|réf|r|res)\s*:", re.IGNORECASE)

#: A message that was passed on and on is looked into so many times.
_DEEPEST = 4

#: A quoted line of this width may have lost its end to the next line, where it stands without a mark.
_WIDE = 60

_SIGNATURE = "--"


@dataclass(frozen=True, slots=True)
class Split:
    """The new text of a message, its quoted history, and its form: `new`, `reply` or `forward`."""

    new: str
    quoted: str
    form: str


def split_history(text: str, *, subject: str = "", is_reply: bool = False) -> Split:
    """Return new text apart from quoted history.

    Args:
        text: The decoded body.
        subject: The decoded subject; `Fwd:` and its translations tell a forward.
        is_reply: Whether the message answers another one (In-Reply-To or References).
    """
    return _split(text.splitlines(), subject, is_reply=is_reply, deepest=_DEEPEST)


def _split(lines: list[str], subject: str, *, is_reply: bool, deepest: int) -> Split:
    """Return new lines apart from quoted history; what was passed on is split in its turn, `deepest` times at most."""
    is_reply = is_reply or bool(_REPLY_SUBJECT.match(subject))
    passes_on = bool(_FORWARD_SUBJECT.match(subject))
    answers = is_reply or passes_on
    start = history_start(lines, answers=answers)
    # What answers nothing has no history: header lines and quote marks in it are about what it shows, as in the notice
    # of a portal that somebody wrote to you.
    shown = start.mark is Mark.HEADERS and not answers
    if start.mark is Mark.FORWARDED or shown or (passes_on and start.mark is not None):
        return _passed_on(lines, start, subject, deepest)
    is_old = _history(lines, start, answers=answers)
    # Where history was, a paragraph ends: no sentence goes on behind it.
    new = _tidy(["" if old else line for line, old in zip(lines, is_old, strict=True)])
    if not new and any(line.strip() for line in lines):
        # Nothing but history: then the history is the message, as when somebody sends an old one again.
        return _passed_on(lines, start, subject, deepest)
    if start.mark is None and not answers:
        return Split(_tidy(_unquoted(lines)), "", "new")
    quoted = _tidy([line for line, old in zip(lines, is_old, strict=True) if old])
    return Split(new, quoted, "reply" if is_reply or start.mark or quoted else "new")


def _history(lines: list[str], start: Start, *, answers: bool) -> list[bool]:
    """Return for each line whether it is history; `start` is where the first mark stands.

    Below an attribution only what bears quote marks is history, if anything does. Below any other mark everything is.
    """
    is_old = [is_marked(line) for line in lines]
    while start.mark not in {None, Mark.FORWARDED}:
        if start.mark is not Mark.ATTRIBUTION or not _is_answered_below(lines, start):
            is_old[start.line :] = [True] * (len(lines) - start.line)
            break
        is_old[start.line : start.end] = [True] * (start.end - start.line)
        start = history_start(lines, begin=start.end, answers=answers)
    for number in range(1, len(lines)):
        is_old[number] = is_old[number] or (is_old[number - 1] and _is_remnant(lines, number))
    return _with_signature(lines, is_old)


def _is_answered_below(lines: list[str], start: Start) -> bool:
    """Return whether an attribution stands above, or at the end of, lines with quote marks."""
    within = start.line > 0 and is_marked(lines[start.line]) and is_marked(lines[start.line - 1])
    return within or is_marked(line_below(lines, start.end))


def _is_remnant(lines: list[str], number: int) -> bool:
    """Return whether a line is the end of the quoted line above it, which was too long for some mail program."""
    line, above = lines[number].strip(), lines[number - 1].rstrip()
    if not line or not is_marked(above) or len(above) < _WIDE or ENDS_SENTENCE.search(above):
        return False
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return len(line) < len(above) and (is_marked(below) or (not below and line[0].islower()))


def _with_signature(lines: list[str], is_old: list[bool]) -> list[bool]:
    """Return the same, with a signature (RFC 3676 §4.3) that follows right below a quotation as a part of it."""
    last = max((number for number, old in enumerate(is_old) if old), default=len(lines))
    place = next((number for number in range(last + 1, len(lines)) if lines[number].strip()), len(lines))
    if place < len(lines) and lines[place].rstrip() == _SIGNATURE:
        is_old = [*is_old[:place], *([True] * (len(lines) - place))]
    return is_old


def _passed_on(lines: list[str], start: Start, subject: str, deepest: int) -> Split:
    """Return a message that passes another one on: what stands above that, and what is new in it."""
    if start.mark is None or all(is_marked(line) for line in lines if line.strip()):
        above, payload = [], lines
    else:
        said = start.end if start.mark is Mark.ATTRIBUTION else start.line
        above, payload = lines[:said], lines[start.end :]
    header, payload = _without_header(payload)
    if all(is_marked(line) for line in payload if line.strip()):
        payload = [re.sub(r"^\s*> ?", "", line) for line in payload]
    known = (found for line in header if (found := HEADER_LINE.match(line)))
    of = next((one["value"] for one in known if one["subject"]), _FORWARD_SUBJECT.sub("", subject))
    if deepest and any(line.strip() for line in payload):
        inner = _split(payload, of, is_reply=True, deepest=deepest - 1)
    else:
        inner = Split(_tidy(_unquoted(payload)), "", "forward")
    return Split(_tidy([*_unquoted(above), "", inner.new]), inner.quoted, "forward")


def _without_header(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the header lines above a forwarded text, and the rest."""
    rest = 0
    while rest < len(lines) and _is_between(lines, rest):
        rest += 1
    return lines[:rest], lines[rest:]


def _is_between(lines: list[str], number: int) -> bool:
    """Return whether a line belongs to what stands above a forwarded text: a header line, a mark, nothing."""
    line = lines[number].lstrip("> ")
    if not line.strip() or HEADER_LINE.match(line) or FORWARDED.match(line) or ORIGINAL.match(line):
        return True
    # What is between two header lines is one that is not known, or the end of a wrapped one.
    around = lines[number - 1 : number] + lines[number + 1 : number + 2]
    return len(around) > 1 and number > 0 and all(HEADER_LINE.match(one.lstrip("> ")) for one in around)


def _unquoted(lines: list[str]) -> list[str]:
    """Return the lines without their quote marks."""
    return [re.sub(r"^(?:\s?>)+ ?", "", line) for line in lines]


def _tidy(lines: list[str]) -> str:
    """Return the lines as one text, without blank lines at its ends and with at most one between paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
