"""Words of spans such as six months, and of what is done in them, in seven languages."""

from __future__ import annotations

import re

_NUMBERS = {
    1: "one|another|a|an|einem|einer|eines|ein|un|une|una|uno|een|één|um|uma",
    2: "two|couple of|zwei|deux|dos|par de|due|paio di|twee|dois|duas",
    3: "three|drei|trois|tres|tre|drie|três",
    4: "four|vier|quatre|cuatro|quattro|quatro",
    5: "five|fünf|cinq|cinco|cinque|vijf",
    6: "six|sechs|seis|sei|zes",
    7: "seven|sieben|sept|siete|sette|zeven|sete",
    8: "eight|acht|huit|ocho|otto|oito",
    9: "nine|neun|neuf|nueve|nove|negen",
    10: "ten|zehn|dix|diez|dieci|tien|dez",
    12: "twelve|zwölf|zwoelf|douze|doce|dodici|twaalf|doze",
    18: "eighteen|achtzehn|dix-huit|dieciocho|diciotto|achttien|dezoito",
    24: "twenty-four|twenty four|vierundzwanzig|vingt-quatre|veinticuatro|ventiquattro|vierentwintig|vinte e quatro",
    30: "thirty|dreißig|trente|treinta|trenta|dertig|trinta",
    36: "thirty-six|thirty six|sechsunddreißig|trente-six|treinta y seis|trentasei|zesendertig|trinta e seis",
    60: "sixty|sechzig|soixante|sesenta|sessanta|zestig|sessenta",
    90: "ninety|neunzig|quatre-vingt-dix|noventa|novanta|negentig",
}

WORD_TO_NUMBER = {word: number for number, words in _NUMBERS.items() for word in words.split("|")}

_COUNT = r"\d{1,3}|" + "|".join(sorted(map(re.escape, WORD_TO_NUMBER), key=len, reverse=True))

#: The end of a longer number is none: `forty-eight`.
_NUMBER = rf"(?<![^\W\d]-)(?P<number>{_COUNT})"

_UNIT = (
    r"(?P<unit>days?|tage?[ns]?|jours?|d[ií]as?|giorn[io]|dagen|dag|weeks?|wochen?|semaines?|semanas?"
    r"|settiman[ae]|weken|week|months?|monate?[ns]?|mois|mes(?:es)?|mesi|mese|maanden|maand|m[êe]s|years?"
    r"|jahre?[ns]?|jahr|ans?"
    r"|années?|años?|ann[io]|jaar|anos?)"
)

#: Half a year and a year and a half, each with its months.
HALVES = (
    (
        re.compile(
            r"\b(?:(?:(?:a|one) year and a half|(?:one|1) and a half years|(?:anderthalb|eineinhalb) jahren?"
            r"|an et demi|año y medio|anno e mezzo|anderhalf jaar|ano e meio)\b|(?<!\d)1[.,]5 (?:years|jahren?"
            r"|jaar)\b)",
            re.IGNORECASE,
        ),
        18,
    ),
    (
        re.compile(
            r"\b(?:half (?:a )?year|halben jahre?s?|halbes jahr|medio año|mezz(?:o |['\u2019])anno|half jaar|meio ano"
            r"|demi-année)\b",
            re.IGNORECASE,
        ),
        6,
    ),
)

#: Of `six (6) months` the figure says nothing new; `three to six months` and `zwei, drei Monate` are over after the
#: smaller number at the earliest.
_TWICE = r"(?:\s?\(\d{1,3}\))?"

SPAN = re.compile(
    rf"\b{_NUMBER}{_TWICE}(?:\s?(?:[-\u2013,]|\b(?:to|or|bis|oder|à|ou|a|o|of"
    rf"|tot)\b)\s?(?:{_COUNT}){_TWICE})?[\s-]+(?:full |whole |calendar |more |weiteren |volle |further |other "
    rf"|altri |outros "
    rf"|otros )?{_UNIT}\b",
    re.IGNORECASE,
)

#: Words before a span which say that it is no waiting time.
NO_WAIT = re.compile(
    r"\b(?:for the (?:last|past)|(?:last|past|previous|letzten|vergangenen|derniers|últimos|ultimi"
    r"|afgelopen)|(?:(?:every|each|alle|jede[ns]?|tous les|cada|ogni|elke))"
    r"|(?:valid|valable|válid[oa]s?|valid[oai]) (?:for|pendant|durante|por|per))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)

#: Words before a span for which something is kept.
KEPT = re.compile(
    r"\b(?:keep(?! in touch)|kept|retain\w*|store\w*|on file for|speicher\w*|behalten|aufbewahr\w*|conserv\w*"
    r"|guarda\w*|bewaren|manter\w*)\b[^.;]{0,60}$",
    re.IGNORECASE,
)

#: Words before a span in which something is to be done.
WITHIN = re.compile(
    r"\b(?:within|innerhalb|binnen|sous|d['\u2019]ici|dans (?:un délai d[e'\u2019]|les)|dentro de|en el plazo de|entro"
    r"|no prazo de)(?: (?:von|the next|eine[rs]|los próximos|i prossimi|os próximos))?\s*$",
    re.IGNORECASE,
)

#: Of these, words that name a last day, unless something may not be in that time: `dentro de` is as well `in`.
DEADLINE = re.compile(
    r"\b(?:within|innerhalb|binnen|sous|dans un délai d[e'\u2019]|en el plazo de|entro|no prazo de)"
    r"(?: (?:von|the next|eine[rs]|der nächsten|i prossimi|de))?\s*$",
    re.IGNORECASE,
)

#: An article before a unit makes a span only behind such a word: "in a year", but "twice a year".
ARTICLES = frozenset(
    {"another", "a", "an", "ein", "einem", "einer", "eines", "un", "une", "una", "uno", "een", "um", "uma"}
)

_WAITS = (
    r"in|after|about|least|another|back|again|wait|before|nach|ablauf|(?:ab)?warten(?: sie)?|mindestens"
    r"|dans|après|moins|attend(?:ez|re)|avant|d['\u2019]ici|en|dentro de|tras|después|menos|esperar?|espere|antes de"
    r"|cabo de|transcurridos?|decorridos?|decors[io]|trascors[oi]|passat[oi]|pass?ados?|passés?"
    r"|fra|tra|dopo"
    r"|almeno|attend(?:ere|a|i)|aspett(?:are|i)|prima di|over|na|binnen|wacht(?:en)?|minstens|minimaal"
    r"|em|após|depois|daqui a|dentro d[eo]|aguard(?:e|ar)"
)
_PERIOD_OF = (
    r"(?:period|frist|zeit|plazo|periodo|termijn|tijd|período|prazo) (?:of|von|de|di|van)\s+"
    r"|(?:délai|période|bout|terme|issue) d['\u2019]"
)

WAITS = re.compile(rf"\b(?:(?:{_WAITS})\s+|{_PERIOD_OF})$", re.IGNORECASE)

#: The same with a few words between, "in roughly six months", but no Dutch ones behind `en`, which is `and` there. A
#: period may be one of probation or notice.
SOON = re.compile(
    rf"\b(?:{_WAITS})\s+(?:(?!(?<=\ben\s)(?:de|het|een|die|dat|onze|je|uw)\s)(?:[^\s,;:.()]+\s+){{1,3}})?"
    r"(?:d['\u2019])?$",
    re.IGNORECASE,
)

#: What is to be done for so long first: "do six months in a busy kitchen and call me".
FIRST = re.compile(
    r"\b(?:do|get|work|spend|put in|machen? (?:sie )?|arbeiten? (?:sie )?|faites|fais|passez|passe|travaillez|haz|haga"
    r"|trabaj[ae]|pas[ae]|fai|faccia|lavor[ai]|doe|werk|faça|faz|trabalh[ae])\s+"
    r"(?:first |erst |d['\u2019]abord |eerst )?$",
    re.IGNORECASE,
)

#: Words in the clause of a span by which it has to pass.
PASSES = re.compile(
    r"\b(?:pass(?:es|ed)?|elaps\w+|wait\w*|give (?:it|us|yourself)|later|vergehen|vergangen|verst(?:reich|rich)\w+"
    r"|\w*warte\w*|später|écoul\w+|passer|attend\w+|attente|patient\w+|plus tard|transcurr\w+|pasar|pasen|pasado"
    r"|esper\w+|más tarde|trascor\w+|decor\w+|passat[oi]|passare|aspett\w+|più tardi|verstr[ei]\w+|verlopen|voorbij"
    r"|wacht\w*|passar|passem|passado|aguard\w+|mais tarde)\b",
    re.IGNORECASE,
)

#: What a span is one of, behind it: "two months of interviews", but "within six months of this letter".
OF_WHAT = re.compile(
    r"^ (?:of (?!the\b|this\b|your\b|today\b|receiv)|de (?!hoy\b|hoje\b|la\b|l['\u2019])|d['\u2019]|von (?!heute\b)"
    r"|di (?!oggi\b)|van (?!vandaag\b|nu\b|de\b))",
    re.IGNORECASE,
)

#: Units of less than a month.
SHORT = re.compile(r"da|ta|jour|d[ií]a|giorn|we|wo|sem|sett", re.IGNORECASE)

#: Words of a wait that is over: "sorry that we kept you waiting for six weeks".
WAITED = re.compile(
    r"\b(?:ke(?:pt|ep\w*) you waiting|ma(?:de|k\w+) you wait|(?:have|having) waited|warten (?:lassen|mussten|musste)"
    r"|gewartet|fai(?:t|re) attendre|attendu\w*|(?:hecho|hacer\w*|haber\w*) esperar|esperado|fatt[oa] (?:attendere"
    r"|aspettare)|atteso|aspettato|laten wachten|gewacht|(?:feito|fazê-l[oa]|tê-l[oa] feito) esperar)\b",
    re.IGNORECASE,
)

#: Words behind an article and a unit that make a span of them: "a year after this message".
SINCE = re.compile(
    r"^ (?:after|from (?:now|today|the date)|between|zwischen|entre|tussen|nach|après|à compter"
    r"|después|dopo|dalla|na|após|depois|lang)\b",
    re.IGNORECASE,
)

#: Words before a span that something lasts. Only what may not be lasts until another application is welcome.
FOR = re.compile(
    r"\b(?:for|für|während|pendant|durante|per|voor|gedurende|por)"
    r"(?: (?:an?|the|at|least|next|coming|about|period|of|die|der|eine[nr]?|mindestens|nächsten|kommenden|zeitraum|von"
    r"|une?|les|prochains|au|moins|durée|période|de|los|próximos|al|menos|plazo|periodo|i|prossimi|almeno|di|ten|minste"
    r"|komende|minstens|os|um|uma|pelo|período))* (?:d['\u2019])?$",
    re.IGNORECASE,
)

#: What keeps the reader out without a negation.
SHUT_OUT = re.compile(
    r"sperr|cool|(?<!c)lock|disqualif|barred|suspend|exclu|leave|karenz|carenc|délai|espera\b|attesa|bloque"
    r"|blocc|pausa|uitgesloten",
    re.IGNORECASE,
)

#: Words before an article and a unit that say how often, not how long.
OFTEN = re.compile(r"\b(?:once|twice|times|mal|pro|fois|veces|vez|volte|keer|vezes)\s+$", re.IGNORECASE)

#: `One day` is no span, unless one waits for it to pass.
SOME_DAY = re.compile(r"one[ -]day|(?:een|één) dag", re.IGNORECASE)

COUNTED = re.compile(r"\b(?:in|after|within|least|for|over|na|binnen)\s+$", re.IGNORECASE)

#: Words behind a span which say what was or should be learned in it, or that it lies before something else.
EXPERIENCE = re.compile(
    r"^(?:['\u2019]s?)?\s+(?:\S+\s+){0,4}?(?:d['\u2019])?(?:experience"
    r"|\w*erfahrung|expérience|experiencia|esperienza|\w*ervaring|experiência"
    r"|practice|praxis|notice|eligibility|gültig|geldig"
    r"|contract|internship|probation|traineeship"
    r"|advance|beforehand|voraus|vorher|avance|antelación|anticipo|tevoren|antecedência)",
    re.IGNORECASE,
)

#: What lasts as long as the span behind it: `a contract of six months`.
LENGTH_OF = re.compile(
    r"\b(?:probation|notice|trial|contracts?|internship|\w*vertrag|probezeit|\w*kündigungsfrist|\w*praktikum|préavis"
    r"|essai|contrats?|stage|prueba|preaviso|contratos?|prácticas|prova|preavviso|contratto|tirocinio|proeftijd"
    r"|opzegtermijn|experimental|estágio)(?: period| time)? (?:of|for|von|über|de|d['\u2019]|por|di|per|van|voor) ?$",
    re.IGNORECASE,
)

#: Words around a span that is over.
AGO = (
    re.compile(r"(?:\b(?:il y a|hace|há)|(?<!nicht )\bvor)\s+$", re.IGNORECASE),
    re.compile(r"^\s+(?:ago|earlier|fa|geleden|atrás)\b", re.IGNORECASE),
)

#: Words before a span that is to come, whatever is learned in it.
AHEAD = re.compile(r"\b(?:in|dans|dentro de|tra|fra|over|daqui a)\s+$", re.IGNORECASE)

#: How often one may try, and the time in which it is that often: once every six months, a year, a calendar year.
ONCE_IN = re.compile(
    r"\b(?:once(?= (?:every|each|per|in any|a)\b)|one application|einmal|eine bewerbung|une (?:seule )?(?:fois"
    r"|candidature)"
    r"|una (?:sola |única )?(?:vez|volta|candidatura|solicitud)|(?:één|een) ?(?:keer|maal|sollicitatie)|uma (?:única )?"
    r"(?:vez|candidatura))\b(?: [^\s.;]+){0,3}?"
    r" (?:every|each|per|in any|a|alle|pro|je|(?:tou(?:te)?s les|par)|cada|al|ogni|all['\u2019]|l['\u2019]|elke"
    r"|por|ao)"
    rf" ?(?:(?P<calendar>calendar year|kalenderjahr|année civile|año (?:natural|calendario)|anno solare|kalenderjaar"
    rf"|ano civil)|(?:{_NUMBER}[\s-]+)?{_UNIT})\b",
    re.IGNORECASE,
)
