"""What asks the reader to call, write, come by or apply at a time: `ring me in March`.

Such a time is a month, a season or a year. On a day of a month, or in a week, one is called for something else.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest

from pipeline.reading.times.date_words import OPENING
from pipeline.reading.times.dates import written_days
from pipeline.reading.times.span_words import SHORT, SPAN
from pipeline.reading.times.starts import blanked

#: Where an English sentence asks or allows, and does not tell: `please apply`, not `they apply`.
_ASKED = (
    r"(?:^\W*(?:then |in \w+ |next \w+ )?|\b(?:please|do|just|simply|and|but|or|so|then|now|always|maybe|perhaps"
    r"|you (?:can|could|may|might|should)(?: \w+)?|(?:welcome|free|best|bet|hesitate|sure|remember|happy|thing is) to"
    r"|(?:like|want|invite|encourage|urge|ask|love) you to) )"
)
#: German imperatives; with a capital letter, and not where a clause begins, they are nouns.
_DU = r"(?:ruf|komm|bewirb|(?:meld(?!e mich)|schreib|schau|frag|klopf|probier|versuch)e?)(?:['\u2019]?s)?\b"
_APPEAL = re.compile(
    # English
    r"(?<!\bwho )(?<!\bthey )(?<!\bhe )(?<!\bshe )(?<!\bpeople )(?<!\bthem to )(?<!\bwill )"
    r"\b(?:call|ring|phone|text|ping|message|e-?mail|contact|nudge|ask|remind|try|visit|write(?: to)?|talk to|speak to"
    r"|drop|send|come (?:and )?see|look for|give) (?:me|us)\b|\blet (?:me|us) know\W*$"
    rf"|{_ASKED}(?:(?:drop|pop|stop|swing|come|look)(?: \w+)? (?:by|in|into|round|around|over|past|along|down)\b"
    r"|knock\b"
    r"|check (?:in|with|our|the)\b|watch (?:our|for)\b|keep an eye\b|(?:get|be) in touch\b|reach out\b|touch base\b"
    r"|apply\b|try your luck\b|give (?:it )?an?(?:other)? \w+|have another (?:go|try)\b|(?:write|call|ring|phone"
    r"|e-?mail|message|try)\b(?= (?:in|after|next|when|once|from|around|early)\b))|\blet['\u2019]s (?:talk|speak|meet"
    r"|chat|catch up)\b"
    # German
    r"|\b(?:(?:meldet|bewerbt) euch|(?:ruft|schreibt) (?:uns|mich|mir))\b"
    rf"|(?:^\W*{_DU}|(?<!\bich )(?-i:\b{_DU}))(?! (?:ich|wir|ihnen|dir)\b)"
    r"|(?<!\bwir )\b(?:rufen|melden|schreiben|kommen|schauen|fragen|klopfen|probieren|versuchen|bewerben) sie\b"
    r"|(?<!\bwir )\b(?:kannst|können|könntest|könnten|darfst|dürfen|sollten|solltest)\b(?! wir\b)[^.]{0,100}?"
    r"\b(?:melden|anrufen|(?:an)?schreiben|bewerben|vorbei\w+|nachfragen|anklopfen|versuchen|probieren)\b"
    # French
    r"|(?<!\bvous )(?<!\bnous )\b(?:appel|écriv|contact|pass|postul|tent|frapp|candidat|téléphon|ven|envoy)ez\b"
    r"|\b(?:appelle|écris|contacte|téléphone|envoie|passe)-(?:moi|nous)\b|\bfai(?:s|tes)-(?:moi|nous) signe\b"
    r"|\b(?:passe|viens) (?:nous|me) voir\b|\btente ta chance\b|^\W*(?:postule|frappe|écris|appelle)\b"
    r"|\b(?:hésit\w+ (?:surtout )?pas à|vous pou(?:v|rr)ez|tu (?:peux|pourras)|invit\w+ à|libre (?:de"
    r"|à \w+ de)) (?:\S+ )?(?:appeler|écrire|contacter|passer|postuler|tenter|frapper|candidater|téléphoner"
    r"|faire signe|venir)\b"
    # Spanish
    r"|\b(?:ll[aá]m|cont[aá]ct|av[ií]s|b[uú]sc|pregúnt|escr[ií]b|env[ií]|m[aá]nd)[aei](?:me|nos)\b"
    r"|\bcont[aá]ct[ae] con\b|\b(?:p[aá]s[ae]|p[oó]n|p[oó]nga|pres[eé]nt[ae]|post[uú]l[ae]|ap[uú]nt[ae]"
    r"|inscr[ií]b[ae])(?:te|se)\b|\bpásate\b|\bp[aá]s[ae] por\b|\bven(?:ga)? a vern\w+|\bint[eé]nt[ae]lo\b"
    r"|\bdate una vuelta\b|(?:^\W*|\basí que )(?:prueba|llama|escribe)\b|\b(?:pued[ae]s?|podr[áa]s?|no dud[ae]s? en"
    r"|\w+amos a) (?:llamar|escribir|contactar|pasar|presentar|intentar|postular|poner)\w*"
    # Italian
    r"|\b(?:chiama|scrivi|contatta|telefona|manda|invia|cerca)(?:te)?(?:mi|ci)\b|\bscrivete(?:mi|ci)\b|\b(?:mi"
    r"|ci) (?:chiami|scriva|contatti|telefoni|mandi|invii|cerchi|provi)\b|\bsi candidi\b|\bprova(?:te)?ci\b"
    r"|\b(?:pass[ai]|vieni|venga) (?:a trovar\w+|da noi|in negozio)|\b(?:fatti|si faccia) (?:vivo|viva|sentire)\b"
    r"|\bbuss[ai] (?:alla|da)\b|\b(?:può|puoi|potrà|potrai|non esit\w+ a|invit\w+ a) (?:chiamar|scriver|contattar"
    r"|candidar|passar|provar|telefonar)\w*"
    # Dutch
    r"|(?<!\bik )(?<!\bwe )(?<!\bwij )\b(?:bel|schrijf|(?<!-)mail|app|stuur|vraag)t? (?:u )?(?:me|mij|ons|dan|gerust"
    r"|eens|maar|even|in|na|over)\b|\bkom(?: \S+){0,4}? langs\b|\bloop(?: \S+){0,4}? binnen\b"
    r"|(?<!\bwe )(?<!\bwij )\bprobeer (?:het|ons)\b|(?<!\bik )\bsolliciteer\b|\bklop(?: \S+){0,3}? aan\b"
    r"|\bneem(?! ik\b)(?: \S+){0,3}? contact\b|\blaat(?: \S+){0,3}? (?:horen|weten)\b|\b(?:(?:je|u) (?:kunt?|mag)"
    r"|(?:kunt?|mag) (?:je|u))\b[^.]{0,100}?\b(?:bellen|schrijven|mailen|solliciteren|langskomen|opnemen)\b"
    # Portuguese
    r"|\b(?:lig(?:ue|a)|escrev[ae]|conta(?:c)?t[ae]|procur[ae]|envi[ae]|mand[ae])-(?:me|nos)\b|\b(?:me"
    r"|nos) (?:lig(?:ue|a)|escrev[ae]|conta(?:c)?te|procur[ae]|mand[ae])\b|(?:^\W*|\bpor isso )(?:ligue|liga|tent[ae]"
    r"|apareç[ae]|escrev[ae])\b|\bfal[ae] (?:connosco|conosco|comigo)\b|\bentr[ae] em contac?to\b|\bpass[ae] por (?:cá"
    r"|aqui|lá)\b|\b(?:candidat|inscrev)[ae]-(?:se|te)\b|\bse (?:candidate|inscreva)\b|\bbat[ae] (?:à"
    r"|na) (?:nossa )?porta\b"
    r"|\b(?:pode(?:s|rá)?|não hesite em) (?:\S+ )?(?:ligar|escrever|conta(?:c)?tar|passar|candidatar|tentar|falar)\b",
    re.IGNORECASE,
)

#: What stands before an appeal, or behind it, that turns it: `do not call us`, `rufen Sie uns im Januar nicht an`.
_TURNED_BEFORE = re.compile(r"(?:\b(?:not|never|ne|no|non|não)(?: to)? |\bn['\u2019]|n['\u2019]t )$", re.IGNORECASE)
_TURNED_BEHIND = re.compile(
    r"^ (?:(?:uns|mich|mir|ons|me|mij) )?ni(?:ch|e)t\b|\bnicht(?: an| vorbei)?\W*$", re.IGNORECASE
)
#: Until then alone: `do not write to us before next summer`.
_UNTIL = re.compile(r"\b(?:before|until|till|vor|bis|avant|antes|hasta|prima|fino|voor|vóór|até)\b", re.IGNORECASE)

#: What one is asked to call or write for, other than work.
_ERRAND = re.compile(
    r"\b(?:feedback|comment(?:s|aires)|questions?|expenses|badge|arrange|collect|pick up|why|survey|bank"
    r"|other (?:roles?|jobs?|positions?)|(?:personal |your |my )data|rückmeldung|begründung|fahrtkosten|abholen|daten"
    r"|umfrage|(?:bei|für|weitere[nr]?|ihre|deine) fragen|fragen haben|(?:un|votre) retour|explicat\w+|données"
    r"|pregunta|dudas?|datos|domande|riscontro|chiarimenti|dati|vragen|terugkoppeling|toelichting|gegevens|dúvidas?"
    r"|dados|delet\w+"
    r"|lösch\w+)\b",
    re.IGNORECASE,
)

_CLAUSES = re.compile(r"[^,;:()\u2013\u2014]+")
#: How a clause begins that says when, apart from the one that asks.
_WHEN = re.compile(
    r"^\W*(?:(?:and|und|et|y|e|en) )?(?:when|once|as soon as|wenn|sobald|quand|dès que|lorsque|une fois|cuando"
    r"|en cuanto|quando|appena|als|zodra|wanneer|assim que|(?:if|falls|si|se|caso)\b.*\b(?:still|noch|encore|toujours"
    r"|todavía|aún"
    r"|sigues?|ancora|ainda))\b",
    re.IGNORECASE,
)

#: How a clause begins, or what it says, that goes on from the one before: `we hire in May, so call us`.
_SO = re.compile(
    r"^\W*(?:so|donc|alors|así que|conque|quindi|perciò|dus|por isso|então|e allora)\b|\b(?:then|dann|da|dan)\b",
    re.IGNORECASE,
)

#: Words of a clause that names nothing but a time: `..., in May, ...`.
_ONLY_A_TIME = 4


def asks(text: str) -> bool:
    """Return whether a sentence asks the reader to call, write, come by or apply, and for nothing but work."""
    return not _ERRAND.search(text) and any(map(_appeals, _CLAUSES.findall(text)))


def _appeals(clause: str) -> bool:
    """Return whether a clause asks for something, and does not ask to leave it, unless it is until a time."""
    return any(
        not (_TURNED_BEFORE.search(clause[: match.start()]) or _TURNED_BEHIND.search(clause[match.end() :]))
        or _UNTIL.search(clause)
        for match in _APPEAL.finditer(clause)
    )


def asked_for(text: str, sent: date, *, day_first: bool) -> str:
    """Return what of a sentence that `asks` may name the time for it: no other clauses, days of a month or weeks.

    What goes is made blank, so that the rest stays where it was.
    """
    for match, _ in list(written_days(text, sent, day_first=day_first)):
        if not OPENING.search(text[: match.start()]):
            text = blanked(text, match)
    for match in SPAN.finditer(text):
        if SHORT.match(match["unit"]):
            text = blanked(text, match)
    clauses = list(_CLAUSES.finditer(text))
    for clause, behind in zip_longest(clauses, clauses[1:]):
        goes_on = behind and _appeals(behind[0]) and _SO.search(behind[0])
        if not (goes_on or _appeals(clause[0]) or _names_a_time(clause[0])):
            text = blanked(text, clause)
    return text


def _names_a_time(clause: str) -> bool:
    """Return whether a clause says when, and nothing else."""
    return bool(_WHEN.search(clause)) or len(clause.split()) <= _ONLY_A_TIME
