"""Files that nobody but the user can read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from pipeline.adapters.drafts import draft
from pipeline.errors import UserError, why


def require_room(path: Path) -> None:
    """Raise UserError if a file could not be written, as far as one sees without trying; nothing is made."""
    there = next(folder for folder in path.absolute().parents if os.access(folder, os.F_OK))
    if not os.access(there, os.W_OK | os.X_OK) or not there.is_dir() or path.is_dir():
        raise UserError(f"{path} cannot be written.", hint="Make its folder writable to you, or give another --config.")


def keep(texts: Mapping[Path, str]) -> list[Path]:
    """Write files, all of them or none; what stood in a place goes to a free one beside it: `.old`, `.old.2` and so on.

    Returns:
        Where the old ones are now.

    Raises:
        UserError: One of them cannot be written.
    """
    drafts: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            drafts[path] = draft(path, text.encode())
        return _put(drafts)
    except (OSError, UnicodeEncodeError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no text"
        names = " and ".join(map(str, texts))
        raise UserError(f"{names} cannot be written: {reason}.", hint="Nothing is changed; try again.") from error
    finally:
        for written in drafts.values():
            written.unlink(missing_ok=True)


def _free(path: Path) -> Path:
    """Return a place beside a file in which nothing stands."""
    names = chain([f"{path.name}.old"], (f"{path.name}.old.{number}" for number in count(2)))
    return next(place for place in map(path.with_name, names) if not os.path.lexists(place))


def _put(drafts: Mapping[Path, Path]) -> list[Path]:
    """Put drafts in their places; if that is interrupted, everything is as it was."""
    olds: dict[Path, Path] = {}
    put: list[Path] = []
    try:
        for path, written in drafts.items():
            if path.exists():
                olds[path] = _free(path)
                path.replace(olds[path])
            written.replace(path)
            put.append(path)
    except BaseException:
        for path in put:
            with suppress(OSError):
                path.unlink()
        for path, old in olds.items():
            with suppress(OSError):
                old.replace(path)
        raise
    return list(olds.values())
