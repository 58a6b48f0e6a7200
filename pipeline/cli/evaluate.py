"""`afterword evaluate`: how well the model in use judges labelled messages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import safe
from pipeline.cli.paths import UserPath
from pipeline.core.text import excerpt
from pipeline.errors import UserError, why

if TYPE_CHECKING:
    from pipeline.core.evaluation.cases import Outcome
    from pipeline.core.evaluation.groups import Row
    from pipeline.core.evaluation.scores import Share
    from pipeline.tasks.evaluate import Evaluation

#: How many of the worst errors are listed.
_WORST = 15


@click.command("evaluate")
@click.argument("source", type=UserPath(dir_okay=False), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@click.option("--charts", type=UserPath(file_okay=False), help="Leave two charts (SVG) in this folder.")
@click.option("--errors", is_flag=True, help="List the worst errors, with their subjects.")
def evaluate_command(*, source: Path | None, as_json: bool, charts: Path | None, errors: bool) -> None:
    """Measure the model in use on SOURCE, a JSON-lines file of labelled messages.

    Without SOURCE, print what the model's passport says of its training.
    """
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.tasks.evaluate import evaluate  # noqa: PLC0415 - the same

    if source is None and (charts is not None or errors):
        raise click.UsageError("Charts and errors are those of a SOURCE: name one.")
    model = setting.model_in_use()
    if source is None:
        _print_passport(model, as_json=as_json)
        return
    done = evaluate(bootstrap.cases(source), judge=setting.judge(model))
    if as_json:
        click.echo(output.as_json(_record(done)))
    else:
        _print(done, errors=errors)
    if charts is not None:
        _draw(done, charts)


def _draw(done: Evaluation, folder: Path) -> None:
    """Leave the charts in a folder; raise UserError if it cannot be written."""
    from pipeline.cli.charts import draw  # noqa: PLC0415 - only when drawn

    try:
        draw(done, folder)
    except OSError as error:
        raise UserError(f"The folder {folder} cannot be written: {why(error)}.", hint="Name another one.") from error


def _print_passport(model: Path, *, as_json: bool) -> None:
    from pipeline.classifier import artifact  # noqa: PLC0415 - not for --help

    passport = artifact.passport(model)
    if as_json:
        click.echo(output.as_json(passport))
        return
    click.echo(artifact.card_in(model), nl=False)


def _print(done: Evaluation, *, errors: bool) -> None:
    """Print the figures as tables."""
    click.echo(f"model {done.model}, Brier score {done.brier:.4f}\n")
    click.echo(
        f"{'group':<36} {'recall':<32} {'precision':<32} {'false alarms':>14} {'uncertain':>12} {'missed silently':>16}"
    )
    for row in filter(_is_listed, done.rows):
        shares = f"{_share(row.recall):<32} {_share(row.precision):<32} {_count(row.false_alarms):>14}"
        click.echo(f"{safe(row.name)[:36]:<36} {shares} {_count(row.uncertain):>12} {_count(row.silent):>16}")
    known, unknown, mail, facts = done.known, done.unknown, done.mail, done.facts
    _print_shares(
        "job mail that is let pass, from employers whom an application is known to be with",
        {"rejections asked about all the same": known.rescued, "others asked about": known.needless},
    )
    _print_shares(
        "what is called a rejection, where no application is known",
        {"rejections asked about instead": unknown.doubted, "others asked about instead": unknown.spared},
    )
    _print_shares(
        "other mail that is let pass",
        {
            "ordinary mail taken for job mail": mail.strayed,
            "an application begun by it": mail.begun,
            "job mail taken for ordinary mail": mail.lost,
        },
    )
    _print_shares(
        "facts of the rejections that were found or asked about",
        {
            "feedback found, by words": facts.found,
            "feedback right, by words": facts.right,
            "no feedback, rightly said": facts.none_said,
            "stage": facts.stage,
        },
    )
    _print_fields(done)
    click.echo("\nscore        messages  rejections among them")
    for one in done.bins:
        click.echo(f"{one.low:.1f} to {one.high:.1f}   {one.share.total:>8}  {_share(one.share)}")
    click.echo("\nlabels given (columns) to each true label (rows)")
    labels = list(done.confusion)
    click.echo(" " * 16 + " ".join(f"{label.value[:9]:>9}" for label in labels))
    for true, given in done.confusion.items():
        click.echo(f"{true.value:<16}" + " ".join(f"{given[label] or '.':>9}" for label in labels))
    if errors:
        _print_errors("rejections that were not called", done.missed)
        _print_errors("others that were called rejections", done.alarms)


def _print_shares(heading: str, shares: Mapping[str, Share]) -> None:
    click.echo(f"\n{heading}")
    for name, share in shares.items():
        click.echo(f"  {name:<38} {_share(share)}")


def _print_fields(done: Evaluation) -> None:
    """Print how well company, role and the day to apply again were read, where the cases note them."""
    if done.fields:
        click.echo("\nwhat was read, where it is noted")
    for name, figures in done.fields.items():
        for what, share in (
            (f"{name} right, where one is named", figures.right),
            (f"{name} wrong, where one is named", figures.wrong),
            (f"{name} given where none is named", figures.given),
            (f"{name} right, of those given", figures.precision),
        ):
            click.echo(f"  {what:<38} {_share(share)}")


def _is_listed(row: Row) -> bool:
    """Return whether a group is worth a line: sources and families are many, so only those with errors are."""
    is_many = row.name.split()[0] in {"source", "family"}
    return not is_many or row.recall.hits < row.recall.total or row.false_alarms.hits > 0


def _print_errors(heading: str, outcomes: list[Outcome]) -> None:
    click.echo(f"\n{heading}: {len(outcomes)}")
    for one in outcomes[:_WORST]:
        verdict, case = one.judged.verdict, one.case
        where = f"{case.message.message_id}  {excerpt(case.message.subject, 50)}"
        click.echo(safe(f"  {verdict.score:.3f} {case.language} {case.label.value:<15} {where}"))
        click.echo(safe(f"        “{excerpt(verdict.evidence, 140)}”"))


def _share(share: Share) -> str:
    return str(share) if share.total else "-"


def _count(share: Share) -> str:
    return f"{share.hits}/{share.total}" if share.total else "-"


def _record(done: Evaluation) -> dict[str, object]:
    """Return the figures for other programs."""
    return {
        "model": done.model,
        "brier": done.brier,
        "groups": {
            row.name: {
                name: _numbers(getattr(row, name))
                for name in ("recall", "precision", "false_alarms", "uncertain", "silent")
            }
            for row in done.rows
        },
        "within_candidacy": {name: _numbers(getattr(done.known, name)) for name in ("rescued", "needless")},
        "out_of_the_blue": {name: _numbers(getattr(done.unknown, name)) for name in ("doubted", "spared")},
        "mail": {name: _numbers(getattr(done.mail, name)) for name in ("strayed", "begun", "lost")},
        "facts": {name: _numbers(getattr(done.facts, name)) for name in ("found", "right", "none_said", "stage")},
        "fields": {
            field: {name: _numbers(getattr(figures, name)) for name in ("right", "wrong", "given", "precision")}
            for field, figures in done.fields.items()
        },
        "reliability": [
            {
                "from": one.low,
                "to": one.high,
                "mean_score": one.mean_score if one.share.total else None,
                **_numbers(one.share),
            }
            for one in done.bins
        ],
        "curve": [
            {"threshold": threshold, "recall": recall, "precision": precision}
            for threshold, recall, precision in done.curve
        ],
        "confusion": {
            true.value: {label.value: count for label, count in given.items()} for true, given in done.confusion.items()
        },
        "missed": [one.case.message.message_id for one in done.missed],
        "alarms": [one.case.message.message_id for one in done.alarms],
    }


def _numbers(share: Share) -> dict[str, object]:
    low, high = share.interval
    return {
        "hits": share.hits,
        "total": share.total,
        "share": share.value if share.total else None,
        "low": low,
        "high": high,
    }
