"""Which company a message comes from.

Several places may name it: the subject, phrases of the text, the sender's display name, the signature, the footer, the
sender's domain. One strong place is enough, weak ones have to agree. A wrong company is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.claims import Claim, heaviest
from pipeline.reading.company_words import (
    AHEAD,
    ARTICLES,
    BEHIND,
    BEHIND_ROLE,
    COPYRIGHT,
    FOR,
    LABELLED,
    NOT_A_NAME,
    OF,
    ORGANISATION,
    PARTS,
    POSSESSED,
    SIGNS,
    SUBJECT_PARTS,
    TITLE,
    VIA,
)
from pipeline.reading.names import NAME, comparable, has_legal_form, name_at, tidy
from pipeline.reading.people import addressed, is_mailbox_of_many, names_its_owner
from pipeline.reading.role_words import names_occupation
from pipeline.reading.senders import Senders, squash, words_of

#: Weight that makes a company believed.
_ENOUGH = 0.9

#: Weight of a claim that needs no look at whether it is a person.
_SURE = 1.1

#: Weight that makes a display name alone believed before the domain.
_LIKELY = 0.6

#: Weight of a name with its legal form behind any phrase.
_NAMED_IN_FULL = 0.9

#: Text that is searched: names stand at the beginning and at the end.
_MOST_TEXT = 10_000
_MOST_SENTENCES = 60
_LONGEST = 500
_SIGNATURE_LINES = 12
_LONGEST_SIGNATURE_LINE = 90

#: Words of a person's name, and of a company's that signs, at most.
_LONGEST_PERSON = 4
_LONGEST_SIGNED = 5

_ENDS_SENTENCE = ("?", "!", ":", ",")
_BULLETS = ("- ", "* ", "• ", "\u2013 ")

#: A label shorter than this agrees with too many words.
_LEAST_LABEL = 3


class CompanyReader:
    """Finds the company that a message comes from."""

    def __init__(self, senders: Senders) -> None:
        self._senders = senders

    def company_of(self, reading: Reading) -> str:
        """Return the company's name as it is written in the message, or an empty string if it cannot be told."""
        addressees = addressed(reading)
        claims = [claim for claim in self._claims(reading) if self._is_possible(claim, addressees)]
        name, weight = heaviest(claims)
        if weight >= _ENOUGH:
            return name
        likely = [claim for claim in claims if claim.source == "display" and claim.weight >= _LIKELY]
        return likely[0].name if likely else self._by_domain(reading, claims)

    def _claims(self, reading: Reading) -> Iterator[Claim]:
        """Yield what every place says."""
        yield from self._in_display_name(reading)
        subject = reading.message.subject[:_LONGEST]
        yield from _in_phrases(subject, "subject")
        yield from self._in_subject_parts(subject)
        for sentence in reading.sentences[:_MOST_SENTENCES]:
            yield from _in_phrases(sentence.text[:_LONGEST], "text")
        for sentence in reading.sentences[_MOST_SENTENCES:][-_SIGNATURE_LINES:]:
            yield from _in_footer(sentence.text[:_LONGEST])
        yield from self._in_signature(reading)
        yield from self._like_domain(reading)

    def _is_possible(self, claim: Claim, addressees: frozenset[str]) -> bool:
        """Return whether a claim can be a company at all; whoever the message greets is none."""
        name = claim.name
        if not comparable(name) or self._senders.is_placeholder(name):
            return False
        if claim.source != "text" and self._senders.is_brand(name):
            return False
        if set(words_of(name)) <= addressees:
            return False
        return has_legal_form(name) or not (names_occupation(name) or self._is_person(claim))

    def _is_person(self, claim: Claim) -> bool:
        """Return whether a claim is more likely a person: a given name in front and no sign of an organisation."""
        if claim.source == "domain" or claim.weight >= _SURE or ORGANISATION.search(claim.name):
            return False
        return self._senders.begins_with_given_name(claim.name) and len(claim.name.split()) <= _LONGEST_PERSON

    def _in_display_name(self, reading: Reading) -> Iterator[Claim]:
        """Yield what the sender's display name says."""
        sender = reading.message.sender
        display = VIA.sub("", sender.name[:_LONGEST])
        if "@" in display.strip("@") and " " not in display:
            return
        for number, part in enumerate(PARTS.split(display)):
            yield from self._in_display_part(part, first=number == 0, reading=reading)

    def _in_display_part(self, part: str, *, first: bool, reading: Reading) -> Iterator[Claim]:
        """Yield what one part of a display name says: `Halden Careers`, `Jane from Halden`, `Halden`."""
        sender = reading.message.sender
        name, has_department = self._senders.without_departments(part)
        behind = FOR.search(name) or (self._senders.begins_with_given_name(name.split(" ", 1)[0]) and OF.search(name))
        if behind and not has_department:
            yield from _claim(self._senders.without_departments(name[behind.end() :])[0], "display", _SURE)
            return
        if has_department:
            yield from _claim(name, "display", _SURE)
        elif not names_its_owner(name, sender):
            yield from self._alone(name, sender, first=first)

    def _alone(self, name: str, sender: Address, *, first: bool) -> Iterator[Claim]:
        """Yield a display name without a department: a company if it bears a sign of one or many share the address."""
        marked = has_legal_form(name) or bool(ORGANISATION.search(name))
        one_word = len(name.split()) == 1 and not self._senders.begins_with_given_name(name)
        local = sender.address.rpartition("@")[0]
        of_many = not local or is_mailbox_of_many(sender) or squash(name) == squash(local)
        believed = marked or (one_word and not self._senders.own_label(sender.domain))
        weight = 1.0 if believed and of_many and first else _LIKELY
        yield from _claim(name, "display" if marked or one_word else "bare", weight)

    def _in_subject_parts(self, subject: str) -> Iterator[Claim]:
        """Yield the parts of a subject that may be a company: `Data Analyst | Halden`, `Your Halden application`."""
        for part in SUBJECT_PARTS.split(subject):
            name, _ = self._senders.without_departments(part)
            if name and name_at(name, 0) == name:
                yield from _claim(name, "subject", 0.5)
        possessed = POSSESSED.search(subject)
        if possessed:
            yield from _claim(possessed["name"], "subject", 0.8)

    def _in_signature(self, reading: Reading) -> Iterator[Claim]:
        """Yield what the last lines say: `The Halden Team`, `Talent Partner, Halden`, `Halden GmbH`."""
        lines = [line.strip() for line in reading.text.split("\n") if line.strip()]
        for line in lines[-_SIGNATURE_LINES:]:
            yield from _in_footer(line[:_LONGEST])
            if _may_be_signature(line):
                yield from self._in_signature_line(line)

    def _in_signature_line(self, line: str) -> Iterator[Claim]:
        """Yield what one line of a signature says."""
        parts = [part for part in PARTS.split(line) if part]
        department_alone = any(self._senders.without_departments(part) == ("", True) for part in parts)
        with_title = len(parts) > 1 and any(TITLE.search(part) for part in parts)
        for part in parts:
            name, has_department = self._senders.without_departments(part)
            if not name or len(name.split()) > _LONGEST_SIGNED or name_at(name, 0).rstrip(".") != name.rstrip("."):
                continue
            if has_department and SIGNS.search(part):
                yield from _claim(name, "signature", _SURE)
            elif department_alone or has_legal_form(name) or (ORGANISATION.search(name) and len(parts) == 1):
                yield from _claim(name, "signature", 0.9)
            elif with_title and not TITLE.search(part):
                yield from _claim(name, "signature", 0.6)
            else:
                yield from _claim(name, "bare", 0.5)

    def _like_domain(self, reading: Reading) -> Iterator[Claim]:
        """Yield the names in subject and text that are spelt like the sender's own domain."""
        label = self._label(reading)
        if not label:
            return
        text = f"{reading.message.sender.name}\n{reading.message.subject}\n{reading.text}"
        for match in _like_label(text[:_MOST_TEXT], label):
            yield Claim(match, "domain", 1.0)

    def _label(self, reading: Reading) -> str:
        """Return the squashed label of the sender's own domain without department words, or an empty string."""
        label = self._senders.own_label(reading.message.sender.domain)
        words = [word for word in re.split(r"[-_]", label) if word not in self._senders.departments]
        squashed = squash("".join(words))
        for ending in ("careers", "jobs", "recruiting", "recruitment", "karriere", "talent"):
            squashed = squashed.removesuffix(ending) or squashed
        return squashed if len(squashed) >= _LEAST_LABEL else ""

    def _by_domain(self, reading: Reading, claims: Iterable[Claim]) -> str:
        """Return the company that only the domain tells, spelt as some claim does if one agrees."""
        label = self._label(reading)
        if not label:
            return ""
        for claim in claims:
            if _agrees(claim.name, label):
                return claim.name
        words = re.split(r"[-_]", self._senders.own_label(reading.message.sender.domain))
        kept = [word for word in words if word not in self._senders.departments]
        return " ".join(word if any(map(str.isdigit, word)) else word.capitalize() for word in kept)


def _may_be_signature(line: str) -> bool:
    """Return whether a line can be part of a signature: short, no sentence, no address."""
    if len(line) > _LONGEST_SIGNATURE_LINE or line.endswith(_ENDS_SENTENCE) or line.startswith(_BULLETS):
        return False
    return not NOT_A_NAME.search(line) and (not line.endswith(".") or has_legal_form(line))


def _claim(name: str, source: str, weight: float) -> Iterator[Claim]:
    """Yield a claim if the text is a name."""
    tidied = tidy(name)
    if tidied:
        yield Claim(tidied, source, weight)


def _in_phrases(text: str, source: str) -> Iterator[Claim]:
    """Yield the names that phrases of a sentence lead to."""
    for pattern, weight in AHEAD:
        for match in pattern.finditer(text):
            name = name_at(text, match.end())
            if name and not _is_occasion(text, match.end(), name):
                share = _after_article(match[0], name)
                yield Claim(name, source, max(weight * share, _NAMED_IN_FULL if has_legal_form(name) else 0.0))
    for match in BEHIND_ROLE.finditer(text):
        before = " ".join(text[max(0, match.start() - 60) : match.start()].split()[-3:])
        name = name_at(text, match.end())
        if name and names_occupation(before):
            yield Claim(name, source, 1.0)
    label = LABELLED.match(text)
    if label:
        yield from _claim(name_at(text, label.end()), source, 1.0)
    yield from _in_footer(text)


def _after_article(phrase: str, name: str) -> float:
    """Return the share of its weight that a name keeps: one word behind an article is more often any noun."""
    any_noun = phrase.endswith(ARTICLES) and len(name.split()) == 1 and not ORGANISATION.search(name)
    return 0.5 if any_noun else 1.0


def _in_footer(text: str) -> Iterator[Claim]:
    """Yield the names that statements of a company about itself begin with."""
    for match in BEHIND.finditer(text):
        yield from _claim(match["name"], "footer", 0.9)
    for match in COPYRIGHT.finditer(text):
        yield from _claim(name_at(text, match.end()), "footer", 0.9)


def _is_occasion(text: str, start: int, name: str) -> bool:
    """Return whether what looks like a name is the beginning of a role: `the Data Analyst position`."""
    after = text[start + len(name) : start + len(name) + 40].lstrip()
    return bool(re.match(r"(?:position|role|opening|job|vacancy|post|opportunity|internship)\b", after))


def _like_label(text: str, label: str) -> Iterator[str]:
    """Yield the names in a text whose letters are those of a domain's label, legal form aside."""
    seen: set[str] = set()
    for match in NAME.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                name = " ".join(words[start:end])
                # Comparing is dear and most names are out at once.
                if name in seen or not squash(name).startswith(label):
                    continue
                name = tidy(name)
                if name and name not in seen and comparable(name) == label:
                    seen.add(name)
                    yield name


def _agrees(name: str, label: str) -> bool:
    """Return whether a name and a domain's label mean the same company."""
    plain = comparable(name)
    return plain == label or (len(plain) > _LEAST_LABEL and (label.startswith(plain) or plain.startswith(label)))
