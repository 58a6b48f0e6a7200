"""Examples that teach the names of companies and roles: read from files, and varied."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.adapters.labelled import sender_of
from pipeline.classifier import written
from pipeline.classifier.written import Written
from pipeline.core.applications.application import Stage
from pipeline.core.message import Message, MessageKey
from pipeline.core.verdict import Label
from pipeline.reading.text.sentences import fold
from pipeline.reading.text.spelling import UMLAUTS, squash, unaccented

_SWAPS = 2

#: Pieces of which portals make their names, and where they write from.
_PORTAL_FRONTS_WORDS = """
Hire Job Talent Work Career Apply Recruit Role Staff Vacan Cand People Team Slot Test Skill Form Bewerber Stellen Emploi
Empleo Lavoro Baan Vaga
"""
_PORTAL_FRONTS = _PORTAL_FRONTS_WORDS.split()
_PORTAL_ENDS_WORDS = """
Bridge Desk Radar Hub Flow wise Gate ly Stream Track Point Nest Port Board Cloud Line Spot Market Space io ify er portal
markt Now Pilot
"""
_PORTAL_ENDS = _PORTAL_ENDS_WORDS.split()
_MAILBOXES = ("no-reply", "noreply", "notifications", "jobs", "hello", "status", "updates", "mail")


@dataclass(frozen=True)
class Example:
    """A message whose company and role are known, each with every spelling that is right; None if it is not known."""

    name: str
    label: Label
    language: str
    sender: str
    subject: str
    body: str
    company: tuple[str, ...] | None
    role: tuple[str, ...] | None
    stage: Stage | None = None
    is_oblique: bool = False

    def names(self, kind: str) -> tuple[str, ...] | None:
        """Return the right spellings of a company or role."""
        return self.company if kind == "company" else self.role

    @property
    def message(self) -> Message:
        """The example as a message."""
        when = datetime(2026, 1, 1, tzinfo=UTC)
        return Message(
            MessageKey("", 0, 1), self.name, when, sender_of(self.sender), subject=self.subject, text=self.body
        )


def load(folder: Path) -> list[Example]:
    """Return the examples of a folder, in order (README.md)."""
    return [_example(one) for one in written.load(folder)]


def _example(one: Written) -> Example:
    """Return a message as an example."""
    spellings = {
        key: tuple(name.strip() for name in one.headers.get(key, "").split("|") if name.strip())
        for key in ("company", "agency", "role")
    }
    return Example(
        name=one.name,
        label=one.label,
        language=one.language,
        sender=one.sender,
        subject=one.subject,
        body=one.body,
        company=spellings["company"] or spellings["agency"],
        role=spellings["role"],
        stage=Stage(one.headers["stage"]) if "stage" in one.headers else None,
        is_oblique=one.headers.get("manner") == "oblique",
    )


def _squash(text: str) -> str:
    """Return the letters and digits of a text as an address spells them."""
    return unaccented(squash(text.replace("&", "and").casefold().translate(UMLAUTS)))


def _told(example: Example) -> Example:
    """Return an example without the names that nothing in it tells any more."""
    text = _folded(f"{example.sender}\n{example.subject}\n{example.body}")
    squashed = _squash(example.sender)

    def left(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        told = names and any(
            _folded(one) in text or (len(_squash(one)) > 3 and _squash(one) in squashed) for one in names
        )
        return names if told or names is None else ()

    return replace(example, company=left(example.company), role=left(example.role))


def _folded(text: str) -> str:
    """Return a text in folded case, its white space folded too."""
    return fold(text).casefold()


def _written(text: str, names: Sequence[str], new: str) -> str:
    """Return a text with another name where one of these stood, in the same case."""
    found = re.compile(
        "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(names, key=len, reverse=True)), re.IGNORECASE
    )

    def other(match: re.Match[str]) -> str:
        if match[0][0].islower():
            return new if new.isupper() else new.lower()
        return new.upper() if match[0].isupper() and len(match[0]) > 3 else new

    return found.sub(other, text)


def swapped(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """Return an example that is about the company of another one, its address included."""
    names, new = example.company, (chance.choice(others).company or ("",))[0]
    if not names:
        return example
    display, bracket, address = example.sender.rpartition("<") if "@" in example.sender else (example.sender, "", "")
    local, at, domain = address.rpartition("@")
    spelt = {_squash(one) for name in names for one in (name, re.sub(r"&|\b(?:and|und|et)\b", "", name))}
    plain = max((one for one in sorted(spelt) if len(one) > 3 and one in _squash(domain)), key=len, default="")
    if plain and _squash(new):
        label, dot, end = domain.rpartition(".")
        domain = f"{_squash(label).replace(plain, _squash(new))}{dot}{end}"
    swap = replace(
        example,
        sender=f"{_written(display, names, new)}{bracket}{local}{at}{domain}",
        subject=_written(example.subject, names, new),
        body=_written(example.body, names, new),
        company=(new,),
    )
    told = (swap.sender, swap.subject, swap.body) != (example.sender, example.subject, example.body)
    return swap if told else replace(example, company=None)


def _by_portal(example: Example, chance: random.Random) -> Example:
    """Return an example that a portal sends, whose name says nothing of the employer."""
    name = chance.choice(_PORTAL_FRONTS) + chance.choice(_PORTAL_ENDS)
    display = chance.choice(
        [name, name, f"{name} Notifications", f"{name} Recruiting", f"The {name} Team", name.upper()]
    )
    domain = f"{name.lower()}{chance.choice(['.example', '-mail.example', '.io', '.com'])}"
    return replace(example, sender=f"{display} <{chance.choice(_MAILBOXES)}@{domain}>")


def _by_itself(example: Example, chance: random.Random) -> Example:
    """Return an example that the company sends under its own name."""
    name = (example.company or ("",))[0]
    address = f"{chance.choice(['jobs', 'careers', 'no-reply', 'hr', 'info'])}@{_squash(name) or 'mail'}.example"
    return replace(example, sender=chance.choice([name, f"{name} <{address}>", address]))


def for_marking(examples: Sequence[Example], kind: str, chance: random.Random) -> Iterator[Example]:
    """Yield the variants that a conditional random field is fitted to.

    Only companies are swapped: a role is told in too many forms, by halves and in passing, for another to fit.
    """
    pools = _pools(examples)
    for example in examples:
        yield from (example, example, _told(replace(example, sender="")))
        if chance.random() < 0.7:
            yield _told(replace(example, sender="", subject=""))
        display, bracket, address = example.sender.partition("<")
        if bracket and chance.random() < 0.5:
            yield _told(replace(example, sender=chance.choice([display.strip(), address.rstrip(">")])))
        for _ in range(_SWAPS if kind == "company" else 0):
            other = swapped(example, pools[example.language], chance)
            yield other if chance.random() < 0.7 else _told(replace(other, sender=""))


def for_choosing(examples: Sequence[Example], kind: str, chance: random.Random) -> Iterator[Example]:
    """Yield the variants that the trees are fitted to."""
    pools = _pools(examples)
    for example in examples:
        yield from (example, _told(replace(example, sender="")))
        if chance.random() < 0.5:
            yield _told(replace(example, sender="", subject=""))
        if example.company and chance.random() < 0.35:
            portal = _by_portal(example, chance)
            if _told(portal).company:
                yield portal
        display, bracket, _ = example.sender.partition("<")
        if bracket and display.strip() and chance.random() < 0.35:
            yield _told(replace(example, sender=display.strip()))
        if example.company and chance.random() < 0.4:
            yield _by_itself(example, chance)
        if kind == "company":
            other = swapped(example, pools[example.language], chance)
            yield other if chance.random() < 0.5 else _told(replace(other, sender=""))


def _pools(examples: Sequence[Example]) -> dict[str, list[Example]]:
    """Return the examples of each language that have a company to give."""
    pools: dict[str, list[Example]] = {}
    for example in examples:
        if example.company:
            pools.setdefault(example.language, []).append(example)
    return pools


def half_of(example: Example) -> int:
    """Return which half of the examples one is in, with all that is made of it."""
    return zlib.crc32(example.name.encode()) % 2
