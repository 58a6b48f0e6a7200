"""Rejections over some weeks: how many came before and after a meeting, week by week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.core.letters.overview import Chart, Page
from pipeline.core.letters.wording import Wording

#: A trend over fewer rejections than this is chance.
_ENOUGH = 3
_RECENT = 4


def chart_of(page: Page, history: Sequence[tuple[int, int]], monday: date) -> Chart | None:
    """Return the chart of some weeks, the last of which begins on `monday`; None if there are no weeks.

    `history` counts rejections (on paper, after meeting), oldest week first.
    """
    if not history:
        return None
    weeks = page.wording.number(len(history))
    if not any(map(sum, history)):
        return Chart(page.voice.say("digest.chart_none", count=weeks), (), ())
    rows = (
        (page.voice.say("digest.chart_paper"), tuple(paper for paper, _ in history)),
        (page.voice.say("digest.chart_met"), tuple(met for _, met in history)),
    )
    months = tuple(_months(page.wording, monday, len(history)))
    return Chart(page.voice.say("digest.chart", count=weeks), months, rows)


def nearer(page: Page, history: Sequence[tuple[int, int]]) -> str:
    """Return a sentence if a larger share of the latest rejections than of those before came after a meeting."""
    recent, before = history[-_RECENT:], history[:-_RECENT]
    ended, met = sum(map(sum, recent)), sum(met for _, met in recent)
    ended_before, met_before = sum(map(sum, before)), sum(met for _, met in before)
    if min(ended, ended_before) < _ENOUGH or met * ended_before <= met_before * ended:
        return ""
    number = page.wording.number
    return page.voice.say(
        "digest.closing_nearer",
        ended=number(ended),
        met=number(met),
        ended_before=number(ended_before),
        met_before=number(met_before),
    )


def _months(wording: Wording, last: date, weeks: int) -> Iterator[str]:
    """Yield for each week the short name of its month where that is a new one, else an empty string."""
    mondays = [last - timedelta(days=7 * back) for back in range(weeks - 1, -1, -1)]
    for index, monday in enumerate(mondays):
        is_new = index == 0 or monday.month != mondays[index - 1].month
        # Where the next week already begins a month, its name would touch this one.
        is_crowded = index == 0 and weeks > 1 and mondays[1].month != monday.month
        yield wording.entry("words.short_months", monday.month - 1) if is_new and not is_crowded else ""
