"""Companies that the last lines of a message tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import SURE
from pipeline.reading.company.lines import without_trade
from pipeline.reading.company.names import has_legal_form, is_whole, name_at
from pipeline.reading.company.phrases import claim_of, in_footer
from pipeline.reading.company.words import ODDLY_WRITTEN, PARTS, SIGNS, TITLE
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import is_signed_by
from pipeline.reading.text.spelling import squash

_LINES = 12
_LONGEST = 500
_LONGEST_LINE = 90
_LONGEST_SIGNED = 5

#: Two names that a sign joins: `Cedar & Finch`.
_TWO = re.compile(r"[^\W\d_][^\W\d_A-Z]{2,20} [&+] [^\W\d_][^\W\d_A-Z]{2,20}")

#: What no line holds that is a name.
_NOT_A_NAME = re.compile(
    r"\b(?:regards|grüße|grüßen|grüsse|grüssen|gruß|sincerely|best|cheers|thanks?|thank|cordialement"
    r"|salutations|atentamente|saludos?"
    r"|saluti|groet\w*|hoogachtend|atenciosamente|cumprimentos|abraço|tel|phone|fax|mobile?|street(?! [^\W\d])"
    r"|str|straße|www|https?|unsubscribe"
    r"|straat|rue|calle|via|avenue(?! [^\W\d])|road(?! [^\W\d])|floor|sent from|datenschutz|impressum|privacy"
    r"|geschäftsführer"
    r"|registered|amtsgericht)\b"
    r"|@|\d{4,}|\.(?:com|de|org)\b",
    re.IGNORECASE,
)

#: Trades of which agencies are named.
_AGENCY = re.compile(r"\b(?:recruitment|recruiting|staffing|personnel|resourcing|search|hiring|hire)\b", re.IGNORECASE)

#: `Ihr Hotel Seeblick` signs.
_YOURS = re.compile(r"^(?:Ihre?|Euer|Eure|Deine?|Votre|Your|Uw|Jouw) (?=[^\W\d_a-z])")

#: A team of Brazil, which is a word of names elsewhere: `Time Halden`.
_TIME = re.compile(r"^(?:O )?Time (?:d[aeo] )?(?=[^\W\d_a-z])")

_ENDS_SENTENCE = ("?", "!", ":", ",")
_BULLETS = ("- ", "* ", "• ", "\u2013 ")


def in_signature(reading: Reading, senders: Senders) -> Iterator[Claim]:
    """Yield what the last lines say: `The Halden Team`, `Talent Partner, Halden`, `Halden GmbH`."""
    lines = [line.strip() for line in reading.text.split("\n") if line.strip()][-_LINES:]
    signed = False
    for number, line in enumerate(lines):
        yield from in_footer(line[:_LONGEST])
        if _may_be_signature(line):
            last = number == len(lines) - 1 and len(lines) > 1
            yield from _in_line(line, reading, senders, below=signed, last=last)
        signed = signed or is_signed_by(line, reading.message.sender, senders)


def _may_be_signature(line: str) -> bool:
    """Return whether a line can be part of a signature: short, no sentence, no address."""
    if len(line) > _LONGEST_LINE or line.endswith(_ENDS_SENTENCE) or line.startswith(_BULLETS):
        return False
    return not _NOT_A_NAME.search(line) and (not line.endswith(".") or has_legal_form(line))


def _in_line(line: str, reading: Reading, senders: Senders, *, below: bool, last: bool) -> Iterator[Claim]:
    """Yield what one line of a signature says; `below` the name of who signs there is little else than the company."""
    line = _TIME.sub("Equipe ", line) if reading.language == "pt" else line
    parts = [part for part in PARTS.split(_YOURS.sub("", line)) if part]
    department_alone = any(senders.without_departments(part) == ("", True) for part in parts)
    with_title = len(parts) > 1 and any(TITLE.search(part) for part in parts)
    for part in parts:
        name, has_department = senders.without_departments(part)
        if part.endswith(f" {name}") and squash(part) == squash(senders.own_label(reading.message.sender.domain)):
            name, has_department = part, False
        name = without_trade(name, part) if has_department else name
        if not name or len(name.split()) > _LONGEST_SIGNED or not _is_all_name(name, senders):
            continue
        # A digit or capitals alone may be an address, a rank or a closing: `Unit 3`, `GM`.
        marked = has_legal_form(name) or senders.names_organisation(name) or bool(_TWO.fullmatch(name))
        if has_department and _AGENCY.search(part) and not _is_department_of(name, reading, senders):
            yield from claim_of(part, "signature", SURE)
        elif has_department and SIGNS.search(part) and not TITLE.fullmatch(name):
            yield from claim_of(name, "signature", SURE)
        elif TITLE.match(part) and len(parts) > 1 and not has_legal_form(name):
            continue
        elif (
            department_alone
            or has_legal_form(name)
            or (marked and (len(parts) == 1 or below) and not (below and TITLE.match(part)))
        ):
            yield from claim_of(name, "signature", 0.9)
        elif with_title and not TITLE.search(part):
            yield from claim_of(name, "signature", 0.9 if marked or below else 0.6)
        elif (below or last) and len(parts) == 1 and not TITLE.search(part):
            plain = bool(_TWO.fullmatch(name)) or not ODDLY_WRITTEN.search(name)
            yield from claim_of(name, "signature", 0.9 if below and plain and not has_department else 0.6)
        else:
            yield from claim_of(name, "signature", 0.5)


def _is_all_name(name: str, senders: Senders) -> bool:
    """Return whether a part of a line is a name from end to end; with small words within only with a sign of one."""
    return name_at(name, 0).rstrip(".") == name.rstrip(".") or (senders.names_organisation(name) and is_whole(name))


def _is_department_of(name: str, reading: Reading, senders: Senders) -> bool:
    """Return whether a word of a trade behind a name is a department: unless the sender's domain goes on there too."""
    plain = squash(name)
    label = squash(senders.own_label(reading.message.sender.domain))
    if label and label.startswith(plain):
        return label == plain
    return True
