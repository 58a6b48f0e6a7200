"""Words by which an employer welcomes another application, or keeps this one, in seven languages."""

from __future__ import annotations

import re


def _words(*patterns: str) -> re.Pattern[str]:
    """Return what finds any of some patterns, from where a word begins to where one ends."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


#: To apply, write, come or be heard of once more, or the time that must pass before.
AGAIN = _words(
    # English
    r"hear from you (?:again|then)|(?:think of|remember|keep) us(?: in mind)?|in touch again|reconsider\w*"
    r"|consider (?:\w+ ){1,3}?again|check back",
    r"put in (?:\w+ ){0,3}?again",
    r"(?:tried|trying|ask|send|submit|drop|stop|pop|swing|sit|take|compete|check|look|see) (?:\w+ ){0,4}?again",
    r"(?:try|knock|write|come|get in touch|contact|talk|speak|ping|reach out|reconnect|touch base|call) (?:\w+ ){0,3}?"
    r"(?:again|back)",
    r"appl\w+ (?:\w+ ){0,4}?(?:again|once more|afresh)|re-?(?:appl|submi)\w+|a (?:fresh|new) (?:cv|r[ée]sum[ée])",
    r"(?:another|new|fresh|further|future|your next) application|between (?:(?:two|any two) )?applications",
    r"(?:waiting|cooling-off|lock-out|exclusion) (?:period|time)|please (?:leave|allow"
    r"|wait)(?: \w+){1,3} (?:months?|years?)",
    r"re-?(?:sit|sat|tak|writ|do)\w* (?:\w+ ){0,4}?(?:tests?|assessments?|exam(?:ination)?s?|papers?"
    r"|trials?|challenges?)|re-?test(?:ed|ing)?",
    # German
    r"wieder von (?:ihnen|dir|euch) (?:zu )?(?:hören|lesen)|(?:erneut|wieder) (?:zu )?(?:prüf|berücksichtig)\w+",
    r"(?:melde?n?|(?:schreib|versuch|probier|schick|send|zeig|frag|komm|schau|klopf|sprich|sprech|nimm|nehm"
    r"|bew[ei]rb)\w*)"
    r" (?:\S+ ){0,8}?(?:noch ?mals?|noch einmal|wieder|erneut)",
    r"(?:erneut\w*|wieder|nochmals?|noch einmal|abermals|neu) (?:\w+ ){0,4}?(?:bew[ei]rb\w*|melde\w*|versuch\w*)",
    r"(?:noch ?mals?|noch einmal|wieder|erneut) (?:\S+ ){0,2}?(?:an(?:zu)?klopfen|vorbei\w+|(?:nach|an)?(?:zu)?fragen"
    r"|teil(?:zu)?nehmen|ab(?:zu)?legen|absolvieren|an(?:zu)?treten)"
    r"|(?:erneute|neue|weitere|zweite)[nr]? bewerbung|neue bewerbungen|wieder\w*bewerb\w*",
    r"(?:\w*verfahren|\w*prüfung|\w*test) (?:\S+ ){0,6}?wiederhol\w+|(?:sperr|warte|karenz)(?:frist|zeit)"
    r"|zwischen (?:zwei|den) bewerbungen",
    # French
    r"pens\w+ à nous|(?:vous|te) relire|retent(?!ion)\w+|ré(?:écri|essa|inscri)\w+|représent\w+|renvo(?:yez|yer|ie)"
    r"|repass(?:ez|er|e)|refai(?:tes|re|s)|re(?:venez|viens|venir|contacte\w*)|(?:re|à nouveau |de nouveau )postul\w+",
    r"(?:candidat|postul|présent|tent|étudi|examin|envoy|adress|pass)\w+ (?:\S+ ){0,4}?(?:à|de) nouveau",
    r"postul\w+ (?:encore|(?:\S+ ){0,4}?nouvelle fois)|renouvel\w+ (?:votre |ta |une )?candidature"
    r"|(?:nouvelle|prochaine) candidature|délai (?:de carence|d['\u2019]attente)",
    r"entre (?:deux |les |dos |las |duas |as )?candidatur[ae]s",
    # Spanish
    r"saber de (?:ti|usted)|piens\w+ en nosotros|(?:volver|vuelv\w+) a \w+|renov\w+ (?:la|tu|su) candidatura"
    r"|candidaturas? se pueden? renovar|entre una candidatura y|otra (?:candidatura|solicitud)",
    r"(?:int[eé]nt|postul|present|solicit|inscr|env[ií]|mand|p[áa]s)\w+ (?:\S+ ){0,4}?(?:de nuevo|otra vez|nuevamente)",
    r"nuevas? (?:candidaturas?|solicitud(?:es)?|postulaci(?:ón|ones))"
    r"|(?:periodo|plazo) de (?:espera|carencia) (?:de \S+ \S+ )?(?:para|antes)",
    # Italian
    r"pens\w+ a noi|rilegger\w+|ri(?:scriv|sent|tent|contatt|candid|prov|present|mand|spedi)\w+|ripass(?:i|a|ate|are)",
    r"(?:un['\u2019]altra|nuova|prossima) candidatura|altre (?:\w+ )?candidature|nuova domanda|valutare nuovamente",
    r"candid\w+ (?:\S+ ){0,4}?(?:di nuovo|nuovamente|ancora)|(?:nuovamente|di nuovo) candid\w+"
    r"|torn(?:are|i|a|ate) a trovarci|rifarsi (?:vivo|viva)",
    r"ripetere (?:la prova|il test|la selezione|il concorso)|sosten\w+ (?:\S+ ){0,2}?(?:di nuovo|nuovamente)"
    r"|periodo di attesa|[tf]ra (?:una candidatura"
    r"|due candidature)",
    # Dutch
    r"(?:weer|opnieuw) (?:van|over) (?:je|jou|u)|denk\w* aan ons|nieuwe sollicitatie|meedoen|tussen (?:twee "
    r"|de )?sollicitaties"
    r"|wacht(?:tijd|termijn|periode)",
    r"(?:probeer|reageer|sollicit|meld|schrijf|stuur|kom|bel|vraag|loop|neem)\w* (?:\S+ ){0,6}?"
    r"(?:nog eens|opnieuw|nogmaals|weer)",
    r"(?:opnieuw|nogmaals|weer|nog eens) (?:(?:\w+ ){0,4}?(?:sollicit\w+|reageren|proberen|aanmelden)"
    r"|(?:\S+ ){0,8}?(?:deel(?: te )?nemen|mee(?: te )?doen|af(?: te )?leggen))",
    r"\w*(?:test|toets|examen|proef) (?:\S+ ){0,5}?(?:opnieuw|nogmaals|nog eens) (?:doen|maken)|herkans\w*",
    # Portuguese
    r"repetir (?:o teste|a prova|o exame|a avaliação)",
    r"pens\w+ em nós|(?:nova|outra)s? candidaturas?|nova inscrição|recandidat\w+|(?:prazo|período) de carência",
    r"(?:candidat[\w-]+|inscrev[\w-]+|(?:concorr|tent|mand|envi|pass|aparec|escrev)\w+) (?:\S+ ){0,4}?"
    r"(?:de novo|novamente|outra vez)",
    r"volt(?:ar|e|a) a (?:se )?(?:candidat[\w-]+|inscrev[\w-]+|contact[\w-]+|tentar|concorrer|enviar|mandar|passar"
    r"|escrever"
    r"|participar|aparecer)",
)

#: When the employer next seeks somebody, or lets somebody try: "the advert goes up again in February". Only what opens
#: once more, or next: other candidates' rounds begin too.
OPENS = re.compile(
    r"\b(?:(?:application window|window|intake|cohort|advert\w*|competition|campaign|registrations?|recruitment"
    r"|applications?)(?: (?!in\b|on\b|and\b|for other\b)[\w'\u2019-]+){0,5}?"
    r" (?:opens?|re-?opens?|goe?s? (?:up|out|live)|(?:will be|is|are) re-?(?:advertised|posted|opened))"
    r"|(?:next|new) (?:intake|cohort|application window|recruitment) (?:opens?|starts?|begins?|is|from)"
    r"|(?:accept|take|consider|welcome) (?:(?:a|an|another) )?(?:fresh|new|further|next)(?: [\w-]+){0,2}?"
    r" (?:applications?|registrations?|form)"
    r"|bewerbungen (?:\S+ ){0,10}?(?:wieder|erneut|möglich|entgegen)"
    r"|(?:nehmen|nimmt) (?:\S+ ){0,3}?(?:neue )?bewerbungen"
    r"|wiederholung|(?:neue|nächste) (?:ausschreibung|bewerbungsrunde|bewerbungsphase) (?:öffnet|startet|beginnt"
    r"|folgt|erfolgt)"
    r"|(?:candidatures|inscriptions|campagne|dépôt)(?: \S+){0,6}? (?:rouvr\w+|ouvrir\w*|ouvrent|repren\w+)"
    r"|(?:hir|recruit)\w* (?:\w+ ){0,3}?again|stell\w+ (?:\w+ ){0,4}?wieder (?:\w+ )?ein\b"
    r"|recrut\w+ (?:\w+ )?(?:à|de) nouveau|volv\w+ a (?:contratar|buscar|reclutar|seleccionar)"
    r"|torn\w+ (?:ad assumere|a (?:cercare|selezionare|assumere))|(?:nemen|zoeken) (?:\w+ ){0,3}?weer"
    r"|volt\w+ a (?:contratar|procurar|buscar|recrutar|selecionar)"
    r"|rappelez-(?:moi|nous)|(?<!vous )(?<!te )(?<!je )rappelle(?:-moi|-nous)?(?= en\b| à partir| dès)"
    r"|(?:convocatoria|inscripciones|plazo|postulaciones|bolsa)(?: \S+){0,6}? (?:se )?(?:re)?abr(?!il)\w+"
    r"|(?:(?:re)?abr(?!il)|public)\w+ (?:\S+ ){0,4}?(?:convocatoria|inscripciones|plazo|postulaciones|bolsa|proceso"
    r"|vacantes"
    r"|plazas)"
    r"|(?:candidature|domande|iscrizioni|selezioni|bando|concorso)(?: \S+){0,6}? (?:ri)?apr(?:e|ono|ir\w+)"
    r"|(?:ri)?apri(?:amo|remo) (?:\S+ ){0,4}?(?:candidature|iscrizioni|selezioni|posizion\w+)"
    r"|re-?advertis(?:ed|ing|e)|re-?list(?:ed|ing)|(?:advertis|post|publish|list)\w* (?:\w+ )?again"
    r"|republi\w+|ripubblic\w+|neu aus(?:ge)?schr\w+|opnieuw (?:geplaatst|uitgezet|opengesteld)"
    r"|volver\w* a (?:publicar|convocar)|public\w+ (?:de novo|novamente)|prossim[oa] (?:concorso|bando|selezione)"
    r"|another round (?:is|has been) planned|abr\w+ outra turma"
    r"|richiam(?:i|aci|ami|ateci|atemi)"
    r"|(?:inschrijving|sollicitaties|vacature|lichting|werving)(?: \S+){0,6}? (?:open|opent|heropen\w*)"
    r"|(?:zien|horen|spreken) (?:we|wij|ik) (?:je|u|jou) (?:\S+ ){0,2}?(?:terug|weer)"
    r"|(?:candidaturas|inscrições|edital|concurso|seleção|processo seletivo)(?: \S+){0,6}? (?:re)?abr(?!il)\w+"
    r"|(?:re)?abr(?:e|em|imos|iremos|irá|irão) (?:\S+ ){0,4}?(?:candidaturas|inscrições|edital|concurso|processo"
    r"|vagas))\b",
    re.IGNORECASE,
)

#: Words by which a day is one until which, or on which something else becomes of it.
CLOSES = re.compile(
    r"\b(?:until|till|cannot|can.t|not|nicht|pas|non|niet|não|only|close[sd]?|bis|schließt|jusqu\S*|hasta|cierr\w+"
    r"|fino a|chiud\w+"
    r"|tot|sluit\w*|até|encerra\w*)\b",
    re.IGNORECASE,
)

#: What the employer does themselves: "we will come back to you in two weeks" invites nobody.
THEIRS = re.compile(
    r"\b(?:we|i)(?:['\u2019]ll| will| shall| would|['\u2019]d)? (?:\w+ ){0,2}(?:be (?:\w+ )?(?:back|in touch)"
    r"|(?:come|get|write|call|contact|reach) (?:\w+ ){0,2}(?:back|in touch|again|you))"
    r"|\b(?:wir|ich) (?:melden?|schreiben?|kommen?)\b|\b(?:melden|melde|kommen) (?:wir|ich)\b|\b(?:nous"
    r"|je) (?:vous |te )?(?:revien\w+|recontact(?!er\b|ez\b)\w+)"
    r"|\b(?:volveremos(?! a (?:contratar|buscar|reclutar|seleccionar|abrir))|volveré|nos pondremos)\b|\b(?:la"
    r"|ti|vi|ci) \w+[ei]r(?:emo|ò)\b|\b(?:wij|we|ik) (?:nemen"
    r"|komen|laten|neem|kom)\b"
    r"|\b(?:voltaremos(?! a (?:contratar|procurar|buscar|recrutar|selecionar|abrir))|voltarei|entraremos)\b",
    re.IGNORECASE,
)

#: A test that somebody else holds, of a language or for a licence: to repeat it is not to apply again.
OTHERS_TEST = _words(
    r"(?:(?:repeat\w*|retak\w*|resit\w*) (?:\w+ ){0,2}?)?(?:(?:language|english|driving|theory|eye(?:sight)?|hearing"
    r"|drugs?|medical|licen[cs]e) (?:test|exam(?:ination)?)|toefl|toeic|ielts|delf|dele)",
    r"(?:wiederholung (?:\w+ )?)?(?:sprach|deutsch|englisch|führerschein|fahr|theorie|seh|hör)\w*(?:tests?|prüfung)",
    r"(?:(?:repass|refai|représent|retent)\w* (?:\S+ ){0,2}?)?(?:test|examen) (?:de |d['\u2019])(?:langues?|anglais"
    r"|français|conduite)",
    r"(?:(?:repetir|volver a \w+) (?:\w+ ){0,2}?)?(?:examen|test|prueba) de (?:inglés|español|idiomas?|lengua"
    r"|conducir)",
    r"(?:(?:ripet|rifa)\w* (?:\w+ ){0,2}?)?(?:test|prova|esame) d(?:i |['\u2019])(?:lingua|inglese|italiano|guida)",
    r"(?:taal|rij|theorie)(?:toets|examen|test)",
    r"(?:(?:repetir|voltar a \w+) (?:\w+ ){0,2}?)?(?:teste|exame|prova) de (?:línguas?|inglês|português|condução)",
)

#: What becomes of the papers: "the form will be destroyed on 12 August".
GONE = re.compile(
    r"\b(?:retention|conservation|aufbewahr|destroy|delet|eras|gelöscht|lösch|vernichte|supprim|effac|suprim|elimin"
    r"|cancellat[ioae]|distrutt|verwijder"
    r"|vernietig|apagad)",
    re.IGNORECASE,
)

#: What one may do only so often, or not for so long.
APPLIES = re.compile(
    r"\b(?:appl(?:y|ied|ying)|considered|submit|one application|bewerben|eine bewerbung|postul(?:er|ar\w*)|candidater"
    r"|candidar(?:si|ti|mi|se)|(?:seule|una|sola|única|uma) (?:candidatur[ae]|solicitud)|present\w+|inscrib\w+"
    r"|inscrev\w+"
    r"|solicitar|(?:één|een) sollicitatie|solliciteren|candidatar)\b",
    re.IGNORECASE,
)

#: What is kept, where nothing says that it is the application.
ON_FILE = re.compile(
    r"\b(?:on file|talentpool|bewerberpool|(?:talent|candidate|applicant) (?:pool|database|community)|(?:keep|retain"
    r"|hold|hang|store)\w* (?:\w+ ){0,3}(?:cv|resume|résumé|details|data|applications?|profile|information|documents)"
    r"|(?:cv|resume|résumé|details|data|application|profile|information|documents)\b.{0,60}\b(?:kept|retained|stored"
    r"|held|(?:remain|stay)\w* (?:\w+ )?(?:on|in) (?:our|the) (?:\w+ )?(?:system|database|files?|records))"
    r"|(?:unterlagen|lebenslauf|bewerbung|profil|daten|bewerberpool|talentpool)\b.{0,80}\b(?:auf(?:zu)?bewahr\w*"
    r"|\w*speicher\w*|behalten|vorgemerkt|aufnehmen|verbleib\w*)|(?:behalten|speichern|bewahren|heben) (?:\S+"
    r" ){0,6}(?:unterlagen|lebenslauf|bewerbung|profil|daten)|(?:unterlagen|lebenslauf|bewerbung|profil"
    r"|daten)\b.{0,40}\b(?:bewahren|behalten|speichern)|in (?:\w+ )?(?:bewerber)?evidenz (?:\w+ )?(?:zu )?(?:gehalten"
    r"|halten|nehmen|genommen|aufgenommen|bleib\w+|geführt|führen)|evident (?:zu )?(?:gehalten|halten)|(?:halten|führen"
    r"|nehmen) (?:\S+ ){1,10}?in (?:\w+ )?(?:bewerber)?evidenz|(?:unterlagen|lebenslauf|bewerbung|mappe) bleib\w+"
    r" (?:\S+ ){0,4}bei uns|(?:quedamos|quedo) con (?:tu|su) (?:cv|curr[ií]culum)|(?:candidature|dossier|cv|données"
    r"|profil|candidatura|curr[ií]cul\w+|dados|datos|dati)\b.{0,60}\b(?:conserv|guardad|almacenad|armazenad|mantid)\w+"
    r"|(?:conserv\w+|gard\w+) (?:\S+ ){0,4}(?:cv|candidature|dossier|coordonnées|profil)|vivier|cvthèque|(?:conserv\w+"
    r"|guard\w+|manten\w+) (?:\S+ ){0,4}(?:cv|curr[ií]cul\w+|candidatura|domanda|datos|perfil|dati|profilo)|(?:base de"
    r" datos|bolsa de (?:trabajo|empleo)|banca dati)|(?:bewaren|bewaard|bewaar|houden) (?:\S+ ){0,5}(?:cv|sollicitatie"
    r"|gegevens|profiel)|(?:cv|gegevens|sollicitatie)\b.{0,60}\b(?:bewaren|bewaard|portefeuille)|(?:guard\w+|mant\w+"
    r"|conserv\w+) (?:\S+ ){0,4}(?:cv|curr[ií]culo|candidatura|dados|perfil)"
    r"|banco de (?:talentos|currículos|dados))\b",
    re.IGNORECASE,
)
