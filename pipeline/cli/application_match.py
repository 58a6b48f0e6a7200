"""`afterword application match` and `aliases`: what only the user can tell about applications."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import one_line, safe
from pipeline.core.applications.changes import Change, Question, title
from pipeline.core.text import counted
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.ports import Applications

_NEW = "new"

#: Candidates that have a key of their own.
_KEYS = "123456789"


@click.command("match")
@click.argument("message", metavar="[ID", type=int, required=False)
@click.argument("chosen", metavar="NUMBER|new]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print what is asked, one JSON object a line.")
def match_command(*, message: int | None, chosen: str | None, as_json: bool) -> None:
    """Say to which application message ID belongs where several could be meant: to NUMBER, or to a new one.

    Without arguments, go through the messages that wait for this, one key each.
    """
    if message is not None and as_json:
        raise click.UsageError("--json prints what is asked; leave it out to answer.")
    house = setting.house()
    if message is None:
        if as_json or not sys.stdin.isatty():
            _list(house, as_json=as_json)
        else:
            _sitting(house)
        return
    if chosen is None:
        raise click.UsageError("To which application? Give its NUMBER, or new.")
    into = _number(chosen)
    with house.lock(), house.log() as log:
        made = _answer(log, message, into)
    click.echo(safe(f"Application {made.application}: {made.text}."))


@click.command("aliases")
@click.option("--remove", "number", type=int, metavar="NUMBER", help="Let this spelling lead nowhere any more.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def aliases_command(*, number: int | None, as_json: bool) -> None:
    """List the spellings of companies that lead to the name which you gave them with rename."""
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    if number is not None and as_json:
        raise click.UsageError("--json prints the list; leave it out to remove one.")
    house = setting.house()
    if number is not None:
        with house.lock(), house.log() as log:
            made = application.remove_alias(log, number, now=setting.now())
        click.echo(safe(f"{made.text}. `afterword application undo` brings it back."))
        return
    with house.log(read_only=True) as log:
        aliases = log.aliases()
    for one in aliases:
        record = {"alias": one.id, "spelling": one.spelling, "company": one.company, "at": one.at.isoformat()}
        click.echo(output.as_json(record) if as_json else safe(f"{one.id:>5}  {one.spelling} is {one.company}"))
    if not aliases and not as_json:
        click.echo("No spelling leads to another name.")


def reminder(count: int) -> str:
    """Return one line about messages that wait to be matched."""
    return f"{counted(count, 'message')} could belong to several applications: `afterword application match`."


def _number(chosen: str) -> int | None:
    if chosen.casefold() == _NEW:
        return None
    if not chosen.isascii() or not chosen.isdigit():
        raise UserError(f"{chosen!r} is no number of an application.", hint="Give a number, or new.")
    return int(chosen)


def _answer(log: Applications, message: int, into: int | None) -> Change:
    from pipeline.tasks import application  # noqa: PLC0415 - not for --help

    return application.answer(log, message, into, now=setting.now())


def _list(house: House, *, as_json: bool) -> None:
    with house.log(read_only=True) as log:
        questions = log.questions()
    for one in questions:
        if as_json:
            click.echo(output.as_json(_record(one)))
        else:
            _show(one, house.timezone)
    if as_json:
        return
    if questions:
        click.echo(f"Answer with `afterword application match ID NUMBER`, as in `{_example(questions[0])}`.")
    else:
        click.echo("No message waits to be matched.")


def _example(one: Question) -> str:
    number = one.candidates[0].id if one.candidates else _NEW
    return f"afterword application match {one.message} {number}"


def _sitting(house: House) -> None:
    """Put one message after another before the user, a key each."""
    with house.log() as log:
        waiting = [one.message for one in log.questions()]
        if not waiting:
            click.echo("No message waits to be matched.")
            return
        done = _ask_all(house, log, waiting)
    click.echo(f"{done} matched." if done else "Nothing was matched.")


def _ask_all(house: House, log: Applications, waiting: Sequence[int]) -> int:
    """Go through the messages and return how many were answered; `z` takes back the last answer and asks again."""
    answered: list[int] = []
    place = 0
    while place < len(waiting):
        # Each answer may end an application that the next one is shown.
        one = next((each for each in log.questions() if each.message == waiting[place]), None)
        if one is None:
            place += 1
            continue
        _show(one, house.timezone)
        click.echo("  a number; n new, space skip, z undo, q stop")
        key = click.getchar().lower()
        if key in {"q", "\x04", "\x1b"}:
            break
        if key == "z" and answered:
            place = answered.pop()
            with house.lock():
                log.undo_change(at=setting.now())
            click.echo("  taken back\n")
            continue
        if key == "n" or (key in _KEYS and int(key) <= len(one.candidates)):
            try:
                with house.lock():
                    made = _answer(log, one.message, None if key == "n" else one.candidates[int(key) - 1].id)
            except UserError as error:
                click.echo(safe(f"  {error} {error.hint}\n"))
                continue
            answered.append(place)
            click.echo(safe(f"  {made.text}\n"))
        elif key not in {" ", "\r", "\n", "s"}:
            click.echo("  no such key\n")
            continue
        place += 1
    return len(answered)


def _show(one: Question, zone: tzinfo) -> None:
    """Print a message and the applications that it could belong to."""
    click.echo(click.style(f"{one.message:>5}  {one_line(one.subject) or '(no subject)'}", bold=True))
    click.echo(f"       {one.label.value} of {output.day(one.date, zone)} from {one_line(one.sender)}")
    for key, application in zip(_KEYS, one.candidates, strict=False):
        state = "open" if application.is_open else "ended"
        names = one_line(title(application.company, application.role))
        click.echo(f"       {key}: application {application.id}, {names} ({state})")
    if len(one.candidates) > len(_KEYS):
        click.echo(f"       and {len(one.candidates) - len(_KEYS)} more; `afterword application` lists all")


def _record(one: Question) -> dict[str, object]:
    return {
        "message": one.message,
        "date": one.date.isoformat(),
        "from": one.sender,
        "subject": one.subject,
        "label": one.label.value,
        "company": one.company,
        "role": one.role,
        "candidates": [
            {"application": each.id, "company": each.company, "role": each.role, "open": each.is_open}
            for each in one.candidates
        ],
    }
