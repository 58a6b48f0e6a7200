"""A step of the log's schema: what a message states itself, beside what is known of it by what stands beside it."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE messages ADD COLUMN stated_company TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE messages ADD COLUMN stated_stage TEXT NOT NULL DEFAULT 'unknown'",
    # Of what is there already, it is not known which part was stated.
    "UPDATE messages SET stated_company = company, stated_stage = stage",
    # But for stages that changes by hand have raised: the first of them that stands noted what was there before.
    """
    UPDATE messages SET stated_stage = was.stage
    FROM (
        SELECT json_extract(value, '$[0]') AS message, json_extract(value, '$[1]') AS stage, min(event.id)
        FROM application_events AS event, json_each(event.change, '$.stages')
        WHERE event.undone_at IS NULL GROUP BY message
    ) AS was WHERE was.message = messages.id
    """,
    "UPDATE application_events SET change = json_remove(change, '$.stages')",
)
