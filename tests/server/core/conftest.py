"""Ledgers for tests: each runs on SQLite and on a PostgreSQL of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.server.database import open_database
from ledger.server.verify import verify
from tests.server.core.backups import Backups
from tests.server.core.network import Network
from tests.server.pcs import Ledger, Pc, pc, sibling_of


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A central ledger with nothing in it."""
    is_sqlite = request.param == "sqlite"
    engine = open_database(None if is_sqlite else request.getfixturevalue("postgres_url"), folder=tmp_path)
    try:
        yield Ledger(engine)
        assert verify(engine).problems == []
    finally:
        engine.dispose()


@pytest.fixture
def centre(ledger: Ledger) -> Pc:
    """A centre, enrolled."""
    found = pc(1)
    ledger.admit(found)
    return found


@pytest.fixture
def home(ledger: Ledger, centre: Pc) -> Pc:
    """A centre's PC that has met."""
    centre.meet(ledger)
    return centre


@pytest.fixture
def sibling(ledger: Ledger, home: Pc) -> Pc:
    """Another PC of its centre, that has met."""
    one = sibling_of(home, 9)
    ledger.admit(one)
    one.meet(ledger)
    return one


@pytest.fixture
def network(ledger: Ledger) -> Network:
    """Three centres and a door, enrolled."""
    return Network(ledger)


@pytest.fixture
def backups(tmp_path: Path) -> Iterator[Backups]:
    found = Backups(tmp_path)
    try:
        yield found
        assert verify(found.ledger.engine).problems == []
    finally:
        found.ledger.engine.dispose()
