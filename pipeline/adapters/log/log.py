"""The log as one class, made of its parts."""

from __future__ import annotations

from pipeline.adapters.log.applications import Applications
from pipeline.adapters.log.forget import Forgetting
from pipeline.adapters.log.intake import Intake
from pipeline.adapters.log.joining import Joining
from pipeline.adapters.log.labels import Labels
from pipeline.adapters.log.listing import Listing
from pipeline.adapters.log.replies import Replies
from pipeline.adapters.log.runs import Runs


class SqliteLog(Intake, Listing, Runs, Joining, Replies, Labels, Applications, Forgetting):
    """The log in an SQLite file, or in memory.

    It speaks the port `Log`, and answers what the command line alone asks: `log_entries`, `search`, `places`, `silent`
    and `check`. Times come back aware, in UTC. Every method raises LogError where the file cannot be read or written.
    """
