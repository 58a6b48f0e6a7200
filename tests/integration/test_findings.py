"""What `afterword doctor` says of an installation, as a person reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import Desk


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "",
            "debriefs leave at 08:30 on the next morning, at most 2 letters a day; none leaves by itself from 20:00 to",
        ),
        ("debrief_after_hours = 24", "debriefs leave 24 hours after the rejection was found, at most 2 letters a day"),
        ("debrief_after_hours = 0\nletters_a_day = 1", "debriefs leave with the run that finds it, at most 1 letter a"),
        ('quiet_hours = ""', "at most 2 letters a day; no quiet hours."),
    ],
)
def test_when_letters_leave_is_told_in_words(tmp_path: Path, options: str, said: str) -> None:
    """As the config has it."""
    desk = Desk(tmp_path)
    desk.run("config", "check")
    config = tmp_path / "config.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("[delivery]", f"{options}\n[delivery]"), "utf-8")
    assert said in desk.says("doctor", "--offline")
