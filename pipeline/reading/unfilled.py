"""A message in which the places of a template that a system filled nothing into are blank."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.core.reading import Reading
from pipeline.core.unfilled import without_places

#: Stands for each character of such a place: as in a form, a line to write on is no name.
_BLANK = "_"

#: What is left of such a place in a name.
NOTHING = re.compile(rf"\s*\(?{_BLANK}{{2,}}\)?\s*")


def blanked(reading: Reading) -> Reading:
    """Return a message in which such places hold nothing that looks like a name; the very same where it has none."""
    message = reading.message
    said = f"{message.sender.name}\n{message.subject}\n{reading.text}\n{reading.quoted}"
    if without_places(said) == said:
        return reading

    def blank(text: str) -> str:
        return without_places(text, _BLANK)

    sender = replace(message.sender, name=blank(message.sender.name))
    return replace(
        reading,
        message=replace(message, sender=sender, subject=blank(message.subject), text=blank(message.text)),
        text=blank(reading.text),
        sentences=tuple(replace(one, text=blank(one.text)) for one in reading.sentences),
        quoted=blank(reading.quoted),
        answered=tuple(replace(one, text=blank(one.text)) for one in reading.answered),
    )
