"""Whether what stands behind a person is a company or the rest of a surname: `Kim van Tarnbrug`, `Lieke van Dam`."""

from __future__ import annotations

import re

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.company.words import FOR, OF
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import UMLAUTS, places_of, squash, unaccented, words_of

#: Shorter words are in too many addresses.
_LEAST_WORD = 3

#: Small words that surnames begin with.
_PARTICLES_WORDS = "van von vom de den der del della di da do dos das du la le lo ten ter te zu zum zur"
PARTICLES = frozenset(_PARTICLES_WORDS.split())

_PARTICLE = rf"(?:(?i:{'|'.join(sorted(PARTICLES))}) )"
_LAST_FIRST = re.compile(
    rf"(?P<last>(?P<small>{_PARTICLE}*)[^\W\d_][\w'\u2019-]+(?P<second> [^\W\d_][\w'\u2019-]+)?),"
    r" (?P<first>[^\W\d_][\w'\u2019. -]+)"
)


def first_last(name: str, senders: Senders) -> str:
    """Return the name of a person with the given name in front: `Joost van den Berg` of `van den Berg, Joost`.

    Two surnames, and small words before one, want a given name behind them; any other text comes back as it is.
    """
    match = _LAST_FIRST.fullmatch(name)
    if not match or is_marked(name, senders):
        return name
    longer = match["small"] or match["second"]
    if longer and not (senders.begins_with_given_name(match["first"]) and not senders.without_departments(name)[1]):
        return name
    return f"{match['first']} {match['last']}"


def company_behind(name: str, reading: Reading, senders: Senders) -> tuple[re.Match[str] | None, bool]:
    """Return what parts a person from the company or department behind, and whether that is sure.

    None where the name is that of a person as a whole. Neither is sure of a surname that nothing else tells.
    """
    plain = FOR.search(name)
    if plain:
        return plain, True
    small = OF.search(name)
    if not small:
        return None, True
    is_company = _is_company(name, small, reading, senders)
    return (None, True) if is_company is False else (small, bool(is_company))


#: With these Dutch surnames begin, and no firm is called so behind a name: `Joost van der Tarn`.
_OF_SURNAMES = re.compile(r"(?:van|uit) (?:der|den|ter|ten) (?-i:[A-Z])", re.IGNORECASE)


def _is_company(name: str, small: re.Match[str], reading: Reading, senders: Senders) -> bool | None:
    """Return whether what stands behind a small word is a company or department, None if nothing tells."""
    sender, rest = reading.message.sender, name[small.end() :]
    company = senders.without_departments(rest)[0]
    if not company or is_marked(company, senders):
        return True
    if _in_local_part(rest, sender) or squash(small[0] + rest) in squash(sender.domain):
        return False
    if _OF_SURNAMES.match(f"{small[0].strip()} {rest}"):
        return False
    if in_domain(company, sender):
        return True
    text = f"{reading.message.subject}\n{reading.text[:MOST_TEXT]}".casefold()
    signs = reading.message.sender.name.casefold().count(name.casefold()) + text.count(name.casefold()) > 1
    if signs or senders.is_free(sender.domain):
        return False
    alone = text.replace((small[0].lstrip() + rest).casefold(), "")
    return True if places_of(company.casefold(), alone) else None


def _in_local_part(rest: str, sender: Address) -> bool:
    """Return whether the address of a person has the rest of the name in front of its domain."""
    local = squash(sender.local_part)
    return any(way in local for word in words_of(rest) if word not in PARTICLES for way in _spellings(word))


def in_domain(company: str, sender: Address) -> bool:
    """Return whether the domain of an address has the first word of a company in it."""
    first = next((word for word in words_of(company) if word not in PARTICLES), "")
    return any(way in squash(sender.domain) for way in _spellings(first))


def _spellings(word: str) -> list[str]:
    """Return how addresses spell a word; none for one that is too short."""
    return [unaccented(word), word.translate(UMLAUTS)] if len(word) >= _LEAST_WORD else []
