"""Sentences that tell what everybody is told: advice for all, and the rules of a procedure."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.told.addressed import speaks_to_candidate

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

#: How everybody is chosen: "Selection was based on ..."; what follows behind a border may be about one alone.
_CHOSEN_BY = re.compile(
    r"\b(?:selection|shortlisting|ranking)\b (?:\w+ )?(?:was|were|is) (?:\w+ )?(?:based on|made on the basis of)\b"
    r"|\b(?:candidates|applica(?:nts|tions))\b (?:were|are) (?:all )?(?:assessed|scored|judged|marked|ranked|evaluated)"
    r" (?:against|on|by)\b|\bauswahl (?:erfolgte|erfolgt|richtete sich) (?:\w+ )?(?:nach|aufgrund|anhand)\b"
    r"|\bsélection s['\u2019]est (?:faite|effectuée|fondée)|\bselección se (?:basó|ha basado|hizo|realizó)\b"
    r"|\bselezione si è basata\b|\bselectie (?:vond plaats|gebeurde) op basis\b|\bseleção baseou-se\b",
    re.IGNORECASE,
)

#: What every candidate needs: "Candidates must hold a licence", "Sont admis les candidats titulaires de ..."
_REQUIRED = re.compile(
    r"\b(?:entry|eligibility|admission|appointment|enrolment) requires\b|\b(?:candidates|applicants"
    r"|applications) (?:must|need"
    r"|have to)\b|\b(?:for|in) (?:all|any|every|each) (?:of )?(?:our |the |such )?(?:posts?|roles?|positions?|jobs?)\b"
    r"|\bvoraussetzung(?:en)? für (?:die|eine|alle)\b|\bbewerber(?:innen)?(?: und bewerber)? (?:müssen|mussten)\b"
    r"|\b(?:zugelassen|eingeladen) (?:werden|sind|wurden) (?:nur |ausschließlich )?(?:bewerber|personen|kandidat)\w*"
    r"|\bfür alle (?:\w+ )?(?:stellen|ämter|laufbahnen|positionen)\b"
    r"|\b(?:sont|étaient|seront) (?:admis\w*|recevables|convoqué\w*|autorisé\w*) (?:uniquement |seul\w* )?les\b"
    r"|\bles candidat\w* (?:doivent|devaient)\b|\bpour tous (?:les|nos) (?:postes|emplois)\b"
    r"|\b(?:son|serán|fueron) (?:admitid|convocad)[oa]s (?:solo |únicamente )?(?:los|las|quienes)\b"
    r"|\b(?:los|las) (?:candidat|aspirant)\w+ (?:deben|debían|deberán)\b|\b(?:en|para) todos los (?:puestos|perfiles"
    r"|cargos)\b"
    r"|\b(?:sono|erano|vengono) (?:ammess|convocat)\w (?:solo )?(?:i|le|gli)\b"
    r"|\bi candidati (?:devono|dovevano|dovranno)\b|\bper tutt[ei] (?:i|le) (?:posizioni|ruoli|figure|posti)\b"
    r"|\b(?:kandidaten|sollicitanten) (?:moeten|moesten|dienen)\b|\bvoor alle (?:\w+ )?(?:functies|vacatures)\b"
    r"|\b(?:são|foram|serão) (?:admitid|convocad)[oa]s (?:apenas )?(?:os|as)\b|\bsomente (?:prosseguem|avançam)\b"
    r"|\bos candidatos (?:devem|deviam|deverão)\b|\bpara todas as (?:vagas|funções)\b",
    re.IGNORECASE,
)

#: How soon a test can be taken again.
_AGAIN = re.compile(
    r"\b(?:test|exam|examination|papers?|assessment|exercise)\b[^.;!?]{0,40}\bbe (?:retaken|resat|repeated"
    r"|taken again|sat again)\b"
    r"|\b(?:may|can(?:not)?)(?: not| only)? (?:re)?(?:sit|take)\b[^.;!?]{0,30}\b(?:test|exam|papers?|assessment)\b"
    r"[^.;!?]{0,10}\b(?:again|until|before|after|once)\b"
    r"|\b(?:wiederholung|erneute\w* (?:teilnahme|bewerbung|prüfung|test\w*))\b[^.;!?]{0,60}\b(?:möglich|zulässig)\b"
    r"|\b(?:frühestens|erst)\b[^.;!?]{0,40}\b(?:wiederholt werden|wieder registrieren)\b"
    r"|\bne (?:peut|peuvent|pourra|pourront) (?:pas )?être (?:repassée?|refaite?|représentée?)s?\b"
    r"|\bdélai d['\u2019]attente\b"
    r"|\b(?:no )?(?:se )?(?:puede|pueden|podrán?)(?: no)? (?:repetirse|repetir|realizarse de nuevo)\b(?=[^.;!?]{0,30}\b"
    r"(?:antes|hasta|dentro|en|después|tras)\b)"
    r"|\b(?:(?:non )?può essere|si può) ripet(?:ut[oa]|ere)\b"
    r"|\b(?:test|toets|proef|examen)\b[^.;!?]{0,60}\b(?:opnieuw|nogmaals)\b|\bherkans\w+"
    r"|\b(?:não )?(?:pode|podem|só pode)(?: não)? ser (?:repetid|refeit)[oa]s?\b",
    re.IGNORECASE,
)

#: Where a clause ends.
_BORDER = re.compile(r"[,;:]|\s[-\u2013\u2014]\s")


def is_for_everybody(text: str, language: str) -> bool:
    """Return whether a sentence says what everybody is told: advice for all, or the rules of the procedure."""
    return is_advice_for_all(text) or _is_rule(text[:LONGEST_SENTENCE], language)


def _is_rule(text: str, language: str) -> bool:
    """Return whether a sentence tells a rule, and nothing of the candidate: "Selection was by test; yours was slow"."""
    if found := _CHOSEN_BY.search(text):
        border = _BORDER.search(text, found.end())
        return border is None or not speaks_to_candidate(text[border.end() :], language)
    if found := _REQUIRED.search(text) or _AGAIN.search(text):
        return not speaks_to_candidate(text[found.end() :], language)
    return _RULES.search(text) is not None


def is_advice_for_all(text: str) -> bool:
    """Return whether a sentence gives, or announces, advice that everybody gets."""
    return _FOR_ALL.search(text[:LONGEST_SENTENCE]) is not None
