"""`afterword init`: from an address to a config that works, and from another one to an account more in it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import setting
from pipeline.cli.output import complain
from pipeline.cli.paths import UserPath
from pipeline.errors import AfterwordError, ConfigError, CredentialError, MailboxMissingError, UserError

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.cli.init_given import Given
    from pipeline.cli.init_questions import Draft, Outcome, Questions
    from pipeline.tasks.doctor import Finding, Probe

_SECURITY = click.Choice(["tls", "starttls", "plain"])
_NOTHING = "Nothing is written."


@click.command("init")
@click.option("--address", metavar="ADDRESS", help="Your e-mail address; letters go to the first.")
@click.option("--name", metavar="NAME", help="What to call the account; else its domain tells it.")
@click.option("--provider", metavar="NAME", help="Who runs its mail, if its domain does not tell.")
@click.option("--imap", metavar="HOST[:PORT]", help="The IMAP server.")
@click.option("--imap-security", type=_SECURITY, help="Its encryption; else its port tells it.")
@click.option("--imap-user", metavar="NAME", help="The login name there.")
@click.option(
    "--mailbox",
    metavar="NAME",
    multiple=True,
    help="A mailbox to read, one or more; else INBOX and what the server marks as archive, spam or all mail.",
)
@click.option("--smtp", metavar="HOST[:PORT]", help="The SMTP server.")
@click.option("--smtp-security", type=_SECURITY, help="Its encryption; else its port tells it.")
@click.option("--smtp-user", metavar="NAME", help="The login name there.")
@click.option("--ca-file", type=UserPath(), help="A certificate authority to trust, as a PEM file.")
@click.option("--password-command", metavar="COMMAND", help="A command that prints the password.")
@click.option("--password-file", type=UserPath(), help="A file that holds the password.")
@click.option("--password-env", metavar="NAME", help="An environment variable that holds the password.")
@click.option("--client-id", metavar="ID", help="The client ID, where a provider takes access tokens.")
@click.option("--token-command", metavar="COMMAND", help="A command that prints an access token.")
@click.option("--untested", is_flag=True, help="Do not try the logins.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is suggested.")
def init_command(**options: Any) -> None:  # noqa: ANN401 - each of the options above, into Given
    """Set up your mailbox: ask for address and password, try both logins, write the config, offer a schedule.

    Rejections that were archived or taken for spam do not lie in INBOX: where the server marks such mailboxes, it asks
    whether to read them, too; with --yes it does. Then it asks for further accounts. With a config that is there
    already it adds one to it, below what you wrote there, or writes a new one if you say so; with --yes it adds.

    Where a provider takes no password, you grant access in a browser, on any device. A password that is typed is kept
    in a file that you alone can read; with one of the other options the config names another place.
    """
    from pipeline.adapters.private_files import require_room  # noqa: PLC0415 - not for --help
    from pipeline.cli.init_given import Given  # noqa: PLC0415 - the same

    given, path = Given(**options), setting.config_path().absolute()
    require_room(path)
    old = _old(path, given) if path.exists() else ""
    if old is None:
        click.echo("Nothing is changed.")
        return
    house = _set_up(path, old, given)
    if house is not None:
        _go_on(house, path, given, is_first=not old)


def _old(path: Path, given: Given) -> str | None:
    """Return the text of a config that an account is to be added to.

    Returns:
        The text, empty to write a new config; None if the user wants neither.

    Raises:
        ConfigError: Nothing can be added to it, and there is nobody to ask.
    """
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help

    try:
        names = ", ".join(account.name for account in config.load(path).accounts)
        text = config.text_to_add_to(path)
    except ConfigError as error:
        if given.yes:
            raise
        complain(error)
        click.echo("No account can be added before that is mended. Or it is kept beside a new one.")
        return "" if click.confirm("Write a new one?") else None
    if given.yes:
        return text
    click.echo(f"The config {path} reads: {names}.")
    asked = "Add an account to it, write a new one and keep it beside that, or stop"
    choice = str(click.prompt(asked, type=click.Choice(["add", "new", "stop"]), default="add"))
    return {"add": text, "new": ""}.get(choice)


def _set_up(path: Path, old: str, given: Given) -> House | None:
    """Write a config whose logins work, below an old one if there is one; None if the user stops."""
    from pipeline.cli.init_questions import Questions  # noqa: PLC0415 - not for --help

    draft = _settled(Questions(given, old), given, path)
    if draft is None:
        click.echo("Nothing is added." if old else _NOTHING)
        return None
    return _written(draft, path)


def _settled(questions: Questions, given: Given, path: Path) -> Draft | None:
    """Return a config whose logins work, or that the user wants all the same; None if the user stops."""
    draft = questions.draft()
    if given.untested:
        draft.house(path)
        return draft
    while True:
        draft, outcome = _try(draft, path, given)
        if outcome == "works":
            return questions.with_places(draft)
        choice = questions.what_now(draft, outcome)
        if choice in {"keep", "stop"}:
            return questions.with_places(draft) if choice == "keep" else None
        if choice == "mailboxes":
            draft = questions.with_others(draft)
        else:
            draft = questions.draft(draft) if choice == "again" else questions.once_more(draft)


def _try(draft: Draft, path: Path, given: Given) -> tuple[Draft, Outcome]:
    """Log in everywhere and tell what came of it.

    Returns:
        The draft, with access if that had to be granted, and what came of it.

    Raises:
        AfterwordError: It does not, and there is nobody to ask.
    """
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    from pipeline.cli import probes  # noqa: PLC0415 - the same
    from pipeline.cli.doctor import all_is_well  # noqa: PLC0415 - the same

    try:
        house = draft.house(path)
    except ConfigError as error:
        if given.yes:
            raise
        complain(error)
        return draft, "no config"
    try:
        draft = _with_access(draft, house)
    except AfterwordError as error:
        if given.yes:
            raise
        complain(error)
        return draft, "refused"
    servers = [login.server for login in (draft.entry.imap, draft.entry.smtp) if login is not None]
    click.echo(f"Trying {' and '.join(servers)} ...")
    marked: dict[str, frozenset[str]] = {}
    faults: list[AfterwordError] = []
    tried = probes.logins(draft.house(path), draft.names, marked)
    works = all_is_well((subject, _noting(probe, faults)) for subject, probe in tried)
    if not works and given.yes:
        hint = "Mend what is told above; --untested writes the config all the same."
        raise UserError(f"Not every login works. {_NOTHING}", hint=hint)
    return replace(draft, marked=marked), "works" if works else _what_failed(faults)


def _what_failed(faults: Sequence[AfterwordError]) -> Outcome:
    """Return what came of logins that do not work: what the user can mend by one answer goes first."""
    if any(isinstance(error, CredentialError) for error in faults):
        return "refused"
    return "missing" if any(isinstance(error, MailboxMissingError) for error in faults) else "unreached"


def _noting(probe: Probe, faults: list[AfterwordError]) -> Probe:
    """Return a probe that notes what it raises."""

    def noting() -> str | Finding:
        try:
            return probe()
        except AfterwordError as error:
            faults.append(error)
            raise

    return noting


def _with_access(draft: Draft, house: House) -> Draft:
    """Return a draft with the access that it needs, granted by the user; one login serves both servers."""
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    from pipeline.cli.login import granted  # noqa: PLC0415 - the same

    access = house.logins.accesses().get(draft.entry.name)
    if access is None:
        return draft
    access = replace(access, server=replace(access.server, again="`afterword init`"))  # not in a config yet
    return replace(draft, tokens=granted(access, house))


def _written(draft: Draft, path: Path) -> House:
    """Write the config, and the password or tokens that there are; return the installation as every command has it.

    What stood in their places is kept beside them, but for a config that only grew.
    """
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help
    from pipeline.adapters.private_files import keep  # noqa: PLC0415 - the same
    from pipeline.bootstrap import House  # noqa: PLC0415 - the same

    texts = {path.resolve() if draft.old else path: draft.text}  # where it is kept elsewhere, it stays there
    if draft.typed is not None:
        texts = {path.with_name(draft.password_file): f"{draft.typed}\n", **texts}
    accesses = [access for name, access in draft.house(path).logins.accesses().items() if name in draft.names]
    if draft.tokens:
        for access in accesses:
            access.tokens.save(draft.tokens)
    olds = keep(texts)
    house = House(config.load(path))
    click.echo(f"Written, for you alone to read: {' and '.join(map(str, reversed(texts)))}.")
    for old in olds:
        if draft.old and old.read_bytes().decode("utf-8-sig", "replace") == draft.old:
            old.unlink()
        else:
            click.echo(f"What was there is now {old}.")
    if accesses and not draft.tokens:
        name = f" {draft.entry.name}" if draft.old else ""
        click.echo(f"Access is not granted yet: `afterword login{name}` has it granted.")
    return house


def _further(house: House, path: Path, given: Given) -> House:
    """Ask for further accounts, and return the installation with them. One that cannot be added can be given anew."""
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help
    from pipeline.cli.init_given import Given  # noqa: PLC0415 - not for --help

    while click.confirm("Is there another account to read?"):
        try:
            house = _set_up(path, config.text_to_add_to(path), Given(untested=given.untested)) or house
        except AfterwordError as error:
            complain(error)
    return house


def _go_on(house: House, path: Path, given: Given, *, is_first: bool) -> None:
    """Ask for further accounts, say what comes next, and offer the schedule unless the config was there before."""
    from pipeline.bootstrap import scheduling  # noqa: PLC0415 - not for --help
    from pipeline.cli import schedule  # noqa: PLC0415 - the same

    own = click.get_current_context().find_root().obj
    is_usual = own is None or os.environ.get("AFTERWORD_CONFIG")
    call = "afterword" if is_usual else f"afterword --config {shlex.quote(str(own))}"
    try:
        if not given.yes:
            house = _further(house, path, given)
        kinds = scheduling.schedulers() if is_first and not given.yes else []
        if kinds and click.confirm(f"Let {kinds[0]} start a run every quarter of an hour, and the digest on Monday?"):
            schedule.put(house, schedule.chosen(house, kinds[0]))
            return
    except AfterwordError as error:
        complain(error)
        return
    except click.Abort:  # Ctrl-C, or the end of a pipe: the config is written, and this was no yes
        click.echo()
    click.echo(f"`{call} run --dry-run` shows what a run would do, `{call} run` does it.")
    if is_first:
        click.echo(f"`{call} schedule install` has it done regularly.")
