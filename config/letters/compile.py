"""Make the frame of the letters of its MJML source. `make templates` runs it; a test holds the two together."""

from __future__ import annotations

import re
from pathlib import Path

from mjml import mjml2html

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("base.mjml")
FRAME = ROOT / "pipeline/templates/base.html.j2"

_HEAD = "{# Made of config/letters/base.mjml by `make templates`. Edit that, not this. #}\n"


def compiled(source: str) -> str:
    """Return the Jinja2 template that an MJML document becomes.

    Lines are broken between elements, so that a change can be read; inside text they are left as they are.
    """
    html = mjml2html(source)
    html = re.sub(r"(<(?:/?(?:table|tbody|tr|td|div|head|body|html|style|meta)\b[^>]*|!--\[)>?)", r"\n\1", html)
    lines = (line.rstrip() for line in html.splitlines())
    return _HEAD + "\n".join(line for line in lines if line) + "\n"


def main() -> None:
    """Write the frame."""
    FRAME.write_text(compiled(SOURCE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
