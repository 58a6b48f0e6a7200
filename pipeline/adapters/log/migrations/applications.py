"""The second step of the log's schema: applications changed by hand with their history, and what was forgotten."""

from __future__ import annotations

_APPLICATIONS = (
    # The number of an application that is gone must never come to mean another one, so that bringing it back is safe
    # (https://www.sqlite.org/autoinc.html). `by_hand` says that its names are the user's: they then count for all its
    # messages. Nothing refers to the table by its old name while it is rebuilt, for foreign keys are off until the
    # schema is ready (https://www.sqlite.org/lang_altertable.html#otheralter).
    """
    CREATE TABLE applications_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        company TEXT NOT NULL,
        role TEXT NOT NULL,
        opened_at TEXT,
        by_hand INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    INSERT INTO applications_new (id, company, role, opened_at)
    SELECT id, company, role, opened_at FROM applications ORDER BY id
    """,
    "DROP TABLE applications",
    "ALTER TABLE applications_new RENAME TO applications",
    # `change` holds what an undo needs, as JSON; `text` says what was done.
    """
    CREATE TABLE application_events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        application INTEGER NOT NULL,
        other INTEGER,
        text TEXT NOT NULL,
        change TEXT NOT NULL,
        undone_at TEXT
    ) STRICT
    """,
)

_VIEWS = (
    "DROP VIEW rejections",
    "DROP VIEW verdicts",
    # As before, and: the user's names for an application stand before those that its messages state; what the user
    # wrote onto a timeline by hand is there only as long as the timeline is.
    """
    CREATE VIEW verdicts AS
    SELECT
        messages.id, messages.message_id, thread, date, sender_name, sender_address, subject, language,
        messages.label, score, verdict, evidence, messages.model, stage, reason,
        CASE WHEN named.company <> '' THEN named.company ELSE messages.company END AS company,
        CASE WHEN named.role <> '' THEN named.role ELSE messages.role END AS role,
        offers_feedback, reapply_after, application, messages.text, recorded_at,
        final.label AS user_label,
        CASE
            WHEN final.label IS NOT NULL THEN final.label
            WHEN messages.verdict = 'uncertain' AND messages.label = 'rejection' THEN 'status_update'
            ELSE messages.label
        END AS final_label,
        CASE
            WHEN final.label IS NOT NULL THEN final.label = 'rejection'
            ELSE messages.verdict = 'rejection'
        END AS is_rejection
    FROM messages
    LEFT JOIN labels AS final ON final.id = (SELECT max(id) FROM labels WHERE message = messages.id)
    LEFT JOIN applications AS named ON named.id = messages.application AND named.by_hand
    WHERE messages.model <> 'hand' OR messages.application IS NOT NULL
    """,
    """
    CREATE VIEW rejections AS
    SELECT * FROM verdicts
    WHERE is_rejection AND id IN (
        SELECT id FROM messages WHERE verdict = 'rejection'
        UNION
        SELECT message FROM labels WHERE label = 'rejection'
    )
    """,
)

# The number keeps that of a forgotten message from being given to another; the hash is salted.
_FORGOTTEN = "CREATE TABLE forgotten (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE) STRICT"

STATEMENTS = (*_APPLICATIONS, *_VIEWS, _FORGOTTEN)
