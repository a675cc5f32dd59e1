"""One seed on either database, where a process started afresh finds it: in `__main__` it would not."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from multiprocessing.util import Finalize

from tests.server.postgres import Postgres, running
from tests.simulation.ledgers import PostgresDisk
from tests.simulation.running import Outcome, run


def run_on(seed: int, *, is_postgresql: bool) -> Outcome:
    """Play a seed on either database."""
    if not is_postgresql:
        return run(seed)
    server = postgres_here()
    return run(seed, disk=lambda _: PostgresDisk(server))


@cache
def postgres_here() -> Postgres:
    """This process's own PostgreSQL; it ends with the process."""
    stack = ExitStack()
    Finalize(None, stack.close, exitpriority=10)
    return stack.enter_context(running())
