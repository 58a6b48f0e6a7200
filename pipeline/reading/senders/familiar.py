"""Whether a message is on familiar terms with the candidate: says `du`, `tu` or `je`, and not `Sie`, `vous` or `u`."""

from __future__ import annotations

import re

from pipeline.core.reading import Reading

#: What is said to somebody at the end of a verb, but not in words that only end so: `decirte`, `gustaste`; `esserti`.
_ES_VERB = (
    r"(?!(?:a|com|im|re)?parte\b|(?:des|en)carte\b|arte\b|marte\b|estandarte\b|baluarte\b|\w*[iu]erte\b|inerte\b)"
    r"\w+(?:[aeiáéí]r|[áé]ndo)te(?:l[aeo]s?)?"
    r"|(?!contraste\b|(?:des)?gaste\b|traste\b|triste\b|chiste\b|quiste\b|(?:re)?viste\b|\w*[sx]iste\b)\w{2,}[ai]ste"
)
_IT_VERB = (
    r"(?!(?:com|re|im|ri|s)?parti\b|s?carti\b|arti\b|quarti\b|(?:in|con|ac|scon)?certi\b|(?:s?co|a|es|re)perti\b"
    r"|(?:of|sof)ferti\b|(?:in|de)serti\b|(?:av|con|di|in|ri)verti\b|allerti\b)\w+(?:[aei]r|[ae]ndo)ti"
)

#: The words with which a language speaks to somebody familiarly, those with which it keeps its distance, and those that
#: may as well speak of somebody else: `su experiencia` is yours or hers. Where a word of distance is an article too,
#: what follows tells: `Le comunichiamo`, `Le posizioni`.
_TERMS = {
    "de": (r"(?i:du|dir|dich|deine?[mnrs]?)", r"Sie|Ihnen|Ihre?[mnrs]?", ""),
    "es": (rf"(?i:tú|tus?|te|ti|contigo|{_ES_VERB})", r"(?i:usted(?:es)?)", r"(?i:sus?|les?)"),
    "fr": (r"(?i:tu|te|t(?=['\u2019])|toi|ton|tes|ta)", r"(?i:(?<!rendez-)vous|votre|vos)", ""),
    "it": (
        rf"(?i:tu|ti|te|tuoi?|tu[aoe]|{_IT_VERB})",
        r"Lei|Le(?= \w+mo\b)|Suoi?|Su[ae]|\w+(?:[aei]r|[ae]ndo)L[ae]",
        r"suoi?|su[ae]",
    ),
    "nl": (r"(?i:je|jij|jou|jouw)", r"(?i:(?<!\d )u|uw)", ""),
    "pt": (r"(?i:tu|te|ti|contigo|teus?|tuas?)", r"(?i:vocês?|lhes?|seus?|suas?)", ""),
}
#: `TI` is what Spanish and Portuguese call IT.
_PATTERNS = {
    language: tuple(re.compile(rf"\b(?!TI\b)(?:{words})\b" if words else "(?!)") for words in kinds)
    for language, kinds in _TERMS.items()
}


def is_familiar(reading: Reading) -> bool:
    """Return whether more words above the sign-off are familiar than distant.

    Two words that may speak of somebody else make one of distance. Below the sign-off stand notices that are distant to
    everybody. False in a language that has no such choice.
    """
    if reading.language not in _PATTERNS:
        return False
    end = min((reading.sentences[number].start for number in reading.sign_off), default=len(reading.text))
    familiar, distant, doubtful = (len(one.findall(reading.text, 0, end)) for one in _PATTERNS[reading.language])
    return familiar > distant + doubtful / 2
