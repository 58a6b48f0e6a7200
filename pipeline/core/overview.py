"""What letters about many rejections have in common: the digest and the first-run summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from pipeline.core.debrief import Rejection, known_values, outcome
from pipeline.core.feedback import FeedbackKind
from pipeline.core.letter import Point
from pipeline.core.wording import Group, Item, Section, Voice, Wording, clean, excerpt

_KINDS = (FeedbackKind.STRENGTH, FeedbackKind.GAP, FeedbackKind.REASON, FeedbackKind.ADVICE)
_ONE_QUOTE = 300
_QUOTES = 12


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts week by week: `months` names a month above the first of its weeks and is empty above the others."""

    heading: str
    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The content of a digest or a summary, in the order in which it is read; safe to show as text."""

    subject: str
    opening: str
    sections: tuple[Section, ...]
    closing: str
    replies: str
    coverage: str = ""
    chart: Chart | None = None
    correct: str = ""
    command: str = ""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What a letter about many rejections is written with: words, a time zone, and what the letter is about."""

    wording: Wording
    zone: tzinfo
    about: str

    @property
    def voice(self) -> Voice:
        """The voice of the letter itself."""
        return Voice(self.wording, self.about)

    def voice_about(self, rejection: Rejection) -> Voice:
        """Return a voice that knows one rejection; its variants differ from those about another."""
        values = known_values(rejection, self.wording, self.zone)
        return Voice(self.wording, f"{self.about} {rejection.message_id}", values)

    def listed(self, rejection: Rejection, *, numbered: bool = False) -> Item:
        """Return the entry of a rejection in a list: company and role, then how and when it ended."""
        voice = self.voice_about(rejection)
        number = voice.say("summary.number", number=str(rejection.id)) if numbered else ""
        by = (voice.say(f"outcome.{outcome(rejection)}"), voice.values["date"], number)
        return Item(text=voice.say("digest.name"), by=", ".join(filter(None, by)))

    def said(self, rejections: Sequence[Rejection], heading: str) -> Section | None:
        """Return what was said of the candidate, grouped by kind, or None if nothing was."""
        pieces = [
            (kind, Item(quote=self.wording.quote(excerpt(one.text, _ONE_QUOTE)), source=self.source(rejection)))
            for kind in _KINDS
            for rejection in rejections
            for one in rejection.feedback
            if one.kind is kind and clean(one.text)
        ]
        shown = pieces[:_QUOTES]
        groups = ((kind, tuple(item for of, item in shown if of is kind)) for kind in _KINDS)
        if not shown:
            return None
        left = len(pieces) - len(shown)
        rest = self.voice.say("digest.rest", n=self.wording.digits(left)) if left else ""
        present = tuple(Group(self.voice.say(f"told.{kind}"), items) for kind, items in groups if items)
        return Section(heading, present, rest=rest, command="afterword log" if left else "")

    def source(self, rejection: Rejection) -> str:
        """Return whose words a quotation holds: the company, else whoever wrote."""
        values = known_values(rejection, self.wording, self.zone)
        return values["company"] or values["who"]
