"""Runs and weeks: what was read, and what a digest may say of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pipeline.adapters.log.aliases import Aliases
from pipeline.adapters.log.lists import WeeklyLists, earlier
from pipeline.adapters.log.rejections import Rejections
from pipeline.adapters.log.rows import ENDED
from pipeline.adapters.log.values import span, stored_time, time_from
from pipeline.core.applications.application import SILENCE, Application, Stage
from pipeline.core.calendar import Week
from pipeline.core.letters.digest import OVERDUE, Coverage, WeekFacts
from pipeline.core.letters.lists import Unheard
from pipeline.core.verdict import JOB_LABELS, Label

_WEEKS_OF_HISTORY = 12

#: Stages at which somebody had looked at more than paper.
_AFTER_MEETING = {Stage.ASSESSMENT, Stage.INTERVIEW}

_END_RUN = """
UPDATE runs SET ended_at = :at, mailboxes = :mailboxes, messages = :messages, rejections = :rejections,
    uncertain = :uncertain, unreadable = :unreadable, fault = :fault
WHERE id = :id
"""

_RUNS = """
SELECT coalesce(max(mailboxes), 0) AS mailboxes, coalesce(sum(messages), 0) AS messages,
    coalesce(sum(unreadable), 0) AS unreadable, count(*) FILTER (WHERE fault = '' OR mailboxes > 0) AS runs,
    max(ended_at) FILTER (WHERE fault = '' OR mailboxes > 0) AS last_run
FROM runs WHERE ended_at >= :start AND ended_at < :end
"""

_LAST_RUN = "SELECT max(ended_at) AS last FROM runs WHERE ended_at < :end AND (fault = '' OR mailboxes > 0)"

_READ_LATER = "SELECT EXISTS (SELECT 1 FROM runs WHERE ended_at >= :end AND fault = '' AND mailboxes > 0) AS is_so"

_LAST_FAULT = "SELECT fault FROM runs WHERE ended_at >= :start AND ended_at < :end ORDER BY id DESC LIMIT 1"

# A run's fault lists what it could not read as `mailbox: error; mailbox: error`.
_UNREAD = """
SELECT min(began_at) AS first, max(began_at) AS last FROM runs
WHERE ended_at < :end AND id > coalesce(
    (
        SELECT id FROM runs WHERE ended_at < :end AND instr('; ' || fault, '; ' || :mailbox || ': ') = 0
        ORDER BY id DESC LIMIT 1
    ), 0
)
"""

# A cursor says when its mailbox was read first and last.
_MAILBOXES = """
SELECT count(*) AS mailboxes FROM (
    SELECT mailbox FROM cursors WHERE first_at < :end AND at >= :start
    UNION
    SELECT mailbox FROM sightings JOIN messages USING (message_id) WHERE recorded_at >= :start AND recorded_at < :end
)
"""

_RECORDED = f"""
SELECT
    (
        SELECT count(*) FROM messages WHERE recorded_at >= :start AND recorded_at < :end AND model <> 'hand'
    ) AS messages,
    (SELECT count(*) FROM rejections WHERE recorded_at >= :start AND recorded_at < :end) AS rejections,
    (
        SELECT count(*) FROM ({ENDED}) WHERE recorded_at >= :start AND recorded_at < :end AND ended < :start
    ) AS older,
    (
        SELECT count(*) FROM verdicts
        WHERE verdict = 'uncertain' AND user_label IS NULL AND recorded_at >= :start AND recorded_at < :end
    ) AS uncertain,
    (SELECT count(*) FROM quarantine WHERE at >= :start AND at < :end) AS unreadable
"""  # noqa: S608 - constants alone

_OTHER_LABELS = """
SELECT final_label, count(*) AS messages FROM verdicts
WHERE date >= :start AND date < :end AND NOT is_rejection AND (verdict <> 'uncertain' OR user_label IS NOT NULL)
GROUP BY final_label ORDER BY messages DESC, final_label
"""


_UNDECIDED = """
SELECT DISTINCT application FROM verdicts
WHERE verdict = 'uncertain' AND user_label IS NULL AND application IS NOT NULL
"""


class Runs(Rejections, WeeklyLists, Aliases):
    """The part of the log that keeps account of runs."""

    def begin_run(self, *, at: datetime) -> int:
        """Note that a run began and return its number."""
        (row,) = self._write("INSERT INTO runs (began_at) VALUES (?) RETURNING id", (stored_time(at),))
        return int(row["id"])

    def end_run(self, run: int, coverage: Coverage, *, at: datetime, fault: str = "") -> None:
        """Note how a run ended: what it read, and what it could not, as `mailbox: error; mailbox: error`."""
        counts = {
            "mailboxes": coverage.mailboxes,
            "messages": coverage.messages,
            "rejections": coverage.rejections,
            "uncertain": coverage.uncertain,
            "unreadable": coverage.unreadable,
        }
        self._write(_END_RUN, counts | {"id": run, "at": stored_time(at), "fault": fault})

    def coverage(self, *, start: datetime | None = None, end: datetime | None = None) -> Coverage:
        """Return what was read in [start, end).

        Rejections and uncertain messages are counted as they stand now, with the user's labels. What a run had saved
        before a crash kept it from ending counts as well.
        """
        values = span(start, end)
        with self._snapshot():
            (runs,) = self._rows(_RUNS, values)
            (seen,) = self._rows(_MAILBOXES, values)
            (recorded,) = self._rows(_RECORDED, values)
        return Coverage(
            mailboxes=max(runs["mailboxes"], seen["mailboxes"]),
            messages=max(runs["messages"], recorded["messages"]),
            rejections=recorded["rejections"],
            uncertain=recorded["uncertain"],
            unreadable=max(runs["unreadable"], recorded["unreadable"]),
            runs=runs["runs"],
            last_run=time_from(runs["last_run"]) if runs["last_run"] else None,
            older=recorded["older"],
        )

    def week(self, week: Week, *, start: datetime, end: datetime) -> WeekFacts:
        """Return what a digest of the week that spans [start, end) may speak of.

        Its rejections are those that ended a candidacy in the week; `so_far` counts all that did before its end.
        """
        with self._snapshot():
            topics, explained = self._topics(end)
            ended, added = self._told(start, end)
            return WeekFacts(
                week=week,
                coverage=replace(self.coverage(start=start, end=end), last_run=self._last_run(end)),
                rejections=tuple(ended),
                added=tuple(added),
                labels=self._other_labels(start, end),
                asked=tuple(self.asked()),
                history=self._history(start, end),
                so_far=self._count_rejections(end),
                unmatched=self.unmatched(),
                lists=self._lists(start, end),
                topics=topics,
                explained=explained,
                unread=self._unread(start, end),
                unheard=self._unheard(start, end),
                is_read_later=self._is_read_later(end),
            )

    def silent(self, *, until: datetime) -> list[Application]:
        """Return the applications of which nothing was heard since before then, the longest silent first.

        Where a message that may be of one waits for the user to decide, its silence is not known.
        """
        with self._snapshot():
            undecided = {row["application"] for row in self._rows(_UNDECIDED)}
            undecided |= {one.id for question in self.questions() for one in question.candidates}
            heard = [(one.last_heard, one) for one in self._applications(None) if one.id not in undecided]
        found = [(since, one) for since, one in heard if since is not None and since < until]
        return [one for _, one in sorted(found, key=lambda each: (each[0], each[1].id))]

    def unread_since(self, mailbox: str, *, end: datetime | None = None) -> tuple[datetime, datetime] | None:
        """Return the first and the last of the runs that could not read a mailbox, up to the last before `end`.

        None if the last one did read it. A run that has not ended does not count.
        """
        (row,) = self._rows(_UNREAD, span(None, end) | {"mailbox": mailbox})
        return (time_from(row["first"]), time_from(row["last"])) if row["first"] else None

    def setting(self, name: str) -> str:
        """Return a stored setting, or an empty string."""
        row = self._row("SELECT value FROM settings WHERE name = ?", (name,))
        return row["value"] if row else ""

    def store_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        sql = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        self._write(sql, (name, value))

    def _last_run(self, end: datetime) -> datetime | None:
        (row,) = self._rows(_LAST_RUN, span(None, end))
        return time_from(row["last"]) if row["last"] else None

    def _is_read_later(self, end: datetime) -> bool:
        (row,) = self._rows(_READ_LATER, span(None, end))
        return bool(row["is_so"])

    def _unread(self, start: datetime, end: datetime) -> tuple[tuple[str, datetime], ...]:
        """Return the mailboxes that the last run in [start, end) and those of a day before it could not read."""
        faults = "".join(row["fault"] for row in self._rows(_LAST_FAULT, span(start, end))).split("; ")
        spans = {name: self.unread_since(name, end=end) for one in faults if (name := one.rpartition(": ")[0])}
        return tuple((name, one[0]) for name, one in spans.items() if one is not None and one[1] - one[0] >= OVERDUE)

    def _unheard(self, start: datetime, end: datetime) -> tuple[Unheard, ...]:
        """Return the applications whose month without a word was over in [start, end), the longest silent first."""
        since, until = earlier(start, SILENCE), earlier(end, SILENCE)
        return tuple(
            Unheard(one.id, one.company, one.role, heard)
            for one in self.silent(until=until)
            if (heard := one.last_heard) is not None and heard >= since
        )

    def _other_labels(self, start: datetime, end: datetime) -> tuple[tuple[str, int], ...]:
        rows = self._rows(_OTHER_LABELS, span(start, end))
        return tuple((row["final_label"], row["messages"]) for row in rows if Label(row["final_label"]) in JOB_LABELS)

    def _history(self, start: datetime, end: datetime) -> tuple[tuple[int, int], ...]:
        starts = [_weeks_before(start, weeks) for weeks in reversed(range(_WEEKS_OF_HISTORY))]
        sql = f"SELECT ended, stage FROM ({ENDED}) WHERE ended >= :start AND ended < :end"  # noqa: S608 - a constant
        counts: Counter[tuple[int, bool]] = Counter()
        for row in self._rows(sql, span(starts[0], end)):
            ended = time_from(row["ended"])
            begun = sum(begin <= ended for begin in starts)
            counts[begun - 1, Stage(row["stage"]) in _AFTER_MEETING] += 1
        return tuple((counts[index, False], counts[index, True]) for index in range(_WEEKS_OF_HISTORY))

    def _count_rejections(self, end: datetime) -> int:
        sql = f"SELECT count(*) AS rejections FROM ({ENDED}) WHERE ended < :end"  # noqa: S608 - a constant
        (row,) = self._rows(sql, span(None, end))
        return int(row["rejections"])


def _weeks_before(start: datetime, weeks: int) -> datetime:
    # Wall-clock arithmetic: a week begins at midnight on either side of a change of the clocks.
    try:
        return start - timedelta(weeks=weeks)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)
