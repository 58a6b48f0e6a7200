"""The first step of the log's schema: all that the first published version needs."""

from __future__ import annotations

_TABLES = (
    # `opened_at` is the date of its earliest message, or NULL before there is one.
    """
    CREATE TABLE applications (
        id INTEGER PRIMARY KEY,
        company TEXT NOT NULL,
        role TEXT NOT NULL,
        opened_at TEXT
    ) STRICT
    """,
    # `label` and `verdict` are the model's; what counts in the end is said by the view `verdicts`.
    """
    CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        thread TEXT NOT NULL,
        date TEXT NOT NULL,
        sender_name TEXT NOT NULL,
        sender_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        language TEXT NOT NULL,
        label TEXT NOT NULL,
        score REAL NOT NULL,
        verdict TEXT NOT NULL,
        evidence TEXT NOT NULL,
        model TEXT NOT NULL,
        stage TEXT NOT NULL,
        reason TEXT NOT NULL,
        company TEXT NOT NULL,
        role TEXT NOT NULL,
        offers_feedback INTEGER NOT NULL,
        reapply_after TEXT,
        application INTEGER REFERENCES applications (id),
        text TEXT,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        topics TEXT NOT NULL,
        UNIQUE (message, position)
    ) STRICT
    """,
    """
    CREATE TABLE sightings (
        mailbox TEXT NOT NULL,
        uidvalidity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        message_id TEXT NOT NULL,
        PRIMARY KEY (mailbox, uidvalidity, uid)
    ) STRICT, WITHOUT ROWID
    """,
    # Every label that the user ever gave; the last one is final. `model` is the one that had judged the message.
    """
    CREATE TABLE labels (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        label TEXT NOT NULL,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        model TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cursors (
        mailbox TEXT PRIMARY KEY,
        uidvalidity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        first_at TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE quarantine (
        mailbox TEXT NOT NULL,
        uidvalidity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        message_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        size INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (mailbox, uidvalidity, uid)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        due TEXT NOT NULL,
        status TEXT NOT NULL DEFAULT 'owed' CHECK (status IN ('owed', 'claimed', 'sent', 'refused', 'dropped')),
        attempts INTEGER NOT NULL DEFAULT 0,
        raw BLOB,
        message_id TEXT,
        claimed_at TEXT,
        reason TEXT NOT NULL DEFAULT '',
        sent_at TEXT,
        UNIQUE (kind, about)
    ) STRICT
    """,
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        began_at TEXT NOT NULL,
        ended_at TEXT,
        mailboxes INTEGER NOT NULL DEFAULT 0,
        messages INTEGER NOT NULL DEFAULT 0,
        rejections INTEGER NOT NULL DEFAULT 0,
        uncertain INTEGER NOT NULL DEFAULT 0,
        unreadable INTEGER NOT NULL DEFAULT 0,
        fault TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

_INDICES = (
    "CREATE INDEX messages_by_verdict ON messages (verdict, date)",
    "CREATE INDEX messages_by_date ON messages (date)",
    "CREATE INDEX messages_by_recorded_at ON messages (recorded_at)",
    "CREATE INDEX messages_by_application ON messages (application) WHERE application IS NOT NULL",
    "CREATE INDEX sightings_by_message_id ON sightings (message_id)",
    "CREATE INDEX labels_by_message ON labels (message, id)",
    "CREATE INDEX labels_by_label ON labels (label, message)",
    "CREATE INDEX quarantine_by_message_id ON quarantine (message_id)",
    "CREATE INDEX outbox_by_due ON outbox (status, due)",
    "CREATE INDEX outbox_by_message_id ON outbox (message_id)",
    "CREATE INDEX runs_by_ended_at ON runs (ended_at)",
)

_VIEWS = (
    # The user's last label wins. An uncertain message whose likeliest label is `rejection` is none until the user says
    # so; until then it is one more message about its application.
    """
    CREATE VIEW verdicts AS
    SELECT
        messages.*,
        final.label AS user_label,
        CASE
            WHEN final.label IS NOT NULL THEN final.label
            WHEN messages.verdict = 'uncertain' AND messages.label = 'rejection' THEN 'status_update'
            ELSE messages.label
        END AS final_label,
        CASE
            WHEN final.label IS NOT NULL THEN final.label = 'rejection'
            ELSE messages.verdict = 'rejection'
        END AS is_rejection
    FROM messages
    LEFT JOIN labels AS final ON final.id = (SELECT max(id) FROM labels WHERE message = messages.id)
    """,
    # The inner SELECT is answered by two indices, so that the bulk of other mail is never looked at.
    """
    CREATE VIEW rejections AS
    SELECT * FROM verdicts
    WHERE is_rejection AND id IN (
        SELECT id FROM messages WHERE verdict = 'rejection'
        UNION
        SELECT message FROM labels WHERE label = 'rejection'
    )
    """,
)

_SEARCH = (
    """
    CREATE VIRTUAL TABLE messages_fts USING fts5 (
        subject, company, role, text, evidence,
        content = 'messages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages BEGIN
        INSERT INTO messages_fts (rowid, subject, company, role, text, evidence)
        VALUES (new.id, new.subject, new.company, new.role, new.text, new.evidence);
    END
    """,
    """
    CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages BEGIN
        INSERT INTO messages_fts (messages_fts, rowid, subject, company, role, text, evidence)
        VALUES ('delete', old.id, old.subject, old.company, old.role, old.text, old.evidence);
    END
    """,
    """
    CREATE TRIGGER messages_fts_update AFTER UPDATE OF subject, company, role, text, evidence ON messages BEGIN
        INSERT INTO messages_fts (messages_fts, rowid, subject, company, role, text, evidence)
        VALUES ('delete', old.id, old.subject, old.company, old.role, old.text, old.evidence);
        INSERT INTO messages_fts (rowid, subject, company, role, text, evidence)
        VALUES (new.id, new.subject, new.company, new.role, new.text, new.evidence);
    END
    """,
)

STATEMENTS = (*_TABLES, *_INDICES, *_VIEWS, *_SEARCH)
