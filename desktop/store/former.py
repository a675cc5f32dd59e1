"""Keys of the devices that this PC was before: only with them can it say again what a lost copy of it once wrote."""

from __future__ import annotations

from desktop.store.key_list import add_key, keys_in
from desktop.store.store import Store

_NAME = "former_seeds"


def former_seeds(store: Store) -> list[bytes]:
    """Signing seeds of its earlier names, the first one first."""
    return keys_in(store, _NAME)


def keep_former(store: Store, seed: bytes) -> None:
    """This PC goes on under another name."""
    add_key(store, _NAME, seed)
