"""What the user said about an application, on the terminal."""

from __future__ import annotations

from datetime import tzinfo

import click

from pipeline.cli.output import day, one_line, safe
from pipeline.core.replies.reply import Words

_INDENT = " " * 14


def tell(words: Words, zone: tzinfo) -> None:
    """Print answers with their questions, decisions and notes, each with the day on which it was said."""
    for answer in words.answers:
        click.echo(f"  {day(answer.at, zone)}  {one_line(answer.question)}")
        click.echo(f"{_INDENT}you: {_indented(answer.text)}{' (done)' if answer.done_at else ''}")
    for decision in words.decisions:
        on = f" on {decision.day}" if decision.day else ""
        click.echo(f"  {day(decision.at, zone)}  you decided: {decision.choice.value.replace('_', ' ')}{on}")
    for note in words.notes:
        click.echo(f"  {day(note.at, zone)}  your note: {_indented(note.text)}")


def _indented(text: str) -> str:
    return f"\n{_INDENT}".join(one_line(line) for line in safe(text).splitlines())
