"""`afterword login`: have access granted, in a browser on any device, where a provider takes no password."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from pipeline.cli import setting
from pipeline.cli.output import safe
from pipeline.errors import ExitCode, UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.adapters.tokens import AccessToken
    from pipeline.bootstrap import House
    from pipeline.core.access import Grant, Tokens


@click.command("login")
@click.argument("name", metavar="[NAME]", required=False)
def login_command(*, name: str | None) -> int:
    """Have access granted, for the account NAME of the config, or for each that needs it.

    For providers that take no password but access tokens, such as Outlook.com: it shows a page and a code, waits until
    you have entered the code there, on any device, and tries the login.
    """
    house = setting.house()
    accesses = _chosen(house.logins.accesses(), name)
    kept = set()
    for called, access in accesses.items():
        if access.tokens.path not in kept:  # accounts and delivery may share one login
            click.echo(f"Access for {called}:")
            access.tokens.save(granted(access, house))
            kept.add(access.tokens.path)
    return _try(house, accesses)


def granted(access: AccessToken, house: House) -> Tokens:
    """Show what to do, and return the tokens once it is done; raises what `tasks.login.log_in` does."""
    from pipeline.tasks.login import log_in  # noqa: PLC0415 - not for --help

    def tell(grant: Grant) -> None:
        click.echo(f"  Open  {safe(grant.page)}  on any device,")
        click.echo(f"  enter the code  {safe(grant.code)}  and log in as {safe(access.tokens.user)}.")
        click.echo(f"Waiting for that, until {grant.ends.astimezone(house.timezone):%H:%M} ...")

    def wait(pause: timedelta) -> None:
        time.sleep(pause.total_seconds())

    tokens = log_in(access.server, tell=tell, wait=wait, clock=setting.now, again=access.server.again)
    click.echo("Access is granted.")
    return tokens


def _chosen(accesses: Mapping[str, AccessToken], name: str | None) -> dict[str, AccessToken]:
    """Return those of one name, or all; raise UserError if there is none."""
    if name is None and accesses:
        return dict(accesses)
    if name is not None and name in accesses:
        return {name: accesses[name]}
    what = "Nothing in the config" if name is None else f"Nothing in the config that is called {name!r}"
    names = f"There are: {', '.join(accesses)}. " if accesses else ""
    raise UserError(
        f"{what} uses access tokens with a client_id.",
        hint=f"{names}Others log in by a password or a command; `afterword doctor` tries them.",
    )


def _try(house: House, accesses: Mapping[str, AccessToken]) -> int:
    """Log in where access was granted, and tell what came of it."""
    from pipeline.cli import probes  # noqa: PLC0415 - not for --help
    from pipeline.cli.doctor import all_is_well  # noqa: PLC0415 - the same

    return int(ExitCode.DONE if all_is_well(probes.logins(house, accesses)) else ExitCode.USAGE)
