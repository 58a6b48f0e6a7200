"""Words of interviews and of every other meeting that happened, in seven languages."""

from __future__ import annotations

import re

from pipeline.reading.stage.trials import PERIODS, TRIALS
from pipeline.reading.text.by_language import by_language

_INTERVIEW = {
    "en": (
        (
            r"\byour (?:[\w'\u2019-]+ ){0,3}?interviews?\b|\b(?:the|our|last|week's|yesterday's|today's"
            r"|telephone|phone|video|final|second|first|panel|onsite|on-site|an?|this|recent|during|after"
            r"|in|at|from|following|technical|round|skype|zoom|teams) interviews?\b"
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
            r"|taster|lesson observation|audition)\b(?! (?:back|centre|center|for|with the team|among|committee"
            r"|tapes?|videos?|process))"
            r"|\b(?:our|phone|video|zoom|the|on|last|yesterday's|good) (?:\w+ )?call (?:on|yesterday|last"
            r"|this|with|earlier|today|was|the other)\b|\b(?:phone|video|skype|zoom|teams|introductory"
            r"|screening) call\b|\bfor the (?:call|zoom|chat|visit|lunch|coffee|lecture|talk"
            r"|presentation)\b"
        ),
        (
            r"\bfor (?:meeting|speaking|talking|chatting)\b(?! (?:our|the|all|these|those|every) (?!team|panel))"
            r"|\b(?:getting|got) to know you\b|\b(?:good|great|nice|lovely|pleasure|enjoyed|glad"
            r"|privilege) (?:to |having |you )?(?:meet|see(?:ing)? you|have you|having you|host you"
            r"|hear)\w*|\b(?:thanks|thank you|thanks so much|cheers"
            r"|appreciate you)(?: \w+){0,3} for (?:flying|coming(?! to us with| forward| back)|visiting|showing us"
            r"|making"
            r" the trip|travell?ing"
            r"|driving|giving us (?:an hour|so much)|joining us|taking us|walking us|hosting)\b"
            r"|\b(?:final|second|third|last|next-to-last) (?:rounds?|stage)\b(?! of (?:applic|screen))"
            r"|\bon[- ]?site (?:day|visit|loop)\b|\bsuper ?day\b|\byour (?:trial|presentation|talk"
            r"|lecture|audition|teaching|lesson|demo|pitch|visit|job talk|tasting|loop|monologue|playing"
            r"|answers(?! (?:\w+ )?(?:help|will|are|to (?:this|the|our|a) (?:\w+ )?(?:survey|questionnaire|form))\b)"
            r"|interviewer)\b|\byou (?:all )?came across (?:\w+ )?well\b"
            r"(?! (?:on|in|from) (?:paper|your|the (?:application|form|cv|letter))\b)"
            r"|\byou (?:(?!not |never )\w+ ){0,4}in the final\b(?! (?!two|three|four|five|six|round|and|but)\w)"
            r"|\b(?:among|were|are|of the|two|three|four) (?:\w+ )?finalists?\b"
            r"|\binterviewers?\b"
            r"|\b(?:interview|appointing|appointment|selection) panel (?:felt|thought|was|were|liked"
            r"|enjoyed|scored|agreed|members)|\bthe panel (?:felt|thought|liked|enjoyed|scored|noted|were"
            r"|would have|wanted|found)|\ball (?:of )?(?:your|the) time (?:you|so far|and|with)|\b(?:you"
            r"|how you) interviewed\b|\bpairing session\b|\bgroup interview|\btrial (?:day|shift)\b"
            r"|\bwhiteboard\b|\bin person\b|\bon the day\b|\bsat down\b|\b(?:popp(?:ing|ed)|dropp(?:ing|ed)) (?:in"
            r"|over)\b|\b(?:drop|stopp|com|swing)\w* by (?:the|our"
            r"|to|for|and)\b"
            r"|\bsaw (?:you|him|her|them) (?:at|on|in|for|here|yesterday|last|this|perform|play|teach)\b"
            r"|\b(?:came|come|coming) (?:all the way|in (?:on|last|yesterday|to (?:see|meet|talk)))\b"
            r"|\byou (?:sang|played|danced|taught|cooked|pitched|auditioned|came (?:in|by|along|over|up|down|round)"
            r"|read for us|showed"
            r" (?:me|us))\b"
            r"|(?<!reading )(?<!reading it )(?<!reading them )\b(?:was|been) (?:such )?an? (?:\w+ )?"
            r"(?:pleasure|delight|joy|privilege)\b(?! (?:(?:to|of) )?(?:read|review|receiv|learn|consider|see your))"
            r"|\b(?:getting|get|got) to know you\b(?! (?:\w+ )?(?:through|from|by) your)|\bde-?brief(?:ed)?\b(?! form)"
            r"|\b(?:following|after|since|from) (?:our|your|last|yesterday's|\w+day's) (?:\w+ )?(?:zoom|teams|skype"
            r"|call|video)\b"
            r"|\bmaking (?:the )?time (?:to|for) (?:see|visit|meet|us|our|a)\b|\b(?:met|meeting) you (?:once|twice"
            r"|in)\b"
            r"|\b(?:every|each|other) members? of (?:the|our) panel\b"
            r"|\b(?:assessment|selection|recruitment|trial|taster|audition) (?:day|cent(?:re|er)|event|weekend"
            r"|morning|afternoon)\b"
            r"|\b(?:hopping|jumping|getting|hopped|jumped|got) on (?:the phone|a (?:\w+ )?call|zoom|teams)\b"
            r"|\brole[- ]?play\w*"
            r"|\bon the phone (?:yesterday|last|on|earlier|today|this)\b|\bpanel (?:was|were) \w+ed\b"
            r"|\b(?:they|we|everyone|everybody|the \w+) (?:all |really |both )?(?:liked|loved) you\b"
            r"|\bour (?:\w+ )?(?:coffee|lunch|breakfast|dinner|beer|tea|walk|pint)s?\b"
            r"|\bparticipat\w+ in (?:the|an?|our) (?:[\w-]+ ){0,3}interviews?\b"
            r"|\b(?:mornings?|days?|hours?|shifts?|weeks?|evenings?|afternoons?) (?:that )?you (?:did|spent|worked)\b"
            r"|\b(?:close|a very good) second\b|\bsecond choice\b|\b(?:were|as) (?:\w+ ){0,2}runner-up\b"
            r"|\bgroup (?:exercise|task|discussion|activity)|\b(?:work|working|paid) (?:trial|interview)\b|\btry-?out\b"
            r"|\btrial (?:week|lesson|session|class)(?:es|s)?\b|\b(?:not|n['\u2019]t"
            r"|unable|cannot"
            r"|never)(?: \w+){0,3}"
            r" (?:mak\w+|extend\w*) (?:you )?an(?: \w+)? offer\b|\bpre-?screen\b"
        ),
        (
            r"\b(?:both|two|these|those|several|all (?:our|the|of our)) (?:conversations|chats|meetings|calls|talks)\b"
            r"(?! (?:with|among|between)\b)"
            r"|\b(?:since|when|after) we (?:last )?(?:spoke|met|talked|chatted)(?=[.,;!]|$| (?:last|yesterday|earlier"
            r"|on \w+day)\b)"
            r"|\bput a face to\b|\b(?:presentation|talk|lesson|demo) (?:that )?you gave\b|\bpresenting to (?:the|our"
            r"|us)\b"
            r"|\btalk(?:ing|ed)? (?:me|us) through\b|\bsitting down with (?:me|us|\w+ and|our|the)\b"
            r"|\byour (?:phone |video )?call with\b|\btime (?:that )?you (?:have )?spent with\b|\b(?:got"
            r"|get) to meet\b(?! all)"
            r"|\bwhen you (?:visited|came)\b|\byour time (?:last|on|this|yesterday) ?\w*day(?=[.,;!]|$| and\b)"
            r"|\bas (?:I|we) (?:said|mentioned|told you) (?:on|over) the (?:phone|telephone)\b(?! to (?!you\b))"
        ),
        (
            r"\b(?:after|since|for|following|at|in) (?:the|your|our) trial\b"
            r"|\battend\w* for (?:an? |the )?interview\b|\b(?:following|after|since) (?:the |your |our "
            r"|\w+day['\u2019]s )(?:\w+ )?panel\b"
            r"|\b(?:people|person|partners?|colleagues?) (?:that |who |whom )?you met\b|\bthe viva\b"
        ),
    ),
    "de": (
        (
            r"\b(?:telefoninterview|telefongespräch|telefonat|videocall|videotelefonat)(?:s|en?|e[ns])?\b"
            r"|\b(?:nach|in|im|am|aus|seit|dem|den|das|(?:ihr|dein|unser)(?:e[mnrs]?)?|letzten"
            r"|geführten|angenehm\w+|nett\w+|gut\w+|offen\w+|beiden|drei|zwei\w+|ausführlich\w+"
            r"|persönlich\w+|interessant\w+|geführte\w*|beim|bezug auf|bezugnehmend auf|für)\s(?:\w+"
            r" ){0,3}?(?:\w*gespräche?[ns]?|interviews?"
            r"|telefonats?|videocalls?|calls?|kennenlernen|termin|besuch(?! (?:auf )?unsere[rs])|hospitation"
            r"|probearbeiten"
            r"|probetag\w*|assessment-?center|vorstellungstermin|austausch\w*|probearbeit"
            r"|vorsingen|vorsprechen|vorspielen|vorstellungsrunde|vorstellung bei|vortrag\w*)\b"
            r"|\bunser\w* (?:\w+ )?treffen\b"
            r"|\b(?:schnupper\w+|lehrprobe\w*|hospitation\w*|auswahltag\w*|bewerbertag\w*"
            r"|kennenlerntag\w*|kennlern\w+|probespiel\w*|vorspiels?|probestunde\w*"
            r"|zu[mr] (?:\w+ )?(?:\w*gespräch|interview|vorstellung) (?:bei uns |hier )?(?:gekommen|waren|warst|kamen"
            r"|kamst)"
            r"|(?:waren|warst|kamen|kamst) (?:\w+ ){0,4}zu[mr] (?:\w+ )?(?:\w*gespräch|interview|vorstellung)"
            r"|gruppenübung\w*|gruppendiskussion\w*|rollenspiel\w*|unterrichtsbesuch\w*|wochenende (?:auf|bei|in|im))\b"
            r"|\bmit (?:Ihnen|dir) geführte\w*|\bgespräche? (?:\w+ uns )?(?:hatten|hattest|führten|geführt)\b"
        ),
        (
            r"\b(?:(?:ihre?|deine?) (?:probe|\w*vorspiel)(?! ?zeit)|(?:unser\w*|der|den) (?:kaffee"
            r"|mittagessen) (?:mit|in|am|bei)"
            r"|(?:tage?n?|stunden|schichten?|woche) (?:\w+ ){0,3}bei uns|kennengelernt|kennenzulernen"
            r"|persönlich getroffen|unterhalten haben|gesprochen|fürs vorbeikommen"
            r"|kennenlernen (?:konnten|durften|konnte|durfte)|wie (?:eben |gestern |schon )?(?:am telefon"
            r"|telefonisch) besprochen"
            r"|(?:war|hat)\b[^.;!?]{0,40}\b(?:bei uns zu haben|mit (?:ihnen|dir) zu (?:reden|sprechen|plaudern))"
            r"|auf (?:sich|dich) genommen|danke? für (?:ihre|deine) zeit am \w+tag(?=[.,;!])|kaffee neulich"
            r"|vorgestellt|persönlich(?:e|en|es)? (?:vorstellung|kennenlernen)|zweite runde|der zweiten runde(?! der)"
            r"|letzten? runde|endrunde|finalrunde|hearing|zur probe gearbeitet|engste[nr]? wahl"
            r"|hospitiert|geschnuppert|zum schnuppern|fürs probearbeiten|kein angebot machen"
            r"|vorgespielt|vorgesungen|vorgesprochen|mitgeholfen|mitgearbeitet|zur probe da|zu besuch (?:waren|warst)"
            r"|zweite wahl|knapp dahinter"
            r"|zu uns gekommen|bei uns waren|bei uns warst|hier warst|hier waren|dagewesen|da warst)\b"
        ),
    ),
    "fr": (
        (
            r"\b(?:(?:jours?|matins?|matinées?|heures|journées?|services?) que (?:vous avez|tu as) (?:passé|fait)\w*"
            r"|fait le déplacement|(?:deux|trois) derniers|(?:journée|matinée|soirée"
            r"|semaine"
            r"|week-end) (?:d['\u2019]essai|de (?:recrutement|sélection)|découverte)|d['\u2019](?:être|avoir été)"
            r" (?:passée?s?|venue?s?|là|reçue?s?)|venue|devant (?:la|le|notre) (?:commission|comité|jury|panel)"
            r"|reçue?s? par (?:notre|nos|l['\u2019]équipe|le|la)|temps passé (?:ensemble|avec (?:nous|toi|vous"
            r"|l['\u2019]équipe))|(?:ta|votre) visite(?! (?:sur|de notre (?:site|page)))"
            r"|(?:ton|votre) passage (?:à|au|chez|dans)|votre"
            r" connaissance|ta connaissance|suite (?:entretien|rencontre|visite|rdv))\b"
        ),
        (
            r"\b(?:notre|nos|votre|ton|tes|vos|cet|l['\u2019]|les|des|derniers?|suite à|lors de|après"
            r"|pendant|de|d['\u2019]un|d['\u2019]|trois|deux|quatre|(?:malgré"
            r"|après) une?) ?(?:\w+ )?(?:entretiens?|entrevues?"
            r"|échanges?|rencontres?|rendez-vous|rdv|visite|audition|oral|visio|conversation|discussion"
            r"|appel|essai|soutenance|présentation|process)\b"
        ),
        (
            r"\b(?:(?:passé|eu|fait) un entretien|rencontré\w*|rencontrer|échangé|échanger|reçus? en|entendus?"
            r"|auditions|auditionn\w+"
            r"|nous avons (?:pu )?discut\w+|venu\w*|passées avec|déplacé\w*"
            r"|(?<!prions de )(?<!prie de )(?<!uillez )recevoir|parler|discuter|jury"
            r"|au téléphone)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:la|las|tu|tus|su|sus|nuestra|última|segunda|primera|tras|después de|en|esta|de|por|una"
            r"|dos|tres|hiciste|hizo|tuviste|tuvo) (?:\w+ )?(?:entrevistas?|charlas?|reunión|reuniones"
            r"|conversación|conversaciones"
            r"|videollamada|llamada|visita|encuentro)\b"
        ),
        (
            r"\b(?:(?:mañanas?|días?|tardes?|horas|turnos?) que (?:hiciste|pasaste|has hecho|has pasado|hizo|pasó)"
            r"|en persona|viniste|pasaste por|te pasaste|segunda opción|rato que|conocerte|conocerle|conocerla"
            r"|conocerlo"
            r"|conversar|charlar|platicar|hablar contigo|venir|pasarte|acercar(?:te|se) (?:a (?:vernos|conocernos"
            r"|la \w+)|hasta)|vernos"
            r"|tiempo al teléfono|habla(?:r|mos|ste) (?:\w+ ){0,2}por (?:teléfono|zoom|teams|videollamada)"
            r"|cuando hablamos(?=[.,;!])|(?:tu|su) tiempo (?:el|del|este) (?:lunes|martes|miércoles|jueves|viernes"
            r"|otro día)(?=[.,;!])"
            r"|hacer(?:te|le)? (?:una )?oferta"
            r"|vinieras|entrevistarte|entrevistad\w+|entrevistaste|última ronda|ronda final"
            r"|haber(?:te|le|la|lo|os|los|las)? (?:conocid|recibid|vist|tenid|escuchad)\w+|dinámicas? (?:de grupo"
            r"|grupal\w*)"
            r"|(?:te|le|la) (?:conocimos|recibimos|vimos)"
            r"|final del proceso|terna|finalistas?|recibirte|audición)\b"
        ),
    ),
    "it": (
        (
            r"\b(?:il|i|del|dei|al|tuo|suo|nostro|nostri|dopo|durante|ultimo|secondo|primo|un|per|di|nel"
            r"|due|tre|il suo|la|tua|sua|della|alla) (?:\w+ )?(?:(?<!periodo di )prova"
            r"(?! (?:scritt|tecnic|onlin|preselett|attitud"
            r"|logic|pratic|psico|d['\u2019]esame|di (?:cod|selez|ammiss|preselez)))|colloqui\w*|incontr[oi]"
            r"|chiacchierata|telefonata|videochiamata"
            r"|intervista|conversazione|prova orale|visita)\b"
        ),
        (
            r"\b(?:(?:dell|all|nell|l|un)['\u2019](?:incontro|audizione|intervista)|(?:mattin[ae]|giorn[io]"
            r"|giornat[ae]|or[ae]|turn[io]|settiman[ae]) che"
            r" (?:hai|ha) (?:fatto|passat|trascors|lavorat)\w*|(?:essere|sei|è) (?:passat"
            r"|venut)\w+|seconda scelta|farti un['\u2019]offerta"
            r"|farLe un['\u2019]offerta|conoscerti|conoscerla"
            r"|conoscerci|incontrarti|incontrarla|incontrato|parlato"
            r"|aver(?:ti|la|lo|vi) (?:conosciut|incontrat|vist|avut|qui|in|con)\w*|fine settimana di prova"
            r"|dinamica di gruppo|prova di gruppo|audizione|è stat[oa] (?:\w+ )?(?:bello"
            r"|piacere) (?:\w+ )?chiacchierare|esserci (?:visti|visto|parlati|sentiti)"
            r"|tempo al telefono(?! con)|(?:detti|sentiti|parlati|parlato) (?:\w+ )?al telefono"
            r"|dedicato (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato)(?=[.,;!])"
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
            r"\b(?:(?:ochtend|dag|uren|dienst|week)(?:en)? die (?:je|u) (?:bij ons )?(?:hebt|deed|draaide|meedraaide)"
            r"|deel aan (?:de|het) mondelinge?|rollenspel|gesprekspartner|tweede keus|meeliep\w*|meedraai\w*"
            r"|meegedraaid|meewerk\w*|dagje mee\w*"
            r"|groepsopdracht|auditie|proefwerken|hier was|(?:je|jouw|uw) tijd aan de telefoon"
            r"|zoals telefonisch besproken"
            r"|rondleiding die (?:je|u) (?:ons|mij) gaf|koffie (?:vorige|laatst|van)|de reis (?:hebt|heeft) gemaakt"
            r"|meegelopen|(?:het|je|uw) meelopen|je praatje|(?:je|u"
            r"|jou) te (?:ontmoeten|spreken)"
            r"|gesproken|ontmoet|ontmoetten"
            r"|kennisgemaakt|kennis te maken|kennismaken|langskwam"
            r"|langs bent|langs geweest|langskomen|op gesprek (?:was|geweest|kwam|bent)|leren kennen"
            r"|laatste ronde|eindronde)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:a|as|na|nas|da|das|tua|sua|suas|nossa|última|segunda|após|depois d\w+|pela|uma|esta"
            r"|duas|de|fez|fizeste|teve|tiveste) (?:\w+ )?(?:entrevistas?|conversas?|reunião|reuniões|chamada"
            r"|visita|videochamada"
            r"|bate-papo|ligação|banca|prova oral|aula)\b"
        ),
        (
            r"\b(?:(?:manhãs?|dias?|tardes?|horas|turnos?) que (?:fizeste|passaste|fez|passou)"
            r"|conhecer-te|conhecê-l[oa]|te conhecer"
            r"|conhecer você|conversar|conversámos|conversamos"
            r"|falar (?:contigo|consigo|com você)|pass[aá]mos junt\w+|(?:dia|tarde|manhã|turno|semana) (?:de"
            r" experiência"
            r"|experimental|de seleção)|dinâmicas? (?:de grupo|em grupo)|ter (?:te |a |o |lhe )?(?:conhecid"
            r"|recebid)o|audição"
            r"|(?<!nçar )(?<!nçamos )(?<!seguir )(?<!seguimos )"
            r"(?<!nuar )(?<!nuamos )(?<!contar )(?<!contamos )(?<!ficar )contigo"
            r"|falámos|vermos|disponibilidade (?:em|para) vir(?! (?:trabalhar|a|integrar)\b)|(?:teres|tivesse) vindo"
            r"|fal\w+ com (?:[oa] )?\w+ pel[oa] (?:zoom|teams|telefone|skype)"
            r"|(?:por|de) (?:teres|ter|passares|passar|vires|vir) (?:por|até|aqui|cá)|tempo ao (?:telefone|telemóvel)"
            r"|recebê-l[oa]|última fase|fase final|etapa final|finalistas?"
            r"|bate-papo|ter vindo|ter passado|receber-te|recebermos|recebê-lo|vieste|segunda opção)\b"
        ),
    ),
}

MET = by_language(
    {
        one: (*patterns, rf"\b{TRIALS[one]}\b", rf"\b{begun} (?:[\w-]+ )?{period}\b")
        for one, patterns in _INTERVIEW.items()
        for begun, period in [PERIODS[one]]
    }
)

#: Talks, which somebody who is thanked for one has had.
TALK = re.compile(
    r"\b(?:interviews?|phone screen|\w*gespräche?n?|entretiens?|entrevues?|entrevistas?|colloqui\w*|\w*gesprek(?:ken)?)"
    r"\b(?! (?:invit|request|slot|short-?list|list)\w*)",
    re.IGNORECASE,
)
