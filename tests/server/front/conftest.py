"""A coordinator's desk: a ledger on SQLite and on PostgreSQL, PCs that enrol by codes, and commands typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ledger.server.database import open_database
from tests.server.front.desk import Desk, Typist
from tests.server.pcs import Ledger


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    """A ledger with nobody in it, on either kind of database."""
    engine = open_database(url)
    try:
        yield Desk(Ledger(engine))
    finally:
        engine.dispose()


@pytest.fixture
def small_desk(tmp_path: Path) -> Iterator[Desk]:
    """The same on SQLite only, for what has nothing to do with the database."""
    engine = open_database(None, folder=tmp_path)
    try:
        yield Desk(Ledger(engine))
    finally:
        engine.dispose()


@pytest.fixture
def typist(url: str, capsys: pytest.CaptureFixture[str]) -> Typist:
    """Types `goodhour-ledger` commands at either kind of database."""
    return Typist(url, capsys)


@pytest.fixture
def another_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """The address of one more empty database, of the kind that is asked for."""

    def of(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / 'another.db'}"
        return str(request.getfixturevalue("another_postgres_url"))

    return of


@pytest.fixture
def another_postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """One more empty PostgreSQL database."""
    with request.getfixturevalue("postgres").fresh() as found:
        yield found
