"""A step of the log's schema: a role that the user took away is no role, whatever the messages state."""

from __future__ import annotations

STATEMENTS = (
    # Of `applications.by_hand`, 2 says that the user took the role away; an empty one is otherwise one that nobody has
    # named yet. The view is as before but for `role`; `rejections` reads it by its name.
    "DROP VIEW verdicts",
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
        gmail_thread, repeats
    FROM messages
    LEFT JOIN labels AS final ON final.id = (SELECT max(id) FROM labels WHERE message = messages.id)
    LEFT JOIN applications AS named ON named.id = messages.application AND named.by_hand
    WHERE messages.model <> 'hand' OR messages.application IS NOT NULL
    """,
    # Of what earlier versions did, the history tells.
    """
    UPDATE applications SET by_hand = 2 WHERE by_hand = 1 AND role = '' AND EXISTS (
        SELECT 1 FROM application_events AS event, json_each(event.change, '$.before') AS was
        WHERE event.kind = 'rename' AND event.undone_at IS NULL AND event.application = applications.id
            AND json_extract(was.value, '$.id') = applications.id AND json_extract(was.value, '$.role') <> ''
    )
    """,
)
