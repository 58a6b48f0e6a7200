"""`afterword models`: which models there are, and which one is in use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import output, setting
from pipeline.errors import ModelError, UserError

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
    for folder, facts in _known(house):
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
    """Use the model NAME from now on."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.classifier import artifact  # noqa: PLC0415 - the same

    house = setting.house()
    with house.lock("retrain"), house.lock():
        known: dict[str, Path] = {}
        for folder, facts in _known(house):
            known.setdefault(facts["name"], folder)  # nothing of the user's hides the shipped one
        if name not in known:
            raise UserError(f"There is no model {name!r}.", hint=f"There are: {', '.join(known)}.")
        artifact.load(known[name])
        shipped = known[name].parent != house.directory / bootstrap.MODELS
        bootstrap.use_model(house.directory, "" if shipped else known[name].name)
    click.echo(f"{name} is in use.")


def _known(house: House) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each model's folder and passport: the shipped one, then the user's own by age. Broken ones are left out."""
    from pipeline import bootstrap, resources  # noqa: PLC0415 - not for --help
    from pipeline.classifier import artifact  # noqa: PLC0415 - the same

    own = house.directory / bootstrap.MODELS
    folders = (
        sorted(path for path in own.glob("*") if path.is_dir() and not path.name.startswith("."))
        if own.is_dir()
        else []
    )
    for folder in (resources.BASELINE_MODEL, *folders):
        try:
            yield folder, artifact.passport(folder)
        except ModelError as error:
            output.complain(error)
