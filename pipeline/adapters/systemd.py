"""A schedule kept by systemd, as units of the user."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.adapters.programs import Said, call, delete, require, standing, succeed, write
from pipeline.core.schedule import Piece, Standing
from pipeline.errors import UserError, why

_MISSING = "Take `--cron` or `--launchd` if this machine has one of those."
_UNREACHABLE = "Log in as yourself, not by `su` or `sudo`, and try again; or take `--cron`."


class SystemdSchedule:
    """Units in the folder of the user's own.

    Args:
        folder: Where they lie.
        texts: Their texts by name.
        writable: The folders that a service writes into: they must exist before it starts.
    """

    name = "systemd"

    def __init__(self, folder: Path, texts: Mapping[str, str], writable: Sequence[Path]) -> None:
        self._texts = {folder / name: text for name, text in texts.items()}
        self._timers = [name for name in texts if name.endswith(".timer")]
        self._writable = writable

    def pieces(self) -> list[Piece]:
        """Return each unit."""
        return [Piece(str(path), text) for path, text in self._texts.items()]

    def steps(self) -> list[str]:
        """Return what makes systemd start the timers."""
        made = [f"mkdir -p {shlex.join(map(str, self._writable))}"] if self._writable else []
        return [*made, "systemctl --user daemon-reload", f"systemctl --user enable --now {' '.join(self._timers)}"]

    def standing(self) -> Standing:
        """Return whether the units are there and their timers will start with the next login."""
        require("systemctl", _MISSING)
        found = standing(self._texts)
        if found is Standing.SAME and _ask("is-enabled", *self._timers).output.split() != ["enabled"] * 2:
            return Standing.OTHER
        return found

    def install(self) -> None:
        """Write the units and start the timers."""
        self._reload()  # before anything is written: is there a systemd to speak to?
        for folder in self._writable:
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise UserError(f"{folder} cannot be made: {why(error)}.", hint="Make it yourself.") from error
        for path, text in self._texts.items():
            write(path, text)
        self._reload()
        succeed(
            _ask("enable", "--now", *self._timers),
            "The units are written, but systemd does not start the timers",
            "Look with `systemctl --user status afterword.timer`; `afterword schedule remove` takes all away again.",
        )

    def remove(self) -> None:
        """Stop the timers, and take their units and what systemd has noted of them away."""
        self._reload()
        there = [path.name for path in self._texts if path.name in self._timers and path.exists()]
        if there:
            said = _ask("disable", "--now", *there)
            succeed(said, "systemd does not let go of the timers", "Try `systemctl --user disable --now` by hand.")
            _ask("clean", "--what=state", *there)  # when each last started; an older systemd keeps it
        for path in self._texts:
            delete(path)
        self._reload()

    @staticmethod
    def _reload() -> None:
        succeed(_ask("daemon-reload"), "The systemd of this user cannot be reached", _UNREACHABLE)


def _ask(*words: str) -> Said:
    return call("systemctl", "--user", *words, hint=_MISSING)
