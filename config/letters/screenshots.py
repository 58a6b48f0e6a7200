"""Draw every golden letter in Chromium: light, dark and 320 pixels narrow. `make screenshots` runs it.

For looking at, not for a test: fonts differ from machine to machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "tests/golden"

#: Chromium's own names for what a page prefers (`mojom::PreferredColorScheme`).
_DARK, _LIGHT = 0, 1
#: A window can be no narrower than this; a narrow letter stands in a frame.
_NARROWEST = 500

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
)


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at a letter."""

    name: str
    width: int
    scheme: int = _LIGHT

    def flags(self, height: int) -> Iterator[str]:
        """Yield what Chromium has to be told."""
        yield f"--blink-settings=preferredColorScheme={self.scheme}"
        yield f"--window-size={max(self.width, _NARROWEST)},{height}"


LOOKS = (Look("light", 700), Look("dark", 700, _DARK), Look("narrow", 320), Look("narrow-dark", 320, _DARK))


def draw(chromium: str, page: Path, look: Look, picture: Path, height: int) -> None:
    """Draw one page; raise CalledProcessError if Chromium fails."""
    with tempfile.TemporaryDirectory(prefix="afterword-chromium-") as profile:
        shown = page
        if look.width < _NARROWEST:
            shown = Path(profile) / "frame.html"
            frame = f'<iframe src="{page.as_uri()}" width="{look.width}" height="{height}" style="border: 0"></iframe>'
            shown.write_text(f'<!doctype html><body style="margin: 0; background: #808080">{frame}', encoding="utf-8")
        command = [chromium, *_FLAGS, *look.flags(height), f"--user-data-dir={profile}", f"--screenshot={picture}"]
        subprocess.run([*command, shown.as_uri()], check=True, capture_output=True, timeout=120)


def height_of(folder: Path, look: Look) -> int:
    """Return a height that a letter fits into: its text part, wrapped to the width, with space around each line."""
    lines = (folder / "body.txt").read_text(encoding="utf-8").splitlines()
    columns = min(look.width, 620) // 9
    return 200 + 32 * sum(1 + len(line) // columns for line in lines)


def main(out: Path, names: list[str]) -> None:
    """Draw the named golden letters, or all of them, into a folder."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium was found. On Debian: apt-get install chromium.")
    out.mkdir(parents=True, exist_ok=True)
    for folder in sorted(path.parent for path in GOLDEN.glob("*/body.html")):
        if not names or folder.name in names:
            for look in LOOKS:
                picture = out / f"{folder.name}-{look.name}.png"
                draw(chromium, folder / "body.html", look, picture, height_of(folder, look))
    print(f"The pictures lie in {out}.")  # noqa: T201 - a script


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
