"""That what belongs together is written together."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol


class Transactions(Protocol):
    """What can be written as a whole."""

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which everything is written, or nothing; it holds the write lock from the start."""
