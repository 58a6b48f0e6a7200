"""What most commands begin with: the installation that the config describes, and the time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.tasks.judge import Judge

#: The user's own facts about senders, in the folder of the config.
_SENDERS = "senders.toml"


def config_path() -> Path:
    """Return the path of the config for this call."""
    from pipeline.config import default_config_path  # noqa: PLC0415 - pydantic: not for --help

    chosen = click.get_current_context().find_root().obj
    return chosen if isinstance(chosen, Path) else default_config_path()


def house() -> House:
    """Return the installation that the config describes.

    Raises:
        ConfigError: There is no config, or it has problems.
    """
    from pipeline import config  # noqa: PLC0415 - pydantic: not for --help
    from pipeline.bootstrap import House  # noqa: PLC0415 - the same

    return House(config.load(config_path()))


def a_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return the day that an option names, as its callback."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2026-11-01.", context, parameter) from None


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


def model_in_use() -> Path:
    """Return the folder of the model in use; without a config, that of the shipped one."""
    from pipeline import config, resources  # noqa: PLC0415 - pydantic: not for --help
    from pipeline.bootstrap import House  # noqa: PLC0415 - the same

    path = config_path()
    return House(config.load(path)).model if path.exists() else resources.BASELINE_MODEL


def own_senders() -> Path:
    """Return where the user's own facts about senders lie, if there are any."""
    return config_path().parent / _SENDERS


def judge(model: Path) -> Judge:
    """Return what judges messages with the model in a folder.

    Raises:
        ConfigError: The user's own facts about senders have faults, which is told before anything is read.
    """
    from pipeline import bootstrap, resources  # noqa: PLC0415 - not for --help
    from pipeline.tasks.judge import Judge  # noqa: PLC0415 - the same

    own = own_senders()
    made = Judge(bootstrap.classifier(model), resources.SENDERS, own)
    if own.exists():
        made.prepare()
    return made
