"""Companies that the sender's domain tells, or a name of theirs on a system of many employers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.claim import Claim
from pipeline.reading.company.anchor import spans
from pipeline.reading.company.lines import without_trade
from pipeline.reading.company.names import MOST_CHARACTERS, MOST_WORDS, NAME, comparable, spellings
from pipeline.reading.company.words import PARTS, VIA
from pipeline.reading.senders.known import Senders, registrable
from pipeline.reading.senders.people import is_mailbox_of_many
from pipeline.reading.text.bounds import MOST_TEXT
from pipeline.reading.text.spelling import squash, unaccented, words_of

#: A label shorter than this agrees with too many words.
_LEAST_LABEL = 3

#: A name on a system shorter than this is any abbreviation.
_LEAST_TENANT = 4

#: Names that one domain may stand for.
_MOST_LABELS = 6

#: How much of a sender, a subject and a line is searched.
_LONGEST = 500
_LONGEST_LINE = 90

#: Weight of a name that the message writes out and the domain says in one word: more than any two other places.
_SPELT = 2.3

#: So many words of a name stand on either side of a line break that a mail program put into it.
_AROUND_WRAP = 3

#: Pieces of an address that name nobody: `mail`, `jobs`, `eu2`.
_NAMELESS = re.compile(
    r"^(?:www|mail|mailer|m|app|eu|us|uk|notifications?|candidates?|hire|jobs?|talent|careers?|email|de)\d*$"
)


#: Pieces that an employer joins to its name in a domain of its own.
_FOR_CANDIDATES = frozenset({"career", "careers", "karriere", "carriere", "carrieres"})

#: Verbs and greetings that young firms put before a name whose own domain is taken: `getfernly`.
_CALLS = re.compile(r"^(?:get|try|use|join|meet|with|hello|hey|hi|go|my)(?=\w{5})")

#: Whom one works at or joins is an employer and no board, and no name of theirs begins so: `werkenbijrijnzorg`.
_AT = re.compile(r"^(?:werken-?bij|karriere-?bei|join)-?(?=\w{5})(?!ery|ers?)")

#: By what a message says that it was sent, which is no employer: `Powered by Quantrex`.
_MEANS = re.compile(
    r"\b(?i:powered by|sent (?:with|via|through)|propulsé par|envoyé (?:avec|via)"
    r"|(?:versendet|verschickt|gesendet) (?:über|mit)|bereitgestellt (?:von|durch)|enviado (?:con|com|vía|via)"
    r"|con (?:la )?tecnología de|inviat[ao] (?:con|tramite)|(?:verzonden|verstuurd) (?:met|via)|mogelijk gemaakt door) "
    rf"(?P<name>{NAME.pattern})"
)

#: What employers put before and behind their names in domains for candidates.
_BEGINNINGS = (
    "werkenbij",
    "workat",
    "workfor",
    "join",
    "weare",
    "karrierebei",
    "karriere",
    "jobsat",
    "jobs",
    "careersat",
)
_PURPOSES = frozenset({*_BEGINNINGS, *_FOR_CANDIDATES, "team"})
_ENDINGS = ("careers", "career", "jobs", "recruiting", "recruitment", "karriere", "recrutement", "empleo", "hr", "hq")


@dataclass(frozen=True, slots=True)
class Label:
    """The label of the sender's own domain.

    `words` are its pieces without those of departments, `squashed` all of them in one; both are empty where the domain
    belongs to many. A `generic` one may be that of a job board: nothing follows from it alone.
    """

    words: tuple[str, ...] = ()
    squashed: str = ""
    generic: bool = False

    @property
    def said(self) -> str:
        """The company that the domain tells by itself: `Fjord Line`; empty where it is generic."""
        words = () if self.generic else self.words
        return " ".join(word if any(map(str.isdigit, word)) else word.capitalize() for word in words)

    def agrees(self, name: str) -> bool:
        """Return whether a name and the label mean the same company."""
        label = self.squashed
        if not label:
            return False
        for plain in spellings(name):
            if plain == label or (len(plain) > _LEAST_LABEL and (label.startswith(plain) or plain.startswith(label))):
                return True
        return False

    def shares_word(self, name: str) -> bool:
        """Return whether a longer word of a name stands in the label, wherever."""
        return any(len(word) > _LEAST_LABEL and unaccented(word) in self.squashed for word in words_of(name))


def label_of(sender: Address, senders: Senders) -> Label:
    """Return the label of the sender's own domain."""
    own = _AT.sub("", senders.own_label(sender.domain))
    pieces = [word for word in re.split(r"[-_]", own) if word and word not in senders.departments]
    words = tuple(word for word in pieces if word not in _BEGINNINGS) or tuple(pieces)
    squashed = _without_purpose(squash("".join(words)))
    if len(squashed) < _LEAST_LABEL:
        return Label()
    # A domain for candidates is the employer's: `halden-careers`.
    plain = "-".join(word for word in own.split("-") if word not in _FOR_CANDIDATES)
    return Label(words, squashed, senders.is_generic(plain or own))


def means_of(reading: Reading) -> frozenset[str]:
    """Return what a text names only as that by which it was sent, comparable, alone and with the words before it."""
    return frozenset(comparable(way) for match in _means(reading) for way in (match["name"], match[0]))


def is_of_means(label: Label, reading: Reading) -> bool:
    """Return whether the label of a domain is that of what a text names only as that by which it was sent."""
    return any(label.agrees(match["name"]) for match in _means(reading))


def _means(reading: Reading) -> list[re.Match[str]]:
    """Return where a text says by what it was sent, as far as neither it nor the subject names that otherwise."""
    text = reading.text[:MOST_TEXT]
    told = list(_MEANS.finditer(text))
    found = [match["name"] for match in told]
    said = f"{reading.message.subject[:_LONGEST]}\n{text}" if told else ""
    return [match for match in told if said.count(match["name"]) == found.count(match["name"])]


def labels_of(sender: Address, senders: Senders) -> tuple[str, ...]:
    """Return what a name may be spelt by: the own domain, all of it, without what it is for, and what is before it."""
    own = senders.own_label(sender.domain)
    words = [word for word in re.split(r"[-_]", own) if word]
    plain = [word for word in words if word not in senders.departments]
    own_words = [word for word in plain if not senders.is_generic(word)]
    found = ["".join(some) for some in (words, plain, own_words) if some]
    found += [_without_purpose(label) for label in found]
    found += [_CALLS.sub("", label) for label in found]
    if own:
        found += [
            squash(piece) for piece in _in_front(sender) if len(piece) > _LEAST_TENANT and not _NAMELESS.match(piece)
        ]
    # What only says what kind of organisation it is, others are too.
    named = [label for label in found if len(label) >= _LEAST_LABEL and label not in senders.organisations]
    return tuple(dict.fromkeys(named))[:_MOST_LABELS]


def _without_purpose(label: str) -> str:
    """Return a label without what the domain is for, at either end: `haldenjobs`, `werkenbijhalden`."""
    for beginning in _BEGINNINGS:
        rest = label.removeprefix(beginning)
        label = rest if len(rest) > _LEAST_LABEL else label
    for ending in _ENDINGS:
        rest = label.removesuffix(ending)
        label = rest if len(rest) >= _LEAST_LABEL else label
    return label


def _in_front(sender: Address) -> list[str]:
    """Return the labels before the registrable domain of an address: `jobs`, `halden` of `jobs.halden.portal.com`."""
    return sender.domain.removesuffix(registrable(sender.domain)).strip(".").split(".")


def of_anybody(sender: Address, senders: Senders) -> bool:
    """Return whether anybody may have an address like the sender's: `cornermill@gmail.com`."""
    return senders.is_free(sender.domain) or senders.is_generic(senders.own_label(sender.domain))


def tenant_labels(sender: Address, senders: Senders) -> Iterator[str]:
    """Yield what may be an employer's name on a system: `halden@myworkday.com`, `jobs@halden.jobs.personio.de`."""
    if not senders.is_system(sender.domain) and not of_anybody(sender, senders):
        return
    local = sender.local_part.casefold().partition("+")[0]
    # What a board's own machines are called is no name there: `apply@...`.
    own = [] if is_mailbox_of_many(sender) else [local]
    for piece in dict.fromkeys([*own, *_in_front(sender)]):
        words = [word for word in re.split(r"[-_.]", piece) if word and word not in senders.departments]
        label = squash("".join(words))
        if len(label) >= _LEAST_TENANT and not _NAMELESS.match(label) and not senders.begins_with_given_name(words[0]):
            yield label


def board_of(sender: Address, senders: Senders) -> str:
    """Return the name of the job board that writes, with which its display name begins: `Indeed Job Alerts`."""
    words = VIA.sub("", sender.name[:_LONGEST]).strip(" \"'").split()
    rows = (" ".join(words[:end]) for end in range(min(len(words), MOST_WORDS), 0, -1))
    return next((row for row in rows if senders.is_brand(row)), "")


def like_label(reading: Reading, label: str, senders: Senders) -> Iterator[Claim]:
    """Yield the names in sender, subject and text that a label stands for, its department words aside."""
    if not label:
        return
    display, subject = VIA.sub("", reading.message.sender.name[:_LONGEST]), reading.message.subject[:_LONGEST]
    for part in PARTS.split(display):
        yield from _spelt(part, label, senders, loose=True)
    for match in NAME.finditer(f"{subject}\n{reading.text[:MOST_TEXT]}"):
        yield from _spelt(match[0], label, senders)
    for name in _over_wraps(reading.text[:MOST_TEXT]):
        if unaccented(squash(name)) == label:
            yield from _spelt(name, label, senders)
    for line in reading.text[:MOST_TEXT].split("\n"):
        if len(line) <= _LONGEST_LINE and line[:1].isupper():
            for part in PARTS.split(line):
                yield from _spelt(part, label, senders)


def _over_wraps(text: str) -> Iterator[str]:
    r"""Yield the names that a line break of the mail program goes through: `at the Studio\\nHalden Marrow`.

    What ends one line and begins the next need not be one: it counts only where something else has it whole.
    """
    for one, other in pairwise(text.split("\n")):
        before, after = one.split()[-_AROUND_WRAP:], other.split()[:_AROUND_WRAP]
        for start in range(len(before)):
            match = NAME.match(" ".join((*before[start:], *after)))
            if match and len(match[0].split()) > len(before) - start:
                yield match[0]


def _spelt(text: str, label: str, senders: Senders, *, loose: bool = False) -> Iterator[Claim]:
    """Yield the names in a row of words that a label stands for; only a `loose` one begins with a small letter."""
    # Looking closer is dear, and most rows of words hold none with the first letter of the label.
    if text.isascii() and label[:1] not in text.casefold():
        return
    words = text[:_LONGEST].split()
    for start, end in spans(words, label, senders):
        name = " ".join(words[start:end]).strip(" ,;:-\u2013\u2014\"'\u2019()")
        if not label.endswith(squash(name.rpartition(" ")[2])):
            name = name.removesuffix("'s").removesuffix("\u2019s")
        front, _, last = name.rpartition(" ")
        name = front if front and last.casefold() in _FOR_CANDIDATES else name
        plain, _ = senders.without_departments(name)
        # `Talent Harbour` at `talentharbour.io` is no department of a firm called Harbour.
        whole = unaccented(squash(name)) == label and name.split()[0].casefold() not in _PURPOSES
        if whole and name.endswith(f" {plain}"):
            plain = name
        name = plain if plain and (name.endswith(plain) or name.startswith(f"{plain}-")) else without_trade(name, text)
        short = len(name.split()) <= MOST_WORDS and len(name) <= MOST_CHARACTERS
        if short and (loose or name[:1].isupper() or name[:1].isdigit()):
            yield Claim(name, "domain", _SPELT)
