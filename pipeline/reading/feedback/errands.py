"""Sentences about an errand beside the candidacy: fares and wages, who else is looking for people, a visit, a discount.

They tell whoever was refused what to do, as advice does, and are none.
"""

from __future__ import annotations

import re

_LONGEST = 600

#: What is paid back or paid out, and what has to be sent in for it.
_MONEY = re.compile(
    r"\b(?:(?:we|will|can|to|be|['\u2019]ll)(?: \w+)? (?:reimburse|refund)(?:ed)?|bank (?:transfer|details)"
    r"|(?:travel|train|bus|taxi|parking|hotel) (?:expenses|costs|fares?|receipts?|tickets?)"
    r"|(?:your|the) (?:fare|receipts)"
    r"|erstatte[nt]|(?:fahrt|reise|park|hotel|übernachtungs)kosten\w*|spesen(?:abrechnung)?|fahrkarten?|originalbelege?n?"
    r"|remboursé?\w*|défrai\w+|frais de (?:déplacement|transport|voyage|trajet)|billets? de train"
    r"|(?:un|le|par) virement"
    r"|reembols\w+|gastos de (?:viaje|desplazamiento)|billetes? de (?:tren|avión)|por transferencia"
    r"|rimbors\w+|spese di (?:viaggio|trasferta)|bigliett[oi] (?:del|di) (?:treno|viaggio)|un bonifico"
    r"|(?:we|wij) vergoeden|(?:reis|on|parkeer)kosten\w*|treinkaartjes?"
    r"|despesas de (?:viagem|deslocação)|bilhetes? de (?:comboio|avião)|por transferência|(?-i:IBAN|RIB))\b",
    re.IGNORECASE,
)

#: Who looks for people as well, and will be told of them.
_INTRODUCES = re.compile(
    r"\b(?:introduce you to|put you in touch|(?:tell (?:him|her|them)|say) (?:that )?(?:i|we) sent you"
    r"|letter of recommendation|in meinem namen|gruß von mir|empfehlungsschreiben|de ma part|lettre de recommandation"
    r"|de mi parte|te presente (?:a|con)|presentar(?:te|le|lo|la) (?:a|con)|carta de recomenda(?:ción|ção)"
    r"|(?:che )?(?:ti|la) mando io|(?:da|a) (?:parte|nome) mi[ao]|ti presento|lettera di (?:raccomandazione|referenze)"
    r"|dat ik (?:je|u) (?:stuur|heb gestuurd)|namens mij|aanbevelingsbrief|da minha parte"
    r"|apresent(?:o|ar)-(?:te|lhe))\b",
    re.IGNORECASE,
)

#: Come by for a coffee, not for a job.
_VISITS = re.compile(
    r"\b(?:(?:for|have|get|grab) an? (?:\w+ )?(?:coffee|tea|beer|drink|pint)|open (?:day|house)"
    r"|auf (?:einen|ein) (?:\w+ )?(?:kaffee|tee|bier|glas)|tag der offenen tür"
    r"|(?:boire|prendre) (?:un|le) (?:\w+ )?(?:coup|café|verre)|portes ouvertes"
    r"|tom\w+ (?:un|um|algo|una) ?(?:café|caña|cerveza|copo)?|puertas abiertas"
    r"|(?:prendere|bere) (?:un|il) (?:\w+ )?(?:caffè|bicchiere)|porte aperte"
    r"|komm(?:en sie)? (?:einfach |gern\w* |doch )*vorbei\b|passe(?:z)? (?:donc )?(?:me|nous) voir|pásate por"
    r"|pásese por"
    r"|passa (?:pure )?a trovarci|kom (?:gerust |eens )*langs"
    r"|(?:koffie|thee|biertje) (?:komen )?drinken|op de koffie|open ?dag|portas abertas)\b",
    re.IGNORECASE,
)

#: Where else one may try, and what keeps in touch: neither says anything of whoever is told.
_ELSEWHERE = re.compile(
    r"\b(?:(?:try|look at|check(?: out)?|contact|ring|ask) (?:\w+ ){0,4}?(?:offices|firms|companies|practices"
    r"|agenc(?:y|ies)|branch(?:es)?|places|employers|next door|down the (?:road|hall)|up the (?:road|street"
    r"|\w+ estate))"
    r"|job ?boards?|keep in touch|stay in touch|follow us|discount|promo(?:tion)? code|\d+ ?% (?:off|discount)"
    r"|[ds]ie suchen (?:\w+ )?(?:noch|leute|jemand\w*|händeringend)|der sucht|jobbörsen?|rabatt\w*"
    r"|in (?:kontakt|verbindung) bleiben|(?:il|elle|ils|elles) cherche(?:nt)?\b(?! (?:à|votre|ton|qqn|quelqu))"
    r"|restons en contact|code promo|(?:él |ella |ellos )?(?:busca|buscan) (?:gente|personal)|bolsas? de (?:trabajo"
    r"|empleo)"
    r"|seguimos? en contacto|código de descuento|che (?:cerca|cercano)\b|so che cerca\w*|restiamo in contatto"
    r"|codice sconto|die zoek(?:t|en) (?:nog|mensen|iemand)|(?:blijven we|laten we) (?:\w+ )?contact|kortingscode"
    r"|(?:procura|procuram|estão à procura de) (?:gente|pessoal)|mantenha(?:mos)? o? ?contac?to|código de desconto)\b",
    re.IGNORECASE,
)

#: What is to be taken out of a calendar, who else knows more, what footers ask of all: an arrangement, no advice.
_ARRANGES = re.compile(
    r"\b(?:contattare direttamente|contact \w+ directly|contacter directement|contactar directamente"
    r"|direkt an [^.]{2,60} wenden"
    r"|(?:before|vor dem|avant d['\u2019]|antes de|prima di|voor het|voordat \w+) ?(?:printing|ausdrucken|drucken"
    r"|imprimer"
    r"|imprimir|stampare|printen|print)|(?:delete|remove|cancel|decline) (?:it|the (?:invite|invitation|meeting"
    r"|appointment|slot))|from your (?:calendar"
    r"|diary)|aus (?:dem|deinem|ihrem) kalender|(?:de|dans) (?:ton|votre) agenda|del? (?:tu|su|el) calendario|(?:dal"
    r"|nel)"
    r" (?:tuo |suo )?calendario|uit (?:je|uw) agenda|d[ao] (?:tua|sua)? ?(?:agenda|calendário))\b",
    re.IGNORECASE,
)


def is_errand(text: str) -> bool:
    """Return whether a sentence is about money, an introduction, a visit or another place, not about how one did."""
    return any(pattern.search(text[:_LONGEST]) for pattern in (_MONEY, _INTRODUCES, _VISITS, _ELSEWHERE, _ARRANGES))
