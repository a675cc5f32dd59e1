"""Records that are damaged, newer or another centre's say so, and are not touched."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desktop.clock import StandingClock
from desktop.store import keys
from desktop.store.founding import Founding, create
from desktop.store.opening import DATABASE_FILE, open_store
from desktop.store.problems import (
    DamagedStore,
    NewerStore,
    WrongKey,
)
from desktop.store.sqlcipher import connect
from ledger.domain.subjects import TaskWritten
from tests.store.closed import Closed


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 5000, 4096 * 3, -4096, -1])
def test_a_database_cut_short_says_so_and_is_not_touched(
    closed: Closed, folder: Path, clock: StandingClock, kept: int
) -> None:
    whole = (folder / DATABASE_FILE).read_bytes()
    cut = whole[:kept]
    (folder / DATABASE_FILE).write_bytes(cut)

    with pytest.raises(DamagedStore, match="backup"):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert (folder / DATABASE_FILE).read_bytes() == cut

    (folder / DATABASE_FILE).write_bytes(whole)
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert store.verify().ok
    store.close()


WHERE = [0.0, 0.02, 0.3, 0.7, 0.99]


def _one_bit_changed(folder: Path, where: float) -> None:
    raw = bytearray((folder / DATABASE_FILE).read_bytes())
    raw[int(len(raw) * where)] ^= 1
    (folder / DATABASE_FILE).write_bytes(raw)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_at_the_first_start_of_a_day(
    closed: Closed, folder: Path, clock: StandingClock, where: float
) -> None:
    _one_bit_changed(folder, where)
    clock.move(24 * 60)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_after_a_bad_end(closed: Closed, folder: Path, clock: StandingClock, where: float) -> None:
    _one_bit_changed(folder, where)
    (folder / f"{DATABASE_FILE}-wal").touch()
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


@pytest.mark.parametrize("where", WHERE)
def test_a_changed_bit_shows_whenever_it_is_read(
    closed: Closed, folder: Path, clock: StandingClock, where: float
) -> None:
    _one_bit_changed(folder, where)
    with pytest.raises(DamagedStore), closing(open_store(folder, clock=clock, passphrase=closed.passphrase)) as store:
        store.verify()


def test_a_start_the_same_day_does_not_read_everything_again(
    closed: Closed, folder: Path, clock: StandingClock
) -> None:
    _one_bit_changed(folder, 0.7)
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()
    clock.move(24 * 60)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_a_file_of_something_else_says_so(closed: Closed, folder: Path, clock: StandingClock) -> None:
    for other in (b"not a database " * 1000, bytes(8192), b"SQLite format 3\x00" + bytes(4080)):
        (folder / DATABASE_FILE).write_bytes(other)
        with pytest.raises(DamagedStore):
            open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_another_centres_keys_do_not_open_this_one(closed: Closed, folder: Path, clock: StandingClock) -> None:
    other = create(folder.with_name("other"), Founding("Other"), clock=clock)
    other.store.close()
    for name in (keys.KEYS_FILE, keys.KEYS_COPY):
        (folder / name).write_bytes((folder.with_name("other") / name).read_bytes())
    with pytest.raises(WrongKey):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=other.passphrase)


def _in_the_database(closed: Closed, folder: Path, *statements: str) -> None:
    db = connect(folder / DATABASE_FILE, keys.load(folder).key(closed.passphrase))
    for statement in statements:
        db.conn.execute(statement)
    db.close()


def test_what_a_newer_goodhour_wrote_is_left_alone(closed: Closed, folder: Path, clock: StandingClock) -> None:
    _in_the_database(closed, folder, "PRAGMA user_version = 1000")
    before = (folder / DATABASE_FILE).read_bytes()
    with pytest.raises(NewerStore, match="newer Goodhour"):
        open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert (folder / DATABASE_FILE).read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE facts ADD COLUMN more BLOB",
        "CREATE TABLE more (id)",
        "DROP INDEX waiting_member",
        "DROP TABLE meta",
    ],
)
def test_another_schema_is_noticed(closed: Closed, folder: Path, clock: StandingClock, change: str) -> None:
    _in_the_database(closed, folder, change)
    with pytest.raises(DamagedStore):
        open_store(folder, clock=clock, passphrase=closed.passphrase)


def test_lost_projections_are_made_again(closed: Closed, folder: Path, clock: StandingClock) -> None:
    _in_the_database(closed, folder, "DROP TABLE members")
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert len(store.read.members()) == 40
    assert store.verify().ok
    store.close()


def _left_without_an_end(closed: Closed, folder: Path, clock: StandingClock) -> None:
    """A tap whose app was cut off: the write-ahead log lies there still."""
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    with store.writing("last tap") as facts:
        facts.add(TaskWritten(None, "Swept up", "om:1F9F9"))
    left = {file.name: file.read_bytes() for file in folder.iterdir() if file.name.startswith(DATABASE_FILE)}
    store.close()
    for name, content in left.items():
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("torn", [1, 100, 4095])
def test_a_page_half_written_while_the_log_is_there_loses_nothing(
    closed: Closed, folder: Path, clock: StandingClock, torn: int
) -> None:
    _left_without_an_end(closed, folder, clock)
    with (folder / DATABASE_FILE).open("ab") as file:
        file.write(b"x" * torn)

    store = open_store(folder, clock=clock, passphrase=closed.passphrase)

    assert store.count("last tap") == 1
    assert store.verify().ok
    store.close()
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()
