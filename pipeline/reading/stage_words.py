"""Words of interviews, tests and papers in seven languages, for telling the stage of a rejection."""

from __future__ import annotations

import re

from pipeline.reading.by_language import by_language

_INTERVIEW = {
    "en": (
        (
            r"\byour (?:[\w'\u2019-]+ ){0,3}?interviews?\b|\b(?:the|our|last|week's|yesterday's|today's"
            r"|telephone|phone|video|final|second|first|panel|onsite|on-site|an?|this|recent|during|after"
            r"|in|at|from|following|technical|skype|zoom|teams) interviews?\b"
        ),
        (
            r"\b(?:phone|telephone|recruiter|video|zoom) screen\b|\btime on (?:teams|zoom|skype|site|the phone"
            r"|\w+day)\b"
            r"|\binterview:? held\b|\b(?:first|second|third|final|last)-round\b"
            r"|\binterview(?:ing|ed) (?:with|for|at|you|here|last|on|so|so well|well|very|process)\b"
            r"|\bto interview (?:with|for|at)\b|\binterview process\b|\bcompleted (?:the |our "
            r"|all )?interviews\b"
        ),
        (
            r"\b(?:meeting|met)(?: up)?(?: with)? (?:you|us|me|the team|everyone|everybody|our|my|several"
            r"|so many|in person|last|yesterday|\w+ and me)\b|\bmeet(?: with)? (?:you|us|me|the team)\b"
            r"|\b(?:speak|speaking|spoke|spoken|talk|talked|talking|chat|chatted|chatting|spent|spending"
            r"|sit|sitting|sat|hanging out)\b[^.;!?]{0,25}\b(?:with|to) (?:you|us|me|the|our|several|my"
            r"|each|everyone|people|members)\b"
        ),
        (
            r"\b(?:our|the|your|good|lovely|great|nice|an?|last|first|phone|video|second|very|yesterday's"
            r"|\w+day's)(?: [\w-]+){0,3} (?:conversations?|chats?|discussions?|meetings?|trial shift"
            r"|taster|lesson observation|audition)\b(?! (?:back|centre|center|for|with the team|among))"
            r"|\b(?:our|phone|video|zoom|the|on|last|yesterday's|good) (?:\w+ )?call (?:on|yesterday|last"
            r"|this|with|earlier|today|was|the other)\b|\b(?:phone|video|skype|zoom|teams|introductory"
            r"|screening) call\b|\bfor the (?:call|zoom|chat|visit|lunch|coffee|lecture|talk"
            r"|presentation)\b"
        ),
        (
            r"\b(?:getting|got) to know you\b|\b(?:good|great|nice|lovely|pleasure|enjoyed|glad"
            r"|privilege) (?:to |having |you )?(?:meet|see(?:ing)? you|have you|having you|host you"
            r"|hear)\w*|\b(?:thanks|thank you|thanks so much|cheers"
            r"|appreciate you)(?: \w+){0,3} for (?:coming|visiting|showing us|making the trip|travell?ing"
            r"|driving|giving us (?:an hour|so much)|joining us|taking us|walking us|hosting)\b"
            r"|\b(?:final|second|third|last|next-to-last) (?:rounds?|stage)\b(?! of (?:applic|screen))"
            r"|\bon[- ]?site (?:day|visit|loop)\b|\bsuper ?day\b|\byour (?:trial|presentation|talk"
            r"|lecture|audition|teaching|lesson|demo|pitch|visit|job talk|tasting|loop|monologue|playing"
            r"|answers|interviewer)\b|\b(?:among|were|are|of the|two|three|four) (?:\w+ )?finalists?\b"
            r"|\binterviewers?\b"
            r"|\b(?:interview|appointing|appointment|selection) panel (?:felt|thought|was|were|liked"
            r"|enjoyed|scored|agreed|members)|\bthe panel (?:felt|thought|liked|enjoyed|scored|noted|were"
            r"|would have|wanted|found)|\ball (?:of )?(?:your|the) time (?:you|so far|and|with)|\b(?:you"
            r"|how you) interviewed\b|\bpairing session\b|\bgroup interview|\btrial (?:day|shift)\b"
            r"|\bwhiteboard\b|\bin person\b|\bon the day\b|\bsat down\b|\b(?:drop|stopp|com|swing)\w* by (?:the|our"
            r"|to|for|and)\b"
            r"|\b(?:trial|probation(?:ary)?) (?:period|week|month)s?\b|\b(?:not|n['\u2019]t|unable|cannot"
            r"|never)(?: \w+){0,3}"
            r" (?:mak\w+|extend\w*) (?:you )?an(?: \w+)? offer\b|\bpre-?screen\b"
        ),
    ),
    "de": (
        (
            r"\b(?:telefoninterview|telefongespräch|telefonat|videocall|videotelefonat)(?:s|en?|e[ns])?\b"
            r"|\b(?:nach|in|im|aus|seit|dem|den|das|ihre[mnrs]?|deine[mnrs]?|unsere[mnrs]?|letzten"
            r"|geführten|angenehm\w+|nett\w+|gut\w+|offen\w+|beiden|drei|zwei\w+|ausführlich\w+"
            r"|persönlich\w+|interessant\w+|für)\s(?:\w+ ){0,3}?(?:\w*gespräche?[ns]?|interviews?"
            r"|telefonats?|videocalls?|calls?|kennenlernen|termin|besuch|hospitation|probearbeiten"
            r"|probetag\w*|assessment-?center|vorstellungstermin|austausch\w*|probearbeit"
            r"|vorstellungsrunde|vorstellung bei|schnuppertag\w*|lehrprobe|vortrag\w*)\b"
        ),
        (
            r"\b(?:kennengelernt|kennenzulernen|persönlich getroffen|unterhalten haben|gesprochen"
            r"|vorgestellt|persönlich(?:e|en|es)? (?:vorstellung|kennenlernen)|zweite runde"
            r"|letzten? runde|endrunde|finalrunde|hearing|zur probe gearbeitet|engste[nr]? wahl"
            r"|probezeit|probemonat|hospitiert|geschnuppert|zum schnuppern|fürs probearbeiten|kein angebot machen"
            r"|zu uns gekommen|bei uns waren|bei uns warst|hier warst|hier waren|dagewesen|da warst)\b"
        ),
    ),
    "fr": (
        r"\b(?:fait le déplacement|période d['\u2019]essai|(?:deux|trois) derniers)\b",
        (
            r"\b(?:notre|nos|votre|ton|tes|vos|cet|l['\u2019]|les|des|derniers?|suite à|lors de|après"
            r"|pendant|de|d['\u2019]un|d['\u2019]|trois|deux|quatre) ?(?:\w+ )?(?:entretiens?|entrevues?"
            r"|échanges?|rencontres?|rendez-vous|rdv|visite|audition|oral|visio|conversation|discussion"
            r"|appel|essai|soutenance|présentation|process)\b"
        ),
        (
            r"\b(?:rencontré\w*|rencontrer|échangé|échanger|reçus? en|entendus?|auditions|auditionn\w+"
            r"|nous avons (?:pu )?discut\w+|venu\w*|passées avec|déplacé\w*|recevoir|parler|discuter|jury"
            r"|au téléphone)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:la|las|tu|tus|su|sus|nuestra|última|segunda|primera|tras|después de|en|esta|de|por|una"
            r"|dos|tres) (?:\w+ )?(?:entrevistas?|charlas?|reunión|reuniones|conversación|conversaciones"
            r"|videollamada|llamada|visita|encuentro)\b"
        ),
        (
            r"\b(?:conocerte|conocerle|conocerla|conocerlo|conversar|charlar|platicar|hablar contigo|venir|pasarte"
            r"|periodo de prueba|período de prueba|hacer(?:te|le)? (?:una )?oferta"
            r"|vinieras|entrevistarte|entrevistad\w+|entrevistaste|última ronda|ronda final"
            r"|final del proceso|terna|finalistas?|tribunal|recibirte)\b"
        ),
    ),
    "it": (
        (
            r"\b(?:il|i|del|dei|al|tuo|suo|nostro|nostri|dopo|durante|ultimo|secondo|primo|un|per|di|nel"
            r"|due|tre) (?:\w+ )?(?:colloqui\w*|incontr[oi]|chiacchierata|telefonata|videochiamata"
            r"|intervista|conversazione|prova orale|visita)\b"
        ),
        (
            r"\b(?:periodo di prova|farti un['\u2019]offerta|farLe un['\u2019]offerta|conoscerti|conoscerla"
            r"|conoscerci|incontrarti|incontrarla|incontrato|parlato"
            r"|parlare con|venut[oa]|chiacchierata|chiacchierato|mattinata|ultima fase|rosa finale"
            r"|finalist\w+)\b"
        ),
    ),
    "nl": (
        (
            r"\b(?:voor (?:je|jouw|uw) komst|dat (?:je|u) (?:er )?(?:was|kwam))\b"
            r"|\b(?:het|ons|onze|je|uw|jouw|na|tijdens|van|dit|die|beide|leuke|fijne|prettige|goede|twee"
            r"|drie|laatste|eerste|tweede|een|de|in) (?:\w+ ){0,2}?(?:\w*gesprek(?:ken)?|interviews?"
            r"|kennismaking|meeloopdag|proefdag|ontmoeting|belletje|telefoontje|bezoek|proefles"
            r"|presentatie|selectiedag|ronde)\b"
        ),
        (
            r"\b(?:proeftijd|proefperiode|proefmaand|meegelopen|je praatje|(?:je|u|jou) te (?:ontmoeten|spreken)"
            r"|gesproken|ontmoet|ontmoetten"
            r"|kennisgemaakt|kennis te maken|kennismaken|langskwam"
            r"|langs bent|langs geweest|langskomen|op gesprek (?:was|geweest|kwam|bent)|leren kennen"
            r"|laatste ronde|eindronde)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:a|as|na|nas|da|das|tua|sua|suas|nossa|última|segunda|após|depois d\w+|pela|uma|esta"
            r"|duas|de) (?:\w+ )?(?:entrevistas?|conversas?|reunião|reuniões|chamada|visita|videochamada"
            r"|bate-papo|ligação|banca|prova oral|aula)\b"
        ),
        (
            r"\b(?:per[ií]odo de experiência|período experimental|conhecer-te|conhecê-l[oa]|te conhecer"
            r"|conhecer você|conversar|conversámos|conversamos"
            r"|falar contigo|falámos|recebê-l[oa]|última fase|fase final|etapa final|finalistas?"
            r"|bate-papo|ter vindo|vieste)\b"
        ),
    ),
}

_ASSESSMENT = {
    "en": (
        (
            r"\b(?:your|the|our|coding|technical|online|written|skills?|complet\w+|taking|sitting|sat"
            r"|results?(?: of)?|aptitude|psychometric|personality|practical|typing"
            r"|listening)\s(?:[\w-]+ ){0,3}?"
            r"(?:tests?|assessments?(?! cent| day)|challenge|take-home|case study|assignment|exercises?"
            r"|homework|questionnaire|quiz|exam|work sample)\b"
        ),
        (
            r"\b(?:take-?home|hackerrank|codility|codesignal|hirevue|situational judg\w+|psychometric"
            r"|in-tray|e-tray|(?:one-way|recorded|on-demand|digital|pre-recorded) (?:video )?interview"
            r"|video (?:interview )?(?:answers?|recordings?|responses?|submission)"
            r"|(?:record|complet)\w+ (?:the |a |your )?(?:video interview|answers)"
            r"|video interview element|test (?:results?|scores?|cent(?:re|er))|pass mark"
            r"|assessment (?:day|cent(?:re|er))|(?:written|coding|online) task)\b"
        ),
    ),
    "de": (
        (
            r"\b(?:tests?|\w*(?:eignungs|einstellungs|aufnahme|online|programmier|persönlichkeits"
            r"|leistungs|sport|schreib|kompetenz|auswahl|fitness|sprach)-?test\w*|testergebnis\w*"
            r"|testverfahren|\w+-?aufgaben?|deine aufgabe|ihre aufgabe|arbeitsproben?"
            r"|case study|case|fallstudie|videointerview\w*|(?:code|coding)-?challenge|deine[mnr]? lösung"
            r"|ihre[mnr]? lösung|(?:ihre|deine) abgabe|online-?assessment\w*|eignungsprüfung"
            r"|aufnahmeprüfung)\b"
        ),
    ),
    "fr": (
        (
            r"\b(?:tests?|votre exercice|ton exercice|l['\u2019]exercice|étude de cas|cas pratique"
            r"|épreuves? écrites?|l['\u2019]épreuve|mise en situation|devoir|ton code|votre code|qcm"
            r"|rendu|vidéo différée|entretien vidéo différé|questionnaire)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:pruebas?|test|tests|ejercicios?|caso práctico|reto|examen|cuestionario|psicotécnic\w+"
            r"|psicométric\w+|videoentrevista|puntuación)\b"
        ),
    ),
    "it": (
        (
            r"\b(?:prova|prove|test|esercizio|caso pratico|questionario|elaborat[oi]|compito"
            r"|esercitazione|punteggio|lo scritto|video colloquio|videocolloquio)\b"
        ),
    ),
    "nl": (
        (
            r"\b(?:\w*toets\w*|tests?|test\w*|opdracht|casus|case|opgave|proefopdracht|capaciteiten\w*"
            r"|vragenlijst|uitwerking|assessment\w*|examen|je score|videosollicitatie"
            r"|video-interview)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:testes?|prova|provas|exercício|desafio|estudo de caso|case|questionário|pontuação"
            r"|dinâmica|entrevista em vídeo|vídeo gravado|seu vídeo)\b"
        ),
    ),
}

#: Words of a candidacy that went no further than paper, where nothing else is said.
APPLICATION = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication\w*|icants?)|aplication|candid\w+|careers?|hir(?:e|es|ed|ing)|recruit\w+"
    r"|reach(?:ed|ing) out|get(?:ting)? in touch|opportunit\w+|profile|background|interest|screening"
    r"|qualifications|position|vacancy|role|post|job|opening|requisition|advert\w*|enquiry"
    r"|\w*bewerb\w*|beworben|interesse|profil\w*|vorauswahl|engere\w*|stellen?|vakanz\w*|zuschrift"
    r"|anzeige|annonce|praktikum|postul\w+|intérêt|poste|offre|stage"
    r"|kandidatu\w+|toepass\w+|aplicaci[oó]n|solicitudes|inscripción|currícul\w+|curricul\w+|est[áa]gio|inscriç\w+"
    r"|solicitud|postulaci[oó]n|perfil|inter[eé]s|puesto|vacante|plaza|oferta|profilo|posizione"
    r"|annuncio|posto|sollicit\w+|belangstelling|reactie|profiel|functie|vacature|vaga|interessado)\b",
    re.IGNORECASE,
)

#: How feedback speaks of somebody who was there.
SEEN = re.compile(
    r"\b(?:when (?:we|i|asked)|your answers?|your questions?|you (?:told|described|explained|said"
    r"|brought|showed|came across|answered|seemed|struggled|gave|asked)|how you|the way you"
    r"|(?:Sie|du) (?:haben|hast|wirkte\w*|erklärte\w*)|Ihre Antworten|deine Antworten|vos réponses"
    r"|tes réponses|tus respuestas|sus respuestas|le (?:tue|sue) risposte|je antwoorden|uw antwoorden"
    r"|suas respostas)\b",
    re.IGNORECASE,
)

#: What is only on paper.
PAPER = re.compile(
    r"\b(?:cvs?|résumés?|resumes?|cover letters?|letters?|application form|supporting (?:statement"
    r"|information)|on paper|criteri\w+|sift\w*|short-?list\w*|portfolio|applications?|folder"
    r"|proposal|quote"
    r"|lebenslauf|anschreiben|unterlagen|mappe|zeugnisse?|\w*bewerbung|exposé|dossiers?|lettre"
    r"|candidature|currículum|carta|curriculum|domanda|lettera|sollicitatie|brief|currículo"
    r"|inscrição)\b",
    re.IGNORECASE,
)

#: Others were interviewed, and the reader among them: `applicants with a background such as yours`.
YOU_TOO = re.compile(
    r"\binterview\w*\b[^.;]{0,80}\b(?:as \w+ as|such as|like|including|yourself|among them) ?(?:you(?:rs|rself)?"
    r"|your own)?\b"
    r"(?:(?<=you)|(?<=yours)|(?<=yourself)|(?<=your own))",
    re.IGNORECASE,
)

MET, TESTED = map(by_language, (_INTERVIEW, _ASSESSMENT))
