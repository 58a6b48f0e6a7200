"""Companies that the sender's display name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.company.behind import company_behind, first_last
from pipeline.reading.company.claims import OUTRIGHT, SURE
from pipeline.reading.company.names import MOST_CHARACTERS, NAME, has_legal_form, is_whole, name_at
from pipeline.reading.company.phrases import claim_of, is_marked
from pipeline.reading.company.words import FOR, OF, PARTS, VIA, VON
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import is_mailbox_of_many, names_its_owner, signs_as_person
from pipeline.reading.text.spelling import squash

#: Weight that makes a display name alone believed before the domain.
_LIKELY = 0.6

#: Weight of what stands behind a person: a company, or a place of work within one.
_UNLIKELY = 0.5

_COMMA = re.compile(r", (?=(?:Inc|LLC|LLP|Ltd|Limited|PLC|S\.A|S\.L|S\.p\.A|S\.r\.l|GmbH|AG|B\.V|N\.V)\b)")

#: Who writes says for whom, up to the end: `Jobrelais on behalf of Halden`, `Prüfwerk (für Halden)`.
_ON_BEHALF_OF = re.compile(
    r"\s(?:on behalf of|im (?:Auftrag|Namen) (?:von|der|des)|pour le compte d[eu]"
    r"|au nom d[eu]|de la part d[eu]|en nombre de|por cuenta de|per conto d(?:i|el|ella)|a nome d(?:i|el|ella)|namens"
    r"|in opdracht van|i\.\s?o\.\s?v\.|em nome d[aeo]|por conta d[aeo]"
    rf"|\((?:for|für|pour|para|per|voor)(?= (?:the |het )?{NAME.pattern}\)?$))"
    r" (?:the |het )?(?P<name>\S[^()]*\S)\)?$"
)

_LONGEST = 500

#: A company's name without any sign of one has at most so many words.
_MOST_PLAIN_WORDS = 4


def in_display_name(reading: Reading, senders: Senders) -> Iterator[Claim]:
    """Yield what the sender's display name says: `Halden Careers`, `Jane from Halden`, `Halden via Lever`."""
    sender = reading.message.sender
    display = VIA.sub("", sender.name[:_LONGEST]).strip(" \"'")
    if "@" in display.strip("@") and " " not in display:
        return
    for_whom = _ON_BEHALF_OF.search(display)
    if for_whom:
        yield from _employer(for_whom["name"], senders)
    whole = NAME.fullmatch(display)
    if whole and "," in display and has_legal_form(display):
        yield from claim_of(display, "display", SURE)
        return
    turned = first_last(display, senders)
    display = turned if senders.begins_with_given_name(turned) else display
    # The comma before a legal form parts nothing: `Halden, Inc. Recruiting`.
    parts = PARTS.split(_COMMA.sub(" ", display))
    for number, part in enumerate(parts):
        yield from _in_part(part, first=number == 0, reading=reading, senders=senders)
    behind_name = len(parts) > 1 and senders.without_departments(parts[-1]) == ("", True)
    if behind_name and not senders.begins_with_given_name(parts[0]):
        yield from claim_of(parts[0], "display", 0.9)
        if parts[0].islower() and parts[0].isalnum() and squash(parts[0]) in squash(senders.own_label(sender.domain)):
            yield Claim(parts[0], "display", 0.9)  # `zaino | people`
    if len(parts) > 1 and _is_person_or_department(parts[0], senders):
        yield from claim_of(senders.without_departments(parts[1])[0], "display", 0.9)


def _employer(text: str, senders: Senders) -> Iterator[Claim]:
    """Yield the employer for whom a display name says that it writes; an assistant writes for a person, which is none.

    Where it ends is known, so that it may be written in small letters: `on behalf of thistle & fern`.
    """
    name = senders.without_departments(text)[0]
    if not name or (senders.begins_with_given_name(name) and not is_marked(name, senders)):
        return
    in_small = name.islower() and len(name.split()) <= _MOST_PLAIN_WORDS and len(name) <= MOST_CHARACTERS
    if in_small or name_at(name, 0) == name or is_whole(name):
        yield Claim(name, "client", OUTRIGHT)


def _is_person_or_department(part: str, senders: Senders) -> bool:
    """Return whether the first part of a display name says who writes for the company that comes next."""
    if senders.without_departments(part) == ("", True):
        return True
    return senders.begins_with_given_name(part) and not is_marked(part, senders)


def _in_part(part: str, *, first: bool, reading: Reading, senders: Senders) -> Iterator[Claim]:
    """Yield what one part of a display name says: `Halden Careers`, `Jane from Halden`, `Halden`."""
    sender = reading.message.sender
    name, has_department = senders.without_departments(part)
    begins_as_person = senders.begins_with_given_name(name.split(" ", 1)[0]) and not is_marked(name, senders)
    if (
        not has_department
        and not (FOR.search(name) or VON.search(name))
        and not is_marked(name, senders)
        and signs_as_person(name, reading.text)
    ):
        return
    behind, sure = FOR.search(name), True
    if begins_as_person or VON.search(name):
        behind, sure = company_behind(name, reading, senders)
        if begins_as_person and not behind and OF.search(name):
            return
    if behind and not has_department:
        company = senders.without_departments(name[behind.end() :])[0]
        yield from claim_of(company, "display", SURE if sure else _UNLIKELY)
    elif has_department and name:
        kept = _with_trade(part, name, sender, senders)
        yield from claim_of(kept, "display", SURE)
    elif not names_its_owner(name, sender) or is_marked(name, senders):
        yield from _alone(name, reading, first=first, senders=senders)


def _with_trade(part: str, name: str, sender: Address, senders: Senders) -> str:
    """Return a name with the department word behind it where that is its trade: `Brightpath Recruitment` the agency."""
    label = squash(senders.own_label(sender.domain))
    whole = part.strip()
    longer = len(squash(name)) < len(label) and squash(whole).startswith(label) and label.startswith(squash(name))
    return whole if longer and name_at(whole, 0) == whole else name


def _alone(name: str, reading: Reading, *, first: bool, senders: Senders) -> Iterator[Claim]:
    """Yield a display name without a department: a company if it bears a sign of one or many share the address."""
    sender = reading.message.sender
    marked = is_marked(name, senders)
    one_word = len(name.split()) == 1 and not senders.begins_with_given_name(name)
    local = sender.local_part
    of_many = not local or is_mailbox_of_many(sender) or squash(name) == squash(local)
    nobody = _is_nobody(name, reading, senders)
    relayed = bool(VIA.search(sender.name[:_LONGEST]))
    if marked and is_whole(name) and (of_many or first) and not names_its_owner(name, sender):
        yield Claim(name, "display", 1.0 if of_many and first else _LIKELY if first else _UNLIKELY)
        return
    believed = marked or nobody or (one_word and (relayed or not senders.own_label(sender.domain)))
    weight = (1.0 if believed and of_many else _LIKELY) if first else _UNLIKELY
    if one_word and name.islower() and name.isalnum() and nobody and of_many and len(name) <= MOST_CHARACTERS:
        yield Claim(name, "display", weight)
        return
    yield from claim_of(name, "display" if marked or one_word or nobody else "bare", weight)


def _is_nobody(name: str, reading: Reading, senders: Senders) -> bool:
    """Return whether a display name on a system of many employers is that of no person, as far as can be told."""
    sender = reading.message.sender
    if not senders.is_system(sender.domain) or senders.begins_with_given_name(name):
        return False
    return len(name.split()) <= _MOST_PLAIN_WORDS and not signs_as_person(name, reading.text)
