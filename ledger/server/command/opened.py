"""The ledger's database, opened for one command and closed after it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from ledger.server.database import open_database


@contextmanager
def opened(arguments: Namespace) -> Iterator[Engine]:
    """The database that was named. Raises CannotOpen: it cannot be opened."""
    engine = open_database(arguments.database)
    try:
        yield engine
    finally:
        engine.dispose()
