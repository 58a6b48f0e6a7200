"""New text apart from quoted history.

What a message says now decides; what it quotes does not vote. A forwarded message is another matter: there the payload
is the forwarded part, so it is kept. All of it works line by line in linear time, since every line is untrusted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Lines longer than this are text, never an attribution.
_LONGEST_ATTRIBUTION = 300

#: "On 3 May, Ann wrote:" as the mail programs of the seven languages (and a few more) put it.
_ATTRIBUTION = re.compile(
    r"^\s*+(?:"
    r"on\b.{4,280}\bwrote\s?:"
    r"|.{4,250}\bwrote\s?:"
    r"|am\b.{4,280}\bschrieb\b.{0,120}:"
    r"|.{4,200}\bschrieb\b.{0,80}:"
    r"|le\b.{4,280}\ba écrit\s?:"
    r"|el\b.{4,280}\bescribió\s?:"
    r"|il\b.{4,280}\bha scritto\s?:"
    r"|op\b.{4,280}\bschreef\b.{0,120}:"
    r"|em\b.{4,280}\bescreveu\s?:"
    r")\s*$",
    re.IGNORECASE,
)

ORIGINAL = re.compile(
    r"^[-_*\s]{2,}+(?:original message|ursprüngliche nachricht|originalnachricht|message d'origine"
    r"|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)[-_*\s]{2,}$",
    re.IGNORECASE,
)

_FORWARDED = re.compile(
    r"^(?:[-_*=\s]{2,}+|\s?)(?:begin )?(?:forwarded message|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten nachricht|message transféré|message transmis|mensaje reenviado"
    r"|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada)\b.{0,80}$",
    re.IGNORECASE,
)

HEADER_LINE = re.compile(
    r"^\s*\*?(from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|à|objet|date d'envoi"
    r"|enviado|para|asunto|fecha|da|inviato|a|oggetto|data|van|verzonden|aan|onderwerp|assunto|reply-to)\s?\*?\s?:\*?\s?\S?",
    re.IGNORECASE,
)

_FORWARD_SUBJECT = re.compile(r"^\s*(?:(?:re|aw)\s*:\s*)?(?:fwd?|wg|tr|rv|i|doorst|enc)\s*:", re.IGNORECASE)
_REPLY_SUBJECT = re.compile(r"^\s*(?:re|aw|antw|sv|réf|r|res)\s*:", re.IGNORECASE)

#: How many header-like lines in a row make the block that Outlook puts above what it quotes.
_HEADER_BLOCK = 3


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
    lines = text.splitlines()
    cut, mark = history_start(lines)
    forwarded = mark == "forward" or (bool(_FORWARD_SUBJECT.match(subject)) and mark is not None)
    if forwarded:
        kept = [line for number, line in enumerate(lines) if not (number == cut and _FORWARDED.match(line))]
        return Split(_tidy(_unquote(_without_header_block(kept, cut))), "", "forward")
    new = _tidy([line for line in lines[:cut] if not line.lstrip().startswith(">")])
    if not new and text.strip():
        # Nothing but history: then the history is the message, as when somebody sends an old one again.
        return Split(_tidy(_unquote(_without_header_block(lines, cut))), "", "forward")
    quoted = _tidy([line for number, line in enumerate(lines) if number >= cut or line.lstrip().startswith(">")])
    reply = is_reply or mark is not None or bool(quoted) or bool(_REPLY_SUBJECT.match(subject))
    return Split(new, quoted, "reply" if reply else "new")


def history_start(lines: list[str]) -> tuple[int, str | None]:
    """Return the line at which history begins and what marks it; the number of lines and None if nothing does."""
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_ATTRIBUTION or not line.strip():
            continue
        if _FORWARDED.match(line):
            return number, "forward"
        if ORIGINAL.match(line):
            return number, "original"
        if _is_header_block(lines, number):
            return number, "headers"
        if is_attribution(lines, number):
            return number, "attribution"
    return len(lines), None


def _is_header_block(lines: list[str], number: int) -> bool:
    """Return whether a block of at least three header-like lines begins here."""
    block = lines[number : number + _HEADER_BLOCK]
    return len(block) == _HEADER_BLOCK and all(
        len(line) < _LONGEST_ATTRIBUTION and HEADER_LINE.match(line) for line in block
    )


def is_attribution(lines: list[str], number: int) -> bool:
    """Return whether an attribution, perhaps wrapped onto a second line, stands here with history under it.

    An attribution names a date or an address: a sentence such as "this is what she wrote:" has neither.
    """
    for width in (1, 2):
        candidate = " ".join(lines[number : number + width]).lstrip("> ")
        if len(candidate) > _LONGEST_ATTRIBUTION or not _ATTRIBUTION.match(candidate):
            continue
        if re.search(r"\d|@", candidate):
            return any(line.strip() for line in lines[number + width :])
    return False


def _without_header_block(lines: list[str], start: int) -> list[str]:
    """Return the lines without the header lines that follow `start`, so that only the forwarded text is left."""
    rest = start
    while rest < len(lines) and _is_between(lines[rest]):
        rest += 1
    return [*lines[:start], "", *lines[rest:]]


def _is_between(line: str) -> bool:
    """Return whether a line belongs to what stands above a forwarded text: a header line, a mark, nothing."""
    return not line.strip() or bool(HEADER_LINE.match(line.lstrip("> ")) or _FORWARDED.match(line))


def _unquote(lines: list[str]) -> list[str]:
    """Return the lines without their quote marks."""
    return [re.sub(r"^(?:\s?>)+ ?", "", line) for line in lines]


def _tidy(lines: list[str]) -> str:
    """Return the lines as one text, without blank lines at its ends and with at most one between paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
