"""`afterword config`: check it, or print what one looks like."""

from __future__ import annotations

import click

from pipeline.cli import setting


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
    where = (
        loaded.delivery.folder
        if loaded.delivery.method == "folder"
        else f"{loaded.delivery.host}:{loaded.delivery.port}"
    )
    click.echo(f"  letters: {loaded.delivery.method} {where}, to {loaded.letters.to}")
    click.echo(f"  state: {loaded.state_directory}")


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


@config_command.command("schema")
def schema() -> None:
    """Print the JSON Schema of the config, for editors."""
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help

    click.echo(config.schema(), nl=False)
