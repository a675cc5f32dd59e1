"""A PostgreSQL for the seeds that are played on one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL for all seeds."""
    with running() as server:
        yield server
