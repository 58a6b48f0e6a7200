"""Who wrote for the employer, and whether somebody can be answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.company.behind import PARTICLES, company_behind, first_last
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.company.words import PARTS, TITLE, VIA
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.passed_on import ADDRESS, said_above, sender_within
from pipeline.reading.senders.people import (
    addressed,
    is_closing,
    is_mailbox_of_many,
    names_its_owner,
    signs_as_person,
)
from pipeline.reading.text.spelling import words_of
from pipeline.reading.told.addressed import speaks_as_one

_LONGEST = 500
_LONGEST_NAME = 100

#: RFC 3696 §3, with its erratum.
_LONGEST_ADDRESS = 320
_LINES = 12
_MOST_WORDS = 4

#: What is not to be answered, or where a request ends: "your profile does not answer what we seek" is none.
_THIS = (
    r"(?=\s*(?:[.!;:)\]*|\u2013\u2014-]|$|\n\n|(?-i:\n[A-Z]))"
    r"|,? (?:da|car|puisque|ya que|pues|porque|poiché|perché|pois)\b"
    r"|\s+(?:direkt|hier|darauf|directement|directamente|direttamente|diretamente"
    r"|à (?:ce|cet|cette)|au présent|(?:a )?est[ae]|al presente|a quest[ao]|alla presente|ao presente)\b)"
)

#: How a message says that nobody reads an answer.
_UNREAD = re.compile(
    r"(?:mailbox|inbox|address|account) is (?:not|un)\s?(?:monitored|attended|read)"
    r"|(?<!\bwe )(?<!\bwho )(?<!\byou )do not (?:reply|respond)"
    r"|cannot (?:be replied|receive)"
    r"|replies .{0,40}(?:undeliverable|not (?:be )?(?:read|monitored|received))|unmonitored|nicht auf diese"
    r"|automatisch (?:erstellt|erzeugt|generiert|versandt)"
    rf"|\bantworte(?:n sie|t)?(?: bitte)? nicht{_THIS}|bitte nicht antworten|(?:postfach|postfächer) wird nicht"
    rf"|ne pas (?:y )?répondre{_THIS}|(?<!\bvous )(?<!\btu )ne répond(?:ez|s) pas{_THIS}"
    r"|boîte (?:\S+ ){0,4}pas (?:consultée|relevée|lue)"
    rf"|(?<!\bque )(?<!\bquienes )(?<!\bsi )no (?:respond(?:a|as|an|áis)|contest(?:e|es|en|éis)){_THIS}"
    r"|no (?:responder|contestar) (?:a )?este|no admite respuestas"
    rf"|(?<!\bse )(?<!\bche )non rispond(?:ere|ete|a){_THIS}|casella (?:\S+ ){{0,4}}non (?:è|viene)"
    r"|niet te beantwoorden|\b(?:deze|dit) \S+ (?:\S+ )?niet beantwoorden|word(?:t|en) (?:\S+ )?niet beantwoord\b"
    r"|(?:hier|daar)(?:op)? niet op (?:antwoorden|reageren)"
    r"|(?:niet (?:te )?(?:antwoorden|reageren)|(?:antwoord|reageer) niet) op (?:deze|dit)\b(?! (?:soort|type))"
    rf"|(?<!\bque )(?<!\bse )(?<!\bcaso )não respond(?:a|as|er|am){_THIS}",
    re.IGNORECASE,
)

#: A person in front of an address: `Amelie Kranz, amelie.kranz@...`, `our recruiter Maribel Soto at msoto@...`.
_NAMED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'\u2019-]+(?: [A-ZÀ-Þ][\w'\u2019.-]+){1,2})\s*(?:,|at|\(|:|<|-|unter|à|en|a|via|op|em"
    r"|per)?\s*[<(]?$"
)

#: What stands in front of a name: for whom one signs, or a title.
_PREFIX = re.compile(
    r"^\W*(?:(?:i\.\s?[av]|ppa|gez)\.\s*|(?:mr|mrs|ms|dr|prof|herr|frau|mme|m)\.?\s+(?=[A-Z]))", re.IGNORECASE
)
_TITLE = re.compile(
    r"^(?:(?:dott(?:\.?\s?ssa|\.?or)?|(?:prof|dr|arch|avv)\.?\s?ssa|prof|dra?|ing|arch|avv|geom|rag|arq\.?[ºª]?"
    r"|eng\.?[ºª]?"
    r"|mag|dipl\.-\w+)\.?\s+)+(?=\w)",
    re.IGNORECASE,
)

#: A name by its form: `Oda Wendel`, `E. Wendel`.
_BY_FORM = re.compile(
    r"(?-i:[A-ZÀ-Þ])(?:[\w'\u2019-]+|\.)(?: (?-i:[A-ZÀ-Þ])(?:[\w'\u2019-]+|\.)){0,2} (?-i:[A-ZÀ-Þ])[\w'\u2019-]+"
)

#: What only a person is, below the name; departments have other words.
_OFFICE = re.compile(
    r"^(?:\w+ ){0,3}?(?:\w*(?:manager|director|leiter|referent|sachbearbeiter)(?:in)?|head of|officer|assistant"
    r"|principal|owner|consultant|secretary|chair|coordinator|dipl\.|\w*meister(?:in)?|inhaber(?:in)?"
    r"|geschäftsführer(?:in)?|prokurist(?:in)?|assistent(?:in)?|directeur|directrice|gérante?|secrétaire|responsable"
    r"|director[a]?|coordinador[a]?|titolare"
    r"|presidente|responsabile|coördinator|zaakvoerder|bestuurder|diretor[a]?|coordenador[a]?)\b",
    re.IGNORECASE,
)


#: A word of a person's name: `Anne-Marie`, `d'Almeida`, `St.`.
_NAME = re.compile(r"(?:[dD]['\u2019])?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['\u2019.-][^\W\d_]*)*(?<!-)")

#: A person who signs for a company.
_SIGNED_FROM = re.compile(
    r"^\W*(?P<person>\w[\w'\u2019.-]+(?: \w[\w'\u2019.-]+){0,2})(?:,| ?[|/·•]| [-\u2013—]| (?:from|of|at|@"
    r"|von(?: der)?|vom|bei"
    r"|de chez|chez|de|di|van|bij|da|do|del)) "
    r"(?P<company>\S.{1,60})$"
)


def recruiter_of(reading: Reading, senders: Senders) -> tuple[Address, bool]:
    """Return who wrote, with an address that can be answered, and whether anybody can be.

    The name is empty where no person shows, the address where no answer would be read. Whoever passes on what was
    written to themselves, as an agent does, wrote the message, and not who is quoted in it.
    """
    above = said_above(reading)
    if above:
        reading = replace(reading, text=above)
    if reading.form == "forward" and not above:
        sender, reply_to = sender_within(reading), Address()
    else:
        sender, reply_to = reading.message.sender, reading.message.reply_to
    greeted = addressed(reading)
    names = (one for one in _names(reading, sender, senders) if len(one) <= _LONGEST_NAME)
    name = next((" ".join(one.split()) for one in names if not set(words_of(one)) <= greeted), "")
    unread = bool(_UNREAD.search(reading.text[-3_000:]))
    for address in (reply_to.address, "" if unread else sender.address):
        if 0 < len(address) <= _LONGEST_ADDRESS and not senders.is_unanswered(address):
            return Address(name, address), True
    named = _named_in_text(reading, senders)
    return (Address(named.name or name, named.address), True) if named.address else (Address(name), False)


def _names(reading: Reading, sender: Address, senders: Senders) -> Iterator[str]:
    """Yield what may be the name of the person who wrote, the surest first."""
    display = VIA.sub("", sender.name[:_LONGEST]).strip(" \"'")
    part = PARTS.split(first_last(display, senders))[0].strip()
    behind, sure = company_behind(part, reading, senders)
    if behind and sure and behind.start() and senders.begins_with_given_name(part):
        part = part[: behind.start()].strip()
    if any(senders.is_brand(word) for word in part.split()):
        part = ""
    if is_person(part, senders) or _bears_title(part, senders) or _owns(part, sender, reading, senders):
        yield part
    yield from _signing(reading, senders)


def is_person(name: str, senders: Senders) -> bool:
    """Return whether a name begins with a given name and bears no sign of an organisation or department."""
    name = _TITLE.sub("", name)
    words = [word for word in words_of(name) if word not in PARTICLES]
    if not 0 < len(words) <= _MOST_WORDS or is_marked(name, senders) or TITLE.search(name):
        return False
    return senders.begins_with_given_name(name) and not senders.without_departments(name)[1]


def is_but_the_writer(company: str, recruiter: str, reading: Reading, label: Label, senders: Senders) -> bool:
    """Return whether what is taken for a company is only the name of the person who writes, or a part of it.

    It bears no sign of a company. Where it does not begin with a given name, only a name without an address may be one:
    the smallest firms write under names that are as good as a person's.

    Args:
        company: What is taken for a company; may be empty.
        recruiter: The name of the person who wrote, as `recruiter_of` tells it.
        reading: The message, as from whom it came first.
        label: What it is read as.
        senders: What is known of senders.
    """
    words = set(words_of(company))
    if not words or is_marked(company, senders):
        return False
    if words <= set(words_of(recruiter)) and is_person(company, senders):
        return True
    sender = reading.message.sender
    is_bare = not sender.domain and words <= set(words_of(sender.name)) and _is_as_of_a_person(sender.name)
    return is_bare and _writes_for_oneself(company, recruiter, reading, label)


def _writes_for_oneself(company: str, recruiter: str, reading: Reading, label: Label) -> bool:
    """Return whether a message under a bare name is a person's: it says "I", and the name nowhere whole.

    It comes out of the blue, or is signed with the first word of that name, and by nobody else for a firm.
    """
    sender, said = reading.message.sender, f"{reading.message.subject}\n{reading.text}"
    if re.search(rf"(?<!\w){re.escape(company)}(?!\w)", said, re.IGNORECASE):
        return False
    if recruiter and set(words_of(recruiter)).isdisjoint(words_of(sender.name)):
        return False
    is_ones = label is Label.OUTREACH or signs_as_person(sender.name, reading.text)
    return is_ones and speaks_as_one(reading.text, reading.language)


def _is_as_of_a_person(name: str) -> bool:
    """Return whether a name has the form of a person's: a few words, each with its capital."""
    words = [word for word in name.split() if word.casefold() not in PARTICLES]
    return 1 < len(words) <= _MOST_WORDS and all(map(_NAME.fullmatch, words))


def _owns(name: str, sender: Address, reading: Reading, senders: Senders) -> bool:
    """Return whether a display name of no known given name is that of a person, by the address or by the signature."""
    if not name or is_marked(name, senders) or senders.without_departments(name)[1] or senders.is_placeholder(name):
        return False
    personal = names_its_owner(name, sender) and len(words_of(name)) > 1 and not is_mailbox_of_many(sender)
    label = senders.own_label(sender.domain)
    return (personal and not (label and words_of(name)[0] in label)) or signs_as_person(name, reading.text)


def _bears_title(name: str, senders: Senders) -> bool:
    """Return whether a display name is that of a person, of whatever given name, behind a title."""
    plain = _TITLE.sub("", name)
    return plain != name and bool(_BY_FORM.fullmatch(plain)) and not is_marked(plain, senders)


def _signing(reading: Reading, senders: Senders) -> Iterator[str]:
    """Yield the names of people by which the last lines sign."""
    lines = [line.strip() for line in reading.text.split("\n") if line.strip()]
    for line in lines[1:][-_LINES:]:
        plain = _IN_BRACKETS.sub("", _PREFIX.sub("", line[:_LONGEST]).strip(" ,-/\u2013"))
        signed = _SIGNED_FROM.match(plain)
        if is_person(plain, senders) and not _BESIDE_A_NAME.search(plain):
            yield plain
        elif signed and is_person(signed["person"], senders):
            yield signed["person"]
    yield from _signing_by_form(lines, senders)


def _signing_by_form(lines: list[str], senders: Senders) -> Iterator[str]:
    """Yield what signs in the form of a person's name, of whatever given name.

    It stands below the closing, behind a title or for whom it signs, or with the office of a person below it.
    """
    for number, line in enumerate(lines[1:], 1):
        if number < len(lines) - _LINES:
            continue
        above, below = lines[number - 1], lines[number + 1] if number + 1 < len(lines) else ""
        signs_for = _PREFIX.sub("", line[:_LONGEST])
        plain = _TITLE.sub("", signs_for)
        if not _BY_FORM.fullmatch(plain) or is_marked(plain, senders) or senders.without_departments(plain)[1]:
            continue
        is_initial = plain[1:2] == "." and _closes(above)
        if is_initial or plain != line.strip() or (_closes(above) and _OFFICE.search(below)):
            yield signs_for


def _closes(line: str) -> bool:
    """Return whether a line stands above a name: a closing, or for whom one signs."""
    return is_closing(line) or line.strip(" .,").casefold() in {"mfg", "im auftrag", "in vertretung", "i. a", "i.a"}


#: What stands between a person and the company in a signature.
_BESIDE_A_NAME = re.compile(r",|[|/·•]|\s[-\u2013—]\s")

#: What a person writes behind the name: `(she/her)`, `(Halden)`.
_IN_BRACKETS = re.compile(r"\s\([^()]{1,40}\)$")


def _named_in_text(reading: Reading, senders: Senders) -> Address:
    """Return the last address in the text that can be answered, with the person in front of it if one is named."""
    for match in reversed(list(ADDRESS.finditer(reading.text[-6_000:]))):
        if senders.is_unanswered(match[0]) or senders.is_system(match[0].rpartition("@")[2]):
            continue
        named = _NAMED.search(reading.text[-6_000:][max(0, match.start() - 80) : match.start()])
        return Address(named["name"] if named and is_person(named["name"], senders) else "", match[0])
    return Address()
