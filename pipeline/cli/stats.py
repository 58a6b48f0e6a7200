"""`afterword stats`: figures over all rejections."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import safe
from pipeline.core.figures import ENOUGH, ENOUGH_IN_GROUP, Groups, Share

if TYPE_CHECKING:
    from pipeline.core.figures import Figures


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def stats_command(*, as_json: bool) -> None:
    """Count rejections by month, stage and topic of feedback, and say how long answers took.

    Nothing is said of fewer than ten rejections, or of a group of fewer than three.
    """
    from pipeline.tasks.stats import stats  # noqa: PLC0415 - not for --help

    house = setting.house()
    with house.log(read_only=True) as log:
        figures = stats(log, timezone=house.timezone)
    if as_json:
        click.echo(output.as_json(_record(figures)))
    elif figures.is_enough:
        _print(figures)
    else:
        click.echo(_too_few(figures))


def _too_few(figures: Figures) -> str:
    known = {0: "no rejection is", 1: "one rejection is"}.get(
        figures.rejections, f"{figures.rejections} rejections are"
    )
    return f"Too few for figures: {known} logged, and fewer than {ENOUGH} say nothing about the next one."


def _print(figures: Figures) -> None:
    """Print the figures in words."""
    click.echo(f"{figures.rejections} rejections")
    _section("By month", figures.months, f"in months with fewer than {ENOUGH_IN_GROUP} each")
    _section("By stage", figures.stages, f"at stages with fewer than {ENOUGH_IN_GROUP} each")
    click.echo("\nDays from the first event of an application to its rejection")
    for one in figures.answers:
        click.echo(
            f"  {one.name:<22} median {one.median:g}, half of them from {one.lower:g} to {one.upper:g}"
            f"  ({one.count} rejections)"
        )
    if not figures.answers:
        click.echo("  Too few applications are known from their beginning.")
    click.echo("\nFeedback")
    if figures.with_feedback >= ENOUGH_IN_GROUP:
        click.echo(f"  {_share(Share('given', figures.with_feedback, figures.rejections))}")
    else:
        click.echo(f"  given in fewer than {ENOUGH_IN_GROUP} rejections")
    for share in figures.topics.shares:
        click.echo(f"  {_share(share)}")
    if figures.topics.rest:
        click.echo(f"  {figures.topics.rest} more topics in fewer than {ENOUGH_IN_GROUP} rejections each")


def _section(heading: str, groups: Groups, rest: str) -> None:
    click.echo(f"\n{heading}")
    for share in groups.shares:
        click.echo(f"  {_share(share)}")
    if groups.rest:
        click.echo(f"  {groups.rest} more {rest}")


def _share(one: Share) -> str:
    return f"{safe(one.name.replace('_', ' ')):<22} {one.count:>4} of {one.total:<4} {one.value:>4.0%}"


def _record(figures: Figures) -> dict[str, object]:
    """Return the figures for other programs."""
    minimum = {"rejections": ENOUGH, "group": ENOUGH_IN_GROUP}
    record: dict[str, object] = {"rejections": figures.rejections, "enough": figures.is_enough, "minimum": minimum}
    if not figures.is_enough:
        return record | {"text": _too_few(figures)}
    return record | {
        "months": _group_record(figures.months),
        "stages": _group_record(figures.stages),
        "days_to_rejection": [asdict(one) for one in figures.answers],
        "with_feedback": figures.with_feedback,
        "topics": _group_record(figures.topics),
    }


def _group_record(groups: Groups) -> dict[str, object]:
    shares = [{**asdict(one), "share": round(one.value, 4)} for one in groups.shares]
    return {"groups": shares, "left_out": groups.rest}
