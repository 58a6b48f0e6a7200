"""A step of the log's schema: whether a message says that no feedback is given."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE messages ADD COLUMN denies_feedback INTEGER NOT NULL DEFAULT 0",
    "DROP VIEW rejections",
    "DROP VIEW verdicts",
    # As before, with the new column.
    """
    CREATE VIEW verdicts AS
    SELECT
        messages.id, messages.message_id, thread, date, sender_name, sender_address, subject, language,
        messages.label, score, verdict, evidence, messages.model, stage, reason,
        CASE WHEN named.company <> '' THEN named.company ELSE messages.company END AS company,
        CASE WHEN named.role <> '' OR named.by_hand = 2 THEN named.role ELSE messages.role END AS role,
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
        gmail_thread,
        CASE WHEN repeats IS NOT NULL AND EXISTS (
            SELECT 1 FROM messages AS first
            WHERE first.id = messages.repeats AND first.application IS messages.application
        ) THEN repeats END AS repeats,
        familiar, list_id, denies_feedback
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
    ) AND (
        repeats IS NULL
        OR NOT EXISTS (
            SELECT 1 FROM messages AS other JOIN verdicts AS first ON first.id = other.id
            WHERE (other.id = verdicts.repeats OR (other.repeats = verdicts.repeats AND other.id < verdicts.id))
                AND other.application IS verdicts.application AND first.is_rejection
        )
    )
    """,
)
