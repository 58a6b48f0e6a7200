"""`afterword resume` says how many letters waited."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import Desk
from support.log_examples import NOON, judged

from pipeline.core.letters.letter import LetterKind


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an installation in a pause that owes the debriefs about three rejections."""
    desk = Desk(tmp_path)
    with desk.log() as log:
        for place, name in enumerate(("no@x", "other@x", "forgotten@x")):
            log.record(judged(name, uid=place), at=NOON)
            log.owe(LetterKind.DEBRIEF, name, NOON)
    desk.says("pause")
    return desk


def test_what_waited_is_counted_without_what_will_not_come(desk: Desk) -> None:
    """No debrief leaves about what was labelled otherwise or forgotten in the pause."""
    desk.says("label", "2", "other")
    desk.says("forget", "3", "--yes")
    assert desk.says("resume") == "Letters leave again with the next run. 1 waited.\n"


def test_debriefs_that_the_config_holds_back_are_not_counted(desk: Desk) -> None:
    """With `debriefs = false` none leaves by itself after the pause either."""
    desk.chooses("[delivery]", "debriefs = false")
    assert desk.says("resume") == "Letters leave again with the next run.\n"


def test_all_that_waited_is_counted(desk: Desk) -> None:
    """Each rejection is one, in however many letters they come."""
    assert desk.says("resume").endswith(" 3 waited.\n")
    assert desk.says("resume") == "Letters are not paused.\n"


def test_of_digests_that_pile_up_the_one_that_comes_is_counted(desk: Desk) -> None:
    """Before the pause ends, after it, and where a later one was asked for in it."""
    desk.chooses("[delivery]", "debriefs = false")
    with desk.log() as log:
        for week in ("2026-W44", "2026-W45", "2026-W46"):
            log.owe(LetterKind.DIGEST, week, NOON)
    assert "1 letter waits." in desk.run("doctor", "--offline").output
    assert desk.says("resume") == "Letters leave again with the next run. 1 waited.\n"
    assert "1 letter waits." in desk.run("doctor", "--offline").output
    desk.says("pause")
    with desk.log() as log:
        owed = log.claim(NOON, kinds=[LetterKind.DIGEST], about="2026-W46")
        assert owed is not None
        log.sent(owed, at=NOON)
    assert desk.says("resume") == "Letters leave again with the next run.\n"
