"""What is decided after an interview, in so many words: `not to move forward after the interview`."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading
from pipeline.reading.stage.denied import NEVER_WAS

#: Words that put the decision behind one interview, in seven languages. Several may have been held with others.
_AFTER = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "de": r"nach (?:dem|unserem|ihrem|deinem|eurem) (?:\w+ ){0,2}?(?:\w*gespräch|interview|telefonat)",
        "en": r"(?:after|following|since) (?:the|your|our|today's|yesterday's|\w+day's) (?:\w+ ){0,2}?"
        r"(?:interview|conversation|call|chat)\b(?! (?:stage|phase|round|process))",
        "es": r"(?:tras|después de) (?:la|nuestra|tu|su) (?:\w+ )?entrevista",
        "fr": r"(?:après|(?:à la )?suite à|à l['\u2019]issue de) (?:l['\u2019]|notre |votre |ton |cet )"
        r"(?:\w+ )?entretien",
        "it": r"(?:dopo|in seguito a|a seguito d[ei]) ?(?:il|l|nostro|tuo|suo)? (?:\w+ )?colloquio",
        "nl": r"na (?:het|ons|je|uw) (?:\w+ )?(?:\w*gesprek|interview)",
        "pt": r"(?:após|depois d)(?:e|a)? ?(?:a|nossa|sua|tua)? ?entrevista",
    }.items()
}


def comes_after_interview(reading: Reading) -> bool:
    """Return whether a rejection says so, which leaves nothing to weigh."""
    language = reading.language
    return language in _AFTER and _AFTER[language].search(NEVER_WAS[language].sub(" ", reading.text)) is not None
