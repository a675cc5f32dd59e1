"""The rows of a backup, put into empty tables: each as its table wants it, or the backup is refused.

The digest of a backup shows damage; but whoever makes a false one makes its digest too, so that nothing is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, MetaData, Table, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from ledger.domain.bounds import MOST_EPOCH
from ledger.domain.network import NETWORK
from ledger.server import own as own_room
from ledger.server.own import Own
from ledger.server.problems import BadBackup
from ledger.server.tables import NETWORK_KIND, centres

VERSION_TABLE: Final = "alembic_version"
_MOST_NUMBER: Final = 1 << 63


def fill(connection: Connection, parts: Iterator[Any]) -> int:
    """Put all rows into the tables that are there; how many.

    parts: for each table its name and columns, then its rows, some at a time.

    Raises:
        BadBackup: these are no tables or rows of a ledger.
    """
    reflected = MetaData()
    reflected.reflect(connection)
    awaited = {table.name: table for table in reflected.sorted_tables if table.name != VERSION_TABLE}
    table: Table | None = None
    columns: list[str] = []
    rows = 0
    for part in parts:
        match part:
            case [str(name), [*named]] if name in awaited:
                table = awaited.pop(name)
                columns = _columns(table, named)
            case [[*_], *_] if table is not None:
                _insert(connection, table, [_row(table, columns, row) for row in part])
                rows += len(part)
            case _:
                raise BadBackup("This backup has tables that no ledger has.")
    if awaited:
        raise BadBackup("This backup lacks tables that a ledger has.")
    return rows


def own_of(connection: Connection, ledger: str) -> Own:
    """What the restored ledger is; ledger: the public key that the backup's head names.

    Raises:
        BadBackup: the rows are those of no ledger, or of another one.
    """
    place = select(centres.c.centre).where(centres.c.centre == NETWORK, centres.c.kind == NETWORK_KIND)
    try:
        own = own_room.read(connection)
    except (KeyError, ValueError) as error:
        raise BadBackup("This backup lacks the ledger's own key or epoch.") from error
    if own.public.hex() != ledger or connection.execute(place).first() is None:
        raise BadBackup("This backup is not of the ledger that it says it is of.")
    if not 0 < own.epoch < MOST_EPOCH or own.closed > own.epoch or own.proved > own.epoch:
        raise BadBackup("This backup speaks of an epoch that no ledger was in.")
    return own


def _columns(table: Table, named: list[Any]) -> list[str]:
    if sorted(map(str, named)) != sorted(column.name for column in table.columns):
        raise BadBackup(f"This backup has other columns of {table.name} than a ledger has.")
    return named


def _row(table: Table, columns: list[str], row: Any) -> dict[str, Any]:
    if not isinstance(row, list) or len(row) != len(columns):
        raise BadBackup(f"This backup has a row of {table.name} that is too short or too long.")
    for name, value in zip(columns, row, strict=True):
        # SQLite would keep any value in any column.
        column = table.columns[name]
        is_fit = column.nullable if value is None else type(value) is column.type.python_type
        if not is_fit or (type(value) is int and not -_MOST_NUMBER <= value < _MOST_NUMBER):
            raise BadBackup(f"This backup has a value in {table.name} that does not belong there.")
    return dict(zip(columns, row, strict=True))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        connection.execute(insert(table), rows)
    except (DataError, IntegrityError) as error:
        raise BadBackup(f"This backup has rows of {table.name} that do not go together.") from error
