"""What a text must be to be a role's name, and what is taken off it until it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.reading.role.around import FIRST_NEVER, LEADING, NO_ROLE, REFERENCE
from pipeline.reading.role.ends import IS_DATE, LEVEL, with_level, without_tails
from pipeline.reading.role.words import GENDER_MARK, begins_with_compound, names_occupation
from pipeline.reading.text.blanks import BLANKS

#: A role has at most so many words and characters.
MOST_WORDS = 10
MOST_CHARACTERS = 150

#: Languages that put the occupation before what it is about.
ROMANCE = ("es", "fr", "it", "pt")

#: Words of a role in small letters that no known occupation vouches for, at most; short ones (`de la`) do not count.
_MOST_SMALL_WORDS = 4

#: A place in brackets behind a role, or where the work is done.
_PLACE_BEHIND = re.compile(
    rf"{BLANKS}?[([](?:[^()]*,[^()]*|(?:fully |100% )?(?:remote|hybrid|on-?site|homeoffice|télétravail|remoto"
    r"|presencial)\b[^()]*)[)\]]?$",
    re.IGNORECASE,
)

#: A number in brackets that is no level: hours, a reference, a date.
_NUMBER_IN_BRACKETS = re.compile(rf"{BLANKS}?\((?!{LEVEL}\))[^()]{{0,60}}\d[^()]{{0,60}}\)", re.IGNORECASE)

_FIELD = re.compile(
    r"\b(?:process|applications?|tests?|team|time|selection|loan|grants?|course|feedback|company|interview) (?=[A-Z])",
    re.IGNORECASE,
)

#: The firm that a role is in, with its legal form: `Buchhalter in der Muster Werke GmbH`.
_ORGANISATION_BEHIND = re.compile(
    r"\s(?:in|bei|an) (?:der|dem|den) [^,()]{2,60}\b(?:GmbH|gGmbH|mbH|AG|SE|KG|KGaA|OHG|e\. ?V\.?|eG|AöR|KdöR)$"
)

_WORD_IN_BRACKETS = re.compile(r"\s*\([^\W\d_]\w+\)$")

#: A word for the job itself behind a role.
_JOB_BEHIND = re.compile(
    r"(?<=\w|\)) (?:search|opening|vacancy|position|requisition|seat|slot|spot|gig|thing|convo|scheme|intake|cohort"
    r"|advert|ad|rol|gezocht|bekeken)$",
    re.IGNORECASE,
)

#: The same of words that a role may have too, where what is left names an occupation: `optometrist post`, `Koch-Job`.
_POST_BEHIND = re.compile(
    r"(?<=\w|\))(?:(?<! of) (?:post|job|position|role)|-(?:job|stelle|posten|position|baan|plek|functie|vacature))$",
    re.IGNORECASE,
)

#: A code in front of a role, of three parts or with three digits in a row: `387-B5-ED-0226 Staff Nurse`. `S/4HANA
#: Consultant` and `K-12 Teacher` have none.
_CODE = re.compile(r"^(?=\S*\d{3}|(?:\w+[-._]){2})(?=\S*\d)[A-Z0-9]+(?:[-._][A-Z0-9]+)+[\s:,-]+(?=[^\W\d_])")

#: Small words that nothing follows: `ASSC à`, of 70 %.
_DANGLING = re.compile(
    r"(?:\s(?:à|au|du|pour|for|of|at|as|als|bei|im|für|bij|voor|van|op|per|para|em|con|com|the))+$", re.IGNORECASE
)

#: A firm in front of brackets, and the role in them.
_IN_BRACKETS = re.compile(
    r"(?P<front>[^()]{3,80}\b(?:bank|ltd|inc|llc|plc|gmbh|ag|university|hospital|school|college|council|trust|group|company))"
    r" \((?P<role>[^()]{4,80})\)",
    re.IGNORECASE,
)

#: A workload of which the sign or the decimals were cut off, or the number, and a number of which the word was left:
#: `Pflegefachfrau HF 80`, of 80 to 100 %, `Docent 0`, of 0,8 fte, `Library Assistant FTE`, `borsista cod`.
_WORKLOAD = re.compile(
    r"(?<=\w\w) (?:(?:[4-9]0|100|0|0[.,]\d{1,2})(?: (?:fte|wte|etp|vzä|vze))?"
    r"|\(?(?:fte|wte|etp|vzä|vze)\)?|c[oó]d\.?)$",
    re.IGNORECASE,
)

#: A scheme is named by what it is for, unless that is one word: `Graduate scheme`.
_SCHEME = re.compile(r"^\S+ (?:scheme|intake|cohort)$", re.IGNORECASE)

#: A technical test or interview, with its number and day, where `technical` is the word for a technician, too.
_TECHNICAL = re.compile(
    r"\b(?:(?:primer|segund|terc[ei]|prim|second|terz|quart|últim|ultim)\w* )?(?:prueba|entrevista|prova|intervista"
    r"|colloquio|test|teste|ejercicio|esercizio|reto|charla|conversa|desafio|fase) t[ée]cnic[oa]\b"
    r"(?: (?:del|di|da|de) \w+)?",
    re.IGNORECASE,
)

#: Dates, codes and words with an article, which phrases lead to as well: `du 3 mai`, `LAB-2026-03`.
_NO_NAME = re.compile(
    r"^[cdlns]['\u2019]|^\d+(?:\.|er|st|nd|rd|th|º)?(?:\s+(?!line\b|level\b)|$)"
    r"|^(?=\S*\d)(?-i:[A-Z0-9][A-Z0-9_/-]+)$",
    re.IGNORECASE,
)

#: A date has at most so many words: `Wednesday, 9 August 2026`.
_MOST_OF_A_DATE = 4

#: A firm with its legal form, or a ship.
_FIRM_OR_SHIP = re.compile(r"\b(?:LLP|LLC|Ltd|GmbH|Inc|Sàrl|S\.?r\.?l|B\.?V)\.?$|^(?:M[VSY]|HMS|TSS) ")

#: Participles in both genders, as no role begins: `stato/a ammesso/a`.
_PARTICIPLE = re.compile(
    r"(?:stat|ammess|selezionat|idone|convocat|contattat|seleccionad|admitid|descartad|inscrit|convocad|selecionad|aprovad)"
    r"o?[/(·.-](?:o?a|os?|as)\b|(?:retenu|admis|inscrit|sélectionné|convoqué)[/(·.-]e\b",
    re.IGNORECASE,
)

#: What may stand around a role and is no part of it.
_CLEAN_ENDS = " ,;:.-\u2013—|•·*'\"\u2018\u2019“”„«»/"


def without_numbers(text: str) -> str:
    """Return a text without reference numbers, and without brackets that hold hours, dates and the like."""
    return REFERENCE.sub(" ", _NUMBER_IN_BRACKETS.sub(" ", text))


def clean(text: str) -> str:
    """Return a role without reference number, workload and punctuation around it; empty if it is too long."""
    text = _CODE.sub("", text)
    plain = without_numbers(re.sub(r"\d{1,3}(?:\s?[-\u2013]\s?\d{1,3})?\s?%", " ", with_level(text)))
    plain = (
        _ORGANISATION_BEHIND.sub("", _leading(" ".join(plain.split()).strip(_CLEAN_ENDS)))
        .removesuffix("'s")
        .removesuffix("\u2019s")
    )
    if REFERENCE.match(text):
        plain = _WORD_IN_BRACKETS.sub("", plain)  # `JR001182 Process Engineer (Oslo)`, as one system writes it
    plain = _without_organisation(plain)
    plain = plain if _SCHEME.match(plain) else _JOB_BEHIND.sub("", plain)
    if names_occupation(shorter := _POST_BEHIND.sub("", plain)):
        plain = shorter
    plain = _DANGLING.sub("", _WORKLOAD.sub("", without_tails(_PLACE_BEHIND.sub("", plain)).strip(_CLEAN_ENDS)))
    inside = _IN_BRACKETS.fullmatch(plain)
    if inside and names_occupation(inside["role"]) and not names_occupation(inside["front"]):
        plain = inside["role"]  # `Halden Federal Bank (Fraud Investigator)`
    if plain.startswith("(") and plain.find(")") == len(plain) - 1:
        plain = plain[1:-1].strip(_CLEAN_ENDS)  # a role in brackets behind its number
    if plain.count("(") != plain.count(")"):
        plain = " ".join(re.sub(r"[()]", " ", plain).split()).strip(_CLEAN_ENDS)
    return plain if len(plain.split()) <= MOST_WORDS and len(plain) <= MOST_CHARACTERS else ""


def _leading(text: str) -> str:
    """Return a text without the words in front of it that lead to a role, however many."""
    while not begins_with_compound(text) and (shorter := LEADING.sub("", text)) != text:
        text = shorter
    return text


def _without_organisation(name: str) -> str:
    """Return a role without what stands behind a stroke, if that is several words and no role too."""
    head, stroke, tail = name.partition(" / ")
    several = len(tail.split()) > 1 and names_occupation(head) and not names_occupation(tail)
    return head if stroke and several else name


def _is_new(words: Sequence[str]) -> bool:
    """Return whether a role begins with such a word as a part of it: `New Business Manager`, `Van Driver`."""
    if words[0] == "Van" and len(words) > 1:
        return names_occupation(words[1])
    return words[0] == "New" and len(words) > 2 and all(word[:1].isupper() for word in words[1:3])


def is_plausible(name: str) -> bool:
    """Return whether a text can be the name of a role at all."""
    words = name.split()
    if not words or len(name) < 3 or (words[0].casefold() in FIRST_NEVER and not _is_new(words)):
        return False
    if (len(words) <= _MOST_OF_A_DATE and IS_DATE.fullmatch(name)) or (_NO_NAME.match(name) and not _of_a_year(name)):
        return False
    if _PARTICIPLE.match(name) or (_FIRM_OR_SHIP.search(name) and not names_occupation(name)):
        return False
    plain = re.sub(r"\s*\([^()]*\)$", "", GENDER_MARK.sub("", name)) or name
    # `Process Engineer`, `Team Lead`: what would be no role by itself may say which.
    if plain[:1].isupper() and names_occupation(" ".join(plain.split()[-2:])):
        plain = _FIELD.sub("", plain)
    return not NO_ROLE.search(plain)


def _of_a_year(name: str) -> bool:
    """Return whether a role begins with its rank or the year that it is for: `3rd Grade Teacher`, `2nd Engineer`."""
    ordinal = re.match(r"\d{1,2}(?:st|nd|rd|th) (?=[A-Z])", name)
    return bool(ordinal and names_occupation(name[ordinal.end() :]))


def technical_tests_in(text: str) -> Callable[[str], bool]:
    """Return what tells whether a text has a name nowhere but in what it calls a technical test or interview.

    The text is looked through once, however many names are asked about.
    """
    rest = _TECHNICAL.sub(" ", text)
    return lambda name: name in text and name not in rest


def begins_with_occupation(name: str, language: str) -> bool:
    """Return whether a text names an occupation where its language has it: Romance languages put it first."""
    front = " ".join(name.split()[:2]) if language in ROMANCE and name[:1].islower() else name
    return names_occupation(front) or begins_with_compound(name)


def written_as_name(name: str, language: str) -> float:
    """Return 1 for a text that is written as the name of a role, less for one that may be any words."""
    words = [word for word in name.split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    if language in ("en", "de"):
        return 1.0 if words and capitals == len(words) else 0.3
    return 1.0 if capitals and name[0].isupper() else 0.3


def is_short(name: str) -> bool:
    """Return whether a text in small letters is as short as a role is; little words do not count."""
    return sum(len(word) > 3 for word in name.split()) <= _MOST_SMALL_WORDS
