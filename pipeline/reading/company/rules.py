"""What a message names as the company it comes from.

Several places may do so: the subject, phrases of the text, the sender's display name, the signature, the footer, the
sender's domain. Each claims a name, and how far it is to be trusted; which one is told is for `reading/learned` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.company.claims import ENOUGH, SURE, heaviest
from pipeline.reading.company.client import at_work, is_agency, is_repeated, spoken_of
from pipeline.reading.company.display import in_display_name
from pipeline.reading.company.domain import (
    Label,
    is_of_means,
    label_of,
    labels_of,
    like_label,
    means_of,
    of_anybody,
    tenant_labels,
)
from pipeline.reading.company.lines import in_closing, is_heading, without_occasion
from pipeline.reading.company.names import comparable, has_legal_form, name_at
from pipeline.reading.company.phrases import claim_of, in_phrases, is_marked, labelled
from pipeline.reading.company.signature import in_signature
from pipeline.reading.company.words import SUBJECT_PARTS, VIA
from pipeline.reading.role.around import OCCASION, REFERENCE, SUBJECT_PREFIX
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import addressed, signs_as_person
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import words_of

#: Weight of a phrase of the text that speaks of the employer.
_TOLD = 0.7

#: Text that is searched: names stand at the beginning and at the end.
_MOST_SENTENCES = 60
_LAST_SENTENCES = 12
_LONGEST = 500

#: Words of a person's name, at most.
_LONGEST_PERSON = 4

#: What a subject says in a sentence or the beginning of one: `Thanks for applying`.
_SAYING = re.compile(r"\w+(?: [^\W\d_A-Z]\S*)+")


class CompanyReader:
    """Finds what names the company that a message comes from."""

    def __init__(self, senders: Senders) -> None:
        self._senders = senders

    def claims_of(self, reading: Reading) -> list[Claim]:
        """Return what every place in a message names as the company, before anything is weighed."""
        means = means_of(reading)
        claims = self._claims(reading, self._label_of(reading))
        return [claim for claim in claims if comparable(claim.name) not in means]

    def company_of(self, reading: Reading, claims: Sequence[Claim]) -> str:
        """Return the company that the weightiest claims of a message agree on; where they are few, its domain's.

        Who says outright for whom it writes goes before all others. Empty if the company cannot be told.
        """
        addressees = addressed(reading)
        told = frozenset(comparable(one.name) for one in claims if one.source == "text" and one.weight >= _TOLD)
        claims = [claim for claim in claims if self._is_possible(claim, addressees, told)]
        name, weight = heaviest([claim for claim in claims if claim.source == "client"] or claims)
        return name if weight >= ENOUGH else self._label_of(reading).said

    def _label_of(self, reading: Reading) -> Label:
        """Return the label of the sender's domain; that of an agency is generic."""
        sender = reading.message.sender
        # A relay's domain is nobody's: "Halden via Jobrelais", "Powered by Jobrelais".
        label = Label() if VIA.search(sender.name[:_LONGEST]) else label_of(sender, self._senders)
        label = Label() if is_of_means(label, reading) else label
        return replace(label, generic=True) if is_agency(reading) else label

    def _claims(self, reading: Reading, label: Label) -> Iterator[Claim]:
        """Yield what every place says."""
        yield from in_display_name(reading, self._senders)
        for claim in (*at_work(reading, self._senders), *spoken_of(reading, self._senders, agency=label.generic)):
            # Whoever writes is not spoken of.
            yield claim if not label.agrees(claim.name) else replace(claim, source="text")
        subject = reading.message.subject[:_LONGEST]
        yield from in_phrases(subject, "subject", self._senders)
        yield from self._in_subject_parts(subject, sure=self._senders.is_system(reading.message.sender.domain))
        yield from labelled(reading.text[:MOST_TEXT])
        yield from self._in_sentences(reading)
        yield from in_signature(reading, self._senders)
        yield from self._by_address(reading, label)

    def _in_sentences(self, reading: Reading) -> Iterator[Claim]:
        """Yield what the sentences of the text say."""
        text, sender = reading.text[:MOST_TEXT], reading.message.sender
        elsewhere = f"{reading.message.subject[:_LONGEST]} {sender.name[:_LONGEST]} {sender.domain}"
        for sentence in reading.sentences[:_MOST_SENTENCES]:
            for claim in in_phrases(sentence.text[:_LONGEST], "text", self._senders):
                if not self._is_first_word(claim.name, sentence.text) or is_repeated(claim.name, elsewhere, text):
                    yield claim
        for sentence in reading.sentences[-_LAST_SENTENCES:]:
            yield from in_closing(sentence.text[-_LONGEST:], self._senders)

    def _by_address(self, reading: Reading, label: Label) -> Iterator[Claim]:
        """Yield what the message writes out of what the sender's address says in one word."""
        sender = reading.message.sender
        for own in labels_of(sender, self._senders) if label.squashed else ():
            yield from like_label(reading, own, self._senders)
        writer = VIA.sub("", sender.name[:_LONGEST])
        person = "".join(words_of(writer)[:1]) if signs_as_person(writer, reading.text) else ""
        for tenant in filter(person.__ne__, tenant_labels(sender, self._senders)):
            for claim in like_label(reading, tenant, self._senders):
                if not of_anybody(sender, self._senders):
                    yield claim
                elif self._is_business(claim.name, sender):
                    yield replace(claim, source="mailbox", weight=1.0)

    def _is_first_word(self, name: str, sentence: str) -> bool:
        """Return whether a name is one word that a sentence or clause begins with, where all have capitals."""
        if len(name.split()) > 1 or is_marked(name, self._senders):
            return False
        before = sentence[: sentence.find(name)].rstrip()
        return not before or before.endswith((",", ":", "!", "."))

    def _is_business(self, name: str, sender: Address) -> bool:
        """Return whether a name that an address anybody may have is spelt by is that of a business and no person."""
        if self._senders.begins_with_given_name(name):
            return False
        return is_marked(name, self._senders) or not sender.name.startswith(name)

    def _is_possible(self, claim: Claim, addressees: frozenset[str], told: frozenset[str]) -> bool:
        """Return whether a claim can be a company at all; whoever the message greets is none.

        A board or system writes for others, unless the text itself speaks of it as the employer (`told`).
        """
        name = claim.name
        if not comparable(name) or self._senders.is_placeholder(name):
            return False
        if claim.source != "text" and self._senders.is_brand(name) and comparable(name) not in told:
            return False
        if set(words_of(name)) <= addressees or not REFERENCE.sub("", name).strip():
            return False
        return has_legal_form(name) or not self._is_another_thing(claim)

    def _is_another_thing(self, claim: Claim) -> bool:
        """Return whether a claim is more likely a heading, a mere kind, an occupation or a person."""
        name = claim.name
        if is_heading(name) or self._is_kind_alone(claim):
            return True
        return self._is_title(name) or self._is_person(claim)

    def _is_kind_alone(self, claim: Claim) -> bool:
        """Return whether a name only says what kind of organisation it is: `Hospital`, or `Social Care` in a text."""
        words = words_of(claim.name)
        if not all(word in self._senders.organisations or word in self._senders.departments.small for word in words):
            return False
        return len(words) == 1 or claim.source not in {"display", "domain", "footer"}

    def _is_title(self, name: str) -> bool:
        """Return whether a name is that of an occupation, words of organisations in it aside: `Practice Manager`."""
        plain = [word for word in name.split() if not any(map(str.isdigit, word))]
        rest = [word for word in plain if not self._senders.names_organisation(word)]
        return bool(rest) and "&" not in name and names_occupation(" ".join(rest))

    def _is_person(self, claim: Claim) -> bool:
        """Return whether a claim is more likely a person: a given name in front and no sign of an organisation."""
        if claim.source == "domain":
            return False
        if self._senders.bears_title(claim.name) and not self._senders.names_organisation(claim.name):
            return True
        if claim.weight >= SURE or is_marked(claim.name, self._senders):
            return False
        return self._senders.begins_with_given_name(claim.name) and len(claim.name.split()) <= _LONGEST_PERSON

    def _in_subject_parts(self, subject: str, *, sure: bool) -> Iterator[Claim]:
        """Yield the parts of a subject that may be a company: `Data Analyst | Halden`.

        It is `sure` that a tracking system writes for an employer: the only part beside occasion and role names it.
        """
        parts = [part for part in SUBJECT_PARTS.split(SUBJECT_PREFIX.sub("", subject)) if part.strip()]
        occasions = [_is_occasion(part) or bool(_SAYING.fullmatch(part)) for part in parts]
        others = [part for part, told in zip(parts, occasions, strict=True) if not told and not names_occupation(part)]
        for part in parts:
            name, _ = self._senders.without_departments(without_occasion(part))
            if name and name_at(name, 0) == name:
                alone = sure and any(occasions) and others == [part] and not self._senders.is_place(name)
                yield from claim_of(name, "subject", 0.9 if alone else 0.5)


def _is_occasion(part: str) -> bool:
    """Return whether a part of a subject names what the message is about: `Application update`."""
    return not re.sub(r"\W+", "", OCCASION.sub("", part.strip()))
