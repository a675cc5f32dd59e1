"""Keys of the devices that this PC was before: only with them can it say again what a lost copy of it once wrote."""

from __future__ import annotations

from desktop.store.store import Store
from ledger.wire.keys import SEED_BYTES

_NAME = "former_seeds"


def former_seeds(store: Store) -> list[bytes]:
    """Signing seeds of its earlier names, the first one first."""
    row = store.db.execute("SELECT value FROM secrets WHERE name = ?", [_NAME]).fetchone()
    kept = b"" if row is None else bytes(row[0])
    return [kept[start : start + SEED_BYTES] for start in range(0, len(kept), SEED_BYTES)]


def keep_former(store: Store, seed: bytes) -> None:
    """This PC goes on under another name."""
    if seed not in former_seeds(store):
        store.set_secret(_NAME, b"".join((*former_seeds(store), seed)))
