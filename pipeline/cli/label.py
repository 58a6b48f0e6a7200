"""`afterword label`: the user has the last word."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.cli.output import day, safe
from pipeline.cli.paths import UserPath
from pipeline.core.text import counted
from pipeline.core.verdict import Label
from pipeline.errors import RunLockedError, UnknownIdError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.letters.lists import Asked
    from pipeline.core.ports import Log
    from pipeline.tasks.judge import Judge
    from pipeline.tasks.label import Given

#: One key for each label.
_KEYS = {
    "r": Label.REJECTION,
    "a": Label.ACKNOWLEDGEMENT,
    "i": Label.INTERVIEW,
    "t": Label.ASSESSMENT,
    "f": Label.OFFER,
    "e": Label.OUTREACH,
    "j": Label.JOB_ALERT,
    "u": Label.STATUS_UPDATE,
    "o": Label.OTHER,
}

#: How many messages one sitting puts before the user.
_SITTING = 100


class _OneOfLabels(click.ParamType[Label]):
    """A label in any spelling that leaves no doubt: `job_alert`, `Job alert`."""

    name = "label"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Label:
        """Return the label; a usage error names all of them."""
        try:
            return Label(value)
        except ValueError:
            self.fail(f"{value!r} is not one of {', '.join(Label)}.", param, ctx)


@click.command("label")
@click.argument("number", metavar="[ID]", type=int, required=False)
@click.argument("chosen", metavar="[LABEL]", type=_OneOfLabels(), required=False)
@click.option("--thread", "whole_thread", is_flag=True, help="Label every message in its thread.")
@click.option(
    "--import",
    "file",
    type=UserPath(dir_okay=False),
    metavar="FILE.csv",
    help="Take labels from a file with the columns message_id or id, and label: all of them, or none.",
)
def label_command(*, number: int | None, chosen: Label | None, whole_thread: bool, file: Path | None) -> None:
    """Say that message ID is a LABEL: it is final for that message.

    Without arguments, go through the uncertain messages and then the verdicts nearest to a threshold, one key each.
    """
    house = setting.house()
    if file is not None:
        if number is not None or whole_thread:
            raise click.UsageError("With --import, the file says which messages and which labels.")
        _import(house, file)
        return
    if number is None:
        if whole_thread:
            raise click.UsageError("Which thread? Give the ID of one of its messages, and a LABEL.")
        if sys.stdin.isatty():
            _sitting(house)
        else:
            _list_waiting(house)
        return
    if chosen is None:
        raise click.UsageError(f"Which label? One of: {', '.join(Label)}.")
    with house.lock(), house.log() as log:
        numbers = [number]
        if whole_thread:
            numbers = _store_thread(house, log, number, chosen)
        else:
            _store(house, log, setting.judge(house.model), number, chosen)
        learns = _learns(log, numbers)
    named = "Message {} is" if len(numbers) == 1 else "Messages {} are"
    click.echo(f"{named.format(', '.join(map(str, numbers)))} now labelled {chosen}. {learns}")


def _learns(log: Log, numbers: Collection[int]) -> str:
    """Return what a retraining learns from labelled messages: nothing from those of which no text is kept."""
    of = len(numbers)
    with_text = sum(_has_text(log, number) for number in numbers)
    if with_text == of:
        return f"`afterword retrain` learns from {'it' if of == 1 else 'them'}."
    learns = f"learns from {with_text} of them" if with_text else f"cannot learn from {'it' if of == 1 else 'them'}"
    none = "the others" if with_text else "it" if of == 1 else "any"
    return f"`afterword retrain` {learns}, as no text of {none} is kept; file such mail into a mailbox that teaches."


def _has_text(log: Log, number: int) -> bool:
    try:
        return bool(log.kept(number).text.strip())
    except UnknownIdError:  # forgotten by another process, as a sitting takes its time
        return False


def _store(house: House, log: Log, judge: Judge, number: int, chosen: Label) -> Given | None:
    from pipeline.tasks.label import label  # noqa: PLC0415 - not for --help

    return label(log, number, chosen, policy=house.policy, now=setting.now(), judge=judge)


def _store_thread(house: House, log: Log, number: int, chosen: Label) -> list[int]:
    from pipeline.tasks.label import label_thread  # noqa: PLC0415 - not for --help

    return label_thread(log, number, chosen, policy=house.policy, now=setting.now(), judge=setting.judge(house.model))


def _import(house: House, file: Path) -> None:
    from pipeline.adapters.label_file import read_label_rows  # noqa: PLC0415 - not for --help
    from pipeline.tasks.label import import_labels  # noqa: PLC0415 - the same

    rows = read_label_rows(file)
    with house.lock(), house.log() as log:
        done = import_labels(log, rows, policy=house.policy, now=setting.now(), judge=setting.judge(house.model))
        learns = _learns(log, done)
    has = "has its label" if len(done) == 1 else "have their labels"
    click.echo(f"{counted(len(done), 'message')} {has} from the file. {learns}" if done else "The file holds no label.")


@dataclass(slots=True)
class _Sitting:
    """What the keys of a sitting do; `given` is, by message, the label that was stored, if one was."""

    house: House
    log: Log
    judge: Judge
    given: dict[int, Given | None] = field(default_factory=dict)

    def does(self, key: str, number: int) -> str:
        """Label message `number`, take back what was given here, or skip it; return the word for what was done.

        Raises:
            RunLockedError: A run is at work.
            UnknownIdError: The message has been forgotten.
        """
        if key in _KEYS:
            with self.house.lock():
                self.given[number] = _store(self.house, self.log, self.judge, number, _KEYS[key])
            return _KEYS[key].value
        return self._takes_back(number) if key == "z" else "skipped"

    def _takes_back(self, number: int) -> str:
        from pipeline.tasks.label import withdraw  # noqa: PLC0415 - not for --help

        is_given = number in self.given
        if (label := self.given.get(number)) is not None:
            with self.house.lock():
                withdraw(self.log, number, label, now=setting.now(), judge=self.judge)
        self.given.pop(number, None)
        return "taken back" if label is not None or not is_given else "it had that label already, and keeps it"


def _sitting(house: House) -> None:
    """Put one message after another before the user, a key each."""
    from pipeline import bootstrap  # noqa: PLC0415 - numpy: not for --help

    with house.log() as log:
        waiting = log.closest(bootstrap.thresholds(house.model), limit=_SITTING)
        if not waiting:
            click.echo("Nothing waits for a label.")
            return
        click.echo(_legend())
        done = _ask_all(house, log, waiting)
        learns = _learns(log, done)
    click.echo(f"{len(done)} labelled. {learns}" if done else "Nothing was labelled.")


def _legend() -> str:
    keys = "  ".join(f"{click.style(key, bold=True)} {label.value.replace('_', ' ')}" for key, label in _KEYS.items())
    others = {"space": "skip", "z": "undo", "q": "stop"}
    return keys + "\n" + "  ".join(f"{click.style(key, bold=True)} {word}" for key, word in others.items()) + "\n"


def _ask_all(house: House, log: Log, waiting: list[Asked]) -> list[int]:
    """Go through the messages and return which were labelled; `z` goes back to the last one, without its label."""
    sitting = _Sitting(house, log, setting.judge(house.model))
    place = 0
    while place < len(waiting):
        _show(waiting[place], house.timezone, f"{place + 1}/{len(waiting)}")
        key = click.getchar().lower()
        if key in {"q", "\x04", "\x1b"}:
            break
        if key == "z" and place:
            about, step = place - 1, -1
        elif key in _KEYS or key in {" ", "\r", "\n", "s"}:
            about, step = place, 1
        else:
            click.echo("  nothing to take back\n" if key == "z" else "  no such key\n")
            continue
        try:
            click.echo(f"  {sitting.does(key, waiting[about].id)}\n")
            place += step
        except RunLockedError:
            click.echo("  a run is at work: press the key again when it has ended\n")
        except UnknownIdError:
            click.echo("  it was forgotten in the meantime\n")
            sitting.given.pop(waiting.pop(about).id, None)
            place = about
    return list(sitting.given)


def _show(one: Asked, zone: tzinfo, place: str) -> None:
    """Print one message with the sentence that weighed most."""
    click.echo(click.style(f"{place}  {safe(one.subject) or '(no subject)'}", bold=True))
    taken_for = one.taken_for.value.replace("_", " ") if one.taken_for else "uncertain"
    click.echo(safe(f"  {one.sender}, {day(one.date, zone)}, score {one.score:.2f}, {taken_for}, number {one.id}"))
    if one.evidence:
        click.echo(safe(f"  “{one.evidence}”"))


def _list_waiting(house: House) -> None:
    """Print the uncertain messages, each with the sentence that made it one."""
    with house.log(read_only=True) as log:
        waiting = log.asked()
    if not waiting:
        click.echo("Nothing waits for a label.")
        return
    for one in waiting:
        on = day(one.date, house.timezone)
        click.echo(safe(f"{one.id:>5}  {on}  {one.score:.2f}  {one.subject}  ({one.sender})"))
        if one.evidence:
            click.echo(safe(f"       “{one.evidence}”"))
    click.echo(f"Answer with `afterword label ID LABEL`, as in `afterword label {waiting[0].id} rejection`.")
