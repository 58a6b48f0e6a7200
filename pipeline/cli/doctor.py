"""`afterword doctor`: every finding with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.errors import ConfigError, ExitCode

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.tasks.doctor import Finding, Probe

_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--offline", is_flag=True, help="Leave out what needs the network.")
def doctor_command(*, as_json: bool, offline: bool) -> int:
    """Check config, state, model, mailboxes and delivery. Ends with 2 if anything fails."""
    from pipeline.tasks.doctor import State, examine  # noqa: PLC0415 - not for --help

    failed = False
    for finding in examine(_probes(offline=offline)):
        failed = failed or finding.state is State.FAIL
        tell(finding, as_json=as_json)
    return int(ExitCode.USAGE if failed else ExitCode.DONE)


def tell(finding: Finding, *, as_json: bool = False) -> None:
    """Print a finding with its remedy."""
    if as_json:
        record = {
            "subject": finding.subject,
            "state": finding.state.value,
            "text": finding.text,
            "remedy": finding.remedy,
        }
        click.echo(output.as_json(record))
        return
    state = click.style(f"{finding.state.value:<5}", fg=_COLOURS[finding.state.value])
    click.echo(f"{state} {output.safe(finding.subject)}: {output.safe(finding.text)}")
    if finding.remedy:
        click.echo(f"      {output.safe(finding.remedy)}")


def _probes(*, offline: bool) -> Iterator[tuple[str, Probe]]:
    """Yield what is to be checked; without a usable config that is little."""
    from pipeline.cli import probes  # noqa: PLC0415 - not for --help

    try:
        house: House | None = setting.house()
    except ConfigError as error:
        house, problem = None, error
        yield "config", probes.raiser(problem)
    if house is None:
        yield from probes.without_config()
        return
    yield from probes.of(house, setting.config_path(), offline=offline)
