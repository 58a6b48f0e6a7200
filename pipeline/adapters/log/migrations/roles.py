"""A step of the log's schema: a role that the user took away is no role, whatever the messages state."""

from __future__ import annotations

STATEMENTS = (
    # Of `applications.by_hand`, 2 says that the user took the role away; an empty one is otherwise one that nobody has
    # named yet. Of what earlier versions did, the history tells.
    """
    UPDATE applications SET by_hand = 2 WHERE by_hand = 1 AND role = '' AND EXISTS (
        SELECT 1 FROM application_events AS event, json_each(event.change, '$.before') AS was
        WHERE event.kind = 'rename' AND event.undone_at IS NULL AND event.application = applications.id
            AND json_extract(was.value, '$.id') = applications.id AND json_extract(was.value, '$.role') <> ''
    )
    """,
)
