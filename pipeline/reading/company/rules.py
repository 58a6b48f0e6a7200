"""Which company a message comes from.

Several places may name it: the subject, phrases of the text, the sender's display name, the signature, the footer, the
sender's domain. One strong place is enough, weak ones have to agree. A wrong company is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.company.behind import company_behind
from pipeline.reading.company.claims import ENOUGH, Claim, heaviest
from pipeline.reading.company.client import (
    employers,
    is_agency,
    is_repeated,
    not_employers,
    relayed,
    sent_for,
    spoken_of,
)
from pipeline.reading.company.display import in_display_name
from pipeline.reading.company.domain import (
    Label,
    is_of_group,
    label_of,
    labels_of,
    like_label,
    of_anybody,
    stands_alone,
    tenant_labels,
    tenant_of,
)
from pipeline.reading.company.lines import in_closing, is_heading, is_machine, without_occasion
from pipeline.reading.company.names import alike, comparable, has_legal_form, name_at
from pipeline.reading.company.phrases import claim_of, in_footer, in_phrases, is_marked, labelled
from pipeline.reading.company.signature import in_signature
from pipeline.reading.company.words import POSSESSED, SUBJECT_PARTS, VIA
from pipeline.reading.role.around import OCCASION, REFERENCE, SUBJECT_PREFIX
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.senders.people import addressed, is_machine_mailbox, is_own_name, signs_as_person
from pipeline.reading.text.spelling import words_of

#: Weight of a claim that needs no look at whether it is a person.
_SURE = 1.1

#: Weight of a phrase of the text that speaks of the employer.
_TOLD = 0.7

#: Weight that makes a display name alone believed before the domain.
_LIKELY = 0.6

#: Text that is searched: names stand at the beginning and at the end.
_MOST_SENTENCES = 60
_LAST_SENTENCES = 12
_LONGEST = 500
_MOST_TEXT = 10_000

#: Words of a person's name, at most.
_LONGEST_PERSON = 4


#: What a subject says in a sentence or the beginning of one: `Thanks for applying`.
_SAYING = re.compile(r"\w+(?: [^\W\d_A-Z]\S*)+")

#: A season or an intake, and no company: `Spring 2026`.
_YEAR = re.compile(r"\b20\d\d\b")


class CompanyReader:
    """Finds the company that a message comes from."""

    def __init__(self, senders: Senders) -> None:
        self._senders = senders

    def claims_of(self, reading: Reading) -> list[Claim]:
        """Return what every place in a message names as the company, before anything is weighed."""
        return list(self._claims(reading, self._label_of(reading, not_employers(reading), agency=is_agency(reading))))

    def _label_of(self, reading: Reading, none: Collection[str], *, agency: bool) -> Label:
        """Return the label of the sender's domain; a generic one where it is of one that is no employer (`none`)."""
        sender = reading.message.sender
        # A relay's domain is nobody's: "Halden via Jobrelais".
        label = Label() if VIA.search(sender.name[:_LONGEST]) else label_of(sender, self._senders)
        return replace(label, generic=True) if agency or any(label.agrees(name) for name in none) else label

    def company_of(self, reading: Reading, found: Sequence[Claim] | None = None) -> str:
        """Return the company's name as it is written in the message, or an empty string if it cannot be told.

        `found` is what `claims_of` gave for the message, where that was asked before.
        """
        sender = reading.message.sender
        none, agency = not_employers(reading), is_agency(reading)
        label = self._label_of(reading, none, agency=agency)
        addressees = addressed(reading)
        signer = self._signer(reading)
        found = self.claims_of(reading) if found is None else found
        told = frozenset(comparable(one.name) for one in found if one.source == "text" and one.weight >= _TOLD)
        # `halden-pumpen.portal`: whoever has a place before a domain is not called like it.
        tenant = tenant_of(sender, self._senders)
        claims = [
            claim
            for claim in found
            if comparable(claim.name) not in none
            and not (tenant and label.agrees(claim.name))
            and self._is_possible(claim, addressees, told)
            and not is_own_name(claim.name, sender)
            and not self._is_signer(claim, signer)
        ]
        alone = stands_alone(sender, self._senders)
        if alone and (agency or not label.generic):
            claims = [claim for claim in claims if self._is_backed(claim, claims, label)]
        spelt = [] if label.generic else [claim for claim in claims if claim.source == "domain"]
        elsewhere = is_machine_mailbox(sender) or is_of_group(sender, self._senders)
        passed_on = relayed(claims, label) if spelt else []
        if not elsewhere:
            # Subject and text are two witnesses, the domain is one.
            passed_on = [one for one in passed_on if one.name in reading.message.subject and one.source == "text"]
        name, weight = heaviest(employers(claims, label) or sent_for(claims, spelt) or passed_on or spelt or claims)
        if weight >= ENOUGH:
            return name
        likely = [claim for claim in claims if claim.source == "display" and claim.weight >= _LIKELY]
        if likely:
            return likely[0].name
        return label.spelt(claims, alone=alone)

    def _signer(self, reading: Reading) -> frozenset[str]:
        """Return the words of the sender's name where the text signs with it as a person does."""
        writer = VIA.sub("", reading.message.sender.name[:_LONGEST])
        if company_behind(writer, reading, self._senders)[0] or self._senders.without_departments(writer)[1]:
            return frozenset()
        return frozenset(words_of(writer)) if signs_as_person(writer, reading.text) else frozenset()

    def _is_signer(self, claim: Claim, signer: frozenset[str]) -> bool:
        """Return whether a claim is the person who signs."""
        if claim.source == "domain" or is_marked(claim.name, self._senders):
            return False
        return set(words_of(claim.name)) <= signer

    def _claims(self, reading: Reading, label: Label) -> Iterator[Claim]:
        """Yield what every place says."""
        yield from in_display_name(reading, self._senders)
        for claim in spoken_of(reading, self._senders, agency=label.generic):
            # Whoever writes is not spoken of.
            yield claim if not label.agrees(claim.name) else replace(claim, source="text")
        sender = reading.message.sender
        subject = reading.message.subject[:_LONGEST]
        yield from in_phrases(subject, "subject", self._senders)
        elsewhere = f"{sender.name}\n{reading.text[:_MOST_TEXT]}"
        # What a tracking system writes is always for an employer.
        yield from self._in_subject_parts(subject, elsewhere, label, sure=self._senders.is_system(sender.domain))
        yield from labelled(reading.text[:_MOST_TEXT])
        yield from self._in_sentences(reading)
        yield from in_signature(reading, self._senders)
        yield from self._by_address(reading, label)

    def _in_sentences(self, reading: Reading) -> Iterator[Claim]:
        """Yield what the sentences of the text say."""
        text, sender = reading.text[:_MOST_TEXT], reading.message.sender
        elsewhere = f"{reading.message.subject[:_LONGEST]} {sender.name[:_LONGEST]} {sender.domain}"
        for sentence in reading.sentences[:_MOST_SENTENCES]:
            for claim in in_phrases(sentence.text[:_LONGEST], "text", self._senders):
                if not self._is_first_word(claim.name, sentence.text) or is_repeated(claim.name, elsewhere, text):
                    yield claim
        for sentence in reading.sentences[_MOST_SENTENCES:][-_LAST_SENTENCES:]:
            yield from in_footer(sentence.text[:_LONGEST])
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

    def _is_backed(self, claim: Claim, claims: list[Claim], label: Label) -> bool:
        """Return whether a name by which somebody writes or signs can stand beside a domain that says another.

        Without a sign of a company, and told nowhere else, it is more often a department: `Feria de Empleo`.
        """
        if claim.source not in {"display", "signature"} or not label.squashed:
            return True
        if label.agrees(claim.name) or label.shares_word(claim.name) or is_marked(claim.name, self._senders):
            return True
        return any(alike(one.name, claim.name) for one in claims if one.source not in {"display", "signature", "bare"})

    def _is_another_thing(self, claim: Claim) -> bool:
        """Return whether a claim is more likely a heading, a portal, a mere kind, an occupation or a person."""
        name = claim.name
        if is_heading(name) or is_machine(name) or self._is_kind_alone(claim):
            return True
        return self._is_title(name) or self._is_person(claim)

    def _is_kind_alone(self, claim: Claim) -> bool:
        """Return whether a name only says what kind of organisation it is: `Hospital`, or `Social Care` in a text."""
        words = words_of(claim.name)
        if not all(word in self._senders.organisations or word in self._senders.small for word in words):
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
        if claim.weight >= _SURE or is_marked(claim.name, self._senders):
            return False
        return self._senders.begins_with_given_name(claim.name) and len(claim.name.split()) <= _LONGEST_PERSON

    def _in_subject_parts(self, subject: str, elsewhere: str, label: Label, *, sure: bool) -> Iterator[Claim]:
        """Yield the parts of a subject that may be a company: `Data Analyst | Halden`, `Your Halden application`."""
        parts = [part for part in SUBJECT_PARTS.split(SUBJECT_PREFIX.sub("", subject)) if part.strip()]
        occasions = [_is_occasion(part) or bool(sure and _SAYING.fullmatch(part)) for part in parts]
        told = [names_occupation(part) or occasion for part, occasion in zip(parts, occasions, strict=True)]
        for number, part in enumerate(parts):
            name, _ = self._senders.without_departments(without_occasion(part))
            if name and name_at(name, 0) == name and not _YEAR.search(name):
                # Beside a role and an occasion a place or a call can stand too: a plain name is told elsewhere as well.
                marked = is_marked(name, self._senders)
                likely = marked or (sure and not self._senders.is_place(name))
                likely |= len(parts) > 2 and (label.agrees(name) or name in elsewhere)
                beside = likely and sum(told) == len(parts) - 1 and not told[number] and any(occasions)
                # An agency writes the employer beside the role.
                beside |= label.generic and marked and len(parts) > 1 and any(told) and not told[number]
                yield from claim_of(name, "subject", 0.9 if beside else 0.5)
        possessed = POSSESSED.search(subject)
        if possessed:
            name = possessed["name"]
            yield from claim_of(name, "subject", 1.0 if is_marked(name, self._senders) else 0.8)


def _is_occasion(part: str) -> bool:
    """Return whether a part of a subject names what the message is about: `Application update`."""
    return not re.sub(r"\W+", "", OCCASION.sub("", part.strip()))
