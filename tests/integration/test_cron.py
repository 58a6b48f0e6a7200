"""The schedules in cron/: each is what its program accepts, and does what its comments say."""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CRON = Path(__file__).parents[2] / "cron"
SERVICES = ["afterword.service", "afterword-digest.service"]
TIMERS = ["afterword.timer", "afterword-digest.timer"]
PLISTS = {"org.afterword.run.plist": "run", "org.afterword.digest.plist": "digest --scheduled"}
ANALYZE = shutil.which("systemd-analyze")

needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not installed")


def analyzed(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run systemd-analyze in a folder of units, as a user without a session would."""
    assert ANALYZE is not None
    surroundings = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "SYSTEMD_PAGER": "", "SYSTEMD_COLORS": "0"}
    return subprocess.run(
        [ANALYZE, *arguments], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )


def units_in(folder: Path) -> Path:
    """Copy the units into a folder, with a command that exists in every machine's place of afterword."""
    for name in SERVICES + TIMERS:
        text = (CRON / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("%h/.local/bin/afterword", "/bin/true"), encoding="utf-8")
    return folder


def settings(name: str) -> list[tuple[str, str]]:
    """Return the settings of a unit, in order."""
    lines = (CRON / name).read_text(encoding="utf-8").splitlines()
    return [
        (key, value)
        for line in lines
        if not line.startswith("#")
        for key, found, value in [line.partition("=")]
        if found
    ]


def shell_line(subcommand: str) -> str:
    """Return the command of the crontab's line that runs a subcommand."""
    lines = (CRON / "afterword.crontab").read_text(encoding="utf-8").splitlines()
    [line] = [one for one in lines if re.match(r"[*\d]", one) and f'" {subcommand}' in one]
    fields = line.split(maxsplit=5)
    assert all(re.fullmatch(r"\*(/15)?|\d+", field) for field in fields[:5])
    return fields[5]


def run_by_cron(tmp_path: Path, subcommand: str, *, status: int, says: str) -> str:
    """Return what cron would mail, if afterword ended with `status` and said something on standard error."""
    program = tmp_path / ".local/bin/afterword"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\n[ "$*" = "{subcommand}" ] || exit 99\nprintf "%s" "{says}" >&2\nexit {status}\n')
    program.chmod(0o755)
    variables = dict(
        re.findall(r"^([A-Z]+)=(.*)$", (CRON / "afterword.crontab").read_text(encoding="utf-8"), re.MULTILINE)
    )
    done = subprocess.run(
        ["/bin/sh", "-c", shell_line(subcommand)],
        env={"HOME": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES + TIMERS)
def test_systemd_accepts_each_unit_without_a_warning(unit: str, tmp_path: Path) -> None:
    """systemd-analyze verify has nothing to say about a unit."""
    done = analyzed(units_in(tmp_path), "verify", "--user", "--man=no", f"./{unit}")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_is_exposed_to_little(unit: str, tmp_path: Path) -> None:
    """systemd-analyze puts a service at 2.0 of 10 at most."""
    done = analyzed(units_in(tmp_path), "security", "--offline=true", "--threshold=20", f"./{unit}")
    assert done.returncode == 0, done.stdout


@needs_systemd
def test_the_drop_in_for_a_system_unit_is_accepted_and_no_weaker(tmp_path: Path) -> None:
    """The drop-in of cron/README.md, laid over the service, passes the same two checks."""
    [drop_in] = re.findall(r"```ini\n(.*?)```", (CRON / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    folder = units_in(tmp_path) / "afterword.service.d"
    folder.mkdir()
    (folder / "system.conf").write_text(drop_in.replace("/usr/local/bin/afterword", "/bin/true"), encoding="utf-8")
    verified = analyzed(tmp_path, "verify", "--man=no", "./afterword.service")
    assert (verified.returncode, verified.stdout + verified.stderr) == (0, "")
    rated = analyzed(tmp_path, "security", "--offline=true", "--threshold=20", "./afterword.service")
    assert rated.returncode == 0, rated.stdout


@needs_systemd
@pytest.mark.parametrize("timer", TIMERS)
def test_a_timer_says_when_in_words_that_systemd_knows(timer: str, tmp_path: Path) -> None:
    """OnCalendar of a timer has a next time."""
    done = analyzed(tmp_path, "calendar", dict(settings(timer))["OnCalendar"])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("timer", TIMERS)
def test_a_timer_makes_up_for_what_was_missed(timer: str) -> None:
    """A machine that was off catches up, and not all machines ask at the same second."""
    held = dict(settings(timer))
    assert held["Persistent"] == "true"
    assert held["RandomizedDelaySec"]


def test_trying_again_later_is_no_failure_of_a_run() -> None:
    """The service of the run counts exit 75 as success; that of the digest, which comes once a week, tries again."""
    run, digest = (dict(settings(name)) for name in SERVICES)
    assert run["SuccessExitStatus"] == "75"
    assert digest["Restart"] == "on-failure"
    assert "75" not in digest["RestartPreventExitStatus"].split()
    assert "SuccessExitStatus" not in digest


def test_both_services_are_hardened_alike() -> None:
    """A line of hardening that is in one service is in the other, with its comment."""
    parts = [(CRON / name).read_text(encoding="utf-8").split("# -- hardening")[1] for name in SERVICES]
    assert parts[0] == parts[1]


@pytest.mark.parametrize(
    ("status", "mailed"),
    [(0, ""), (75, ""), (2, "afterword: something is wrong\n"), (1, "afterword: something is wrong\n")],
)
def test_cron_mails_what_is_wrong_and_nothing_else(status: int, mailed: str, tmp_path: Path) -> None:
    """The line of the crontab is silent about success and about 75, and passes on everything else."""
    says = "" if status == 0 else "afterword: something is wrong"
    assert run_by_cron(tmp_path, "run", status=status, says=says) == mailed


def test_cron_sends_the_digest_when_no_run_begins(tmp_path: Path) -> None:
    """The digest runs at a minute that is no quarter of an hour, and passes on what it says."""
    assert run_by_cron(tmp_path, "digest --scheduled", status=2, says="no config") == "no config"
    text = (CRON / "afterword.crontab").read_text(encoding="utf-8")
    [minute] = re.findall(r"^(\d+) 8 \* \* 1 ", text, re.MULTILINE)
    assert int(minute) % 15


def test_no_line_of_the_crontab_holds_a_percent_sign() -> None:
    """An unescaped % is a newline to cron (crontab(5))."""
    lines = (CRON / "afterword.crontab").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "%" in line and not line.startswith("#")]


@pytest.mark.parametrize(("name", "subcommand"), PLISTS.items())
def test_launchd_runs_the_command_from_home(name: str, subcommand: str, tmp_path: Path) -> None:
    """The property list can be read, is labelled as its file, and its shell runs afterword into the log file."""
    held = plistlib.loads((CRON / name).read_bytes())
    assert f"{held['Label']}.plist" == name
    program = tmp_path / ".local/bin/afterword"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "called with $*"\n')
    program.chmod(0o755)
    (tmp_path / "Library/Logs").mkdir(parents=True)
    subprocess.run(held["ProgramArguments"], env={"HOME": str(tmp_path), "PATH": os.defpath}, check=True)
    assert (tmp_path / "Library/Logs/afterword.log").read_text() == f"called with {subcommand}\n"


def test_every_schedule_is_in_the_readme() -> None:
    """cron/README.md tells of every kind of file that lies there."""
    text = (CRON / "README.md").read_text(encoding="utf-8")
    for name in ("afterword*.service", "afterword*.timer", "afterword.crontab", "org.afterword.*.plist"):
        assert name in text
    known = {*SERVICES, *TIMERS, *PLISTS, "afterword.crontab", "README.md"}
    assert {path.name for path in CRON.iterdir()} == known
