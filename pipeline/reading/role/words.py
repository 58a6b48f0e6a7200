"""What names an occupation, and what only names of roles bear, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.core.applications.identity import ANY_GENDER
from pipeline.reading.role.occupations import COMPOUND_ENDS, OCCUPATIONS
from pipeline.reading.text.spelling import places_of

#: `(m/w/d)`, `(H/F)`, `m/v/x`: what is written behind roles alone.
GENDER_MARK = re.compile(
    (
        r"\(\s*(?:[mwfdhvxi]\s?[/|*-]\s?){1,3}[mwfdhvxi]\s*\)"
        r"|\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b"
        rf"|\(\s*(?:{ANY_GENDER})\s*\)"
    ),
    re.IGNORECASE,
)


def _any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of some words and stems."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    whole = "|".join(re.escape(word).replace("_", "[ -]") for word in ordered if not word.endswith("*"))
    stems = "|".join(re.escape(word[:-1]).replace("_", "[ -]") for word in ordered if word.endswith("*"))
    return rf"(?:{whole})|(?:{stems})\w{{0,8}}"


_OCCUPATION = re.compile(
    rf"\b(?:{_any_of(OCCUPATIONS.split())}|\w{{2,30}}(?:{'|'.join(COMPOUND_ENDS.split())})(?:in|innen|s|en)?)\b",
    re.IGNORECASE,
)

#: Those in several words: `aide soignante`, `femme de chambre`.
_COMPOUND = re.compile(rf"\b(?:{_any_of(word for word in OCCUPATIONS.split() if '_' in word)})\b", re.IGNORECASE)

#: A word in both genders, as only roles are written: `Referent:in`, `Enóloga/o`, `Chargé(e)`, `Kameramann/-frau`.
_BOTH_GENDERS = re.compile(
    r"\b(?!candidat|bewerb|estimad|querid|prezad|car[oa]\b|chèr|cher|gentil|lieb|sehr|interess|colleg|kolleg)"
    r"[^\W\d_]{4,}(?:[/:*·•_]-?|\()(?:innen|in|frau|mann|ne|e|a|o|as|os|ère|euse|trice|rice|ienne)\b\)?",
    re.IGNORECASE,
)

#: Endings that make a word for somebody who does something, and words that end so and are none.
_DOER = re.compile(
    r"\b(?!(?:entre|re|pre|im|con|acqui|pro|com)?(?:vista|lista|pista|mista|quista)\b|\w*(?:ordenador|computador"
    r"|servidor"
    r"|consumidor|settore|motore|fattore|matrice|valore|liste|piste|triste|existe|assiste|insiste|consiste"
    r"|(?:respond|escrib|recib|asist|vin|hic|dij|tuv|pud|quis|sal|ped|decid|conoc|ofrec)iste)\b)"
    r"\w{3,}(?:ólog[oa]|olog[oa]|ologue|oloog|ologe|ologin|ologist|[^r]ician|smith|monger|wright|keeper|maker|wachter"
    r"|wächter|grapher|tore|trice|[ai]dora?|sora|tora|ista|iste|istin)s?\b",
    re.IGNORECASE,
)

#: How many characters are looked at: each costs as much as a hundred elsewhere.
_LONGEST = 200

#: `Engineering`, `enfermería`, `plomberie` and `Gärtnerei` are fields, not occupations.
_FIELDS = ("ing", "ería", "eria", "erie", "erei", "erij", "ical", "ogical")


def names_occupation(text: str) -> bool:
    """Return whether a text of a few words holds a word that names an occupation, or a mark that only roles bear.

    What is longer than a role or a heading is looked at as far as one goes.
    """
    text = text[:_LONGEST]
    words = (match[0].lower() for match in _OCCUPATION.finditer(text))
    known = any(not word.endswith(_FIELDS) for word in words) or bool(GENDER_MARK.search(text))
    return known or bool(_BOTH_GENDERS.search(text) or _DOER.search(text))


def begins_with_compound(text: str) -> bool:
    """Return whether a text begins with an occupation in several words: `femme de ménage à mi-temps`."""
    return _COMPOUND.match(text) is not None


def cuts_compound(name: str, text: str) -> bool:
    """Return whether all that a text has of a name is within an occupation in several words: `soignante de nuit`."""
    places = places_of(name, text)
    return bool(places) and all(
        any(begin < start < end or begin < stop < end for begin, end in _compounds(text)) for start, stop in places
    )


@lru_cache(maxsize=1)  # all candidates of a message are held against one text
def _compounds(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text has occupations in several words."""
    return tuple(match.span() for match in _COMPOUND.finditer(text))


def name_of(role: str) -> re.Pattern[str]:
    """Return the pattern of the name of a role, whose words say nothing of the candidacy: `Test Engineer`.

    Of one that is no occupation, as `the post`, it finds nothing.
    """
    return re.compile(rf"\b{re.escape(role)}(?!\w)" if names_occupation(role) else r"(?!)", re.IGNORECASE)
