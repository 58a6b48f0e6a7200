"""`afterword retrain`: learn from the user's labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.rejudging import judge_again
from pipeline.core.text import counted
from pipeline.errors import RunLockedError

if TYPE_CHECKING:
    from pipeline.bootstrap import House

#: For how many seconds a new model waits for a run to end before it is taken into use; a long first run takes minutes.
_PATIENCE = 900


@click.command("retrain")
def retrain_command() -> None:
    """Train on your labels beside the corpus; the new model is used only if it passes the gate (else exit 3)."""
    from pipeline import bootstrap, resources  # noqa: PLC0415 - scikit-learn, which nothing else needs
    from pipeline.classifier.recipe import Recipe  # noqa: PLC0415 - the same
    from pipeline.tasks.gate import in_words  # noqa: PLC0415 - the same
    from pipeline.tasks.lessons import Lessons  # noqa: PLC0415 - the same
    from pipeline.tasks.retrain import retrain  # noqa: PLC0415 - the same

    house = setting.house()
    # Training takes minutes, in which mail is read and labelled as ever; what changes the log waits for nothing.
    with house.lock("retrain"):
        with house.log(read_only=True) as log:
            labelled = log.labelled()
        incumbent, fault = bootstrap.incumbent(house.model)
        if fault is not None:
            click.echo(f"{output.safe(fault)} The new one has to be no worse than the shipped one instead.", err=True)
        textless = sum(not message.text.strip() for message, _, _ in labelled)
        yours = counted(len(labelled) - textless, "label")
        left_out = f" ({textless} more {'has' if textless == 1 else 'have'} no text to learn from)" if textless else ""
        click.echo(f"Training on the corpus and {yours} of yours{left_out}; this takes some minutes.", err=True)
        report = retrain(
            labelled,
            lessons=Lessons(resources.CORPUS, resources.UNMARKED, resources.FILLERS),
            incumbent=incumbent,
            baseline=resources.BASELINE_MODEL,
            models=house.directory / bootstrap.MODELS,
            recipe=Recipe(),
            now=setting.now(),
        )
        settled = _take_into_use(house, report.name)
    done, whose = report.incumbent, "the one before" if report.remembered and fault is None else "the shipped one"
    click.echo(
        f"{report.name} is in use. Of your labels, unseen, it gets {in_words(done.candidate)} right; "
        f"{whose}: {in_words(done.other)}. "
        f"Brier score on the corpus {report.candidate_brier:.4f} (the shipped one: {report.baseline_brier:.4f})."
    )
    if report.labels > done.candidate.total:
        click.echo(
            f"Labels that do not compare, as the one before knew others of their senders: "
            f"{report.labels - done.candidate.total}."
        )
    if settled:
        click.echo(settled)


def _take_into_use(house: House, name: str) -> str:
    """Make a model current, judge the uncertain messages by it, and return what to tell of them."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help

    try:
        with house.lock(patience=_PATIENCE):
            bootstrap.use_model(house.directory, name)
            return judge_again(house, setting.judge(house.model))
    except RunLockedError:
        raise RunLockedError(
            f"{name} is trained, but a run has held the lock in {house.directory} since.",
            hint=f"When it has ended, take the model into use: `afterword models use {name}`.",
        ) from None
