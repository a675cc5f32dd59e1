"""Opening the ledger's database, SQLite or PostgreSQL by one path, and what one transaction is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from ledger.server import own
from ledger.server.problems import CannotOpen

FILE = "ledger.db"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
WAIT_S = 30
CONNECTIONS = 10
OLDEST_POSTGRESQL = 15
_PATIENCE = {
    # A server that is cut off says nothing: without these a request would wait for it for hours.
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": str(WAIT_S * 1000),
    "options": f"-c lock_timeout={WAIT_S}s",
}
"""How long PostgreSQL is waited for; what the address says itself goes before."""
_NO_ADDRESS = "This is no address of a database, such as sqlite:///ledger.db or postgresql://user@host/name"
_MIGRATING = 0x60_0D_0E_55
"""The lock under which one of several services migrates a PostgreSQL."""


def open_database(url: str | None, *, folder: Path | None = None) -> Engine:
    """Open, and migrate where that is due.

    url: of SQLAlchemy; None: the file `ledger.db` in a folder (the current one), made when it is not there.

    Raises:
        CannotOpen: it is away, of a newer ledger, or no database of a ledger.
    """
    try:
        engine = _engine(_address(url, folder))
    except ArgumentError as error:
        raise CannotOpen(_NO_ADDRESS) from error
    try:
        with writing(engine) as connection:
            _check_age(connection)
            migrate(connection)
            own.found(connection)
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        engine.dispose()
        raise CannotOpen(f"The database cannot be opened: {_said(error)}") from error
    except CannotOpen:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, kept as a whole or not at all."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A look at one moment of the database; what is written in it is not kept."""
    with engine.connect() as plain:
        is_sqlite = engine.dialect.name == SQLITE
        connection = plain.execution_options(is_reading=True) if is_sqlite else plain
        if not is_sqlite:
            connection = plain.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run what is missing up to a revision, inside the caller's transaction; never back.

    Raises:
        CannotOpen: the database is of a newer ledger.
    """
    config = _alembic()
    scripts = ScriptDirectory.from_config(config)
    held = MigrationContext.configure(connection).get_current_revision()
    if held is not None and held not in {script.revision for script in scripts.walk_revisions()}:
        raise CannotOpen("This database was written by a newer goodhour-ledger. Install that version or a later one.")
    if held is not None and held == scripts.get_current_head():
        return
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def is_reachable(engine: Engine) -> bool:
    """Whether the database answers."""
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except DBAPIError:
        return False
    return True


def _address(url: str | None, folder: Path | None) -> URL:
    if url is None:
        return URL.create("sqlite+pysqlite", database=str((folder or Path()) / FILE))
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise CannotOpen(_NO_ADDRESS) from error
    names = {SQLITE: "sqlite+pysqlite", POSTGRESQL: "postgresql+psycopg", "postgres": "postgresql+psycopg"}
    name = names.get(address.drivername.partition("+")[0])
    if name is None:
        raise CannotOpen("The ledger is kept in SQLite or PostgreSQL, and in no other database.")
    return address.set(drivername=name)


def _engine(address: URL) -> Engine:
    if address.get_backend_name() == POSTGRESQL:
        return create_engine(
            address.update_query_dict({name: value for name, value in _PATIENCE.items() if name not in address.query}),
            isolation_level="READ COMMITTED",
            pool_size=CONNECTIONS,
            pool_pre_ping=True,
            pool_timeout=WAIT_S,
        )
    engine = create_engine(address, connect_args={"timeout": WAIT_S, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # Transactions are begun and ended by SQLAlchemy alone: the driver's own habit would leave some statements outside.
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={WAIT_S * 1000}"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


def _check_age(connection: Connection) -> None:
    if connection.dialect.name != POSTGRESQL:
        return
    version = int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10_000
    if version < OLDEST_POSTGRESQL:
        raise CannotOpen(f"PostgreSQL {OLDEST_POSTGRESQL} or later is needed; this one is {version}.")


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _said(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
