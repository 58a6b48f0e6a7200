"""`afterword classify`: judge messages in files and streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.core.message import Unreadable
from pipeline.core.text import excerpt

if TYPE_CHECKING:
    from pipeline.core.applications.application import Judged


@click.command("classify")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def classify_command(*, sources: tuple[str, ...], as_json: bool) -> None:
    """Judge messages by the model in use, without writing anything.

    Without a config, which it does not need, that is the shipped one. What your log knows plays no part.

    A SOURCE is an .eml file, a folder of them, mbox:PATH, maildir:PATH, or - for one message on standard input.
    """
    for one in _judged(sources):
        click.echo(_json(one) if as_json else _words(one))


def _judged(sources: tuple[str, ...]) -> Iterator[Judged | Unreadable]:
    """Yield every message of every source, judged. All sources are looked at before the first is read."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.tasks.classify import classify  # noqa: PLC0415 - the same

    opened = [bootstrap.source(source) for source in sources]
    judge = setting.judge(setting.model_in_use())
    for source in opened:
        yield from classify(source, parser=bootstrap.parser(), judge=judge)


def _json(one: Judged | Unreadable) -> str:
    from pipeline.tasks.classify import as_record  # noqa: PLC0415 - not for --help

    return output.as_json(as_record(one))


def _words(one: Judged | Unreadable) -> str:
    """Return one judged message on one line for a person."""
    if isinstance(one, Unreadable):
        place = one.key.mailbox
        return f"unreadable     {output.one_line(one.reason if place in one.reason else f'{place}: {one.reason}')}"
    verdict = one.verdict
    return output.safe(
        f"{verdict.decision.value:<14} {verdict.score:.3f}  {verdict.label.value:<15} "
        f"{excerpt(one.message.subject, 60)}  “{excerpt(verdict.evidence, 100)}”"
    )
