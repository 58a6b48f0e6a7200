"""`afterword doctor`: every finding with its remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    return int(ExitCode.DONE if all_is_well(_probes(offline=offline), as_json=as_json) else ExitCode.USAGE)


def all_is_well(probes: Iterable[tuple[str, Probe]], *, as_json: bool = False) -> bool:
    """Print a finding for each probe, and return whether none has failed."""
    from pipeline.tasks.doctor import State, examine  # noqa: PLC0415 - not for --help

    findings = examine(probes)
    for finding in findings:
        _tell(finding, as_json=as_json)
    return all(finding.state is not State.FAIL for finding in findings)


def _tell(finding: Finding, *, as_json: bool) -> None:
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
