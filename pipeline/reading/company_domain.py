"""Companies that the sender's domain tells, or a name of theirs on a system of many employers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.claims import Claim
from pipeline.reading.names import NAME, spellings, tidy
from pipeline.reading.senders import Senders, registrable, squash

#: A label shorter than this agrees with too many words.
_LEAST_LABEL = 3

#: A name on a system shorter than this is any abbreviation.
_LEAST_TENANT = 4

#: Text that is searched.
_MOST_TEXT = 10_000

#: Systems on which the local part, or a label before the system's own, is the employer's name there.
_NAMELESS = re.compile(
    r"^(?:www|mail|mailer|m|app|eu|us|uk|notifications?|candidates?|hire|jobs?|talent|careers?|email|de)\d*$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of the sender's own domain.

    `words` are its pieces without those of departments, `squashed` all of them in one; both are empty where the domain
    belongs to many. A `generic` one may be that of a job board: nothing follows from it alone.
    """

    words: tuple[str, ...] = ()
    squashed: str = ""
    generic: bool = False

    def spelt(self, claims: Iterable[Claim]) -> str:
        """Return the company that only the domain tells, spelt as some claim does if one agrees."""
        if not self.squashed:
            return ""
        for claim in claims:
            if self.agrees(claim.name):
                return claim.name
        if self.generic:
            return ""
        return " ".join(word if any(map(str.isdigit, word)) else word.capitalize() for word in self.words)

    def agrees(self, name: str) -> bool:
        """Return whether a name and the label mean the same company."""
        label = self.squashed
        for plain in spellings(name):
            if plain == label or (len(plain) > _LEAST_LABEL and (label.startswith(plain) or plain.startswith(label))):
                return True
        return False


def label_of(sender: Address, senders: Senders) -> Label:
    """Return the label of the sender's own domain."""
    own = senders.own_label(sender.domain)
    words = tuple(word for word in re.split(r"[-_]", own) if word and word not in senders.departments)
    squashed = squash("".join(words))
    for ending in ("careers", "jobs", "recruiting", "karriere"):
        squashed = squashed.removesuffix(ending) or squashed
    if len(squashed) < _LEAST_LABEL:
        return Label()
    return Label(words, squashed, senders.is_generic(own))


def tenant_labels(sender: Address, senders: Senders) -> Iterator[str]:
    """Yield what may be an employer's name on a system: `halden@myworkday.com`, `jobs@halden.jobs.personio.de`."""
    if not senders.is_system(sender.domain):
        return
    before = sender.domain.removesuffix(registrable(sender.domain)).strip(".").split(".")
    local = sender.address.rpartition("@")[0].casefold().partition("+")[0]
    for piece in dict.fromkeys([local, *before]):
        words = [word for word in re.split(r"[-_.]", piece) if word and word not in senders.departments]
        label = squash("".join(words))
        if len(label) >= _LEAST_TENANT and not _NAMELESS.match(label) and not senders.begins_with_given_name(words[0]):
            yield label


def like_label(reading: Reading, label: str, senders: Senders) -> Iterator[Claim]:
    """Yield the names in sender, subject and text whose letters are those of a label, legal form aside."""
    if not label:
        return
    text = f"{reading.message.sender.name}\n{reading.message.subject}\n{reading.text}"
    for name in _like(text[:_MOST_TEXT], label, senders):
        yield Claim(name, "domain", 1.0)


def _like(text: str, label: str, senders: Senders) -> Iterator[str]:
    seen: set[str] = set()
    for match in NAME.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                name = " ".join(words[start:end])
                # Comparing is dear and most names are out at once.
                if name in seen or not _may_be(name, label):
                    continue
                name = tidy(name)
                if name and name not in seen and _is(name, label, senders):
                    seen.add(name)
                    yield name


def _may_be(name: str, label: str) -> bool:
    """Return whether a name is long enough for a label and begins with two letters of it."""
    return len(name) * 2 >= len(label) and (name.isascii() is False or squash(name)[:2] == label[:2])


def _is(name: str, label: str, senders: Senders) -> bool:
    """Return whether a name is spelt like a label, words that only say what kind of organisation it is aside."""
    if label in spellings(name):
        return True
    words = name.split()
    while len(words) > 1 and senders.names_organisation(words[-1]):
        words = words[:-1]
        if label in spellings(" ".join(words)):
            return True
    return False
