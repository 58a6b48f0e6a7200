"""Companies that sentences speak of as their own: what "we" do there, what is theirs, who closes in the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import SURE
from pipeline.reading.company.names import NAME, has_legal_form, name_at
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.spelling import words_of

#: Words before a company in which its role is looked for.
_WORDS_OF_ROLE = 6

#: `At Halden, we ...`: what comes in front of the name, and what behind it, in seven languages.
_AT_HOME = re.compile(
    rf"(?:^|(?<=[.!?,:] ))(?P<where>(?:[Hh]ere )?[Aa]t"
    rf"|[Bb]ei(?: der)?|[Cc]hez|En|Aquí en|(?:Noi )?(?:di|in)|In|Presso"
    rf"|Desde|[Bb]ij|[Vv]anuit|[Nn]a|[Nn]o|Aqui n[ao]"
    rf"|Nós,? d[ao]) (?P<name>(?:[Tt]he )?{NAME.pattern}),?"
    r" (?P<who>we(?:'re|'ve)?\b|our\b|everyone\b|(?:\w+ ){0,2}wir\b|nous\b|on (?!\d)|notre\b"
    r"|(?:no )?(?:(?:[nl]?os|[tl]e|les) )?\w+[aei]mos\b|nuestro|(?:muchas )?gracias\b"
    r"|ci\b|(?:ci )?\w+iamo\b|(?:\w+ ){0,2}wij?\b|(?:\w+ )we\b|nós\b|a gente\b)"
)

#: `what we do at Halden`.
_OURS = re.compile(
    r"\b(?:(?:what|how|way|why|all) (?:\w+ ){0,2}we (?:\w+ )?(?:do|work|build|make|hire|believe|value"
    r"|are)(?: things)?(?: here)? at"
    r"|(?:you|your|for) (?:are |were |have )?(?:considering|choosing|chosen)(?: joining)?(?: us at)?"
    r"|(?:[Jj]oining|with|from|of|here,?|all) us(?: here)? at|\b(?:everyone|all of us|the whole team"
    r"|the team) (?:here )?at"
    r"|[Ww]elcome to) (?:the )?(?=\S)"
)

#: `Data Analyst with Halden`, where somebody applies; what follows a skill is none.
_WITH = re.compile(r"\s(?P<how>with|n[ao]|en|da|del)\s(?:the )?(?=\S)")
_APPLIES = re.compile(
    r"\b(?:appl\w+|submi\w+|r[eé]sum[eé]|cv|interest|candida\w+|position|role|post|offer|job|vaga|candidatura|interesse|inter[eé]s|puesto"
    r"|vacante"
    r"|posizione|ruolo|selezion\w+)\b",
    re.IGNORECASE,
)
_SKILL_BEHIND = re.compile(
    r"\s?(?:experience|skills?|knowledge|background|certific\w+|expertise|required|proficiency)\b"
)

#: A closing formula that runs on into who closes: `Sincerely, The Halden Team`.
_CLOSING = re.compile(
    r"(?:^|[\s.!?])(?:(?:[Kk]ind(?:est)?|[Ww]arm(?:est)?|[Bb]est|[Mm]any) (?:[Rr]egards|[Ww]ishes)|[Rr]egards"
    r"|[Ss]incerely(?: yours)?"
    r"|[Yy]ours (?:sincerely|faithfully|truly)|Best|Cheers|Thanks|Thank you|Warmly|[Rr]espectfully"
    r"|[Mm]it (?:freundlichen|besten|lieben) Gr(?:ü|ue)(?:ß|ss)en|(?:Viele|Liebe|Beste|Freundliche"
    r"|Herzliche) Gr(?:ü|ue)(?:ß|ss)e"
    r"|Cordialement|Bien cordialement|Salutations(?: distinguées)?|(?:Un s|S)aludos?(?: cordial(?:es)?)?|Atentamente"
    r"|(?:Cordiali|Distinti) saluti|Saluti|(?:Met )?[Vv]riendelijke groet(?:en)?|Groeten|Hartelijke groet"
    r"|(?:Com os m|M)elhores cumprimentos|Cumprimentos|Atenciosamente)[,!.]? (?P<who>\S.{2,70})$"
)

#: What parts of a company are called that write for it, and no company is.
_OFFICES_WORDS = """
accounts accounting reception purchasing procurement kitchen warehouse finance sales marketing operations logistics
buchhaltung vertrieb einkauf verwaltung küche empfang lager logistik kundenservice
comptabilité ventes achats administration logistique accueil contabilidad ventas compras administración logística
recepción contabilità vendite acquisti amministrazione logistica boekhouding verkoop inkoop administratie keuken
contabilidade vendas administração recepção financeiro
"""
_OFFICES = frozenset(_OFFICES_WORDS.split())

#: What a team of one trade signs beside the company: `The Halden Engineering Team`.
_TRADES_WORDS = """
engineering product design data marketing sales finance operations support security science legal growth research
development software infrastructure content brand creative technology tech customer success analytics it
"""
TRADES = frozenset(_TRADES_WORDS.split())
_TEAM = re.compile(r"\b(?:[Tt]eam|Crew|Équipe|Equipo|Squadra)\W*$")

#: What a message is about, in the last word of a heading: no company is called so.
_OCCASIONS_WORDS = """
confirmation confirmations approval approvals reminder notification notice update updates status invitation invite
reschedule rescheduling schedule scheduling request receipt result results decision outcome feedback response reply
acknowledgement acknowledgment completion acceptance rejection alert registration submission cancellation
verification summary details appointment timeline received bestätigung eingangsbestätigung terminbestätigung absage
zusage einladung erinnerung rückmeldung benachrichtigung confirmación confirmacion invitación recordatorio resultado
conferma invito promemoria esito bevestiging uitnodiging herinnering afwijzing confirmação convite lembrete
"""
_OCCASIONS = frozenset(_OCCASIONS_WORDS.split())


#: What somebody is "at" or "in" that is no company, but a time or a case.
_CIRCUMSTANCES_WORDS = """
present stage step round phase point christmas easter q1 q2 q3 q4 times first last once home work heart
rückfragen fragen interesse bedarf kürze zukunft summe anbetracht anlehnung bezug fall falle unklarheiten problemen
eignung gelegenheit durchsicht prüfung sichtung nachfragen wunsch änderungen weihnachten ostern
questions cas attente effet france résumé outre revanche conclusion
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre resumen conclusión cuanto
caso futuro presente genere base sintesi
vragen geval kerst toekomst
páscoa natal janeiro fevereiro março maio junho julho setembro outubro novembro dezembro verdade sequência
january february march april june july august september october november december
"""
_CIRCUMSTANCES = frozenset(_CIRCUMSTANCES_WORDS.split())


def in_own_words(text: str, source: str, senders: Senders) -> Iterator[Claim]:
    """Yield the names that a sentence speaks of as its own company."""
    for match in _AT_HOME.finditer(text):
        if is_no_part(match["name"], senders) and not _is_circumstance(match):
            yield Claim(match["name"], source, 1.0)
    for match in _OURS.finditer(text):
        name = name_at(text, match.end())
        if name:
            yield Claim(name, source, 0.9)
    yield from _with_role(text, source, senders)


def is_no_part(name: str, senders: Senders) -> bool:
    """Return whether a name is neither a town nor that of a department, which may be part of any company."""
    whole = senders.without_departments(name) == (name, False)
    return whole and not senders.is_place(name) and not is_office(name)


def _is_circumstance(match: re.Match[str]) -> bool:
    """Return whether "at X we", "bei X ... wir" tells when or in which case, and not where."""
    words = words_of(match["name"])
    germanic = re.search(r"\b(?:we|our|wir|wij?)\b", match["who"]) is not None
    return not words or bool({words[0], words[-1]} & _CIRCUMSTANCES) or (germanic and match["where"] in {"In", "in"})


def _with_role(text: str, source: str, senders: Senders) -> Iterator[Claim]:
    """Yield the names behind a role: `Data Analyst with Halden`; in Romance languages only what bears a sign of one."""
    for match in _WITH.finditer(text):
        name = name_at(text, match.end())
        before = text[: match.start()]
        if not name or not _APPLIES.search(before) or not names_occupation(" ".join(before.split()[-_WORDS_OF_ROLE:])):
            continue
        sure = match["how"] == "with" or senders.names_organisation(name)
        if sure and not _SKILL_BEHIND.match(text, match.end() + len(name)) and not senders.is_place(name):
            yield Claim(name, source, 0.9)


def in_closing(text: str, senders: Senders) -> Iterator[Claim]:
    """Yield who closes in the same line as the closing formula, if it is a department of a company."""
    closing = _CLOSING.search(text[-200:])
    if closing:
        name, has_department = senders.without_departments(closing["who"])
        if name and has_department and name_at(name, 0) == name:
            yield Claim(without_trade(name, closing["who"]), "signature", SURE)


def without_trade(name: str, line: str) -> str:
    """Return a name without the trade of the team that signs: `Halden Engineering` of "The Halden Engineering Team"."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and _TEAM.search(line) and words[-1].casefold() in TRADES else name


def is_office(name: str) -> bool:
    """Return whether a name is that of a part of any company: `Accounts`."""
    words = words_of(name)
    return bool(words) and _OFFICES.issuperset(words)


def is_heading(name: str) -> bool:
    """Return whether a name says what the message is about: `Interview Confirmation`."""
    words = words_of(name)
    return bool(words) and words[-1] in _OCCASIONS


#: What a company is called by whoever does not name it: `Major Tech Company`, `FinTech Startup`.
_SORTS_WORDS = """
company companies startup startups scaleup firm client clients employer business organisation organization mnc
unternehmen kunde firma mittelständler konzern entreprise société empresa multinacional azienda bedrijf
opdrachtgever companhia
"""
_SORTS = frozenset(_SORTS_WORDS.split())
_DESCRIBING_WORDS = """
a an the our my your un una une ein eine einem einen um uma een major leading global top large big small growing
fast exciting innovative established international multinational well known funded backed early late stage seed
series b c d stealth mode tech technology technological ai fintech biotech healthtech medtech edtech saas software
pharma it crypto blockchain web3 gaming ecommerce consumer product based new us uk eu european american
confidential private public listed fortune 100 500 unicorn vc pe renowned prestigious premier boutique
führendes führender wachsendes großes internationales grande importante líder leader innovante gran groot
"""
_DESCRIBING = frozenset(_DESCRIBING_WORDS.split()) | _SORTS


#: What is shown below a signature and is no company: awards, seals and ratings.
_SEAL = re.compile(
    r"\b(?:trip ?advisor|travell?ers['\u2019]? choice|iso \d+|cmmi|top employer"
    r"|great place to work|best workplaces?|investors in people|living wage|disability confident|b corp|michelin)\b",
    re.IGNORECASE,
)

#: A suburb with its state: `Halden North VIC`.
_WITH_STATE = re.compile(r"\w (?:VIC|NSW|QLD|TAS|ACT)$")

#: A profession with its legal form, whose name stands on the line above: `Rechtsanwälte PartG mbB`.
_PROFESSION = re.compile(
    r"(?:(?:rechtsanwält\w+|steuerberater\w*|wirtschaftsprüfer\w*|architekten|ingenieure|notare|avocats|abogados|avvocati"
    r"|advocaten|notarissen|advogados|solicitors|architects|accountants|barristers|[&,+]|und|et|y|e|en|and)\s*)+"
    r"(?:partg ?mbb|partg|mbb|gbr|gmbh|llp|ltd\.?|scp|selarl|slp|s\.?t\.?a\.?|b\.?v\.?)?\s?(?:mbb)?",
    re.IGNORECASE,
)


#: What somebody at a company may answer for.
_FUNCTION = (
    r"(?:People|HR|Human Resources|Sales|Marketing|Product|Engineering|Finance|Operations|Design|Technology|Growth"
    r"|Legal|Data|Research|Nursing|Customer \w+|Business \w+|Talent(?: \w+)?|Communications|Programmes?"
    r"|IT|Personal|Einkauf|Vertrieb|Produktion|Finanzen|Technik|Logistik|Controlling|Personalwesen|RH|Personeelszaken"
    r"|Verkoop|Inkoop|P&O|Personas|Recursos Humanos|Operaciones|Ventas|Operações|Vendas|Ressources Humaines|Recrutement"
    r"|Risorse Umane|Acquisti|Vendite)"
)

#: What somebody is at a company, by itself: `VP of Product has decided ...`.
_POSITION = re.compile(
    rf"(?:The )?(?:(?:[SE]?VP|Vice[ -]President)(?: of| for|,)? {_FUNCTION}|(?:Head|Director|Chief)(?: of| for|,)"
    rf" {_FUNCTION}(?: and {_FUNCTION})?|Chief of Staff|Chief \w+ Officer|CEO|CFO|CTO|COO|CHRO"
    r"|(?:Managing|Executive|Finance|HR|Sales|Medical|Clinical|Technical|Commercial|Regional|Programme|Artistic)"
    r" [Dd]irector"
    r"|(?:Engineering|Hiring|Product|Sales|Marketing|HR|Office|Store|Line|Shift|Operations|Recruitment|Project|Area"
    r"|Regional|General|Branch|Practice|Ward|Kitchen) [Mm]anager)"
    rf"|(?:Leiter(?:in)?|Abteilungsleit\w+|Bereichsleit\w+|Hoofd|Direct(?:ora?|eur|rice)|Diretora?|Dirett(?:ore|rice)"
    rf"|Responsab(?:le|ile))(?: (?:der|des|de|du|d[ei]|da|van|von|degli))? {_FUNCTION}|Geschäftsführ(?:er|erin|ung)"
    r"|Direct(?:ora?|eur|rice) (?i:general|général)e?|Dirett(?:ore|rice) [Gg]enerale|Diretora?[ -](?i:geral)"
    r"|Algemeen Directeur"
)


def is_no_name(name: str, text: str) -> bool:
    """Return whether a name is a seal, a position, a suburb with its state, or a profession with a legal form."""
    if _WITH_STATE.search(name):
        return re.search(rf"{re.escape(name)},? \d{{4}}\b", text) is not None
    return bool(
        (_SEAL.search(name) and not has_legal_form(name)) or _PROFESSION.fullmatch(name) or _POSITION.fullmatch(name)
    )


def is_described(name: str) -> bool:
    """Return whether a name only describes a company of which nobody says how it is called."""
    words = words_of(name)
    return bool(words) and not has_legal_form(name) and not _SORTS.isdisjoint(words) and _DESCRIBING.issuperset(words)


def without_occasion(text: str) -> str:
    """Return a text without what it says first of the occasion: `Absage Halden Pumpen`."""
    first, _, rest = text.partition(" ")
    return rest if rest and is_heading(first) else text
