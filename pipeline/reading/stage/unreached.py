"""How a rejection says that it did not come to an interview or a test, in seven languages."""

from __future__ import annotations

#: Interviews and tests that are spoken of and did not happen, by language.
UNREACHED = {
    "en": (
        (
            r"\b(?:invit\w+|progress\w*|proceed\w*|mov\w+|advanc\w+|select\w*|short-?list\w*|call\w*"
            r"|consider\w*|offer\w*|chosen|bring\w*|forward|tak(?:e|ing) you|put\w*|through"
            r"|continue|pass\w*|granted?|schedul\w+|get|reach\w*|invitation|setting up|set up|arrang\w+"
            r"|make|made|ask\w*(?! (?:\w+ )?for (?:\w+ )?(?:feedback|comments|reasons|notes))"
            r"|lead|leads|led|went|gone|offer(?:ing)? you) (?:[\w'\u2019]+ ){0,6}?(?:to|for|with|on to"
            r"|into|at|an|a|up) "
            r"(?:(?!after|following|since)[\w'\u2019-]+ ){0,4}?"
            r"(?:interview\w*|call|conversation|chat|meeting|assessment\w*|test|tests)\b"
        ),
        (
            r"\b(?:invit\w+|ask\w*|like|able|talk|speak|meet)(?: \w+){0,4} to (?:come (?:in|and|to)|meet"
            r"|speak|talk|everyone)\b(?: \w+)?|\b(?:pick|choos|chosen|select)\w*(?: [^\s.;!?]+){0,4} to"
            r" (?:come|meet|talk|speak)\b[^.;,!?]*|\bsecur\w+ an interview"
            r"|\bnot (?:\w+ ){0,5}finalists?\b"
            r"|\bfinalists? for\b"
            r"|\b(?:meet|met) (?:our|the|all|your|every|these|those|essential|most) (?!team)"
            r"|\bknow you (?:\w+ )?(?:through|from|by) your|\b(?:talk|speak) to everyone|\b(?:internal"
            r"|lengthy|long|much|careful|some|further|team) discussions?\b|\bdiscussions? (?:among|within"
            r"|internally|with the)"
        ),
        (
            r"\binterview(?:ed|ing)(?: \w+){0,2} (?:candidates|applicants|people|others|everyone|those"
            r"|all|several|many|\d+|a (?:number|few|small|handful)|other|some|anyone)\b"
        ),
        (
            r"\b(?:candidates|applicants|people|those|others|everyone|whom?|list|shortlist"
            r"|number) (?:\w+ ){0,3}(?:for |to |at )?(?:an? )?interview\w*\b"
        ),
        (
            r"\b(?:initial|such|careful|thorough|overall|further|own|final) (?:assessment|examination"
            r"|evaluation)s?\b|\bassessments? of (?:\w+ ){0,3}(?:applications?|applicants?|candidates?|cvs?"
            r"|submissions?)\b"
            r"|\b(?:attend|progress\w* (?:\w+ ){0,4}to|proceed to"
            r"|invited? to) (?:\w+ ){0,3}(?:assessment|test)\w*|\badmitted to\b.*"
        ),
        (
            r"\b(?:sat|sit|sitting|spent|spending)\b(?:(?! (?:with|to) (?:us|you|me)\b)[^.;!?]){0,40}\b(?:with|to"
            r"|over|on|reading|through) (?:[\w'\u2019]+ ){0,3}?"
            r"(?:applications?|cvs?|r[eé]sum[eé]s?|portfolios?|letters?|forms?|papers|files|reels?|recordings?"
            r"|videos?)\b"
            r"|\b(?:record|send|sent|submit|upload|writ|typ)\w*(?: \w+){0,2} your answers\b|\byour answers (?:to|on"
            r"|in) the (?:\w+ ){0,3}"
            r"(?:application|screening|form|questionnaire|video)\b"
        ),
        (
            r"\b(?:one-way|recorded|on-demand|digital|pre-recorded|asynchronous"
            r"|automated) (?:video )?interview\w*|\b(?:record|complet|submit)\w* (?:the |a "
            r"|your )?video interview|\bvideo interview (?:element|questions|recording|answers)"
        ),
        (
            r"(?<!attend )(?<!attending )(?<!attended )"
            r"\b(?:no|without|before|any|pre-|for|not) (?:an? |any |the )?interview(?:s|er)?\b"
            r"|\binterviews? (?:stage|phase|list|slots?|will|are|shortlist|spots?|places?)\b"
            r"|\b(?:had|have|get|got|getting) (?:a |the )?chance to (?:talk|meet|speak|chat|see)\b|\binterview(?:s"
            r"|ed)? will\b"
            r"|\b(?:invit|progress|admit|select|shortlist|advanc|proceed)\w*(?: \w+){0,4} (?:to|for) (?:\w+"
            r" ){0,4}?(?:assessment"
            r"|selection|trial|audition)\w*(?: (?:day|cent(?:re|er)|event))?|\bgames?-based assessments?\b"
            r"|\breach\w* (?:the |an? )?interview\w*(?: (?:stage|phase|list|round))?"
            # Whoever passes it on has talked to the firm.
            r"|\b(?:I|we|I['\u2019]ve|we['\u2019]ve) (?:have |just )*(?:spoken?|talked|chatted) (?:to|with) (?:the"
            r"|their)"
            r" (?!team\b|panel\b|two\b|three\b|four\b|five\b|candidates\b)\w+"
            # Papers are brought by as well.
            r"|\b(?:popp|dropp|stopp|call|swing|swung)\w* (?:by|in|round|over) (?:\w+ ){0,2}?(?:to (?:drop|leave"
            r"|hand)|with)"
            r"(?: \w+){0,3} (?:cv|r[eé]sum[eé]|application)\b|\bdropp\w* (?:in|off|by) (?:your|the|a) (?:\w+ )?"
            r"(?:cv|r[eé]sum[eé]|details|application)\b"
            r"|\b(?:cancel\w*|call(?:ed)? off) (?:the|your|our|this) (?:\w+ )?interview|\bnot interview\w*"
            r"|\bagainst an interview\b|\b(?:not|n['\u2019]t) be (?:meeting|seeing) you\b"
            r"|\binterview panel will not\b[^.;!?]*"
            r"|\b(?:forward|further|ahead|continu\w+|proceed\w*|progress\w*|on)(?: \w+){0,3} (?:in|with"
            r"|through) (?:the|our)"
            r" (?:interview|interviewing|selection) process\b"
        ),
    ),
    "de": (
        (
            r"\b(?:nicht|leider|keine?[mnrs]?|weder|statt|ohne|vor|für|welche"
            r"|anderen?)\b[^.;!?]{0,60}\b(?:zu|zum|zur|in) (?:\w+ ){0,3}(?:\w*gespräche?n?|\w*interviews?"
            r"|kennenlernen|auswahltag|vorstellung\w*) (?:\w+ )?(?:ein(?:zu)?(?:ge)?laden|einladen"
            r"|eingeladen|bitten|kommen|weiter)"
        ),
        (
            r"\b(?:zu|zum|zur) (?:einem |einer |weiteren |persönlichen )*(?:\w*gespräch|\w*interview"
            r"|kennenlernen)\w* (?:leider )?(?:nicht )?(?:ein\w+|bitten|laden)"
            r"|\bladen\b[^.;]{0,60}\b(?:gespräch|interview|kennenlernen)\w*"
        ),
        (
            r"\b(?:zu|zum|zur) (?:\w+ ){0,3}(?:\w*gespräche?n?|\w*interviews?|kennenlernen|auswahltag\w*|probe\w+"
            r"|vorsingen"
            r"|vorsprechen|vorspiel\w*|hospitation|assessment-?\s?center)(?: \w+){0,3} (?:ein\w*laden|ein\w*geladen"
            r"|eingeladen"
            r"|zugelassen|gebeten|bitten)\b"
            r"|\b(?:für|zu|zum) (?:ein |einem |das )?(?:\w+es )?(?:\w*gespräch|interview)\w*(?: \w+){0,4} nicht\b"
            r"|\b(?:unterlagen|bewerbung|profil|mappe|lebenslauf)\b[^.;!?]{0,60}\bvorgestellt\b"
            r"|\b(?:kannst|können|könnt|könnten) (?:\w+ ){0,6}kennenlernen\b"
            r"|\b(?:zeitversetzt|aufgezeichnet|aufgenommen)\w* (?:\w*interviews?|\w*gespräch\w*)"
            r"|\b(?:bewerbung|unterlagen|lebenslauf|mappe) (?:\w+ )?(?:vorbeigebracht|vorbeizubringen|abzugeben"
            r"|abgegeben|abgeben)"
            r"|\b(?:keine?|ohne) (?:\w+ )?(?:\w*gespräch|interview)\w*|\bEinladung\w* (?:zu"
            r"|zum) (?:\w+ )?(?:\w*gespräch|interview)\w*"
        ),
    ),
    "fr": (
        (
            r"\b(?:invit\w+|convoqu\w+|convi\w+|convocation|recevoir|reten\w+|proposer|retenu\w*"
            r"|sélectionn\w+|présélectionn\w+)(?: \S+){0,5}? (?:à|en|pour|aux fins d['\u2019]) ?(?:une?"
            r"|des|l['\u2019]|cet)? ?(?:étape des )?(?:\w+ )?(?:entretien|entrevue|rencontre|oral|épreuve"
            r"|audition)\w*"
        ),
        (
            r"\brencontrer (?:d['\u2019]autres|les|des|quelques)|\bAprès (?:\w+ )?(?:discussion|réflexion"
            r"|échange) (?:avec|interne)"
        ),
        (
            r"\b(?:seuil|admissible|admis\w*|admissibilité|accéder|accès|inférieure|retenu\w*|présélectionn\w+"
            r"|sélectionn\w+|convoqu\w+)"
            r"(?: [^\s.;]+){0,8}? (?:à|au|aux|pour|d[eu]) ?(?:l['\u2019]|les |des |un |une |cette |cet )?"
            r"(?:oral|entretien|épreuves? orales?|audition|entrevue)\w*"
        ),
        r"\b(?:pas|aucun|sans|avant|proposer) (?:d['\u2019])?(?:un )?(?:entretien|entrevue|audition)\w*",
        r"\bau plaisir (?:de|d['\u2019])[^.;!?]{0,60}",
        r"\b(?:passée?s?|venue?s?) (?:\w+ )?(?:déposer|laisser|remettre) (?:\w+ ){0,2}(?:cv|dossier|lettre)",
        r"\bvidéo de présentation|\b(?:entretiens?|entrevues?) (?:\w+ )?(?:différée?s?|enregistrée?s?|automatisée?s?)",
    ),
    "es": (
        (
            r"\b(?:convoca\w*|invita\w*|cita\w*|pasar|pasas|avanza\w*|(?:pre)?selecciona\w*|admiti\w+|superan?"
            r"|acce[ds]\w+|llama\w*|concertar"
            r"|ofrecer\w*|seguir|incluid\w+|pasa)(?: \S+){0,5}? (?:a|para|con|en) (?:una |la "
            r"|las |los |el )?(?:\w+ )?(?:(?:fase|etapa|ronda) de )?entrevistas?"
        ),
        (
            r"\b(?:ofre[cz]|conce[dt])\w+ (?:una )?(?:\w+ )?entrevista"
            r"|\b(?:sin|ninguna|antes de) (?:la |una )?entrevista|\b(?:fase|etapa|ronda) de entrevistas?"
            r"|\b(?:pas|acerc|ven|vin)\w* (?:\w+ )?a (?:dejar|entregar)(?:nos|me)? (?:\w+ )?(?:curr[ií]culum|cv"
            r"|solicitud)"
            r"|\bentrevista (?:\w+ ){0,3}(?:grabada|diferida|en diferido|automatizada)"
        ),
    ),
    "it": (
        (
            r"\b(?:invit\w*|convoca\w*|convoch\w*|chiam\w*|fissa\w*|proseguire|procedere|amm[ie]ss\w+"
            r"|acce[sd]\w+"
            r"|selezionat\w+|preselezionat\w+|ammett\w+|ammesse?i?)(?: \S+){0,5}? (?:a|per|con|al|ai|alla|un|il|i)"
            r" (?:un |una |il "
            r"|la )?(?:\w+ )?(?:fase di |fasi di )?colloqui\w*"
        ),
        r"\b(?:concentrato|svolgono|svolgeranno|riservato|riservati) i colloqui",
        r"\b(?:senza|nessun|prima d\w+|propor\w+|offrir\w+) (?:un |il )?colloquio",
        r"\b(?:passat|venut)[oaie] (?:\w+ )?a (?:lasciar|consegnar)\w* (?:\w+ ){0,2}(?:curriculum|cv|domanda)",
        r"\b(?:intervista|colloquio) (?:\w+ ){0,2}(?:registrat[oa]|in differita)",
    ),
    "nl": (
        (
            r"\b(?:uit(?:ge)?nodig\w*|nodig\w* (?:\S+ ){0,4}?uit|uit te nodigen|uitnodiging|oproepen|doorgaan"
            r"|selecteren"
            r"|geselecteerd|plannen|spreken)(?: \S+){0,4}? (?:voor|op) (?:een "
            r"|het )?(?:\w+ )?(?:\w*gesprek|interview|kennismaking)\w*"
        ),
        (
            r"\bvoor (?:een |het )?(?:\w+ )?(?:\w*gesprek|interview|kennismaking)\w* (?:uit|te |op)\w*"
            r"|(?<!deel aan de )(?<!deel aan het )\bmondeling\w*(?: (?:gedeelte|deel|proef|selectie\w*|examen"
            r"|toelicht\w*))?"
            r"|\bniet (?:\w+ ){0,2}(?:geselecteerd|toegelaten|uitgenodigd|door) (?:voor|naar|tot) de (?:\w+ )?ronde\b"
            r"|\b(?:geen|zonder) (?:\w+ )?(?:gesprek|interview)\w*|\bop gesprek (?:uit|te|laten)\w*"
            r"|\b(?:niet|geen)(?: \w+){0,4} (?:in gesprek|spreken)\b|\bopgenomen (?:\w+-?)?(?:interview|gesprek)\w*"
            r"|\b(?:langs|binnen)\w*\b[^.;!?]{0,20}\b(?:cv|sollicitatie) (?:af te geven|afgegeven|te brengen|afgeven)"
            r"|\bin gesprek met (?:mensen|kandidaten|anderen"
            r"|andere)"
            r"|\bspreken(?: \w+){0,4} met (?:mensen|kandidaten|anderen|andere)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:convid[aá]\w*(?:-l[oa]s?)?|convoca\w*|chama\w*|avança\w*|passa\w*|(?:pré-?|pre)?selecion\w+"
            r"|seguir|prosseguir"
            r"|agendar|marcar)(?: \S+){0,5}? (?:a|para|com|à|às|na|uma) (?:uma |a |as "
            r"|o )?(?:\w+ )?(?:fase de |etapa de |etapas de )?entrevistas?"
        ),
        (
            r"\b(?:ofere[cç]|conced|propor)[\w-]+ (?:uma )?(?:\w+ )?entrevista"
            r"|\b(?:sem|nenhuma|antes d\w+) (?:uma |a )?entrevista|\b(?:fase|etapa)s? de entrevistas?"
            r"|\b(?:passado|passares|passar|vindo|vieste)(?: \w+){0,2} (?:deixar|entregar) (?:\w+ )?(?:curr[ií]culo|cv)"
            r"|\bentrevista (?:\w+ ){0,3}gravada"
        ),
    ),
}
