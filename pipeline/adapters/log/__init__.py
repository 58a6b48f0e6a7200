"""The log: the SQLite record of everything that was read, decided and owed."""

from pipeline.adapters.log.log import SqliteLog

__all__ = ["SqliteLog"]
