"""A schedule kept by launchd, as agents of the user on a Mac."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from pipeline.adapters.programs import Said, call, delete, require, standing, succeed, write
from pipeline.core.schedule import Piece, Standing

_MISSING = "Take `--systemd` or `--cron` if this machine has one of those."


class LaunchdSchedule:
    """Property lists in the folder of the user's agents.

    Args:
        folder: Where they lie.
        texts: Their texts by name; each is named after its label.
    """

    name = "launchd"

    def __init__(self, folder: Path, texts: Mapping[str, str]) -> None:
        self._texts = {folder / name: text for name, text in texts.items()}
        self._domain = f"gui/{os.getuid()}"

    def pieces(self) -> list[Piece]:
        """Return each property list."""
        return [Piece(str(path), text) for path, text in self._texts.items()]

    def steps(self) -> list[str]:
        """Return what makes launchd start the agents."""
        return [f"launchctl bootstrap {self._domain} {shlex.quote(str(path))}" for path in self._texts]

    def standing(self) -> Standing:
        """Return whether the property lists are there and known to launchd."""
        require("launchctl", _MISSING)
        found = standing(self._texts)
        if found is Standing.SAME and any(self._call("print", self._label(path)).status for path in self._texts):
            return Standing.OTHER
        return found

    def install(self) -> None:
        """Write the property lists and hand them to launchd."""
        require("launchctl", _MISSING)
        for path, text in self._texts.items():
            write(path, text)
            self._call("bootout", self._label(path))  # an older one; that there is none is no matter
            succeed(
                self._call("bootstrap", self._domain, str(path)),
                f"{path} is written, but launchd does not take it",
                "Log in at the screen of the Mac and try again; `afterword schedule remove` takes all away again.",
            )

    def remove(self) -> None:
        """Take the agents from launchd, and their property lists away."""
        require("launchctl", _MISSING)
        for path in self._texts:
            self._call("bootout", self._label(path))
            delete(path)

    def _label(self, path: Path) -> str:
        return f"{self._domain}/{path.stem}"

    @staticmethod
    def _call(*words: str) -> Said:
        return call("launchctl", *words, hint=_MISSING)
