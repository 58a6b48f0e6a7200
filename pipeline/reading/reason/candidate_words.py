"""Words of what a candidate was turned down for, in seven languages: not eligible, less liked, something missing."""

from __future__ import annotations

import re

_INELIGIBLE = (
    r"\b(?:ineligible|not eligible|eligibility)\b|\bright to work\b|\bwork (?:permit|authori[sz]ation|visa)\b",
    (
        r"\bvisas? (?:sponsor\w*|requirements?|status|support|restrictions?)|\bsponsorship\b"
        r"|\b(?:requir\w+|need\w*|hold|holding|without|valid|your|student|work) (?:an? |the |valid )?visas?\b"
        r"|\b(?:to|not|cannot|can['\u2019]t|unable to) sponsor\b|\bsecurity clearance\b|\bcitizens(?:hip)?\b"
    ),
    (
        r"\b(?:arriv|receiv|submi|sent|came|com|reach|appl)\w*\b[^.;]{0,40}\b(?:after|past|beyond) (?:the |our |its )?"
        r"(?:closing date|deadline|cut-?off|we(?: had|['\u2019]d)? closed)|\bmissed (?:the |our |its )?(?:closing date"
        r"|deadline|cut-?off)"
    ),
    (
        r"\b(?:appl(?:ied|ication)|cv|documents|form|registration|bewerbung|unterlagen|anmeldung|candidature|dossier"
        r"|candidatura|solicitud|inscripción|domanda|iscrizione|sollicitatie|aanmelding|reactie|inscrição)\b[^.;]{0,40}"
        r"\b(?:(?:too|so|came|arrived|was|were|sent|received|submitted|us) late(?! (?:last|this|in)\b)|zu spät"
        r"|trop tard|tarde|tardi|te laat)\b"
    ),
    (
        r"\b(?:must|have to|need to) (?:be (?:at least |over )?(?:1[68]|of age)\b|live (?:in|within)\b)|\bvolljährig\b"
        r"|\b(?:mindestens|unter) 1[68]\b|\bêtre majeure?s?\b|\bmayor(?:es)? de edad\b|\bmaggiorenn[ei]\b"
        r"|\bmeerderjarig\b"
        r"|\b1[68] (?:jaar )?(?:oud )?zijn\b|\bmaior(?:es)? de idade\b|\blleg\w+ (?:\S+ )?después del cierre\b"
        r"|\barrivat\w+ (?:\S+ )?dopo la chiusura\b|\bdepois do prazo\b"
    ),
    r"\b(?:only open|open only|restricted|reserved) (?:only )?(?:to|for)\b|\bminimum age\b|\bunder (?:the age|1[68])\b",
    (
        r"\balready applied\b|\bapplied (?:\w+ ){0,4}within the (?:last|past)\b|\bcooling[- ]off\b|\b(?:live|based"
        r"|located|resident) outside\b|\bsó podem (?:concorrer|candidatar)"
    ),
    (
        r"\barbeits(?:erlaubnis|genehmigung|bewilligung)|\baufenthalts\w+|\bvisum\w*|\bstaats(?:angehörig|bürger)\w+"
        r"|\bsicherheitsüberprüfung|\bnach (?:\w+ )?(?:ablauf|ende) der (?:\w*frist)|\b(?:bewerbungs|einsende)(?:frist"
        r"|schluss)"
        r"|\bfristgerecht|\bfrist\b[^.;]{0,30}\b(?:abgelaufen|versäumt|verstrichen)"
        r"|\bnicht (?:teilnahme|bewerbungs|zulassungs)berechtigt|\b(?:nur|ausschließlich) (?:für|an) "
        r"(?:immatrikulierte|studierende|eu-)"
    ),
    (
        r"\b(?:autorisation|permis) de (?:travail|séjour)|\btitre de séjour|\bnationalité\b|\bdate limite|\bhors délai"
        r"|\bhors[- ]délais|\bdélais? (?:\S+ )?(?:dépassé|expiré)|\bpas éligible|\bréservée? aux\b|\binéligible"
    ),
    (
        r"\bpermiso de (?:trabajo|residencia)|\bnacionalidad\b|\bfuera de(?:l)? plazo"
        r"|\bfecha límite|\bplazo (?:\S+ ){0,4}"
        r"(?:terminó|finalizó|cerrado|vencido)|\breservad[oa] a\b|\bno elegible"
    ),
    (
        r"\bpermesso di (?:lavoro|soggiorno)|\bcittadinanza\b|\bfuori (?:termine|tempo massimo)|\boltre (?:il termine"
        r"|la scadenza)"
        r"|\bdopo (?:il termine|la scadenza)|\briservat[oa] (?:a|ai|agli|alle)\b|\bnon ammissibil\w+"
    ),
    (
        r"\b(?:werk|verblijfs)vergunning|\bnationaliteit\b|\bna (?:de |het )?(?:sluitings(?:datum|termijn)|deadline"
        r"|verstrijken)|\balleen (?:open )?voor (?:\w+ )?(?:studenten|ingeschreven)|\bniet toelaatbaar"
    ),
    (
        r"\b(?:autorização|visto|permissão) de (?:trabalho|residência)|\bnacionalidade\b"
        r"|\bfora d[oe] prazo|\bapós o prazo"
        r"|\bdata limite|\bprazo (?:\S+ ){0,3}(?:terminou|encerrado|expirou)|\breservad[oa] a\b|\bnão (?:é )?elegível"
    ),
)

INELIGIBLE = re.compile("|".join(f"(?:{pattern})" for pattern in _INELIGIBLE), re.IGNORECASE)

#: What is said of everybody's rights.
RIGHTS = re.compile(
    r"\b(?:regardless of|irrespective of|without regard|discriminat\w+|diskriminier\w*|equal opportunit\w+"
    r"|unabhängig von|indépendamment|sans distinction|sin distinción|indipendentemente|ongeacht|independentemente)\b",
    re.IGNORECASE,
)

#: Somebody was chosen before this candidate, whatever was missing besides; or so many applied that this one fell out.
PREFERRED = re.compile(
    r"\b(?:prefer\w*|chose|chosen|choosing|hired|appointed|selected|picked|opted|offered|go(?:ne|ing)? with|went with"
    r"|move (?:forward|ahead) with|proceed with)\b[^.;]{0,40}\b(?:some(?:body|one)|another|other|candidates?|person"
    r"|colleague|applicants?)\b"
    r"|\bin favou?r of\b|\b(?:gaat|ging|gegaan|verder|voor) (?:met|naar|voor) (?:een )?andere\b"
    r"|\bentschieden, (?:die|der|deren|dessen)\b|\b(?:ficou com|queda con|quedó con) (?:outra|otra)\b"
    r"|\b(?:received|had|over|more than|recebemos|recebeu|recibido|reçu|ricevuto|ontvangen|erhalten|über)"
    r" (?:over |more than |mehr als |plus de |más de |oltre |meer dan |mais de )?\d[\d.,\u202f ]*"
    r" (?:applica\w+|bewerbung\w*|candidatur\w+|solicitudes|currículos|reacties|sollicitaties|inscrições)"
    r"|\bhundreds? (?:of )?appl\w+|\bhundert\w* (?:von )?bewerbung|\bcentaines de candidatures"
    r"|\bcientos de (?:solicitudes|candidaturas)|\bcentinaia di candidature|\bhonderden (?:sollicit|reacties)"
    r"|\bcentenas de candidaturas|\b(?:fue|foi|ficou) para (?:otr|outr)[oa]\b|\bandat[oa] a (?:un altro"
    r"|un['\u2019]altra)\b"
    r"|\bnaar een ander\b|\b(?:se l[oa] hemos|lo hemos|l['\u2019]abbiamo) dat?[od]o a\b"
    r"|\bclose second\b|\bsecond (?:choice|place)\b|\boffered to (?:the|a|an|another|some)\b"
    r"|\bchoix s['\u2019]est porté|\bpréféré\b|\b(?:escolha|elección|decisión) (?:recaiu|recayó|ha recaído)"
    r"|\bscelta è (?:ri)?caduta|\bwahl (?:ist|fiel|auf)|\bpreferit\w+|\bpreferido\b|\bpreferimos\b|\bbevorzugt\b"
    r"|\bvoorkeur\b",
    re.IGNORECASE,
)

#: How it is said that something is missing.
MISSING = re.compile(
    r"\b(?:below (?:the|our)|f(?:alls?|ell) short|(?:score|mark)s? (?:was|were) not|lack(?:s|ed|ing)?"
    r"|insufficient(?:ly)?|not enough|missing"
    r"|you (?:do not|don['\u2019]t) (?:yet |quite )?have|(?:not|isn['\u2019]t) (?:yet |quite )?(?:good|strong"
    r"|fluent) enough"
    r"|nicht gut genug|(?:die|den|das) (?:sie|du) (?:\w+ )?nicht (?:haben|hast)|pas assez (?:bon|fort|courant)\w*"
    r"|(?:vous ne|tu ne) l['\u2019](?:avez|as) pas|no l[oa] tienes?|non basta\w*|non ce l['\u2019]ha\w*"
    r"|niet goed genoeg"
    r"|não chegam?|não [oa] tem"
    r"|fehl(?:t|en|te|ten) (?:ihnen|dir|es|uns|noch)|mangel\w*|nicht ausreichend"
    r"|reich(?:t|en) (?:\w+ ){0,6}nicht|nicht mitbring\w+"
    r"|(?:vous|te|lui) manqu\w+|manque (?:de|d['\u2019])|insuffisan\w+"
    r"|(?:te|le|les) falta\w*|falta de (?!presupuesto|orçamento|fundos|fondos|verba)|insuficient\w+"
    r"|(?:ti|le|vi) manca\w*|mancanza di|non (?:è )?sufficient\w+|insufficient\w+"
    r"|ontbre\w+|te weinig|onvoldoende|niet genoeg"
    r"|falta(?:m)?-(?:lhe|te)|(?:lhe|te) falta\w*)\b",
    re.IGNORECASE,
)
