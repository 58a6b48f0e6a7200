"""Times of day in the config, as they stand on a wall clock."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated

from pydantic import AfterValidator

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def clock(text: str) -> time:
    """Return the time that `8:30` or `20:00` names; raise ValueError if it names none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError("not a time of day such as 08:30")
    return time(int(found[1]), int(found[2]))


def _a_time(text: str) -> str:
    clock(text)
    return text


def _a_span(text: str) -> str:
    """Return a span of the day such as `20:00-08:00`, or an empty text for none."""
    if not text.strip():
        return ""
    start, dash, end = text.partition("-")
    try:
        if dash and clock(start) != clock(end):
            return text
    except ValueError:
        pass
    raise ValueError("not a span of the day such as 20:00-08:00")


TimeOfDay = Annotated[str, AfterValidator(_a_time)]
SpanOfDay = Annotated[str, AfterValidator(_a_span)]
