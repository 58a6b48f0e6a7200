"""What every place in a message names as the role: its subject, its lines, the phrases of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.role.around import NOT_A_ROLE, REFERENCE, SUBJECT_PREFIX
from pipeline.reading.role.asides import speaks_of_another
from pipeline.reading.role.cut import cut, nominative, up_to_occupation
from pipeline.reading.role.ends import with_level
from pipeline.reading.role.fields import FIELD
from pipeline.reading.role.lines import announced, headings, labelled, subject_lines
from pipeline.reading.role.names import (
    ROMANCE,
    begins_with_occupation,
    clean,
    is_plausible,
    is_short,
    technical_tests_in,
    without_numbers,
    written_as_name,
)
from pipeline.reading.role.phrases import AHEAD, QUOTED
from pipeline.reading.role.phrases_en import BEFORE_TEST_EN, BEHIND_EN, PROGRAMME_EN, SAID_EN
from pipeline.reading.role.subject import as_written, held_together, in_subject
from pipeline.reading.role.words import GENDER_MARK, names_occupation

#: Weight that makes a claim believed.
ENOUGH = 1.0

#: Sentences that are searched, and how much of each: a role is named early.
MOST_SENTENCES = 60
LONGEST = 500

#: What somebody works as now: `dat je als planner werkt`.
_WORKS_AS = re.compile(r"\s?(?:werk\w{0,3}|tätig|arbeite\w{0,2}|beschäftigt)\b")

#: What leads to what somebody is, and to a role alike.
_AS = re.compile(r"(?:as|als|comme|como|come|en tant que|en qualité d|in qualità di|in quanto)\b", re.IGNORECASE)

#: Weight that is left to a role of which a sentence speaks in passing: another job, the next one, that of others.
_IN_PASSING = 0.3

#: The little words within a role of Romance languages.
_GOES_ON = re.compile(r"\s(?:de|du|des|di|del|della|do|da|en|em|in)\s|\sd['\u2019]")

#: A phrase of this weight is believed with what is quoted behind it.
_TRUSTED = 0.7


def claims_of(reading: Reading) -> list[Claim]:
    """Return what every place in a message names as the role, before anything is weighed."""
    is_technical_test = technical_tests_in(f"{reading.message.subject}\n{reading.text}")
    return [claim for claim in _claims(reading) if not is_technical_test(claim.name)]


def _claim(name: str, weight: float) -> Claim:
    """Return a role that one phrase names, and how far the phrase alone is to be trusted."""
    return Claim(name, "phrase", weight)


def _claims(reading: Reading) -> Iterator[Claim]:
    """Yield what the subject and the sentences say of the role."""
    languages = dict.fromkeys((reading.language if reading.language in AHEAD else "en", "en"))
    yield from _in_subject(reading.message.subject[:LONGEST], tuple(languages))
    yield from _in_lines(reading.text, tuple(languages))
    for sentence in reading.sentences[:MOST_SENTENCES]:
        text = sentence.text[:LONGEST]
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
    for heading in headings(text):
        yield from (
            _claim(name, ENOUGH) for name, _ in in_subject(heading, languages) if _is_all_of(heading, name, languages)
        )
    for rest in labelled(text):
        split = re.split(r"[,;|](?![^()]*\))|(?<!\w)[•·]|\s[-\u2013—]\s", held_together(rest))
        parts = (clean(as_written(part)) for part in split[:3])
        name = next((part for part in parts if is_plausible(part)), "")
        if name:
            yield _claim(name, 2.0 if names_occupation(name) else 1.5)
    for line in announced(text):
        for language in AHEAD:
            name = clean(_begin(line, language))
            if is_plausible(name) and (names_occupation(name) or written_as_name(name, "en") == 1.0):
                yield _claim(name, 1.5)
                break


def _is_all_of(heading: str, name: str, languages: Sequence[str]) -> bool:
    """Return whether a line of its own is a role, and no more than its number behind it: a firm may be called so too.

    Without such a number it shows where the occupation comes last in English, and in Romance languages where it comes
    first and little words go on: `Plumbers R Us` and `Fioraia Rosa` are none.
    """
    if not heading.startswith(name):
        return False
    rest = heading[len(name) :].strip()
    marked = bool(GENDER_MARK.search(name) or (rest and (rest[0] in "-\u2013—|(,:" or REFERENCE.match(rest))))
    if rest and not marked:
        return False
    last = name.rsplit(maxsplit=1)[-1]
    ends = names_occupation(last) and not last.casefold().endswith("s")
    if languages[0] == "en":
        return ends
    begins = begins_with_occupation(name, languages[0])
    return (marked and (ends or begins)) or (begins and languages[0] in ROMANCE and bool(_GOES_ON.search(name)))


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
    yield from (_claim(match["field"], ENOUGH) for match in FIELD[language].finditer(text))
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
    return ENOUGH if len(name.split()) > 1 and "internship" not in job.lower() else 0.6


def _weight_of_unknown(name: str, rest: str, weight: float, language: str) -> float:
    """Return how far a phrase is to be trusted with a name that holds no known occupation."""
    if QUOTED.match(rest) and weight >= _TRUSTED:
        return ENOUGH
    # Romance languages and Dutch write roles small, so that only the phrase tells.
    small = language in (*ROMANCE, "nl") and weight >= ENOUGH and is_short(name)
    if NOT_A_ROLE.match(name) and name.islower():
        return 0.0
    if small:
        return weight
    return weight * written_as_name(name, language)


def _begin(text: str, language: str) -> str:
    """Return the role at the beginning of a text: what is quoted there, or what comes before it must end."""
    quoted = QUOTED.match(text)
    return quoted[1] if quoted else cut(text, language)
