"""Very many sentences at once: read in processes, they are what they are when read one by one."""

from __future__ import annotations

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


def test_no_sentence_has_no_features() -> None:
    """Nothing to read starts no process."""
    assert many.features_of([]) == []
