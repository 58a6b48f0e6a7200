"""A step of the log's schema: who wrote, where the work is, under which number, and what is said of later."""

from __future__ import annotations

_COLUMNS = (
    "requisition TEXT NOT NULL DEFAULT ''",
    "place TEXT NOT NULL DEFAULT ''",
    "recruiter TEXT NOT NULL DEFAULT ''",
    "recruiter_address TEXT NOT NULL DEFAULT ''",
    "answerable INTEGER NOT NULL DEFAULT 0",
    "reapply_phrase TEXT NOT NULL DEFAULT ''",
    "kept_until TEXT",
    "kept_phrase TEXT NOT NULL DEFAULT ''",
    # The thread's number at Gmail (X-GM-THRID), or nothing.
    "gmail_thread TEXT NOT NULL DEFAULT ''",
    # The rejection that this one tells again, from another sender.
    "repeats INTEGER REFERENCES messages (id) ON DELETE SET NULL",
)

_VIEWS = (
    "DROP VIEW rejections",
    "DROP VIEW verdicts",
    # As before, with the new columns behind the others.
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
        END AS is_rejection,
        requisition, place, recruiter, recruiter_address, answerable, reapply_phrase, kept_until, kept_phrase,
        gmail_thread, repeats
    FROM messages
    LEFT JOIN labels AS final ON final.id = (SELECT max(id) FROM labels WHERE message = messages.id)
    LEFT JOIN applications AS named ON named.id = messages.application AND named.by_hand
    WHERE messages.model <> 'hand' OR messages.application IS NOT NULL
    """,
    # One rejection from two senders is one, as long as the first of them counts.
    """
    CREATE VIEW rejections AS
    SELECT * FROM verdicts
    WHERE is_rejection AND id IN (
        SELECT id FROM messages WHERE verdict = 'rejection'
        UNION
        SELECT message FROM labels WHERE label = 'rejection'
    ) AND (
        repeats IS NULL
        OR NOT EXISTS (SELECT 1 FROM verdicts AS first WHERE first.id = verdicts.repeats AND first.is_rejection)
    )
    """,
)

_INDEX = "CREATE INDEX messages_by_repeats ON messages (repeats) WHERE repeats IS NOT NULL"

STATEMENTS = (*(f"ALTER TABLE messages ADD COLUMN {column}" for column in _COLUMNS), _INDEX, *_VIEWS)
