"""What ships, as the tests read with it."""

from __future__ import annotations

from pipeline.reading.facts import FactReader
from pipeline.reading.learned import stage, weights
from pipeline.reading.senders.known import Senders
from pipeline.resources import NAMES, SENDERS, STAGE

#: Draws facts with the shipped files.
READER = FactReader(Senders.load(SENDERS), weights.load(NAMES), stage.load(STAGE))
