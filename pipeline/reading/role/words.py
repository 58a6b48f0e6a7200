"""What names an occupation, and what only names of roles bear, in seven languages."""

from __future__ import annotations

import re

from pipeline.reading.role.occupations import COMPOUND_ENDS, OCCUPATIONS

#: `(m/w/d)`, `(H/F)`, `m/v/x`: what is written behind roles alone.
GENDER_MARK = re.compile(
    (
        r"\(\s*(?:[mwfdhvxi]\s?[/|*-]\s?){1,3}[mwfdhvxi]\s*\)"
        r"|\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b"
        r"|\(\s*(?:all genders|alle geschlechter|gn|tous genres)\s*\)"
    ),
    re.IGNORECASE,
)


def _occupations() -> re.Pattern[str]:
    """Return the pattern of all occupations."""
    words = sorted(set(OCCUPATIONS.split()), key=lambda word: (-len(word), word))
    whole = "|".join(re.escape(word).replace("_", "[ -]") for word in words if not word.endswith("*"))
    stems = "|".join(re.escape(word[:-1]).replace("_", "[ -]") for word in words if word.endswith("*"))
    ends = "|".join(COMPOUND_ENDS.split())
    return re.compile(
        rf"\b(?:(?:{whole})|(?:{stems})\w{{0,8}}|\w{{2,30}}(?:{ends})(?:in|innen|s|en)?)\b", re.IGNORECASE
    )


_OCCUPATION = _occupations()

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
    r"|consumidor|settore|motore|fattore|matrice|valore|liste|piste|triste|existe|assiste|insiste|consiste)\b)"
    r"\w{3,}(?:ólog[oa]|olog[oa]|ologue|oloog|ologe|ologin|ologist|[^r]ician|smith|monger|wright|keeper|maker|wachter"
    r"|wächter|grapher|tore|trice|[ai]dora?|sora|tora|ista|iste|istin)s?\b",
    re.IGNORECASE,
)

#: `Engineering`, `enfermería`, `plomberie` and `Gärtnerei` are fields, not occupations.
_FIELDS = ("ing", "ería", "eria", "erie", "erei", "erij", "ical", "ogical")


def names_occupation(text: str) -> bool:
    """Return whether a text of a few words holds a word that names an occupation, or a mark that only roles bear."""
    words = (match[0].lower() for match in _OCCUPATION.finditer(text))
    known = any(not word.endswith(_FIELDS) for word in words) or bool(GENDER_MARK.search(text))
    return known or bool(_BOTH_GENDERS.search(text) or _DOER.search(text))


def name_of(role: str) -> re.Pattern[str]:
    """Return the pattern of the name of a role, whose words say nothing of the candidacy: `Test Engineer`.

    Of one that is no occupation, as `the post`, it finds nothing.
    """
    return re.compile(rf"\b{re.escape(role)}(?!\w)" if names_occupation(role) else r"(?!)", re.IGNORECASE)
