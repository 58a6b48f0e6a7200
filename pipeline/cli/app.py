"""The command `afterword` and where each of its subcommands lives."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli.paths import UserPath

#: Each subcommand with the module that holds it and the line that `--help` shows. Modules are imported when they are
#: called, so that `--help` and a misspelt command cost nothing.
_COMMANDS = {
    "demo": ("demo", "Run the whole pipeline on the sample mailbox."),
    "init": ("init", "Set up your mailbox: ask, try the logins, write the config."),
    "login": ("login", "Have access granted where a provider takes no password."),
    "run": ("run", "Read what is new, judge it, log it, send what is owed."),
    "classify": ("classify", "Judge messages in files, by the model in use."),
    "log": ("log", "List the rejections."),
    "show": ("show", "Show one application with its timeline."),
    "search": ("show", "Search the logged messages."),
    "browse": ("browse", "Look at the log in a web browser."),
    "label": ("label", "Say what a message really is."),
    "application": ("application", "Add, rename, merge, split or delete applications by hand, with undo."),
    "stats": ("stats", "Count rejections by month, stage and feedback, and how long answers took."),
    "export": ("export", "Write rejections, applications and a journal into a folder."),
    "forget": ("forget", "Remove messages from the log for good."),
    "debrief": ("letters", "Show or send the debrief about one rejection."),
    "answer": ("answer", "Answer the questions about one rejection in the terminal."),
    "digest": ("letters", "Show or send the letter of a week."),
    "pause": ("pause", "Send no letter by itself for a while."),
    "resume": ("pause", "End a pause."),
    "explain": ("explain", "Show why a message was judged as it was."),
    "retrain": ("learn", "Train on your labels; keep the model only if it is better."),
    "models": ("models", "List the models, or go back to an earlier one."),
    "evaluate": ("evaluate", "Measure the model on labelled messages."),
    "schedule": ("schedule", "Have run and digest started regularly."),
    "doctor": ("doctor", "Check everything, with a remedy for what is wrong."),
    "config": ("config", "Check the config, or print a sample or its schema."),
}


class ReaderGoneError(Exception):
    """Nobody reads our output any more. click would end the process with 1 if it saw the BrokenPipeError itself."""


class LazyGroup(click.Group):
    """A group whose subcommands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the subcommands, in the order in which one meets them."""
        return list(_COMMANDS)

    def invoke(self, ctx: click.Context) -> object:
        """Call a subcommand. That whoever read our output has gone, as `head` does, is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderGoneError from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a subcommand, or None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"pipeline.cli.{_COMMANDS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)  # noqa: S101 - a slip of ours in the table above
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of subcommands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterword")
@click.option(
    "--config",
    "path",
    type=UserPath(dir_okay=False),
    envvar="AFTERWORD_CONFIG",
    help="The config file to use.",
)
@click.pass_context
def cli(context: click.Context, path: Path | None) -> None:
    """Read a job seeker's mailboxes, recognise rejections, keep what they said, and write a debrief.

    `afterword demo` shows it at work without an account.
    """
    context.obj = path
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        context.color = False
