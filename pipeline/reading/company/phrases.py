"""Companies that phrases of running text and footers name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import OUTRIGHT
from pipeline.reading.company.client_words import ABOUT_YOU, CLIENT, SUBJECT_OF_SENTENCE
from pipeline.reading.company.lines import in_own_words, is_no_part
from pipeline.reading.company.names import has_legal_form, is_whole, name_at, tidy
from pipeline.reading.company.words import (
    AHEAD,
    ARTICLES,
    BEHIND,
    BEHIND_ROLE,
    IN_THE_NAME,
    LABELLED,
    ODDLY_WRITTEN,
)
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.times.date_words import MONTH

#: Names begin with no word that connects.
_BEGINS_SMALL = re.compile(r"(?:and|und|et|y|e|en|of|for|für|von|du|des|del|della|di|da|do|der|den|de) [^a-z]")

#: Who speaks at the beginning of a message: `It's Jo from Halden`, `hier ist das Team von Halden`. A small word behind
#: a person may begin a surname (`kin`), an article any noun.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_GIVEN = rf"{_CAPITAL}[\w'\u2019-]+(?: {_CAPITAL}[\w'\u2019-]+)?"
_SPEAKS = re.compile(
    rf"\b(?:(?:[Ii]t['\u2019]s|[Tt]his is|I['\u2019]m|I am) {_GIVEN}(?: here)? from|{_GIVEN} here from"
    rf"|{_GIVEN} from(?= [^.,;!?]{{2,40}} here[.,!])"
    r"|[Hh]ier (?:ist|schreibt) das (?:\S*[Tt]eam) von|[Ii]ci l['\u2019]équipe (?:\w+ )?d(?:e|['\u2019])"
    rf"|(?:[Ss]oy|[Aa]quí|[Ii]ci|[Ss]ono|[Qq]ui|[Aa]qui (?:é|fala)(?: [oa])?|[Ss]ou [oa]) {_GIVEN}, d[aeio]"
    r"|[Qq]ui (?:è )?il team di|[Aa]qu[ií] el equipo de|[Hh]ier (?:is )?het team van"
    r"|[Aa]qui (?:é|fala)(?: a equipa)? d[aeo]"
    rf"|(?P<kin>(?:[Hh]ier ist|[Hh]ier is|[Ss]oy|[Ss]ono|[Ss]preekt met|[Ii]k ben|[Aa]qui (?:é|fala)(?: [oa])?"
    rf"|[Ss]ou [oa]) {_GIVEN} (?:von|van|d[aeio]))|(?P<noun>[Hh]ier (?:ist|schreibt) das (?:\S*[Tt]eam) (?:der|des)))"
    r"(?:(?<=['\u2019])| )(?=\S)"
)

#: A time, and no name: `Wed 24 Jun`, `3 Août`, `3pm`, `11h30`.
_IS_DATE = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb)\w{0,6}\.?,? \d"
    rf"|^\d{{1,2}}(?:[:h.]\d\d|\s?[ap]m\b)|\b{MONTH}\.? \d{{1,2}}$"
    rf"|^\d{{1,2}}(?:\.|st|nd|rd|th|er|º)? (?:de )?{MONTH}\b",
    re.IGNORECASE,
)

#: Weight of a name with its legal form behind any phrase.
_NAMED_IN_FULL = 0.9

#: Words in front of "at" in which a role is looked for.
_WORDS_OF_ROLE = 5


def claim_of(name: str, source: str, weight: float) -> Iterator[Claim]:
    """Yield a claim if the text is a name; in a signature its ends are those of the text."""
    tidied = name if source == "signature" and is_whole(name) and tidy(name) != name else tidy(name)
    # What begins with a small word is the rest of something longer: `and Staffing`.
    if tidied and not _BEGINS_SMALL.match(tidied) and not _IS_DATE.search(tidied):
        yield Claim(tidied, source, weight)


def is_marked(name: str, senders: Senders) -> bool:
    """Return whether a name bears a sign of an organisation: a word, a legal form, a digit, an odd capital."""
    return has_legal_form(name) or senders.names_organisation(name) or bool(ODDLY_WRITTEN.search(name))


def acting_on_application(text: str) -> re.Match[str] | None:
    """Return where a sentence names whoever does something to the reader's application, in its group `name`."""
    match = SUBJECT_OF_SENTENCE.match(text)
    return match if match and ABOUT_YOU.search(text, match.end("name")) else None


def in_phrases(text: str, source: str, senders: Senders) -> Iterator[Claim]:
    """Yield the names that phrases of a sentence or subject lead to."""
    for pattern, weight in AHEAD:
        for match in pattern.finditer(text):
            name = _before_role(name_at(text, match.end()))
            if name and not _is_occasion(text, match.end(), name):
                share = _after_article(match[0], name, senders)
                yield Claim(name, source, max(weight * share, _NAMED_IN_FULL if has_legal_form(name) else 0.0))
    for match in BEHIND_ROLE.finditer(text):
        before = " ".join(text[max(0, match.start() - 60) : match.start()].split()[-_WORDS_OF_ROLE:])
        name = name_at(text, match.end())
        if name and names_occupation(before) and not _IS_DATE.search(name):
            yield Claim(name, source, 1.0)
    for match in CLIENT.finditer(text):
        # What stands in brackets describes: "our client (a leading bank)".
        if text[match.end() : match.end() + 1] != "(":
            yield from claim_of(name_at(text, match.end()), "client", OUTRIGHT)
    yield from _as_subject(text, source)
    yield from _who_speaks(text, source, senders)
    yield from in_own_words(text, source, senders)
    yield from in_footer(text)


def labelled(text: str) -> Iterator[Claim]:
    """Yield the names in lines that say so: `Employer: Halden`."""
    for match in LABELLED.finditer(text):
        yield from claim_of(name_at(text, match.end()), "client", OUTRIGHT)


def in_footer(text: str) -> Iterator[Claim]:
    """Yield the names that statements of a company about itself begin with."""
    for match in BEHIND.finditer(text):
        yield from claim_of(match["name"], "footer", 0.9)


def _as_subject(text: str, source: str) -> Iterator[Claim]:
    """Yield the name of whoever does something to the reader's application: `Halden has reviewed your application`."""
    match = acting_on_application(text)
    if match:
        yield from claim_of(match["name"], source, 1.0)


def _who_speaks(text: str, source: str, senders: Senders) -> Iterator[Claim]:
    """Yield the name of whoever says for whom they speak: `It's Jo from Halden`."""
    for match in _SPEAKS.finditer(text):
        name = name_at(text, match.end())
        doubtful = match["kin"] or match["noun"]
        if name and is_no_part(name, senders) and (not doubtful or is_marked(name, senders)):
            yield from claim_of(name, source, 1.0)


def _before_role(name: str) -> str:
    """Return a name without the role behind it: `Halden for Data Analyst`."""
    front, joint, role = name.partition(" for ")
    return front if joint and names_occupation(role) else name


def _after_article(phrase: str, name: str, senders: Senders) -> float:
    """Return the share of its weight that a name keeps: one word behind an article is more often any noun."""
    article = phrase.endswith(ARTICLES) and not IN_THE_NAME.search(phrase)
    return 0.5 if article and len(name.split()) == 1 and not is_marked(name, senders) else 1.0


def _is_occasion(text: str, start: int, name: str) -> bool:
    """Return whether what looks like a name is the beginning of a role: `the Data Analyst position`."""
    after = text[start + len(name) : start + len(name) + 80].lstrip()
    job = r"(?:position|role|opening|job|vacancy|post|opportunity|internship)\b"
    return bool(re.match(rf"(?:[-\u2013\u2014:/] [^.;,]{{0,60}}?)?{job}", after))
