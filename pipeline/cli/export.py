"""`afterword export`: everything in files that need no Afterword."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import setting
from pipeline.cli.paths import UserPath


@click.command("export")
@click.argument("folder", metavar="DIR", type=UserPath())
@click.option("--force", is_flag=True, help="Write into a folder that holds other things, too.")
def export_command(*, folder: Path, force: bool) -> None:
    """Write rejections and applications as JSON and CSV, and a journal as plain text, into DIR.

    An earlier export there is replaced. The files can be read by you alone.
    """
    from pipeline.adapters.export_folder import write_export  # noqa: PLC0415 - not for --help
    from pipeline.tasks.export import export  # noqa: PLC0415 - the same
    from pipeline.tasks.journal import MARK  # noqa: PLC0415 - the same

    house = setting.house()
    with house.log(read_only=True) as log:
        files = export(log, timezone=house.timezone, now=setting.now())
    write_export(folder, files, mark=MARK, force=force)
    click.echo(f"{', '.join(files)} are in {folder}.")
