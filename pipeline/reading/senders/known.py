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

from pipeline.reading.senders.departments import Departments
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
        departments: The words around a company's name.
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
    departments: Departments
    offices: frozenset[str]
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
            departments=Departments(
                words=frozenset(tables["departments"]["words"]),
                beside=frozenset(tables["departments"]["beside"]),
                small=frozenset(tables["departments"]["small"]),
            ),
            offices=frozenset(tables["departments"]["offices"]),
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
        return "" if self.is_shared(domain) else registrable(domain)

    def is_shared(self, domain: str) -> bool:
        """Return whether a domain belongs to no single employer: a hiring system's, or a provider's for all."""
        own = registrable(domain)
        return bool(own) and (own in self.shared or own.partition(".")[0] in self.shared)

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
        return not squashed or squashed in self.placeholders or all(map(self.departments.rank, name.split()))

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
        return self.departments.without(text)

    def without_office(self, name: str, domain: str) -> str:
        """Return the name of an organisation without its office in front: `Rectoría Colegio Los Alerces`.

        What is left has to say itself that it is one, and the office to be no part of the domain: `Elenco Teatro` is a
        company.
        """
        words = name.split(" ")
        for size in (2, 1):
            office, rest = " ".join(words[:size]), " ".join(words[size:])
            is_office = office.casefold() in self.offices and " " in rest
            is_office = is_office and not squash(self.own_label(domain)).startswith(squash(office))
            if is_office and self.names_organisation(rest):
                return rest
        return name


def _squashed(names: Iterable[str]) -> frozenset[str]:
    """Return the squashed forms of some names."""
    return frozenset(filter(None, map(squash, names)))
