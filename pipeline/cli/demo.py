"""`afterword demo`: the whole pipeline on the sample mailbox, with no account and no network."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.output import complain, gravest, safe
from pipeline.cli.paths import UserPath
from pipeline.core.text import counted
from pipeline.core.verdict import Decision
from pipeline.errors import UserError, why

if TYPE_CHECKING:
    from pipeline.core.applications.application import Judged
    from pipeline.tasks.run import RunReport

#: The evening of the last day of the sample mailbox: the demo must not age.
_EVENING = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

_RULES = {Decision.REJECTION: ("rejection", "red"), Decision.UNCERTAIN: ("uncertain", "yellow")}


@click.command("demo")
@click.option(
    "--out",
    "folder",
    type=UserPath(file_okay=False),
    help="Where to leave the letters; else a new folder.",
)
def demo_command(*, folder: Path | None) -> int:
    """Read the sample mailbox, judge it, log it, and write the letters it calls for."""
    folder = _made(folder)
    report, names = _rehearse(folder)
    faults = [*(error for _, error in report.faults), *report.delivery.faults]
    for fault in faults:
        complain(fault)
    for one in sorted(report.judged, key=lambda one: one.message.date):
        _print(one, names.get(one.message.message_id, (one.company, one.facts.role)))
    for unreadable in report.unreadable:
        click.echo(f"{click.style('unreadable', fg='magenta')}  UID {unreadable.key.uid}: {safe(unreadable.reason)}\n")
    _conclude(report, folder)
    return int(gravest(faults))


def _made(folder: Path | None) -> Path:
    """Return the folder for the letters, which is there now; raise UserError if it cannot be made."""
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="afterword-demo-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be made: {why(error)}.",
            hint="Name another one with --out.",
        ) from error
    return folder


def _rehearse(folder: Path) -> tuple[RunReport, Mapping[str, tuple[str, str]]]:
    """Run the pipeline: the same parts as for an account, over files, an empty log in memory and a folder.

    Returns:
        What came of it, and the company and role of each rejection as the log shows them, by Message-ID.
    """
    from pipeline import bootstrap, resources  # noqa: PLC0415 - not for --help
    from pipeline.core.calendar import Week  # noqa: PLC0415 - the same
    from pipeline.core.plan import Policy  # noqa: PLC0415 - the same
    from pipeline.tasks.deliver import deliver  # noqa: PLC0415 - the same
    from pipeline.tasks.digest import owe_digest, span_in  # noqa: PLC0415 - the same
    from pipeline.tasks.judge import Judge  # noqa: PLC0415 - the same
    from pipeline.tasks.run import Run  # noqa: PLC0415 - the same

    with bootstrap.demo_log() as log:
        run = Run(
            parser=bootstrap.parser(),
            judge=Judge(bootstrap.classifier(), resources.SENDERS),
            log=log,
            policy=Policy(),
            look_back=lambda _: timedelta(days=90),
        )
        report = run([bootstrap.sample_mailbox()], now=_EVENING)
        owe_digest(log, Week.of(_EVENING.date()), now=_EVENING)
        letters, postman = bootstrap.demo_letters(folder, _EVENING)
        report.delivery = deliver(log, letters, postman, now=_EVENING, week_span=span_in(UTC))
        return report, {one.message_id: (one.company, one.role) for one in log.rejections()}


def _print(one: Judged, names: tuple[str, str]) -> None:
    """Print what was found in one message: a line for most, the whole finding for a rejection."""
    verdict, facts = one.verdict, one.facts
    about = safe(" · ".join(filter(None, names)))
    if verdict.decision is Decision.NOT_REJECTION:
        click.echo(click.style(f"{verdict.label.value:<16}", dim=True) + safe(one.message.subject or "(no subject)"))
        return
    name, colour = _RULES[verdict.decision]
    click.echo()
    click.echo(
        click.style(f"{name:<16}", fg=colour, bold=True) + click.style(about or safe(one.message.subject), bold=True)
    )
    stage, reason = one.stage.value, facts.reason.value.replace("_", " ")
    click.echo(f"{'':16}{one.message.date:%a %d %b}, score {verdict.score:.2f}, stage {stage}, reason {reason}")
    click.echo(f"{'':16}evidence   “{safe(verdict.evidence)}”")
    for piece in facts.feedback:
        click.echo(f"{'':16}" + click.style(f"{piece.kind.value:<10}", fg="cyan") + f" “{safe(piece.text)}”")
    if not facts.feedback:
        click.echo(f"{'':16}" + click.style("no feedback was given", dim=True))
    click.echo()


def _conclude(report: RunReport, folder: Path) -> None:
    """Print the numbers, and where the letters lie."""
    coverage = report.coverage
    click.echo(
        f"\n{counted(coverage.messages, 'message')} read: {counted(coverage.rejections, 'rejection')}, "
        f"{coverage.uncertain} uncertain, {coverage.unreadable} unreadable. "
        f"{counted(len(report.delivery.sent), 'letter')} written:"
    )
    for path in _pages(folder):
        click.echo(f"  {path.stem}")
    click.echo(f"\nThe letters lie in {click.style(str(folder), bold=True)}, each as .eml and as .html.")


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the letters that were left."""
    yield from sorted(folder.glob("*.html"))
