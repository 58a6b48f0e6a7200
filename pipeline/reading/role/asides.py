"""Sentences that speak of another job than the one a message is about, in seven languages."""

from __future__ import annotations

import re

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

_PATTERNS = {language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _ASIDE.items()}


#: The same behind the job: `if you applied as a porter too`.
_ASIDE_BEHIND = re.compile(
    r"\b(?:too|as well|separate(?:ly)? \w+|separately|igualmente|trouwens|overigens|eerder)\b", re.IGNORECASE
)


def speaks_of_another(sentence: str, name: str, language: str) -> bool:
    """Return whether a sentence names a job in passing that is not the one applied for."""
    before, found, behind = sentence.partition(name)
    pattern = _PATTERNS.get(language, _PATTERNS["en"])
    return bool(found and (pattern.search(before) or _ASIDE_BEHIND.search(behind)))
