"""What the log asks the user about applications, and what it has learned of the names of companies."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from pipeline.adapters.log.queries import Queries
from pipeline.adapters.log.rows import sender_from
from pipeline.adapters.log.values import may_be_number, stored_time, time_from
from pipeline.core.applications.application import Application
from pipeline.core.applications.changes import Alias, Question
from pipeline.core.applications.identity import company_key
from pipeline.core.verdict import Label
from pipeline.errors import UnknownIdError

_ASK = """
INSERT INTO application_questions (message, candidates, asked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
"""

# A message that was put onto a timeline in another way has its answer, and one that is no job mail needs none.
_OPEN = """
FROM application_questions JOIN verdicts ON verdicts.id = application_questions.message
WHERE answered_at IS NULL AND application IS NULL AND final_label NOT IN ('other', 'job_alert')
"""

_QUESTIONS = f"SELECT verdicts.*, candidates {_OPEN} ORDER BY date, verdicts.id"

# Into which application another one went, as far as that still stands.
_MERGED = "SELECT other, application FROM application_events WHERE kind = 'merge' AND undone_at IS NULL ORDER BY id"

_COUNT = f"SELECT count(*) {_OPEN}"

_LEARN = """
INSERT INTO aliases (spelling, plain, company, application, at) VALUES (?, ?, ?, ?, ?) RETURNING id
"""

_RESTORE = """
INSERT INTO aliases (id, spelling, plain, company, application, at)
VALUES (:id, :spelling, :plain, :company, :application, :at) ON CONFLICT DO NOTHING
"""


# What the user has named stays.
_CALL = "UPDATE applications SET company = :company WHERE id = :id AND company = :was AND NOT by_hand"


class Aliases(Queries):
    """The part of the log that remembers what only the user can know."""

    def ask_application(self, message: int, candidates: Sequence[int], *, at: datetime) -> None:
        """Note that only the user can tell to which application a message belongs; asking twice is asking once."""
        self._rows(_ASK, (message, json.dumps(list(candidates)), stored_time(at)))

    def questions(self) -> list[Question]:
        """Return the messages of which the user has to tell to which application they belong, oldest first."""
        with self._snapshot():
            rows = self._rows(_QUESTIONS)
            known = {one.id: one for one in self._applications(None)} if rows else {}
            merged = {row["other"]: row["application"] for row in self._rows(_MERGED)} if rows else {}
        return [_question_from(row, known, merged) for row in rows]

    def unmatched(self) -> int:
        """Return how many messages wait for the user to tell to which application they belong."""
        return int(self._rows(_COUNT)[0][0])

    def aliases(self) -> list[Alias]:
        """Return the spellings of companies that lead to another name, in the order in which they were learned."""
        return [_alias_from(row) for row in self._rows("SELECT * FROM aliases ORDER BY id")]

    def aliases_by_name(self) -> dict[str, str]:
        """Return the names of companies by the spellings that lead to them, as spellings are compared."""
        # Not by `plain`: an earlier version compared them otherwise.
        return {company_key(row["spelling"]): row["company"] for row in self._rows("SELECT * FROM aliases")}

    def _alias(self, number: int) -> tuple[Alias, dict[str, object]]:
        row = self._row("SELECT * FROM aliases WHERE id = ?", (number,)) if may_be_number(number) else None
        if row is None:
            hint = "`afterword application aliases` lists them with their numbers."
            raise UnknownIdError(f"There is no alias {number}.", hint=hint)
        return _alias_from(row), dict(row)

    def _learn_alias(
        self, application: Application, company: str, at: datetime
    ) -> tuple[list[int], list[dict[str, object]]]:
        """Let the old spellings of a renamed company lead to its new name.

        Returns the numbers of what was learned, and the rows that went. A spelling that another application goes by,
        or that led elsewhere before, could mean either: it leads nowhere.
        """
        if company_key(application.company) == company_key(company):
            return [], []
        spellings = self._spellings(application, company)
        keys = {company_key(company), *spellings}
        rows = self._rows("SELECT * FROM aliases")
        learned, dropped = [], [dict(row) for row in rows if company_key(row["spelling"]) in keys]
        elsewhere = {company_key(one["spelling"]) for one in dropped if one["application"] != application.id}
        for gone in dropped:
            self._rows("DELETE FROM aliases WHERE id = ?", (gone["id"],))
        for key, spelling in spellings.items():
            if key in elsewhere:
                continue
            (row,) = self._rows(_LEARN, (spelling, key, company, application.id, stored_time(at)))
            learned.append(int(row["id"]))
        return learned, dropped

    def _spellings(self, application: Application, company: str) -> dict[str, str]:
        """Return how an application's company was spelt so far, by key, without spellings that others go by."""
        others = {
            company_key(row["company"])
            for row in self._rows("SELECT company FROM applications WHERE id <> ?", (application.id,))
        }
        stated = self._rows("SELECT DISTINCT stated_company FROM messages WHERE application = ?", (application.id,))
        found: dict[str, str] = {}
        for spelling in (application.company, *(row["stated_company"] for row in stated)):
            key = company_key(spelling)
            if key and key != company_key(company) and key not in others:
                found.setdefault(key, spelling)
        return found

    def _undo_learning(self, learned: Sequence[int], dropped: Sequence[dict[str, object]]) -> None:
        """Forget aliases that were learned, and bring back those that went for them.

        What came since under the name that they led to is called again as it calls itself.
        """
        for number in learned:
            for alias in self._rows("DELETE FROM aliases WHERE id = ? RETURNING *", (number,)):
                self._call_as_stated(alias["company"], company_key(alias["spelling"]))
        for row in dropped:
            self._rows(_RESTORE, row)

    def _call_as_stated(self, company: str, spelling: str) -> None:
        """Take the name of a company from the messages that spell it so (a key), and from what they have begun."""
        for row in self._rows("SELECT id, application, stated_company FROM messages WHERE company = ?", (company,)):
            if company_key(row["stated_company"]) == spelling:
                self._rows("UPDATE messages SET company = stated_company WHERE id = ?", (row["id"],))
                self._rows(_CALL, {"id": row["application"], "was": company, "company": row["stated_company"]})


def _alias_from(row: sqlite3.Row) -> Alias:
    return Alias(row["id"], row["spelling"], row["company"], time_from(row["at"]))


def _question_from(row: sqlite3.Row, known: dict[int, Application], merged: dict[int, int]) -> Question:
    candidates = dict.fromkeys(_by_now(one, merged) for one in json.loads(row["candidates"]))
    return Question(
        message=row["id"],
        date=time_from(row["date"]),
        sender=str(sender_from(row)),
        subject=row["subject"],
        label=Label(row["final_label"]),
        company=row["company"],
        role=row["role"],
        candidates=tuple(known[one] for one in candidates if one in known),
    )


def _by_now(number: int, merged: dict[int, int]) -> int:
    """Return the number of the application in which everything of an application is by now."""
    for _ in merged:
        number = merged.get(number, number)
    return number
