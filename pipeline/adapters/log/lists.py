"""The user's lists as they stand, and what they said in a week."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from pipeline.adapters.log.connection import LogConnection
from pipeline.adapters.log.rows import KNOWN_NAMES, names_from
from pipeline.adapters.log.values import stored_time, time_from
from pipeline.core.letters.lists import Chased, Lists, OpenDebrief, Remark

#: A debrief that has been out for longer than this is not brought up any more.
_OPEN_FOR = timedelta(weeks=4)
#: A day from which one may apply again leaves the list this long after it, unless the user decided otherwise.
_WELCOME_FOR = timedelta(weeks=8)

_ANSWERS = f"""
SELECT answers.id AS answer, answers.message, answers.text, answers.at, company, role, {KNOWN_NAMES}, 1 AS is_matched
FROM answers JOIN verdicts ON verdicts.id = answers.message
"""  # noqa: S608 - a constant

_SAID = f"""
SELECT * FROM (
    {_ANSWERS} WHERE step <> 'chase'
    UNION ALL
    SELECT NULL, notes.message, notes.text, notes.at, company, role, {KNOWN_NAMES}, is_matched
    FROM notes LEFT JOIN verdicts ON verdicts.id = notes.message
) WHERE at >= :start AND at < :end ORDER BY at, answer
"""  # noqa: S608 - constants alone

# What was asked about an application on paper made nobody pause in a conversation.
_PRACTICE = f"""
{_ANSWERS} WHERE step = 'prepare' AND stage IN ('interview', 'assessment') AND done_at IS NULL ORDER BY at, answers.id
"""

_SKILLS = f"""
{_ANSWERS} WHERE step = 'master' AND done_at IS NULL ORDER BY at, answers.id
"""

_ADDED = """
SELECT text FROM answers WHERE point IN (SELECT id FROM points WHERE answer = ?) ORDER BY at, id
"""

# A message stands for its application; one without stands for itself.
_DECIDED = f"""
SELECT coalesce(application, -message) AS candidacy, message, choice, day, company, role, {KNOWN_NAMES}
FROM decisions JOIN verdicts ON verdicts.id = decisions.message
ORDER BY at, decisions.id
"""  # noqa: S608 - constants alone

_WELCOME = f"""
SELECT coalesce(application, -id) AS candidacy, id AS message, reapply_after AS day, company, role, {KNOWN_NAMES}
FROM rejections WHERE reapply_after >= :since AND date < :end ORDER BY date, id
"""  # noqa: S608 - constants alone

# What was asked about a rejection is asked about the one that tells it again with more.
_OPEN = f"""
SELECT rejections.id AS message, company, role, {KNOWN_NAMES}, points.step, points.text
FROM points JOIN outbox ON outbox.id = points.letter JOIN rejections
    ON rejections.id = coalesce((SELECT repeats FROM verdicts WHERE verdicts.id = points.message), points.message)
WHERE points.kind = 'question' AND outbox.kind = 'debrief' AND outbox.status = 'sent'
    AND sent_at >= :since AND sent_at < :end
    AND NOT EXISTS (
        SELECT 1 FROM messages AS other
        WHERE (other.id = rejections.id OR other.application = rejections.application) AND (
            EXISTS (SELECT 1 FROM answers WHERE answers.message = other.id)
            OR EXISTS (SELECT 1 FROM decisions WHERE decisions.message = other.id)
        )
    )
ORDER BY sent_at DESC, points.message DESC, points.number, points.id
"""  # noqa: S608 - a constant

_TOPICS = """
SELECT topic.value AS topic, count(DISTINCT rejections.id) AS rejections
FROM rejections JOIN feedback ON feedback.message = rejections.id JOIN json_each(feedback.topics) AS topic
WHERE rejections.date < ? GROUP BY topic.value
"""

_EXPLAINED = """
SELECT count(DISTINCT rejections.id) AS rejections
FROM rejections JOIN feedback ON feedback.message = rejections.id WHERE rejections.date < ?
"""


class WeeklyLists(LogConnection):
    """The part of the log that knows the user's lists."""

    def _lists(self, start: datetime, end: datetime) -> Lists:
        """Return what was said in [start, end), and the lists as they stand now."""
        values = {"start": stored_time(start), "end": stored_time(end)}
        return Lists(
            said=tuple(_remark(row) for row in self._rows(_SAID, values)),
            practice=self._listed(_PRACTICE),
            skills=self._listed(_SKILLS),
            chased=self._chased(end),
            open=self._open(end),
        )

    def _topics(self, end: datetime) -> tuple[Mapping[str, int], int]:
        """Return how many rejections before then spoke of each topic, and how many held any feedback."""
        rows = self._rows(_TOPICS, (stored_time(end),))
        (explained,) = self._rows(_EXPLAINED, (stored_time(end),))
        return {row["topic"]: row["rejections"] for row in rows}, explained["rejections"]

    def _listed(self, sql: str) -> tuple[Remark, ...]:
        rows = self._rows(sql)
        return tuple(_remark(row, tuple(one["text"] for one in self._rows(_ADDED, (row["answer"],)))) for row in rows)

    def _chased(self, end: datetime) -> tuple[Chased, ...]:
        """Return where an employer named a day, unless the user decided otherwise, and what the user chases."""
        since = earlier(end, _WELCOME_FOR).date().isoformat()
        found = {row["candidacy"]: row for row in self._rows(_WELCOME, {"since": since, "end": stored_time(end)})}
        for row in self._rows(_DECIDED):
            if row["choice"] == "let_go":
                found.pop(row["candidacy"], None)
            elif row["choice"] == "remind" or row["candidacy"] not in found:
                found[row["candidacy"]] = row
        return tuple(_chase(row) for row in found.values())

    def _open(self, end: datetime) -> tuple[OpenDebrief, ...]:
        values = {"since": stored_time(earlier(end, _OPEN_FOR)), "end": stored_time(end)}
        by_message: dict[int, list[sqlite3.Row]] = {}
        for row in self._rows(_OPEN, values):
            by_message.setdefault(row["message"], []).append(row)
        return tuple(_open_debrief(*rows) for rows in by_message.values())


def _remark(row: sqlite3.Row, added: tuple[str, ...] = ()) -> Remark:
    company, role = names_from(row)
    return Remark(
        text=row["text"],
        at=time_from(row["at"]),
        message=row["message"],
        answer=row["answer"],
        company=company,
        role=role,
        added=added,
        is_matched=bool(row["is_matched"]),
    )


def _open_debrief(first: sqlite3.Row, *others: sqlite3.Row) -> OpenDebrief:
    """Return a debrief of the rows of its questions, in their order."""
    further = tuple((row["step"], row["text"]) for row in others)
    return OpenDebrief(first["message"], *names_from(first), first["step"], first["text"], further)


def _chase(row: sqlite3.Row) -> Chased:
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Chased(row["message"], *names_from(row), day)


def earlier(moment: datetime, span: timedelta) -> datetime:
    """Return a moment earlier by a span; the moment itself where there is none so early."""
    try:
        return moment - span
    except OverflowError:
        return moment
