"""Candidates for company and role of a message, from rules and from the tagger, and what is told of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from pipeline.core.applications.identity import normalise_role
from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.claim import Claim
from pipeline.reading.company.address import is_address
from pipeline.reading.company.domain import label_of, means_of
from pipeline.reading.company.lines import is_described, is_no_name, is_office
from pipeline.reading.company.names import comparable
from pipeline.reading.company.phrases import is_marked
from pipeline.reading.company.rules import CompanyReader
from pipeline.reading.learned.apart import is_called, of_the_job, possible
from pipeline.reading.learned.company_features import CompanyFeatures
from pipeline.reading.learned.features import Rows
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.phrases import phrases_of
from pipeline.reading.learned.role_features import RoleFeatures
from pipeline.reading.learned.spans import Candidate, Features, gathered, spans_of
from pipeline.reading.learned.tagger import Tagger
from pipeline.reading.learned.tokens import Token, tokens_of
from pipeline.reading.read import flowing
from pipeline.reading.role.asides import is_only_of_somebody
from pipeline.reading.role.claims import ENOUGH, claims_of
from pipeline.reading.role.names import clean, is_plausible, technical_tests_in
from pipeline.reading.role.subject import bare
from pipeline.reading.role.titles import is_served, is_title, is_title_beside_name, is_title_of_signer
from pipeline.reading.role.words import cuts_compound, names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import is_salutation
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import squash, words_of

#: A university, and how its parts begin, which are no employers beside it.
_UNIVERSITY = re.compile(r"\b(?:universi\w+|\w*hochschule)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?!.*\b(?:universi|\w*hochschule))(?:institut\w*|lehrstuhl|professur|fachbereich|fakultät|dekanat|seminar|faculty"
    r"|department|dept|school of|dipartimento|facoltà|département|faculté|laboratoire|departamento|facultad|faculdade"
    r"|instituto|faculteit|vakgroep)\b",
    re.IGNORECASE,
)

#: What says in German that the name of a firm comes: `Firma Halden`.
_FIRM = re.compile(r"^(?:Firma|Fa\.) (?=\S)")

#: What is left of a department in front of the firm that it signs for: `Center der Halden` of `Recruiting Center der`.
_SEAT = re.compile(r"^(?:[Cc]ent(?:er|re|rum)|Zentrum|Centro) (?:der|des|von|of|van|de|di|d[ao]) (?=\S)")

#: A person's name has at most so many words.
_LONGEST_PERSON = 4


#: A person whose surname begins with a small word.
_WITH_PARTICLE = re.compile(
    r"\b[^\W\d_a-z][\w'\u2019-]+ (?P<small>van|von|de|da|di|do|dos|del)(?: (?:den|der|de|la))?"
    r" (?P<last>[^\W\d_a-z][\w'\u2019-]+)"
)

#: Somebody lets another write.
_IN_THE_NAME = (
    r"\b(?i:on behalf of|im (?:namen|auftrag) von|au nom d(?:e |['\u2019])|de la part d(?:e |['\u2019])|en nombre de"
    r"|de parte de|a nome di|da parte di|per conto di|namens|em nome d[aeo]) ?"
)


@dataclass(frozen=True)
class Seen:
    """A message, its tokens and what is known of them, and what the rules claim."""

    reading: Reading
    tokens: list[Token]
    rows: Rows
    companies: list[Claim]
    roles: list[Claim]
    ruled_company: str


class NameReader:
    """Finds candidates for company and role, and what is told of each.

    Args:
        senders: What is known of senders.
        meanings: The groups that words are in.
    """

    def __init__(self, senders: Senders, meanings: Meanings) -> None:
        self._senders, self._meanings = senders, meanings
        self._companies = CompanyReader(senders)

    def see(self, reading: Reading) -> Seen:
        """Return a message as the tagger sees it."""
        tokens = tokens_of(reading)
        companies = self._companies.claims_of(reading)
        return Seen(
            reading=reading,
            tokens=tokens,
            rows=Rows(reading, tokens, self._senders, self._meanings),
            companies=companies,
            roles=claims_of(reading),
            ruled_company=self._companies.company_of(reading, companies),
        )

    def over_wraps(self, seen: Seen) -> Seen:
        """Return a message as the tagger sees it where its role is read: a role that is cut at a wrap is half a role.

        The trees of companies know lines as they come, so companies stay as they were.
        """
        reading = flowing(seen.reading)
        if reading.text == seen.reading.text:
            return seen
        tokens = tokens_of(reading)
        rows = Rows(reading, tokens, self._senders, self._meanings)
        return replace(seen, reading=reading, tokens=tokens, rows=rows, roles=claims_of(reading))

    def company_candidates(
        self, seen: Seen, tagger: Tagger, label: Label
    ) -> tuple[dict[str, Candidate], dict[str, Features]]:
        """Return the candidates for the company, and what is told of each."""
        reading = seen.reading
        spans = spans_of(reading, seen.tokens, tagger.mark(seen.rows.told))
        own = {comparable(claim.name): claim.name for claim in seen.companies if claim.source == "domain"}
        if reading.language == "de":
            spans = [replace(span, name=_FIRM.sub("", span.name)) for span in spans]
        signed = {claim.name for claim in seen.companies if claim.source == "signature"}
        spans = [replace(span, name=_without_seat(self._plain(span.name, own), signed)) for span in spans]
        said = label_of(reading.message.sender, self._senders).said
        found = gathered(comparable, spans, seen.companies, {seen.ruled_company} - {said})
        # What is made of a domain spells only what the message does not: `Hut Und Hummel`.
        if comparable(said):
            found.setdefault(comparable(said), Candidate([said]))
        means = means_of(reading)
        university = any(_UNIVERSITY.search(one.name) for one in found.values())
        candidates = {
            key: one
            for key, one in found.items()
            if key not in means
            and not self._is_writer(one, reading.message.sender)
            and not self._owns_address(one.name, reading.message.sender)
            and not self._senders.is_placeholder(one.name)
            and not (self._senders.is_brand(one.name) and one.name not in reading.text)
            and not is_described(one.name)
            and not (is_no_name(one.name, reading.text) and one.name not in reading.message.sender.name)
            and not is_office(one.name)
            and not (self._senders.bears_title(one.name) and not is_marked(one.name, self._senders))
            and not self._is_address(one, reading)
            and not self._is_surname(one.name, reading)
            and not self._is_written_for(one.name, reading)
            and not (university and _PART.match(one.name))
        }
        features = CompanyFeatures(reading, candidates, seen.ruled_company, label, self._senders)
        return candidates, {key: features.of(key) for key in candidates}

    def _plain(self, name: str, own: Mapping[str, str]) -> str:
        """Return a name without a department, if the rest is one of the sender's `own`: `Halden` of `Halden RH`."""
        plain, has_department = self._senders.without_departments(name)
        return own.get(comparable(plain), name) if has_department and comparable(name) not in own else name

    def _is_writer(self, candidate: Candidate, sender: Address) -> bool:
        """Return whether a candidate is the name of somebody with an address that anybody may have, and no business."""
        own = sender.name.partition("(")[0]
        if not self._senders.is_free(sender.domain) or not self._senders.begins_with_given_name(own):
            return False
        if any(claim.source not in {"bare", "signature"} for claim in candidate.claims):
            return False
        return set(words_of(candidate.name)) <= set(words_of(own)) and not is_marked(candidate.name, self._senders)

    def _owns_address(self, name: str, sender: Address) -> bool:
        """Return whether a name is that of the person whose address the sender's is: `Maya Osei` of `maya@...`."""
        words, local = words_of(sender.name), squash(sender.local_part)
        if len(words) < 2 or words_of(name) != words or is_marked(name, self._senders):
            return False
        own = {words[0], "".join(words)} if self._senders.is_free(sender.domain) else {words[0]}
        return local in own and not label_of(sender, self._senders).agrees(name)

    def _is_address(self, candidate: Candidate, reading: Reading) -> bool:
        """Return whether a candidate is a part of the writer's address that neither subject nor sender names."""
        if any(claim.source not in {"bare", "signature", "footer"} for claim in candidate.claims):
            return False
        name, sender = candidate.name, reading.message.sender
        if name in reading.message.subject or name in sender.name or label_of(sender, self._senders).agrees(name):
            return False
        return is_address(name, reading.text)

    def _is_surname(self, name: str, reading: Reading) -> bool:
        """Return whether a name is the end of that of a person who signs with it: `Dam` of `Sanne van Dam`."""
        if is_marked(name, self._senders) or name in reading.message.subject:
            return False
        found = [
            person
            for person in _WITH_PARTICLE.finditer(reading.text[:MOST_TEXT])
            if person["last"] in {name, name.partition(" ")[2]} and self._senders.begins_with_given_name(person[0])
        ]
        signed = any(f"\n{person[0]}\n" in f"{reading.text}\n" for person in found)
        return signed and len(found) > 1 and len(found) == reading.text.count(name)

    def _is_written_for(self, name: str, reading: Reading) -> bool:
        """Return whether a name is that of a person in whose name the message is written, and told nowhere else."""
        message = reading.message
        if " " not in name or is_marked(name, self._senders) or not self._senders.begins_with_given_name(name):
            return False
        if name in message.subject or label_of(message.sender, self._senders).agrees(name):
            return False
        text = reading.text[:MOST_TEXT]
        return 0 < text.count(name) == len(re.findall(rf"{_IN_THE_NAME}{re.escape(name)}(?!\w)", text))

    def is_signer(self, name: str, reading: Reading) -> bool:
        """Return whether a name is but that of a person, in lines of its own above a title: `Thu Ha`, `HR Officer`."""
        if not 1 < len(name.split()) <= _LONGEST_PERSON or is_marked(name, self._senders):
            return False
        label = label_of(reading.message.sender, self._senders)
        if name in reading.message.subject or label.agrees(name) or label.shares_word(name):
            return False
        lines = [line.strip(" ,") for line in reading.text.split("\n") if line.strip()]
        here = [number for number, line in enumerate(lines) if name in line]
        return bool(here) and all(
            lines[number] == name and any(is_title(line) for line in lines[number + 1 : number + 2]) for number in here
        )

    def _is_somebodys(self, candidate: Candidate, reading: Reading) -> bool:
        """Return whether a candidate is but the title of somebody who signs, or whom the message names beside it."""
        if is_served(candidate.name, f"{reading.message.subject}\n{reading.text}"):
            return True
        if candidate.name in reading.message.subject:
            return False
        if is_title_of_signer(candidate.name, reading, self._senders):
            return True
        told = any(claim.weight >= ENOUGH for claim in candidate.claims)
        return not told and is_title_beside_name(candidate.name, reading, self._senders)

    def role_candidates(
        self, seen: Seen, tagger: Tagger, company: str, label: Label
    ) -> tuple[dict[str, Candidate], dict[str, Features]]:
        """Return the candidates for the role, and what is told of each; `company` is the company's name."""
        reading, places = seen.reading, self._senders.places
        spans = spans_of(reading, seen.tokens, tagger.mark(seen.rows.told), phrases_of(seen.rows))
        spans = [span for span in spans if (bare(span.name) and is_plausible(span.name)) or names_occupation(span.name)]
        spans += [replace(span, name=name) for span in spans if (name := clean(span.name)) and name != span.name]
        said = f"{reading.message.subject}\n{reading.text}"
        is_technical_test = technical_tests_in(said)
        spans = [
            span
            for span in spans
            if not (is_technical_test(span.name) or is_salutation(span.name))
            and (of_the_job(span.name, company, places) or is_called(span.name, company, reading.text))
        ]
        found = gathered(normalise_role, spans, possible(seen.roles, company, places), ())
        somebodys = [one.name for one in found.values() if self._is_somebodys(one, reading)]
        candidates = {
            key: one
            for key, one in found.items()
            if not any(one.name in title and said.count(one.name) == said.count(title) for title in somebodys)
            and not cuts_compound(one.name, said[:MOST_TEXT])
            and not is_only_of_somebody(one.name, said[:MOST_TEXT])
        }
        features = RoleFeatures(reading, candidates, company, label, self._senders)
        return candidates, {key: features.of(key) for key in candidates}


def _without_seat(name: str, signed: Collection[str]) -> str:
    """Return a name without what is left of a department in front of it, if what follows signs by itself."""
    plain = _SEAT.sub("", name)
    return plain if plain in signed else name
