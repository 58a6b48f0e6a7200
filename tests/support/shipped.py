"""What ships, as the tests read with it."""

from __future__ import annotations

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

_NAMER = Namer(KNOWN, weights.load(NAMES))


def company_of(reading: Reading) -> str:
    """Return the company that a rejection names."""
    return _NAMER.names_of(reading, Label.REJECTION)[0]
