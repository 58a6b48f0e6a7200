"""Very many sentences at once: read in processes, they are what they are when read one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.classifier import many
from pipeline.classifier.model import sentence_features

TEXTS = ["We chose another candidate.", "", "?", "Leider haben wir uns anders entschieden.", "Ja"] * 3


@pytest.mark.parametrize("worth", [0, len(TEXTS)])
def test_every_sentence_keeps_its_place_and_features(worth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone or in processes."""
    monkeypatch.setattr(many, "_WORTH_A_PROCESS", worth)
    monkeypatch.setattr(many, "_CHUNK", 4)
    found = many.features_of(TEXTS)
    assert len(found) == len(TEXTS)
    for one, text in zip(found, TEXTS, strict=True):
        alone = sentence_features(text)
        assert one.words.tolist() == alone.words.tolist()
        assert one.parts.tolist() == alone.parts.tolist()
        assert one.meaning.tolist() == alone.meaning.tolist()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts processes in /proc")
def test_no_process_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever ends a training by a signal afterwards leaves none that waits for more."""
    monkeypatch.setattr(many, "_WORTH_A_PROCESS", 0)
    many.features_of(TEXTS)
    children = " ".join(path.read_text() for path in Path("/proc/self/task").glob("*/children")).split()
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    assert not [command for command in commands if b"popen_loky" in command]


def test_no_sentence_has_no_features() -> None:
    """Nothing to read starts no process."""
    assert many.features_of([]) == []
