"""Figures over all rejections: said only where there are enough of them to mean something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from statistics import quantiles

from pipeline.core.calendar import day_of
from pipeline.core.letters.rejection import Rejection
from pipeline.core.text import clean
from pipeline.core.verdict import Label

#: Below this many rejections any figure is chance, and so is a group with fewer than that.
ENOUGH, ENOUGH_IN_GROUP = 10, 3


@dataclass(frozen=True, slots=True)
class Share:
    """A group with its count and that of all it is a part of."""

    name: str
    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, from 0 to 1."""
        return self.count / self.total


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that are large enough, and how many things are in none of them."""

    shares: tuple[Share, ...] = ()
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Spread:
    """How a number of days is spread: half of the `count` values lie from `lower` to `upper`."""

    name: str
    count: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be said of all rejections; everything but their number is empty where they are too few.

    `answers` is how many days passed from the first event of a candidacy to its (first) rejection: over all of them
    under the name `all`, then by stage. `with_feedback` counts rejections that hold feedback; the shares of `topics`
    are shares of these.
    """

    rejections: int
    months: Groups = Groups()
    stages: Groups = Groups()
    answers: tuple[Spread, ...] = ()
    with_feedback: int = 0
    topics: Groups = Groups()

    @property
    def is_enough(self) -> bool:
        """Whether there are enough rejections for any figure."""
        return self.rejections >= ENOUGH


def figures_of(rejections: Sequence[Rejection], zone: tzinfo) -> Figures:
    """Return the figures over rejections, oldest first, with months and days told in `zone`."""
    if len(rejections) < ENOUGH:
        return Figures(len(rejections))
    days = [day_of(one.ended, zone) for one in rejections]
    months = Counter(f"{day:%Y-%m}" for day in days if day)
    topics = [sorted({clean(topic) for piece in one.feedback for topic in piece.topics}) for one in rejections]
    with_feedback = sum(bool(one.feedback) for one in rejections)
    return Figures(
        rejections=len(rejections),
        months=_groups(sorted(months.items()), len(rejections)),
        stages=_groups(Counter(str(one.stage) for one in rejections).most_common(), len(rejections)),
        answers=tuple(_answers(rejections, zone)),
        with_feedback=with_feedback,
        topics=_overlapping(Counter(topic for each in topics for topic in each), with_feedback),
    )


def _groups(counts: Iterable[tuple[str, int]], total: int) -> Groups:
    shares = tuple(Share(name, count, total) for name, count in counts if count >= ENOUGH_IN_GROUP)
    return Groups(shares, total - sum(one.count for one in shares))


def _overlapping(counts: Counter[str], total: int) -> Groups:
    """Return groups that share members: what is left out are whole groups."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shares = tuple(Share(name, count, total) for name, count in ordered if count >= ENOUGH_IN_GROUP)
    return Groups(shares, len(ordered) - len(shares))


def _answers(rejections: Sequence[Rejection], zone: tzinfo) -> Iterable[Spread]:
    waits = list(_waits(rejections, zone))
    stages = dict.fromkeys(stage for stage, _ in waits)
    named = [("all", [days for _, days in waits])]
    named += [(stage, [days for of, days in waits if of == stage]) for stage in stages]
    for name, days in named:
        if len(days) >= ENOUGH_IN_GROUP:
            lower, median, upper = quantiles(days, n=4, method="inclusive")
            yield Spread(name, len(days), lower, median, upper)


def _waits(rejections: Sequence[Rejection], zone: tzinfo) -> Iterable[tuple[str, int]]:
    """Yield stage and days for the first rejection of each application that something came before.

    Where it was told more than once, the answer came with the first telling.
    """
    seen: set[int] = set()
    for one in rejections:
        if one.application is None or one.application.id in seen:
            continue
        seen.add(one.application.id)
        first = one.application.events[0]
        told = next((event for event in one.application.events if event.label is Label.REJECTION), first)
        began, ended = day_of(first.date, zone), day_of(told.date, zone)
        if began and ended and told is not first:
            yield str(one.stage), (ended - began).days
