"""Which formal condition was not met, by the words of seven languages in what an employer wrote of it.

The letters name it only where nothing else is meant: so these words are few, and none that is common for other things.
"""

from __future__ import annotations

import re

from pipeline.core.feedback import GROUNDS
from pipeline.core.letters.rejection import Rejection

#: Phrases `why.eligibility_*` name them.
_WORDS = {
    "permit": (
        r"(?:work|residence) (?:permit|visa|authori[sz]ation)s?|right to work|authori[sz]ed to work|visas?|sponsorship"
        r"|(?:to|not|cannot|can['\u2019]t) sponsor|visa sponsor\w*|sponsor (?:visas?|licen[cs]e)"
        r"|arbeits(?:erlaubnis|genehmigung|bewilligung)|aufenthalts(?:titel|erlaubnis|genehmigung|bewilligung)|visum"
        r"|(?:autorisation|permis) de (?:travail|séjour)|titre de séjour|permiso de (?:trabajo|residencia)|visado"
        r"|permesso di (?:lavoro|soggiorno)|(?:werk|verblijfs|tewerkstellings)vergunning"
        r"|(?:autorização|permissão|visto) de (?:trabalho|residência)"
    ),
    "place": (
        r"relocat\w+|commut(?:e|es|ing)|(?:live|living) (?:too far|in|within|outside|nearby)|(?:based|resident) (?:in"
        r"|within|outside)"
        r"|umzug|umziehen|anfahrt\w*|arbeitsweg\w*|wohn(?:ort|sitz|haft)|wohn(?:en|t|st) (?:\w+ )?zu weit"
        r"|déménag(?:er|ement)|habite[zs]? (?:\w+ )?(?:trop )?loin|votre trajet"
        r"|trasladar(?:se|te)|viv(?:e|es) (?:\w+ )?(?:muy |demasiado )?lejos|cambio de residencia"
        r"|trasferirsi|trasferirti|abit[ai] (?:\w+ )?lontano|verhuizen|reis(?:tijd|afstand)|woont? (?:\w+ )?te ver"
        r"|mudar-se|mora(?:s)? (?:\w+ )?longe"
    ),
    "pay": (
        r"(?:salary|pay|wage) (?:expect\w+|requirements?|demands?)|(?:expected|desired|current) (?:salary|pay|rate)"
        r"|your (?:salary|rate)"
        r"|(?:gehalts|lohn|honorar)(?:vorstellung|wunsch|wünsche|forderung|erwartung)\w*|prétentions"
        r"|(?:pretensi\w+|expectativas?|aspiraci\w+) (?:salarial\w*|económic\w*)"
        r"|(?:richiest\w+|aspettativ\w+|pretes\w+) (?:economic\w+|retributiv\w+|salarial\w+)"
        r"|salaris(?:wens|eis|verwachting|indicatie)|(?:pretens\w+|expectativas?) (?:salaria\w+|de salário)"
    ),
    "deadline": (
        r"deadline|closing date|(?:arrived|came|received|submitted) (?:\w+ )?(?:too )?late|late application"
        r"|(?:bewerbungs|einsende|melde)(?:frist|schluss)|fristgerecht|date limite|hors délais?|fuera de(?:l)? plazo"
        r"|fuori termine|sluitings(?:datum|termijn)|fora d[oe] prazo|depois do prazo"
    ),
    "licence": (
        r"licen[cs]e|certificates?|forklift ticket|führerschein\w*|fahrerlaubnis|zertifikat\w*|approbation"
        r"|permis (?:[bcd]e?|de conduire)"
        r"|certificats?|carn[eé]t? (?:de conducir|[bc])|permiso de conducir|certificados?|patente|attestato|certificato"
        r"|abilitazione|rijbewijs|certificaat|carta de condução|carteira de motorista|cnh"
    ),
    "language": (
        r"(?:german|english|french|spanish|italian|dutch|portuguese|language) (?:skills?|level|proficiency"
        r"|requirements?)"
        r"|(?:[abc][12]|native|fluent|fluency in|level of) (?:german|english|french|spanish|italian|dutch|portuguese)"
        r"|(?:deutsch|englisch|französisch|sprach)(?:kenntnis\w*|niveau)|(?:deutsch|englisch|französisch) auf niveau"
        r"|niveau (?:d['\u2019]|de |en )(?:anglais|français|allemand|néerlandais)|nivel de (?:inglés|español|alemán"
        r"|francés)"
        r"|livello (?:di )?(?:inglese|italiano|tedesco|francese)|beheersing van het (?:nederlands|engels|duits)"
        r"|nível de (?:inglês|português|alemão|francês)"
    ),
    "age": (
        r"(?:age|aged) (?:limit|1[4-8])|minimum age|years old|(?:be|are|turn) (?:only |over "
        r"|at least )?1[4-8](?! (?:months|years of))"
        r"|mindestalter|altersgrenze|volljährig|minderjährig|limite d['\u2019]âge|âge minimum|être majeure?"
        r"|mayor(?:es)? de edad|edad mínima"
        r"|límite de edad|maggiorenn[ei]|età minima|limite di età|(?:minimum)?leeftijd(?:sgrens)?|jaar oud"
        r"|maior(?:es)? de idade"
        r"|idade mínima|limite de idade"
    ),
    "time": (
        r"your (?:availability|start date)|notice period|kündigungsfrist|préavis|preaviso|preavviso|opzegtermijn"
        r"|aviso prévio"
        r"|(?:ihre|deine) verfügbarkeit|vos disponibilités|(?:je|uw) beschikbaarheid"
    ),
}

_CONDITIONS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}


def condition_of(rejection: Rejection) -> str:
    """Return the one condition that all speaks of by which they say why, or else the sentence that decided.

    An empty string where a part of it speaks of another, or of none.
    """
    texts = [one.text for one in rejection.feedback if one.kind in GROUNDS] or [rejection.evidence]
    found = {tuple(name for name, pattern in _CONDITIONS.items() if pattern.search(text)) for text in texts}
    names = found.pop() if len(found) == 1 else ()
    return names[0] if len(names) == 1 else ""
