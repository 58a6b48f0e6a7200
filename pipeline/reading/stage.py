"""At which stage a rejection came, as far as it says so itself.

"Thank you for talking to us" tells an interview; "we will not be inviting you to an interview" tells that there was none.
So what is said of interviews that never were is taken off first.
"""

from __future__ import annotations

import re

from pipeline.core.application import Stage
from pipeline.core.reading import Reading, Sentence
from pipeline.core.verdict import Act, Judgement

#: Acts whose sentences speak of everybody, of the future or of other things.
_SILENT = frozenset({Act.CONDITIONAL, Act.FOOTER, Act.ADVERTISES, Act.INVITES_BACK, Act.KEEPS, Act.WISHES, Act.REPORTS})

#: Acts that only somebody who has met or tested the candidate is likely to perform.
_PERSONAL = frozenset({Act.GAP, Act.STRENGTH, Act.REASON})

#: Sentences that are read, and how much of each.
_MOST_SENTENCES = 80
_LONGEST = 600

#: Interviews and tests that are spoken of and did not happen.
_NEVER_WAS = {
    "en": (
        r"\b(?:invit\w+|progress\w*|proceed\w*|mov\w+|advanc\w+|select\w*|short-?list\w*|call\w*|consider\w*|offer\w*|chosen|bring\w*|forward|tak(?:e|ing) you|put\w*|through"
        r"|continue|pass\w*|granted?|schedul\w+|get|reach\w*|invitation|setting up|set up|arrang\w+|make|made|offer(?:ing)? you) (?:[\w'’]+ ){0,6}?(?:to|for|with|on to|into|at|an|a|up) "  # noqa: RUF001
        r"(?:[\w'’-]+ ){0,4}?(?:interview\w*|call|conversation|chat|meeting|assessment\w*|test|tests)\b",  # noqa: RUF001
        r"\b(?:invit\w+|ask\w*|like|able|talk|speak|meet)(?: \w+){0,4} to (?:come (?:in|and|to)|meet|speak|talk|everyone)\b(?: \w+)?|\bsecur\w+ an interview|\bnot (?:\w+ ){0,5}finalists?\b|\bfinalists? for\b"
        r"|\b(?:meet|met) (?:our|the|all|your|every|these|those|essential|most) (?!team)|\bknow you (?:\w+ )?(?:through|from|by) your|\b(?:talk|speak) to everyone|\b(?:internal|lengthy|long|much|careful|some|further|team) discussions?\b|\bdiscussions? (?:among|within|internally|with the)",
        r"\binterview(?:ed|ing)?(?: \w+){0,2} (?:candidates|applicants|people|others|everyone|those|all|several|many|\d+|a (?:number|few|small|handful)|other|some|anyone)\b",
        r"\b(?:candidates|applicants|people|those|others|everyone|whom?|list|shortlist|number) (?:\w+ ){0,3}(?:for |to |at )?(?:an? )?interview\w*\b",
        r"\b(?:initial|such|careful|thorough|overall|further|own|final) (?:assessment|examination|evaluation)s?\b|\b(?:attend|progress\w* (?:\w+ ){0,4}to|proceed to|invited? to) (?:\w+ ){0,3}(?:assessment|test)\w*|\badmitted to\b.*",
        r"\b(?:one-way|recorded|on-demand|digital|pre-recorded|asynchronous|automated) (?:video )?interview\w*|\b(?:record|complet|submit)\w* (?:the |a |your )?video interview|\bvideo interview (?:element|questions|recording|answers)",
        r"\b(?:no|without|before|any|pre-|for|not) (?:an? |any |the )?interviews?\b|\binterviews? (?:stage|phase|list|slots?|will|are|shortlist|spots?|places?)\b|\bnot interview\w*",
    ),
    "de": (
        r"\b(?:nicht|leider|keine?[mnrs]?|weder|statt|ohne|vor|für|welche|anderen?)\b[^.;!?]{0,60}\b(?:zu|zum|zur|in) (?:\w+ ){0,3}(?:\w*gespräche?n?|interviews?|kennenlernen|auswahltag|vorstellung\w*) (?:\w+ )?(?:ein(?:zu)?(?:ge)?laden|einladen|eingeladen|bitten|kommen|weiter)",
        r"\b(?:zu|zum|zur) (?:einem |einer |weiteren |persönlichen )*(?:\w*gespräch|interview|kennenlernen)\w* (?:leider )?(?:nicht )?(?:ein\w+|bitten|laden)|\bladen\b[^.;]{0,60}\b(?:gespräch|interview|kennenlernen)\w*",
        r"\b(?:keine?|ohne) (?:\w+ )?(?:\w*gespräch|interview)\w*|\bEinladung\w* (?:zu|zum) (?:\w+ )?(?:\w*gespräch|interview)\w*",
    ),
    "fr": (
        r"\b(?:invit\w+|convoqu\w+|convi\w+|convocation|recevoir|reten\w+|proposer|retenu\w*|sélectionn\w+|présélectionn\w+)(?: \S+){0,5}? (?:à|en|pour|aux fins d['’]) ?(?:une?|des|l['’]|cet)? ?(?:étape des )?(?:\w+ )?(?:entretien|entrevue|rencontre|oral|épreuve|audition)\w*",  # noqa: RUF001
        r"\brencontrer (?:d['’]autres|les|des|quelques)|\bAprès (?:\w+ )?(?:discussion|réflexion|échange) (?:avec|interne)",  # noqa: RUF001
        r"\b(?:pas|aucun|sans|avant) (?:d['’])?(?:un )?(?:entretien|entrevue|audition)\w*",  # noqa: RUF001
    ),
    "es": (
        r"\b(?:convoca\w*|invita\w*|cita\w*|pasar|pasas|avanza\w*|selecciona\w*|llama\w*|concertar|ofrecer\w*|seguir|incluid\w+|quedamos|pasa)(?: \S+){0,5}? (?:a|para|con|en) (?:una |la |las |los |el )?(?:\w+ )?(?:fase de )?entrevistas?",
        r"\b(?:sin|ninguna|antes de) (?:la |una )?entrevista",
    ),
    "it": (
        r"\b(?:invita\w*|convoca\w*|chiama\w*|fissa\w*|proseguire|procedere|ammess\w+|accedere|selezionat\w+)(?: \S+){0,5}? (?:a|per|con|al|ai|alla|un|il|i) (?:un |una |il |la )?(?:\w+ )?(?:fase di |fasi di )?colloqui\w*",
        r"\b(?:concentrato|svolgono|svolgeranno|riservato|riservati) i colloqui",
        r"\b(?:senza|nessun|prima d\w+) (?:un |il )?colloquio",
    ),
    "nl": (
        r"\b(?:uit(?:ge)?nodig\w*|uit te nodigen|uitnodiging|oproepen|doorgaan|selecteren|geselecteerd|plannen|spreken)(?: \S+){0,4}? (?:voor|op) (?:een |het )?(?:\w+ )?(?:\w*gesprek|interview|kennismaking)\w*",
        r"\bvoor (?:een |het )?(?:\w+ )?(?:\w*gesprek|interview|kennismaking)\w* (?:uit|te |op)\w*|\b(?:geen|zonder) (?:\w+ )?(?:gesprek|interview)\w*|\bop gesprek (?:uit|te|laten)\w*",
    ),
    "pt": (
        r"\b(?:convida\w*|convoca\w*|chama\w*|avança\w*|passa\w*|selecionad\w+|seguir|prosseguir|agendar|marcar)(?: \S+){0,5}? (?:a|para|com|à|às|na|uma) (?:uma |a |as |o )?(?:\w+ )?(?:fase de |etapa de |etapas de )?entrevistas?",
        r"\b(?:sem|nenhuma|antes d\w+) (?:uma |a )?entrevista",
    ),
}

_INTERVIEW = {
    "en": (
        r"\byour (?:[\w'’-]+ ){0,3}?interviews?\b|\b(?:the|our|last|week's|yesterday's|today's|telephone|phone|video|final|second|first|panel|onsite|on-site|an?|this|recent|during|after|in|at|from|following|technical|skype|zoom|teams) interviews?\b",  # noqa: RUF001
        r"\binterview(?:ing|ed) (?:with|for|at|you|here|last|on|so|so well|well|very|process)\b|\bto interview (?:with|for|at)\b|\binterview process\b|\bcompleted (?:the |our |all )?interviews\b",
        r"\b(?:meeting|met)(?: up)?(?: with)? (?:you|us|me|the team|everyone|everybody|our|my|several|so many|in person|last|yesterday|\w+ and me)\b|\bmeet(?: with)? (?:you|us|me|the team)\b"
        r"|\b(?:speak|speaking|spoke|spoken|talk|talked|talking|chat|chatted|chatting|spent|spending|sit|sitting|sat|hanging out)\b[^.;!?]{0,25}\b(?:with|to) (?:you|us|me|the|our|several|my|each|everyone|people|members)\b",
        r"\b(?:our|the|your|good|lovely|great|nice|an?|last|first|phone|video|second|very|yesterday's|\w+day's)(?: [\w-]+){0,3} (?:conversations?|chats?|discussions?|meetings?|trial shift|taster|lesson observation|audition)\b(?! (?:back|centre|center|for|with the team|among))"
        r"|\b(?:our|phone|video|zoom|the|on|last|yesterday's|good) (?:\w+ )?call (?:on|yesterday|last|this|with|earlier|today|was|the other)\b|\b(?:phone|video|skype|zoom|teams|introductory|screening) call\b|\bfor the (?:call|zoom|chat|visit|lunch|coffee|lecture|talk|presentation)\b",
        r"\b(?:getting|got) to know you\b|\b(?:good|great|nice|lovely|pleasure|enjoyed|glad|privilege) (?:to |having |you )?(?:meet|see(?:ing)? you|have you|having you|host you|hear)\w*|\b(?:thanks|thank you|thanks so much|cheers|appreciate you)(?: \w+){0,3} for (?:coming|visiting|showing us|making the trip|travell?ing|driving|giving us (?:an hour|so much)|joining us|taking us|walking us|hosting)\b"
        r"|\b(?:final|second|third|last|next-to-last) (?:rounds?|stage)\b(?! of (?:applic|screen))|\bon[- ]?site (?:day|visit|loop)\b|\bsuper ?day\b|\byour (?:trial|presentation|talk|lecture|audition|teaching|lesson|demo|pitch|visit|job talk|tasting|loop|monologue|playing|answers|interviewer)\b|\b(?:among|were|are|of the|two|three|four) (?:\w+ )?finalists?\b|\binterviewers?\b"
        r"|\b(?:interview|appointing|appointment|selection) panel (?:felt|thought|was|were|liked|enjoyed|scored|agreed|members)|\bthe panel (?:felt|thought|liked|enjoyed|scored|noted|were|would have|wanted|found)|\ball (?:of )?(?:your|the) time (?:you|so far|and|with)|\b(?:you|how you) interviewed\b|\bpairing session\b|\bgroup interview|\btrial (?:day|shift)\b|\bwhiteboard\b|\bin person\b|\bon the day\b",
    ),
    "de": (
        r"\b(?:nach|in|im|aus|seit|dem|den|das|ihre[mnrs]?|deine[mnrs]?|unsere[mnrs]?|letzten|geführten|angenehm\w+|nett\w+|gut\w+|offen\w+|beiden|drei|zwei\w+|ausführlich\w+|persönlich\w+|interessant\w+|für)\s(?:\w+ ){0,3}?(?:\w*gespräche?[ns]?|interviews?|telefonats?|videocalls?|calls?|kennenlernen|termin|besuch|hospitation|probearbeiten|probetag\w*|assessment-?center|vorstellungstermin|austausch\w*|probearbeit|vorstellungsrunde|vorstellung bei|schnuppertag\w*|lehrprobe|vortrag\w*)\b",
        r"\b(?:kennengelernt|kennenzulernen|persönlich getroffen|unterhalten haben|gesprochen|vorgestellt|persönlich(?:e|en|es)? (?:vorstellung|kennenlernen)|zweite runde|letzten? runde|endrunde|finalrunde|hearing|zur probe gearbeitet|engste[nr]? wahl|zu uns gekommen|bei uns waren|bei uns warst|hier warst|hier waren|dagewesen|da warst)\b",
    ),
    "fr": (
        r"\b(?:notre|nos|votre|ton|tes|vos|cet|l['’]|les|des|derniers?|suite à|lors de|après|pendant|de|d['’]un|d['’]|trois|deux|quatre) ?(?:\w+ )?(?:entretiens?|entrevues?|échanges?|rencontres?|rendez-vous|rdv|visite|audition|oral|visio|conversation|discussion|appel|essai|soutenance|présentation|process)\b",  # noqa: RUF001
        r"\b(?:rencontré\w*|rencontrer|échangé|échanger|reçus? en|entendus?|auditions|auditionn\w+|nous avons (?:pu )?discut\w+|venu\w*|passées avec|déplacé\w*|recevoir|parler|discuter|jury|au téléphone)\b",
    ),
    "es": (
        r"\b(?:la|las|tu|tus|su|sus|nuestra|última|segunda|primera|tras|después de|en|esta|de|por|una|dos|tres) (?:\w+ )?(?:entrevistas?|charlas?|reunión|reuniones|conversación|conversaciones|videollamada|llamada|visita|encuentro)\b",
        r"\b(?:conocerte|conocerle|conocerla|conocerlo|conversar|charlar|hablar contigo|venir|vinieras|entrevistarte|entrevistad\w+|entrevistaste|última ronda|ronda final|final del proceso|terna|finalistas?|tribunal|recibirte)\b",
    ),
    "it": (
        r"\b(?:il|i|del|dei|al|tuo|suo|nostro|nostri|dopo|durante|ultimo|secondo|primo|un|per|di|nel|due|tre) (?:\w+ )?(?:colloqui\w*|incontr[oi]|chiacchierata|telefonata|videochiamata|intervista|conversazione|prova orale|visita)\b",
        r"\b(?:conoscerti|conoscerla|conoscerci|incontrarti|incontrarla|incontrato|parlato|parlare con|venut[oa]|chiacchierata|chiacchierato|mattinata|ultima fase|rosa finale|finalist\w+)\b",
    ),
    "nl": (
        r"\b(?:het|ons|onze|je|uw|jouw|na|tijdens|van|dit|die|beide|leuke|fijne|prettige|goede|twee|drie|laatste|eerste|tweede|een|de|in) (?:\w+ ){0,2}?(?:\w*gesprek(?:ken)?|interviews?|kennismaking|meeloopdag|proefdag|ontmoeting|belletje|telefoontje|bezoek|proefles|presentatie|selectiedag|ronde)\b",
        r"\b(?:gesproken|ontmoet|ontmoetten|kennisgemaakt|kennis te maken|kennismaken|langskwam|langs bent|langs geweest|langskomen|op gesprek (?:was|geweest|kwam|bent)|leren kennen|laatste ronde|eindronde)\b",
    ),
    "pt": (
        r"\b(?:a|as|na|nas|da|das|tua|sua|suas|nossa|última|segunda|após|depois d\w+|pela|uma|esta|duas|de) (?:\w+ )?(?:entrevistas?|conversas?|reunião|reuniões|chamada|visita|videochamada|bate-papo|ligação|banca|prova oral|aula)\b",
        r"\b(?:conhecer-te|conhecê-l[oa]|te conhecer|conhecer você|conversar|conversámos|conversamos|falar contigo|falámos|recebê-l[oa]|última fase|fase final|etapa final|finalistas?|bate-papo|ter vindo|vieste)\b",
    ),
}

_ASSESSMENT = {
    "en": (
        r"\b(?:your|the|our|coding|technical|online|written|skills?|complet\w+|taking|sitting|sat|results?(?: of)?|aptitude|psychometric|personality|practical|typing|listening)\s(?:[\w-]+ ){0,3}?"
        r"(?:tests?|assessments?(?! cent| day)|challenge|take-home|case study|assignment|exercises?|homework|questionnaire|quiz|exam|work sample)\b",
        r"\b(?:take-?home|hackerrank|codility|codesignal|hirevue|situational judg\w+|psychometric|in-tray|e-tray|(?:one-way|recorded|on-demand|digital|pre-recorded) (?:video )?interview|video (?:interview )?(?:answers?|recordings?|responses?|submission)"
        r"|(?:record|complet)\w+ (?:the |a |your )?(?:video interview|answers)|video interview element|test (?:results?|scores?|cent(?:re|er))|pass mark|assessment (?:day|cent(?:re|er))|(?:written|coding|online) task)\b",
    ),
    "de": (
        r"\b(?:tests?|\w*(?:eignungs|einstellungs|aufnahme|online|programmier|persönlichkeits|leistungs|sport|schreib|kompetenz|auswahl|fitness|sprach)-?test\w*|testergebnis\w*|testverfahren|\w+-?aufgaben?|deine aufgabe|ihre aufgabe|arbeitsproben?"
        r"|case study|case|fallstudie|videointerview\w*|(?:code|coding)-?challenge|deine[mnr]? lösung|ihre[mnr]? lösung|(?:ihre|deine) abgabe|online-?assessment\w*|eignungsprüfung|aufnahmeprüfung)\b",
    ),
    "fr": (
        r"\b(?:tests?|votre exercice|ton exercice|l['’]exercice|étude de cas|cas pratique|épreuves? écrites?|l['’]épreuve|mise en situation|devoir|ton code|votre code|qcm|rendu|vidéo différée|entretien vidéo différé|questionnaire)\b",  # noqa: RUF001
    ),
    "es": (
        r"\b(?:pruebas?|test|tests|ejercicios?|caso práctico|reto|examen|cuestionario|psicotécnic\w+|psicométric\w+|videoentrevista|puntuación)\b",
    ),
    "it": (r"\b(?:prova|prove|test|esercizio|caso pratico|questionario|elaborat[oi]|compito|esercitazione|punteggio|scritto|video colloquio|videocolloquio)\b",),
    "nl": (r"\b(?:\w*toets\w*|tests?|test\w*|opdracht|casus|case|opgave|proefopdracht|capaciteiten\w*|vragenlijst|uitwerking|assessment\w*|examen|je score|videosollicitatie|video-interview)\b",),
    "pt": (r"\b(?:testes?|prova|provas|exercício|desafio|estudo de caso|case|questionário|pontuação|dinâmica|entrevista em vídeo|vídeo gravado|seu vídeo)\b",),
}

#: Words of a candidacy that went no further than paper, where nothing else is said.
_APPLICATION = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication\w*|icants?)|candidacy|profile|background|interest|screening|qualifications|position|vacancy|role|post|job|opening|requisition|advert\w*|enquiry"
    r"|\w*bewerb\w*|beworben|interesse|profil\w*|vorauswahl|engere\w*|stellen?|vakanz\w*|zuschrift|anzeige|annonce|praktikum|postul\w+|intérêt|poste|offre|stage"
    r"|candidatura|solicitud|postulación|perfil|interés|puesto|vacante|plaza|oferta|profilo|posizione|annuncio|posto|sollicit\w+|belangstelling|reactie|profiel|functie|vacature|vaga|interessado)\b",
    re.IGNORECASE,
)

#: How feedback speaks of somebody who was there.
_SEEN = re.compile(
    r"\b(?:when (?:we|i|asked)|your answers?|your questions?|you (?:told|described|explained|said|brought|showed|came across|answered|seemed|struggled|gave|asked)|how you|the way you"
    r"|(?:Sie|du) (?:haben|hast|wirkte\w*|erklärte\w*)|Ihre Antworten|deine Antworten|vos réponses|tes réponses|tus respuestas|sus respuestas|le (?:tue|sue) risposte|je antwoorden|uw antwoorden|suas respostas)\b",
    re.IGNORECASE,
)

#: What is only on paper.
_PAPER = re.compile(
    r"\b(?:cvs?|résumés?|resumes?|cover letters?|letters?|application form|supporting (?:statement|information)|on paper|criteri\w+|sift\w*|short-?list\w*|portfolio|applications?|folder|proposal|quote"
    r"|lebenslauf|anschreiben|unterlagen|mappe|zeugnisse?|\w*bewerbung|exposé|dossiers?|lettre|candidature|currículum|carta|curriculum|domanda|lettera|sollicitatie|brief|currículo|inscrição)\b",
    re.IGNORECASE,
)


def _by_language(table: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    """Return one pattern for each language; everybody borrows from English."""
    return {
        language: re.compile("|".join(f"(?:{pattern})" for pattern in {*patterns, *table["en"]}), re.IGNORECASE)
        for language, patterns in table.items()
    }


_NEVER_TESTED = re.compile(
    r"\b(?:not|unable|n['’]t|only)\b[^.;]{0,80}\bto (?:\w+ ){0,3}(?:assessments?|tests?|examination)\b|\b(?:initial|such|own) assessment\b",  # noqa: RUF001 - curly apostrophe
    re.IGNORECASE,
)

_NEVER, _MET, _TESTED = map(_by_language, (_NEVER_WAS, _INTERVIEW, _ASSESSMENT))


def stage_of(reading: Reading, judgement: Judgement) -> Stage:
    """Return the stage that a rejection itself speaks of; `unknown` if it speaks of none."""
    language = reading.language if reading.language in _MET else "en"
    told = [sentence.text[:_LONGEST] for sentence in _of(reading, judgement, frozenset(Act) - _SILENT)]
    text = [reading.message.subject[:_LONGEST], *told]
    happened = [_NEVER[language].sub(" ", part) for part in text]
    if any(_MET[language].search(part) for part in happened):
        return Stage.INTERVIEW
    if any(_TESTED[language].search(part) for part in text if not _NEVER_TESTED.search(part)):
        return Stage.ASSESSMENT
    # Whoever is told what was missing has been met, unless it is the papers that are spoken of.
    personal = [sentence.text for sentence in _of(reading, judgement, _PERSONAL)]
    on_paper = happened != text or any(_PAPER.search(part) for part in text)
    if any(_SEEN.search(part) for part in personal) or (personal and not on_paper):
        return Stage.INTERVIEW
    return Stage.APPLICATION if on_paper or any(_APPLICATION.search(part) for part in text) else Stage.UNKNOWN


def _of(reading: Reading, judgement: Judgement, acts: frozenset[Act]) -> list[Sentence]:
    """Return the sentences whose likeliest act is one of these."""
    pairs = zip(reading.sentences[:_MOST_SENTENCES], range(len(judgement.acts)), strict=False)
    return [sentence for sentence, index in pairs if judgement.act(index) in acts]
