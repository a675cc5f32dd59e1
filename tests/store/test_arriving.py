"""The order of facts when a ledger that was put back numbers batches anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.store.arriving import EPOCH_SHIFT, keep_arrival, told_anew
from desktop.store.sqlcipher import Database, connect, transaction
from desktop.store.tables import create_tables
from tests.store.a_centre import STORE_KEY

ONE, OTHER = b"a" * 16, b"b" * 16
NEW = 2 << EPOCH_SHIFT
OLD = 1 << EPOCH_SHIFT


@pytest.fixture
def db() -> Iterator[Database]:
    """Three batches that came in turns."""
    db = connect(":memory:", STORE_KEY)
    with transaction(db):
        create_tables(db)
        keep_arrival(db, ONE, 10, OLD + 1)
        keep_arrival(db, ONE, 12, OLD + 2)
        keep_arrival(db, OTHER, 5, OLD + 3)
        keep_arrival(db, ONE, 15, OLD + 4)
    yield db
    db.conn.close()


def order(db: Database) -> list[tuple[bytes, int]]:
    return [
        tuple(row) for row in db.execute("SELECT device, last_seq FROM arrivals ORDER BY arrival, device, last_seq")
    ]


def test_a_batch_that_was_lost_stands_where_it_was_taken_in_again(db: Database) -> None:
    with transaction(db):
        assert told_anew(db, OTHER, 1, NEW + 1)
    assert order(db) == [(ONE, 12), (ONE, 15), (OTHER, 5)]


def test_what_follows_a_lost_batch_in_its_feed_never_comes_before_it(db: Database) -> None:
    with transaction(db):
        assert told_anew(db, ONE, 11, NEW + 1)
    assert order(db) == [(ONE, 10), (OTHER, 5), (ONE, 12), (ONE, 15)]


def test_what_came_right_behind_a_lost_batch_gets_its_own_place_when_that_is_told(db: Database) -> None:
    """Seed 800681: the ledger lost both, and another feed's batch came in again between the two."""
    with transaction(db):
        told_anew(db, ONE, 1, NEW + 1)
        told_anew(db, OTHER, 1, NEW + 2)
        assert told_anew(db, ONE, 11, NEW + 3)
        assert not told_anew(db, ONE, 11, NEW + 4)  # it was told in this epoch
    assert order(db) == [(ONE, 10), (OTHER, 5), (ONE, 12), (ONE, 15)]


def test_what_changes_no_turn_makes_nothing_again(db: Database) -> None:
    with transaction(db):
        assert not told_anew(db, ONE, 13, NEW + 1)
    assert order(db) == [(ONE, 12), (OTHER, 5), (ONE, 15)]


def test_what_was_told_in_this_epoch_stays(db: Database) -> None:
    with transaction(db):
        assert not told_anew(db, OTHER, 1, OLD + 9)
    assert order(db) == [(ONE, 12), (OTHER, 5), (ONE, 15)]


def test_a_batch_that_is_not_here_changes_nothing(db: Database) -> None:
    with transaction(db):
        assert not told_anew(db, OTHER, 6, NEW + 1)
    assert len(order(db)) == 3
