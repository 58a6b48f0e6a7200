"""The log's schema, one step after the other. A step that was published is never edited: a change is a new step."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from pipeline.adapters.log.migrations import (
    applications,
    approached,
    browse,
    denied,
    familiar,
    first,
    hashes,
    matching,
    particulars,
    repeats,
    replies,
    roles,
    stated,
)
from pipeline.adapters.log.values import veiled_id

migrations = Migrations("afterword")


def m001_first(db: Database) -> None:
    """Create everything that the first published version needs."""
    for statement in first.STATEMENTS:
        db.execute(statement)


def m002_applications_by_hand(db: Database) -> None:
    """Let the user change applications, with a history, and let messages be forgotten."""
    for statement in applications.STATEMENTS:
        db.execute(statement)


def m003_unclear_deliveries(db: Database) -> None:
    """Note of a letter that an attempt ended without an answer, so that it is looked for before it is sent again."""
    db.execute("ALTER TABLE outbox ADD COLUMN unclear INTEGER NOT NULL DEFAULT 0")


def m004_views_for_people(db: Database) -> None:
    """Add views that are pleasant to browse."""
    for statement in browse.STATEMENTS:
        db.execute(statement)


def m005_letters_joined(db: Database) -> None:
    """Let one letter speak of what several are owed about: the others name the one that speaks of them."""
    db.execute("ALTER TABLE outbox ADD COLUMN joined_by INTEGER REFERENCES outbox (id) ON DELETE SET NULL")
    db.execute("CREATE INDEX outbox_by_joined_by ON outbox (joined_by) WHERE joined_by IS NOT NULL")


def m006_replies(db: Database) -> None:
    """Keep what letters ask, and what the user answers."""
    for statement in replies.STATEMENTS:
        db.execute(statement)


def m007_particulars(db: Database) -> None:
    """Keep who wrote, where the work is, its number, and what is said of later applications."""
    for statement in particulars.STATEMENTS:
        db.execute(statement)


def m008_matching(db: Database) -> None:
    """Ask the user which application is meant, and remember what companies are called."""
    for statement in matching.STATEMENTS:
        db.execute(statement)


def m009_other_mail_by_hash(db: Database) -> None:
    """Keep of mail that is not about jobs a hash in place of its Message-ID, which often names who sent it."""
    db.register_function(veiled_id, name="veiled", deterministic=True)
    for statement in hashes.STATEMENTS:
        db.execute(statement)


def m010_roles_taken_away(db: Database) -> None:
    """Let the user take a role away from an application."""
    for statement in roles.STATEMENTS:
        db.execute(statement)


def m011_repeats(db: Database) -> None:
    """Let a rejection tell another one again only as long as both are in one application."""
    for statement in repeats.STATEMENTS:
        db.execute(statement)


def m012_familiar(db: Database) -> None:
    """Keep whether a message speaks familiarly to the candidate, and through which mailing list it came."""
    for statement in familiar.STATEMENTS:
        db.execute(statement)


def m013_stated(db: Database) -> None:
    """Keep what a message states of company and stage, so that a change by hand or its undo can settle them anew."""
    for statement in stated.STATEMENTS:
        db.execute(statement)


def m014_denied(db: Database) -> None:
    """Keep whether a message says that no feedback is given."""
    for statement in denied.STATEMENTS:
        db.execute(statement)


def m015_approached(db: Database) -> None:
    """Leave out of the list of applications those of which nothing came but an approach."""
    for statement in approached.STATEMENTS:
        db.execute(statement)


_STEPS = (
    m001_first,
    m002_applications_by_hand,
    m003_unclear_deliveries,
    m004_views_for_people,
    m005_letters_joined,
    m006_replies,
    m007_particulars,
    m008_matching,
    m009_other_mail_by_hash,
    m010_roles_taken_away,
    m011_repeats,
    m012_familiar,
    m013_stated,
    m014_denied,
    m015_approached,
)

for _step in _STEPS:
    migrations()(_step)


def unknown_steps(db: Database) -> list[str]:
    """Return the names of applied steps that this version does not know: then a later version wrote the file."""
    known = {step.__name__ for step in _STEPS}
    return [step.name for step in migrations.applied(db) if step.name not in known]


def is_foreign(db: Database) -> bool:
    """Return whether the file holds tables of another program and none of ours."""
    tables = [name for name in db.table_names() if not name.startswith(("sqlite_", Migrations.migrations_table))]
    return bool(tables) and not migrations.applied(db)
