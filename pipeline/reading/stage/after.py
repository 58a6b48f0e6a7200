"""What is decided after an interview, in so many words: `not to move forward after the interview`, `no second one`."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading
from pipeline.reading.stage.denied import NEVER_WAS
from pipeline.reading.stage.met import TALK
from pipeline.reading.stage.trials import PERIODS
from pipeline.reading.text.by_language import by_language

#: Words that put the decision behind one interview, in seven languages. Several may have been held with others.
_AFTER = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "de": r"nach (?:dem|unserem|ihrem|deinem|eurem|ihrer|deiner|der) (?:\w+ ){0,2}?(?:\w*gespräch|interview"
        r"|telefonat"
        r"|probearbeiten|hospitation|lehrprobe)",
        "en": r"(?:after|following|since) (?:the|your|our|today's|yesterday's|\w+day's) (?:\w+ ){0,2}?"
        r"(?:interview|conversation|call|chat|(?:phone|telephone|recruiter|video) screen|audition|viva|trial shift)\b"
        r"(?! (?:stage|phase|round|process))"
        # Which round it was, as firms that count them say.
        r"|(?:in|after|at|following) (?:the )?(?:l[1-4]|(?:second|third|final|last|hr|managerial) (?:interview )?)"
        r" ?round(?! of (?:applic|screen|cv|short))",
        "es": r"(?:tras|después de) (?:la|nuestra|tu|su) (?:\w+ )?(?:entrevista|videollamada|audición|prueba oral)",
        "fr": r"(?:(?:après|(?:à la )?suite (?:à|de)|à l['\u2019]issue de) (?:l['\u2019]|notre |votre |ton "
        r"|cet(?:te)? |la )"
        r"|à l['\u2019]issue du )(?:\w+ )?(?:entretien|entrevue|épreuve orale|oral|audition)"
        r"|(?:vous avez|vous aviez|tu as) été (?:\w+ )?(?:reçu|entendu|auditionné)e?s? (?:le \d|par |en entretien"
        r"|à l['\u2019])"
        r"|nous (?:vous|t['\u2019])(?: ?avons| ?avions) (?:\w+ )?reçue?s? (?:le \d|en entretien|\w+di)",
        "it": r"(?:dopo|in seguito a|a seguito d[ei]|all['\u2019]esito d[ei]) ?(?:il|l|la|lla|nostro|tuo"
        r"|suo)? (?:\w+ )?"
        r"(?:colloquio|prova orale|audizione|videochiamata)",
        "nl": r"na (?:het|ons|je|jouw|uw|de) (?:\w+ )?(?:\w*gesprek|interview|proefles|auditie|proefdag)",
        "pt": r"(?:após|depois d)(?:e|a)? ?(?:a|nossa|sua|tua)? ?(?:entrevista|prova oral|audição|videochamada)",
    }.items()
}

#: A second talk, which is refused to nobody, and nobody is thanked for, who had no first.
_SECOND_ONE = {
    "en": r"(?:second|2nd|another|follow-up)(?:[- ]round)? (?:interview|phone screen|call)(?! (?:slot|date|time|for))",
    "de": r"(?:zweite[mns]?|(?:einem|ein) weitere[ns]) (?:\w+ )?(?:\w*gespräch|interview)s?|zweitgespräch\w*",
    "fr": r"(?:second|deuxième|2e|2ème|nouvel) (?:entretien|échange|appel)",
    "es": r"(?:segunda|2\.?ª|otra) (?:entrevista|llamada|videollamada)",
    "it": r"(?:secondo|seconda|ulteriore|altro) (?:colloquio|call|chiamata|videochiamata|intervista)",
    "nl": r"(?:tweede|vervolg)[ -]?(?:\w+ )?(?:\w*gesprek|interview)",
    "pt": r"(?:segunda|2\.?ª|nova|outra) entrevista",
}

_NOT = r"\b(?:not|cannot|\w+n['\u2019]t|unable|no|nicht|keine?[mnrs]?|ne|pas|aucun|non|nessun|niet|geen|não)\b"
_THANKS = r"\b(?:thank\w*|\w*danke?n?|merci|remerci\w*|gracias|agrade\w+|grazie|ringrazi\w*|bedankt|obrigad[oa])\b"

#: What stands between, of the same clause.
_BETWEEN = r"(?:(?!\b(?:and|so|und|et|y|e|en (?:daarom|dus|we|wij|ik|je|u))\b)[^.;:,!?]){0,60}?"

#: A second talk that is refused, or thanked for. Others have second ones as well, and so have procedures.
_SECOND = by_language(
    {
        one: (rf"(?:{_NOT}|{_THANKS}){_BETWEEN}\b(?:{words})\b", rf"\b(?:{words})\b{_BETWEEN}{_NOT}")
        for one, words in _SECOND_ONE.items()
    }
)

#: How a time of trial at the work comes to its end.
_ENDS = {
    "en": r"ends?|ended|ending|(?:is|was|comes?|came) (?:over|up|to an end)",
    "de": r"endet\w*|endete|beendet|zu ende|vorbei|abgelaufen|läuft \w+ (?:aus|ab)",
    "fr": r"se termine|s['\u2019]achève|(?:est|s['\u2019]est) (?:terminée|achevée)|prend fin|a pris fin"
    r"|arrive à (?:son terme|sa fin)",
    "es": r"(?:ha )?(?:termin|finaliz|conclu|acab)\w+",
    "it": r"(?:si è |è )?(?:conclu|termin|finit|scad)\w+",
    "nl": r"loopt (?:\w+ )?af|eindigt|afgelopen|ten einde|voorbij",
    "pt": r"(?:terminou|termina|acabou|acaba|chegou ao fim|chega ao fim|findou)",
}

_LET_GO = by_language(
    {one: (rf"\b{PERIODS[one][0]} {PERIODS[one][1]}{_BETWEEN}\b(?:{ends})\b",) for one, ends in _ENDS.items()}
)


#: Thanks for a talk, as whoever had it writes the day after.
_THANKS_FOR_ONE = re.compile(rf"{_THANKS}[^.;:!?]{{0,50}}?{TALK.pattern}", re.IGNORECASE)


def comes_after_interview(reading: Reading) -> bool:
    """Return whether a rejection says so, which leaves nothing to weigh.

    So it does if it refuses a second one or thanks for it, or if it comes at the end of a trial period.
    """
    language = reading.language
    if language not in _AFTER:
        return False
    text = reading.text
    return any(
        (
            _AFTER[language].search(NEVER_WAS[language].sub(" ", text)),
            _SECOND[language].search(text),
            _LET_GO[language].search(text),
        )
    )


def speaks_of_interview(answered: Reading) -> bool:
    """Return whether the message that a rejection answers speaks of an interview that was held.

    Whoever asks what became of an application mostly says how far it had come.
    """
    language = answered.language
    if language not in _AFTER:
        return False
    held = NEVER_WAS[language].sub(" ", answered.text)
    return bool(_AFTER[language].search(held) or _THANKS_FOR_ONE.search(held))
