"""Which role a message is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.core.identity import normalise_role
from pipeline.core.reading import Reading
from pipeline.reading.company.claims import Claim
from pipeline.reading.company.names import alike
from pipeline.reading.role.around import NOT_A_ROLE, SUBJECT_PREFIX
from pipeline.reading.role.asides import speaks_of_another
from pipeline.reading.role.ends import with_level
from pipeline.reading.role.lines import above_signature, announced, labelled, lone_lines, subject_lines
from pipeline.reading.role.names import (
    ROMANCE,
    begins_with_occupation,
    clean,
    is_plausible,
    is_short,
    is_technical_test,
    without_numbers,
    written_as_name,
)
from pipeline.reading.role.phrases import AHEAD, BEFORE_TEST_EN, BEHIND_EN, FIELD, PROGRAMME_EN, QUOTED, SAID_EN
from pipeline.reading.role.subject import ALL_THAT_REMAINS, in_subject
from pipeline.reading.role.words import (
    GENDER_MARK,
    cut,
    names_both_genders,
    names_occupation,
    nominative,
    up_to_occupation,
)

#: Sentences that are searched, and how much of each: a role is named early.
_MOST_SENTENCES = 60
_LONGEST = 500

#: A role may be spelt out by so many words more.
_MOST_MORE_WORDS = 4

#: Words with capital letters in a row.
_RUN_OF_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w/&+-]*(?: (?:of|de|for|and|di|van) (?=[A-ZÀ-Þ])| (?=[A-ZÀ-Þ])|[A-ZÀ-Þ][\w/&+-]*){1,6}"
)

#: What may be a place behind a role: `Data Analyst (Berlin)`, `Director, Berlin`.
_PLACE_BEHIND = re.compile(r"(?: \((?=[^()]+\)$)|, )(?P<place>[^\W\d_][^(),]{1,40}?)\)?$")

#: Words in front of somebody's title, not of a role that is applied for: `our Talent Partner`.
_PEOPLE = re.compile(
    r"\b(?:our|my|your|their|with|to|from|by|notre|nuestr[oa]|nostr[oa]|onze|noss[oa]|con|avec|met|com) $"
    r"|(?-i:[A-Z]\w+ [A-Z]\w+), $",
    re.IGNORECASE,
)

#: What somebody works as now: `dat je als planner werkt`.
_WORKS_AS = re.compile(r"\s?(?:werk\w{0,3}|tätig|arbeite\w{0,2}|beschäftigt)\b")

#: What leads to what somebody is, and to a role alike.
_AS = re.compile(r"(?:as|als|comme|como|come|en tant que|en qualité d|in qualità di|in quanto)\b", re.IGNORECASE)

#: What leads to the name of a job, and to no firm: `the position of Carpenter`, `als Gärtner`.
_CALLED = re.compile(
    r"\b(?:as|als|comme|como|come|(?:position|role|post|job|stelle|poste|puesto|plaza|cargo|posto|posizione|ruolo|functie"
    r"|vacature|vaga|função) (?:of|as|als|eine[rs]?|de|di|van|da)) (?:(?:an?|the|une?|una?|uma?|een) )?$",
    re.IGNORECASE,
)

#: Characters before a name that lead to it.
_LEADS = 40

#: Weight that makes a claim believed, and what a phrase that tells nothing alone adds to others.
_ENOUGH = 1.0
_HINT = 0.6

#: Weight that is left to a role of which a sentence speaks in passing: another job, the next one, that of others.
_IN_PASSING = 0.3


#: A phrase of this weight is believed with what is quoted behind it.
_TRUSTED = 0.7


def claims_of(reading: Reading) -> list[Claim]:
    """Return what every place in a message names as the role, before anything is weighed."""
    said = f"{reading.message.subject}\n{reading.text}"
    return [claim for claim in _claims(reading) if not is_technical_test(claim.name, said)]


def possible(claims: Iterable[Claim], company: str = "", places: Collection[str] = ()) -> list[Claim]:
    """Return the claims that can be roles, without the company's name and places; arguments as in `role_of`."""
    return [
        replace(claim, name=name)
        for claim in claims
        if (name := of_the_job(claim.name, company, places)) and is_plausible(name)
    ]


def role_of(
    reading: Reading, company: str = "", places: Collection[str] = (), found: Iterable[Claim] | None = None
) -> str:
    """Return the role that a message is about, as written but without its reference number; empty if it cannot be told.

    `company` is the company's name, which no role bears; `places` are known places in folded case; `found` is what
    `claims_of` gave for the message, where that was asked before.
    """
    claims = possible(claims_of(reading) if found is None else found, company, places)
    weights: dict[str, float] = {}
    for claim in claims:
        key = normalise_role(claim.name)
        weights[key] = weights.get(key, 0.0) + claim.weight
    # What the subject may name and a weak phrase leads to is the role, whatever it is called.
    weak = (claim for claim in claims if not claim.weight and reading.language != "de")  # where every noun is a name
    for key in {normalise_role(claim.name) for claim in weak}:
        weights[key] += _HINT if 0.0 < weights[key] < _ENOUGH else 0.0
    believed = [claim for claim in claims if weights[normalise_role(claim.name)] >= _ENOUGH]
    # Between two that are believed, the one that was named first by the stronger phrases.
    best = max(believed, key=lambda claim: weights[normalise_role(claim.name)], default=None)
    if best is None:
        remaining = (claim.name for claim in claims if claim.weight == ALL_THAT_REMAINS)
        return _only_one(reading, company) or next(remaining, "")
    return _in_full(best, believed).name


def of_the_job(name: str, company: str, places: Collection[str]) -> str:
    """Return a role without the company's name around it, and without the place behind it or its gender mark."""
    behind_it = _PLACE_BEHIND.search(name)
    if behind_it and behind_it["place"].casefold() in places:
        name = name[: behind_it.start()]
    mark = GENDER_MARK.search(name)
    if mark:
        behind = name[mark.end() :].strip()
        if behind.casefold() in places or (company and alike(behind, company)):
            name = name[: mark.end()]
    if not (company and alike(name, company)):
        return name
    words, more = name.split(), len(company.split())
    for rest in (words[more:], words[:-more]):
        joined = any(word.islower() and len(word) < 4 for word in (*rest[:1], *rest[-1:]))
        if len(rest) > 1 and not joined and names_occupation(" ".join(rest)) and not alike(" ".join(rest), company):
            return " ".join(rest)
    # `Fellow in Health Economics` is no part of a firm that is called so.
    return name if len(words) > more + 2 and names_occupation(" ".join(words[:-more])) else ""


def is_called(name: str, company: str, text: str) -> bool:
    """Return whether a text calls a job so, whatever firm is called so too: `as Carpenter at Carpenter Ltd`."""
    if not names_occupation(name):
        return False
    places = (match.start() for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text))
    return any(
        _CALLED.search(text[max(0, start - _LEADS) : start])
        and (name == company or not text.startswith(company, start))
        for start in places
    )


def _in_full(best: Claim, believed: Sequence[Claim]) -> Claim:
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
    alone = {normalise_role(name): name for name in _standing(reading.text) if not (company and alike(name, company))}
    if alone:
        return next(iter(alone.values())) if len(alone) == 1 else ""
    if reading.language == "de":
        return ""  # every noun has a capital letter there
    found: dict[str, str] = {}
    for line in (reading.message.subject, *above_signature(reading.text)[:_MOST_SENTENCES]):
        for match in _RUN_OF_CAPITALS.finditer(line[:_LONGEST]):
            name = clean(match[0])
            if _PEOPLE.search(line, 0, match.start()) or speaks_of_another(line, match[0], reading.language):
                continue
            if is_plausible(name) and names_occupation(name.split()[-1] if reading.language == "en" else name):
                found.setdefault(normalise_role(name), name)
    names = [name for name in found.values() if not (company and alike(name, company))]
    return names[0] if len(names) == 1 else ""


def _standing(text: str) -> Iterator[str]:
    """Yield the roles that are all that stands on a line, or on a part of it, above the signature."""
    for part in lone_lines(text):
        name = clean(part)
        written = bool(GENDER_MARK.search(name)) or written_as_name(name, "en") == 1.0 or names_both_genders(name)
        if written and is_plausible(name) and names_occupation(name):
            yield name


def _claim(name: str, weight: float) -> Claim:
    """Return a role that one phrase names, and how far the phrase alone is to be trusted."""
    return Claim(name, "phrase", weight)


def _claims(reading: Reading) -> Iterator[Claim]:
    """Yield what the subject and the sentences say of the role."""
    languages = dict.fromkeys((reading.language if reading.language in AHEAD else "en", "en"))
    yield from _in_subject(reading.message.subject[:_LONGEST], tuple(languages))
    yield from _in_lines(reading.text, tuple(languages))
    for sentence in reading.sentences[:_MOST_SENTENCES]:
        text = sentence.text[:_LONGEST]
        for language in languages:
            for claim in _in_text(text, language):
                passing = speaks_of_another(text, claim.name, reading.language)
                yield replace(claim, weight=claim.weight * _IN_PASSING) if passing else claim


def _in_subject(subject: str, languages: tuple[str, ...]) -> Iterator[Claim]:
    """Yield what phrases in a subject name, and parts of it that name an occupation."""
    whole = with_level(SUBJECT_PREFIX.sub("", subject))
    for language in languages:
        yield from _in_text(without_numbers(whole), language)
    for name, weight in in_subject(whole, languages):
        yield _claim(name, weight)


def _in_lines(text: str, languages: tuple[str, ...]) -> Iterator[Claim]:
    """Yield the roles of lines such as `Position: Data Analyst`, and of lines below "the following position:"."""
    for subject in subject_lines(text):
        for name, weight in in_subject(subject, languages):
            yield _claim(name, weight)
    for rest in labelled(text):
        parts = (clean(part) for part in re.split(r"[,;|](?![^()]*\))|(?<!\w)[•·]|\s[-\u2013—]\s", rest)[:3])
        name = next((part for part in parts if is_plausible(part)), "")
        if name:
            yield _claim(name, 2.0 if names_occupation(name) else 1.5)
    for line in announced(text):
        for language in AHEAD:
            name = clean(_begin(line, language))
            if is_plausible(name) and (names_occupation(name) or written_as_name(name, "en") == 1.0):
                yield _claim(name, 1.5)
                break


def _in_text(text: str, language: str) -> Iterator[Claim]:
    """Yield what the phrases of one language name."""
    for pattern, weight in AHEAD[language]:
        for match in pattern.finditer(text):
            rest = text[match.end() : match.end() + 120]
            name = nominative(clean(_begin(rest, language)), match[0])
            if language == "en" and not weight and name.islower():
                name = up_to_occupation(name)
            if is_plausible(name):
                if _speaks_of_somebody(text, match, name):
                    continue
                known = begins_with_occupation(name, language) and (
                    weight > 0.0 or not name.islower() or is_short(name)
                )
                yield _claim(name, 1.0 + weight if known else _weight_of_unknown(name, rest, weight, language))
    yield from (_claim(match["field"], _ENOUGH) for match in FIELD[language].finditer(text))
    if language == "en":
        yield from _before_position(text)
        yield from (
            _claim(clean(match[1]), 1.0) for match in PROGRAMME_EN.finditer(text) if is_plausible(clean(match[1]))
        )
        yield from _before_test(text)


def _speaks_of_somebody(text: str, match: re.Match[str], name: str) -> bool:
    """Return whether a sentence begins with what somebody is: `As a recruiter, I know`, `Als Arzt wissen Sie`."""
    if _WORKS_AS.match(text[match.end() :].partition(name)[2]):
        return True
    if text[: match.start()].strip() or GENDER_MARK.search(name):
        return False
    return bool(_AS.match(match[0])) or text[match.end() + len(name) :].lstrip().startswith(",")


def _before_position(text: str) -> Iterator[Claim]:
    """Yield what stands before "position" and its like in English."""
    for match in BEHIND_EN.finditer(text):
        name = clean(match[1])
        if is_plausible(name):
            front = name.partition(" of ")[0] if name.islower() else name
            known = names_occupation(" ".join(front.split()[-2:]) if name.islower() else name)
            plain = 1.0 if SAID_EN.fullmatch(match[2]) else 1.5
            yield _claim(name, plain if known else _of_unknown(name, match[2]) * written_as_name(name, "en"))


def _before_test(text: str) -> Iterator[Claim]:
    """Yield the occupation that stands before "assessment" and its like in English."""
    for match in BEFORE_TEST_EN.finditer(text):
        name = clean(match[1])
        if is_plausible(name) and names_occupation(name.split()[-1]):
            yield _claim(name, 1.0)


def _of_unknown(name: str, job: str) -> float:
    """Return how far "the ... position" is to be trusted with no known occupation: several words name a field."""
    if job.lower() == "application" or SAID_EN.fullmatch(job):
        return 0.3
    return _ENOUGH if len(name.split()) > 1 and "internship" not in job.lower() else 0.6


def _weight_of_unknown(name: str, rest: str, weight: float, language: str) -> float:
    """Return how far a phrase is to be trusted with a name that holds no known occupation."""
    if QUOTED.match(rest) and weight >= _TRUSTED:
        return _ENOUGH
    # Romance languages and Dutch write roles small, so that only the phrase tells.
    small = language in (*ROMANCE, "nl") and weight >= _ENOUGH and is_short(name)
    if NOT_A_ROLE.match(name) and name.islower():
        return 0.0
    if small:
        return weight
    return weight * written_as_name(name, language)


def _begin(text: str, language: str) -> str:
    """Return the role at the beginning of a text: what is quoted there, or what comes before it must end."""
    quoted = QUOTED.match(text)
    return quoted[1] if quoted else cut(text, language)
