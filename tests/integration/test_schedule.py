"""Schedules for systemd, cron and launchd name the command and its folders as they are, whatever their names hold."""

from __future__ import annotations

import plistlib
import re
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from pipeline import resources
from pipeline.core import schedule
from pipeline.core.schedule import Job

#: Names that a folder can have, with all that a shell, cron, systemd and XML give a meaning to.
names = st.text(
    st.sampled_from("ab Zé'\"$%&<>;#~!*?[](){}|=:@^`-_.,ü") | st.characters(codec="utf-8", exclude_categories=["C"]),
    min_size=1,
    max_size=12,
).filter(lambda name: "/" not in name and "\\" not in name and name not in {".", ".."})


def shipped(name: str) -> str:
    """Return the text of a shipped schedule."""
    return (resources.SCHEDULES / name).read_text(encoding="utf-8")


def of_systemd(value: str) -> list[str]:
    """Return the words of a unit's value as systemd reads them (systemd.syntax(7)), with %% for %."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', value)
    words = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in found]
    assert not [word for word in words if re.search("%", word.replace("%%", ""))]
    return [word.replace("%%", "%") for word in words]


def setting(text: str, key: str) -> str:
    """Return the value of a setting that a unit has once."""
    [value] = [line.removeprefix(f"{key}=") for line in text.splitlines() if line.startswith(f"{key}=")]
    return value


def recorder(folder: Path) -> Path:
    """Return a program below a folder that prints its arguments, one a line."""
    program = folder / "bin" / "afterword"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@given(names, names, names)
@example("o'brien", "50% more", "$HOME")
def test_a_service_says_to_systemd_what_the_paths_are(program: str, config: str, state: str) -> None:
    """Command, config, state and folder of letters come out as they went in."""
    command = (f"/home/{program}/afterword", "--config", f"/home/{config}")
    text = schedule.unit(shipped("afterword.service"), Job(command, f"/home/{config}", f"/s/{state}", f"/l/{state}"))
    called = setting(text, "ExecStart")
    words = of_systemd(called.removeprefix(":"))
    assert words[-4:] == [*command, "run"]
    assert words[:-4] in ([], ["/bin/sh", "-c", 'exec "$0" "$@"'])
    assert called.startswith(":") or not [word for word in words if "$" in word]
    assert of_systemd(setting(text, "Environment")) == [f"TMPDIR=/s/{state}"]
    writable = [line for line in text.splitlines() if line.startswith("ReadWritePaths=")]
    assert [of_systemd(line.partition("=")[2]) for line in writable] == [[f"/s/{state}"], [f"/l/{state}"]]


def test_a_service_is_the_shipped_one_but_for_its_paths() -> None:
    """Hardening and comments are those of cron/; where letters go elsewhere, no folder for them is opened."""
    job = Job(("/usr/bin/afterword",), "/c", "/s")
    for name in schedule.UNITS:
        pairs = list(zip(shipped(name).splitlines(), schedule.unit(shipped(name), job).splitlines(), strict=True))
        changed = {made.partition("=")[0] for one, made in pairs if one != made}
        assert changed == (
            {"ExecStart", "Documentation", "Environment", "ReadWritePaths"} if "service" in name else set()
        )


@settings(max_examples=40)
@given(names, names)
@example("50% more", "it's $HOME `id`")
def test_the_lines_of_the_crontab_call_the_command(program: str, config: str) -> None:
    """As cron and the shell read them; a % is no end of the line."""
    with tempfile.TemporaryDirectory() as folder:
        command = (str(recorder(Path(folder) / program)), "--config", f"/home/{config}")
        lines = schedule.crontab(shipped("afterword.crontab"), Job(command, "", "")).splitlines()
        jobs = [line for line in lines if not line.startswith("#")]
        assert [line.split()[:5] for line in jobs] == [["*/15", "*", "*", "*", "*"], ["7", "8", "*", "*", "1"]]
        for line, subcommand in zip(jobs, ("run", "digest --scheduled"), strict=True):
            assert not re.search(r"(?<!\\)%", line)
            by_cron = line.split(maxsplit=5)[5].replace(r"\%", "%")
            done = subprocess.run(["/bin/sh", "-c", by_cron], capture_output=True, text=True, check=True)
            assert done.stdout.splitlines() == ["--config", f"/home/{config}", *subcommand.split()]


@settings(max_examples=40)
@given(names, names)
def test_the_agents_of_launchd_call_the_command(program: str, config: str) -> None:
    """As launchd and the shell read them."""
    with tempfile.TemporaryDirectory() as folder:
        command = (str(recorder(Path(folder) / program)), "--config", f"/home/{config}")
        (Path(folder) / "Library/Logs").mkdir(parents=True)
        for name in schedule.PROPERTY_LISTS:
            held = plistlib.loads(schedule.property_list(shipped(name), Job(command, "", "")).encode())
            subprocess.run(held["ProgramArguments"], env={"HOME": folder}, check=True)
        said = (Path(folder) / "Library/Logs/afterword.log").read_text("utf-8").splitlines()
        assert said == ["--config", f"/home/{config}", "run", "--config", f"/home/{config}", "digest", "--scheduled"]


def test_no_variable_is_put_into_the_crontab_of_the_user() -> None:
    """It would hold for the user's own lines below, too."""
    lines = schedule.crontab(shipped("afterword.crontab"), Job(("/usr/bin/afterword",), "", "")).splitlines()
    assert not [line for line in lines if re.match(r"\w+ *=", line)]


@given(st.lists(st.sampled_from(["0 4 * * * backup", "MAILTO=x", "", "# mine", "\té%"])), st.booleans(), st.booleans())
def test_lines_of_the_user_stay_as_they_are(lines: list[str], ended: bool, below: bool) -> None:  # noqa: FBT001
    """Above our lines or below them, with a line break at the end or without."""
    ours = schedule.crontab(shipped("afterword.crontab"), Job(("/usr/bin/afterword",), "", ""))
    theirs = "\n".join(lines) + "\n" * ended
    crontab = ours + theirs if below else f"{theirs}\n{ours}"
    assert schedule.without_block(crontab) == (theirs if below else f"{theirs}\n", ours)
    assert schedule.without_block(theirs) == (theirs, "")


@pytest.mark.parametrize(
    "text", ["# BEGIN afterword\nx\n", "x\n# END afterword\n", "# END afterword\n# BEGIN afterword\n"]
)
def test_a_mark_without_its_fellow_is_told(text: str) -> None:
    """What belongs to whom cannot be known then."""
    with pytest.raises(ValueError, match="fellow"):
        schedule.without_block(text)
