"""`afterword schedule`: what it shows is what it installs, and what it installs it removes."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.schedulers import Machine

from pipeline.bootstrap import scheduling
from pipeline.cli.app import cli
from pipeline.core.schedule import UNITS, Job

_CONFIG = """\
[letters]
to = "robin@home.example"
[delivery]
{delivery}
[[accounts]]
name = "home"
host = "imap.home.example"
user = "robin"
{password}
"""
OF_USER = b"# mine, in Latin-1: caf\xe9\nMAILTO=me\n0 4 * * * backup 50\\%\n"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine without any scheduler, whose home has blanks and letters beyond ASCII."""
    machine = Machine(tmp_path / "hôme of  Zoë")
    machine.has()
    monkeypatch.setenv("HOME", str(machine.home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "AFTERWORD_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    tools = [shutil.which(name) for name in ("sh", "cat", "rm", "touch", "basename")]
    for tool in filter(None, tools):
        (machine.programs / Path(tool).name).symlink_to(tool)
    monkeypatch.setenv("PATH", str(machine.programs))
    monkeypatch.setattr(scheduling, "_BOOTED", tmp_path)
    configure(machine)
    return machine


def configure(machine: Machine, delivery: str = 'host = "smtp.home.example"', password: str = "") -> Path:
    """Write a config where the command looks for it, and return its path."""
    path = machine.home / ".config/afterword/config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_CONFIG.format(delivery=delivery, password=password), encoding="utf-8")
    return path


def run(*arguments: str, stdin: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, list(arguments), input=stdin)


def says(*arguments: str, stdin: str = "") -> str:
    """Run the command, which succeeds, and return what it prints."""
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def refuses(*arguments: str) -> str:
    """Run the command, which ends with an error of Afterword, and return its sentence and its hint."""
    result = run(*arguments)
    assert type(result.exception).__module__ == "pipeline.errors", (result.output, result.exception)
    return f"{result.exception} {getattr(result.exception, 'hint', '')}"


def steps(output: str) -> list[str]:
    """Return the commands that were shown."""
    return output.partition("==> and then\n")[2].partition("\n\n")[0].splitlines()


def test_showing_changes_nothing(machine: Machine) -> None:
    """Without `install` it is only told what would be done, whether the machine has the program or not."""
    before = machine.files()
    for kind in ("--systemd", "--cron", "--launchd"):
        assert "afterword schedule install" in says("schedule", kind)
    assert machine.files() == before
    assert machine.calls == []


def test_the_schedule_is_kept_by_what_the_machine_has(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systemd before cron, where systemd runs; and a machine with neither is told so."""
    assert "neither systemd nor cron nor launchd" in refuses("schedule")
    machine.has("crontab")
    assert "your crontab" in says("schedule")
    machine.has("systemctl")
    assert "afterword.timer" in says("schedule")
    monkeypatch.setattr(scheduling, "_BOOTED", machine.home / "nowhere")
    assert "your crontab" in says("schedule")


@pytest.mark.parametrize(("kind", "program"), [("systemd", "systemctl"), ("cron", "crontab"), ("launchd", "launchctl")])
def test_a_missing_program_is_named(kind: str, program: str, machine: Machine) -> None:
    """Nothing is written for what is not there."""
    before = machine.files()
    for action in ("install", "remove"):
        assert f"no {program}" in refuses("schedule", action, f"--{kind}", "--yes")
    assert machine.files() == before


@pytest.mark.parametrize("kind", ["systemd", "cron", "launchd"])
def test_what_is_shown_is_installed_once_and_removed_wholly(kind: str, machine: Machine) -> None:
    """Asked first; a second time there is nothing to do; and afterwards the home is as it was."""
    machine.has("systemctl", "crontab", "launchctl")
    before = machine.files()
    assert "Nothing is installed." in says("schedule", "install", f"--{kind}", stdin="n\n")
    assert machine.files() == before
    output = says("schedule", "install", f"--{kind}", stdin="y\n")
    installed = machine.files()
    written = [machine.home / name for name in installed - before if not name.startswith(("enabled-", "loaded-"))]
    for path in written:
        place = "your crontab, below what is in it" if path == machine.crontab else path
        assert f"==> {place}\n{path.read_text('utf-8')}\n" in output
    assert len(written) == len(re.findall("^==> (?!and)", output, re.MULTILINE))
    assert installed > before
    assert "in place already" in says("schedule", "install", f"--{kind}")
    assert machine.files() == installed
    assert kind in says("schedule", "remove")
    assert machine.files() == before
    assert "no schedule" in says("schedule", "remove", f"--{kind}")


def test_the_steps_that_are_shown_are_those_that_are_taken(machine: Machine) -> None:
    """Whoever would rather do it by hand can."""
    machine.has("systemctl")
    made, *called = steps(says("schedule", "install", "--yes"))
    assert (machine.home / ".local/state/afterword").is_dir()
    assert made == f"mkdir -p {shlex.quote(str(machine.home / '.local/state/afterword'))}"
    assert machine.calls[-len(called) :] == called


def test_the_crontab_of_the_user_stays_as_it_is(machine: Machine) -> None:
    """Byte for byte, whatever its encoding; an older schedule is replaced, not doubled."""
    machine.has("crontab")
    machine.crontab.write_bytes(OF_USER)
    says("schedule", "install", "--yes")
    first = machine.crontab.read_bytes()
    assert first.startswith(OF_USER)
    machine.crontab.write_bytes(first.replace(b"*/15", b"*/20") + b"1 1 * * * more\n")
    assert "is replaced" in says("schedule", "install", "--yes")
    assert machine.crontab.read_bytes().count(b"# BEGIN afterword") == 1
    says("schedule", "remove")
    assert machine.crontab.read_bytes() == OF_USER + b"1 1 * * * more\n"


def test_a_crontab_that_cannot_be_read_is_not_taken_for_an_empty_one(machine: Machine) -> None:
    """It would be overwritten."""
    machine.has("crontab")
    machine.crontab.write_bytes(OF_USER)
    (machine.home / "forbidden").touch()
    assert "not allowed" in refuses("schedule", "install", "--yes")
    (machine.home / "forbidden").unlink()
    machine.crontab.write_bytes(OF_USER + b"# BEGIN afterword\n")
    assert "marks" in refuses("schedule", "install", "--yes")
    assert machine.crontab.read_bytes() == OF_USER + b"# BEGIN afterword\n"


def test_without_a_systemd_to_speak_to_nothing_is_written(machine: Machine) -> None:
    """As after `su`, or in a container."""
    machine.has("systemctl")
    (machine.home / "no-bus").touch()
    before = machine.files()
    assert "--cron" in refuses("schedule", "install", "--yes")
    assert machine.files() == before


def test_timers_that_were_stopped_are_started_again(machine: Machine) -> None:
    """The files alone are no schedule."""
    machine.has("systemctl")
    says("schedule", "install", "--yes")
    (machine.home / "enabled-afterword.timer").unlink()
    assert "Installed" in says("schedule", "install", "--yes")
    assert (machine.home / "enabled-afterword.timer").exists()


def test_the_config_that_was_given_is_the_one_that_runs(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its whole path, and with the state directory of whoever installs it."""
    own = machine.home / "my config.toml"
    configure(machine).rename(own)
    monkeypatch.chdir(machine.home)
    monkeypatch.setenv("XDG_STATE_HOME", str(machine.home / "state of mine"))
    output = says("--config", "my config.toml", "schedule", "--cron")
    [line] = [line for line in output.splitlines() if line.endswith("digest --scheduled")]
    words = shlex.split(line)[5:]
    assert words[:2] == ["/usr/bin/env", f"XDG_STATE_HOME={machine.home}/state of mine"]
    assert os.access(words[2], os.X_OK)
    assert words[3:] == ["--config", str(own), "digest", "--scheduled"]


def test_the_command_is_the_one_that_was_called(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that pipx made stays a link, so that an update does not break the schedule; `python -m` finds it, too."""
    link = machine.home / ".local/bin/afterword"
    link.parent.mkdir(parents=True)
    link.symlink_to(Path(sys.executable).parent / "afterword")
    monkeypatch.setattr(sys, "argv", [str(link)])
    assert f"'{link}'" in says("schedule", "--cron")
    monkeypatch.setattr(sys, "argv", ["/somewhere/pipeline/__main__.py"])
    assert str(Path(sys.executable).parent / "afterword") in says("schedule", "--cron")


def test_letters_in_a_folder_can_be_written_under_systemd(machine: Machine) -> None:
    """The unit opens their folder, and no other."""
    machine.has("systemctl")
    folder = machine.home / "my letters"
    configure(machine, f'method = "folder"\nfolder = "{folder}"')
    says("schedule", "install", "--yes")
    text = (machine.home / ".config/systemd/user/afterword.service").read_text("utf-8")
    assert f'\nReadWritePaths="{folder}"\n' in text
    assert folder.is_dir()


@pytest.mark.parametrize("of", ["account", "token", "delivery", "letters"])
def test_a_command_of_the_config_is_found_by_the_schedule(of: str, machine: Machine) -> None:
    """Though no schedule knows the PATH of a shell, as of Homebrew; one that lies where all do changes nothing."""
    own = machine.programs / "my-pass"
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    own.chmod(0o755)

    def path_in(program: str) -> list[str]:
        password = f'password_command = ["{program}", "show"]'
        token = f'oauth2 = {{ command = ["{program}", "show"] }}'
        delivery = {
            "account": 'host = "smtp.home.example"',
            "token": 'host = "smtp.home.example"',
            "delivery": f'host = "smtp.home.example"\n{password}',
            "letters": f'method = "sendmail"\ncommand = ["{program}", "-t"]',
        }[of]
        configure(machine, delivery, {"account": password, "token": token}.get(of, ""))
        [line] = [line for line in says("schedule", "--cron").splitlines() if line.endswith("digest --scheduled")]
        return [word for word in shlex.split(line) if word.startswith("PATH=")]

    assert path_in("my-pass") == [f"PATH={machine.programs}:/usr/local/bin:/usr/bin:/bin"]
    assert path_in("/usr/bin/env") == []


def test_what_a_schedule_lacks_is_told(machine: Machine) -> None:
    """A password in the environment of a shell, and a second schedule beside the first."""
    machine.has("systemctl", "crontab")
    configure(machine, password='password_env = "MAIL"')
    says("schedule", "install", "--yes", "--cron")
    output = says("schedule", "install", "--yes", "--systemd")
    assert "the password of home" in output
    assert "`afterword schedule remove --cron`" in output


def test_a_scheduler_that_cannot_be_asked_keeps_no_other_from_being_removed(machine: Machine) -> None:
    """As where the administrator lets nobody have a crontab."""
    machine.has("systemctl", "crontab")
    before = machine.files()
    says("schedule", "install", "--yes")
    (machine.home / "forbidden").touch()
    assert "not allowed" in refuses("schedule", "remove")
    assert machine.files(but="forbidden") - before == set()


def test_a_schedule_can_be_removed_when_the_config_is_gone(machine: Machine) -> None:
    """Installing wants one."""
    machine.has("crontab")
    says("schedule", "install", "--yes")
    (machine.home / ".config/afterword/config.toml").unlink()
    assert "There is no config" in refuses("schedule", "install")
    assert "Removed" in says("schedule", "remove")
    assert not machine.crontab.exists()


@pytest.mark.parametrize("kind", ["--cron", "--systemd", "--launchd"])
@pytest.mark.parametrize("name", [b"a\nb.toml", b"gr\xf6\xdfe.toml"])
def test_a_path_that_no_schedule_can_name_is_refused(machine: Machine, name: bytes, kind: str) -> None:
    """A line break would end a line of the crontab; bytes that are no UTF-8 are refused by systemd and launchd."""
    own = machine.home / os.fsdecode(name)
    configure(machine).rename(own)
    assert "cannot name" in refuses("--config", str(own), "schedule", kind)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
@pytest.mark.parametrize("folder", ["plain", "a b", "o'brien", "50% ü", '$HOME "x"', "back\\slash"])
def test_systemd_itself_reads_the_units(folder: str, machine: Machine, tmp_path: Path) -> None:
    """It has nothing to complain about, and finds the command and the folders under the names that they have."""
    analyze = shutil.which("systemd-analyze", path=os.defpath + ":/usr/bin:/bin")
    assert analyze is not None
    program = tmp_path / folder / "afterword"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    job = Job((str(program), "--config", f"/c/{folder}"), f"/c/{folder}", f"/s/{folder}", f"/l/{folder}")
    units = tmp_path / "units"
    units.mkdir()
    for piece in scheduling.schedules(job)["systemd"].pieces():
        (units / Path(piece.place).name).write_text(piece.text, encoding="utf-8")
    surroundings = {"XDG_RUNTIME_DIR": str(units), "SYSTEMD_COLORS": "0", "HOME": str(machine.home)}
    for name in UNITS:
        command = [analyze, "verify", "--user", "--man=no", f"./{name}"]
        done = subprocess.run(command, cwd=units, env=surroundings, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout + done.stderr) == (0, "")
    surroundings["SYSTEMD_LOG_LEVEL"] = "debug"
    command = [analyze, "verify", "--user", "--man=no", "./afterword.service"]
    told = subprocess.run(command, cwd=units, env=surroundings, capture_output=True, text=True, check=False)
    dump = told.stdout + told.stderr
    [line] = re.findall(r"Command Line: (.*)", dump)
    assert shlex.split(line.replace(r"\$", "$"))[-4:] == [str(program), "--config", f"/c/{folder}", "run"]
    assert f"Environment: TMPDIR=/s/{folder}\n" in dump
    assert f"ReadWritePaths: /s/{folder} /l/{folder}\n" in dump


@pytest.mark.skipif(not shutil.which("crontab"), reason="crontab is not installed")
def test_cron_itself_reads_the_lines(tmp_path: Path) -> None:
    """Where its crontab can check a file without taking it, as that of Debian (-n) and of cronie (-T)."""
    crontab = shutil.which("crontab", path=os.defpath + ":/usr/bin:/bin")
    assert crontab is not None
    usage = subprocess.run([crontab, "-h"], capture_output=True, text=True, check=False)
    known = {"-n": "dry run: checks", "-T": "test"}
    checks = next((flag for flag, word in known.items() if re.search(rf"{flag}\b.*{word}", usage.stderr)), None)
    if checks is None:
        pytest.skip("this crontab cannot check a file")
    table = tmp_path / "table"
    [piece] = scheduling.schedules(Job(("/it's 50% ü/afterword",), "", ""))["cron"].pieces()
    table.write_text(piece.text, encoding="utf-8")
    done = subprocess.run([crontab, checks, str(table)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
