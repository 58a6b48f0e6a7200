"""Whether a message is on familiar terms with the candidate: says `du`, `tu` or `je`, and not `Sie`, `vous` or `u`."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading

#: The words with which a language speaks to somebody familiarly, and those with which it keeps its distance. Where a
#: word of distance has another meaning too, only its capital tells.
_TERMS = {
    "de": (r"(?i:du|dir|dich|deine?[mnrs]?)", r"Sie|Ihnen|Ihre?[mnrs]?"),
    "es": (r"(?i:tú|tus?|te|ti|contigo)", r"(?i:usted(?:es)?|sus?|les?)"),
    "fr": (r"(?i:tu|te|t(?=['\u2019])|toi|ton|tes|ta)", r"(?i:vous|votre|vos)"),
    "it": (r"(?i:tu|ti|te|tuoi?|tu[aoe])", r"Lei|Le|(?i:suoi?|su[aoe])"),
    "nl": (r"(?i:je|jij|jou|jouw)", r"(?i:u|uw)"),
    "pt": (r"(?i:tu|te|ti|contigo|teus?|tuas?)", r"(?i:vocês?|lhes?|seus?|suas?)"),
}
_PATTERNS = {language: tuple(re.compile(rf"\b(?:{words})\b") for words in both) for language, both in _TERMS.items()}


def is_familiar(reading: Reading) -> bool:
    """Return whether more words above the sign-off are familiar than distant.

    Below it stand notices that are distant to everybody. False in a language that has no such choice.
    """
    if reading.language not in _PATTERNS:
        return False
    end = min((reading.sentences[number].start for number in reading.sign_off), default=len(reading.text))
    familiar, distant = (len(one.findall(reading.text, 0, end)) for one in _PATTERNS[reading.language])
    return familiar > distant
