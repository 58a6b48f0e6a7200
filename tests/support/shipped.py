"""What ships, as the tests read with it."""

from __future__ import annotations

from support.judgements import reading

from pipeline.core.reading import Reading
from pipeline.core.verdict import Label
from pipeline.reading.facts import FactReader
from pipeline.reading.learned import stage, weights
from pipeline.reading.learned.reader import Namer
from pipeline.reading.senders.known import Senders
from pipeline.resources import NAMES, SENDERS, STAGE

KNOWN = Senders.load(SENDERS)

#: Draws facts with the shipped files.
READER = FactReader(KNOWN, weights.load(NAMES), stage.load(STAGE))

#: Tells company and role.
NAMER = Namer(KNOWN, weights.load(NAMES))


def company_of(what: Reading) -> str:
    """Return the company that a rejection names."""
    return NAMER.names_of(what, Label.REJECTION)[0]


def role_in(text: str, *, subject: str = "", sender: str = "") -> str:
    """Return the role that is told of a rejection with this text."""
    return NAMER.names_of(reading(text, subject=subject, sender=sender), Label.REJECTION)[1]
