"""Words of interviews and tests that are spoken of and never were, in seven languages."""

from __future__ import annotations

import re

from pipeline.reading.stage.trials import TRIALS
from pipeline.reading.stage.unreached import UNREACHED
from pipeline.reading.text.by_language import by_language

#: Meetings of every kind, by language.
MEETINGS = {
    "en": r"(?:interviews?|auditions?|trials?|try-?outs?|visits?|selection|assessment (?:day|cent(?:re|er))|group"
    r"|lesson|panel|chats?|talks?|conversations?|calls?|phone screens?)",
    "de": r"(?:\w*gespräche?n?|\w*interviews?|auswahltag\w*|probe\w+|vorsingen|vorsprechen|hospitation|kennenlernen)",
    "fr": r"(?:entretiens?|entrevues?|auditions?|oral|oraux|journée|essai|rencontres?|échanges?|jury)",
    "es": r"(?:entrevistas?|dinámicas?|prueba|jornada|audición|charlas?|reunión|visita|conversaci(?:ón|ones))",
    "it": r"(?:colloqui\w*|prova|giornata(?: di prova)?|audizione|incontr[oi]|visita|chiacchierata)",
    "nl": r"(?:\w*gesprek\w*|interviews?|\w+dag|auditie|proefles|kennismaking|bezoek)",
    "pt": r"(?:entrevistas?|dinâmicas?|prova|audição|conversas?|visita|reunião)",
}

#: A meeting that cannot be: `ne pourrons pas vous rencontrer`.
_CANNOT = {
    "en": r"(?:unable|not|cannot|can['\u2019]?t|won['\u2019]t) (?:(?:be )?able )?(?:to |be )?(?:meet|see|interview"
    r"|audition)\w*|not (?:be )?invit\w+|(?:calls?|interviews?|chats?|visits?"
    r"|meetings?)\b[^.;,]{0,15}\b(?:won['\u2019]t"
    r"|will not|isn['\u2019]t going to|not be) (?:be )?(?:happen|take|tak|need|necessary|go)\w*",
    "de": r"(?:nur|nicht alle|leider nicht|nicht)(?: \w+){0,4} (?:kennen ?lernen|kennenzulernen)|für die nächste"
    r" runde\b[^.;]*"
    r"|nicht zu (?:den|denen|denjenigen|jenen)\b[^.;]*|(?:kennen ?lernen|gespräch"
    r"|vorstellung)\b[^.;]{0,30}\bverzicht\w*"
    r"|nicht (?:\w+ )?(?:einladen|eingeladen|einzuladen)|(?:(?:im|in) gespräch|gespräche) mit (?:\w+ )?(?:ander"
    r"|weiter|mehrer)\w+",
    "fr": r"pas (?:\w+ ){0,2}(?:vous |te |t['\u2019]|tout le monde )?(?:inviter|rencontrer|recevoir|auditionner"
    r"|entendre|voir)",
    "es": r"no (?:\w+ )?(?:invitarte|invitarle|citarte|citarle|conocerte|conocerle|recibirte|recibirle|entrevistarte"
    r"|entrevistarle)",
    "it": r"non (?:\w+ )?(?:invitar|convocar|incontrar|conoscer|vederti|riceverl)\w+",
    "nl": r"niet (?:uit te nodigen|uit(?:ge)?nodig\w*)"
    r"|(?<!na het )(?<!in het )(?<!tijdens het )(?<!na ons )(?<!na je )(?<!na uw )(?<!na dit )"
    r"(?:gesprek|praatje|babbel|kennismaking)\b[^.;!?]{0,30}\bniet"
    r"|hoef\w*\b[^.;!?]{0,40}\bniet\b[^.;!?]*|niet (?:\w+ )?(?:ontmoeten|zien|te spreken|kennis ?maken)",
    "pt": r"não (?:\w+ )?(?:convidá-l|convocar-t|convidar-t|conhecê-l|conhecer-t|recebê-l|entrevistá-l)\w+",
}

#: Meetings that are being held with others, or will be: `die Gespräche laufen bereits`.
_HELD = {
    "en": r"(?:places?|spaces?|slots?) (?:\w+ ){0,2}(?:on|at|in|for) (?:\w+ ){0,2}(?:assessment|selection"
    r"|trial)\w*(?: days?)?",
    "de": r"(?:die|unsere|erste|weitere) (?:\w+ )?\w*(?:gespräche|interviews)(?: [^\s.;]+){0,6}? (?:laufen|finden"
    r"|fanden|sind"
    r"|werden|wurden|beginnen|starten|führen)",
    "fr": r"(?:les|nos|des) (?:premiers )?(?:entretiens|auditions) (?:sont|ont|auront|se|seront|commenc\w+|début\w+)",
    "es": r"(?:las|nuestras) entrevistas (?:ya )?(?:están|son|se|serán|comienzan|comenzarán|tendrán|empiezan|siguen)",
    "it": r"i (?:nostri )?colloqui (?:già )?(?:sono|si|inizi\w+|saranno|avranno|stanno)",
    "nl": r"(?:de|onze) (?:eerste )?(?:gesprekken|interviews) (?:lopen|zijn|vinden|worden|starten|staan|beginnen)",
    "pt": r"(?:as|nossas) entrevistas (?:já )?(?:estão|vão|decorr\w+|serão|começ\w+|acontec\w+|termin\w+|encerr\w+)",
}

#: A list of those who will be met, without the reader: `your name is not among them`.
_NOT_LISTED = {
    "en": r"not among (?:them|those)|(?:not|\w+n['\u2019]t) (?:(?:get|make|made) )?(?:it )?on(?:to)? (?:it|(?:the"
    r"|our) (?:\w+ )?\w*list)"
    r"|(?:not|\w+n['\u2019]t) one of (?:them|those|these|the (?:names|ones|\w+ (?:chosen|names)))",
    "de": r"nicht (?:darunter|dabei|dazu)|nicht auf (?:der|unserer) \w*liste",
    "fr": r"n['\u2019](?:en|y) \w+ pas|ne figure(?:z|s)? pas|n['\u2019]est pas sur la liste|ce ne sera pas (?:toi"
    r"|vous)",
    "es": r"no (?:figura|aparece)s?|no (?:se encuentra|est[áa]s?) entre|no (?:integra|entr)\w* (?:en )?(?:la|dicha"
    r"|esa) (?:lista|terna)",
    "it": r"non (?:vi |ne )?(?:è|figura|rientra) (?:tra|fra|nell)\w*|non è entrat[oa] nella",
    "nl": r"(?:daar|er|hier) (?:\w+ ){0,3}niet (?:bij|tussen)|niet op (?:de|onze) \w*lijst",
    "pt": r"não (?:está|consta|figura) (?:entre|n[ao])|não entrou na lista",
}


#: Words for the reader, and for reader and writer together: a sentence with them tells of no list of others.
READER = {
    "en": r"you|your",
    "de": r"(?-i:Sie|Ihnen|Ihr\w*)|d(?:u|ich|ir|ein\w*)|danke|dank",
    "fr": r"vous|votre|vos|tu|te|toi|ton|ta|tes|notre",
    "es": r"usted|su|tu|te|ti|contigo|le|nuestr\w+",
    "it": r"(?-i:Lei|Suo|Sua)|ti|tu|te|tuo|tua|nostr\w+",
    "nl": r"je|jij|jou\w*|u|uw|ons",
    "pt": r"você|te|ti|tu|teu|tua|consigo|contigo|sua|seu|noss\w+",
}


#: A way to a meeting that is barred: a verb of going on after a `not`, what that verb leads to, and what the words of a
#: meeting that was held stand after.
_BARRED = {
    "en": (
        r"(?:not|\w+n['\u2019]t|cannot|unable)",
        r"(?:advanc|progress|mov|proceed|tak|put|invit|ask|bring|pass|go|get|mak|made|reach|select|offer)\w*",
        r"(?:to|for|into|onto|before|you an?)",
        (
            r"after|following|since|from|based|despite|but|(?:al)?though|thank\w*|enjoy\w*|appreciat\w*"
            r"|grateful|basis|second|third|final|next|another"
        ),
    ),
    "de": (
        r"(?:nicht|keine?[mnrs]?)",
        r"(?:auswähl|ausgewähl|berücksichtig|weiter|vorgeseh|zugelass|gelang|komm)\w*",
        r"(?:für|zu[mr]?|in)",
        r"nach|seit|aus|trotz|aber|dank\w*|bedank\w*|freut\w*|zweite\w*|letzte\w*|weitere\w*",
    ),
    "fr": (
        r"(?:ne|n['\u2019]\w+|pas|non)",
        r"(?:reten|figur|pass|acc[éè]d|invit|propos|présent|soumis|admis|convoqu)\w*",
        r"(?:à|au|aux|d['\u2019]|de|des|pour|un|une|en vue d['\u2019]|en vue des)",
        r"après|suite|issue|terme|vu|lors|malgré|merci|remerci\w*|mais|deuxième|second\w*|final\w*|votre|notre",
    ),
    "es": (
        r"no",
        r"(?:cit|convoc|invit|llam|pas|qued|ir|avan[zc]|segu|sig|ven|pod[re])\w*",
        r"(?:a|al|para|con)",
        r"tras|después|desde|pese|pesar|base|debido|gracias|agrade\w+|pero|aunque|segunda|última|final",
    ),
    "it": (
        r"non",
        r"(?:chiam|invit|convoc|entr|pass|sottopo|proced|prosegu|ven|far)\w*",
        r"(?:a|ad|al|alla|ai|per|dei)",
        r"dopo|seguito|base|causa|grazie|ringrazi\w+|ma|second\w+|ultim\w+|finale",
    ),
    "nl": (
        r"(?:niet|geen)",
        r"(?:door|vraag|vragen|plan|lijst|kom|mee|uit)\w*",
        r"(?:naar|voor|op|tot)",
        r"na|sinds|uit|aanleiding|basis|bedank\w*|dank\w*|maar|tweede|laatste",
    ),
    "pt": (
        r"não",
        r"(?:cham|convid|convoc|traz|trag|pass|seg|entr|avanç|prosseg|vir|vale)[\w-]*",
        r"(?:a|à|às|ao|para)",
        r"após|depois|apesar|base|devido|obrigad\w+|agrade\w+|mas|segunda|última|final",
    ),
}

#: Words of talking itself, beside those of meetings: `no te llamaremos para hablar`.
_TO_TALK = {
    "en": r"first-round \w+",
    "de": r"\w*gespräch\w*",
    "fr": r"(?:échanger|discuter|parler)",
    "es": r"(?:hablar|conversar|charlar|venir)",
    "it": r"(?:parlare|conoscer\w+)",
    "nl": r"(?:praten|praatje)",
    "pt": r"(?:conversar|conversas?|falar)",
}

#: What lies years back, which another candidacy was: `we met you last summer`.
_LONG_AGO = {
    "en": r"last (?:year|summer|winter|autumn|spring)|(?:\d+|an?|two|three|four|five|some|many|several|few) years? ago",
    "de": r"vor (?:\d+ |zwei |drei |vier |fünf |einigen |ein paar |vielen |einem )?jahre?n?"
    r"|(?:im )?letzte[nsr]? (?:jahr|sommer|winter|herbst|frühjahr)",
    "fr": r"il y a (?:\d+|un|deux|trois|quatre|cinq|quelques) ans?|l['\u2019](?:an|année|été|hiver) derni(?:er|ère)",
    "es": r"hace (?:\d+|un|dos|tres|cuatro|cinco|unos|algunos|varios) años?|el (?:año|verano|invierno) pasado",
    "it": r"(?:\d+|un|due|tre|quattro|cinque|qualche|alcuni) ann[oi] fa|(?:l['\u2019]anno|l['\u2019]estate"
    r"|l['\u2019]inverno) scors[oa]",
    "nl": r"(?:\d+|een|twee|drie|vier|vijf|enkele|paar) jaar geleden|vorige? (?:jaar|zomer|winter|herfst)|vorig jaar",
    "pt": r"há (?:\d+|um|dois|três|quatro|cinco|alguns|uns) anos?|no (?:ano|verão|inverno) passado",
}

#: A meeting that was only wished for: `we would have loved to meet you`.
_WISHED = {
    "en": r"would(?: have|['\u2019]ve) (?:\w+ ){0,3}?(?:meet|met|interview\w*|speak|spoken|talk\w*|invit\w+)",
    "de": r"hätten?(?: [^\s.;,]+){0,6} (?:kennen ?gelernt|getroffen|gesprochen|eingeladen)",
    "fr": r"aur(?:ions|ais)(?: [^\s.;,]+){0,4}? (?:rencontr|recevoir|échang|discut|parl|entend)\w*",
    "es": r"(?:hubi[eé]ra|hubi[eé]se|habría)(?:mos)?(?: [^\s.;,]+){0,3}? (?:conoc|entrevist|recib|charl|habl)\w*",
    "it": r"(?:avremmo|avrei|sarebbe)(?: [^\s.;,]+){0,3}? (?:conosc|incontr|parl)\w*",
    "nl": r"had(?:den)?(?: [^\s.;,]+){0,3}? graag(?: [^\s.;,]+){0,3}? (?:leren kennen|ontmoet|gesproken|uitgenodigd)",
    "pt": r"(?:teríamos|teria|gostaríamos|gostaria)(?: [^\s.;,]+){0,4}? (?:conhec|entrevist|fal|receb)\w*",
}

#: What becomes of a meeting that is called off: `our interview on Friday is cancelled`, which is something else than
#: `after our interview the position was cancelled`.
_OFF = {
    "en": r"(?:cancel\w*|called off|not (?:go(?:ing)? ahead|tak(?:e|ing) place))",
    "de": r"(?:nicht statt\w*|entfällt|abgesagt)",
    "fr": r"(?:annulée?s?|n['\u2019]aura pas lieu)",
    "es": r"(?:(?:anul|cancel)ad\w+|no tendrá lugar)",
    "it": r"(?:(?:annull|cancell)at\w+|non (?:avrà luogo|si terrà))",
    "nl": r"(?:niet door|vervalt|geannuleerd|afgezegd)",
    "pt": r"(?:(?:cancel|anul|desmarc)ad\w+|não (?:terá lugar|se realizará))",
}

#: How a meeting is called off: `we have to cancel the interview`, and with the verb behind it, where a language has it
#: there. `Nach dem Gespräch müssen wir Ihnen absagen` calls off none.
_CALL_OFF = {
    "en": (r"(?:cancel\w*|call(?:ed|ing)? off|withdraw\w*) (?:the|your|our|an?)",),
    "de": (
        r"(?:sagen|ziehen)(?=[^.;!?]{0,120} (?:ab|zurück)\b) (?:die|das|den|ihre?n?|unsere?n?)",
        r"(?:das|ihr|dein|unser)(?: (?:für|am) \w+)?(?: \w+te)?",
        r"(?:absagen|abzusagen|zurück(?:zu)?(?:ziehen|nehmen))",
    ),
    "fr": (r"(?:annul|retir)\w* (?:l['\u2019]|notre|votre|ton)",),
    "es": (r"(?:cancel|anul|retir|desconvoc)\w* (?:la|tu|su|nuestra)",),
    "it": (r"(?:annull|cancell|ritir|disdi)\w* (?:il|lo|suo|tuo|nostro)",),
    "nl": (
        r"(?:annuleren|zeggen|trekken) (?:het|ons|je|jouw|uw)",
        r"(?:het|ons|je|jouw|uw)",
        r"(?:annuleren|afzeggen|intrekken|af te zeggen)",
    ),
    "pt": (r"(?:cancel|anul|desmarc|retir)\w* (?:a|tua|sua|nossa)",),
}

#: Words between a meeting and its end.
_BEFORE_OFF = r"(?: (?!(?:the|die|das|le|la|il|el|het|o|a)\b)[^\s.;,!?]+)"


def _denied(language: str) -> tuple[str, ...]:
    """Return what tells in one language of meetings that never were."""
    cannot = rf"\b(?:{_CANNOT[language]})(?:(?: [^\s.;!?]+){{0,6}}? {MEETINGS[language]})?\b"
    others_only = rf"\b(?:{_HELD[language]}|{_NOT_LISTED[language]}|{_WISHED[language]})\b"
    off = rf"\b{MEETINGS[language]}{_BEFORE_OFF}{{0,4}}? {_OFF[language]}\b"
    no, on, to, held = _BARRED[language]
    meeting = rf"(?:{TRIALS[language]}|{MEETINGS[language]}|{_TO_TALK[language]})"
    between = rf"(?:(?!\b(?:{held})\b)[^.;,!?])"
    words = rf"(?:(?!(?:{held})\b)[\w'\u2019-]+ ){{0,3}}?"
    barred = rf"\b{no}\b{between}{{0,40}}?\b{on}{between}{{0,60}}?\b{to}\b ?{words}{meeting}\b"
    near = r"[^\s.;,:!?]+"
    long_ago = rf"(?<!\S)(?:{near} ){{0,5}}(?:{_LONG_AGO[language]})\b(?: {near}){{0,6}}"
    before, *behind = _CALL_OFF[language]
    off += rf"|\b{before} ?{words}{MEETINGS[language]}\b"
    if behind:
        the, cancel = behind
        off += rf"|\b{the} {MEETINGS[language]}(?: (?:am|vom|van|op) [\w.]+)? {cancel}\b"
    # `Zum Sporttest werden Sie nicht zugelassen`, where the verb comes last.
    barred += rf"|\b(?:zum|zur|tot de|voor de) (?:\w+ ){{0,2}}?{TRIALS[language]}{between}{{0,40}}?\b{no}\b"
    return (*UNREACHED[language], cannot, off, others_only, barred, long_ago)


#: Tests of the same kind, and the firm's own examinations.
NEVER_TESTED = re.compile(
    (
        r"\b(?:not|unable|n['\u2019]t|only)\b[^.;]{0,80}\bto (?:\w+ ){0,3}(?:assessments?|tests?"
        r"|examination)\b|\b(?:initial|such|own) assessment\b"
        r"|\b(?:level|kind|sort|degree) of challenge\b"
        # Tests with users, that a sample of work leaves out.
        r"|\b(?:user|usability|nutzer|gebruikers?|utilisateurs?)[ -]?tests?\b|\btests? utilisateurs?\b"
    ),
    re.IGNORECASE,
)

#: Sentences that say of those who go on, here or in the sentence before, that the reader is not one of them.
TO_READER = by_language({language: (rf"\b(?:{words})\b",) for language, words in READER.items()})

NOT_LISTED = by_language({language: (rf"\b(?:{words})\b",) for language, words in _NOT_LISTED.items()})

NEVER_WAS = by_language({language: _denied(language) for language in UNREACHED})
