"""Listing what the log holds: the rejections, what a search finds, and where a message lies."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.adapters.log_connection import LogConnection
from pipeline.adapters.log_rows import bare_id
from pipeline.core.changes import BY_HAND

#: The work of FTS5 grows with the square of the words.
_MOST_WORDS = 64

#: Signs that mean something at the beginning or end of a word: C++, C#, .NET, $100.
_SIGN_AT_AN_END = re.compile(r"^[.#+$€£%&@-][^\W_]|[^\W_][#+%*]+$")

_LOG_ENTRIES = """
SELECT id, date, company, role, stage, reason, user_label, model, application,
    (SELECT count(*) FROM feedback WHERE message = rejections.id) AS feedback
FROM rejections ORDER BY date DESC, id DESC LIMIT ?
"""

_SEARCH = """
SELECT verdicts.id, date, verdicts.company, verdicts.role, final_label, verdicts.subject,
    snippet(messages_fts, -1, '', '', '…', 16) AS excerpt
FROM messages_fts JOIN verdicts ON verdicts.id = messages_fts.rowid
WHERE messages_fts MATCH ?{as_written} ORDER BY rank, date DESC LIMIT ?
"""

_AS_WRITTEN = r"""
(messages_fts.subject || ' ' || messages_fts.company || ' ' || messages_fts.role || ' '
    || coalesce(messages_fts.text, '') || ' ' || messages_fts.evidence) LIKE ? ESCAPE '\'
"""


class Listing(LogConnection):
    """The part of the log that lists."""

    def log_entries(self, *, limit: int | None = None) -> list[dict[str, object]]:
        """Return the rejections, newest first, as flat rows ready for JSON or CSV; at most `limit` of them.

        Each has `id`, `date` (ISO 8601, UTC), `company`, `role`, `stage`, `reason`, `feedback` (how many pieces) and
        `label_source` (`user` or `model`) and `application` (its number, or None).
        """
        names = ("id", "date", "company", "role", "stage", "reason", "feedback")
        rows = self._rows(_LOG_ENTRIES, (-1 if limit is None else limit,))
        return [
            {
                **{name: row[name] for name in names},
                "label_source": "user" if row["user_label"] or row["model"] == BY_HAND else "model",
                "application": row["application"],
            }
            for row in rows
        ]

    def search(self, words: str, *, limit: int = 50) -> list[dict[str, object]]:
        """Return the messages that hold all of these words, best match first; at most `limit` of them.

        Case and accents do not matter, nothing in `words` is an operator, and words beyond the 64th are left out. Signs
        inside a word part it (`acme-x` finds "Acme X"); a word that begins or ends with one (`c++`, `.net`) is found
        as it is written.
        Each row has `id`, `date` (ISO 8601, UTC), `company`, `role`, `label`, `subject` and `excerpt` (the words where
        they stand).
        """
        single = _single(words)
        query = " ".join(f'"{word}"' for word in single)
        names = ("id", "date", "company", "role")
        written = [_pattern(word) for word in single if _SIGN_AT_AN_END.search(word)]
        sql = _SEARCH.format(as_written=f" AND {_AS_WRITTEN}" * len(written))
        rows = self._rows(sql, (query, *written, limit)) if query else []
        return [
            {name: row[name] for name in names}
            | {"label": row["final_label"], "subject": row["subject"], "excerpt": " ".join(row["excerpt"].split())}
            for row in rows
        ]

    def places(self, message_id: str) -> list[str]:
        """Return the mailboxes (`account/mailbox`) that a message was seen in, in the order of their names."""
        rows = self._rows(
            "SELECT DISTINCT mailbox FROM sightings WHERE message_id = ? ORDER BY 1", (bare_id(message_id),)
        )
        return [row["mailbox"] for row in rows]


def _single(words: str) -> list[str]:
    # FTS5 itself drops a phrase that holds no letter or digit (https://www.sqlite.org/fts5.html#fts5_phrases).
    return list(islice(dict.fromkeys(words.replace("\0", " ").replace('"', " ").split()), _MOST_WORDS))


def _pattern(word: str) -> str:
    """Return what LIKE takes for a word as it is written."""
    return "%" + re.sub(r"([%_\\])", r"\\\1", word) + "%"
