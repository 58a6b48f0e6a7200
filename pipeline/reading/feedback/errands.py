"""Sentences about an errand beside the candidacy: fares and wages, things that were lent or left, a profile, a visit.

They tell whoever was refused what to do, as advice does, and are none.
"""

from __future__ import annotations

import re

_LONGEST = 600

#: What is paid back or paid out, and what has to be sent in for it.
_MONEY = re.compile(
    # English
    r"\b(?:(?:we|will|can|to|be|['\u2019]ll)(?: \w+)? (?:reimburse|refund)(?:ed)?|(?:travel|train|bus|taxi|parking"
    r"|hotel) (?:expenses|costs|fares?|receipts?"
    r"|tickets?)|(?:your|the) (?:fare|receipts|bank details))\b"
    # German
    r"|\b(?:erstatte[nt]|rückerstatt\w+|(?:fahrt|reise|park|hotel|übernachtungs)kosten\w*|spesen(?:abrechnung)?"
    r"|fahrkarten?|fahrscheine?|originalbelege?n?)\b"
    # French
    r"|\bremboursé?\w*\b|\bdéfrai\w+|\bfrais de (?:déplacement|transport|voyage|trajet|parking)\b"
    r"|\b(?:billets? de train|tickets? de (?:péage|parking|train|bus))\b"
    # Spanish
    r"|\breembols\w+|\bgastos de (?:viaje|desplazamiento|transporte|locomoción)\b"
    r"|\bbilletes? de (?:tren|avión|autobús|ida)\b"
    # Italian
    r"|\brimbors\w+|\bspese di (?:viaggio|trasferta|trasporto)\b|\bbigliett[oi] (?:del|di) (?:treno|viaggio|autobus)\b"
    # Dutch
    r"|\bvergoeden (?:we|wij|je|jouw|uw|de)\b|\b(?:we|wij) vergoeden\b"
    r"|\b(?:reiskosten\w*|onkosten\w*|treinkaartjes?|parkeerkosten|bonnetjes)\b"
    # Portuguese
    r"|\bajuda de custo\b|\bdespesas de (?:viagem|deslocação|transporte)\b"
    r"|\bbilhetes? de (?:comboio|trem|avião|autocarro|ônibus)\b"
    # What a trial earns
    r"|\b(?:bank transfer|tax number|(?:paid|pay you|wages) (?:\w+ ){0,4}(?:cash|trial|shift)|(?:den|deinen|ihren) lohn"
    r"|steuernummer|kostenstelle|numéro de sécu\w*|(?:un|le|par) virement|fiche de paie|(?:una|por) transferencia"
    r"|un bonifico|i soldi|contant|(?:uma|por) transferência)\b"
    # Any
    r"|\b(?-i:IBAN|RIB|CESU)\b",
    re.IGNORECASE,
)

#: What was lent for the trial or left behind.
_THING = (
    r"(?:badges?|\w*pass|lanyard|\w*keys?|fob|(?:access|visitor|key)[ -]cards?|laptop|tablet|calculator|booklet"
    r"|envelopes?"
    r"|uniform|apron|overalls?|jacket|coat|scarf|umbrella|charger|chef['\u2019]s whites|whistle|vest"
    r"|\w*ausweis\w*|\w*schlüssel|\w*karte|kittel|schürze|jacke|schal|schirm|umschlag|leihuhr|leibchen|mappe|ladekabel"
    r"|clés?|ordinateur(?: portable)?|cartes? d['\u2019]accès|blouse|tablier|écharpe|parapluie|enveloppe|gourde|manteau"
    r"|tarjeta|gafete|credencial|llaves?|portátil|delantal|mandil|bufanda|paraguas|sobre|chaleco|carpeta|cargador"
    r"|badge|chiav[ei]|tesserino|portatile|grembiule|sciarpa|ombrello|busta|camice|giacca"
    r"|\w*pas|\w*pasje|sleutels?|schort|jas|sjaal|paraplu|enveloppe|map|oplader|laarzen"
    r"|crachá|chaves?|cartão|avental|cachecol|guarda-chuva|envelope|colete|pasta|carregador)"
)

_HANDS_OVER = (
    r"(?:return|hand(?= [^.;!?]{0,60}\b(?:in|back|over)\b)|drop(?: off)?|leave|post(?: back)?|send back"
    r"|bring(?: back)?|give back|pick up"
    r"|collect|geben|schicken|bringen|werfen|hol(?:en)?|gib|bring|schick|zurückgeben"
    r"|rapport\w+|rend(?:re|ez|s)|retourn\w+|dépos\w+|renvoy\w+|ramen\w+|récupér\w+|gliss\w+|pass\w+ (?:chercher"
    r"|prendre)"
    r"|devuelv\w+|devolver|entreg\w+|deja(?:r|d|me)?|dejar|recog\w+|tráe\w*|traiga|mete"
    r"|restitui\w+|restituisc\w+|riport\w+|ridammi|consegn\w+|ritir\w+|lasci\w*"
    r"|lever|breng|inleveren|retourneer|haal|ophalen"
    r"|devolv\w+|entreg\w+|deix\w+|levant\w+|traga|tragam)"
)

_THINGS = re.compile(
    rf"(?:^|[,;:.]\s|\b(?:please|bitte|merci de|to|à|de|zu|para|favor|puede[ns]?|pode)\s)\W{{0,3}}{_HANDS_OVER}"
    rf"(?: \S+){{0,4}}? {_THING}\b"
    rf"|\b{_THING}\b[^.;!?]{{0,60}}?\b(?:(?:abgeben|zurückgeben|zurückschicken|abholen|einwerfen|abzugeben|mitnehmen)\b"
    r"|(?:is|are|est|sont) à (?:rendre|rapporter|retourner|déposer|restituer|récupérer)\b"
    r"|(?:inleveren|ophalen|terugsturen)\b)"
    rf"|\b(?:left|forgot|vergessen|(?:avez|as) (?:oublié|laissé)|dejaste|dejó|olvidaste|olvidó|dimenticato|lasciato"
    rf"|laten liggen|vergeten|esqueceu\S*|deixou|esqueceste)\b(?: \S+){{0,4}}? {_THING}\b"
    rf"|\b{_THING} (?:(?:is|are) (?:still )?(?:at|in|with)|liegt|hängt|est (?:à|au|dans|resté)\w*|está en|è (?:in"
    rf"|sopra)"
    r"|ligt|hangt|está n[oa])\b",
    re.IGNORECASE,
)

#: Who looks for people as well, and will be told of them.
_INTRODUCES = re.compile(
    r"\b(?:(?:happy|glad|like|can|could|will|would|['\u2019]d|['\u2019]ll) (?:to )?(?:introduce|recommend) you to"
    r"|put you in touch|mention(?:ing)? (?:my|our) name|(?:tell|say to) (?:him|her|them) (?:that )?(?:i|we) sent you"
    r"|say (?:that )?(?:i|we) sent you|(?:letter of recommendation|(?:write|give) you a reference))\b"
    r"|\b(?:in meinem namen|(?:einen )?(?:schönen )?gruß von mir|empfehlungsschreiben"
    r"|dich (?:gern|aber|auch|\s)*(?:\w+ ){0,6}vorstellen|stelle? (?:dich|sie) (?:\w+ ){0,4}vor)\b"
    r"|\bde ma part\b|\b(?:vous|te) (?:présent|recommand)\w+ à\b|\blettre de recommandation\b"
    r"|\bde mi parte\b|\bte presente (?:a|con)\b|\bpresentar(?:te|le|lo|la) (?:a|con)\b|\bcarta de recomenda(?:ción"
    r"|ção)\b"
    r"|\b(?:che )?(?:ti|la) mando io\b|\b(?:da|a) (?:parte|nome) mi[ao]\b|\bti presento\b"
    r"|\blettera di (?:raccomandazione|referenze|presentazione)\b"
    r"|\b(?:dat ik|namens mij|je|u) (?:je |u )?(?:gestuurd|stuur|graag voorstellen|voorstellen)\b|\baanbevelingsbrief\b"
    r"|\bda minha parte\b|\bapresent(?:o|ar)-(?:te|lhe|[ln][oa])\b",
    re.IGNORECASE,
)

#: Come by for a coffee, not for a job.
_VISITS = re.compile(
    r"\b(?:for|have|get|grab) an? (?:\w+ )?(?:coffee|tea|beer|drink|pint)\b|\bopen (?:day|house)\b"
    r"|\bauf (?:einen|ein) (?:\w+ )?(?:kaffee|tee|bier|glas)\b|\btag der offenen tür\b"
    r"|\b(?:boire|prendre) (?:un|le) (?:\w+ )?(?:coup|café|verre|thé)\b|\bportes ouvertes\b"
    r"|\btom\w+ (?:un|um|algo|una) ?(?:café|caña|cerveza|mate|copo)?\b|\bpuertas abiertas\b"
    r"|\b(?:prendere|bere) (?:un|il) (?:\w+ )?(?:caffè|bicchiere|tè)\b|\bporte aperte\b"
    r"|\b(?:koffie|thee|biertje) (?:komen )?drinken\b|\bop de koffie\b|\bopen ?dag\b|\bportas abertas\b",
    re.IGNORECASE,
)

#: A profile, how to be reached, and what can be subscribed to.
_PROFILE = re.compile(
    r"\b(?:newsletters?|mailing list|job alerts?|rundbrief|verteiler|lettre d['\u2019]information|boletín"
    r"|nieuwsbrief|slack)\b|"
    r"\b(?:update|keep|aktualisier\w+|eintragen|tragen|mett\w+ à jour|actualis\w+|actualiz\w+|actualice\w*|mant[eé]n\w*"
    r"|aggiorn\w+|tieni|bijwerk\w*|pas (?:je|uw|dit|het)|atuali\w+|mantenha)\b"
    r"[^.;!?]{0,60}\b(?:portal\w*|portail|portaal|app|account|konto|profile|profil|perfil|profilo|profiel|plat[ae]forma"
    r"|plateforme|piattaforma|candidate home|settings)\b(?! (?:page )?(?:photo|summary))"
    r"|\b(?:change (?:your )?(?:phone|mobile|e-?mail|address)|(?:telefon|handy)nummer ändert|changez? de (?:numéro"
    r"|téléphone)"
    r"|cambi\w+ de (?:celular|móvil|teléfono|número|correo)|cambi numero|nummer verandert|mudar de (?:número"
    r"|telefone))\b",
    re.IGNORECASE,
)

#: A coffee with somebody else is advice.
_WITH_OTHERS = re.compile(
    r"\b(?:with|mit|avec|con|met|com)\b"
    r"(?! (?:us|me|uns|mir|nous|moi|nosotr[oa]s|noi|ons|mij|the team|(?:our|unser|notre|nuestr|nostr|onze|noss)\w*)"
    r"\b)",
    re.IGNORECASE,
)

_ERRANDS = (_MONEY, _THINGS, _INTRODUCES, _PROFILE)


def is_errand(text: str) -> bool:
    """Return whether a sentence is about money, things, a profile or a visit, and not about how somebody did."""
    text = text[:_LONGEST]
    visits = _VISITS.search(text) and not _WITH_OTHERS.search(text)
    return bool(visits) or any(pattern.search(text) for pattern in _ERRANDS)
