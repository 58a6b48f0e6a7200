"""Sentences about terms that do not suit, in seven languages: pay, a way to work, hours, more experience than needed.

They tell why somebody is not taken, and of nothing that could be learned or done better.
"""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: What is asked for is more than what there is.
_PAY = (
    # English
    r"(?:salary|wage|remuneration|(?:pay|compensation)) (?:expect\w+|requirements?|demands?|request)"
    r"|(?:expected|desired|requested|current) (?:salary|pay|rate|compensation|remuneration)"
    r"|(?:your|the) (?:\w+ )?(?:salary|wages?|pay|(?:day|hourly) rate|rate)\b[^.;!?]{0,40}\b(?:above|exceed\w*|outside"
    r"|beyond|over (?:our|the|what|budget)|too high|higher|more than|out of)"
    r"|(?:above|outside|beyond|over|exceeds?|higher than) (?:our|the|what) (?:\w+ ){0,3}(?:budget|salary"
    r"|pay band|pay range)"
    r"|(?:cannot|can['\u2019]t|could ?n['\u2019]t|unable to|not able to) (?:afford|match|pay|meet|stretch to) (?:your"
    r" (?:\w+ )?(?:salary|rate|pay|expectations?|figure|package|price)"
    r"|what you(?:['\u2019](?:re|d)| are| were)? (?:\w+ )?(?:ask|want|expect|earn|looking for|charg)\w*)"
    # German
    r"|(?:gehalts|lohn|honorar)(?:vorstellung|wunsch|wünsche|forderung|erwartung)\w*"
    r"|(?:gehalt|(?:tages|stunden)satz|honorar|lohn)\b[^.;!?]{0,50}\b(?:über (?:unser|dem)|budget|zu hoch"
    r"|nicht (?:zahlen|leisten))"
    # French
    r"|prétentions|(?:salaire|rémunération|tarif)\b[^.;!?]{0,60}\b(?:budget|dépass\w+|au-dessus|trop élevée?"
    r"|fourchette)"
    # Spanish
    r"|(?:pretensi\w+|expectativas?|aspiraci\w+) (?:salarial\w*|económic\w*|de renta)"
    r"|(?:salario|sueldo|tarifa)\b[^.;!?]{0,60}\b(?:supera\w*|presupuesto|por encima|rango)"
    # Italian
    r"|(?:richiest\w+|aspettativ\w+|pretes\w+) (?:economic\w+|retributiv\w+|salarial\w+)"
    r"|(?:ral|stipendio|retribuzione|tariffa)\b[^.;!?]{0,60}\b(?:super\w+|budget|fuori|oltre)"
    # Dutch
    r"|salaris(?:wens|eis|verwachting|indicatie)\w*|(?:salaris|\w*tarief)\b[^.;!?]{0,60}\b(?:boven|budget|te hoog)"
    # Portuguese
    r"|(?:pretens\w+|expectativas?) (?:salaria\w+|de salário|remunerat\w+)"
    r"|(?:salário|remuneração)\b[^.;!?]{0,60}\b(?:acima|orçamento|faixa)"
)

#: The way to work is too long.
_WAY = (
    r"(?:your|the|a|long) commut\w+|commut\w+ (?:\w+ ){0,4}(?:too|long|far)"
    r"|you (?:\w+ ){0,2}(?:live|are living|are based)\b[^.;!?]{0,40}\b(?:too far|hours? away|miles)"
    r"|(?:your|the|daily) (?:\w+ )?(?:journey|travel time|drive)\b[^.;!?]{0,40}\b(?:too far|too long"
    r"|hours?|miles)"
    r"|too far (?:away )?(?:from (?:the|our) (?:\w+ )?(?:office|site|shop|school|hospital|branch|depot|plant)"
    r"|to (?:travel|commute))"
    r"|(?:ihr|dein|ein|der|die|langer?) (?:\w+ )?(?:anfahrt\w*|arbeitsweg\w*)"
    r"|(?:wohn\w+|entfernung)\b[^.;!?]{0,40}\bzu (?:weit|groß)|zu weit (?:weg|entfernt) wohn\w+"
    r"|(?:votre|ton|le|un) trajet\b|(?:habit\w+|domicile|distance)\b[^.;!?]{0,40}\btrop (?:loin|éloigné|grande)"
    r"|(?:vive\w?|reside\w?|domicilio|distancia|desplazamiento|trayecto)\b[^.;!?]{0,40}\b(?:lejos|larg[oa]"
    r"|demasiad[oa])"
    r"|(?:abit\w+|vive|residenza|distanza|tragitto)\b[^.;!?]{0,40}\b(?:troppo (?:lontan\w+|lung\w+)|eccessiv\w+)"
    r"|(?:reis(?:tijd|afstand)|woon\w*)\b[^.;!?]{0,40}\bte (?:lang|groot|ver)|te ver (?:weg )?(?:woon\w*|wonen"
    r"|van (?:ons|het) (?:kantoor|werk|bedrijf))"
    r"|(?:mora|vive|reside|residência|distância|deslocaç\w+|deslocamento)\b[^.;!?]{0,40}\b(?:longe|long[oa]|grande)"
)

#: When somebody could work is not when they are needed.
_TIME = (
    r"your (?:availability|notice period|start date|working hours)|(?:notice period|start date) (?:\w+ ){0,3}too"
    r"|you (?:\w+ ){0,3}not available|kündigungsfrist|(?:ihre|deine) (?:zeitliche )?verfügbarkeit"
    r"|(?:votre|ton|le) préavis|(?:vos|votre|tes|ta) disponibilités?|(?:su|tu) (?:preaviso|disponibilidad)"
    r"|(?:il suo|il tuo|un) preavviso|(?:sua|tua) disponibilità|opzegtermijn|(?:je|jouw|uw) beschikbaarheid"
    r"|aviso prévio|(?:sua|tua) disponibilidade"
)

#: There is more to somebody than the job asks for.
_TOO_MUCH = (
    r"over-?qualifi\w+|too (?:senior|experienced|highly|qualified)|more (?:senior|experienced"
    r"|qualified) than (?:we (?:need|are)"
    r"|(?:the|this) (?:role|job|post|position)|what we)|(?:someone|somebody|person|candidate|people"
    r"|profile) (?:\w+ ){0,2}(?:more junior|less (?:senior"
    r"|experienced))|more junior (?:person|candidate|profile|hire|someone)|(?:be|get|become) bored"
    r"|überqualifi\w+|unterfordert\w*|zu (?:viel erfahrung|erfahren\b)"
    r"|surqualifi\w+|trop (?:qualifi|expériment)\w+|sobrecuali\w+|sobrecali\w+|demasiad[ao] (?:\w*cualific|calific"
    r"|experiment|experiencia)\w*|sovra-?qualific\w+|troppo (?:qualificat\w+|espert\w+)|troppa esperienza"
    r"|overgekwalificeerd\w*|te (?:ervaren|veel ervaring)|(?:sobre|super)qualificad\w+"
    r"|demasiad[ao] (?:qualific|experi)\w+"
)

_TERMS = re.compile(rf"\b(?:{_PAY}|{_WAY}|{_TIME})", re.IGNORECASE)
_EXCESS = re.compile(rf"\b(?:{_TOO_MUCH})", re.IGNORECASE)


def is_about_terms(text: str) -> bool:
    """Return whether a sentence that gives a ground is about pay, the way to work or the time of it."""
    return _TERMS.search(text[:LONGEST_SENTENCE]) is not None


def is_about_excess(text: str) -> bool:
    """Return whether a sentence that gives a ground says that somebody brings more than is asked for."""
    return _EXCESS.search(text[:LONGEST_SENTENCE]) is not None
