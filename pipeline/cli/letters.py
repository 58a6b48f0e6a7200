"""`afterword debrief` and `afterword digest`: show a letter, or send it."""

from __future__ import annotations

import os
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.core.calendar import Week
from pipeline.core.letters.letter import Letter, LetterKind
from pipeline.errors import LogError, RunLockedError, UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.ports import Log


def _a_week(context: click.Context, parameter: click.Parameter, value: str | None) -> Week | None:
    """Return the week that an option names."""
    if value is None:
        return None
    try:
        return Week.parse(value)
    except ValueError:
        raise click.BadParameter("not an ISO week such as 2026-W47", context, parameter) from None


@click.command("debrief")
@click.argument("number", metavar="ID", type=int)
@click.option("--preview", is_flag=True, help="Show it here; send nothing.")
@click.option("--browser", is_flag=True, help="Show it in the browser; send nothing.")
def debrief_command(*, number: int, preview: bool, browser: bool) -> int:
    """Send the debrief about rejection ID at once, if it was not sent before, whatever the hour."""
    _refuse_both(preview=preview, browser=browser)
    house = setting.house()
    if preview or browser:
        with house.rehearsal_log() as log:
            rejection = log.rejection(number)
            letters = house.letters(log, setting.now)
            _show(letters.debrief(rejection, log.said_before(rejection.message_id)), browser=browser)
        return 0
    with house.lock(), house.log() as log:
        about = log.rejection(number).message_id
        log.owe(LetterKind.DEBRIEF, about, setting.now())
        return _send(house, log, LetterKind.DEBRIEF, about)


@click.command("digest")
@click.option(
    "--week", metavar="WEEK", callback=_a_week, help="The ISO week, as 2026-W47; else the last one that ended."
)
@click.option(
    "--scheduled",
    is_flag=True,
    help="As a timer does: not in quiet hours, a pause or beside a run; a later run sends it.",
)
@click.option("--preview", is_flag=True, help="Show it here; send nothing.")
@click.option("--browser", is_flag=True, help="Show it in the browser; send nothing.")
def digest_command(*, week: Week | None, scheduled: bool, preview: bool, browser: bool) -> int:
    """Send the letter of a week, once."""
    _refuse_both(preview=preview, browser=browser)
    from pipeline.tasks.compose import compose  # noqa: PLC0415 - not for --help
    from pipeline.tasks.digest import owe_digest, span_in, week_due  # noqa: PLC0415 - the same

    house = setting.house()
    week = week or week_due(setting.now(), house.timezone)
    if preview or browser:
        with house.rehearsal_log() as log:
            letters, span = house.letters(log, setting.now), span_in(house.timezone, until=setting.now())
            _show(compose(LetterKind.DIGEST, str(week), log, letters, span), browser=browser)
        return 0
    if span_in(house.timezone)(week)[1] > setting.now():
        raise UserError(f"The week {week} has not ended yet.", hint="--preview shows what its letter would say today.")
    if scheduled:
        return _scheduled(house, week)
    with house.lock(), house.log() as log:
        owe_digest(log, week, now=setting.now())
        return _send(house, log, LetterKind.DIGEST, str(week))


def _scheduled(house: House, week: Week) -> int:
    """Send the letter of a week if it may leave now; else the next run does: the timer comes back in a week.

    Raises:
        RunLockedError: Beside a run, and it could not even be noted that the letter is owed.
    """
    from pipeline.tasks.digest import owe_digest  # noqa: PLC0415 - not for --help

    with house.log() as log:
        try:
            with house.lock():
                owe_digest(log, week, now=setting.now())
                return _send(house, log, LetterKind.DIGEST, str(week), by_itself=True)
        except RunLockedError as locked:
            try:
                owe_digest(log, week, now=setting.now())  # beside the run, which may have looked for letters already
            except LogError:
                raise locked from None  # in the midst of its writing, say; the lock is worth another attempt
    return 0


def _refuse_both(*, preview: bool, browser: bool) -> None:
    if preview and browser:
        raise click.UsageError("Give either --preview or --browser.")


def _show(letter: Letter, *, browser: bool) -> None:
    """Print the text of a letter, or leave its page in a private file and open that in the browser."""
    if not browser:
        click.echo(output.safe(f"Subject: {letter.subject}\n\n{letter.text}"))
        return
    # mkstemp makes it readable to its owner alone. The browser reads it after we have ended, so it stays.
    handle, name = tempfile.mkstemp(prefix="afterword-preview-", suffix=".html")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(letter.html)
    if not webbrowser.open(Path(name).as_uri()):
        click.echo("No browser could be opened.", err=True)
    click.echo(f"The letter lies in {name}; delete it when you have seen it.")


def _send(house: House, log: Log, kind: LetterKind, about: str, *, by_itself: bool = False) -> int:
    """Send one letter that was asked for, and say what became of it; `by_itself` keeps the manners of a run."""
    from pipeline.tasks.deliver import deliver  # noqa: PLC0415 - not for --help
    from pipeline.tasks.digest import span_in  # noqa: PLC0415 - the same

    now = setting.now()
    letters = house.letters(log, lambda: now)
    manners = house.manners(log) if by_itself else None
    span = span_in(house.timezone)
    only = None if by_itself else (kind, about)
    report = deliver(log, letters, house.postman(), now=now, week_span=span, manners=manners, only=only)
    for fault in report.faults:
        output.complain(fault)
    if by_itself:
        return int(output.gravest(report.faults))
    if (kind, about) in report.sent:
        chosen = house.config
        in_folder = chosen.delivery.method == "folder"
        where = f"lies in {chosen.delivery.folder}" if in_folder else f"has left for {chosen.letters.to}"
        click.echo(f"The {kind.value} {where}.")
    elif not report.faults:
        waiting = [row for row in log.outbox() if (row["kind"], row["about"]) == (kind.value, about)]
        why = "waits in the outbox; a later run sends it" if waiting else "has gone out before"
        click.echo(f"Nothing was sent: this {kind.value} {why}. --preview shows it.")
    return int(output.gravest(report.faults))
