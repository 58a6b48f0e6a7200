"""Employers for whom somebody else writes: an agency speaks of them, a portal sends for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.claims import Claim
from pipeline.reading.company_phrases import is_marked
from pipeline.reading.company_words import SUBJECT_OF_SENTENCE
from pipeline.reading.names import NAME, comparable, name_at, tidy
from pipeline.reading.senders import Senders, words_of

_MOST_SENTENCES = 60
_LONGEST = 500
_MOST_TEXT = 10_000

#: Less than what passes for sure: what is spoken of may be a person.
_SPOKEN_OF = 1.0

#: How an agency tells that it is one, or that the decision is another's.
_AGENCY = re.compile(
    r"\bemployment (?:agency|business)|\brecruit(?:ment|ing) (?:agency|agents|consult\w+|firm)|\bstaffing (?:agency|firm|solutions)"
    r"|\bexecutive search|\bsearch (?:firm|consult\w+|partners)|\bheadhunt\w+|\b(?:our|my) clients?\b"
    r"|\b(?:feedback|news|update|word) from (?:the )?client\b|\bclient(?:'s)? feedback\b|\bthe client (?:has|have|is|was|felt|would|decided|went)\b"
    r"|\bPersonal(?:beratung|berater|vermittl|dienstleist|leasing|überlassung)\w*|\bZeitarbeit\w*|\bArbeitnehmerüberlassung"
    r"|\b(?:unser|mein)(?:e[mnrs]?)? (?:Kunde|Mandant|Auftraggeber)\w*"
    r"|\bcabinet de recrutement|\bchasseu\w+ de têtes|\b(?:notre|mon) client\b|\bintérim\b|\bconsultante? en recrutement"
    r"|\b(?:nuestro|mi) cliente\b|\btrabajo temporal\b|\bcazatalentos\b|\bconsultora de (?:selección|recursos)"
    r"|\b(?:nostro|mio) cliente\b|\bagenzia per il lavoro\b|\bsomministrazione\b|\bazienda cliente\b"
    r"|\buitzend\w*|\bdetacher\w+|\b(?:onze|mijn) (?:opdrachtgever|klant)\b|\b(?:de )?opdrachtgever (?:heeft|wil|gaat|koos)\b"
    r"|\b(?:nosso|meu) cliente\b|\btrabalho temporário\b|\bagência de emprego\b",
    re.IGNORECASE,
)

_ARTICLE = r"(?:the |die |der |dem |den |firma |les |la |le |l['\u2019]|el |los |il |lo |gli |de |het |a |o |os |as )?"

#: Somebody at the employer: `with Karen at`, `mit Frau Behr von`.
_SOMEBODY = (
    r"(?:(?:the )?[\w'\u2019-]+(?: [\w'\u2019-]+){0,2} (?:over at|at|from|von(?: der)?|bei(?: der)?|chez|de chez|van|bij|da|na|di|de) )?"
)

#: What only somebody says who looks for people for another.
_HELPS = re.compile(
    r"\b(?:helping|supporting|recruiting for|hiring for|retained by|engaged by|partnering with|instructed by"
    r"|[Oo]n behalf of|[Ii]m (?:Auftrag|Namen) (?:von|der|des)|[Ii]ch (?:suche|besetze) für|[Ww]ir (?:suchen|besetzen) für"
    r"|[Jj]['\u2019]accompagne|[Nn]ous accompagnons|(?:[Jj]e recrute|[Nn]ous recrutons) pour|mandatée?s? par|[Aa]u nom de"
    r"|[Pp]our le compte de|[Aa]compaño a|[Aa]yuda(?:ndo|mos) a|[Bb]usca(?:mos|ndo) para|[Cc]olabor(?:o|amos) con|[Ee]n nombre de"
    r"|[Cc]er(?:co|chiamo|cando) per|[Pp]er conto di|[Aa]ffianc(?:o|hiamo)|[Aa] nome di|[Nn]amens"
    r"|ajudar|a (?:recrutar|procurar) para|[Aa] apoiar|[Ee]m nome d[aeo]) " + _ARTICLE + r"(?=\S)"
)

#: What is said of an employer by somebody who passes on what they think.
_SPOKE = re.compile(
    r"\b(?:(?:off the phone|(?:have |[\u2019']ve )?(?:just )?(?:spoken?|talked|chatted|caught up)|[Hh]eard(?: back)?"
    r"|(?:[Ff]eedback|[Nn]ews|[Uu]pdate|[Ww]ord)(?: back)?) (?:with|to|from)"
    r"|(?:[Rr]ückmeldung|[Ff]eedback) (?:von|der|aus der)|(?:échangé|parlé|discuté) avec|[Rr]etour de"
    r"|[Hh]e hablado con|[Hh]ablé con|[Rr]espuesta de|[Ff]eedback d[aei]s?|[Hh]o (?:parlato|sentito)(?: con)?|[Rr]iscontro (?:da|di)"
    r"|[Gg]e(?:sproken|beld) met|(?:[Tt]erugkoppeling|[Ff]eedback|[Rr]eactie) van|[Ff]al(?:ei|ámos|amos) com"
    r"|(?:[Rr]esposta|[Rr]etorno) d[aeo]s?) " + _SOMEBODY + _ARTICLE + r"(?=\S)"
)

#: How the decision is told as that of others.
_OTHERS_DECIDE = re.compile(
    r"\b(?:[Tt]hey(?:['\u2019](?:ve|re|ll|d))?|them|[Mm]an (?:möchte|hat|will|sucht|sieht|wünscht)|[Dd]ie (?:haben|suchen|wollen) |[Ii]ls (?:ont|ne|veulent|cherchent)"
    r"|han (?:decidido|preferido|elegido|optado|escogido)|quieren|buscan|hanno (?:scelto|deciso|preferito)|vogliono|cercano|non proseguono"
    r"|[Zz]e (?:gaan|hebben|willen|vonden|zoeken|kozen)|decidiram|preferiram|escolheram|querem|procuram|optaram)\b"
)

#: The same where the verb comes last, or the employer first.
_NAME_FIRST = re.compile(
    rf"\b(?:bei|von|mit)(?: der| dem| den)? (?P<name>{NAME.pattern}) (?:telefoniert|gesprochen)\b"
    rf"|(?:^(?:Net|Zonet|Zojuist|Vandaag|Gisteren) |\b(?:net|zonet|zojuist) |^)(?P<asked>{NAME.pattern}) (?:gesproken|gebeld|aan de lijn)\b"
    rf"|\b[Vv]oor (?P<sought>{NAME.pattern}) zoek(?:en)? (?:ik|wij|we)\b"
    rf"|\b[Ff]ür (?:die |den |das )?(?P<wanted>{NAME.pattern}) (?:suche ich|suchen wir)\b"
)

#: What delivers a message and is no employer.
_DELIVERED = re.compile(
    r"\b(?:[Pp]owered by|[Ss]ent (?:via|through|with|using)|[Dd]elivered (?:by|via)|[Vv]er(?:schickt|sendet) (?:über|mit)"
    r"|[Bb]ereitgestellt (?:von|durch)|[Pp]ropulsé par|[Ee]nvoyée? (?:via|avec)|[Cc]on tecnología de|[Ee]nviad[oa] (?:a través de|mediante|via|através d[aeo])"
    r"|[Ii]nviat[oa] (?:tramite|con)|[Vv]er(?:zonden|stuurd) (?:via|met)|[Mm]ogelijk gemaakt door|[Dd]esenvolvido por) (?=\S)"
)


#: A programme that writes: `Programa Alcance`.
_PROGRAMME = re.compile(r"(?:programa|programme?|programma|initiative|iniciativa|iniziativa)\s+(?P<name>\S.*)", re.IGNORECASE)


def is_agency(reading: Reading) -> bool:
    """Return whether a message says that its sender works for employers who are its clients."""
    return bool(_AGENCY.search(f"{reading.message.sender.name[:_LONGEST]}\n{reading.message.subject[:_LONGEST]}\n{reading.text[:_MOST_TEXT]}"))


def deliverers(reading: Reading) -> frozenset[str]:
    """Return the comparable names of what a message was sent with, or for: a programme is no employer either."""
    text = reading.text[:_MOST_TEXT]
    names = [name_at(text, match.end()) for match in _DELIVERED.finditer(text)]
    programme = _PROGRAMME.match(reading.message.sender.name[:_LONGEST])
    if programme:
        names.append(name_at(programme["name"], 0))
    return frozenset(comparable(name) for name in names if name)


def spoken_of(reading: Reading, senders: Senders, *, agency: bool) -> Iterator[Claim]:
    """Yield the employers of whom somebody speaks who stands between them and the reader.

    One plain word may be anything: it counts where the subject has it, or the text has it twice. Whoever is no `agency`
    may have spoken to anybody, unless others decide.
    """
    between = agency or bool(_OTHERS_DECIDE.search(reading.text[:_MOST_TEXT]))
    subject = reading.message.subject[:_LONGEST]
    for text in (subject, *(sentence.text[:_LONGEST] for sentence in reading.sentences[:_MOST_SENTENCES])):
        for name in _named(text, between=between):
            if not name:
                continue
            plain = len(name.split()) == 1 and not is_marked(name, senders)
            if plain and not _is_repeated(name, subject, reading.text[:_MOST_TEXT]):
                continue
            yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)


def _named(text: str, *, between: bool) -> Iterator[str]:
    """Yield the names that stand where an employer is spoken of."""
    for pattern in (_HELPS, _SPOKE) if between else (_HELPS,):
        for match in pattern.finditer(text):
            name = name_at(text, match.end())
            if name:
                yield name
    decides = SUBJECT_OF_SENTENCE.match(text) if between else None
    if decides:
        yield tidy(decides["name"])
    for match in _NAME_FIRST.finditer(text) if between else ():
        name = tidy(next(filter(None, match.groups()), ""))
        if name:
            yield name


def _is_repeated(name: str, subject: str, text: str) -> bool:
    """Return whether a word is in the subject, or more than once in the text."""
    word = words_of(name)
    return bool(word) and (word[0] in words_of(subject) or words_of(text).count(word[0]) > 1)


def _in_full(name: str, subject: str, senders: Senders) -> str:
    """Return a name as the subject has it, if there more of it follows: `Halden Getriebe`."""
    at = subject.find(name)
    longer = name_at(subject, at) if at >= 0 else ""
    return longer if longer.startswith(f"{name} ") and is_marked(longer, senders) else name
