"""`afterword models`: which models there are, and which one is in use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import output, setting
from pipeline.cli.rejudging import judge_again
from pipeline.errors import ModelError, RunLockedError, UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House


@click.group("models", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_context
def models_command(context: click.Context, *, as_json: bool) -> None:
    """List the models, newest last; the one in use is marked."""
    if context.invoked_subcommand is not None:
        return
    from pipeline.classifier.artifact import brier_of  # noqa: PLC0415 - not for --help

    house = setting.house()
    for folder, facts in _known(house, house.model):
        in_use = folder == house.model
        if as_json:
            click.echo(output.as_json({"name": facts["name"], "in_use": in_use, "figures": facts.get("figures")}))
        else:
            labels, brier = facts.get("labels_of_yours", 0), brier_of(facts)
            told = "unknown" if brier is None else f"{brier:g}"
            name = output.safe(facts["name"])
            click.echo(f"{'*' if in_use else ' '} {name:<24} {labels!s:>4} labels of yours, Brier score {told}")


@models_command.command("use")
@click.argument("name")
def use(name: str) -> None:
    """Use the model NAME from now on, and judge the uncertain messages by it."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.classifier import artifact  # noqa: PLC0415 - the same

    house = setting.house()
    with _locked(house, name):
        known: dict[str, Path] = {}
        for folder, facts in _known(house):
            known.setdefault(facts["name"], folder)  # nothing of the user's hides the shipped one
        if name not in known:
            raise UserError(f"There is no model {name!r}.", hint=f"There are: {', '.join(known)}.")
        artifact.load(known[name])
        shipped = known[name].parent != house.directory / bootstrap.MODELS
        judge = setting.judge(known[name])
        bootstrap.use_model(house.directory, "" if shipped else known[name].name)
        settled = judge_again(house, judge)
    click.echo(f"{name} is in use.")
    if settled:
        click.echo(settled)


@contextmanager
def _locked(house: House, name: str) -> Iterator[None]:
    """Hold both locks; raise RunLockedError, which says what to do, if another process holds one."""
    try:
        with house.lock("retrain"), house.lock():
            yield
    except RunLockedError as error:
        again = f"When it has ended, `afterword models use {name}` takes it into use and judges the uncertain messages."
        raise RunLockedError(str(error), hint=f"The model in use stays. {again}") from None


def _known(house: House, *named: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each model's folder and passport: the shipped one, then the user's own by age, then others that are named.

    What is broken, or named and not there, is told and left out.
    """
    from pipeline import bootstrap, resources  # noqa: PLC0415 - not for --help
    from pipeline.classifier import artifact  # noqa: PLC0415 - the same

    own = house.directory / bootstrap.MODELS
    folders = (
        sorted(path for path in own.glob("*") if path.is_dir() and not path.name.startswith("."))
        if own.is_dir()
        else []
    )
    for folder in dict.fromkeys((resources.BASELINE_MODEL, *folders, *named)):
        try:
            yield folder, artifact.passport(folder)
        except ModelError as error:
            output.complain(error)
