"""Where a role's name ends: verbs of what becomes of a job, and what is written behind a role and is no part of it."""

from __future__ import annotations

import re

from pipeline.reading.text.blanks import BLANKS
from pipeline.reading.times.date_words import MONTH

#: Verbs behind a role, by language: a job goes to somebody, stays open, needs more of something. Only in small letters.
VERBS = {
    "en": (
        r"arrived|arrives|hit|hits|signed|joined|joins|reached|reaches|just|without|goes|went|going|gone|go|fell"
        r"|falls (?:to|away|through|vacant)|stays|stayed|remains|remained|comes|came"
        r"|needs (?:an?|the|more|some|to|us|you)|needed|requires|required|calls for|called for|starts|started"
        r"|begins|began"
        r"|closes|closed|opens|opened|attracted|received|drew|got|gets|became|becomes|seems|seemed|turned|turns"
        r"|ended|ends"
        r"|exists|existed|demands|demanded|involves|involved|lies|sits|continues|continued|moved|moves|proved"
        r"|proves|asks|asked"
        r"|looked|looks|takes|took|deserves|may|might|must|should|shall|does|do|doesn.t|don.t|were|weren.t|be|being"
        r"|been|cannot"
        r"|can.t|couldn.t|wouldn.t|up to|suits|suited|matches|matched|advertised|posted|given|offered|whose|where"
        r"|while|whilst|though"
        r"|although|please|kindly|instead|unfortunately|yet|too|also|already|soon|still|anymore|elsewhere|than|per"
        r"|via|through"
        r"|between|against"
        r"|\w{3,}(?<!fami)(?<!assemb)(?<!supp)(?<![eE]ar)(?<!week)(?<!month)(?<!f)(?<!a)ly"
    ),
    "de": (
        r"geht|ging|gehen|bleibt|blieb|kommt|kam|wurden|werden|kann|können|konnte|konnten|fiel|fällt|hatte|hatten"
        r"|war|waren|soll|sollte"
        r"|übernimmt|übernommen|bekommt|bekam|erhielt|erhält|musste|muss|müssen|möchten|möchte|steht|stand|entfällt"
        r"|ruht|verlangt"
        r"|erfordert|braucht|setzt|passt|sucht|schon|bereits|leider|weil|dass|denn"
    ),
    "fr": (
        r"attire|attirait|aura|auront|demandait|commence|commençait|commencera|débute|débutait|existe|existait|reçoit|arrive|arrivait|ouvre|ouvrira|dépend|dure|intéresse|intéressait|inclut|suppose|semble|paraît|manque|manquait|disparaît|saute|coûte|prévoit|devient|attend|attendait|impose|propose|tient|tenait|convient|je|tu|ils?|elles?|on|lui"
        r"|revient|revenu|va|sera|serait|sont|étaient|était|demande|exige|requiert|nécessite|correspond"
        r"|s['\u2019]est|n['\u2019]était|est allé"
        r"|fera|fait|avait|avaient|peut|doit|reviendra|échoit|échoira|implique|déjà|malheureusement|dont|où|chez"
    ),
    "es": (
        r"empieza|empezaba|empezará|comienza|comenzó|comenzará|pedía|pidió|llega|llegó|llegaba|cambia|cambió|ocupa|ocupaba|exigía|interesa|interesaba|atrae|atrajo|recibe|recibió|existe|existía|comenzaba|termina|acaba|finaliza|finalizó|depende|incluye|incluía|supone|parece|pareció|resulta|resultó|falta|faltaba|duró|tendrá|tenía|lleva|llevaba|encaja|venció|caducó|desapareció|desaparece|abre|abrió|abrirá|implica|consta|consiste|lo|tarda|vuelve|volvió|coincide|conlleva"
        r"|va|irá|será|queda|quedó|recae|recayó|era|requiere|exige|necesita|estaba|tuvo|tiene|puede|debe|corresponde"
        r"|pasa|pasó|pide"
        r"|sería|había|han|lamentablemente|dado|cuyo|cuya|pues|terminó|acabó|cerró|salió|gustó|empezó"
    ),
    "it": (
        r"comincia|cominciò|comincerà|iniziò|inizierà|serve|serviva|esiste|esisteva|chiede|chiedeva|cambia|cambiò"
        r"|arriva|arrivò|dura|durò|partirà|interessa|dipende|include|attira|occupa|risulta|pare|sembra|manca|mancava"
        r"|finisce|finì|scade|slitta|salta|torna|esce|significa|implica|avviene|avverrà|avrà|avrebbe|aveva|riparte"
        r"|riceve|diventa|sparisce|apre|aprirà|chiude|chiuderà|(?:ce|me|te|ve|se|gliel)(?= (?:l['\u2019]|lo|la|li|ne))"
        r"|consiste|comprende|prosegue|inizia|puoi|potresti|vuoi|vieni|continua(?= (?:a|ad|in|con)\b)|non|va|andrà"
        r"|andato|andata|era|resta|rimane|richiede|richiedeva|spetta|tocca|passa|viene|verrà|venne|può|deve"
        r"|esige|prevede"
        r"|andò|terminò|fu|purtroppo|già|perché|poiché|tuttavia"
    ),
    "nl": (
        r"bestaat|bestond|vindt|vond|trok|trekt|verdwijnt|verdween|stond|stonden|begon|kun|kunt|opende|opent|leverde"
        r"|levert|kostte|duurt|duurde|eindigt|eindigde|sloot|sluit|valt|viel|vervalt|verviel|blijkt|bleek|lijkt"
        r"|leek|betekent|hoort|hangt|verandert|veranderde|telt|geeft|gaf|brengt|bracht|liep|mocht|mag|hoeft|moest"
        r"|vraagt|(?:vorige|afgelopen|volgende|komende) (?:week|maand|zomer|winter|keer)"
        r"|meer|komen|gaan|gaat|ging|gingen|blijft|bleef|kreeg|krijgt|was|waren|vroeg|vereist|vergt"
        r"|komt|kwam|zal|zou|kan|kon"
        r"|moet|wil|past|zoekt"
        r"|helaas|al|door|omdat|want|dus|echter|inmiddels|intern"
    ),
    "pt": (
        r"recebe|recebeu|recebia|acontece|aconteceu|acontecerá|demos|damos|pedia|pediu|começa|chegou|chega|ocupa|existe|existia|atraiu|atrai|mudou|muda|interessa|interessou|depende|inclui|incluía|dura|durou|custa|serve|servia|parece|pareceu|falta|faltava|tinha|terá|implica|abre|abriu|abrirá|desapareceu|desaparece|saiu|sai|caiu|cai|voltou|volta|consiste|continuará|ocorre|ocorrerá|fechará|vence|venceu|\w{3,}(?:a|e|u|m|á|ê)-(?:nos|lhes?|me|te|se)"
        r"|continua(?= (?:a|em|na|no|com|aberta)\b)|vai|ficou|fica|coube|cabe|era|exige|requer|permanece|teve|tem"
        r"|passou|passa|estava|seria|pode|deve|pede"
        r"|precisa|irá|havia|terminou|acabou|fechou|encerrou|começou"
        r"|infelizmente|pois|porque|cujo|cuja|onde|quando"
    ),
}

#: `Software Engineer I` is a level, `Software Engineer I applied for` is the writer.
LEVEL_OR_WRITER = (
    r"I(?=['\u2019]\w|\s+(?!(?:at|with|position|role|job|opening|vacancy|post|in|to|for|and|or|has|have|is|was|here"
    r"|on|from|requisition"
    r"|based|within|internship)\b)(?-i:[a-z]))"
)

#: A level in brackets, which is part of the role: `(KS1)`, `(L2-L4)`, `(Band 5)`.
LEVEL = (
    r"(?:[A-Z]{1,3}\d{1,2}(?:[-\u2013/][A-Z]{0,3}\d{1,2})?"
    r"|(?:band|grade|level|stufe|niveau|nivel|livello|grado) \d{1,2})"
)

#: Pay behind a role.
PAY = r"\s(?:[$\u00a3\u20ac]\s?\d|\d[\d.,]*\s?(?:[$\u00a3\u20ac]|k\b|LPA\b|CHF\b|EUR\b|USD\b|GBP\b))"
#: How much of a full post it is: `Docent 0,8 fte`.
SHARE = r"\s\(?[01][.,]\d{1,2}(?=[\s)-]|$)"

#: A note in brackets that begins small and is no gender mark: `(open to remote)`.
NOTE = r"\s\((?=(?-i:[a-z])[\w'\u2019-]{2,}(?:\s|\)))"

_SPAN = (
    r"\d{1,2}(?:[.,]\d)?(?:(?:\s?[-\u2013/]\s?|\s(?:to|bis|à|a|tot|ou|o) )\d{1,2}(?:[.,]\d)?)?[\s-]?"
    r"(?:months?|weeks?|monate?n?|wochen|mois|semaines|mes(?:es|i)|semanas|settimane|maanden|weken"
    r"|days?|tagen?|jours|días|giorni|dagen|dias|hours?|hrs|std|stunden|heures|horas|ore|uur)(?!\w)"
)

#: How long or how many hours the work is: `assistant marketing de 4 à 6 mois`, `30-hour Bar Supervisor`.
LASTING = (
    r"\s(?:(?:of|for|de|d['\u2019]une durée de|di|da|per|por|durante|für|von|voor|van|pour) )?"
    rf"{_SPAN}(?![\s-](?-i:[A-Z]))"
)
_LASTING_BEHIND = re.compile(rf"{LASTING}$", re.IGNORECASE)
_LASTING_AHEAD = re.compile(rf"^{_SPAN}[\s-]+(?=\w)", re.IGNORECASE)

_PAY_BEHIND = re.compile(rf"{PAY}.*$", re.IGNORECASE)
_REMOTE_TAIL = re.compile(
    rf"(?:{BLANKS}[-\u2013\u2014|/,]|,)\s*(?:100\s?% |fully |full |partly )?(?:remote|hybrid|work(?:ing)? from home|wfh"
    r"|home-?\s?office|on-?site|\d-?schicht\w*"
    r"|télétravail|remoto|presencial|híbrido|thuiswerk\w*)\b.*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?:(?:online|technical|coding|skills?) )?(?:assessments?|challenge|exercise|timelines?|hiring|candidacy"
    r"|shortlisting"
    r"|talent pool|[pf]/t|\((?:(?:temporary|permanent|casual|relief|fixed[- ]term|full[- ]?time|part[- ]?time"
    r"|contract|perm|temp"
    r"|\d+ ?hrs?)[ ,/-]*)+\))$",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\s(?:this (?:spring|summer|autumn|fall|winter|season|year)"
    r"|(?:im|diesen|in diesem|dieses|für den) (?:frühjahr|frühling|sommer|herbst|winter|jahr)s?"
    r"|cet(?:te)? (?:été|automne|hiver|saison|année)"
    r"|est[ea] (?:primavera|verano|otoño|invierno|temporada|año|verão|outono|inverno|época|ano)"
    r"|quest(?:['\u2019]|[ao] )(?:primavera|estate|autunno|inverno|stagione|anno)"
    r"|(?:deze (?:lente|zomer|herfst|winter)|dit (?:voorjaar|najaar|seizoen|jaar)))$",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?|weekdays|weekends?"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|wochenende)s?"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?|week-ends?"
    r"|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin(?:es)? de semana"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|weekeinde"
    r"|terças?|(?:segunda|quarta|quinta|sexta)s?-feiras?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º)? (?:de )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|september|october|november|december|oktober|dezember|septembre|octobre|novembre|décembre)"
    r"(?: (?:de )?(?:19|20)\d\d)?"
)
_ON = (
    r"(?:(?:on|from|for|starting|until|am|ab|zum|vom|bis|dès|le|du|el|los|las|desde|dal"
    r"|dall['\u2019]|il|op|vanaf|em|na|aos) )?"
)

#: Days, dates and hours behind a role, and what a note says of them: `Nanny Mon-Weds`, `Koch ab 1. Mai`.
_WHEN = re.compile(
    # From where the row of blanks begins, or a long one is looked at from each of its places.
    rf"(?<![\s,])[\s,]+(?:{_ON}(?:{_DAY}(?:(?:\s?[-\u2013/&+]\s?|,? (?:and|to|und|bis|et|au|y|a|e|en|tot) ){_DAY})*"
    rf"(?:,? \d{{1,2}}(?:\.|st|nd|rd|th|º)?(?: (?:de )?{MONTH})?)?"
    rf"|{_DATE})"
    r"|(?:start(?:ing)?|working|opening) hours|(?<!out of )hours|(?:schuljahr|schooljaar|ano letivo|año escolar)"
    r"(?: \S+)?"
    r"|(?:\d.? )?(?:semestre|semester)"
    r"|turno (?:vespertino|matutino|nocturno|mixto|completo|integral|noturno)"
    r"|turno (?:de )?(?:mañana|tarde|noche|manhã|noite|mattina|pomeriggio|notte)"
    r"|today|tomorrow|tonight|right(?: now)?|heute|morgen|aujourd['\u2019]hui|demain|hoy|oggi|domani|vandaag|vanmorgen"
    r"|vanmiddag|vanavond|hoje|amanhã)$",
    re.IGNORECASE,
)

#: A text that is nothing but a day, a date or a month.
IS_DATE = re.compile(rf"(?:{_DAY}|{_DATE}|[\s,.]|\d|\b(?:st|nd|rd|th)\b)+", re.IGNORECASE)

_POSSESSOR = re.compile(r"^(?-i:[^\W\d_a-z])[\w.&-]*(?: (?-i:[^\W\d_a-z])[\w.&-]*)?['\u2019]s? (?=[^\W\d_a-z]\S* \S)")
_LEVEL_BEFORE_NUMBER = re.compile(r"\b(I{1,3}|IV|V)-(?=\d{4,})")


def with_level(text: str) -> str:
    """Return a text in which a level does not hang on a number, without pay and hours: `Engineer I-21129`."""
    return _LEVEL_BEFORE_NUMBER.sub(r"\1 ", _LASTING_AHEAD.sub("", _PAY_BEHIND.sub("", text)))


def without_tails(name: str) -> str:
    """Return a role without where and when it is done, what happens with it, and whose it is."""
    plain = _REMOTE_TAIL.sub("", name)
    while (shorter := _WHEN.sub("", _SEASON.sub("", _TAIL.sub("", _LASTING_BEHIND.sub("", plain))))) != plain:
        plain = shorter
    return _POSSESSOR.sub("", plain)
