"""Words of dates and times of the year in seven languages."""

from __future__ import annotations

import re

_MONTHS = (
    "january|januar|jänner|janvier|enero|gennaio|januari|janeiro",
    "february|februar|feber|février|febrero|febbraio|februari|fevereiro",
    "march|märz|maerz|mars|marzo|maart|março",
    "april|avril|abril|aprile",
    "may|mai|mayo|maggio|mei|maio",
    "june|juni|juin|junio|giugno|junho",
    "july|juli|juillet|julio|luglio|julho",
    "august|août|agosto|augustus",
    "september|septembre|septiembre|settembre|setembro",
    "october|oktober|octobre|octubre|ottobre|outubro",
    "november|novembre|noviembre|novembro",
    "december|dezember|décembre|diciembre|dicembre|dezembro",
)

MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}

_SEASONS = {
    3: "spring|frühjahr|frühling|printemps|primavera|voorjaar|lente",
    6: "summer|sommer|été|verano|estate|estive|zomer|verão",
    9: "autumn|fall|herbst|automne|otoño|autunno|najaar|herfst|outono",
    12: "winter|hiver|invierno|inverno",
}

SEASON_MONTH = {name: number for number, names in _SEASONS.items() for name in names.split("|")}

#: Words at the beginning of a time until which something lasts; the others name a last day for doing something.
LASTING = re.compile(r"until|till|through|bis|jusqu|hasta|fino|tot|até", re.IGNORECASE)

#: What asks the reader to do something until a day.
ASKS = re.compile(
    r"\b(?:please(?! note)|bitten?(?! beachten)|merci de|veuillez|por favor|rogamos|preghiamo|gelieve|graag|laat)\b",
    re.IGNORECASE,
)

_MONTH_NAME = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))

#: A month by its name, or shortened to what is no other word: `set` and `out` are.
MONTH = (
    rf"(?:{_MONTH_NAME}|jan|feb|févr?|mar|mär|mrt|apr|avr|abr|jun|jul|juil|giu|lug|aug|ago|sept?|o[ck]t|ott|nov|de[cz]"
    r"|déc|dic)"
)

DAY_MONTH_YEAR = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)? (?:de "
    rf"|of )?(?P<month>{_MONTH_NAME})(?:,? (?:de |of )?(?P<year>20\d\d))?\b",
    re.IGNORECASE,
)

MONTH_DAY_YEAR = re.compile(
    rf"\b(?P<month>{_MONTH_NAME}) (?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:,? (?P<year>20\d\d))?\b",
    re.IGNORECASE,
)

#: Words before a month or a season that say which part of it, or that it is about then.
_ABOUT = (
    r"early|mid|late|around|during|towards?|(?:beginning|start|middle|end) of|anfang|mitte|ende|gegen|début|mi"
    r"|fin|courant"
    r"|vers|(?:principios|mediados|finales|mes) de|hacia|inizio|metà|fine|verso|mese di|mois de|begin|half|eind|rond"
    r"|(?:início|meados|fim|volta|mês) de"
)

#: `may` alone is no month: a month without a day needs a preposition or a year.
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH_NAME}) (?:de |of )?(?P<year>20\d\d)\b", re.IGNORECASE)

IN_MONTH = re.compile(
    rf"\b(?:(?:{_ABOUT}|in|from|after|next|until|till|every|each|ab|im|nach|bis|jeden|en|à partir de|dès"
    rf"|jusqu['\u2019]en|chaque|a partir de|partir d[eo]|hasta|cada|ad?|da|fino a|ogni|nach dem|vanaf"
    rf"|tot(?: en met)?"
    rf"|elke|em|até|todos? os? anos? em"
    rf"|depois de|desde|después de|dopo|na)[ -]|mois d['\u2019])(?P<month>{_MONTH_NAME})\b(?! \d)",
    re.IGNORECASE,
)

#: A month for which something is planned, where none is named in another way.
FOR_MONTH = re.compile(rf"\b(?:for|für(?: den)?|pour|para|per|voor) (?P<month>{_MONTH_NAME})\b(?! \d)", re.IGNORECASE)

#: A month from which on something is so.
FROM_MONTH = re.compile(
    rf"\b(?:from|as of|ab|à partir de|dès|a partir de|desde|dal|a partire da|vanaf|a partir d[eo]"
    rf"|(?:opens?|reopens?|ouvr\w+|abr(?!il)\w+|apr(?!il)\w+) (?:in|en|em|ad?))"
    rf" (?P<month>{_MONTH_NAME})\b(?! \d{{1,2}}\b)(?:,? (?:de |of )?(?P<year>20\d\d))?",
    re.IGNORECASE,
)

#: What stands in front of a day from which on something is so, at the end of what goes before it.
OPENING = re.compile(
    r"\b(?:from|as of|as from|after|starting|(?:fr[üu]hestens|erst) am|ab|nach|à (?:partir|compter) d[eu]|dès|après"
    r"|a partir de[l]?|desde|después del?|tras|dal|a partire dal|dopo|vanaf|na|a partir d[eo]|após|depois de)"
    r"(?: (?:the|dem|le|el|il|l['\u2019]|o|dia|día))?\s?$",
    re.IGNORECASE,
)

_SMALL_WORDS = (
    r"(?:(?:the|end of|zum|zur|am|dem|Ende|le|l['\u2019]|la fin de|fin|el"
    r"|final de|il|fine|de|het|eind|en met|ao|o|dia|fim de) ?){0,3}"
)

#: A time until which something is so.
UNTIL = re.compile(
    rf"\b(?:until|till|through|before|by|no later than|bis|vor|spätestens|jusqu['\u2019](?:au|à|en)|avant|d['\u2019]ici"
    rf"|hasta|antes del?|entro|prima del?|prima dell['\u2019]|fino al?|uiterlijk|tot|vóór|voor|até|antes d[eo]) ?"
    rf"{_SMALL_WORDS}"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:de |of )?(?:{_MONTH_NAME})(?:,? (?:de |of )?20\d\d)?"
    rf"|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?20\d\d|\s?\d\d)?|20\d\d-\d\d-\d\d|\d{{1,2}}([/-])\d{{1,2}}\1(?:20)?\d\d"
    rf"|(?:{_MONTH_NAME})(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? (?:de |of )?20\d\d)?|20\d\d"
    rf"|(?:{'|'.join(SEASON_MONTH)})(?: 20\d\d)?)(?![\w-])",
    re.IGNORECASE,
)

#: What turns such a time into one from which on something else is so: "please wait until", "kein ... vor dem".
TURNED = re.compile(
    r"\b(?:not|cannot|never|no|unable|wait\w*|hold off|refrain|abst\w+|closed|paused?|sehen sie|abseh\w*|abzusehen"
    r"|nicht"
    r"|kein\w*|niemand\w*|nobody|no one|personne|nadie|nessuno|ninguém|erst|(?:ab)?wart\w*|ne"
    r"|n['\u2019]\w+|pas|aucune?|attend(?:ez|re|s)|patient\w+|ning[uú]n\w*|esper(?:e|a|ar|es|en)|non|nessun\w*"
    r"|atten(?:da|dere|di)"
    r"|aspett\w+|niet|geen|wacht\w*|não|nenhum\w*|aguard\w+)\b|n['\u2019]t\b",
    re.IGNORECASE,
)

#: What only sounds like what turns a time: "do not hesitate to".
HESITATES = re.compile(
    r"\b(?:n['\u2019]hésite\w* (?:surtout )?pas|no dud\w+|non esit\w+|não hesit\w+|not hesitate"
    r"|don['\u2019]t hesitate|zöger\w* (?:\w+ )?nicht|aarzel\w* (?:\w+ )?niet)\b",
    re.IGNORECASE,
)

#: `01.09.2026`, `1.9.26`, `01.09.`, `2026-09-01`, and no 3.2.1; with strokes, where either number may be the month.
NUMERIC = re.compile(
    r"(?<![\d.])\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>20\d\d|\d\d)\b|(?!\s?\d))"
    r"|\b(?P<year2>20\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d)\b"
    r"|\b(?P<one>\d{1,2})(?:/(?P<other>\d{1,2})/(?P<year3>20\d\d|\d\d)|-(?P<other2>\d{1,2})-(?P<year4>20\d\d))\b"
)

_ORDINAL = (
    r"(?P<word>[1-4](?:st|nd|rd|th|\.|er|e|ème|[ºo°])|first|second|third|fourth|(?:erst|zweit|dritt|viert)e[nsr]?"
    r"|premier|deuxième|troisième|quatrième|primer|segundo|tercer|cuarto|primo|secondo|terzo|quarto"
    r"|eerste|tweede|derde|vierde|primeiro|terceiro)"
)

#: How the ordinal numbers from the first to the fourth begin.
ORDINALS = (
    ("1", "first", "erst", "prem", "prim", "eerst"),
    ("2", "second", "zweit", "deux", "segund", "tweed"),
    ("3", "third", "dritt", "trois", "ter", "derd"),
    ("4", "fourth", "viert", "quat", "cuart", "quart", "vierd"),
)

_OF_YEAR = r"(?:[ /]+(?:of |de |del |do |van )?(?P<year>20\d\d))?"

QUARTER = re.compile(
    rf"\b(?:Q(?P<number>[1-4])|{_ORDINAL} (?:quart(?:er|al)\w*|trimestre|kwartaal))\b{_OF_YEAR}", re.IGNORECASE
)

HALF = re.compile(
    rf"\b{_ORDINAL} (?:semestre|halbjahre?s?|jahreshälfte|half[- ]?year|halfjaar"
    rf"|half(?= of (?:the|next) year\b| of 20)|(?:jaar)?helft(?= van het (?:volgend )?jaar\b| van 20))\b{_OF_YEAR}",
    re.IGNORECASE,
)

NEXT_HALF = re.compile(
    r"\b(?:(?:prochain|próximo|prossimo) semestre|semestre (?:prochain|próximo|prossimo|que viene|que vem)"
    r"|(?:nächste[ns]?|kommende[ns]?) halbjahr|volgend halfjaar|next half[- ]year)\b",
    re.IGNORECASE,
)

SEASON = re.compile(
    rf"\b(?:(?:{_ABOUT}|next|in|in the|(?:during|over|of|for|until|till) the|from|from the|until|till|every|each"
    rf"|this|coming|following"
    rf"|im|ab|ab dem|bis|zum|jeden|diese[nmrs]|nächste[nsr]?|cet|este|esta|quest[ao]|dit|deze|nest[ea]"
    rf"|kommende[nsr]?|nächstes|vanaf|elke|volgend[e]?|het|komend[e]?|au|en|à|chaque|prochain|próxim[oa]|cada|el|la"
    rf"|il|ogni|prossim[oa]|na|no|de|hasta|fino a|tot|até) |(?:l|dall|dell|nell|all|quest)['\u2019])"
    rf"(?P<season>{'|'.join(SEASON_MONTH)})\b"
    rf"(?:[ ,]+(?P<year>20\d\d))?",
    re.IGNORECASE,
)

#: A season of a year, whatever stands before it.
SEASON_OF_YEAR = re.compile(
    rf"\b(?P<season>{'|'.join(SEASON_MONTH)}),? (?:of |de |del |des jahres )?(?P<year>20\d\d)\b", re.IGNORECASE
)

#: A month or a season that the work is for, where another says when to apply: "when places for summer 2028 open".
AIM = re.compile(
    rf"\b(?:for|für|pour|para|per|voor|ahead of) (?:[^\s,;:.()]+ ){{0,4}}?(?:l['\u2019])?(?:{_MONTH_NAME}"
    rf"|{'|'.join(SEASON_MONTH)})\b(?! \d{{1,2}}\b)(?:,? (?:of |de |del |van |do )?20\d\d)?",
    re.IGNORECASE,
)

AFTER_EASTER = re.compile(
    r"\b(?:(?:after|past|until) Easter|nach Ostern|après Pâques|(?:después de|tras) (?:Pascua|Semana Santa)"
    r"|dopo Pasqua|na Pasen|depois da Páscoa)\b",
    re.IGNORECASE,
)

#: What comes after a season, and names of times of the year that stand for a month.
AFTER_SEASON = re.compile(
    rf"\b(?:after|nach|après|tras|después del?|dopo|na(?= de| het)|depois d[oae]s?|após) (?:the |dem |de |den |der "
    rf"|les? "
    rf"|l['\u2019]"
    rf"|el |las? |il |o |as? |het )?(?:vacances d['\u2019]|vacaciones de |vacanze |férias de )?"
    rf"(?P<season>{'|'.join(SEASON_MONTH)})(?:pause|ferien|vakantie|reces)?\b",
    re.IGNORECASE,
)

TIMES = (
    (re.compile(r"\bwintersemester\b(?:[ ,]+(?P<year>20\d\d))?", re.IGNORECASE), 10),
    (re.compile(r"\bsommersemester\b(?:[ ,]+(?P<year>20\d\d))?", re.IGNORECASE), 4),
    (re.compile(r"\brentrée\b(?: de)?(?:[ ,]+(?P<year>20\d\d))?", re.IGNORECASE), 9),
    (
        re.compile(
            r"\b(?:(?:early|beginning|start|anfang|beginn|début|principios|comienzos|inizio|begin|início|começo)"
            r" (?:in |of |des jahres |de |del |van )?)(?P<year>20\d\d)\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:(?:next|new) (?:academic|school) year|(?:when|once) school (?:starts|begins)"
            r"|année scolaire prochaine"
            r"|nouvelle année scolaire|(?:próximo|nuevo) curso(?: escolar)?|inicio del curso|(?:prossimo|nuovo) anno"
            r" (?:scolastico|accademico)|(?:volgend|nieuwe) (?:school|studie|college)jaar"
            r"|próximo ano letivo)\b(?P<year>)",
            re.IGNORECASE,
        ),
        9,
    ),
    (re.compile(r"\b(?:nächste|kommende|neue)[nsr]? (?:ausbildungs|schul)jahr\b(?P<year>)", re.IGNORECASE), 8),
)

#: Employers hire in bulk in two seasons of the year, from January and from September.
HIRING_SEASON = re.compile(
    r"\b(?:next|coming|upcoming|following) (?:\w+ )?(?:hiring|recruiting|recruitment|application) (?:season"
    r"|round|cycle|window|campaign)\b"
    r"|\b(?:nächste[nr]?|kommende[nr]?) (?:bewerbungs|einstellungs|recruiting-?)(?:runde|phase|saison|kampagne)\b"
    r"|\bprochaine (?:campagne|session|saison)(?: de recrutement)?\b|\bpróxima (?:convocatoria|campaña)\b"
    r"|\bprossima (?:selezione|campagna)(?: di selezione)?\b|\bvolgende (?:wervings|sollicitatie)\w*\b"
    r"|\bpróximo (?:processo seletivo|ciclo)\b",
    re.IGNORECASE,
)

HIRING_MONTHS = (1, 9)

NEXT_YEAR = re.compile(
    r"\b(?:(?<!within the )(?<!over the )next year|(?:in|after|once|when) (?:the )?new year|im neuen jahr"
    r"|nach neujahr|(?:wenn|sobald) das neue jahr"
    r"|(?:early in|at the (?:start|beginning) of) the (?:new )?year"
    r"|zum jahres(?:beginn|wechsel)|anfang des jahres|(?:après|dès) les fêtes|en début d['\u2019]année"
    r"|(?:dès|avec|après|une fois) la nouvelle année|(?:en|con|tras|después de) el (?:nuevo año|año nuevo)"
    r"|(?:nel|con il|dopo il) nuovo anno|con l['\u2019]anno nuovo|(?:in|na|met) het nieuwe jaar|na nieuwjaar"
    r"|(?:no|com o|depois do) (?:novo ano|ano novo)|después de las fiestas|dopo le feste|na de feestdagen"
    r"|depois das festas|a (?:principios|comienzos) de año|a inizio anno|no (?:início|começo) do ano"
    r"|aan het begin van het jaar"
    r"|(?:after|nach|après|después de|dopo|depois d[eo]|na) (?:the holidays|christmas|weihnachten|noël|navidad"
    r"|natale|natal|(?:de )?kerst|les vacances de noël|las vacaciones de navidad)"
    r"|nächste[ns]? jahre?s?"
    r"|kommende[ns]? jahre?s?|l['\u2019](?:an|année) prochaine?"
    r"|(?:el )?(?:año que viene|próximo año)|(?:il )?(?:prossimo anno"
    r"|anno prossimo)|volgend jaar|(?:no )?(?:próximo ano|ano que vem))\b",
    re.IGNORECASE,
)

#: Until then something is kept; from the month on something opens.
YEAR_END = re.compile(
    r"\b(?:(?:end of|ende|fin(?:al(?:es)?)? de|fin|fine(?: del)?|eind(?:e van)?|(?:fim|final) de) (?P<year>20\d\d)"
    r"|end of (?:the|this) year|year[- ]end|ende (?:des|dieses) jahres|jahresende|fin (?:de l['\u2019]|d['\u2019])année"
    r"|fin(?:al(?:es)?)? (?:de|del|de este) año|fine (?:dell['\u2019]|d['\u2019])?anno|eind(?:e)? (?:van )?(?:het"
    r"|dit) jaar"
    r"|(?:fim|final) (?:do|deste) ano)\b",
    re.IGNORECASE,
)

NEXT_MONTH = re.compile(
    r"\b(?:next month|nächste[nr]? monat|le mois prochain|(?:el )?(?:próximo mes"
    r"|mes que viene)|(?:il )?(?:prossimo mese|mese prossimo)|volgende maand"
    r"|próximo mês|mês que vem)\b",
    re.IGNORECASE,
)

FROM_YEAR = re.compile(
    r"(?:^|\b(?:in|from|until|till|before|ab|bis|vor|erst|frühestens|sich|dich|en|à partir de|dès|jusqu['\u2019]en"
    r"|avant|a partir de|desde|hasta|antes de|nel|dal|fino al|prima del"
    r"|vanaf|tot|voor|vóór|em|até|a partir d[eo]) )(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
