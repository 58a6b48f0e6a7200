"""Which names in a message are those of people, so that none of them is taken for a company."""

from __future__ import annotations

import re

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.spelling import UMLAUTS, squash, unaccented, words_of

#: How many lines from the top a salutation stands in.
_TOP = 3

#: A salutation longer than this is a sentence.
_LONGEST_SALUTATION = 60

#: A name of one person has at most so many words.
_MOST_WORDS = 4

#: Shorter pieces of a name match too much of an address by chance.
_LEAST_PIECE = 3

_SALUTATION = re.compile(
    r"^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen)"
    r"|liebe[rs]?|lieber|moin|servus"
    r"|grüezi|sehr geehrte[rs]?|werte[rs]?|bonjour|bonsoir|salut|cher|chère|chers|madame|monsieur|hola|estimad[oa]s?"
    r"|apreciad[oa]|querid[oa]|buen[oa]s (?:días|tardes|noches)|ciao|gentile|buongiorno|buonasera"
    r"|salve|cara|caro|egregi[oa]"
    r"|beste|geachte|hoi|goede(?:morgen|middag|dag)|dag|olá|oi|prezad[oa]|car[oa]|bom dia|boa tarde)\b(.*)$",
    re.IGNORECASE,
)

#: Local parts that take no answer.
_TAKES_NO_ANSWER = (
    r"no.?reply|do.?not.?reply|ne.?pas.?repondre|no.?contestar|no.?responder|nao.?responda|non.?rispondere"
)

#: Local parts of departments and machines; short ones count only as a whole piece.
_DEPARTMENT_PIECES = re.compile(
    r"(?:^|[._+-])(?:hr|hrm|rh|drh|ta|rrhh|info|jobs?|team|people|work|mail|office|contact|apply"
    r"|admin|hi)(?:\d|[._+-]|$)"
    rf"|{_TAKES_NO_ANSWER}|career|talent"
    r"|recruit|hiring|humanres|personal|bewerb|karriere|ausbildung|candidat|recrutement|empleo|emploi"
    r"|seleccion|selezione"
    r"|lavora|vacature|werken|werving|sollicit|vagas|recrutamento|kontakt|hello|hallo|notif|interns"
    r"|campus|graduate|support",
    re.IGNORECASE,
)


def is_salutation(text: str) -> bool:
    """Return whether a text begins as a salutation does: `Dear reader`."""
    return _SALUTATION.match(text[:_LONGEST_SALUTATION]) is not None


def addressed(reading: Reading) -> frozenset[str]:
    """Return the folded words of the names that a message is addressed to, by its salutation and its recipients."""
    found: set[str] = set()
    for line in reading.text.split("\n", _TOP)[:_TOP]:
        salutation = _SALUTATION.match(line[:_LONGEST_SALUTATION])
        if salutation:
            found.update(words_of(salutation[1].partition(",")[0]))
    for recipient in reading.message.recipients:
        found.update(words_of(recipient.name))
    return frozenset(found)


def is_mailbox_of_many(address: Address) -> bool:
    """Return whether an address is that of a department or a machine rather than of one person."""
    return bool(_DEPARTMENT_PIECES.search(address.local_part))


def names_its_owner(name: str, address: Address) -> bool:
    """Return whether a name looks like the person that an address belongs to: `Jane Doe` of `jane.d@...`."""
    words = words_of(name)
    if not words or len(words) > _MOST_WORDS or any(character.isdigit() for character in name):
        return False
    local = squash(address.local_part)
    for spelt in ([unaccented(word) or word for word in words], [word.translate(UMLAUTS) for word in words]):
        if len(spelt) > 1 and local in {spelt[0][0] + spelt[-1], "".join(word[0] for word in spelt)}:
            return True
        if not is_mailbox_of_many(address) and any(len(word) >= _LEAST_PIECE and word in local for word in spelt):
            return True
    return False


def is_own_name(name: str, sender: Address) -> bool:
    """Return whether a name is the initials of the person who writes: `JD` of `Jane Doe <jdoe@...>`."""
    words = words_of(sender.name)
    if len(words) < 2 or not names_its_owner(sender.name, sender):
        return False
    initials = "".join(word[0] for word in words)
    return squash(name) in {initials, initials[::-1]}


#: Lines from the end in which somebody signs.
_BOTTOM = 12

#: Words by which a company signs, and no person does.
_SIGNS_AS_MANY = re.compile(r"\b(?:team|équipe|equipo|staff|crew|recruit(?!er\b)\w*|careers?|hr)\b", re.IGNORECASE)


def signs_as_person(name: str, text: str) -> bool:
    """Return whether the last lines sign with this name as a person does: with its first word, or above a title.

    A company signs with all of its name, as the last line.
    """
    lines = [line.strip(" ,.-/\t") for line in text.split("\n") if line.strip()][-_BOTTOM:]
    words = words_of(name)
    if len(words) < 2:
        return False
    for number, line in enumerate(lines):
        if words_of(line) == words[:1]:
            return True
        if words_of(line) == words:
            below = lines[number + 1 :]
            closed = number > 0 and bool(_CLOSING.match(lines[number - 1]))
            return (closed or number == len(lines) - 1) if not below else not _SIGNS_AS_MANY.search(below[0])
    return False


#: What a person writes above their name.
_CLOSING = re.compile(
    r"^(?:(?:all the |very )?best\b|(?:kind|warm|best|many)? ?regards|sincerely|yours|cheers|thanks|thank you"
    r"|mit (?:freundl|best|lieb)"
    r"|(?:viele|liebe|beste|herzliche|freundliche) gr|gruß|grüße|cordialement|bien à|bien cordialement|un saludo"
    r"|saludos|atentamente"
    r"|cordiali saluti|saluti|a presto|met vriendelijke|groet|hartelijke|cumprimentos|atenciosamente|abraço"
    r"|i\.\s?[av]\.)",
    re.IGNORECASE,
)


def is_closing(line: str) -> bool:
    """Return whether a line is what a person writes above their name."""
    plain = line.strip(" -_\t")
    return len(plain) <= _LONGEST_SALUTATION and bool(_CLOSING.match(plain))


def is_signed_by(line: str, sender: Address, senders: Senders) -> bool:
    """Return whether a line is the name of the person who signs: the sender's, or one that begins with a given name."""
    words = words_of(line)
    if not 0 < len(words) <= _MOST_WORDS or len(line) > _LONGEST_SALUTATION:
        return False
    own = words_of(sender.name)
    if own and (words == own or words == own[:1] or words == own[-1:] + own[:-1] or words == own[::-1]):
        return True
    plain = re.sub(r"^i\.\s?[av]\.\s*", "", line, flags=re.IGNORECASE)
    return senders.begins_with_given_name(plain) and line[:1].isupper() and len(words_of(plain)) > 1
