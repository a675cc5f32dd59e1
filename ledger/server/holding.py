"""Who is at a database: services hold it together, a restore holds it alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from ledger.server.problems import InUse

_SERVING: Final = 0x60_0D_0E_56
"""The lock that services of a PostgreSQL share."""


@contextmanager
def serving_from(engine: Engine) -> Iterator[None]:
    """Show that a service is at work. Raises InUse: a restore is."""
    with _held(engine, is_alone=False, otherwise="A backup is just being put back into this database."):
        yield


@contextmanager
def alone_with(engine: Engine) -> Iterator[None]:
    """Be the only one. Raises InUse: a ledger is being served from this database."""
    words = "A ledger is being served from this database. Stop `goodhour-ledger serve` first."
    with _held(engine, is_alone=True, otherwise=words):
        yield


@contextmanager
def _held(engine: Engine, *, is_alone: bool, otherwise: str) -> Iterator[None]:
    if engine.dialect.name == "sqlite":
        with _file_held(engine, is_alone=is_alone, otherwise=otherwise):
            yield
        return
    take = "SELECT pg_try_advisory_lock(:key)" if is_alone else "SELECT pg_try_advisory_lock_shared(:key)"
    # A connection of its own: the lock lasts as long as it does, and what the pool does with others is no matter.
    keeper = engine.execution_options(isolation_level="AUTOCOMMIT").connect()
    try:
        if not keeper.execute(text(take), {"key": _SERVING}).scalar_one():
            raise InUse(otherwise)
        yield
    finally:
        keeper.invalidate()  # closed for good, and the lock with it
        keeper.close()


@contextmanager
def _file_held(engine: Engine, *, is_alone: bool, otherwise: str) -> Iterator[None]:
    """A small database beside the ledger's, whose locks end with the process, however that ends."""
    place = engine.url.database
    if not place or place == ":memory:":
        yield
        return
    address = URL.create("sqlite+pysqlite", database=f"{place}-serving")
    beside = create_engine(address, connect_args={"timeout": 0, "isolation_level": None}, poolclass=NullPool)
    with beside.connect() as file:
        try:
            file.exec_driver_sql("BEGIN EXCLUSIVE" if is_alone else "BEGIN")
            file.exec_driver_sql("SELECT count(*) FROM sqlite_master").fetchone()
        except OperationalError as error:
            raise InUse(otherwise) from error
        yield
