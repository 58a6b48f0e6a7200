"""Sentences about an errand beside the candidacy: fares and wages, who else is looking for people, a visit, a discount.

They tell whoever was refused what to do, as advice does, and are none.
"""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

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
    r"\b(?:introduce you to|put you in touch|(?:den )?kontakt her(?:stellen)?|mettre en (?:relation|contact)"
    r"|poner\w* en contacto"
    r"|metter\w* in contatto|in contact brengen|(?:pôr|colocar) em conta(?:c)?to|(?:fragen sie"
    r"|frag) (?:\w+ ){0,3}bei [^.;!?]{3,60} nach"
    r"|(?:tell (?:him|her|them)|say) (?:that )?(?:i|we) sent you"
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
    r"|(?:komm(?:en sie)? (?:einfach |gern\w* |doch )*vorbei|passe(?:z)? (?:donc )?(?:me|nous) voir|pás[ae][st]e por"
    r"|passa (?:pure )?a trovarci|kom (?:gerust |eens )*langs|loop (?:gerust |eens )*binnen)\b"
    # Once something is done that was wanting, it is advice.
    r"(?![^.;!?]*\b(?:wenn|sobald|quand|dès|cuando|quando|als|zodra)\b)"
    r"|(?:koffie|thee|biertje) (?:komen )?drinken|op de koffie|open ?dag|portas abertas)\b",
    re.IGNORECASE,
)

#: Where else one may look, what keeps in touch, and what footers ask of all: none says anything of whoever is told.
_OF_ALL = re.compile(
    r"\b(?:job ?boards?|jobbörsen?|bolsas? de (?:trabajo|empleo)|(?:keep|stay) in touch|follow us|in (?:kontakt"
    r"|verbindung)"
    r" bleiben|restons en contact|s[ei]gamos en contacto|restiamo in contatto|blijven we in contact"
    r"|mantenha(?:mos)? o? ?contac?to|(?:discount|promo(?:tion)?|voucher) code|rabattcode|(?:avec le )?code promo"
    r"|avec le code|código de (?:descuento|desconto)|codice sconto|kortingscode"
    r"|(?:delete|remove|cancel|decline) (?:it|the \w+) from your (?:calendar|diary)"
    r"|(?:consider|think of) the environment|denken sie an die umwelt|pensez à l['\u2019]environnement"
    r"|piens[ae] en el medio ?ambiente|pens[ai] all['\u2019]ambiente|denk aan het milieu"
    r"|pense no (?:meio )?ambiente)\b",
    re.IGNORECASE,
)


#: A particular of the posting, in a notice of a portal: `Ubicación: Halden`, `Applied on: 2 May`.
_PARTICULARS = re.compile(
    r"\W*(?:location|place|date|applied(?: on)?|reference|ref|ubicación|inscrit[oa](?: el)?|fecha(?: de \w+)?|lugar"
    r"|ort|datum"
    r"|standort|kennziffer|lieu|date(?: d[eu] \w+)?|référence|sede|data(?: di \w+)?|riferimento|locatie|kenmerk|local"
    r"|inscrição|referência)\s?:\s[^.;!?]{1,40}$",
    re.IGNORECASE,
)


def is_errand(text: str) -> bool:
    """Return whether a sentence is about money, an introduction, a visit or what all are asked, not how one did."""
    if _PARTICULARS.match(text):
        return True
    return any(pattern.search(text[:LONGEST_SENTENCE]) for pattern in (_MONEY, _INTRODUCES, _VISITS, _OF_ALL))
