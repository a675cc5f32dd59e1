"""A copy of an open centre to try things in: in memory alone, so that nothing of it outlasts the app."""

from __future__ import annotations

from desktop.store.sqlcipher import KEY_BYTES, Database, connect, in_plain_words, transaction
from desktop.store.store import Store
from desktop.store.tables import create_tables
from ledger.wire.keys import new_signing_seed


def copy_to_try(store: Store) -> Store:
    """Everything of an open store as it is now; it signs with a key of its own, so its slips are good nowhere."""
    copy = connect(":memory:", bytes(KEY_BYTES))
    with in_plain_words(), transaction(copy):
        create_tables(copy)
        # Facts first: what points at a fact is checked as it comes, and looked up by the fact's own key.
        for table in sorted(_tables(copy), key=lambda table: (table != "facts", table)):
            _copy_rows(store, copy, table)
    trial = Store(copy, clock=store.clock, folder=store.folder, on_close=_nothing)
    trial.set_secret("issuer_seed", new_signing_seed())
    return trial


def _tables(db: Database) -> set[str]:
    return {str(name) for name in db.table_names() if not str(name).startswith("sqlite_")}


def _copy_rows(store: Store, copy: Database, table: str) -> None:
    rows = store.db.execute(f'SELECT * FROM "{table}"')  # noqa: S608  the name comes from our own schema
    marks = ", ".join("?" for _ in rows.description)
    copy.conn.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608  the same


def _nothing() -> None:
    """Closing the copy lets nothing else go."""
