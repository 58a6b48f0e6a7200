"""`afterword schedule`: have the command started regularly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.cli.output import safe
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.ports import Schedule

#: What is to be known of a schedule besides what is in it.
_REMARKS = {
    "systemd": "The timers run while you are logged in; for a machine that nobody is logged in to: "
    "`loginctl enable-linger`.\n`journalctl --user -u afterword.service` shows what a run said.",
    "cron": "cron mails what a run says to the MAILTO of your crontab, or else to you on this machine.",
    "launchd": "What a run says is in ~/Library/Logs/afterword.log.",
}


@click.command("schedule")
@click.argument("action", metavar="[install|remove]", type=click.Choice(["install", "remove"]), required=False)
@click.option("--systemd", "kind", flag_value="systemd", help="Take systemd, as units of the user.")
@click.option("--cron", "kind", flag_value="cron", help="Take cron, as lines of the user's crontab.")
@click.option("--launchd", "kind", flag_value="launchd", help="Take launchd, as agents of the user on a Mac.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def schedule_command(*, action: str | None, kind: str | None, yes: bool) -> None:
    """Show, install or remove the schedule: a run every quarter of an hour, the digest on Monday morning.

    Without install or remove it prints what would be installed, and where. Without an option that which this machine
    has is taken; remove takes away whatever was installed.
    """
    if action == "remove":
        _remove(kind)
        return
    house = setting.house()
    if action is None:
        _show(chosen(house, kind))
        click.echo("`afterword schedule install` does this, `afterword schedule remove` undoes it.")
        return
    install(house, chosen(house, kind), yes=yes)


def chosen(house: House, kind: str | None) -> Schedule:
    """Return the schedule of a kind, or of the kind that this machine has; raise UserError if it has none."""
    from pipeline.bootstrap import scheduling  # noqa: PLC0415 - not for --help

    name = kind or next(iter(scheduling.schedulers()), None)
    if name is None:
        raise UserError(
            "This machine has neither systemd nor cron nor launchd.",
            hint="Have `afterword run` started by what it has; `afterword schedule --cron` shows the lines.",
        )
    return _every(house)[name]


def install(house: House, schedule: Schedule, *, yes: bool) -> None:
    """Show a schedule, ask, and put it in place."""
    from pipeline.core.schedule import Standing  # noqa: PLC0415 - not for --help

    standing = schedule.standing()
    if standing is Standing.SAME:
        click.echo(f"The schedule of {schedule.name} is in place already.")
        return
    _show(schedule)
    if standing is Standing.OTHER:
        click.echo("What is there of it now differs, and is replaced.")
    if not yes and not click.confirm("Install this?"):
        click.echo("Nothing is installed.")
        return
    put(house, schedule)


def put(house: House, schedule: Schedule) -> None:
    """Put a schedule in place, and say what else there is to know."""
    from pipeline.tasks import schedule as task  # noqa: PLC0415 - not for --help

    schedule.install()
    click.echo(f"Installed with {schedule.name}. {_REMARKS[schedule.name]}")
    for account in house.logins.from_environment:
        click.echo(f"No schedule knows the environment variable that holds the password of {account}; take a file.")
    for name in task.elsewhere(schedule, _every(house).values()):
        click.echo(f"{name} starts it, too: `afterword schedule remove --{name}` ends that.")


def _every(house: House | None) -> dict[str, Schedule]:
    from pipeline.bootstrap import scheduling  # noqa: PLC0415 - not for --help

    return scheduling.schedules(scheduling.job(setting.config_path(), house))


def _remove(kind: str | None) -> None:
    from pipeline.bootstrap import scheduling  # noqa: PLC0415 - not for --help
    from pipeline.tasks import schedule as task  # noqa: PLC0415 - the same

    every = _every(None)
    name = ""
    for name in task.remove(every[one] for one in ([kind] if kind else scheduling.schedulers())):
        click.echo(f"Removed: the schedule of {name}.")
    if not name:
        click.echo("There is no schedule to remove.")


def _show(schedule: Schedule) -> None:
    """Print what would be put where, and what would be called."""
    for piece in schedule.pieces():
        click.echo(f"==> {safe(piece.place)}\n{safe(piece.text)}")
    if schedule.steps():
        click.echo("==> and then")
        click.echo("".join(f"{safe(step)}\n" for step in schedule.steps()))
