"""Words of what a candidate was turned down for, in seven languages: not eligible, less liked, something missing."""

from __future__ import annotations

import re

#: A rule by which nobody like the reader may be taken, or their application.
INELIGIBLE = re.compile(
    # English
    r"\b(?:ineligible|not eligible|eligibility|right to work|work (?:permit|authori[sz]ation|visa)|security clearance"
    r"|visas? (?:sponsor\w*|requirements?|status|support|restrictions?)|sponsorship|citizens(?:hip)?"
    r"|(?:requir\w+|need\w*|hold|holding|without|valid|your|student|work) (?:an? |the |valid )?visas?"
    r"|(?:to|not|cannot|can['\u2019]t|unable to) sponsor"
    r"|(?:only open|open only|restricted|reserved) (?:only )?(?:to|for)"
    r"|(?:must|have to|need to) (?:be (?:at least |over )?(?:1[68]|of age)|live (?:in|within))"
    r"|(?:live|based|located|resident) outside|cooling[- ]off)\b"
    # In any language, an age
    r"|\b(?:aged? (?:limit|(?:between )?\d\d)|minimum age|altersgrenze|mindest(?:alter|größe)|limite d['\u2019]âge"
    r"|âge minimum|límite de edad|edad mínima|limite di età|età minima|leeftijdsgrens|minimumleeftijd"
    r"|limite de idade|idade mínima)\b"
    r"|\b(?:arriv|receiv|submi|sent|came|com|reach|appl)\w*\b[^.;]{0,40}\b(?:after|past|beyond) (?:the |our |its )?"
    r"(?:closing date|deadline|cut-?off|we(?: had|['\u2019]d)? closed)"
    # In any language, too late
    r"|\b(?:appl(?:ied|ication)|cv|documents|form|registration|bewerbung|unterlagen|anmeldung|candidature|dossier"
    r"|candidatura|solicitud|inscripción|domanda|iscrizione|sollicitatie|aanmelding|reactie|inscrição)\b[^.;]{0,40}"
    r"\b(?:(?:too|so|came|arrived|was|were|sent|received|submitted|us) late(?! (?:last|this|in)\b)|zu spät"
    r"|trop tard|tarde|tardi|te laat)\b"
    # German
    r"|\barbeits(?:erlaubnis|genehmigung|bewilligung)|\baufenthalts\w+|\bvisum\w*|\bsicherheitsüberprüfung"
    r"|\bvolljährig\b"
    r"|\bnach (?:\w+ )?(?:ablauf|ende) der (?:\w*frist)|\b(?:bewerbungs|einsende)(?:frist|schluss)|\bfristgerecht"
    # French
    r"|\b(?:autorisation|permis) de (?:travail|séjour)|\bdate limite|\bhors délai|\bpas éligible|\bêtre majeure?s?\b"
    # Spanish
    r"|\bpermiso de (?:trabajo|residencia)|\bfuera de(?:l)? plazo|\bplazo (?:\S+ ){0,4}"
    r"(?:terminó|finalizó|cerrado|vencido)|\bmayor(?:es)? de edad\b|\blleg\w+ (?:\S+ )?después del cierre\b"
    # Italian
    r"|\bpermesso di (?:lavoro|soggiorno)|\bfuori (?:termine|tempo massimo)|\bmaggiorenn[ei]\b"
    r"|\briservat[oa] (?:a|ai|agli|alle)\b|\barrivat\w+ (?:\S+ )?dopo la chiusura\b"
    # Dutch
    r"|\b(?:werk|verblijfs)vergunning|\bna (?:de |het )?(?:sluitings(?:datum|termijn)|deadline|verstrijken)"
    r"|\b1[68] (?:jaar )?(?:oud )?zijn\b"
    # Portuguese
    r"|\b(?:autorização|visto|permissão) de (?:trabalho|residência)|\bfora d[oe] prazo|\bdepois do prazo\b"
    r"|\bmaior(?:es)? de idade\b|\bsó podem (?:concorrer|candidatar)",
    re.IGNORECASE,
)

#: What is said of everybody's rights.
RIGHTS = re.compile(
    r"\b(?:regardless of|irrespective of|without regard|discriminat\w+|diskriminier\w*|equal opportunit\w+"
    r"|unabhängig von|indépendamment|sans distinction|sin distinción|indipendentemente|ongeacht|independentemente)\b",
    re.IGNORECASE,
)

#: What else one may choose another of: a way, a date, a job.
_NO_PERSON = (
    r"\w*(?:lösung|weg|modell|variante|termin|vorgehen|form|richtung|konzept|option|struktur|art|aufteilung)\b"
    r"|(?:voie|solution|option|date|orientation|approche|formule|poste|piste|organisation|outil|façon|projet)\b"
    r"|(?:vía|solución|opción|fecha|enfoque|fórmula|puesto|plaza|camino|modalidad|proyecto|modelo|sede|proceso)\b"
    r"|(?:strada|soluzione|opzione|data|formula|posto|via|modalità|progetto|modello|sede|approccio|percorso)\b"
    r"|(?:weg|aanpak|oplossing|datum|vorm|invulling|plek|richting)\b"
    r"|(?:solução|opção|data|abordagem|fórmula|lugar|vaga|caminho|projeto|projecto|processo)\b"
)

#: Somebody was chosen before this candidate, whatever was missing besides; or so many applied that this one fell out.
PREFERRED = re.compile(
    r"\b(?:prefer\w*|chose|chosen|choosing|hired|appointed|selected|picked|opted|offered|go(?:ne|ing)? with|went with"
    r"|move (?:forward|ahead) with|proceed with)\b[^.;]{0,40}\b(?:some(?:body|one)|another|other|candidates?|person"
    r"|colleague|applicants?)\b|\bin favou?r of\b|\b(?:gaat|ging|gegaan|verder|voor) (?:met|naar|voor) (?:een"
    r" )?andere\b|\bentschieden, (?:die|der|deren|dessen)\b|\b(?:ficou com|queda con|quedó con) (?:outra|otra)\b"
    r"|\b(?:received|had|over|more than|recebemos|recebeu|recibido|reçu|ricevuto|ontvangen|erhalten|über) (?:over "
    r"|more than |mehr als |plus de |más de |oltre |meer dan |mais de )?\d[\d.,\u202f ]* (?:applica\w+|bewerbung\w*"
    r"|candidatur\w+|solicitudes|currículos|reacties|sollicitaties|inscrições)|\b\d[\d.,\u202f ]*\d (?:applications"
    r"|applicants|bewerbungen|bewerber\w*|candidatures|solicitudes|candidaturas|candidature|reacties|sollicitaties"
    r"|sollicitanten|inscrições)\b|\b\d[\d.,\u202f ]*\d (?:people|personen|menschen|personnes|personas|persone|pessoas"
    r"|mensen) (?:[\w'\u2019-]+ ){0,4}?(?:appl|wr[oi]t|repl|respond|for (?:one|this|a|the)\b|bew[oe]rb|gemeldet"
    r"|geschrieben|(?:für|auf) (?:eine|diese|die)\b|(?:p(?:ara|our|er)|voor) (?:un|e[eé]n|um)|postul|candidat|présent"
    r"|inscri|solicit|present|sollicit|gereageerd|reageer)|\bhundreds? (?:of )?appl\w+|\bhundert\w* (?:von )?bewerbung"
    r"|\bcentaines de candidatures|\bcientos de (?:solicitudes|candidaturas)|\bcentinaia di candidature|\bhonderden"
    r" (?:sollicit|reacties)|\bcentenas de candidaturas|\b(?:fue|foi|ficou) para (?:otr|outr)[oa]\b|\bandat[oa] a"
    r" (?:un altro|un['\u2019]altra)\b|\bnaar een ander\b|\b(?:se l[oa] hemos|lo hemos|l['\u2019]abbiamo) dat?[od]o"
    r" a\b|\b(?:another|a different) (?!(?:date|time|slot|round|approach|way|interview|form|site|team)\b)(?:[\w-]+"
    r" ){1,3}?(?:was|has been|is being|is) (?:appointed|chosen|selected|hired|recruited|preferred|picked|taken on)\b"
    rf"|\bfür eine?n? andere[nr]? (?!{_NO_PERSON})[\w-]+ entschieden\b|\b(?:retenu|choisi|opté pour|recruté|embauché"
    rf"|engagé|sélectionné|arrêté sur|tourn\w+ vers) une? autre (?!{_NO_PERSON})|\b(?:(?:opt|decant|inclin)\w+ por"
    rf"|(?:elegido|escogido|seleccionado|eligió|escogió) a) (?:una? )?otr[oa]s? (?!{_NO_PERSON})|\b(?:optato per|scelto"
    rf"|preferito|assunto|puntato su|affidare (?:\w+ ){{1,5}}?a) un(?:['\u2019]| )altr[oa] (?!{_NO_PERSON})|\b(?:opt\w+"
    r" por|(?:avançar|avançou|avançámos|seguir|seguiu|ficou|ficar) com|escolheu|escolheram|contratou|preferiu)"
    rf" outr[oa] (?!{_NO_PERSON})|\b(?:koos|kozen|kiest|kiezen) (?:voor )?een andere? (?!{_NO_PERSON})|\bclose second\b"
    r"|\bsecond (?:choice|place)\b|\boffered to (?:the|a|an|another|some)\b|\bchoix s['\u2019]est porté|\bpréféré\b"
    r"|\b(?:escolha|elección|decisión) (?:recaiu|recayó|ha recaído)|\bscelta è (?:ri)?caduta|\bwahl (?:ist|fiel|auf)"
    r"|\bpreferit\w+|\bpreferido\b|\bpreferimos\b|\bbevorzugt\b"
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

#: Who or what was better, where a sentence declines.
OTHERS = re.compile(
    # English
    r"\b(?:other|another|different|stronger|better|internal|fellow|local|successful|chosen|appointed"
    r"|more \w+) (?:[\w-]+ ){0,3}"
    r"(?:candidat\w*|applica(?:nt|tion)\w*|person|people|profile\w*|direction|contender\w*|colleague"
    r"|individual\w*|agency|freelancer)"
    r"|\bsome(?:body|one)(?: else|\b(?! will| from| in))|\b(?:those|candidates|applicants|people"
    r"|profiles?|person|one) (?:who|whose|that|with) "
    r"|\b(?:clos|near|strong|bett)er (?:\w+ ){0,2}(?:match\w*|fit|aligned|suited)|\bcloser to\b"
    r"|\bmore (?:\w+ )?(?:closely|suitable|suited|relevant|experienced|qualified)"
    r"|\b(?:he|she|they) (?:has|had|have|is|was|brings?|brought|knows?|already|can|could)\b"
    r"|\bthe (?:other|others|rest|one we)\b|\b(?:went|gone|going|go) with (?!you)|\b(?:gone"
    r"|went|goes) to (?!you)|\brunner-?up\b|\bfound better\b"
    r"|\b(?:among|many|volume|number|large|strength|calib(?:er|re)|standard of"
    r"|high) (?:[\w-]+ ){0,4}(?:applica\w+|candidat\w+|field|response\w*|interest|competition|pool)"
    # German
    r"|\b(?:ander\w+|mitbewerb\w+|jemand\w*|mehrere\w*|interne[nr]?|zahlreiche\w*|viel(?:e"
    r"|en|er|zahl)|große\w*) (?:\w+ ){0,4}(?:kandidat\w*|bewerb\w*|person\w*|profil\w*|kolleg\w*"
    r"|\w*menschen|mitbewerb\w*|auswahl|anderen|anderem)"
    r"|\bweitere\w* (?:\w+ ){0,2}(?:kandidat|bewerber|bewerbungen\b|personen\b|profile\b)"
    r"|\bmitbewerb\w*|\banderweitig\b|\bjemand(?:en|em)\b|\beine[rnm]? (?:kolleg|bewerber"
    r"|kandidat)\w+|\bjemand(?:en|em)? ander\w*|\bandere[mnr]? (?:entschieden|vor\w*)"
    r"|\b(?:kandidat\w*|bewerb\w*|person\w*|profile?n?|menschen)(?:[*:]?innen)?(?:, (?:\w+ )?(?:deren"
    r"|dessen|die|der)| mit) (?!der)|\b(?:noch )?(?:besser|näher|eher|mehr) (?:\w+ ){0,4}(?:pass\w*"
    r"|entsprech\w*|entspr\w+|komm\w*|lieg\w*)"
    # French
    r"|\bautres? (?:\S+ ){0,2}(?:candidat\w*|profil\w*|personne\w*|dossier\w*|postulant\w*)"
    r"|\bd['\u2019]autres\b|\bquelqu['\u2019]un d['\u2019]autre|\b(?:profils?|candidat\w*"
    r"|personnes?)\S* (?:\S+ ){0,2}(?:dont|qui|ayant|plus|en meilleure)|\bplus (?:\S+ )?(?:proches?"
    r"|adéquation|en phase|expériment\w+|adapt\w+)|\bcorrespond\w+ (?:\S+ )?(?:mieux|davantage|plus)"
    r"|\bnombre (?:important|élevé|de candid)|\bnombreuses candidatures"
    # Spanish
    r"|\b(?:otr[oa]s?|algui[eé]n más|algui[eé]n) (?:\w+ ){0,2}(?:candidat\w*|perfil\w*|person\w*"
    r"|aspirante\w*|postulante\w*|finalista\w*)|\bcandidat\w+ (?:que|cuyo\w*|más)|\b(?:perfil\w*"
    r"|person\w*) (?:que|cuyo\w*|más)|\bmás (?:\w+ )?(?:se ajusta\w*|ajustad\w+|alinead\w+|afin\w*"
    r"|cercan\w+)|\bmejor (?:\w+ )?(?:se ajust\w*|encaj\w*|se adapt\w*)|\b(?:gran|elevado"
    r"|alto) (?:número|volumen)"
    # Italian
    r"|\b(?:altr[oaie]|un['\u2019]altra) (?:\w+ ){0,2}(?:candidat\w*|profil\w*|person\w*|figur\w*)"
    r"|\bqualcun altro|\b(?:profil\w*|candidat\w*|person\w*) (?:che|più|con|maggiormente|il cui)"
    r"|\bpiù (?:\w+ )?(?:in linea|vicin\w*|aderent\w*|coerent\w*|adatt\w*)|\bnumero(?:se)? (?:elevato"
    r"|candidature)"
    # Dutch
    r"|\b(?:andere?|iemand) (?:\w+ ){0,2}(?:kandida\w*|sollicitant\w*|person\w*|anders|profiel\w*)"
    r"|\biemand anders|\bkandida\w+ (?:die|met|wier)|\b(?:sollicitant\w+|mensen|profielen) (?:die|met"
    r"|wier)|\bbeter (?:\w+ ){0,4}(?:past|passen|aansluit\w*|aansloot|aansloten|voldo\w+)"
    r"|\bbeter (?:bij|op|aan)|\b(?:groot aantal|vele|veel) (?:\w+ )?(?:reacties|sollicit\w+"
    r"|kandida\w+)"
    # Portuguese
    r"|\b(?:outr[oa]s?|alguém) (?:\w+ ){0,2}(?:candidat\w*|perfi\w*|pessoa\w*|concorrente\w*)"
    r"|\b(?:candidat\w+|perfi\w+|pessoas?) (?:que|cujo\w*|mais|com)|\bmais (?:\w+ )?(?:alinhad\w*"
    r"|próxim\w*|adequad\w*|aderent\w*)|\b(?:grande|elevado) (?:número|volume)",
    re.IGNORECASE,
)

#: Whom they look for: "We need somebody who speaks Polish" names nobody.
SOUGHT = re.compile(
    r"\b(?:need\w*|look\w* for|seek\w*|want\w*|requires?|brauch\w+|such\w+|benötig\w+|cherch\w+|recherch\w+|besoin d"
    r"|faut|busc\w+|necesit\w+|cerch\w+|bisogno di|serve|zoeken|zochten|nodig hebben|hebben|procur\w+"
    r"|precis\w+(?: de)?)"
    r"['\u2019]? ?(?:a |ein\w* |une? |una? |een |uma? )?(?:\w+ )?(?:some(?:body|one)|person\w*|candidat\w*|profile?s?"
    r"|jemand\w*|kandidat\w*|people|menschen|quelqu['\u2019]un|alguien|algui[eé]n|qualcuno|iemand|alguém|pessoa)\b",
    re.IGNORECASE,
)

#: What is granted before something else is said: "Although your qualifications are strong", "Trotz Ihrer Erfahrung".
CONCEDED = re.compile(
    r"\b(?:although|though|even though|while|despite|in spite of|notwithstanding|trotz|obwohl|obgleich|auch wenn|malgré"
    r"|bien que|même si|a pesar de|pese a|aunque|si bien|nonostante|malgrado|sebbene|benché|anche se|ondanks|hoewel"
    r"|ofschoon|apesar d[aeo]s?|embora|ainda que) (?:the |la |le |les |l['\u2019]|las |los |de |del |il |lo )?"
    r"(?:\w+ )?(?:you|your|ihre[rnms]?|deine[rnms]?|sie|du|votre|vos|vous|ton|tes|tu|tus|su|sus|tua|suo|sua|tue|sue"
    r"|je|jouw|uw|u|qualité|calidad|qualità|qualidade|a sua|o seu|sua|seus?|suas)\b[^,;:.!?]*",
    re.IGNORECASE,
)

#: What agencies call a vacancy: "not shortlisted for the said requirement" says nothing of what was not met.
VACANCY = re.compile(
    r"\b(?:for|on|regarding) (?:the|this|that|our|your|any|a)(?: [\w'\u2019-]+){0,3} requirement\b"
    r"(?! (?:to|that|for)\b)",
    re.IGNORECASE,
)

#: What is asked for, and with that what was not met.
REQUIREMENTS = re.compile(
    r"\b(?:requirements?|qualifications?|criteri\w+|skills?|experience|not (?:\w+ ){0,3}(?:a )?(?:match|fit)|isn.t"
    r" (?:quite )?(?:a|the right) (?:match|fit)|minimum|threshold|pass mark|score[ds]?|level|standard|overqualified|too"
    r" (?:junior|senior)|anforderung\w*|voraussetzung\w*|qualifikation\w*|\w*erfahrung\w*|\w*kenntniss\w*|passt? (?:\w+"
    r" ){0,5}nicht|mindest\w*|punkt\w*|überqualifiziert|übereinstimmung|exigences?|compétences?|expérience|critères?"
    r"|adéquation|ne correspond\w*|seuil|niveau|requisit\w+|experiencia|no (?:se )?(?:encaja|ajusta|cumple)\w*"
    r"|puntuación|nota|nivel|esperienza|competenze|non (?:(?:è|sia|risulta|appare) (?:\w+ )?)?(?:in linea|corrispond\w*"
    r"|coerent\w*)|punteggio|livello|eisen|ervaring|vereist\w*|sluit\w* (?:\w+ ){0,4}(?:niet|onvoldoende)|voldoe\w*"
    r"|norm|requisitos?|experiência|competências|não (?:\w+ )?(?:atende|corresponde|cumpre|se enquadra)\w*"
    r"|pontuação|nível)\b",
    re.IGNORECASE,
)
