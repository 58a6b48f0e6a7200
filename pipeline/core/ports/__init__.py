"""What the tasks need from the world: one protocol for each wire, spoken by an adapter and by its in-memory twin.

The log has one for each of its parts, so that a task says by its types what it can touch; `Log` is all of them.
"""

from __future__ import annotations

from pipeline.core.ports.applications import Applications
from pipeline.core.ports.known import Known
from pipeline.core.ports.log import Log, Runs, Settings
from pipeline.core.ports.messages import Forgetting, Intake, Labels
from pipeline.core.ports.outbox import Outbox, Owing, Replies
from pipeline.core.ports.transactions import Transactions
from pipeline.core.ports.wires import Classifier, Letters, Mailbox, Parser, Postman, Schedule, TokenServer

__all__ = [
    "Applications",
    "Classifier",
    "Forgetting",
    "Intake",
    "Known",
    "Labels",
    "Letters",
    "Log",
    "Mailbox",
    "Outbox",
    "Owing",
    "Parser",
    "Postman",
    "Replies",
    "Runs",
    "Schedule",
    "Settings",
    "TokenServer",
    "Transactions",
]
