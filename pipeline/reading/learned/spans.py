"""Names that a tagger marks in a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.claim import Claim
from pipeline.reading.learned.tagger import OUTSIDE, WITHIN, Marking
from pipeline.reading.learned.tokens import DISPLAY, LINE_END, SEPARATOR, SUBJECT, TEXT, Token, part_of

#: How sure a row of tokens has to be of a name to be looked at; the likeliest marking counts besides.
_LEAST = (0.15, 0.5)

#: A token that so surely begins a name ends the one before.
_BEGINS = 0.4

#: A name has at most so many tokens and characters.
_MOST_TOKENS = 20
_LONGEST = 120

#: Places that are looked at, the first ones: mail by others has two dozen at most, a word said over and over thousands.
_MOST_SPANS = 200

#: Candidates that are compared with each other: no honest message names as many.
MOST_CANDIDATES = 60


#: What is told of a candidate to the trees, by name.
Features = dict[str, float]

#: Labels that tell who is likely to write, and how names are told.
_LABELS = (Label.REJECTION, Label.JOB_ALERT, Label.OUTREACH, Label.INTERVIEW, Label.ASSESSMENT)


@dataclass(frozen=True, slots=True)
class Span:
    """A name as it stands in one place.

    `sure` is how surely its least sure token is of a name, `whole` the same times how surely those around it are not.
    """

    name: str
    zone: str
    sure: float
    whole: float


@dataclass(slots=True)
class Candidate:
    """A name, and all that speaks of it: its spellings, the claims of rules, the places where it is marked."""

    spellings: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The most frequent spelling, of several the first."""
        return max(dict.fromkeys(self.spellings), key=self.spellings.count)

    @property
    def marked(self) -> float:
        """How surely it is marked where it is most surely."""
        return max((span.whole for span in self.spans), default=0.0)

    def marked_in(self, zone: str) -> tuple[float, float, float]:
        """Return how surely it is marked in a zone: its tokens, its whole, and in how many places."""
        here = [span for span in self.spans if span.zone == zone]
        return (
            max((span.sure for span in here), default=0.0),
            max((span.whole for span in here), default=0.0),
            float(len(here)),
        )

    @property
    def marked_together(self) -> float:
        """How surely it is marked in any place, taken as independent witnesses."""
        doubt = 1.0
        for span in self.spans:
            doubt *= 1.0 - min(span.whole, 0.999)
        return 1.0 - doubt if self.spans else 0.0


def spans_of(
    reading: Reading, tokens: Sequence[Token], marking: Marking, others: Iterable[tuple[int, int]] = ()
) -> list[Span]:
    """Return the names that a marking holds, likelier and less likely ones, in the order of the message.

    `others` are where further names may begin and end, however unlikely they are. Of too many names the first are
    returned.
    """
    found = {*_in_path(marking.path), *others}
    for least in _LEAST:
        found |= set(_in_rows(tokens, marking, least))
    short = (
        (start, end)
        for start, end in sorted(found)
        if tokens[start].zone == tokens[end - 1].zone and end - start <= _MOST_TOKENS
        if tokens[end - 1].end - tokens[start].start <= _LONGEST
    )
    return [_span(reading, tokens, marking, start, end) for start, end in islice(short, _MOST_SPANS)]


def _in_path(path: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Yield where the names of the likeliest marking begin and end."""
    start = 0
    while start < len(path):
        end = start + 1
        if path[start] != OUTSIDE:
            while end < len(path) and path[end] == WITHIN:
                end += 1
            yield start, end
        start = end


def _in_rows(tokens: Sequence[Token], marking: Marking, least: float) -> Iterable[tuple[int, int]]:
    """Yield rows of tokens within one line that are each of a name at least so surely."""
    start = 0
    while start < len(tokens):
        end = start + 1
        if marking.inside[start] > least and tokens[start].text not in {SEPARATOR, LINE_END}:
            while (
                end < len(tokens)
                and marking.inside[end] > least
                and marking.first[end] < _BEGINS
                and tokens[end].zone == tokens[start].zone
                and tokens[end].text not in {SEPARATOR, LINE_END}
            ):
                end += 1
            yield start, end
        start = end


def _span(reading: Reading, tokens: Sequence[Token], marking: Marking, start: int, end: int) -> Span:
    """Return what stands between two tokens."""
    zone = tokens[start].zone
    name = " ".join(part_of(reading, zone)[tokens[start].start : tokens[end - 1].end].split())
    sure = float(marking.inside[start:end].min())
    before = 1.0 - float(marking.inside[start - 1]) if start and tokens[start - 1].zone == zone else 1.0
    behind = 1.0 - float(marking.inside[end]) if end < len(tokens) else 1.0
    return Span(name, zone, sure, sure * min(before, behind))


def gathered(
    key: Callable[[str], str], spans: Iterable[Span], claims: Iterable[Claim], others: Iterable[str]
) -> dict[str, Candidate]:
    """Return candidates by what makes two spellings one name; of more than are compared the first."""
    candidates: dict[str, Candidate] = {}

    def of(name: str) -> Candidate:
        candidate = candidates.setdefault(key(name), Candidate())
        candidate.spellings.append(name)
        return candidate

    for claim in claims:
        if key(claim.name):
            of(claim.name).claims.append(claim)
    for span in spans:
        if key(span.name) and any(map(str.isalpha, span.name)):
            of(span.name).spans.append(span)
    for name in filter(key, others):
        of(name)
    return dict(list(candidates.items())[:MOST_CANDIDATES])


def marks_of(candidate: Candidate) -> Features:
    """Return what the tagger says of a candidate, zone by zone and in all."""
    marks: Features = {}
    for zone in (DISPLAY, SUBJECT, TEXT):
        sure, whole, number = candidate.marked_in(zone)
        marks |= {f"sure in {zone}": sure, f"marked in {zone}": whole, f"marks in {zone}": number}
    return {**marks, "marked together": candidate.marked_together, "marked": candidate.marked}


def label_told(label: Label) -> Features:
    """Return which label a message is read as, as features."""
    return {f"is {one.value}": float(label is one) for one in _LABELS}
