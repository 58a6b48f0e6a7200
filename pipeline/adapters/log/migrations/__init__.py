"""The log's schema, one step after the other, and the SQL of each step beside them."""

from pipeline.adapters.log.migrations.steps import is_foreign, migrations, unknown_steps

__all__ = ["is_foreign", "migrations", "unknown_steps"]
