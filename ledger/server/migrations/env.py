"""What Alembic runs for each migration: inside the transaction of whoever asked for it."""

from __future__ import annotations

from alembic import context

from ledger.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
