"""`afterword label`: the user has the last word."""

from __future__ import annotations

import click

from pipeline.cli import setting
from pipeline.cli.output import safe
from pipeline.core.verdict import Label


@click.command("label")
@click.argument("number", metavar="[ID", type=int, required=False)
@click.argument("chosen", metavar="LABEL]", type=click.Choice([label.value for label in Label]), required=False)
def label_command(*, number: int | None, chosen: str | None) -> None:
    """Say that message ID is a LABEL: it is final for that message. Without arguments, list what waits for a label."""
    from pipeline.tasks.label import label  # noqa: PLC0415 - not for --help

    house = setting.house()
    if number is None:
        _list_waiting()
        return
    if chosen is None:
        raise click.UsageError(f"Which label? One of: {', '.join(Label)}.")
    with house.lock(), house.log() as log:
        label(log, number, Label(chosen), policy=house.policy, now=setting.now())
    click.echo(f"Message {number} is now labelled {chosen}. `afterword retrain` learns from it.")


def _list_waiting() -> None:
    """Print the uncertain messages, each with the sentence that made it one."""
    with setting.house().log(read_only=True) as log:
        waiting = log.asked()
    if not waiting:
        click.echo("Nothing waits for a label.")
        return
    for one in waiting:
        click.echo(safe(f"{one.id:>5}  {one.date:%Y-%m-%d}  {one.score:.2f}  {one.subject}  ({one.sender})"))
        if one.evidence:
            click.echo(safe(f"       “{one.evidence}”"))
    click.echo("Answer with `afterword label ID LABEL`, as in `afterword label " + str(waiting[0].id) + " rejection`.")
