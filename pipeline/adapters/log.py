"""The log: the SQLite record of everything that was read, decided and owed."""

from __future__ import annotations

from pipeline.adapters.log_applications import Applications
from pipeline.adapters.log_forget import Forgetting
from pipeline.adapters.log_intake import Intake
from pipeline.adapters.log_joining import Joining
from pipeline.adapters.log_labels import Labels
from pipeline.adapters.log_listing import Listing
from pipeline.adapters.log_replies import Replies
from pipeline.adapters.log_runs import Runs


class SqliteLog(Intake, Listing, Runs, Joining, Replies, Labels, Applications, Forgetting):
    """The log in an SQLite file, or in memory.

    It speaks the port `Log`, and three more questions for the command line: `log_entries`, `search` and `places`. Times
    come back aware, in UTC. Every method raises LogError where the file cannot be read or written.
    """
