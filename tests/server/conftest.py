"""What the tests of the central ledger start from: a PostgreSQL of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL for all tests, started when the first asks for it; `postgres.fresh()` gives more databases."""
    with running() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL, for SQLAlchemy, of an empty database that no other test sees."""
    with postgres.fresh() as url:
        yield url
