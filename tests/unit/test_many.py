"""Very many sentences at once: read in processes, they are what they are when read one by one."""

from __future__ import annotations

from contextlib import nullcontext
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
@pytest.mark.parametrize("is_interrupted", [False, True])
def test_no_process_stays_behind(monkeypatch: pytest.MonkeyPatch, *, is_interrupted: bool) -> None:
    """Whoever ends a training, by Ctrl-C say, waits for none and leaves none, whatever programs there are."""
    monkeypatch.setattr(many, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(many, "_CHUNK", 4)
    monkeypatch.setenv("PATH", "")
    if is_interrupted:
        monkeypatch.setattr(many, "_packed", _interrupted)
    with pytest.raises(KeyboardInterrupt) if is_interrupted else nullcontext():
        many.features_of(TEXTS)
    children = " ".join(path.read_text() for path in Path("/proc/self/task").glob("*/children")).split()
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    assert not [command for command in commands if b"help_out" in command or b"loky" in command]


def _interrupted(_: object) -> None:
    raise KeyboardInterrupt


def test_no_sentence_has_no_features() -> None:
    """Nothing to read starts no process."""
    assert many.features_of([]) == []
