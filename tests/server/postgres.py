"""A real PostgreSQL for tests: in a folder of its own, reached by a private socket, gone when the tests are.

It needs no running service and no rights: root starts it as the user that Debian's package brings, anybody else as
themselves. Nothing listens on the network.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import URL

# Who must start it, where that is not us: PostgreSQL refuses root.
OWNER = "postgres" if sys.platform != "win32" and os.geteuid() == 0 else None
START_WITHIN_S = 60
STOP_WITHIN_S = 20
SUPERUSER = "postgres"
# Part of the socket's name. It is given on both sides, so that no PGPORT in the surroundings leads elsewhere.
PORT = 5432
# Debian keeps these programs off the path, one folder for each version (build/system_packages.py looks there too).
OFF_THE_PATH = Path("/usr/lib/postgresql")
# The server ends with its test run, however that ends. Linux can promise this; elsewhere only a kill leaves it behind.
ENDS_WITH_US = ("setpriv", "--pdeathsig", "QUIT", "--")


class NoPostgres(Exception):
    """PostgreSQL is not installed, or does not start. The message says what to do, or what PostgreSQL said."""


class Postgres:
    """A running server, and the empty databases it gives away."""

    def __init__(self, sockets: Path) -> None:
        self._sockets = sockets
        self._numbers = count(1)

    @contextmanager
    def fresh(self, *, template: str = "template1") -> Iterator[str]:
        """The URL, for SQLAlchemy, of a new database, which is dropped at the end.

        template: the name of a database to start as a copy of; nobody may be connected to it.
        """
        name = f"goodhour_{next(self._numbers)}"
        self._say("CREATE DATABASE {} TEMPLATE {}", name, template)
        try:
            yield self.url(name)
        finally:
            self._say("DROP DATABASE {} WITH (FORCE)", name)

    def url(self, database: str) -> str:
        """Where SQLAlchemy finds a database of this name."""
        place = {"host": str(self._sockets), "port": str(PORT)}
        return URL.create("postgresql+psycopg", SUPERUSER, database=database, query=place).render_as_string()

    def is_ready(self) -> bool:
        """Whether it answers."""
        try:
            self._say("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _say(self, statement: LiteralString, *names: str) -> None:
        """One statement outside every transaction, with these names in its places."""
        with psycopg.connect(
            host=str(self._sockets), port=PORT, user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def running(*, is_durable: bool = False) -> Iterator[Postgres]:
    """A server that stops, and whose folder is removed, at the end.

    is_durable: whether each commit waits for the disk, as in production: for measuring. Without it a commit still
        outlives any killed process.

    Raises:
        NoPostgres: it is not installed, or did not start.
    """
    programs = found()
    with tempfile.TemporaryDirectory(prefix="goodhour-postgres-") as name:
        folder = Path(name)
        if OWNER is not None:
            shutil.chown(folder, OWNER, OWNER)
        make(programs, folder)
        server = start(programs, folder, is_durable=is_durable)
        try:
            yield when_ready(Postgres(folder), server, folder)
        finally:
            stop(server)


def make(programs: Path, folder: Path) -> None:
    """Lay out the files of a new server."""
    words = ("--username", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
    if begin(folder, programs / "initdb", "--pgdata", folder / "files", *words).wait(START_WITHIN_S) != 0:
        raise NoPostgres(f"PostgreSQL could not lay out its files:\n{told(folder)}")


def start(programs: Path, folder: Path, *, is_durable: bool) -> subprocess.Popen[bytes]:
    """Start the server on its files; it is not yet ready."""
    places = ("-D", folder / "files", "-k", folder, "-p", str(PORT), "-c", "listen_addresses=")
    speed = () if is_durable else ("-c", "fsync=off", "-c", "full_page_writes=off")
    return begin(folder, *(ENDS_WITH_US if shutil.which("setpriv") else ()), programs / "postgres", *places, *speed)


def when_ready(postgres: Postgres, server: subprocess.Popen[bytes], folder: Path) -> Postgres:
    """The server, once it answers.

    Raises:
        NoPostgres: it ended instead, or took too long.
    """
    latest_s = time.monotonic() + START_WITHIN_S
    while server.poll() is None and time.monotonic() < latest_s:
        if postgres.is_ready():
            return postgres
        time.sleep(0.02)
    raise NoPostgres(f"PostgreSQL did not start:\n{told(folder)}")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End it, whoever is still connected."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def begin(folder: Path, *command: str | Path) -> subprocess.Popen[bytes]:
    """Start a program in a folder, as the folder's owner; what it says goes into the folder's log."""
    env = os.environ | {"LC_ALL": "C"}
    others = None if OWNER is None else ()
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command, cwd=folder, env=env, stdout=log, stderr=log, user=OWNER, group=OWNER, extra_groups=others
        )


def told(folder: Path) -> str:
    """All that PostgreSQL said."""
    return (folder / "log").read_text(encoding="utf-8", errors="replace")


def found() -> Path:
    """The folder of PostgreSQL's programs: the one on the path, or the newest that Debian keeps.

    Raises:
        NoPostgres: there are none.
    """
    on_path = shutil.which("initdb")
    kept = sorted(OFF_THE_PATH.glob("*/bin/initdb"), key=lambda program: int(program.parts[-3]))
    if on_path is None and not kept:
        raise NoPostgres(
            "These tests need PostgreSQL 15 or newer. `python3 build/dev.py setup` installs it where it may;\n"
            "otherwise please give this command: sudo apt-get install --no-install-recommends postgresql"
        )
    return (Path(on_path).resolve() if on_path else kept[-1]).parent
