"""The frame of the letters is made of its MJML source, and holds what every mail program needs."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FRAME = (ROOT / "pipeline/templates/base.html.j2").read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """Return one of the scripts in config/letters/."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "config/letters" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_frame_is_what_its_source_becomes() -> None:
    """`make templates` writes it anew; whoever edits the frame itself is told."""
    pytest.importorskip("mjml")
    source = (ROOT / "config/letters/base.mjml").read_text(encoding="utf-8")
    assert script("compile").compiled(source) == FRAME


def test_the_frame_names_nothing_on_the_web() -> None:
    """MJML imports fonts that it knows from the web; only the names of vocabularies may look like addresses."""
    assert not re.search(r"@import|url\(|<link|<img|\bsrc=", FRAME)
    addresses = re.findall(r'(?<!xmlns=")https?://[^"\s]+', FRAME)
    assert addresses == []


def test_the_frame_says_what_screens_and_readers_ask_for() -> None:
    """The language, both schemes of colours, the width of a phone, tables that only lay out, and a heading."""
    assert '<html lang="{{ language }}"' in FRAME
    assert 'name="color-scheme" content="light dark"' in FRAME
    assert "(prefers-color-scheme: dark)" in FRAME
    assert 'content="width=device-width, initial-scale=1"' in FRAME
    assert FRAME.count("<table") == FRAME.count('role="presentation"')
    assert FRAME.count("<h1") == 1
    assert "max-width:600px" in FRAME


def test_what_stands_beside_the_subject_gives_nothing_away() -> None:
    """A mail program shows the first words of a letter on a lock screen: they are neutral, and fill what it shows."""
    before_letter = FRAME.partition("{% block letter %}")[0]
    hidden = re.search(r'<div style="display:none[^>]*>(.*?)</div>', before_letter, re.DOTALL)
    assert hidden is not None
    assert hidden[1].startswith("{{ preview }}")
    assert int(re.search(r"range\((\d+)\)", hidden[1])[1]) >= 80  # type: ignore[index]
    assert before_letter.index(hidden[0]) < before_letter.index("<h1")
