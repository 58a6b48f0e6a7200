"""Paths on the command line: `~` is the user's home, also where no shell has said so, as behind `--config=`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pipeline.resources import with_home


class UserPath(click.Path):
    """A path as an option or argument; `~` of a user whom the machine does not know stays as it is."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, file_okay=file_okay, dir_okay=dir_okay)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path with its home."""
        return super().convert(with_home(os.fspath(value)), param, ctx)
