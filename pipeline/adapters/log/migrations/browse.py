"""The step of the log's schema that makes it pleasant to look at with other programs: views for people."""

from __future__ import annotations

# Messages without a usable date are logged with the epoch: they have no day.
_DAY = "CASE WHEN rejections.date >= '1980' THEN substr(rejections.date, 1, 10) END"

STATEMENTS = (
    f"""
    CREATE VIEW rejection_overview AS
    SELECT
        id, {_DAY} AS day, substr({_DAY}, 1, 7) AS month, company, role, stage, reason,
        (SELECT count(*) FROM feedback WHERE feedback.message = rejections.id) AS feedback,
        evidence, sender_name AS sender, subject, language, reapply_after,
        CASE WHEN user_label IS NOT NULL OR model = 'hand' THEN 'you' ELSE 'the model' END AS said_by,
        score, application
    FROM rejections
    """,  # noqa: S608 - constants alone
    # One row for each piece of feedback and each of its topics; one without a topic has one row.
    f"""
    CREATE VIEW feedback_pieces AS
    SELECT
        rejections.id AS rejection, {_DAY} AS day, rejections.company, rejections.role, rejections.stage,
        feedback.kind, coalesce(topic.value, '') AS topic, feedback.text, feedback.id AS feedback
    FROM feedback
    JOIN rejections ON rejections.id = feedback.message
    LEFT JOIN json_each(feedback.topics) AS topic
    """,  # noqa: S608 - the same
    """
    CREATE VIEW feedback_by_topic AS
    SELECT
        topic, count(DISTINCT rejection) AS rejections, count(*) AS pieces,
        sum(kind = 'gap') AS gaps, sum(kind = 'strength') AS strengths,
        sum(kind = 'reason') AS reasons, sum(kind = 'advice') AS advice, max(day) AS last_day
    FROM feedback_pieces WHERE topic <> '' GROUP BY topic
    """,
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
    """,
)
