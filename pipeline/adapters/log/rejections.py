"""Rejections as letters and lists tell them: each once, whoever told it again, with all that is known about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.adapters.log.queries import Queries
from pipeline.adapters.log.rows import ENDED, reapply_from, sender_from, thread_from
from pipeline.adapters.log.values import span, stored_time, time_from
from pipeline.adapters.log.wishes import Wishes
from pipeline.core.applications.application import Application, Reason, Stage
from pipeline.core.applications.identity import company_key, shown_names
from pipeline.core.feedback import Feedback
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.skills import skills_spoken_of
from pipeline.core.message import Address
from pipeline.errors import UnknownIdError

_SUMMARISED = """
SELECT * FROM rejections
WHERE recorded_at = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'debrief' AND about = rejections.message_id)
ORDER BY date, id
"""

_ENDED_WITHIN = f"""
SELECT * FROM ({ENDED}) WHERE ended >= :start AND ended < :end ORDER BY ended, id
"""  # noqa: S608 - a constant

_ADDED_WITHIN = f"""
SELECT * FROM ({ENDED}) WHERE date >= :start AND date < :end AND ended < :start ORDER BY date, id
"""  # noqa: S608 - the same

_ENDS = f"""
SELECT rejections.id, ended, told_reason, coalesce(rejections.application, -rejections.id) AS candidacy,
    coalesce(nullif(rejections.company, ''), applications.company, '') AS company
FROM ({ENDED}) AS rejections LEFT JOIN applications ON applications.id = rejections.application
ORDER BY ended, rejections.id
"""  # noqa: S608 - a constant

# As in the view `rejections`.
_TOLD_BY = """
SELECT other.id FROM messages AS other JOIN verdicts AS first ON first.id = other.id
WHERE (other.id = :repeats OR (other.repeats = :repeats AND other.id < :id))
    AND other.application IS :application AND first.is_rejection
ORDER BY other.id <> :repeats, other.id LIMIT 1
"""

# The view alone would be read whole: what it calls `repeats` has no index.
_TOLD_WITH = """
FROM verdicts
WHERE id IN (SELECT id FROM messages WHERE id = :first OR repeats = :first) AND :first IN (id, repeats)
"""

_TELLINGS = f"SELECT id, message_id {_TOLD_WITH} ORDER BY date, id"

# Of several the one that says most would stand for the others, had nothing come since (`weight` in the core).
_TOLD_MOST = f"""
SELECT id {_TOLD_WITH} AND is_rejection AND date < :end
ORDER BY (SELECT total(length(text)) FROM feedback WHERE message = verdicts.id) DESC, date, id LIMIT 1
"""  # noqa: S608 - the same


class Rejections(Queries, Wishes):
    """The part of the log that knows rejections."""

    def rejections(self, *, start: datetime | None = None, end: datetime | None = None) -> list[Rejection]:
        """Return the rejections dated in [start, end), oldest first."""
        with self._snapshot():
            rows = self._rows(
                "SELECT * FROM rejections WHERE date >= :start AND date < :end ORDER BY date, id", span(start, end)
            )
            return self._rejections(rows, self._applications(None))

    def rejection(self, reference: int | str) -> Rejection:
        """Return a rejection by its number or its Message-ID.

        Raises:
            UnknownIdError: The log has no such message, or it is no rejection; the sentence says what it is.
        """
        with self._snapshot():
            row = self._verdict(reference)
            if not row["is_rejection"]:
                raise _no_rejection(row)
            self._refuse_repeated(row)
            applications = [] if row["application"] is None else self._applications(row["application"])
            return self._rejections([row], applications)[0]

    def summarised(self, about: str) -> list[Rejection]:
        """Return the rejections recorded at that instant (ISO 8601, aware) to which no debrief is owed, oldest first.

        Nothing was recorded at an instant that is none.
        """
        try:
            recorded_at = stored_time(datetime.fromisoformat(about))
        except ValueError:
            return []
        with self._snapshot():
            return self._rejections(self._rows(_SUMMARISED, (recorded_at,)), self._applications(None))

    def told_by(self, number: int) -> int | None:
        """Return the number of the rejection that message `number` tells again; None if it counts by itself.

        Raises:
            UnknownIdError: The log has no such message.
        """
        with self._snapshot():
            return self._told_by(self._verdict(number))

    def tellings(self, number: int) -> list[tuple[int, str]]:
        """Return numbers and Message-IDs of rejection `number` and of what tells it again, oldest first."""
        return [(row["id"], row["message_id"]) for row in self._rows(_TELLINGS, {"first": number})]

    def _told(self, start: datetime, end: datetime) -> tuple[list[Rejection], list[Rejection]]:
        """Return the rejections that ended a candidacy in [start, end), and those dated then that ended one before.

        The latter tell with more what was told already. What was not said by then is none of what the former say.
        """
        rows = self._rows(_ENDED_WITHIN, span(start, end))
        told = self._rejections([*rows, *self._rows(_ADDED_WITHIN, span(start, end))], self._applications(None))
        ended = [one if one.date < end else replace(one, feedback=self._said_by(one, end)) for one in told[: len(rows)]]
        return ended, told[len(rows) :]

    def _said_by(self, rejection: Rejection, end: datetime) -> tuple[Feedback, ...]:
        """Return the feedback in the message that says most of those that tell a rejection and came before `end`."""
        row = self._row(_TOLD_MOST, {"first": rejection.id, "end": stored_time(end)})
        return self.feedback(row["id"]) if row else ()

    def _told_by(self, row: sqlite3.Row) -> int | None:
        if row["repeats"] is None:
            return None
        first = self._row(_TOLD_BY, {name: row[name] for name in ("id", "repeats", "application")})
        return int(first["id"]) if first else None

    def _refuse_repeated(self, row: sqlite3.Row) -> None:
        first = self._told_by(row)
        if first is not None:
            raise UnknownIdError(
                f"Message {row['id']} tells again what message {first} tells.",
                hint=f"`afterword debrief {first}` is about both.",
            )

    def _rejections(self, rows: Sequence[sqlite3.Row], applications: Sequence[Application]) -> list[Rejection]:
        by_number = {application.id: application for application in applications}
        ends, chased, skills = self._ends(), self._chased_companies(), self._wanted_skills()
        found = (_rejection(row, self.feedback(row["id"]), by_number.get(row["application"])) for row in rows)
        return [
            replace(
                one,
                first_told=ends[one.id][0],
                earlier=ends[one.id][1],
                reason=ends[one.id][2],
                mailboxes=self._mailboxes(one.message_id),
                is_chased=company_key(one.company) in chased,
                skills=skills_spoken_of(skills, one.feedback),
            )
            for one in found
        ]

    def _mailboxes(self, message_id: str) -> tuple[str, ...]:
        sql = "SELECT DISTINCT mailbox FROM sightings WHERE message_id = ? ORDER BY mailbox"
        return tuple(row["mailbox"] for row in self._rows(sql, (message_id,)))

    def _ends(self) -> Mapping[int, tuple[datetime, int, Reason]]:
        """Return by number of a rejection when it ended, how many others at its company had before, and why it did."""
        seen: dict[str, set[int]] = {}
        ends: dict[int, tuple[datetime, int, Reason]] = {}
        for row in self._rows(_ENDS):
            company = company_key(row["company"])
            ended = seen.setdefault(company, set())
            others = len(ended - {row["candidacy"]}) if company else 0
            ends[row["id"]] = time_from(row["ended"]), others, Reason(row["told_reason"])
            ended.add(row["candidacy"])
        return ends


def _rejection(row: sqlite3.Row, feedback: tuple[Feedback, ...], application: Application | None) -> Rejection:
    known = (application.company, application.role) if application else ("", "")
    company, role = shown_names((row["company"], row["role"]), known)
    return Rejection(
        id=row["id"],
        message_id=row["message_id"],
        references=thread_from(row),
        date=time_from(row["date"]),
        sender=sender_from(row),
        subject=row["subject"],
        language=row["language"],
        company=company,
        role=role,
        stage=Stage(row["stage"]),
        reason=Reason(row["reason"]),
        evidence=row["evidence"],
        feedback=feedback,
        offers_feedback=bool(row["offers_feedback"]),
        reapply_after=reapply_from(row),
        application=application,
        recruiter=Address(row["recruiter"], row["recruiter_address"]),
        reapply_phrase=row["reapply_phrase"],
        familiar=bool(row["familiar"]),
        denies_feedback=bool(row["denies_feedback"]),
    )


def _no_rejection(row: sqlite3.Row) -> UnknownIdError:
    if row["user_label"]:
        what = f"you labelled it `{row['user_label']}`"
    elif row["verdict"] == "uncertain":
        what = "it is uncertain and waits for your label"
    else:
        what = f"it was judged `{row['label']}`"
    hint = f"If it is one after all: `afterword label {row['id']} rejection`."
    return UnknownIdError(f"Message {row['id']} is no rejection: {what}.", hint=hint)
