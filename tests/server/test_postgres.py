"""The PostgreSQL that tests start: real, their own, and gone afterwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, NullPool, create_engine, make_url, text

from tests.server import postgres as room
from tests.server.postgres import NoPostgres, Postgres, running

ROOT = Path(__file__).resolve().parents[2]
NOTES = "SELECT count(*) FROM pg_tables WHERE tablename = 'notes'"
KILLED = """
import os, signal
from tests.server.postgres import running
with running() as server:
    print(server.url("postgres"), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_keeps_what_it_is_told(postgres_url: str) -> None:
    with engine(postgres_url).begin() as told:
        told.execute(text("CREATE TABLE notes (words TEXT)"))
        told.execute(text("INSERT INTO notes VALUES ('ŵ')"))

    with engine(postgres_url).connect() as asked:
        assert asked.execute(text("SELECT words FROM notes")).scalar_one() == "ŵ"
        assert int(asked.execute(text("SHOW server_version_num")).scalar_one()) >= 150_000


@pytest.mark.parametrize("turn", [1, 2])
def test_no_test_sees_what_another_wrote(postgres_url: str, turn: int) -> None:
    with engine(postgres_url).begin() as asked:
        assert asked.execute(text(NOTES)).scalar_one() == 0, f"turn {turn} was not the first here"
        asked.execute(text("CREATE TABLE notes (words TEXT)"))


def test_a_database_can_start_as_a_copy_of_another(postgres: Postgres, postgres_url: str) -> None:
    with engine(postgres_url).begin() as told:
        told.execute(text("CREATE TABLE notes (words TEXT)"))

    name = make_url(postgres_url).database
    assert name is not None
    with postgres.fresh(template=name) as copy, engine(copy).connect() as asked:
        assert asked.execute(text(NOTES)).scalar_one() == 1


def test_somebody_still_connected_does_not_keep_a_database_alive(postgres: Postgres) -> None:
    with postgres.fresh() as url:
        staying = engine(url).connect()

    staying.invalidate()
    staying.close()
    with engine(postgres.url("postgres")).connect() as asked:
        names = asked.execute(text("SELECT datname FROM pg_database")).scalars()
        assert make_url(url).database not in set(names)


@pytest.mark.parametrize(("is_durable", "answer"), [(True, "on"), (False, "off")])
def test_afterwards_nothing_is_left(*, is_durable: bool, answer: str) -> None:
    with running(is_durable=is_durable) as server:
        url = server.url("postgres")
        with engine(url).connect() as asked:
            assert asked.execute(text("SHOW fsync")).scalar_one() == answer
            assert asked.execute(text("SHOW listen_addresses")).scalar_one() == ""
        assert sockets(url).is_dir()

    assert not sockets(url).exists()
    assert not server.is_ready()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_it_ends_with_a_test_run_that_was_killed() -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, capture_output=True, text=True, check=False)
    folder = sockets(killed.stdout.strip())
    latest_s = time.monotonic() + 20
    while (folder / "files" / "postmaster.pid").exists() and time.monotonic() < latest_s:
        time.sleep(0.05)

    assert not Postgres(folder).is_ready()
    shutil.rmtree(folder)


def test_without_postgresql_the_tests_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(room, "OFF_THE_PATH", tmp_path)

    with pytest.raises(NoPostgres, match=r"dev.py setup.*\n.*apt-get install .*postgresql"), running():
        pass


def test_postgresql_is_found_where_debian_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(room, "OFF_THE_PATH", tmp_path)
    for version in ("9", "15", "13"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()

    assert room.found() == tmp_path / "15" / "bin"


def engine(url: str) -> Engine:
    """A way into a database that keeps no connection open behind a test's back."""
    return create_engine(url, poolclass=NullPool)


def sockets(url: str) -> Path:
    """The folder of the server's socket and files."""
    return Path(str(make_url(url).query["host"]))
