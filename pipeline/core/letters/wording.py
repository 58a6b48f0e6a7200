"""The words of the letters: phrases with variants, numbers and dates in words."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core.letters.phrases import DRAFT, FAMILIAR, PLACEHOLDER, flat, needs_of, problems, variants_of
from pipeline.core.text import excerpt, isolated

#: The placeholders that hold words of the message, in whatever script; but for those of a draft, which goes to its
#: writer.
_THEIRS = frozenset({"company", "role", "who", "subject"})
#: A text that stands between quotation marks as a whole, or of which only the first or the last is left, as in a
#: sentence of a longer quotation. A straight one alone at the end may be that of inches.
_QUOTED = re.compile(r"[\"“„”«»]\s?([^\"“„”«»]+?)(?:\s?[\"“”«»])?|([^\"“„”«»]+?)\s?[“”«»]")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a section: a text with what is known `by` the way, a quotation with its source, then a question.

    `commands` are commands with what each is for. Any of these may be empty.
    """

    text: str = ""
    by: str = ""
    quote: str = ""
    source: str = ""
    question: str = ""
    commands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of a section that belong together under a label, which may be empty."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a letter under a heading: lead, entries, note; `rest` says what is left out, `command` shows it."""

    heading: str
    groups: tuple[Group, ...]
    lead: str = ""
    note: str = ""
    rest: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language, all of them or those of a draft: a name such as `weigh.interview` with variants."""

    language: str
    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, language: str, table: Mapping[str, object]) -> Wording:
        """Return the wording in a table of a TOML file; raise ValueError if `problems` finds any."""
        if found := problems(language, table):
            raise ValueError("; ".join(found))
        return cls(language, {name: variants_of(value) for name, value in flat(table)})

    @property
    def writes_letters(self) -> bool:
        """Whether it holds the words of whole letters, and not only those of a draft."""
        return any(not name.startswith(f"{DRAFT}.") for name in self.phrases)

    def draft(self, *, familiar: bool) -> Wording:
        """Return it as it is said in a draft: to somebody on familiar terms, in the phrases that it has for that."""
        if not familiar:
            return self
        prefix = f"{DRAFT}.{FAMILIAR}."
        others = {
            name.replace(prefix, f"{DRAFT}."): one for name, one in self.phrases.items() if name.startswith(prefix)
        }
        return Wording(self.language, {**self.phrases, **others})

    def entry(self, name: str, index: int) -> str:
        """Return one entry of a phrase whose entries are no variants, such as a month."""
        return self.phrases[name][index]

    def number(self, n: int) -> str:
        """Return a number in words up to twelve, in digits above."""
        words = self.phrases["words.numbers"]
        return words[n] if 0 <= n < len(words) else self.digits(n)

    def digits(self, n: int) -> str:
        """Return a number in digits, its thousands set apart."""
        return f"{n:,}".replace(",", self.entry("words.thousands", 0))

    def count(self, name: str, n: int) -> str:
        """Return a number of things, such as `no rejection`, `one rejection`, `three rejections`."""
        form = self.entry(f"counts.{name}", min(n, 2))
        return _fill(form, {"count": self.number(n), "n": self.digits(n)})

    def topic(self, name: str, limit: int) -> str:
        """Return what a topic of feedback is called; one that has no phrase is called as it is."""
        known = self.phrases.get(f"topics.{name.replace(' ', '_')}")
        return excerpt(known[0] if known else name.replace("_", " "), limit)

    def listing(self, parts: Sequence[str]) -> str:
        """Return `a`, `a and b` or `a, b and c`."""
        if len(parts) <= 1:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.entry('words.and', 0)} {parts[-1]}"

    def quote(self, text: str) -> str:
        """Return text between the quotation marks of the language, in place of those that it has around it itself."""
        quoted = _QUOTED.fullmatch(text)
        return _fill(self.entry("words.quote", 0), {"text": (quoted[1] or quoted[2]) if quoted else text})

    def date(self, day: dt.date, *, year: bool = False) -> str:
        """Return a date in words, with its year if asked for."""
        values = {"day": str(day.day), "month": self.entry("words.months", day.month - 1), "year": str(day.year)}
        return _fill(self.entry("words.full_date" if year else "words.date", 0), values)

    def month(self, day: dt.date) -> str:
        """Return the month that a day lies in, with its year."""
        values = {"month": self.entry("words.months", day.month - 1), "year": str(day.year)}
        return _fill(self.entry("words.month", 0), values)

    def span(self, first: dt.date, last: dt.date) -> str:
        """Return a span of dates without saying twice what both have in common."""
        if first == last:
            return self.date(first)
        years = first.year != last.year
        same_month = (first.year, first.month) == (last.year, last.month)
        form = "words.range_one_month" if same_month else "words.range"
        dates = {"first": self.date(first, year=years), "last": self.date(last, year=years)}
        return _fill(self.entry(form, 0), {**dates, "first_day": str(first.day)})


@dataclass(frozen=True, slots=True)
class Voice:
    """A wording that speaks about one thing: `about` decides between variants, `values` are known in each phrase.

    `earlier` is what the letters before this one said, the latest first, white space folded.
    """

    wording: Wording
    about: str
    values: Mapping[str, str] = field(default_factory=dict)
    earlier: Sequence[str] = ()

    def say(self, name: str, turn: int = 0, **values: str) -> str:
        """Return a phrase with its placeholders filled in, or an empty string where no variant can be used.

        Variants that need an unknown (empty) value are left out; of the rest those that use most values are
        preferred; of equals the one that was not said for longest is, and else a hash decides. `turn` moves on to the
        next variant, for a phrase said repeatedly.
        """
        known = {**self.values, **values}
        usable = [one for one in self.wording.phrases[name] if all(known.get(need) for need in needs_of(one))]
        if not usable:
            return ""
        most = max(len(needs_of(one)) for one in usable)
        best = [one for one in usable if len(needs_of(one)) == most]
        first = _seed(self.about, name) % len(best)
        in_turn = sorted(best[first:] + best[:first], key=self._letters_since, reverse=True)
        return _fill(in_turn[turn % len(best)], known)

    def _letters_since(self, variant: str) -> int:
        """Return how many letters ago a variant was said, or how many letters are known where none says it."""
        return next((ago for ago, said in enumerate(self.earlier) if _says(said, variant)), len(self.earlier))


def _says(said: str, variant: str) -> bool:
    """Return whether a text says a variant, whatever stands in it for the placeholders."""
    place = 0
    for words in PLACEHOLDER.split(variant)[::2]:
        place = said.find(words.strip(), place)
        if place < 0:
            return False
    return True


def _fill(variant: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = isolated(values[name.lower()]) if name.lower() in _THEIRS else values[name.lower()]
        return text[:1].upper() + text[1:] if name[:1].isupper() else text

    # One pass: what is filled in is never searched for placeholders again.
    return PLACEHOLDER.sub(value, variant)


def _seed(about: str, name: str) -> int:
    digest = hashlib.sha256(f"{about}\n{name}".encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big")
