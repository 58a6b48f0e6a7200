"""Which names in a message are those of people, so that none of them is taken for a company."""

from __future__ import annotations

import re

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.senders import squash, words_of

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

#: Local parts of departments and machines; short ones count only as a whole piece.
_DEPARTMENT_PIECES = re.compile(
    r"(?:^|[._+-])(?:hr|hrm|rh|drh|ta|rrhh|info|jobs?|team|people|work|mail|office|contact|apply"
    r"|admin|hi)(?:\d|[._+-]|$)"
    r"|no.?reply|do.?not.?reply|ne.?pas.?repondre|no.?contestar|no.?responder|nao.?responda"
    r"|non.?rispondere|career|talent"
    r"|recruit|hiring|humanres|personal|bewerb|karriere|ausbildung|candidat|recrutement|empleo|emploi"
    r"|seleccion|selezione"
    r"|lavora|vacature|werken|werving|sollicit|vagas|recrutamento|kontakt|hello|hallo|notif|interns"
    r"|campus|graduate|support",
    re.IGNORECASE,
)


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
    return bool(_DEPARTMENT_PIECES.search(address.address.rpartition("@")[0]))


def names_its_owner(name: str, address: Address) -> bool:
    """Return whether a name looks like the person that an address belongs to: `Jane Doe` of `jane.d@...`."""
    words = words_of(name)
    if not words or len(words) > _MOST_WORDS or any(character.isdigit() for character in name):
        return False
    local = squash(address.address.rpartition("@")[0])
    if len(words) > 1 and local == words[0][0] + words[-1]:
        return True
    return not is_mailbox_of_many(address) and any(len(word) >= _LEAST_PIECE and word in local for word in words)
