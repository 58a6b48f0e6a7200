"""Sentences that tell what everybody is told: advice for all, and the rules of a procedure."""

from __future__ import annotations

import re

_LONGEST = 600

#: "Some tips that we give to every candidate:", "We have put together some tips"; nobody does that for one.
_FOR_ALL = re.compile(
    r"\b(?:tips?|advice|suggest\w*|recommend\w*|guidance|pointers"
    r"|tipps?|ratschl\w+|hinweise?n?|empfehl\w+|raten|conseil\w*|recommand\w+|consej\w+|recomend\w+|aconsej\w+"
    r"|consigl\w+|suggeri\w+|advies|advise\w+|aanbevel\w+|dicas?|conselh\w+|aconselh\w+)\b[^.!?]{0,120}"
    r"\b(?:all (?:of )?(?:our |the )?(?:candidates|applicants|participants)|(?:every|each) (?:candidate|applicant)"
    r"|(?:to|for|with|give|tell|send) every(?:one|body)|alle[nr]? (?:\w+ )?(?:bewerb|kandidat|teilnehm)\w*"
    r"|tou(?:s|te)s? (?:les|nos) (?:candidat|participant)\w*|(?:à|pour) (?:tout le monde|tous\b(?! (?:les|vos|tes"
    r"|ces|ceux)))"
    r"|tod[oa]s (?:los|las|nuestr\w+) (?:candidat|particip|aspirant)\w*|(?:a|para) todo el mundo"
    r"|a tutti|tutti i (?:candidat|partecipant)\w*|(?:alle|elke) (?:kandida|sollicit|deelnem)\w*|(?:aan|voor) iedereen"
    r"|tod[oa]s os (?:candidat|particip)\w*|(?:a|para|pra) (?:toda a gente|todo mundo))\b"
    r"|\b(?:put together|compiled|collected|gathered|zusammengestellt|gesammelt|rassemblé|compilé|recopilado|reunido"
    r"|preparado|raccolto|preparato|verzameld|reunimos|preparámos|preparamos)\b[^.!?]{0,40}"
    r"\b(?:tips|advice|tipps|conseils|consejos|consigli|advies|dicas|conselhos)\b"
    r"|\b(?:tips|tipps|advies)\b[^.!?]{0,40}\b(?:zusammengestellt|gesammelt|verzameld|op een rij)\b"
    r"|\bgeneral (?:tips|advice|guidance|pointers)\b|\ballgemeine[nr]? (?:tipps|hinweis|ratschl|empfehl)\w*"
    r"|\bconseils (?:généraux|d['\u2019]ordre général)|\bconsejos generales\b|\bconsigli generali\b"
    r"|\balgemene tips\b|\b(?:dicas|conselhos) gerais\b",
    re.IGNORECASE,
)

#: What points and marks mean, and how to appeal: "The pass mark was 14.", "If you wish to seek a review, you must do so
#: within ten days."
_RULES = re.compile(
    r"^\W*(?:(?:scoring|rating|code|marking) (?:key|scale)|bewertungsschlüssel|notenschlüssel|barème)\b"
    r"|^\W*(?:the |die |le |la |il |de |a )?(?:pass(?:ing)? (?:mark|line|score)|cut-?off|bestehensgrenze|seuil"
    r"|nota de corte|soglia|cesuur|slaaggrens)\b[^\d.;!?]{0,60}\d[\d.,]* ?%?(?: \w+)?\W*$"
    # Appeals
    r"|\bappeals (?:must|can|may|should) be\b|\bombuds\w+\b|\bdemande de révision\b|\bistanza di riesame\b"
    r"|\b(?:vous disposez|dispon[ei]s?|dispõe) de? [^.;!?]{0,40}\b"
    r"(?:jours (?:ouvr\w+|francs|pour)|días (?:hábiles|naturales|para)|dias (?:úteis|para))\b"
    r"|\b(?:may|can|must|(?:wish(?:ing)?|want|like|right|entitled|how) to) (?:also |still )?"
    r"(?:seek|request|ask for|lodge|file|submit|make) (?:an? )?(?:(?:formal|internal|independent|written) )?"
    r"(?:appeal|complaint|review(?= of (?:the|this|our)\b| within\b| in writing\b|[,.]|$))"
    r"|\b(?:widerspruch|beschwerde|klage) (?:\w+ ){0,3}?(?:einlegen|erheben|einreichen|eingelegt|erhoben)\b"
    r"|\b(?:introdui|dépos|form)\w* (?:une? )?(?:plainte|recours|réclamation)\b"
    r"|\binterponer(?:se)? (?:\w+ )?(?:recurso|reclamación)\b|\b(?:presentare|proporre) (?:\w+ )?(?:ricorso|reclamo)\b"
    r"|\b(?:bezwaar|beroep|klacht) (?:\w+ ){0,2}?(?:maken|aantekenen|indienen|in te dienen|instellen)\b"
    r"|\b(?:interpor|apresentar) (?:\w+ )?(?:recurso|reclamação)\b",
    re.IGNORECASE,
)


def is_for_everybody(text: str) -> bool:
    """Return whether a sentence says what everybody is told: advice for all, or the rules of the procedure."""
    return is_advice_for_all(text) or _RULES.search(text[:_LONGEST]) is not None


def is_advice_for_all(text: str) -> bool:
    """Return whether a sentence gives, or announces, advice that everybody gets."""
    return _FOR_ALL.search(text[:_LONGEST]) is not None
