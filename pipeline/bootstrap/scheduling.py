"""What starts the command regularly: which schedules this machine can keep, and what they have to start."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline import resources
from pipeline.adapters.crontab import CrontabSchedule
from pipeline.adapters.launchd import LaunchdSchedule
from pipeline.adapters.systemd import SystemdSchedule
from pipeline.bootstrap.house import House
from pipeline.config import Config
from pipeline.core import schedule
from pipeline.core.ports import Schedule
from pipeline.core.schedule import Job
from pipeline.core.text import well_formed
from pipeline.errors import UserError

#: Is there where systemd runs the machine (sd_booted(3)).
_BOOTED = Path("/run/systemd/system")

#: Where programs are looked for after the folders that a config needs.
_PATH = "/usr/local/bin:/usr/bin:/bin"

_BLANK = ord(" ")


def schedules(job: Job) -> dict[str, Schedule]:
    """Return what can start a job regularly, by name, whether this machine has it or not."""
    odd = next(
        (word for word in job.words if well_formed(word) != word or min(map(ord, word), default=_BLANK) < _BLANK), None
    )
    if odd is not None:
        raise UserError(f"A schedule cannot name {odd!r}.", hint="Take a path of UTF-8, without line breaks and tabs.")
    table = schedule.crontab(_shipped_schedule("afterword.crontab"), job)
    own = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    return {
        "systemd": SystemdSchedule(
            own,
            {name: schedule.unit(_shipped_schedule(name), job) for name in schedule.UNITS},
            [Path(folder) for folder in (job.state, job.letters) if folder],
        ),
        "cron": CrontabSchedule(table),
        "launchd": LaunchdSchedule(
            Path.home() / "Library" / "LaunchAgents",
            {name: schedule.property_list(_shipped_schedule(name), job) for name in schedule.PROPERTY_LISTS},
        ),
    }


def _shipped_schedule(name: str) -> str:
    return (resources.SCHEDULES / name).read_text(encoding="utf-8")


def schedulers() -> list[str]:
    """Return the names of the schedules that this machine can keep, the best one first."""
    there = {
        "launchd": shutil.which("launchctl"),
        "systemd": _BOOTED.is_dir() and shutil.which("systemctl"),
        "cron": shutil.which("crontab"),
    }
    return [name for name, found in there.items() if found]


def job(config_path: Path, house: House | None) -> Job:
    """Return what a schedule has to start for a config; without an installation just enough to take one away."""
    where = str(config_path.absolute())
    command = (*_own_command(), "--config", where)
    if house is None:
        return Job(command, where, "")
    if variables := list(_variables(house.config)):
        command = ("/usr/bin/env", *variables, *command)
    letters = house.config.delivery.folder if house.config.delivery.method == "folder" else None
    return Job(command, where, str(house.directory.absolute()), str(letters or ""))


def _variables(chosen: Config) -> Iterator[str]:
    """Yield what a config needs of the profile of the user's shell, which no schedule reads."""
    state_home = os.environ.get("XDG_STATE_HOME", "")
    if state_home and chosen.storage.directory is None:
        yield f"XDG_STATE_HOME={state_home}"
    sources = (chosen.delivery, *chosen.accounts)
    commands = [chosen.delivery.command, *(one.password_command for one in sources)]
    commands += [one.oauth2.command for one in sources if one.oauth2]
    found = filter(None, (shutil.which(command[0]) for command in commands if command))
    folders = {str(Path(program).absolute().parent) for program in found} - set(os.defpath.split(os.pathsep))
    if folders:
        yield f"PATH={os.pathsep.join([*sorted(folders), _PATH])}"


def _own_command() -> tuple[str, ...]:
    """Return how this program is called from anywhere: as it was, if it was as `afterword`."""
    called, beside = Path(sys.argv[0]), Path(sys.executable).parent / "afterword"
    for path in (called if called.name == "afterword" else beside, beside):
        if os.access(path, os.X_OK):
            return (os.path.abspath(path),)  # noqa: PTH100 - a link stays what it is: pipx turns it at an update
    return (sys.executable, "-m", "pipeline")
