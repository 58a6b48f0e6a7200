"""A step of the log's schema: of mail that is not about jobs a hash is kept in place of its Message-ID."""

from __future__ import annotations

# What the user has labelled may be named elsewhere by its Message-ID, and stays.
STATEMENTS = (
    """
    UPDATE messages SET message_id = veiled(message_id)
    WHERE verdict = 'not_rejection' AND label IN ('other', 'job_alert') AND subject = '' AND sender_address = ''
        AND text IS NULL AND model <> 'hand' AND id NOT IN (SELECT message FROM labels)
    """,
    """
    UPDATE sightings SET message_id = veiled(message_id)
    WHERE veiled(message_id) IN (SELECT message_id FROM messages)
    """,
)
