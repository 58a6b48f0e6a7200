"""`afterword log`, `show` and `search`: what the log knows."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import safe
from pipeline.core.changes import BY_HAND

if TYPE_CHECKING:
    from pipeline.core.application import Application


@click.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values with a header.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the newest N alone.")
def log_command(*, as_json: bool, as_csv: bool, limit: int | None) -> None:
    """List the rejections, newest first."""
    with setting.house().log(read_only=True) as log:
        entries = log.log_entries(limit=limit)
    if as_json:
        for entry in entries:
            click.echo(output.as_json(entry))
    elif as_csv:
        _print_csv(entries)
    elif entries:
        _table(entries)
    else:
        click.echo("No rejection is logged.")


def _print_csv(entries: Sequence[Mapping[str, object]]) -> None:
    """Print entries as CSV. A cell that a spreadsheet would take for a formula is defused (OWASP: CSV injection)."""
    columns = ["id", "date", "company", "role", "stage", "reason", "feedback", "label_source"]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for entry in entries:
        cells = [safe("" if entry[column] is None else entry[column]) for column in columns]
        writer.writerow([f"'{cell}" if cell[:1] in {"=", "+", "-", "@"} else cell for cell in cells])


def _table(entries: Sequence[Mapping[str, object]]) -> None:
    """Draw entries as a table."""
    from rich.console import Console  # noqa: PLC0415 - only when something is drawn
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    table = Table(box=None, pad_edge=False)
    table.add_column("id", justify="right")
    for heading in ("date", "company", "role", "stage", "reason"):
        table.add_column(heading, overflow="fold")
    table.add_column("feedback", justify="right")
    for entry in entries:
        words = [
            str(entry["id"]),
            str(entry["date"])[:10],
            *(str(entry[key] or "") for key in ("company", "role")),
            *(str(entry[key]).replace("_", " ") for key in ("stage", "reason")),
            str(entry["feedback"] or ""),
        ]
        table.add_row(*(Text(safe(word)) for word in words))
    Console().print(table)


@click.command("show")
@click.argument("number", metavar="ID", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show_command(*, number: int, as_json: bool) -> None:
    """Show message ID and the application it belongs to, with its timeline."""
    with setting.house().log(read_only=True) as log:
        record = log.message(number)
        application = log.application_of(number) if record["application"] else None
    if as_json:
        timeline = _timeline(application) if application else []
        click.echo(output.as_json({**record, "timeline": timeline}))
        return
    _describe(record, application)


def _timeline(application: Application) -> list[dict[str, object]]:
    return [
        {
            "id": event.id,
            "date": event.date.isoformat(),
            "label": event.label.value,
            "subject": event.subject,
            "from": event.sender,
        }
        for event in application.events
    ]


def _describe(record: Mapping[str, object], application: Application | None) -> None:
    """Print one message in words."""
    about = " · ".join(str(record[key]) for key in ("company", "role") if record[key])
    click.echo(click.style(safe(about or record["subject"] or "(no subject)"), bold=True))
    label = record["user_label"] or record["label"]
    by_hand = record["user_label"] or record["model"] == BY_HAND
    source = "by you" if by_hand else f"score {record['score']}, {record['verdict']}, {record['model']}"
    click.echo(f"  {label} ({source})")
    if label == "rejection":
        click.echo(f"  stage {record['stage']}, reason {str(record['reason']).replace('_', ' ')}")
    if record["evidence"]:
        click.echo(f"  evidence: “{safe(record['evidence'])}”")
    feedback = record["feedback"]
    for piece in feedback if isinstance(feedback, Sequence) else ():
        click.echo(f"  {piece['kind']}: “{safe(piece['text'])}”")
    if label == "rejection" and not feedback and record["model"] != BY_HAND:
        click.echo("  No feedback was given.")
    if record["reapply_after"]:
        click.echo(f"  They would look at another application from {record['reapply_after']}.")
    message_id = str(record["message_id"])
    if not message_id.startswith("sha256:"):
        click.echo(f"  original: mid:{safe(message_id)}")
    if application is not None:
        click.echo(f"  application {application.id}, timeline:")
        for event in application.events:
            mark = "→" if event.id == record["id"] else " "
            click.echo(f"  {mark} {event.date:%Y-%m-%d}  {event.label.value:<15} {safe(event.subject)}  [{event.id}]")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def search_command(*, words: tuple[str, ...], as_json: bool) -> None:
    """Search subject, company, role and text of the logged messages for all of the WORDS."""
    with setting.house().log(read_only=True) as log:
        found = log.search(" ".join(words))
    for entry in found:
        if as_json:
            click.echo(output.as_json(entry))
        else:
            about = entry["company"] or entry["subject"]
            click.echo(
                safe(f"{entry['id']:>5}  {str(entry['date'])[:10]}  {entry['label']:<15} {about}  {entry['excerpt']}")
            )
    if not found and not as_json:
        click.echo("Nothing was found.")
