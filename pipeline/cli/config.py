"""`afterword config`: check it, or print what one looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli import setting

if TYPE_CHECKING:
    from pipeline.config import Delivery


@click.group("config", invoke_without_command=True)
@click.pass_context
def config_command(context: click.Context) -> None:
    """Check the config (also without a subcommand), or print a sample or its schema."""
    if context.invoked_subcommand is None:
        context.invoke(check)


@config_command.command("check")
def check() -> None:
    """Say whether the config can be used, with every problem in it."""
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help

    path = setting.config_path()
    loaded = config.load(path)
    click.echo(f"{path} is valid.")
    for account in loaded.accounts:
        click.echo(
            f"  {account.name}: {', '.join(account.mailboxes)} on {account.host}:{account.port} ({account.security})"
        )
    click.echo(f"  letters: {_way(loaded.delivery)}, to {loaded.letters.to}")
    click.echo(f"  state: {loaded.state_directory}")


def _way(delivery: Delivery) -> str:
    """Return how letters leave, in a few words."""
    server = f"{delivery.host}:{delivery.server_port}"
    where = {
        "smtp": server,
        "sendmail": " ".join(delivery.command),
        "imap": f"{delivery.mailbox} of {delivery.account or server}",
        "folder": str(delivery.folder),
    }
    return f"{delivery.method} {where[delivery.method]}"


@config_command.command("default")
def default() -> None:
    """Print a sample with every key and what it means."""
    from pipeline import resources  # noqa: PLC0415 - not for --help

    click.echo(resources.DEFAULT_CONFIG.read_text(encoding="utf-8"), nl=False)


@config_command.command("steps")
def steps() -> None:
    """Print the wording of the letters, to make your own copy of (letters.steps in the config names it)."""
    from pipeline import resources  # noqa: PLC0415 - not for --help

    click.echo(resources.STEPS.read_text(encoding="utf-8"), nl=False)


@config_command.command("senders")
def senders() -> None:
    """Print the facts about senders that ship; your own go into senders.toml in the folder of the config."""
    from pipeline import resources  # noqa: PLC0415 - not for --help

    click.echo(resources.SENDERS.read_text(encoding="utf-8"), nl=False)


@config_command.command("schema")
def schema() -> None:
    """Print the JSON Schema of the config, for editors."""
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help

    click.echo(config.schema(), nl=False)
