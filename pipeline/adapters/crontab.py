"""A schedule kept by cron: some lines in the crontab of the user, between marks."""

from __future__ import annotations

import re

from pipeline.adapters.programs import call, require, succeed
from pipeline.core.schedule import Piece, Standing, without_block
from pipeline.errors import UserError

_MISSING = "Take `--systemd` or `--launchd` if this machine has one of those."
_BY_HAND = "Try `crontab -l` and `crontab -e` by hand."
#: What `crontab -l` says where there is none: Vixie's and its kin, and busybox.
_NONE_YET = re.compile(r"no crontab for|can't open .*No such file", re.IGNORECASE)


class CrontabSchedule:
    """Lines in the user's crontab; whatever else is in it stays as it is, byte for byte.

    Args:
        lines: The lines with their marks.
    """

    name = "cron"

    def __init__(self, lines: str) -> None:
        self._lines = lines

    def pieces(self) -> list[Piece]:
        """Return the lines."""
        return [Piece("your crontab, below what is in it", self._lines)]

    def steps(self) -> list[str]:
        """Return nothing: cron reads its tables by itself."""
        return []

    def standing(self) -> Standing:
        """Return whether the lines are there."""
        found = self._split()[1]
        if not found:
            return Standing.ABSENT
        return Standing.SAME if found == self._lines else Standing.OTHER

    def install(self) -> None:
        """Put the lines in, in place of older ones."""
        others, _ = self._split()
        ended = "" if not others or others.endswith("\n") else "\n"
        self._store(others + ended + self._lines)

    def remove(self) -> None:
        """Take the lines out; a crontab that held nothing else goes with them."""
        others, found = self._split()
        if found and others:
            self._store(others)
        elif found:
            succeed(call("crontab", "-r", hint=_MISSING), "The crontab cannot be removed", _BY_HAND)

    @staticmethod
    def _split() -> tuple[str, str]:
        """Return the crontab without our lines, and our lines."""
        require("crontab", _MISSING)
        said = call("crontab", "-l", hint=_MISSING)
        if said.status and _NONE_YET.search(said.complaint):
            return "", ""
        succeed(said, "The crontab cannot be read", _BY_HAND)  # it must not be taken for an empty one
        try:
            return without_block(said.output)
        except ValueError as error:
            raise UserError(
                "The lines of Afterword in the crontab have lost one of their marks.",
                hint="Take them out with `crontab -e`, from `# BEGIN afterword` to `# END afterword`.",
            ) from error

    @staticmethod
    def _store(text: str) -> None:
        succeed(call("crontab", "-", given=text, hint=_MISSING), "The crontab cannot be written", _BY_HAND)
