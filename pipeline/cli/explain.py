"""`afterword explain`: why a message was judged as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import safe
from pipeline.core.verdict import Decision
from pipeline.errors import UnknownIdError

if TYPE_CHECKING:
    from pipeline.core.message import Message
    from pipeline.tasks.explain import Explanation

#: So many words are shown.
_WORDS = 12

#: An influence below this is no influence.
_SLIGHT = 0.005


@click.command("explain")
@click.argument("number", metavar="ID", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def explain_command(*, number: int, as_json: bool) -> None:
    """Show what each sentence of message ID does, and which sentences and words moved its score."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.tasks.explain import explain  # noqa: PLC0415 - the same

    house = setting.house()
    with house.log(read_only=True) as log:
        message, record = log.kept(number), log.message(number)
        judge = setting.judge(house.model)
        within = judge.is_within(message, log.applications())
    if not message.text.strip():
        raise _without_text(message, record)
    done = explain(message, bootstrap.classifier(house.model), within_candidacy=within)
    if record["application"] is None and record["verdict"] == Decision.UNCERTAIN:
        (judged,) = judge([message])
        done = replace(done, may_be_ordinary=judged.verdict.is_rejection and judged.may_be_ordinary)
    if as_json:
        click.echo(output.as_json(_record(done, record)))
    else:
        _print(done, record)


def _without_text(message: Message, record: Mapping[str, object]) -> UnknownIdError:
    """Return why a message cannot be explained that has no text here: it never had any, or none is kept."""
    number = record["id"]
    if message.sender.address and not record["evidence"]:  # a sentence of the text is kept when the text is not
        fault = f"Message {number} holds no text, so that there is nothing in it to explain."
        return UnknownIdError(fault, hint=f"`afterword show {number}` says where it lies.")
    hint = "The text of mail that is no job mail is never stored."
    if message.subject:
        hint = "How long texts of job mail are kept is up to `keep_text` and `keep_text_days` under [storage]."
    return UnknownIdError(f"Of message {number} no text is kept, so that its verdict cannot be explained.", hint=hint)


def _print(done: Explanation, record: Mapping[str, object]) -> None:
    judgement, thresholds = done.judgement, done.judgement.thresholds
    lines = f"rejection from {thresholds.upper:g}, no rejection below {thresholds.lower:g}"
    if done.within_candidacy:
        lines = f"from an employer whom an application was with, asked about from {thresholds.lower:g}"
    click.echo(f"score {judgement.score:.3f}, {_in_words(done.decision)} ({judgement.model}: {lines})")
    if done.may_be_ordinary:
        click.echo("asked about: it may be ordinary mail, and no application of yours is known that it belongs to")
    if done.cites and not record["user_label"]:
        click.echo("asked about: it ends something only in what it cites in quotation marks")
    if record["user_label"]:
        click.echo(f"you say {record['user_label']}")
    elif record["model"] != judgement.model or record["verdict"] != done.decision:
        click.echo(f"log     {_in_words(record['verdict'])}, score {record['score']:.3f} ({record['model']})")
    click.echo("labels  " + ", ".join(f"{label.value} {share:.2f}" for label, share in done.labels[:3]))
    click.echo("\n without it   what it does                     sentence")
    for one in done.sentences:
        acts = ", ".join(f"{act.value} {share:.2f}" for act, share in one.acts)
        moved = f"{-one.influence:+.3f}" if abs(one.influence) >= _SLIGHT else "."
        line = safe(f"{moved:>11}   {acts:<36} {one.text[:110]}")
        click.echo(click.style(line, bold=one.influence == max(each.influence for each in done.sentences)))
    if abs(done.answered) >= _SLIGHT:
        click.echo(f"\nit says little: without what it answers the score would move by {-done.answered:+.3f}")
    words = [word for word in done.words if abs(word.influence) >= _SLIGHT][:_WORDS]
    if words:
        told = ", ".join(f"{word.word} {-word.influence:+.3f}" for word in words)
        click.echo(safe(f"\nwithout this word the score would move by: {told}"))


def _in_words(decision: object) -> str:
    return str(decision).replace("not_", "no ")


def _record(done: Explanation, record: Mapping[str, object]) -> dict[str, object]:
    return {
        "score": done.judgement.score,
        "verdict": done.decision,
        "user_label": record["user_label"],
        "model": done.judgement.model,
        "labels": {label.value: share for label, share in done.labels},
        "sentences": [
            {"text": one.text, "influence": one.influence, "acts": {act.value: share for act, share in one.acts}}
            for one in done.sentences
        ],
        "answered": done.answered,
        "words": [{"word": word.word, "influence": word.influence} for word in done.words],
    }
