"""Which role a message is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.core.matching import normalise_role
from pipeline.core.reading import Reading
from pipeline.reading.names import alike
from pipeline.reading.role_ends import with_level, without_tails
from pipeline.reading.role_lines import above_signature, announced, labelled
from pipeline.reading.role_phrases import (
    AHEAD,
    BEFORE_TEST_EN,
    BEHIND_EN,
    FIRST_NEVER,
    LEADING,
    NO_ROLE,
    NOT_A_ROLE,
    OCCASION,
    QUOTED,
    REFERENCE,
    SUBJECT_PARTS,
    SUBJECT_PREFIX,
)
from pipeline.reading.role_words import GENDER_MARK, cut, names_occupation

#: A role has at most so many words and characters.
MOST_WORDS = 10
MOST_CHARACTERS = 150

#: Sentences that are searched, and how much of each: a role is named early.
_MOST_SENTENCES = 60
_LONGEST = 500

#: A role may be spelt out by so many words more.
_MOST_MORE_WORDS = 4

#: Words with capital letters in a row.
_RUN_OF_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w/&+-]*(?: (?:of|de|for|and|di|van) (?=[A-ZÀ-Þ])| (?=[A-ZÀ-Þ])|[A-ZÀ-Þ][\w/&+-]*){1,6}"
)

#: A place in brackets behind a role, or where the work is done.
_PLACE_BEHIND = re.compile(
    r"\s*[([](?:[^()]*,[^()]*|(?:fully |100% )?(?:remote|hybrid|on-?site|homeoffice|télétravail|remoto"
    r"|presencial)\b[^()]*)[)\]]?$",
    re.IGNORECASE,
)

_FIELD = re.compile(
    r"\b(?:process|applications?|tests?|team|time|selection|loan|grants?|course|feedback|company|interview) (?=[A-Z])",
    re.IGNORECASE,
)

_WORD_IN_BRACKETS = re.compile(r"\s*\([^\W\d_]\w+\)$")

#: A word for the job itself behind a role.
_JOB_BEHIND = re.compile(r"(?<=\w) (?:search|opening|vacancy|position|requisition)$", re.IGNORECASE)

#: Weight that makes a claim believed.
_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class _Claim:
    """A role that one phrase names, and how far the phrase alone is to be trusted."""

    name: str
    weight: float


#: A phrase of this weight is believed with what is quoted behind it.
_TRUSTED = 0.7

#: Words of a role in small letters that no known occupation vouches for, at most.
_MOST_SMALL_WORDS = 4

#: Languages that put the occupation before what it is about.
_ROMANCE = ("es", "fr", "it", "pt")

#: What may stand around a role and is no part of it.
_CLEAN_ENDS = " ,;:.-\u2013—|·•*'\"\u2018\u2019“”„«»/"


def role_of(reading: Reading, company: str = "") -> str:
    """Return the role that a message is about, as written but without its reference number; empty if it cannot be told.

    `company` is the company's name, which no role bears.
    """
    claims = [claim for claim in _claims(reading) if not (company and alike(claim.name, company))]
    weights: dict[str, float] = {}
    for claim in claims:
        key = normalise_role(claim.name)
        weights[key] = weights.get(key, 0.0) + claim.weight
    believed = [claim for claim in claims if weights[normalise_role(claim.name)] >= _ENOUGH]
    # Between two that are believed, the one that was named first by the stronger phrases.
    best = max(believed, key=lambda claim: weights[normalise_role(claim.name)], default=None)
    if best is None:
        return _only_one(reading, company)
    return _in_full(best, believed).name


def _in_full(best: _Claim, believed: Sequence[_Claim]) -> _Claim:
    """Return the claim that spells the best one out: `conductor de reparto` for `conductor`."""
    words = normalise_role(best.name).split()
    for claim in believed:
        longer = normalise_role(claim.name).split()
        if (
            0 < len(longer) - len(words) <= _MOST_MORE_WORDS
            and longer[: len(words)] == words
            and claim.weight >= _ENOUGH
        ):
            return claim
    return best


def _only_one(reading: Reading, company: str) -> str:
    """Return the one role that is written as a name anywhere above the signature, if there is but one."""
    if reading.language == "de":
        return ""  # every noun has a capital letter there
    found: dict[str, str] = {}
    for line in (reading.message.subject, *above_signature(reading.text)[:_MOST_SENTENCES]):
        for match in _RUN_OF_CAPITALS.finditer(line[:_LONGEST]):
            name = _clean(match[0])
            if _is_plausible(name) and names_occupation(name.split()[-1] if reading.language == "en" else name):
                found.setdefault(normalise_role(name), name)
    names = [name for name in found.values() if not (company and alike(name, company))]
    return names[0] if len(names) == 1 else ""


def _claims(reading: Reading) -> Iterator[_Claim]:
    """Yield what the subject and the sentences say of the role."""
    languages = dict.fromkeys((reading.language if reading.language in AHEAD else "en", "en"))
    yield from _in_subject(reading.message.subject[:_LONGEST], tuple(languages))
    yield from _in_lines(reading.text)
    for sentence in reading.sentences[:_MOST_SENTENCES]:
        text = sentence.text[:_LONGEST]
        for language in languages:
            yield from _in_text(text, language)


def _in_subject(subject: str, languages: tuple[str, ...]) -> Iterator[_Claim]:
    """Yield what phrases in a subject name, and parts of it that name an occupation."""
    plain = REFERENCE.sub(" ", SUBJECT_PREFIX.sub("", with_level(subject)))
    yield from _up_to_mark(plain)
    for language in languages:
        yield from _in_text(plain, language)
    for part in SUBJECT_PARTS.split(plain):
        for language in languages:
            name = _clean(cut(OCCASION.sub(" ", part or "").strip(), language))
            if _is_plausible(name) and not name.islower():
                yield _Claim(name, 1.0 if names_occupation(name) else 0.4 * _written_as_name(name, language))
                break


def _up_to_mark(subject: str) -> Iterator[_Claim]:
    """Yield the role that ends in a gender mark, strokes in it and all: `Développeur C / C++ (H/F)`."""
    mark = GENDER_MARK.search(subject)
    if mark and " / " in subject[: mark.start()]:
        name = _clean(re.split(r"\s?[:|]\s|\s[-\u2013—]\s(?=.*\w.*/)", subject[: mark.start()])[-1])
        if _is_plausible(name) and names_occupation(name):
            yield _Claim(name, 2.0)


def _in_lines(text: str) -> Iterator[_Claim]:
    """Yield the roles of lines such as `Position: Data Analyst`, and of lines below "the following position:"."""
    for rest in labelled(text):
        name = _clean(re.split(r"[,;|•·]|\s[-\u2013—]\s", rest, maxsplit=1)[0])
        if _is_plausible(name):
            yield _Claim(name, 1.5)
    for line in announced(text):
        for language in AHEAD:
            name = _clean(_begin(line, language))
            if _is_plausible(name) and (names_occupation(name) or _written_as_name(name, "en") == 1.0):
                yield _Claim(name, 1.5)
                break


def _in_text(text: str, language: str) -> Iterator[_Claim]:
    """Yield what the phrases of one language name."""
    for pattern, weight in AHEAD[language]:
        for match in pattern.finditer(text):
            rest = text[match.end() : match.end() + 120]
            name = _clean(_begin(rest, language))
            if _is_plausible(name):
                known = _names_role_at_front(name, language)
                yield _Claim(name, 1.0 + weight if known else _weight_of_unknown(name, rest, weight, language))
    if language == "en":
        yield from _before_position(text)
        yield from _before_test(text)


def _before_position(text: str) -> Iterator[_Claim]:
    """Yield what stands before "position" and its like in English."""
    for match in BEHIND_EN.finditer(text):
        name = _clean(match[1])
        if _is_plausible(name):
            known = names_occupation(name.split()[-1] if name.islower() else name)
            yield _Claim(name, 1.5 if known else _of_unknown(name, match[2]) * _written_as_name(name, "en"))


def _before_test(text: str) -> Iterator[_Claim]:
    """Yield the occupation that stands before "assessment" and its like in English."""
    for match in BEFORE_TEST_EN.finditer(text):
        name = _clean(match[1])
        if _is_plausible(name) and names_occupation(name.split()[-1]):
            yield _Claim(name, 1.0)


def _of_unknown(name: str, job: str) -> float:
    """Return how far "the ... position" is to be trusted with no known occupation: several words name a field."""
    if job.lower() == "application":
        return 0.3
    return _ENOUGH if len(name.split()) > 1 and "internship" not in job.lower() else 0.6


def _weight_of_unknown(name: str, rest: str, weight: float, language: str) -> float:
    """Return how far a phrase is to be trusted with a name that holds no known occupation."""
    if QUOTED.match(rest) and weight >= _TRUSTED:
        return _ENOUGH
    # Romance languages and Dutch write roles small, so that only the phrase tells.
    small = language in (*_ROMANCE, "nl") and weight >= _ENOUGH and len(name.split()) <= _MOST_SMALL_WORDS
    if small and not NOT_A_ROLE.match(name):
        return weight
    return weight * _written_as_name(name, language)


def _names_role_at_front(name: str, language: str) -> bool:
    """Return whether a text names an occupation where its language has it: Romance languages put it first."""
    words = name.split()
    front = " ".join(words[:2]) if language in _ROMANCE and name[0].islower() else name
    return names_occupation(front)


def _begin(text: str, language: str) -> str:
    """Return the role at the beginning of a text: what is quoted there, or what comes before it must end."""
    quoted = QUOTED.match(text)
    return quoted[1] if quoted else cut(text, language)


def _written_as_name(name: str, language: str) -> float:
    """Return 1 for a text that is written as the name of a role, less for one that may be any words."""
    words = [word for word in name.split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    if language in ("en", "de"):
        return 1.0 if words and capitals == len(words) else 0.3
    return 1.0 if capitals and name[0].isupper() else 0.3


def _clean(text: str) -> str:
    """Return a role without reference number, workload and punctuation around it; empty if it is too long."""
    plain = REFERENCE.sub(" ", re.sub(r"\d{1,3}(?:\s?[-\u2013]\s?\d{1,3})?\s?%", " ", with_level(text)))
    plain = LEADING.sub("", " ".join(plain.split()).strip(_CLEAN_ENDS)).removesuffix("'s").removesuffix("\u2019s")
    if REFERENCE.match(text):
        plain = _WORD_IN_BRACKETS.sub("", plain)  # `JR001182 Process Engineer (Oslo)`, as one system writes it
    plain = _without_organisation(plain)
    plain = without_tails(_JOB_BEHIND.sub("", _PLACE_BEHIND.sub("", plain))).strip(_CLEAN_ENDS)
    if plain.count("(") != plain.count(")"):
        plain = " ".join(re.sub(r"[()]", " ", plain).split()).strip(_CLEAN_ENDS)
    return plain if len(plain.split()) <= MOST_WORDS and len(plain) <= MOST_CHARACTERS else ""


def _without_organisation(name: str) -> str:
    """Return a role without what stands behind a stroke, if that is several words and no role too."""
    head, stroke, tail = name.partition(" / ")
    several = len(tail.split()) > 1 and names_occupation(head) and not names_occupation(tail)
    return head if stroke and several else name


def _is_new(words: Sequence[str]) -> bool:
    """Return whether a role begins with `New` as a part of it: `New Graduate`, `New Business Manager`."""
    return words[0] == "New" and len(words) > 2 and all(word[:1].isupper() for word in words[1:3])


def _is_plausible(name: str) -> bool:
    """Return whether a text can be the name of a role at all."""
    words = name.split()
    if not words or len(name) < 3 or (words[0].casefold() in FIRST_NEVER and not _is_new(words)):
        return False
    plain = re.sub(r"\s*\([^()]*\)$", "", GENDER_MARK.sub("", name)) or name
    # `Process Engineer`, `Team Lead`: what would be no role by itself may say which.
    if plain[:1].isupper() and names_occupation(plain.split()[-1]):
        plain = _FIELD.sub("", plain)
    return not NO_ROLE.search(plain)
