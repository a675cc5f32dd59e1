"""The one door to SQLCipher keeps the promises sqlite-utils does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
import sqlite_utils.utils
from sqlite_utils.db import NoTable

from desktop.store.problems import DamagedStore, DiskFull, DiskTrouble, StoreProblem
from desktop.store.sqlcipher import Database, connect, in_plain_words, transaction
from desktop.store.stray import OutsideTransaction

KEY = bytes(range(32))


@pytest.fixture
def db(tmp_path: Path) -> Database:
    opened = connect(tmp_path / "a.db", KEY)
    with transaction(opened):
        opened.executescript(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
            "CREATE TABLE visits (person INTEGER NOT NULL REFERENCES people (id)) STRICT;"
        )
    return opened


def test_a_tap_is_on_the_disk_before_the_call_returns(db: Database) -> None:
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_nothing_can_be_read_without_the_key(tmp_path: Path, db: Database) -> None:
    with transaction(db):
        db.table("people").insert({"id": 1, "name": "Rosalind Featherstonehaugh"})
    db.close()

    raw = (tmp_path / "a.db").read_bytes()
    assert b"Featherstonehaugh" not in raw
    assert b"SQLite format" not in raw
    with pytest.raises(DamagedStore):
        connect(tmp_path / "a.db", bytes(32))


def test_a_visit_of_nobody_is_refused(db: Database) -> None:
    with pytest.raises(sqlcipher3.IntegrityError), transaction(db):
        db.table("visits").insert({"person": 99})


@pytest.mark.parametrize("name", ["poeple", "people ", ""])
def test_a_misspelt_table_is_not_made(db: Database, name: str) -> None:
    with pytest.raises(NoTable), transaction(db):
        db.table(name).insert({"id": 1, "name": "Ann"})
    with pytest.raises(NoTable):
        db.table(name)
    assert set(db.table_names()) == {"people", "visits"}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO people VALUES (1, 'Ann')",
        "  delete from people",
        "UPDATE people SET name = ''",
        "CREATE TABLE more (id)",
        "DROP TABLE people",
    ],
)
def test_nothing_is_written_and_committed_on_its_own(db: Database, statement: str) -> None:
    with pytest.raises(OutsideTransaction):
        db.execute(statement)
    with pytest.raises(OutsideTransaction):
        db.executescript(statement)


def test_sqlite_utils_own_writes_need_a_transaction_too(db: Database) -> None:
    with pytest.raises(OutsideTransaction):
        db.table("people").insert({"id": 1, "name": "Ann"})
    assert list(db.table("people").rows) == []


def test_all_of_a_transaction_or_nothing(db: Database) -> None:
    def half_a_tap() -> None:
        with transaction(db):
            db.table("people").insert({"id": 1, "name": "Ann"})
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError, match="power"):
        half_a_tap()
    with transaction(db):
        db.table("people").insert({"id": 2, "name": "Bob"})

    assert [row["name"] for row in db.table("people").rows] == ["Bob"]


def test_a_full_disk_is_a_known_problem_and_leaves_nothing_half_done(db: Database) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")

    people = [{"id": number, "name": "A name of some length" * 10} for number in range(1000)]
    with pytest.raises(DiskFull), transaction(db):
        db.table("people").insert_all(people)
    assert not db.conn.in_transaction
    assert list(db.table("people").rows) == []

    db.execute(f"PRAGMA max_page_count = {pages + 200}")
    with transaction(db):
        db.execute("INSERT INTO people VALUES (1, 'Ann')")
    assert [row["name"] for row in db.table("people").rows] == ["Ann"]


@pytest.mark.parametrize(
    ("code", "problem"), [(4874, DiskFull), (5386, DiskFull), (266, DiskTrouble), (sqlcipher3.SQLITE_FULL, DiskFull)]
)
def test_the_disks_own_errors_are_known_problems(code: int, problem: type[StoreProblem]) -> None:
    error = sqlcipher3.OperationalError("as the disk says")
    error.sqlite_errorcode = code
    with pytest.raises(problem), in_plain_words():
        raise error


def test_a_mistake_of_ours_stays_a_mistake(db: Database) -> None:
    with pytest.raises(sqlcipher3.OperationalError), in_plain_words():
        db.execute("SELECT nothing FROM nowhere")


def test_sqlite_utils_waits_for_sqlciphers_exceptions() -> None:
    assert sqlite_utils.utils.OperationalError is sqlcipher3.OperationalError


def test_a_program_that_took_sqlite_utils_first_is_told() -> None:
    program = "import sqlite_utils; import desktop.store.guarded"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "import the store first" in done.stderr
