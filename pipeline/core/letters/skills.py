"""Skills that the user wants to be better at: what an answer calls one, and of which of them feedback speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.core.feedback import Feedback
from pipeline.core.text import folded

#: A skill is named in a few words; what comes behind them is when and how to learn it.
_NAME = re.compile(r"[^\n,.;:(]{3,40}")


def skill_in(answer: str) -> str:
    """Return the name of the skill that an answer begins with; empty if that is too short for one."""
    name = _NAME.match(answer.strip())
    return name[0].strip() if name else ""


def skills_spoken_of(skills: Sequence[str], feedback: Sequence[Feedback]) -> tuple[str, ...]:
    """Return the skills that some feedback names."""
    texts = " \n ".join(folded(one.text) for one in feedback)
    return tuple(one for one in skills if re.search(rf"\b{re.escape(folded(one))}\b", texts))
