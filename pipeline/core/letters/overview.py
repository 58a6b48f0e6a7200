"""What letters about many rejections have in common: the digest and the first-run summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from pipeline.core.calendar import day_of
from pipeline.core.feedback import TOLD_KINDS, WEIGHTIEST, in_turn
from pipeline.core.letters.debrief import known_values, outcome
from pipeline.core.letters.letter import Point
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.wording import Group, Item, Section, Voice, Wording
from pipeline.core.text import clean, excerpt

_ONE_QUOTE = 300
_QUOTES = 12
_TOPIC = 40


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
    """What a letter about many rejections is written with: words, a time zone, and what the letter is about.

    `earlier` is what the letters before it said, as in `Voice`.
    """

    wording: Wording
    zone: tzinfo
    about: str
    earlier: Sequence[str] = ()

    @property
    def voice(self) -> Voice:
        """The voice of the letter itself."""
        return Voice(self.wording, self.about, earlier=self.earlier)

    def voice_about(self, rejection: Rejection) -> Voice:
        """Return a voice that knows one rejection; its variants differ from those about another."""
        values = known_values(rejection, self.wording, self.zone)
        return Voice(self.wording, f"{self.about} {rejection.message_id}", values, self.earlier)

    def listed(self, rejection: Rejection, *, numbered: bool = False) -> Item:
        """Return the entry of a rejection in a list: company and role, then how and when it ended."""
        voice = self.voice_about(rejection)
        number = voice.say("summary.number", number=str(rejection.id)) if numbered else ""
        day = day_of(rejection.ended, self.zone)
        by = (voice.say(f"outcome.{outcome(rejection)}"), self.wording.date(day) if day else "", number)
        return Item(text=voice.say("digest.name"), by=", ".join(filter(None, by)))

    def said(
        self,
        rejections: Sequence[Rejection],
        heading: str,
        *,
        so_far: Mapping[str, int] | None = None,
        explained: int = 0,
    ) -> Section | None:
        """Return what was said of the candidate, or None if nothing was.

        It is grouped by kind; or by topic, the most frequent first, if it is known how many of the `explained`
        rejections so far were told about each topic. Where there is no room for all, something of each rejection is.
        """
        rows = [
            [
                (kind, place, one)
                for kind in WEIGHTIEST
                for one in rejection.said
                if one.kind is kind and clean(one.text)
            ]
            for place, rejection in enumerate(rejections)
        ]
        pieces = list(in_turn(rows))
        if not pieces:
            return None
        counts = so_far or {}
        shown: dict[str, list[Item]] = {}
        for kind, place, one in sorted(pieces[:_QUOTES], key=lambda piece: (TOLD_KINDS.index(piece[0]), piece[1])):
            topic = next(iter(one.topics), "")
            item = Item(quote=self.wording.quote(excerpt(one.text, _ONE_QUOTE)), source=self.source(rejections[place]))
            shown.setdefault(topic if topic in counts else str(kind), []).append(item)
        groups = [
            Group(self._topic(name, rejections, counts[name], explained), tuple(items))
            for name, items in sorted(shown.items(), key=lambda one: -counts.get(one[0], 0))
            if name in counts
        ]
        groups += [Group(self.voice.say(f"told.{kind}"), tuple(shown[kind])) for kind in TOLD_KINDS if kind in shown]
        left = len(pieces) - min(len(pieces), _QUOTES)
        rest = self.voice.say("digest.rest", n=self.wording.digits(left)) if left else ""
        return Section(heading, tuple(groups), rest=rest, command="afterword log --with-feedback" if left else "")

    def _topic(self, topic: str, rejections: Sequence[Rejection], so_far: int, explained: int) -> str:
        """Return the heading of a topic: its name, this week and so far."""
        now = sum(any(topic in piece.topics for piece in one.feedback) for one in rejections)
        name = self.wording.topic(topic, _TOPIC)
        digits = self.wording.digits
        counts = {"week": digits(now), "n": digits(so_far), "all": digits(max(explained, so_far))}
        return self.voice.say("digest.topic", 0, topic=name, **counts)

    def source(self, rejection: Rejection) -> str:
        """Return whose words a quotation holds: the company, else whoever wrote."""
        values = known_values(rejection, self.wording, self.zone)
        return values["company"] or values["who"]
