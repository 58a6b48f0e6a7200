"""Sentences that speak of another job than the one a message is about, or of what somebody is like or was once."""

from __future__ import annotations

import re

from pipeline.reading.text.by_language import ByLanguage
from pipeline.reading.text.spelling import places_of

#: Words that set a job beside the first one: there is another as well, somebody else may want it, it was named before.
_ASIDE = {
    "en": r"also|meanwhile|instead|in case|alternatively|another of our|other (?:openings|roles|jobs"
    r"|positions|vacancies|posts)|similar (?:roles|jobs|positions)|those (?:applying|who applied)|applicants for"
    r"|you may"
    r" (?:like|want)|might (?:suit|interest|be worth)|if you (?:applied|are interested|would like)"
    r"|at the moment we are looking"
    r"|currently looking for|we are looking for|reports? to|reporting to",
    "de": r"auch|außerdem|zudem|derzeit|aktuell|zurzeit|momentan|stattdessen|alternativ|falls Sie|falls du"
    r"|beispielsweise"
    r"|weitere\w* stellen|offene\w* stellen",
    "fr": r"aussi|également|par ailleurs|en revanche|par contre|autres? (?:offres|postes)|actuellement|si vous êtes",
    "es": r"también|además|asimismo|otras? (?:ofertas|vacantes|puestos)|actualmente|en cambio|por otra parte",
    "it": r"anche|inoltre|altr[ei] (?:posizioni|offerte)|attualmente|invece|nel frattempo",
    "nl": r"ook|trouwens|daarnaast|bovendien|overigens|eerder noemde|andere (?:vacatures|functies)|momenteel"
    r"|wel zoeken",
    "pt": r"também|além disso|outras? (?:vagas|oportunidades)|atualmente|entretanto|por outro lado",
}

_PATTERNS = ByLanguage({language: rf"\b(?:{words})\b" for language, words in _ASIDE.items()})


#: The same behind the job: `if you applied as a porter too`.
_ASIDE_BEHIND = re.compile(
    r"\b(?:too|as well|separate(?:ly)? \w+|separately|igualmente|trouwens|overigens|eerder)\b", re.IGNORECASE
)
#: Nobody is wanted as what follows, for now: that is the job applied for.
_NOBODY = re.compile(
    r"\b(?:keine[nr]?(?: neuen?)?|geen(?: nieuwe| extra)?|(?:pas|plus) (?:de|d['\u2019])|ning[uú]na?|ning[uú]n"
    r"|nessun[oa]?|alcun[oa]?|nenhuma?|(?:not|n['\u2019]t|no longer) \w+(?: \w+)? (?:an?|any)(?: new| more)?)\s?$",
    re.IGNORECASE,
)


def speaks_of_another(sentence: str, name: str, language: str) -> bool:
    """Return whether a sentence names a job in passing that is not the one applied for."""
    before, found, behind = sentence.partition(name)
    if _NOBODY.search(before):
        return False
    pattern = _PATTERNS[language if language in _PATTERNS else "en"]
    return bool(found and (pattern.search(before) or _ASIDE_BEHIND.search(behind)))


#: What leads to what somebody is like, or was once: "too much of a solo developer", "has worked as a driver".
_LIKE = re.compile(
    r"(?:\b(?:too much of an?|(?:you(?:['\u2019]re)?|he|she|they)(?: (?:are|were|was|is|seem\w*|look\w*))?"
    r" (?:\w+ )?(?:more|less) of an?|across as (?:\w+ )?(?:more|less) of an?|(?:has|had) worked (?:\w+ ){0,3}as an?"
    r"|(?:wirk\w+|sind|bist|waren|warst) (?:\w+ ){0,4}(?:eher|mehr) (?:wie )?ein(?:e|en)?"
    r"|(?:êtes|étiez|es|étais|semble[sz]) (?:\w+ )?(?:plutôt|davantage) une?|(?:a|avait) travaillé (?:\w+ ){0,4}comme"
    r"|(?:eres|pareces|usted (?:es|parece)) (?:\w+ )?más bien una?"
    r"|(?:trabajó|ha trabajado|trabajaba) (?:\w+ ){0,4}(?:como|de)"
    r"|(?:lei (?:è|era|sembra)|sei|eri|sembri) (?:\w+ )?(?:più|piuttosto) una?"
    r"|(?:ha lavorato|lavorava) (?:\w+ ){0,4}come|(?:bent|leek) (?:\w+ )?(?:meer|eerder) een"
    r"|(?:você (?:é|parece)|és|pareces) (?:\w+ )?mais uma?|(?:trabalhou|trabalhava) (?:\w+ ){0,4}como)\s)"
    r"(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)

#: The same where the verb follows: "hat zehn Jahre als Fahrer gearbeitet".
_WORKED = re.compile(
    r"\b(?:hat|hatte|hast|haben|hatten|heeft|had|hebt)"
    r" (?:(?!(?:ihre?|deine?|uns|mir|dich|sich|je|jouw|uw|ons|mij)\b)\w+ ){0,5}als (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_ENDS_SO = re.compile(r"^(?:(?!\b(?:und|en)\b)[^,.;!?\n]){0,60}\b(?:gearbeitet|gewerkt)\b", re.IGNORECASE)

#: Who is sought is told by what they have worked as: "looking for somebody who has worked as a cook".
_SOUGHT = re.compile(
    r"\b(?:looking for|needs?|hiring|such[et]\w*|cherch\w+|recherch\w+|busc\w+|cerc\w+|zoek\w+|procur\w+)\b[^.!?\n]*$",
    re.IGNORECASE,
)

#: How far back and on it is looked for.
_FAR = 120


def is_only_of_somebody(name: str, text: str) -> bool:
    """Return whether a text names a job nowhere but where it says what somebody is like, or was once."""
    places = places_of(name, text)
    return bool(places) and all(_is_of_somebody(text[max(at - _FAR, 0) : at], text[at : at + _FAR]) for at, _ in places)


def _is_of_somebody(before: str, behind: str) -> bool:
    """Return whether what stands before a job, and the job with what is behind, say that somebody is or was such."""
    if _SOUGHT.search(before):
        return False
    return bool(_LIKE.search(before) or (_WORKED.search(before) and _ENDS_SO.search(behind)))
