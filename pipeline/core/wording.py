"""The words of the letters: phrases with variants, numbers and dates in words."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core.text import excerpt, isolated

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_BRACE = re.compile(r"[{}]")

#: The placeholders of a debrief that may be unknown.
_MAYBE = frozenset({"company", "role", "who", "date", "person", "reapply", "skill"})
#: The placeholders that hold words of the message, in whatever script; but for those of a draft, which goes to its
#: writer.
_THEIRS = frozenset({"company", "role", "who", "subject"})
#: The tables whose entries may be emptied by the user.
_STEPS = ("weigh", "prepare", "apply", "chase", "master", "go_on")
#: Phrases that say nothing where nothing is known.
_MAY_BE_SILENT = frozenset({"told.by", "footer.original"})
#: The table of the lines to a sender. A language may have no other: then no letter is written in it.
_DRAFT = "draft"
#: The table in it of the phrases that are other ones to a sender who says `du`; a language may have none.
_FAMILIAR = "familiar"
#: Phrases that are not variants of each other but a fixed number of entries, in order.
_LENGTHS = {"words.numbers": 13, "words.ordinals": 12, "words.months": 12, "words.short_months": 12}

_GROUPS = {
    "weigh": "interview assessment",
    "prepare": "interview spared assessment application unknown eligibility",
    "apply": "gap gap_on_paper advice reason silence",
    "chase": "interview again listed date filled cancelled on_hold note_interview note_listed note",
    "master": "interview assessment listed note note_listed strength",
    "go_on": "interview assessment application unknown filled not_about_you eligibility",
    "subject": "debrief day:count digest:range unread:range summary preview",
    "happened": "interview assessment application filled cancelled on_hold",
    "stage": "application unknown interview assessment",
    "when": "confirmed:date,span same_day:date first_message:date,span plain:date",
    "why": "other_candidate qualifications eligibility filled_silent cancelled on_hold unspecified_silent "
    "other_candidate_silent qualifications_silent",
    "again": "nth:nth many:count",
    "told": "wrote heading strength gap reason advice by rest",
    "questions": "heading_one heading:count lead_one lead lead_one_read lead_read",
    "next": "heading date:reapply calendar:reapply event feedback feedback_elsewhere thanks write",
    "draft": "greeting thanks thanks_interview offered offered_more not_offered given door door_on_hold close",
    "day": "opening:count,date? opening_span:count,range ended:outcome feedback first paper chase also "
    "calendar:days closing correct replies_read:number",
    "footer": "correct original:subject? open search replies replies_read",
    "digest": "brought:what brought_no_rejection:what quiet unread unread_since:date unread_never unread_catch_up "
    "unread_tried not_read:mailbox,date not_read_why "
    "read_later came name silent_one silent silent_some:count said practise practise_lead practise_gap again "
    "again_item:reapply waiting waiting_lead_one waiting_lead no_subject waiting_yes waiting_no "
    "words lost_one lost topic:topic,week,n,all practise_reply:number done_command added:text again_since:reapply "
    "again_reply:number skills skills_reply:number open_lead open_command open_reply:number waiting_reply:number "
    "replies_read unheard unheard_lead_one unheard_lead unheard_since:date unheard_rest:n "
    "waiting_rest:n unmatched unmatched_one unmatched_some:n rest:n chart:count chart_none:count chart_paper "
    "chart_met "
    "coverage:runs,messages,mailboxes,rejections,uncertain,unreadable coverage_older:n last_run:date,time "
    "closing_nearer:ended,met,ended_before,met_before closing closing_plain closing_no_rejection "
    "closing_quiet closing_unread",
    "summary": "opening:rejections,range? noted noted_one heading undated number:number said correct correct_one "
    "closing",
    "outcome": "interview assessment application unknown filled cancelled on_hold eligibility",
    "counts": "days offer interview assessment outreach status_update acknowledgement rejection older runs "
    "messages mailboxes rejections uncertain unreadable",
    "topics": "technical_skill experience communication examples motivation culture domain_knowledge language "
    "seniority salary eligibility presentation portfolio preparation problem_solving application_papers test",
    "words": "and quote:text thousands date:day,month full_date:day,month,year month:month,year range:first,last "
    "range_one_month:first_day,last numbers ordinals months short_months",
}


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
        return cls(language, {name: _variants(value) for name, value in _flat(table)})

    @property
    def writes_letters(self) -> bool:
        """Whether it holds the words of whole letters, and not only those of a draft."""
        return any(not name.startswith(f"{_DRAFT}.") for name in self.phrases)

    def draft(self, *, familiar: bool) -> Wording:
        """Return it as it is said in a draft: to somebody on familiar terms, in the phrases that it has for that."""
        if not familiar:
            return self
        prefix = f"{_DRAFT}.{_FAMILIAR}."
        others = {
            name.replace(prefix, f"{_DRAFT}."): one for name, one in self.phrases.items() if name.startswith(prefix)
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
    """A wording that speaks about one thing: `about` decides between variants, `values` are known in each phrase."""

    wording: Wording
    about: str
    values: Mapping[str, str] = field(default_factory=dict)

    def say(self, name: str, turn: int = 0, **values: str) -> str:
        """Return a phrase with its placeholders filled in, or an empty string where no variant can be used.

        Variants that need an unknown (empty) value are left out; of the rest those that use most values are
        preferred; between equals a hash decides. `turn` moves on to the next variant, for a phrase said repeatedly.
        """
        known = {**self.values, **values}
        usable = [one for one in self.wording.phrases[name] if all(known.get(need) for need in _needs(one))]
        if not usable:
            return ""
        most = max(len(_needs(one)) for one in usable)
        best = [one for one in usable if len(_needs(one)) == most]
        return _fill(best[(_seed(self.about, name) + turn) % len(best)], known)


def problems(language: str, table: Mapping[str, object]) -> list[str]:
    """Return what keeps a table of a TOML file from being a wording, each with its path; empty if it is one."""
    phrases = dict(_flat(table))
    schema = dict(_schema([_DRAFT] if set(table) == {_DRAFT} else _GROUPS))
    found = [f"{language}.{name}: missing" for name in schema if name not in phrases]
    schema |= {
        name.replace(".", f".{_FAMILIAR}.", 1): needs for name, needs in schema.items() if name.startswith(f"{_DRAFT}.")
    }
    for name, value in phrases.items():
        path = f"{language}.{name}"
        if name not in schema:
            found.append(f"{path}: no letter has such a phrase")
        elif not _is_texts(value):
            found.append(f"{path}: expected a text or a list of texts")
        else:
            found.extend(f"{path}: {reason}" for reason in _faults(name, _variants(value), schema[name]))
    return found


def _faults(name: str, variants: tuple[str, ...], known: tuple[frozenset[str], frozenset[str]]) -> Iterator[str]:
    sure, maybe = known
    for one in variants:
        unknown = sorted(_needs(one) - sure - maybe)
        if unknown:
            yield f"{{{unknown[0]}}} is not known here"
        if _BRACE.search(_PLACEHOLDER.sub("", one)):
            yield "a brace without its partner"
    if length := _LENGTHS.get(name, 3 if name.startswith("counts.") else 0):
        if len(variants) != length:
            yield f"expected {length} entries, found {len(variants)}"
    elif (
        name.partition(".")[0] not in _STEPS
        and name not in _MAY_BE_SILENT
        and not any(_needs(one) <= sure for one in variants)
    ):
        yield "one variant must do without what may be unknown"


def _schema(groups: Iterable[str]) -> Iterator[tuple[str, tuple[frozenset[str], frozenset[str]]]]:
    """Yield each phrase of these groups with the placeholders that are always known in it and those that may not be."""
    for group in groups:
        for name, _, needs in (one.partition(":") for one in _GROUPS[group].split()):
            all_needs = frozenset(filter(None, needs.split(",")))
            sure = frozenset(one for one in all_needs if not one.endswith("?"))
            maybe = frozenset(one.removesuffix("?") for one in all_needs - sure)
            if group == "counts":
                sure = frozenset({"count", "n"})
            yield f"{group}.{name}", (sure, (maybe | _MAYBE) - sure)


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _is_texts(value: object) -> bool:
    entries = [value] if isinstance(value, str) else value
    return isinstance(entries, list) and all(isinstance(one, str) and one.strip() for one in entries)


def _variants(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, Iterable) else ()


def _needs(variant: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _PLACEHOLDER.findall(variant))


def _fill(variant: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = isolated(values[name.lower()]) if name.lower() in _THEIRS else values[name.lower()]
        return text[:1].upper() + text[1:] if name[:1].isupper() else text

    # One pass: what is filled in is never searched for placeholders again.
    return _PLACEHOLDER.sub(value, variant)


def _seed(about: str, name: str) -> int:
    digest = hashlib.sha256(f"{about}\n{name}".encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big")
