"""`afterword pause` and `afterword resume`: no letter leaves by itself for a while."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House

_SPAN = re.compile(r"([1-9]\d{0,2})\s*(d|days?|w|weeks?)")


@click.command("pause")
@click.argument("until", metavar="[UNTIL]", required=False)
def pause_command(*, until: str | None) -> None:
    """Send no letter by itself until a day (2026-12-24) or for a while (10d, 2w); without UNTIL, until `resume`.

    Messages are read and logged as ever. What falls due in the meantime comes afterwards: the debriefs in
    one letter, unless the config says `share_letter = false`.
    """
    from pipeline.core.letters.manners import FOREVER, PAUSED_UNTIL  # noqa: PLC0415 - not for --help

    house = setting.house()
    end = _end(until, house) if until else None
    with house.log() as log:
        log.store_setting(PAUSED_UNTIL, end.isoformat() if end else FOREVER)
        click.echo(f"{told(log.setting(PAUSED_UNTIL), house)} `afterword resume` ends the pause.")


@click.command("resume")
def resume_command() -> None:
    """End a pause. Debriefs that waited share one letter, unless the config says `share_letter = false`.

    Of the digests only the last one comes.
    """
    from pipeline.core.letters.manners import PAUSED_UNTIL, is_paused  # noqa: PLC0415 - not for --help
    from pipeline.tasks.deliver import next_opening  # noqa: PLC0415 - the same

    house, now = setting.house(), setting.now()
    with house.log() as log:
        if not is_paused(log.setting(PAUSED_UNTIL), now):
            click.echo("Letters are not paused.")
            return
        # The end is kept rather than deleted: what was due before it has piled up.
        log.store_setting(PAUSED_UNTIL, now.isoformat())
        waiting, _ = next_opening(log, house.manners(log), now)
    click.echo("Letters leave again with the next run." + (f" {waiting} waited." if waiting else ""))


def told(paused_until: str, house: House) -> str:
    """Return the sentence that says until when letters are paused, by the user's clock."""
    from pipeline.core.letters.manners import end_of_pause  # noqa: PLC0415 - not for --help

    end = end_of_pause(paused_until)
    if end is None:
        return "Letters are paused until you resume them."
    return f"Letters are paused until {end.astimezone(house.timezone):%A %d %B %Y, %H:%M}."


def _end(text: str, house: House) -> datetime:
    """Return the instant at which a pause ends: the first one of a day, or so many days from now."""
    now = setting.now()
    found = _SPAN.fullmatch(text.strip().lower())
    try:
        if found:
            day = timedelta(days=int(found[1]) * (7 if found[2].startswith("w") else 1))
            # Whole days on the wall clock, so that a pause ends at the hour at which it began.
            return (now.astimezone(house.timezone) + day).astimezone(UTC)
        end = datetime.combine(date.fromisoformat(text), time(), house.timezone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UserError(f"{text!r} is no day and no span of time.", hint="Write 2026-12-24, 10d or 2w.") from None
    if end <= now:
        raise UserError(f"{text} has begun already.", hint="Name a later day, or leave it out.")
    return end
