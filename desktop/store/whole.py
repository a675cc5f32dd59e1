"""Transactions in which this PC may get another name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store


@contextmanager
def in_one_piece(store: Store) -> Iterator[None]:
    """A transaction, or inside one a savepoint; if it fails, the store goes by the name it had before.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: nothing of it was written.
    """
    try:
        with in_transaction(store.db):
            yield
    except BaseException:
        store.look_again(is_renamed=True)
        raise
