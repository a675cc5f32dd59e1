"""Lists of keys among the secrets of a PC: 32 bytes each, one after the other."""

from __future__ import annotations

from typing import Final

from desktop.store.store import Store

_KEY_BYTES: Final = 32


def keys_in(store: Store, name: str) -> list[bytes]:
    """The keys of a list, the first one first."""
    row = store.db.execute("SELECT value FROM secrets WHERE name = ?", [name]).fetchone()
    kept = b"" if row is None else bytes(row[0])
    return [kept[start : start + _KEY_BYTES] for start in range(0, len(kept), _KEY_BYTES)]


def add_key(store: Store, name: str, key: bytes) -> None:
    """Put a key at the end of a list, unless it is there."""
    if key not in keys_in(store, name):
        store.set_secret(name, b"".join((*keys_in(store, name), key)))
