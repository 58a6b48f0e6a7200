"""`afterword forget`: remove messages for good."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.cli.output import safe
from pipeline.core.text import counted
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.ports import Log
    from pipeline.tasks.forget import Parting


@click.command("forget")
@click.argument("numbers", metavar="[ID]...", type=int, nargs=-1)
@click.option("--before", metavar="DATE", help="Forget every message dated before this day (2026-01-01).")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_command(*, numbers: tuple[int, ...], before: str | None, yes: bool) -> None:
    """Remove each message ID, or every message before DATE, from the log for good, and never read it again.

    Its text, feedback, labels and unsent letters go, down to the bytes of the file. The mailbox stays as it is, and
    so do letters that were sent.
    """
    from pipeline.tasks.forget import forget  # noqa: PLC0415 - not for --help

    if bool(numbers) == (before is not None):
        raise click.UsageError("Give either an ID or --before DATE.")
    house = setting.house()
    # What is forgotten must not be learnt meanwhile.
    with house.lock("retrain"), house.lock(), house.log() as log:
        parting = _parting(house, log, numbers, before)
        if not parting.numbers:
            click.echo("There is nothing to forget.")
            return
        if not yes and not click.confirm(safe(f"This cannot be undone. Forget {parting.text}?")):
            click.echo("Nothing is forgotten.")
            return
        forget(log, parting, policy=house.policy, now=setting.now())
    click.echo(f"Forgotten: {counted(len(parting.numbers), 'message')}.")


def _parting(house: House, log: Log, numbers: tuple[int, ...], before: str | None) -> Parting:
    from pipeline.tasks import forget  # noqa: PLC0415 - not for --help

    if numbers:
        return forget.these(log, numbers, house.timezone)
    try:
        start = datetime.fromisoformat(before or "").replace(tzinfo=house.timezone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UserError(f"{before!r} is not a date.", hint="Write it as 2026-01-01.") from None
    return forget.before(log, start)
