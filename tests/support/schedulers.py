"""Stand-ins for crontab, systemctl and launchctl: each keeps what it is given in the home, and notes its calls."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: As those of Debian and macOS behave.
_CRONTAB = """#!/bin/sh
echo "crontab $*" >>"$HOME/calls"
[ ! -e "$HOME/forbidden" ] || { echo "You ($USER) are not allowed to use this program (crontab)" >&2; exit 1; }
case "$1" in
    -l) [ -e "$HOME/crontab" ] || { echo "no crontab for me" >&2; exit 1; }; cat "$HOME/crontab" ;;
    -r) rm "$HOME/crontab" ;;
    -) cat >"$HOME/crontab" ;;
    *) exit 2 ;;
esac
"""
_SYSTEMCTL = """#!/bin/sh
echo "systemctl $*" >>"$HOME/calls"
[ ! -e "$HOME/no-bus" ] || { echo "Failed to connect to bus: No medium found" >&2; exit 1; }
shift
action=$1
shift
[ "$1" != --now ] || shift
case "$action" in
    enable) for unit; do
                [ -e "$HOME/.config/systemd/user/$unit" ] || { echo "Unit $unit does not exist." >&2; exit 1; }
                touch "$HOME/enabled-$unit"
            done ;;
    disable) for unit; do rm -f "$HOME/enabled-$unit"; done ;;
    is-enabled) for unit; do [ -e "$HOME/enabled-$unit" ] && echo enabled || echo disabled; done ;;
esac
"""
_LAUNCHCTL = """#!/bin/sh
echo "launchctl $*" >>"$HOME/calls"
case "$1" in
    bootstrap) touch "$HOME/loaded-$(basename "$3" .plist)" ;;
    bootout) rm "$HOME/loaded-$(basename "$2")" ;;
    print) [ -e "$HOME/loaded-$(basename "$2")" ] ;;
esac
"""
_PROGRAMS = {"crontab": _CRONTAB, "systemctl": _SYSTEMCTL, "launchctl": _LAUNCHCTL}


@dataclass(frozen=True, slots=True)
class Machine:
    """A home, and a folder of programs to put in front of the PATH."""

    home: Path

    @property
    def programs(self) -> Path:
        """Where its programs lie."""
        return self.home / "programs"

    @property
    def crontab(self) -> Path:
        """The crontab of its user."""
        return self.home / "crontab"

    @property
    def calls(self) -> list[str]:
        """How its programs were called, in order."""
        path = self.home / "calls"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    def has(self, *names: str) -> None:
        """Give it some of the programs."""
        self.programs.mkdir(parents=True, exist_ok=True)
        for name in names:
            program = self.programs / name
            program.write_text(_PROGRAMS[name], encoding="utf-8")
            program.chmod(0o755)

    def files(self, *, but: str = "state") -> set[str]:
        """Return what lies in the home, apart from its programs and from what is named."""
        found = {path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if path.is_file()}
        return {name for name in found if not name.startswith(("programs/", "calls", but))}
