"""`afterword application`: arrange applications by hand, with undo and a history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, tzinfo
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.application_match import aliases_command, match_command
from pipeline.cli.output import safe
from pipeline.cli.typed import Text
from pipeline.core.applications.application import SILENCE, Stage
from pipeline.core.applications.changes import Change, Entry, title
from pipeline.core.calendar import day_of
from pipeline.core.verdict import Label
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.applications.application import Application
    from pipeline.core.ports import Applications

_OUTCOMES = {"applied": Label.ACKNOWLEDGEMENT, "rejection": Label.REJECTION}

_COMPANY = click.option("--company", type=Text(), metavar="TEXT", help="The company's name.")
_ROLE = click.option("--role", type=Text(), metavar="TEXT", help="The role.")


@click.group("application", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--unheard", is_flag=True, help="Only those of which nothing was heard for a month, the longest first.")
@click.pass_context
def application_command(context: click.Context, *, as_json: bool, unheard: bool) -> None:
    """List the applications with their numbers, or arrange them by hand."""
    if context.invoked_subcommand is not None:
        return
    from pipeline.tasks.application import begun  # noqa: PLC0415 - not for --help

    house = setting.house()
    with house.log(read_only=True) as log:
        applications = log.silent(until=setting.now() - SILENCE) if unheard else begun(log)
    for one in applications:
        click.echo(output.as_json(_record(one)) if as_json else safe(_line(one, house.timezone)))
    if not applications and not as_json:
        click.echo("No application waits for a word that long." if unheard else "No application is logged.")


@application_command.command("add")
@click.argument("company", type=Text(), required=False)
@click.argument("role", type=Text(), default="")
@click.option("--date", "day", metavar="DATE", help="The day on which it happened (2026-11-01); else today.")
@click.option("--outcome", type=click.Choice(list(_OUTCOMES)), default="applied", show_default=True)
@click.option(
    "--stage",
    type=click.Choice([one.value for one in Stage]),
    help="With --outcome rejection: how far it had come when it ended.",
)
@click.option("--note", type=Text(), default="", metavar="TEXT", help="Your own words about it.")
@click.option("--to", "number", type=int, metavar="NUMBER", help="Add it to this application; then without COMPANY.")
def add_command(  # noqa: PLR0913 - one for each option
    *, company: str | None, role: str, day: str | None, outcome: str, stage: str | None, note: str, number: int | None
) -> None:
    """Add an application, or what came of one, that no message tells of."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    if (company is None) == (number is None):
        raise click.UsageError("Give either a COMPANY or --to NUMBER.")
    if stage is not None and outcome != "rejection":
        raise click.UsageError("A stage is that of a rejection: give --outcome rejection, or leave out --stage.")
    house, now = setting.house(), setting.now()
    date = _moment(day, now.astimezone(house.timezone))
    entry = Entry(company or "", role, date, _OUTCOMES[outcome], note, Stage(stage or Stage.UNKNOWN), number)
    change = _changed(house, lambda log: application.add(log, entry, now=now))
    if outcome == "rejection" and change.message is not None:
        with house.log(read_only=True) as log:
            first = log.told_by(change.message)
        told = f"It tells again what message {first} tells."
        click.echo(f"  {told}" if first else f"  `afterword debrief {change.message}` sends the debrief about it.")


@application_command.command("rename")
@click.argument("number", type=int)
@_COMPANY
@_ROLE
def rename_command(*, number: int, company: str | None, role: str | None) -> None:
    """Give application NUMBER another company, another role, or both; they count for all its messages."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    names, now = application.Names(company, role), setting.now()
    house = setting.house()
    _changed(house, lambda log: application.rename(log, number, names, now=now))
    with house.log(read_only=True) as log:
        learned = [one for one in log.aliases() if one.at == now]
    for one in learned:
        click.echo(safe(f"  Later messages that name {one.spelling} are taken to be about {one.company}."))


@application_command.command("merge")
@click.argument("number", type=int)
@click.argument("into", type=int)
def merge_command(*, number: int, into: int) -> None:
    """Put everything of application NUMBER into application INTO."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    now = setting.now()
    _changed(setting.house(), lambda log: application.merge(log, number, into, now=now))


@application_command.command("split")
@click.argument("message", metavar="ID", type=int)
@click.option("--to", "into", type=int, metavar="NUMBER", help="Put it into this application.")
@_COMPANY
@_ROLE
def split_command(*, message: int, into: int | None, company: str | None, role: str | None) -> None:
    """Begin a new application with message ID, or put it into another one."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    names, now = application.Names(company, role), setting.now()
    _changed(setting.house(), lambda log: application.split(log, message, into, names, now=now))


@application_command.command("delete")
@click.argument("number", type=int)
def delete_command(*, number: int) -> None:
    """Take application NUMBER away. Its messages stay; what you added to it by hand goes with it."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    now = setting.now()
    _changed(setting.house(), lambda log: application.delete(log, number, now=now))


application_command.add_command(match_command)
application_command.add_command(aliases_command)


@application_command.command("undo")
def undo_command() -> None:
    """Undo the last change that still stands; again, the one before it."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    now = setting.now()
    _changed(setting.house(), lambda log: application.undo(log, now=now), done="Undone: ")


@application_command.command("history")
@click.argument("number", type=int, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def history_command(*, number: int | None, as_json: bool) -> None:
    """List every change with its date, or those of application NUMBER."""
    house = setting.house()
    with house.log(read_only=True) as log:
        changes = log.changes(number)
    for one in changes:
        click.echo(output.as_json(_change_record(one)) if as_json else safe(_change_line(one, house)))
    if not changes and not as_json:
        click.echo("Nothing was changed by hand.")


def _changed(house: House, change: Callable[[Applications], Change], *, done: str = "") -> Change:
    """Make a change while no run is under way, and say what was done."""
    with house.lock(), house.log() as log:
        made = change(log)
    click.echo(safe(f"{done}Application {made.application}: {made.text}."))
    return made


def _moment(day: str | None, now: datetime) -> datetime:
    """Return noon of a day in the time zone of `now`, the same day nearly everywhere; of today no later than now."""
    try:
        date = datetime.fromisoformat(day).date() if day is not None else now.date()
    except ValueError:
        raise UserError(f"{day!r} is not a date.", hint="Write it as 2026-11-01.") from None
    noon = datetime.combine(date, time(12), now.tzinfo)
    return min(noon, now) if date == now.date() else noon


def _line(one: Application, zone: tzinfo) -> str:
    began = day_of(one.events[0].date, zone) if one.events else None
    heard = day_of(one.last_heard, zone) if one.last_heard else None
    state = "open " if one.is_open else "ended"
    name = title(one.company, one.role)
    last = f", nothing since {heard}" if heard else ""
    return f"{one.id:>5}  {began or '-' * 10}  {state}  {name}  ({len(one.events)} on its timeline{last})"


def _record(one: Application) -> dict[str, object]:
    return {
        "application": one.id,
        "company": one.company,
        "role": one.role,
        "date": one.events[0].date.isoformat() if one.events else None,
        "open": one.is_open,
        "last_heard": one.last_heard.isoformat() if one.last_heard else None,
        "messages": [event.id for event in one.events],
    }


def _change_line(one: Change, house: House) -> str:
    undone = f"  (undone {one.undone_at.astimezone(house.timezone):%Y-%m-%d %H:%M})" if one.undone_at else ""
    return f"{one.at.astimezone(house.timezone):%Y-%m-%d %H:%M}  application {one.application}: {one.text}{undone}"


def _change_record(one: Change) -> dict[str, object]:
    return {
        "at": one.at.isoformat(),
        "kind": one.kind.value,
        "application": one.application,
        "text": one.text,
        "undone_at": one.undone_at.isoformat() if one.undone_at else None,
    }
