"""What is decided after an interview, in so many words: `not to move forward after the interview`, `no second one`."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.core.reading import Reading
from pipeline.reading.stage.denied import NEVER_WAS
from pipeline.reading.stage.trials import PERIODS
from pipeline.reading.text.by_language import ByLanguage, by_language


def _compiled(words: Mapping[str, str]) -> ByLanguage:
    """Return one pattern of whole words for each language, which borrows from no other."""
    return ByLanguage({language: rf"\b(?:{some})\b" for language, some in words.items()})


#: Words that put the decision behind one interview, in seven languages. Several may have been held with others.
_AFTER = _compiled(
    {
        "de": r"nach (?:dem|unserem|ihrem|deinem|eurem) (?:\w+ ){0,2}?(?:\w*gespräch|interview|telefonat)"
        r"|nach (?:ihrem|deinem|ihrer|deiner) (?:\w+ )?(?:probearbeiten|probetag|hospitation|lehrprobe)",
        "en": r"(?:after|following|since) (?:the|your|our|today's|yesterday's|\w+day's) (?:\w+ ){0,2}?"
        r"(?:interview|conversation|call|chat)\b(?! (?:stage|phase|round|process))"
        r"|(?:the|your) subsequent (?:\w+ )?interview"
        r"|(?:after|following|since) (?:your|our) (?:\w+ )?(?:(?:phone|telephone|recruiter|video) screen|audition"
        r"|trial shift)\b"
        r"(?! (?:stage|phase|round|process|tape|video))"
        # Which round it was, as firms that count them say.
        r"|(?:rejected|unsuccessful|not (?:selected|cleared|shortlisted)|failed) (?:\w+ ){0,3}?(?:in|after"
        r"|at) (?:the )?"
        r"(?:l[1-4]|hr|managerial) (?:interview )?round",
        "es": r"(?:tras|después de) (?:la|nuestra|tu|su) (?:\w+ )?entrevista"
        r"|(?:tras|después de) (?:nuestra|tu|su) (?:\w+ )?(?:videollamada|audición|prueba oral)",
        "fr": r"(?:(?:après|(?:à la )?suite à|à l['\u2019]issue de) (?:l['\u2019]|notre |votre |ton |cet )"
        r"|à l['\u2019]issue du )(?:\w+ )?entretien"
        r"|(?:après|suite à|à l['\u2019]issue de) (?:(?:votre|ton|notre) (?:entrevue|épreuve orale|oral|audition)"
        r"|l['\u2019](?:épreuve orale|oral|audition|entrevue) du \d+)"
        r"|(?:vous avez|vous aviez|tu as) été (?:\w+ )?(?:reçu|entendu|auditionné)e?s? (?:le \d{1,2}(?:er)? \w+ )?"
        r"(?:par (?!courrier|mail|e-mail|écrit)|en entretien)",
        "it": r"(?:dopo|in seguito a|a seguito d[ei]) ?(?:il|l|nostro|tuo|suo)? (?:\w+ )?colloquio"
        r"|dopo la (?:tua|sua|nostra) (?:videochiamata|prova orale|audizione)",
        "nl": r"na (?:het|ons|je|uw) (?:\w+ )?(?:\w*gesprek|interview)|na (?:je|jouw|uw) (?:proefles|auditie|proefdag)",
        "pt": r"(?:após|depois d)(?:e|a)? ?(?:a|nossa|sua|tua)? ?entrevista"
        r"|(?:após|depois d)a? ?(?:nossa|sua|tua) (?:prova oral|audição|videochamada)",
    }
)

#: A second talk, which is refused to nobody, and nobody is thanked for, who had no first.
_SECOND_ONE = {
    "en": r"(?:second|2nd|another|follow-up)(?:[- ]round)? (?:interview|phone screen)(?! (?:slot|date|time))",
    "de": r"(?:zweite[mns]?|(?:einem|ein) weitere[ns]) (?:\w+ )?(?:\w*gespräch|interview)s?|zweitgespräch\w*",
    "fr": r"(?:second|deuxième|2e|2ème|nouvel) (?:entretien|échange)",
    "es": r"(?:segunda|2\.?ª|otra) entrevista",
    "it": r"(?:secondo|ulteriore|altro) colloquio",
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


#: How an applicant who asks for news speaks of an interview that was held: `my interview on Tuesday`, by language.
_MINE = _compiled(
    {
        "de": r"(?:mein|unser)\w* (?:vorstellungs|bewerbungs)gespräch (?:am|vom|letzte\w*|vorige\w*)"
        r"|nach dem (?:ersten|zweiten|letzten) \w*gespräch",
        "en": r"my (?:\w+ )?interview (?:on|last|with|went)|I was interviewed|I interviewed (?:for|with|on|last)"
        r"|after (?:the|my|our) (?:first|second|final) interview"
        r"|thanks? (?:you )?(?:so much |again )?for (?:the|my|our) interview (?:on|last|yesterday|today|earlier)",
        "es": r"mi (?:\w+ )?entrevista (?:del?|con)|me entrevist\w+|(?:tras|después de) la (?:primera|segunda"
        r"|última) entrevista",
        "fr": r"mon entretien (?:du|de (?:lundi|mardi|mercredi|jeudi|vendredi))|après (?:le|mon) (?:premier|second"
        r"|deuxième"
        r"|dernier) entretien",
        "it": r"mio colloquio (?:del?|di|con)|dopo il (?:primo|secondo|ultimo) colloquio",
        "nl": r"mijn (?:sollicitatie)?gesprek (?:van|op|afgelopen|vorige)|na het (?:eerste|tweede|laatste) gesprek",
        "pt": r"minha entrevista (?:d[eo]|na|com)|(?:após|depois d)a (?:primeira|segunda|última) entrevista",
    }
)


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
    """Return whether the message that a rejection answers speaks of an interview that the reader had.

    Whoever asks what became of an application mostly says how far it had come.
    """
    mine = _MINE.get(answered.language)
    return bool(mine and mine.search(answered.text))
