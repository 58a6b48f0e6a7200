"""`afterword answer`: the questions of a debrief, one after the other, in the terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.cli.output import one_line
from pipeline.cli.typed import as_text
from pipeline.core.letters.letter import LetterKind, Point, SentLetter
from pipeline.core.replies.reply import Answer, Words

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.ports import Log
    from pipeline.tasks.replies import Replies

#: The steps whose answers stand on a list of the digest until they are done.
_LISTED = frozenset({"prepare", "master"})


@click.command("answer")
@click.argument("number", metavar="ID", type=int)
@click.option("--done", is_flag=True, help="Take what you answered about it off the practice list and the skill list.")
def answer_command(*, number: int, done: bool) -> None:
    """Answer the questions about rejection ID, one after the other; an empty line skips one.

    What works in a reply to a letter works here: `chase`, `let go`, `remind me in 3 months`, `not a rejection`.
    """
    house = setting.house()
    if done:
        with house.lock(), house.log() as log:
            log.rejection(number)
            finished = [one.id for one in log.words(number).answers if one.step in _LISTED and not one.done_at]
            log.finish(finished, at=setting.now())
        said = f"{len(finished)} off the lists." if finished else "Nothing that you answered about it is on a list."
        click.echo(said)
        return
    with house.log() as log:
        letter = _letter(house, log, number)
        words = log.words(number)
        if sys.stdin.isatty():
            _ask_all(house, log, letter, words)
        else:
            _list(letter, words)


def _letter(house: House, log: Log, number: int) -> SentLetter:
    """Return the debrief about a rejection: with the questions that went out, or those that it would ask today."""
    rejection = log.rejection(number)
    asked = log.asked_about(number)
    if not asked:
        letters = house.letters(log, setting.now)
        asked = [*letters.debrief(rejection, log.said_before(rejection.message_id)).points]
    points = tuple(replace(point, number=place) for place, point in enumerate(asked, start=1))
    return SentLetter(0, LetterKind.DEBRIEF, rejection.message_id, number, points=points)


def _list(letter: SentLetter, words: Words) -> None:
    """Print the questions: nobody is there to answer."""
    for point in letter.points:
        _show(point, letter, words)
    click.echo("Run this in a terminal to answer.")


def _ask_all(house: House, log: Log, letter: SentLetter, words: Words) -> None:
    """Ask one question after the other; an empty line skips one, the end of the input or an interrupt ends it."""
    replies = _replies(house, log)
    click.echo("An empty line skips a question; Ctrl-D ends.\n")
    kept = 0
    for point in letter.points:
        _show(point, letter, words)
        try:
            text = _typed()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            break
        if text:
            with house.lock():
                kept += bool(replies.answer(letter, point.number, text, now=setting.now()))
        click.echo()
    shown = f"`afterword show {letter.message}` shows them."
    click.echo(f"{kept} kept. {shown}" if kept else "Nothing was kept. It can wait.")


def _typed() -> str:
    """Ask until what is typed is text."""
    while True:
        try:
            return as_text(input("> ").strip())
        except ValueError as error:
            click.echo(f"Error: {error}.")


def _show(point: Point, letter: SentLetter, words: Words) -> None:
    click.echo(click.style(f"{point.number}/{len(letter.points)}  {one_line(point.text)}", bold=True))
    for said in _earlier(point, words):
        click.echo(f"     you said: {one_line(said.text)}")


def _earlier(point: Point, words: Words) -> list[Answer]:
    return [one for one in words.answers if one.message == point.message and one.question == point.text]


def _replies(house: House, log: Log) -> Replies:
    """Return what does what is answered."""
    from pipeline import bootstrap, resources  # noqa: PLC0415 - not for --help
    from pipeline.cli.run import replies_of  # noqa: PLC0415 - the same
    from pipeline.tasks.judge import Judge  # noqa: PLC0415 - the same

    return replies_of(house, log, Judge(bootstrap.classifier(house.model), resources.SENDERS))
