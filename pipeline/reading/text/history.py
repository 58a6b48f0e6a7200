"""Where quoted history begins: the marks that mail programs set above what they quote or pass on.

All of it looks at a few lines at a time and takes linear time, since every line is untrusted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

#: Lines longer than this are text, never an attribution.
LONGEST_ATTRIBUTION = 300

#: "On 3 May, Ann wrote:" as the mail programs of the seven languages (and a few more) put it.
_OPENED = re.compile(
    r"\s*+(?:-{2,8} )?(?:"
    r"on\b.{4,280}\bwrote\s?(?::|-{2,8})"
    r"|am\b.{4,280}\b(?:schrieb\b|hat\b.{4,200}\bgeschrieben\b).{0,120}:"
    r"|le\b.{4,280}\ba écrit\s?:"
    r"|el\b.{4,280}\bescribió\s?:"
    r"|il\b.{4,280}\bha scritto\s?:"
    r"|op\b.{4,280}\b(?:schreef\b.{0,120}|geschreven\s?):"
    r"|(?:em|às|no dia|a)\b.{4,280}\bescreveu\s?:"
    r"|(?:den|på|w dniu|dnia|pe|în|dne|ke|20)\b.{0,280}\b"
    r"(?:skrev|napisał\(?a?\)?|a scris|napsal\(?a?\)?|kirjoitti)(?!\w).{0,120}:"
    r")\s*",
    re.IGNORECASE,
)

#: The same with the name in front, as some programs have it; many a sentence looks like it.
_OPEN = re.compile(
    r"\s*+(?:.{4,250}\bwrote(?: on\b.{4,60})?\s?:|.{4,200}\b(?:schrieb|schreef)\b.{0,80}:"
    r"|.{4,200}\bhat am\b.{4,80}\bgeschrieben\s?:"
    r"|.{4,200}\b(?:a écrit|escribió|ha scritto)(?: (?:le|el|il)\b.{4,60})?\s?:"
    r"|.{4,200}\bescreveu (?:\(.{4,60}\)|(?:no dia|em)\b.{4,60})\s?:"
    r"|.{4,200}\b(?:skrev|napisał\(?a?\)?|a scris|napsal\(?a?\)?|kirjoitti|пишет|написал\(?\w?\)?|пише)(?!\w).{0,80}:"
    r")\s*",
    re.IGNORECASE,
)

#: Whom a sentence names so is no sender of a message: "In question 2 you wrote:".
_SOMEBODY = re.compile(
    r"\b(?:you|i|we|he|she|they|who|which|and|also|even|then|later|once)\s+wrote\b"
    r"|\bschrieb (?:er|sie|ich|es|mir|uns|ihnen|dir|euch|man|dazu|darüber|darin|hierzu)\b",
    re.IGNORECASE,
)

#: Without one of these no line is an attribution; the patterns above take longer.
_ATTRIBUTES = re.compile(
    r"wrote|schrieb|geschrieben|écrit|escribió|scritto|schreef|geschreven|escreveu"
    r"|skrev|napisał|scris|napsal|kirjoitti|пишет|написал|пише|@[^\s<>]+>[^<>]*[:\uff1a]\s*$",
    re.IGNORECASE,
)

_ADDRESS = re.compile(r"[^\s@]@[^\s@]")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:.]\d\d|h\d\d| ?h\b| ?[ap]\.? ?m\b| uhr\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d)(?!\d)")
#: An address between angle brackets, as mail programs write it, on a line that ends in a colon. With a day and a time
#: of day it attributes in any language, where there is something to quote: in a message that answers nothing it may as
#: well ask for documents by then.
_BRACKETED = re.compile(r".{0,280}<[^\s@<>:]{1,64}@[^\s<>]{1,200}>.{0,200}[:\uff1a]\s*")

ORIGINAL = re.compile(
    r"^[-_*\s]{2,}+(?:original message|ursprüngliche nachricht|original-?nachricht|message d['\u2019]origine"
    r"|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)[-_*\s]{2,}$",
    re.IGNORECASE,
)

FORWARDED = re.compile(
    r"^(?:[-_*=\s]{2,}+|\s?)(?:(?:begin|début du|inicio del|início da) )?"
    r"(?:forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht"
    r"|(?:message|mail) (?:transféré|transmis|réexpédié)|mensaje reenviado|(?:inizio )?messaggio inoltrato"
    r"|doorgestuurd bericht|mensagem (?:encaminhada|reencaminhada))\b(?:[^@]{0,80}|\s?[-_*=]{2,}.*)$",
    re.IGNORECASE,
)

#: Who sent what a block of header lines stands above, and when: what else a block may hold, it holds these.
_FROM = (
    r"from|von|de|da|van|fra|från|od|de la|mittente|nadawca|lähettäjä|kimden|gönderen|feladó|от|от кого|від|από|từ"
    r"|差出人|送信者|发件人|寄件者|寄件人|보낸 ?사람"
)
_SENT = (
    r"sent|date|gesendet(?: am)?|datum|envoyé(?: le)?|date d['\u2019]envoi|enviad[oa](?: el| em)?|fecha|inviato|data"
    r"|verzonden|sendt|dato|skickat|wysłan[oe]|odesláno|trimis|enviat(?: el)?|lähetetty|gönderildi|tarih|elküldve"
    r"|отправлено|дата|надіслано|στάλθηκε|ημερομηνία|đã gửi|ngày"
    r"|送信日時|日時|日付|发送时间|发送日期|日期|傳送日期|寄件日期|보낸 ?날짜|날짜"
)
#: What it is about, and to whom it went. A French list of what speaks for something holds no address.
_SUBJECT = (
    r"subject|betreff|objet|sujet|asunto|oggetto|onderwerp|assunto|emne|ämne|temat|předmět|subiect|assumpte|aihe|konu"
    r"|tárgy|тема|θέμα|chủ đề|件名|主题|主旨|제목"
)
_TO = (
    r"to|cc|an|kopie(?: \(cc\))?|à|pour(?=[ *]{0,3}:.*@)|copie(?: à)?|para|a|aan|reply-to|til|till|do|dw|adresat"
    r"|komu|către|per a|vastaanottaja|kime|címzett|кому|προς|đến|tới|宛先|收件人|收件者|抄送|副本|받는 ?사람|참조"
)

HEADER_LINE = re.compile(
    rf"^\s*\*?(?:(?P<sender>{_FROM})|(?P<sent>{_SENT})|(?P<subject>{_SUBJECT})|{_TO})"
    r"\s?\*?\s?[:\uff1a]\*?\s?(?P<value>.*)",
    re.IGNORECASE,
)

#: "From: 10:00": the hours of an appointment, in a block that is none of a mail program's.
_HOURS = re.compile(r"\d[^@]*$")

#: Any line of that shape, known or not: "Importance: High", "**Wichtigkeit:** hoch".
_LABELLED = re.compile(r"^\s*\*{0,2}[^\W\d_][\w' \u2019-]{0,24}\s?\*{0,2}\s?:\*{0,2}(?:\s|$)")

#: How many header-like lines make the block that Outlook puts above what it quotes, and within how many lines.
_HEADER_BLOCK = 3
_LONGEST_BLOCK = 9


class Mark(StrEnum):
    """What history begins with."""

    FORWARDED = "forwarded"
    ORIGINAL = "original"
    HEADERS = "headers"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Start:
    """Where history begins: the first line of its mark, the line behind the mark, and which mark it is.

    If nothing is a mark, both are the number of lines and `mark` is None.
    """

    line: int
    end: int
    mark: Mark | None


def history_start(lines: list[str], *, begin: int = 0, answers: bool = True) -> Start:
    """Return where history begins at line `begin` or below it.

    Args:
        lines: The lines of a message.
        begin: The line to begin with.
        answers: Whether the message is known to answer or to pass on another one: then less makes an attribution.
    """
    for number in range(begin, len(lines)):
        line = lines[number]
        if len(line) > LONGEST_ATTRIBUTION or not line.strip():
            continue
        if FORWARDED.match(line):
            return Start(number, number + 1, Mark.FORWARDED)
        if ORIGINAL.match(line):
            return Start(number, number + 1, Mark.ORIGINAL)
        if _is_header_block(lines, number, answers=answers):
            return Start(number, number, Mark.HEADERS)
        if width := attribution_at(lines, number, answers=answers):
            return Start(number, number + width, Mark.ATTRIBUTION)
    return Start(len(lines), len(lines), None)


def is_marked(line: str) -> bool:
    """Return whether a line bears a quote mark."""
    return line.lstrip().startswith(">")


def line_below(lines: list[str], number: int) -> str:
    """Return the first line from `number` on that is not empty; an empty string if there is none."""
    return next((lines[place] for place in range(number, len(lines)) if lines[place].strip()), "")


def header_line(line: str) -> re.Match[str] | None:
    """Return what stands in a line of a header block; None if it is none."""
    header = HEADER_LINE.match(line) if len(line) < LONGEST_ATTRIBUTION else None
    return None if header and header["sender"] and _HOURS.match(header["value"]) else header


def attribution_at(lines: list[str], number: int, *, answers: bool = True) -> int:
    """Return how many lines an attribution takes that stands here with history under it; 0 if none does.

    It may be wrapped onto a second line. The less its surroundings speak for a quotation, the more has to stand in it
    of what mail programs write: "Our manager, who saw you on 3 March, wrote:" has neither an address nor a time of day.
    """
    for width in (1, 2):
        piece = lines[number : number + width]
        candidate = " ".join(piece)
        if len(piece) < width or len(candidate) > LONGEST_ATTRIBUTION or not _ATTRIBUTES.search(candidate):
            continue
        if width > 1 and not _is_wrapped(*piece):
            return 0
        below = line_below(lines, number + width)
        if below and _attributes(candidate, marked=is_marked(below), answers=answers):
            return width
    return 0


def _is_wrapped(line: str, following: str) -> bool:
    """Return whether an attribution may go on in the next line: not if that is one by itself."""
    if not following.strip() or _OPENED.fullmatch(following.lstrip("> ")):
        return False
    return bool(_OPENED.fullmatch(f"{line} {following}".lstrip("> "))) or not _OPEN.fullmatch(following.lstrip("> "))


def _attributes(text: str, *, marked: bool, answers: bool = True) -> bool:
    """Return whether a line says who wrote what follows, be that `marked` with quote marks or not."""
    text = text.lstrip("> ")
    address, clock, year = (bool(pattern.search(text)) for pattern in (_ADDRESS, _CLOCK, _YEAR))
    opened = _OPENED.fullmatch(text)
    bracketed = (marked or answers) and clock and year and _BRACKETED.fullmatch(text)
    if not (opened or _OPEN.fullmatch(text) or bracketed):
        return False
    if marked:
        return address or clock or year or (opened is not None and any(map(str.isdigit, text)))
    if _SOMEBODY.search(text):
        return False
    return address or clock or (opened is not None and year) if answers else address and clock


def _is_header_block(lines: list[str], number: int, *, answers: bool) -> bool:
    """Return whether a block of header-like lines begins here.

    Three in a row are one. In a message that answers another, empty lines may stand between them, one that is not
    known, and the rest of one that was wrapped, if the block says who sent it and when.
    """
    if not header_line(lines[number]):
        return False
    row = lines[number : number + _HEADER_BLOCK]
    if len(row) == _HEADER_BLOCK and all(map(header_line, row)):
        return True
    return answers and _is_loose_block(lines[number : number + _LONGEST_BLOCK])


def _is_loose_block(lines: list[str]) -> bool:
    """Return whether lines begin with a header block that has something between its lines."""
    known: list[re.Match[str]] = []
    others = 0
    for line in filter(str.strip, lines):
        if header := header_line(line):
            known.append(header)
            continue
        others += not _ADDRESS.search(line)
        if others > 1 or not (_LABELLED.match(line) or _ADDRESS.search(line)):
            break
    says = [any(header[what] for header in known) for what in ("sender", "sent")]
    return len(known) >= _HEADER_BLOCK and all(says)
