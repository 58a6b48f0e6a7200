"""What the summary says: the one letter that stands for the debriefs of many old rejections. It asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from pipeline.core.calendar import day_of
from pipeline.core.letters.overview import Overview, Page
from pipeline.core.letters.points import rejections_as_points
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.wording import Group, Item, Section, Wording

_LISTED = 100


def write_summary(
    about: str, rejections: Sequence[Rejection], wording: Wording, zone: tzinfo, *, reads_replies: bool = False
) -> Overview:
    """Return what the letter about some old rejections says, oldest first, dates told in `zone`.

    With `reads_replies` it says what a reply can do; without, it names the command instead.
    """
    page = Page(wording, zone, about)
    say = page.voice.say
    oldest_first = sorted(rejections, key=lambda one: (one.ended, one.id))
    said = page.said(oldest_first, say("summary.said"))
    one = "_one" if len(rejections) == 1 else ""
    number = str(oldest_first[-1].id) if rejections else ""
    return Overview(
        subject=say("subject.summary"),
        opening=f"{_found(page, oldest_first)} {say(f'summary.noted{one}')}"
        if rejections
        else _found(page, oldest_first),
        sections=tuple(filter(None, (_listed(page, oldest_first), said))),
        closing=say("summary.closing"),
        replies=say("day.replies_read", number=number) if reads_replies and number else say("footer.replies"),
        correct="" if reads_replies or not number else say(f"summary.correct{one}"),
        command="" if reads_replies or not number else f"afterword label {number} other",
        points=rejections_as_points(oldest_first),
    )


def _found(page: Page, rejections: Sequence[Rejection]) -> str:
    days = [day for one in rejections if (day := day_of(one.ended, page.zone))]
    dates = page.wording.span(min(days), max(days)) if days else ""
    return page.voice.say("summary.opening", rejections=page.wording.count("older", len(rejections)), range=dates)


def _listed(page: Page, rejections: Sequence[Rejection]) -> Section | None:
    months: dict[str, list[Item]] = {}
    # The newest are shown where there are too many: they are the likeliest to be remembered.
    for one in rejections[-_LISTED:]:
        day = day_of(one.ended, page.zone)
        month = page.wording.month(day) if day else page.voice.say("summary.undated")
        months.setdefault(month, []).append(page.listed(one, numbered=True))
    groups = tuple(Group(month, tuple(items)) for month, items in months.items())
    left = max(0, len(rejections) - _LISTED)
    rest = page.voice.say("digest.rest", n=page.wording.digits(left)) if left else ""
    heading = page.voice.say("summary.heading")
    return Section(heading, groups, rest=rest, command="afterword log" if left else "") if groups else None
