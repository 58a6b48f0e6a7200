"""`afterword show` and `search`: single messages of the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

import click

from pipeline.cli import output, setting
from pipeline.cli.output import one_line, safe
from pipeline.cli.words import tell
from pipeline.core.applications.changes import BY_HAND
from pipeline.core.applications.identity import shown_names
from pipeline.core.applications.matching import first_telling
from pipeline.core.letters.naming import GMAIL, gmail_url, mid_url
from pipeline.core.replies.reply import as_records
from pipeline.core.verdict import Label

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.core.applications.application import Application, Event


@click.command("show")
@click.argument("number", metavar="ID", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show_command(*, number: int, as_json: bool) -> None:
    """Show message ID and the application it belongs to, with its timeline."""
    house = setting.house()
    with house.log(read_only=True) as log:
        record = log.message(number)
        application = log.application_of(number) if record["application"] else None
        known = (application.company, application.role) if application else ("", "")
        record["company"], record["role"] = shown_names((str(record["company"]), str(record["role"])), known)
        note = log.kept(number).text if record["model"] == BY_HAND else ""
        places = log.places(str(record["message_id"]))
        words = log.words(number)
    links = _links(house, str(record["message_id"]), places)
    if as_json:
        timeline = _timeline(application) if application else []
        more = {"timeline": timeline, "mailboxes": places, "links": links, "note": note, **as_records(words)}
        click.echo(output.as_json({**record, **more}))
        return
    _describe(record, house.timezone)
    if note:
        click.echo(f"  your note: {one_line(note)}")
    if places:
        click.echo(f"  lies in: {one_line(', '.join(places))}")
    for link in links:
        click.echo(f"  original: {safe(link)}")
    if application is not None:
        _tell(application, int(str(record["id"])), house.timezone)
    tell(words, house.timezone)


def _links(house: House, message_id: str, places: Sequence[str]) -> list[str]:
    """Return what opens the original: in a mail program, and in each account of Gmail that holds it."""
    accounts = {place.partition("/")[0] for place in places}
    users = [one.user for one in house.config.accounts if one.name in accounts and one.host.casefold() in GMAIL]
    return [link for link in (mid_url(message_id), *(gmail_url(message_id, user) for user in users)) if link]


def _timeline(application: Application) -> list[dict[str, object]]:
    return [
        {
            "id": event.id,
            "date": event.date.isoformat(),
            "label": event.label.value,
            "subject": event.subject,
            "from": str(event.sender),
            "repeats": _told_before(application, event),
        }
        for event in application.events
    ]


def _told_before(application: Application, event: Event) -> int | None:
    """Return the number of the rejection that another one tells again, or None."""
    first = first_telling(application, event)
    return None if first is event or event.label is not Label.REJECTION else first.id


def _describe(record: Mapping[str, object], zone: tzinfo) -> None:
    """Print what is known of one message."""
    about = " · ".join(str(record[key]) for key in ("company", "role") if record[key])
    click.echo(click.style(one_line(about or record["subject"] or "(no subject)"), bold=True))
    sender = f" from {one_line(record['from'])}" if record["from"] else ""
    click.echo(f"  {output.day(datetime.fromisoformat(str(record['date'])), zone)}{sender}")
    if record["subject"]:
        click.echo(f"  subject: {one_line(record['subject'])}")
    label = record["user_label"] or record["label"]
    by_hand = record["user_label"] or record["model"] == BY_HAND
    source = "by you" if by_hand else f"score {record['score']:.2f}, {record['verdict']}, {record['model']}"
    click.echo(f"  {label} ({source})")
    if label == "rejection":
        click.echo(f"  stage {record['stage']}, reason {str(record['reason']).replace('_', ' ')}")
    if record["evidence"]:
        click.echo(f"  evidence: “{safe(record['evidence'])}”")
    _quote(record, is_rejection=label == "rejection")


def _quote(record: Mapping[str, object], *, is_rejection: bool) -> None:
    """Print what the employer said of the user."""
    feedback = record["feedback"]
    for piece in feedback if isinstance(feedback, Sequence) else ():
        click.echo(f"  {piece['kind']}: “{safe(piece['text'])}”")
    if is_rejection and not feedback and record["model"] != BY_HAND:
        click.echo(
            "  They say that they give no feedback." if record["denies_feedback"] else "  No feedback was found."
        )
    if record["offers_feedback"]:
        click.echo("  They offer feedback if you ask.")
    if record["reapply_after"]:
        phrase = _words(record, "reapply_phrase")
        click.echo(f"  They would look at another application from {record['reapply_after']}.{phrase}")
    elif record["reapply_phrase"]:
        click.echo(f"  They ask you not to apply again.{_words(record, 'reapply_phrase')}")
    if record["kept_until"]:
        click.echo(f"  They keep your application until {record['kept_until']}.{_words(record, 'kept_phrase')}")
    _describe_particulars(record)


def _words(record: Mapping[str, object], name: str) -> str:
    """Return the words that a date was drawn from, to stand behind it."""
    phrase = record[name]
    return f" “{safe(phrase)}”" if phrase else ""


def _describe_particulars(record: Mapping[str, object]) -> None:
    """Print the number and place of the position, and who can be answered."""
    position = ", ".join(str(record[key]) for key in ("requisition", "place") if record[key])
    if position:
        click.echo(f"  position: {one_line(position)}")
    address = f"<{record['recruiter_address']}>" if record["recruiter_address"] else ""
    who = " ".join(filter(None, (str(record["recruiter"]), address)))
    if record["answerable"]:
        click.echo(f"  answers go to: {one_line(who)}")
    elif who:
        click.echo(f"  from {one_line(who)}, whom no answer reaches")


def _tell(application: Application, number: int, zone: tzinfo) -> None:
    """Print a timeline, with a mark at one of its messages."""
    click.echo(f"  application {application.id}, timeline:")
    for event in application.events:
        mark = "→" if event.id == number else " "
        subject = one_line(event.subject)
        first = _told_before(application, event)
        again = f" tells {first} again" if first is not None else ""
        click.echo(f"  {mark} {output.day(event.date, zone)}  {event.label.value:<15} {subject}  [{event.id}]{again}")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, 10_000), metavar="N", default=50, help="Show the best N; 50 if left out."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def search_command(*, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search subject, company, role and text of the logged messages for all of the WORDS."""
    house = setting.house()
    with house.log(read_only=True) as log:
        found = log.search(" ".join(words), limit=limit + 1)
    for entry in found[:limit]:
        if as_json:
            click.echo(output.as_json(entry))
        else:
            about = entry["company"] or entry["subject"]
            day = output.day(datetime.fromisoformat(str(entry["date"])), house.timezone)
            click.echo(f"{entry['id']:>5}  {day}  {entry['label']:<15} {one_line(about)}  {one_line(entry['excerpt'])}")
    if not found and not as_json:
        click.echo("Nothing was found.")
    if len(found) > limit:
        click.echo(f"There are more than these {limit}: add a word, or --limit.", err=True)
