"""`afterword init`: from an address to a config that works."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import setting
from pipeline.cli.output import complain
from pipeline.errors import AfterwordError, ConfigError, UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.cli.init_questions import Draft, Given, Questions

_SECURITY = click.Choice(["tls", "starttls", "plain"])
_NOTHING = "Nothing is written."


@click.command("init")
@click.option("--address", metavar="ADDRESS", help="Your e-mail address; letters go to it.")
@click.option("--provider", metavar="NAME", help="Who runs its mail, if its domain does not tell.")
@click.option("--imap", metavar="HOST[:PORT]", help="The IMAP server.")
@click.option("--imap-security", type=_SECURITY, help="Its encryption; else its port tells it.")
@click.option("--imap-user", metavar="NAME", help="The login name there.")
@click.option("--smtp", metavar="HOST[:PORT]", help="The SMTP server.")
@click.option("--smtp-security", type=_SECURITY, help="Its encryption; else its port tells it.")
@click.option("--smtp-user", metavar="NAME", help="The login name there.")
@click.option("--ca-file", type=click.Path(path_type=Path), help="A certificate authority to trust, as a PEM file.")
@click.option("--password-command", metavar="COMMAND", help="A command that prints the password.")
@click.option("--password-file", type=click.Path(path_type=Path), help="A file that holds the password.")
@click.option("--password-env", metavar="NAME", help="An environment variable that holds the password.")
@click.option("--client-id", metavar="ID", help="The client ID, where a provider takes access tokens.")
@click.option("--token-command", metavar="COMMAND", help="A command that prints an access token.")
@click.option("--untested", is_flag=True, help="Do not try the logins.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is suggested.")
def init_command(**options: Any) -> None:  # noqa: ANN401 - each of the options above, into Given
    """Set up your mailbox: ask for address and password, try both logins, write the config, offer a schedule.

    Where a provider takes no password, you grant access in a browser, on any device. A password that is typed is kept
    in a file that you alone can read; with one of the other options the config names another place. A config that is
    there already is never replaced without asking.
    """
    from pipeline.adapters.private_files import require_room  # noqa: PLC0415 - not for --help
    from pipeline.cli.init_questions import Given, Questions  # noqa: PLC0415 - the same

    given, path = Given(**options), setting.config_path().absolute()
    require_room(path)
    if path.exists() and not _may_replace(path, given):
        click.echo("Nothing is changed.")
        return
    draft = _settled(Questions(given), given, path)
    if draft is None:
        click.echo(_NOTHING)
        return
    _go_on(_written(draft, path), given)


def _may_replace(path: Path, given: Given) -> bool:
    """Ask whether a config may be replaced; where nothing is asked it may not."""
    if given.yes:
        raise UserError(f"There is a config at {path} already.", hint="Move it away, or leave out --yes to be asked.")
    click.echo(f"There is a config at {path} already. It would be kept beside the new one.")
    return click.confirm("Write a new one?")


def _settled(questions: Questions, given: Given, path: Path) -> Draft | None:
    """Return a config whose logins work, or that the user wants all the same; None if the user stops."""
    draft = questions.draft()
    if given.untested:
        draft.house(path)
        return draft
    while True:
        draft, works = _try(draft, path, given)
        if works:
            return draft
        choice = questions.what_now(draft, is_config=works is not None)
        if choice in {"keep", "stop"}:
            return draft if choice == "keep" else None
        draft = questions.draft(draft) if choice == "again" else questions.once_more(draft)


def _try(draft: Draft, path: Path, given: Given) -> tuple[Draft, bool | None]:
    """Log in everywhere and tell what came of it.

    Returns:
        The draft, with access if that had to be granted, and whether it works, None if the config itself is wrong.

    Raises:
        AfterwordError: It does not, and there is nobody to ask.
    """
    from pipeline.cli import probes  # noqa: PLC0415 - not for --help
    from pipeline.cli.doctor import all_is_well  # noqa: PLC0415 - the same

    try:
        house = draft.house(path)
    except ConfigError as error:
        if given.yes:
            raise
        complain(error)
        return draft, None
    try:
        draft = _with_access(draft, house)
    except AfterwordError as error:
        if given.yes:
            raise
        complain(error)
        return draft, False
    click.echo(f"Trying {draft.first.imap.server} and {draft.first.smtp.server} ...")
    works = all_is_well(probes.logins(draft.house(path)))
    if not works and given.yes:
        hint = "Mend what is told above; --untested writes the config all the same."
        raise UserError(f"Not every login works. {_NOTHING}", hint=hint)
    return draft, works


def _with_access(draft: Draft, house: House) -> Draft:
    """Return a draft with the access that it needs, granted by the user; one login serves both servers."""
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    from pipeline.cli.login import granted  # noqa: PLC0415 - the same

    access = next(iter(house.logins.accesses().values()), None)
    if access is None:
        return draft
    access = replace(access, server=replace(access.server, again="`afterword init`"))  # there is no config yet
    return replace(draft, tokens=granted(access, house))


def _written(draft: Draft, path: Path) -> House:
    """Write the config, and the password or tokens that there are; return the installation as every command has it."""
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help
    from pipeline.adapters.private_files import keep  # noqa: PLC0415 - the same
    from pipeline.bootstrap import House  # noqa: PLC0415 - the same

    secret = path.parent / config.PASSWORD_FILE
    texts = (
        {path: draft.first.text()} if draft.typed is None else {secret: f"{draft.typed}\n", path: draft.first.text()}
    )
    if draft.tokens:
        for access in draft.house(path).logins.accesses().values():
            access.tokens.save(draft.tokens)
    olds = keep(texts)
    house = House(config.load(path))
    click.echo(f"Written, for you alone to read: {' and '.join(map(str, reversed(texts)))}.")
    for old in olds:
        click.echo(f"What was there is now {old}.")
    if house.logins.accesses() and not draft.tokens:
        click.echo("Access is not granted yet: `afterword login` has it granted.")
    return house


def _go_on(house: House, given: Given) -> None:
    """Say what comes next, and offer the schedule."""
    from pipeline.bootstrap import scheduling  # noqa: PLC0415 - not for --help
    from pipeline.cli import schedule  # noqa: PLC0415 - the same

    own = click.get_current_context().find_root().obj
    is_usual = own is None or os.environ.get("AFTERWORD_CONFIG")
    call = "afterword" if is_usual else f"afterword --config {shlex.quote(str(own))}"
    kinds = [] if given.yes else scheduling.schedulers()
    try:
        if kinds and click.confirm(f"Let {kinds[0]} start a run every quarter of an hour, and the digest on Monday?"):
            schedule.put(house, schedule.chosen(house, kinds[0]))
            return
    except AfterwordError as error:
        complain(error)
        return
    except click.Abort:  # Ctrl-C, or the end of a pipe: the config is written, and this was no yes
        click.echo()
    click.echo(f"`{call} run --dry-run` shows what a run would do, `{call} run` does it.")
    click.echo(f"`{call} schedule install` has it done regularly.")
