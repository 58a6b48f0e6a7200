"""What the user wants: the companies on their chase list, and what they want to be better at."""

from __future__ import annotations

from pipeline.adapters.log.connection import LogConnection
from pipeline.core.applications.identity import company_key
from pipeline.core.letters.skills import skill_in

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


class Wishes(LogConnection):
    """The part of the log that knows what the user wants."""

    def _chased_companies(self) -> frozenset[str]:
        """Return the companies that the user has decided to try again, as companies are compared."""
        return frozenset(company_key(row["company"]) for row in self._rows(_CHASED))

    def _wanted_skills(self) -> tuple[str, ...]:
        """Return the names of the skills on the user's list, oldest first."""
        names = (skill_in(row["text"]) for row in self._rows(_SKILLS))
        return tuple(dict.fromkeys(filter(None, names)))
