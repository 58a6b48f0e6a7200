"""Facts about senders: shared domains, and names that are no company."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from publicsuffixlist import PublicSuffixList

from pipeline.reading.senders.file import merged
from pipeline.reading.text.spelling import squash, unaccented, words_of

#: Tables of the senders file that list domains shared by many employers.
_SHARED_TABLES = (
    "applicant_tracking_systems",
    "job_boards",
    "assessments_and_calendars",
    "mail_services",
    "free_mail",
)

#: Tables whose entries are also brands that sign their messages without being the employer.
_BRAND_TABLES = ("applicant_tracking_systems", "job_boards", "assessments_and_calendars")

#: How surely a word stands around a name and is no part of it.
_SMALL, _BESIDE, _DEPARTMENT = 1, 2, 3

#: Articles and possessives that fall where a department word falls at the other end.
_LOOSE_ARTICLES = frozenset({"the", "your", "our", "das", "die", "dein", "euer", "ihr", "unser", "het", "ons"})

#: What joins two words of one department.
_JOINTS = frozenset({"&", "+", "and", "und", "et", "y", "e", "en"})

#: Departments of two words of which the last one alone says it, or neither: `Halden Ressources Humaines`.
_TOGETHER = frozenset(
    {
        ("ressources", "humaines"),
        ("risorse", "umane"),
        ("recursos", "humanos"),
        ("head", "office"),
    }
)

#: What a department is called by, and does not fall.
_CALLED_SO = (["department", "of"], ["dept", "of"])

#: Titles of persons, as words: `Dott.ssa` is two.
_TITLES_WORDS = """
dr dra prof mr mrs ms miss mx sir frau herr mme mlle dott dottssa ssa ing arch avv sr sra srta sig mw dhr mevr eng
maître capt rev suor sor hna hno pastor cllr
"""
_TITLES = frozenset(_TITLES_WORDS.split())

#: What parts the words of a local part, or not: `no-reply`, `no_reply`, `noreply`.
_PARTED = re.compile(r"[._+-]")


@cache
def _suffixes() -> PublicSuffixList:
    """Return the public suffix list that ships with the library."""
    return PublicSuffixList(accept_unknown=True)


def registrable(domain: str) -> str:
    """Return the registrable part of a domain (publicsuffix.org), or an empty string if it has none."""
    try:
        return str(_suffixes().privatesuffix(domain.strip(".").lower()) or "")
    except (UnicodeError, ValueError):
        return ""


@dataclass(frozen=True, slots=True)
class Senders:
    """What is known of senders.

    Attributes:
        shared: Registrable domains, and labels under any public suffix, that belong to no employer of their own users.
        systems: Those of them on which an employer has a place of its own: `halden@myworkday.com`.
        free: Those of them that give anybody an address.
        brands: Squashed names of the systems and boards that write on behalf of employers.
        placeholders: Squashed names that stand where a company could and are none.
        departments, beside, small: Words around a company's name, in folded case: those that name a department, those
            that count only beside one, and articles, possessives and prepositions.
        offices: Words in front of an organisation's name that say which part of it writes.
        organisations, endings: Words, and ends of words, in folded case, that organisations bear and people do not.
        generic: Pieces of domains that serve many.
        given_names: Given names, in folded case.
        places: Places, in folded case.
        unanswered, unanswered_pieces: Domains, and pieces of addresses, at which nobody reads an answer.
    """

    shared: frozenset[str]
    systems: frozenset[str]
    free: frozenset[str]
    brands: frozenset[str]
    placeholders: frozenset[str]
    departments: frozenset[str]
    offices: frozenset[str]
    beside: frozenset[str]
    small: frozenset[str]
    organisations: frozenset[str]
    endings: tuple[str, ...]
    generic: tuple[str, ...]
    given_names: frozenset[str]
    places: frozenset[str]
    unanswered: frozenset[str]
    unanswered_pieces: tuple[str, ...]

    @classmethod
    def load(cls, path: Path, own: Path | None = None) -> Senders:
        """Read a senders file (TOML), and over it the user's own where there is one.

        Raises:
            ConfigError: The user's own file cannot be read, or has faults; each is named with its key.
            OSError, tomllib.TOMLDecodeError, KeyError: The file ships with the product: broken, it is a fault of ours.
        """
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls.of(merged(tables, own) if own is not None and own.exists() else tables)

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Senders:
        """Return what the tables of a senders file say."""
        shared = frozenset(domain for name in _SHARED_TABLES for domain in tables[name]["domains"])
        brands = {domain.partition(".")[0] for name in _BRAND_TABLES for domain in tables[name]["domains"]}
        # `ashbyhq` writes as Ashby.
        brands |= {brand.removesuffix("hq") for brand in brands}
        return cls(
            shared=shared,
            systems=frozenset(tables["applicant_tracking_systems"]["domains"]),
            free=frozenset(tables["free_mail"]["domains"]),
            brands=frozenset(squash(brand) for brand in brands),
            placeholders=_squashed(tables["placeholders"]["names"]),
            departments=frozenset(tables["departments"]["words"]),
            offices=frozenset(tables["departments"]["offices"]),
            beside=frozenset(tables["departments"]["beside"]),
            small=frozenset(tables["departments"]["small"]),
            organisations=frozenset(tables["organisations"]["words"]),
            endings=tuple(tables["organisations"]["endings"]),
            generic=tuple(tables["generic_domains"]["pieces"]),
            given_names=frozenset(way for name in tables["given_names"]["names"] for way in (name, unaccented(name))),
            places=frozenset(tables["places"]["names"]),
            unanswered=frozenset(tables["unanswered"]["domains"]),
            unanswered_pieces=tuple(tables["unanswered"]["pieces"]),
        )

    def own_label(self, domain: str) -> str:
        """Return the label of the company's own domain, such as `northwind` of `mail.northwind.co.uk`.

        Empty for a domain that many share, and for one without a public suffix.
        """
        return self.own_domain(domain).partition(".")[0]

    def own_domain(self, domain: str) -> str:
        """Return the registrable part of a domain, or an empty string if it has none or many share it."""
        own = registrable(domain)
        return "" if own in self.shared or own.partition(".")[0] in self.shared else own

    def is_system(self, domain: str) -> bool:
        """Return whether a domain is that of an applicant tracking system."""
        own = registrable(domain)
        return bool(own) and (own in self.systems or own.partition(".")[0] in self.systems)

    def is_free(self, domain: str) -> bool:
        """Return whether anybody can have an address under a domain."""
        own = registrable(domain)
        return bool(own) and (own in self.free or own.partition(".")[0] in self.free)

    def is_unanswered(self, address: str) -> bool:
        """Return whether an answer to an address would be read by nobody."""
        folded = address.casefold()
        local, _, domain = folded.rpartition("@")
        own = registrable(domain)
        if not local or own in self.unanswered or own.partition(".")[0] in self.unanswered:
            return True
        whole = _PARTED.sub("", f"{local}@")
        return any(_PARTED.sub("", piece) in whole for piece in self.unanswered_pieces)

    def is_generic(self, label: str) -> bool:
        """Return whether a domain's label looks like that of a job board, an agency or a system."""
        # The counties are no hire.
        return any(piece in label.replace("shire", "") for piece in self.generic)

    def names_organisation(self, name: str) -> bool:
        """Return whether a name holds a word that organisations bear; compounds count where no given name begins it."""
        words = words_of(name)
        if any(word in self.organisations for word in words):
            return True
        return not self.begins_with_given_name(name) and any(
            word.endswith(self.endings) and word not in self.endings for word in words
        )

    def is_placeholder(self, name: str) -> bool:
        """Return whether a name is none: a placeholder, or words around a name alone."""
        squashed = squash(name)
        return not squashed or squashed in self.placeholders or all(self._rank(word) for word in name.split())

    def is_place(self, name: str) -> bool:
        """Return whether a name is that of a town, a region or a country."""
        return name.casefold() in self.places

    def begins_with_given_name(self, name: str) -> bool:
        """Return whether the first word of a name is a given name, an academic title aside."""
        words = [word for word in words_of(name) if word not in _TITLES]
        if not words:
            return False
        # Short ones mean another thing without their accents: `Olá`.
        plain = unaccented(words[0])
        return words[0] in self.given_names or (len(plain) > 3 and plain in self.given_names)

    def bears_title(self, name: str) -> bool:
        """Return whether a name begins with the title of a person: `Dr Ilse Behr`."""
        words = words_of(name)
        return len(words) > 1 and words[0] in _TITLES

    def is_brand(self, name: str) -> bool:
        """Return whether a name is that of a system or board which writes on behalf of employers."""
        return squash(name) in self.brands

    def without_departments(self, text: str) -> tuple[str, bool]:
        """Return a text without the words around a name at its two ends, and whether a department was among them.

        `The Halden Talent Team` gives `Halden` and True, `Keystone Partners` stays as it is.
        """
        parts = text.split()
        tail = self._tail(parts)
        head = self._head(parts[:tail])
        named = parts[head:tail]
        # `People & Fun`, `Admissions and Staffing`: what a sign joins to a department is of it.
        if head and len(named) <= 2 and ((named[:1] and named[0].casefold() in _JOINTS) or parts[head - 1] in _JOINTS):
            return "", True
        gone = [*parts[:head], *parts[tail:]]
        # An article in front falls only with a department behind: "The Halden Team", but "La Redoute".
        falls = bool(gone) or self._without_joined(text) != text
        if named and falls and named[0].casefold() in _LOOSE_ARTICLES:
            named = named[1:]
        joined = _trim(" ".join(named))
        plain = self._without_joined(joined)
        falls_whole = _are_together(gone[-2:]) or any(self._rank(word) == _DEPARTMENT for word in gone)
        return plain, plain != joined or falls_whole

    def without_office(self, name: str) -> str:
        """Return the name of an organisation without its office in front: `Rectoría Colegio Los Alerces`.

        What is left has to say itself that it is one: `Elenco Teatro` is a company.
        """
        office, _, rest = name.partition(" ")
        is_office = office.casefold() in self.offices and " " in rest
        return rest if is_office and self.names_organisation(rest) else name

    def _without_joined(self, name: str) -> str:
        """Return a name without a department that a hyphen joins to it: `Halden-Team`."""
        front, hyphen, last = name.rpartition("-")
        return (
            front if hyphen and len(front) > 2 and front[-1].isalnum() and last.casefold() in self.departments else name
        )

    def _tail(self, parts: list[str]) -> int:
        """Return where the department words at the end begin; never with a word that counts only beside one."""
        start = len(parts)
        while start and self._rank(parts[start - 1]):
            start -= 1
        while start < len(parts) and self._rank(parts[start]) != _DEPARTMENT:
            start += 1
        if _are_together(parts[start - 1 : start + 1]):
            return start - 1
        return start - 2 if start > 2 and _are_together(parts[start - 2 : start]) else start

    def _head(self, parts: list[str]) -> int:
        """Return where the name behind the department words at the beginning starts."""
        end = 0
        while end < len(parts) and self._rank(parts[end]):
            end += 1
        if not any(self._rank(word) == _DEPARTMENT for word in parts[:end]):
            end = 0
        # A capitalised article is part of the name that it stands before: "Werken bij De Vries".
        if 1 < end < len(parts) and parts[end - 1][0].isupper() and self._rank(parts[end - 1]) == _SMALL:
            end -= 1
        # One of state, or a part of a university, is called so in full: "Dept of Coastal Planning".
        if [word.casefold().strip(".") for word in parts[max(0, end - 2) : end]] in _CALLED_SO:
            end -= 2
        return end

    def _rank(self, word: str) -> int:
        """Return how surely a word, or each piece of a hyphenated one, surrounds a name; 0 if it may be a name."""
        folded = _trim(word.casefold())
        if not folded:
            return _SMALL
        pieces = [self._rank_of(piece) for piece in words_of(folded)]
        return self._rank_of(folded) or (max(pieces, default=_SMALL) if all(pieces) else 0)

    def _rank_of(self, piece: str) -> int:
        """Return the rank of one folded word."""
        if piece in self.departments:
            return _DEPARTMENT
        if piece in self.beside:
            return _BESIDE
        return _SMALL if piece in self.small else 0


def _are_together(words: list[str]) -> bool:
    """Return whether some words are a department of two."""
    return tuple(_trim(word.casefold()) for word in words) in _TOGETHER


def _trim(text: str) -> str:
    """Return a text without punctuation at its ends; the full stop of an abbreviation stays."""
    return text.strip(" ,;:!-\u2013—|·()[]\"'\u2019“”„«»\t").removesuffix("...")


def _squashed(names: Iterable[str]) -> frozenset[str]:
    """Return the squashed forms of some names."""
    return frozenset(filter(None, map(squash, names)))
