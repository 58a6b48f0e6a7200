"""Spans and dates in the words of seven languages, in relation to the day on which something was written.

The words are searched by small patterns of our own: general parsers take "may" for a month and "we" for a weekday.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_NUMBERS = {
    1: "one|a|an|einem|einer|eines|ein|un|une|una|uno|een|één|um|uma",
    2: "two|couple of|zwei|deux|dos|due|twee|dois|duas",
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
    24: "twenty[- ]four|vierundzwanzig|vingt-quatre|veinticuatro|ventiquattro|vierentwintig|vinte e quatro",
}
_WORD_TO_NUMBER = {word: number for number, words in _NUMBERS.items() for word in words.split("|")}

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
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}

_SEASONS = {
    3: "spring|frühjahr|frühling|printemps|primavera|voorjaar|lente",
    6: "summer|sommer|été|verano|estate|zomer|verão",
    9: "autumn|fall|herbst|automne|otoño|autunno|najaar|herfst|outono",
    12: "winter|hiver|invierno|inverno",
}
_SEASON_MONTH = {name: number for number, names in _SEASONS.items() for name in names.split("|")}

_NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(map(re.escape, _WORD_TO_NUMBER), key=len, reverse=True)) + ")"
_UNIT = (
    r"(?P<unit>days?|tage?n?|jours?|d[ií]as?|giorn[io]|dagen|dag|weeks?|wochen?|semaines?|semanas?"
    r"|settiman[ae]|weken|week|months?|monate?n?|mois|mes(?:es)?|mesi|mese|maanden|maand|m[êe]s|years?|jahre?n?|jahr|ans?"
    r"|années?|años?|ann[io]|jaar|anos?)"
)
_HALF_YEAR = re.compile(
    (
        r"\b(?:half (?:a )?year|halben jahr|halbes jahr|six months' time|medio año|mezz['\u2019]anno"
        r"|half jaar|meio ano|seis meses|demi-année|semestre)\b"
    ),
    re.IGNORECASE,
)
_SPAN = re.compile(
    (
        rf"\b{_NUMBER}[\s-]+(?:full |more |weiteren |volle |further |other |altri |outros "
        rf"|otros )?{_UNIT}\b"
    ),
    re.IGNORECASE,
)

#: Words before a span which say that it is no waiting time.
_NO_WAIT = re.compile(
    r"\b(?:for the (?:last|past)|(?:last|past|previous|letzten|vergangenen|derniers|últimos|ultimi"
    r"|afgelopen)|(?:(?:every|each|alle|jede[ns]?|tous les|cada|ogni|elke))|valid for)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)

#: Words before a span for which something is kept.
_KEPT = re.compile(
    r"\b(?:keep|kept|retain\w*|store\w*|on file for|speicher\w*|behalten|aufbewahr\w*|conserv\w*"
    r"|guarda\w*|bewaren|manter\w*)\b[^.;]{0,60}$",
    re.IGNORECASE,
)

#: An article before a unit makes a span only behind such a word: "in a year", but "twice a year".
_ARTICLES = frozenset({"a", "an", "ein", "einem", "einer", "eines", "un", "une", "una", "uno", "een", "um", "uma"})
_WAITS = re.compile(
    (
        r"\b(?:in|after|about|least|another|back|again|nach|ablauf|dans|après|moins|en|dentro de|tras"
        r"|hace|fra|tra|dopo|over|na|binnen|em|após|daqui a|dentro d[eo])\s+$"
    ),
    re.IGNORECASE,
)

#: The same where something is kept: "for a year", "ein Jahr lang".
_LASTS = re.compile(
    r"\b(?:for|up to|at least|another|a further|für|während|bis zu|noch|pendant|durant|por|durante|para|per"
    r"|almeno|gedurende|voor|nog|por até)\s+$",
    re.IGNORECASE,
)

#: Words behind a span which say what was or should be learned in it.
_EXPERIENCE = re.compile(
    (
        r"^(?:['\u2019]s?)?\s+(?:\S+\s+){0,4}?(?:d['\u2019])?(?:experience"
        r"|\w*erfahrung|expérience|experiencia|esperienza|\w*ervaring|experiência"
        r"|practice|praxis|notice|eligibility)"
    ),
    re.IGNORECASE,
)

_MONTH_NAME = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))
_DAY_MONTH_YEAR = re.compile(
    (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)? (?:de "
        rf"|of )?(?P<month>{_MONTH_NAME})(?:,? (?:de |of )?(?P<year>20\d\d))?\b"
    ),
    re.IGNORECASE,
)
_MONTH_DAY_YEAR = re.compile(
    (
        rf"\b(?P<month>{_MONTH_NAME}) (?P<day>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?,? (?P<year>20\d\d)\b"
    ),
    re.IGNORECASE,
)
#: `may` alone is no month: a month without a day needs a preposition or a year.
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH_NAME}) (?:de |of )?(?P<year>20\d\d)\b", re.IGNORECASE)
_IN_MONTH = re.compile(
    (
        rf"\b(?:in|from|after|next|ab|im|nach|en|à partir de|dès|a partir de|partir d[eo]|a|da|nach dem"
        rf"|vanaf|em|depois de|desde|después de|dopo|na) (?P<month>{_MONTH_NAME})\b(?! \d)"
    ),
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>20\d\d)\b"
    r"|\b(?P<year2>20\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d)\b"
)
_QUARTER = re.compile(
    (
        r"\b(?:Q(?P<number>[1-4])|(?P<word>first|second|third|fourth|1st|2nd|3rd|4th"
        r"|ersten|zweiten|dritten|vierten|[1-4]\.) quart(?:er|al)\w*)(?:[ /]+(?:of "
        r"|de )?(?P<year>20\d\d))?"
    ),
    re.IGNORECASE,
)
_SEASON = re.compile(
    (
        rf"\b(?:next|in|in the|this|coming|following|im|nächste[nsr]?|kommende[nsr]?|nächstes|au|en|à"
        rf"|l['\u2019]|prochain|próxim[oa]|el|la|in|il|prossim[oa]|volgend[e]?|het|komend[e]?|na|no"
        rf"|de) (?P<season>{'|'.join(_SEASON_MONTH)})\b(?:[ ,]+(?P<year>20\d\d))?"
    ),
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(
    (
        r"\b(?:next year|in the new year|im neuen jahr|nächste[ns]? jahr"
        r"|kommende[ns]? jahr|l['\u2019](?:an|année) prochaine?"
        r"|(?:el )?(?:año que viene|próximo año)|(?:il )?(?:prossimo anno"
        r"|anno prossimo)|volgend jaar|(?:no )?(?:próximo ano|ano que vem))\b"
    ),
    re.IGNORECASE,
)
_NEXT_MONTH = re.compile(
    (
        r"\b(?:next month|nächste[nr]? monat|le mois prochain|(?:el )?(?:próximo mes"
        r"|mes que viene)|(?:il )?(?:prossimo mese|mese prossimo)|volgende maand"
        r"|próximo mês|mês que vem)\b"
    ),
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(
    (
        r"\b(?:in|from|ab|en|à partir de|dès|a partir de|desde|nel|dal|vanaf|em"
        r"|a partir d[eo]) (?P<year>20\d\d)\b"
    ),
    re.IGNORECASE,
)


def date_in(text: str, sent: date, *, keeping: bool = False) -> date | None:
    """Return the day that a sentence names, in relation to the day on which it was sent; None if it names none.

    A span for which something is kept ("on file for a year") is no waiting time, unless `keeping` asks for it.
    """
    return (
        _explicit(text, sent)
        or _span(text, sent, keeping=keeping)
        or _quarter(text, sent)
        or _named_month(text, sent)
        or _season(text, sent)
        or _next(text, sent)
    )


def _span(text: str, sent: date, *, keeping: bool) -> date | None:
    """Return the end of a span such as `six months`, counted from the day on which the message was sent."""
    for match in _SPAN.finditer(text):
        before = text[: match.start()]
        if match["number"].lower() in _ARTICLES and not (_LASTS if keeping else _WAITS).search(before):
            continue
        if not keeping and _KEPT.search(before):
            continue
        if _NO_WAIT.search(before) or _EXPERIENCE.search(text[match.end() : match.end() + 60]):
            continue
        word = match["number"].lower()
        number = int(word) if word.isdigit() else _WORD_TO_NUMBER.get(word, 0)
        return _later(sent, number, match["unit"].lower())
    return _months_later(sent, 6) if _HALF_YEAR.search(text) else None


def _later(sent: date, number: int, unit: str) -> date | None:
    """Return the day so many units later; None beyond a reasonable number."""
    if not 0 < number <= 1_000:
        return None
    if unit.startswith(("day", "tag", "jour", "dia", "día", "giorn", "dag")):
        return sent + timedelta(days=number)
    if unit.startswith(("week", "woche", "semain", "seman", "settiman", "wek")):
        return sent + timedelta(weeks=number)
    if unit.startswith(("year", "jahr", "an", "añ", "jaar", "ann")):
        return _months_later(sent, 12 * number) if number <= 10 else None
    return _months_later(sent, number) if number <= 60 else None


def _months_later(sent: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(sent.year * 12 + sent.month - 1 + months, 12)
    return date(year, month + 1, min(sent.day, calendar.monthrange(year, month + 1)[1]))


def _explicit(text: str, sent: date) -> date | None:
    """Return a day that is written out."""
    numeric = _NUMERIC.search(text)
    if numeric:
        parts = (
            numeric["year"] or numeric["year2"],
            numeric["month"] or numeric["month2"],
            numeric["day"] or numeric["day2"],
        )
        return _day(*map(int, parts))
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        match = pattern.search(text)
        if match:
            month, day = _MONTH_NUMBER[match["month"].lower()], int(match["day"])
            if match["year"]:
                return _day(int(match["year"]), month, day)
            return (
                _day(sent.year, month, day)
                if (month, day) > (sent.month, sent.day)
                else _day(sent.year + 1, month, day)
            )
    return None


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named_month(text: str, sent: date) -> date | None:
    """Return the first day of a month that is named with a year or behind a preposition."""
    match = _MONTH_YEAR.search(text)
    if match:
        return date(int(match["year"]), _MONTH_NUMBER[match["month"].lower()], 1)
    match = _IN_MONTH.search(text)
    return _coming(sent, _MONTH_NUMBER[match["month"].lower()]) if match else None


def _quarter(text: str, sent: date) -> date | None:
    """Return the first day of a quarter."""
    match = _QUARTER.search(text)
    if not match:
        return None
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4}
    number = int(match["number"]) if match["number"] else words.get(match["word"].lower()) or int(match["word"][0])
    month = 3 * number - 2
    return date(int(match["year"]), month, 1) if match["year"] else _coming(sent, month)


def _season(text: str, sent: date) -> date | None:
    """Return the first day of the month in which a season begins in Europe."""
    match = _SEASON.search(text)
    if not match:
        return None
    month = _SEASON_MONTH[match["season"].lower()]
    return date(int(match["year"]), month, 1) if match["year"] else _coming(sent, month)


def _next(text: str, sent: date) -> date | None:
    """Return the first day of next month or year, or of a year that is named."""
    if _NEXT_MONTH.search(text):
        return _months_later(sent.replace(day=1), 1)
    if _NEXT_YEAR.search(text):
        return date(sent.year + 1, 1, 1)
    match = _FROM_YEAR.search(text)
    return date(int(match["year"]), 1, 1) if match else None


def _coming(sent: date, month: int) -> date:
    """Return the next first day of a month."""
    return date(sent.year if month > sent.month else sent.year + 1, month, 1)
