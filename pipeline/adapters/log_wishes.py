"""What the user wants: the companies on their chase list, and what they want to be better at."""

from __future__ import annotations

import re

from pipeline.adapters.log_connection import LogConnection
from pipeline.core.feedback import Feedback
from pipeline.core.matching import company_key

_CHASED = """
SELECT verdicts.company FROM decisions JOIN verdicts ON verdicts.id = decisions.message
JOIN messages ON messages.id = decisions.message
WHERE choice <> 'let_go' AND verdicts.company <> '' AND NOT EXISTS (
    SELECT 1 FROM decisions AS later JOIN messages AS other ON other.id = later.message
    WHERE later.id > decisions.id
        AND coalesce(other.application, -other.id) = coalesce(messages.application, -messages.id)
)
"""

_SKILLS = "SELECT text FROM answers WHERE step = 'master' AND done_at IS NULL ORDER BY at, id"

#: A skill is named in a few words; what comes behind them is when and how to learn it.
_NAME = re.compile(r"[^\n,.;:(]{3,40}")


class Wishes(LogConnection):
    """The part of the log that knows what the user wants."""

    def _chased_companies(self) -> frozenset[str]:
        """Return the companies that the user has decided to try again, as companies are compared."""
        return frozenset(company_key(row["company"]) for row in self._rows(_CHASED))

    def _wanted_skills(self) -> tuple[str, ...]:
        """Return the names of the skills on the user's list, oldest first."""
        names = (_NAME.match(row["text"].strip()) for row in self._rows(_SKILLS))
        return tuple(dict.fromkeys(name[0].strip() for name in names if name))


def spoken_of(skills: tuple[str, ...], feedback: tuple[Feedback, ...]) -> tuple[str, ...]:
    """Return the skills that some feedback names."""
    texts = " \n ".join(_folded(one.text) for one in feedback)
    return tuple(one for one in skills if re.search(rf"\b{re.escape(_folded(one))}\b", texts))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
