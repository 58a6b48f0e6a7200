"""A step of the log's schema: what the user is asked about applications, and what companies are called."""

from __future__ import annotations

STATEMENTS = (
    # `candidates` is a JSON list of the numbers of applications.
    """
    CREATE TABLE application_questions (
        message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
        candidates TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        answered_at TEXT
    ) STRICT
    """,
    # `plain` is the spelling as it is compared; one spelling leads to one company.
    """
    CREATE TABLE aliases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        spelling TEXT NOT NULL,
        plain TEXT NOT NULL UNIQUE,
        company TEXT NOT NULL,
        application INTEGER NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
)
