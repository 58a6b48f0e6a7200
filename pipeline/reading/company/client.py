"""Employers for whom somebody else writes: an agency speaks of them, a portal sends for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.core.reading import Reading
from pipeline.reading.company.answered import answered, spoken_name
from pipeline.reading.company.claims import Claim
from pipeline.reading.company.lines import TRADES
from pipeline.reading.company.names import NAME, comparable, name_at, tidy
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.company.words import KIND, SUBJECT_OF_SENTENCE
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import signs_as_person
from pipeline.reading.text.spelling import words_of

_MOST_SENTENCES = 60
_LONGEST = 500
_MOST_TEXT = 10_000

#: Less than what passes for sure: what is spoken of may be a person.
_SPOKEN_OF = 1.0

#: How an agency tells that it is one, or that the decision is another's.
_AGENCY = re.compile(
    r"\bemployment (?:agency|business)|\brecruit(?:ment|ing) (?:agency|agents|consult\w+|firm)"
    r"|\bstaffing (?:agency|firm|solutions)"
    r"|\bexecutive search|\bsearch (?:firm|consult\w+|partners)|\bheadhunt\w+|\bour client\b|\bmy clients?\b"
    r"|\b(?:feedback|news|update|word) from (?:the )?client\b|\b(?:the )?client(?:['\u2019]s)? (?:feedback|name"
    r"|decision)\b"
    r"|\b(?:feedback|retour|rückmeldung|antwort|riscontro|terugkoppeling|reactie|resposta|retorno|respuesta|devolución)"
    r" (?:vom|des|du|del|dal|van de|do) (?:kunden?|client|cliente|klant)\b"
    r"|\b(?:der kunde|le client|el cliente|il cliente|de klant|o cliente)(?:,| (?:hat|möchte|a|ha|heeft|wil|decidi\w+"
    r"|prefer\w+|optou|quer|quiere|vuole|souhaite))\b"
    r"|\bthe client (?:has"
    r"|have|is|was|felt|would|decided|went)\b"
    r"|\bPersonal(?:beratung|berater|vermittl|dienstleist|leasing|überlassung)\w*|\bZeitarbeit\w*"
    r"|\bArbeitnehmerüberlassung"
    r"|\b(?:unser|mein)(?:e[mnrs]?)? (?:Kunde|Mandant|Auftraggeber)\w*"
    r"|\bcabinet de recrutement|\bchasseu\w+ de têtes|\b(?:notre|mon) client\b|\b(?:agence|mission"
    r"|société) d['\u2019]intérim\b"
    r"|\bconsultante? en recrutement"
    r"|\b(?:nuestro|mi) cliente\b|\btrabajo temporal\b|\bcazatalentos\b|\bconsultora de (?:selección|recursos)"
    r"|\b(?:nostro|mio) cliente\b|\bagenzia per il lavoro\b|\bsomministrazione\b|\bazienda cliente\b"
    r"|\buitzend\w*|\bdetacher\w+|\b(?:onze|mijn) (?:opdrachtgever|klant)\b|\b(?:de )?opdrachtgever (?:heeft"
    r"|wil|gaat|koos)\b"
    r"|\b(?:nosso|meu) cliente\b|\btrabalho temporário\b|\bagência de emprego\b",
    re.IGNORECASE,
)

_ARTICLE = r"(?:the |die |der |dem |den |les |la |le |l['\u2019]|el |los |il |lo |gli |de |het |a |o |os |as )?" + KIND

#: Somebody at the employer: `with Karen at`, `mit Frau Behr von`.
_SOMEBODY = (
    r"(?:(?:the )?[\w'\u2019-]+(?: [\w'\u2019-]+){0,2}"
    r" (?:over at|at|from|von(?: der)?|bei(?: der)?|chez|de chez|van|bij|da|na|di|de) )?"
)

#: What only somebody says who acts for another.
_ACTS = re.compile(
    r"\b(?:recruiting for|hiring for|retained by|engaged by|instructed by|[Oo]n behalf of|[Ii]m (?:Auftrag"
    r"|Namen) (?:von|der|des)"
    r"|(?:[Ii]ch (?:suche|besetze)|[Ww]ir (?:suchen|besetzen)) für|(?:[Jj]e recrute|[Nn]ous recrutons) pour"
    r"|mandatée?s? par|[Aa]u nom de"
    r"|[Pp]our le compte de|[Bb]usca(?:mos|ndo) para|[Ee]n nombre de|[Cc]er(?:co|chiamo|cando) per"
    r"|[Pp]er conto di|[Aa] nome di|[Ss]u incarico d(?:i|el|ella)(?: nostr[oa] (?:assistit[oa]|cliente))?"
    r"|[Oo]n the instructions? of|[Pp]or encargo de|[Ii]n opdracht van|[Pp]or conta d[aeo]"
    r"|[Nn]amens|a (?:recrutar|procurar) para|(?:team|people|folks|guys) over at"
    r"|[Mm]e (?:comentan|dicen|informan|confirman) (?:desde|de)|[Ee]m nome d[aeo]) " + _ARTICLE + r"(?=\S)"
    r"|\b(?:[Ss]poken? (?:to|with)|[Tt]alked (?:to|with)|[Hh]eard (?:back )?from|[Cc]hecked with)"
    r" (?=[A-Z][\w&. ]{1,40}['\u2019]s? (?:HR|hiring|people|recruit\w+|talent|team)\b)"
)

#: The same of helping, which many do, and what it has to be for.
_HELPS = re.compile(
    r"\b(?:(?:I['\u2019]m|I am|[Ww]e['\u2019]re|[Ww]e are) (?:\w+ )?(?:helping|supporting|partnering with"
    r"|working with)|unterstütze|unterstützen|begleite|begleiten|[Jj]['\u2019]accompagne"
    r"|[Nn]ous accompagnons|[Aa]compaño a|[Aa]yuda(?:ndo|mos) a|[Cc]olabor(?:o|amos|ando) con|[Aa]ffianc(?:o"
    r"|hiamo|ando)|[Aa]iut(?:o|iamo|ando)"
    r"|help|ondersteun|ajud(?:o|ar|amos)|[Aa] apoiar) " + _ARTICLE + r"(?=\S)"
)
_TO_HIRE = re.compile(
    r"\b(?:find|finding|hire|hiring|recruit\w*|fill|search|bei der (?:Suche|Besetzung)|Suche|Besetzung"
    r"|dans l[ea] re(?:crutement|cherche)|à recruter"
    r"|à trouver|encontrar|contratar|buscar|cubrir|búsqueda|recrutar|trovare|ricerca|selezione|assumere|cercare"
    r"|vinden|zoeken|zoektocht|werven)\b"
)
_FAR = 120

#: What is said of an employer by somebody who passes on what they think.
_SPOKE = re.compile(
    r"\b(?:(?:[Oo]ff the phone|(?:have |[\u2019']ve )?(?:just )?(?:[Ss]poken?|[Tt]alked|[Cc]hatted|caught up)"
    r"|[Hh]eard(?: back)?"
    r"|(?:[Ff]eedback|[Nn]ews|[Uu]pdate|[Ww]ord)(?: back)?) (?:with|to|from)"
    r"|(?:[Rr]ückmeldung|[Ff]eedback) (?:von|der|aus der)|(?:échangé|parlé|discuté) avec|[Rr]etour de"
    r"|[Hh]e hablado con|[Hh]ablé con|[Rr]espuesta de|[Ff]eedback d[aei]s?|[Hh]o (?:parlato|sentito)(?: con)?"
    r"|[Rr]iscontro (?:da|di)"
    r"|[Gg]e(?:sproken|beld) met|(?:[Tt]erugkoppeling|[Ff]eedback|[Rr]eactie) van|[Ff]al(?:ei|ámos|amos) com"
    r"|(?:[Rr]esposta|[Rr]etorno|[Ff]eedback)(?: que \w+(?: \w+)?)? d[aeo]s?"
    r"|(?:[Ii]ncontro|[Cc]olloquio) (?:in|presso|da)|[Ee]ntretien chez|[Ee]ntrevista (?:en|na|no)|[Gg]espräch bei"
    r"|[Gg]esprek bij|[Ii]nterview (?:at|with)|[Aa]nruf (?:von|aus|bei)|[Aa]ppel de(?: chez)?|[Ll]lamada de"
    r"|[Tt]elefonata (?:da|di)|[Tt]elefoontje van|[Cc]hamada d[aeo]|[Cc]all (?:from|with)) "
    + _SOMEBODY
    + _ARTICLE
    + r"(?=\S)"
)

#: What an employer does to a candidacy, told by somebody else.
_DECISION = (
    r"(?:has|have|['\u2019]ve) (?:\w+ )?(?:decided|chosen|gone|filled|rejected|passed|put|cancelled|opted"
    r"|appointed|offered"
    r"|selected|turned)|decided|chose|passed|went with|(?:do not|don['\u2019]t|doesn['\u2019]t|won['\u2019]t|are not"
    r"|aren['\u2019]t|isn['\u2019]t) (?:need|want|be|taking|going|looking|moving)|wants? you|(?:has "
    r"|have )?(?:invit(?:es?|ed)|asked) you"
    r"|ha(?:s|ve) (?:sent you|requested)|(?:\w+ )?(?:liked|loved) you|would like you|would like to (?:see"
    r"|meet|offer|invite)"
    r"|(?:hat|haben) (?:\S+ ){0,8}?(?:entschieden|abgesagt|besetzt|gewählt|ausgewählt|gestrichen)|möchten? (?:Sie|dich)"
    r"|(?:lädt|laden|bittet|bitten) (?:Sie|dich)|(?:vous|t['\u2019]) ?(?:a |ont )?invite\w*|souhaiten?t? (?:vous"
    r"|t['\u2019])"
    r"|[tl]e (?:ha )?invit[aó]\w*|quiere que|(?:ti|[Ll]a) (?:ha )?invit[ao]\w*|nodigt (?:je|u)|wil (?:je|u)"
    r"|heeft (?:je|u) uitgenodigd|convid(?:a|ou)"
    r"|(?:a|ont) (?:\w+ )?(?:choisi|décidé|annulé|préféré|retenu|pourvu|opté)|ne (?:souhaite|donne|veut|veulent)\w*"
    r"|han? (?:decidido|elegido|preferido|optado|cerrado|cubierto|cancelado|seleccionado)|no (?:quiere|sigue"
    r"|continúa)\w*"
    r"|(?:ci )?ha(?:nno)? (?:comunicato|scelto|deciso|preferito|annullato|chiuso)|non (?:intende|prosegue|vuole)\w*"
    r"|(?:heeft|hebben) (?:\S+ ){0,6}?(?:gekozen|besloten|ingevuld|afgewezen)|gaan? niet"
    r"|decidi(?:u|ram)|escolhe(?:u|ram)|opt(?:ou|aram)|cancelou|encerrou|não (?:vai|vão|quer|avança)\w*"
)
_DECIDES = re.compile(
    r"^(?:[\w '\u2019]{1,30}[,:!] )?(?:The (?:team|people|folks|panel|hiring manager) (?:over )?at )?"
    r"(?P<article>(?:The|[Dd]ie|[Dd]er|[Dd]as|[Ll][aeo]s?|[Ii]l|[Ee]l|[AO]|[Dd]e|[Hh]et)"
    r" (?:Firma |société |empresa |ditta |società )?|[Ll]['\u2019](?:entreprise |azienda )?)?"
    rf"(?P<name>{NAME.pattern}) (?:{_DECISION})(?!\w)"
)

#: How the decision is told as that of others.
_OTHERS_DECIDE = re.compile(
    r"\b(?:[Tt]heir (?:budget|decision|feedback|board|team|side|end)|[Tt]hey"
    r"(?:['\u2019](?:ve|re|ll|d)| (?:(?:all|both|really) )?(?:felt|want|wanted|decided|chose|went|have|are"
    r"|would|liked|loved"
    r"|said|need|preferred))|from them|[Mm]an (?:möchte|hat|will|sucht|sieht|wünscht)|[Dd]ie (?:haben|suchen"
    r"|wollen) |[Ii]ls (?:ont|ne|veulent|cherchent)"
    r"|han (?:decidido|preferido|elegido|optado|escogido)|quieren|buscan|hanno (?:scelto|deciso|preferito)"
    r"|vogliono|cercano|non proseguono"
    r"|[Zz]e (?:gaan|hebben|willen|vinden|vonden|zoeken|kiezen|kozen)|zoeken ze|decidiram|preferiram|escolheram|querem"
    r"|procuram|optaram)\b"
)

#: What the subject of somebody in between says: `Terugkoppeling Halden`.
_NEWS = re.compile(
    rf"^(?:Feedback|Rückmeldung|Retour|Respuesta|Riscontro|Terugkoppeling|Retorno|Resposta)(?: |: | - "
    rf"| \u2013 )(?P<name>{NAME.pattern})$"
)

#: The same where the verb comes last, or the employer first.
_NAME_FIRST = re.compile(
    rf"\b(?:bei|von|mit)(?: der| dem| den)? (?P<name>{NAME.pattern}) (?:telefoniert|gesprochen)\b"
    rf"|(?:^(?:Net|Zonet|Zojuist|Vandaag|Gisteren) |\b(?:net|zonet|zojuist) "
    rf"|^)(?P<asked>{NAME.pattern}) (?:gesproken|gebeld|aan de lijn)\b"
    rf"|\b[Jj]['\u2019]ai eu (?P<rung>{NAME.pattern}) (?:au téléphone|en ligne)\b"
    rf"|\b[Vv]oor (?P<sought>{NAME.pattern}) zoek(?:en)? (?:ik|wij|we)\b"
    rf"|\b[Ff]ür (?:die |den |das )?(?P<wanted>{NAME.pattern}) (?:suche ich|suchen wir)\b"
)

#: Somebody of an employer who sends something through a system: `Hal Reed (Tarn Mills) has invited you`.
_OF = re.compile(
    rf"\((?P<name>{NAME.pattern})\) (?:ha(?:s|ve) )?(?:invited|invites|sent|asked|would like|wants|möchte|hat|lädt"
    r"|vous (?:a |invite|envoie)|t['\u2019]a |te ha |te invita|ti ha |ti invita|heeft|nodigt|convid\w+|enviou)"
)

#: What delivers a message and is no employer.
_DELIVERED = re.compile(
    r"\b(?:[Pp]owered by|[Ss]ent (?:via|through|with|using)|[Dd]elivered (?:by|via)|[Vv]er(?:schickt"
    r"|sendet) (?:über|mit)"
    r"|[Bb]ereitgestellt (?:von|durch)|[Pp]ropulsé par|[Ee]nvoyée? (?:via|avec)|[Cc]on tecnología de"
    r"|[Ee]nviad[oa] (?:a través de|mediante|via|através d[aeo])"
    r"|[Ii]nviat[oa] (?:tramite|con)|[Vv]er(?:zonden|stuurd) (?:via|met)|[Mm]ogelijk gemaakt door"
    r"|[Dd]esenvolvido por|(?:operated by|betrieben von|opérée? par|operad[oa] p(?:or|el[ao])|gestit[oa] da"
    r"|beheerd door)"
    r"(?: (?:the platform|der Plattform|la plateforme|(?:la )?plataforma|(?:dalla |la )?piattaforma"
    r"|het platform))?) (?=\S)"
)


#: Where the work is: a line that says so.
_PLACE = re.compile(
    r"^[^\w\n]{0,4}(?:(?:job )?location|place of work|(?:arbeits|einsatz|stand)?ort|lieu(?: de travail)?|ubicación"
    r"|lugar|sede|(?:stand)?plaats|locatie|local(?:ização)?)\s?:[ \t]{0,4}",
    re.IGNORECASE | re.MULTILINE,
)

#: A programme that writes: `Programa Alcance`.
_PROGRAMME = re.compile(
    r"(?:programa|programme?|programma|initiative|iniciativa|iniziativa)\s+(?P<name>\S.*)", re.IGNORECASE
)


#: Who decides within a company, and is none.
_BODIES_WORDS = """
abteilung afdeling bestuur betriebsrat board colleagues comisión comissão comité commissie commissione
committee department dirección directie direction directors direzione direção division equipa equipe equipo
fachabteilung geschäftsführung geschäftsleitung governors gremium jury júri kollegen kommission leadership
leitung management manager managers panel personalabteilung squadra team tribunal ufficio vorstand équipe
"""
_BODIES = frozenset(_BODIES_WORDS.split())


#: "Halden's HR" is of Halden.
_POSSESSION = re.compile(r"['\u2019]s? (?=(?:HR|[Hh]iring|[Pp]eople|[Rr]ecruit\w+|[Tt]alent|[Tt]eam)\b)")


def is_agency(reading: Reading) -> bool:
    """Return whether a message says that its sender works for employers who are its clients."""
    return bool(
        _AGENCY.search(
            f"{reading.message.sender.name[:_LONGEST]}\n{reading.message.subject[:_LONGEST]}\n{reading.text[:_MOST_TEXT]}"
        )
    )


def not_employers(reading: Reading) -> frozenset[str]:
    """Return the comparable names of what sent a message, of a programme that writes, and of the place of work."""
    text = reading.text[:_MOST_TEXT]
    names = [name_at(text, match.end()) for match in _DELIVERED.finditer(text)]
    names += [name_at(text, match.end()) for match in _PLACE.finditer(text)]
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
        sure = _who_decides(text, reading, senders, between=between)
        for found in [*sure, *_named(text, between=between)]:
            name = _POSSESSION.split(found)[0]
            if not name or _is_body(name):
                continue
            plain = len(name.split()) == 1 and not _bears_sign(name, senders)
            if not plain or is_repeated(name, subject, reading.text[:_MOST_TEXT]):
                yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)
        for name in answered(text, senders) if between else ():
            if not _is_body(name):
                yield Claim(_in_full(name, subject, senders), "client", _SPOKEN_OF)


def _who_decides(text: str, reading: Reading, senders: Senders, *, between: bool) -> list[str]:
    """Return the name of whoever decides in a sentence, or is the news of a subject; none if it may be a person."""
    subject = reading.message.subject[:_LONGEST]
    match = _DECIDES.match(text) or (_NEWS.match(text) if between and text == subject else None)
    name = tidy(match["name"]) if match else ""
    if not match or not name:
        return []
    if between or _bears_sign(name, senders) or name in subject or _is_told_twice(name, reading):
        return [name]
    # No article stands before a person in most languages.
    parts = name.split()
    article = match.re is _DECIDES and match["article"] and len(parts) > 1
    is_part = any(senders.without_departments(part)[0] != part or part.casefold() in TRADES for part in parts)
    return [name] if article and not is_part and not senders.begins_with_given_name(name) else []


def _bears_sign(name: str, senders: Senders) -> bool:
    """Return whether a name bears a sign of a company; a number is none: `212 Menschen`."""
    return is_marked(name, senders) and not name[0].isdigit()


def _is_told_twice(name: str, reading: Reading) -> bool:
    """Return whether a text has a name of several words more than once, and nobody signs with it."""
    text = reading.text[:_MOST_TEXT]
    return " " in name and text.count(name) > 1 and not signs_as_person(name, reading.text)


def _is_body(name: str) -> bool:
    """Return whether a name is that of a part of a company; a department of state is none."""
    first, *_, last = words_of(name) * 2
    return last in _BODIES or (first in _BODIES and first != "department")


def _named(text: str, *, between: bool) -> Iterator[str]:
    """Yield the names that stand where an employer is spoken of."""
    for pattern in (_ACTS, _HELPS, _SPOKE) if between else (_ACTS, _HELPS):
        for match in pattern.finditer(text):
            behind = text[match.end() : match.end() + _FAR]
            if pattern is not _HELPS or _TO_HIRE.search(behind):
                yield spoken_name(text, match.end())
    decides = SUBJECT_OF_SENTENCE.match(text) if between else None
    if decides:
        yield tidy(decides["name"])
    for match in _OF.finditer(text):
        yield tidy(match["name"])
    for match in _NAME_FIRST.finditer(text) if between else ():
        yield tidy(next(filter(None, match.groups()), ""))


def is_repeated(name: str, subject: str, text: str) -> bool:
    """Return whether a word with its capital is in the subject, or twice in the text, once within a sentence."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    within = any(text[:start].rstrip(" ")[-1:] not in {"", "\n", ".", "!", "?", ":", ","} for start in found)
    # Words of a subject often have capitals, and the first always has.
    return (len(found) > 1 and within) or bool(re.search(rf"(?<!\w)(?<!^){re.escape(name)}(?!\w)", subject))


def _in_full(name: str, subject: str, senders: Senders) -> str:
    """Return a name as the subject has it, if there more of it follows: `Halden Getriebe`."""
    at = subject.find(name)
    longer = name_at(subject, at) if at >= 0 else ""
    return longer if longer.startswith(f"{name} ") and is_marked(longer, senders) else name
