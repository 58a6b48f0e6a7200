"""The sixth step of the log's schema: what letters ask, and what the user answers."""

from __future__ import annotations

STATEMENTS = (
    # All that a letter said, as text and as its HTML shows it: what a reply quotes of it is told from what is new.
    "ALTER TABLE outbox ADD COLUMN said TEXT",
    # What a letter numbers, so that a reply can name it.
    """
    CREATE TABLE points (
        id INTEGER PRIMARY KEY,
        letter INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        message INTEGER REFERENCES messages (id) ON DELETE CASCADE,
        step TEXT NOT NULL,
        text TEXT NOT NULL,
        anchor TEXT NOT NULL,
        answer INTEGER REFERENCES answers (id) ON DELETE CASCADE,
        UNIQUE (letter, kind, number)
    ) STRICT
    """,
    # The numbers of forgotten replies stay unused: they stand, negative, in `forgotten`.
    """
    CREATE TABLE replies (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id TEXT NOT NULL UNIQUE,
        letter INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
        date TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE answers (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        point INTEGER REFERENCES points (id) ON DELETE SET NULL,
        reply INTEGER REFERENCES replies (id) ON DELETE SET NULL,
        step TEXT NOT NULL,
        question TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        via TEXT NOT NULL,
        done_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE decisions (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        reply INTEGER REFERENCES replies (id) ON DELETE SET NULL,
        choice TEXT NOT NULL,
        day TEXT,
        at TEXT NOT NULL,
        via TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        message INTEGER REFERENCES messages (id) ON DELETE CASCADE,
        reply INTEGER REFERENCES replies (id) ON DELETE SET NULL,
        text TEXT NOT NULL,
        is_matched INTEGER NOT NULL,
        at TEXT NOT NULL,
        via TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX points_by_message ON points (message)",
    "CREATE INDEX points_by_answer ON points (answer)",
    "CREATE INDEX replies_by_letter ON replies (letter)",
    "CREATE INDEX answers_by_message ON answers (message)",
    "CREATE INDEX answers_by_point ON answers (point)",
    "CREATE INDEX answers_by_at ON answers (at)",
    "CREATE INDEX decisions_by_message ON decisions (message)",
    "CREATE INDEX notes_by_message ON notes (message)",
    "CREATE INDEX notes_by_at ON notes (at)",
)
