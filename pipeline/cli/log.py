"""`afterword log`: the rejections, as a table, as JSON lines or as CSV."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import one_line
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.listing import By, Entry, Wanted, chosen, day, grouped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_COLUMNS = ("id", "date", "company", "role", "stage", "reason", "feedback", "label_source")

#: Signs with which a cell is a formula to a spreadsheet (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@")

#: What stands for values that say nothing, so that the others stand out.
_UNTOLD = {Stage.UNKNOWN.value, Reason.UNSPECIFIED.value}
#: Columns with long words of ours, which a terminal narrower than that does without.
_ROOMY, _ON_ROOMY_TERMINALS = 75, ("stage", "reason")
#: Wider than any table.
_ENDLESS = 100_000
_LONGEST_REASON = max(len(word) for one in Reason for word in one.value.split("_"))
_WITHOUT = {By.WEEK: "without a date", By.STAGE: "stage unknown", By.COMPANY: "company unknown"}


@click.command("log")
@click.option("--by", type=click.Choice([one.value for one in By]), help="Group them.")
@click.option("--since", callback=setting.a_day, metavar="DATE", help="From this day on (2026-11-01).")
@click.option("--until", callback=setting.a_day, metavar="DATE", help="Up to this day, and including it.")
@click.option("--company", default="", metavar="NAME", help="Those whose company's name holds this, however spelt.")
@click.option(
    "--stage",
    "stages",
    multiple=True,
    type=click.Choice([one.value for one in Stage]),
    help="At this stage; may be given again.",
)
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    type=click.Choice([one.value for one in Reason]),
    help="For this reason; may be given again.",
)
@click.option("--with-feedback", is_flag=True, help="Those with feedback alone.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the newest N alone.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values with a header.")
def log_command(  # noqa: PLR0913 - its options, each by name
    *,
    by: str | None,
    since: date | None,
    until: date | None,
    company: str,
    stages: tuple[str, ...],
    reasons: tuple[str, ...],
    with_feedback: bool,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List the rejections, newest first."""
    if as_json and as_csv:
        raise click.UsageError("Give either --json or --csv.")
    house = setting.house()
    with house.log(read_only=True) as log:
        known = log.log_entries()
    wanted = Wanted(since, until, company, frozenset(stages), frozenset(reasons), with_feedback)
    entries = chosen(known, wanted, house.timezone)[:limit]
    groups = grouped(entries, By(by), house.timezone) if by else [("", entries)]
    if as_json or as_csv:
        named = [{**entry, "group": name} if by else entry for name, members in groups for entry in members]
        _print_csv(named, (*_COLUMNS, "group") if by else _COLUMNS) if as_csv else _print_json(named)
    elif entries:
        _print_tables(groups, By(by) if by else None, house.timezone)
    else:
        click.echo("No rejection that is logged is like that." if known else "No rejection is logged.")


def _print_json(entries: Sequence[Entry]) -> None:
    for entry in entries:
        click.echo(output.as_json(entry))


def _print_csv(entries: Sequence[Entry], columns: Sequence[str]) -> None:
    """Print entries as CSV, each on one line and no cell a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for entry in entries:
        cells = [one_line("" if entry[column] is None else entry[column]) for column in columns]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])


def _print_tables(groups: Sequence[tuple[str, Sequence[Entry]]], by: By | None, zone: tzinfo) -> None:
    """Draw a table for each group; what its name says needs no column."""
    from rich.console import Console  # noqa: PLC0415 - only when something is drawn
    from rich.text import Text  # noqa: PLC0415 - the same

    # A pipe or a file has no edge: what is wrapped there cannot be found any more.
    has_edge = sys.stdout.isatty() or os.environ.get("COLUMNS")
    console = Console(width=None if has_edge else _ENDLESS)
    for name, entries in groups:
        if by:
            count = "1 rejection" if len(entries) == 1 else f"{len(entries)} rejections"
            told = _WITHOUT[by] if name in {"", *_UNTOLD} else one_line(name)
            console.print(Text(f"{told}: {count}", style="bold"))
        console.print(_table(entries, by, zone, console))
        if by and name != groups[-1][0]:
            console.print()


def _table(entries: Sequence[Entry], by: By | None, zone: tzinfo, console: Console) -> Table:
    """Return entries as a table that fits the terminal: a narrow one wraps names, never numbers and dates.

    A very narrow one is not told stage and reason either.
    """
    from rich.table import Table  # noqa: PLC0415 - only when something is drawn
    from rich.text import Text  # noqa: PLC0415 - the same

    left_out = {
        by.value if by in {By.STAGE, By.COMPANY} else "",
        *(_ON_ROOMY_TERMINALS if console.width < _ROOMY else ()),
    }
    names = [name for name in ("company", "role", "stage", "reason") if name not in left_out]
    numbers = [str(entry["id"]) for entry in entries]
    table = Table(box=None, pad_edge=False)
    # rich narrows even what it may not wrap, unless it has a least width.
    table.add_column("id", justify="right", no_wrap=True, min_width=max(map(len, ("id", *numbers))))
    table.add_column("date", no_wrap=True, min_width=len("2026-11-01"))
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name == "stage")
    table.add_column("feedback", justify="right", no_wrap=True, min_width=len("feedback"))
    for number, entry in zip(numbers, entries, strict=True):
        told = (one_line(entry[name] or "") for name in names)
        words = ["" if word in _UNTOLD else word.replace("_", " ") for word in told]
        table.add_row(*map(Text, (number, str(day(entry, zone) or ""), *words, str(entry["feedback"] or ""))))
    natural = console.measure(table, options=console.options.update(max_width=_ENDLESS)).maximum
    for column in table.columns:
        # With a least width alone, rich would narrow the others too little, and cut off the last one.
        if column.header == "reason" and natural > console.width:
            column.width = _LONGEST_REASON
    return table
