"""The folder that an export is written into: each file whole or not at all, and for its owner alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.adapters.drafts import draft
from pipeline.errors import UserError, why

_PRIVATE_DIRECTORY = 0o700


def write_export(folder: Path, files: Mapping[str, str], *, mark: tuple[str, str], force: bool = False) -> None:
    """Write texts as files of a folder, which is made if it is missing.

    All of them are written beside their places first and then put there one by one, in order, so that a full disk
    leaves what was there. Nothing else in the folder is touched.

    Args:
        folder: Where to.
        files: Names with their texts.
        mark: The name of one of the files and how it begins: by that an earlier export is known.
        force: Write into a folder that holds other things, too.

    Raises:
        UserError: The folder holds something that is no export of ours, or cannot be written.
    """
    with _translated(folder):
        if not force and folder.is_dir() and any(folder.iterdir()) and not _is_marked(folder, mark):
            raise UserError(
                f"The folder {folder} holds something else than an export.",
                hint="Name another one, or add --force to write beside what is there.",
            )
        folder.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
        drafts: dict[Path, Path] = {}
        try:
            for name, text in files.items():
                drafts[draft(folder / name, text.encode())] = folder / name
            for written, place in drafts.items():
                written.replace(place)
        finally:
            for written in drafts:
                written.unlink(missing_ok=True)


def _is_marked(folder: Path, mark: tuple[str, str]) -> bool:
    name, beginning = mark
    with suppress(OSError, UnicodeDecodeError), (folder / name).open(encoding="utf-8") as file:
        return file.read(len(beginning)) == beginning
    return False


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be written: {why(error)}.",
            hint="Name another one.",
        ) from error
