"""A step of the log's schema: who was only approached has not applied."""

from __future__ import annotations

STATEMENTS = (
    "DROP VIEW application_overview",
    # As before, but for those of which nothing came but an approach to the user, who has not arranged them either.
    """
    CREATE VIEW application_overview AS
    SELECT
        applications.id, applications.company, applications.role,
        min(substr(verdicts.date, 1, 10)) AS first_day, max(substr(verdicts.date, 1, 10)) AS last_day,
        count(*) AS messages,
        CASE
            WHEN sum(verdicts.is_rejection) THEN 'rejected'
            WHEN sum(verdicts.final_label = 'offer') THEN 'offer'
            WHEN sum(verdicts.final_label = 'interview') THEN 'interview'
            WHEN sum(verdicts.final_label = 'assessment') THEN 'assessment'
            ELSE 'waiting'
        END AS state,
        sum(verdicts.final_label = 'interview') AS interviews
    FROM applications JOIN verdicts ON verdicts.application = applications.id
    GROUP BY applications.id
    HAVING sum(verdicts.final_label <> 'outreach') OR applications.by_hand OR applications.id IN (
        SELECT application FROM application_events
        UNION
        SELECT other FROM application_events WHERE other IS NOT NULL
    )
    """,
)
