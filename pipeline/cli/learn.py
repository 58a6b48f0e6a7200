"""`afterword retrain`: learn from the user's labels."""

from __future__ import annotations

import click

from pipeline.cli import setting


@click.command("retrain")
def retrain_command() -> None:
    """Train on your labels beside the corpus; the new model is used only if it passes the gate (else exit 3)."""
    from pipeline import bootstrap, resources  # noqa: PLC0415 - scikit-learn, which nothing else needs
    from pipeline.classifier.recipe import Recipe  # noqa: PLC0415 - the same
    from pipeline.tasks.rejudge import rejudge  # noqa: PLC0415 - the same
    from pipeline.tasks.retrain import retrain  # noqa: PLC0415 - the same

    house = setting.house()
    with house.lock():
        with house.log(read_only=True) as log:
            labelled = log.labelled()
        click.echo(f"Training on the corpus and {len(labelled)} labels of yours; this takes a minute or two.", err=True)
        report = retrain(
            labelled,
            corpus=resources.CORPUS,
            fillers=resources.FILLERS,
            incumbent=bootstrap.incumbent(house.model),
            models=house.directory / bootstrap.MODELS,
            recipe=Recipe(),
            now=setting.now(),
        )
        bootstrap.use_model(house.directory, report.name)
        with house.log() as log:
            judge = setting.judge(house.model)
            settled = rejudge(log, judge, policy=house.policy, now=setting.now())
    click.echo(
        f"{report.name} is in use: {report.candidate_right} of your {report.labels} labels right "
        f"(before: {report.incumbent_right}), Brier score on the corpus {report.candidate_brier:.4f} "
        f"(before: {report.incumbent_brier:.4f})."
    )
    if settled:
        click.echo(f"{settled} messages that were uncertain no longer are.")
