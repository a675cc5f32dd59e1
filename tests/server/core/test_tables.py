"""The tables could stand on a distributed PostgreSQL: every key begins with its partition, and nothing crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, Table, UniqueConstraint, event, inspect, text

from ledger.server.database import migrate, open_database, reading, writing
from ledger.server.problems import CannotOpen
from ledger.server.tables import REFERENCE, metadata
from tests.server.pcs import Ledger, pc

PARTITION = {table.name: "issuer" if table.name == "slips" else "centre" for table in metadata.tables.values()}
PARTITIONED = [table for table in metadata.tables.values() if table.name not in REFERENCE]


@pytest.mark.parametrize("table", PARTITIONED, ids=lambda table: table.name)
def test_every_key_begins_with_its_partition(table: Table) -> None:
    partition = PARTITION[table.name]
    keys = [list(table.primary_key)] + [list(index.columns) for index in table.indexes]
    keys += [list(unique.columns) for unique in table.constraints if isinstance(unique, UniqueConstraint)]

    assert [key[0].name for key in keys] == [partition] * len(keys)


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.name)
def test_foreign_keys_stay_in_their_partition_or_point_to_a_small_table(table: Table) -> None:
    for key in table.foreign_key_constraints:
        if key.referred_table.name not in REFERENCE:
            first = key.elements[0]
            assert (first.parent.name, first.column.name) == (PARTITION[table.name], PARTITION[key.referred_table.name])


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.name)
def test_nothing_numbers_rows_by_itself(table: Table) -> None:
    assert [column.name for column in table.columns if column.identity or column.autoincrement is True] == []
    assert [column.name for column in table.columns if column.server_default is not None] == []


def test_the_database_has_no_serials_and_no_triggers(ledger: Ledger) -> None:
    is_sqlite = ledger.engine.dialect.name == "sqlite"
    with reading(ledger.engine) as connection:
        if is_sqlite:
            assert connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all() == []
            assert "sqlite_sequence" not in inspect(connection).get_table_names()
        else:
            assert connection.execute(text("SELECT sequence_name FROM information_schema.sequences")).all() == []
            assert connection.execute(text("SELECT trigger_name FROM information_schema.triggers")).all() == []


def test_the_migrations_make_these_tables(ledger: Ledger) -> None:
    with reading(ledger.engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_opening_again_migrates_nothing_and_keeps_the_key(ledger: Ledger) -> None:
    held, url = ledger.holds(), ledger.engine.url.render_as_string(hide_password=False)

    again = Ledger(open_database(url))
    try:
        assert again.holds() == held
    finally:
        again.engine.dispose()


def test_a_database_of_a_newer_ledger_is_not_opened(ledger: Ledger) -> None:
    with writing(ledger.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with writing(ledger.engine) as connection, pytest.raises(CannotOpen):
        migrate(connection)
    with pytest.raises(CannotOpen, match="newer"):
        open_database(ledger.engine.url.render_as_string(hide_password=False))


@pytest.mark.parametrize("url", ["nonsense", "mysql://here/there", "postgresql://nobody@127.0.0.1:1/none"])
def test_what_is_no_database_is_told_so(url: str) -> None:
    with pytest.raises(CannotOpen):
        open_database(url)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"something else, and long enough to be looked at " * 50)

    with pytest.raises(CannotOpen):
        open_database(None, folder=tmp_path)

    assert (tmp_path / "ledger.db").read_bytes().startswith(b"something else")


class Touched:
    """The statements of one request, and which partitions their parameters name."""

    def __init__(self, engine: Engine) -> None:
        self.statements: list[tuple[str, Any]] = []
        event.listen(engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        self.statements.append((statement, parameters))

    def by_table(self) -> Iterator[tuple[str, str, list[object]]]:
        for statement, parameters in self.statements:
            for name in metadata.tables:
                words = statement.replace("\n", " ").replace("(", " ").split()
                if name in words:
                    rows = parameters if isinstance(parameters, list) else [parameters]
                    # A new row may tell of others, such as whose slip it was: where it stands is what counts.
                    most = 1 if statement.startswith("INSERT") else None
                    yield name, statement, [value for row in rows for value in _values(row)[:most]]


def _values(row: object) -> list[object]:
    values = list(row.values()) if isinstance(row, dict) else list(row) if isinstance(row, tuple) else []
    return [bytes(value) if isinstance(value, memoryview) else getattr(value, "obj", value) for value in values]


def test_a_request_touches_its_own_partition_and_the_inbox_of_others(ledger: Ledger) -> None:
    home, here, there = pc(1), pc(2), pc(3)
    for one in (home, here, there):
        ledger.admit(one)
    home.print_slip(1)
    home.meet(ledger)
    there.redeem(home, 1)
    there.meet(ledger)
    here.redeem(home, 1)
    here.redeem(home, 2)
    touched = Touched(ledger.engine)

    here.meet(ledger)

    others = {home.centre, there.centre}
    for name, statement, values in touched.by_table():
        if name not in REFERENCE | {"inbox", "slips"}:
            assert not others & {value for value in values if isinstance(value, bytes)}, statement
        if name not in REFERENCE and not statement.startswith(("BEGIN", "INSERT")):
            assert re.search(rf"\b{name}\.{PARTITION[name]} (=|IN)", statement), statement


def test_no_statement_of_a_request_looks_through_a_table(tmp_path: Path) -> None:
    ledger = Ledger(open_database(None, folder=tmp_path))
    home, here = pc(1), pc(2)
    for one in (home, here):
        ledger.admit(one)
    home.print_slip(1)
    home.meet(ledger)
    here.redeem(home, 1)
    touched = Touched(ledger.engine)

    here.meet(ledger)
    home.meet(ledger)

    statements = [(said, values) for said, values in touched.statements if said.startswith(("SELECT", "UPDATE"))]
    with reading(ledger.engine) as connection:
        for statement, values in statements:
            first = values[0] if isinstance(values, list) else values
            plan = [row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, first)]
            assert not [step for step in plan if step.startswith("SCAN") and step != "SCAN own"], (statement, plan)
    ledger.engine.dispose()
