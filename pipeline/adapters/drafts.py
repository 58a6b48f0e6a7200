"""Files that are written whole or not at all: first beside their place, then put there in one step."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def draft(place: Path, content: bytes) -> Path:
    """Write what is to stand in a place into a new file beside it, which its owner alone can read.

    Returns:
        That file, on the disk; `replace` puts it in its place.

    Raises:
        OSError: It cannot be written; nothing of it is left.
    """
    # mkstemp gives a file that its owner alone can read, whatever the umask.
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=".afterword-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_whole(place: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file in one step; raise OSError if that cannot be done, then what was there is there still."""
    written = draft(place, content)
    try:
        written.chmod(mode)
        written.replace(place)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
