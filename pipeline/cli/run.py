"""`afterword run`: one pass over the mailboxes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.application_match import reminder
from pipeline.cli.pause import told
from pipeline.core.text import counted, excerpt
from pipeline.core.verdict import Decision
from pipeline.errors import AfterwordError, UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.applications.application import Judged
    from pipeline.core.ports import Log
    from pipeline.core.verdict import Label
    from pipeline.tasks.judge import Judge
    from pipeline.tasks.replies import Heard, Replies
    from pipeline.tasks.run import RunReport


@click.command("run")
@click.option("--dry-run", is_flag=True, help="Show the same decisions and change nothing.")
@click.option(
    "--since", metavar="DATE", help="Read again from this date on (2026-11-01); known messages stay as they are."
)
@click.option("--mailbox", metavar="NAME", help="Read this alone: an account, INBOX, or account/INBOX.")
@click.option("--json", "as_json", is_flag=True, help="Print a report as one JSON object.")
def run_command(*, dry_run: bool, since: str | None, mailbox: str | None, as_json: bool) -> int:
    """Read what is new, judge it, log it, and send what is owed. Says nothing when all is well and nothing is new."""
    house = setting.house()
    now = setting.now()
    start = _date(since, house) if since else None
    with house.lock() if not dry_run else nullcontext():
        log = house.rehearsal_log() if dry_run else house.log()
        with log:
            report = _pass(house, log, now=now, since=start, only=mailbox, dry_run=dry_run)
    _print(report, house, as_json=as_json, dry_run=dry_run)
    faults = [*(error for _, error in report.faults), *report.delivery.faults]
    return int(output.gravest(faults))


def _pass(
    house: House, log: Log, *, now: datetime, since: datetime | None, only: str | None, dry_run: bool
) -> RunReport:
    """Read the mailboxes, then empty the outbox; a dry run takes the same path on a copy and sends nothing."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.tasks.deliver import deliver, next_opening  # noqa: PLC0415 - the same
    from pipeline.tasks.digest import span_in  # noqa: PLC0415 - the same
    from pipeline.tasks.run import Run  # noqa: PLC0415 - the same

    letters = house.letters(log, lambda: now)  # first, so that a slip in its wording is told before anything is read
    with house.mailboxes(only) as opened, _progress() as tell:
        if only and not opened.mailboxes:
            raise UserError(
                f"The config names no mailbox or account {only!r}.", hint="`afterword config check` lists them."
            )
        judge = setting.judge(house.model)
        run = Run(
            parser=bootstrap.parser(),
            judge=judge,
            log=log,
            policy=house.policy,
            look_back=house.look_back,
            since=since,
            text_lasts=house.config.storage.text_lasts,
            own_addresses=house.own_addresses,
            replies=replies_of(house, log, judge) if house.config.letters.read_replies is not False else None,
            tell=tell,
        )
        report = run(opened.mailboxes, now=now, teaching=opened.teaching, left_out=opened.left_out)
    manners = house.manners(log)
    report.paused_until = manners.paused_until if manners.is_paused(now) else ""
    if not dry_run and not house.logins.is_locked_out(report.faults):
        span = span_in(house.timezone)
        report.delivery = deliver(log, letters, house.postman(), now=now, week_span=span, manners=manners)
    report.waiting, report.next_at = next_opening(log, manners, now)
    return report


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """Give what tells a person how far a run is, which may take minutes the first time; the line goes at its end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        # In twenty columns: what a narrow terminal wraps cannot be taken back.
        yield lambda messages: click.echo(f"\r{counted(messages, 'message')} read", nl=False, err=True)
    finally:
        click.echo(f"\r{'':20}\r", nl=False, err=True)


def replies_of(house: House, log: Log, judge: Judge) -> Replies:
    """Return what reads the user's replies to letters, and does what they say."""
    from pipeline import bootstrap  # noqa: PLC0415 - not for --help
    from pipeline.tasks.label import label  # noqa: PLC0415 - the same
    from pipeline.tasks.replies import Replies  # noqa: PLC0415 - the same

    def set_label(number: int, chosen: Label, now: datetime) -> None:
        label(log, number, chosen, policy=house.policy, now=now, judge=judge, by="reply")

    return Replies(log, bootstrap.installation_secret(log), house.own_addresses, house.timezone, set_label)


def _date(text: str, house: House) -> datetime:
    """Return the first instant of a day in the user's time zone."""
    try:
        # There was no mail before; and IMAP cannot name the first years (RFC 9051 §9, date-year).
        day = max(date.fromisoformat(text), date(1970, 1, 2))
        return datetime.combine(day, time(), house.timezone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UserError(f"{text!r} is not a date.", hint="Write it as 2026-11-01.") from None


def _print(report: RunReport, house: House, *, as_json: bool, dry_run: bool) -> None:
    """Say what was found: as JSON if asked, in words to a person, and nothing to cron unless something went wrong."""
    for error, places in _together(report.faults):
        output.complain(error, about=", ".join(dict.fromkeys(places)))
    for fault in report.delivery.faults:
        output.complain(fault)
    for warning in _about_replies(report):
        output.complain(warning)
    if as_json:
        click.echo(output.as_json(_record(report, dry_run=dry_run)))
        return
    if dry_run or sys.stdout.isatty():
        _narrate(report, dry_run=dry_run)
        if report.paused_until:
            click.echo(told(report.paused_until, house))
        if report.waiting:
            click.echo(_waiting(report, house))


def _about_replies(report: RunReport) -> Iterator[UserError]:
    """Yield what was not done that a reply asks for; without its words, which may come to stand in a file."""
    for heard in report.replies:
        if count := len(heard.undone):
            kept = "is kept as a note and was" if count == 1 else "are kept as notes and were"
            what = f"{counted(count, 'command')} in your reply of {heard.message.date:%Y-%m-%d} {kept} not done:"
            if heard.letter is None:
                hint = "`afterword answer ID` and `afterword label ID` do it, with a number from `afterword log`."
                yield UserError(f"{what} the letter is not on record any more.", hint=hint)
            else:
                hint = "Write a number of the letter and what to do there, as in `17 let go`; one command a line."
                yield UserError(f"{what} no number of the letter is named, or it means nothing there.", hint=hint)
    if report.from_elsewhere:
        came = "reply to a letter was" if report.from_elsewhere == 1 else "replies to letters were"
        yield UserError(
            f"{report.from_elsewhere} {came} not read: the sender's address is not known as yours.",
            hint="If it is yours, add it to letters.addresses in the config, then `afterword run --since DATE`.",
        )


def _together(faults: Iterable[tuple[str, AfterwordError]]) -> list[tuple[AfterwordError, list[str]]]:
    """Return each fault once with the mailboxes that it is about: a server that is down keeps all of an account's."""
    told: dict[str, tuple[AfterwordError, list[str]]] = {}
    for place, error in faults:
        told.setdefault(str(error), (error, []))[1].append(place)
    return list(told.values())


def _narrate(report: RunReport, *, dry_run: bool) -> None:
    """Print the decisions and one line of numbers, if there is anything to tell."""
    for one in report.judged:
        if one.verdict.decision is not Decision.NOT_REJECTION:
            click.echo(_line(one))
    for heard in report.replies:
        click.echo(_line_about(heard))
    for unreadable in report.unreadable:
        click.echo(
            f"unreadable   {output.safe(unreadable.key.mailbox)} {unreadable.key.uid}: {output.safe(unreadable.reason)}"
        )
    if report.messages:
        coverage = report.coverage
        would = "would be " if dry_run else ""
        click.echo(
            f"{counted(coverage.messages, 'message')} read in {counted(coverage.mailboxes, 'mailbox', 'mailboxes')}: "
            f"{counted(coverage.rejections, 'rejection')}, {coverage.uncertain} uncertain, "
            f"{coverage.unreadable} unreadable; "
            f"{counted(len(report.letters), 'letter')} {would}owed, {len(report.delivery.sent)} sent."
        )
    if report.unmatched:
        click.echo(reminder(len(report.unmatched)))


def _waiting(report: RunReport, house: House) -> str:
    """Return how many letters wait, and from when on a run sends the first."""
    many = f"{counted(report.waiting, 'letter')} {'waits' if report.waiting == 1 else 'wait'}"
    if report.next_at is None:
        return f"{many}."
    return f"{many}; a run from {report.next_at.astimezone(house.timezone):%A %d %B, %H:%M} on sends the first."


def _line(one: Judged) -> str:
    """Return one decision on one line."""
    about = " · ".join(part for part in (one.company, one.facts.role) if part) or one.message.subject
    evidence = excerpt(one.verdict.evidence, 90)
    return output.safe(f"{one.verdict.decision.value:<12} {one.verdict.score:.2f}  {about}  “{evidence}”")


def _line_about(heard: Heard) -> str:
    """Return what was done about a reply, on one line."""
    to = heard.letter.value if heard.letter else "a letter that is not on record"
    done = [counted(count, name) for name, count in _heard_counts(heard).items() if count]
    undone = ", ".join(f"“{excerpt(output.one_line(one), 60)}”" for one in heard.undone)
    return f"reply        to {to}: {', '.join(done) or 'nothing new'}{f'; not done: {undone}' if undone else ''}"


def _heard_counts(heard: Heard) -> dict[str, int]:
    """Return how many answers, commands and notes a reply holds."""
    kinds = [type(one).__name__ for one in heard.actions]
    answers, notes = kinds.count("StoreAnswer"), kinds.count("StoreNote")
    return {"answer": answers, "command": len(kinds) - answers - notes, "note": notes}


def _record(report: RunReport, *, dry_run: bool) -> dict[str, object]:
    """Return the report for other programs."""
    from pipeline.tasks.classify import as_record  # noqa: PLC0415 - not for --help

    coverage = report.coverage
    return {
        "dry_run": dry_run,
        "mailboxes": coverage.mailboxes,
        "messages": coverage.messages,
        "rejections": coverage.rejections,
        "uncertain": coverage.uncertain,
        "unreadable": coverage.unreadable,
        "decisions": [as_record(one) for one in report.judged if one.verdict.decision is not Decision.NOT_REJECTION],
        "quarantined": [as_record(one) for one in report.unreadable],
        "letters": {
            "owed": len(report.letters),
            "sent": [{"kind": kind.value, "about": about} for kind, about in report.delivery.sent],
            "deferred": report.delivery.deferred,
            "refused": report.delivery.refused,
        },
        "paused_until": report.paused_until or None,
        "faults": [_fault(error, about) for about, error in report.faults]
        + [_fault(error, "delivery") for error in report.delivery.faults],
        "replies": [
            {
                "message_id": heard.message.message_id,
                "to": heard.letter.value if heard.letter else None,
                **{f"{name}s": count for name, count in _heard_counts(heard).items()},
                "undone": len(heard.undone),
            }
            for heard in report.replies
        ],
        "replies_from_elsewhere": report.from_elsewhere,
        "unmatched": [one.message.message_id for one in report.unmatched],
    }


def _fault(error: AfterwordError, about: str) -> dict[str, object]:
    """Return one fault for other programs."""
    return {"about": about, "error": type(error).__name__, "message": str(error), "hint": error.hint}
