"""Employers whose answer somebody passes on who stands between: "Halden came back to me", "Desde Halden nos dicen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.company.client_words import KIND
from pipeline.reading.company.lines import TRADES
from pipeline.reading.company.names import NAME, name_at, tidy
from pipeline.reading.senders.known import Senders

_ARTICLE = (
    r"(?:(?:(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Ll][aeo]s?|[Ee]l|[Ii]l|[AO]s?|[Dd]e|[Hh]et) |[Ll]['\u2019])" + KIND + ")?"
)

#: Towns and what else has the kind in its name, with a small letter in running text: `de gemeente Oosterveld`.
_PUBLIC = re.compile(
    r"(?:gemeente|provincie|waterschap|mairie (?:de |d['\u2019])|ville (?:de |d['\u2019])|ayuntamiento de|diputación de"
    r"|comune di|provincia di|câmara municipal d[aeo]|município d[aeo]) ?(?=\S)"
)

_BACK = r"(?:(?:has|have|['\u2019]ve) )?(?:just )?(?:got(?:ten)?|c[ao]me) back (?:to (?:me|us)|with|on|about)"
_ANSWERED = re.compile(
    rf"^(?:[\w '\u2019]{{1,30}}[,:!] )?{_ARTICLE}(?P<name>{NAME.pattern}) (?:{_BACK}"
    r"|(?:hat|haben) sich (?:\S+ ){0,4}?(?:zurück)?gemeldet"
    r"|(?:hat|haben) (?:mir|uns) (?:\S+ ){0,4}?(?:zurückgemeldet|geantwortet|mitgeteilt|Rückmeldung)"
    r"|(?:est|sont|m['\u2019]est|nous est) revenue?s? vers (?:moi|nous)"
    r"|(?:m['\u2019]|nous )(?:a|ont) (?:\S+ ){0,2}?(?:retour|répondu|rappelée?s?|indiqué)"
    r"|(?:nos|me) (?:ha|han) (?:\S+ )?(?:respondido|contestado|dicho|llamado|comunicado)"
    r"|(?:mi|ci) ha(?:nno)? (?:\S+ )?(?:risposto|fatto sapere|richiamat[oi]|comunicato|detto)"
    r"|(?:heeft|hebben) (?:mij|me|ons) (?:\S+ ){0,3}?(?:laten weten|(?:terug)?gebeld|gemaild|geantwoord)"
    r"|(?:nos |me )?(?:deu|deram) (?:o |um )?(?:retorno|resposta|feedback)"
    r"|(?:nos|me) (?:disse|disseram|informou|informaram|respondeu|responderam))(?!\w)"
)
_FROM = re.compile(
    rf"^(?:[\w '\u2019]{{1,30}}[,:!] )?(?:[Dd]esde|[Dd]al?|[Dd]alla|[Dd][ao]|[Vv]on(?: der)?|[Vv]an|[Cc]hez) {_ARTICLE}"
    rf"(?P<name>{NAME.pattern}) (?:(?:nos|me) (?:dicen|comentan|informan|confirman|trasladan|han dicho|dizem|informam)"
    r"|(?:ci|mi) (?:dicono|fanno sapere|comunicano|informano|hanno detto|hanno fatto sapere)"
    r"|(?:kreeg|kregen|hoorde|hoorden) (?:ik|we|wij)|(?:höre|hörte) ich|(?:habe|haben) (?:ich|wir) (?:gehört|erfahren)"
    r"|on (?:me|nous) dit)(?!\w)"
)


def answered(text: str, senders: Senders) -> Iterator[str]:
    """Yield the name of whoever has answered in a sentence, unless it is that of a person or a part of a company."""
    for pattern in (_ANSWERED, _FROM):
        match = pattern.match(text)
        name = tidy(match["name"]) if match else ""
        parts = name.split()
        is_part = any(senders.without_departments(part)[0] != part or part.casefold() in TRADES for part in parts)
        if name and not is_part and not senders.begins_with_given_name(name) and not senders.bears_title(name):
            yield name


def spoken_name(text: str, start: int) -> str:
    """Return the name of an employer that begins at `start`, as `name_at` does, with the kind that is part of it."""
    public = _PUBLIC.match(text, start)
    name = name_at(text, public.end() if public else start)
    return public[0] + name if public and name else name
