"""`afterword retrain`: learn from the user's labels."""

from __future__ import annotations

import click

from pipeline.cli import output, setting
from pipeline.core.text import counted


@click.command("retrain")
def retrain_command() -> None:
    """Train on your labels beside the corpus; the new model is used only if it passes the gate (else exit 3)."""
    from pipeline import bootstrap, resources  # noqa: PLC0415 - scikit-learn, which nothing else needs
    from pipeline.classifier.recipe import Recipe  # noqa: PLC0415 - the same
    from pipeline.tasks.gate import in_words  # noqa: PLC0415 - the same
    from pipeline.tasks.rejudge import rejudge  # noqa: PLC0415 - the same
    from pipeline.tasks.retrain import retrain  # noqa: PLC0415 - the same

    house = setting.house()
    with house.lock():
        with house.log(read_only=True) as log:
            labelled = log.labelled()
        incumbent, fault = bootstrap.incumbent(house.model)
        if fault is not None:
            click.echo(f"{output.safe(fault)} The new one has to be no worse than the shipped one instead.", err=True)
        yours = counted(len(labelled), "label")
        click.echo(f"Training on the corpus and {yours} of yours; this takes a minute or two.", err=True)
        report = retrain(
            labelled,
            corpus=resources.CORPUS,
            fillers=resources.FILLERS,
            incumbent=incumbent,
            baseline=resources.BASELINE_MODEL,
            models=house.directory / bootstrap.MODELS,
            recipe=Recipe(),
            now=setting.now(),
        )
        bootstrap.use_model(house.directory, report.name)
        with house.log() as log:
            judge = setting.judge(house.model)
            settled = rejudge(log, judge, policy=house.policy, now=setting.now())
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
        found = sum(one.verdict.is_rejection for one in settled)
        click.echo(f"No longer uncertain: {counted(len(settled), 'message')}, {found} of them rejections.")
